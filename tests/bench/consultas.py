"""What is asked of a large base: a whole hearing, a few words among many, the opening itself. Nothing is promised."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from rcdesk.work.buscar import buscar
from rcdesk.work.gather import reunir_audiencia
from tests.bases import PRIMERA, open_desk
from tests.bench.captura import fill
from tests.bench.measure import in_turn, timed
from tests.bench.sizes import Sizes
from tests.bench.synthetic import make_base, with_preguntas
from tests.bench.table import Line

_WORDS = ("puente", "quién arregló", "p-77", "acueducto peñón 2029", "zzz", "a")
"""One word that thousands have, two, a number, three, none, and the first letter of many."""


def run(folder: Path, sizes: Sizes) -> Iterator[Line]:
    """Reading, searching, opening."""
    whole = make_base(folder / "reunir.rcdesk", with_preguntas(sizes.gathered))
    desk = open_desk(whole)
    try:
        yield _line(
            f"reunir una audiencia de {sizes.gathered} preguntas",
            sizes,
            lambda: desk.ask(reunir_audiencia, PRIMERA),
        )
    finally:
        desk.close()
    large = make_base(folder / "buscar.rcdesk", with_preguntas(0))
    fill(large, sizes.searched)
    desk = open_desk(large)
    try:
        for words in _WORDS:
            what = f"buscar «{words}» entre {sizes.searched}"
            yield _line(what, sizes, partial(desk.ask, buscar, texto=words))
    finally:
        desk.close()
    yield _line(f"abrir para escribir, y cerrar ({sizes.searched})", sizes, lambda: open_desk(large).close())


def _line(what: str, sizes: Sizes, run: Callable[[], object]) -> Line:
    [found] = in_turn(sizes.turns, lambda: timed(run) * 1000)
    return Line(what, f"{median(found):.1f} ms")
