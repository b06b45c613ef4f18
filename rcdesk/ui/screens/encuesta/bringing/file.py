"""The file of a form: chosen or dropped, read on another thread, and read again when what a column becomes changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rcdesk.app.progress import Cancelled, Progress
from rcdesk.domain.columnas import Tabla
from rcdesk.domain.columnas_de_encuesta import Columna, columnas
from rcdesk.domain.columnas_y_preguntas import FECHA, FUERA, adivinar
from rcdesk.domain.encuesta_leida import Encargo, EncuestaLeida, leer_encuesta
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.domain.registro import PreguntaEncuesta
from rcdesk.domain.telling import silent
from rcdesk.ui.opened_file import Kind, OpenedFile
from rcdesk.uncollected import uncollected
from rcdesk.work.encuestas import preguntas_de
from rcdesk.work.traer_encuesta import cuantas, ya_traidas

if TYPE_CHECKING:
    from rcdesk.ui.screens.encuesta.bringing.bringing import Bringing
    from rcdesk.ui.screens.encuesta.screen import EncuestaScreen

_KIND: Final = Kind(
    "Traer las respuestas de un formulario",
    "Respuestas de un formulario (*.csv *.xlsx *.xlsm *.xls *.ods *.tsv *.txt);;Todos los archivos (*)",
    "encuesta/archivo",
)
_AT_ONCE: Final = 500  # rows that are compared without another thread


@dataclass(frozen=True, slots=True)
class Compared:
    """A file beside a survey: its questions, how many answers it had, and what the file brings."""

    preguntas: tuple[PreguntaEncuesta, ...]
    vistas: int
    leida: EncuestaLeida


class FormFile(OpenedFile):
    """Compared with a survey as its columns say, each time that either changes."""

    def __init__(self, screen: EncuestaScreen, bringing: Bringing) -> None:
        super().__init__(bringing, screen, bringing.view, _KIND)
        self._screen, self._bringing = screen, bringing
        self.columns: Sequence[Columna] = ()

    def read(self, path: Path, hoja: str = "") -> None:
        """Read a file away from the screen's thread; nothing of it is kept."""
        if self.reading or self._bringing.busy:
            return
        if path != self._path:  # else it is another sheet of the one that is open
            self.table = None
        self._bringing.begin(path.name)
        self._path = path

        def job(progress: Progress) -> tuple[Tabla, list[Columna]]:
            from rcdesk.store.sheets import read_table  # with what it needs to read them

            with uncollected(keeping=True):
                table = read_table(path, hoja=hoja, progress=progress)
                return table, columnas(table)

        self._run(job, self._show, f"Leyendo «{path.name}»")

    def forget(self) -> None:
        """The file is no longer open."""
        self.cancel()
        self._task, self._mark, self.columns = None, object(), ()
        super().forget()

    def rebuild(self) -> None:
        """Compare again what the columns now say."""
        self._bringing.compare()

    def remember(self, orders: Sequence[Encargo]) -> None:
        """Keep what is done with each column and its values, for the next file of the same form."""
        if self.table is not None:
            said = [json.dumps([one.destino, one.tipo, dict(one.decididos or {})]) for one in orders]
            self._headings.keep(self.table, said)

    def guess(self, questions: Sequence[PreguntaEncuesta]) -> list[Encargo]:
        """Return what is done with each column: as the last time with such a form, if the survey has those questions.

        Once the questions were made of the columns, they are in the survey: then each goes to its own.
        """
        if self.table is None:
            return []
        guess = [Encargo(where) for where in adivinar(self.columns, questions)]
        said = self._headings.recall(self.table, len(guess)) if questions else None
        last = [Encargo(where, kind, decided) for where, kind, decided in map(json.loads, said or ())]
        known = {FUERA, FECHA, *(one.codigo for one in questions)}
        return last if last and known.issuperset(one.destino for one in last) else guess

    def compare(self, orders: Sequence[Encargo], survey: str, done: Callable[[Compared], object]) -> None:
        """Compare the rows with the answers of a survey, and hand over what they bring."""
        table, columns, desk = self.table, self.columns, self._screen.desk
        if table is None:
            return
        self.cancel()
        self._mark = object()

        def job(progress: Progress) -> Compared:
            with uncollected(keeping=True):
                questions = desk.ask(preguntas_de, survey) if survey else ()
                there = desk.ask(ya_traidas, encuesta_id=survey) if survey else []
                many = desk.ask(cuantas, encuesta_id=survey) if survey else 0
                return Compared(
                    questions, many, leer_encuesta(table, columns, orders, questions, there, avance=progress)
                )

        if len(table.filas) <= _AT_ONCE:
            self._task = None
            done(job(silent))
        else:
            self._run(job, done, "Comparando con la base")

    def _show(self, found: tuple[Tabla, list[Columna]]) -> None:
        table, columns = found
        if len(table.filas) < 2:
            self._refuse(f"«{table.archivo}» solo trae los títulos: todavía nadie ha respondido el formulario.")
            return
        if not any(one.cuenta and not one.de_quien for one in columns):
            self._refuse(f"«{table.archivo}» no trae respuestas de ninguna pregunta.")
            return
        self.columns = columns
        self._open(table)

    def _open(self, table: Tabla) -> None:
        self.table = table
        if len(table.hojas) > 1:
            self._view.mapping.show_table(table, (), titles=True)
        self._bringing.opened(table)

    def _refuse(self, why: str) -> None:
        """Back to the sheet that was open, if there was one."""
        if self.table is not None:
            self._open(self.table)
        else:
            self._bringing.close()
        self._screen.banner.tell("danger", "No se trajo nada", why)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, RuleError | StoreError | Cancelled):
            self._bringing.close()
            raise error
        if self._bringing.compared is None:
            self._bringing.close()
        if not isinstance(error, Cancelled):
            self._screen.banner.tell("danger", "No se trajo nada", str(error))
