"""Charts of counts as they are printed: the same shapes, as SVG in the letters and the colours of the screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from rcdesk.documents.blocks import Chart
from rcdesk.documents.series import Columns, Progress
from rcdesk.render.charts import described, whole
from rcdesk.render.manner import Manner
from rcdesk.render.series import told
from rcdesk.render.series import whole as alone
from rcdesk.render.shapes import Drawing
from rcdesk.render.style import Colour
from rcdesk.render.svg import svg
from rcdesk.ui.kit.letters import screen_letters
from rcdesk.ui.kit.paint import Dressed, crisp
from rcdesk.ui.kit.theme import FAMILY, Look, look

_NOTHING = Chart("", (), 0)


class ChartView(Dressed, QWidget):
    """A chart as wide as its place and as high as its options need; it is read aloud as the printed one is."""

    def __init__(self) -> None:
        super().__init__()
        self._chart: Chart | Progress | Columns = _NOTHING
        self._base = ""
        self._drawn = QSvgRenderer(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.dress()

    def show_chart(self, chart: Chart, base: str) -> None:
        """Show a chart; `base` says in words how many answered."""
        if (chart, base) == (self._chart, self._base):
            return
        self._show(chart, base, described(chart))

    def show_drawn(self, block: Progress | Columns) -> None:
        """Show bars or columns of figures, with their title and their caption."""
        if block != self._chart:
            self._show(block, "", told(block))

    def _show(self, chart: Chart | Progress | Columns, base: str, said: str) -> None:
        self._chart, self._base = chart, base
        self.setAccessibleName(said)
        self.dress()

    def dress(self) -> None:
        now = look()
        drawing = self._drawing(max(self.width(), now.px(160)), _manner(now))
        self.setFixedHeight(round(drawing.height) + 1)
        self._size = QRectF(0, 0, drawing.width, drawing.height)
        self._drawn.load(QByteArray(svg(drawing, self.accessibleName(), FAMILY).encode()))
        self.update()

    def _drawing(self, width: int, manner: Manner) -> Drawing:
        if isinstance(self._chart, Chart):
            return whole(self._chart, width, manner, self._base)
        return alone(self._chart, width, manner)

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
        danger=_colour(now.color("danger")),
    )


def _colour(colour: QColor) -> Colour:
    return colour.redF(), colour.greenF(), colour.blueF()
