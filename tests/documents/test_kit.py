"""The contingency kit: one file with all that is needed to go on with a hearing on paper."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from rcdesk.documents.asistencia import lista
from rcdesk.documents.blocks import Grid, Part
from rcdesk.documents.hojas import hoja_de_medida
from rcdesk.documents.kit import kit
from rcdesk.domain import registro as r
from rcdesk.render.pdf import rows_to_fill, to_bytes
from rcdesk.render.pdf.rows import Columns
from rcdesk.render.style import HEAD, sheet
from rcdesk.render.text import to_text
from rcdesk.render.typeface import faces
from tests.documents import casos, casos_encuesta, casos_hostil
from tests.documents.test_hojas import hoja
from tests.render import reading
from tests.render.conform import check

ORDEN = (
    r.Punto(titulo="Saludo", minutos=10, responsable="Ana Roa"),
    r.Punto(titulo="Informe", detalle="Vías y agua", minutos=40),
    r.Punto(titulo="Preguntas"),
    r.Punto(titulo="Cierre"),
)


def prepared() -> r.Audiencia:
    return replace(casos_encuesta.encuesta_individual(), hora_inicio_programada=r.Hora("08:55"), orden_del_dia=ORDEN)


@pytest.fixture(scope="module")
def printed() -> bytes:
    audiencia = prepared()
    rows = rows_to_fill(hoja_de_medida(casos.archivo(audiencia), audiencia))
    return to_bytes(kit(casos.archivo(audiencia), audiencia, [hoja(1, rows), hoja(2, rows)], tarjetas=6))


def test_its_parts_are_bookmarks_and_each_lies_as_it_is_used(printed: bytes) -> None:
    assert check(printed) == []
    with pikepdf.open(BytesIO(printed)) as pdf, pdf.open_outline() as outline:
        parts = [item.title for item in outline.root]
        sheets = [item.title for item in outline.root[2].children]
    assert parts == ["Cómo se usa", "Orden del día", "Hojas de asistencia", "Tarjetas de pregunta", "Encuesta"]
    assert sheets == ["Folio 1 de 2", "Folio 2 de 2"]
    lying = [page.width > page.height for page in reading.pages(printed)]
    assert lying == [False, False, True, True, False, False, False]


def test_each_part_has_what_it_needs(printed: bytes) -> None:
    cover, agenda, first, _, cards, rest, survey = (page.text for page in reading.pages(printed))
    assert "folios 1 y 2" in cover and "de la 1 a la 6" in cover
    assert "09:05 am" in agenda and "09:45 am" in agenda and "Empezó" in agenda and "50 minutos" in agenda
    assert "LISTADO DE ASISTENCIA" in first and "presentar quejas ante la Superintendencia" in first
    assert [f"Tarjeta {n}" in cards for n in (1, 4, 5)] == [True, True, False]
    assert "Tarjeta 6" in rest
    assert cards.count("Mi pregunta") == 4 and cards.count("Autorizo el uso de mis datos") == 4
    assert "2. ¿Cómo se enteró?" in survey and "Puede marcar varias." in survey
    assert "Solo si respondió «Sí» en la 3." in survey


@pytest.mark.parametrize(
    ("folios", "said"),
    [
        ([3], "folio 3,"),
        ([1, 2, 5], "folios 1, 2 y 5,"),
        ([2, 3, 4, 5, 6], "folios 2 a 6,"),
        ([1, 4, 5, 6], "1, 4, 5 y 6,"),
    ],
)
def test_the_cover_names_its_folios(folios: list[int], said: str) -> None:
    audiencia = casos.recien_creada()
    words = to_text(kit(casos.archivo(audiencia), audiencia, [hoja(folio, 8) for folio in folios], tarjetas=0))
    assert said in words


def test_what_is_not_there_is_said() -> None:
    audiencia = casos.recien_creada()
    words = to_text(kit(casos.archivo(audiencia), audiencia, [], tarjetas=0))
    assert "No trae hojas de asistencia" in words and "No trae encuesta" in words
    assert "=== Tarjetas" not in words and "=== Encuesta" not in words


def test_without_an_agenda_there_is_a_blank_one() -> None:
    audiencia = replace(casos.recien_creada(), orden_del_dia=())
    data = to_bytes(kit(casos.archivo(audiencia), audiencia, [], tarjetas=0))
    assert "20\n" in reading.pages(data)[-1].text.replace("\r", "")
    assert check(data) == []


def test_a_hostile_hearing_has_its_kit() -> None:
    audiencia = replace(casos_hostil.hostil(), orden_del_dia=tuple(replace(uno, titulo="=1+1 " * 60) for uno in ORDEN))
    data = to_bytes(kit(casos.archivo(audiencia), audiencia, [hoja(1, 6)], tarjetas=5))
    assert check(data) == []
    for page in reading.pages(data):
        left, bottom, right, top = page.box
        assert left > 0 and bottom > 0 and right < page.width and top < page.height


def test_no_word_that_heads_a_column_is_cut() -> None:
    audiencia = prepared()
    archivo = casos.archivo(audiencia)
    for document in (lista(archivo, audiencia), kit(archivo, audiencia, [hoja(1, 8)])):
        layout = document.layout
        for block in document.blocks:
            if isinstance(block, Part):
                layout = block.layout
            elif isinstance(block, Grid):
                columns = Columns.shared(block.widths, sheet(layout))
                for place, words in enumerate(block.header):
                    widest = max(faces()[True].width(word, HEAD.size) for word in words.split())
                    assert widest <= columns.room(place), words
