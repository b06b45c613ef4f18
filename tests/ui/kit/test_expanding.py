"""Abbreviations become their text while one types, one Ctrl+Z takes it back, and anything else stays as typed."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rcdesk.ui.kit.expanding import Expander
from rcdesk.ui.kit.line import Line
from rcdesk.ui.kit.text import Text
from tests.typing import press, type_text

KNOWN = {"plan": "Plan de Desarrollo", "ano": "año 2026 😀"}
Make = Callable[..., Text | Line]


@pytest.fixture
def made(qtbot: QtBot) -> Make:
    """Return a function that makes an editor of a class and shows it with the keys in it."""

    def make(kind: type[Text | Line], **options: Any) -> Text | Line:
        editor = kind(**options)
        expander = Expander(editor, lambda: KNOWN)
        expander.install(editor)
        expander.asked.connect(lambda here: here.setProperty("asked", True))
        qtbot.addWidget(editor)
        with qtbot.waitExposed(editor):
            editor.show()
        editor.setFocus()
        return editor

    return make


def undo(editor: Text | Line) -> None:
    press(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("kind", [Text, Line])
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("el ;plan ", "el Plan de Desarrollo "),
        ("el ;plan\t", "el Plan de Desarrollo"),
        ("el ;PLÁN x", "el Plan de Desarrollo x"),
        ("😀 ;plan ", "😀 Plan de Desarrollo "),
        ("😀😀 (;año y", "😀😀 (año 2026 😀 y"),
        (";nada ", ";nada "),
        ("hola ;) y ;D ", "hola ;) y ;D "),
        ("en;plan ", "en;plan "),
        ("http://a.co/;plan ", "http://a.co/;plan "),
        (";plan, ", ";plan, "),
    ],
)
def test_what_is_an_abbreviation_is_written_whole(made: Make, kind: type[Text | Line], typed: str, found: str) -> None:
    editor = made(kind)
    type_text(editor, typed, gap=0)
    assert editor.typed() == found
    assert editor.is_unsaved()


@pytest.mark.parametrize("kind", [Text, Line])
def test_one_ctrl_z_takes_the_expansion_back(made: Make, kind: type[Text | Line]) -> None:
    editor = made(kind)
    type_text(editor, "el ;plan ", gap=0)
    undo(editor)
    assert editor.typed() == "el ;plan"


def test_enter_begins_a_line_after_what_it_wrote(made: Make) -> None:
    editor = made(Text)
    type_text(editor, ";plan\nx", gap=0)
    assert editor.typed() == "Plan de Desarrollo\nx"


@pytest.mark.parametrize(("kind", "options"), [(Text, {"enter_commits": True}), (Line, {})])
def test_enter_hands_nothing_over_until_what_it_wrote_is_seen(
    made: Make, qtbot: QtBot, kind: type[Text | Line], options: dict[str, bool]
) -> None:
    editor = made(kind, **options)
    with qtbot.assertNotEmitted(editor.committed):
        type_text(editor, ";plan\n", gap=0)
    assert editor.typed() == "Plan de Desarrollo"
    with qtbot.waitSignal(editor.committed):
        press(editor, Qt.Key.Key_Return, text="\r")


@pytest.mark.parametrize("kind", [Text, Line])
def test_a_question_mark_after_a_lone_semicolon_asks_for_the_list(made: Make, kind: type[Text | Line]) -> None:
    editor = made(kind)
    type_text(editor, "¿cierto;?", gap=0)
    assert (editor.typed(), editor.property("asked")) == ("¿cierto;?", None)
    type_text(editor, " ;?", gap=0)
    assert (editor.typed(), editor.property("asked")) == ("¿cierto;? ", True)
