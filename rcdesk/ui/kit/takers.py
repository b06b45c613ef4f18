"""What takes the keys inside a widget."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def takers(inside: QWidget) -> Iterator[QWidget]:
    """What Tab goes to in a widget, in its order."""
    found = inside.nextInFocusChain()
    while found is not None and found is not inside:
        takes = bool(found.focusPolicy() & Qt.FocusPolicy.TabFocus) and found.isEnabled()
        if takes and inside.isAncestorOf(found) and found.isVisibleTo(inside):
            yield found
        found = found.nextInFocusChain()


def focus_first(inside: QWidget) -> None:
    """Put the keys where one begins to write in a widget, past its buttons."""
    first = next((one for one in takers(inside) if not isinstance(one, QAbstractButton)), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)
