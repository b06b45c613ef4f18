"""The desk: the one object every screen talks to. Screens ask and do; work decides; the base remembers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Concatenate, Final, ParamSpec, TypeVar

from sqlalchemy import Connection, select

from rcdesk.app.progress import Listener, Running
from rcdesk.app.steps import Cell, Step, Steps
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.domain.telling import Telling, silent
from rcdesk.store import bitacora as log
from rcdesk.store import replay
from rcdesk.store.backup import Backup, last_backup
from rcdesk.store.database import Database
from rcdesk.store.drafts import Drafts
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.uncollected import uncollected
from rcdesk.work import Action

P = ParamSpec("P")
R = TypeVar("R")

_NONE: Final[frozenset[Cell]] = frozenset()
_PATIENCE: Final = 5.0  # seconds; two actions never meet but at a key held down


@dataclass(frozen=True, slots=True)
class Changed:
    """What an action touched; a screen compares it with what it shows."""

    action: str
    tables: frozenset[str]
    audiencia_id: str | None


class Desk:
    """Does actions, answers queries, and remembers how to undo."""

    def __init__(self, database: Database, announce: Callable[[Changed], None] = lambda _: None) -> None:
        """`announce` is told after each change, on the thread that made it."""
        self.drafts = Drafts(database)
        self._database = database
        self._announce = announce
        self._steps = Steps()
        self._turn = threading.Lock()
        self._running: Running | None = None

    def do(self, action: Action[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run an action in one transaction, remember it, and announce what changed.

        RuleError when a rule is not met; StoreError when the machine refuses, or a long action is under way.
        """
        with self._own_turn():
            result, changed = self._run(action, lambda unit: action.run(unit, *args, **kwargs), silent)
        self._tell(changed)
        return result

    def do_long(self, action: Action[P, R], listener: Listener[R], *args: P.args, **kwargs: P.kwargs) -> Running:
        """Start a `long` action on the desk's own thread and return at once; `cancel()` takes back all it wrote.

        RuleError while a hearing runs; StoreError when another long action is under way.
        """
        self._refuse_while_live(f"«{action.name}» no se puede hacer")

        def work(progress: Telling, check: Callable[[], None]) -> tuple[R, Changed | None]:
            def task(unit: Unit) -> R:
                with uncollected():
                    result = action.run(unit, *args, **kwargs)
                check()
                return result

            return self._run(action, task, progress)

        return self._start(action.name, work, listener)

    def ask(self, query: Callable[Concatenate[Connection, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Answer a query, on any thread."""
        with self._database.reading() as connection:
            return query(connection, *args, **kwargs)

    def is_live(self) -> bool:
        """Say whether a hearing runs: then nothing long is done."""
        return self.ask(_hearing_runs)

    @property
    def undo_step(self) -> Step | None:
        """What `undo` would take back."""
        return self._steps.done[-1] if self._steps.done else None

    @property
    def redo_step(self) -> Step | None:
        """What `redo` would do again."""
        return self._steps.undone[-1] if self._steps.undone else None

    def undo(self) -> Step | None:
        """Take back the last action and return it; RuleError, naming the hand, when somebody changed it since."""
        return self._replay(self._steps.done, self._steps.undone, "Deshacer")

    @contextmanager
    def own_step(self, apart: bool = True) -> Iterator[None]:
        """What is done inside is a step of its own to undo, also when the same fields were changed before and after."""
        if apart:
            self._steps.end_run()
        yield
        if apart:
            self._steps.end_run()

    def redo(self) -> Step | None:
        """Do again the last action taken back and return it."""
        return self._replay(self._steps.undone, self._steps.done, "Rehacer")

    def undo_long(self, listener: Listener[Step | None]) -> Running:
        """Start to take back the last action, a `long` step, on the desk's own thread; refused as `do_long` is."""
        return self._replay_long(self._steps.done, self._steps.undone, "Deshacer", listener)

    def redo_long(self, listener: Listener[Step | None]) -> Running:
        """Start to do again the last action taken back, a `long` step, on the desk's own thread."""
        return self._replay_long(self._steps.undone, self._steps.done, "Rehacer", listener)

    @property
    def saved_at(self) -> datetime | None:
        """When the last change was saved, in UTC."""
        return self._database.saved_at

    @property
    def folder(self) -> Path:
        """The folder of the base, for its evidence and its copies."""
        return self._database.folder

    def backup(self) -> Backup:
        """Make a verified copy of the base, on any thread, while others work. StoreError when it cannot."""
        return self._database.backup()

    def last_backup(self) -> datetime | None:
        """Return when the last verified copy was made, in UTC."""
        return last_backup(self._database.folder)

    def close(self) -> None:
        """Stop what is under way and release the base."""
        running = self._running
        if running is not None:
            running.cancel()
            running.wait()
        self._database.close()

    @contextmanager
    def _own_turn(self) -> Iterator[None]:
        self._take_turn()
        try:
            yield
        finally:
            self._turn.release()

    def _take_turn(self) -> None:
        """Nothing is done during a long action: the screen would freeze until it ends."""
        if not self._turn.acquire(timeout=0 if self._running else _PATIENCE):
            under_way = f"«{self._running.name}»" if self._running else "otro trabajo"
            raise StoreError(f"Espere a que termine {under_way}, o cancélelo, y vuelva a intentarlo.")

    def _run(self, action: Action[..., R], task: Callable[[Unit], R], progress: Telling) -> tuple[R, Changed | None]:
        """Run it in one transaction, remember it, and return what to announce once the turn is given back."""
        changed = None
        with self._database.unit(action.name, progress=progress) as unit:
            result = task(unit)
        if unit.entry is not None:
            step = Step(
                action.name,
                unit.audiencia_id,
                (unit.entry.id,),
                _cells(unit.lines) if action.merges else _NONE,
                len(unit.lines),
            )
            self._steps.remember(step, merges=action.merges, final=action.final)
            changed = _changed(action.name, unit.lines, unit.audiencia_id)
        return result, changed

    def _start(
        self,
        name: str,
        work: Callable[[Telling, Callable[[], None]], tuple[R, Changed | None]],
        listener: Listener[R],
    ) -> Running:
        """Do `work` on the desk's own thread, the turn held until it ends; it is given how to tell and to stop."""
        running = Running(name)

        def progress(step: int, total: int, text: str) -> None:
            running.check()
            listener.progress(step, total, text)

        def ended(future: Future[tuple[R, Changed | None]]) -> None:
            self._running = None
            self._turn.release()
            error = future.exception()
            if error is None:
                result, changed = future.result()
                self._tell(changed)
                listener.done(result)
            else:
                listener.failed(error)
            running.told()

        def begun() -> tuple[R, Changed | None]:
            listening.wait()  # work that ended before would be told about on the thread that asked for it
            return work(progress, running.check)

        self._take_turn()
        self._running, listening = running, threading.Event()
        thread = ThreadPoolExecutor(1, thread_name_prefix="rcdesk-desk")
        thread.submit(begun).add_done_callback(ended)
        listening.set()
        thread.shutdown(wait=False)
        return running

    def _refuse_while_live(self, what: str) -> None:
        if self.is_live():
            raise RuleError(f"{what} con una audiencia en curso. Ciérrela primero.")

    def _replay(self, source: list[Step], target: list[Step], verb: str) -> Step | None:
        with self._own_turn():
            step, changed = self._replayed(source, target, verb)
        self._tell(changed)
        return step

    def _replay_long(
        self, source: list[Step], target: list[Step], verb: str, listener: Listener[Step | None]
    ) -> Running:
        name = f"{verb}: {source[-1].name}" if source else verb
        self._refuse_while_live(f"«{name}» cambia muchas filas, y no se puede hacer")

        def work(_progress: Telling, _check: Callable[[], None]) -> tuple[Step | None, Changed | None]:
            with uncollected():
                return self._replayed(source, target, verb)

        return self._start(name, work, listener)

    def _replayed(self, source: list[Step], target: list[Step], verb: str) -> tuple[Step | None, Changed | None]:
        """Take the last step of `source` back in one transaction, and leave it in `target`."""
        if not source:
            return None, None
        step, changed = source[-1], None
        name = f"{verb}: {step.name}"
        with self._database.unit(name, deshace=step.entries[-1]) as unit:
            unit.audiencia_id = step.audiencia_id
            lines = [line for entry in step.entries for line in log.lines_of(unit.wire, entry)]
            back = [line.change().reversed() for line in reversed(lines)]
            replay.apply(unit.wire, back)
            replay.refuse_orphans(unit.wire, unit.id, {change.table for change in back if change.after is None})
        source.pop()
        if unit.entry is not None:
            target.append(Step(step.name, step.audiencia_id, (unit.entry.id,), step.cells, len(unit.lines)))
            changed = _changed(name, unit.lines, step.audiencia_id)
        return step, changed

    def _tell(self, changed: Changed | None) -> None:
        """Announce, the turn given back: a screen that refreshes may itself have something to save."""
        if changed is not None:
            self._announce(changed)


def _changed(name: str, lines: Iterable[log.Line], audiencia_id: str | None) -> Changed:
    return Changed(name, frozenset(line.table for line in lines), audiencia_id)


def _cells(lines: Iterable[log.Line]) -> frozenset[Cell]:
    """The cells that a unit wrote."""
    changes = (line.change() for line in lines)
    return frozenset((c.table, c.key, column) for c in changes for column in c.after or c.before or ())


def _hearing_runs(connection: Connection) -> bool:
    hearing = JOURNALED["audiencias"].c
    query = select(hearing.id).where(hearing.estado == "en_curso", hearing.anulada_motivo.is_(None)).limit(1)
    return connection.execute(query).first() is not None
