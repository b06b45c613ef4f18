"""Ten thousand commitments with ten advances each as they stood on a day, and what falls due beside the activities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from rcdesk.work.estados_al_corte import estados_al
from rcdesk.work.vencimientos import vencimientos
from tests.bases import HOY, open_desk
from tests.bench.measure import Spent, in_turn, spent
from tests.bench.sizes import Sizes
from tests.bench.table import Line
from tests.bench.year import make_year

_ALL: Final = 1_000.0  # ms: how every one of them stood on a day
_DUE: Final = 300.0  # ms: what opens a day
_PAST: Final = date(2026, 8, 31)


def run(folder: Path, sizes: Sizes) -> Iterator[Line]:
    """States at a corte, with their growth; and what falls due today. The views that show them are in `anio`."""
    few, many = (
        open_desk(make_year(folder / f"{count}.rcdesk", actividades=count, compromisos=count)) for count in sizes.year
    )
    try:
        asked = [partial(desk.ask, estados_al, corte=_PAST) for desk in (few, many)]
        small, large = in_turn(sizes.turns, *(partial(spent, ask) for ask in asked))
        grown = f"×{median(_cpu(large)) / median(_cpu(small)):.1f} desde {sizes.year[0]}"
        yield _line(f"estado_al de {sizes.year[1]} compromisos con diez avances", large, _ALL, grown)
        due = partial(many.ask, vencimientos, hoy=HOY.date().isoformat())
        [took] = in_turn(sizes.turns, partial(spent, due))
        yield _line(f"lo que vence, de {sizes.year[1]} actividades y otros tantos compromisos", took, _DUE)
    finally:
        few.close()
        many.close()


def _line(what: str, took: Sequence[Spent], most: float, grown: str = "") -> Line:
    """What was promised is kept by the processor, which does not depend on who else works here; the clock is told."""
    cpu, wall = median(_cpu(took)), median(one.wall * 1000 for one in took)
    return Line(what, f"{cpu:.1f} ms CPU", f"{wall:.1f} ms reloj", grown, f"≤ {most:g} ms", cpu <= most)


def _cpu(took: Sequence[Spent]) -> list[float]:
    return [one.cpu * 1000 for one in took]
