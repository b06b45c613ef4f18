"""What a reader types never lands; what a person types, however quick, lands whole and in order."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from rcdesk.domain.codigos import codigo_de
from rcdesk.domain.lector import Cedula, Codigo, Ilegible
from rcdesk.domain.lector.formas import clase_de
from rcdesk.ui.scanner import PATIENT, Medida, Scanner
from tests import readings
from tests.hours import next_hour
from tests.reader import rest, send, strike

ID = "01890a5d-ac96-774b-bcce-b302099a8057"
CODE = codigo_de("asistente", ID)
EVERY = {
    "codigo": CODE,
    "amarilla": readings.yellow()[:200],
    "con_nulos": readings.yellow(filler="\0"),
    "con_signos": readings.yellow(filler="@")[:240],
    "mrz": readings.new(),
}
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Room(QWidget):
    """A window with what may have the keys."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.text, self.table, self.check = QLineEdit(), QPlainTextEdit(), QTableWidget(3, 3), QCheckBox()
        self.text.setTabChangesFocus(True)
        self.done: list[str] = []
        for keys in ("R", "I", "Ctrl+S", "A", "Return"):
            action = QAction(keys, self.table)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _on=False, keys=keys: self.done.append(keys))
            self.table.addAction(action)
        layout = QVBoxLayout(self)
        for widget in (self.line, self.text, self.table, self.check):
            layout.addWidget(widget)
        self.seen: list[tuple[QEvent.Type, str]] = []
        self.line.installEventFilter(self)
        self.scanner = Scanner(self)
        self.read: list[Any] = []
        self.measured: list[Medida] = []
        self.scanner.read.connect(self.read.append)
        self.scanner.measured.connect(self.measured.append)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() != QEvent.Type.ShortcutOverride:
            self.seen.append((event.type(), event.text()))
        return False


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    room = Room()
    qtbot.addWidget(room)
    with qtbot.waitExposed(room):
        room.show()
    room.activateWindow()
    room.line.setFocus()
    yield room
    room.scanner.probe(False)


def what(found: Any) -> str:
    """The document or the key that was read."""
    return str(found.numero if isinstance(found, Cedula) else found.id if isinstance(found, Codigo) else "nada")


@pytest.mark.parametrize("where", ["line", "text", "table", "check", ""])
def test_a_reading_is_caught_wherever_the_keys_are_and_never_lands(room: Room, where: str) -> None:
    room.line.setText("¿Y el agua")
    room.text.setPlainText("Señor")
    focus = getattr(room, where or "line")
    focus.setFocus()
    if not where:
        focus.clearFocus()
    before = QApplication.focusWidget()
    for typed in EVERY.values():
        for end in ("", "\r", "\t", "\r\n"):
            room.read.clear()
            send(room.line, typed + end, 8)
            room.scanner.probe(False)
            assert [what(found) for found in room.read] == [ID if typed == CODE else "1107220556"]
    assert (room.line.text(), room.text.toPlainText(), room.done) == ("¿Y el agua", "Señor", [])
    assert QApplication.focusWidget() is before and not room.check.isChecked()


@SLOW
@given(
    st.sampled_from(list(EVERY.values())),
    st.lists(st.integers(0, 20), min_size=24, max_size=24),
    st.integers(30, 200),
    st.integers(1, 150),
    st.sampled_from(["", "\r", "\t"]),
)
def test_a_reading_at_any_pace_is_caught_also_when_a_hub_stops_for_a_moment(
    room: Room, typed: str, gaps: list[int], place: int, hiccup: int, end: str
) -> None:
    room.read.clear()
    room.line.clear()
    paced = [gaps[n % 24] for n in range(len(typed))]
    paced[min(place, len(typed) - 2)] = hiccup  # only once there is no doubt
    send(room.line, "olarir" + typed + end, [120, 90, 5, 5, 5, 5, *paced])
    room.scanner.probe(False)
    assert room.line.text() == "olarir"
    assert [what(found) for found in room.read] == [ID if typed == CODE else "1107220556"]


@SLOW
@given(st.text("rRcdeskS0013iIolCOLpPubD<\t ñá¿", max_size=40), st.lists(st.integers(0, 160), min_size=40, max_size=40))
def test_typing_at_any_pace_loses_nothing_and_moves_nothing(room: Room, typed: str, gaps: list[int]) -> None:
    """Even as quick as a reader, what has no shape is text; and whatever its shape, what is slow is text."""
    typed = typed.replace("\t", "")
    shaped = any(clase_de(bytearray(typed[n:].encode("latin-1", "replace"))) for n in range(len(typed)))
    room.line.clear()
    send(room.line, typed, [max(gap, 35) if shaped else gap for gap in gaps])
    rest(30) if typed[-1:] in tuple("RrIi0") else None
    room.scanner.probe(False)
    assert room.line.text() == typed and not room.read


@SLOW
@given(st.lists(st.tuples(st.sampled_from("rcdi0a1"), st.integers(0, 90), st.integers(1, 4)), max_size=20))
def test_keys_that_roll_over_one_another_come_and_go_in_the_order_of_the_fingers(
    room: Room, played: list[tuple[str, int, int]]
) -> None:
    """Each key goes up some keys after it went down, as with two hands in a hurry."""
    sent: list[tuple[QEvent.Type, str]] = []
    at = next_hour()
    down: list[tuple[str, int]] = []
    room.seen.clear()
    for letter, gap, keys in played:
        up = [one for one, left in down if left <= 0]
        down = [(one, left - 1) for one, left in down if left > 0]
        for kind, one in (*((QEvent.Type.KeyRelease, one) for one in up), (QEvent.Type.KeyPress, letter)):
            sent.append((kind, one))
            strike(room.windowHandle(), one, at, kinds=(QEvent.Type.ShortcutOverride, kind))
        down.append((letter, keys))
        at += gap
    room.scanner.probe(False)
    assert room.seen == sent


@pytest.mark.parametrize("typed", [CODE, readings.new(between="")])
def test_a_reader_that_spells_each_letter_with_its_number_is_caught(room: Room, typed: str) -> None:
    """Alt and figures of the pad: how many are set so that they do not depend on the keyboard of the computer."""
    window, at = room.windowHandle(), next_hour()
    alt, pad = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.KeypadModifier
    for letter in typed:
        spelled = [(Qt.Key.Key_Alt, alt, ""), *((Qt.Key(ord(n)), alt | pad, n) for n in f"{ord(letter):04}")]
        for key, held, text in (*spelled, (Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)):
            for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, held, 0, 0, 0, "" if held else text, False, 1)
                event.setTimestamp(at)
                QApplication.sendEvent(window, event)
            at += 4
    room.scanner.probe(False)
    assert room.line.text() == "" and len(room.read) == 1 and not isinstance(room.read[0], Ilegible)


def test_a_code_typed_by_hand_is_text(room: Room) -> None:
    send(room.line, CODE.lower(), 70)
    rest()
    assert room.line.text() == CODE.lower() and not room.read


def test_one_key_alone_waits_less_than_what_an_eye_notices(room: Room) -> None:
    send(room.line, "r")
    assert room.line.text() == ""
    rest()
    assert room.line.text() == "r"


def test_a_key_of_a_list_acts_when_it_was_no_reading(room: Room) -> None:
    """Through the shortcuts of Qt itself, whose turn comes before the press."""
    room.table.setFocus()
    window = room.windowHandle()
    for key in (Qt.Key.Key_R, Qt.Key.Key_A, Qt.Key.Key_I):
        QTest.keyClick(window, key)
        rest()
    assert room.done == ["R", "A", "I"]
    QTest.keyClick(window, Qt.Key.Key_R)
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)  # the two roll over one another
    assert room.done[3:] == ["R", "Ctrl+S"]


def test_a_reading_over_a_list_that_dropped_chooses_nothing_in_it(room: Room) -> None:
    room.line.setCompleter(QCompleter(["rosa", "rcd", "rita"], room.line))
    QTest.keyClick(room.windowHandle(), Qt.Key.Key_R)
    rest()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    for letter in CODE:
        QTest.keyClick(room.windowHandle(), Qt.Key(ord(letter)))  # Qt itself takes the presses to the list
    QTest.keyClick(room.windowHandle(), Qt.Key.Key_Return)
    assert room.line.text() == "r" and popup.isVisible()
    assert [what(found) for found in room.read] == [ID]
    popup.close()


def test_a_key_held_down_and_what_is_written_otherwise_stay_in_their_order(room: Room) -> None:
    window = room.windowHandle()
    send(room.line, "0")
    QApplication.sendEvent(room.line, committed("á"))
    assert room.line.text() == "0á"
    send(room.line, "r")
    QGuiApplication.clipboard().setText(CODE)
    room.line.paste()
    rest()
    assert CODE in room.line.text() and not room.read
    room.line.clear()
    for n in range(30):
        strike(window, "0", 5_000_000 + 30 * n, repeated=n > 0)
    rest()
    assert room.line.text() == "0" * 30


def test_a_click_elsewhere_finds_what_was_typed_before_it_in_its_place(room: Room) -> None:
    send(room.line, "r")
    QTest.mouseClick(room.windowHandle(), Qt.MouseButton.LeftButton, pos=room.text.geometry().center())
    send(room.text, "i")
    rest()
    assert (room.line.text(), room.text.toPlainText()) == ("r", "i")


def test_a_program_that_was_busy_takes_neither_typing_for_a_reading_nor_a_reading_for_typing(
    room: Room, qtbot: QtBot
) -> None:
    """Keys wait in the queue and come all at once: only the clock of the system knows how they were typed."""
    send(room.line, "rcdeska0i", [80] * 9)
    rest()
    assert room.line.text() == "rcdeska0i" and not room.read
    room.line.clear()
    send(room.line, CODE, 5, between=lambda many: busy() if many == 1 else None)
    rest()
    assert room.line.text() == "" and [what(found) for found in room.read] == [ID]


@pytest.mark.parametrize("typed", [CODE[:20], CODE[:-2] + "00", readings.new()[:60], readings.yellow()[:50]])
def test_what_was_read_badly_lands_nowhere_and_says_only_how_long_it_was(room: Room, typed: str) -> None:
    send(room.line, typed, 6)
    rest(PATIENT + 60)
    assert [type(found) for found in room.read] == [Ilegible]
    assert room.line.text() == ""
    send(room.line, "Zulma", 90)
    assert room.line.text() == "Zulma"


@pytest.mark.parametrize("typed", [CODE[:20], CODE, readings.yellow()])
def test_who_goes_on_typing_after_a_reading_is_heard_at_once(room: Room, typed: str) -> None:
    send(room.line, typed + "mzulma", [4] * (len(typed) - 1) + [240] + [120] * 6)
    assert room.line.text() in ("mzulma", "zulma") and len(room.read) == 1


def test_the_enter_of_a_reader_never_answers_for_a_person_and_the_next_one_does(room: Room) -> None:
    room.table.setFocus()
    send(room.table, CODE + "\r", [4] * 34 + [180])
    assert room.read and not room.done
    rest(PATIENT + 60)
    QTest.keyClick(room.windowHandle(), Qt.Key.Key_Return)
    assert room.done == ["Return"]


def test_while_a_reader_is_tried_it_is_measured_and_nothing_is_read_nor_lands(room: Room) -> None:
    room.scanner.probe(True)
    send(room.line, CODE + "\r", 12)
    rest(PATIENT + 60)
    send(room.line, "7701234567890", 6)
    rest(PATIENT + 60)
    room.scanner.probe(False)
    assert room.measured == [
        Medida(35, 12, 12, "codigo", True, "Enter"),
        Medida(13, 6, 6, None, False, ""),
    ]
    assert not room.read and room.line.text() == ""


def test_after_a_reading_nothing_of_it_stays_in_memory_within_reach(room: Room) -> None:
    send(room.line, readings.yellow(), 4)
    held = room.scanner.__dict__.values()
    assert not [one for one in held if isinstance(one, bytearray | list) and len(one)]
    assert not [mark for mark in readings.BURIED if mark in repr(list(held))]


def committed(text: str) -> QInputMethodEvent:
    event = QInputMethodEvent()
    event.setCommitString(text)
    return event


def busy() -> None:
    """Stop the program for longer than a key waits, as a slow disk does."""
    time.sleep(0.08)
