"""How a person works in Preparación, for its tests."""

from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.app.desk import Desk
from rcdesk.ui.kit.fields import Field, Line
from rcdesk.ui.screens.preparacion import PreparacionScreen
from rcdesk.ui.screens.preparacion.lines import LinesTable
from rcdesk.ui.screens.preparacion.section import Section
from rcdesk.work.preparacion import DatosRow, ver_datos
from tests.typing import press, type_text

W = TypeVar("W", bound=QWidget)
ALT = Qt.KeyboardModifier.AltModifier
ENTER = Qt.Key.Key_Return


def go(screen: PreparacionScreen, part: str) -> Section:
    screen.show_part(part)
    QApplication.processEvents()
    return screen.section


def find(screen: QWidget, kind: type[W], name: str) -> W:
    found = screen.findChild(kind, name)
    assert found is not None, name
    return found


def rewrite(line: Line | QWidget, text: str, *, enter: bool = True) -> None:
    """Type over what a field holds, and Enter."""
    line.setFocus()
    line.selectAll()  # type: ignore[union-attr]
    if not text:
        press(line, Qt.Key.Key_Delete)
    type_text(line, text)
    if enter:
        press(line, ENTER, text="\r")


def chosen(table: LinesTable[Any]) -> Any:
    row = table.current()
    assert row is not None
    return row


def error_of(editor: QWidget) -> str:
    around = Field.around(editor)
    assert around is not None
    return around.error()


def data(desk: Desk, key: str) -> DatosRow:
    found = desk.ask(ver_datos, id=key)
    assert found is not None
    return found


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
