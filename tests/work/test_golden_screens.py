"""What Cronograma and Encuesta show of each golden file is what `resumen` counts of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rcdesk.app.desk import Desk
from rcdesk.domain.cifras.audiencia import cifras_de_audiencia
from rcdesk.domain.cifras.plan import cifras_de_plan
from rcdesk.exchange.read import read
from rcdesk.work.gather import reunir
from rcdesk.work.intercambio import importar
from rcdesk.work.planes import listar_planes
from rcdesk.work.resultados import listar_encuestas, ver_encuesta
from rcdesk.work.vista_de_plan import ver_cronograma
from tests.bases import open_desk
from tests.exchange.golden import NAMES, golden


@pytest.fixture(params=NAMES)
def base(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    source = golden(request.param)
    desk = open_desk(tmp_path / "Base.rcdesk")
    desk.do(importar, archivo=read(source).archivo)
    yield desk
    desk.close()


def test_each_plan_is_shown_with_the_figures_of_resumen(base: Desk) -> None:
    plans = {plan.codigo: plan for plan in base.ask(reunir).planes}
    for row in base.ask(listar_planes):
        figures: Any = cifras_de_plan(plans[row.codigo])
        shown = base.ask(ver_cronograma, plan_id=row.id, corte="2021-12-31")
        assert shown is not None
        assert [stage.total for stage in shown.etapas] == figures["actividades_por_componente"]
        assert all(activity.titulo for stage in shown.etapas for activity in stage.actividades)
        for name in ("programado", "ejecutado", "cumplimiento", "cumplimiento_acotado", "avance_promedio"):
            assert getattr(shown, name) == figures.get(name)


def test_each_survey_is_shown_with_the_figures_of_resumen(base: Desk) -> None:
    for hearing in base.ask(reunir).audiencias:
        figures: Any = cifras_de_audiencia(hearing)["encuestas"]
        for key, _ in base.ask(listar_encuestas, audiencia_id=str(hearing.id)):
            shown = base.ask(ver_encuesta, id=key)
            assert shown is not None
            mine = figures[shown.codigo]
            assert shown.agregada == (not shown.formularios)
            assert shown.encuestados == mine["encuestados"]
            assert {q.pregunta.codigo: q.base for q in shown.preguntas if q.base} == mine["bases"]
            assert {q.pregunta.codigo: q.porcentajes for q in shown.preguntas if q.porcentajes} == mine["porcentajes"]
