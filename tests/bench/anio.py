"""A whole year on screen: each view that a person opens, over ten thousand activities and as many commitments.

What counts is how long the window is held (processor of its thread, from asking to the paint); beside it, by the clock,
when everything was told: what is inherently long is read by a job meanwhile.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time
from typing import Final, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from rcdesk.app.desk import Desk
from rcdesk.ui.collecting import Collector
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.screens.compromisos import CompromisosScreen
from rcdesk.ui.screens.cronograma import CronogramaScreen
from rcdesk.ui.screens.cronograma.views import VIEWS
from rcdesk.ui.screens.informes import InformesScreen
from rcdesk.ui.screens.informes.asked import TABS
from rcdesk.ui.screens.inicio import InicioScreen
from rcdesk.ui.tasks import tasks_of
from tests.bases import HOY, open_desk
from tests.bench.live import application
from tests.bench.measure import Spent, in_turn
from tests.bench.sizes import Sizes
from tests.bench.table import Line, at_most
from tests.bench.year import make_year

S = TypeVar("S", bound=Screen)

_VIEW: Final = 300.0  # ms: any view opens
_PATIENCE: Final = 60.0  # s


@dataclass(frozen=True, slots=True)
class _Opening:
    """A view, how to be away from it, how to open it, and what is busy until all of it is told."""

    words: str
    away: Callable[[], object]
    act: Callable[[], object]
    screen: Screen
    busy: Callable[[], bool]


def run(folder: Path, sizes: Sizes) -> Iterator[Line]:
    """Inicio, the views of Cronograma, Compromisos and the tabs of Informes, each opened from another one."""
    many = sizes.year[1]
    desk = open_desk(make_year(folder / "anio.rcdesk", actividades=many, compromisos=many))
    app = application()
    moment.set_clock(app, lambda: HOY)
    collector = Collector(app)  # as the program does
    try:
        for openings in (_inicio, _cronograma, _compromisos, _informes):
            for one in openings(desk):
                [took] = in_turn(sizes.growth_turns, partial(_opened, one))
                held, told = (median(getattr(spent, kind) for spent in took) * 1000 for kind in ("cpu", "wall"))
                yield at_most(f"{one.words} ({many})", held, _VIEW, unit="ms", other=f"todo a los {told:.0f} ms")
    finally:
        desk.close()
        moment.set_clock(app, None)
        collector.setParent(None)
        collector.deleteLater()
        gc.enable()


def _inicio(desk: Desk) -> Iterator[_Opening]:
    with _shown(InicioScreen(desk)) as screen:
        yield _Opening("Inicio", _nothing, screen.refresh, screen, _idle)


def _cronograma(desk: Desk) -> Iterator[_Opening]:
    with _shown(CronogramaScreen(desk)) as screen:
        for entry in VIEWS:
            other = "tabla" if entry.id != "tabla" else "gantt"
            busy = partial(_is_busy, screen.here)
            look = partial(screen.look_at, entry.id)
            yield _Opening(f"Cronograma, {entry.word}", partial(screen.look_at, other), look, screen, busy)
        screen.look_at("tabla")
        yield _Opening("Cronograma, un cambio en la tabla", _nothing, screen.refresh, screen, _idle)
        yield _Opening("Cronograma, una actividad", _nothing, screen.open_side, screen, _idle)


def _compromisos(desk: Desk) -> Iterator[_Opening]:
    with _shown(CompromisosScreen(desk)) as screen:
        yield _Opening("Compromisos", _nothing, screen.refresh, screen, _idle)
        group = screen.list.bar.look
        yield _Opening("Compromisos, por dependencia", screen.list.clear, partial(group, "dependencia"), screen, _idle)
        screen.list.clear()
        screen.refresh()
        yield _Opening("Compromisos, uno", _nothing, partial(screen.open, screen.list.rows[0].id), screen, _idle)


def _informes(desk: Desk) -> Iterator[_Opening]:
    with _shown(InformesScreen(desk)) as screen:
        for place, tab in enumerate(TABS):
            away = partial(_choose, screen, TABS[place - 1].id)
            busy = partial(_is_busy, lambda: screen)
            yield _Opening(f"Informes, {tab.word}", away, partial(_choose, screen, tab.id), screen, busy)


def _choose(screen: InformesScreen, tab: str) -> None:
    screen.bar.tabs.choose(tab)
    screen.bar.changed.emit()


@contextmanager
def _shown(screen: S) -> Iterator[S]:
    """A screen of the usual size, gone when it was measured."""
    screen.resize(1280, 700)
    screen.show()
    yield screen
    tasks_of(screen).close()
    screen.close()
    screen.deleteLater()
    application().sendPostedEvents(screen, QEvent.Type.DeferredDelete.value)  # with what it was about to ask for


def _opened(one: _Opening) -> Spent:
    one.away()
    _wait(one)
    start, worked = perf_counter(), thread_time()
    one.act()
    one.screen.repaint()
    application().processEvents()
    held = thread_time() - worked
    _wait(one)
    return Spent(perf_counter() - start, held)


def _wait(one: _Opening) -> None:
    limit = perf_counter() + _PATIENCE
    application().processEvents()
    while one.busy() and perf_counter() < limit:
        application().processEvents()


def _is_busy(which: Callable[[], QWidget]) -> bool:
    return bool(getattr(which(), "busy", False))


def _idle() -> bool:
    return False


def _nothing() -> None:
    """It is opened again where it is."""
