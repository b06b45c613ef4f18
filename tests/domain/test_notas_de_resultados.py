"""The notes that keep results from being misread: V01, V04, V05 and V06 of the domain."""

from typing import Any

import pytest

from rcdesk.domain import registro as r
from rcdesk.domain.notas_de_resultados import VARIAS, base_en_palabras, huecos, notas, preguntados


def question(tipo: Any, *opciones: str, **fields: Any) -> r.PreguntaEncuesta:
    return r.PreguntaEncuesta(codigo=fields.pop("codigo", "p"), enunciado="¿P?", tipo=tipo, opciones=opciones, **fields)


def told(*arguments: Any) -> list[str]:
    return [nota.texto for nota in notas(*arguments)]


def test_a_note_says_why_the_percentages_do_not_add_up() -> None:
    choice = question("unica", "A", "B", "C")
    assert told(choice, 27, {"A": 17, "B": 9, "C": 1}) == ["Suma 100,0 %."]
    assert told(choice, 30, {"A": 10, "B": 10, "C": 10}) == ["Suma 99,9 % por redondeo."]
    assert told(choice, 27, {"A": 20, "B": 5}) == ["De 27 respuestas, 2 sin discriminar."]
    assert told(choice, 27, {"A": 20, "B": 9}) == ["Las opciones suman 29, y respondieron 27: revise las cantidades."]
    assert told(question("multiple", "A", "B"), 12, {"A": 10, "B": 9}) == [VARIAS]
    assert "Base menor de 10" in told(choice, 4, {"A": 4})[-1]
    assert told(question("texto"), 4, {"Algo": 4}) == told(choice, None, {"A": 4}) == []


def test_readers_are_told_only_what_they_need() -> None:
    choice = question("unica", "A", "B", "C")
    assert not any(nota.impresa for nota in notas(choice, 4, {"A": 4}))
    assert [nota.impresa for nota in notas(choice, 30, {"A": 10, "B": 10, "C": 10})] == [True]


def test_more_answers_than_people_who_met_the_condition_are_noticed() -> None:
    sent = question("si_no", codigo="q", respondieron=27, resultados=(r.Resultado(opcion="Sí", cantidad=25),))
    where = question("unica", "Radio", condicion=r.Condicion(pregunta="q", es=("Sí",)), respondieron=27)
    survey = r.Encuesta(preguntas=(sent, where), encuestados=27)
    assert (preguntados(survey, sent), preguntados(survey, where)) == (27, 25)
    assert told(where, 27, {"Radio": 27}, 25)[0] == (
        "Respondieron 27, y solo 25 personas cumplían la condición: revise las respuestas."
    )
    forms = tuple(r.RespuestaEncuesta(valores={"q": said}) for said in ("Sí", "No", True))
    assert preguntados(r.Encuesta(preguntas=(sent, where), respuestas=forms), where) == 2


@pytest.mark.parametrize(
    ("ranges", "missing"),
    [
        (("18 a 28", "29 a 59", "60 o más"), ()),
        (("14 a 25", "26 a 39", "41 a 59", "mayores de 60"), ("40 años",)),
        (("18 a 28", "28 a 40"), ("28 años dos veces",)),
        (("26-39", "43-50", "No sabe"), ("40 a 42 años",)),
        (("Radio", "Comuna 1", "Comuna 2"), ()),
    ],
)
def test_ages_that_no_range_holds_are_named(ranges: tuple[str, ...], missing: tuple[str, ...]) -> None:
    assert huecos(ranges) == missing


def test_the_base_is_said_with_what_it_is_of() -> None:
    assert base_en_palabras(27, 27, formularios=True, condicional=False) == "Base 27: respondieron todos"
    assert base_en_palabras(26, 27, formularios=True, condicional=False) == "Base 26 de 27 formularios"
    assert base_en_palabras(26, 27, formularios=False, condicional=False) == "Base 26 de 27 personas"
    assert base_en_palabras(7, 9, formularios=True, condicional=True) == "Base 7 de 9 a quienes se preguntó"
    assert base_en_palabras(7, None, formularios=False, condicional=False) == "Base 7"
    assert base_en_palabras(None, 27, formularios=False, condicional=False) == "Sin datos"
