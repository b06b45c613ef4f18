"""The projector: from the key that sends a question to its paint on a full-HD sheet, with a large hearing on screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from rcdesk.ui.room.places import KINDS
from rcdesk.ui.room.windows import RoomWindow
from rcdesk.work.pantalla import en_pantalla
from rcdesk.work.preguntas import aprobar
from tests.bases import PRIMERA, SEGUNDA
from tests.bench.captura import fill
from tests.bench.live import CTRL, Live, on_air
from tests.bench.measure import tail
from tests.bench.sizes import Sizes
from tests.bench.synthetic import make_base, with_preguntas
from tests.bench.table import Line

_MOST = 150.0  # ms, p95
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def run(folder: Path, sizes: Sizes) -> Iterator[Line]:
    """Push one question after another."""
    base = make_base(folder / "proyector.rcdesk", with_preguntas(0))
    fill(base, sizes.elsewhere, PRIMERA)
    fill(base, sizes.hearing, SEGUNDA)
    with on_air(base, SEGUNDA) as live:
        found = _pushed(live, min(sizes.typed, sizes.hearing))
    told = f"p50 {median(found):.1f} ms, p95 {tail(found):.1f} ms, máx. {max(found):.0f} ms"
    what = f"mostrar la siguiente → pintada en 1920 x 1080, con {sizes.hearing} preguntas en la audiencia"
    yield Line(what, told, "", "", f"p95 ≤ {_MOST:g} ms", tail(found) <= _MOST)


def _pushed(live: Live, times: int) -> list[float]:
    desk, screen = live.desk, live.screen
    keys = [screen.queue.model.row(screen.queue.model.index(place, 0)).id for place in range(times)]
    for key in keys:
        desk.do(aprobar, id=key)
    live.window.room.show_hearing(desk, screen.audiencia_id)
    for kind in KINDS:
        live.window.room.open(kind)
    for window in QApplication.topLevelWidgets():
        if isinstance(window, RoomWindow):
            window.resize(1920, 1080)
    for _ in range(20):  # offscreen, whatever is shown takes the keys, until they are given back
        QApplication.processEvents()
    screen.to_queue()
    found = []
    for key in keys:
        before = live.paints.count
        found.append(live.key(Qt.Key.Key_F5, CTRL | _SHIFT))
        assert live.paints.count > before, "nothing was painted"
        assert desk.ask(en_pantalla, audiencia_id=screen.audiencia_id) == key
    return found
