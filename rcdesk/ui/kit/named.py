"""Names for widgets, so that tests, style sheets, errors and screen readers can find them."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def named(name: str, widget: W, *, label: str = "") -> W:
    """Return `widget`, named for code and, with `label`, for screen readers (in Spanish)."""
    widget.setObjectName(name)
    if label or not widget.accessibleName():
        widget.setAccessibleName(label or name)
    return widget
