"""What is copied elsewhere comes into a narrative with its form."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rcdesk.domain.registro import Bloque, Cita, Item, Lista, Parrafo, Tabla
from rcdesk.ui.kit.blocks.prose import Prose
from rcdesk.ui.kit.blocks_editor import BlocksEditor
from rcdesk.ui.kit.layout import column, scrolling
from tests.typing import press, type_text
from tests.ui.kit.at_caret import here, paste
from tests.ui.kit.conftest import Show

CTRL = Qt.KeyboardModifier.ControlModifier


def test_pasting_several_lines_makes_several_paragraphs(editor: BlocksEditor) -> None:
    editor.setFocus()
    paste(text="Uno.\r\n\r\n  Dos.\n• a\n• b\nTres.\n")
    assert editor.value() == (
        *(Parrafo(texto="Uno."), Parrafo(texto="Dos.")),
        *(Lista(items=("a", "b")), Parrafo(texto="Tres.")),
    )


def test_what_is_copied_from_word_comes_with_its_form_where_the_caret_is(editor: BlocksEditor) -> None:
    stored: list[tuple[tuple[Bloque, ...], bool]] = []
    editor.committed.connect(lambda: stored.append((editor.value(), editor.whole)))
    editor.set_value((Parrafo(texto="antes después"),))
    editor.setFocus()
    for _ in range(6):
        press(here(), Qt.Key.Key_Right)
    type_text(here(), "y ")
    paste("<p>Uno <b>fuerte</b></p><ul><li>a<li>b</ul><table><tr><th>A<th>B<tr><td>1<td>2</table><p>Fin<img>", "x")
    result = (
        Parrafo(texto="antes y Uno **fuerte**"),
        Lista(items=("a", "b")),
        Tabla(encabezados=("A", "B"), filas=(("1", "2"),)),
        Parrafo(texto="Findespués"),
    )
    assert editor.value() == result
    assert stored == [((Parrafo(texto="antes y después"),), False), (result, True)]  # what was typed is another step
    type_text(here(), " ")
    assert editor.value()[-1] == Parrafo(texto="Fin después")
    assert "1 imagen no se pegó" in editor.notice.text()
    editor.settle()
    editor.refresh_value((Parrafo(texto="antes y después"),))  # the paste is undone: there is no picture to add
    assert editor.notice.text() == ""


def test_the_page_scrolls_with_the_caret(shown: Show, qtbot: QtBot) -> None:
    editor = BlocksEditor()
    area = scrolling(column(editor, None))
    area.setFixedHeight(240)
    shown(area, width=700)
    editor.setFocus()
    paste("".join(f"<p>{number}" for number in range(25)), "x")
    type_text(here(), " último")
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > area.verticalScrollBar().maximum() - 60)
    for _ in range(24):
        press(here(), Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() < 60)


def test_a_few_words_pasted_are_one_step_of_typing(editor: BlocksEditor) -> None:
    editor.set_value((Parrafo(texto="uno"),))
    editor.setFocus()
    press(here(), Qt.Key.Key_End)
    type_text(here(), "x")
    paste("<meta charset=utf-8><b>dos</b>", " dos ")
    assert editor.value() == (Parrafo(texto="unox **dos** "),)
    press(here(), Qt.Key.Key_Z, CTRL)
    assert editor.value() == (Parrafo(texto="unox"),)
    press(here(), Qt.Key.Key_Z, CTRL)
    assert editor.value() == (Parrafo(texto="uno"),)


def test_what_is_copied_here_keeps_its_marks(editor: BlocksEditor) -> None:
    editor.set_value((Parrafo(texto="son **seis** ya"),))
    editor.setFocus()
    press(here(), Qt.Key.Key_A, CTRL)
    press(here(), Qt.Key.Key_C, CTRL)
    press(here(), Qt.Key.Key_End)
    press(here(), Qt.Key.Key_V, CTRL)
    assert editor.value() == (Parrafo(texto="son **seis** yason **seis** ya"),)


def test_what_is_pasted_in_a_list_are_entries_and_in_a_quotation_words(editor: BlocksEditor) -> None:
    editor.set_value((Lista(items=("uno", "dos")), Cita(texto="dijo")))
    editor.setFocus()
    paste("<p>a</p><ul><li>b<ul><li>c</ul></ul><table><tr><td>1<td>2</table>", "a")
    lista = Lista(items=("a", Item(texto="b", items=("c",)), "1 · 2uno", "dos"))
    assert editor.value() == (lista, Cita(texto="dijo"))
    for _ in range(2):
        press(here(), Qt.Key.Key_Down)
    press(here(), Qt.Key.Key_End)
    paste("<p>: sí</p><p>no</p>", "x")
    assert editor.value() == (lista, Cita(texto="dijo: sí\nno"))


def test_many_blocks_are_shown_little_by_little_and_none_is_lost(editor: BlocksEditor, qtbot: QtBot) -> None:
    many = tuple(Parrafo(texto=str(number)) for number in range(90))
    editor.set_value(many)
    assert len(editor.findChildren(Prose)) < 90
    assert editor.value() == many and not editor.is_unsaved()
    editor.take_keys()
    type_text(here(), "x")
    assert editor.value()[0] == Parrafo(texto="x0")
    qtbot.waitUntil(lambda: len(editor.findChildren(Prose)) == 90)
    assert editor.value() == (Parrafo(texto="x0"), *many[1:])
    editor.set_value(())
    editor.setFocus()
    paste("".join(f"<p>{number}" for number in range(90)), "x")
    assert editor.value() == many
    qtbot.waitUntil(lambda: len(editor.findChildren(Prose)) == 90)
    type_text(here(), "x")
    assert editor.value()[-1] == Parrafo(texto="89x")
