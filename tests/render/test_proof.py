"""What is looked at while writing is what will be printed, dot by dot, and costs a part of it."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest

from rcdesk.documents.blocks import Document, Format, Grid, Heading, Layout, Paragraph, Part
from rcdesk.render.pdf import to_bytes
from rcdesk.render.pdf.proof import Proof
from tests.render.reading import picture
from tests.render.samples import ACTA, of
from tests.render.troubles import TROUBLES

LINES = (Heading("Lista"), Grid(("No.", "Nombre"), tuple((str(n), "Ana 👍") for n in range(60)), (1, 5)))
PARTS = of(
    Paragraph("Antes"),
    Part("Primera", Layout(landscape=True, foot="Letra menuda", line_numbers=True)),
    *LINES,
    Part("Segunda", form=Format("Otra entidad", "PLANILLA")),
    *LINES,
)


@pytest.mark.parametrize("document", [ACTA, PARTS, of(*TROUBLES["emoji"], *TROUBLES["figures"])])
def test_each_page_looks_as_it_will_be_printed_whichever_is_drawn_first(document: Document) -> None:
    printed, proof = to_bytes(document), Proof(document)
    assert len(proof.sizes) == _count(printed)
    for place in reversed(range(len(proof.sizes))):
        assert picture(proof.pdf([place])) == picture(printed, place), place


@pytest.mark.parametrize("document", [ACTA, PARTS])
def test_its_headings_are_the_bookmarks_of_the_file(document: Document) -> None:
    marks = [(mark.title, mark.page, round(mark.part, 3)) for mark in Proof(document).landmarks]
    assert marks == _bookmarks(to_bytes(document))


def test_a_proof_holds_the_pages_that_were_asked_for_and_is_drawn_as_often_as_wanted() -> None:
    proof = Proof(PARTS)
    first = proof.pdf(range(2, 4))
    assert _count(first) == 2
    assert proof.pdf(range(2, 4)) == first


def _count(data: bytes) -> int:
    document = pdfium.PdfDocument(data)
    try:
        return len(document)
    finally:
        document.close()


def _bookmarks(data: bytes) -> list[tuple[str, int, float]]:
    document = pdfium.PdfDocument(data)
    try:
        found = []
        for mark in document.get_toc():
            target = mark.get_dest()
            assert target is not None
            page = target.get_index()
            assert page is not None
            high = document.get_page_size(page)[1]
            found.append((mark.get_title(), page + 1, round(1 - target.get_view()[1][0] / high, 3)))
        return found
    finally:
        document.close()
