"""The agenda with its hours, as the papers for the room print it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from rcdesk import i18n
from rcdesk.documents.blocks import literal
from rcdesk.domain.registro import Audiencia, Punto

Fila: TypeAlias = tuple[str, str, str, str]
"""Hour, numbered title, minutes and who is in charge."""


def puntos(audiencia: Audiencia) -> Iterator[tuple[Punto, Fila]]:
    """Each point with its row; its hour is known while the minutes of those before it are."""
    hora: str | None = audiencia.hora_inicio_programada
    for numero, punto in enumerate(audiencia.orden_del_dia, 1):
        yield (
            punto,
            (
                i18n.hora_am_pm(hora) if hora else "",
                f"{numero}. {_titulo(punto)}",
                str(punto.minutos) if punto.minutos is not None else "",
                literal(punto.responsable or ""),
            ),
        )
        hora = _despues(hora, punto.minutos)


def suma_de_minutos(audiencia: Audiencia) -> str:
    """What all the points take."""
    minutos = sum(punto.minutos or 0 for punto in audiencia.orden_del_dia)
    return f"Los puntos suman {i18n.plural(minutos, 'minuto', 'minutos')}."


def _titulo(punto: Punto) -> str:
    return f"{literal(punto.titulo)}\n{literal(punto.detalle)}" if punto.detalle else literal(punto.titulo)


def _despues(hora: str | None, minutos: int | None) -> str | None:
    """The hour some minutes later; None when either is not known or the day ends before."""
    if hora is None or minutos is None:
        return None
    total = int(hora[:2]) * 60 + int(hora[3:5]) + minutos
    return f"{total // 60:02}:{total % 60:02}" if total < 24 * 60 else None
