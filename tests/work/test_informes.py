"""The reports of the year from a base: the four seeds whole, what is refused, and that reading less tells the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rcdesk.app.desk import Desk
from rcdesk.documents.blocks import Grid
from rcdesk.domain import registro as r
from rcdesk.domain.errors import RuleError
from rcdesk.exchange.read import read
from rcdesk.i18n import numero
from rcdesk.render.text import to_text
from rcdesk.work import informes
from rcdesk.work.informes import CLASES, documento_informe, reunir_informe
from rcdesk.work.intercambio import importar
from rcdesk.work.reunir_informe import plan_leido_al, reunir_para
from tests.bases import open_desk
from tests.documents.casos_plan import periodo
from tests.exchange.golden import golden

HOY = date(2026, 11, 20)
SEEDS = {
    "bogota_2020": "estrategia",
    "municipio_paac_2020": "paac",
    "participacion_2021": "cumplimiento",
    "plan_estrategico_2020_2024": "plan",
}


@pytest.fixture
def seeded(tmp_path: Path) -> Iterator[Desk]:
    desk = open_desk(tmp_path / "Semilla.rcdesk")
    yield desk
    desk.close()


def text_of(desk: Desk, clase: str, **options: Any) -> str:
    return to_text(desk.ask(documento_informe, clase=clase, evidencias=desk.folder, hoy=HOY, **options))


def cells_of(desk: Desk, clase: str) -> list[tuple[str, ...]]:
    document = desk.ask(documento_informe, clase=clase, evidencias=desk.folder, hoy=HOY)
    return [row for block in document.blocks if isinstance(block, Grid) for row in block.rows]


def bring(desk: Desk, name: str) -> dict[str, Any]:
    path = golden(name)
    desk.do(importar, archivo=read(path).archivo, adjuntos=())
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def figures(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((golden(name).parent / "expected.json").read_text("utf-8"))
    plans: dict[str, Any] = found[f"{name}.json"]["derived"]["planes"]
    return plans


def said(value: Any) -> Iterator[str]:
    """Every text that somebody wrote in a plan."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in _WORDS and isinstance(inner, str):
                yield inner
            elif key not in ("declarado", "inferidos", "otros_nombres"):
                yield from said(inner)
    elif isinstance(value, list):
        for item in value:
            yield from [item] if isinstance(item, str) and not _is_data(item) else said(item)


_WORDS = frozenset({"texto", "objetivo", "nombre", "pregunta_orientadora", "instrumento", "justificacion", "nota"})


def _is_data(item: str) -> bool:
    return item[:4].isdigit() or item in ("aprestamiento", "diseno", "preparacion", "ejecucion") or "_" in item


@pytest.mark.parametrize("name", SEEDS)
def test_a_report_has_all_that_its_seed_says(name: str, seeded: Desk) -> None:
    data = bring(seeded, name)
    text = " ".join(text_of(seeded, SEEDS[name]).split())
    wanted = {" ".join(one.replace("**", "").split()) for one in said(data["planes"])}
    missing = [one for one in wanted if one not in text]
    assert (len(wanted) > 40, missing) == (True, [])


def test_the_strategy_has_its_hearings_with_who_took_part_and_its_matrix(seeded: Desk) -> None:
    data = bring(seeded, "bogota_2020")
    rows = cells_of(seeded, "estrategia")
    for hearing in data["audiencias"][1:]:
        counted = [one["cantidad"] for one in hearing["asistencia"]["conteos"]]
        assert (hearing["nombre"], *map(str, counted), str(sum(counted))) in rows
    assert ("**Total**", "**38**", "**480**", "**518**") in rows
    for component in data["planes"][0]["componentes"]:
        for row in component["actividades"]:
            proof = [one["texto"] for one in row["programacion"][0]["evidencias"]]
            called = "\n".join((row["nombre"], *(f"También: «{other}»" for other in row.get("otros_nombres", ()))))
            [found] = [cells for cells in rows if len(cells) == 5 and cells[1] == called]
            assert (found[0], *found[2:4]) == (component["nombre"], row["meta"]["nombre"], "100 %")
            assert found[4].startswith(proof[0]) if proof else found[4] == "Sin evidencia"
    text = text_of(seeded, "estrategia")
    assert "480 (92,7 %)" in text
    assert "Veeduría Distrital" in text
    assert f"También se anunció como «{data['audiencias'][1]['otros_nombres'][0]}»" in text
    assert "Sin evidencia: 1 reporte de avance." in text
    assert "Nivel 5 de 5" in text


def test_the_paac_has_every_cell_of_its_table_and_never_adds_numbers_to_percentages(seeded: Desk) -> None:
    data = bring(seeded, "municipio_paac_2020")
    rows = cells_of(seeded, "paac")
    for component in data["planes"][1]["componentes"]:
        for row in component["actividades"]:
            [found] = [cells for cells in rows if cells[1] == f"{row['codigo']} {row['nombre']}"]
            percent = " %" if row["meta"]["unidad"] == "porcentaje" else ""
            assert found[0] == f"Subcomponente {component['codigo']}. {component['nombre']}"
            assert found[2:4] == (f"{row['meta']['valor']}{percent}", row["indicador"]["nombre"])
            assert found[4].split("\n") == row["responsables"]
            assert len(found[5].split("\n")) == len(row["fechas"])
    text = text_of(seeded, "paac")
    assert "8 metas en unidades, que suman 14; 2 metas en porcentaje, que no se suman; 15 fechas" in text
    for odd in ("3.1: la meta es 3 y tiene 1 fecha", "2.2: la meta está en unidades", "1.6: el 30/ago/2020 no es día"):
        assert odd in text


def test_the_compliance_has_every_figure_of_the_seed(seeded: Desk) -> None:
    data = bring(seeded, "participacion_2021")
    expected = figures("participacion_2021")["participacion-2021"]
    rows, text = cells_of(seeded, "cumplimiento"), text_of(seeded, "cumplimiento")
    for name, (goal, done, share) in expected["por_componente"].items():
        assert (name, goal, done, f"{share} %") in rows
    for method in ("cumplimiento", "cumplimiento_acotado", "cumplimiento_promedio_simple"):
        assert f"{expected[method].replace('.', ',')} %" in text
    assert any(cells[1:4] == ("20", "29", "145 %") and cells[4] for cells in rows)
    assert ("2021", "78", "69", "113,04 %", "113 %") in rows
    assert ("Tercer cuatrimestre de 2021", "35", "28", "125,00 %", "125 %") in rows
    assert "279 compromisos" in text
    assert "70 a cargo de la entidad, 167 de otras entidades y 42 sin clasificar" in text
    for month in data["planes"][0]["compromisos_por_periodo"]:
        assert any(cells[1] == str(month["recogidos"]) for cells in rows if len(cells) == 6)


def test_a_report_of_a_period_never_calls_it_by_another_name(seeded: Desk) -> None:
    bring(seeded, "participacion_2021")
    parts = [part.id for part in CLASES["cumplimiento"].partes if part.id != "presentacion"]
    text = text_of(seeded, "cumplimiento", periodo="2021-C3", partes=parts)
    assert "# Informe de cumplimiento del tercer cuatrimestre de 2021\n" in text
    assert "Periodo | Tercer cuatrimestre de 2021" in text
    assert "II cuatrimestre" not in text
    assert "| 35 | 28 | 125,00 % |" in text
    assert "se recogieron 50 compromisos" in text.lower()


def test_the_strategic_plan_has_every_indicator_and_total(seeded: Desk) -> None:
    data = bring(seeded, "plan_estrategico_2020_2024")
    expected = figures("plan_estrategico_2020_2024")["plan-estrategico-2020-2024"]
    rows = [cells for cells in cells_of(seeded, "plan") if len(cells) == 11]
    totals, sums = iter(expected["totales"]), iter(filter(None, expected["ponderaciones"].values()))
    for component in data["planes"][0]["componentes"]:
        for row in component["actividades"]:
            unit = " %" if row["unidad"] == "porcentaje" else ""
            amounts = tuple(f"{numero(int(one['programado']))}{unit}" for one in row["programacion"])
            cells = rows.pop(0)
            assert cells[5:] == (*amounts, f"{numero(int(next(totals)))}{unit}")
        if rows and "Total" in rows[0][3]:
            assert rows.pop(0)[4].strip("*").removesuffix(" %").replace(",", ".") == next(sums).removesuffix(".00")
    text = text_of(seeded, "plan")
    assert "el plan declara un total de 128 %; lo programado da 100 %" in text
    assert text.count("99,99 %") == text.count("El plan declara que las ponderaciones suman 100 %.") == 2
    assert text.count("El plan declara una magnitud de la vigencia de 100 %.") == 3


@pytest.mark.parametrize("day", [date(2026, 6, 30), date(2026, 9, 30), HOY])
def test_reading_only_what_is_printed_tells_the_same_as_reading_all(desk: Desk, day: date) -> None:
    for clase, plan in (("cumplimiento", "participacion-2026"), ("plan", "plan-estrategico-2024-2027")):
        options: dict[str, Any] = {"evidencias": desk.folder, "hoy": HOY, "plan": plan, "corte": day}
        narrow = desk.ask(reunir_informe, clase=clase, **options)
        whole = desk.ask(reunir_para, lee="todo", codigo=plan)
        full = replace(narrow, archivo=whole.archivo, plan=desk.ask(plan_leido_al, leido=whole, corte=day))
        assert CLASES[clase].hacer(narrow).blocks == CLASES[clase].hacer(full).blocks


def test_what_is_personal_of_anybody_is_hidden_though_only_the_plan_is_read(seeded: Desk) -> None:
    person = r.Asistente(nombre="Rosa Elvira Niño", telefono="310 555 0199", correo="rosa@correo.example")
    told = "Llamar a Rosa Elvira Niño al 3105550199 o a rosa@correo.example"
    row = r.Actividad(nombre=told, programacion=(periodo("2026", "1"),))
    plan = r.Plan(
        codigo="p",
        nombre="Plan",
        tipo="accion",
        vigencia=2026,
        componentes=(r.Componente(nombre="C", actividades=(row,)),),
    )
    hearing = r.Audiencia(codigo="a", nombre="Audiencia", asistentes=(person,))
    seeded.do(importar, archivo=r.Archivo(planes=(plan,), audiencias=(hearing,)), adjuntos=())
    for clase in ("cumplimiento", "paac", "estrategia"):
        text = text_of(seeded, clase)
        assert "Llamar a [nombre reservado] al [número reservado] o a [correo reservado]" in text


@pytest.mark.parametrize(
    ("clase", "options", "field", "words"),
    [
        ("nada", {}, "clase", "No hay un informe «nada»: los que hay son estrategia, paac, cumplimiento"),
        ("cumplimiento", {}, "plan", "Diga de cuál plan es el informe, con su código. Los que hay son «estrategia"),
        ("cumplimiento", {"plan": "otro"}, "plan", "No hay un plan con el código «otro». Los que hay son «estrategia"),
        (
            "cumplimiento",
            {"plan": "participacion-2026", "periodo": "2024"},
            "periodo",
            "fuera del plan, que es de 2026",
        ),
        ("paac", {"plan": "participacion-2026", "periodo": "2026"}, "periodo", "no se hace por periodos: quite el"),
        ("plan", {"partes": ["anexos"]}, "partes", "no tiene una parte «anexos»: las que hay son presentacion"),
    ],
)
def test_what_cannot_be_made_says_what_and_which_there_are(
    desk: Desk, clase: str, options: dict[str, Any], field: str, words: str
) -> None:
    with pytest.raises(RuleError) as refused:
        text_of(desk, clase, **options)
    assert refused.value.field == field
    assert words in str(refused.value)


def test_a_strategy_tells_of_its_hearings_once_they_were_held(desk: Desk) -> None:
    today, later = (
        text_of(desk, "estrategia", plan="estrategia-rdc-2026", corte=day) for day in (HOY, date(2026, 12, 31))
    )
    assert "Emisora Comunitaria Voz del Sereno (30/mar/2026, 06:00 am)" in today
    assert "Jueves 10 de diciembre de 2026" not in today
    assert "Jueves 10 de diciembre de 2026" in later


def test_the_only_plan_of_its_kind_is_meant_and_one_that_is_over_is_told_as_it_ended(desk: Desk) -> None:
    assert "Plan estratégico 2024-2027" in text_of(desk, "plan")
    assert "Corte | 20 de noviembre de 2026" in text_of(desk, "plan")
    assert "Corte | 31 de diciembre de 2025" not in text_of(desk, "estrategia", plan="estrategia-rdc-2026")
    assert "Corte | 19 de diciembre de 2025" in text_of(desk, "estrategia", plan="estrategia-rdc-2025")
    assert informes.CLASES.keys() >= {"estrategia", "paac", "cumplimiento", "plan", "compromisos"}
