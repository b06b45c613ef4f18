"""The times on stage: what is left to who has the word, and to the point of the agenda, by the clock on the wall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rcdesk.domain import reloj as clocks
from rcdesk.domain.registro import Reloj
from rcdesk.work.marcha import MarchaView


@dataclass(frozen=True, slots=True)
class Time:
    """One clock, ready to be read."""

    title: str
    """«Le quedan», «Se pasó», «Lleva», «En pausa»."""
    clock: str
    """«1:48», or «+0:12» when it is over."""
    note: str
    """«de 3:00 para esta respuesta»."""
    part: float | None = None
    """Of what was allotted, what is left (0 to 1); None when nothing was."""
    over: bool = False


@dataclass(frozen=True, slots=True)
class Clocks:
    """Every time on stage."""

    hour: str = ""
    turn: Time | None = None
    point: Time | None = None


def read_clocks(marcha: MarchaView | None, now: datetime) -> Clocks:
    """Read the clocks of a hearing at a moment of Bogotá."""
    turn = point = None
    if marcha is not None and marcha.turno is not None:
        allotted = marcha.turno.reloj.segundos
        whose = "para esta respuesta" if marcha.turno.clase == "respuesta" else "de palabra"
        note = f"de {_clocked(allotted)} {whose}" if allotted else ""
        turn = _read(marcha.turno.reloj, now, "Le quedan", note)
    if marcha is not None and marcha.punto is not None:
        point = _read(marcha.punto.reloj, now, "Cierra el bloque", marcha.punto.titulo)
    return Clocks(f"{now:%H:%M}", turn, point)


def _read(reloj: Reloj, now: datetime, title: str, note: str) -> Time:
    left = clocks.restantes(reloj, now)
    if left is None:
        told = Time("Lleva", _clocked(clocks.transcurridos(reloj, now)), note)
    elif left < 0:
        told = Time("Se pasó", f"+{_clocked(-left)}", note, 0.0, over=True)
    else:
        told = Time(title, _clocked(left), note, left / reloj.segundos if reloj.segundos else None)
    return told if clocks.corre(reloj) else Time("En pausa", told.clock, told.note, told.part, told.over)


def _clocked(seconds: int) -> str:
    """«1:48», «1:02:05»."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
