"""The acta as its secretary uses it: parts at the left, writing in the middle, the real pages at the right."""

from functools import partial
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.domain.registro import Figura, Parrafo
from rcdesk.ui.kit.blocks.figure import FigureView
from rcdesk.ui.kit.blocks.prose import Prose
from rcdesk.ui.kit.blocks_editor import BlocksEditor
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.check import Check
from rcdesk.ui.kit.fields import Line
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import Table
from rcdesk.ui.screens.acta import ActaScreen
from rcdesk.work.actas import (
    editar_acta,
    listar_anexos,
    listar_firmantes,
    listar_personas_del_acta,
    listar_secciones,
    ver_acta,
    ver_autoevaluacion,
)
from tests.bases import PRIMERA, SEGUNDA, hearing_id
from tests.render.word import lines
from tests.typing import press, type_text
from tests.ui.acta import ALT, Open, click, drawn, error_of, key, of, open_at, write
from tests.ui.conftest import OpenWindow, ShowScreen
from tests.ui.saving import save_as


@pytest.fixture
def primera(desk: Desk) -> str:
    return hearing_id(desk, PRIMERA)


@pytest.fixture
def segunda(desk: Desk) -> str:
    return hearing_id(desk, SEGUNDA)


@pytest.fixture
def open_acta(show_screen: ShowScreen, desk: Desk, qtbot: QtBot) -> Open:
    """Return a function that opens the acta of a hearing at one of its parts."""
    return partial(open_at, show_screen, desk, qtbot)


def test_it_opens_on_the_header_with_the_real_pages_beside_it(open_acta: Open, primera: str) -> None:
    screen = open_acta(primera)
    assert of(screen, Line, "acta_numero").text() == "110.25.03.07"  # type: ignore[attr-defined]
    assert screen.preview.view.count() > 15
    assert screen.index.isVisible() and screen.preview.isVisible()


def test_a_number_is_saved_with_enter_shown_on_the_pages_and_taken_back(
    open_acta: Open, primera: str, desk: Desk, qtbot: QtBot
) -> None:
    screen = open_acta(primera)
    with qtbot.waitSignal(screen.preview.drawn_anew, timeout=10_000):
        write(screen, "acta_numero", "110.25.03.99\n")
    assert desk.ask(ver_acta, audiencia_id=primera).numero == "110.25.03.99"
    desk.undo()
    assert of(screen, Line, "acta_numero").text() == "110.25.03.07"  # type: ignore[attr-defined]
    drawn(qtbot, screen)


def test_the_first_word_opens_the_acta_with_the_format_that_was_on_screen(
    open_acta: Open, segunda: str, desk: Desk
) -> None:
    screen = open_acta(segunda)
    assert of(screen, Line, "acta_formato_codigo").text() == "GA-AD-FO-014"  # type: ignore[attr-defined]
    assert desk.ask(ver_acta, audiencia_id=segunda).id == ""
    write(screen, "acta_formato_version", "4\n")
    shown = desk.ask(ver_acta, audiencia_id=segunda)
    assert (shown.formato_codigo, shown.formato_version, shown.estado) == ("GA-AD-FO-014", "4", "borrador")
    click(screen, "traer_formato")
    assert desk.ask(ver_acta, audiencia_id=segunda).formato_version == "3"


def test_a_date_that_does_not_exist_is_refused_in_its_place(open_acta: Open, primera: str, desk: Desk) -> None:
    screen = open_acta(primera)
    write(screen, "acta_formato_vigente_desde", "31/02/2026\n")
    assert "31/02/2026" in error_of(screen, "acta_formato_vigente_desde")
    assert desk.ask(ver_acta, audiencia_id=primera).formato_vigente_desde == "2025-02-03"


def test_a_hearing_without_sections_teaches_and_offers_the_nine(open_acta: Open, segunda: str, desk: Desk) -> None:
    screen = open_acta(segunda, "desarrollo")
    click(screen, "usar_nueve_secciones")
    assert len(desk.ask(listar_secciones, audiencia_id=segunda)) == 9
    assert screen.findChild(QWidget, "parte_seccion/" + desk.ask(listar_secciones, audiencia_id=segunda)[0].id)
    desk.undo()
    assert of(screen, Button, "usar_nueve_secciones").isVisible()


def test_sections_are_moved_and_renumbered_by_keyboard(open_acta: Open, primera: str, desk: Desk) -> None:
    screen = open_acta(primera, "desarrollo")
    first = desk.ask(listar_secciones, audiencia_id=primera)[0]
    table = of(screen, Table, "lista_secciones")
    assert isinstance(table, Table)
    table.select_key(first.id)
    key(screen, "lista_secciones", Qt.Key.Key_Down, ALT)
    moved = next(row for row in desk.ask(listar_secciones, audiencia_id=primera) if row.id == first.id)
    assert moved.numero == "2"
    current = table.current()
    assert current is not None and current.id == first.id, "the selection follows what was moved"


def test_what_is_being_typed_is_on_the_pages_before_it_is_saved_and_the_place_is_kept(
    open_acta: Open, primera: str, desk: Desk, qtbot: QtBot
) -> None:
    section = desk.ask(listar_secciones, audiencia_id=primera)[6]
    screen = open_acta(primera, f"seccion/{section.id}")
    page = screen.preview.view.page()
    assert page > 5, "the pages go to the section that is opened"
    prose = screen.findChild(Prose)
    assert prose is not None
    prose.setFocus()
    with qtbot.waitSignal(screen.preview.drawn_anew, timeout=10_000):
        type_text(prose, "Añadido. ")
    assert desk.ask(listar_secciones, audiencia_id=primera)[6] == section, "nothing is saved while one types"
    assert screen.preview.view.page() == page
    of(screen, QWidget, "seccion_titulo").setFocus()
    saved = desk.ask(listar_secciones, audiencia_id=primera)[6].bloques[0]
    assert isinstance(saved, Parrafo) and saved.texto.startswith("Añadido. Las preguntas")
    desk.undo()
    assert desk.ask(listar_secciones, audiencia_id=primera)[6] == section
    drawn(qtbot, screen)


def test_a_section_withdrawn_elsewhere_is_no_longer_open(open_acta: Open, primera: str, desk: Desk) -> None:
    from rcdesk.work.lineas import retirar

    section = desk.ask(listar_secciones, audiencia_id=primera)[2]
    screen = open_acta(primera, f"seccion/{section.id}")
    desk.do(retirar["secciones"], id=section.id)
    assert of(screen, QWidget, "lista_secciones").isVisible()


def test_signers_are_added_with_enter_moved_and_withdrawn(open_acta: Open, primera: str, desk: Desk) -> None:
    screen = open_acta(primera, "firmas")
    write(screen, "agregar_firmantes", "Íngrid Ñáñez\n")
    names = [row.nombre for row in desk.ask(listar_firmantes, audiencia_id=primera) if row.lista == "firmas"]
    assert names[-1] == "Íngrid Ñáñez"
    write(screen, "firmantes_cargo", "Secretaria\n")
    key(screen, "lista_firmantes", Qt.Key.Key_Up, ALT)
    rows = [row for row in desk.ask(listar_firmantes, audiencia_id=primera) if row.lista == "firmas"]
    assert (rows[-2].nombre, rows[-2].cargo) == ("Íngrid Ñáñez", "Secretaria")
    key(screen, "lista_firmantes", Qt.Key.Key_Delete)
    assert len([row for row in desk.ask(listar_firmantes, audiencia_id=primera) if row.lista == "firmas"]) == 4
    desk.undo()
    assert len([row for row in desk.ask(listar_firmantes, audiencia_id=primera) if row.lista == "firmas"]) == 5


def test_annexes_refuse_folios_that_are_no_number(open_acta: Open, primera: str, desk: Desk) -> None:
    screen = open_acta(primera, "anexos")
    write(screen, "anexos_folios", "tres\n")
    assert "tres" in error_of(screen, "anexos_folios")
    write(screen, "anexos_folios", "4\n")
    assert desk.ask(listar_anexos, audiencia_id=primera)[0].folios == 4


def test_nobody_absent_is_an_answer_and_naming_somebody_needs_it_taken_back(
    open_acta: Open, primera: str, desk: Desk
) -> None:
    screen = open_acta(primera, "asistentes")
    check = of(screen, Check, "na_ausentes")
    assert isinstance(check, Check) and check.value()
    assert not of(screen, QWidget, "lista_ausentes").isVisible()
    check.click()
    assert desk.ask(listar_personas_del_acta, audiencia_id=primera).no_aplica == frozenset()
    write(screen, "agregar_ausentes", "Iván Rey\n")
    assert desk.ask(listar_personas_del_acta, audiencia_id=primera).ausentes[0].nombre == "Iván Rey"
    check.click()
    assert "retírelas antes" in screen.banner.text()
    assert not check.value()


def test_the_assessment_belongs_to_the_hearing(open_acta: Open, segunda: str, desk: Desk) -> None:
    screen = open_acta(segunda, "autoevaluacion")
    part = of(screen, QWidget, "autoevaluacion_autoevaluacion")
    prose = part.findChild(Prose)
    assert prose is not None
    prose.setFocus()
    type_text(prose, "Faltó señalización.")
    screen.index.setFocus()
    prose.clearFocus()
    assert desk.ask(ver_autoevaluacion, audiencia_id=segunda).autoevaluacion == (Parrafo(texto="Faltó señalización."),)


def test_the_responsibility_tells_itself_until_somebody_writes_another(
    open_acta: Open, segunda: str, desk: Desk
) -> None:
    screen = open_acta(segunda, "cierre")
    derived = of(screen, PlainLabel, "responsabilidad_automatica")
    assert isinstance(derived, PlainLabel)
    click(screen, "escribir_responsabilidad")
    assert desk.ask(ver_acta, audiencia_id=segunda).responsabilidad == derived.text()


def test_two_clicks_save_the_acta_and_say_where_it_is(
    open_acta: Open, primera: str, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = open_acta(primera)
    target = tmp_path / "acta firmada.pdf"
    save_as(target)
    click(screen, "guardar_pdf")
    qtbot.waitUntil(lambda: "Se guardó" in screen.banner.text(), timeout=10_000)
    with pikepdf.open(target) as saved:
        assert f"{len(saved.pages)} páginas" in screen.banner.text() and str(target) in screen.banner.text()


def test_the_acta_is_saved_as_word_to_go_on_editing_it(
    open_acta: Open, primera: str, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = open_acta(primera)
    target = tmp_path / "acta para revisar.docx"
    save_as(target)
    click(screen, "guardar_word")
    qtbot.waitUntil(lambda: "Se guardó" in screen.banner.text(), timeout=10_000)
    assert "Se recibieron" in "\n".join(lines(target.read_bytes()))
    assert "kB" in screen.banner.text() and str(target) in screen.banner.text()


def test_a_folder_that_is_gone_is_explained_and_going_back_does_nothing(
    open_acta: Open, primera: str, qtbot: QtBot, tmp_path: Path
) -> None:
    from rcdesk.ui.acta_work import acta_work

    screen = open_acta(primera)
    save_as(None)
    click(screen, "guardar_pdf")
    assert screen.banner.text() == ""
    screen.saving.save(acta_work(screen.desk, PRIMERA, None).to_save(), tmp_path / "ya no" / "acta.pdf")
    qtbot.waitUntil(lambda: "No se pudo" in screen.banner.text(), timeout=10_000)
    assert "La carpeta ya no está" in screen.banner.text()


def test_cards_of_data_go_to_where_they_are_written(open_acta: Open, primera: str, qtbot: QtBot) -> None:
    screen = open_acta(primera, "analisis")
    with qtbot.waitSignal(screen.wants) as told:
        click(screen, "ver_preguntas")
    assert told.args == ["en_vivo", ""]


def test_parts_are_gone_through_in_order_by_keyboard(open_acta: Open, primera: str) -> None:
    screen = open_acta(primera)
    screen.next_part()
    assert of(screen, QWidget, "na_ausentes").isVisible()
    screen.previous_part()
    assert of(screen, QWidget, "acta_numero").isVisible()


def test_what_another_changed_meanwhile_is_told_and_what_was_typed_stays(
    open_acta: Open, primera: str, desk: Desk
) -> None:
    screen = open_acta(primera)
    line = write(screen, "acta_numero", "55")
    desk.do(editar_acta, audiencia_id=primera, valores={"numero": "66"})
    assert line.text() == "55"
    press(line, Qt.Key.Key_Return)
    assert "Mientras escribía" in error_of(screen, "acta_numero")
    assert desk.ask(ver_acta, audiencia_id=primera).numero == "66"


def test_hostile_text_is_shown_and_printed_as_it_is(open_acta: Open, segunda: str, desk: Desk, qtbot: QtBot) -> None:
    nasty = "<b>Ñandú</b> & 🎤 %s"
    desk.do(editar_acta, audiencia_id=segunda, valores={"numero": nasty, "responsabilidad": nasty * 900})
    screen = open_acta(segunda)
    assert of(screen, Line, "acta_numero").text() == nasty  # type: ignore[attr-defined]
    assert screen.preview.view.count() > 3


def test_the_list_of_parts_is_walked_with_the_arrows(open_acta: Open, primera: str) -> None:
    screen = open_acta(primera)
    entry = of(screen, QWidget, "parte_encabezado")
    entry.setFocus()
    press(entry, Qt.Key.Key_Down)
    assert of(screen, QWidget, "na_ausentes").isVisible()
    assert of(screen, QWidget, "parte_asistentes").hasFocus()


def test_where_there_is_no_room_one_pane_is_shown_at_a_time_and_esc_goes_back(open_acta: Open, primera: str) -> None:
    screen = open_acta(primera)
    screen.resize(820, 600)
    assert not screen.index.isVisible() and not screen.preview.isVisible()
    click(screen, "ver_paginas")
    assert screen.preview.isVisible() and not of(screen, QWidget, "acta_numero").isVisible()
    press(screen.preview.view, Qt.Key.Key_Escape)
    assert of(screen, QWidget, "acta_numero").isVisible() and not screen.preview.isVisible()
    click(screen, "ver_partes")
    of(screen, QAbstractButton, "parte_firmas").click()  # type: ignore[attr-defined]
    assert of(screen, QWidget, "lista_firmantes").isVisible()


def test_pages_made_narrower_stay_where_they_were_read(open_acta: Open, primera: str, qtbot: QtBot) -> None:
    screen = open_acta(primera, "compromisos")
    page = screen.preview.view.page()
    screen.preview.setMaximumWidth(360)
    screen.preview.setMinimumWidth(360)
    qtbot.wait(20)
    assert screen.preview.view.page() == page
    drawn(qtbot, screen)
    assert screen.preview.view.page() == page


def test_the_window_closes_and_changes_base_while_the_pages_are_being_drawn(
    open_window: OpenWindow, example: Path, desk: Desk, qtbot: QtBot
) -> None:
    desk.close()
    window = open_window(example)
    assert window.bases.desk is not None
    first = hearing_id(window.bases.desk, PRIMERA)
    window.go("acta", f"{first}/firmas")
    qtbot.wait(200)
    window.open_own()
    assert window.bases.desk is not None
    assert window.findChild(ActaScreen) is None


def test_from_the_hearing_to_the_file_there_are_two_clicks(
    open_window: OpenWindow, example: Path, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.close()
    window = open_window(example)
    assert window.bases.desk is not None
    window.go("registro", hearing_id(window.bases.desk, PRIMERA))
    tabs = of(window, QWidget, "pestanas").findChildren(QAbstractButton)
    next(tab for tab in tabs if tab.accessibleName() == "Acta").click()
    assert of(window, QWidget, "acta_numero").hasFocus(), "the keys are where one begins to write"
    target = tmp_path / "acta.pdf"
    save_as(target)
    click(window, "guardar_pdf")
    screen = window.findChild(ActaScreen)
    assert screen is not None
    qtbot.waitUntil(lambda: "Se guardó" in screen.banner.text(), timeout=10_000)
    assert target.read_bytes().startswith(b"%PDF-")
    drawn(qtbot, screen)


def test_a_picture_put_in_a_section_goes_into_the_base_and_one_undo_takes_it_out(
    open_acta: Open, primera: str, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    image.save(str(tmp_path / "Foto del salón.png"))
    section = desk.ask(listar_secciones, audiencia_id=primera)[0]
    screen = open_acta(primera, f"seccion/{section.id}")
    editor = of(screen, BlocksEditor, "seccion_texto_bloques")
    assert isinstance(editor, BlocksEditor)
    editor.make("figura")
    figure = editor.findChild(FigureView)
    assert figure is not None
    with qtbot.waitSignal(editor.committed):
        figure.attach(tmp_path / "Foto del salón.png")
    saved = desk.ask(listar_secciones, audiencia_id=primera)[0].bloques[-1]
    assert isinstance(saved, Figura) and saved.archivo == "figuras/foto-del-salon.png"
    drawn(qtbot, screen)
    desk.undo()
    assert desk.ask(listar_secciones, audiencia_id=primera)[0] == section
    drawn(qtbot, screen)
