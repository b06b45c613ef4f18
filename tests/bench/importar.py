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
    """A sheet of people, people with all their fields, and questions with their answers."""
    count = sizes.imported
    people = asistentes(count)
    sheet = tuple(
        r.Asistente(nombre=one.nombre, documento=one.documento, cargo=one.cargo, organizacion=one.organizacion)
        for one in people
    )
    files = {
        "asistentes de una planilla (5 columnas)": r.Audiencia(codigo=PRIMERA, nombre="Planilla", asistentes=sheet),
        "asistentes completos": r.Audiencia(codigo=PRIMERA, nombre="Muchos", asistentes=people),
        "preguntas con respuesta": r.Audiencia(codigo=PRIMERA, nombre="Muchas", preguntas=preguntas(count)),
    }
    for place, (what, audiencia) in enumerate(files.items()):
        table = "preguntas" if audiencia.preguntas else "asistentes"
        archivo = r.Archivo(audiencias=(audiencia,))
        yield _line(folder / str(place), f"importar {count} {what}, por fila", table, archivo, sizes.turns)


def _line(folder: Path, what: str, table: str, archivo: r.Archivo, turns: int) -> Line:
    folder.mkdir()
    count = len(getattr(archivo.audiencias[0], table))
    data = to_json(archivo)
    empty = folder / "vacía.rcdesk"
    open_desk(empty).close()
    found = [_turn(folder / str(turn), empty, data, table) for turn in range(turns + 1)][1:]
    reads, writes, floors = ([turn[place] for turn in found] for place in range(3))
    whole = median(read.wall + write.wall for read, write in zip(reads, writes, strict=True)) / count * 1e6
    cpu = [median(one.cpu for one in part) / count * 1e6 for part in (reads, writes)]
    return Line(
        what,
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
