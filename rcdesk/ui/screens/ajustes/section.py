"""What every section of Ajustes offers to the screen that holds it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.layout import Item, boxed, column, row, scrolling
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.takers import focus_first
from rcdesk.work import Action

R = TypeVar("R")


class Section(QWidget):
    """One section: it asks and does through the screen, and shows itself again with `refresh`."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.screen_of = screen

    def refresh(self) -> None:
        """Read again what it shows."""
        raise NotImplementedError

    def leave(self) -> None:
        """Save what is unsaved: another section comes."""

    def new_line(self) -> QWidget | None:
        """Return where a new line is typed, if this section has lines."""
        return None

    def take_keys(self) -> None:
        """Put the keys where one begins to write."""
        focus_first(self)

    def ask(self, query: Callable[..., R], **kwargs: Any) -> R:
        """Ask the desk."""
        return self.screen_of.desk.ask(query, **kwargs)

    def do(self, action: Action[..., R], **kwargs: Any) -> R | None:
        """Do something; a refusal is told in its place, and None comes back."""
        with self.screen_of.attempt():
            return self.screen_of.desk.do(action, **kwargs)
        return None  # refused

    def lay(self, title: str, note: str, *right: Item, body: tuple[Item, ...]) -> None:
        """Put the body, which scrolls, under the title, what it is for, and what stands at its right edge."""
        words = column(PlainLabel(title, "title", wrap=True), PlainLabel(note, "body", "ink2", wrap=True), gap=2)
        head = row((words, 1), *right, margins=(20, 16, 16, 14), gap=8)
        inside = scrolling(column(boxed(column(*body, gap=10)), None, margins=(20, 14, 20, 16)))
        self.setLayout(column(head, Rule(), (inside, 1), margins=(1, 0, 1, 2), gap=0))
