"""The program with its window: from the first paint, which needs nothing but Qt, to the last copy at closing."""

from __future__ import annotations

import faulthandler
import gc
import os
import sys
import threading
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from rcdesk.app.preferences import Keeper, logs
from rcdesk.ui.kit.spanish import speak_spanish
from rcdesk.ui.main_window import MainWindow

if TYPE_CHECKING:
    from rcdesk.ui.messages import Reporter


def run(folder: Path | None = None, *, example: bool = False) -> int:
    """Open the window on the base in `folder`, on the example, or on the last base; return the exit code."""
    gc.disable()
    _leave_a_trace_of_crashes()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("rcdesk")
    app.setApplicationDisplayName("rcdesk")
    app.setDesktopFileName("rcdesk")
    speak_spanish(app)
    keeper = Keeper()
    window = MainWindow(keeper)
    bugs = Bugs(window)
    bugs.listen()
    window.painted.connect(window.furnish)
    window.furnished.connect(window.open_example if example else partial(window.start, folder))
    window.furnished.connect(partial(collect_from_now_on, window))
    if window.placed:
        window.show()
    else:
        window.showMaximized()
    try:
        return app.exec()
    finally:
        bugs.stop()
        window.close()


def collect_from_now_on(window: MainWindow) -> None:
    """Search for cycles of objects again: while starting it took a sixth of the time, and what is here now stays.

    So does each screen once it is made: a search through all of them stopped the keys for 70 ms.
    """
    from rcdesk.ui.collecting import Collector  # the first paint does without it

    gc.freeze()
    Collector(window)
    window.screen_made.connect(gc.freeze)


class Bugs(QObject):
    """Takes the errors that nobody expected, from any thread, to one report on the GUI thread."""

    _met = Signal(object, object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._reporter: Reporter | None = None
        self._met.connect(self._tell)

    def listen(self) -> None:
        """Be told from now on."""
        sys.excepthook = self._hook
        threading.excepthook = lambda found: self._hook(found.exc_type, found.exc_value, found.exc_traceback)

    def stop(self) -> None:
        """Leave errors to Python again."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__

    def _hook(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        from rcdesk.ui.messages import report

        if sys.stderr is not None:
            sys.stderr.write(f"{report(kind, trace)}\n")
        self._met.emit(kind, trace)

    def _tell(self, kind: Any, trace: Any) -> None:
        from rcdesk.ui.messages import Reporter

        if self._reporter is None:
            self._reporter = Reporter(self._window)
        # Later: a bug may happen while a widget is being painted.
        QTimer.singleShot(0, partial(self._reporter.tell, kind, trace))


def _leave_a_trace_of_crashes() -> None:
    """Where the interpreter itself dies, let it write in which lines; a program without console has no stderr."""
    with suppress(OSError):
        folder = logs()
        folder.mkdir(parents=True, exist_ok=True)
        # An open descriptor is all the dying interpreter can use; what a crash before left is kept until the next one.
        faulthandler.enable(os.open(folder / "fallo.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
