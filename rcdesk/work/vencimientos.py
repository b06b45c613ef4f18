"""What falls due: activities of every plan, commitments and questions that owe an answer, in business days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, Literal, assert_never

from sqlalchemy import Connection, select

from rcdesk.domain import registro as r
from rcdesk.domain.compromisos import rotulo
from rcdesk.domain.plazos import dia_en_colombia, vencimiento
from rcdesk.domain.preguntas import ABIERTOS, codigo_de
from rcdesk.domain.registro.preguntas import TipoPregunta
from rcdesk.domain.seguimiento import Plazo, dias_de_plazo, plazo, vence
from rcdesk.domain.situacion import Dia, dia_de
from rcdesk.store.schema import JOURNALED
from rcdesk.uncollected import uncollected
from rcdesk.work.calendario import leer_calendario
from rcdesk.work.estados_al_corte import CompromisoAlRow, de_la_entidad_al
from rcdesk.work.filas_de_plan import Fila, fila_vista, leer_filas

_P, _A = JOURNALED["preguntas"].c, JOURNALED["audiencias"].c

Tipo = Literal["actividad", "compromiso", "pregunta"]
Tramo = Literal["vencido", "hoy", "semana", "mes"]
"""When it falls due: before today, today, until Sunday, in the `PRONTO` days from today."""

PRONTO: Final = 30
"""Days ahead that are looked at."""
_MAXIMO: Final = 100
"""Rows of each group that are read: the others are counted."""


@dataclass(frozen=True, slots=True)
class VencimientoRow:
    """Something owed. `dias` are business days: negative, those it is late; `procedencia` its plan or hearing."""

    tipo: Tipo
    id: str
    lugar_id: str
    """The key of its plan, or of its hearing."""
    numero: str
    que: str
    responsable: str
    procedencia: str
    fecha: str
    dias: int
    plazo: Plazo
    tramo: Tramo


@dataclass(frozen=True, slots=True)
class Vencimientos:
    """What is overdue or falls due soon, the oldest first: `cuantos` counts all, by group and kind; `filas`, some."""

    filas: tuple[VencimientoRow, ...]
    cuantos: Mapping[tuple[Tramo, Tipo], int] = field(default_factory=dict)

    def en(self, tramo: Tramo, *tipos: Tipo) -> int:
        """How many there are in a group, of all kinds or of some."""
        return sum(n for (which, tipo), n in self.cuantos.items() if which == tramo and (not tipos or tipo in tipos))


@dataclass(frozen=True, slots=True)
class Leido:
    """What was read already of activities and of open commitments, for whoever tells more of them than what is due."""

    filas: Sequence[Fila]
    abiertos: Sequence[CompromisoAlRow]


@dataclass(slots=True)
class _Debe:
    """Something owed, before its row is made: of thousands, some are read."""

    fecha: str
    de: Fila | CompromisoAlRow | _Pregunta


@dataclass(slots=True)
class _Pregunta:
    id: str
    audiencia_id: str
    numero: str
    texto: str
    responsable: str
    audiencia: str


@uncollected()
def vencimientos(
    connection: Connection,
    *,
    hoy: str,
    tipos: frozenset[Tipo] | None = None,
    maximo: int = _MAXIMO,
    leido: Leido | None = None,
) -> Vencimientos:
    """Return what is due on `hoy` (AAAA-MM-DD): overdue, today, this week and in 30 days.

    `tipos`, when given, are the only ones listed; all are counted. `maximo` are the rows read of each group.
    """
    today = date.fromisoformat(hoy)
    last = (today + timedelta(days=PRONTO)).isoformat()
    sunday = (today + timedelta(days=6 - today.weekday())).isoformat()
    told = _Telling(connection, today, leido)
    counts = Counter[tuple[Tramo, Tipo]]()
    shown: dict[Tramo, list[_Debe]] = {}
    for one in sorted((one for one in told.owed() if one.fecha <= last), key=lambda one: one.fecha):
        tramo, tipo = _tramo(one.fecha, hoy, sunday), _tipo(one)
        counts[tramo, tipo] += 1
        group = shown.setdefault(tramo, [])
        if len(group) < maximo and (tipos is None or tipo in tipos):
            group.append(one)
    return Vencimientos(tuple(told.row(one, tramo) for tramo, group in shown.items() for one in group), counts)


def _tramo(fecha: str, hoy: str, domingo: str) -> Tramo:
    if fecha < hoy:
        return "vencido"
    if fecha == hoy:
        return "hoy"
    return "semana" if fecha <= domingo else "mes"


def _tipo(one: _Debe) -> Tipo:
    match one.de:
        case Fila():
            return "actividad"
        case CompromisoAlRow():
            return "compromiso"
        case _Pregunta():
            return "pregunta"
        case _:
            assert_never(one.de)


def _leido(connection: Connection, dia: Dia, today: date) -> Leido:
    return Leido(leer_filas(connection, dia), de_la_entidad_al(connection, corte=today).abiertos)


class _Telling:
    """Finds what is owed on a day, and tells it."""

    def __init__(self, connection: Connection, today: date, leido: Leido | None) -> None:
        self._connection, self._today = connection, today
        self._calendario = leer_calendario(connection)
        self._dia = dia_de(today, self._calendario)
        self._leido = leido or _leido(connection, self._dia, today)
        planes = JOURNALED["planes"].c
        self._planes = {row.id: row.nombre for row in connection.execute(select(planes.id, planes.nombre))}

    def owed(self) -> Iterator[_Debe]:
        """Everything that has a date and is not done."""
        for fila in self._leido.filas:
            if fila.situada.proxima and fila.anulada is None:
                yield _Debe(fila.situada.proxima, fila)
        for row in self._leido.abiertos:
            day = vence(r.FechaONoAplica(row.fecha)) if row.fecha else None
            if day is not None:
                yield _Debe(day.isoformat(), row)
        yield from self._preguntas()

    def _preguntas(self) -> Iterator[_Debe]:
        query = (
            select(_P.id, _P.audiencia_id, _P.mesa, _P.numero, _P.texto_editado, _P.texto, _P.dependencia)
            .add_columns(_P.responsable, _P.tipo, _P.recibida, _A.nombre, _A.codigo)
            .join(JOURNALED["audiencias"], _A.id == _P.audiencia_id)
            .where(_P.anulada_motivo.is_(None), _A.anulada_motivo.is_(None), _P.recibida.is_not(None))
            .where(_P.estado.in_(sorted(ABIERTOS)) | _P.estado.is_(None))
        )
        known: dict[tuple[date, TipoPregunta | None], str] = {}
        for row in self._connection.execute(query):
            key = dia_en_colombia(r.FechaHora(row.recibida)), row.tipo
            if key not in known:
                known[key] = vencimiento(*key, self._calendario).isoformat()
            who = ", ".join(filter(None, (row.responsable, row.dependencia)))
            number, text = codigo_de(row.mesa, row.numero), row.texto_editado or row.texto
            hearing = row.nombre or row.codigo
            yield _Debe(known[key], _Pregunta(row.id, row.audiencia_id, number, text, who, hearing))

    def row(self, one: _Debe, tramo: Tramo) -> VencimientoRow:
        """Tell one of them."""
        dias = dias_de_plazo(self._today, date.fromisoformat(one.fecha), self._calendario)
        end = (one.fecha, dias, plazo(dias), tramo)
        match one.de:
            case Fila() as fila:
                own = fila_vista(fila, self._dia)
                who, plan = ", ".join(own.responsables), self._planes[own.plan_id]
                return VencimientoRow("actividad", own.id, own.plan_id, own.codigo or "", own.titulo, who, plan, *end)
            case CompromisoAlRow() as row:
                who, place = ", ".join(row.responsables), row.audiencia_id or row.plan_id or ""
                number = rotulo(row.codigo)
                return VencimientoRow(
                    "compromiso", row.id, place, number, row.que_hacer, who, row.procedencia_nombre, *end
                )
            case _Pregunta() as asked:
                return VencimientoRow(
                    "pregunta",
                    asked.id,
                    asked.audiencia_id,
                    asked.numero,
                    asked.texto,
                    asked.responsable,
                    asked.audiencia,
                    *end,
                )
            case _:
                assert_never(one.de)
