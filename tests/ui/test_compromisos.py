"""The commitments as a planner follows them: filtering by a lamp, registering, moving a date, looking at the past."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from rcdesk.app.desk import Desk
from rcdesk.documents.debidos import LAMPARA
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Field
from rcdesk.ui.kit.rows import Table
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.compromisos import CompromisosScreen
from rcdesk.ui.screens.compromisos.texts import LAMPS
from rcdesk.ui.screens.en_vivo import EnVivoScreen
from rcdesk.work.compromisos import anular_compromiso, corregir_compromiso, listar_compromisos
from tests.bases import PRIMERA, hearing_id
from tests.typing import press, type_text

Show = Callable[..., CompromisosScreen]
K, M = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def screen(desk: Desk, show_screen: Show) -> CompromisosScreen:
    return show_screen(CompromisosScreen, desk)


def part(screen: QWidget, name: str) -> QWidget:
    found = screen.findChild(QWidget, name)
    assert found is not None, name
    return found


def put(screen: QWidget, name: str, text: str) -> QWidget:
    """Replace what a field says."""
    field = part(screen, name)
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    type_text(field, text)
    return field


def click(screen: QWidget, name: str) -> None:
    button = part(screen, name)
    assert isinstance(button, Button)
    button.click()


def said(screen: QWidget, name: str) -> str:
    """The sentence under a field."""
    around = Field.around(part(screen, name))
    assert around is not None
    return around.error()


def key_of(desk: Desk, codigo: str) -> str:
    rows = desk.ask(listar_compromisos, audiencia_id=hearing_id(desk, PRIMERA))
    return next(row.id for row in rows if row.codigo == codigo)


def test_a_year_of_a_commitment_is_kept_with_the_keyboard(screen: CompromisosScreen, tmp_path: Path) -> None:
    desk, text = screen.desk, part(screen, "avance_texto")
    screen.seek(key_of(desk, "4"))
    view = screen.page.view
    assert view is not None
    assert view.al.avance == "60"
    press(text, K.Key_Return)
    assert said(screen, "avance_texto") == "Escriba qué se hizo, o cuánto va."
    put(screen, "avance_avance", "50\n")
    assert said(screen, "avance_texto") == "Ya se había dicho 60 %: escriba por qué baja."
    paper = tmp_path / "Acta de pruebas.pdf"
    paper.write_bytes(b"%PDF-1.7")
    screen.page.history.form.proofs.add_file(paper)
    put(screen, "avance_avance", "85")
    put(screen, "avance_texto", "Probada con la veeduría.\n")
    assert screen.page.view is not None
    assert (screen.page.view.al.avance, len(screen.page.view.evidencias)) == ("85", 3)
    assert text.typed() == ""  # type: ignore[attr-defined]
    screen.changing.when()
    put(screen, "corrimiento_nueva_fecha", "15/12/2026\n")
    assert said(screen, "corrimiento_texto") == "Escriba por qué se corre la fecha."
    put(screen, "corrimiento_texto", "La veeduría pidió otra prueba.\n")
    assert (screen.page.view.al.fecha, screen.page.view.fecha_original) == ("2026-12-15", "2026-11-30")
    put(screen, "avance_avance", "100")
    assert not part(screen, "avance_cumplido").isHidden()  # proposed, and may be unmarked
    put(screen, "avance_texto", "Publicada.\n")
    assert screen.page.view.al.lampara == "cumplido"
    desk.undo()
    assert screen.page.view.al.avance == "85"
    press(text, K.Key_Escape)
    assert screen.list.current() is not None
    assert screen.list.isVisible()


def test_the_counters_filter_and_the_neighbours_are_those_of_the_filter(screen: CompromisosScreen) -> None:
    every = len(screen.list.rows)
    click_counter = part(screen, "contador_vencido")
    click_counter.click()  # type: ignore[attr-defined]
    late = [row.id for row in screen.list.rows]
    assert 1 < len(late) < every
    assert {row.lampara for row in screen.list.rows} == {"vencido"}
    press(screen.list.table, K.Key_Return)
    assert screen.page.isVisible()
    screen.next()
    assert screen.page.view is not None
    assert screen.page.view.al.id == late[1]
    screen.previous()
    screen.previous()  # there is none before the first
    assert screen.page.view.al.id == late[0]
    screen.back()
    put(screen, "buscar_compromiso", "no existe tal cosa\n")
    assert not screen.list.rows
    screen.list.clear()
    screen.refresh()
    assert len(screen.list.rows) == every


def test_the_past_is_looked_at_and_not_written(screen: CompromisosScreen) -> None:
    today = len(screen.list.rows)
    put(screen, "corte_de_compromisos", "31/12/2026\n")
    assert "todavía no llega" in screen.banner.text()
    put(screen, "corte_de_compromisos", "30/06/2026\n")
    assert len(screen.list.rows) < today
    screen.open(key_of(screen.desk, "4"))
    assert not screen.page.history.form.isVisible()
    assert not screen.offers("changing.when")
    click(screen, "volver_a_hoy")
    assert screen.page.history.form.isVisible()
    assert screen.page.view is not None
    assert screen.page.view.al.avance == "60"


def test_the_groups_lead_to_their_commitments(screen: CompromisosScreen) -> None:
    screen.list.bar.look("responsable")
    table = screen.list.table_in_sight()
    assert isinstance(table, Table) and table is not screen.list.table
    first = table.shown.rows[0]
    press(table, K.Key_Return)
    assert screen.list.table_in_sight() is screen.list.table
    assert len(screen.list.rows) == first.cifras.total
    assert all(first.nombre in row.responsables for row in screen.list.rows)


def test_what_was_withdrawn_is_seen_and_restored(screen: CompromisosScreen) -> None:
    key, every = key_of(screen.desk, "2"), len(screen.list.rows)
    screen.desk.do(anular_compromiso, id=key, motivo="Repetido")
    assert len(screen.list.rows) == every - 1
    screen.list.bar.look("anulados")
    assert not screen.offers("advance")
    assert [row.motivo for row in screen.list.gone.shown.rows] == ["Repetido"]
    press(screen.list.gone, K.Key_Return)
    assert not screen.list.gone.shown.rows
    screen.list.bar.look("fecha")
    assert len(screen.list.rows) == every


def test_a_commitment_of_a_table_and_its_transfer(screen: CompromisosScreen) -> None:
    screen.new()
    put(screen, "nuevo_que_hacer", "Arreglar la báscula del mercado")
    place = part(screen, "nuevo_donde")
    place.set_value(place.itemData(place.count() - 1))  # type: ignore[attr-defined]
    place.edited.emit()  # type: ignore[attr-defined]
    put(screen, "nuevo_responsables", "Obras; Salud\n")
    assert said(screen, "nuevo_adquirido") == "Escriba cuándo se hizo el compromiso."
    put(screen, "nuevo_adquirido", "3/11/2026\n")
    row = screen.list.current()
    assert row is not None
    assert (row.que_hacer, row.responsables, row.origen) == (
        "Arreglar la báscula del mercado",
        ("Obras", "Salud"),
        "mesa",
    )
    screen.changing.hand_over()
    put(screen, "traslado_entidad_competente", "Plaza de mercado S. A.\n")
    row = screen.list.current()
    assert row is not None
    assert row.lampara == "trasladado"


def test_one_comes_from_elsewhere_and_goes_to_the_question(
    example: Path, open_window: Callable[..., MainWindow]
) -> None:
    window = open_window(example, "inicio")
    assert window.bases.desk is not None
    window.go("compromisos", key_of(window.bases.desk, "4"))
    screen = window.findChild(CompromisosScreen)
    assert screen is not None and screen.page.view is not None
    [question] = screen.page.view.preguntas
    click(screen, f"ir_en_vivo_{question.id}")
    live = window.findChild(EnVivoScreen)
    assert live is not None and live.isVisible()
    chosen = live.queue.table.current()
    assert chosen is not None
    assert chosen.id == question.id
    window.go("compromisos")
    screen.back()
    QTest.keyClick(screen.list.table, K.Key_Space)
    assert screen.page.isVisible()
    QTest.keyClick(screen.page, K.Key_Right, M.AltModifier)
    assert screen.page.view.al.id != key_of(window.bases.desk, "4")
    QTest.keyClick(screen.page, K.Key_Escape)
    assert screen.list.isVisible()


def test_a_correction_tells_who_changed_it_meanwhile(screen: CompromisosScreen) -> None:
    key = key_of(screen.desk, "1")
    screen.seek(key)
    screen.changing.correct()
    assert part(screen, "correccion_dependencia").value() == ""  # type: ignore[attr-defined]
    screen.desk.do(corregir_compromiso, id=key, valores={"que_hacer": "Otra cosa"})
    put(screen, "correccion_que_hacer", "Enviar el borrador\n")
    assert "lo cambió" in said(screen, "correccion_que_hacer")
    screen.changing.correct()
    press(part(screen, "correccion_que_hacer"), K.Key_Escape)
    assert screen.page.isVisible()


def test_an_empty_base_says_where_commitments_come_from(empty_desk: Desk, show_screen: Show) -> None:
    screen = show_screen(CompromisosScreen, empty_desk)
    assert not screen.list.isVisible()
    screen.new()
    assert "Primero cree la audiencia" in screen.banner.text()


def test_a_lamp_is_called_on_screen_as_in_the_documents() -> None:
    assert {lamp: state.word for lamp, state in LAMPS.items()} == LAMPARA
