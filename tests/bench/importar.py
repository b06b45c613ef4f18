"""Bringing in a file of many rows: reading it, and writing it with its history and its search."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Final

from rcdesk.domain import registro as r
from rcdesk.exchange import decode, to_json
from rcdesk.work.intercambio import importar
from tests.bases import PRIMERA, copied, open_desk
from tests.bench.measure import timed
from tests.bench.raw import Raw
from tests.bench.sizes import Sizes
from tests.bench.synthetic import asistentes, preguntas
from tests.bench.table import Line

_MOST: Final = 60  # µs a row, from the bytes of the file to the disk


def run(folder: Path, sizes: Sizes) -> Iterator[Line]:
    """A file of people and a file of questions."""
    count = sizes.imported
    people = r.Audiencia(codigo=PRIMERA, nombre="Audiencia de muchos", asistentes=asistentes(count))
    asked = r.Audiencia(codigo=PRIMERA, nombre="Audiencia de muchas", preguntas=preguntas(count))
    for table, audiencia in (("asistentes", people), ("preguntas", asked)):
        yield _line(folder / table, table, r.Archivo(audiencias=(audiencia,)), count, sizes.turns)


def _line(folder: Path, table: str, archivo: r.Archivo, count: int, turns: int) -> Line:
    folder.mkdir()
    data = to_json(archivo)
    empty = folder / "vacía.rcdesk"
    open_desk(empty).close()
    found = [_turn(folder / str(turn), empty, data, table) for turn in range(turns + 1)][1:]
    reads, writes, floors = ([one[place] / count * 1e6 for one in found] for place in range(3))
    whole = [read + write for read, write in zip(reads, writes, strict=True)]
    return Line(
        f"importar {count} {table}, por fila",
        f"{median(whole):.1f} µs",
        f"{median(floors):.1f} µs (SQLite, las mismas filas)",
        f"leer {median(reads):.1f}, escribir {median(writes):.1f}",
        f"≤ {_MOST} µs",
        median(whole) <= _MOST,
    )


def _turn(folder: Path, empty: Path, data: bytes, table: str) -> tuple[float, float, float]:
    """Seconds of reading, of writing, and of SQLite alone writing the same rows."""
    ours = copied(empty, folder.with_name(f"{folder.name}-nuestra.rcdesk"))
    archivo = decode(data, "bench.json").archivo
    read = timed(lambda: decode(data, "bench.json"))
    desk = open_desk(ours)
    write = timed(lambda: desk.do(importar, archivo=archivo))
    desk.close()
    return read, write, _floor(ours, copied(empty, folder.with_name(f"{folder.name}-cruda.rcdesk")), table)


def _floor(written: Path, empty: Path, table: str) -> float:
    source = Raw(written)
    [hearing], [rows] = source.written("audiencias", 0), source.written(table, 0)
    source.close()
    raw = Raw(empty)
    try:
        raw.write({statement: values for statement, values in hearing.items() if "INTO audiencias" in statement})
        return timed(lambda: raw.write(rows))
    finally:
        raw.close()
