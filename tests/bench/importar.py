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
from tests.bench.measure import Spent, spent
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
    reads, writes, floors = ([turn[place] for turn in found] for place in range(3))
    whole = median(read.wall + write.wall for read, write in zip(reads, writes, strict=True)) / count * 1e6
    cpu = [median(one.cpu for one in part) / count * 1e6 for part in (reads, writes)]
    return Line(
        f"importar {count} {table}, por fila",
        f"{whole:.1f} µs",
        f"{median(one.wall for one in floors) / count * 1e6:.1f} µs (SQLite, las mismas filas)",
        f"CPU: leer {cpu[0]:.1f} + escribir {cpu[1]:.1f} µs",
        f"≤ {_MOST} µs",
        whole <= _MOST,
    )


def _turn(folder: Path, empty: Path, data: bytes, table: str) -> tuple[Spent, Spent, Spent]:
    """What reading takes, what writing takes, and what SQLite alone takes with the same rows."""
    ours = copied(empty, folder.with_name(f"{folder.name}-nuestra.rcdesk"))
    archivo = decode(data, "bench.json").archivo
    read = spent(lambda: decode(data, "bench.json"))
    desk = open_desk(ours)
    write = spent(lambda: desk.do(importar, archivo=archivo))
    desk.close()
    return read, write, _floor(ours, copied(empty, folder.with_name(f"{folder.name}-cruda.rcdesk")), table)


def _floor(written: Path, empty: Path, table: str) -> Spent:
    source = Raw(written)
    [hearing], [rows] = source.written("audiencias", 0), source.written(table, 0)
    source.close()
    raw = Raw(empty)
    try:
        raw.write({statement: values for statement, values in hearing.items() if "INTO audiencias" in statement})
        return spent(lambda: raw.write(rows))
    finally:
        raw.close()
