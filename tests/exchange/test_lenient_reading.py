"""What a file of another hand may bring: told with its place, and the rest read."""

import json
import unicodedata
from typing import Any

import pytest

from rcdesk.domain import registro as r
from rcdesk.exchange import Leido, decode, to_json
from tests.corpus import corpus


def file(**parts: Any) -> Leido:
    """Read a file with those parts."""
    return decode(json.dumps({"formato": "rcdesk/1", **parts}).encode(), "rdc.json")


def hearing(**parts: Any) -> tuple[r.Audiencia, tuple[str, ...]]:
    """Read one hearing, with what was told about it."""
    leido = file(audiencias=[{"codigo": "a", **parts}])
    return leido.archivo.audiencias[0], tuple(a.removeprefix("En audiencias[0]").lstrip(".: ") for a in leido.avisos)


def test_an_unknown_key_is_named_with_its_place_and_the_rest_is_read() -> None:
    questions = [{"numero": i, "texto": "¿?"} for i in range(1, 5)]
    found, avisos = hearing(preguntas=[*questions[:3], {**questions[3], "colour": [{"a": 1}]}])
    assert avisos == ("preguntas[3]: la clave «colour» no es de rcdesk/1; se omitió.",)
    assert len(found.preguntas) == 4


def test_an_unknown_key_at_the_top_says_so() -> None:
    assert file(cosas=1).avisos == ("En el archivo: la clave «cosas» no es de rcdesk/1; se omitió.",)


def test_presentes_is_not_a_key_of_the_format() -> None:
    found, avisos = hearing(presentes=["objetivo"])
    assert found.presentes == frozenset()
    assert avisos == ("la clave «presentes» no es de rcdesk/1; se omitió.",)


def test_an_unknown_value_of_a_list_is_named_and_leaves_the_key_absent() -> None:
    found, avisos = hearing(modalidad="holograma", asistentes=[{"nombre": "Ana", "roles": ["preside", "canta"]}])
    assert found.modalidad is None
    assert "modalidad" not in found.presentes
    assert found.asistentes[0].roles == ("preside",)
    assert avisos == (
        "modalidad: el valor «holograma» no es de rcdesk/1; se omitió.",
        "asistentes[0].roles[1]: el valor «canta» no es de rcdesk/1; se omitió.",
    )


def test_an_unknown_block_is_left_out_and_its_neighbours_stay() -> None:
    blocks = [{"tipo": "video", "url": "x"}, {"tipo": "parrafo", "texto": "b"}, {"tipo": "inserto", "dato": "clima"}]
    found, avisos = hearing(autoevaluacion=blocks)
    assert found.autoevaluacion == (r.Parrafo(texto="b"),)
    assert avisos == (
        "autoevaluacion[0]: el tipo de bloque «video» no es de rcdesk/1; se omitió el bloque.",
        "autoevaluacion[2].dato: el valor «clima» no es de rcdesk/1; se omitió.",
        "autoevaluacion[2]: se omitió este registro, que necesita «dato».",
    )


def test_an_unknown_kind_of_plan_is_read_as_another_plan() -> None:
    leido = file(planes=[{"codigo": "p", "nombre": "P", "tipo": "plan_lunar"}])
    assert leido.archivo.planes[0].tipo == "otro"
    assert leido.avisos == ("En planes[0].tipo: el valor «plan_lunar» no es de rcdesk/1; se leyó como «otro».",)


@pytest.mark.parametrize("written", ["N.A.", "N/A", "N.A", "NA", "No aplica", "no aplica", " n/a "])
def test_every_way_of_writing_that_it_does_not_apply_is_one_value(written: str) -> None:
    found, avisos = hearing(
        ausentes=written,
        invitados=written,
        preguntas=[{"numero": 1, "texto": written, "acciones_a_desarrollar": written}],
        compromisos=[{"que_hacer": "x", "fecha": written}],
    )
    assert avisos == ()
    assert (found.ausentes, found.invitados, found.compromisos[0].fecha) == ("N.A.", "N.A.", "N.A.")
    assert found.preguntas[0].acciones_a_desarrollar == "N.A."
    assert found.preguntas[0].texto == written  # a citizen's words stay


def test_a_phrase_that_contains_na_is_a_phrase() -> None:
    found, _ = hearing(preguntas=[{"numero": 1, "texto": "x", "acciones_a_desarrollar": ". N/A"}])
    assert found.preguntas[0].acciones_a_desarrollar == ". N/A"


def test_text_is_composed_and_line_ends_are_one() -> None:
    found, avisos = hearing(objetivo=unicodedata.normalize("NFD", "Núñez") + "\r\nfin\rya\t.")
    assert found.objetivo == "Núñez\nfin\nya\t."
    assert avisos == ()


def test_control_characters_are_replaced_and_told() -> None:
    found, avisos = hearing(objetivo="a\x00b\x07c\x1b[31md", nombre="solo \ud800 medio")
    assert found.objetivo == "a\ufffdb\ufffdc\ufffd[31md"
    assert found.nombre == "solo \ufffd medio"
    assert avisos == (
        "objetivo: 3 caracteres de control se reemplazaron por «\ufffd».",
        "nombre: un carácter de control se reemplazó por «\ufffd».",
    )


def test_a_byte_order_mark_is_not_part_of_the_file() -> None:
    assert decode(b'\xef\xbb\xbf{"formato": "rcdesk/1", "fuente": "x"}', "x").archivo.fuente == "x"


def test_a_whole_number_written_with_decimals_is_whole() -> None:
    assert hearing(vigencia=2021.0)[0].vigencia == 2021


def test_what_is_empty_where_a_value_says_nothing_is_told_and_left_out() -> None:
    plan: dict[str, Any] = {"codigo": "p", "nombre": "P", "tipo": "paac"}
    plan["componentes"] = [{"nombre": "c", "actividades": [{"fechas": ["2021", None]}]}]
    leido = file(planes=[plan], entidad={"nombre": "E", "logo": " "})
    assert leido.archivo.planes[0].componentes[0].actividades[0].fechas == ("2021",)
    assert leido.avisos == (
        "En planes[0].componentes[0].actividades[0].fechas[1]: está vacío (null); se omitió.",
        "En entidad.logo: la ruta está vacía; se omitió.",
    )


REFERENCES = [
    ({"plan": "paac"}, "plan: el plan «paac» no está en este archivo."),
    (
        {"preguntas": [{"numero": 1, "texto": "x", "compromiso": "C9"}]},
        "preguntas[0].compromiso: el compromiso «C9» no está en este archivo.",
    ),
    (
        {"preguntas": [{"numero": 1, "texto": "x", "agrupada_en": 2}]},
        "preguntas[0].agrupada_en: la pregunta «2» no está en este archivo.",
    ),
    (
        {"preguntas": [{"numero": 1, "texto": "x", "autor": {"asistente": "z"}}]},
        "preguntas[0].autor.asistente: el asistente «z» no está en este archivo.",
    ),
    (
        {"asistentes": [{"nombre": "Ana", "persona": "z"}]},
        "asistentes[0].persona: la persona «z» no está en este archivo.",
    ),
    (
        {"compromisos": [{"que_hacer": "x", "preguntas": ["A-1"]}]},
        "compromisos[0].preguntas[0]: la pregunta «A-1» no está en este archivo.",
    ),
    (
        {"dofa": {"estrategias": [{"cruce": "FO", "texto": "x", "compromiso": "C9"}]}},
        "dofa.estrategias[0].compromiso: el compromiso «C9» no está en este archivo.",
    ),
    (
        {
            "encuestas": [
                {"preguntas": [{"codigo": "p", "tipo": "texto", "condicion": {"pregunta": "q", "es": ["Sí"]}}]}
            ]
        },
        "encuestas[0].preguntas[0].condicion.pregunta: la pregunta «q» no está en este archivo.",
    ),
    (
        {"encuestas": [{"preguntas": [], "respuestas": [{"valores": {"q": "Sí"}}]}]},
        "encuestas[0].respuestas[0].valores: la pregunta «q» no está en este archivo.",
    ),
]


@pytest.mark.parametrize(("parts", "aviso"), REFERENCES)
def test_a_reference_to_what_is_not_there_is_told_and_kept(parts: dict[str, Any], aviso: str) -> None:
    assert hearing(**parts)[1] == (aviso,)


def test_references_that_lead_somewhere_are_silent() -> None:
    who = "01234567-89ab-cdef-0123-456789abcdef"
    question = {"numero": 1, "mesa": "A", "texto": "x", "compromiso": "C1", "autor": {"asistente": who}}
    _, avisos = hearing(
        asistentes=[{"nombre": "Ana", "id": who}],
        preguntas=[question, {"numero": 2, "texto": "y", "agrupada_en": "A-1"}],
        compromisos=[{"codigo": "C1", "que_hacer": "x", "preguntas": ["A-1", 2]}],
    )
    assert avisos == ()


@pytest.mark.parametrize("text", [pytest.param(bad.text, id=bad.code) for bad in corpus("campo")])
def test_no_text_of_the_corpus_breaks_a_file_or_changes_twice(text: str) -> None:
    found, _ = hearing(
        nombre=text,
        extras={"columna": text},
        preguntas=[{"numero": 1, "texto": text, "respuesta": {"texto": text * 2}}],
        autoevaluacion=[{"tipo": "parrafo", "texto": text}, {"tipo": "tabla", "filas": [[text, None]]}],
    )
    expected = unicodedata.normalize("NFC", text)
    for control in "\x00\x07\x1b\ud800":
        expected = expected.replace(control, "\ufffd")
    assert found.nombre == found.preguntas[0].texto == found.extras["columna"] == expected
    again = decode(to_json(r.Archivo(audiencias=(found,))), "x")
    assert again.archivo.audiencias == (found,)
    assert again.avisos == ()
