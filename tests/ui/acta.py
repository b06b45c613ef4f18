"""Opens the acta as its secretary does, and types and clicks in it by the names of its widgets."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.check import Check
from rcdesk.ui.kit.fields import Field
from rcdesk.ui.screens.acta import ActaScreen
from tests.typing import press, type_text

Open = Callable[..., ActaScreen]
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def open_at(
    show: Callable[..., ActaScreen], desk: Desk, qtbot: QtBot, hearing: str, part: str = "encabezado"
) -> ActaScreen:
    """Open the acta of a hearing at one of its parts, with its pages drawn."""
    screen = show(ActaScreen, desk, hearing)
    drawn(qtbot, screen)
    with qtbot.waitActive(screen):
        screen.activateWindow()
    screen.seek(part)
    QApplication.processEvents()
    return screen


def drawn(qtbot: QtBot, screen: ActaScreen) -> None:
    """Wait until the pages are those of now."""
    stamp = screen.preview.findChild(QWidget, "paginas_al_dia")
    assert stamp is not None
    qtbot.waitUntil(lambda: stamp.accessibleName() == "Al día" and not screen.preview.busy, timeout=10_000)


def of(screen: QWidget, kind: type, name: str) -> QWidget:
    found = screen.findChild(kind, name)
    assert found is not None, name
    assert isinstance(found, QWidget)
    return found


def write(screen: QWidget, name: str, text: str) -> QLineEdit:
    line = of(screen, QWidget, name)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    type_text(line, text)
    return line


def click(screen: QWidget, name: str) -> None:
    button = of(screen, QWidget, name)
    assert isinstance(button, Button | Check)
    button.click()


def error_of(screen: QWidget, name: str) -> str:
    field = Field.around(of(screen, QWidget, name))
    assert field is not None
    return field.error()


def key(screen: QWidget, name: str, key_: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    widget = of(screen, QWidget, name)
    widget.setFocus()
    press(widget, key_, modifiers)
