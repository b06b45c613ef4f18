"""How a table is declared: its columns read cells from frozen rows, and a mark says how a whole row looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from rcdesk.ui.kit.states import State

Row = TypeVar("Row")


@dataclass(frozen=True)  # no slots: with them `Column[Row](…)` fails on Python 3.11
class Column(Generic[Row]):
    """A heading and how to read its cell from a row.

    `width` is in pixels at 100 % text; those of width 0 share what is left, by `stretch`.
    `state` draws a pill and `meter` (percent) a bar, in place of the text of `cell`, which stays for screen readers.
    `note` is a second, smaller line: a table with one has taller rows. `struck` says whose text has a line through it,
    and `marked` what was typed, whose letters are marked in the text.
    `given` is what is copied and exported where the cell, for lack of room, says less.
    `drop` orders which columns leave when the view is narrow: 1 leaves first, 0 never leaves.
    """

    title: str
    cell: Callable[[Row], str]
    width: int = 0
    align: Literal["left", "right", "center"] = "left"
    tone: str | Callable[[Row], str] = "ink"
    icon: str | Callable[[Row], str] = ""
    strong: bool = False
    state: Callable[[Row], State | None] | None = None
    meter: Callable[[Row], int | None] | None = None
    note: Callable[[Row], str] | None = None
    note_tone: Callable[[Row], str] | None = None
    note_icon: Callable[[Row], str] | None = None
    struck: Callable[[Row], bool] | None = None
    marked: Callable[[], str] | None = None
    given: Callable[[Row], str] | None = None
    stretch: int = 1
    drop: int = 0

    def tone_of(self, row: Row) -> str:
        """Return the colour name of the cell of `row`."""
        return self.tone(row) if callable(self.tone) else self.tone

    def icon_of(self, row: Row) -> str:
        """Return the icon before the text of `row`, or nothing."""
        return self.icon(row) if callable(self.icon) else self.icon

    def note_icon_of(self, row: Row) -> str:
        """Return the icon before the note of `row`, or nothing."""
        return self.note_icon(row) if self.note_icon else ""


@dataclass(frozen=True, slots=True)
class RowMark:
    """How a whole row looks: `annulled` is struck and grey, `accent` has the bar of what is in hand.

    `head` stands over the rows under it: strong, on a sunken ground.
    """

    annulled: bool = False
    accent: bool = False
    head: bool = False


PLAIN = RowMark()
