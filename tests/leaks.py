"""What is alive at a moment (threads, timers, windows), and what a test left behind."""

import gc
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

SECONDS_TO_SETTLE = 2.0  # a thread that was told to stop may take a moment, a forgotten one never does
WINDOWS_OF_QT = ("QTipLabel",)  # Qt keeps its one tooltip for the next time


_EVERY = 10  # tests between two rests
_turns = count()


def rest() -> None:
    """Now and then, set aside what is alive for good (modules, caches), so that sweeps look only at what is new."""
    if next(_turns) % _EVERY == 0:
        gc.collect()
        gc.freeze()


@dataclass(frozen=True, slots=True)
class Standing:
    """Live things by identity, each with the words that name it in a failure."""

    threads: dict[int, str]
    qt: dict[int, str] = field(default_factory=dict)


def standing(*, uses_qt: bool) -> Standing:
    """List what is alive now; Qt is asked only by tests that use it (a sweep takes some 10 ms)."""
    threads = {id(t): f"thread {t.name!r}" for t in threading.enumerate() if t is not threading.current_thread()}
    return Standing(threads, _qt_standing() if uses_qt and "PySide6.QtWidgets" in sys.modules else {})


def settle(before: Standing, *, uses_qt: bool, seconds: float = SECONDS_TO_SETTLE) -> list[str]:
    """Wait shortly for what is finishing and name what was not there before and does not end."""
    deadline = time.monotonic() + seconds
    if uses_qt:
        _let_qt_delete()
    while True:
        left = _new(before, standing(uses_qt=uses_qt))
        if not left or time.monotonic() > deadline:
            return left
        if uses_qt:
            _let_qt_delete()
        gc.collect()
        time.sleep(0.01)


def _new(before: Standing, after: Standing) -> list[str]:
    threads = [words for key, words in after.threads.items() if key not in before.threads]
    return threads + [words for key, words in after.qt.items() if key not in before.qt]


def _let_qt_delete() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _kinds_of(kind: type[object]) -> Iterator[type[object]]:
    yield kind
    for narrower in kind.__subclasses__():
        yield from _kinds_of(narrower)


def _qt_standing() -> dict[int, str]:
    from PySide6.QtCore import QThread, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    found: dict[int, str] = {}
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return found
    for window in app.topLevelWidgets():
        if window.parent() is None and type(window).__name__ not in WINDOWS_OF_QT:
            found[id(window)] = f"window {type(window).__name__} {window.objectName()!r}"
    kinds = {*_kinds_of(QTimer), *_kinds_of(QThread)}
    for thing in [one for one in gc.get_objects() if type(one) in kinds]:
        if not isValid(thing):
            continue
        if isinstance(thing, QTimer) and thing.isActive():
            found[id(thing)] = f"timer {thing.objectName()!r} every {thing.interval()} ms"
        if isinstance(thing, QThread) and thing.isRunning() and thing is not app.thread():
            found[id(thing)] = f"QThread {thing.objectName()!r}"
    return found
