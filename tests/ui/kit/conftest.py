"""The kit is tested dressed as the program is, in real windows."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rcdesk.ui.kit import theme
from rcdesk.ui.kit.blocks_editor import BlocksEditor

Show = Callable[..., QWidget]


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "claro")


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Show]:
    """Return a function that shows widgets one under another, in a window that lives as long as the test."""
    windows: list[QWidget] = []

    def show(*widgets: QWidget, width: int = 600) -> QWidget:
        window = QWidget()
        theme.dress(window)
        layout = QVBoxLayout(window)
        for widget in widgets:
            layout.addWidget(widget)
        layout.addStretch(1)
        window.resize(width, 400)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        windows.append(window)
        return window

    yield show
    windows.clear()


@pytest.fixture
def editor(shown: Show) -> BlocksEditor:
    """A narrative with nothing written, in a window."""
    made = BlocksEditor()
    shown(made, width=700)
    return made
