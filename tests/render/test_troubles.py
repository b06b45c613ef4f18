"""Nothing that people type breaks a document: it conforms, stays inside the margins and loses no word."""

from __future__ import annotations

import time

import pytest

from rcdesk.documents.blocks import Grid, Layout, Paragraph, literal
from rcdesk.render.pdf import to_bytes
from rcdesk.render.text import to_text
from tests.render.conform import check
from tests.render.reading import pages, words
from tests.render.samples import of
from tests.render.troubles import LONG, TROUBLES, table

MARGIN = 50.0


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("name", TROUBLES)
def test_a_troublesome_document_conforms_and_stays_on_the_page(name: str, landscape: bool) -> None:
    data = to_bytes(of(*TROUBLES[name], layout=Layout(landscape=landscape)))
    assert check(data) == []
    for page in pages(data):
        left, bottom, right, top = page.box
        assert left > MARGIN and right < page.width - MARGIN
        assert bottom > 30 and top < page.height - 30


@pytest.mark.parametrize("name", TROUBLES)
def test_a_troublesome_document_has_a_text(name: str) -> None:
    assert to_text(of(*TROUBLES[name])).strip()


def test_a_30000_character_answer_is_printed_whole() -> None:
    printed = words(to_bytes(of(*TROUBLES["a very long answer"])))
    assert printed.count("$1.752.560.630") == LONG.count("$1.752.560.630")


def test_an_emoji_reads_back_as_itself() -> None:
    printed = words(to_bytes(of(*table(("1", "👍 Gracias ☑", "𝓗𝓸𝓵𝓪", "→ €")))))
    for sign in ("👍", "☑", "𝓗𝓸𝓵𝓪", "→", "€"):
        assert sign in printed


def test_tags_and_entities_are_printed_as_typed() -> None:
    printed = words(to_bytes(of(*table(("1", "<b>no</b> & &amp;", "\\n (a) \\( % {}", "</font>")))))
    for typed in ("<b>no</b> & &amp;", "\\n (a) \\( % {}", "</font>"):
        assert typed in printed


@pytest.mark.parametrize("text", ["**no es negrita**", "2**3 * 4**", "***", "*uno* y **dos", "**"])
def test_asterisks_that_a_citizen_typed_are_printed(text: str) -> None:
    document = of(Paragraph(f"Dijo: {literal(text)}"), Grid(("A",), ((f"**Ana:** {literal(text)}",),), (1,)))
    printed = words(to_bytes(document))
    assert printed.count(text) == to_text(document).count(text) >= 2
    assert f"Ana: {text}" in printed


def test_a_long_address_is_broken_without_losing_a_letter() -> None:
    address = "https://example.org/" + "/".join(f"parte{n}" for n in range(250))
    printed = words(to_bytes(of(Paragraph(address))))
    assert address in printed.replace(" ", "")


@pytest.mark.parametrize("text", ["**a " * 7500, "https://" + "a" * 30_000, "a" * 30_000, "\u0301" * 30_000])
def test_hostile_text_takes_no_longer_than_a_moment(text: str) -> None:
    start = time.process_time()
    to_bytes(of(Paragraph(text)))
    assert time.process_time() - start < 2
