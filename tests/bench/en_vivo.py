"""The moderator's keys, with a large hearing on screen and a multitude in the base: from the key to the paint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtCore import Qt

from rcdesk.work.cola import contar_preguntas
from tests.bases import PRIMERA, SEGUNDA
from tests.bench.captura import fill
from tests.bench.live import Live, on_air
from tests.bench.sizes import Sizes
from tests.bench.synthetic import make_base, preguntas, with_preguntas
from tests.bench.table import Line

_MOST = 50.0  # ms, p95
_BLOCK = 100.0  # ms, p95: what all that an action changes on screen may take


def run(folder: Path, sizes: Sizes) -> Iterator[Line]:
    """Typing, keeping, going through the queue and answering."""
    base = make_base(folder / "en_vivo.rcdesk", with_preguntas(0))
    fill(base, sizes.elsewhere, PRIMERA)
    fill(base, sizes.hearing, SEGUNDA)
    where = f"{sizes.hearing} preguntas en la audiencia y {sizes.elsewhere + sizes.hearing} en la base"
    texts = [question.texto for question in preguntas(sizes.typed)]
    with on_air(base, SEGUNDA) as live:
        before = live.paints.count
        keys, safe, painted = _captured(live, texts)
        assert live.paints.count - before >= len(keys), "what was typed was not painted"
        yield _p95(f"tecla → pintada, con {where}", keys)
        yield _p95("Enter → guardada en el disco", safe)
        yield _p95("Enter → guardada, y la pantalla al día", painted, _BLOCK)
        yield _p95("cola: flecha → pintada", _walked(live, sizes.typed))
        safe, painted = _answered(live, sizes.typed)
        yield _p95("respondida verbalmente → guardada en el disco", safe)
        yield _p95("respondida verbalmente → la pantalla al día", painted, _BLOCK)
        counts = live.desk.ask(contar_preguntas, audiencia_id=live.screen.audiencia_id)
        assert counts.respondidas == sizes.typed, counts


def _captured(live: Live, texts: Sequence[str]) -> tuple[list[float], list[float], list[float]]:
    keys: list[float] = []
    both: list[tuple[float, float]] = []
    for text in texts:
        keys += live.type(text)
        both.append(live.stored(lambda: live.press(Qt.Key.Key_Return)))
        assert live.screen.capture.line.value() == ""
    return keys, [safe for safe, _ in both], [painted for _, painted in both]


def _walked(live: Live, times: int) -> list[float]:
    live.screen.to_queue()
    table = live.screen.queue.table
    table.setCurrentIndex(live.screen.queue.model.index(0, 0))
    found = [live.key(Qt.Key.Key_Down) for _ in range(times)]
    assert table.currentIndex().row() == times
    return found


def _answered(live: Live, times: int) -> tuple[list[float], list[float]]:
    both = []
    for place in range(times):
        live.screen.queue.table.setCurrentIndex(live.screen.queue.model.index(place, 0))
        both.append(live.stored(live.screen.hand.answered_aloud))
    return [safe for safe, _ in both], [painted for _, painted in both]


def _p95(what: str, found: Sequence[float], most: float = _MOST) -> Line:
    tail = quantiles(found, n=20)[-1] if len(found) > 1 else found[0]
    told = f"p50 {median(found):.1f} ms, p95 {tail:.1f} ms, máx. {max(found):.0f} ms"
    return Line(what, told, "", "", f"p95 ≤ {most:g} ms", tail <= most)
