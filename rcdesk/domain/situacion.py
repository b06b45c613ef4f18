"""How an activity stands on a day: from what it programmes, what was done, and its dates.

What is needed of it is a `Debida`, without its texts: ten thousand are told at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Final, Literal

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.plan import agregado
from rcdesk.domain.cifras.redondeo import numero, porcentaje
from rcdesk.domain.periodos import cubre, meses, ultimo_dia
from rcdesk.domain.plazos import LEY, Calendario, sumar_habiles
from rcdesk.domain.registro.planes import Agregacion
from rcdesk.domain.seguimiento import CERCA

Situacion = Literal["cumplida", "vencida", "vence_hoy", "por_vencer", "en_curso", "programada", "sin_fecha"]
"""How an activity stands on a day."""

EstadoFecha = Literal["cumplida", "vencida", "hoy", "futura"]
"""How one of its dates stands."""

Numero = int | Fraction
_DIA: Final = len("AAAA-MM-DD")


@dataclass(frozen=True, slots=True)
class FechaMarcada:
    """A date on which something is due, and how it stands."""

    fecha: str
    estado: EstadoFecha


@dataclass(slots=True)  # not frozen, as the next one: it costs three times to make, and there are thousands
class Tramo:
    """What a period programmes and what was done in it; None while nobody has said."""

    periodo: str
    programado: Numero | None = None
    ejecutado: Numero | None = None


@dataclass(slots=True)
class Debida:
    """What an activity owes. `meta` is its goal, and `cuenta` whether the goal counts what the periods count."""

    desde: str | None = None
    hasta: str | None = None
    fechas: tuple[str, ...] = ()
    meta: Numero | None = None
    cuenta: bool = True
    porcentual: bool = False
    agregacion: Agregacion | None = None
    tramos: Sequence[Tramo] = ()


@dataclass(slots=True)
class Situada:
    """How it stands. `proxima` is the last day (AAAA-MM-DD) of what is due next; empty when it is done or undated."""

    situacion: Situacion
    proxima: str


@dataclass(frozen=True, slots=True)
class Dia:
    """A day on which activities are looked at; what is due after it, up to `cerca`, is about to fall due."""

    hoy: str
    cerca: str


def dia_de(hoy: date, calendario: Calendario = LEY) -> Dia:
    """The day, with how far `CERCA` business days go: up to the eve of the next one."""
    despues = sumar_habiles(hoy, CERCA + 1, calendario)
    return Dia(hoy.isoformat(), max(hoy, despues - timedelta(days=1)).isoformat())


@lru_cache(maxsize=4096)
def cantidad(texto: str) -> Numero:
    """A decimal as typed: a whole number when it is one, for those are added forty times faster."""
    valor = numero(r.Cantidad(texto))
    return valor.numerator if valor.denominator == 1 else valor


def debida(actividad: r.Actividad) -> Debida:
    """What an activity owes."""
    meta = actividad.meta or r.Meta()
    return Debida(
        desde=actividad.desde,
        hasta=actividad.hasta,
        fechas=actividad.fechas,
        meta=cantidad(meta.valor) if meta.valor is not None else None,
        cuenta="porcentaje" not in (meta.unidad, actividad.unidad),
        porcentual=actividad.unidad == "porcentaje",
        agregacion=actividad.agregacion,
        tramos=[
            Tramo(
                uno.periodo,
                cantidad(uno.programado) if uno.programado is not None else None,
                cantidad(uno.ejecutado) if uno.ejecutado is not None else None,
            )
            for uno in actividad.programacion
        ],
    )


def situada(que: Debida, dia: Dia) -> Situada:
    """Say how an activity stands: from its single dates if it has them, otherwise from its term.

    One that only programmes periods has the term of the first that is not done.
    """
    if cumplida(que):
        return Situada("cumplida", "")
    if que.fechas:
        desde, last, empezada = _por_fechas(que)
    else:
        desde, hasta = _termino(que)
        desde, last, empezada = desde or hasta, _fin(hasta or desde), False
    return Situada(_como(dia, desde, last, empezada=empezada), last)


def _como(dia: Dia, desde: str | None, last: str, *, empezada: bool) -> Situacion:
    """From the last day of what is due next, empty when nothing is; a date known to the month lasts all of it."""
    if not last:
        return "en_curso" if empezada else "sin_fecha"
    if last <= dia.hoy:
        return "vencida" if last < dia.hoy else "vence_hoy"
    if last <= dia.cerca:
        return "por_vencer"
    return "en_curso" if empezada or (desde and dia.hoy[: len(desde)] >= desde) else "programada"


def cumplida(que: Debida) -> bool:
    """Whether all that was programmed, and the goal when it counts the same things, is done."""
    hechos = [uno.ejecutado for uno in que.tramos if uno.ejecutado is not None]
    if not hechos:
        return False
    if que.agregacion == "decreciente":
        ultimo = que.tramos[-1]
        return ultimo.ejecutado is not None and ultimo.programado is not None and ultimo.ejecutado <= ultimo.programado
    hecho = agregado(hechos, que.agregacion)
    if que.agregacion == "constante" and que.tramos[-1].ejecutado is None:
        return False
    return hecho > 0 and hecho >= _por_hacer(que)


def por_ciento_hecho(programado: Numero, ejecutado: Numero, agregacion: Agregacion | None) -> int | None:
    """How much of what was programmed was done, in whole percent; None when nothing was programmed.

    What should fall is the other way round, as `domain/cumplimiento.razon_de` has it.
    """
    if not programado:
        return None
    if agregacion != "decreciente":
        return int(porcentaje(ejecutado, programado, 0))
    return int(porcentaje(programado, ejecutado, 0)) if ejecutado > 0 else 100


def fechas_marcadas(que: Debida, hoy: str) -> tuple[FechaMarcada, ...]:
    """The dates of an activity with the state of each: of those in one period, as many are met as its part done."""
    hechas = frozenset(que.fechas) if cumplida(que) else _cumplidas(que)
    return tuple(FechaMarcada(fecha, _estado_de_fecha(fecha, fecha in hechas, hoy)) for fecha in que.fechas)


def _por_fechas(que: Debida) -> tuple[str | None, str, bool]:
    """Of one with single dates: since when, the last day of what is due first, and whether something was done."""
    hechas = _cumplidas(que)
    debidas = [_fin(fecha) for fecha in (*(una for una in que.fechas if una not in hechas), que.hasta) if fecha]
    return None, min(debidas, default=""), bool(hechas) or any(uno.ejecutado for uno in que.tramos)


def _fin(fecha: str | None) -> str:
    """The last day of a date; empty without one."""
    if not fecha:
        return ""
    return fecha if len(fecha) == _DIA else ultimo_dia(fecha).isoformat()


def _estado_de_fecha(fecha: str, hecha: bool, hoy: str) -> EstadoFecha:
    if hecha:
        return "cumplida"
    if hoy[: len(fecha)] > fecha:
        return "vencida"
    return "hoy" if hoy == _fin(fecha) else "futura"


def _cumplidas(que: Debida) -> frozenset[str]:
    hechas: list[str] = []
    for uno in que.tramos:
        suyas = [fecha for fecha in que.fechas if cubre(uno.periodo, fecha)]
        hechas += suyas[: int(len(suyas) * _parte(que, uno))]
    return frozenset(hechas)


def _termino(que: Debida) -> tuple[str | None, str | None]:
    """From when and until when: as written, or the months of the first period that owes something."""
    if que.desde or que.hasta or que.fechas:
        return que.desde, que.hasta
    debidos = (uno for uno in que.tramos if uno.programado is not None and _parte(que, uno) < 1)
    primero = next(debidos, None)
    return meses(primero.periodo) if primero is not None else (None, None)


def _parte(que: Debida, uno: Tramo) -> Numero:
    """How much of a period is done, from 0 to 1; what should fall, the other way round."""
    if uno.ejecutado is None:
        return 0
    todo = uno.programado if uno.programado is not None else _todo(que)
    if todo <= 0:
        return 1
    if que.agregacion == "decreciente":
        return 1 if uno.ejecutado <= todo else Fraction(todo) / uno.ejecutado
    return 1 if uno.ejecutado >= todo else Fraction(uno.ejecutado) / todo


def _todo(que: Debida) -> Numero:
    """What a row that programmes nothing by period must reach: 100 when it reports percentages, otherwise its goal."""
    if que.porcentual:
        return 100
    return que.meta if que.meta is not None else 1


def _por_hacer(que: Debida) -> Numero:
    programado = agregado([uno.programado for uno in que.tramos if uno.programado is not None], que.agregacion)
    if programado == 0:
        return _todo(que)
    return max(programado, que.meta) if que.cuenta and que.meta is not None else programado
