"""Nothing that a citizen, a file or a pasted text brings stops a document: each output is made, whole and in time."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rcdesk.documents.blocks import Block, Chart, Figure, Grid, Heading, Items, Paragraph, bold, literal
from rcdesk.render.docx import to_bytes as to_docx
from rcdesk.render.pdf import to_bytes
from rcdesk.render.text import to_text
from tests.corpus import corpus
from tests.render.conform import check
from tests.render.reading import pages, words
from tests.render.samples import of
from tests.render.word_rules import problems

ROOT = Path(__file__).parents[2]
TEXTS = [bad.text[:600] for bad in corpus("campo", "pdf", "buscar")]
SIGNS = "👨‍👩‍👧🇨🇴👍🏽🏴󠁧󠁢󠁥󠁮󠁧󠁿 العربية עברית \ue000\ue02a\uf8ff\U000f0000\ud800\udfff x e" + "\u0301" * 40_000
MILLION = 1_000_000
FULL = """
import resource, signal, sys
from pathlib import Path
from tests.render.samples import ACTA
from rcdesk.render.pdf import to_pdf
from rcdesk.render.docx import to_docx
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000))
for write in (to_pdf, to_docx):
    try:
        write(ACTA, Path(sys.argv[1]))
    except OSError as error:
        print(error.errno)
"""


def test_each_text_of_the_corpus_goes_through_every_output_in_every_place() -> None:
    blocks: tuple[Block, ...] = tuple(
        block
        for text in (*TEXTS, SIGNS)
        for block in (
            Heading(literal(text[:300])),
            Paragraph(text),
            Paragraph(bold(text), quote=True),
            Grid(("No.", text[:60]), ((literal(text), "1"),), (3, 1)),
            Items((literal(text),)),
        )
    )
    document = of(*blocks, Figure(SIGNS, "Leyenda"), Chart("¿?", ((SIGNS[:9_000], 3), ("b", 4)), 7))
    data = to_bytes(document)
    assert check(data) == []
    assert problems(to_docx(document)) == []
    printed = words(data)
    for said in ("<Alcalde> no contestó", "Señor <b>Pérez", "DROP TABLE preguntas;--", "{{7*7}}"):
        assert not any(said in text for text in TEXTS) or printed.count(said) >= 3
        assert not any(said in text for text in TEXTS) or said in to_text(document)
    assert b"javascript:" not in data and b"/passwd" not in data


@pytest.mark.parametrize(
    "block",
    [
        Paragraph("**a** https://ejemplo.org/" + "b" * MILLION + " **c**"),
        Grid(("a", "b"), (("1", "palabra " * (MILLION // 8)),), (1, 5)),
        Paragraph("**" * 4_000 + "a" + "**" * 4_000),
    ],
    ids=["address", "cell", "marks"],
)
def test_a_million_letters_take_a_moment(block: Block) -> None:
    start = time.process_time()
    to_bytes(of(block))
    assert time.process_time() - start < 3


def test_a_cell_of_thirty_thousand_letters_goes_on_over_the_next_pages_and_200_columns_stay_on_theirs() -> None:
    long = " ".join(f"p{number}" for number in range(5_500))
    data = to_bytes(of(Grid(("No.", "Respuesta"), (("1", long),), (1, 6))))
    assert len(pages(data)) > 3
    assert words(data).count("p5499") == 1
    wide = Grid(tuple(f"C{number}" for number in range(200)), (("valor",) * 200,) * 3, (1,) * 200)
    for page in pages(to_bytes(of(wide))):
        assert page.box[0] > 50 and page.box[2] < page.width - 50


def test_a_full_disk_leaves_the_old_file_whole_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "acta.pdf"
    path.write_bytes(b"el de ayer")
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(path)], cwd=ROOT, env=os.environ, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["27", "27"], done.stdout + done.stderr  # EFBIG, as a disk without room would say
    assert path.read_bytes() == b"el de ayer"
    assert [each.name for each in tmp_path.iterdir()] == ["acta.pdf"]
