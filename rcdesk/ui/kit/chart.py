"""Charts of counts as they are printed: the same shapes, as SVG in the letters and the colours of the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from rcdesk.documents.blocks import Chart, ChartKind, literal
from rcdesk.i18n import numero
from rcdesk.render.charts import Manner, described, whole
from rcdesk.render.style import Colour
from rcdesk.render.svg import svg
from rcdesk.ui.kit.letters import screen_letters
from rcdesk.ui.kit.paint import Dressed, crisp
from rcdesk.ui.kit.theme import FAMILY, Look, look

_NOTHING = Chart("", (), 0)


@dataclass(frozen=True, slots=True)
class Slice:
    """An option and how many chose it."""

    label: str
    n: int


class ChartView(Dressed, QWidget):
    """A chart as wide as its place and as high as its options need; it is read aloud as the printed one is."""

    kind = ChartKind.BARS

    def __init__(self) -> None:
        super().__init__()
        self._chart, self._base = _NOTHING, ""
        self._drawn = QSvgRenderer(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.dress()

    def show_chart(self, chart: Chart, base: str) -> None:
        """Show a chart; `base` says in words how many answered."""
        if (chart, base) == (self._chart, self._base):
            return
        self._chart, self._base = chart, base
        self.setAccessibleName(described(chart))
        self.dress()

    def show_slices(self, slices: Sequence[Slice], base: int) -> None:
        """Show these counts; `base` is how many answered, which may be less than their sum in a multiple question."""
        points = tuple((literal(one.label), one.n) for one in slices)
        self.show_chart(Chart("", points, base, kind=self.kind), f"Base {numero(base)}")

    def dress(self) -> None:
        now = look()
        drawing = whole(self._chart, max(self.width(), now.px(160)), _manner(now), self._base)
        self.setFixedHeight(round(drawing.height) + 1)
        self._size = QRectF(0, 0, drawing.width, drawing.height)
        self._drawn.load(QByteArray(svg(drawing, self.accessibleName(), FAMILY).encode()))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.dress()

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(160), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = crisp(self)
        self._drawn.render(painter, self._size)
        painter.end()


class BarChart(ChartView):
    """One line per option: words, bar, n, %. The bar is measured against the base, never against the longest one."""


class PieChart(ChartView):
    """Shares told apart by their hatch, and the list that says what each one is. For two to six options."""

    kind = ChartKind.PIE


def _manner(now: Look) -> Manner:
    """The letters and the colours of the screen of now."""
    return Manner(
        screen_letters(400),
        screen_letters(600),
        now.px(13),
        ink=_colour(now.color("ink")),
        soft=_colour(now.color("ink2")),
        series=_colour(now.color("ink2")),
        track=_colour(now.color("neutral_soft")),
        ground=_colour(now.color("surface")),
        edge=_colour(now.color("edge")) if now.c.outlined else None,
    )


def _colour(colour: QColor) -> Colour:
    return colour.redF(), colour.greenF(), colour.blueF()
