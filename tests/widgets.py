"""Finding widgets by name, as errors, styles and screen readers do."""

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget

W = TypeVar("W", bound=QWidget)


def find(parent: QWidget, kind: type[W], name: str = "") -> W:
    """Return the widget of that kind (and name) inside `parent`; the test fails when there is none."""
    found = parent.findChild(kind, name) if name else parent.findChild(kind)
    assert isinstance(found, kind), f"there is no {kind.__name__} {name!r}"
    return found


def here() -> QWidget:
    """Return what has the keys; the test fails when nothing has."""
    found = QApplication.focusWidget()
    assert found is not None
    return found
