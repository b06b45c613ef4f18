"""The abbreviations of the entity: one list, edited line by line."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, select

from rcdesk.domain import orden
from rcdesk.domain.errors import RuleError
from rcdesk.domain.expansiones import LISTA, Abreviatura, leer, nueva
from rcdesk.i18n import sin_tildes
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action

_L = JOURNALED["listas"].c


class _List(NamedTuple):
    """The row of the list, and its values."""

    id: str
    valores: tuple[str, ...]


@action("Guardar abreviatura")
def guardar_abreviatura(unit: Unit, *, nombre: str, texto: str, antes: str = "") -> None:
    """Keep an abbreviation; `antes` is the name that it had, when it is corrected.

    RuleError when another one has that name already.
    """
    one = nueva(nombre, texto)
    row = _list(unit.connection)
    kept = row.valores if row is not None else ()
    former = sin_tildes(antes)
    if one.clave != former and any(other.clave == one.clave for other in leer(kept)):
        raise RuleError(f"Ya hay una abreviatura «;{one.nombre}».", field="nombre")
    places = [i for i, valor in enumerate(kept) if former and _key(valor) == former]
    values = [*kept]
    if places:
        values[places[-1]] = one.escrita()
    else:
        values.append(one.escrita())
    _write(unit, row, values)


@action("Retirar abreviatura")
def retirar_abreviatura(unit: Unit, *, nombre: str) -> None:
    """Take an abbreviation out of the list; what it already wrote stays."""
    row = _list(unit.connection)
    kept = [] if row is None else [valor for valor in row.valores if _key(valor) != sin_tildes(nombre)]
    if row is None or len(kept) == len(row.valores):
        raise RuleError(f"Ya no hay una abreviatura «;{nombre}».")
    _write(unit, row, kept)


def listar_abreviaturas(connection: Connection) -> list[Abreviatura]:
    """Return them in the order of the alphabet."""
    row = _list(connection)
    return sorted(leer(row.valores), key=lambda one: one.clave) if row is not None else []


def _list(connection: Connection) -> _List | None:
    query = select(_L.id, _L.valores).where(_L.nombre == LISTA, _L.anulada_motivo.is_(None)).order_by(_L.orden, _L.id)
    row = connection.execute(query).first()
    return None if row is None else _List(row.id, tuple(row.valores))


def _write(unit: Unit, row: _List | None, valores: list[str]) -> None:
    if row is not None:
        unit.update("listas", row.id, valores=tuple(valores))
    else:
        place = orden.despues_de(unit.last_order("listas"))
        unit.insert("listas", [{"nombre": LISTA, "valores": tuple(valores), "orden": place}])


def _key(valor: str) -> str:
    """The name of the abbreviation that a kept value is; nothing when it is none."""
    return next((one.clave for one in leer([valor])), "")
