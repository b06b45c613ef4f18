"""The blank sheets that are signed at the door and typed afterwards."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from rcdesk.documents.blocks import Document, Paper
from rcdesk.documents.hojas import hoja_de_medida, hojas_en_blanco
from rcdesk.domain import registro as r
from rcdesk.domain.codigos import Codigo, codigo_de
from rcdesk.render.pdf import rows_to_fill, to_bytes
from rcdesk.render.text import to_text
from tests.documents import casos, casos_hostil
from tests.documents.test_tarjetas import read_back
from tests.render import reading
from tests.render.conform import check


def hoja(folio: int, renglones: int) -> r.Hoja:
    return r.Hoja(id=r.Id(str(UUID(int=folio << 64 | 7 << 76 | 2 << 62))), folio=folio, renglones=renglones)


def made(audiencia: r.Audiencia, *hojas: r.Hoja, papel: Paper = Paper.LETTER) -> Document:
    return hojas_en_blanco(casos.archivo(audiencia), audiencia, hojas, papel=papel)


def con(audiencia: r.Audiencia, *hojas: r.Hoja) -> r.Audiencia:
    return replace(audiencia, asistencia=r.Asistencia(hojas=hojas))


@pytest.mark.parametrize("papel", Paper)
@pytest.mark.parametrize("caso", [casos.recien_creada, casos_hostil.hostil], ids=lambda caso: caso.__name__)
def test_a_sheet_has_the_rows_that_fit_in_its_page_and_not_one_less(papel: Paper, caso: object) -> None:
    assert callable(caso)
    audiencia = caso()
    fit = rows_to_fill(hoja_de_medida(casos.archivo(audiencia), audiencia, papel=papel))
    assert fit >= 6
    whole, more = (to_bytes(made(audiencia, hoja(1, rows), papel=papel)) for rows in (fit, fit + 1))
    assert (len(reading.pages(whole)), len(reading.pages(more))) == (1, 2)
    assert check(whole) == []


def test_each_sheet_says_its_folio_of_all_and_what_it_is_for() -> None:
    hojas = [hoja(folio, 8) for folio in range(1, 6)]
    seen = reading.pages(to_bytes(made(con(casos.dos_sedes(), *hojas), *hojas[2:])))
    assert len(seen) == 3
    for folio, page in enumerate(seen, 3):
        assert f"Folio {folio} de 5" in page.text
        assert "Hoja para transcribir después" in page.text
        assert "presentar quejas ante la Superintendencia" in page.text
        rows = [line.split() for line in page.text.splitlines() if "☐" in line]
        assert rows == [[str(number), "☐", "Sí", "☐", "No"] for number in range(1, 9)]


def test_its_code_is_read_from_the_paper_as_the_sheet_and_is_also_in_letters() -> None:
    dos = [hoja(3, 8), hoja(4, 8)]
    printed = to_bytes(made(casos.recien_creada(), *dos))
    assert read_back(printed) == [Codigo("hoja", str(una.id)) for una in dos]
    assert codigo_de("hoja", str(dos[0].id)) in reading.words(printed)


def test_without_sheets_it_says_so() -> None:
    document = made(casos.recien_creada())
    assert "No hay hojas preparadas" in to_text(document)
    assert check(to_bytes(document)) == []


def test_the_whole_of_a_very_long_consent_goes_last() -> None:
    largo = replace(casos.TEXTO, texto="Primero se autoriza. " * 90 + "Y nada más.")
    entidad = replace(casos.ENTIDAD, textos_de_autorizacion=(largo,))
    audiencia = casos.recien_creada()
    archivo = casos.archivo(audiencia, entidad=entidad)
    rows = rows_to_fill(hoja_de_medida(archivo, audiencia))
    seen = reading.pages(to_bytes(hojas_en_blanco(archivo, audiencia, [hoja(1, rows), hoja(2, rows)])))
    assert ["Folio" in page.text for page in seen] == [True, True, False]
    assert "Y nada más." in seen[-1].text
