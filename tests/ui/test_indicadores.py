"""The indicators of a plan as a planner works on them: figures typed where they stand, and what hangs from what."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.app.desk import Desk
from rcdesk.ui.kit.fields import Field
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.screens.cronograma import CronogramaScreen
from rcdesk.ui.screens.cronograma.indicators import IndicatorsView
from rcdesk.work.indicadores import IndicadorRow, corregir_indicador, ver_indicadores
from rcdesk.work.planes import listar_planes
from tests.typing import press, type_text

Show = Callable[..., CronogramaScreen]
K = Qt.Key
CODIGO = "plan-estrategico-2024-2027"


@pytest.fixture
def screen(desk: Desk, show_screen: Show) -> CronogramaScreen:
    shown = show_screen(CronogramaScreen, desk)
    shown.seek(next(row.id for row in desk.ask(listar_planes) if row.codigo == CODIGO))
    shown.look_at("indicadores")
    return shown


def view(screen: CronogramaScreen) -> IndicatorsView:
    found = screen.here()
    assert isinstance(found, IndicatorsView)
    return found


def part(screen: CronogramaScreen, name: str) -> Any:
    found = screen.findChild(QWidget, name)
    assert found is not None, name
    return found


def stored(screen: CronogramaScreen, codigo: str) -> IndicadorRow:
    plan = next(row.id for row in screen.desk.ask(listar_planes) if row.codigo == CODIGO)
    found = screen.desk.ask(ver_indicadores, plan_id=plan, corte="2026-11-20")
    assert found is not None
    return next(row for one in found.objetivos for row in one.indicadores if row.indicador_codigo == codigo)


def said(pane: QWidget) -> str:
    """What the warnings of the pane say."""
    return "\n".join(label.text() for label in pane.findChildren(PlainLabel) if label.isVisible())


def stand_on(screen: CronogramaScreen, codigo: str, column: int) -> None:
    table = view(screen).table
    table.setFocus()
    table.select_key(stored(screen, codigo).id)
    table.setCurrentIndex(table.shown.index(table.currentIndex().row(), column))


def cell(screen: CronogramaScreen, codigo: str, column: int) -> tuple[str, str]:
    """What a cell says, and what stands under it."""
    table = view(screen).table
    row = next(line for line in table.shown.rows if line.id == stored(screen, codigo).id)
    one = table.shown.columns[column]
    return one.cell(row), one.note(row) if one.note else ""


def write(text: str) -> None:
    """Type on whatever has the keys, as the keyboard does: the first letter opens the cell."""
    for letter in text:
        focus = QApplication.focusWidget()
        assert focus is not None
        type_text(focus, letter, gap=0)


def test_what_is_programmed_is_typed_cell_by_cell_and_the_total_follows(screen: CronogramaScreen) -> None:
    stand_on(screen, "I-2", 6)
    assert cell(screen, "I-7", 3) == ("2.400.000.000", "hecho 100 %")
    stand_on(screen, "I-2", 4)
    assert part(screen, "dicho_de_celda").text() == (
        "2025: se hizo 212 de 150; cumplimiento 141 %. "
        "El convenio con la universidad pública permitió abrir dos grupos más."
    )
    table = view(screen).table
    table.setCurrentIndex(table.shown.index(0, 4))
    assert part(screen, "dicho_de_celda").text() == (
        "2025: Promedio de 3 cumplimientos, con tope de 100 % en cada indicador."
    )
    stand_on(screen, "I-2", 6)
    write("1.200\n")  # Enter writes and goes down, to the cell of I-3
    assert stored(screen, "I-2").total == "1620"
    assert cell(screen, "I-2", 6)[0] == "1.200"
    write("40\t")  # Tab writes and goes right: there is no further period
    assert stored(screen, "I-3").celdas[3].programado == "40"
    screen.desk.undo()
    screen.refresh()
    assert stored(screen, "I-3").celdas[3].programado == "30"


def test_what_cannot_be_is_refused_in_its_cell_and_escape_leaves_it_as_it_was(screen: CronogramaScreen) -> None:
    stand_on(screen, "I-1", 2)
    write("133\n")
    assert part(screen, "aviso_de_celda").text() == "El peso va de 0 a 100."
    assert view(screen).table.typing
    focus = QApplication.focusWidget()
    assert focus is not None
    press(focus, K.Key_Escape)
    assert stored(screen, "I-1").ponderacion == "33.33"
    write("veinte\n")
    assert "no es un número" in part(screen, "aviso_de_celda").text()
    press(QApplication.focusWidget() or screen, K.Key_Escape)
    write("23,34\n")
    head = view(screen).table.shown.rows[0]
    weight = view(screen).table.shown.columns[2]
    assert (weight.cell(head), weight.note(head) if weight.note else "") == ("90", "faltan 10")


def test_what_was_done_is_said_as_an_advance_with_its_day(screen: CronogramaScreen, qtbot: Any) -> None:
    toggle = part(screen, "ver_cifras")
    toggle.set_value("ejecutado")
    toggle.edited.emit()
    stand_on(screen, "I-3", 5)
    write("24\n")
    assert cell(screen, "I-3", 5) == ("24", "de 24")
    stand_on(screen, "I-3", 5)
    write("20\n")  # less than was said, without a word
    assert part(screen, "aviso_de_celda").text()
    press(QApplication.focusWidget() or screen, K.Key_Escape)
    stand_on(screen, "I-3", 4)
    with qtbot.waitSignal(screen.said) as told:
        write("18\n")
    assert told.args == ["Quedó con fecha 31/dic/2025, el último día del periodo."]


def test_the_pane_says_what_hangs_from_what_and_refuses_a_circle(screen: CronogramaScreen) -> None:
    stand_on(screen, "I-1", 1)
    press(view(screen).table, K.Key_Return)
    pane = part(screen, "indicador_elegido")
    assert pane.isVisible()
    aim = part(screen, "indicador_aporta_a")
    aim.set_value(f"{CODIGO}/I-2")
    aim.edited.emit()
    aim.committed.emit()
    assert stored(screen, "I-1").aporta_a == "I-2"
    view(screen).table.select_key(stored(screen, "I-2").id)
    aim.set_value(f"{CODIGO}/I-1")
    aim.edited.emit()
    aim.committed.emit()
    around = Field.around(aim)
    assert around is not None and around.error().startswith("Se haría un círculo")
    press(pane, K.Key_Escape)
    assert not pane.isVisible()


def test_what_the_reviewer_finds_in_an_indicator_stands_beside_its_field(screen: CronogramaScreen) -> None:
    stand_on(screen, "I-3", 6)
    write("3\n")  # what accumulates should not fall
    stand_on(screen, "I-3", 1)
    press(view(screen).table, K.Key_Return)
    warnings = [line for line in said(part(screen, "indicador_elegido")).split("\n") if "baja" in line]
    assert len(warnings) == 1


def test_the_cascade_leads_to_the_activity_of_another_plan(screen: CronogramaScreen) -> None:
    toggle = part(screen, "ver_cifras")
    toggle.set_value("cascada")
    toggle.edited.emit()
    tree = part(screen, "tabla_cascada")
    titles = [(line.level, line.title) for line in tree.shown.rows[:4]]
    assert titles[0] == (0, "1. Contar lo que se hace con datos que cualquiera entiende")
    assert titles[2:] == [
        (2, "I-1 Compromisos con estado publicado"),
        (3, "3.1 Elaborar y publicar el informe de gestión previo a cada audiencia"),
    ]
    two = stored(screen, "I-2")
    goal = {"meta_codigo": "M-01", "meta_nombre": stored(screen, "I-1").meta_nombre}
    screen.desk.do(corregir_indicador, id=two.id, valores=goal)
    screen.refresh()
    goals = [line.note for line in tree.shown.rows if line.what == "meta"]
    assert goals.count("M-01") == 1 and "M-02" not in goals
    wanted = tree.shown.rows[3].clave
    tree.row_activated.emit(tree.shown.rows[3])
    assert screen.here().in_hand() == wanted
    assert view(screen).table.isVisible()


def test_a_new_indicator_goes_to_the_objective_in_hand(screen: CronogramaScreen) -> None:
    stand_on(screen, "I-4", 3)
    line = part(screen, "nuevo_indicador_linea")
    line.setFocus()
    type_text(line, "Acuerdos firmados\n", gap=0)
    names = [row.indicador.titulo for row in view(screen).table.shown.rows if row.indicador]
    assert names[names.index("Recursos de inversión decididos con la comunidad") + 1] == "Acuerdos firmados"
