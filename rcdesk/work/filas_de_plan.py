"""The activities of plans as they stood on a day, without their records: ten thousand in a fifth of a second.

SQL finds what had been done by then, as `domain/seguimiento.ejecutado_al` says; `domain/situacion` tells the rest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, overload

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.redondeo import exacto
from rcdesk.domain.registro.planes import Agregacion, TipoActividad
from rcdesk.domain.situacion import (
    Debida,
    Dia,
    FechaMarcada,
    Numero,
    Situacion,
    Situada,
    Tramo,
    cantidad,
    fechas_marcadas,
    por_ciento_hecho,
    situada,
)
from rcdesk.store.days import last_day
from rcdesk.store.reading import raw
from rcdesk.uncollected import uncollected

_NAMES: Final = (
    "id",
    "componente_id",
    "codigo",
    "nombre",
    "indicador_codigo",
    "indicador_nombre",
    "meta_nombre",
    "meta_valor",
    "meta_unidad",
    "responsables",
    "desde",
    "hasta",
    "fechas",
    "tipo",
    "frecuencia",
    "unidad",
    "agregacion",
    "aporta_a",
    "anulada_motivo",
)
_FROM: Final = (
    "FROM componentes AS c JOIN actividades AS a ON a.componente_id = c.id JOIN planes AS p ON p.id = c.plan_id "
    "WHERE c.anulada_motivo IS NULL AND p.anulada_motivo IS NULL"
)
_ROWS: Final = f"SELECT c.plan_id, {', '.join(f'a.{name}' for name in _NAMES)} {_FROM}"
_ORDER: Final = " ORDER BY c.plan_id, c.orden, c.id, a.orden, a.id"
_PERIODS: Final = (
    f"SELECT t.id, t.actividad_id, t.periodo, t.programado, t.ejecutado, {last_day('t.corte')} "
    "FROM programaciones AS t WHERE t.anulada_motivo IS NULL"
)
_PERIODS_OF_PLAN: Final = (
    " AND t.actividad_id IN (SELECT a.id FROM componentes AS c JOIN actividades AS a ON a.componente_id = c.id "
    "WHERE c.plan_id = :plan)"
)
_PERIODS_OF_ONE: Final = " AND t.actividad_id = :actividad"
_SAID: Final = (
    "SELECT s.programacion_id, s.avance FROM json_each(:periodos) AS j "
    f"JOIN seguimientos AS s ON s.programacion_id = j.value WHERE {last_day('s.corte')} <= :corte "
    f"AND s.avance IS NOT NULL AND s.anulada_motivo IS NULL ORDER BY {last_day('s.corte')}, s.orden, s.id"
)
_OF_PLAN: Final = " AND c.plan_id = :plan"
_OF_ONE: Final = " AND a.id = :actividad"


@dataclass(slots=True)  # as `Debida`: not frozen, for there are thousands
class Fila:
    """An activity as it lies in the base, with what it owes and how it stands."""

    plan_id: str
    row: Sequence[Any]
    debida: Debida
    situada: Situada

    @property
    def id(self) -> str:
        """Its key."""
        return str(self.row[0])

    @property
    def componente_id(self) -> str:
        """The key of its stage."""
        return str(self.row[1])

    @property
    def responsables(self) -> tuple[str, ...]:
        """Who answers for it."""
        return lista(self.row[_NAMES.index("responsables")])

    @property
    def anulada(self) -> str | None:
        """Why it was withdrawn; None while it stands."""
        motivo: str | None = self.row[-1]
        return motivo


@dataclass(frozen=True, slots=True)
class ActividadRow:
    """An activity in the views and beside them. `titulo` is how it is called when it has no name of its own.

    `programado` and `ejecutado` are sums over the periods that say both, and `porcentaje` the part done of them;
    `avance` is the last percentage of one that programmes nothing.
    """

    id: str
    plan_id: str
    componente_id: str
    codigo: str | None
    nombre: str | None
    titulo: str
    responsables: tuple[str, ...]
    tipo: TipoActividad | None
    frecuencia: str | None
    desde: str | None
    hasta: str | None
    fechas: tuple[str, ...]
    marcas: tuple[FechaMarcada, ...]
    meta_nombre: str | None
    meta_valor: str | None
    meta_unidad: str | None
    indicador_nombre: str | None
    unidad: str | None
    agregacion: Agregacion | None
    aporta_a: str | None
    periodos: int
    programado: str | None
    ejecutado: str | None
    porcentaje: int | None
    avance: str | None
    situacion: Situacion
    proxima: str
    anulada: str | None


class Filas(Sequence[ActividadRow]):
    """The rows of a list of activities, each made when it is looked at: a table shows twenty of ten thousand."""

    def __init__(self, filas: Sequence[Fila], dia: Dia) -> None:
        self._filas, self._dia = filas, dia
        self._made: dict[int, ActividadRow] = {}

    @property
    def filas(self) -> Sequence[Fila]:
        """What they are made of."""
        return self._filas

    def __len__(self) -> int:
        return len(self._filas)

    @overload
    def __getitem__(self, place: int) -> ActividadRow: ...
    @overload
    def __getitem__(self, place: slice) -> Filas: ...
    def __getitem__(self, place: int | slice) -> ActividadRow | Filas:
        if isinstance(place, slice):
            return Filas(self._filas[place], self._dia)
        if place not in self._made:
            self._made[place] = fila_vista(self._filas[place], self._dia)
        return self._made[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(self._same, self, other))

    __hash__ = None  # type: ignore[assignment]  # it is compared as a list is

    @staticmethod
    def _same(one: object, other: object) -> bool:
        return one == other


@uncollected()
def leer_filas(connection: Any, dia: Dia, *, plan_id: str = "", actividad_id: str = "") -> list[Fila]:
    """Return the activities of every plan that stands, of one, or one of them, in order, as they stood on a day."""
    driver = raw(connection)
    only = (_OF_PLAN if plan_id else "") + (_OF_ONE if actividad_id else "")
    asked = {"plan": plan_id, "actividad": actividad_id, "corte": dia.hoy}
    tramos = _tramos(driver, (_PERIODS_OF_PLAN if plan_id else "") + (_PERIODS_OF_ONE if actividad_id else ""), asked)
    found = list[Fila]()
    for plan, *row in driver.execute(_ROWS + only + _ORDER, asked):
        owed = _debida(row, tramos.get(row[0], ()))
        found.append(Fila(plan, row, owed, situada(owed, dia)))
    return found


def fila_vista(fila: Fila, dia: Dia) -> ActividadRow:
    """The row that is shown of an activity."""
    own = dict(zip(_NAMES, fila.row, strict=True))
    pares = [
        (uno.programado, uno.ejecutado)
        for uno in fila.debida.tramos
        if uno.programado is not None and uno.ejecutado is not None
    ]
    programado, ejecutado = sum(par[0] for par in pares), sum(par[1] for par in pares)
    sueltos = [uno.ejecutado for uno in fila.debida.tramos if uno.programado is None and uno.ejecutado is not None]
    return ActividadRow(
        **{name: own[name] for name in _SAME},
        plan_id=fila.plan_id,
        titulo=_titulo(own),
        responsables=fila.responsables,
        fechas=fila.debida.fechas,
        marcas=fechas_marcadas(fila.debida, dia.hoy),
        periodos=len(fila.debida.tramos),
        programado=_exacto(programado) if pares else None,
        ejecutado=_exacto(ejecutado) if pares else None,
        porcentaje=por_ciento_hecho(programado, ejecutado, fila.debida.agregacion) if pares else None,
        avance=_exacto(sueltos[-1]) if sueltos else None,
        situacion=fila.situada.situacion,
        proxima=fila.situada.proxima,
        anulada=fila.anulada,
    )


@lru_cache(maxsize=8192)
def lista(stored: str | None) -> tuple[str, ...]:
    """A list of texts as it lies in the base."""
    return tuple(json.loads(stored)) if stored else ()


_SAME: Final = (
    "id",
    "componente_id",
    "codigo",
    "nombre",
    "tipo",
    "frecuencia",
    "desde",
    "hasta",
    "meta_nombre",
    "meta_valor",
    "meta_unidad",
    "indicador_nombre",
    "unidad",
    "agregacion",
    "aporta_a",
)


def _tramos(driver: Any, only: str, asked: Mapping[str, str]) -> dict[str, list[Tramo]]:
    corte = asked["corte"]
    rows = driver.execute(_PERIODS + only + " ORDER BY t.actividad_id, t.orden, t.id", asked).fetchall()
    said = dichos_al(driver, [row[0] for row in rows if row[5] > corte], corte)
    found: dict[str, list[Tramo]] = {}
    for id, actividad, periodo, programado, ejecutado, day in rows:
        done: Any = ejecutado if day <= corte else said.get(id)
        one = Tramo(periodo, programado and cantidad(programado), done and cantidad(done))
        if actividad in found:
            found[actividad].append(one)
        else:
            found[actividad] = [one]
    return found


def dichos_al(driver: Any, periodos: Sequence[str], corte: str) -> dict[str, str]:
    """What had been said by a day of the periods of which something was said later."""
    if not periodos:
        return {}
    return dict(driver.execute(_SAID, {"periodos": json.dumps(periodos), "corte": corte}).fetchall())


def _debida(row: Sequence[Any], tramos: Sequence[Tramo]) -> Debida:
    meta, meta_unidad, unidad = row[7], row[8], row[15]
    return Debida(
        row[10],
        row[11],
        lista(row[12]),
        cantidad(meta) if meta is not None else None,
        meta_unidad != "porcentaje" and unidad != "porcentaje",
        unidad == "porcentaje",
        row[16],
        tramos,
    )


def _titulo(own: Mapping[str, Any]) -> str:
    """Its name; a row that has none is called by what it measures, or by its goal."""
    names = (own["nombre"], own["indicador_nombre"], own["meta_nombre"], own["codigo"], own["indicador_codigo"])
    return next((name for name in names if name and name != r.NO_APLICA), "")


def _exacto(valor: Numero) -> str:
    return exacto(valor) if not isinstance(valor, int) else str(valor)
