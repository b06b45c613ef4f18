"""Writes a whole new record with all the lines below it: a plan with its stages, activities and periods."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rcdesk.domain import orden
from rcdesk.store.records import to_row
from rcdesk.store.tree import BRANCHES, RECORDS, Branch, Linea
from rcdesk.store.unit import Unit


def plantar(unit: Unit, tabla: str, registro: Any, lugar: Mapping[str, str]) -> str:
    """Write a record that the base does not have, whatever key it says, and return the key that it gets.

    `lugar` are its order and the key of its parent, if it has one.
    """
    filas: dict[str, list[dict[str, Any]]] = {}
    key = _anotar(unit, filas, tabla, registro, lugar)
    for table in RECORDS:  # parents first
        if table in filas:
            unit.insert(table, filas[table])
    return key


def _anotar(
    unit: Unit, filas: dict[str, list[dict[str, Any]]], tabla: str, registro: Any, lugar: Mapping[str, str]
) -> str:
    row = {"texto": registro} if RECORDS[tabla] is Linea else to_row(tabla, registro)
    key = unit.ids.new()
    filas.setdefault(tabla, []).append({**row, **lugar, "id": key})
    for branch in BRANCHES:
        if branch.parent == tabla:
            hijos = _hijos(registro, branch)
            lista = {"lista": branch.lista} if branch.lista else {}
            for hijo, place in zip(hijos, orden.repartidas(len(hijos)), strict=True):
                _anotar(unit, filas, branch.table, hijo, {branch.key: key, "orden": place, **lista})
    return key


def _hijos(registro: Any, branch: Branch) -> Sequence[Any]:
    value = registro
    for name in branch.path:
        value = getattr(value, name, None)
    if branch.single:
        return (value,) if value is not None else ()
    return value if isinstance(value, tuple) else ()
