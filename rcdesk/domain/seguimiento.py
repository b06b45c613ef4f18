"""How commitments and activities stood on a day: only what had been said of them by then counts.

What is said late with an earlier date counts on that date; what is said afterwards never changes what was told before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from typing import Final, Literal, TypeVar, assert_never

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.redondeo import numero
from rcdesk.domain.periodos import ultimo_dia
from rcdesk.domain.plazos import LEY, Calendario, habiles_entre
from rcdesk.domain.registro.compromisos import Alcance, EstadoCompromiso

_V = TypeVar("_V")

CERCA: Final = 5
"""Business days: what is due within them is about to fall due."""

Plazo = Literal["vencido", "hoy", "por_vencer", "con_tiempo"]
"""How near a date is."""

Lampara = Literal[
    "vencido",
    "vence_hoy",
    "por_vencer",
    "en_avance",
    "por_iniciar",
    "trasladado",
    "cumplido",
    "incumplido",
    "cancelado",
]
"""What is shown of a commitment on a day: its state, or how near its date is."""

ABIERTOS: Final[frozenset[EstadoCompromiso]] = frozenset({"pendiente", "en_curso"})


@dataclass(frozen=True, slots=True)
class EstadoAl:
    """How a commitment stood at the end of a day. `avance` is a percentage as typed, None when nobody has said any.

    `fecha` is the date that it had then, moved or not; `dicho` the last advance that says something.
    """

    estado: EstadoCompromiso
    avance: r.Cantidad | None
    fecha: r.FechaONoAplica | None
    responsables: tuple[str, ...]
    trasladado: bool
    dicho: str | None


@dataclass(slots=True)  # not frozen: it costs three times to make, and there are thousands
class Dicho:
    """What the advances of a commitment said of it by the end of a day: the last of each thing, None if nobody did."""

    avance: r.Cantidad | None = None
    estado: EstadoCompromiso | None = None
    fecha: r.FechaONoAplica | None = None
    responsables: tuple[str, ...] = ()
    texto: str | None = None
    alguno: bool = False
    """Whether anything had been said."""
    calla: bool = True
    """Whether nothing was said later, and no advance of any day says a state: that of the commitment holds."""


@dataclass(slots=True)  # not frozen: it costs three times to make, and there are thousands
class Prometido:
    """What a commitment says of itself, be it a record or a row; `adquirido` is that of its hearing if it has none."""

    estado: EstadoCompromiso | None
    alcance: Alcance | None
    responsables: tuple[str, ...]
    fecha: r.FechaONoAplica | None
    adquirido: r.Fecha | None
    fecha_traslado: r.Fecha | None


def estado_al(compromiso: r.Compromiso, corte: date, *, adquirido: r.Fecha | None = None) -> EstadoAl | None:
    """Tell how a commitment stood at the end of `corte`; None when it had not been made.

    `adquirido` is the date of its hearing, for one that does not say when it was made. A state that the commitment has
    without any advance that says it holds from its last advance on.
    """
    uno = compromiso
    desde = uno.adquirido or adquirido
    propio = Prometido(uno.estado, uno.alcance, uno.responsables, uno.fecha, desde, uno.fecha_traslado)
    return estado_de(propio, dicho_al(uno.seguimientos, corte), corte)


def dicho_al(seguimientos: Sequence[r.Seguimiento], corte: date) -> Dicho:
    """What the advances of a commitment said of it by the end of a day."""
    dichos = [uno for uno in en_orden(seguimientos) if cuenta_al(uno, corte)]
    return Dicho(
        avance=_ultimo(uno.avance for uno in dichos),
        estado=_ultimo(uno.estado for uno in dichos),
        fecha=_ultimo(uno.nueva_fecha for uno in dichos),
        responsables=_ultimo(uno.responsables or None for uno in dichos) or (),
        texto=_ultimo(uno.texto for uno in dichos),
        alguno=bool(dichos),
        calla=len(dichos) == len(seguimientos) and not any(uno.estado for uno in seguimientos),
    )


def estado_de(propio: Prometido, dicho: Dicho, corte: date) -> EstadoAl | None:
    """Tell how a commitment stood at the end of a day from what had been said of it by then, as `estado_al` does."""
    if propio.adquirido is not None and propio.adquirido > corte.isoformat():  # known to the month: from its first day
        return None
    traslado = propio.fecha_traslado
    return EstadoAl(
        estado=_estado(propio.estado, dicho),
        avance=dicho.avance,
        fecha=dicho.fecha or propio.fecha,
        responsables=dicho.responsables or propio.responsables,
        trasladado=ultimo_dia(traslado) <= corte if traslado else propio.alcance == "no_a_cargo",
        dicho=dicho.texto,
    )


def lampara(estado: EstadoAl, corte: date, calendario: Calendario = LEY) -> Lampara:
    """Say what is shown of a commitment on a day."""
    dia = vence(estado.fecha)
    return lampara_con(estado, dias_de_plazo(corte, dia, calendario) if dia else None)


def lampara_con(estado: EstadoAl, dias: int | None) -> Lampara:
    """Say what is shown of a commitment whose date is so many business days away; None without a date."""
    match estado.estado:
        case "cumplido" | "incumplido" | "cancelado":
            return estado.estado
        case "pendiente" | "en_curso":
            return _abierto(estado, dias)
        case _:
            assert_never(estado.estado)


def dias_de_plazo(hoy: date, fecha: date, calendario: Calendario = LEY) -> int:
    """Business days from a day to a date, 0 on the day itself; negative, those that it is late.

    A date on a weekend is one day ahead of its Friday, and one day late on its Monday.
    """
    if fecha == hoy:
        return 0
    return (
        max(1, habiles_entre(hoy, fecha, calendario)) if fecha > hoy else -max(1, habiles_entre(fecha, hoy, calendario))
    )


def plazo(dias: int) -> Plazo:
    """Say how near a date is, from its business days."""
    if dias < 0:
        return "vencido"
    if dias == 0:
        return "hoy"
    return "por_vencer" if dias <= CERCA else "con_tiempo"


def vence(fecha: r.FechaONoAplica | None) -> date | None:
    """The last day of the date of a commitment; None without one, or when it is «N.A.»."""
    return ultimo_dia(fecha) if fecha and fecha != r.NO_APLICA else None


def ejecutado_al(periodo: r.Programacion, corte: date) -> r.Cantidad | None:
    """What had been done in a period of an activity at the end of a day; None while nobody had said."""
    if periodo.seguimientos:
        return avance_al(((uno.corte, uno.avance) for uno in periodo.seguimientos), corte)
    return periodo.ejecutado if periodo.corte is None or ultimo_dia(periodo.corte) <= corte else None


def avance_al(dichos: Iterable[tuple[r.Fecha | None, r.Cantidad | None]], corte: date) -> r.Cantidad | None:
    """The last amount said by the end of a day, of when and how much each advance said, as they were written."""
    fechados = [(_lugar_en_el_tiempo(cuando), cuanto) for cuando, cuanto in dichos]
    hasta = corte.toordinal()
    return _ultimo(cuanto for dia, cuanto in sorted(fechados, key=itemgetter(0)) if dia <= hasta)


def plan_al(plan: r.Plan, corte: date) -> r.Plan:
    """The plan as it stood at the end of a day: what was done later is not there."""
    return replace(
        plan,
        corte=r.Fecha(corte.isoformat()),
        componentes=tuple(
            replace(uno, actividades=tuple(actividad_al(fila, corte) for fila in uno.actividades))
            for uno in plan.componentes
        ),
    )


def actividad_al(actividad: r.Actividad, corte: date) -> r.Actividad:
    """The activity as it stood at the end of a day."""
    return replace(actividad, programacion=tuple(_periodo_al(periodo, corte) for periodo in actividad.programacion))


def _periodo_al(periodo: r.Programacion, corte: date) -> r.Programacion:
    dichos = tuple(uno for uno in en_orden(periodo.seguimientos) if cuenta_al(uno, corte))
    return replace(periodo, ejecutado=ejecutado_al(periodo, corte), seguimientos=dichos)


def en_orden(seguimientos: Iterable[r.Seguimiento]) -> list[r.Seguimiento]:
    """The advances by their date; those of one day, as they were written, and first those without any."""
    return sorted(seguimientos, key=lambda uno: _lugar_en_el_tiempo(uno.corte))


def cuenta_al(uno: r.Seguimiento, corte: date) -> bool:
    """Whether what an advance says was known at the end of a day."""
    return uno.corte is None or ultimo_dia(uno.corte) <= corte


def _lugar_en_el_tiempo(corte: r.Fecha | None) -> int:
    """Where an advance stands among others: what has no date comes even before the first day that there is."""
    return ultimo_dia(corte).toordinal() if corte else 0


def _ultimo(valores: Iterable[_V | None]) -> _V | None:
    return next((valor for valor in reversed([*valores]) if valor is not None), None)


def _estado(propio: EstadoCompromiso | None, dicho: Dicho) -> EstadoCompromiso:
    if dicho.estado is not None:
        return dicho.estado
    if propio and dicho.calla:
        return propio
    if dicho.avance is not None and numero(dicho.avance) >= 100:
        return "cumplido"
    return "en_curso" if dicho.alguno else "pendiente"


def _abierto(estado: EstadoAl, dias: int | None) -> Lampara:
    if estado.trasladado:
        return "trasladado"
    match "con_tiempo" if dias is None else plazo(dias):
        case "vencido":
            return "vencido"
        case "hoy":
            return "vence_hoy"
        case "por_vencer":
            return "por_vencer"
        case _:
            started = estado.estado == "en_curso" or (estado.avance is not None and numero(estado.avance) > 0)
            return "en_avance" if started else "por_iniciar"
