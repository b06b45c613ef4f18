"""The run of a hearing by the keyboard: points, clocks, speakers, viewers, incidents, measures, the private note."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast
from unicodedata import normalize

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.domain import reloj as clocks
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.fields import Field
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.en_vivo import EnVivoScreen
from rcdesk.ui.screens.en_vivo.air import on_air
from rcdesk.work.cola import ver_aire
from rcdesk.work.incidentes import listar_incidentes
from rcdesk.work.marcha import MarchaView, ver_marcha
from tests.bases import HOY, PRIMERA, hearing_id
from tests.run_acts import at_point, ending, over, queued, watched
from tests.typing import press, type_text
from tests.ui.conftest import OpenWindow
from tests.widgets import here

KEY, CTRL, SHIFT, ALT = (
    Qt.Key,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Wall:
    """The clock on the wall, of the window and of its base."""

    def __init__(self) -> None:
        self.now = HOY

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **span: int) -> None:
        self.now += timedelta(**span)


@pytest.fixture
def wall(qapp: QApplication) -> Wall:
    clock = Wall()
    moment.set_clock(qapp, clock)
    return clock


@pytest.fixture
def screen(open_window: OpenWindow, on_air: Path, wall: Wall) -> EnVivoScreen:
    """En vivo, in the main window, of a hearing on air."""
    return found(open_window(on_air, "en_vivo"))


def found(window: MainWindow) -> EnVivoScreen:
    screen = window.findChild(EnVivoScreen)
    assert screen is not None
    return screen


def run_of(screen: EnVivoScreen) -> MarchaView:
    return screen.desk.ask(ver_marcha, audiencia_id=screen.audiencia_id)


def told(screen: EnVivoScreen) -> str:
    """What the strip says to a screen reader."""
    return screen.air.strip.accessibleName()


def named(screen: EnVivoScreen, name: str) -> Any:
    widget = screen.findChild(QWidget, name)
    assert widget is not None
    return widget


def test_the_strip_says_how_to_begin_and_ctrl_pgdn_passes_from_point_to_point(screen: EnVivoScreen) -> None:
    assert "Ctrl AvPág empieza el punto 1" in told(screen)
    type_text(here(), "¿Cuándo", gap=0)
    press(here(), KEY.Key_PageDown, CTRL)
    assert "Ahora · punto 1 de 8: Apertura y reglas de participación. 5:00 restan de 5:00" in told(screen)
    assert screen.capture.line.value() == "¿Cuándo"
    press(here(), KEY.Key_PageDown, CTRL)
    assert "punto 2 de 8" in told(screen)
    press(here(), KEY.Key_PageUp, CTRL)
    assert "punto 1 de 8" in told(screen)


def test_undo_returns_both_points(screen: EnVivoScreen) -> None:
    press(here(), KEY.Key_PageDown, CTRL)
    press(here(), KEY.Key_PageDown, CTRL)
    press(here(), KEY.Key_Z, CTRL)
    assert "punto 1 de 8" in told(screen)
    assert run_of(screen).puntos[1].reloj.inicio is None


def test_ctrl_t_pauses_and_goes_on_and_a_minute_is_added(screen: EnVivoScreen, wall: Wall) -> None:
    press(here(), KEY.Key_PageDown, CTRL)
    wall.pass_by(minutes=2)
    press(here(), KEY.Key_T, CTRL)
    wall.pass_by(minutes=30)
    screen.refresh()
    assert "En pausa · Apertura" in told(screen)
    assert "3:00 en pausa · de 5:00" in told(screen)
    press(here(), KEY.Key_T, CTRL)
    press(here(), KEY.Key_T, CTRL | SHIFT)
    assert "4:00 restan de 6:00" in told(screen)


@pytest.mark.parametrize(
    ("prepare", "said", "is_over", "warns"),
    [
        (at_point, ("12:48", "restan de 30:00"), False, False),
        (ending, ("0:40", "por terminar · de 30:00"), False, True),
        (over, ("+12 min", "sobre 30:00"), True, False),
    ],
)
def test_the_countdown_warns_and_an_overrun_is_red_and_says_by_how_much(
    screen: EnVivoScreen, prepare: Any, said: tuple[str, str], is_over: bool, warns: bool
) -> None:
    prepare(screen.desk, screen.audiencia_id)
    air = screen.desk.ask(ver_aire, audiencia_id=screen.audiencia_id)
    assert air is not None
    shown = on_air(air, moment.now(), run_of(screen))
    assert (shown.step, shown.item) == ("Ahora · punto 6 de 8", "Preguntas y propuestas de la ciudadanía")
    assert (shown.left, shown.of) == said
    assert (shown.over, shown.warn) == (is_over, warns)


def test_f10_opens_the_run_and_goes_round_its_sections_and_esc_goes_back(screen: EnVivoScreen) -> None:
    titles = []
    for _ in range(6):
        press(here(), KEY.Key_F10)
        titles.append(named(screen, "marcha_titulo").text())
    assert titles == ["Orden del día", "Palabra", "Transmisión", "Accesibilidad", "Incidentes", "Orden del día"]
    assert here().objectName() == "puntos_en_marcha"
    press(here(), KEY.Key_Escape)
    assert here() is screen.capture.line
    assert screen.detail.isVisible()


def test_a_click_on_the_strip_opens_the_run(screen: EnVivoScreen) -> None:
    QTest.mouseClick(screen.air.strip, Qt.MouseButton.LeftButton)
    assert here().objectName() == "puntos_en_marcha"


def test_enter_in_the_agenda_passes_to_that_point(screen: EnVivoScreen) -> None:
    press(here(), KEY.Key_F10)
    press(here(), KEY.Key_End)
    press(here(), KEY.Key_Return)
    assert "punto 8 de 8" in told(screen)


def test_hours_and_minutes_are_corrected_in_their_fields(screen: EnVivoScreen) -> None:
    at_point(screen.desk, screen.audiencia_id)
    press(here(), KEY.Key_F10)
    begun = named(screen, "punto_en_marcha_inicio")
    assert begun.text() == "10:23"
    begun.setFocus()
    begun.retype("23:59")
    press(begun, KEY.Key_Return)
    around = Field.around(begun)
    assert around is not None
    assert around.error() == "Esa hora todavía no llega."
    begun.retype("10:11")
    press(begun, KEY.Key_Return)
    assert "0:53" in told(screen) or "+" in told(screen)
    minutes = named(screen, "punto_en_marcha_minutos")
    minutes.setFocus()
    minutes.retype("100")
    press(minutes, KEY.Key_Return)
    assert named(screen, "excede_la_franja").text().startswith("+50 min")
    assert "de 1:40:00" in told(screen)


def test_who_asks_for_the_word_is_queued_given_it_and_taken_back(screen: EnVivoScreen, wall: Wall) -> None:
    screen.run.speakers()
    for name in ("Marleny Ocoró", "Eva"):
        type_text(here(), f"{name}\n", gap=0)
    table = named(screen, "oradores")
    table.setFocus()
    press(table, KEY.Key_Down)
    press(table, KEY.Key_Up, ALT)
    assert [turn.nombre for turn in run_of(screen).esperan] == ["Eva", "Marleny Ocoró"]
    assert table.current().nombre == "Eva"
    press(table, KEY.Key_Return)
    assert "Tiene la palabra Eva. 3:00 restan de 3:00" in told(screen)
    wall.pass_by(minutes=1)
    press(here(), KEY.Key_D, CTRL)
    assert "Tiene la palabra Marleny Ocoró" in told(screen)
    wall.pass_by(minutes=1)
    press(here(), KEY.Key_F, CTRL | SHIFT)
    assert run_of(screen).turno is None
    press(here(), KEY.Key_D, CTRL | SHIFT)
    assert "Tiene la palabra Marleny Ocoró" in told(screen)
    press(here(), KEY.Key_Z, CTRL)
    assert run_of(screen).turno is None


def test_a_speaker_without_a_name_is_refused_beside_the_field(screen: EnVivoScreen) -> None:
    screen.run.speakers()
    press(here(), KEY.Key_Return)
    around = Field.around(named(screen, "nombre"))
    assert around is not None
    assert around.error() == "Escriba el nombre de quien pide la palabra."


def test_what_is_typed_of_a_speaker_is_only_text(screen: EnVivoScreen) -> None:
    for words in (
        "<b>Ana</b><img src=file:///etc/passwd>",
        "'; DROP TABLE turnos; --",
        "&Pérez && Hijos",
        "=HYPERLINK(1)",
        "{0.__class__} %s ${x}",
        "Arbo\u0301leda 😀",
        "x" * 5000,
    ):
        screen.run.speakers()
        line = named(screen, "nombre")
        line.retype(words)
        press(line, KEY.Key_Return)
        (turn,) = run_of(screen).esperan
        press(here(), KEY.Key_D, CTRL)
        assert turn.nombre is not None
        assert f"Tiene la palabra {turn.nombre}" in told(screen)
        assert turn.nombre == normalize("NFC", words)
        assert screen.air.strip.grab().size() == screen.air.strip.size()


def test_a_name_without_end_is_refused_and_stays(screen: EnVivoScreen) -> None:
    screen.run.speakers()
    line = named(screen, "nombre")
    line.retype("x" * 1_000_000)
    press(line, KEY.Key_Return)
    around = Field.around(line)
    assert around is not None
    assert "el límite es 100.000" in around.error()
    assert len(line.text()) > 100_000


def test_who_waits_is_withdrawn_with_supr(screen: EnVivoScreen) -> None:
    queued(screen.desk, screen.audiencia_id, speaking=False)
    screen.run.speakers()
    press(here(), KEY.Key_Delete)
    assert "Nubia Arboleda" not in [turn.nombre for turn in run_of(screen).esperan]


def test_ctrl_r_times_the_answer_to_the_question_in_hand(screen: EnVivoScreen) -> None:
    screen.queue.table.setCurrentIndex(screen.queue.table.model().index(3, 0))
    press(here(), KEY.Key_R, CTRL)
    assert "Respuesta a la P-004. 3:00 restan de 3:00" in told(screen)
    press(here(), KEY.Key_R, CTRL)
    assert run_of(screen).turno is None


def test_the_times_of_the_entity_are_written_with_the_word(screen: EnVivoScreen) -> None:
    screen.run.speakers()
    answer = named(screen, "minutos_por_respuesta")
    answer.setFocus()
    answer.retype("4")
    press(answer, KEY.Key_Return)
    assert run_of(screen).tiempos.respuesta == 240


def test_ctrl_e_reads_the_viewers_and_the_strip_shows_their_line(screen: EnVivoScreen) -> None:
    type_text(here(), "¿Cuándo", gap=0)
    for count in ("70", "62"):
        press(here(), KEY.Key_E, CTRL)
        type_text(here(), f"{count}\n", gap=0)
    assert here() is screen.capture.line
    assert screen.capture.line.value() == "¿Cuándo"
    air = screen.desk.ask(ver_aire, audiencia_id=screen.audiencia_id)
    assert air is not None
    shown = on_air(air, moment.now(), run_of(screen))
    assert (shown.viewers, shown.peak, shown.series) == ("62", "espectadores · máx. 70", (70, 62))


def test_viewers_that_are_no_number_stay_in_the_field_with_the_reason(screen: EnVivoScreen) -> None:
    for typed in ("²", "1e309", "-0", "٣٤"):
        press(here(), KEY.Key_E, CTRL)
        named(screen, "espectadores").selectAll()
        type_text(here(), f"{typed}\n", gap=0)
        around = Field.around(named(screen, "espectadores"))
        assert around is not None
        assert "cuántos ven ahora" in around.error(), typed
        assert named(screen, "espectadores").text() == typed
        press(here(), KEY.Key_Escape)


def test_a_recess_is_ctrl_i_and_enter_and_the_next_proposes_its_end(screen: EnVivoScreen) -> None:
    press(here(), KEY.Key_PageDown, CTRL)
    press(here(), KEY.Key_I, CTRL)
    press(here(), KEY.Key_Return)
    assert run_of(screen).en_pausa
    press(here(), KEY.Key_I, CTRL)
    assert "Receso" in named(screen, "incidentes_anotados").text()
    press(here(), KEY.Key_Return)
    assert not run_of(screen).en_pausa
    noted = screen.desk.ask(listar_incidentes, audiencia_id=screen.audiencia_id)
    assert [(row.tipo, row.texto) for row in noted] == [
        ("receso", "Receso"),
        ("reanudacion", "Se reanuda la audiencia"),
    ]


def test_what_is_half_typed_of_the_run_is_of_its_hearing_and_survives_the_program(
    screen: EnVivoScreen, open_window: OpenWindow, on_air: Path
) -> None:
    window = cast(MainWindow, screen.window())
    screen.run.speakers()
    type_text(named(screen, "nombre"), "Beto Arr", gap=0)
    press(here(), KEY.Key_I, CTRL)
    type_text(here(), "Se fue la luz en", gap=0)
    window.go("en_vivo", hearing_id(screen.desk, PRIMERA))
    screen.run.speakers()
    assert named(screen, "nombre").text() == ""
    press(here(), KEY.Key_I, CTRL)
    assert named(screen, "texto").value() == ""
    window.close()
    screen = found(open_window(on_air, "en_vivo"))
    screen.run.speakers()
    assert named(screen, "nombre").text() == "Beto Arr"
    press(here(), KEY.Key_I, CTRL)
    assert named(screen, "texto").value() == "Se fue la luz en"


def test_an_incident_is_corrected_and_withdrawn_in_the_run(screen: EnVivoScreen) -> None:
    press(here(), KEY.Key_I, CTRL)
    type_text(here(), "Se fue la luz\n", gap=0)
    screen.run.open()
    screen.run.pane.choose(4)
    words = named(screen, "incidente_hora")
    words.setFocus()
    words.retype("9:05")
    press(words, KEY.Key_Return)
    assert [row.hora for row in screen.desk.ask(listar_incidentes, audiencia_id=screen.audiencia_id)] == ["09:05"]
    table = named(screen, "incidentes")
    table.setFocus()
    press(table, KEY.Key_Delete)
    assert screen.desk.ask(listar_incidentes, audiencia_id=screen.audiencia_id) == []


def test_a_measure_that_is_not_met_notes_its_incident_with_one_key(screen: EnVivoScreen) -> None:
    screen.run.open()
    screen.run.pane.choose(3)
    press(here(), KEY.Key_N, text="n")
    noted = screen.desk.ask(listar_incidentes, audiencia_id=screen.audiencia_id)
    assert [row.tipo for row in noted] == ["accesibilidad"]
    press(here(), KEY.Key_Down)
    press(here(), KEY.Key_Space, text=" ")
    assert here().current().cumplida is True  # type: ignore[attr-defined]


def test_the_private_note_of_the_point_is_read_under_the_strip(screen: EnVivoScreen) -> None:
    note = named(screen, "nota_del_punto")
    assert not note.isVisible()
    at_point(screen.desk, screen.audiencia_id)
    assert note.isVisible()
    assert note.text().startswith("Recordar el tiempo")


def test_the_clock_goes_on_when_the_program_is_opened_again(screen: EnVivoScreen, wall: Wall) -> None:
    watched(screen.desk, screen.audiencia_id)
    press(here(), KEY.Key_PageDown, CTRL)
    wall.pass_by(minutes=3)
    again = EnVivoScreen(screen.desk)
    again.open(screen.audiencia_id)
    again.show()
    assert "2:00 restan de 5:00" in told(again)
    again.close()
    again.deleteLater()
    point = run_of(screen).punto
    assert point is not None
    assert clocks.restantes(point.reloj, moment.now()) == 120
