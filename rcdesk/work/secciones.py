"""The disclosed information of a hearing: sections of narrative, and sections inside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from rcdesk.domain import orden
from rcdesk.domain import registro as r
from rcdesk.domain.errors import RuleError
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import GONE, Unit
from rcdesk.work import action

_S = JOURNALED["secciones"].c


@dataclass(frozen=True, slots=True)
class SeccionRow:
    """A section in the tree: `numero` is its place («2», «2.1»), `padre` the section it is in, `nivel` from 1."""

    id: str
    orden: str
    numero: str
    nivel: int
    padre: str | None
    titulo: str | None
    dependencia: str | None
    bloques: int
    cifras: int
    """How many blocks it has, and how many figures."""
    subsecciones: int


@dataclass(frozen=True, slots=True)
class SeccionTexto:
    """A section with what is written in it."""

    id: str
    titulo: str | None
    dependencia: str | None
    bloques: tuple[r.Bloque, ...]


@action("Mover sección")
def meter_seccion(unit: Unit, *, id: str, padre: str) -> None:
    """Put a section of the hearing at the end of another one, which is of the first level."""
    holder = _lugar(unit, padre)
    if holder["seccion_id"] is not None or padre == id:
        raise RuleError("Una subsección no puede tener otras adentro.")
    if _hijas(unit, id):
        raise RuleError("Saque primero sus subsecciones: una subsección no puede tener otras adentro.")
    last = unit.last_order("secciones", seccion_id=padre)
    unit.update("secciones", id, audiencia_id=None, seccion_id=padre, orden=orden.despues_de(last))


@action("Mover sección")
def sacar_seccion(unit: Unit, *, id: str) -> None:
    """Put a subsection among the sections of the hearing, right after the one it was in."""
    padre = _lugar(unit, id)["seccion_id"]
    if padre is None:
        raise RuleError("La sección ya es del primer nivel.")
    holder = _lugar(unit, padre)
    if holder["audiencia_id"] is None:
        raise RuleError("La sección que la contiene es de otro documento.")
    after = select(_S.orden).where(_S.audiencia_id == holder["audiencia_id"], _S.orden > holder["orden"])
    next_key = unit.connection.scalar(after.order_by(_S.orden).limit(1)) or ""
    key = orden.entre(holder["orden"], next_key)
    unit.update("secciones", id, audiencia_id=holder["audiencia_id"], seccion_id=None, orden=key)


def listar_secciones(connection: Connection, *, audiencia_id: str) -> list[SeccionRow]:
    """Return the sections of a hearing as a tree read from top to bottom; withdrawn ones, with all inside, are out."""
    return _leidas(connection, _S.audiencia_id == audiencia_id)


def listar_secciones_del_plan(connection: Connection, *, plan_id: str) -> list[SeccionRow]:
    """Return the sections of the narrative of a plan, the same way."""
    return _leidas(connection, _S.plan_id == plan_id)


def _leidas(connection: Connection, mine: ColumnElement[bool]) -> list[SeccionRow]:
    below: dict[str | None, list[dict[str, Any]]] = {}
    shown = (_S.id, _S.orden, _S.audiencia_id, _S.seccion_id, _S.titulo, _S.dependencia, _S.bloques, _S.cifras)
    pending: list[str] = []
    while True:
        query = select(*shown).where(mine, _S.anulada_motivo.is_(None)).order_by(_S.orden, _S.id)
        found = [dict(row._mapping) for row in connection.execute(query)]
        for row in found:
            below.setdefault(row["seccion_id"], []).append(row)
        pending = [row["id"] for row in found]
        if not pending:
            return list(_arbol(below, None, "", 1))
        mine = _S.seccion_id.in_(pending)


def ver_seccion(connection: Connection, *, id: str) -> SeccionTexto | None:
    """Return a section with its blocks; None when it is gone or withdrawn."""
    query = select(_S.id, _S.titulo, _S.dependencia, _S.bloques).where(_S.id == id, _S.anulada_motivo.is_(None))
    row = connection.execute(query).one_or_none()
    return None if row is None else SeccionTexto(*row)


def _arbol(
    below: dict[str | None, list[dict[str, Any]]], padre: str | None, prefix: str, nivel: int
) -> Iterator[SeccionRow]:
    for place, row in enumerate(below.get(padre, ()), 1):
        numero = f"{prefix}{place}"
        yield SeccionRow(
            row["id"],
            row["orden"],
            numero,
            nivel,
            padre,
            row["titulo"],
            row["dependencia"],
            len(row["bloques"]),
            len(row["cifras"]),
            len(below.get(row["id"], ())),
        )
        yield from _arbol(below, row["id"], f"{numero}.", nivel + 1)


def _lugar(unit: Unit, id: str) -> dict[str, Any]:
    row = unit.connection.execute(select(_S.orden, _S.audiencia_id, _S.seccion_id).where(_S.id == id)).one_or_none()
    if row is None:
        raise RuleError(GONE)
    return dict(row._mapping)


def _hijas(unit: Unit, id: str) -> bool:
    query = select(_S.id).where(_S.seccion_id == id, _S.anulada_motivo.is_(None)).limit(1)
    return unit.connection.execute(query).first() is not None
