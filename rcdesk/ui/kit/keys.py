"""F1: the keys that work now, from the same list that makes the menus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.keycap import KeyCap, spoken
from rcdesk.ui.kit.layout import Item, boxed, column, row
from rcdesk.ui.kit.panel import Panel
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.states import State
from rcdesk.ui.kit.theme import look

_COLUMNS, _LARGE_COLUMNS = 3, 2


class HasKeys(Protocol):
    """A command: its words and its keys (`Ctrl+Return`), as far as this sheet needs it."""

    @property
    def title(self) -> str:
        """What it does."""

    @property
    def keys(self) -> str:
        """Its shortcut, in Qt's words."""


class KeySheet(Panel):
    """Groups of (heading, commands), those without keys left out. F1 or Esc close it."""

    def __init__(
        self,
        window: QWidget,
        title: str,
        groups: Sequence[tuple[str, Sequence[HasKeys]]],
        *,
        keep: QWidget | None = None,
        mode: State | None = None,
    ) -> None:
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(title)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = boxed(_columns(groups))
        self._scroll.setWidget(inner)
        note = "F1 o Esc para volver; su texto sigue donde estaba"
        shown = f"{title}: {mode.word}" if mode else title
        head = row(PlainLabel(shown, "title"), None, PlainLabel(note, "caption", "ink2"), margins=(28, 20, 24, 14))
        layout = column(head, Rule(), (self._scroll, 1), margins=(1, 1, 1, 8), gap=0)
        super().__init__(window, layout, width=1000, keep=keep)
        self._scroll.setMinimumHeight(min(inner.sizeHint().height() + 2, look().px(520)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            self.close_panel()
        super().keyPressEvent(event)

    def show_keys(self) -> None:
        """Open the sheet."""
        self.open(self._scroll)


def _columns(groups: Sequence[tuple[str, Sequence[HasKeys]]]) -> QLayout:
    """Return the groups in columns of about the same height, in reading order."""
    filled = [(name, [command for command in commands if command.keys]) for name, commands in groups]
    filled = [(name, commands) for name, commands in filled if commands]
    count = _LARGE_COLUMNS if look().large else _COLUMNS
    share = sum(len(commands) + 2 for _, commands in filled) / count
    columns: list[list[Item]] = [[] for _ in range(count)]
    height = 0.0
    for name, commands in filled:
        columns[min(int(height / share), count - 1)].append(_group(name, commands))
        height += len(commands) + 2
    return row(*((column(*items, None, gap=14), 1) for items in columns), margins=(28, 16, 24, 14), gap=28)


def _group(name: str, commands: Sequence[HasKeys]) -> QWidget:
    lines: list[Item] = [PlainLabel(name, "label", "ink2"), 2]
    for command in commands:
        caps = boxed(row(*(KeyCap(key, "ink") for key in spoken(command.keys)), None, gap=3), width=104)
        lines.append(row(caps, (PlainLabel(command.title, "body", wrap=True), 1), gap=10))
    return boxed(column(*lines, gap=4))
