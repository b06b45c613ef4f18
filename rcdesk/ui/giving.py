"""Saving what a table shows, from any screen, as a sheet of a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rcdesk.i18n import plural
from rcdesk.ui.saving import Saving, Work

if TYPE_CHECKING:
    from rcdesk.documents.planilla import Planilla
    from rcdesk.ui.kit.screen import Screen


def save_sheet(screen: Screen, planilla: Planilla) -> None:
    """Ask where to save the rows of a table, and tell it in the banner of its screen."""
    if not planilla.filas:
        what = "Quite los filtros o agregue una fila, y exporte otra vez."
        screen.banner.tell("warn", "No hay filas por exportar.", what)
        return
    saving = screen.findChild(Saving) or Saving(screen)
    name = planilla.titulo or "Tabla"
    saving.ask(Work("La tabla", name, "xlsx", lambda path: write(planilla, path), also=("csv",)))


def write(planilla: Planilla, path: Path) -> str:
    """Write a sheet in the kind that the name of the file says, and tell what has of it what does not fit."""
    if path.suffix.lower() == ".csv":
        from rcdesk.render.csv import to_csv as put
    else:
        from rcdesk.render.xlsx import to_xlsx as put
    cut = put(planilla, path)
    rows = plural(len(planilla.filas), "fila", "filas")
    told = f"\n{plural(cut, 'celda no cupo entera', 'celdas no cupieron enteras')}: en «…» se cortó." if cut else ""
    return rows + told
