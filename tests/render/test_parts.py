"""A document of several parts: each with its paper, its small print and its bookmarks."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from rcdesk.documents.blocks import Heading, Layout, Paper, Paragraph, Part
from rcdesk.render.pdf import to_bytes
from rcdesk.render.text import to_text
from tests.render.conform import check
from tests.render.conform_content import elements, role
from tests.render.reading import pages
from tests.render.samples import of

CONSENT = "**Autorización.** Responsable: Alcaldía de Valle Sereno. " + "Los datos se usan para la audiencia. " * 12
FILLER = Paragraph("Renglón de relleno para llegar al pie de la página.")
MIXED = of(
    *[FILLER] * 40,
    Part("Hojas para firmar", Layout(landscape=True, paper=Paper.LEGAL, counted="", foot=CONSENT)),
    Heading("Folio 1", 1),
    *[FILLER] * 40,
    Part("Orden del día"),
    Heading("Orden del día", 1),
    Heading("Mañana"),
    layout=Layout(foot=CONSENT),
)


@pytest.fixture(scope="module")
def mixed() -> bytes:
    return to_bytes(MIXED)


def test_a_document_of_parts_conforms(mixed: bytes) -> None:
    assert check(mixed) == []
    assert mixed == to_bytes(MIXED)


def test_each_part_has_its_paper_its_count_and_its_small_print(mixed: bytes) -> None:
    seen = pages(mixed)
    first, second, third = seen[:2], seen[2:-1], seen[-1]
    assert [(page.width, page.height) for page in seen] == [(612, 792)] * 2 + [(1008, 612)] * len(second) + [(612, 792)]
    assert len(second) > 1
    assert all("Responsable: Alcaldía de Valle Sereno" in page.text for page in (*first, *second))
    assert "Responsable" not in third.text
    assert f"Página 1 de {len(seen)}" in first[0].text and f"Página {len(seen)} de {len(seen)}" in third.text
    assert not any("Página" in page.text for page in second)


def test_small_print_is_read_aloud_once_for_each_part(mixed: bytes) -> None:
    with pikepdf.open(BytesIO(mixed)) as pdf:
        roles = [role(element) for element, _ in elements(pdf)]
    assert roles.count("Div") == 2 and roles.count("Part") == 2


def test_titles_of_a_part_are_bookmarks_under_it(mixed: bytes) -> None:
    with pikepdf.open(BytesIO(mixed)) as pdf, pdf.open_outline() as outline:
        found = [(item.title, [kid.title for kid in item.children]) for item in outline.root]
        deepest = [kid.title for kid in outline.root[1].children[0].children]
    assert found == [("Hojas para firmar", ["Folio 1"]), ("Orden del día", ["Orden del día"])]
    assert deepest == ["Mañana"]


def test_nothing_covers_the_small_print_however_long_it_is() -> None:
    document = of(*[FILLER] * 90, layout=Layout(foot="Dato personal, tratamiento y derechos. " * 400))
    assert check(to_bytes(document)) == []
    for page in pages(to_bytes(document)):
        assert "Renglón de relleno" in page.text and "Dato personal" in page.text


def test_as_text_a_part_says_its_title_and_its_small_print() -> None:
    words = to_text(MIXED)
    assert words.count("Responsable: Alcaldía de Valle Sereno") == 2
    assert "=== Hojas para firmar ===" in words
