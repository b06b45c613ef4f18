"""Ten thousand commitments with ten advances each: how all of them stood on a day, their list, and one of them open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from rcdesk.ui.kit import moment
from rcdesk.ui.screens.compromisos import CompromisosScreen
from rcdesk.work.estados_al_corte import estados_al
from tests.bases import HOY, open_desk
from tests.bench.live import application
from tests.bench.measure import Spent, in_turn, spent
from tests.bench.sizes import Sizes
from tests.bench.table import Line
from tests.bench.year import make_year

_ALL: Final = 1_000.0  # ms: how every one of them stood on a day
_VIEW: Final = 300.0  # ms: any view opens
_PAST: Final = date(2026, 8, 31)


def run(folder: Path, sizes: Sizes) -> Iterator[Line]:
    """States at a corte, with their growth; the list, its groups and a commitment, from asking to the paint."""
    few, many = (
        open_desk(make_year(folder / f"{count}.rcdesk", actividades=0, compromisos=count)) for count in sizes.year
    )
    app = application()
    moment.set_clock(app, lambda: HOY)
    try:
        asked = [partial(desk.ask, estados_al, corte=_PAST) for desk in (few, many)]
        small, large = in_turn(sizes.turns, *(partial(spent, ask) for ask in asked))
        grown = f"×{median(_cpu(large)) / median(_cpu(small)):.1f} desde {sizes.year[0]}"
        yield _line(f"estado_al de {sizes.year[1]} compromisos con diez avances", large, _ALL, grown)
        screen = CompromisosScreen(many)
        screen.resize(1280, 700)
        screen.show()
        for words, act in _views(screen):
            [took] = in_turn(sizes.turns, partial(spent, partial(_painted, screen, act)))
            yield _line(f"{words}, con {sizes.year[1]} compromisos", took, _VIEW)
        screen.close()
        screen.deleteLater()
    finally:
        few.close()
        many.close()
        moment.set_clock(app, None)


def _views(screen: CompromisosScreen) -> Iterator[tuple[str, Callable[[], object]]]:
    yield "la lista, a hoy", screen.refresh
    yield "un contador como filtro", partial(screen.seek, "vencido")
    yield "agrupados por dependencia", partial(screen.list.bar.look, "dependencia")
    screen.list.clear()
    screen.refresh()
    yield "un compromiso, y su historia", partial(screen.open, screen.list.rows[0].id)


def _painted(screen: CompromisosScreen, act: Callable[[], object]) -> None:
    act()
    screen.repaint()
    application().processEvents()


def _line(what: str, took: Sequence[Spent], most: float, grown: str = "") -> Line:
    """What was promised is kept by the processor, which does not depend on who else works here; the clock is told."""
    cpu, wall = median(_cpu(took)), median(one.wall * 1000 for one in took)
    return Line(what, f"{cpu:.1f} ms CPU", f"{wall:.1f} ms reloj", grown, f"≤ {most:g} ms", cpu <= most)


def _cpu(took: Sequence[Spent]) -> list[float]:
    return [one.cpu * 1000 for one in took]
