"""The keys with which any table gives what it shows: Ctrl+A chooses all, Ctrl+C copies, Ctrl+E asks to save a sheet."""

from __future__ import annotations

import atexit
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.copying import Given, counted, mime_of, sheet_of

if TYPE_CHECKING:
    from rcdesk.documents.planilla import Planilla
    from rcdesk.ui.kit.rows import Table
    from rcdesk.ui.kit.screen import Screen

_EXPORT = QKeySequence("Ctrl+E")


def gave(table: Table[Any], event: QKeyEvent) -> bool:
    """Do what the keys ask of the rows of a table; say whether they asked for something."""
    if event.matches(QKeySequence.StandardKey.SelectAll):
        _choose_all(table)
    elif event.matches(QKeySequence.StandardKey.Copy):
        copy(table)
    elif QKeySequence(event.keyCombination()) == _EXPORT:
        screen = _screen_of(table)
        if screen is None:
            return False
        screen.gives.emit(_sheet(table, all_rows=True))
    else:
        return False
    return True


def copy(table: Table[Any]) -> None:
    """Put the chosen rows, with their headings, where a spreadsheet takes them; and say how many."""
    sheet = _sheet(table)
    if sheet.filas:
        _let_go_at_the_end()
        QGuiApplication.clipboard().setMimeData(mime_of(sheet))
        screen = _screen_of(table)
        if screen is not None:
            screen.said.emit(counted(sheet))


@cache
def _let_go_at_the_end() -> None:
    """When the program ends, leave only the text: what was made in Python and outlives it ends the process badly."""
    atexit.register(_leave_the_text)


def _leave_the_text() -> None:
    if QGuiApplication.instance() is not None:
        clipboard = QGuiApplication.clipboard()
        if isinstance(clipboard.mimeData(), Given):
            clipboard.setText(clipboard.text())


def _choose_all(table: Table[Any]) -> None:
    """Choose every row until the next key or click: what is done to one row is still done to the current one."""
    model, flags = table.model(), QItemSelectionModel.SelectionFlag
    if model.rowCount():
        every = QItemSelection(model.index(0, 0), model.index(model.rowCount() - 1, model.columnCount() - 1))
        table.selectionModel().select(every, flags.Select | flags.Rows)


def _sheet(table: Table[Any], *, all_rows: bool = False) -> Planilla:
    rows = table.shown.rows
    if not all_rows:
        rows = [rows[place] for place in sorted({index.row() for index in table.selectedIndexes()})]
    return sheet_of(table.accessibleName(), table.shown.columns, rows)


def _screen_of(table: QWidget) -> Screen | None:
    from rcdesk.ui.kit.screen import Screen  # the half of the kit that a table alone does without

    around: QWidget | None = table
    while around is not None and not isinstance(around, Screen):
        around = around.parentWidget()
    return around
