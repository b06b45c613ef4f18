"""A plan and the commitments go to a spreadsheet and come back: files that were written and read, and one step back."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from rcdesk.app.desk import Desk
from rcdesk.documents.planilla import Planilla, Porcentaje
from rcdesk.domain.cuadro.cuadro import Cuadro
from rcdesk.domain.errors import RuleError
from rcdesk.render.csv import to_csv
from rcdesk.render.xlsx import to_xlsx
from rcdesk.store.sheets import read_table
from rcdesk.work.cuadro_de_compromisos import planilla_de_compromisos, traer_compromisos, ver_cuadro_de_compromisos
from rcdesk.work.cuadro_de_plan import con_nombre, planilla_de_plan, traer_al_plan, ver_cuadro_de_plan
from rcdesk.work.planes import listar_planes
from rcdesk.work.vista_de_plan import ver_actividad, ver_cronograma
from tests.work.cuadro_actions import HOY, as_read, bring_plan, bring_promises, compared, edited, plan_id

Sheets = list[tuple[Planilla, Cuadro]]


def everything(desk: Desk) -> Sheets:
    """Each sheet that the example gives, with what it is compared with."""
    found: Sheets = [
        (desk.ask(planilla_de_plan, plan_id=row.id), desk.ask(ver_cuadro_de_plan, plan_id=row.id))
        for row in desk.ask(listar_planes)
    ]
    own = desk.ask(planilla_de_compromisos, hoy=HOY), desk.ask(ver_cuadro_de_compromisos, hoy=HOY)
    return [*found, own]


@pytest.mark.parametrize(("kind", "write"), [("xlsx", to_xlsx), ("csv", to_csv)])
def test_each_sheet_of_the_example_comes_back_the_same_from_its_file(
    desk: Desk, tmp_path: Path, kind: str, write: Callable[[Planilla, Path], int]
) -> None:
    for sheet, own in everything(desk)[:: 1 if kind == "xlsx" else 4]:
        path = tmp_path / f"p.{kind}"
        write(sheet, path)
        if kind == "xlsx":
            openpyxl.load_workbook(path).save(path)  # as another program writes it
        lines = compared(own, read_table(path, forma=True))
        assert len(lines) == len(own.conocidas)
        assert [one for one in lines if one.suerte != "igual"] == []


def test_a_plan_comes_back_edited_in_one_step_that_is_taken_back(desk: Desk) -> None:
    plan = plan_id(desk)
    before = desk.ask(planilla_de_plan, plan_id=plan)
    place = next(number for number, row in enumerate(before.filas) if row[0] == "1.3")
    made = bring_plan(
        desk,
        {(place, "Hasta"): date(2026, 12, 4), (place, "Cuánto"): Porcentaje(Decimal("62.5")), (place, "Unidad"): ""},
        ("9.1", "Etapa nueva", "Taller de Excel", "diálogo", "", "Planeación\nPrensa", "", "", date(2026, 12, 9)),
    )
    view = desk.ask(ver_cronograma, plan_id=plan, corte=HOY.isoformat())
    assert view is not None and view.etapas[-1].nombre == "Etapa nueva"
    fresh = view.etapas[-1].actividades[0]
    assert (fresh.id, fresh.codigo, fresh.titulo) == (made[0], "9.1", "Taller de Excel")
    changed = next(row for stage in view.etapas for row in stage.actividades if row.codigo == "1.3")
    found = desk.ask(ver_actividad, id=changed.id, corte=HOY.isoformat())
    assert found is not None and (found.fila.hasta, found.fila.meta_valor, found.fila.meta_unidad) == (
        "2026-12-04",
        "62.5",
        "porcentaje",
    )
    desk.undo()
    assert desk.ask(planilla_de_plan, plan_id=plan) == before


def test_what_was_done_is_an_advance_and_tells_where_it_comes_from(desk: Desk) -> None:
    codigo = "plan-estrategico-2024-2027"
    before = desk.ask(planilla_de_plan, plan_id=plan_id(desk, codigo))
    title = next(title for title in before.columnas if title.startswith("Ejecutado"))
    row = next(n for n, cells in enumerate(before.filas) if cells[before.columnas.index(title)] != "")
    bring_plan(desk, {(row, title): Porcentaje(3)}, codigo=codigo)
    now = desk.ask(planilla_de_plan, plan_id=plan_id(desk, codigo))
    assert now.filas[row][now.columnas.index(title)] == Porcentaje(3)
    found = desk.ask(ver_actividad, id=str(now.filas[row][-2]), corte=HOY.isoformat())
    assert found is not None
    said = [one.texto for period in found.periodos for one in period.avances]
    assert "Traído de «Plan de prueba.xlsx»." in said


def test_a_row_that_would_contribute_to_itself_is_refused_with_its_row_and_a_new_code_is_cited(desk: Desk) -> None:
    codigo = "plan-estrategico-2024-2027"
    before = desk.ask(planilla_de_plan, plan_id=plan_id(desk, codigo))
    at = before.columnas.index("Aporta a")
    named = str(before.filas[0][0] or before.filas[0][before.columnas.index("Código del indicador")])
    bring_plan(desk, {(1, "Aporta a"): named}, codigo=codigo)
    assert desk.ask(planilla_de_plan, plan_id=plan_id(desk, codigo)).filas[1][at] == named
    with pytest.raises(RuleError, match=r"^Fila 2: "):
        bring_plan(desk, {(0, "Aporta a"): named}, codigo=codigo)
    bring_plan(desk, {(0, "Código"): "Z-9"}, codigo=codigo)
    assert desk.ask(planilla_de_plan, plan_id=plan_id(desk, codigo)).filas[1][at] == "Z-9"


def test_nothing_comes_in_when_somebody_changed_it_after_it_was_looked_at(desk: Desk) -> None:
    plan = plan_id(desk)
    table = as_read(edited(desk.ask(planilla_de_plan, plan_id=plan), {(0, "Actividad"): "Otra"}, ("", "X", "Nueva")))
    lines = compared(desk.ask(ver_cuadro_de_plan, plan_id=plan), table)
    bring_plan(desk, {(0, "Actividad"): "La de aquí"})
    before = desk.ask(planilla_de_plan, plan_id=plan)
    with pytest.raises(RuleError, match=r"^Fila 2: Mientras escribía, lo cambió"):
        desk.do(con_nombre(2), plan_id=plan, renglones=[one for one in lines if one.entra])
    assert desk.ask(planilla_de_plan, plan_id=plan) == before
    with pytest.raises(RuleError, match="No hay nada por traer"):
        desk.do(traer_al_plan, plan_id=plan, renglones=[])


def test_what_is_said_of_a_commitment_is_added_and_what_the_acta_tells_stays(desk: Desk) -> None:
    before = desk.ask(planilla_de_compromisos, hoy=HOY)
    at = before.columnas.index
    open_one = next(n for n, row in enumerate(before.filas) if row[at("Estado")] in ("pendiente", "en curso"))
    made = bring_promises(
        desk,
        {
            (open_one, "Avance"): Porcentaje(80),
            (open_one, "Estado"): "en curso",
            (open_one, "Qué se ha hecho"): "=Falta la interventoría",
            (open_one, "Enlace"): "https://valle-sereno.example/acta",
        },
        ("", "participacion-2026", "Pintar la escuela", "", "Obras", "", "01/11/2026", "30/11/2026"),
    )
    now = desk.ask(planilla_de_compromisos, hoy=HOY)
    row = next(row for row in now.filas if row[-2] == before.filas[open_one][-2])
    assert row[at("Avance")] == Porcentaje(80)
    assert (row[at("Qué se ha hecho")], row[at("Enlace")]) == (
        "=Falta la interventoría",
        "https://valle-sereno.example/acta",
    )
    fresh = next(row for row in now.filas if row[-2] == made[0])
    assert (fresh[at("Qué hacer")], fresh[at("Fecha")]) == ("Pintar la escuela", date(2026, 11, 30))
    desk.undo()
    assert desk.ask(planilla_de_compromisos, hoy=HOY) == before


@pytest.mark.parametrize(
    ("title", "cell", "why"),
    [
        ("Avance", Porcentaje(120), "El avance de un compromiso va de 0 a 100 %."),
        ("Estado", "", "Lo que se dijo no se borra: retire el avance en Compromisos."),
        ("Fecha del avance", "01/12/2026", "El 01/dic/2026 todavía no llega."),
    ],
)
def test_what_cannot_be_said_of_a_commitment_is_refused_in_its_row(desk: Desk, title: str, cell: str, why: str) -> None:
    table = as_read(edited(desk.ask(planilla_de_compromisos, hoy=HOY), {(0, title): cell}))
    line = compared(desk.ask(ver_cuadro_de_compromisos, hoy=HOY), table)[0]
    assert (line.suerte, line.motivo) == ("no_entra", why)
    with pytest.raises(RuleError):
        desk.do(traer_compromisos, renglones=[line])


def test_two_commitments_of_one_place_never_end_with_one_code(desk: Desk) -> None:
    before = desk.ask(planilla_de_compromisos, hoy=HOY)
    at, place = before.columnas.index("Código"), before.columnas.index("De dónde viene")
    first, second = [n for n, row in enumerate(before.filas) if row[place] == "participacion-2026"][:2]
    with pytest.raises(RuleError, match="Ya hay otro compromiso"):
        bring_promises(desk, {(first, "Código"): before.filas[second][at]})
    with pytest.raises(RuleError, match="quedarían con el código C-Z"):
        bring_promises(desk, {(first, "Código"): "Z", (second, "Código"): "Z"})
    assert desk.ask(planilla_de_compromisos, hoy=HOY) == before
