"""The survey of a hearing: made, answered and counted; the figures on screen are those of the acta."""

from typing import Any

import pytest

from rcdesk.app.desk import Desk
from rcdesk.domain.cifras.audiencia import cifras_de_audiencia
from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro import Encuesta, ValorDeRespuesta
from rcdesk.work import encuestas
from rcdesk.work.encuestas import encuesta_de_evaluacion
from rcdesk.work.gather import reunir_audiencia
from rcdesk.work.lineas import retirar
from rcdesk.work.resultados import EncuestaView, PreguntaRow, listar_encuestas, listar_formularios, ver_encuesta
from tests.bases import PRIMERA


@pytest.fixture
def answered(desk: Desk, primera: str) -> str:
    """The survey of the example with 27 forms."""
    return desk.ask(listar_encuestas, audiencia_id=primera)[0][0]


@pytest.fixture
def fresh(desk: Desk, segunda: str) -> str:
    """A survey just made from the template."""
    return desk.do(encuestas.crear_encuesta, audiencia_id=segunda, encuesta=encuesta_de_evaluacion())


def view(desk: Desk, id: str) -> EncuestaView:
    found = desk.ask(ver_encuesta, id=id)
    assert found is not None
    return found


def coded(desk: Desk, id: str, codigo: str) -> PreguntaRow:
    return next(row for row in view(desk, id).preguntas if row.pregunta.codigo == codigo)


def test_what_the_screen_shows_is_what_resumen_counts(desk: Desk, answered: str) -> None:
    archivo = desk.ask(reunir_audiencia, PRIMERA)
    assert archivo is not None
    figures: Any = cifras_de_audiencia(archivo.audiencias[0])["encuestas"]
    figures = figures["evaluacion"]
    shown = view(desk, answered)
    assert (shown.encuestados, shown.del_pico, shown.pico) == (27, "38.6", 70)
    assert (shown.encuestados, shown.del_pico) == (figures["encuestados"], figures["porcentaje_del_pico"])
    assert {row.pregunta.codigo: row.base for row in shown.preguntas if row.base} == figures["bases"]
    assert {row.pregunta.codigo: row.porcentajes for row in shown.preguntas if row.porcentajes} == figures[
        "porcentajes"
    ]
    heard = coded(desk, answered, "como_se_entero")
    assert dict(heard.puntos) == {**figures["conteos"]["como_se_entero"], "Emisora": 0, "Otro": 0}
    assert heard.propuesta.startswith("El 63,0 % (17 de 27) respondió «Invitación directa»")
    assert coded(desk, answered, "medio_publicacion").abiertas[0] == "Página web de la Alcaldía"


def test_the_template_is_a_whole_survey_that_can_be_asked(desk: Desk, fresh: str) -> None:
    template = encuesta_de_evaluacion()
    shown = view(desk, fresh)
    assert len(shown.preguntas) == len(template.preguntas) == 20
    assert (shown.titulo, shown.formularios, shown.encuestados, shown.agregada) == (template.titulo, 0, None, False)
    for row in shown.preguntas:
        desk.do(
            encuestas.corregir_pregunta,
            id=row.id,
            valores={"enunciado": row.enunciado, "opciones": row.pregunta.opciones},
        )
    assert coded(desk, fresh, "grupo_cual").condicion == ("Solo si respondió «Sí» en la 5")


def test_a_second_survey_has_a_code_of_its_own(desk: Desk, segunda: str, fresh: str) -> None:
    other = desk.do(encuestas.crear_encuesta, audiencia_id=segunda, encuesta=encuesta_de_evaluacion())
    assert (view(desk, fresh).codigo, view(desk, other).codigo) == ("evaluacion", "evaluacion_2")
    assert len(desk.ask(listar_encuestas, audiencia_id=segunda)) == 2
    desk.do(retirar["encuestas"], id=other, motivo="Repetida")
    assert [key for key, _ in desk.ask(listar_encuestas, audiencia_id=segunda)] == [fresh]
    assert desk.ask(ver_encuesta, id=other) is None


def test_a_form_is_counted_as_soon_as_it_is_typed(desk: Desk, fresh: str) -> None:
    values: dict[str, ValorDeRespuesta] = {
        "edad": 30,
        "genero": "mujer",
        "grupo": "No",
        "grupo_cual": "no debió escribirse",
        "volveria": "Sí",
    }
    key = desk.do(encuestas.registrar_formulario, encuesta_id=fresh, valores=values)
    assert dict(coded(desk, fresh, "genero").puntos)["Mujer"] == 1
    assert coded(desk, fresh, "grupo_cual").base == 0
    form = desk.ask(listar_formularios, encuesta_id=fresh)[0]
    assert (form.id, form.numero, form.respondidas, form.en_blanco) == (key, 1, 4, 14)
    assert form.aplicacion == "papel"
    assert form.valores["grupo_cual"] == "N.A."
    desk.do(encuestas.corregir_formulario, id=key, valores={**form.valores, "genero": "Hombre"})
    assert dict(coded(desk, fresh, "genero").puntos) == {"Mujer": 0, "Hombre": 1, "Otro": 0}
    desk.do(encuestas.retirar_formulario, id=key, motivo="Estaba repetido")
    assert view(desk, fresh).formularios == 0
    with pytest.raises(RuleError, match="ya no existe"):
        desk.do(encuestas.corregir_formulario, id=key, valores=values)


def test_the_last_forms_come_first_with_their_number(desk: Desk, answered: str) -> None:
    last = desk.ask(listar_formularios, encuesta_id=answered, cuantos=5)
    assert [form.numero for form in last] == [27, 26, 25, 24, 23]
    assert len(desk.ask(listar_formularios, encuesta_id=answered)) == 27


def test_an_empty_form_and_a_foreign_option_are_refused(desk: Desk, fresh: str) -> None:
    with pytest.raises(RuleError, match="vacío"):
        desk.do(encuestas.registrar_formulario, encuesta_id=fresh, valores={"genero": "No responde"})
    with pytest.raises(RuleError, match="no es una opción") as refusal:
        desk.do(encuestas.registrar_formulario, encuesta_id=fresh, valores={"genero": "Marciano"})
    assert refusal.value.field == "genero"


def test_counts_and_forms_are_never_both(desk: Desk, fresh: str, answered: str) -> None:
    question = coded(desk, fresh, "volveria")
    counts = {"Sí": 25, "No": 2}
    desk.do(encuestas.anotar_resultados, id=question.id, respondieron=27, cantidades=counts)
    desk.do(encuestas.anotar_encuestados, id=fresh, encuestados=27)
    shown = coded(desk, fresh, "volveria")
    assert (shown.base, dict(shown.puntos), shown.cantidades) == (27, counts, counts)
    assert (view(desk, fresh).agregada, view(desk, fresh).encuestados) == (True, 27)
    with pytest.raises(RuleError, match="nunca van los dos"):
        desk.do(encuestas.registrar_formulario, encuesta_id=fresh, valores={"volveria": "Sí"})
    with pytest.raises(RuleError, match="los cuenta el programa"):
        desk.do(encuestas.anotar_resultados, id=coded(desk, answered, "volveria").id, respondieron=1)
    with pytest.raises(RuleError, match="los cuenta el programa"):
        desk.do(encuestas.anotar_encuestados, id=answered, encuestados=3)
    desk.do(encuestas.borrar_conteos, id=fresh)
    assert not view(desk, fresh).agregada
    desk.do(encuestas.registrar_formulario, encuesta_id=fresh, valores={"volveria": "Sí"})


def test_a_count_is_corrected_one_option_at_a_time(desk: Desk, fresh: str) -> None:
    key = coded(desk, fresh, "volveria").id
    desk.do(encuestas.anotar_resultados, id=key, respondieron=27, cantidades={"Sí": 25})
    desk.do(encuestas.anotar_resultados, id=key, respondieron=27, cantidades={"No": 2})
    desk.do(encuestas.anotar_resultados, id=key, respondieron=27, cantidades={"Sí": 24, "No": None})
    assert coded(desk, fresh, "volveria").cantidades == {"Sí": 24}
    with pytest.raises(RuleError, match="respondieron 27") as refusal:
        desk.do(encuestas.anotar_resultados, id=key, respondieron=27, cantidades={"No": 28})
    assert refusal.value.field == "No"
    with pytest.raises(RuleError, match="número entero"):
        desk.do(encuestas.anotar_resultados, id=key, respondieron=27, cantidades={"No": -1})


def test_a_question_is_added_with_a_code_and_moves_but_never_before_its_condition(desk: Desk, fresh: str) -> None:
    values = {"enunciado": "¿Qué le pareció el lugar?", "tipo": "ordinal", "opciones": ("Bueno", "", "Malo ")}
    key = desk.do(encuestas.agregar_pregunta, encuesta_id=fresh, valores=values)
    added = view(desk, fresh).preguntas[-1]
    assert (added.id, added.pregunta.codigo, added.pregunta.opciones) == (
        key,
        "que_le_parecio_el_lugar",
        ("Bueno", "Malo"),
    )
    assert desk.do(encuestas.mover_pregunta, id=key, pasos=-20)
    assert not desk.do(encuestas.mover_pregunta, id=key, pasos=-1)
    assert view(desk, fresh).preguntas[0].id == key
    with pytest.raises(RuleError, match="anterior"):
        desk.do(encuestas.mover_pregunta, id=coded(desk, fresh, "grupo_cual").id, pasos=-1)
    with pytest.raises(RuleError, match="anterior"):
        desk.do(encuestas.mover_pregunta, id=coded(desk, fresh, "grupo").id, pasos=1)


def test_a_condition_is_written_and_taken_away_whole(desk: Desk, fresh: str) -> None:
    key = coded(desk, fresh, "razones_volveria").id
    desk.do(encuestas.corregir_pregunta, id=key, valores={"condicion_pregunta": "volveria", "condicion_es": ("No",)})
    assert coded(desk, fresh, "razones_volveria").condicion == "Solo si respondió «No» en la 18"
    with pytest.raises(RuleError, match="De ella depende"):
        desk.do(encuestas.retirar_pregunta, id=coded(desk, fresh, "volveria").id, motivo="Sobra")
    with pytest.raises(RuleError, match="Elija una respuesta"):
        values = {"tipo": "unica", "opciones": ("Tal vez", "Nunca")}
        desk.do(encuestas.corregir_pregunta, id=coded(desk, fresh, "volveria").id, valores=values)
    desk.do(encuestas.corregir_pregunta, id=key, valores={"condicion_pregunta": ""})
    assert coded(desk, fresh, "razones_volveria").condicion == ""
    desk.do(encuestas.retirar_pregunta, id=coded(desk, fresh, "volveria").id, motivo="Sobra")
    assert len(view(desk, fresh).preguntas) == 19


def test_what_was_answered_cannot_lose_its_option(desk: Desk, answered: str) -> None:
    heard = coded(desk, answered, "como_se_entero")
    fewer = tuple(option for option in heard.pregunta.opciones if option != "WhatsApp")
    with pytest.raises(RuleError, match="Ya respondieron «WhatsApp»") as refusal:
        desk.do(encuestas.corregir_pregunta, id=heard.id, valores={"opciones": fewer})
    assert refusal.value.field == "opciones"
    more = (*heard.pregunta.opciones, "Perifoneo")
    desk.do(
        encuestas.corregir_pregunta, id=heard.id, valores={"opciones": more}, seen={"opciones": heard.pregunta.opciones}
    )
    assert dict(coded(desk, answered, "como_se_entero").puntos)["Perifoneo"] == 0
    with pytest.raises(RuleError, match="Ya respondieron"):
        desk.do(encuestas.corregir_pregunta, id=heard.id, valores={"tipo": "numero"})


def test_an_empty_survey_begins_without_questions(desk: Desk, segunda: str) -> None:
    key = desk.do(encuestas.crear_encuesta, audiencia_id=segunda, encuesta=Encuesta(titulo="Previa", preguntas=()))
    assert (view(desk, key).titulo, view(desk, key).codigo, view(desk, key).preguntas) == ("Previa", "previa", ())
