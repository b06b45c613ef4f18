"""Figures that a document draws in bars or in columns, and what the columns of a table hold.

They are blocks as those of `blocks`: every text is plain, and what somebody typed goes in through `literal`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Kind(Enum):
    """What the cells of a table column are, for a spreadsheet to reckon with them: their texts are the same."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Advance:
    """What was done of what was programmed; nothing is drawn where either is not known, or nothing was programmed.

    `share` is the percentage as it must be printed, without it one decimal; `told`, what stands beside in place of
    «29 de 20».
    """

    name: str
    done: Decimal | int | None
    goal: Decimal | int | None
    share: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """Bars to the percentage of each row, with a mark at 100 %: what exceeds it is hatched, never cut.

    What is under `low` percent is told apart by its fill and by a line of the legend; `done_word` and `goal_word` name
    what the bars and the mark are.
    """

    title: str
    rows: tuple[Advance, ...]
    low: int | None = 70
    caption: str = ""
    done_word: str = "Ejecutado"
    goal_word: str = "programado"


@dataclass(frozen=True, slots=True)
class Series:
    """What is counted in every place of `Columns`, with its name; None where there are no data."""

    name: str
    values: tuple[Decimal | int | None, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of one or more series over the same places: stacked, with their total over them, or side by side.

    A place without any value says `empty`; `kind` NUMBER or PERCENT tells how the values are printed.
    """

    title: str
    places: tuple[str, ...]
    series: tuple[Series, ...]
    stacked: bool = True
    kind: Kind = Kind.NUMBER
    caption: str = ""
    empty: str = "sin datos"
