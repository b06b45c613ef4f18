"""Coming in, going out and coming back: what the door writes of a person, and what it knows of how they came in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from rcdesk.domain.autorizaciones import Respuesta
from rcdesk.i18n import COLOMBIA
from rcdesk.ui.kit import moment
from rcdesk.work.asistentes import registrar_conocido, registrar_llegada
from rcdesk.work.candidatos import CandidatoRow
from rcdesk.work.movimientos import anotar_reingreso, anotar_salida, ver_ingreso

if TYPE_CHECKING:
    from rcdesk.ui.kit.screen import Attempt
    from rcdesk.ui.screens.registro.screen import RegistroScreen


class Passing:
    """Each step says whether it was done; what is refused is told in place, as everywhere."""

    def __init__(self, screen: RegistroScreen) -> None:
        self._screen = screen
        self.under_way = False
        """While something is being written, of which the door will tell the end: who was found is not sought again."""

    def come_in(self, row_: CandidatoRow, answer: Respuesta | None) -> bool:
        """Check in someone of the list, of the guests or of the directory."""
        desk, hour = self._screen.desk, self._screen.late.hour()
        with self._step() as attempt:
            match row_.origen:
                case "asistente":
                    desk.do(registrar_llegada, id=row_.id, hora=hour, consentimiento=answer)
                case "invitado" | "persona":
                    hearing, origin = self._screen.audiencia_id, row_.origen
                    desk.do(
                        registrar_conocido,
                        audiencia_id=hearing,
                        origen=origin,
                        id=row_.id,
                        hora=hour,
                        consentimiento=answer,
                    )
        return attempt.ok

    def go_out(self, key: str) -> bool:
        """Note that someone goes out now."""
        with self._step() as attempt:
            self._screen.desk.do(anotar_salida, id=key, hora=moment.hour())
        return attempt.ok

    def come_back(self, key: str) -> bool:
        """Note that someone comes back now."""
        with self._step() as attempt:
            self._screen.desk.do(anotar_reingreso, id=key, hora=moment.hour())
        return attempt.ok

    @contextmanager
    def _step(self) -> Iterator[Attempt]:
        self.under_way = True
        try:
            with self._screen.attempt() as attempt:
                yield attempt
        finally:
            self.under_way = False

    def facts(self, row_: CandidatoRow) -> str:
        """Say when someone came in, at which desk, how long ago, and whether they are out."""
        told = self._screen.desk.ask(ver_ingreso, id=row_.id)
        first = f"Ingresó a las {row_.hora_llegada}"
        if told is not None and told.puesto:
            first += f" en el puesto {told.puesto}"
        here = told is not None and told.hora == row_.hora_llegada
        ago = how_long(row_.hora_llegada or "", told.momento) if told is not None and here else ""
        out = f"salió a las {row_.fuera}" if row_.fuera else ""
        return "  ·  ".join(filter(None, (first, ago, out)))


def how_long(hour: str, written: str) -> str:
    """Say how long ago `hour` (HH:MM) was, if it was written down today: «hace 15 min»; else nothing."""
    now = moment.now()
    if not hour or datetime.fromisoformat(written).astimezone(COLOMBIA).date() != now.date():
        return ""
    gone = now.hour * 60 + now.minute - (int(hour[:2]) * 60 + int(hour[3:]))
    if gone < 0:
        return ""
    hours, minutes = divmod(gone, 60)
    told = f"{hours} h {minutes} min" if hours and minutes else f"{hours} h" if hours else f"{minutes} min"
    return f"hace {told}" if gone else "hace un momento"
