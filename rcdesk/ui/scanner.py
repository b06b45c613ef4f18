"""A USB reader is not a keyboard: what it types is caught on its way in, whatever has the keys, and never lands.

It is told by gap **and** shape. The first keys that may be one (`domain/lector`) are held while the next come as
quick as no person types, and are given back untouched, in order, as soon as they cannot be one. Once the shape leaves
no doubt, everything until a silence belongs to the reader. Of what it typed nothing is kept here but what is read.

It listens to the windows, where keys come in from the system before any widget or shortcut has them.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from rcdesk.domain.lector import Clase, Ilegible, Lectura, leer
from rcdesk.domain.lector.formas import clase_de, es_entera, puede_ser
from rcdesk.ui.kit import moment
from rcdesk.ui.strokes import NOTHING, RETURN, TAB, Stroke, code_of, copied, shortcut_of

HELD: Final = 22  # ms that a key waits for the next one; with what the timers add, it is back within 25
QUICK: Final = 34
"""ms between keys of a reader, at most, by the clock of the system; that of Windows ticks every 16."""
PATIENT: Final = 250  # ms of silence that end a reading: a hub may stop for 150
_LATE: Final = 15  # ms after its time at which a timer proves that the program was busy, and keys may be waiting
_MOST: Final = 4_000  # letters held of a reading that never becomes whole
_FIRST: Final = frozenset(b"RrIi0")  # how everything that is read begins

_TYPE = QEvent.Type
_LEAVING: Final = frozenset(
    {_TYPE.MouseButtonPress, _TYPE.TouchBegin, _TYPE.FocusOut, _TYPE.FocusAboutToChange, _TYPE.Close}
)


@dataclass(frozen=True, slots=True)
class Medida:
    """How a reader types, without what it typed."""

    letras: int
    pausa: int
    """ms between two keys, usually."""
    mayor: int
    """The longest of them."""
    clase: Clase | None
    legible: bool
    final: Literal["Enter", "Tab", ""]


def scanner_of(place: QWidget) -> Scanner | None:
    """Return what listens to readers in the window of a widget."""
    return place.window().findChild(Scanner)


class Scanner(QObject):
    """`read` is what a reader said; `measured` how it types, while someone is `probing` it."""

    read = Signal(object)
    measured = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.probing = False
        self._held: list[Stroke] = []
        self._burst = bytearray()
        self._kind: Clase | None = None  # of what is being read
        self._leftover: Clase | None = None  # of what was read, and may not have ended
        self._taken = self._giving = self._again = False
        self._system, self._own = 0, 0.0  # when the last key came, by the system and by this program
        self._still = 0  # ms since the last key that came as quick as a reader's
        self._gaps: list[int] = []  # while probing
        self._typist: QObject | None = None  # what has the keys that are held
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.setObjectName("lector")
        self._timer.timeout.connect(self._time_out)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._watch)
        for window in app.topLevelWindows():
            self._watch(window)

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _watch_popup(self) -> None:
        """A list that drops gets the presses in a window of its own, that may never have the focus."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            self._watch(popup.windowHandle())

    # What comes in

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == _TYPE.InputMethod or (kind in _LEAVING and watched.isWindowType()):
            self._give_back(len(self._held))  # what was typed before goes first
        elif isinstance(event, QKeyEvent) and isinstance(watched, QWindow):
            if self._giving:
                self._giving = False
            elif kind == _TYPE.ShortcutOverride:
                self._watch_popup()
                self._taken = self._minds(event)
                event.setAccepted(self._taken)  # no shortcut then: the key comes again as a press
                return self._taken
            elif kind == _TYPE.KeyPress:
                return self._press(Stroke(watched, copied(event), code_of(event)))
            elif kind == _TYPE.KeyRelease:
                return self._release(Stroke(watched, copied(event), None))
        return False

    def _minds(self, event: QKeyEvent) -> bool:
        """Say whether the press that comes after may have to be held or swallowed."""
        busy = self.probing or bool(self._held) or self._kind is not None or self._leftover is not None
        return busy or _begins(event, code_of(event))

    def _press(self, stroke: Stroke) -> bool:
        gap = self._gap(stroke.event)
        if self.probing:
            return self._measure(stroke, gap)
        self._settle(stroke.code, gap)
        if self._kind is not None:
            self._note(self._kind, stroke.code)
        elif self._leftover is not None:
            self._wait(PATIENT)
        elif self._held or _begins(stroke.event, stroke.code):
            self._hold(stroke)
        elif self._taken:
            self._send(stroke)
        else:
            return False
        return True

    def _release(self, stroke: Stroke) -> bool:
        if self._held:
            self._held.append(stroke)
            return True
        return self.probing or self._kind is not None or self._leftover is not None

    def _gap(self, event: QKeyEvent) -> int:
        """Return the ms since the last key. The system's clock knows it even when this program was busy meanwhile."""
        now, system = time.monotonic() * 1000, event.timestamp()
        known = self._system > 0 and system >= self._system
        found = system - self._system if known else int(now - self._own)
        self._system, self._own = system, now
        self._still = 0 if found <= QUICK else self._still + found
        return found

    def _settle(self, code: int | None, gap: int) -> None:
        """End what the silence before this key ended; who types on after a reading is no part of it."""
        if self._kind is not None and self._still > PATIENT:
            self._finish(self._kind)
        elif self._leftover is not None:
            # the fingerprints of a cédula, which may be any key; of the others, the Enter of the reader
            slow = self._leftover == "amarilla" or code in (None, RETURN, TAB)
            if self._still > PATIENT or (gap > QUICK and not slow):
                self._leftover = None
        elif self._held and gap > QUICK:
            self._give_back(len(self._held))

    # Keys that may be the beginning of a reading

    def _hold(self, stroke: Stroke) -> None:
        if not self._held:
            self._listen(QGuiApplication.focusObject())
        self._held.append(stroke)
        if stroke.code is not None:
            self._burst.append(stroke.code)
        self._wait(HELD)
        self._judge(repeated=stroke.event.isAutoRepeat())

    def _judge(self, *, repeated: bool) -> None:
        """See what the held keys are, and give back from the first on those that are nothing."""
        kind = None if repeated else clase_de(self._burst)
        if kind is not None:
            self._held.clear()
            self._kind = kind
            self._wait(PATIENT)
            return
        place, rest = 0, bytearray(self._burst)
        while rest and (repeated or not puede_ser(rest)):
            del rest[0]
            place += 1
            while place < len(self._held) and self._held[place].code is None:
                place += 1
        self._give_back(place)

    def _give_back(self, many: int) -> None:
        """Let in the first held keys, in order."""
        if not many:
            return
        given, self._held = self._held[:many], self._held[many:]
        del self._burst[: sum(stroke.code is not None for stroke in given)]
        if not self._held:
            self._timer.stop()
            self._listen(None)
        for stroke in given:
            self._send(stroke)

    def _send(self, stroke: Stroke) -> None:
        """Let a key in as the system does: whoever wants it for itself, then the shortcuts, then as typing."""
        if stroke.event.type() == _TYPE.KeyPress:
            first = copied(stroke.event, _TYPE.ShortcutOverride)
            first.ignore()
            self._deliver(stroke.window, first)
            action = None if first.isAccepted() else shortcut_of(stroke.event)
            if action is not None:
                if action.autoRepeat() or not stroke.event.isAutoRepeat():
                    action.trigger()
                return
        self._deliver(stroke.window, stroke.event)

    def _deliver(self, window: QWindow, event: QKeyEvent) -> None:
        if isValid(window):
            self._giving = True  # until the filter sees it, which is at once
            QCoreApplication.sendEvent(window, event)
            self._giving = False

    def _listen(self, typist: QObject | None) -> None:
        """Watch what has the held keys: an input method writes in it without passing by the window."""
        if self._typist is not None and isValid(self._typist):
            self._typist.removeEventFilter(self)
        self._typist = typist
        if typist is not None and not typist.isWindowType():
            typist.installEventFilter(self)

    # What is being read

    def _note(self, kind: Clase, code: int | None) -> None:
        self._wait(PATIENT)
        if code is not None and len(self._burst) < _MOST:
            self._burst.append(code)
            if es_entera(kind, self._burst):
                self._leftover = kind
                self._finish(kind)

    def _finish(self, kind: Clase) -> None:
        """Tell what was read, and forget how it was typed."""
        self._kind = None
        self._listen(None)
        self.read.emit(self._read(kind))

    def _read(self, kind: Clase) -> Lectura:
        found = leer(kind, self._burst, date.fromisoformat(moment.today()))
        self._burst[:] = bytes(len(self._burst))
        self._burst.clear()
        return found

    # Time

    def _wait(self, ms: int) -> None:
        self._again = False
        self._timer.start(ms)

    def _time_out(self) -> None:
        late = time.monotonic() * 1000 - self._own - self._timer.interval()
        if not self._again and (self._held or late > _LATE):
            self._again = True  # keys that came meanwhile go first: at the last moment, or while the program was busy
            self._timer.start(1)
        elif self.probing:
            self._tell()
        elif self._kind is not None:
            self._finish(self._kind)
        else:
            self._leftover = None
            self._give_back(len(self._held))

    # Trying the reader

    def probe(self, on: bool) -> None:
        """Only measure what comes, or read again; what was half read is forgotten."""
        self._give_back(len(self._held))
        self._timer.stop()
        self.probing, self._kind, self._leftover = on, None, None
        self._burst[:] = bytes(len(self._burst))
        self._burst.clear()
        self._gaps.clear()

    def _measure(self, stroke: Stroke, gap: int) -> bool:
        if stroke.event.key() == Qt.Key.Key_Escape:
            return False
        self._wait(PATIENT)
        if stroke.code is not None and len(self._burst) < _MOST:
            if self._burst:
                self._gaps.append(gap)
            self._burst.append(stroke.code)
        return True

    def _tell(self) -> None:
        ending: Literal["Enter", "Tab", ""] = "Enter" if self._burst.endswith((b"\r", b"\r\n")) else ""
        ending = "Tab" if self._burst.endswith(b"\t") else ending
        letters = len(self._burst) - sum(map(self._burst.count, (NOTHING, RETURN, TAB)))
        gaps, self._gaps = self._gaps or [0], []
        kind = clase_de(self._burst)
        found = self._read(kind or "codigo")
        legible = kind is not None and not isinstance(found, Ilegible)
        self.measured.emit(Medida(letters, round(median(gaps)), max(gaps), kind, legible, ending))


def _begins(event: QKeyEvent, code: int | None) -> bool:
    """Say whether a key may be the first of a reading. A key held down is a person's."""
    return code in _FIRST and not event.isAutoRepeat()
