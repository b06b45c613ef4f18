"""A figure that is told in two places is the same in both, at any day: screens, reports, summary and acta."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Any

import pytest

from rcdesk.app.desk import Desk
from rcdesk.domain import registro as r
from rcdesk.domain.cifras import resumen
from rcdesk.domain.cifras.compromisos import adquiridos_al, cuenta, por_dependencia
from rcdesk.domain.cifras.plan import actividades, cifras_de_plan
from rcdesk.domain.cumplimiento import razon_de
from rcdesk.domain.plazos import calendario
from rcdesk.domain.seguimiento import ABIERTOS, plan_al
from rcdesk.render.text import to_text
from rcdesk.work.compromisos_al_corte import agrupar, listar_compromisos_al
from rcdesk.work.compromisos_anteriores import reunir_anteriores
from rcdesk.work.estados_al_corte import estados_al
from rcdesk.work.gather import reunir
from rcdesk.work.informes import documento_informe, reunir_informe
from rcdesk.work.inicio import ver_inicio
from rcdesk.work.intercambio import importar
from rcdesk.work.planes import listar_planes
from rcdesk.work.tablero import ver_tablero
from rcdesk.work.vencimientos import vencimientos
from rcdesk.work.vista_de_plan import ver_actividad, ver_cronograma
from tests.bases import hearing_id
from tests.documents.casos_plan import periodo

HOY = date(2026, 11, 20)
CORTES = (date(2026, 6, 30), date(2026, 9, 30), HOY)
FIGURES = ("programado", "ejecutado", "cumplimiento", "cumplimiento_acotado", "avance_promedio")


@pytest.fixture
def odd(desk: Desk) -> Desk:
    """The example, and a file from elsewhere whose rows say otherwise than what was said of them."""
    desk.do(importar, archivo=ODD)
    return desk


@pytest.mark.parametrize("corte", CORTES)
def test_commitments_are_counted_alike_in_the_list_in_what_is_due_and_in_their_report(odd: Desk, corte: date) -> None:
    archivo = odd.ask(reunir)
    told = adquiridos_al(archivo, corte, calendario(archivo))
    rows, figures = odd.ask(estados_al, corte=corte), odd.ask(listar_compromisos_al, corte=corte).cifras
    assert {row.id: (row.lampara, row.dias, row.avance, row.dependencia) for row in rows} == {
        uno.compromiso.id: (uno.lampara, uno.dias, uno.estado.avance, uno.dependencia) for uno in told
    }
    counted = cuenta(told)
    assert (figures.total, figures.abiertos, figures.por_lampara["vencido"]) == (
        counted.todos,
        counted.abiertos,
        counted.vencidos,
    )
    offices = {group.nombre: group.cifras.abiertos for group in agrupar(rows, "dependencia")}
    assert offices == {name or "Sin dependencia": one.abiertos for name, one in por_dependencia(told).items()}
    due = odd.ask(vencimientos, hoy=corte.isoformat())
    assert due.en("vencido", "compromiso") == figures.por_lampara["vencido"]
    assert due.en("hoy", "compromiso") == figures.por_lampara["vence_hoy"]
    home = odd.ask(ver_inicio, hoy=corte.isoformat())
    assert (home.cumplidos, home.compromisos) == (figures.cumplidos, figures.a_cargo)
    assert {group.nombre: group.cifras.abiertos for group in home.por_dependencia} == {
        name: n for name, n in offices.items() if n
    }
    assert home.vence.cuantos == due.cuantos
    text = to_text(odd.ask(documento_informe, clase="compromisos", evidencias=odd.folder, hoy=HOY, corte=corte))
    [sentence] = re.findall(r"Al corte se habían adquirido .*", text)
    first, *parts = map(int, re.findall(r"\d+", re.sub(r" \(\d+ vencidos?\)", "", sentence)))
    assert first == sum(parts) == figures.total


def test_the_acta_tells_every_commitment_that_was_open_on_its_day(odd: Desk) -> None:
    found = odd.ask(reunir_anteriores, audiencia_id=hearing_id(odd, "rdc-2026-9"))
    assert found is not None
    told = {uno.id: (uno.dicho.estado, uno.dicho.avance, uno.dicho.fecha) for uno in found.compromisos}
    rows = {row.id: row for row in odd.ask(estados_al, corte=HOY)}
    still_open = {key for key, row in rows.items() if row.estado in ABIERTOS and not row.trasladado}
    assert still_open <= {*told}
    assert told == {key: (rows[key].estado, rows[key].avance, rows[key].fecha) for key in told}


@pytest.mark.parametrize("corte", CORTES)
def test_a_plan_has_the_same_figures_in_its_bar_its_dashboard_its_reports_and_the_summary(
    odd: Desk, corte: date
) -> None:
    archivo, day = odd.ask(reunir), corte.isoformat()
    states = Counter[str]()
    for shown in odd.ask(listar_planes):
        plan = next(plan for plan in archivo.planes if plan.codigo == shown.codigo)
        standing = plan_al(plan, corte)
        figures = cifras_de_plan(standing, calendario(archivo))
        wanted = [figures.get(name) for name in FIGURES]
        bar = odd.ask(ver_cronograma, plan_id=shown.id, corte=day)
        assert bar is not None
        states.update(bar.situaciones)
        assert [getattr(bar, name) for name in FIGURES] == wanted
        panel = odd.ask(ver_tablero, plan_id=shown.id, periodo=None, corte=corte)
        assert panel is not None
        assert panel.cumplimiento == figures.get("cumplimiento" if plan.sin_tope else "cumplimiento_acotado")
        for clase in ("cumplimiento", "estrategia"):
            options: Any = {"clase": clase, "plan": plan.codigo, "corte": corte}
            data = odd.ask(reunir_informe, evidencias=odd.folder, hoy=HOY, **options)
            assert data.plan is not None
            assert [cifras_de_plan(data.plan, calendario(data.archivo)).get(name) for name in FIGURES] == wanted
        if corte == HOY:
            summary: Any = resumen(archivo)["planes"]
            assert [summary[plan.codigo].get(name) for name in FIGURES] == wanted
    due = odd.ask(vencimientos, hoy=day)
    assert (due.en("vencido", "actividad"), due.en("hoy", "actividad")) == (states["vencida"], states["vence_hoy"])


def test_what_should_fall_is_measured_the_same_way_in_the_schedule_and_in_its_report(odd: Desk) -> None:
    archivo = odd.ask(reunir)
    [row] = [row for plan in archivo.planes if plan.codigo == "otro" for row in actividades(plan) if row.codigo == "1"]
    ratio = razon_de(row, row.programacion[0])
    seen = odd.ask(ver_actividad, id=row.id or "", corte=HOY.isoformat())
    assert ratio is not None and seen is not None
    assert ratio.real * 100 == seen.fila.porcentaje == seen.periodos[0].porcentaje == 125
    text = to_text(odd.ask(documento_informe, clase="cumplimiento", evidencias=odd.folder, hoy=HOY, plan="otro"))
    assert "| 10 | 8 | 125 % | Sin explicación" in text
    assert seen.periodos[0].exceso == "sin explicación"


def _promise(number: int, **fields: Any) -> r.Compromiso:
    return r.Compromiso(codigo=str(number), que_hacer=f"Hacer la obra {number}", **fields)


def _row(codigo: str, **fields: Any) -> r.Actividad:
    return r.Actividad(codigo=codigo, nombre=f"Hacer la tarea {codigo}", **fields)


def _said(corte: str, **fields: Any) -> r.Seguimiento:
    return r.Seguimiento(corte=r.Fecha(corte), **fields)


ODD = r.Archivo(
    audiencias=(
        r.Audiencia(
            codigo="rdc-2026-8",
            nombre="Audiencia de otra parte",
            fecha=r.Fecha("2026-03-10"),
            compromisos=(
                _promise(1),  # nobody says its state, nor its date
                _promise(2, estado="cumplido", fecha="2026-10", seguimientos=(_said("2026-12-03", estado="cumplido"),)),
                _promise(3, estado="cumplido", seguimientos=(_said("2026-05-02", estado="en_curso", avance="40"),)),
                _promise(4, estado="pendiente", fecha="2026-11-20", seguimientos=(_said("2026-08", avance="100"),)),
                _promise(5, estado="cumplido", alcance="no_a_cargo", entidad_competente="La Gobernación"),
                _promise(6, estado="cancelado", alcance="a_cargo"),
                _promise(7, estado="incumplido", alcance="a_cargo", fecha=r.NO_APLICA),
                _promise(8, estado="en_curso", fecha_traslado="2026-09-30", entidad_competente="La Gobernación"),
            ),
        ),
        r.Audiencia(codigo="rdc-2026-9", nombre="La de hoy", fecha=r.Fecha(HOY.isoformat())),
    ),
    planes=(
        r.Plan(
            codigo="otro",
            nombre="Plan de otra parte",
            tipo="accion",
            vigencia=2026,
            componentes=(
                r.Componente(
                    nombre="Trámites",
                    actividades=(
                        _row(
                            "1",
                            agregacion="decreciente",
                            programacion=(periodo("2026", "10", "8", corte="2026-07-01"),),
                        ),
                        _row("2", fechas=("2026-12-01", "2026-06-30", "2026-09")),
                        _row("3", fechas=("2026-12-01",), hasta="2026-03"),
                        _row("4", fechas=("2026-01-26",), hasta=HOY.isoformat()),
                        _row("5", desde="2026-01", hasta="2026-06"),
                    ),
                ),
            ),
        ),
    ),
)
