"""A survey goes out as sheets whose numbers add up, and says neither who answered nor at what hour."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from rcdesk.app.desk import Desk
from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro import ValorDeRespuesta
from rcdesk.render.csv import to_csv
from rcdesk.render.xlsx import to_xlsx
from rcdesk.work.encuestas import registrar_formulario
from rcdesk.work.exportar_encuesta import planilla_de_respuestas, planilla_de_resultados
from rcdesk.work.resultados import listar_encuestas
from tests.bases import PRIMERA, hearing_id


@pytest.fixture
def encuesta(desk: Desk) -> str:
    return desk.ask(listar_encuestas, audiencia_id=hearing_id(desk, PRIMERA))[0][0]


def test_results_are_numbers_that_a_sheet_adds_up(desk: Desk, encuesta: str, tmp_path: Path) -> None:
    made = desk.ask(planilla_de_resultados, encuesta_id=encuesta)
    rows = [row for row in made.filas if row[0] == 7]
    assert rows[0][3:] == (27, "Invitación directa", 17, Decimal("63.0"))
    assert sum(row[5] for row in rows if isinstance(row[5], int)) == 27
    assert to_xlsx(made, tmp_path / "r.xlsx") == to_csv(made, tmp_path / "r.csv") == 0
    sheet = load_workbook(tmp_path / "r.xlsx").active
    assert sheet is not None
    cells = next(row for row in sheet.iter_rows(values_only=True) if row[0] == 7)
    assert cells[3:] == (27, "Invitación directa", 17, 63)
    line = "7;¿Por qué medio se enteró de esta audiencia?;Una sola opción;27;Invitación directa;17;63,0"
    assert line in (tmp_path / "r.csv").read_text("utf-8-sig").splitlines()


def test_single_answers_have_a_day_and_no_hour_and_a_formula_is_text(desk: Desk, encuesta: str, tmp_path: Path) -> None:
    typed: dict[str, ValorDeRespuesta] = {
        "edad": "41",
        "razones_explicacion": "=1+1",
        "canales_preferidos": ("WhatsApp", "Sitio web"),
    }
    desk.do(registrar_formulario, encuesta_id=encuesta, valores=typed)
    made = desk.ask(planilla_de_respuestas, encuesta_id=encuesta)
    assert len(made.filas) == 28 and len(set(made.columnas)) == len(made.columnas)
    last = dict(zip(made.columnas, made.filas[-1], strict=True))
    assert last["1. ¿Cuántos años cumplidos tiene?"] == 41
    assert "WhatsApp; Sitio web" in made.filas[-1]
    assert not any(":" in str(row[1]) for row in made.filas)
    to_csv(made, tmp_path / "a.csv")
    to_xlsx(made, tmp_path / "a.xlsx")
    assert "'=1+1" in (tmp_path / "a.csv").read_text("utf-8-sig")
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"]
    assert [cell.data_type for cell in cells] == ["s"]


def test_a_survey_that_was_withdrawn_is_said(desk: Desk) -> None:
    with pytest.raises(RuleError, match="ya no está"):
        desk.ask(planilla_de_resultados, encuesta_id="0" * 36)
