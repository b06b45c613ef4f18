"""The sections of a place at the left: what each is, and how it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent

from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.icons import pixmap
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.paint import crisp, elided
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.side_line import SideLine
from rcdesk.ui.kit.theme import look

_HIGH = 52


@dataclass(frozen=True, slots=True)
class Entry:
    """A section: its key, its words and its icon."""

    key: str
    title: str
    icon: str


Notes = Mapping[str, tuple[str, str]]
"""Key of a section → how it stands, and the tone of that."""


class Side(Card):
    """Up and down move through the sections; choosing one opens it."""

    chosen = Signal(str)

    def __init__(self, title: str, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._keys = [entry.key for entry in entries]
        self._buttons = {entry.key: _Button(entry) for entry in entries}
        for key, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            button.stepped.connect(lambda by, key=key: self._walk(key, by))
        head = row(PlainLabel(title, "lead"), margins=(20, 14, 16, 8))
        lines = column(*self._buttons.values(), None, margins=(0, 0, 0, 6), gap=0)
        self.setLayout(column(head, (lines, 1), margins=(1, 0, 1, 2), gap=0))

    def show_notes(self, notes: Notes, here: str) -> None:
        """Show how each section stands, and which is open."""
        for key, button in self._buttons.items():
            button.show_note(*notes.get(key, ("", "ink2")), here=key == here)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The keys go to the section that is open."""
        next(button for button in self._buttons.values() if button.here).setFocus(reason)

    def _walk(self, key: str, by: int) -> None:
        place = self._keys.index(key) + by
        if 0 <= place < len(self._keys):
            self.chosen.emit(self._keys[place])
            self._buttons[self._keys[place]].setFocus(Qt.FocusReason.TabFocusReason)


class _Button(SideLine):
    def __init__(self, entry: Entry) -> None:
        super().__init__(f"seccion_{entry.key}")
        self._entry, self._note, self._tone = entry, "", "ink2"
        self.show_note("", "ink2", here=False)
        self.dress()

    def show_note(self, note: str, tone: str, *, here: bool) -> None:
        self._note, self._tone = note, tone
        self.say(self._entry.title, f"{self._entry.title}: {note}" if note else self._entry.title, here=here)

    def dress(self) -> None:
        self.setFixedHeight(look().px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = look(), crisp(self)
        box = self.ground(painter, 12)
        size = now.px(18)
        at = QPointF(box.left() + now.gap(14), round(box.center().y() - size / 2))
        painter.drawPixmap(at, pixmap(self._entry.icon, "ink" if self.here else "ink2", 18))
        inner = box.adjusted(now.gap(14) + size + now.gap(12), now.gap(6), -now.gap(8), -now.gap(6))
        half = inner.height() / 2
        first = QRectF(inner.left(), inner.top(), inner.width(), half)
        painter.setPen(now.color("ink"))
        painter.setFont(now.font("strong"))
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, elided(painter, self._entry.title, inner.width()))
        painter.setPen(now.color(self._tone))
        painter.setFont(now.font("caption"))
        second = first.translated(0, half)
        painter.drawText(second, Qt.AlignmentFlag.AlignVCenter, elided(painter, self._note, inner.width()))
        painter.end()
