"""From the data of a real acta, every line of that acta is printed: in the text, and in the PDF as a reader sees it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from rcdesk.documents.acta import acta
from rcdesk.documents.blocks import Document
from rcdesk.exchange.read import read
from rcdesk.render.pdf import to_bytes
from rcdesk.render.text import to_text
from tests.render import reading

GOLDEN = Path(__file__).parents[2] / "../shared/golden"
SEED = GOLDEN / "seeds/004_a18fe8ce3b1749a2.txt"

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="../shared no está")

RENUMBERED = {
    "DA: Fortalecer la": "the matrix of the source leaves its two DA strategies without number; ours are DA1, DA2"
}
"""Beginning of a line whose code is derived → why: it is looked for without its code."""

FURNITURE = {"Página de": "the foot of each page, which the text has not; the PDF says «Página 1 de n»"}
"""Lines that only the PDF has → why."""


@cache
def document() -> Document:
    archivo = read(GOLDEN / "cali_2021.json").archivo
    return acta(archivo, archivo.audiencias[0], datos=b"{}")


def seed_lines() -> list[str]:
    """The lines of the acta itself: without its pictures, and a line of several columns as so many lines."""
    lines: list[str] = []
    for line in SEED.read_text(encoding="utf-8").splitlines():
        if re.fullmatch(r"image\d+\.\w+", line.strip()):
            break  # from here on, what a machine read inside the pictures
        words = re.sub(r"\[(image|bookmark):[^\]]*\]", "", line)
        lines += (part for part in re.split(r"\t+", words) if part.strip(" .·-"))
    return lines


def bare(text: str) -> str:
    """Without spaces nor capitals, which a form and a page change at will."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text).casefold())


def wanted(line: str) -> str:
    """The line without its bullet nor its number, which are derived."""
    words = line.strip(" ·").removeprefix("-").strip()
    words = re.sub(r"^\d+(\.\d+)*\.?\s+(?=\D)", "", words)
    if any(words.startswith(start) for start in RENUMBERED):
        words = words.partition(":")[2]
    return bare(words)


def test_every_line_of_the_real_acta_is_in_the_text() -> None:
    text = bare(to_text(document()).replace(" / ", " "))
    lines = [line for line in seed_lines() if " ".join(line.split()) not in FURNITURE]
    assert len(lines) > 400
    assert [line for line in lines if wanted(line) not in text] == []


def test_every_line_of_the_real_acta_is_in_the_pdf() -> None:
    pages = [bare(page.text) for page in reading.pages(to_bytes(document()))]
    text = "".join(without_furniture(page, number, len(pages)) for number, page in enumerate(pages, 1))
    head = bare(pages[0])
    lines = [line for line in seed_lines() if " ".join(line.split()) not in FURNITURE]
    assert [line for line in lines if wanted(line) not in text and wanted(line) not in head] == []


def without_furniture(page: str, number: int, count: int) -> str:
    """The words of a page without the box above and the line below, so that a paragraph goes on in the next one."""
    foot = bare(f"Página {number} de {count}")
    assert foot in page
    form = document().form
    for words in (
        *form.system,
        form.entity,
        form.kind,
        "CÓDIGO",
        form.code,
        "FECHA DE ENTRADA EN VIGENCIA",
        form.in_force,
    ):
        page = page.replace(bare(words), "", 1)
    page = page.replace(bare(f"VERSIÓN {form.version}"), "", 1).replace(foot, "", 1)
    start, title, end = page.rpartition(bare(document().title))
    return start + end if title and not (number == 1 and not start) else page


def test_every_chart_of_the_real_acta_is_here_with_its_question() -> None:
    text = bare(to_text(document()))
    words = unicodedata.normalize("NFC", SEED.read_text(encoding="utf-8"))
    questions = re.findall(r"Título de la pregunta:\s*(.*?)\.?\s+Número\s+de", words)
    assert len(questions) == 14
    assert [question for question in questions if bare(question) not in text] == []


def test_the_real_acta_numbers_its_sections_again() -> None:
    titles = [line for line in to_text(document()).splitlines() if line.startswith("### 5.")]
    assert [title.split()[1] for title in titles] == [f"5.{number}" for number in range(1, 22)]


def test_the_real_acta_draws_the_charts_that_its_counts_allow() -> None:
    text = to_text(document()).replace("\u00a0", " ")
    for line in (
        "Publicación en la Web: 9 (33,3 %)",
        "Excelente: 22 (81,5 %)",
        "Bueno: 8 (29,6 %)",
        "Transparencia: 3 (21,4 %)",
    ):
        assert line in text
