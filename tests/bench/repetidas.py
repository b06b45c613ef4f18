"""Who may be written twice among the people of a hearing: read, compared two by two, sorted; beside only reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Final

from rcdesk.work.duplicados import buscar_repetidas
from tests.bases import PRIMERA, hearing_id, open_desk
from tests.bench.measure import timed
from tests.bench.sizes import Sizes
from tests.bench.synthetic import make_base, with_asistentes
from tests.bench.table import Line, at_most

_SECONDS: Final = 5.0
_TURNS: Final = 3
_READ: Final = "SELECT id, nombre, documento_tipo, documento_numero, persona FROM asistentes WHERE audiencia_id = ?"


def run(folder: Path, sizes: Sizes) -> Iterator[Line]:
    """The search as the window starts it, on its own thread there."""
    people = sizes.searched
    desk = open_desk(make_base(folder / "repetidas.rcdesk", with_asistentes(people)))
    hearing = hearing_id(desk, PRIMERA)
    ours = _median(lambda: desk.ask(buscar_repetidas, audiencia_id=hearing))
    bare = _median(lambda: desk.ask(lambda c: c.exec_driver_sql(_READ, (hearing,)).all()))
    desk.close()
    yield at_most(f"quién está dos veces entre {people} personas", ours, _SECONDS, unit="s", other=f"leer {bare:.2f} s")


def _median(run: Callable[[], object]) -> float:
    return median(timed(run) for _ in range(_TURNS))
