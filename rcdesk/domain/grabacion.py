"""The place of what happened in the recording of the hearing, so that it can be heard again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rcdesk.domain.registro.valores import Desfase
from rcdesk.i18n import COLOMBIA

_CON_SEGUNDOS = 3  # HH:MM:SS


@dataclass(frozen=True, slots=True)
class EnGrabacion:
    """How long after the recording began. `exacta` is false when one of the two hours is known to the minute only."""

    desfase: Desfase
    exacta: bool = True

    @property
    def en_palabras(self) -> str:
        """«min 12:47 de la grabación», «1:02:47 de la grabación», or «hacia el min 12»."""
        hours, minutes, seconds = self.desfase.split(":")
        if not self.exacta:
            return f"hacia el min {int(hours) * 60 + int(minutes)} de la grabación"
        if int(hours):
            return f"{int(hours)}:{minutes}:{seconds} de la grabación"
        return f"min {int(minutes)}:{seconds} de la grabación"


def en_grabacion(escrito: str | None, cuando: str | None, inicio: str | None) -> EnGrabacion | None:
    """Return the place of a moment: the one written, else derived. None before the beginning, or without an hour."""
    if escrito:
        return EnGrabacion(Desfase(escrito))
    if not cuando or not inicio or "T" not in cuando or "T" not in inicio:
        return None
    seconds = int((_momento(cuando) - _momento(inicio)).total_seconds())
    if seconds < 0:
        return None
    minutes, second = divmod(seconds, 60)
    place = Desfase(f"{minutes // 60:02}:{minutes % 60:02}:{second:02}")
    return EnGrabacion(place, exacta=_a_los_segundos(cuando) and _a_los_segundos(inicio))


def _momento(instante: str) -> datetime:
    moment = datetime.fromisoformat(instante)
    return moment if moment.tzinfo else moment.replace(tzinfo=COLOMBIA)


def _a_los_segundos(instante: str) -> bool:
    clock = instante.partition("T")[2].rstrip("Z").replace("-", "+").partition("+")[0]
    return len(clock.split(":")) == _CON_SEGUNDOS
