"""The queue by keyboard: moderate, give turns, look for a question, say why one is left out. No row moves by itself."""

from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.domain.campos import LIMITE
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Field
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.text import Text
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.en_vivo import EnVivoScreen
from rcdesk.ui.screens.en_vivo.looks import figures
from rcdesk.ui.screens.en_vivo.steps import STEPS
from rcdesk.work.cola import ConteoDePreguntas, PreguntaRow
from rcdesk.work.intercambio import importar
from rcdesk.work.preguntas import registrar_pregunta
from tests.bases import hearing_id
from tests.corpus import corpus
from tests.questions import listar_preguntas
from tests.running import put_on_air
from tests.typing import press, type_text
from tests.widgets import here

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def capture(text: str) -> None:
    type_text(here(), f"{text}\n", gap=0)


def rows(screen: EnVivoScreen) -> list[PreguntaRow]:
    return screen.desk.ask(listar_preguntas, audiencia_id=screen.audiencia_id)


def shown(screen: EnVivoScreen) -> list[str]:
    return [row.codigo for row in screen.queue.model.rows]


def current(screen: EnVivoScreen) -> PreguntaRow:
    found = screen.queue.table.current()
    assert found is not None
    return found


def filter_by(screen: EnVivoScreen, value: str) -> None:
    """Choose a filter, as the person does."""
    screen.queue.filter.set_value(value)
    screen.queue.filter.edited.emit()


def choose(screen: EnVivoScreen, place: int) -> None:
    """Choose a question of the list, with the keys there."""
    screen.to_queue()
    assert screen.queue.table.select_key(rows(screen)[place].id)


def words(window: MainWindow, name: str) -> Any:
    found = window.findChild(QWidget, name)
    assert found is not None
    return found


def test_x_and_a_digit_say_why_it_does_not_proceed_and_the_strip_stays_lit(
    window: MainWindow, screen: EnVivoScreen
) -> None:
    screen.air.start.click()
    capture("¿Una?")
    press(here(), KEY.Key_Escape)
    press(here(), KEY.Key_X, text="x")
    reason = here()
    assert isinstance(reason, Text)
    assert QApplication.activeModalWidget() is None
    panel = words(window, "titulo_motivo").window()
    assert panel is window
    assert screen.air.strip.isVisible()
    press(reason, KEY.Key_2, text="2")
    assert reason.value() == "Es competencia de otra entidad"
    press(reason, KEY.Key_1, text="1")  # another choice, while nothing was written
    assert reason.value() == "No es sobre el informe ni la gestión que se presenta"
    press(reason, KEY.Key_Return, text="\r")
    assert (rows(screen)[0].estado, here()) == ("fuera_de_alcance", screen.queue.table)
    window.undoing.undo()
    assert rows(screen)[0].estado == "recibida"


def test_escape_leaves_the_reason_and_nothing_was_done(window: MainWindow, screen: EnVivoScreen) -> None:
    capture("¿Una?")
    press(here(), KEY.Key_Escape)
    press(here(), KEY.Key_X, text="x")
    type_text(here(), "Es de 2 entidades", gap=0)  # a digit among words is a digit
    assert cast(Text, here()).value() == "Es de 2 entidades"
    press(here(), KEY.Key_Escape)
    assert (rows(screen)[0].estado, here()) == ("recibida", screen.queue.table)
    press(here(), KEY.Key_X, text="x")
    assert cast(Text, here()).value() == ""
    press(here(), KEY.Key_Return, text="\r")  # without a reason it is not done
    assert rows(screen)[0].estado == "recibida"
    assert words(window, "motivo_pregunta").isVisible()
    press(here(), KEY.Key_Escape)


def test_a_question_annulled_says_why_and_stays_struck(window: MainWindow, screen: EnVivoScreen) -> None:
    capture("¿Una?")
    capture("¿Otra?")
    press(here(), KEY.Key_Escape)
    press(here(), KEY.Key_Delete)
    type_text(here(), "Repetida\n", gap=0)
    assert rows(screen)[1].anulada == "Repetida"
    assert screen.queue.model.mark(screen.queue.model.rows[1]).annulled


def test_the_entity_has_its_own_reasons(window: MainWindow, screen: EnVivoScreen) -> None:
    from rcdesk.domain import registro as r

    own = r.Archivo(listas={"razones_no_procede": ("Va por la ventanilla única", "Es de 2025")})
    screen.desk.do(importar, archivo=own)
    capture("¿Una?")
    press(here(), KEY.Key_Escape)
    press(here(), KEY.Key_X, text="x")
    press(here(), KEY.Key_1, text="1")
    assert cast(Text, here()).value() == "Va por la ventanilla única"
    press(here(), KEY.Key_Escape)


def test_a_reason_is_only_ever_words(window: MainWindow, screen: EnVivoScreen) -> None:
    capture("¿Una?")
    press(here(), KEY.Key_Escape)
    for text in ("<b>x</b> & &amp;", "{0} %s", "=1+1", "Robert'); DROP TABLE preguntas;--", "🐟 ñ"):
        press(here(), KEY.Key_Delete)
        cast(Text, here()).retype(text)
        press(here(), KEY.Key_Return, text="\r")
        assert rows(screen)[0].anulada == text
        shown = screen.queue.model.columns[1].note(screen.queue.model.rows[0])  # type: ignore[misc]
        assert f"Anulada: {text}" in shown
        screen.desk.undo()


def test_a_reason_too_long_is_refused_where_it_is_typed_and_stays(window: MainWindow, screen: EnVivoScreen) -> None:
    capture("¿Una?")
    press(here(), KEY.Key_Escape)
    press(here(), KEY.Key_Delete)
    editor = cast(Text, here())
    editor.retype("x" * (LIMITE + 1))
    press(editor, KEY.Key_Return, text="\r")
    around = Field.around(editor)
    assert around is not None
    assert "el límite es 100.000" in around.error()
    assert len(editor.value()) == LIMITE + 1
    assert rows(screen)[0].anulada is None
    press(editor, KEY.Key_Escape)


def test_alt_arrows_give_another_turn_and_say_it(window: MainWindow, screen: EnVivoScreen) -> None:
    for text in ("¿Una?", "¿Dos?", "¿Tres?"):
        capture(text)
    for place in range(3):
        choose(screen, place)
        press(here(), KEY.Key_A, text="a")
    assert [row.turno for row in screen.queue.model.rows] == [1, 2, 3]
    press(here(), KEY.Key_Up, ALT)
    assert words(window, "mensaje_de_estado").text() == "P-003 pasa al turno 2"
    assert shown(screen) == ["P-001", "P-002", "P-003"]  # by arrival nothing moves
    assert [row.turno for row in screen.queue.model.rows] == [1, 3, 2]
    filter_by(screen, "en_cola")
    assert shown(screen) == ["P-001", "P-003", "P-002"]
    assert current(screen).codigo == "P-003"
    press(here(), KEY.Key_Up, ALT)
    assert shown(screen) == ["P-003", "P-001", "P-002"]
    assert current(screen).codigo == "P-003"
    press(here(), KEY.Key_Up, ALT)
    assert words(window, "mensaje_de_estado").text() == "P-003 ya tiene el turno 1"
    press(here(), KEY.Key_Down, ALT)
    assert words(window, "mensaje_de_estado").text() == "P-003 pasa al turno 2"
    window.undoing.undo()
    assert shown(screen) == ["P-003", "P-001", "P-002"]


def test_one_that_does_not_wait_has_no_turn_to_change(window: MainWindow, screen: EnVivoScreen) -> None:
    capture("¿Una?")
    press(here(), KEY.Key_Escape)
    press(here(), KEY.Key_Up, ALT)
    assert rows(screen)[0].moderacion == "sin_revisar"
    assert not screen.hand.offers("up")


def test_what_is_answered_stays_in_the_list_of_turns_where_it_was(window: MainWindow, screen: EnVivoScreen) -> None:
    for text in ("¿Una?", "¿Dos?", "¿Tres?"):
        capture(text)
    for place in range(3):
        choose(screen, place)
        press(here(), KEY.Key_A, text="a")
    filter_by(screen, "en_cola")
    choose(screen, 1)
    press(here(), KEY.Key_Space, text=" ")
    assert shown(screen) == ["P-001", "P-002", "P-003"]
    assert current(screen).codigo == "P-002"
    assert [row.turno for row in screen.queue.model.rows] == [1, 0, 2]


def test_ctrl_f_looks_for_a_question_while_one_types_and_escape_gives_all_back(
    window: MainWindow, screen: EnVivoScreen
) -> None:
    for text in ("¿El alumbrado de la 12?", "¿La vía de La Honda?", "¿Más alumbrado?"):
        capture(text)
    press(here(), KEY.Key_F, CTRL)
    assert here() is screen.queue.search
    type_text(here(), "ALUMBRÁ", gap=0)
    assert shown(screen) == ["P-001", "P-003"]
    press(here(), KEY.Key_Down)
    assert here() is screen.queue.table
    press(here(), KEY.Key_F, CTRL)
    cast(Any, here()).retype("p-2")
    assert shown(screen) == ["P-002"]
    press(here(), KEY.Key_Escape)
    assert here() is screen.queue.table
    assert (screen.queue.search.value(), shown(screen)) == ("", ["P-001", "P-002", "P-003"])


def test_what_is_in_hand_stays_in_hand_while_one_looks_for_another(window: MainWindow, screen: EnVivoScreen) -> None:
    for text in ("¿El alumbrado?", "¿La vía?", "¿El agua?"):
        capture(text)
    choose(screen, 2)
    press(here(), KEY.Key_F, CTRL)
    type_text(here(), "alumbrado", gap=0)
    assert screen.queue.table.current() is None
    assert screen.detail.key == rows(screen)[2].id
    screen.desk.do(registrar_pregunta, audiencia_id=screen.audiencia_id, texto="¿Otra?")
    assert screen.detail.key == rows(screen)[2].id
    press(here(), KEY.Key_Escape)
    assert current(screen).codigo == "P-003"


def test_what_is_found_stays_while_it_is_worked_on(window: MainWindow, screen: EnVivoScreen) -> None:
    capture("¿El alumbrado?")
    capture("¿La vía?")
    press(here(), KEY.Key_F, CTRL)
    type_text(here(), "alumbrado", gap=0)
    press(here(), KEY.Key_Down)
    press(here(), KEY.Key_A, text="a")
    assert shown(screen) == ["P-001"]
    assert rows(screen)[0].moderacion == "aprobada"


def test_no_search_breaks_or_is_left_without_a_word(window: MainWindow, screen: EnVivoScreen) -> None:
    capture("¿La vía 4-72?")
    press(here(), KEY.Key_F, CTRL)
    for code, _, text in corpus("buscar"):
        cast(Any, here()).retype(text)
        assert screen.banner.text() == "", code
    press(here(), KEY.Key_Escape)
    assert shown(screen) == ["P-001"]


def test_a_question_sought_from_elsewhere_is_found_behind_any_filter(window: MainWindow, screen: EnVivoScreen) -> None:
    capture("¿Una?")
    filter_by(screen, "respondidas")
    screen.queue.search.retype("zzz")
    assert shown(screen) == []
    window.go("en_vivo", f"{screen.audiencia_id}/{rows(screen)[0].id}")
    screen.seek(rows(screen)[0].id)
    assert current(screen).codigo == "P-001"


def test_the_filter_stays_in_another_hearing_and_says_how_many_each_has(
    window: MainWindow, screen: EnVivoScreen
) -> None:
    capture("¿Una?")
    filter_by(screen, "por_moderar")
    texts = [screen.queue.filter.itemText(place) for place in range(screen.queue.filter.count())]
    assert texts[:4] == ["Todas  1", "Por moderar  1", "En cola", "Pendientes  1"]
    screen.open(hearing_id(screen.desk, "rdc-2026-1"))
    assert screen.queue.filter.value() == "por_moderar"
    assert screen.queue.search.value() == ""


def test_the_header_counts_what_was_received(window: MainWindow, screen: EnVivoScreen) -> None:
    put_on_air(screen.desk, screen.audiencia_id)
    told = words(window, "conteo_preguntas")
    assert isinstance(told, PlainLabel)
    assert told.text() == "11 recibidas: 9 únicas, 1 agrupada, 1 no procede  ·  1 anulada"


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((0, 0, 0, 0), ""),
        ((1, 1, 0, 0), "1 recibida"),
        ((42, 38, 3, 1), "42 recibidas: 38 únicas, 3 agrupadas, 1 no procede"),
    ],
)
def test_the_counts_are_told_in_one_line(counts: tuple[int, int, int, int], told: str) -> None:
    assert figures(ConteoDePreguntas(*counts, 0, 0, 0, 0, 0, 0, 0)) == told


def run_command(screen: EnVivoScreen, method: str) -> None:
    assert screen.offers(method)
    screen.detail.wanted.emit(method)


@pytest.mark.parametrize(
    ("method", "answer", "expected"),
    [
        ("hand.hold", "", ("recibida", "retenida")),
        ("hand.postpone", "", ("aplazada", "sin_revisar")),
        ("hand.leave_pending", "", ("pendiente", "sin_revisar")),
        ("hand.assign", "Obras Públicas\n", ("asignada", "sin_revisar")),
        ("hand.hand_over", "Gobernación\n", ("trasladada", "sin_revisar")),
    ],
)
def test_the_other_steps_are_in_more_actions_and_are_taken_back(
    window: MainWindow, screen: EnVivoScreen, method: str, answer: str, expected: tuple[str, str]
) -> None:
    assert method in {step for step, *_ in STEPS}
    capture("¿Una?")
    press(here(), KEY.Key_Escape)
    run_command(screen, method)
    if answer:
        type_text(here(), answer, gap=0)
    assert (rows(screen)[0].estado, rows(screen)[0].moderacion) == expected
    assert here() is screen.queue.table
    window.undoing.undo()
    assert (rows(screen)[0].estado, rows(screen)[0].moderacion) == ("recibida", "sin_revisar")


def test_one_handed_over_or_assigned_to_nobody_is_refused_where_one_types(
    window: MainWindow, screen: EnVivoScreen
) -> None:
    capture("¿Una?")
    press(here(), KEY.Key_Escape)
    for method in ("hand.assign", "hand.hand_over"):
        run_command(screen, method)
        press(here(), KEY.Key_Return, text="\r")
        assert rows(screen)[0].estado == "recibida"
        press(here(), KEY.Key_Escape)
        assert here() is screen.queue.table


def test_a_filter_never_takes_a_row_from_under_the_cursor(window: MainWindow, screen: EnVivoScreen) -> None:
    for text in ("¿Una?", "¿Dos?", "¿Tres?"):
        capture(text)
    press(here(), KEY.Key_Escape)
    screen.queue.filter.set_value("pendientes")
    screen.queue.filter.edited.emit()
    screen.queue.table.select_key(rows(screen)[1].id)
    press(here(), KEY.Key_Space, text=" ")
    assert [row.codigo for row in screen.queue.model.rows] == ["P-001", "P-002", "P-003"]
    assert screen.queue.table.current().codigo == "P-002"  # type: ignore[union-attr]
    screen.queue.filter.edited.emit()  # asked again by the person
    assert [row.codigo for row in screen.queue.model.rows] == ["P-001", "P-003"]


def test_the_list_stays_where_it_was_and_counts_what_arrived_out_of_sight(
    window: MainWindow, screen: EnVivoScreen
) -> None:
    for number in range(30):
        screen.desk.do(registrar_pregunta, audiencia_id=screen.audiencia_id, texto=f"¿{number}?")
    screen.queue.take_news()
    screen.queue.table.select_key(rows(screen)[2].id)
    screen.queue.table.verticalScrollBar().setValue(20)
    screen.capture.line.setFocus()
    capture("¿Nueva?")
    capture("¿Más nueva?")
    assert screen.queue.table.verticalScrollBar().value() == 20
    assert screen.queue.table.current().codigo == "P-003"  # type: ignore[union-attr]
    news = screen.findChild(Button, "nuevas")
    assert news is not None
    assert (news.isVisible(), news.text()) == (True, "2 nuevas")
    press(here(), KEY.Key_Escape)
    press(here(), KEY.Key_R, text="r")
    assert screen.queue.table.current().texto == "¿Nueva?"  # type: ignore[union-attr]
    assert not news.isVisible()
