"""A file whose rows are looked at before any is kept: chosen or dropped, its columns said, and remembered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rcdesk.app.progress import Cancelled, Progress
from rcdesk.domain.columnas import repetidos
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.ui.headings import Headings
from rcdesk.ui.kit.drops import Drops
from rcdesk.ui.kit.opening import ask_file
from rcdesk.ui.tasks import tasks_of

if TYPE_CHECKING:
    from rcdesk.domain.columnas import Tabla
    from rcdesk.ui.kit.proposal import Proposal
    from rcdesk.ui.kit.screen import Screen
    from rcdesk.ui.tasks import Task


@dataclass(frozen=True, slots=True)
class Kind:
    """What is asked for: the title and the filter of the dialog, and where what is said of columns is remembered."""

    title: str
    filters: str
    place: str


class OpenedFile(QObject):
    """Shown in `view`. A subclass reads it (`read`), and makes its rows again when a column is another (`rebuild`)."""

    def __init__(self, owner: QObject, screen: Screen, view: Proposal, kind: Kind) -> None:
        super().__init__(owner)
        self._where, self._view, self._kind = screen, view, kind
        self._task: Task | None = None
        self._mark = object()  # of the last job: the others came too late
        self._path: Path | None = None
        self.table: Tabla | None = None
        self._headings = Headings(screen.desk.drafts, kind.place)
        view.mapping.changed.connect(self._remap)
        view.mapping.sheet_chosen.connect(self._another_sheet)
        Drops(screen).dropped.connect(self.read)

    @property
    def reading(self) -> bool:
        """Whether it is being read, or looked at."""
        return self._task is not None

    def choose(self) -> None:
        """Ask for the file."""
        path = ask_file(self._where, self._kind.title, self._kind.filters)
        if path is not None:
            self.read(path)

    def read(self, path: Path, hoja: str = "") -> None:
        """Read a file, or another sheet of it, away from the screen's thread; nothing of it is kept."""
        raise NotImplementedError

    def rebuild(self) -> None:
        """Make the rows that the columns now say."""
        raise NotImplementedError

    def cancel(self) -> None:
        """Stop reading."""
        if self._task is not None:
            self._task.cancel()

    def forget(self) -> None:
        """The file is no longer open."""
        self._path, self.table = None, None

    def notes(self, table: Tabla) -> list[str]:
        """Return what is to be told of a table as it was read."""
        twice = repetidos(table) if self._view.mapping.headings.value() else ()
        return [*table.avisos, *(f"Dos columnas se llaman «{name[:40]}»: se tomó la primera." for name in twice)]

    def _run(self, job: Callable[[Progress], object], done: Callable[..., object], words: str) -> None:
        """Do a job away from the screen's thread, saying `words`; `done` is told what it gives unless another came."""
        view, started = self._view, object()
        self._mark = started

        def ended(result: object) -> None:
            if self._mark is started:
                self._task = None
                view.hide_progress()
                done(result)

        def failed(error: BaseException) -> None:
            if self._mark is started:
                self._task = None
                view.hide_progress()
                self._failed(error)
            elif not isinstance(error, RuleError | StoreError | Cancelled):
                raise error

        view.show_progress(self.cancel, 0, words)
        self._task = tasks_of(self._where).run(self, job, done=ended, failed=failed, advanced=view.progress.advance)

    def _failed(self, error: BaseException) -> None:
        """Say that the last job was stopped or refused; a bug is raised again."""
        raise NotImplementedError

    def _remap(self) -> None:
        if self.table is None:
            return
        try:
            self._headings.keep(self.table, self._view.mapping.fields())
        except StoreError as error:
            self._view.tell(str(error))
        self.rebuild()

    def _another_sheet(self, name: str) -> None:
        if self._path is not None and self.table is not None and name != self.table.hoja:
            self.read(self._path, name)
