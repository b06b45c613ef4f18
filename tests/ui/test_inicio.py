"""Inicio: what a person finds when the program opens."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.ui.commands import ORDER
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.screens.inicio import InicioScreen
from rcdesk.ui.screens.inicio.timeline import working_days
from rcdesk.work.audiencias import anular_audiencia, cambiar_estado, editar_audiencia
from rcdesk.work.compromisos import corregir_compromiso
from rcdesk.work.compromisos_al_corte import listar_compromisos_al
from rcdesk.work.inicio import ver_inicio
from rcdesk.work.planes import listar_planes
from rcdesk.work.vista_de_plan import ver_cronograma
from tests.bases import PRIMERA, SEGUNDA, hearing_id
from tests.ui.conftest import ShowScreen
from tests.widgets import find


def count(screen: InicioScreen) -> str:
    """What the dark card counts."""
    return find(screen, PlainLabel, "cuanto_falta").text()


def test_an_empty_base_shows_the_three_doors(show_screen: ShowScreen, empty_desk: Desk, qtbot: QtBot) -> None:
    screen = show_screen(InicioScreen, empty_desk)
    for name, command in (("nueva", "audiencias.nueva"), ("ejemplo", "ventana.ejemplo"), ("abrir", "ventana.abrir")):
        with qtbot.waitSignal(screen.wants) as wanted:
            find(screen, Button, f"puerta_{name}").click()
        assert wanted.args == [ORDER, command]


def test_the_next_hearing_is_the_nearest_to_come(show_screen: ShowScreen, desk: Desk, qtbot: QtBot) -> None:
    screen = show_screen(InicioScreen, desk)
    assert count(screen) == "20 días"
    assert "Segunda audiencia" in screen.next.accessibleName()
    with qtbot.waitSignal(screen.wants) as wanted:
        screen.next.open.click()
    assert wanted.args[1] == hearing_id(desk, SEGUNDA)


@pytest.mark.parametrize(
    ("day", "hour", "says"),
    [
        ("2026-11-21", "09:00", "mañana"),
        ("2026-11-20", "12:00", "1 h 18 min"),
        ("2026-11-20", "10:40", "1 min"),
        ("2026-11-19", "09:00", "1 día"),
        ("", "", "la fecha"),
    ],
)
def test_the_dark_card_says_how_long_is_left(
    show_screen: ShowScreen, desk: Desk, day: str, hour: str, says: str
) -> None:
    hearing = hearing_id(desk, SEGUNDA)
    desk.do(
        editar_audiencia, id=hearing, valores={"fecha": day, "hora_inicio_programada": hour, "hora_fin_programada": ""}
    )
    assert count(show_screen(InicioScreen, desk)) == says


def test_a_running_hearing_comes_first_and_counts_since_it_began(show_screen: ShowScreen, desk: Desk) -> None:
    hearing = hearing_id(desk, SEGUNDA)
    desk.do(editar_audiencia, id=hearing, valores={"fecha": "2026-11-20"})
    desk.do(cambiar_estado, id=hearing, estado="en_curso", hoy="2026-11-20", hora="09:00")
    screen = show_screen(InicioScreen, desk)
    assert count(screen) == "1 h 41 min"
    assert screen.next.accessibleName().startswith("EN VIVO")


def test_what_is_due_is_what_nobody_has_met(desk: Desk) -> None:
    view = desk.ask(ver_inicio, hoy="2026-11-20")
    late = [row.numero for row in view.vence.filas if row.plazo == "vencido"]
    assert sorted(late) == ["1.4", "3.3", "4.2", "C-001", "C-002", "C-021"]
    promised = desk.ask(listar_compromisos_al, corte=date(2026, 11, 20))
    assert (view.cumplidos, view.compromisos) == (promised.cifras.cumplidos, promised.cifras.a_cargo) == (3, 12)
    offices = {group.nombre: group.cifras.abiertos for group in view.por_dependencia}
    assert sum(offices.values()) == promised.cifras.abiertos
    assert view.vence.en("vencido") == len(late)
    first = next(row for row in view.vence.filas if row.numero == "C-001")
    desk.do(corregir_compromiso, id=first.id, valores={"estado": "cumplido"})
    again = desk.ask(ver_inicio, hoy="2026-11-20")
    assert "C-001" not in [row.numero for row in again.vence.filas]
    assert again.cumplidos == 4


def test_what_is_late_in_inicio_is_what_the_schedule_says_is_late(desk: Desk) -> None:
    view = desk.ask(ver_inicio, hoy="2026-11-20")
    late = {row.id for row in view.vence.filas if row.tipo == "actividad" and row.plazo == "vencido"}
    plan = desk.ask(ver_cronograma, plan_id=desk.ask(listar_planes)[0].id, corte="2026-11-20")
    assert plan is not None
    assert late == {one.id for stage in plan.etapas for one in stage.actividades if one.situacion == "vencida"}


def test_a_row_that_is_due_is_opened_where_it_lives(show_screen: ShowScreen, desk: Desk, qtbot: QtBot) -> None:
    screen = show_screen(InicioScreen, desk)
    promise, *_ = [row for row in desk.ask(ver_inicio, hoy="2026-11-20").vence.filas if row.tipo == "compromiso"]
    with qtbot.waitSignal(screen.wants) as wanted:
        screen.due.row_activated.emit(promise)
    assert wanted.args == ["compromisos", promise.id]


def test_a_day_late_over_a_weekend_is_late_and_the_day_itself_is_not(desk: Desk) -> None:
    row = next(r for r in desk.ask(ver_inicio, hoy="2026-11-20").vence.filas if r.numero == "3.3")
    assert (row.fecha, row.dias) == ("2026-11-13", -4)  # Monday 16 was a holiday
    [same_day] = [r for r in desk.ask(ver_inicio, hoy="2026-11-13").vence.filas if r.numero == "3.3"]
    assert same_day.plazo == "hoy"
    [saturday] = [r for r in desk.ask(ver_inicio, hoy="2026-11-14").vence.filas if r.numero == "3.3"]
    assert saturday.plazo == "vencido"


def test_an_annulled_hearing_leaves_only_what_was_promised_elsewhere_in_inicio(desk: Desk) -> None:
    for code in (PRIMERA, SEGUNDA):
        desk.do(anular_audiencia, id=hearing_id(desk, code), motivo="prueba")
    view = desk.ask(ver_inicio, hoy="2026-11-20")
    assert view.proxima is None
    promised = {row.numero for row in view.vence.filas if row.tipo == "compromiso"}
    assert promised == {"C-021", "C-026", "C-027", "C-029", "C-030"}
    assert view.por_escribir == ()
    assert not view.vacia, "there is still a plan"


def test_what_waits_for_a_pen_leads_to_its_place(show_screen: ShowScreen, desk: Desk, qtbot: QtBot) -> None:
    screen = show_screen(InicioScreen, desk)
    with qtbot.waitSignal(screen.wants) as wanted:
        find(screen, Button, "ir_a_acta").click()
    assert wanted.args == ["acta", hearing_id(desk, PRIMERA)]


def test_the_clock_of_inicio_goes_on_by_itself_only_in_sight(
    show_screen: ShowScreen, desk: Desk, qapp: QApplication
) -> None:
    desk.do(
        editar_audiencia,
        id=hearing_id(desk, SEGUNDA),
        valores={"fecha": "2026-11-20", "hora_inicio_programada": "12:00", "hora_fin_programada": "13:00"},
    )
    screen = show_screen(InicioScreen, desk)
    moment.set_clock(qapp, lambda: datetime(2026, 11, 20, 16, 41, tzinfo=UTC))
    screen._clock.timeout.emit()
    assert count(screen) == "19 min"
    screen.hide()
    assert not screen._clock.isActive()


@pytest.mark.parametrize("day", ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "2027-01-01"])
def test_the_two_weeks_shown_hold_ten_weekdays_with_the_day_among_the_first(day: str) -> None:
    today = datetime.fromisoformat(day).date()
    days = working_days(today)
    assert len(days) == 10
    assert all(d.weekday() < 5 for d in days)
    assert days[3] >= today
