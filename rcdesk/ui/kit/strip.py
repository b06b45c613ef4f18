"""The live strip: what is on air, how long is left, who is watching, what the room's screen shows. Always dark."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.paint import Dressed, crisp, inset
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import RADIUS, RADIUS_CARD, STRIP


@dataclass(frozen=True, slots=True)
class OnAir:
    """What the strip says now. Times are text, ready to be read; an overrun is red *and* says «+12 min»."""

    elapsed: str = ""  # since it went live: «1:41:07»
    step: str = ""  # «Ahora · punto 4 de 6»
    item: str = ""  # the item of the agenda
    left: str = ""  # «12:48» or «+12 min»
    of: str = ""  # «restan de 30:00»
    part: float = 0  # of the item's time, 0 to 1
    over: bool = False
    warn: bool = False  # little is left
    clock: str = ""  # «10:41», of Bogotá
    viewers: str = ""
    peak: str = ""  # «espectadores · máx. 70»
    series: tuple[int, ...] = ()  # viewers over the last while


class LiveStrip(QWidget):
    """`show_now` changes what it says without moving anything. `pressed`: someone wants to see more of it."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lamp, self._line, self._spark = _Lamp(), _TimeLine(), _Spark()
        quiet, ink = "strip_ink2", "strip_ink"
        self._step, self._item = PlainLabel("", "caption", quiet, elide=True), PlainLabel("", "lead", ink, elide=True)
        right = Qt.AlignmentFlag.AlignRight
        self._left, self._of = PlainLabel("", "clock", ink, align=right), PlainLabel("", "caption", quiet, align=right)
        self._clock = PlainLabel("", "title", ink)
        self._viewers, self._peak = PlainLabel("", "title", ink), PlainLabel("", "caption", quiet)
        self._shown = PlainLabel("", "strong", ink)
        self._picture = _Picture()
        self._build(compact=look().large)

    def _build(self, *, compact: bool) -> None:
        self.setFixedHeight(look().px(50 if compact else STRIP))
        hour = column(None, self._clock, PlainLabel("hora de Bogotá", "caption", "strip_ink2"), None, gap=2)
        watch = column(None, row(self._viewers, self._spark), self._peak, None, gap=2)
        screen = column(None, PlainLabel("Proyector", "caption", "strip_ink2"), self._shown, None, gap=2)
        self._hour = boxed(row(_Divider(), hour, gap=18))
        self._watch = boxed(row(_Divider(), watch, gap=18))
        self._screen = boxed(row(_Divider(), screen, self._picture, gap=18))
        self._screen.hide()
        now = column(None, self._step, self._item, 2, self._line, None, gap=3)
        count = column(None, self._left, self._of, None, gap=0)
        self.setLayout(
            row(
                self._lamp,
                _Divider(),
                (now, 1),
                count,
                self._hour,
                self._watch,
                self._screen,
                margins=(16, 0, 14, 0),
                gap=18,
            )
        )
        if compact:  # the lamp, the item and the countdown are what cannot be missed
            for part in (self._step, self._of, self._hour, self._watch, self._screen):
                part.hide()

    def show_now(self, air: OnAir) -> None:
        """Say what is on air now."""
        self._lamp.set_elapsed(air.elapsed)
        self._step.setText(air.step)
        self._item.setText(air.item)
        self._left.setText(air.left)
        self._left.set_tone("strip_over" if air.over else "strip_warn" if air.warn else "strip_ink")
        self._of.setText(air.of)
        self._line.set_part(air.part, "strip_over" if air.over else "strip_warn" if air.warn else "strip_accent")
        self._clock.setText(air.clock)
        self._viewers.setText(air.viewers)
        self._peak.setText(air.peak)
        self._spark.set_values(air.series)
        if not look().large:
            self._watch.setVisible(bool(air.viewers))
        over = ", tiempo cumplido" if air.over else ""
        self.setAccessibleName(f"En vivo. {air.step}: {air.item}. {air.left} {air.of}{over}")

    @property
    def picture_size(self) -> QSize:
        """The pixels of the small picture of the projector."""
        return self._picture.size()

    def show_screen(self, words: str, picture: QPixmap | None = None) -> None:
        """Say what the projector shows («P-009», «apagado», «cerrado»), with its picture while it is open."""
        self._shown.setText(words)
        self._picture.show_picture(picture)
        self._screen.setVisible(not look().large)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = crisp(self)
        draw_strip(painter, QRectF(self.rect()))
        painter.end()


def draw_strip(painter: QPainter, box: QRectF) -> None:
    """Draw the dark ground of what is on air."""
    painter.setPen(QPen(look().color("strip_line"), 1))
    painter.setBrush(look().color("strip"))
    painter.drawRoundedRect(inset(box), RADIUS_CARD, RADIUS_CARD)


class _Lamp(Dressed, QWidget):
    """EN VIVO: the only saturated red of the program, with its word and the time on air."""

    def __init__(self) -> None:
        super().__init__()
        self._elapsed = ""
        self.dress()

    def set_elapsed(self, elapsed: str) -> None:
        self._elapsed = elapsed
        self.setAccessibleName(f"En vivo desde hace {elapsed}" if elapsed else "En vivo")
        self.update()

    def dress(self) -> None:
        words = QFontMetrics(look().font("overline", 12, 700)).horizontalAdvance("EN VIVO")
        self.setFixedWidth(words + look().px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter, box = look(), crisp(self), QRectF(self.rect())
        up = now.px(23 if self._elapsed and not now.large else 12)
        lamp = QRectF(0, box.center().y() - up, box.width() - now.gap(8), now.px(24))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("danger_fill"))
        painter.drawRoundedRect(lamp, RADIUS, RADIUS)
        painter.setBrush(now.color("on_danger"))
        painter.drawEllipse(QPointF(lamp.left() + now.px(13), lamp.center().y()), now.px(4), now.px(4))
        painter.setPen(now.color("on_danger"))
        painter.setFont(now.font("overline", 12, 700))
        painter.drawText(lamp.adjusted(now.px(22), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, "EN VIVO")
        if self._elapsed and not now.large:
            painter.setPen(now.color("strip_ink2"))
            painter.setFont(now.font("label"))
            below = QRectF(0, lamp.bottom() + now.px(3), lamp.width(), now.px(20))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._elapsed)
        painter.end()


class _TimeLine(QWidget):
    """How much of the item's time has gone."""

    def __init__(self) -> None:
        super().__init__()
        self._part, self._tone = 0.0, "strip_accent"
        self.setFixedHeight(4)

    def set_part(self, part: float, tone: str) -> None:
        self._part, self._tone = min(max(part, 0.0), 1.0), tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box = crisp(self), QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().color("strip_track"))
        painter.drawRoundedRect(box, 2, 2)
        painter.setBrush(look().color(self._tone))
        painter.drawRoundedRect(QRectF(0, 0, box.width() * self._part, box.height()), 2, 2)
        painter.end()


class _Spark(Dressed, QWidget):
    """Viewers over the last while; a shape, not a chart."""

    def __init__(self) -> None:
        super().__init__()
        self._values: tuple[int, ...] = ()
        self.dress()

    def set_values(self, values: tuple[int, ...]) -> None:
        self._values = values
        self.setVisible(len(values) > 1)
        self.update()

    def dress(self) -> None:
        self.setFixedSize(QSize(look().px(64), look().px(20)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box = crisp(self), inset(QRectF(self.rect()), 2)
        low, high = min(self._values), max(self._values)
        step, unit = box.width() / (len(self._values) - 1), box.height() / max(1, high - low)
        points = [QPointF(box.left() + i * step, box.bottom() - (v - low) * unit) for i, v in enumerate(self._values)]
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        painter.setPen(QPen(look().color("strip_ink2"), 1.5))
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().color("strip_ink"))
        painter.drawEllipse(points[-1], 2.5, 2.5)
        painter.end()


class _Picture(Dressed, QWidget):
    """What the room sees, in small."""

    def __init__(self) -> None:
        super().__init__()
        self._pixmap: QPixmap | None = None
        self.setAccessibleName("Proyector, en pequeño")
        self.hide()
        self.dress()

    def show_picture(self, picture: QPixmap | None) -> None:
        self._pixmap = picture
        self.setVisible(picture is not None)
        self.update()

    def dress(self) -> None:
        self.setFixedSize(QSize(look().px(92), look().px(52)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box = crisp(self), QRectF(self.rect())
        if self._pixmap is not None:
            painter.drawPixmap(box, self._pixmap, QRectF(self._pixmap.rect()))
        painter.setPen(QPen(look().color("strip_ink2"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inset(box), 3, 3)
        painter.end()


class _Divider(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 14, 1, self.height() - 28, look().color("strip_line"))
        painter.end()
