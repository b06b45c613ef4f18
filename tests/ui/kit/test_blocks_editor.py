"""Narrative is written block by block, and every block keeps what it had."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rcdesk.domain.bloques import anidados, aplanados
from rcdesk.domain.registro import Bloque, Cita, Figura, Inserto, Item, Lista, Parrafo, Tabla
from rcdesk.ui.kit.blocks.figure import FigureView
from rcdesk.ui.kit.blocks.table import Sheet
from rcdesk.ui.kit.blocks_editor import BlocksEditor
from tests.typing import press, type_text, wants
from tests.ui.kit.at_caret import here, type_on
from tests.ui.kit.conftest import Show

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
ENTER, BACK = Qt.Key.Key_Return, Qt.Key.Key_Backspace
EVERY_KIND: tuple[Bloque, ...] = (
    Parrafo(texto="Uno con **negrita** y <b>letras</b> & signos"),
    Lista(items=("a", Item(texto="b", items=("b1", Item(texto="b2", items=("b21",)))), Item(texto="c"))),
    Lista(items=("x", "y"), numerada=True),
    Figura(leyenda="L", fuente="F", texto_alternativo="T", archivo="figuras/x.png", transcripcion="leído"),
    Tabla(leyenda="L", encabezados=("A", "B"), filas=(("1", None), ("2",), ("3", "4", "5"))),
    Cita(texto="Dicho", autor="Ana", fuente="Radio"),
    Inserto(dato="preguntas", fuente="Base"),
)


def test_what_is_shown_is_given_back_exactly(editor: BlocksEditor) -> None:
    editor.set_value(EVERY_KIND)
    assert editor.value() == EVERY_KIND
    assert not editor.is_unsaved()


def test_what_is_written_survives_as_a_draft(editor: BlocksEditor, qtbot: QtBot) -> None:
    editor.set_value(EVERY_KIND)
    draft = editor.typed()
    editor.set_value(())
    editor.retype(draft)
    assert editor.value() == EVERY_KIND
    assert editor.is_unsaved()
    editor.retype("{ no es un borrador")
    assert editor.value() == EVERY_KIND


def test_an_empty_narrative_is_one_paragraph_to_begin_with(editor: BlocksEditor) -> None:
    assert editor.value() == ()
    editor.setFocus()
    type_text(here(), "¿Qué pasó?")
    assert editor.value() == (Parrafo(texto="¿Qué pasó?"),)
    assert editor.is_unsaved()


def test_enter_divides_a_paragraph_and_backspace_joins_it_again(editor: BlocksEditor, qtbot: QtBot) -> None:
    editor.set_value((Parrafo(texto="unodos"),))
    editor.setFocus()
    for _ in range(3):
        press(here(), Qt.Key.Key_Right)
    with qtbot.waitSignal(editor.committed):
        press(here(), ENTER, text="\r")
    assert editor.value() == (Parrafo(texto="uno"), Parrafo(texto="dos"))
    with qtbot.waitSignal(editor.committed):
        press(here(), BACK)
    assert editor.value() == (Parrafo(texto="unodos"),)
    type_text(here(), "-")
    assert editor.value() == (Parrafo(texto="uno-dos"),)


def test_shift_enter_is_a_new_line_of_the_same_paragraph(editor: BlocksEditor) -> None:
    editor.setFocus()
    type_text(here(), "a")
    press(here(), ENTER, SHIFT, text="\r")
    type_text(here(), "b")
    assert editor.value() == (Parrafo(texto="a\nb"),)


def test_arrows_go_from_block_to_block(editor: BlocksEditor) -> None:
    editor.set_value((Parrafo(texto="uno"), Lista(items=("a", "b")), Parrafo(texto="dos")))
    editor.setFocus()
    for _ in range(3):
        press(here(), Qt.Key.Key_Down)
    type_text(here(), "x")
    assert editor.value()[2] == Parrafo(texto="xdos")
    press(here(), Qt.Key.Key_Up)
    type_text(here(), "y")
    assert editor.value()[1] == Lista(items=("a", "by"))


def test_leaving_a_block_hands_over_what_was_typed_once(editor: BlocksEditor, shown: Show, qtbot: QtBot) -> None:
    editor.set_value((Parrafo(texto="uno"), Parrafo(texto="dos")))
    told: list[object] = []

    def store() -> None:
        told.append(editor.value())
        editor.refresh_value(editor.value())

    editor.committed.connect(store)
    editor.setFocus()
    type_text(here(), "x")
    press(here(), Qt.Key.Key_Down)
    assert told == [(Parrafo(texto="xuno"), Parrafo(texto="dos"))]
    assert not editor.is_unsaved()


def test_a_refresh_never_overwrites_what_is_being_typed(editor: BlocksEditor) -> None:
    editor.set_value((Parrafo(texto="uno"),))
    editor.setFocus()
    type_text(here(), "x")
    editor.refresh_value((Parrafo(texto="otra mano"),))
    assert editor.value() == (Parrafo(texto="xuno"),)


def test_a_refresh_keeps_the_caret_in_a_block_that_did_not_change(editor: BlocksEditor) -> None:
    editor.set_value((Parrafo(texto="uno"), Parrafo(texto="dos"), Parrafo(texto="tres")))
    editor.setFocus()
    press(here(), Qt.Key.Key_Down)
    press(here(), Qt.Key.Key_Down)
    prose = here()
    editor.refresh_value((Parrafo(texto="nuevo"), Lista(items=("a",)), Parrafo(texto="dos"), Parrafo(texto="tres")))
    assert here() is prose
    type_text(here(), "x")
    assert editor.value()[-1] == Parrafo(texto="xtres")


def test_alt_and_an_arrow_move_the_block_in_hand(editor: BlocksEditor, qtbot: QtBot) -> None:
    editor.set_value((Parrafo(texto="uno"), Parrafo(texto="dos")))
    editor.setFocus()
    assert wants(here(), Qt.Key.Key_Down, ALT)
    with qtbot.waitSignal(editor.committed):
        press(here(), Qt.Key.Key_Down, ALT)
    assert editor.value() == (Parrafo(texto="dos"), Parrafo(texto="uno"))
    press(here(), Qt.Key.Key_Down, ALT)
    assert editor.value() == (Parrafo(texto="dos"), Parrafo(texto="uno"))
    type_text(here(), "x")
    assert editor.value()[1] == Parrafo(texto="xuno")


def test_a_block_is_taken_out_and_the_last_one_leaves_a_paragraph(editor: BlocksEditor, qtbot: QtBot) -> None:
    editor.set_value((Parrafo(texto="uno"), Cita(texto="dos")))
    editor.setFocus()
    with qtbot.waitSignal(editor.committed):
        editor.remove_block()
    assert editor.value() == (Cita(texto="dos"),)
    editor.remove_block()
    assert editor.value() == ()
    type_text(here(), "z")
    assert editor.value() == (Parrafo(texto="z"),)


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        ("parrafo", Parrafo(texto="x")),
        ("vinetas", Lista(items=("x",))),
        ("numeracion", Lista(items=("x",), numerada=True)),
        ("cita", Cita(texto="x")),
        ("figura", Figura(leyenda="x")),
    ],
)
def test_each_kind_is_put_in_and_typed_at_once(editor: BlocksEditor, kind: str, made: Bloque) -> None:
    editor.set_value((Cita(texto="antes"),))
    editor.setFocus()
    editor.make(kind)
    editor.refresh_value((Cita(texto="antes"),))  # what the base has: the new block says nothing yet
    type_text(here(), "x")
    assert editor.value() == (Cita(texto="antes"), made)


def test_a_list_made_of_a_paragraph_is_a_paragraph_again(editor: BlocksEditor) -> None:
    editor.set_value((Parrafo(texto="a\nb"),))
    editor.setFocus()
    editor.make("vinetas")
    assert editor.value() == (Lista(items=("a", "b")),)
    editor.make("numeracion")
    assert editor.value() == (Lista(items=("a", "b"), numerada=True),)
    editor.make("numeracion")
    assert editor.value() == (Parrafo(texto="a"), Parrafo(texto="b"))


def test_the_entries_of_a_list_are_written_one_after_another(editor: BlocksEditor) -> None:
    editor.make("vinetas")
    type_on("uno\ndos\n")
    assert editor.value() == (Lista(items=("uno", "dos")),)
    press(here(), Qt.Key.Key_Right, ALT)
    type_on("dentro\n")
    press(here(), Qt.Key.Key_Left, ALT)
    type_on("tres\n\nSigue.")
    assert editor.value() == (
        Lista(items=("uno", Item(texto="dos", items=("dentro",)), "tres")),
        Parrafo(texto="Sigue."),
    )


def test_backspace_joins_entries_and_ends_a_list_at_its_beginning(editor: BlocksEditor) -> None:
    editor.set_value((Lista(items=("a", "b")),))
    editor.setFocus()
    press(here(), Qt.Key.Key_Down)
    press(here(), BACK)
    assert editor.value() == (Lista(items=("ab",)),)
    press(here(), Qt.Key.Key_Home)
    press(here(), BACK)
    assert editor.value() == (Parrafo(texto="ab"),)


@pytest.mark.parametrize("items", [("a",), ("a", Item(texto="b", items=("c", Item(texto="d", items=("e",)))), "f"), ()])
def test_a_tree_of_entries_is_flattened_and_made_again(items: tuple[str | Item, ...]) -> None:
    assert anidados(list(aplanados(items))) == items


def test_bold_marks_the_selected_words_and_unmarks_them(editor: BlocksEditor) -> None:
    editor.set_value((Parrafo(texto="dos palabras"),))
    editor.setFocus()
    assert wants(here(), Qt.Key.Key_B, CTRL)
    for _ in range(3):
        press(here(), Qt.Key.Key_Right, SHIFT)
    press(here(), Qt.Key.Key_B, CTRL)
    assert editor.value() == (Parrafo(texto="**dos** palabras"),)
    press(here(), Qt.Key.Key_Home)
    for _ in range(7):
        press(here(), Qt.Key.Key_Right, SHIFT)
    press(here(), Qt.Key.Key_B, CTRL)
    assert editor.value() == (Parrafo(texto="dos palabras"),)


def test_undo_takes_back_typing_here_and_then_is_the_programs(editor: BlocksEditor) -> None:
    editor.set_value((Parrafo(texto="uno"),))
    editor.setFocus()
    assert not wants(here(), Qt.Key.Key_Z, CTRL)
    type_text(here(), "x")
    assert wants(here(), Qt.Key.Key_Z, CTRL)
    press(here(), Qt.Key.Key_Z, CTRL)
    assert editor.value() == (Parrafo(texto="uno"),)


def sheet_of(editor: BlocksEditor) -> Sheet:
    found = editor.findChild(Sheet)
    assert isinstance(found, Sheet)
    return found


def test_a_table_is_written_cell_by_cell(editor: BlocksEditor, qtbot: QtBot) -> None:
    editor.make("tabla")
    sheet = sheet_of(editor)
    sheet.setFocus()
    sheet.setCurrentIndex(sheet.model().index(1, 0))
    press(sheet, Qt.Key.Key_E, text="E")
    line = here()
    type_text(line, "l Mirador")
    with qtbot.waitSignal(editor.committed):
        press(line, ENTER, text="\r")
    assert editor.value() == (Tabla(encabezados=(), filas=(("El Mirador", ""), ("", ""))),)
    qtbot.waitUntil(lambda: sheet.currentIndex().row() == 2)
    press(sheet, Qt.Key.Key_Up)
    press(sheet, Qt.Key.Key_Delete)
    assert editor.value() == ()


def test_what_is_copied_from_a_spreadsheet_fills_the_sheet(editor: BlocksEditor) -> None:
    editor.make("tabla")
    sheet = sheet_of(editor)
    sheet.setFocus()
    sheet.setCurrentIndex(sheet.model().index(0, 0))
    QApplication.clipboard().setText("Lugar\tFecha\tPersonas\nEl Mirador\t23/01\t118\nTotal\t\t118\nOtra\t\t\n")
    press(sheet, Qt.Key.Key_V, CTRL)
    assert editor.value() == (
        Tabla(
            encabezados=("Lugar", "Fecha", "Personas"),
            filas=(("El Mirador", "23/01", "118"), ("Total", None, "118"), ("Otra", None, None)),
        ),
    )


def test_rows_and_columns_come_and_go(editor: BlocksEditor) -> None:
    editor.set_value((Tabla(encabezados=("A", "B"), filas=(("1", "2"), ("3", "4"))),))
    model = sheet_of(editor).model()
    model.remove_column(0)  # type: ignore[attr-defined]
    model.remove_row(1)  # type: ignore[attr-defined]
    model.add_row(1)  # type: ignore[attr-defined]
    model.add_column(0)  # type: ignore[attr-defined]
    assert editor.value() == (Tabla(encabezados=("B", ""), filas=(("4", None), (None, None))),)


def test_a_missing_file_says_so_and_keeps_its_name(editor: BlocksEditor) -> None:
    editor.set_value((Figura(archivo="figuras/x.png"),))
    view = editor.findChild(FigureView)
    assert isinstance(view, FigureView)
    assert "no está en la base" in view.file.text()
    assert editor.value() == (Figura(archivo="figuras/x.png"),)


def test_data_is_printed_where_it_is_put(shown: Show) -> None:
    editor = BlocksEditor(datos=[("preguntas", "preguntas y respuestas")])
    shown(editor, width=700)
    editor.set_value((Parrafo(texto="uno"), Parrafo(texto="dos")))
    editor.setFocus()
    editor.tools.inserted.emit("preguntas")
    assert editor.value() == (Parrafo(texto="uno"), Inserto(dato="preguntas"), Parrafo(texto="dos"))


def test_showing_bold_words_as_bold_is_not_typing(editor: BlocksEditor, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(editor.edited, wait=60):
        editor.set_value((Parrafo(texto="Son **seis** y **siete**."),))
    assert not editor.is_unsaved()
    editor.setFocus()
    assert not wants(here(), Qt.Key.Key_Z, CTRL)


def test_typing_that_was_taken_back_is_not_unsaved(editor: BlocksEditor) -> None:
    editor.set_value((Parrafo(texto="uno"),))
    editor.setFocus()
    type_text(here(), "x")
    press(here(), Qt.Key.Key_Z, CTRL)
    assert not editor.is_unsaved()
    editor.refresh_value((Parrafo(texto="otra mano"),))
    assert editor.value() == (Parrafo(texto="otra mano"),)
