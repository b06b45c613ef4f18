"""Writing what was decided of a list of people: at once, on the desk's thread, or by parts while a hearing runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from rcdesk.app.progress import Cancelled
from rcdesk.domain.comparar_personas import Renglon
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.domain.lista_de_personas import reunir
from rcdesk.i18n import numero, plural
from rcdesk.ui.saving import Work
from rcdesk.ui.tasks import Task, tasks_of
from rcdesk.work.traer_personas import con_nombre

if TYPE_CHECKING:
    from rcdesk.domain.columnas import Tabla
    from rcdesk.ui.screens.registro.batch.batch import Batch
    from rcdesk.ui.screens.registro.screen import RegistroScreen

_AT_ONCE: Final = 200  # people that are written without the screen being seen to stop
_REST: Final = 20  # ms between two parts, for the keys
_REASON: Final = "Qué pasa"
_NOBODY: Final = "No hay personas por traer: las filas son iguales a la base o se saltan. Esc vuelve a la puerta."
_TO_DECIDE: Final = "No hay personas por traer hasta que se decidan las que esperan: N va a la siguiente."


class Bringing(QObject):
    """One transaction and one Ctrl+Z; while a hearing runs a long list goes by parts, so that nothing else waits."""

    def __init__(self, screen: RegistroScreen, batch: Batch) -> None:
        super().__init__(batch)
        self._screen, self._batch = screen, batch
        self._task: Task | None = None
        self._waiting: list[Renglon] = []
        self._total = self._done = 0
        self._next = QTimer(self, singleShot=True, interval=_REST)
        self._next.timeout.connect(self._bring_part)

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._task is not None or bool(self._waiting)

    def cancel(self) -> None:
        """Stop: of one transaction nothing stays; of several, what was already written does."""
        if self._task is not None:
            self._task.cancel()
        elif self._waiting:
            self._next.stop()
            self._waiting = []
            self._batch.view.hide_progress()
            done = plural(self._done, "persona", "personas")
            self._batch.sheet.compare(f"Se detuvo: quedaron {done}. Ctrl Enter sigue.")

    def bring(self) -> None:
        """Write who is new, and what changes of who was there."""
        batch = self._batch
        if batch.lista is None or self.busy or batch.sheet.reading:
            return
        lines = batch.lista.por_traer()
        if not lines and batch.lista.malas():
            self._save_wrong()
            return
        if not lines:
            batch.view.tell(_TO_DECIDE if batch.lista.contar()["decidir"] else _NOBODY)
            return
        batch.view.tell("")
        self._total, self._done = len(lines), 0
        if len(lines) > _AT_ONCE and not self._screen.desk.is_live():
            self._bring_long(lines)
        else:
            self._waiting = lines
            self._bring_part()

    def _bring_long(self, lines: Sequence[Renglon]) -> None:
        view = self._batch.view
        try:
            self._task = tasks_of(self._screen).do_long(
                self,
                self._screen.desk,
                con_nombre(len(lines)),
                done=lambda _keys: self._ended(len(lines)),
                failed=self._failed,
                advanced=view.progress.advance,
                audiencia_id=self._batch.hearing,
                traer=reunir(lines),
                archivo=self._file(),
            )
        except (RuleError, StoreError) as error:
            view.tell(str(error))
            return
        view.show_progress(self.cancel, len(lines), "Guardando las personas")

    def _bring_part(self) -> None:
        part, rest = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        if rest:
            self._batch.view.show_progress(self.cancel, self._total, "Guardando las personas")
            self._batch.view.progress.advance(self._done, self._total)
        try:
            self._screen.desk.do(
                con_nombre(len(part)), audiencia_id=self._batch.hearing, traer=reunir(part), archivo=self._file()
            )
        except (RuleError, StoreError) as error:
            self._waiting = []
            self._failed(error)
            return
        self._done += len(part)
        self._waiting = rest
        if rest:
            self._next.start()
        else:
            self._ended(self._done)

    def _ended(self, many: int) -> None:
        self._task = None
        batch, screen = self._batch, self._screen
        batch.view.hide_progress()
        if batch.lista is None:
            return
        brought = f"Se {'trajo' if many == 1 else 'trajeron'} {plural(many, 'persona', 'personas')}"
        waiting = batch.lista.contar()["decidir"]
        if waiting:
            left = f"{'queda una fila' if waiting == 1 else f'quedan {numero(waiting)} filas'} por decidir"
            batch.sheet.compare(f"{brought}; {left}.")  # what was brought is already the same
        else:
            if batch.lista.malas() and batch.view.keep_wrong.value():
                self._save_wrong()
            batch.close()
            screen.said.emit(f"{brought}.")
            parts = many > _AT_ONCE and self._done
            whole = "Un solo Ctrl Z deshace todo." if many > 1 else "Ctrl Z lo deshace."
            screen.banner.tell(
                "ok", brought, f"Se guardaron de a {_AT_ONCE}: cada Ctrl Z quita una parte." if parts else whole
            )

    def _failed(self, error: BaseException) -> None:
        self._task = None
        self._batch.view.hide_progress()
        if isinstance(error, RuleError):
            self._batch.sheet.compare(str(error), danger=True)
        elif isinstance(error, StoreError):
            self._batch.view.tell(str(error))
        elif not isinstance(error, Cancelled):
            raise error

    def _save_wrong(self) -> None:
        """Ask where to keep the rows that cannot come in, to be corrected."""
        batch = self._batch
        if batch.sheet.table is not None and batch.lista is not None:
            titles = batch.view.mapping.headings.value()
            self._screen.saving.ask(wrong_rows(batch.sheet.table, batch.lista.malas(), titles=titles))

    def _file(self) -> str:
        table = self._batch.sheet.table
        return table.archivo if table is not None else ""


def wrong_rows(table: Tabla, wrong: Sequence[Renglon], *, titles: bool) -> Work:
    """Return the work that saves the rows that cannot come in, as they are in their file, with why beside them."""
    width = max(len(line.leida.fila.celdas) for line in wrong)
    headings = table.filas[0].celdas if titles else ()
    width = max(width, len(headings))

    def make(path: Path) -> str:
        from rcdesk.documents.planilla import Planilla
        from rcdesk.render.xlsx import to_xlsx

        rows = tuple((*_wide(line.leida.fila.celdas, width), line.nota) for line in wrong)
        to_xlsx(Planilla("Por corregir", (*_wide(headings, width), _REASON), rows), path)
        return plural(len(rows), "fila", "filas")

    return Work("El archivo por corregir", f"{Path(table.archivo).stem} por corregir", "xlsx", make)


def _wide(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (*cells, *("" for _ in range(width - len(cells))))
