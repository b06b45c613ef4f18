"""What takes the keys inside a widget."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def focus_next(window: QWidget) -> bool:
    """Put the keys in what follows, as it is seen; say whether anything could take them.

    Qt would go from the rail to what a screen gives its keys to first, past everything that stands before it.
    """
    here = window.focusWidget() or window
    found = here.nextInFocusChain()
    while found is not None and found is not here:
        if _takes(found, window):
            found.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        found = found.nextInFocusChain()
    return False


def _takes(found: QWidget, inside: QWidget) -> bool:
    takes = bool(found.focusPolicy() & Qt.FocusPolicy.TabFocus) and found.isEnabled()
    return takes and inside.isAncestorOf(found) and found.isVisibleTo(inside)


def takers(inside: QWidget) -> Iterator[QWidget]:
    """What Tab goes to in a widget, in its order."""
    found = inside.nextInFocusChain()
    while found is not None and found is not inside:
        if _takes(found, inside):
            yield found
        found = found.nextInFocusChain()


def focus_first(inside: QWidget) -> None:
    """Put the keys where one begins to write in a widget, past its buttons."""
    first = next((one for one in takers(inside) if not isinstance(one, QAbstractButton)), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)
