"""The answers of a form come into the base in one step, of nobody; free ones are counted by their groups."""

import json
from pathlib import Path

import pytest

from rcdesk.app.desk import Desk
from rcdesk.documents.acta import acta
from rcdesk.domain.columnas_de_encuesta import columnas
from rcdesk.domain.columnas_y_preguntas import adivinar
from rcdesk.domain.encuesta_leida import Encargo, EncuestaLeida, leer_encuesta
from rcdesk.domain.encuesta_publica import encuesta_publica
from rcdesk.domain.errors import RuleError
from rcdesk.exchange import decode, to_json
from rcdesk.render.text import to_text
from rcdesk.store.sheets import read_table
from rcdesk.work import encuestas
from rcdesk.work.actas import editar_acta
from rcdesk.work.agrupar import agrupar_respuestas, preguntas_agrupables, ver_grupos
from rcdesk.work.aprobacion import aprobar_acta, enviar_a_revision
from rcdesk.work.encuestas import encuesta_de_evaluacion, preguntas_de
from rcdesk.work.gather import reunir_audiencia
from rcdesk.work.intercambio import importar
from rcdesk.work.resultados import PreguntaRow, ver_encuesta
from rcdesk.work.traer_encuesta import cuantas, traer_respuestas, ya_traidas
from tests.bases import SEGUNDA, open_desk
from tests.exchange.golden import golden
from tests.form_files import MAILS, MEDIA, PEOPLE, answered_in, csv, google, question_key


@pytest.fixture
def fresh(desk: Desk, segunda: str) -> str:
    """A survey just made from the template."""
    return desk.do(encuestas.crear_encuesta, audiencia_id=segunda, encuesta=encuesta_de_evaluacion())


def read(desk: Desk, survey: str, path: Path) -> EncuestaLeida:
    """The file of Google beside a survey; the value that is no option becomes one."""
    table = read_table(path)
    asks, questions = columnas(table), desk.ask(preguntas_de, survey)
    decided = {"califica_gestion": {"Muy buena": "=Excelente"}}
    orders = [Encargo(one, decididos=decided.get(one)) for one in adivinar(asks, questions)]
    return leer_encuesta(table, asks, orders, questions, desk.ask(ya_traidas, encuesta_id=survey))


def bring(desk: Desk, survey: str, found: EncuestaLeida) -> None:
    seen = desk.ask(cuantas, encuesta_id=survey)
    desk.do(traer_respuestas, encuesta_id=survey, preguntas=found.preguntas, respuestas=found.nuevas, vistas=seen)


def coded(desk: Desk, survey: str, codigo: str) -> PreguntaRow:
    view = desk.ask(ver_encuesta, id=survey)
    assert view is not None
    return next(row for row in view.preguntas if row.pregunta.codigo == codigo)


def test_n_rows_are_n_answers_of_nobody_and_the_same_file_longer_brings_only_the_rest(
    desk: Desk, fresh: str, tmp_path: Path
) -> None:
    path = tmp_path / "form.csv"
    path.write_text(google(8), encoding="utf-8")
    first = read(desk, fresh, path)
    assert (first.filas, len(first.nuevas), first.en_blanco, first.por_decidir) == (8, 6, (5, 9), 0)
    bring(desk, fresh, first)
    path.write_text(google(11), encoding="utf-8")
    again = read(desk, fresh, path)
    assert (len(again.nuevas), again.ya_estaban) == (3, 6)
    bring(desk, fresh, again)
    archive = desk.ask(reunir_audiencia, SEGUNDA)
    assert archive is not None
    [survey] = archive.audiencias[0].encuestas
    assert (len(survey.respuestas), {one.aplicacion for one in survey.respuestas}) == (9, {"virtual"})
    assert survey.respuestas[0].fecha == "2026-11-20T15:00:00-05:00"
    desk.undo()
    desk.undo()
    assert desk.ask(cuantas, encuesta_id=fresh) == 0
    desk.redo()
    desk.close()
    kept = b"".join(found.read_bytes() for found in (tmp_path / "Base.rcdesk").rglob("*") if found.is_file())
    assert b"JAC Piedra Clara" in kept
    assert not [who for who in (*MAILS, *PEOPLE) if who.encode() in kept]


def test_a_form_with_the_answers_of_the_real_acta_gives_its_figures(desk: Desk, segunda: str, tmp_path: Path) -> None:
    source = json.loads(golden("cali_2021").read_text("utf-8"))["audiencias"][0]["encuestas"][0]
    counted = {
        one["enunciado"]: [(each["opcion"], each["cantidad"]) for each in one["resultados"]]
        for one in source["preguntas"]
        if sum(each["cantidad"] for each in one.get("resultados", ())) == 27
    }
    said = [[option for option, many in counts for _ in range(many)] for counts in counted.values()]
    path = tmp_path / "form.csv"
    path.write_text(csv([tuple(counted), *zip(*said, strict=True)]), encoding="utf-8")
    table = read_table(path)
    asks = columnas(table)
    found = leer_encuesta(table, asks, [Encargo(one) for one in adivinar(asks, ())], (), ())
    key = desk.do(traer_respuestas, audiencia_id=segunda, preguntas=found.preguntas, respuestas=found.nuevas)
    view = desk.ask(ver_encuesta, id=key)
    assert view is not None
    shown = {row.enunciado: (row.base, row.pregunta.tipo, tuple(row.porcentajes.values())) for row in view.preguntas}
    assert len(shown) == len(counted) == 9
    figures = {figures for base, _, figures in shown.values() if base == 27}
    assert {("63.0", "33.3", "3.7"), ("92.6", "7.4"), ("81.5", "18.5"), ("70.4", "29.6")} <= {
        tuple(sorted(one, key=float, reverse=True)) for one in figures
    }
    assert {kind for _, kind, _ in shown.values()} == {"unica", "si_no", "ordinal"}


def test_what_came_from_a_form_is_the_same_after_it_is_exported_and_imported(
    desk: Desk, fresh: str, tmp_path: Path
) -> None:
    path = tmp_path / "form.csv"
    path.write_bytes(google(8).replace(",", ";").encode("cp1252"))
    bring(desk, fresh, read(desk, fresh, path))
    free = question_key(desk, fresh, "como_se_entero")
    desk.do(agrupar_respuestas, id=free, grupos={"Voz a voz": ("Por la vecina",)})
    archive = desk.ask(reunir_audiencia, SEGUNDA)
    assert archive is not None
    other = open_desk(tmp_path / "Otra.rcdesk")
    other.do(importar, archivo=decode(to_json(archive), "x").archivo)
    back = other.ask(reunir_audiencia, SEGUNDA)
    other.close()
    assert back is not None and back.audiencias[0].encuestas == archive.audiencias[0].encuestas


def test_answers_are_refused_whole_when_the_survey_changed_or_has_counts(desk: Desk, fresh: str) -> None:
    desk.do(encuestas.registrar_formulario, encuesta_id=fresh, valores={"volveria": "Sí"})
    with pytest.raises(RuleError, match="cambiaron los formularios"):
        desk.do(traer_respuestas, encuesta_id=fresh, respuestas=answered_in(MEDIA), vistas=0)
    desk.undo()
    with pytest.raises(RuleError, match="No hay respuestas por traer"):
        desk.do(traer_respuestas, encuesta_id=fresh, respuestas=())
    desk.do(encuestas.anotar_encuestados, id=fresh, encuestados=27)
    with pytest.raises(RuleError, match="tiene conteos"):
        desk.do(traer_respuestas, encuesta_id=fresh, respuestas=answered_in(MEDIA))
    assert desk.ask(cuantas, encuesta_id=fresh) == 0


def test_free_answers_count_by_their_groups_in_the_results_and_in_the_acta(desk: Desk, fresh: str) -> None:
    desk.do(traer_respuestas, encuesta_id=fresh, respuestas=answered_in(MEDIA))
    key = question_key(desk, fresh, "medio_publicacion")
    assert [one for one, _ in desk.ask(preguntas_agrupables, encuesta_id=fresh)] == [key]
    view = desk.ask(ver_grupos, encuesta_id=fresh, id=key)
    assert view is not None
    assert [(one.nombre, len(one.respuestas)) for one in view.propuestas] == [
        ("Redes sociales", 5),
        ("Página web", 2),
        ("WhatsApp", 1),
    ]
    groups = {one.nombre: one.respuestas for one in view.propuestas[:2]}
    desk.do(agrupar_respuestas, id=key, grupos=groups, seen={})
    shown = coded(desk, fresh, "medio_publicacion")
    assert shown.puntos == (("Redes sociales", 19), ("Página web", 3), ("Otras respuestas", 3))
    assert (shown.base, shown.porcentajes["Redes sociales"]) == (25, "76.0")
    assert shown.propuesta == (
        "El 76,0 % (19 de 25) mencionó «Redes sociales», el 12,0 % (3 de 25) «Página web» "
        "y otro tanto otras respuestas."
    )
    assert "Faceboock" in shown.abiertas  # as it was written
    archive = desk.ask(reunir_audiencia, SEGUNDA)
    assert archive is not None
    published = encuesta_publica(archive.audiencias[0].encuestas[0]).preguntas[14]
    assert [(one.opcion, one.cantidad) for one in published.resultados] == [("Redes sociales", 19)]
    assert not published.muestra and not published.grupos  # what people wrote is told by its group
    assert "Redes sociales: 19" in to_text(acta(archive, archive.audiencias[0], datos=None))
    with pytest.raises(RuleError, match="dos grupos"):
        desk.do(agrupar_respuestas, id=key, grupos={"A": ("Facebook",), "B": ("Facebook",)})
    desk.undo()
    assert not coded(desk, fresh, "medio_publicacion").puntos


def test_neither_answers_nor_groups_change_what_an_approved_acta_tells(desk: Desk, fresh: str, segunda: str) -> None:
    desk.do(traer_respuestas, encuesta_id=fresh, respuestas=answered_in(MEDIA))
    desk.do(editar_acta, audiencia_id=segunda, valores={"formato_numeracion": "110.25.03.{n}"})
    desk.do(enviar_a_revision, audiencia_id=segunda)
    desk.do(aprobar_acta, audiencia_id=segunda, hoy="2026-11-20", evidencias=desk.folder)
    with pytest.raises(RuleError, match="versión 1"):
        desk.do(traer_respuestas, encuesta_id=fresh, respuestas=answered_in({"Radio": 1}), vistas=25)
    key = question_key(desk, fresh, "medio_publicacion")
    with pytest.raises(RuleError, match="versión 1"):
        desk.do(agrupar_respuestas, id=key, grupos={"Redes sociales": ("Facebook",)})
    assert desk.ask(cuantas, encuesta_id=fresh) == 25
