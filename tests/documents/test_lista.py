"""The attendance list that is taken to the door to be signed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rcdesk.documents.asistencia import lista
from rcdesk.documents.blocks import Document, Grid, Paper
from rcdesk.documents.folios import ALTO
from rcdesk.documents.kit import kit
from rcdesk.domain import registro as r
from rcdesk.render.pdf import to_bytes
from rcdesk.render.text import to_text
from tests.corpus import corpus
from tests.documents import casos, casos_hostil
from tests.render import reading
from tests.render.conform import check

NINE_MM = 25.5


def made(audiencia: r.Audiencia, filas_en_blanco: int | None = None) -> Document:
    return lista(casos.archivo(audiencia), audiencia, filas_en_blanco=filas_en_blanco)


def con(*nombres: str | None, **campos: object) -> r.Audiencia:
    asistentes = tuple(r.Asistente(nombre=nombre, **campos) for nombre in nombres)  # type: ignore[arg-type]  # by name
    return replace(casos.recien_creada(), asistentes=asistentes)


def table(document: Document) -> Grid:
    return next(block for block in document.blocks if isinstance(block, Grid) and block.header)


def test_people_are_in_the_order_of_their_surnames() -> None:
    rows = table(made(con("Ana Zuluaga", "Berta Ñungo", "Carlos Nieto", None), 0)).rows
    assert [row[1] for row in rows] == ["Carlos Nieto", "Berta Ñungo", "Ana Zuluaga", "Sin nombre"]
    assert [row[0] for row in rows] == ["1", "2", "3", "4"]


def test_a_row_says_all_that_is_known_and_leaves_the_signature_free() -> None:
    documento = r.Documento(tipo="CC", numero="52000111")
    audiencia = con(
        "Ana Roa", documento=documento, cargo="Jefa", organizacion="Junta", telefono="300", modalidad="virtual"
    )
    (row,) = table(made(audiencia, 0)).rows
    assert row == ("1", "Ana Roa", "CC 52000111", "Junta", "Jefa", "300", "", "Virtual", "")


def test_a_row_is_high_enough_to_sign() -> None:
    assert table(made(con("Ana Roa"))).row_height == ALTO >= NINE_MM


@pytest.mark.parametrize("people", [0, 1, 4, 5, 6, 7, 8, 9, 10, 20, 21, 60])
def test_there_are_always_blank_rows_and_they_complete_the_last_folio(people: int) -> None:
    audiencia = con(*(f"Persona {n}" for n in range(people)))
    seen = reading.pages(to_bytes(made(audiencia)))
    *_, largest = (int(line) for line in seen[-1].text.splitlines() if line.strip().isdigit())
    assert largest >= people + 3
    whole, one_more = (len(reading.pages(to_bytes(made(audiencia, largest - people + more)))) for more in (0, 1))
    assert (len(seen), len(seen) + 1) == (whole, one_more)


def test_the_caller_may_say_how_many_blank_rows() -> None:
    document = made(con("Ana Roa"), 20)
    assert len(table(document).rows) == 21
    assert "22" not in reading.words(to_bytes(document)).split()


def test_the_consent_is_at_the_foot_of_every_folio() -> None:
    seen = reading.pages(to_bytes(made(con(*(f"Persona {n}" for n in range(40))))))
    assert len(seen) > 2
    assert all("presentar quejas ante la Superintendencia" in page.text for page in seen)


def test_a_very_long_consent_is_whole_in_the_last_sheet_and_each_folio_says_so() -> None:
    largo = replace(casos.TEXTO, texto="Primero se autoriza. " * 90 + "Y nada más.")
    entidad = replace(casos.ENTIDAD, textos_de_autorizacion=(largo,))
    audiencia = con(*(f"Persona {n}" for n in range(40)))
    data = to_bytes(lista(casos.archivo(audiencia, entidad=entidad), audiencia))
    *folios, last = reading.pages(data)
    assert check(data) == []
    assert all("El texto completo está en la última hoja" in page.text for page in folios)
    assert "Y nada más." in last.text and not any("Y nada más." in page.text for page in folios)


def test_it_is_printed_on_legal_paper_too() -> None:
    audiencia = con(*(f"Persona {n}" for n in range(30)))
    data = to_bytes(lista(casos.archivo(audiencia), audiencia, papel=Paper.LEGAL))
    assert {(page.width, page.height) for page in reading.pages(data)} == {(1008, 612)}
    assert check(data) == []


def test_it_says_who_was_added_late_and_who_already_signed() -> None:
    audiencia = replace(
        casos.recien_creada(),
        asistentes=(
            r.Asistente(nombre="Ana Alba", agregado=r.FechaHora("2026-11-29T02:30:00Z")),
            r.Asistente(nombre="Berta Bonilla", firma="electronica"),
            r.Asistente(nombre="Ciro Castro", firma="papel", hoja="h", folio=3, renglon=12),
            r.Asistente(nombre="Dora Díaz", firma="papel"),
            r.Asistente(nombre=None, firma="papel", hoja="h", folio=4),
        ),
    )
    rows = table(made(audiencia, 0)).rows
    assert [rows[0][1], rows[-1][1]] == ["Ana Alba\nagregado el 28/nov/2026", "Firma ilegible"]
    electronica, papel = "Firmó electrónicamente", "Firmó en el folio 3, renglón 12"
    assert [row[-1] for row in rows] == ["", electronica, papel, "", "Firmó en el folio 4"]


def test_an_hour_without_zone_is_of_the_day_it_says() -> None:
    late = r.Asistente(nombre="Ana Alba", agregado=r.FechaHora("2026-11-29T02:30"))
    assert table(made(replace(casos.recien_creada(), asistentes=(late,)), 0)).rows[0][1].endswith("el 29/nov/2026")


def test_what_somebody_told_of_themselves_is_never_on_the_list() -> None:
    enfoque = r.EnfoqueDiferencial(genero="Mujer trans", etnia="Rrom", discapacidad="Visual", victima=True)
    words = to_text(made(con("Ana Roa", enfoque_diferencial=enfoque)))
    assert not any(word in words for word in ("trans", "Rrom", "Visual"))


def test_the_sheets_lie_down_and_are_numbered_as_folios() -> None:
    pages = reading.pages(to_bytes(made(con(*(f"Persona {n}" for n in range(60))))))
    assert all(page.width > page.height for page in pages)
    assert [f"Folio {number} de {len(pages)}" in page.text for number, page in enumerate(pages, 1)] == [True] * len(
        pages
    )


@pytest.mark.parametrize(
    "caso", [casos.recien_creada, casos.dos_sedes, casos_hostil.hostil], ids=lambda caso: caso.__name__
)
def test_the_list_conforms(caso: object) -> None:
    assert callable(caso)
    assert check(to_bytes(made(caso()))) == []


def test_whatever_people_are_called_the_list_and_the_kit_are_printed() -> None:
    texts = [bad.text[:1500] for bad in corpus("campo")]
    audiencia = con(*texts, organizacion="".join(texts)[:300])
    audiencia = replace(audiencia, nombre=texts[0], orden_del_dia=tuple(r.Punto(titulo=text) for text in texts))
    for document in (made(audiencia), kit(casos.archivo(audiencia), audiencia, [], tarjetas=1)):
        data = to_bytes(document)
        assert check(data) == []
        for page in reading.pages(data):
            left, bottom, right, top = page.box
            assert left > 0 and bottom > 0 and right < page.width and top < page.height


def test_nothing_that_was_typed_is_obeyed() -> None:
    words = to_text(made(casos_hostil.hostil()))
    assert words.count("negrita") == words.count("**negrita**") > 4


def test_the_consent_is_the_one_in_force_that_day() -> None:
    nuevo = replace(casos.TEXTO, version="3", texto="Texto nuevo.", vigente_desde=r.Fecha("2027-01-01"))
    entidad = replace(casos.ENTIDAD, textos_de_autorizacion=(nuevo, casos.TEXTO))
    audiencia = casos.recien_creada()
    words = to_text(lista(casos.archivo(audiencia, entidad=entidad), audiencia))
    assert "Autorizo el uso de mis datos para esta audiencia." in words
    assert "versión 2" in words
    later = replace(audiencia, fecha=r.Fecha("2028-01-01"))
    assert "Texto nuevo." in to_text(lista(casos.archivo(later, entidad=entidad), later))


def test_without_a_text_of_the_entity_the_consent_says_what_the_law_asks() -> None:
    words = to_text(made(casos.recien_creada()))
    for said in ("Responsable: Alcaldía de Piedra Clara", "datos@piedra-clara.gov.co", "revocarla", "voluntario"):
        assert said in words


def test_the_list_has_the_entity_s_own_format_when_it_controls_one() -> None:
    propio = r.FormatoDocumental(tipo_documental="Registro de Asistencia", codigo="PAR-F-09", version="1")
    entidad = replace(casos.ENTIDAD, formatos=(casos.FORMATO, propio))
    audiencia = casos.recien_creada()
    assert lista(casos.archivo(audiencia, entidad=entidad), audiencia).form.code == "PAR-F-09"
    assert made(audiencia).form.kind == "LISTADO DE ASISTENCIA"
