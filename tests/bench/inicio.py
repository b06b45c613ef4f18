"""From nothing to the painted window, and to Inicio filled, beside an empty window of PySide6."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from tests.bases import copied, make_example
from tests.bench import measure
from tests.bench.measure import ROOT, Spent, in_turn, median_ratio
from tests.bench.sizes import Sizes
from tests.bench.table import Line, ratio

_MOST: Final = 1.5
_HERE: Final = Path(__file__).parent


def run(folder: Path, sizes: Sizes) -> Iterator[Line]:
    """The example base, opened by someone for the first time on this machine."""
    example = make_example(folder / "Ejemplo.rcdesk")
    platform = os.environ.get("QT_QPA_PLATFORM") or ("xcb" if os.environ.get("DISPLAY") else "offscreen")
    bare = partial(measure.process, _isolated("bare_window.py"), _surroundings(folder / "nadie", platform))
    painted, filled = (_opened(folder, example, moment, platform) for moment in ("pintada", "inicio"))
    floor, first, whole = in_turn(sizes.windows, bare, painted, filled)
    for what, found in (("ventana pintada", first), ("Inicio lleno", whole)):
        for kind in ("wall", "cpu"):
            ours, others = ([getattr(one, kind) for one in spent] for spent in (found, floor))
            words = f"{what} / ventana vacía ({platform}, {'reloj' if kind == 'wall' else 'CPU'})"
            line = ratio(words, median(ours), median(others), median_ratio(ours, others), _MOST)
            yield line if found is first else Line(line.what, line.ours, line.other, line.found)


def _opened(folder: Path, example: Path, moment: str, platform: str) -> Callable[[], Spent]:
    base = copied(example, folder / f"{moment}.rcdesk")
    command = _isolated("window.py", str(ROOT), str(base), moment)
    return partial(measure.process, command, _surroundings(folder / moment, platform))


def _isolated(script: str, *arguments: str) -> list[str]:
    return [sys.executable, "-I", str(_HERE / script), *arguments]


def _surroundings(home: Path, platform: str) -> dict[str, str]:
    """A person with nothing kept yet, on that platform."""
    home.mkdir()
    shared = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return shared | {"HOME": str(home), "QT_QPA_PLATFORM": platform}
