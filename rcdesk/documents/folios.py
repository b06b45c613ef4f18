"""What the sheets that people sign by hand have in common: their rows, and the hearing they are of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rcdesk import i18n
from rcdesk.documents.blocks import literal
from rcdesk.domain.palabras import MODALIDAD, con_mayuscula
from rcdesk.domain.registro import Audiencia

ALTO: Final = 26.0
"""Points of a row, a little over the 9 mm that a hand needs to sign."""

_EN_BLANCO: Final = "________________________"
"""Where a hand writes what is not known yet."""


def nombre(audiencia: Audiencia) -> str:
    """How the hearing is called."""
    return literal(audiencia.nombre or audiencia.codigo)


def cuando(audiencia: Audiencia) -> str:
    """The day and hour of the hearing, as it began or will begin; empty when neither is known."""
    hora = audiencia.hora_inicio or audiencia.hora_inicio_programada
    partes = (i18n.fecha_con_dia(audiencia.fecha) if audiencia.fecha else "", i18n.hora_am_pm(hora) if hora else "")
    return ", ".join(parte for parte in partes if parte)


def donde(audiencia: Audiencia) -> str:
    """Its places and how people take part in it."""
    modalidad = con_mayuscula(MODALIDAD[audiencia.modalidad]) if audiencia.modalidad else ""
    lugares = i18n.lista_en_palabras([lugar.nombre for lugar in audiencia.lugares])
    return literal(". ".join(parte for parte in (lugares, modalidad) if parte))


def cuando_y_donde(audiencia: Audiencia) -> str:
    """Both in one line, with room to write what is not known."""
    return f"{cuando(audiencia) or _EN_BLANCO}. {donde(audiencia) or _EN_BLANCO}"


def datos(audiencia: Audiencia) -> Iterator[tuple[str, str]]:
    """What heads a list of people, label by label."""
    yield "Actividad", nombre(audiencia)
    yield "Fecha y lugar", cuando_y_donde(audiencia)
