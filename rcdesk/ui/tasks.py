"""Long work, off the GUI thread.

Workers are plain Python threads that touch no QObject but this one, which outlives them: they leave a note in the
inbox and ring the bell; the note is read on the GUI thread. Nor are they the last to hold what the window made: whoever
lets go of what a signal is connected to disconnects it, and a worker that does may wait for ever for the GUI thread,
and that one for it. So who is told waits here, by number, and a job is let go of before its news are sent.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import count
from queue import Empty, SimpleQueue
from threading import Event
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from rcdesk.app.progress import Cancelled, Listener, Progress
from rcdesk.domain.telling import Telling, silent

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from rcdesk.app.desk import Desk
    from rcdesk.work import Action

R = TypeVar("R")


class Task(Protocol):
    """A handle on work in progress."""

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""


class _Job:
    """What the window holds of a job; the worker has only the event."""

    def __init__(self, stop: Event) -> None:
        self._stop = stop

    def cancel(self) -> None:
        self._stop.set()


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Who is told about a job, and the job itself, until they are."""

    owner: QObject
    done: Callable[[Any], object]
    failed: Callable[[BaseException], object]
    advanced: Telling
    job: object = None


class Tasks(QObject):
    """Runs jobs in the background and brings their news to the GUI thread, while their owner lives."""

    _bell = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools: dict[str, ThreadPoolExecutor] = {}  # made for their first job: no start needs them
        self._numbers = count()
        self._waiting: dict[int, _Waiting] = {}
        self._inbox: SimpleQueue[tuple[int, str, tuple[Any, ...]]] = SimpleQueue()
        self._bell.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(partial(_dismiss, self._pools))

    def run(
        self,
        owner: QObject,
        job: Callable[[Progress], R],
        *,
        done: Callable[[R], object],
        failed: Callable[[BaseException], object],
        advanced: Telling = silent,
        pages: bool = False,
    ) -> Task:
        """Start `job`, which only reads and makes files. `failed` is told `Cancelled` when the person stopped it.

        Jobs with `pages` run one by one on a thread of their own: the only one where PDFium may be called.
        """
        waiting, stop, jobs = _Waiting(owner, done, failed, advanced, job), Event(), [job]
        listener = self._listener(number := next(self._numbers))

        def progress(step: int, total: int, words: str) -> None:
            if stop.is_set():
                raise Cancelled
            listener.progress(step, total, words)

        def work() -> R:
            return jobs.pop()(progress)

        def ended(future: Future[R]) -> None:
            if future.cancelled():  # the program is closing
                return
            error = future.exception()
            if error is None:
                listener.done(future.result())
            else:  # whatever it is goes to the GUI thread, where bugs are reported
                listener.failed(error)

        self._waiting[number] = waiting
        pool = self._workers("rcdesk-paginas", 1) if pages else self._workers("rcdesk-tarea", 2)
        pool.submit(work).add_done_callback(ended)
        return _Job(stop)

    def do_long(
        self,
        owner: QObject,
        desk: Desk,
        action: Action[..., R],
        *,
        done: Callable[[R], object],
        failed: Callable[[BaseException], object],
        advanced: Telling = silent,
        **kwargs: Any,
    ) -> Task:
        """Start a long action of the desk; RuleError while a hearing runs, StoreError during another one."""
        task = desk.do_long(action, self._listener(number := next(self._numbers)), **kwargs)
        self._waiting[number] = _Waiting(owner, done, failed, advanced)
        return task

    def undo_long(
        self,
        owner: QObject,
        desk: Desk,
        *,
        redo: bool,
        done: Callable[[Any], object],
        failed: Callable[[BaseException], object],
    ) -> Task:
        """Start to take back a long step, or to do it again; refused as `do_long` is."""
        start = desk.redo_long if redo else desk.undo_long
        task = start(self._listener(number := next(self._numbers)))
        self._waiting[number] = _Waiting(owner, done, failed, silent)
        return task

    def close(self) -> None:
        """Wait for the running jobs; drop the rest."""
        for pool in self._pools.values():
            pool.shutdown(wait=True, cancel_futures=True)

    def _workers(self, name: str, count: int) -> ThreadPoolExecutor:
        if name not in self._pools:
            from concurrent.futures import ThreadPoolExecutor

            self._pools[name] = ThreadPoolExecutor(max_workers=count, thread_name_prefix=name)
        return self._pools[name]

    def _listener(self, number: int) -> Listener[Any]:
        def post(what: str, *told: Any) -> None:
            self._inbox.put((number, what, told))
            with suppress(RuntimeError):  # the window went away while the job ended: nobody is waiting
                self._bell.emit()

        return Listener(partial(post, "done"), partial(post, "failed"), partial(post, "advanced"))

    @Slot()
    def _deliver(self) -> None:
        while True:
            try:
                number, what, told = self._inbox.get_nowait()
            except Empty:
                return
            waiting = self._waiting[number] if what == "advanced" else self._waiting.pop(number)
            if isValid(waiting.owner):
                getattr(waiting, what)(*told)


def _dismiss(pools: dict[str, ThreadPoolExecutor]) -> None:
    """Let the threads of a window that is gone end by themselves."""
    for pool in pools.values():
        pool.shutdown(wait=False, cancel_futures=True)


def tasks_of(widget: QWidget) -> Tasks:
    """Return the tasks of the window that `widget` is in."""
    window = widget.window()
    return window.findChild(Tasks) or Tasks(window)
