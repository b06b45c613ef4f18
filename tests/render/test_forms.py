"""What is filled in by hand: lines, boxes, slips to cut, rows that complete a page."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from rcdesk.documents.blocks import Grid, Heading, Items, Paragraph, Qr, Room, Slip, Slips
from rcdesk.render.pdf import rows_to_fill, to_bytes
from rcdesk.render.text import to_text
from tests.render.conform import check
from tests.render.conform_content import attribute, elements, role
from tests.render.reading import pages
from tests.render.samples import of

FIELDS = (Room("Nombre"), Room("Mi pregunta", 0), Items(("Autorizo", "No autorizo"), boxes=True))
FILLER = Paragraph("Renglón de relleno.")


def slips(count: int) -> Slips:
    return Slips(tuple(Slip(f"Tarjeta {number}", "Audiencia", FIELDS) for number in range(1, count + 1)))


def filled(*rows: tuple[str, ...], high: float = 26) -> Grid:
    return Grid(("No.", "Firma"), rows, (1, 5), row_height=high, ruled=True, fill=len(rows) + 1)


@pytest.mark.parametrize(("count", "on_pages"), [(1, [1]), (4, [4]), (5, [4, 1]), (9, [4, 4, 1])])
def test_slips_are_four_on_a_page(count: int, on_pages: list[int]) -> None:
    data = to_bytes(of(slips(count)))
    assert check(data) == []
    assert [page.text.count("Tarjeta") for page in pages(data)] == [4] * (count // 4) + (
        [count % 4] if count % 4 else []
    )


def test_a_slip_with_more_than_it_holds_is_whole_all_the_same() -> None:
    slip = Slip("Tarjeta 1", "Audiencia " * 40, (*[Room("Renglón")] * 20, Room("Mi pregunta", 0)))
    data = to_bytes(of(Slips((slip, slip, slip))))
    assert check(data) == []
    assert [page.text.count("Renglón") for page in pages(data)] == [40, 20]


def test_boxes_are_a_list_with_square_labels() -> None:
    data = to_bytes(of(Items(("Sí", "No"), boxes=True)))
    assert "☐ Sí" in pages(data)[0].text.replace("\r\n", " ")
    with pikepdf.open(BytesIO(data)) as pdf:
        (lista,) = [element for element, _ in elements(pdf) if role(element) == "L"]
        assert str(attribute(lista, "/ListNumbering")) == "/Square"


@pytest.mark.parametrize("before", range(0, 27, 3))
def test_blank_rows_complete_the_page_and_count_on(before: int) -> None:
    document = of(*[FILLER] * before, filled(("1", ""), ("2", "")), Heading("Después"))
    data, count = to_bytes(document), rows_to_fill(document)
    assert check(data) == []
    sheet, last = pages(data)
    counted = "".join(map(str, range(1, count + 3)))
    assert counted in "".join(filter(str.isdigit, sheet.text))
    assert "Después" in last.text


def test_how_many_rows_complete_a_page_can_be_asked_before() -> None:
    count = rows_to_fill(of(filled()))
    assert len(pages(to_bytes(of(Grid(("No.", "Firma"), (("1", ""),) * count, (1, 5), row_height=26))))) == 1
    assert len(pages(to_bytes(of(Grid(("No.", "Firma"), (("1", ""),) * (count + 1), (1, 5), row_height=26))))) == 2
    assert rows_to_fill(of(filled(high=2000))) == 0


def test_a_code_with_a_title_is_a_heading_with_its_bookmark() -> None:
    for words in ("Pocas", "Muchas palabras que no caben al lado. " * 60):
        data = to_bytes(of(Qr("RCDESK", words, title="Folio 3 de 5"), Heading("Otro")))
        assert check(data) == []
        with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Folio 3 de 5"]
            assert [kid.title for kid in outline.root[0].children] == ["Otro"]


def test_as_text_there_is_where_to_write() -> None:
    words = to_text(of(slips(1), Qr("X", "", title="Folio 1")))
    assert "Tarjeta 1 | Audiencia\n  Nombre ________\n  Mi pregunta ________\n  ☐ Autorizo\n  ☐ No autorizo" in words
    assert "# Folio 1" in words
