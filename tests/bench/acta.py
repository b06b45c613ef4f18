"""The acta as a whole process, against LibreOffice making a PDF of the same content from a Word file."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from rcdesk.app.desk import Desk
from rcdesk.documents.blocks import Document
from rcdesk.render.docx import to_docx
from rcdesk.work.documentos import documento_acta
from tests.bases import PRIMERA, open_desk
from tests.bench import measure
from tests.bench.measure import ROOT, Spent, in_turn, isolated, median_ratio
from tests.bench.sizes import Sizes
from tests.bench.synthetic import make_base, with_preguntas
from tests.bench.table import Line, at_most, ratio

_SMALL, _LARGE = 1 / 4, 1 / 5
"""Of LibreOffice's processor time, at the smaller and at the larger acta."""
_GROWTH: Final = 5.5
_WORD: Final = 3.0  # seconds


def run(folder: Path, sizes: Sizes) -> Iterator[Line]:
    """Actas of several sizes, the growth between two large ones, and what each stage takes."""
    bases = {count: _base(folder, count) for count in sorted({*sizes.actas, *sizes.growth})}
    missing = _missing(sizes)
    for count, most in zip(sizes.actas, (_SMALL, _LARGE), strict=False):
        what = f"acta de {count} preguntas, proceso entero (CPU)"
        if missing:
            [ours] = in_turn(sizes.turns, partial(_ours, bases[count]))
            yield Line(what, f"{median(one.cpu for one in ours):.3f} s", missing)
        else:
            yield _beside(what, bases[count], most, sizes.turns)
        yield _stages(bases[count], count, sizes.turns)
    yield _word(bases[sizes.actas[-1]], sizes)
    yield _growth(bases, sizes)


def _missing(sizes: Sizes) -> str:
    """Why there is nothing to compare with; empty when there is."""
    if not sizes.libreoffice:
        return "sin comparar"
    return "" if shutil.which("soffice") else "LibreOffice no está"


def _base(folder: Path, count: int) -> Path:
    return make_base(folder / f"acta-{count}.rcdesk", with_preguntas(count))


def _ours(base: Path, kind: str = "pdf") -> Spent:
    out = str(base.with_suffix(f".{kind}"))
    return measure.process(isolated("acta", "--base", str(base), "--audiencia", PRIMERA, f"--{kind}", out))


def _word(base: Path, sizes: Sizes) -> Line:
    """The same acta to go on editing it, beside the time of its pages."""
    ours, pages = in_turn(sizes.turns, partial(_ours, base, "docx"), partial(_ours, base))
    what = f"acta de {sizes.actas[-1]} preguntas en Word, proceso entero (CPU)"
    beside = f"en PDF {median(one.cpu for one in pages):.2f} s"
    return at_most(what, median(one.cpu for one in ours), _WORD, unit="s", other=beside)


def _beside(what: str, base: Path, most: float, turns: int) -> Line:
    desk = open_desk(base)
    try:
        word = base.with_suffix(".docx")
        to_docx(_document(desk), word)
    finally:
        desk.close()
    mine, its = in_turn(turns, partial(_ours, base), _libreoffice(word))
    ours, others = [one.cpu for one in mine], [one.cpu for one in its]
    return ratio(f"{what} / LibreOffice", median(ours), median(others), median_ratio(ours, others), most)


def _document(desk: Desk) -> Document:
    return desk.ask(documento_acta, codigo=PRIMERA, evidencias=desk.folder)


def _libreoffice(word: Path) -> Callable[[], Spent]:
    """The conversion, with a profile of its own that the first turn makes."""
    out = word.parent / "libreoffice"
    profile = f"-env:UserInstallation={(out / 'perfil').absolute().as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(out), str(word)]
    return partial(measure.process, command)


def _stages(base: Path, count: int, turns: int) -> Line:
    script = Path(__file__).with_name("stages.py")
    command = [sys.executable, "-I", str(script), str(ROOT), str(base), PRIMERA, str(base.with_suffix(".pdf"))]
    [found] = in_turn(turns, lambda: json.loads(measure.output(command)))
    words = "  ".join(f"{stage} {median(one[stage] for one in found):.3f}" for stage in found[0] if stage != "memoria")
    return Line(f"  etapas con {count} (CPU s)", "", words)


def _growth(bases: dict[int, Path], sizes: Sizes) -> Line:
    small, large = sizes.growth
    first, second = in_turn(sizes.growth_turns, partial(_ours, bases[small]), partial(_ours, bases[large]))
    ours, others = [one.cpu for one in second], [one.cpu for one in first]
    what = f"acta de {large} preguntas / de {small} (CPU)"
    return ratio(what, median(ours), median(others), median_ratio(ours, others), _GROWTH)
