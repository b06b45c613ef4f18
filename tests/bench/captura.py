"""One question kept for good (its row, its line, the sealed entry, the search), above SQLite writing the same rows."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Final

from rcdesk.app.desk import Desk
from rcdesk.domain import orden
from rcdesk.domain import registro as r
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.preguntas import registrar_pregunta
from tests.bases import PRIMERA, copied, hearing_id, open_desk
from tests.bench.measure import timed
from tests.bench.raw import Raw, Rows
from tests.bench.sizes import Sizes
from tests.bench.synthetic import make_base, preguntas, with_preguntas
from tests.bench.table import Line

_MOST_ABOVE: Final = 0.6  # ms, of the median
_CHUNK: Final = 5_000
_RECEIVED: Final = datetime(2026, 4, 15, 14, tzinfo=UTC).isoformat()


def run(folder: Path, sizes: Sizes) -> Iterator[Line]:
    """Captures in an empty hearing, and in one where a multitude has asked."""
    texts = [question.texto for question in preguntas(sizes.captures + 1)]
    base = make_base(folder / "captura.rcdesk", with_preguntas(0))
    yield _line(0, *_compared(folder / "0", base, texts, sizes.pause))
    fill(base, sizes.crowd)
    yield _line(sizes.crowd, *_compared(folder / "1", base, texts, sizes.pause))


def _line(crowd: int, ours: list[float], raw: list[float]) -> Line:
    above = [mine - its for mine, its in zip(ours, raw, strict=True)]
    tail = quantiles(above, n=20)[-1] if len(above) > 1 else above[0]
    return Line(
        f"captura durable con {crowd} preguntas ya en la base",
        f"{median(ours):.3f} ms",
        f"{median(raw):.3f} ms (SQLite)",
        f"+p50 {median(above):.3f}, +p95 {tail:.3f}",
        f"+p50 ≤ {_MOST_ABOVE:g} ms",
        median(above) <= _MOST_ABOVE,
    )


def _compared(folder: Path, base: Path, texts: Sequence[str], pause: float) -> tuple[list[float], list[float]]:
    """Milliseconds of each capture, the program's and SQLite's with the same rows, in turn, on two copies of a base."""
    folder.mkdir()
    rows = _rows(copied(base, folder / "escrita.rcdesk"), texts)
    desk, raw = open_desk(copied(base, folder / "nuestra.rcdesk")), Raw(copied(base, folder / "cruda.rcdesk"))
    capture = _capture(desk)
    ours: list[float] = []
    floor: list[float] = []
    try:
        for text, written in zip(texts, rows, strict=True):
            time.sleep(pause)
            ours.append(timed(partial(capture, text)) * 1000)
            time.sleep(pause)  # the text mirror writes to the same disk for a while
            floor.append(timed(partial(raw.write, written)) * 1000)
    finally:
        raw.close()
        desk.close()
    return ours[1:], floor[1:]  # the first one compiles statements


def _rows(folder: Path, texts: Sequence[str]) -> list[Rows]:
    """What the program writes for each of these questions."""
    before = Raw(folder)
    last = before.last()
    before.close()
    desk = open_desk(folder)
    capture = _capture(desk)
    for text in texts:
        capture(text)
    desk.close()
    after = Raw(folder)
    try:
        return after.written("preguntas", last)
    finally:
        after.close()


def _capture(desk: Desk) -> Callable[[str], str]:
    audiencia_id = hearing_id(desk, PRIMERA)
    return lambda text: desk.do(registrar_pregunta, audiencia_id=audiencia_id, texto=text)


@action("Llenar")
def _fill(unit: Unit, *, audiencia_id: str, questions: Sequence[r.Pregunta], keys: Sequence[str]) -> None:
    unit.insert(
        "preguntas",
        [
            {
                "audiencia_id": audiencia_id,
                "numero": question.numero,
                "orden": key,
                "texto": question.texto,
                "estado": "recibida",
                "moderacion": "sin_revisar",
                "recibida": _RECEIVED,
            }
            for question, key in zip(questions, keys, strict=True)
        ],
    )


def fill(base: Path, count: int, codigo: str = PRIMERA) -> None:
    """Put that many questions, just received, in a hearing of a closed base."""
    questions, keys = preguntas(count), orden.repartidas(count)
    desk = open_desk(base)
    try:
        audiencia_id = hearing_id(desk, codigo)
        for start in range(0, count, _CHUNK):
            part = slice(start, start + _CHUNK)
            desk.do(_fill, audiencia_id=audiencia_id, questions=questions[part], keys=keys[part])
    finally:
        desk.close()
