"""The organisations that people come for: counted, offered while one types, and joined when two names are one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, func, select

from rcdesk.domain import orden
from rcdesk.domain.campos import leer
from rcdesk.domain.errors import RuleError
from rcdesk.domain.organizaciones import Catalogo, Representada, cuantas, forma, representadas
from rcdesk.domain.organizaciones_parecidas import parecidas
from rcdesk.domain.registro import Organizacion
from rcdesk.i18n import sin_tildes
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.registrados import registrados

_O, _S, _P = (JOURNALED[table].c for table in ("organizaciones", "asistentes", "personas"))
_COMPARED: Final = 2_000
"""Names that are compared with one another: the most present ones of a hearing."""


@dataclass(frozen=True, slots=True)
class OrganizacionRow:
    """An organisation of a hearing. `parecidas` are other names of it that may be the same."""

    nombre: str
    personas: int
    otros_nombres: tuple[str, ...]
    """The names that a person joined to it."""
    escrita: tuple[str, ...]
    """The other ways in which people of this hearing wrote it."""
    parecidas: tuple[str, ...]

    @property
    def id(self) -> str:
        """What tells it from others."""
        return forma(self.nombre)


@dataclass(frozen=True, slots=True)
class OfertaRow:
    """A name that completes what is typed; `busca` are all the words by which it is found."""

    nombre: str
    busca: str


@action("Unir organizaciones")
def unir_organizaciones(unit: Unit, *, nombre: str, otras: Sequence[str]) -> None:
    """Say that those `otras` are other names of `nombre`. What each person wrote stays as they wrote it."""
    name = _typed(nombre)
    aliases = [alias for alias in map(_typed, otras) if forma(alias) != forma(name)]
    if not aliases:
        raise RuleError("Elija dos organizaciones distintas para unirlas.", field="nombre")
    known = {form: row for row in _standing(unit) for form in map(forma, (row.nombre, *row.otros_nombres))}
    mine = known.get(forma(name))
    names = dict.fromkeys(() if mine is None else (mine.nombre, *mine.otros_nombres)) | {name: None}
    for alias in aliases:
        other = known.get(forma(alias))
        names |= dict.fromkeys(
            (alias,) if other is None or other is mine else (other.nombre, *other.otros_nombres, alias)
        )
        if other is not None and other is not mine:
            _withdraw(unit, other, name)
    del names[name]
    _keep(unit, mine, name, tuple(names))


@action("Separar organizaciones")
def separar_organizaciones(unit: Unit, *, nombre: str, otras: Sequence[str]) -> None:
    """Say that those `otras` are not other names of `nombre` after all."""
    parted = set(map(forma, otras))
    row = next((row for row in _standing(unit) if forma(row.nombre) == forma(nombre)), None)
    left = () if row is None else tuple(name for name in row.otros_nombres if forma(name) not in parted)
    if row is None or left == row.otros_nombres:
        raise RuleError(f"«{nombre}» no tiene esos otros nombres: no hay qué separar.")
    unit.update("organizaciones", row.id, otros_nombres=left)


def catalogo(connection: Connection) -> Catalogo:
    """Return the names that a person joined."""
    rows = connection.execute(_NAMES).all()
    return Catalogo(Organizacion(nombre=row.nombre, otros_nombres=row.otros_nombres or ()) for row in rows)


def organizaciones_representadas(connection: Connection, *, audiencia_id: str) -> tuple[Representada, ...]:
    """Return who is represented at a hearing, as the acta tells it: of whoever arrived, or of all while nobody has."""
    came = func.count(_S.hora_llegada)
    query = select(_S.organizacion, func.count(), came).where(registrados(audiencia_id))
    rows = connection.execute(query.group_by(_S.organizacion)).all()
    some = any(arrived for _, _, arrived in rows)
    written = ((name, arrived if some else all_) for name, all_, arrived in rows if arrived or not some)
    return representadas(written, catalogo(connection))


def contar_organizaciones(connection: Connection, *, audiencia_id: str) -> int:
    """Return how many `organizaciones_representadas` there are, for a count that is told after each entrance."""
    here = registrados(audiencia_id)
    came = select(_S.id).where(here, _S.hora_llegada.is_not(None)).limit(1)
    some = () if connection.execute(came).first() is None else (_S.hora_llegada.is_not(None),)
    written = connection.scalars(select(_S.organizacion).distinct().where(here, *some))
    return cuantas(written, catalogo(connection))


def listar_organizaciones(connection: Connection, *, audiencia_id: str) -> list[OrganizacionRow]:
    """Return the organisations of a hearing: first those that may be one, then those with most people."""
    found = sorted(organizaciones_representadas(connection, audiencia_id=audiencia_id), key=lambda one: -one.personas)
    joined = {forma(row.nombre): row.otros_nombres or () for row in connection.execute(_NAMES)}
    alike: dict[str, list[str]] = {}
    for one, other in parecidas([row.nombre for row in found[:_COMPARED]]):
        alike.setdefault(one, []).append(other)
        alike.setdefault(other, []).append(one)
    rows = [
        OrganizacionRow(
            one.nombre, one.personas, joined.get(forma(one.nombre), ()), one.escrita, tuple(alike.get(one.nombre, ()))
        )
        for one in found
    ]
    return sorted(rows, key=lambda one: not one.parecidas)


def ofrecer_organizaciones(connection: Connection, *, audiencia_id: str) -> list[OfertaRow]:
    """Return what completes an organisation that is typed: each once, under its name, found also by the others."""
    here = select(_S.organizacion).where(_S.audiencia_id == audiencia_id, _S.organizacion.is_not(None))
    known = select(_P.organizacion).where(_P.organizacion.is_not(None))
    names = catalogo(connection)
    ways: dict[str, list[str]] = {}
    for written in connection.scalars(here.union(known)):
        if (name := names.canonica(written)) is not None:
            ways.setdefault(name, [name]).append(written)
    for row in connection.execute(_NAMES):
        ways.setdefault(row.nombre, [row.nombre]).extend(row.otros_nombres or ())
    return [OfertaRow(name, " ".join(ways[name])) for name in sorted(ways, key=sin_tildes)]


_NAMES: Final = select(_O.id, _O.nombre, _O.otros_nombres).where(_O.anulada_motivo.is_(None)).order_by(_O.orden)


@dataclass(frozen=True, slots=True)
class _Standing:
    id: str
    nombre: str
    otros_nombres: tuple[str, ...]


def _standing(unit: Unit) -> list[_Standing]:
    return [_Standing(row.id, row.nombre, row.otros_nombres or ()) for row in unit.connection.execute(_NAMES)]


def _typed(nombre: str) -> str:
    name = leer(Organizacion, "nombre", nombre)
    if not name or not forma(name):
        raise RuleError("Escriba el nombre de la organización.", field="nombre")
    return str(name)


def _keep(unit: Unit, mine: _Standing | None, name: str, others: tuple[str, ...]) -> None:
    if mine is None:
        place = orden.despues_de(unit.last_order("organizaciones"))
        unit.insert("organizaciones", [{"nombre": name, "otros_nombres": others, "orden": place}])
    else:
        unit.update("organizaciones", mine.id, nombre=name, otros_nombres=others)


def _withdraw(unit: Unit, other: _Standing, name: str) -> None:
    why = f"Es otro nombre de «{name}»."
    unit.withdraw("organizaciones", other.id, why)
