"""Which base is open in the window: opening one, the example, the copies while it is open, and letting go of it."""

from __future__ import annotations

import getpass
import platform
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from rcdesk.app.preferences import Keeper, documents
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.resources import resource
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.stamp import Stamps
from rcdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from rcdesk.app.desk import Changed, Desk

OWN: Final = "Base.rcdesk"
EXAMPLE: Final = "Ejemplo.rcdesk"

_READS: Final = frozenset({"audiencias", "entidades"})
_MINUTE: Final = 60_000  # ms
_WHILE_RUNNING: Final = timedelta(minutes=10)
_OLD: Final = timedelta(days=1)
_OLD_WHILE_RUNNING: Final = timedelta(minutes=20)


class Bases(QObject):
    """Holds the desk of the open base, and keeps its two stamps true."""

    changed = Signal(object)  # Changed: what an action touched
    closing = Signal()  # its desk is about to go
    said = Signal(str)  # what was done without being asked
    _told = Signal(object)  # the same, as the desk told it on whatever thread

    def __init__(self, keeper: Keeper, tasks: Tasks, stamps: Stamps) -> None:
        super().__init__()
        self.desk: Desk | None = None
        self.hearing_runs = False
        self.entity = ""
        """The name of the entity, or else of the base."""
        self._keeper, self._tasks, self._stamps = keeper, tasks, stamps
        self._told.connect(self._heard)
        self._copying = False
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.setObjectName("cada_minuto")
        self._minute.timeout.connect(self.each_minute)

    def last(self) -> Path:
        """Return the base to open at the start: the last one that was open, or the person's own."""
        return Path(self._keeper.now.base) if self._keeper.now.base else own()

    def open(self, folder: Path, *, make: bool = False) -> str:
        """Open the base in `folder`; with `make`, made first if it is missing or empty.

        StoreError when it cannot be opened: then the one that was open stays so. Returns what `close` says of that one.
        """
        from rcdesk.app.desk import Desk
        from rcdesk.store import base

        if self.desk is not None and self.desk.folder == folder:
            return ""
        if make:
            _make_room(folder.parent)
            database = base.make_or_open(folder, clock=moment.nanoseconds(), puesto=_where(), quien=_who())
        else:
            database = base.open(folder, writing=True, clock=moment.nanoseconds(), puesto=_where(), quien=_who())
        told = self.close()
        self.desk = Desk(database, self._told.emit)
        self._keeper.keep(base=str(folder))
        self._minute.start()
        self._look()
        self.stamp()
        self._seal_what_is_left()
        return told

    def open_example(self) -> str:
        """Open the example beside the person's base, made if it is not there: it may be damaged without fear."""
        folder = documents() / EXAMPLE
        if not folder.exists():
            make_example(folder)
        return self.open(folder)

    def open_own(self) -> str:
        """Open the person's own base, made if it is not there."""
        return self.open(own(), make=True)

    def close(self) -> str:
        """Sweep old drafts, make a last copy if something changed since the one before, and let go of the base.

        Returns why the copy could not be made, or nothing.
        """
        self._minute.stop()
        self.closing.emit()
        desk, self.desk = self.desk, None
        if desk is None:
            return ""
        try:
            desk.drafts.sweep()
            if _behind(desk):
                desk.backup()
        except StoreError as error:
            return str(error)
        finally:
            desk.close()
        return ""

    def back_up(self) -> None:
        """Make a copy now, off this thread."""
        if self.desk is not None and not self._copying:
            self._copying = True
            desk = self.desk
            self._tasks.run(self, lambda _: desk.backup(), done=lambda _: self._copied(), failed=self._not_copied)

    def each_minute(self) -> None:
        """Say how old the last copy is, and make another while a hearing runs."""
        if self.desk is None:
            return
        last = self.desk.last_backup()
        if self.hearing_runs and _behind(self.desk) and (last is None or _age(last) >= _WHILE_RUNNING):
            self.back_up()
        self.stamp()

    def stamp(self) -> None:
        """Say when the last change was saved and how old the last copy is."""
        if self.desk is None:
            return
        from rcdesk.i18n import hace

        self._stamp_saved()
        last = self.desk.last_backup()
        if last is None:
            self._stamps.show_copy("todavía ninguna")
        else:
            limit = _OLD_WHILE_RUNNING if self.hearing_runs else _OLD
            self._stamps.show_copy(hace(_age(last)), old=_behind(self.desk) and _age(last) > limit)

    def _stamp_saved(self) -> None:
        from rcdesk.i18n import COLOMBIA, fecha_corta

        saved = self.desk.saved_at if self.desk is not None else None
        if saved is not None:
            local = saved.astimezone(COLOMBIA)
            same_day = local.date() == moment.now().date()
            self._stamps.show_saved(f"{local:%H:%M:%S}" if same_day else fecha_corta(local.date().isoformat()))

    def _heard(self, changed: Changed) -> None:
        if changed.tables & _READS:
            self._look()
        self._stamp_saved()
        self.changed.emit(changed)

    def _look(self) -> None:
        """Read what the window shows of the base itself."""
        from rcdesk.work.audiencias import hay_audiencia_en_curso
        from rcdesk.work.inicio import nombre_de_la_entidad

        if self.desk is not None:
            self.hearing_runs = self.desk.ask(hay_audiencia_en_curso)
            self.entity = self.desk.ask(nombre_de_la_entidad) or self.desk.folder.stem

    def _seal_what_is_left(self) -> None:
        """Make and seal the files of the actas that were approved just before the program ended."""
        from rcdesk.work.sellado import sin_sellar

        desk = self.desk
        left = desk.ask(sin_sellar) if desk is not None else []
        if desk is None or not left:
            return
        from rcdesk.ui.sealing import seal

        def failed(error: BaseException) -> None:
            if self.desk is not desk:  # another base is open: it is tried again when this one is
                return
            if not isinstance(error, RuleError | StoreError):
                raise error
            self.said.emit(
                f"Falta sellar los PDF de un acta aprobada. {error} Se sellan en Acta, Versiones, Sellar ahora."
            )

        def done(count: int) -> None:
            which = "del acta que había" if count == 1 else f"de las {count} actas que habían"
            self.said.emit(f"Se sellaron los PDF {which} quedado aprobada{'' if count == 1 else 's'} sin sellar.")

        seal(self, desk, self._tasks, left, done=done, failed=failed)

    def _copied(self) -> None:
        self._copying = False
        self.stamp()

    def _not_copied(self, error: BaseException) -> None:
        self._copying = False
        if not isinstance(error, StoreError):
            raise error
        self._stamps.show_copy("no se pudo hacer", old=True)


def own() -> Path:
    """Return where the person's base is, or will be: `Documentos/rcdesk/Base.rcdesk`."""
    return documents() / OWN


def ask_folder(window: QWidget) -> Path | None:
    """Ask for the folder of a base; None when nothing was chosen."""
    from PySide6.QtWidgets import QFileDialog

    title = "Elija la carpeta de la base (termina en .rcdesk)"
    chosen = QFileDialog.getExistingDirectory(window, title, str(own().parent))
    return Path(chosen) if chosen else None


def make_example(folder: Path) -> None:
    """Make a base with the shipped example. It is whole or it is not: a start cut short leaves nothing half done."""
    from rcdesk.app.desk import Desk
    from rcdesk.exchange import read
    from rcdesk.store import base
    from rcdesk.store.evidence import store_evidence
    from rcdesk.work.archivos import preparar
    from rcdesk.work.intercambio import importar

    source = resource("example", "ejemplo.json")
    partial = folder.with_name(f"{folder.name}.parcial")
    shutil.rmtree(partial, ignore_errors=True)
    _make_room(partial.parent)
    database = base.make_or_open(partial, clock=moment.nanoseconds(), puesto=_where(), quien=_who())
    try:
        ready = preparar(read(source), source, lambda path: store_evidence(partial, path))
        Desk(database).do(importar, archivo=ready.archivo, adjuntos=ready.adjuntos)
    finally:
        database.close()
    partial.rename(folder)


def _make_room(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"No se pudo crear la carpeta «{folder}»: {error.strerror}. Abra una base en otra carpeta."
        ) from error


def _behind(desk: Desk) -> bool:
    """Whether something was saved after the last copy."""
    saved, last = desk.saved_at, desk.last_backup()
    return saved is not None and (last is None or saved > last)


def _age(when: datetime) -> timedelta:
    return moment.now() - when


def _where() -> str:
    return platform.node() or "este equipo"


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a machine without a name for the user
        return "sin nombre"
