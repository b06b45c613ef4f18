"""How every commitment of the base stood on a day: SQL finds what was in force, `domain/seguimiento` tells the state.

It reads a hundred thousand advances in the time of one page of a list; nothing of it is kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import Any, Final

from rcdesk.domain import registro as r
from rcdesk.domain.compromisos import dependencia_de
from rcdesk.domain.plazos import Calendario
from rcdesk.domain.registro.compromisos import EstadoCompromiso, OrigenCompromiso
from rcdesk.domain.seguimiento import (
    ABIERTOS,
    Dicho,
    EstadoAl,
    Lampara,
    Prometido,
    dias_de_plazo,
    estado_de,
    lampara_con,
    vence,
)
from rcdesk.store.days import last_day
from rcdesk.store.reading import raw
from rcdesk.uncollected import uncollected
from rcdesk.work.calendario import leer_calendario

_DAY: Final = last_day("corte")
"""The day from which an advance counts, the last one of its month or its year; without any, it counts always."""
_SAID: Final = ("avance", "estado", "nueva_fecha", "responsables")
_LAST: Final = ", ".join(
    f"max(CASE WHEN {name} IS NOT NULL AND dia <= :corte THEN dia || ' ' || orden || ' ' || id || ' ' || {name} END)"
    for name in _SAID
)
"""The last of each thing that was said by then: its day, its place and its key sort before what it says."""
_ALL: Final = "compromiso_id IS NOT NULL"
_ONE: Final = "compromiso_id = :id"
_ADVANCES: Final = (
    f"SELECT compromiso_id, sum(dia <= :corte), count(*), count(estado), {_LAST} "
    f"FROM (SELECT *, {_DAY} AS dia FROM seguimientos WHERE {_ALL} AND anulada_motivo IS NULL) "
    "GROUP BY compromiso_id"
)
_PROMISES: Final = (
    "SELECT c.id, c.audiencia_id, c.plan_id, coalesce(h.codigo, p.codigo), coalesce(h.nombre, p.nombre), h.fecha, "
    "c.codigo, c.que_hacer, c.responsables, c.dependencia, c.fecha, c.estado, c.alcance, c.entidad_competente, "
    "c.fecha_traslado, c.adquirido, c.origen, c.origen_detalle, c.preguntas "
    "FROM compromisos AS c LEFT JOIN audiencias AS h ON h.id = c.audiencia_id "
    "LEFT JOIN planes AS p ON p.id = c.plan_id "
    "WHERE c.anulada_motivo IS NULL AND h.anulada_motivo IS NULL AND p.anulada_motivo IS NULL"
)
_STATED: Final = (5, 8, 10, 11, 12, 14, 15)
"""Of a row of `_PROMISES`, what its state comes from: when its hearing was held, who answers, date, state, reach, when
it was handed over and when it was made."""
_WITHIN: Final = (
    "({0} BETWEEN :desde AND :hasta OR (length({0}) < 10 AND substr({0}, 1, 7) BETWEEN :primero AND :ultimo))"
)
_DATED: Final = (
    f"SELECT id FROM compromisos WHERE {_WITHIN.format('fecha')} UNION SELECT compromiso_id FROM seguimientos "
    f"WHERE nueva_fecha IS NOT NULL AND compromiso_id IS NOT NULL AND {_WITHIN.format('nueva_fecha')}"
)
"""Those that some time had a date within some days; one known to the month, in their months."""
_AMONG: Final = "IN (SELECT value FROM json_each(:claves))"
_OFFICES: Final = "SELECT nombre FROM dependencias WHERE anulada_motivo IS NULL"


@dataclass(frozen=True, slots=True)
class CompromisoAlRow:
    """A commitment as it stood on a day. `dias` are the business days to its date, negative if late; None without one.

    `procedencia` is the code of the hearing or the plan where it was made, and `adquirido` when. `dependencia` is the
    office where it counts.
    """

    id: str
    audiencia_id: str | None
    plan_id: str | None
    procedencia: str
    procedencia_nombre: str
    codigo: str
    que_hacer: str
    responsables: tuple[str, ...]
    dependencia: str | None
    adquirido: r.Fecha | None
    fecha: r.FechaONoAplica | None
    dias: int | None
    estado: EstadoCompromiso
    avance: r.Cantidad | None
    """Percent, as typed; None when nobody has said any."""
    lampara: Lampara
    trasladado: bool
    entidad_competente: str | None
    origen: OrigenCompromiso | None
    origen_detalle: str | None
    preguntas: tuple[r.RefPregunta, ...]


@dataclass(frozen=True, slots=True)
class DeLaEntidad:
    """The commitments that the entity answers for on a day: those open, how many it met, and how many there are."""

    abiertos: Sequence[CompromisoAlRow]
    cumplidos: int
    todos: int


@uncollected()
def estados_al(connection: Any, *, corte: date) -> list[CompromisoAlRow]:
    """Return every commitment that had been made by the end of a day, as `domain/seguimiento.estado_al` tells it."""
    return _told(connection, corte, _ADVANCES, f"{_PROMISES} ORDER BY c.orden, c.id", {})


def estado_de_uno(connection: Any, *, id: str, corte: date) -> CompromisoAlRow | None:
    """Return one commitment as it stood at the end of a day; None when it had not been made, or was withdrawn."""
    found = _told(connection, corte, _ADVANCES.replace(_ALL, _ONE), f"{_PROMISES} AND c.id = :id", {"id": id})
    return next(iter(found), None)


@uncollected()
def de_la_entidad_al(connection: Any, *, corte: date) -> DeLaEntidad:
    """Return what the entity answered for at the end of a day; of what is not open any more, only how many."""
    told = _Telling(connection, corte, _ADVANCES, {})
    abiertos, cumplidos, todos = list[CompromisoAlRow](), 0, 0
    for found in told.promises(f"{_PROMISES} ORDER BY c.orden, c.id"):
        como = told.state(found)
        if como is None or como.trasladado:
            continue
        todos += 1
        if como.estado in ABIERTOS:
            abiertos.append(told.row(found, como))
        elif como.estado == "cumplido":
            cumplidos += 1
    return DeLaEntidad(abiertos, cumplidos, todos)


@uncollected()
def vencen_entre(connection: Any, *, corte: date, desde: date, hasta: date) -> list[CompromisoAlRow]:
    """Return the commitments whose date, as it was known at the end of a day, falls in some days."""
    days = {"desde": desde.isoformat(), "hasta": hasta.isoformat()}
    days |= {"primero": days["desde"][:7], "ultimo": days["hasta"][:7]}
    which = {"claves": json.dumps([key for (key,) in raw(connection).execute(_DATED, days)])}
    advances = _ADVANCES.replace(_ALL, f"compromiso_id {_AMONG}")
    rows = _told(connection, corte, advances, f"{_PROMISES} AND c.id {_AMONG} ORDER BY c.orden, c.id", which)
    return [row for row in rows if (dia := vence(r.FechaONoAplica(row.fecha or ""))) and desde <= dia <= hasta]


def _told(connection: Any, corte: date, advances: str, promises: str, which: dict[str, str]) -> list[CompromisoAlRow]:
    told = _Telling(connection, corte, advances, which)
    states = ((found, told.state(found)) for found in told.promises(promises))
    return [told.row(found, como) for found, como in states if como is not None]


class _Plazos:
    """The business days to each date, counted once: ten thousand commitments have some hundreds of dates."""

    def __init__(self, corte: date, calendario: Calendario) -> None:
        self._corte, self._calendario = corte, calendario
        self._known: dict[str | None, int | None] = {}

    def __call__(self, fecha: r.FechaONoAplica | None) -> int | None:
        if fecha not in self._known:
            dia = vence(fecha)
            self._known[fecha] = dias_de_plazo(self._corte, dia, self._calendario) if dia else None
        return self._known[fecha]


def _dichos(driver: Any, corte: date, advances: str, which: dict[str, str]) -> Iterator[tuple[str, Dicho]]:
    found = driver.execute(advances, {"corte": corte.isoformat(), **which}).fetchall()
    for key, dichos, todos, estados, *last in found:
        avance, estado, fecha, responsables = (said and said.split(" ", 3)[3] for said in last)
        yield (
            key,
            Dicho(avance, estado, fecha, _list(responsables), None, dichos > 0, dichos == todos and not estados),
        )


class _Telling:
    """Tells how commitments stood on a day, from their rows and what had been said of them by then."""

    def __init__(self, connection: Any, corte: date, advances: str, which: dict[str, str]) -> None:
        self._driver, self._corte, self._which = raw(connection), corte, which
        self._dichos = dict(_dichos(self._driver, corte, advances, which))
        self._conocidas = frozenset(name for (name,) in self._driver.execute(_OFFICES))
        self._plazos = _Plazos(corte, leer_calendario(connection))
        self._nothing = Dicho()

    def promises(self, query: str) -> list[tuple[Any, ...]]:
        """The rows of some commitments, as `_PROMISES` reads them."""
        rows: list[tuple[Any, ...]] = self._driver.execute(query, self._which).fetchall()
        return rows

    def state(self, found: tuple[Any, ...]) -> EstadoAl | None:
        """How one stood; None when it had not been made."""
        celebrada, responsables, fecha, estado, alcance, traslado, adquirido = itemgetter(*_STATED)(found)
        propio = Prometido(estado, alcance, _list(responsables), fecha, adquirido or celebrada, traslado)
        return estado_de(propio, self._dichos.get(found[0], self._nothing), self._corte)

    def row(self, found: tuple[Any, ...], como: EstadoAl) -> CompromisoAlRow:
        """The row of one that stood so."""
        id, audiencia, plan, procedencia, nombre, celebrada, codigo, que_hacer, _, dependencia, *rest = found
        *_, entidad, _, adquirido, origen, detalle, preguntas = rest
        dias = self._plazos(como.fecha)
        return CompromisoAlRow(
            id=id,
            audiencia_id=audiencia,
            plan_id=plan,
            procedencia=procedencia or "",
            procedencia_nombre=nombre or procedencia or "",
            codigo=codigo or "",
            que_hacer=que_hacer or "",
            responsables=como.responsables,
            dependencia=dependencia_de(dependencia, como.responsables, self._conocidas),
            adquirido=adquirido or celebrada,
            fecha=como.fecha,
            dias=dias,
            estado=como.estado,
            avance=como.avance,
            lampara=lampara_con(como, dias),
            trasladado=como.trasladado,
            entidad_competente=entidad,
            origen=origen,
            origen_detalle=detalle,
            preguntas=_list(preguntas),
        )


@lru_cache(maxsize=1024)  # the same few offices answer for thousands
def _list(stored: str | None) -> tuple[Any, ...]:
    return tuple(json.loads(stored)) if stored else ()
