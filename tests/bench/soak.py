"""Half an hour of broadcast without pause: a question each second, answers, groups; nothing grows, nothing blocks."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt

from rcdesk.ui.kit import moment
from rcdesk.ui.room.places import KINDS
from rcdesk.work.cola import contar_preguntas
from rcdesk.work.pantalla import ver_pantalla
from tests.bases import HOY, SEGUNDA
from tests.bench.live import CTRL, Live, application, on_air
from tests.bench.sizes import Sizes
from tests.bench.synthetic import make_base, preguntas, with_preguntas
from tests.bench.table import Line

_KEY: Final = Qt.Key
_SETTLED: Final = 10  # the first tenth of the time fills caches, and is what the end is compared with
_MOST_GROWTH: Final = 20  # percent
_LONGEST: Final = 100.0  # ms
_LETTERS: Final = 28
_ANSWER: Final = "Queda para marzo de 2027."


@dataclass(slots=True)
class Weight:
    """What the process holds at a moment."""

    memory: int = field(default_factory=lambda: resident())
    nones: int = field(default_factory=lambda: sys.getrefcount(None))


def run(folder: Path, sizes: Sizes) -> Iterator[Line]:
    """As many simulated seconds as `sizes` says, one after the other."""
    base = make_base(folder / "media_hora.rcdesk", with_preguntas(0))
    app = application()
    texts = [question.texto[:_LETTERS] for question in preguntas(sizes.soaked)]
    took: list[float] = []
    calls = 0
    try:
        with on_air(base, SEGUNDA) as live:
            live.window.room.show_hearing(live.desk, live.screen.audiencia_id)
            for kind in KINDS:
                live.window.room.open(kind)
            for _ in range(20):  # offscreen, whatever is shown takes the keys, until they are given back
                app.processEvents()
            live.screen.to_capture()
            early = Weight()
            for second, text in enumerate(texts):
                moment.set_clock(app, lambda second=second: HOY + timedelta(seconds=second))  # type: ignore[misc]
                spent = list(_second(live, second, text))
                took += spent
                calls += len(spent)
                if second == len(texts) // _SETTLED:
                    gc.collect()
                    early = Weight()
            gc.collect()
            late = Weight()
            counts = live.desk.ask(contar_preguntas, audiencia_id=live.screen.audiencia_id)
            assert counts.preguntas == len(texts), counts
            assert counts.respondidas > 0, counts
            assert live.desk.ask(ver_pantalla, audiencia_id=live.screen.audiencia_id).pregunta is not None
    finally:
        moment.set_clock(app, None)
    yield from _told(sizes, early, late, took, calls)


def _told(sizes: Sizes, early: Weight, late: Weight, took: list[float], calls: int) -> Iterator[Line]:
    what = f"{sizes.soaked} s de transmisión, {calls} teclas"
    growth = 100 * (late.memory - early.memory) / early.memory
    before, after = (f"{one.memory / 2**20:.0f} MB" for one in (early, late))
    yield Line(
        f"memoria tras {what}", after, before, f"{growth:+.1f} %", f"≤ +{_MOST_GROWTH} %", growth <= _MOST_GROWTH
    )
    drift = late.nones - early.nones
    yield Line("referencias de None", f"{late.nones}", f"{early.nones}", f"{drift:+d}", "≥ -100", drift >= -100)
    over = sum(one > _LONGEST for one in took)
    longest = f"máx. {max(took):.0f} ms; {over} de {len(took)} pasan de {_LONGEST:g}"
    yield Line("bloqueo más largo del hilo de la ventana", longest, "", "", f"≤ {_LONGEST:g} ms", not over)


def _second(live: Live, second: int, text: str) -> Iterator[float]:
    """What is done in one second: a question, and now and then what a moderator does to those that wait."""
    yield from live.type(text)
    yield live.key(_KEY.Key_Return)
    if second % 3 == 2:
        yield from _in_queue(live, second, _KEY.Key_Space)
    if second % 4 == 1:
        yield from _in_queue(live, second, _KEY.Key_A)
    if second % 4 == 3:
        yield live.key(_KEY.Key_F5)
    if second % 10 == 9:
        yield live.key(_KEY.Key_E, CTRL)
        yield from live.type(str(60 + second % 40))
        yield live.key(_KEY.Key_Return)
    if second % 60 == 30:
        yield live.key(_KEY.Key_PageDown, CTRL)
    if second % 5 == 4:
        yield live.key(_KEY.Key_F8)
        yield from live.type(_ANSWER)
        yield live.timed(live.screen.to_capture)
    if second % 7 == 6:
        yield from _grouped(live, second)
    if second % 11 == 10:
        yield live.key(_KEY.Key_Z, CTRL)
        yield live.key(_KEY.Key_Y, CTRL)


def _in_queue(live: Live, second: int, key: Qt.Key) -> Iterator[float]:
    """Go to the queue, to a question of a while ago, do one thing to it, and come back."""
    live.screen.to_queue()
    place = max(0, live.screen.queue.model.rowCount() - 1 - second % 9)
    yield live.timed(lambda: live.screen.queue.table.setCurrentIndex(live.screen.queue.model.index(place, 0)))
    yield live.key(key)
    yield live.timed(live.screen.to_capture)


def _grouped(live: Live, second: int) -> Iterator[float]:
    """Group the one in hand, if it is open, with one of a while ago, by its number."""
    if not live.screen.hand.offers("group"):
        return
    yield live.timed(live.screen.hand.group)
    yield from live.type(str(max(1, second - 20)))
    yield live.key(_KEY.Key_Return)
    yield live.key(_KEY.Key_Escape)
    yield live.timed(live.screen.to_capture)


def resident() -> int:
    """Bytes of this process in memory."""
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * 4096
