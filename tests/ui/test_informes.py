"""Informes as the planner uses it: the figures on screen are those of the reports, and each warning leads somewhere."""

from datetime import date
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.documents.series import Columns, Progress
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.fields import Check
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.screens.informes import InformesScreen
from rcdesk.work.hallazgos_de_plan import hallazgos_del_plan
from rcdesk.work.informes import documento_informe
from rcdesk.work.planes import listar_planes
from rcdesk.work.tablero import ver_avisos, ver_tablero
from tests.bases import HOY
from tests.informes_acts import press as click
from tests.informes_acts import settle
from tests.typing import press, type_text
from tests.ui.conftest import ShowScreen
from tests.ui.reasons import answer_reason
from tests.ui.saving import save_as

CODE = "participacion-2026"


@pytest.fixture
def plan_id(desk: Desk) -> str:
    return next(plan.id for plan in desk.ask(listar_planes) if plan.codigo == CODE)


@pytest.fixture
def opened(show_screen: ShowScreen, desk: Desk, plan_id: str) -> InformesScreen:
    """The participation plan of the example in sight."""
    screen = show_screen(InformesScreen, desk)
    assert isinstance(screen, InformesScreen)
    settle(screen)
    screen.bar.plan.set_value(plan_id)
    screen.bar.plan.edited.emit()
    settle(screen)
    return screen


def label(screen: InformesScreen, name: str) -> str:
    found = screen.findChild(PlainLabel, name)
    assert found is not None, name
    return found.text()


def test_the_figures_on_screen_are_those_of_the_reports_at_any_corte(desk: Desk) -> None:
    cuts, periods = (date(2026, 6, 30), HOY.date(), date(2026, 12, 31)), (None, "2026-C2")
    plans = [plan for plan in desk.ask(listar_planes) if plan.vigencia == 2026]
    for plan, corte, periodo in product(plans, cuts, periods):
        seen = desk.ask(ver_tablero, plan_id=plan.id, periodo=periodo, corte=corte)
        assert seen is not None
        bars, months = (charts(desk, clase, plan.codigo, corte, periodo) for clase in ("cumplimiento", "compromisos"))
        counted = next((chart for chart in bars if isinstance(chart, Columns)), None)
        assert seen.componentes == next((chart for chart in bars if isinstance(chart, Progress)), None)
        if counted is not None:
            assert seen.meses == counted
        elif periodo is None:  # a plan that counts none has those that were made, as their own report tells them
            assert seen.meses == next((chart for chart in months if isinstance(chart, Columns)), None)


def charts(desk: Desk, clase: str, plan: str, corte: date, periodo: str | None) -> list[Progress | Columns]:
    """The charts that a report prints."""
    document = desk.ask(
        documento_informe,
        clase=clase,
        evidencias=desk.folder,
        hoy=HOY.date(),
        plan=plan,
        corte=corte,
        periodo=periodo,
    )
    return [block for block in document.blocks if isinstance(block, Progress | Columns)]


def test_a_period_and_a_corte_change_the_figures_and_are_told(opened: InformesScreen, desk: Desk, plan_id: str) -> None:
    opened.bar.period.set_value("2026-C3")
    opened.bar.period.edited.emit()
    settle(opened)
    expected = desk.ask(ver_tablero, plan_id=plan_id, periodo="2026-C3", corte=HOY.date())
    assert expected is not None and expected.componentes is not None and expected.cumplimiento is not None
    assert Decimal(expected.cumplimiento) == 68
    assert label(opened, "cumplimiento_del_plan") == "68,0 %"
    assert "67 %" in opened.summary.chart.accessibleName()
    told: list[tuple[str, str, str]] = []
    opened.ambient.connect(told.extend)
    opened.bar.cut.setFocus()
    opened.bar.cut.selectAll()
    type_text(opened.bar.cut, "30/06/2026\n")
    settle(opened)
    assert ("30 de junio de 2026", "de corte", "ink") in told
    opened.bar.cut.selectAll()
    type_text(opened.bar.cut, "31/02/2026\n")
    assert "31/02/2026" in opened.banner.text() and opened.asked().corte == date(2026, 6, 30)


def test_each_warning_goes_where_it_is_mended(opened: InformesScreen, desk: Desk, plan_id: str, qtbot: QtBot) -> None:
    avisos = desk.ask(ver_avisos, plan_id=plan_id, periodo=None, corte=HOY.date())
    assert [aviso.grado for aviso in avisos] == sorted(
        (aviso.grado for aviso in avisos), key=["explicar", "revisar", "saber"].index
    )
    place = next(n for n, aviso in enumerate(avisos, 1) if aviso.lugar == "compromisos")
    with qtbot.waitSignal(opened.wants) as wanted:
        click(opened, f"ir_al_aviso_{place}")
    assert wanted.args == ["compromisos", avisos[place - 1].clave]


def test_a_report_is_seen_as_it_prints_with_its_warnings_numbered_in_the_margin(
    opened: InformesScreen,
) -> None:
    click(opened, "informe_en_pdf")
    settle(opened)
    pages = opened.preview.pages
    assert pages.view.count() >= 4
    total = pages.view.count()
    seen = opened.preview.warnings.findChild(Button, "ver_aviso_1")
    assert seen is not None
    press(pages.view, Qt.Key.Key_1)
    assert seen.accessibleName() == "página 4" and pages.view.page() in (3, 4)
    part = opened.findChild(Check, "parte_actividades")
    assert part is not None
    part.click()
    settle(opened)
    assert pages.view.count() < total
    press(opened.preview, Qt.Key.Key_Escape)
    settle(opened)
    assert opened.offers("preview_report") and not opened.offers("back_to_figures")


def test_the_figures_are_kept_as_a_spreadsheet(opened: InformesScreen, tmp_path: Path, qtbot: QtBot) -> None:
    kept = tmp_path / "informe.xlsx"
    save_as(kept)
    opened.outputs.save_sheet()
    qtbot.waitUntil(lambda: opened.banner.text().startswith("Se guardó"))
    assert kept.read_bytes().startswith(b"PK")


def test_a_finding_is_dismissed_with_a_reason_and_told_no_more(
    opened: InformesScreen, desk: Desk, plan_id: str
) -> None:
    click(opened, "informe_en_pdf")
    settle(opened)
    before = len(desk.ask(ver_avisos, plan_id=plan_id, periodo=None, corte=HOY.date()))
    answer_reason("La veeduría los clasifica en diciembre")
    click(opened, "descartar_aviso_1")
    settle(opened)
    assert len(desk.ask(ver_avisos, plan_id=plan_id, periodo=None, corte=HOY.date())) == before - 1
    dismissed = [one for one in desk.ask(hallazgos_del_plan, plan_id=plan_id) if one.descartado]
    assert [one.descartado for one in dismissed] == ["La veeduría los clasifica en diciembre"]


def test_each_tab_shows_the_parts_of_its_report(opened: InformesScreen) -> None:
    for tab in ("participacion", "preguntas", "indicadores", "final"):
        opened.bar.tabs.choose(tab)
        opened.bar.tabs.chosen.emit(tab)
        settle(opened)
        assert opened.drawn.findChild(QWidget, "parte_del_informe_0") is not None
        assert opened.banner.text() == ""


def test_without_a_plan_it_says_what_it_is_for(show_screen: ShowScreen, empty_desk: Desk, qtbot: QtBot) -> None:
    screen = show_screen(InformesScreen, empty_desk)
    assert not screen.offers("preview_report") and not screen.offers("outputs.save_sheet")
    with qtbot.waitSignal(screen.wants) as wanted:
        screen.findChild(EmptyState, "sin_planes").button.click()
    assert wanted.args == ["cronograma", ""]
