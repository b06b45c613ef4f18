"""The sheet that the whole room reads: one question, a message, how many there are, or whose hearing it is."""

from __future__ import annotations

from typing import Final, assert_never

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage

from rcdesk.ui.room.pen import HEIGHT, Pen
from rcdesk.work.pantalla import Cintillo, PantallaView

_EDGE: Final = 144
_TOP: Final = 196  # the text lies between this
_FOOT: Final = 846  # and this line; under it, who asks
_BAND: Final = 150  # what the lower third takes, and lifts the rest
_GAP: Final = 48  # between who asks and whose hearing it is
_TITLE: Final = "Preguntas de la ciudadanía"


def draw_projector(pen: Pen, view: PantallaView, logo: QImage | None = None) -> None:
    """Draw what the projector shows."""
    pen.fill(QRectF(0, 0, pen.width, HEIGHT), "ground")  # flat: a gradient bands on old projectors
    foot = _FOOT - (_BAND if view.cintillo is not None else 0)
    match view.tipo:
        case "pregunta":
            _question(pen, view, foot)
        case "mensaje":
            _text(pen, view.mensaje, foot)
            _signed(pen, view, foot)
        case "cifras":
            _counts(pen, view, foot)
            _signed(pen, view, foot)
        case "logos":
            _logos(pen, view, foot, logo)
        case "nada":
            pass
        case _:
            assert_never(view.tipo)
    if view.cintillo is not None:
        _lower_third(pen, view.cintillo)


def _wide(pen: Pen) -> float:
    return pen.width - 2 * _EDGE


def _question(pen: Pen, view: PantallaView, foot: float) -> None:
    asked = view.pregunta
    if asked is None:
        return
    head = QRectF(_EDGE, 80, _wide(pen), 50)
    pen.line(head, _TITLE, 34, "quiet", 500)
    pen.line(head, asked.codigo, 34, "quiet", 600, role="strong", right=True)
    _text(pen, asked.texto, foot)
    half = _wide(pen) * 0.62
    who = pen.line(QRectF(_EDGE, foot + 32, half, 60), asked.quien, 44, "ink", 600)
    of = pen.line(QRectF(_EDGE, foot + 96, half, 48), asked.de, 34, "quiet")
    _signed(pen, view, foot, who, of)


def _text(pen: Pen, words: str, foot: float) -> None:
    box = QRectF(_EDGE, _TOP, _wide(pen), foot - _TOP - 50)
    stands = pen.fitted(box, words, 88, 30, "ink", middle=True)
    pen.fill(QRectF(_EDGE - 48, stands.top() + 8, 8, max(24.0, stands.height() - 16)), "signal")


def _signed(pen: Pen, view: PantallaView, foot: float, who: float = 0, of: float = 0) -> None:
    """Whose hearing it is, at the right, in what the two lines of who asks leave free."""
    pen.fill(QRectF(_EDGE, foot, _wide(pen), 2), "line")
    room = QRectF(_EDGE, foot + 37, _wide(pen), 50)
    pen.line(room.adjusted(who and who + _GAP, 0, 0, 0), view.entidad, 34, "ink", 500, right=True)
    pen.line(room.adjusted(of and of + _GAP, 59, 0, 59), view.audiencia, 34, "quiet", right=True)


def _counts(pen: Pen, view: PantallaView, foot: float) -> None:
    pen.line(QRectF(_EDGE, 80, _wide(pen), 50), _TITLE, 34, "quiet", 500)
    half, middle = _wide(pen) / 2, (_TOP + foot) / 2
    for place, (count, one, many) in enumerate(
        ((view.recibidas, "recibida", "recibidas"), (view.respondidas, "respondida", "respondidas"))
    ):
        left = _EDGE + place * half
        pen.line(QRectF(left, middle - 170, half, 230), str(count), 208, "ink", 600, role="hero")
        pen.line(QRectF(left + 8, middle + 70, half, 70), one if count == 1 else many, 52, "quiet", 500)
    pen.fill(QRectF(_EDGE - 48, middle - 150, 8, 280), "signal")


def _logos(pen: Pen, view: PantallaView, foot: float, logo: QImage | None) -> None:
    top = (_TOP + foot) / 2 - 110
    if logo is not None and not logo.isNull():
        room = QRectF(_EDGE, 130, _wide(pen), foot - 430)
        size = logo.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        pen.painter.drawImage(QRectF(_EDGE, room.top(), size.width(), size.height()), logo)
        top = room.top() + size.height() + 40
    name = pen.fitted(QRectF(_EDGE, top, _wide(pen), foot - top - 120), view.entidad or view.audiencia, 88, 44, "ink")
    pen.fill(QRectF(_EDGE - 48, name.top() + 8, 8, max(24.0, name.height() - 16)), "signal")
    if view.entidad:
        pen.line(QRectF(_EDGE, name.bottom() + 16, _wide(pen), 60), view.audiencia, 44, "quiet")


def _lower_third(pen: Pen, third: Cintillo) -> None:
    """Who speaks."""
    box = QRectF(0, HEIGHT - _BAND - 24, pen.width, _BAND)
    pen.fill(box, "band")
    pen.fill(QRectF(_EDGE - 48, box.top() + 24, 8, _BAND - 48), "signal")
    high = 56 if third.entidad else 104
    pen.line(QRectF(_EDGE, box.top() + 22, _wide(pen), high), third.nombre, 48, "ink", 600)
    if third.entidad:
        pen.line(QRectF(_EDGE, box.top() + 80, _wide(pen), 48), third.entidad, 34, "quiet")
