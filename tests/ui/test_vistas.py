"""The views of a plan: the month where dates are fixed, the year in bars, and what falls due wherever it is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.ui.screens.cronograma import CronogramaScreen
from rcdesk.ui.screens.cronograma.due import DueView
from rcdesk.ui.screens.cronograma.gantt import GanttView, axis_of, span_of
from rcdesk.ui.screens.cronograma.lines_view import LinesView
from rcdesk.ui.screens.cronograma.month import MonthPlanView
from rcdesk.work.archivos import listar_adjuntos
from rcdesk.work.cronograma import corregir_actividad
from rcdesk.work.evidencias import encontrar
from rcdesk.work.planes import listar_planes
from rcdesk.work.vencimientos import vencimientos
from rcdesk.work.vista_de_plan import ver_actividad
from tests.typing import press, type_text
from tests.work.advance_actions import HOY, activity

Show = Callable[..., CronogramaScreen]
K = Qt.Key


@pytest.fixture
def screen(desk: Desk, show_screen: Show) -> CronogramaScreen:
    return show_screen(CronogramaScreen, desk)


def part(screen: CronogramaScreen, name: str) -> QWidget:
    found = screen.findChild(QWidget, name)
    assert found is not None, name
    return found


def test_the_date_of_what_has_none_is_fixed_on_a_day_of_the_month_with_a_key(screen: CronogramaScreen) -> None:
    key = activity(screen.desk, "5.4")
    screen.desk.do(corregir_actividad, id=key, valores={"desde": "", "hasta": "", "fechas": ()})
    screen.look_at("mes")
    view = screen.here()
    assert isinstance(view, MonthPlanView) and view.month.hasFocus()
    assert [one.key for one in view.tray.model().rows] == [key]  # type: ignore[attr-defined]
    press(view.month, K.Key_Down)
    press(view.month, K.Key_Right)
    assert view.month.day == date(2026, 11, 28)
    press(view.month, K.Key_F)
    found = screen.desk.ask(ver_actividad, id=key, corte=HOY)
    assert found is not None and found.fila.fechas == ("2026-11-28",)
    assert view.tray.model().rowCount() == 0
    assert f"5.4 {found.fila.titulo}" in [one.words for one in view.month.events_on(date(2026, 11, 28))]
    screen.desk.undo()
    assert view.tray.model().rowCount() == 1
    view.month.dropped.emit(key, date(2026, 11, 24))
    again = screen.desk.ask(ver_actividad, id=key, corte=HOY)
    assert again is not None and again.fila.fechas == ("2026-11-24",)


def test_the_month_names_its_holidays_and_goes_from_month_to_month(screen: CronogramaScreen, qtbot: QtBot) -> None:
    screen.look_at("mes")
    view = screen.here()
    assert isinstance(view, MonthPlanView)
    view.month.choose(date(2026, 11, 16))
    assert "Independencia de Cartagena" in view.month.accessibleName()
    press(view.month, K.Key_PageDown)
    assert view.month.day == date(2026, 12, 16)
    hearing = next(one for one in view.month.events_on(date(2026, 12, 10)) if one.what == "air")
    view.month.choose(date(2026, 12, 10))
    press(view.month, K.Key_Return)
    assert view.day_table.hasFocus()
    with qtbot.waitSignal(screen.wants) as wanted:
        view.day_table.row_activated.emit(next(one for one in view.day_table.model().rows if one.id == hearing.id))  # type: ignore[attr-defined]
    assert wanted.args == ["preparacion", hearing.id]
    assert view.month.day_at(QPointF(5, 5)) is None


def test_the_year_is_seen_in_bars_and_space_registers_an_advance_there(screen: CronogramaScreen) -> None:
    screen.look_at("gantt")
    view = screen.here()
    assert isinstance(view, GanttView)
    line = next(one for one in view.lines if one.actividad and one.actividad.codigo == "4.2")
    span = span_of(line)
    assert span is not None
    assert [kind for _, kind in span.marks] == ["done", "done", "late"]
    assert view.select(line.id) and view.table.hasFocus()
    screen.advancing.register()
    assert part(screen, "ejecutado").hasFocus()
    plan = screen.desk.ask(listar_planes)[0]
    assert axis_of(plan, HOY, "T").first == date(2026, 10, 1)
    assert axis_of(plan, HOY, "").months()[-1] == date(2026, 12, 1)
    late, endless = replace(plan, vigencia=2025, desde="2026-11-01", hasta=None), replace(plan, hasta="9999-12-31")
    assert axis_of(late, HOY, "").months() == [date(2026, 11, 1), date(2026, 12, 1)]
    assert len(axis_of(endless, HOY, "").months()) < 400


def test_what_falls_due_is_filtered_by_its_counters_and_goes_to_where_it_is_attended(
    screen: CronogramaScreen, qtbot: QtBot
) -> None:
    screen.look_at("vence")
    view = screen.here()
    assert isinstance(view, DueView)
    found = screen.desk.ask(vencimientos, hoy=HOY)
    shown = [line.row for line in view.lines if line.row]
    assert [row.id for row in shown] == [row.id for row in found.filas]
    promise = next(line for line in view.lines if line.row and line.row.tipo == "compromiso")
    with qtbot.waitSignal(screen.wants) as wanted:
        view.table.row_activated.emit(promise)
    assert wanted.args == ["compromisos", promise.id]
    part(screen, "contador_actividad").click()  # type: ignore[attr-defined]
    assert {line.row.tipo for line in view.lines if line.row} == {"actividad"}
    late = next(line for line in view.lines if line.row)
    view.table.select_key(late.id)
    press(view.table, K.Key_Return)
    here = screen.here()
    assert isinstance(here, LinesView) and here.in_hand() == late.id
    assert screen.side.pane.isVisible()


def test_months_typed_where_dates_are_say_from_when_until_when(screen: CronogramaScreen) -> None:
    key = activity(screen.desk, "1.3")
    screen.seek(key)
    screen.detail()
    days = part(screen, "actividad_fechas")
    days.setFocus()
    days.selectAll()  # type: ignore[attr-defined]
    type_text(days, "julio - diciembre\n")
    found = screen.desk.ask(ver_actividad, id=key, corte=HOY)
    assert found is not None
    assert (found.fila.desde, found.fila.hasta, found.fila.fechas) == ("2026-07", "2026-12", ())


def test_what_does_not_agree_is_told_under_its_field(screen: CronogramaScreen) -> None:
    key = activity(screen.desk, "1.3")
    values = {"meta_valor": "4", "indicador_nombre": "Porcentaje de talleres", "fechas": ("2026-11-16",)}
    screen.desk.do(corregir_actividad, id=key, valores=values)
    found = screen.desk.ask(ver_actividad, id=key, corte=HOY)
    assert found is not None
    assert {"meta_valor", "fechas"} <= {one.campo for one in found.avisos}
    screen.seek(key)
    screen.detail()
    told = [words.text() for _, line, words in screen.side.pane._notes if line.isVisible()]
    assert any("orcentaje" in text for text in told)


def test_a_file_that_proves_an_advance_is_kept_in_the_base_with_it(screen: CronogramaScreen, tmp_path: Path) -> None:
    paper = tmp_path / "Lista de asistencia.pdf"
    paper.write_bytes(b"%PDF-1.4 lista")
    key = activity(screen.desk, "3.3")
    screen.seek(key)
    screen.advancing.register()
    screen.side.pane.advance.proofs.add_file(paper)
    press(part(screen, "ejecutado"), K.Key_Return)
    found = screen.desk.ask(ver_actividad, id=key, corte=HOY)
    assert found is not None
    [proof] = found.periodos[0].avances[0].evidencias
    assert (proof.texto, proof.archivo) == ("Lista de asistencia.pdf", "evidencias/lista-de-asistencia.pdf")
    assert found.periodos[0].probado
    kept = encontrar(screen.desk.folder, str(proof.archivo), dict(screen.desk.ask(listar_adjuntos)))
    assert kept is not None and kept.read_bytes() == paper.read_bytes()
