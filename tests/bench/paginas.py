"""The pages of an acta: what tagging costs, the memory of a huge one, those in sight while it is written, and a peer.

The peer is ReportLab's own layout (platypus) with the same words in the same tables, untagged: LibreOffice, with which
`acta` compares, is not on every machine.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Any, Final

from rcdesk.app.desk import Desk
from rcdesk.documents.blocks import Document, Grid, Heading, Item, Items, Paragraph
from rcdesk.render.pdf import to_bytes
from rcdesk.render.pdf.draw import Drawn
from rcdesk.render.pdf.finish import write_finished
from rcdesk.render.pdf.proof import Proof
from rcdesk.render.pdf.tags import Node
from rcdesk.render.words import clean, plain
from rcdesk.uncollected import uncollected
from rcdesk.work.documentos import documento_acta
from rcdesk.work.gather import clave_de
from rcdesk.work.vista_previa import acta_en_curso
from tests.bases import PRIMERA, open_desk
from tests.bench import measure
from tests.bench.measure import ROOT, in_turn, median_ratio, spent
from tests.bench.sizes import Sizes
from tests.bench.synthetic import make_base, with_preguntas
from tests.bench.table import Line, at_most, ratio

_TAGS: Final = 0.30
_MEMORY: Final = 300.0  # MB
_SEEN: Final = 0.5  # seconds from the last key
_PAUSE: Final = 0.15  # seconds that the studio waits before it draws
_WIDTH: Final = 900  # px


def run(folder: Path, sizes: Sizes) -> Iterator[Line]:
    """Tagging, a peer and the pages in sight at the size of a large acta; memory at that of a huge one."""
    many, huge = sizes.actas[-1], sizes.growth[1]
    desk = open_desk(make_base(folder / "paginas.rcdesk", with_preguntas(many)))
    try:
        yield from _inside(desk, many, sizes.turns)
        yield _in_sight(desk, many, sizes.turns)
    finally:
        desk.close()
    base = make_base(folder / "enorme.rcdesk", with_preguntas(huge))
    script = Path(__file__).with_name("stages.py")
    command = [sys.executable, "-I", str(script), str(ROOT), str(base), PRIMERA, str(base.with_suffix(".pdf"))]
    peak = json.loads(measure.output(command))["memoria"]
    yield at_most(f"acta de {huge} preguntas, memoria del proceso", peak, _MEMORY, unit="MB")


def _inside(desk: Desk, many: int, turns: int) -> Iterator[Line]:
    document = _document(desk)
    asked, ours, bare, peer = in_turn(
        turns,
        partial(spent, partial(_document, desk)),
        partial(spent, partial(to_bytes, document)),
        partial(spent, partial(_untagged, document)),
        partial(spent, partial(_platypus, document)),
    )
    whole = [one.cpu + two.cpu for one, two in zip(asked, ours, strict=True)]
    tags = [two.cpu - other.cpu for two, other in zip(ours, bare, strict=True)]
    what = f"etiquetas de un acta de {many} preguntas / todo dentro del programa (CPU)"
    yield ratio(what, median(tags), median(whole), median_ratio(tags, whole), _TAGS)
    share = median_ratio(tags, [one.cpu for one in ours])
    yield Line("  de ellas, de cada segundo del PDF (CPU)", f"{share:.3f} s")
    others = [one.cpu for one in peer]
    what = f"acta de {many} preguntas dentro del programa / platypus sin etiquetas (CPU)"
    yield Line(what, f"{median(whole):.3f} s", f"{median(others):.3f} s", f"{median_ratio(whole, others):.3f}")


def _document(desk: Desk) -> Document:
    return desk.ask(documento_acta, codigo=PRIMERA, evidencias=desk.folder)


def _untagged(document: Document) -> None:
    """The same pages finished without a tree: what tagging adds is the rest."""
    with uncollected():
        proof = Proof(document)
        count = len(proof.sizes)
        pages = BytesIO(proof.pdf(range(count)))
        write_finished(Drawn(pages, Node("Document"), [0] * count, [], []), document, BytesIO())


def _in_sight(desk: Desk, many: int, turns: int) -> Line:
    from rcdesk.ui.paper import opened

    audiencia_id = desk.ask(clave_de, codigo=PRIMERA) or ""

    def drawn() -> None:
        document = desk.ask(acta_en_curso, audiencia_id=audiencia_id, evidencias=desk.folder)
        opened(Proof(document), _WIDTH, lambda _marks, pages: range(min(4, pages)))

    [found] = in_turn(turns, partial(spent, drawn))
    what = f"de la última tecla a la página nueva, acta de {many} preguntas"
    return at_most(what, _PAUSE + median(one.wall for one in found), _SEEN, unit="s", other=f"pausa {_PAUSE} s")


def _platypus(document: Document) -> None:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import LongTable, SimpleDocTemplate

    style = ParagraphStyle("cuerpo", fontName="Helvetica", fontSize=9, leading=12)
    story: list[Any] = []
    for block in document.blocks:
        match block:
            case Heading(text) | Paragraph(text):
                story.append(_flowing(text, style))
            case Items(items):
                story += [_flowing(one.text if isinstance(one, Item) else one, style) for one in items]
            case Grid() if block.rows or block.header:
                rows = [*([block.header] if block.header else []), *block.rows]
                share = sum(block.widths) / 456
                cells = [[_flowing(words, style) for words in row] for row in rows]
                widths = [width / share for width in block.widths]
                story.append(LongTable(cells, widths, repeatRows=1 if block.header else 0))
    SimpleDocTemplate(BytesIO()).build(story)


def _flowing(text: str, style: Any) -> Any:
    from html import escape

    from reportlab.platypus import Paragraph as Flowing

    return Flowing("<br/>".join(escape(plain(part)) for part in clean(text).split("\n")), style)
