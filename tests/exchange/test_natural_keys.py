"""One id for one record, one code for one thing."""

from typing import Any

import pytest

from rcdesk.exchange import decode
from tests.exchange.files import UUID, hearing, of, refusal


def test_two_records_with_one_id_are_refused_wherever_they_are() -> None:
    data = of(
        entidad={"nombre": "E", "id": UUID},
        audiencias=[{"codigo": "a", "acta": {"desarrollo": [{"secciones": [{"id": UUID}]}]}}],
    )
    place = "en audiencias[0].acta.desarrollo[0].secciones[0]"
    assert refusal(data) == f"{place}: el identificador {UUID} ya es el de otro registro (entidad)."


def _plan(code: str, **parts: Any) -> dict[str, Any]:
    return {"codigo": code, "nombre": "P", "tipo": "paac", **parts}


def _survey(*questions: dict[str, Any], **parts: Any) -> dict[str, Any]:
    return {"preguntas": list(questions), **parts}


TWICE = {"programacion": [{"periodo": "2021"}, {"periodo": "2021"}]}
REPEATED = [
    (of(audiencias=[{"codigo": "a"}, {"codigo": "a"}]), "en audiencias[1]: la audiencia «a» ya está en audiencias[0]."),
    (of(planes=[_plan("p"), _plan("q"), _plan("p")]), "en planes[2]: el plan «p» ya está en planes[0]."),
    (
        hearing(preguntas=[{"numero": 3, "texto": "x"}, {"numero": 3, "texto": "y"}]),
        "en audiencias[0].preguntas[1]: la pregunta «3» ya está en audiencias[0].preguntas[0].",
    ),
    (
        hearing(preguntas=[{"numero": 3, "mesa": "A", "texto": "x"}, {"numero": 3, "mesa": "A", "texto": "y"}]),
        "en audiencias[0].preguntas[1]: la pregunta «A-3» ya está en audiencias[0].preguntas[0].",
    ),
    (
        hearing(compromisos=[{"codigo": "C1", "que_hacer": "x"}, {"codigo": "C1", "que_hacer": "y"}]),
        "en audiencias[0].compromisos[1]: el compromiso «C1» ya está en audiencias[0].compromisos[0].",
    ),
    (
        of(planes=[_plan("p", compromisos=[{"codigo": "C", "que_hacer": "x"}, {"codigo": "C", "que_hacer": "y"}])]),
        "en planes[0].compromisos[1]: el compromiso «C» ya está en planes[0].compromisos[0].",
    ),
    (
        hearing(encuestas=[_survey(codigo="e"), _survey(codigo="e")]),
        "en audiencias[0].encuestas[1]: la encuesta «e» ya está en audiencias[0].encuestas[0].",
    ),
    (
        hearing(encuestas=[_survey({"codigo": "p1", "tipo": "texto"}, {"codigo": "p1", "tipo": "texto"})]),
        "en audiencias[0].encuestas[0].preguntas[1]: la pregunta «p1» ya está en "
        "audiencias[0].encuestas[0].preguntas[0].",
    ),
    (
        of(
            planes=[
                _plan("p", componentes=[{"nombre": "c", "actividades": [{"programacion": [{"periodo": "2021"}] * 2}]}])
            ]
        ),
        "en planes[0].componentes[0].actividades[0].programacion[1]: el periodo «2021» ya está en "
        "planes[0].componentes[0].actividades[0].programacion[0].",
    ),
    (
        of(entidad={"nombre": "E", "formatos": [{"codigo": "F1", "version": "2"}] * 2}),
        "en entidad.formatos[1]: el formato «F1 2» ya está en entidad.formatos[0].",
    ),
]


@pytest.mark.parametrize(("data", "sentence"), REPEATED)
def test_a_natural_key_names_one_record_only(data: bytes, sentence: str) -> None:
    assert refusal(data) == sentence


def test_the_same_number_at_two_desks_and_two_versions_of_a_format_are_different_records() -> None:
    asked = decode(hearing(preguntas=[{"numero": 3, "texto": "x"}, {"numero": 3, "mesa": "B", "texto": "y"}]), "x")
    assert [one.texto for one in asked.archivo.audiencias[0].preguntas] == ["x", "y"]
    forms = decode(of(entidad={"nombre": "E", "formatos": [{"codigo": "F", "version": v} for v in "12"]}), "x")
    assert forms.archivo.entidad is not None
    assert [one.version for one in forms.archivo.entidad.formatos] == ["1", "2"]
    promised = decode(hearing(compromisos=[{"que_hacer": "x"}, {"que_hacer": "x"}]), "x")
    assert len(promised.archivo.audiencias[0].compromisos) == 2


def test_an_annulled_record_with_its_id_leaves_its_code_to_another() -> None:
    annulled = {"codigo": "C1", "que_hacer": "x", "id": UUID, "anulada": {"motivo": "repetido"}}
    assert len(decode(hearing(compromisos=[annulled, {"codigo": "C1", "que_hacer": "y"}]), "x").archivo.audiencias) == 1


def test_a_survey_has_single_answers_or_counts_never_both() -> None:
    counted = {"codigo": "p1", "tipo": "unica", "resultados": [{"opcion": "Sí", "cantidad": 2}]}
    data = hearing(encuestas=[_survey(counted, respuestas=[{"valores": {"p1": "Sí"}}])])
    assert refusal(data) == (
        "en audiencias[0].encuestas[0]: la encuesta trae a la vez respuestas una por una y "
        "resultados contados; deje solo unas."
    )
