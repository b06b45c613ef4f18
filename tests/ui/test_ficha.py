"""The record of a plan as a planner fills it: what it is for, who carries it, how it was scored, what was learnt."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.app.desk import Desk
from rcdesk.ui.kit.fields import Field
from rcdesk.ui.screens.cronograma import CronogramaScreen
from rcdesk.work.ficha_del_plan import FichaRow, listar_lideres, listar_recogidos, ver_ficha
from rcdesk.work.planes import listar_planes
from rcdesk.work.secciones import listar_secciones_del_plan, ver_seccion
from tests.typing import press, type_text

Show = Callable[..., CronogramaScreen]
K = Qt.Key


@pytest.fixture
def screen(desk: Desk, show_screen: Show) -> CronogramaScreen:
    shown = show_screen(CronogramaScreen, desk)
    shown.look_at("ficha")
    return shown


def plan(screen: CronogramaScreen, codigo: str = "estrategia-rdc-2026") -> str:
    return next(row.id for row in screen.desk.ask(listar_planes) if row.codigo == codigo)


def ficha(screen: CronogramaScreen, codigo: str = "estrategia-rdc-2026") -> FichaRow:
    found = screen.desk.ask(ver_ficha, plan_id=plan(screen, codigo))
    assert found is not None
    return found


def part(screen: CronogramaScreen, name: str) -> Any:
    found = screen.findChild(QWidget, name)
    assert found is not None, name
    return found


def put(screen: CronogramaScreen, name: str, text: str) -> Any:
    """Replace what a field says and leave it."""
    field = part(screen, name)
    field.setFocus()
    field.selectAll()
    type_text(field, text, gap=0)
    screen.bar.setFocus()
    other = part(screen, "secciones_de_la_ficha")
    other.setFocus()
    return field


def test_lists_are_typed_one_in_each_line_and_saved_when_left(screen: CronogramaScreen) -> None:
    put(screen, "ficha_retos", "Llegar lejos\n\n  Responder a tiempo \n")
    assert ficha(screen).retos == ("Llegar lejos", "Responder a tiempo")
    cap = part(screen, "ficha_sin_tope")
    cap.setFocus()
    press(cap, K.Key_Right)
    assert ficha(screen).sin_tope is True
    screen.desk.undo()
    assert ficha(screen).sin_tope is None


def test_the_level_follows_the_score_and_one_above_its_maximum_is_refused(screen: CronogramaScreen) -> None:
    screen.here().select("autodiagnostico")
    put(screen, "ficha_autodiagnostico_puntaje", "88")
    assert part(screen, "nivel_del_autodiagnostico").text() == "Nivel 5 de 5 (81 a 100)"
    field = put(screen, "ficha_autodiagnostico_puntaje", "120")
    around = Field.around(field)
    assert around is not None and around.error() == "El puntaje va de 0 a 100."
    assert ficha(screen).autodiagnostico_puntaje == "88"


def test_people_and_sections_are_added_by_typing(screen: CronogramaScreen) -> None:
    screen.here().select("equipo")
    line = part(screen, "agregar_lideres")
    line.setFocus()
    type_text(line, "Nidia Ortega\n", gap=0)
    assert screen.desk.ask(listar_lideres, plan_id=plan(screen))[-1].nombre == "Nidia Ortega"
    screen.here().select("narrativa")
    line = part(screen, "agregar_secciones_del_plan")
    line.setFocus()
    type_text(line, "Recursos\n", gap=0)
    made = screen.desk.ask(listar_secciones_del_plan, plan_id=plan(screen))[-1]
    assert made.titulo == "Recursos"
    editor = part(screen, "secciones_bloques_bloques")
    editor.take_keys()
    focus = QApplication.focusWidget()
    assert focus is not None
    type_text(focus, "Sin recursos propios", gap=0)
    screen.here().select("equipo")
    section = screen.desk.ask(ver_seccion, id=made.id)
    assert section is not None and [getattr(block, "texto", "") for block in section.bloques] == [
        "Sin recursos propios"
    ]


def test_commitments_by_period_are_typed_and_what_does_not_add_up_is_told(screen: CronogramaScreen) -> None:
    screen.seek(plan(screen, "participacion-2026"))
    screen.here().select("recogidos")
    key = plan(screen, "participacion-2026")
    line = part(screen, "agregar_recogidos")
    line.setFocus()
    type_text(line, "trece de brumario\n", gap=0)
    assert "no es un periodo" in part(screen, "aviso_de_recogidos").text()
    line.selectAll()
    type_text(line, "noviembre de 2026\n", gap=0)
    assert screen.desk.ask(listar_recogidos, plan_id=key)[-1].periodo == "2026-11"
    table = part(screen, "tabla_recogidos")
    table.setFocus()
    table.setCurrentIndex(table.shown.index(5, 1))
    for letter in "25\t10\t12\n":
        focus = QApplication.focusWidget()
        assert focus is not None
        type_text(focus, letter, gap=0)
    row = screen.desk.ask(listar_recogidos, plan_id=key)[-1]
    assert (row.recogidos, row.a_cargo, row.no_a_cargo) == (25, 10, 12)
    assert row.aviso == "10 a cargo + 12 no a cargo = 22, y se recogieron 25: faltan 3."
    table.setCurrentIndex(table.shown.index(5, 0))
    press(table, K.Key_Delete)
    assert len(screen.desk.ask(listar_recogidos, plan_id=key)) == 5


def test_what_was_learnt_elsewhere_is_searched_and_brought(screen: CronogramaScreen) -> None:
    screen.here().select("aprendido")
    part(screen, "abrir_banco").click()
    search = part(screen, "buscar_en_banco")
    assert search.hasFocus()
    type_text(search, "interpretes", gap=0)
    table = part(screen, "tabla_banco")
    assert [row.vigencia for row in table.shown.rows] == [2025]
    press(search, K.Key_Return)
    assert table.shown.rows == []
    assert ficha(screen).lecciones_aprendidas[-1].startswith("Los intérpretes se contratan")
    press(search, K.Key_Escape)
    assert "intérpretes" in part(screen, "ficha_lecciones_aprendidas").toPlainText()
