"""What a test sees and does in the window, as a person would."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from rcdesk.app.desk import Desk
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.main_window import MainWindow
from tests.widgets import find

CTRL = Qt.KeyboardModifier.ControlModifier


def of(window: MainWindow) -> Desk:
    """The desk of the open base."""
    assert window.bases.desk is not None
    return window.bases.desk


def said(window: MainWindow) -> str:
    """What the line of status says."""
    label = find(window, PlainLabel, "mensaje_de_estado")
    return label.text() if label.isVisible() else ""


def told(window: MainWindow) -> str:
    """What the banner of the window says, or nothing."""
    banner = find(window, QWidget, "aviso")
    return banner.accessibleName() if banner.isVisible() else ""


def in_sight(window: MainWindow) -> str:
    """The name of the screen shown."""
    found = [w for w in window.findChildren(QWidget) if w.objectName().startswith("pantalla_") and w.isVisible()]
    return found[0].objectName().removeprefix("pantalla_") if found else ""


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key as the window system would, so that shortcuts hear it."""
    window.activateWindow()
    QTest.keyClick(window.windowHandle(), key, modifiers)
