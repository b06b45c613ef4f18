"""How the run of a hearing reads: countdowns, hours, who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rcdesk.domain import reloj as clocks
from rcdesk.domain.registro import Reloj
from rcdesk.ui.screens.en_vivo.looks import hour
from rcdesk.work.marcha import MarchaView, PuntoEnMarcha


@dataclass(frozen=True, slots=True)
class Countdown:
    """A clock in words: «12:48» and «restan de 30:00», or «+12 min» and «sobre 30:00». `part` goes from 0 to 1."""

    left: str
    of: str
    part: float
    over: bool
    warn: bool


def countdown(reloj: Reloj, now: datetime, warning: int) -> Countdown:
    """Return how a clock reads at a moment; `warning` are the seconds before the end that are told."""
    spent, left = clocks.transcurridos(reloj, now), clocks.restantes(reloj, now)
    paused = clocks.empezado(reloj) and not clocks.corre(reloj)
    if left is None or reloj.segundos is None:
        return Countdown(clocked(spent), "en pausa" if paused else "sin tiempo previsto", 0, over=False, warn=False)
    whole, part = clocked(reloj.segundos), spent / reloj.segundos
    if left < 0:
        over = f"+{-left // 60} min" if left <= -60 else f"+{-left} s"
        said = f"en pausa · sobre {whole}" if paused else f"sobre {whole}"
        return Countdown(over, said, part, over=True, warn=False)
    warn = left <= warning < reloj.segundos
    said = "en pausa · de" if paused else "por terminar · de" if warn else "restan de"
    return Countdown(clocked(left), f"{said} {whole}", part, over=False, warn=warn)


def clocked(seconds: int) -> str:
    """«1:41:07», «12:48»."""
    minutes, seconds = divmod(max(0, seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def point_now(view: MarchaView) -> str:
    """«Ahora · punto 4 de 6»."""
    return f"Ahora · punto {view.punto.numero} de {len(view.puntos)}" if view.punto is not None else ""


def hours_of(punto: PuntoEnMarcha, now: datetime) -> str:
    """«10:06 a 10:20 · tomó 14 de 15 min», «previsto: 15 min»."""
    planned = f"{punto.minutos} min" if punto.minutos is not None else "sin minutos"
    if punto.reloj.inicio is None:
        return f"previsto: {planned}" if punto.minutos is not None else planned
    spent = clocks.transcurridos(punto.reloj, now) // 60
    if punto.reloj.fin is None:
        return f"desde las {hour(punto.reloj.inicio)} · previsto: {planned}"
    return f"{hour(punto.reloj.inicio)} a {hour(punto.reloj.fin)} · tomó {spent} de {planned}"


def excess(view: MarchaView) -> str:
    """«+12 min: los puntos suman 132 min y la franja es de 120.», or nothing while they fit."""
    over = view.minutos - view.franja if view.franja is not None else 0
    return f"+{over} min: los puntos suman {view.minutos} min y la franja es de {view.franja}." if over > 0 else ""
