"""Several of a few, each with its square."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rcdesk.domain.palabras import con_mayuscula
from rcdesk.ui.kit.check import Check
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.layout import column
from rcdesk.ui.kit.named import named


class Checks(QWidget):
    """An editor whose value is the tuple of the ticked values, in the order of `words`."""

    edited = Signal()
    committed = Signal()

    def __init__(self, name: str, words: Mapping[Any, str], *, columns: int = 2) -> None:
        super().__init__()
        self._checks = {
            value: named(f"{name}_{value}", Check(con_mayuscula(word)), label=con_mayuscula(word))
            for value, word in words.items()
        }
        for check in self._checks.values():
            check.committed.connect(self._told)
        cells = ((check, 1) for check in self._checks.values())
        self.setLayout(column(Flow(*cells, units=columns, least=190, gap=8)))

    def value(self) -> tuple[str, ...]:
        """Return the ticked values."""
        return tuple(value for value, check in self._checks.items() if check.value())

    def set_value(self, value: tuple[str, ...]) -> None:
        """Tick these."""
        for each, check in self._checks.items():
            check.set_value(each in value)

    refresh_value = set_value

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The keys go to the first square."""
        next(iter(self._checks.values())).setFocus(reason)

    def _told(self) -> None:
        self.edited.emit()
        self.committed.emit()
