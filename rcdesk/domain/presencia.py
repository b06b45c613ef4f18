"""Who is in the room at a minute of the hearing: who arrived, and has not gone out since."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro.asistentes import Paso


class Movimiento(NamedTuple):
    """Someone went out or came back at an hour (HH:MM); `orden` parts those of one minute."""

    hora: str
    orden: str
    paso: Paso


def estaba(hora_llegada: str | None, movimientos: Iterable[Movimiento], hora: str) -> bool:
    """Say whether someone was in at `hora` (HH:MM), that minute included: they had arrived, and not gone out since.

    Who comes back without an exit having been noted was in all along: only the door that noted nothing knows.
    """
    if hora_llegada is None or hora_llegada > hora:
        return False
    ultimo = max((movimiento for movimiento in movimientos if movimiento.hora <= hora), default=None)
    return ultimo is None or ultimo.paso == "reingreso"


def exigir_paso(
    nombre: str | None, hora_llegada: str | None, movimientos: Iterable[Movimiento], paso: Paso, hora: str
) -> None:
    """Refuse to note what could not be: nobody goes out who has not come in or is already out, nor before coming in."""
    quien, hechos = nombre or "Esta persona", tuple(movimientos)
    ultimo = max(hechos, default=None)
    if hora_llegada is None:
        raise RuleError(f"{quien} no ha ingresado: registre primero su ingreso.", field="hora")
    if hora < hora_llegada:
        raise RuleError(f"{quien} ingresó a las {hora_llegada}: no pudo moverse a las {hora}.", field="hora")
    if ultimo is not None and hora < ultimo.hora:
        raise RuleError(f"Lo último que se anotó de {quien} fue a las {ultimo.hora}: corrija la hora.", field="hora")
    if paso == "salida" and ultimo is not None and ultimo.paso == "salida":
        raise RuleError(
            f"{quien} ya había salido a las {ultimo.hora}: si volvió, anote antes su reingreso.", field="hora"
        )


def exigir_llegada(nombre: str | None, hora_llegada: str | None, movimientos: Iterable[Movimiento]) -> None:
    """Refuse an arrival, corrected, that could not be: nobody goes out before coming in."""
    quien, primero = nombre or "Esta persona", min(movimientos, default=None)
    if primero is not None and (hora_llegada is None or hora_llegada > primero.hora):
        hecho = "salió" if primero.paso == "salida" else "volvió"
        raise RuleError(f"{quien} {hecho} a las {primero.hora}: tuvo que ingresar antes.", field="hora_llegada")
