"""The real window, offscreen, on En vivo of a hearing on air; each thing that a person does is timed to its paint."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.app.desk import Changed, Desk
from rcdesk.app.preferences import Keeper
from rcdesk.ui.application import collect_from_now_on
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.en_vivo import EnVivoScreen
from rcdesk.work.audiencias import cambiar_estado
from tests.bases import hearing_id
from tests.running import TODAY
from tests.typing import press

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def application() -> QApplication:
    """The application of this process, without a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = QApplication.instance() or QApplication([])
    assert isinstance(found, QApplication)
    return found


class Paints(QObject):
    """Counts what is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's own."""
        self.count += event.type() == QEvent.Type.Paint
        return False


class Live:
    """What the person has before them. Every method returns milliseconds, from the key to the paint."""

    def __init__(self, window: MainWindow, screen: EnVivoScreen) -> None:
        self.window, self.screen = window, screen
        self._app = application()
        self.paints = Paints()
        self._app.installEventFilter(self.paints)

    @property
    def desk(self) -> Desk:
        """The desk of the open base."""
        return self.screen.desk

    def timed(self, act: Callable[[], object]) -> float:
        """Do something, and let everything that it asks for be painted."""
        start = time.perf_counter()
        act()
        self._app.processEvents()
        return (time.perf_counter() - start) * 1000

    def stored(self, act: Callable[[], object]) -> tuple[float, float]:
        """Do something that is kept; return when it was safe on the disk, and when all that it changed was painted."""
        safe: list[float] = []
        tell = self.desk._tell

        def told(changed: Changed | None) -> None:
            safe.append(time.perf_counter())
            tell(changed)

        self.desk._tell = told  # type: ignore[method-assign]
        start = time.perf_counter()
        painted = self.timed(act)
        del self.desk._tell
        return (safe[0] - start) * 1000, painted

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> float:
        """Press a key as the window system would, so that shortcuts hear it."""
        return self.timed(lambda: self.press(key, held))

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press it, and no more."""
        QTest.keyClick(self.window.windowHandle(), key, held)

    def type(self, text: str) -> list[float]:
        """Type in whatever has the keys, letter by letter."""
        keys = ((Qt.Key.Key_Space if letter == " " else Qt.Key(0), letter) for letter in text)
        return [self.timed(lambda k=k, t=t: press(self.focus(), k, text=t)) for k, t in keys]  # type: ignore[misc]

    def focus(self) -> QWidget:
        """What has the keys."""
        return QApplication.focusWidget() or self.screen


@contextmanager
def on_air(base: Path, codigo: str) -> Iterator[Live]:
    """Open the window on a hearing that has begun."""
    app = application()
    window = MainWindow(Keeper(base.parent / "preferencias.json"))
    window.resize(1366, 768)
    window.show()
    window.furnish()
    collect_from_now_on(window)  # as the program does
    app.processEvents()
    window.start(base)
    desk = window.bases.desk
    assert desk is not None
    hearing = hearing_id(desk, codigo)
    desk.do(cambiar_estado, id=hearing, estado="en_curso", hoy=TODAY, hora="09:00")
    window.go("en_vivo", hearing)
    window.activateWindow()
    for _ in range(5):
        app.processEvents()
    screen = window.findChild(EnVivoScreen)
    assert screen is not None
    screen.capture.line.setFocus()
    live = Live(window, screen)
    try:
        yield live
    finally:
        app.removeEventFilter(live.paints)
        window.close()
        window.deleteLater()
        app.processEvents()
