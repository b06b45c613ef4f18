"""A clock of the hearing: what is allotted, what ran, pauses. By the clock on the wall, so that it survives a crash.

Instants are those of rcdesk/1 in UTC (2026-11-20T14:03:05Z); every step returns a new clock.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro import FechaHora, Reloj
from rcdesk.i18n import COLOMBIA, leer_hora


def corre(reloj: Reloj | None) -> bool:
    """Whether it is running."""
    return reloj is not None and reloj.corre_desde is not None


def empezado(reloj: Reloj | None) -> bool:
    """Whether it was ever started and is not over: it runs, or is paused."""
    return reloj is not None and reloj.inicio is not None and reloj.fin is None


def transcurridos(reloj: Reloj, ahora: datetime) -> int:
    """Seconds that it ran, without its pauses; a wall clock set back takes nothing away."""
    running = 0
    if reloj.corre_desde is not None:
        running = max(0, int((ahora - datetime.fromisoformat(reloj.corre_desde)).total_seconds()))
    return (reloj.usados or 0) + running


def restantes(reloj: Reloj, ahora: datetime) -> int | None:
    """Seconds left, negative once they are over; None when nothing was allotted."""
    return None if reloj.segundos is None else reloj.segundos - transcurridos(reloj, ahora)


def iniciar(reloj: Reloj | None, cuando: str, segundos: int | None = None) -> Reloj:
    """Start it, or go on after a pause or an end; what ran stays. `segundos` are those allotted, if it says none."""
    before = reloj or Reloj()
    if before.corre_desde is not None:
        raise RuleError("Ese reloj ya está corriendo.")
    return replace(
        before,
        segundos=before.segundos or segundos or None,
        corre_desde=FechaHora(cuando),
        inicio=before.inicio or FechaHora(cuando),
        fin=None,
    )


def pausar(reloj: Reloj, cuando: str) -> Reloj:
    """Stop counting; `iniciar` goes on."""
    if reloj.corre_desde is None:
        raise RuleError("Ese reloj no está corriendo.")
    return replace(reloj, usados=transcurridos(reloj, datetime.fromisoformat(cuando)), corre_desde=None)


def terminar(reloj: Reloj, cuando: str) -> Reloj:
    """Stop it for good."""
    if not empezado(reloj):
        raise RuleError("Eso no ha empezado.")
    stopped = pausar(reloj, cuando) if corre(reloj) else reloj
    return replace(stopped, fin=FechaHora(cuando))


def ampliar(reloj: Reloj | None, segundos: int) -> Reloj:
    """Allot more seconds (fewer, when negative); never less than one."""
    before = reloj or Reloj()
    return replace(before, segundos=max(1, (before.segundos or 0) + segundos))


def corregir(reloj: Reloj, inicio: str, fin: str, ahora: datetime) -> Reloj:
    """Write by hand when it began and ended (HH:MM of Bogotá); its pauses stay. Both empty: it never began."""
    if not inicio.strip() and not fin.strip():
        return Reloj(segundos=reloj.segundos)
    day = datetime.fromisoformat(reloj.inicio) if reloj.inicio else ahora
    begun, ended = _a_las(inicio, day, "inicio"), _a_las(fin, day, "fin") if fin.strip() else None
    begun = _misma(begun, reloj.inicio)
    ended = None if ended is None else _misma(ended, reloj.fin)
    if begun > ahora or (ended is not None and ended > ahora):
        raise RuleError("Esa hora todavía no llega.", field="inicio" if begun > ahora else "fin")
    if ended is not None and ended < begun:
        raise RuleError("No pudo terminar antes de empezar.", field="fin")
    paused = _pausado(reloj, ahora)
    spent = max(0, int(((ended or ahora) - begun).total_seconds()) - paused)
    running = ended is None and (reloj.corre_desde is not None or reloj.inicio is None)
    return Reloj(
        segundos=reloj.segundos,
        usados=spent,
        corre_desde=FechaHora(ahora.isoformat()) if running else None,
        inicio=FechaHora(begun.isoformat()),
        fin=None if ended is None else FechaHora(ended.isoformat()),
    )


def _pausado(reloj: Reloj, ahora: datetime) -> int:
    """Seconds that it was stopped between its start and its end, or now."""
    if reloj.inicio is None:
        return 0
    until = datetime.fromisoformat(reloj.fin) if reloj.fin else ahora
    span = int((until - datetime.fromisoformat(reloj.inicio)).total_seconds())
    return max(0, span - transcurridos(reloj, ahora))


def _a_las(hora: str, dia: datetime, campo: str) -> datetime:
    read = leer_hora(hora)
    if read is None:
        raise RuleError("Escriba la hora: 10:41.", field=campo)
    return datetime.fromisoformat(f"{dia.astimezone(COLOMBIA).date()}T{read}").replace(tzinfo=COLOMBIA)


def _misma(escrita: datetime, antes: str | None) -> datetime:
    """The hour as it was, with its seconds, when what is typed is the same minute."""
    known = datetime.fromisoformat(antes) if antes else None
    return known if known is not None and timedelta() <= known - escrita < timedelta(minutes=1) else escrita
