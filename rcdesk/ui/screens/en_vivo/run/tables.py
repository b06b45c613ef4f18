"""A table whose keys do something with the row that has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

from rcdesk.ui.kit.columns import Row
from rcdesk.ui.kit.rows import RowsModel, Table


class KeyedTable(Table[Row]):
    """`keys` are Qt's words («Alt+Up», «Del», «N») and what each does with the chosen row."""

    def __init__(self, model: RowsModel[Row], keys: Mapping[str, Callable[[Row], Any]], *, empty: str = "") -> None:
        super().__init__(model, empty=empty)
        self._keys = keys
        self.horizontalHeader().hide()

    def event(self, event: QEvent) -> bool:
        """Its keys are not shortcuts of the screen while it has the focus."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and _pressed(event) in self._keys
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act, row = self._keys.get(_pressed(event)), self.current()
        if act is not None and row is not None:
            act(row)
        else:
            super().keyPressEvent(event)


def _pressed(event: QKeyEvent) -> str:
    return QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
