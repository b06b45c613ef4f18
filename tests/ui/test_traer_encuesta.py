"""The file of a form brought into the survey with the keyboard, and its free answers grouped, as the secretary does."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.ui.screens.encuesta import EncuestaScreen
from rcdesk.ui.screens.encuesta.grouping.view import GroupingView
from rcdesk.ui.tasks import tasks_of
from rcdesk.work.agrupar import GruposView, ver_grupos
from rcdesk.work.resultados import EncuestaView, ver_encuesta
from rcdesk.work.traer_encuesta import cuantas, traer_respuestas
from tests.corpus import corpus
from tests.form_files import LIME, MEDIA, MICROSOFT, answered_in, csv, google, question_key
from tests.typing import press, type_text
from tests.ui.conftest import OpenWindow, ShowScreen
from tests.ui.seen import in_sight
from tests.widgets import find

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(show_screen: ShowScreen, desk: Desk, segunda: str) -> Iterator[EncuestaScreen]:
    shown = show_screen(EncuestaScreen, desk, segunda)
    assert isinstance(shown, EncuestaScreen)
    yield shown
    tasks_of(shown).close()


@pytest.fixture
def open_file(screen: EncuestaScreen, qtbot: QtBot, tmp_path: Path) -> Callable[..., EncuestaScreen]:
    def run(content: str | bytes, name: str = "formulario.csv") -> EncuestaScreen:
        path = tmp_path / name
        if content:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        screen.bringing.file.read(path)
        qtbot.waitUntil(lambda: not screen.bringing.file.reading, timeout=10_000)
        return screen

    return run


def survey(screen: EncuestaScreen) -> EncuestaView:
    found = screen.desk.ask(ver_encuesta, id=screen.survey)
    assert found is not None
    return found


def in_hand(screen: EncuestaScreen) -> str:
    found = screen.bringing.view.columns_table.current()
    assert found is not None
    return found.columna.titulo


def test_a_file_is_looked_at_its_odd_value_decided_and_brought_in_one_step(
    open_file: Callable[..., EncuestaScreen], screen: EncuestaScreen
) -> None:
    screen.use_template()
    open_file(google(8))
    view = screen.bringing.view
    assert screen.covered is view and view.columns_table.hasFocus()
    assert "No se traen B (Dirección de correo electrónico) y W (Nombre completo): la encuesta es anónima." in (
        view.told.text()
    )
    assert "en blanco y no se traen (5, 9)" in view.told.text()
    assert view.keep.text().startswith("Traer 6 respuestas")
    press(view, KEY.Key_Return, CTRL)
    assert view.told.text() == "Decida primero 1 valor: N va al siguiente."
    screen.bringing.next_open()
    choice = view.pane.choices[0]
    assert choice.hasFocus() and "Muy buena" in choice.accessibleName()
    press(choice, KEY.Key_N)  # the columns' key, also from here: it chose «No responde»
    press(choice, KEY.Key_Down)
    assert choice.view().isVisible() and choice.value() == ""
    choice.hidePopup()
    press(choice, KEY.Key_Escape)
    assert screen.covered is view and view.columns_table.hasFocus()  # and nothing of what was decided is lost
    choice.set_value("=Excelente")
    choice.edited.emit()
    press(view, KEY.Key_Return, CTRL)
    assert screen.covered is None and screen.tabs.here() == "resultados"
    assert "Se trajeron 6 respuestas de «formulario.csv»" in screen.banner.text()
    assert "Ya estaban" not in screen.banner.text()
    assert survey(screen).formularios == 6
    open_file(google(11))  # longer: what was decided of its values is remembered
    assert view.keep.text().startswith("Traer 3 respuestas") and screen.bringing.compared is not None
    assert (screen.bringing.compared.leida.por_decidir, screen.bringing.compared.leida.ya_estaban) == (0, 6)
    press(view, KEY.Key_Escape)
    screen.desk.undo()
    assert survey(screen).formularios == 0


def test_where_a_column_goes_is_remembered_for_the_next_file_of_the_form(
    open_file: Callable[..., EncuestaScreen], screen: EncuestaScreen
) -> None:
    screen.use_template()
    rows = [("Edad", "Pregunta rara"), ("34", "Sí"), ("40", "No")]
    open_file(csv(rows))
    view = screen.bringing.view
    view.target.set_value(screen.survey)
    view.aimed.emit()
    view.columns_table.select_key(1)
    assert in_hand(screen) == "Pregunta rara"
    view.pane.goes.set_value("volveria")
    view.pane.goes.edited.emit()
    view.columns_table.select_key(0)
    screen.bringing.toggle()  # out
    screen.bringing.toggle()  # and back where it was guessed
    assert [one.destino for one in screen.bringing.orders] == ["edad", "volveria"]
    press(view, KEY.Key_Escape)
    assert screen.covered is None
    open_file(csv([*rows, ("27", "Sí")]))
    assert [one.destino for one in screen.bringing.orders] == ["edad", "volveria"]
    assert screen.bringing.compared is not None and len(screen.bringing.compared.leida.nuevas) == 3


def test_what_is_decided_of_a_long_file_while_it_is_compared_again_stays_decided(
    open_file: Callable[..., EncuestaScreen], screen: EncuestaScreen, qtbot: QtBot
) -> None:
    screen.use_template()
    open_file(csv([("Edad", "Pregunta rara"), *(("34", ("Quizás", "Tal vez")[i % 2]) for i in range(502))]))
    view = screen.bringing.view
    view.target.set_value(screen.survey)
    view.aimed.emit()
    view.columns_table.select_key(1)
    view.pane.sent.emit("volveria")
    qtbot.waitUntil(lambda: not screen.bringing.file.reading, timeout=10_000)
    view.pane.decided.emit("Quizás", "=Sí")
    assert screen.bringing.file.reading
    view.pane.decided.emit("Tal vez", "=No")
    assert screen.bringing.orders[1].decididos == {"Quizás": "=Sí", "Tal vez": "=No"}
    qtbot.waitUntil(lambda: not screen.bringing.file.reading, timeout=10_000)
    assert view.keep.text().startswith("Traer 502 respuestas")


def test_a_survey_is_made_of_a_file_where_there_was_none(
    open_file: Callable[..., EncuestaScreen], screen: EncuestaScreen
) -> None:
    open_file(LIME)
    assert not screen.bringing.view.target.isVisible()
    screen.save_form()
    made = survey(screen)
    assert (made.titulo, made.aplicacion, made.formularios) == ("formulario", "virtual", 5)
    assert [row.pregunta.tipo for row in made.preguntas] == ["unica", "multiple", "ordinal"]
    screen.desk.undo()
    assert screen.survey == ""


def test_a_book_of_microsoft_is_read_with_its_sheets(
    open_file: Callable[..., EncuestaScreen], screen: EncuestaScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    book = Workbook()
    for row in MICROSOFT:
        book["Sheet"].append(row)
    book.create_sheet("Resumen").append(("Nada",))
    book.save(tmp_path / "Formulario.xlsx")
    open_file("", "Formulario.xlsx")
    sheet = screen.bringing.view.mapping.sheet
    assert sheet.isVisible() and screen.bringing.view.keep.text().startswith("Traer 3 respuestas")
    sheet.set_value("Resumen")
    sheet.edited.emit()  # a sheet without answers: back to the one that has them
    qtbot.waitUntil(lambda: not screen.bringing.file.reading, timeout=10_000)
    assert "solo trae los títulos" in screen.banner.text() and sheet.value() == "Sheet"
    assert screen.bringing.view.keep.text().startswith("Traer 3 respuestas")


BAD = (
    ("vacio.csv", b"", "está vacío"),
    ("lineas.csv", b"\n\n", "no trae ninguna fila"),
    ("titulos.csv", "Marca temporal,¿Volvería?\n".encode(), "solo trae los títulos"),
    ("quienes.csv", b"Nombre,Correo\nRosa,rosa@piedraclara.example\n", "no trae respuestas de ninguna pregunta"),
    ("roto.xlsx", b"PK\x03\x04 esto no es un libro", "dañado"),
)
"""Files from which no answer can be read, and what is said of each."""


def test_a_bad_file_has_its_sentence_and_nothing_changes(
    open_file: Callable[..., EncuestaScreen], screen: EncuestaScreen, tmp_path: Path
) -> None:
    for name, content, said in BAD:
        (tmp_path / name).write_bytes(content)
        open_file("", name)
        assert screen.covered is None and screen.survey == ""
        assert "No se trajo nada" in screen.banner.text() and said in screen.banner.text(), name


def test_whatever_people_write_in_a_form_comes_as_it_is(
    open_file: Callable[..., EncuestaScreen], screen: EncuestaScreen
) -> None:
    texts = [bad.text.strip() for bad in corpus("X", "A") if bad.text.strip() and len(bad.text) < 500][:60]
    texts = [text for text in texts if "\n" not in text and "\r" not in text and "\0" not in text]
    rows = "\n".join(["¿Volvería?\t¿Qué tema?", *(f"Sí\t{text}" for text in texts if "\t" not in text)])
    open_file(rows, "hostil.tsv")
    view = screen.bringing.view
    view.columns_table.select_key(1)
    view.pane.kind.set_value("texto")
    view.pane.kind.edited.emit()
    screen.save_form()
    assert screen.desk.ask(cuantas, encuesta_id=screen.survey) == len([text for text in texts if "\t" not in text])


def test_a_long_file_is_brought_with_progress_and_taken_back_whole(
    open_file: Callable[..., EncuestaScreen], screen: EncuestaScreen, qtbot: QtBot
) -> None:
    screen.use_template()
    rows = [
        ("Marca temporal", "¿Volvería a participar?"),
        *((f"20/11/2026 10:{n // 60:02}:{n % 60:02}", "Sí") for n in range(250)),
    ]
    open_file(csv(rows))
    screen.bringing.view.target.set_value(screen.survey)
    screen.bringing.view.aimed.emit()
    qtbot.waitUntil(lambda: not screen.bringing.file.reading, timeout=10_000)
    screen.bringing.bring()
    assert screen.bringing.busy and screen.bringing.view.progress.isVisible()
    qtbot.waitUntil(lambda: screen.covered is None, timeout=20_000)
    assert survey(screen).formularios == 250
    screen.desk.undo()
    assert survey(screen).formularios == 0


def groups(screen: EncuestaScreen, codigo: str = "medio_publicacion") -> GruposView:
    key = question_key(screen.desk, screen.survey, codigo)
    found = screen.desk.ask(ver_grupos, encuesta_id=screen.survey, id=key)
    assert found is not None
    return found


def begun(screen: EncuestaScreen) -> GroupingView:
    """The answers of 25 people, to be grouped."""
    screen.use_template()
    screen.desk.do(traer_respuestas, encuesta_id=screen.survey, respuestas=answered_in(MEDIA))
    screen.show_part("resultados")
    screen.grouping.begin()
    return screen.grouping.view


def test_free_answers_are_grouped_by_keys_and_each_gesture_is_taken_back(screen: EncuestaScreen) -> None:
    view = begun(screen)
    assert view.answers.hasFocus() and view.question.currentText().endswith("¿Dónde la encontró?")
    screen.grouping.accept()  # what is proposed for «Facebook»
    assert [(one.id, one.numero, one.cuantas, one.porcentaje) for one in groups(screen).grupos] == [
        ("Redes sociales", 1, 19, "76.0")
    ]
    found = view.answers.current()
    assert found is not None and found.id == "Watsap"  # on to the next that is in no group
    type_text(view.answers, "1")
    assert groups(screen).grupos[0].cuantas == 21
    assert view.answers.select_key("Watsap")
    screen.grouping.take_out()
    view.answers.select_key("página web")
    screen.grouping.mark()
    view.answers.select_key("Pagina Web.")
    screen.grouping.mark()
    screen.grouping.name_group()
    assert view.name.hasFocus()
    view.name.selectAll()
    type_text(view.name, "Sitio de la entidad\n")
    assert view.answers.hasFocus()
    assert [(one.id, one.cuantas) for one in groups(screen).grupos] == [
        ("Redes sociales", 19),
        ("Sitio de la entidad", 3),
    ]
    assert view.answers.select_key("página web")
    screen.grouping.rename()
    view.name.selectAll()
    type_text(view.name, "Página web\n")
    screen.grouping.accept_all()
    assert [one.id for one in groups(screen).grupos] == ["Redes sociales", "Página web", "WhatsApp"]
    step = screen.desk.undo_step
    assert step is not None and step.name == "Aceptar 1 grupo de respuestas"
    for _ in range(6):
        screen.desk.undo()
    assert not groups(screen).grupos
    press(view.answers, KEY.Key_Escape)
    assert screen.covered is None and screen.tabs.here() == "resultados"


def test_the_keys_of_the_groups_and_of_the_file_work_in_the_window(
    open_window: OpenWindow, example: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(example, "encuesta")
    screen = window.findChild(EncuestaScreen)
    assert screen is not None and window.bases.desk is not None
    screen.use_template()
    window.bases.desk.do(traer_respuestas, encuesta_id=screen.survey, respuestas=answered_in(MEDIA))
    QTest.keyClick(window.windowHandle(), KEY.Key_J, CTRL)
    answers = screen.grouping.view.answers
    assert answers.hasFocus()
    QTest.keyClick(answers, KEY.Key_A)
    QTest.keyClick(answers, KEY.Key_Space)
    assert groups(screen).grupos[0].cuantas == 19 and screen.grouping.view.marked == {"Watsap"}
    QTest.keyClick(answers, KEY.Key_Delete)  # «Watsap» is in no group: nothing to take out
    assert groups(screen).grupos[0].cuantas == 19
    QTest.keyClick(answers, KEY.Key_Escape)
    path = tmp_path / "formulario.csv"
    path.write_text(google(2), encoding="utf-8")
    screen.bringing.file.read(path)
    qtbot.waitUntil(lambda: screen.bringing.compared is not None, timeout=10_000)
    table = screen.bringing.view.columns_table
    table.select_key(0)
    QTest.keyClick(table, KEY.Key_Space)  # without its date
    assert screen.bringing.orders[0].destino == ""
    QTest.keyClick(table, KEY.Key_Return, CTRL)
    assert screen.covered is None and survey(screen).formularios == 27
    press(find(window, QWidget, "ver_en_el_acta"), KEY.Key_Space)
    assert in_sight(window) == "acta"
