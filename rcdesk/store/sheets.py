"""Reads the files that people and questions come in (CSV, spreadsheets and JSON of any origin), nothing executed.

A file too large or made to harm is refused; a row that cannot be read is said, and the rest come. The file is opened in
a process of its own, which a cancellation kills at once.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from rcdesk.domain.columnas import Fila, Tabla
from rcdesk.domain.errors import StoreError, reason
from rcdesk.domain.forma_de_hoja import Forma
from rcdesk.domain.telling import Telling, silent
from rcdesk.i18n import COLOMBIA, numero
from rcdesk.store.sheet_process import answers
from rcdesk.store.sheet_row import ROWS, unpack

LARGEST: Final = 200_000_000  # octets


def read_table(path: Path, *, hoja: str = "", progress: Telling = silent, forma: bool = False) -> Tabla:
    """Read a sheet of a file (the first, unless `hoja` names another). StoreError says why it cannot be read.

    With `forma`, how the sheet is drawn comes too, and numbers as they are written in Colombia: 1,5 and 45%.
    `progress` is called often, whatever the file does: what it raises (`Cancelled`) stops the reading at once.
    """
    when = _look(path)
    progress(0, 0, f"Abriendo «{path.name}»")
    found = _Found(path, progress)
    with closing(
        answers(path, hoja, waiting=found.wait, forma=forma)
    ) as frames:  # whatever is raised, the process ends here
        for frame in frames:
            found.take(frame)
    if not found.rows:
        raise StoreError(f"«{path.name}» no trae ninguna fila.")
    return Tabla(
        path.name,
        tuple(found.rows),
        found.total,
        when,
        found.sheet,
        found.sheets,
        tuple(found.notes()),
        found.form,
        found.shape,
    )


def _look(path: Path) -> datetime:
    """Return when it was written, having looked at what it is and how large."""
    try:
        found = path.stat()
    except OSError as error:
        raise StoreError(f"No se pudo leer «{path.name}»: {reason(error)}.") from error
    if not stat.S_ISREG(found.st_mode):
        raise StoreError(f"«{path.name}» no es un archivo que se pueda leer: elija una hoja de cálculo o un texto.")
    if found.st_size > LARGEST:
        many = numero(round(found.st_size / 1_000_000))
        raise StoreError(f"«{path.name}» pesa {many} MB y el límite es {numero(LARGEST // 1_000_000)} MB. Divídalo.")
    if not found.st_size:
        raise StoreError(f"«{path.name}» está vacío.")
    return datetime.fromtimestamp(found.st_mtime, UTC).astimezone(COLOMBIA)


class _Found:
    """What has come of a file so far."""

    def __init__(self, path: Path, progress: Telling) -> None:
        self.rows: list[Fila] = []
        self.sheets: tuple[str, ...] = ()
        self.sheet, self.form = "", ""
        self.shape = Forma()
        self.total = self._repaired = 0
        self._progress, self._told = progress, f"Abriendo «{path.name}»"

    def take(self, frame: list[Any]) -> None:
        """Take one frame of the process that reads."""
        match frame:
            case ["sheets", [*names], str(sheet), str(form)]:
                self.sheets, self.sheet, self.form = _texts(names), sheet, form
            case ["shape", [*merged], [*rows], [*columns], [*hidden], [*blank], bool(from_1904)]:
                self.shape = Forma(
                    tuple(((top, left), (low, right)) for top, left, low, right in merged),
                    frozenset(rows),
                    frozenset(columns),
                    frozenset(_texts(hidden)),
                    tuple((row, column) for row, column in blank),
                    from_1904,
                )
            case ["rows", [*numbers], [*notices], str(text)]:
                self.rows += map(Fila._make, unpack(numbers, notices, text))
                self.total = len(self.rows)
                self._tell(f"Leyendo las filas: van {numero(self.total)}")
            case ["counted", int(total)]:
                self.total = total
                self._tell(f"Contando las filas: van {numero(total)}")
            case ["end", int(total), int(repaired)]:
                self.total, self._repaired = total, repaired
            case ["no", str(why)]:
                raise StoreError(why)
            case _:
                raise ValueError("the process that reads a file said something unknown")

    def wait(self) -> None:
        """Nothing comes: whoever asked may want to stop."""
        self._progress(self.total, 0, self._told)

    def _tell(self, words: str) -> None:
        self._told = words
        self.wait()

    def notes(self) -> Iterator[str]:
        """Yield what whoever brings the file must know of it."""
        if self.total > len(self.rows):
            most = f"caben {numero(ROWS)}: se leyeron las primeras"
            yield f"El archivo trae {numero(self.total)} filas y {most}. Divídalo."
        wrong = [row for row in self.rows if row.aviso]
        if wrong:
            many = "una fila" if len(wrong) == 1 else f"{numero(len(wrong))} filas"
            first = ", ".join(numero(row.numero) for row in wrong[:5]) + ("…" if len(wrong) > 5 else "")
            yield f"Hay {many} por mirar ({first}): cada una dice por qué."
        yield from self.shape.avisos(self.sheet)
        if self._repaired:
            mended = "una fila" if self._repaired == 1 else f"{numero(self._repaired)} filas"
            yield f"Se arreglaron las tildes de {mended}."


def _texts(values: list[Any]) -> tuple[str, ...]:
    if not all(isinstance(value, str) for value in values):
        raise TypeError("the process that reads a file sent something that is no text")
    return tuple(values)
