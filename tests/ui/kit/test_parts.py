import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from rcdesk.documents.blocks import Chart, ChartKind
from rcdesk.ui.kit import theme
from rcdesk.ui.kit.banner import Banner
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.chart import ChartView
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.matrix import Line, Matrix
from rcdesk.ui.kit.meter import Progress
from rcdesk.ui.kit.pages import PageView
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plate import Plate
from rcdesk.ui.kit.rail import Place, Rail
from rcdesk.ui.kit.spanish import speak_spanish
from rcdesk.ui.kit.stamp import Stamps
from rcdesk.ui.kit.states import State
from rcdesk.ui.kit.tabs import Tabs
from tests.typing import press
from tests.ui.kit.conftest import Show

KIT = Path(__file__).parents[3] / "rcdesk" / "ui" / "kit"


def test_tabs_are_chosen_with_arrows_and_tell_only_what_the_person_does(shown: Show, qtbot: QtBot) -> None:
    tabs = Tabs([("a", "Datos"), ("b", "Temas & más")])
    shown(tabs)
    assert tabs.here() == "a"
    with qtbot.assertNotEmitted(tabs.chosen):
        tabs.choose("b")
        tabs.choose("a")
    with qtbot.waitSignal(tabs.chosen) as told:
        press(tabs, Qt.Key.Key_Right)
    assert told.args == ["b"]
    tabs.set_entries([("c", "Equipo")])
    assert tabs.here() == "c"


def test_at_large_text_tabs_become_one_choice_and_the_rail_loses_its_words(
    qapp: QApplication, shown: Show, qtbot: QtBot
) -> None:
    tabs, rail = Tabs([("a", "Datos"), ("b", "Temas")]), Rail([Place("inicio", "Inicio", "house")])
    shown(tabs, rail)
    tabs.choose("b")
    theme.apply(qapp, "claro", 2.0)
    assert tabs.here() == "b"
    assert rail.width() < 100
    theme.apply(qapp, "claro", 1.0)
    assert tabs.here() == "b"


def test_the_rail_tells_where_the_person_wants_to_go(shown: Show, qtbot: QtBot) -> None:
    rail = Rail([Place("inicio", "Inicio", "house"), Place("ajustes", "Ajustes", "settings", bottom=True)])
    shown(rail)
    rail.choose("inicio")
    rail.set_live("inicio")
    button = rail.findChild(QObject, "lugar_ajustes")
    assert button is not None
    with qtbot.waitSignal(rail.chosen) as told:
        button.click()  # type: ignore[attr-defined]
    assert told.args == ["ajustes"]


def test_the_stamps_say_what_is_saved_and_how_old_the_copy_is(qtbot: QtBot) -> None:
    stamps = Stamps()
    qtbot.addWidget(stamps)
    assert (stamps.saved.text(), stamps.copy.text()) == ("Al día", "Copia todavía ninguna")
    stamps.show_saved("10:41:07")
    stamps.show_copy("hace 3 días", old=True)
    assert (stamps.saved.text(), stamps.copy.accessibleName()) == ("Guardado 10:41:07", "Copia hace 3 días")
    stamps.show_unsaved()
    assert stamps.saved.text() == "Sin guardar"


def test_a_banner_says_one_thing_until_it_is_taken_away(shown: Show) -> None:
    banner = Banner()
    shown(banner)
    assert banner.isHidden()
    banner.tell("warn", "Uno", "dos", Button("Hacer"))
    banner.tell("danger", "Tres")
    assert banner.text() == "Tres"
    banner.clear()
    assert banner.text() == ""


def test_a_pill_without_a_state_is_hidden_and_comes_back(shown: Show) -> None:
    pill = Pill(State("Cerrada", "lock"))
    shown(pill)
    pill.set_state(None)
    assert pill.isHidden()
    pill.set_state(State("En vivo", "radio", "live"))
    assert (pill.isHidden(), pill.accessibleName()) == (False, "En vivo")


def test_an_empty_place_has_one_button_that_starts_it(shown: Show, qtbot: QtBot) -> None:
    place = EmptyState("mic", "Aquí van las audiencias", "Cree la primera.", "Nueva audiencia", shaped=True)
    shown(place)
    with qtbot.waitSignal(place.started):
        place.button.click()
    silent = EmptyState("mic", "Nada", "Todavía.")
    shown(silent)
    assert silent.button.isHidden()


def test_long_work_says_how_much_is_done_and_can_be_cancelled(shown: Show, qtbot: QtBot) -> None:
    progress = Progress()
    shown(progress)
    progress.advance(0, 0, "Leyendo «lista.xlsx»")
    progress.advance(1250, 5000)
    assert progress.accessibleName() == "Leyendo «lista.xlsx» 25 %"
    with qtbot.waitSignal(progress.cancelled):
        progress.cancel.click()


LINES = {
    "F": [Line("f1", "Equipo"), Line("f2", "Material <b>claro</b>")],
    "O": [Line("o1", "Emisoras")],
    "FO": [Line("x", "Leer en la emisora", ("F2", "O1"), "C-001")],
}


def lit(matrix: Matrix) -> list[str]:
    return sorted(plate.code for plate in matrix.findChildren(Plate) if plate._lit)


def test_the_chosen_strategy_lights_the_factors_it_joins(shown: Show, qtbot: QtBot) -> None:
    matrix = Matrix()
    matrix.show_lines(LINES)
    shown(matrix, width=900)
    with qtbot.waitSignal(matrix.line_selected) as told:
        matrix.select("x")
    assert told.args == ["x"]
    assert lit(matrix) == ["F2", "F2", "O1", "O1"]


def test_the_arrows_go_through_the_lines_of_the_matrix_as_they_are_read(shown: Show) -> None:
    matrix = Matrix()
    matrix.show_lines(LINES)
    shown(matrix, width=900)
    matrix.setFocus()
    order = [line.id for place in ("F", "D", "O", "FO", "DO", "A", "FA", "DA") for line in LINES.get(place, ())]
    told = []
    for _ in order:
        press(QApplication.focusWidget() or matrix, Qt.Key.Key_Down)
        told.append(matrix.selected())
    assert told == order
    press(QApplication.focusWidget() or matrix, Qt.Key.Key_Up)
    assert matrix.selected() == order[-2]
    press(QApplication.focusWidget() or matrix, Qt.Key.Key_Tab)
    here = QApplication.focusWidget()
    assert here is not None and matrix.isAncestorOf(here)


def test_the_matrix_keeps_its_selection_by_id_and_asks_where_to_add(shown: Show, qtbot: QtBot) -> None:
    matrix = Matrix()
    matrix.show_lines(LINES)
    shown(matrix, width=900)
    matrix.select("x")
    with qtbot.assertNotEmitted(matrix.line_selected):
        matrix.show_lines({**LINES, "FO": [Line("y", "Otra"), *LINES["FO"]]})
    assert matrix.selected() == "x"
    matrix.show_lines({})
    assert matrix.selected() == ""
    add = matrix.findChild(Button, "agregar_DA")
    assert add is not None
    with qtbot.waitSignal(matrix.add_asked) as told:
        add.click()
    assert told.args == ["DA"]


def test_enter_on_a_line_of_the_matrix_opens_it(shown: Show, qtbot: QtBot) -> None:
    matrix = Matrix()
    matrix.show_lines(LINES)
    shown(matrix, width=900)
    line = matrix.findChild(QObject, "dofa_x")
    with qtbot.waitSignal(matrix.line_activated) as told:
        press(line, Qt.Key.Key_Return)  # type: ignore[arg-type]
    assert told.args == ["x"]


@pytest.mark.parametrize("kind", ChartKind)
def test_a_chart_says_n_and_percent_of_its_base(shown: Show, kind: ChartKind) -> None:
    chart = ChartView()
    chart.show_chart(Chart("", (("Sí", 17), ("No", 9), ("Tal vez", 0)), 27, kind=kind), "Base 27")
    shown(chart)
    said = "Base: 27. Sí: 17 (63,0\u00a0%); No: 9 (33,3\u00a0%); Tal vez: 0 (0,0\u00a0%)."
    assert chart.accessibleName().partition(". ")[2] == said
    for points, base in (((), 0), ((("Sí", 0),), 0), ((("Sí", 5),), 5), ((("Sí", 9),), 5)):
        chart.show_chart(Chart("", points, base, kind=kind), f"Base {base}")
        chart.grab()


def pages(n: int, high: int = 792) -> list[QImage]:
    made = []
    for _ in range(n):
        image = QImage(612, high, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        made.append(image)
    return made


def test_pages_keep_the_place_that_was_being_read(shown: Show, qtbot: QtBot) -> None:
    view = PageView()
    view.setFixedHeight(300)
    shown(view)
    assert view.page() == 0
    view.show_pages(pages(5))
    assert view.page() == 1
    with qtbot.waitSignal(view.page_changed) as told:
        view.go_to(3, 0.5)
    assert told.args == [3]
    view.show_pages(pages(6))
    assert view.page() == 3
    view.zoom_in()
    assert (view.page(), view.zoom()) == (3, 1.25)
    view.show_pages(pages(1))
    assert view.page() == 1
    view.show_pages([])
    assert (view.page(), view.count()) == (0, 0)


def test_the_menu_of_a_field_speaks_spanish(qapp: QApplication, qtbot: QtBot) -> None:
    assert speak_spanish(qapp)
    line = QLineEdit()
    qtbot.addWidget(line)
    menu = line.createStandardContextMenu()
    words = " ".join(action.text() for action in menu.actions())
    menu.deleteLater()
    assert "Pegar" in words
    assert "Paste" not in words


def test_the_kit_needs_neither_the_base_nor_the_makers_of_files() -> None:
    modules = ", ".join(f"rcdesk.ui.kit.{path.stem}" for path in sorted(KIT.glob("*.py")) if path.stem != "__init__")
    script = f"import sys, {modules}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=KIT.parents[2]
    )
    loaded = set(done.stdout.split())
    heavy = {"sqlalchemy", "reportlab", "pikepdf", "openpyxl", "alembic", "qrcode", "rcdesk.store", "rcdesk.work"}
    assert loaded & heavy == set()
