"""Invitation cards: eight on a page, each with a code that a reader reads back, and nothing of anybody's but a name."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pypdfium2
import pytest
import zxingcpp

from rcdesk.documents.tarjetas import con_tarjeta, tarjetas
from rcdesk.domain import registro as r
from rcdesk.domain.codigos import Codigo, leer_codigo
from rcdesk.render.pdf import to_bytes
from rcdesk.render.qr import code
from tests.documents.casos import ANULADA, archivo, recien_creada
from tests.render.conform import check

HOSTILE = "**<b>Ñusta</b>** & Cía 😀 " + "Pérez " * 30


def person(number: int, **others: object) -> r.Asistente:
    values = {"id": r.Id(str(UUID(int=number))), "nombre": f"Persona {number:03}", **others}
    return r.Asistente(**values)  # type: ignore[arg-type]


def hearing(*people: r.Asistente) -> r.Audiencia:
    return replace(recien_creada(), asistentes=people)


def read_back(pdf: bytes) -> list[Codigo | None]:
    """Every code of every page, as a scanner reads it."""
    found: list[Codigo | None] = []
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        image = page.render(scale=2).to_pil().convert("L")
        found += [leer_codigo(one.text) for one in zxingcpp.read_barcodes(image)]
    document.close()
    return found


def test_each_card_is_read_back_as_its_person_and_the_pages_conform() -> None:
    document = r.Documento(tipo="CC", numero="1144020318")
    people = [person(number, documento=document, telefono="3001234567") for number in range(1, 11)]
    people.append(person(11, nombre=HOSTILE, organizacion="Junta " * 40))
    pdf = to_bytes(tarjetas(archivo(hearing(*people)), hearing(*people)))
    assert check(pdf) == []
    codes = read_back(pdf)
    assert {one.id for one in codes if one} == {person_.id for person_ in people}
    assert {one.clase for one in codes if one} == {"asistente"}
    assert len(codes) == 11
    read = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in read)
    assert len(read) == 2
    assert "Persona 010" in text
    assert "**<b>Ñusta</b>**" in text
    assert "1144020318" not in text
    assert "3001234567" not in text


def test_who_takes_part_from_afar_was_withdrawn_or_has_no_name_has_no_card() -> None:
    people = (
        person(1, nombre="Rosa Peña"),
        person(2, modalidad="virtual"),
        person(3, anulada=ANULADA),
        person(4, nombre=None),
    )
    guests = (person(5, nombre="Ana Ñáñez"), person(1, nombre="Rosa Peña"))
    found = con_tarjeta(replace(hearing(*people), invitados=guests))
    assert [one.nombre for one in found] == ["Ana Ñáñez", "Rosa Peña"]


def test_without_people_the_page_says_so() -> None:
    pdf = to_bytes(tarjetas(archivo(hearing()), hearing()))
    assert check(pdf) == []


@pytest.mark.parametrize("content", ["A", "https://valle-sereno.gov.co/actas/7", "ñ" * 200])
def test_bars_cover_each_dark_module_once_and_read_back(content: str) -> None:
    made = code(content)
    dark = [
        (x, y)
        for bar in made.bars
        for x in range(bar.left, bar.left + bar.width)
        for y in range(bar.top, bar.top + bar.height)
    ]
    assert len(dark) == len(set(dark))
    side = made.side + 8
    pixels = bytearray(b"\xff" * (side * 4) ** 2)
    for x, y in dark:
        for row in range(4):
            start = ((y + 4) * 4 + row) * side * 4 + (x + 4) * 4
            pixels[start : start + 4] = b"\0\0\0\0"
    image = memoryview(bytes(pixels)).cast("B", (side * 4, side * 4))
    assert [one.text for one in zxingcpp.read_barcodes(image)] == [content]
    assert len(made.bars) < len(dark) / 2
