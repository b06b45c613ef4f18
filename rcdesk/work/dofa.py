"""The DOFA matrix of a hearing: factors, strategies where two of them cross, and what each strategy became.

Factors and strategies are plain lines: `lineas` adds, corrects, moves and withdraws them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, select

from rcdesk.domain import orden
from rcdesk.domain import registro as r
from rcdesk.domain.dofa import codigos_dofa, cruces_sin_estrategia
from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro.dofa import Cruce
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action

EJES: Final[Mapping[str, str]] = {
    "F": "fortalezas",
    "D": "debilidades",
    "O": "oportunidades",
    "A": "amenazas",
}
"""Letter → the list that holds its factors."""

_F, _E = JOURNALED["factores"].c, JOURNALED["estrategias"].c


@dataclass(frozen=True, slots=True)
class FactorRow:
    """A factor; its code is its letter and its place (F1)."""

    id: str
    orden: str
    eje: str
    codigo: str
    texto: str


@dataclass(frozen=True, slots=True)
class EstrategiaRow:
    """A strategy; its code is its cross and its place in it (FO1). `compromiso` is the number of its commitment."""

    id: str
    orden: str
    cruce: Cruce
    codigo: str
    texto: str
    compromiso: str | None


@dataclass(frozen=True, slots=True)
class DofaView:
    """The whole matrix. `cruces_vacios` have factors on both sides and no strategy."""

    factores: tuple[FactorRow, ...]
    estrategias: tuple[EstrategiaRow, ...]
    cruces_vacios: tuple[Cruce, ...]
    cierre: tuple[r.Bloque, ...]

    def del_eje(self, eje: str) -> tuple[FactorRow, ...]:
        """The factors of a letter."""
        return tuple(factor for factor in self.factores if factor.eje == eje)

    def del_cruce(self, cruce: str) -> tuple[EstrategiaRow, ...]:
        """The strategies of a cross."""
        return tuple(estrategia for estrategia in self.estrategias if estrategia.cruce == cruce)


@action("Mover de cruce")
def cambiar_de_cruce(unit: Unit, *, id: str, cruce: Cruce) -> None:
    """Move a strategy to another cross, as its last one."""
    row = _estrategia(unit, id)
    unit.update("estrategias", id, cruce=cruce, orden=orden.despues_de(_last(unit, row.audiencia_id)))


@action("Unir estrategia y compromiso")
def enlazar_compromiso(unit: Unit, *, id: str, codigo: str) -> None:
    """Say which commitment carries out a strategy; an empty number says none."""
    row = _estrategia(unit, id)
    if codigo and not _vigente(unit, row.audiencia_id, codigo):
        raise RuleError(f"No hay un compromiso {codigo} en esta audiencia.", field="compromiso")
    unit.update("estrategias", id, compromiso=codigo or None)


def ver_dofa(connection: Connection, *, audiencia_id: str) -> DofaView:
    """Return the matrix of a hearing, with its codes."""
    hearing = JOURNALED["audiencias"].c
    factores = _factores(connection, audiencia_id)
    estrategias = _estrategias(connection, audiencia_id)
    empty = cruces_sin_estrategia(_registro(factores, estrategias))
    cierre = connection.scalar(select(hearing.dofa_cierre).where(hearing.id == audiencia_id))
    return DofaView(factores, estrategias, empty, cierre or ())


def _registro(factores: Iterable[FactorRow], estrategias: Iterable[EstrategiaRow]) -> r.Dofa:
    """The matrix as the format writes it, for its rules."""
    texts = {eje: tuple(factor.texto for factor in factores if factor.eje == eje) for eje in EJES}
    return r.Dofa(
        fortalezas=texts["F"],
        debilidades=texts["D"],
        oportunidades=texts["O"],
        amenazas=texts["A"],
        estrategias=tuple(r.Estrategia(cruce=estrategia.cruce, texto=estrategia.texto) for estrategia in estrategias),
    )


def _factores(connection: Connection, audiencia_id: str) -> tuple[FactorRow, ...]:
    found = connection.execute(
        select(_F.id, _F.orden, _F.lista, _F.texto)
        .where(_F.audiencia_id == audiencia_id, _F.anulada_motivo.is_(None))
        .order_by(_F.orden, _F.id)
    ).all()
    return tuple(
        FactorRow(row.id, row.orden, eje, f"{eje}{place}", row.texto)
        for eje, lista in EJES.items()
        for place, row in enumerate((row for row in found if row.lista == lista), 1)
    )


def _estrategias(connection: Connection, audiencia_id: str) -> tuple[EstrategiaRow, ...]:
    found = connection.execute(
        select(_E.id, _E.orden, _E.cruce, _E.texto, _E.compromiso)
        .where(_E.audiencia_id == audiencia_id, _E.anulada_motivo.is_(None))
        .order_by(_E.orden, _E.id)
    ).all()
    codes = codigos_dofa(r.Estrategia(cruce=row.cruce, texto=row.texto) for row in found)
    return tuple(
        EstrategiaRow(row.id, row.orden, row.cruce, code, row.texto, row.compromiso)
        for row, code in zip(found, codes, strict=True)
    )


def _estrategia(unit: Unit, id: str) -> Any:
    row = unit.connection.execute(select(JOURNALED["estrategias"]).where(_E.id == id)).one_or_none()
    if row is None or row.anulada_motivo is not None:
        raise RuleError("La estrategia ya no está en la matriz.")
    unit.audiencia_id = row.audiencia_id
    return row


def _last(unit: Unit, audiencia_id: str) -> str:
    return unit.last_order("estrategias", audiencia_id=audiencia_id)


def _vigente(unit: Unit, audiencia_id: str, codigo: str) -> bool:
    c = JOURNALED["compromisos"].c
    query = select(c.id).where(c.audiencia_id == audiencia_id, c.codigo == codigo, c.anulada_motivo.is_(None))
    return unit.connection.execute(query).first() is not None
