"""The sheet for those on stage, read at four metres: what is asked, who answers, how long is left, what follows."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF

from rcdesk.ui.room.clocks import Clocks, Time
from rcdesk.ui.room.pen import HEIGHT, Pen
from rcdesk.work.pantalla import PantallaView

_EDGE: Final = 96
_SHARE: Final = 0.65  # of the width, for the question when a clock runs


def draw_stage(pen: Pen, view: PantallaView, clocks: Clocks) -> None:
    """Draw what those on stage see."""
    pen.fill(QRectF(0, 0, pen.width, HEIGHT), "ground")
    timed = clocks.turn is not None or clocks.point is not None
    split = pen.width * _SHARE if timed else pen.width - _EDGE + 80
    _asked(pen, view, split - 80 - _EDGE)
    if timed:
        pen.fill(QRectF(split, 72, 2, 620), "line")
        _times(pen, clocks, split + 64)
    pen.fill(QRectF(_EDGE, 744, pen.width - 2 * _EDGE, 2), "line")
    _next(pen, view)
    _told(pen, view.aviso, clocks.hour)


def _asked(pen: Pen, view: PantallaView, wide: float) -> None:
    shown = view.en_tarima
    if shown is None:
        words = "Nada en la pantalla de la sala" if view.tipo == "nada" else "En la pantalla de la sala no hay pregunta"
        pen.line(QRectF(_EDGE, 72, wide, 44), words, 34, "quiet", 500)
        if view.tipo == "mensaje":
            pen.fitted(QRectF(_EDGE, 208, wide, 400), view.mensaje, 64, 28, "ink")
        return
    who = f"Responde ahora: {shown.dependencia}" if shown.dependencia else "Responde ahora"
    pen.line(QRectF(_EDGE, 72, wide, 44), who, 34, "quiet", 500)
    pen.line(QRectF(_EDGE, 124, wide, 66), shown.codigo, 48, "signal", 600, role="strong")
    stands = pen.fitted(QRectF(_EDGE, 208, wide, 408), shown.texto, 64, 28, "ink")
    pen.line(QRectF(_EDGE, stands.bottom() + 22, wide, 50), shown.quien, 36, "quiet")


def _times(pen: Pen, clocks: Clocks, x: float) -> None:
    wide, y = pen.width - _EDGE - x, 72.0
    if clocks.turn is not None:
        _turn(pen, clocks.turn, x, wide)
        y = 480
    if clocks.point is not None:
        point = clocks.point
        pen.line(QRectF(x, y, wide, 44), point.title, 34, "quiet", 500)
        pen.line(QRectF(x - 6, y + 46, wide, 100), point.clock, 84, "warn" if point.over else "ink", 600, role="clock")
        pen.line(QRectF(x, y + 146, wide, 46), point.note, 32, "quiet")


def _turn(pen: Pen, turn: Time, x: float, wide: float) -> None:
    pen.line(QRectF(x, 72, wide, 44), turn.title, 34, "quiet", 500)
    size = 184 if len(turn.clock) < 6 else 128
    pen.line(QRectF(x - 10, 112, wide + 60, 210), turn.clock, size, "warn" if turn.over else "ink", 600, role="clock")
    if turn.part is not None:
        pen.fill(QRectF(x, 344, wide, 16), "line", 8)
        if turn.part > 0:
            pen.fill(QRectF(x, 344, max(16.0, wide * min(turn.part, 1.0)), 16), "signal", 8)
    pen.line(QRectF(x, 372, wide, 46), turn.note, 32, "quiet", role="body")


def _next(pen: Pen, view: PantallaView) -> None:
    pen.line(QRectF(_EDGE, 772, 140, 50), "Sigue", 34, "quiet", 500)
    left = QRectF(_EDGE + 160, 766, pen.width - 2 * _EDGE - 160, 56)
    if view.siguiente is None:
        pen.line(left, "Ninguna pregunta aprobada espera", 38, "quiet", 500)
        return
    took = pen.line(left, view.siguiente.codigo, 40, "signal", 600, role="strong")
    pen.line(left.adjusted(took + 40, 0, 0, 0), view.siguiente.texto, 38, "ink", 500)


def _told(pen: Pen, words: str, hour: str) -> None:
    """What the desk tells those on stage, and the hour; without words, only the hour."""
    box = QRectF(_EDGE, 896, pen.width - 2 * _EDGE, 104)
    tone = "warn" if words else "quiet"
    if words:
        pen.fill(box, "warn_soft", 16)
        pen.icon("message-circle", QPointF(_EDGE + 36, 926), "warn", 44)
        stands = box.adjusted(108, 0, -200, 0)
        pen.fitted(stands.adjusted(0, 6, 0, -6), words, 42, 26, "warn", middle=True)
    pen.line(box.adjusted(36, 0, -36, 0), hour, 42, tone, 600, role="strong", right=True)
