"""The end of a hearing: each thing that is missing goes to where it is mended, and nothing is forced."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.exchange import read
from rcdesk.ui.commands import ORDER
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Badge
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.screens.cierre import CierreScreen
from rcdesk.work.audiencias import cambiar_estado, editar_audiencia
from rcdesk.work.compromisos import crear_compromiso
from tests.bases import PRIMERA, SEGUNDA, hearing_id
from tests.typing import press
from tests.ui.conftest import ShowScreen
from tests.ui.saving import save_as

Open = Callable[[str], CierreScreen]


@pytest.fixture
def open_cierre(show_screen: ShowScreen, desk: Desk) -> Open:
    def open_(codigo: str) -> CierreScreen:
        screen = show_screen(CierreScreen, desk, hearing_id(desk, codigo))
        assert isinstance(screen, CierreScreen)
        return screen

    return open_


def button(screen: QWidget, name: str) -> Button:
    found = screen.findChild(Button, name)
    assert found is not None, name
    return found


def line(screen: QWidget, key: str) -> str:
    found = screen.findChild(QWidget, f"punto_{key}")
    assert found is not None, key
    return found.accessibleName()


def told(screen: QWidget) -> str:
    label = screen.findChild(PlainLabel, "puntos_que_faltan")
    assert label is not None
    return label.text()


def test_a_closed_hearing_with_everything_says_so(open_cierre: Open) -> None:
    screen = open_cierre(PRIMERA)
    assert told(screen) == "La audiencia está cerrada. No falta nada."
    assert line(screen, "preguntas") == "Listo: Preguntas con estado, 14 de 14 con estado"


def test_each_missing_thing_has_its_word_and_goes_where_it_is_mended(open_cierre: Open, qtbot: QtBot) -> None:
    screen = open_cierre(SEGUNDA)
    assert line(screen, "dofa").startswith("Falta: Matriz DOFA")
    assert line(screen, "firmas").startswith("Puede esperar: Firmas del acta")
    with qtbot.waitSignal(screen.wants) as wanted:
        button(screen, "ir_dofa").click()
    assert wanted.args == ["acta", "/dofa"]
    with qtbot.waitSignal(screen.wants) as wanted:
        button(screen, "ir_horas").click()
    assert wanted.args == ["preparacion", "/datos"]


def test_what_is_mended_elsewhere_is_struck_off_at_once(open_cierre: Open, desk: Desk) -> None:
    screen = open_cierre(SEGUNDA)
    key = hearing_id(desk, SEGUNDA)
    assert line(screen, "horas").startswith("Falta")
    desk.do(editar_audiencia, id=key, valores={"hora_inicio": "09:00", "hora_fin": "11:00"})
    assert line(screen, "horas") == "Listo: Horas de inicio y final, de 09:00 a 11:00"
    desk.do(crear_compromiso, audiencia_id=key, valores={"que_hacer": "Algo sin responsable"})
    assert line(screen, "compromisos").startswith("Falta")


def test_a_running_hearing_can_be_closed_although_something_is_missing(
    open_cierre: Open, desk: Desk, qtbot: QtBot
) -> None:
    key = hearing_id(desk, SEGUNDA)
    desk.do(cambiar_estado, id=key, estado="en_curso", hoy="2026-12-10", hora="09:00")
    screen = open_cierre(SEGUNDA)
    step = button(screen, "paso_de_la_audiencia")
    assert step.isEnabled() and step.text() == "Cerrar la audiencia"
    assert step.kind == "secondary", "it is filled only when nothing is missing"
    assert "puntos faltan" in told(screen)
    with qtbot.waitSignal(screen.wants) as wanted:
        step.click()
    assert wanted.args == [ORDER, "audiencia.cerrar"]


def test_the_figures_are_those_of_the_acta(open_cierre: Open) -> None:
    screen = open_cierre(PRIMERA)
    said = {badge.accessibleName() for badge in screen.findChildren(Badge)}
    assert {"14 preguntas", "14 respondidas", "70 espectadores máximo", "27 encuestas", "5 compromisos"} <= said


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("word", "docx"),
        *((name, "pdf") for name in ("acta", "lista", "preguntas", "respuestas", "asistencia", "encuesta")),
    ],
)
def test_documents_are_saved_where_one_says(
    open_cierre: Open, qtbot: QtBot, tmp_path: Path, name: str, suffix: str
) -> None:
    screen = open_cierre(PRIMERA)
    target = tmp_path / f"{name}.{suffix}"
    save_as(target)
    button(screen, f"guardar_{name}").click()
    qtbot.waitUntil(lambda: "Se guardó" in screen.banner.text(), timeout=10_000)
    assert target.read_bytes().startswith(b"PK" if suffix == "docx" else b"%PDF-")


def test_the_other_documents_are_reached_with_the_keys_and_printed(open_cierre: Open, qtbot: QtBot) -> None:
    screen = open_cierre(PRIMERA)
    before, out = button(screen, "guardar_encuesta"), button(screen, "imprimir_encuesta")
    before.setFocus()
    press(before, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is out
    assert out.accessibleName() == "Imprimir: Informe de la encuesta"
    if QPrinterInfo.availablePrinterNames():
        pytest.skip("here the system's own dialog would wait for a person")
    press(out, Qt.Key.Key_Space)
    assert screen.banner.text().startswith("No hay impresoras en este equipo."), "and it is offered as PDF"
    others = screen.others
    for print_one in (others.print_questions, others.print_letters, others.print_attendance, others.print_survey):
        screen.banner.clear()
        print_one()
        assert screen.banner.text().startswith("No hay impresoras en este equipo.")


def test_open_data_carry_no_documents_and_complete_data_do(open_cierre: Open, qtbot: QtBot, tmp_path: Path) -> None:
    screen = open_cierre(PRIMERA)
    kept = {}
    for name in ("abiertos", "datos"):
        target = tmp_path / f"{name}.json"
        save_as(target)
        button(screen, f"guardar_{name}").click()
        qtbot.waitUntil(lambda target=target: str(target) in screen.banner.text(), timeout=10_000)  # type: ignore[misc]
        qtbot.waitUntil(lambda: "Se guardó" in screen.banner.text(), timeout=10_000)
        kept[name] = read(target).archivo.audiencias[0]
        assert json.loads(target.read_bytes())["formato"] == "rcdesk/1"
    assert not any(each.documento for each in kept["abiertos"].asistentes)
    assert any(each.documento for each in kept["datos"].asistentes)
