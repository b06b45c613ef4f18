"""The queue: a list of any length, found among while one types, read again after each change."""

from __future__ import annotations

import gc
import sys
import time
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Final

from PySide6.QtCore import Qt

from rcdesk.app.desk import Desk
from rcdesk.ui.screens.en_vivo.queue import Queue
from rcdesk.work.cola import contar_preguntas
from rcdesk.work.listado import clave_de, leer, listar, ver_conjunto
from rcdesk.work.preguntas import aprobar
from tests.bases import PRIMERA, SEGUNDA, hearing_id, open_desk
from tests.bench.captura import fill
from tests.bench.live import Live, application, on_air
from tests.bench.measure import ROOT, output
from tests.bench.sizes import Sizes
from tests.bench.synthetic import make_base, with_preguntas
from tests.bench.table import Line, at_most

_KEY: Final = 16.0  # ms, p95: one frame
_ENTER: Final = 50.0
_SHOWN: Final = 300.0
_MOST: Final = 15.0  # MB
_SEARCHED: Final = ("puente peatonal", "quién arregló", "P-777", "a", "acueducto peñón", "12")
_CHILD: Final = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); from tests.bench.cola import child; child(sys.argv[1])"
)


def run(folder: Path, sizes: Sizes) -> Iterator[Line]:
    """Searching, refreshing, giving turns; and a table of all the questions of a large base."""
    base = make_base(folder / "cola.rcdesk", with_preguntas(0))
    fill(base, sizes.elsewhere, PRIMERA)
    fill(base, sizes.hearing, SEGUNDA)
    where = f"{sizes.hearing} preguntas en la audiencia y {sizes.elsewhere + sizes.hearing} en la base"
    with on_air(base, SEGUNDA) as live:
        yield _p95(f"buscar en la cola: tecla → pintada, con {where}", _searched(live), _KEY)
        yield _p95("leer otra vez lista, cuentas y lo que se ve → pintado", _read_again(live, sizes.typed), _ENTER)
        yield _p95("Alt ↑: otro turno → pintado", _moved(live, sizes.typed), _ENTER)
    fill(base, sizes.hearing, PRIMERA)
    many = sizes.elsewhere + sizes.hearing
    took, grown = map(float, output([sys.executable, "-c", _CHILD, str(ROOT), str(base)]).split())
    yield at_most(f"tabla de {many} preguntas, de la base a la pintura", took, _SHOWN, unit="ms")
    yield at_most(f"lo que ocupa la tabla de {many} preguntas", grown, _MOST, unit="MB")


def child(base: str) -> None:
    """Print the milliseconds and the megabytes that the table of the first hearing takes."""
    app = application()
    desk = open_desk(Path(base))
    hearing = hearing_id(desk, PRIMERA)
    queue = _queue(desk, hearing)
    for _ in range(2):  # the pages that SQLite keeps are the base's, not the table's
        desk.ask(listar, audiencia_id=hearing, filtro="todas")
        desk.ask(ver_conjunto, audiencia_id=hearing)
        counts = desk.ask(contar_preguntas, audiencia_id=hearing)
    queue.show_list(array("q"), counts)
    queue.resize(836, 560)
    queue.show()
    app.processEvents()
    gc.collect()
    before, start = _resident(), time.perf_counter()
    found = desk.ask(listar, audiencia_id=hearing, filtro="todas")
    queue.show_list(found, desk.ask(contar_preguntas, audiencia_id=hearing))
    app.processEvents()
    took = (time.perf_counter() - start) * 1000
    assert queue.model.rowCount() == counts.preguntas, queue.model.rowCount()
    print(f"{took:.1f} {_resident() - before:.2f}")
    queue.close()
    desk.close()


def _queue(desk: Desk, hearing: str) -> Queue:
    return Queue(
        lambda keys: desk.ask(leer, claves=keys, conjunto=desk.ask(ver_conjunto, audiencia_id=hearing)),
        lambda key: desk.ask(clave_de, id=str(key)),
    )


def _resident() -> float:
    """Megabytes of memory of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def _searched(live: Live) -> list[float]:
    found: list[float] = []
    everything = live.screen.queue.model.rowCount()
    live.screen.look_for()
    for words in _SEARCHED:
        found += live.type(words)
        assert live.screen.queue.model.rowCount() <= everything
        live.screen.queue.search.retype("")
        live.timed(lambda: None)
    return found


def _read_again(live: Live, times: int) -> list[float]:
    found = []
    for _ in range(times):
        found.append(live.timed(lambda: live.screen.listing.show(sticky=True)))
    return found


def _moved(live: Live, times: int) -> list[float]:
    rows = [row.id for row in live.screen.queue.model.rows[: max(times, 2)]]
    for key in rows:
        live.desk.do(aprobar, id=key)
    live.screen.to_queue()
    live.screen.queue.table.select_key(rows[-1])
    held = Qt.KeyboardModifier.AltModifier
    found = [live.key(Qt.Key.Key_Up, held) for _ in rows[1:]]
    assert live.screen.listing.turn_of(rows[-1]) == 1
    return found


def _p95(what: str, found: Sequence[float], most: float) -> Line:
    tail = quantiles(found, n=20)[-1] if len(found) > 1 else found[0]
    told = f"p50 {median(found):.1f} ms, p95 {tail:.1f} ms, máx. {max(found):.0f} ms"
    return Line(what, told, "", "", f"p95 ≤ {most:g} ms", tail <= most)
