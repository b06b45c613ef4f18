"""The survey on paper: two sides of a sheet, with the keys that type it later, and nothing of who answers."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from rcdesk.documents.blocks import Ask, Paper
from rcdesk.documents.formulario_de_encuesta import formulario
from rcdesk.domain import registro as r
from rcdesk.render.docx import to_bytes as to_word
from rcdesk.render.pdf import to_bytes
from rcdesk.render.text import to_text
from rcdesk.work.encuestas import encuesta_de_evaluacion
from tests.corpus import corpus
from tests.documents import casos, casos_encuesta
from tests.render import reading
from tests.render.conform import check
from tests.render.samples import of
from tests.render.word import lines
from tests.render.word_rules import problems


@pytest.mark.parametrize("paper", Paper)
def test_the_template_takes_the_two_sides_of_a_sheet(paper: Paper) -> None:
    survey = encuesta_de_evaluacion()
    audiencia = casos.recien_creada()
    data = to_bytes(formulario(casos.archivo(audiencia), audiencia, [survey], papel=paper))
    assert check(data) == []
    pages = reading.pages(data)
    assert len(pages) == 2
    assert all("Formulario No." in page.text for page in pages)
    words = "".join(page.text for page in pages)
    for number, question in enumerate(survey.preguntas, 1):
        assert f"{number}. {question.enunciado}" in words
    assert "Solo si respondió «Sí» en la 5." in words and "no escriba su nombre" in words


def test_each_box_has_the_key_that_types_it_and_is_an_item_of_its_list() -> None:
    ask = Ask("7. ¿Cómo supo?", (("1", "Radio"), ("2", "Un texto largo " * 12)), ("L", "Otra:"), note="Una sola.")
    data = to_bytes(of(ask, Ask("8. ¿Por qué?", lines=2), Ask("9. " + "largo " * 60, lines=1)))
    assert check(data) == []
    (text,) = [page.text for page in reading.pages(data)]
    assert "☐1Radio" in text.replace(" ", "").replace("\n", "") and "Otra:" in text
    with pikepdf.open(BytesIO(data)) as pdf:
        roles = [str(item.get("/S")) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/S" in item]
    assert roles.count("/LI") == 3 and roles.count("/Sect") >= 3


def test_sixty_options_and_a_statement_of_pages_go_on_where_the_page_ends() -> None:
    long = " ".join(f"palabra{number}" for number in range(1500))
    options = tuple(
        (str(number), f"Corregimiento número {number}, con su cabecera y sus veredas " * 2) for number in range(60)
    )
    data = to_bytes(of(Ask("1. ¿Dónde vive?", options, ("L", "Otro:")), Ask(f"2. {long}", (("1", "Sí"), ("2", "No")))))
    assert check(data) == []
    pages = reading.pages(data)
    words = " ".join(page.text for page in pages)
    assert len(pages) > 4 and "palabra1499" in words
    assert all(f"número {number}," in words for number in range(60))


def test_in_word_and_as_text_it_says_the_same() -> None:
    audiencia = casos_encuesta.encuesta_individual()
    document = formulario(casos.archivo(audiencia), audiencia, audiencia.encuestas)
    data = to_word(document)
    assert problems(data) == []
    said = [line.rstrip() for line in to_text(document).split("\n")]
    assert lines(data) == [line for line in said if line]
    assert "☐ 1 Afiche   ☐ 2 Radio   ☐ 3 Web" in said and "Puede marcar varias." in said


def test_a_hearing_without_survey_says_so() -> None:
    audiencia = r.Audiencia(codigo="rdc-2026-9")
    assert "no tiene una encuesta con preguntas" in to_text(
        formulario(r.Archivo(audiencias=(audiencia,)), audiencia, ())
    )


def test_whatever_is_asked_is_printed_as_text_and_stays_on_its_page() -> None:
    texts = [bad.text for bad in corpus("campo", "pdf") if bad.text.strip()]
    asked = [
        r.PreguntaEncuesta(
            codigo=f"p{number}", enunciado=text[:3000], tipo="unica", opciones=(text[:400], "Otra"), admite_otro=True
        )
        for number, text in enumerate(texts)
    ]
    audiencia = casos.recien_creada()
    document = formulario(casos.archivo(audiencia), audiencia, [r.Encuesta(titulo="**E**", preguntas=tuple(asked))])
    assert check(to_bytes(document)) == [] and problems(to_word(document)) == []
