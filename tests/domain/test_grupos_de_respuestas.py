"""Free answers that say the same are proposed as one group, each counts where it was put, and stays as it was typed."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain.cifras.encuesta import abierta, base, conteos
from rcdesk.domain.errors import RuleError
from rcdesk.domain.grupos_de_respuestas import agrupable, libres, poner, proponer, renombrar, sacar
from rcdesk.domain.registro import PreguntaEncuesta, RespuestaEncuesta, ValorDeRespuesta
from rcdesk.domain.resultados import puntos
from rcdesk.work.encuestas import encuesta_de_evaluacion
from tests.form_files import MEDIA


def answered(*values: ValorDeRespuesta) -> list[RespuestaEncuesta]:
    return [RespuestaEncuesta(valores={"medio": value}) for value in values]


def test_what_is_alike_is_proposed_whatever_the_accents_slips_and_words_about_it() -> None:
    proposed = {one.nombre: one.respuestas for one in proponer(MEDIA, {})}
    assert proposed["Redes sociales"] == ("Facebook", "facebook", "Por redes", "por las redes sociales", "Faceboock")
    assert sum(MEDIA[text] for text in proposed["Redes sociales"]) == 19
    assert "No recuerdo" not in set(chain(*proposed.values()))
    other = proponer({"Las vías": 2, "las vias.": 1, "La seguridad": 4, "El agua": 1}, {})
    assert [(one.nombre, one.respuestas) for one in other] == [("Las vías", ("Las vías", "las vias."))]
    assert not proponer({"Por radio y por Facebook": 3}, {})  # it names two


def test_an_answer_goes_to_the_group_or_option_that_is_there_and_says_its_name() -> None:
    [one] = proponer({"emisora comunitaria": 1, "El agua": 1}, {}, ["Radio"])
    assert (one.nombre, one.respuestas) == ("Radio", ("emisora comunitaria",))
    [other] = proponer({"la radio": 1}, {"Radio": ("emisora",)})
    assert other.nombre == "Radio"


def test_one_person_counts_once_in_a_group_and_an_option_takes_those_that_were_written() -> None:
    question = PreguntaEncuesta(
        codigo="medio",
        tipo="multiple",
        opciones=("WhatsApp", "Radio"),
        admite_otro=True,
        grupos={"WhatsApp": ("Watsap", "wasap"), "Vecinos": ("una vecina",)},
    )
    people = answered(("WhatsApp", "Watsap"), ("wasap", "una vecina"), ("Radio",), None)
    assert conteos(question, people) == {"WhatsApp": 2, "Radio": 1, "Vecinos": 1}
    assert (base(question, people), libres(question, people)) == (3, {"Watsap": 1, "wasap": 1, "una vecina": 1})


def test_an_open_question_is_read_until_it_is_grouped_and_then_drawn_with_the_rest_together() -> None:
    question = PreguntaEncuesta(codigo="medio", tipo="texto")
    people = answered("Radio", "la radio", "No recuerdo", "No responde")
    assert abierta(question, people) and agrupable(question)
    grouped = PreguntaEncuesta(codigo="medio", tipo="texto", grupos={"Radio": ("Radio", "la radio")})
    assert not abierta(grouped, people)
    assert puntos(grouped, conteos(grouped, people)) == (("Radio", 2), ("Otras respuestas", 1))


def test_a_group_is_named_once_whatever_its_capitals_and_never_without_a_name() -> None:
    groups = poner({"Radio": ("emisora",)}, "  radio ", ["la radio"])
    assert groups == {"Radio": ("emisora", "la radio")}
    assert renombrar({**groups, "Emisoras": ("fm",)}, "Emisoras", "RADIO") == {"Radio": ("emisora", "la radio", "fm")}
    for name in ("  ", "x" * 81):
        with pytest.raises(RuleError) as error:
            poner(groups, name, ["otra"])
        assert error.value.field == "nombre_del_grupo"


TEXTS = st.sampled_from(["a", "b", "c", "d", "e"])


@given(st.lists(st.tuples(st.sampled_from(["Uno", "uno", "Dos", ""]), st.lists(TEXTS, min_size=1, unique=True))))
def test_an_answer_is_never_in_two_groups_and_no_group_is_empty(gestures: list[tuple[str, list[str]]]) -> None:
    groups: dict[str, tuple[str, ...]] = {}
    for name, texts in gestures:
        groups = poner(groups, name, texts) if name else sacar(groups, texts)
        put = list(chain(*groups.values()))
        assert len(put) == len(set(put)) and all(groups.values())
        assert set(texts) <= set(put) if name else set(texts).isdisjoint(put)


def test_the_template_marks_what_asks_who_a_person_is() -> None:
    marked = {one.codigo for one in encuesta_de_evaluacion().preguntas if one.caracteriza}
    assert marked == {"edad", "territorio", "genero", "escolaridad", "grupo", "grupo_cual"}
