"""What leaves Encuesta: charts as PNG and SVG, sheets, and the form on paper; each by its command and its button."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.documents.blocks import Chart, ChartKind
from rcdesk.documents.graficas import grafica
from rcdesk.domain.registro import Encuesta, PreguntaEncuesta, Resultado
from rcdesk.render.charts import drawn
from rcdesk.render.manner import on_paper
from rcdesk.render.shapes import Words
from rcdesk.ui.kit.chart import ChartView
from rcdesk.ui.screens.acta import ActaScreen
from rcdesk.ui.screens.encuesta import EncuestaScreen
from rcdesk.work.resultados import ver_encuesta
from tests.bases import PRIMERA, hearing_id
from tests.typing import press
from tests.ui.acta import click, open_at
from tests.ui.saving import save_as

Show = Callable[..., EncuestaScreen]


@pytest.fixture
def answered(desk: Desk, show_screen: Show) -> EncuestaScreen:
    """The survey of the example with 27 forms, a question of options chosen."""
    screen = show_screen(EncuestaScreen, desk, hearing_id(desk, PRIMERA))
    survey = desk.ask(ver_encuesta, id=screen.survey)
    assert survey is not None
    key = next(row.id for row in survey.preguntas if row.pregunta.codigo == "como_se_entero")
    assert screen.results.questions.table.select_key(key)
    return screen


def saved(qtbot: QtBot, screen: EncuestaScreen, path: Path, ask: Callable[[], object]) -> Path:
    save_as(path)
    with qtbot.waitSignal(screen.outputs.saving.saved, timeout=5000):
        ask()
    return path


def test_the_chart_of_a_question_is_saved_as_picture_and_as_drawing(
    qtbot: QtBot, answered: EncuestaScreen, tmp_path: Path
) -> None:
    assert answered.offers("outputs.save_chart")
    path = saved(qtbot, answered, tmp_path / "g.svg", answered.outputs.save_chart)
    root = ElementTree.parse(path).getroot()
    words = [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert words[0] == "¿Por qué medio se enteró de esta audiencia?" and "Base 27: respondieron todos" in words
    card = answered.results.current()
    assert card is not None and card.row is not None and card.row.grafica is not None
    printed = [one.text for one in drawn(card.row.grafica, 456, on_paper()).shapes if isinstance(one, Words)]
    assert [text for text in words if text in printed] == printed
    button = answered.findChild(QWidget, "guardar_grafica_como_se_entero")
    assert button is not None
    picture = QImage(str(saved(qtbot, answered, tmp_path / "g.png", lambda: button.click())))  # type: ignore[attr-defined]
    assert picture.width() > 1500 and picture.pixelColor(2, 2) == QColor(Qt.GlobalColor.white)
    dark = sum(picture.pixelColor(x, y).lightness() < 100 for x in range(0, picture.width(), 9) for y in (200, 400))
    assert dark > 5


def test_results_and_answers_go_out_as_sheets_and_the_acta_is_one_key_away(
    qtbot: QtBot, answered: EncuestaScreen, tmp_path: Path
) -> None:
    path = saved(qtbot, answered, tmp_path / "r.xlsx", answered.outputs.save_results)
    sheet = load_workbook(path).active
    assert sheet is not None and sheet.max_row > 60
    path = saved(qtbot, answered, tmp_path / "a.csv", answered.outputs.save_answers)
    assert len(path.read_text("utf-8-sig").splitlines()) == 28
    answered.outputs._export.click()
    menu = answered.findChild(QMenu, "menu_exportar_encuesta")
    assert menu is not None and len(menu.actions()) == 3
    menu.close()
    go = answered.findChild(QWidget, "ver_en_el_acta")
    assert go is not None
    with qtbot.waitSignal(answered.wants) as told:
        press(go, Qt.Key.Key_Space)
    assert told.args == ["acta", "/analisis"]


def test_the_form_is_saved_for_paper_on_the_sheet_that_was_chosen_last(
    qtbot: QtBot, answered: EncuestaScreen, tmp_path: Path
) -> None:
    path = saved(qtbot, answered, tmp_path / "f.pdf", answered.outputs.save_form)
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 2 and round(document[0].get_height()) == 792
    answered.outputs._form.click()
    menu = answered.findChild(QMenu, "menu_formulario")
    assert menu is not None
    assert [one.text() for one in menu.actions() if one.isChecked()] == ["En papel carta"]
    menu.close()
    saved(qtbot, answered, tmp_path / "f.docx", answered.outputs.save_form)


def test_the_chart_of_the_questions_is_saved_from_the_acta(
    desk: Desk, show_screen: Callable[..., ActaScreen], qtbot: QtBot, tmp_path: Path
) -> None:
    screen = open_at(show_screen, desk, qtbot, hearing_id(desk, PRIMERA), "analisis")
    path = tmp_path / "temas.svg"
    save_as(path)
    click(screen, "guardar_grafica_de_temas")
    qtbot.waitUntil(path.exists)
    texts = [one.text or "" for one in ElementTree.parse(path).getroot().iter("{http://www.w3.org/2000/svg}text")]
    assert any("Base: 14 preguntas" in text for text in texts)
    qtbot.waitUntil(lambda: "Se guardó" in screen.banner.text())


def test_without_a_survey_nothing_leaves(desk: Desk, show_screen: Show, audiencia_id: str) -> None:
    screen = show_screen(EncuestaScreen, desk, audiencia_id)
    methods = ("save_chart", "save_results", "save_answers", "print_form", "save_form")
    assert not any(screen.offers(f"outputs.{method}") for method in methods)


def test_the_screen_draws_the_chart_that_the_page_prints(qtbot: QtBot) -> None:
    question = PreguntaEncuesta(
        codigo="p",
        tipo="unica",
        opciones=("Un <b>texto</b> & otro " * 6, "B", "C"),
        respondieron=10,
        resultados=(Resultado(opcion="B", cantidad=7), Resultado(opcion="C", cantidad=3)),
    )
    made = grafica(Encuesta(preguntas=(question,)), question)
    assert made is not None and made.kind is ChartKind.PIE
    view = ChartView()
    qtbot.addWidget(view)
    view.resize(620, 10)
    view.show_chart(made, "Base 10")
    view.show()
    assert view._drawn.isValid() and view.height() > 90
    wide = view.height()
    view.resize(240, 10)
    assert view.height() > wide  # where it is narrow the words go over their bars
    for empty in (Chart("", (), 0), Chart("", (("A", 0),), 0)):
        view.show_chart(empty, "Sin datos")
        assert view._drawn.isValid() and not view.grab().isNull()
