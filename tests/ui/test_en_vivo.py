"""A moderator captures, moderates and answers with the keyboard alone; nothing moves by itself and no word is lost."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.fields import Field, Line
from rcdesk.ui.kit.line import TypedLine
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.en_vivo import EnVivoScreen
from rcdesk.ui.screens.en_vivo.air import calm_words, on_air, time_left
from rcdesk.work.cola import AireRow, PreguntaRow
from rcdesk.work.pregunta import ver_pregunta
from rcdesk.work.preguntas import agrupar, corregir_pregunta
from tests.bases import SEGUNDA, hearing_id
from tests.questions import listar_preguntas
from tests.running import put_on_air
from tests.typing import press, type_text
from tests.ui.conftest import ShowScreen
from tests.widgets import here

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def capture(text: str) -> None:
    type_text(here(), f"{text}\n", gap=0)


def rows(screen: EnVivoScreen) -> list[PreguntaRow]:
    return screen.desk.ask(listar_preguntas, audiencia_id=screen.audiencia_id)


def in_hand(screen: EnVivoScreen) -> Any:
    vista = screen.desk.ask(ver_pregunta, id=screen.detail.key)
    assert vista is not None
    return vista


def field(screen: EnVivoScreen, campo: str) -> Any:
    found = screen.findChild(QWidget, f"pregunta_{campo}")
    assert found is not None
    return found


def test_enter_saves_and_stays_and_shift_enter_begins_a_line(screen: EnVivoScreen) -> None:
    assert here() is screen.capture.line
    type_text(here(), "¿Cuándo arreglan", gap=0)
    press(here(), KEY.Key_Return, SHIFT)
    capture("la vía de El Mirador, señor?")
    assert [row.texto for row in rows(screen)] == ["¿Cuándo arreglan\nla vía de El Mirador, señor?"]
    assert here() is screen.capture.line
    assert screen.capture.line.value() == ""
    capture("¿Y la escuela?")
    assert [row.codigo for row in rows(screen)] == ["P-001", "P-002"]
    assert screen.findChild(QWidget, "sera_la").text() == "Será la P-003"  # type: ignore[union-attr]


def test_enter_on_an_empty_line_keeps_nothing(screen: EnVivoScreen) -> None:
    capture("   ")
    assert rows(screen) == []
    assert screen.banner.text() == ""


def test_what_is_known_is_said_with_function_keys_and_the_channel_stays(
    window: MainWindow, screen: EnVivoScreen
) -> None:
    type_text(here(), "¿Quién responde por la vía?", gap=0)
    press(window, KEY.Key_F2)
    assert isinstance(here(), Line)
    type_text(here(), "Marleny Ocoró\n", gap=0)
    assert here() is screen.capture.line
    press(window, KEY.Key_F3)
    type_text(here(), "Vías", gap=0)
    press(here(), KEY.Key_Escape)  # what was not accepted is not taken
    assert here() is screen.capture.line
    screen.capture.chips.fill("canal")
    screen.capture.findChild(QWidget, "llenar_canal").set_value("whatsapp")  # type: ignore[union-attr]
    press(screen.capture.findChild(QWidget, "llenar_canal"), KEY.Key_Return)  # type: ignore[arg-type]
    capture("")
    [row] = rows(screen)
    assert (row.autor, row.tema, row.canal) == ("Marleny Ocoró", None, "whatsapp")
    capture("Otra")
    assert (rows(screen)[1].autor, rows(screen)[1].canal) == ("Sin nombre", "whatsapp")


def test_escape_goes_to_the_queue_where_letters_are_commands_and_i_comes_back(
    window: MainWindow, screen: EnVivoScreen
) -> None:
    capture("¿Una?")
    type_text(here(), "a medio escribir", gap=0)
    press(here(), KEY.Key_Escape)
    assert here() is screen.queue.table
    press(here(), KEY.Key_A, text="a")
    assert rows(screen)[0].moderacion == "aprobada"
    press(here(), KEY.Key_Space, text=" ")
    assert rows(screen)[0].falta_redactar
    press(here(), KEY.Key_I, text="i")
    assert here() is screen.capture.line
    assert screen.capture.line.value() == "a medio escribir"
    type_text(here(), " a x", gap=0)  # here they are letters
    assert rows(screen)[0].falta_redactar


def test_ctrl_enter_answers_the_last_saved_without_leaving_the_line(window: MainWindow, screen: EnVivoScreen) -> None:
    capture("¿Una?")
    type_text(here(), "otra a medias", gap=0)
    press(here(), KEY.Key_Return, CTRL)
    assert rows(screen)[0].falta_redactar
    assert len(rows(screen)) == 1
    assert screen.capture.line.value() == "otra a medias"


def test_the_answer_is_written_saved_on_leaving_and_taken_back(window: MainWindow, screen: EnVivoScreen) -> None:
    capture("¿Una?")
    press(here(), KEY.Key_F8)
    assert here() is screen.detail.answer
    type_text(here(), "En marzo, según el contrato.", gap=0)
    press(here(), KEY.Key_Escape)
    assert here() is screen.capture.line
    assert (in_hand(screen).estado, in_hand(screen).respuesta_texto) == ("respondida", "En marzo, según el contrato.")
    window.undoing.undo()
    assert (in_hand(screen).estado, in_hand(screen).respuesta_texto) == ("recibida", None)
    assert screen.detail.answer.value() == ""


def test_a_commitment_asks_what_will_be_done_and_is_made_with_one_key(window: MainWindow, screen: EnVivoScreen) -> None:
    capture("¿Una?")
    press(here(), KEY.Key_F9)
    line = field(screen, "acciones_a_desarrollar")
    assert here() is line
    type_text(line, "Reparar la vía en marzo", gap=0)
    press(here(), KEY.Key_F9)
    assert in_hand(screen).compromiso == "1"
    assert screen.findChild(QWidget, "compromiso").accessibleName() == "Compromiso 1"  # type: ignore[union-attr]


def test_a_question_is_grouped_by_its_number_and_ungrouped(window: MainWindow, screen: EnVivoScreen) -> None:
    capture("¿El alumbrado?")
    capture("¿Y la luz?")
    press(here(), KEY.Key_M, CTRL)
    line = here()
    assert isinstance(line, TypedLine)
    type_text(line, "9", gap=0)
    press(line, KEY.Key_Return)
    assert rows(screen)[1].estado == "recibida"  # there is no P-009
    press(line, KEY.Key_Backspace)
    type_text(line, "1", gap=0)
    assert "¿El alumbrado?" in screen.findChild(QWidget, "agrupar_con_cual").text()  # type: ignore[union-attr]
    press(line, KEY.Key_Return)
    assert (rows(screen)[0].juntas, rows(screen)[1].principal) == (1, "P-001")
    assert here() is screen.capture.line
    press(here(), KEY.Key_Escape)
    screen.queue.table.select_key(rows(screen)[1].id)
    press(here(), KEY.Key_M, SHIFT, text="M")
    assert rows(screen)[1].estado == "pendiente"


def test_grouping_that_is_refused_says_why_where_the_number_was_typed(window: MainWindow, screen: EnVivoScreen) -> None:
    for text in ("¿El alumbrado?", "¿Y la luz?", "¿Y el agua?"):
        capture(text)
    screen.desk.do(agrupar, id=rows(screen)[1].id, principal=rows(screen)[0].id)
    press(here(), KEY.Key_M, CTRL)  # the last one, with one that is grouped already
    line = here()
    type_text(line, "2\n", gap=0)
    around = Field.around(line)
    assert around is not None and "agrupe con esa" in around.error()
    assert line.isVisible() and line.hasFocus()
    press(line, KEY.Key_Backspace)
    type_text(line, "1\n", gap=0)
    assert rows(screen)[2].principal == "P-001"


def test_a_half_typed_answer_survives_what_another_does_to_the_same_question(
    window: MainWindow, screen: EnVivoScreen
) -> None:
    capture("¿Una?")
    press(here(), KEY.Key_F8)
    type_text(here(), "A medias", gap=0)
    key = screen.detail.key
    screen.desk.do(corregir_pregunta, id=key, valores={"tema": "Vías"})
    assert screen.detail.answer.value() == "A medias"
    assert here() is screen.detail.answer
    assert field(screen, "tema").value() == "Vías"


def test_ctrl_i_notes_an_incident_with_its_hour(window: MainWindow, screen: EnVivoScreen) -> None:
    type_text(here(), "media pregunta", gap=0)
    press(here(), KEY.Key_I, CTRL)
    type_text(here(), "Se fue la luz\n", gap=0)
    assert here() is screen.capture.line
    assert screen.capture.line.value() == "media pregunta"
    from rcdesk.work.gather import reunir_audiencia

    archivo = screen.desk.ask(reunir_audiencia, codigo=SEGUNDA)
    assert archivo is not None
    [incident] = archivo.audiencias[0].incidentes
    assert (incident.hora, incident.tipo, incident.texto) == (
        "10:41",
        "otro",
        "Se fue la luz",
    )  # only a recess that is meant stops the clocks


def test_the_hearing_begins_from_the_strip_and_its_time_is_counted(window: MainWindow, screen: EnVivoScreen) -> None:
    assert not screen.air.strip.isVisible()
    screen.air.start.click()
    assert screen.air.strip.isVisible()
    assert "En vivo" in screen.air.strip.accessibleName()


def test_half_typed_text_comes_back_in_its_field(
    show_screen: ShowScreen, desk: Desk, audiencia_id: str, qtbot: QtBot
) -> None:
    first: EnVivoScreen = show_screen(EnVivoScreen, desk, audiencia_id)
    type_text(first.capture.line, "¿Cuándo reparan el puen", gap=0)
    qtbot.waitUntil(lambda: bool(desk.drafts.fresh()), timeout=2000)  # what a power cut would leave
    again: EnVivoScreen = show_screen(EnVivoScreen, desk, audiencia_id)
    assert again.capture.line.value() == "¿Cuándo reparan el puen"
    again.capture.line.setFocus()
    type_text(again.capture.line, "te?\n", gap=0)
    assert [row.texto for row in rows(again)] == ["¿Cuándo reparan el puente?"]
    assert desk.drafts.fresh() == {}
    first.capture.line.set_value("")


def test_what_is_half_typed_stays_with_its_hearing(show_screen: ShowScreen, desk: Desk, audiencia_id: str) -> None:
    screen: EnVivoScreen = show_screen(EnVivoScreen, desk, audiencia_id)
    type_text(screen.capture.line, "De esta", gap=0)
    other = hearing_id(desk, "rdc-2026-1")
    screen.open(other)
    assert screen.capture.line.value() == ""
    screen.open(audiencia_id)
    assert screen.capture.line.value() == "De esta"


def test_a_citizen_s_words_are_only_ever_words(screen: EnVivoScreen) -> None:
    for text in ("<b>x</b> & &amp;", "{0} %s \\n", "Ignore todo; DROP TABLE", "🐟 ñ á\u202e", "x" * 30_000):
        screen.capture.line.retype(text)
        press(here(), KEY.Key_Return)
        assert [row.texto for row in rows(screen)] == [text]
        assert screen.findChild(QWidget, "pregunta_dicha").text() == text  # type: ignore[union-attr]
        screen.desk.undo()


def test_a_text_too_long_is_refused_and_stays_in_the_line(screen: EnVivoScreen) -> None:
    screen.capture.line.retype("x" * 100_001)
    press(here(), KEY.Key_Return)
    assert rows(screen) == []
    told = screen.findChild(PlainLabel, "falta_en_la_linea")
    assert told is not None and told.isVisible()
    assert "el límite es 100.000" in told.text()
    assert len(screen.capture.line.value()) == 100_001


def test_the_line_of_status_tells_how_things_stand(
    show_screen: ShowScreen, desk: Desk, audiencia_id: str, qtbot: QtBot
) -> None:
    put_on_air(desk, audiencia_id)
    told: list[Any] = []
    screen = EnVivoScreen(desk)
    screen.ambient.connect(told.append)
    qtbot.addWidget(screen)
    screen.open(audiencia_id)
    screen.show()
    assert [(number, word) for number, word, _ in told[-1]] == [
        ("5", "en cola"),
        ("3", "respondidas"),
        ("6", "pendientes"),
        ("1", "por moderar"),
        ("2", "faltan por redactar"),
        ("18 min", "para terminar"),
    ]


def air(**values: Any) -> AireRow:
    known: dict[str, Any] = {
        "nombre": "X",
        "estado": "en_curso",
        "fecha": "2026-11-20",
        "hora_inicio": "09:00",
        "hora_fin": None,
        "hora_inicio_programada": "09:00",
        "hora_fin_programada": "11:00",
        "anulada": False,
    }
    return AireRow(**(known | values))


def test_the_strip_follows_the_clock_on_the_wall() -> None:
    now = moment.now()
    told = on_air(air(), now)
    assert (told.elapsed, told.left, told.over) == ("1:41:07", "18:53", False)
    late = on_air(air(), now + timedelta(minutes=31))
    assert (late.left, late.over, late.of) == ("+12 min", True, "sobre las 11:00")
    assert time_left(air(), now + timedelta(minutes=31)) == ("+12 min", "sobre la hora", "danger")
    assert on_air(air(hora_fin_programada=None), now).left == ""
    assert on_air(air(fecha="2026-11-19"), now).left == ""  # nobody closed it yesterday


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ({"estado": "planeada", "hora_inicio_programada": "10:59"}, "Empieza a las 10:59, en 17 minutos"),
        ({"estado": "planeada"}, "Debía empezar a las 09:00"),
        ({"estado": "convocada", "fecha": "2026-11-21"}, "Empieza mañana a las 09:00"),
        ({"estado": "convocada", "fecha": None}, "Sin fecha todavía"),
        ({"estado": "planeada", "fecha": "2026-11"}, "Sin fecha todavía"),
        ({"estado": "cerrada", "hora_fin": "10:15"}, "Cerrada a las 10:15; duró 1 hora y 15 minutos"),
        ({"estado": "cerrada", "hora_inicio": None}, "Cerrada"),
        ({"estado": "cancelada"}, "Esta audiencia se canceló"),
        ({"anulada": True}, "Esta audiencia está anulada"),
    ],
)
def test_before_and_after_it_says_when(values: dict[str, Any], title: str) -> None:
    assert calm_words(air(**values), moment.now())[0] == title


def test_the_foot_tells_the_keys_of_where_one_is(window: MainWindow, screen: EnVivoScreen) -> None:
    foot = window.findChild(QWidget, "linea_de_estado")
    assert foot is not None
    capture("¿Y el agua?")
    assert "Ctrl I  incidente" in told_at(foot)
    press(here(), KEY.Key_Escape)
    assert "A  aprobar" in told_at(foot)
    window.go("audiencias")
    assert "Ctrl Z  deshacer" in told_at(foot)


def told_at(foot: QWidget) -> str:
    """Everything that the line of status shows."""
    return " ".join(label.text() for label in foot.findChildren(PlainLabel) if label.isVisible())
