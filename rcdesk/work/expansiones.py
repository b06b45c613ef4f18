"""The abbreviations of the entity: one list, edited line by line."""

from __future__ import annotations

from sqlalchemy import Connection

from rcdesk.domain.errors import RuleError
from rcdesk.domain.expansiones import LISTA, Abreviatura, leer, nueva
from rcdesk.i18n import sin_tildes
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.listas import escribir_lista, leer_lista


@action("Guardar abreviatura")
def guardar_abreviatura(unit: Unit, *, nombre: str, texto: str, antes: str = "") -> None:
    """Keep an abbreviation; `antes` is the name that it had, when it is corrected.

    RuleError when another one has that name already.
    """
    one = nueva(nombre, texto)
    kept = leer_lista(unit.connection, LISTA)
    former = sin_tildes(antes)
    if one.clave != former and any(other.clave == one.clave for other in leer(kept)):
        raise RuleError(f"Ya hay una abreviatura «;{one.nombre}».", field="nombre")
    places = [i for i, valor in enumerate(kept) if former and _key(valor) == former]
    values = [*kept]
    if places:
        values[places[-1]] = one.escrita()
    else:
        values.append(one.escrita())
    escribir_lista(unit, LISTA, values)


@action("Retirar abreviatura")
def retirar_abreviatura(unit: Unit, *, nombre: str) -> None:
    """Take an abbreviation out of the list; what it already wrote stays."""
    before = leer_lista(unit.connection, LISTA)
    kept = [valor for valor in before if _key(valor) != sin_tildes(nombre)]
    if len(kept) == len(before):
        raise RuleError(f"Ya no hay una abreviatura «;{nombre}».")
    escribir_lista(unit, LISTA, kept)


def listar_abreviaturas(connection: Connection) -> list[Abreviatura]:
    """Return them in the order of the alphabet."""
    return sorted(leer(leer_lista(connection, LISTA)), key=lambda one: one.clave)


def _key(valor: str) -> str:
    """The name of the abbreviation that a kept value is; nothing when it is none."""
    return next((one.clave for one in leer([valor])), "")
