"""The actions that bring what a spreadsheet says, each on the example: see `test_every_action.py`."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

from rcdesk.app.desk import Desk
from rcdesk.documents.planilla import Celda, Planilla, escrita
from rcdesk.domain.columnas import Fila, Tabla
from rcdesk.domain.cuadro.cotejo import Renglon
from rcdesk.domain.cuadro.cuadro import Cuadro
from rcdesk.work.cuadro_de_compromisos import (
    planilla_de_compromisos,
    traer_compromisos,
    ver_cuadro_de_compromisos,
)
from rcdesk.work.cuadro_de_plan import planilla_de_plan, traer_al_plan, ver_cuadro_de_plan
from rcdesk.work.planes import listar_planes

HOY = date(2026, 11, 20)
Cells = Mapping[tuple[int, str], Celda]
"""Cells written again: the row from 0 and the heading."""


def plan_id(desk: Desk, codigo: str = "estrategia-rdc-2026") -> str:
    """Return the key of a plan of the example."""
    return next(row.id for row in desk.ask(listar_planes) if row.codigo == codigo)


def edited(sheet: Planilla, cells: Cells, *more: tuple[Celda, ...]) -> Planilla:
    """The sheet as a person leaves it: some cells written again, and rows added, their last cells empty."""
    rows = [[*row] for row in sheet.filas]
    for (row, title), cell in cells.items():
        rows[row][sheet.columnas.index(title)] = cell
    rows += [[*row, *("" for _ in range(len(sheet.columnas) - len(row)))] for row in more]
    return Planilla(sheet.titulo, sheet.columnas, tuple(map(tuple, rows)), sheet.ocultas)


def as_read(sheet: Planilla) -> Tabla:
    """The table that reading a sheet gives."""
    lines = tuple(
        Fila(number, tuple(cell.isoformat() if isinstance(cell, date) else escrita(cell) for cell in row))
        for number, row in enumerate((sheet.columnas, *sheet.filas), 1)
    )
    return Tabla("Plan de prueba.xlsx", lines, len(lines), datetime(2026, 11, 20, tzinfo=UTC))


def compared(own: Cuadro, table: Tabla) -> tuple[Renglon, ...]:
    """What each row of a table would do."""
    return own.cotejar(table, own.como_se_lee(table))


def bring_plan(desk: Desk, cells: Cells, *more: tuple[Celda, ...], codigo: str = "estrategia-rdc-2026") -> list[str]:
    """Bring the sheet of a plan as a person left it, and return the keys of its new rows."""
    key = plan_id(desk, codigo)
    table = as_read(edited(desk.ask(planilla_de_plan, plan_id=key), cells, *more))
    lines = compared(desk.ask(ver_cuadro_de_plan, plan_id=key), table)
    return desk.do(traer_al_plan, plan_id=key, renglones=[one for one in lines if one.entra], archivo=table.archivo)


def bring_promises(desk: Desk, cells: Cells, *more: tuple[Celda, ...]) -> list[str]:
    """Bring the sheet of the commitments as a person left it, and return the keys of its new rows."""
    table = as_read(edited(desk.ask(planilla_de_compromisos, hoy=HOY), cells, *more))
    lines = compared(desk.ask(ver_cuadro_de_compromisos, hoy=HOY), table)
    return desk.do(traer_compromisos, renglones=[one for one in lines if one.entra], archivo=table.archivo)


def _plan(desk: Desk, _: dict[str, str]) -> list[str]:
    return bring_plan(
        desk,
        {(0, "Responsables"): "Planeación", (1, "Retirar (escriba el motivo)"): "No se hará", (2, "Cuánto"): 7},
        ("9.1", "Etapa nueva", "Taller de Excel"),
    )


def _promises(desk: Desk, _: dict[str, str]) -> list[str]:
    return bring_promises(
        desk,
        {(0, "Qué se ha hecho"): "Se firmó el contrato", (1, "Dependencia"): "Secretaría de Salud"},
        ("", "participacion-2026", "Pintar la escuela", "", "Obras", "", "01/11/2026", "30/11/2026"),
    )


CUADROS: list[tuple[str, Callable[[Desk, dict[str, str]], object]]] = [
    ("traer de Excel", _plan),
    ("traer compromisos de Excel", _promises),
]
