"""Charts of counts: every bar and sector says its n and its %, measured against the base; nothing depends on colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rcdesk.i18n import numero, porcentaje
from rcdesk.ui.kit.paint import Dressed, crisp, elided
from rcdesk.ui.kit.theme import look

_ROW = 26
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Slice:
    """An option and how many chose it."""

    label: str
    n: int


def percent(n: int, base: int) -> str:
    """Return `29,6 %`, or a dash when nobody answered."""
    return porcentaje(Decimal(100 * n) / base) if base else "–"


class _Chart(Dressed, QWidget):
    """What both charts share: the slices, the base, and being read aloud."""

    def __init__(self) -> None:
        super().__init__()
        self._slices: tuple[Slice, ...] = ()
        self._base = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.dress()

    def show_slices(self, slices: Sequence[Slice], base: int) -> None:
        """Show these counts; `base` is how many answered, which may be less than their sum in a multiple question."""
        self._slices, self._base = tuple(slices), base
        said = "; ".join(f"{one.label}: {numero(one.n)}, {percent(one.n, base)}" for one in self._slices)
        self.setAccessibleName(f"Base {numero(base)}. {said}")
        self.dress()
        self.update()

    def _texts(self, one: Slice) -> tuple[str, str]:
        return numero(one.n), percent(one.n, self._base)

    def _paint_figures(self, painter: QPainter, line: QRectF, one: Slice) -> None:
        """Draw n and % in their two columns at the right edge of a line."""
        now, (n, part) = look(), self._texts(one)
        painter.setFont(now.font("body"))
        painter.setPen(now.color("ink2"))
        painter.drawText(line.adjusted(0, 0, -now.px(68), 0), _RIGHT, n)
        painter.setFont(now.font("strong"))
        painter.setPen(now.color("ink"))
        painter.drawText(line, _RIGHT, part)


class BarChart(_Chart):
    """One line per option: words, bar, n, %. The bar is measured against the base, never against the longest one."""

    def dress(self) -> None:
        self.setFixedHeight(look().px(_ROW) * (len(self._slices) + 1))
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(320), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = look(), crisp(self)
        step, figures = now.px(_ROW), now.px(120)
        self._paint_heading(painter, step)
        body = QFontMetrics(now.font("body"))
        widest = max((body.horizontalAdvance(one.label) for one in self._slices), default=0)
        words = min(widest + now.gap(14) + 4, self.width() * 0.4)  # elision measures a little wider than the metrics
        track = max(0.0, self.width() - words - figures - now.gap(8))
        for i, one in enumerate(self._slices, 1):
            line = QRectF(0, i * step, self.width(), step)
            painter.setFont(now.font("body"))
            painter.setPen(now.color("ink"))
            label = QRectF(0, line.top(), words - now.gap(14), step)
            painter.drawText(label, _LEFT, elided(painter, one.label, label.width()))
            self._paint_bar(painter, QRectF(words, line.center().y() - now.px(7), track, now.px(14)), one.n)
            self._paint_figures(painter, line, one)
        painter.end()

    def _paint_heading(self, painter: QPainter, step: int) -> None:
        now, line = look(), QRectF(0, 0, self.width(), step)
        painter.setFont(now.font("strong", 12))
        painter.setPen(now.color("ink"))
        painter.drawText(line, _LEFT, f"Base {numero(self._base)}")
        painter.setFont(now.font("caption"))
        painter.setPen(now.color("ink2"))
        painter.drawText(line.adjusted(0, 0, -now.px(68), 0), _RIGHT, "n")
        painter.drawText(line, _RIGHT, "%")

    def _paint_bar(self, painter: QPainter, track: QRectF, n: int) -> None:
        now = look()
        painter.setPen(QPen(now.color("edge"), 1) if now.c.outlined else Qt.PenStyle.NoPen)
        painter.setBrush(now.color("neutral_soft"))
        painter.drawRoundedRect(track, 3, 3)
        if n > 0 and self._base:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.color("ink2"))
            wide = max(3.0, track.width() * min(n / self._base, 1))
            painter.drawRoundedRect(QRectF(track.left(), track.top(), wide, track.height()), 3, 3)


class PieChart(_Chart):
    """Sectors told apart by their pattern, and the list that says what each one is. For two to six options."""

    _PATTERNS = (
        Qt.BrushStyle.SolidPattern,
        Qt.BrushStyle.BDiagPattern,
        Qt.BrushStyle.Dense4Pattern,
        Qt.BrushStyle.HorPattern,
        Qt.BrushStyle.CrossPattern,
        Qt.BrushStyle.Dense6Pattern,
    )

    def dress(self) -> None:
        self.setFixedHeight(max(look().px(150), look().px(_ROW) * (len(self._slices) + 1)))
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(400), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = look(), crisp(self)
        size = min(self.height(), now.px(150)) - 8
        disc = QRectF(4, (self.height() - size) / 2, size, size)
        total, angle = sum(one.n for one in self._slices), 90.0 * 16
        painter.setPen(QPen(now.color("ink2"), 1.5))
        for i, one in enumerate(self._slices):
            span = -360.0 * 16 * one.n / total if total else 0
            painter.setBrush(self._brush(i))
            if one.n == total:  # one answer is a whole disc, without a radius
                painter.drawEllipse(disc)
            elif one.n:
                painter.drawPie(disc, round(angle), round(span))
            angle += span
        self._paint_list(painter, disc.right() + now.gap(28))
        painter.end()

    def _paint_list(self, painter: QPainter, left: float) -> None:
        now, step = look(), look().px(_ROW)
        top = (self.height() - step * len(self._slices)) / 2
        for i, one in enumerate(self._slices):
            line = QRectF(left, top + i * step, self.width() - left, step)
            painter.setPen(QPen(now.color("ink2"), 1.5))
            painter.setBrush(self._brush(i))
            painter.drawRect(QRectF(left, line.center().y() - now.px(7), now.px(14), now.px(14)))
            painter.setFont(now.font("body"))
            painter.setPen(now.color("ink"))
            label = line.adjusted(now.px(14) + now.gap(10), 0, -now.px(124), 0)
            painter.drawText(label, _LEFT, elided(painter, one.label, label.width()))
            self._paint_figures(painter, line, one)

    def _brush(self, place: int) -> QBrush:
        return QBrush(look().color("ink2"), self._PATTERNS[place % len(self._PATTERNS)])
