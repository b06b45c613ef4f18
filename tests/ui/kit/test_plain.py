from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.check import Check
from rcdesk.ui.kit.chip import Chip
from rcdesk.ui.kit.plain import PlainLabel, tooltip_markup

WILD = '<b>negrita</b> & <img src="x"> "comillas" 😀\nsegunda línea'


def read(markup: str) -> str:
    document = QTextDocument()
    document.setHtml(markup)
    return document.toPlainText()


def test_a_label_shows_every_letter(qtbot: QtBot) -> None:
    plain, shortened = PlainLabel(WILD), PlainLabel(WILD, elide=True)
    for label in (plain, shortened):
        qtbot.addWidget(label)
    assert plain.text() == WILD
    assert plain.textFormat() is plain.textFormat().PlainText
    assert read(shortened.toolTip()).replace("\u2028", "\n") == WILD


def test_a_tooltip_of_any_text_shows_exactly_it() -> None:
    assert read(tooltip_markup("a < b & c > d")) == "a < b & c > d"
    assert tooltip_markup("") == ""


@pytest.mark.parametrize("make", [Button, Check, lambda words: Chip(words, "tag")], ids=["button", "check", "chip"])
def test_an_ampersand_is_a_letter_and_not_a_key(qtbot: QtBot, make: Callable[[str], QAbstractButton]) -> None:
    button = make("Salud & Vida")
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()
    assert "Salud & Vida" in button.accessibleName()


def test_no_widget_of_the_kit_is_born_as_a_window(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QApplication

    from tests.ui import kit_boards, kit_frames

    made: list[QWidget] = [
        build() for build in (kit_boards.buttons, kit_boards.fields, kit_boards.empty, kit_frames.Frame)
    ]
    for widget in made:
        qtbot.addWidget(widget)
    assert not [w for w in QApplication.topLevelWidgets() if w.isVisible()]
