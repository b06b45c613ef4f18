"""The studio: what is typed is one step to undo, sections hold others, and all is numbered again when they move."""

from functools import partial

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.domain.registro import Parrafo
from rcdesk.render.text import to_text
from rcdesk.ui.kit.blocks.prose import Prose
from rcdesk.ui.kit.blocks_editor import BlocksEditor
from rcdesk.ui.kit.rows import Table
from rcdesk.ui.screens.acta import ActaScreen
from rcdesk.work.actas import listar_secciones
from rcdesk.work.documentos import documento_acta
from rcdesk.work.subsecciones import SeccionAbierta, abrir_seccion
from tests.bases import SEGUNDA, hearing_id
from tests.typing import type_text
from tests.ui.acta import ALT, Open, click, drawn, key, of, open_at, write
from tests.ui.conftest import ShowScreen

ENTER = Qt.Key.Key_Return


@pytest.fixture
def segunda(desk: Desk) -> str:
    return hearing_id(desk, SEGUNDA)


@pytest.fixture
def open_acta(show_screen: ShowScreen, desk: Desk, qtbot: QtBot) -> Open:
    """Return a function that opens the acta of a hearing at one of its parts."""
    return partial(open_at, show_screen, desk, qtbot)


def prose() -> Prose:
    """The text that has the keys."""
    focus = QApplication.focusWidget()
    assert isinstance(focus, Prose)
    return focus


def leave(screen: ActaScreen) -> None:
    """Go to the title of the section."""
    of(screen, QWidget, "seccion_titulo").setFocus()


def texts(desk: Desk, section: str) -> list[str]:
    opened = desk.ask(abrir_seccion, id=section)
    assert opened is not None
    return [block.texto for block in opened.bloques if isinstance(block, Parrafo)]


def test_typing_undoes_as_one_step_and_what_is_pasted_as_another(
    open_acta: Open, desk: Desk, segunda: str, qtbot: QtBot
) -> None:
    screen = open_acta(segunda, "desarrollo")
    write(screen, "agregar_secciones", "Apertura\n")
    section = desk.ask(listar_secciones, audiencia_id=segunda)[0].id
    screen.open_part(f"seccion/{section}")
    editor = of(screen, BlocksEditor, "seccion_texto_bloques")
    editor.setFocus()
    for words in ("Se abrió", " a las nueve", " en punto."):
        type_text(prose(), words)
        leave(screen)
        editor.setFocus()
        prose().caret_to_end()
    type_text(prose(), " Después")
    data = QMimeData()
    data.setHtml("<p> habló la alcaldesa.</p><ol><li>Uno<li>Dos</ol>")
    data.setText("x")
    prose().insertFromMimeData(data)
    editor.setFocus()
    assert isinstance(editor, BlocksEditor)
    assert len(editor.value()) == 2
    done = [desk.undo_step]
    desk.undo()
    prose()  # the list that had the keys is gone, and they are still in a text
    assert texts(desk, section) == ["Se abrió a las nueve en punto. Después"]
    desk.undo()
    assert texts(desk, section) == []
    assert [step.name for step in done if step] == ["Escribir texto"]
    desk.redo()
    desk.redo()
    assert texts(desk, section) == ["Se abrió a las nueve en punto. Despuéshabló la alcaldesa."]
    drawn(qtbot, screen)


def test_a_section_holds_others_and_all_is_numbered_again_when_they_move(
    open_acta: Open, desk: Desk, segunda: str, qtbot: QtBot
) -> None:
    screen = open_acta(segunda, "desarrollo")
    for title in ("Apertura", "Intervenciones"):
        write(screen, "agregar_secciones", f"{title}\n")
    outer = desk.ask(listar_secciones, audiencia_id=segunda)[1].id
    screen.open_part(f"seccion/{outer}")
    for title in ("De la alcaldía", "De la veeduría"):
        write(screen, "agregar_subsecciones", f"{title}\n")
    table = of(screen, Table, "lista_subsecciones")
    assert isinstance(table, Table)
    table.select_key(inside(desk, outer)[1])
    key(screen, "lista_subsecciones", Qt.Key.Key_Up, ALT)
    assert [row.titulo for row in opened(desk, outer).subsecciones] == ["De la veeduría", "De la alcaldía"]
    key(screen, "lista_subsecciones", ENTER)
    editor = of(screen, BlocksEditor, "seccion_texto_bloques")
    editor.setFocus()
    type_text(prose(), "La veeduría preguntó por la vía.")
    leave(screen)
    first = inside(desk, outer)[0]
    assert texts(desk, first) == ["La veeduría preguntó por la vía."]
    assert opened(desk, first).numero == "2.1"
    screen.open_part("desarrollo")
    sections = of(screen, Table, "lista_secciones")
    assert isinstance(sections, Table)
    sections.select_key(outer)
    key(screen, "lista_secciones", Qt.Key.Key_Up, ALT)
    assert opened(desk, first).numero == "1.1"
    screen.open_part(f"seccion/{first}")
    assert screen.index.title_of(f"seccion/{outer}").startswith("1. Intervenciones")
    drawn(qtbot, screen)
    printed = to_text(desk.ask(documento_acta, codigo=SEGUNDA, evidencias=desk.folder))
    assert "1. Intervenciones" in printed and "1.1 De la veeduría" in printed and "2. Apertura" in printed
    click(screen, "seccion_de_afuera")
    line = of(screen, QLineEdit, "seccion_titulo")
    assert isinstance(line, QLineEdit) and line.text() == "Intervenciones"
    drawn(qtbot, screen)


def opened(desk: Desk, section: str) -> SeccionAbierta:
    found = desk.ask(abrir_seccion, id=section)
    assert found is not None
    return found


def inside(desk: Desk, section: str) -> list[str]:
    return [row.id for row in opened(desk, section).subsecciones]
