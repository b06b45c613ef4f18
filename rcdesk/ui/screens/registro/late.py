"""A hearing of another day: of one that ended, who is registered now came then; of one to come, nobody came yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rcdesk.i18n import fecha_corta
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look
from rcdesk.work.agregados import PuertaRow, ver_puerta

if TYPE_CHECKING:
    from rcdesk.ui.kit.hearing import HearingScreen


class Late:
    """Knows whether the door of the hearing is still open, says it over the box, and the hour of who comes in."""

    def __init__(self, screen: HearingScreen) -> None:
        self._screen = screen
        self._door = PuertaRow(terminada=False, aprobada=False, hora=None)
        self._words = named("aviso_de_agregados", PlainLabel("", "body", wrap=not look().large, elide=look().large))
        strip = Card(fill="info_soft", border="info", raised=False)
        strip.setLayout(row(Glyph("clock", "info", 18), (self._words, 1), margins=(18, 8, 16, 9), gap=10))
        self.strip: QWidget = strip
        strip.hide()

    def refresh(self) -> None:
        """Read how the hearing and its acta stand."""
        self._door = self._screen.desk.ask(ver_puerta, audiencia_id=self._screen.audiencia_id)
        self._words.setText(self._say())
        self.strip.setVisible(bool(self._words.text()))

    def hour(self) -> str:
        """Return when somebody registered now came in: now; or, if the hearing ended, when it began."""
        return (self._door.hora if self._door.terminada else None) or moment.hour()

    def _say(self) -> str:
        door = self._door
        if door.aprobada:
            return "El acta ya está aprobada: la lista de asistencia ya no cambia."
        today = moment.today()
        whole = door.fecha is not None and len(door.fecha) == len(today)  # of «2026» nobody knows whether it is to come
        if door.por_empezar and door.fecha and whole and door.fecha > today:
            day = f"La audiencia es el {fecha_corta(door.fecha)}"
            told = "quien registre aquí queda como ingresado hoy. Para inscribir, traiga la lista."
            return f"{day}, no hoy" if look().large else f"{day}: {told}"
        if not door.terminada:
            return ""
        added = f"«agregado el {fecha_corta(today)}»"
        if look().large:
            return f"Ya terminó: quien entre queda {added}" + (f", {self._door.hora}" if self._door.hora else "")
        came = f", con ingreso a las {self._door.hora}" if self._door.hora else ""
        return f"La audiencia ya terminó. A quien registre se le anota {added}{came}."
