"""Ten thousand activities of one plan with ten advances each: its views, and what falls due beside the commitments."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from rcdesk.ui.kit import moment
from rcdesk.ui.screens.cronograma import CronogramaScreen
from rcdesk.ui.screens.cronograma.views import VIEWS
from rcdesk.work.vencimientos import vencimientos
from tests.bases import HOY, open_desk
from tests.bench.live import application
from tests.bench.measure import in_turn, timed
from tests.bench.sizes import Sizes
from tests.bench.table import Line, at_most
from tests.bench.year import make_year

_VIEW: Final = 300.0  # ms: any view opens
_OWN: Final = ("tabla", "mes", "gantt", "vence")


def run(folder: Path, sizes: Sizes) -> Iterator[Line]:
    """What falls due; each view from asking to the paint; a change of month, and an activity beside."""
    many = sizes.year[1]
    desk = open_desk(make_year(folder / "plan.rcdesk", actividades=many, compromisos=many))
    app = application()
    moment.set_clock(app, lambda: HOY)
    try:
        [took] = in_turn(sizes.turns, partial(_ms, partial(desk.ask, vencimientos, hoy=HOY.date().isoformat())))
        yield at_most(f"lo que vence, de {many} actividades y {many} compromisos", median(took), _VIEW, unit="ms")
        screen = CronogramaScreen(desk)
        screen.resize(1280, 700)
        screen.show()
        for words, act in _views(screen):
            [took] = in_turn(sizes.turns, partial(_ms, partial(_painted, screen, act)))
            yield at_most(f"{words}, con {many} actividades", median(took), _VIEW, unit="ms")
        screen.close()
        screen.deleteLater()
    finally:
        desk.close()
        moment.set_clock(app, None)


def _views(screen: CronogramaScreen) -> Iterator[tuple[str, Callable[[], object]]]:
    words = {entry.id: entry.word for entry in VIEWS}
    for name in _OWN:
        screen.look_at(name)
        yield f"vista {words[name]}, leída de nuevo", screen.refresh
        screen.look_at("tabla" if name != "tabla" else "gantt")
        yield f"pasar a la vista {words[name]}", partial(screen.look_at, name)
    screen.look_at("tabla")
    yield "una actividad, y sus avances", screen.open_side


def _painted(screen: CronogramaScreen, act: Callable[[], object]) -> None:
    act()
    screen.repaint()
    application().processEvents()


def _ms(act: Callable[[], object]) -> float:
    return timed(act) * 1000
