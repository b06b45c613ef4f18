"""What this session can take back, and what it took back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, TypeAlias

MOST_STEPS: Final = 200
LONG: Final = 1_000  # rows

Cell: TypeAlias = tuple[str, str, str]
"""Table, key of the row and column."""


@dataclass(frozen=True, slots=True)
class Step:
    """One undoable action of this session; the bitácora remembers what it changed."""

    name: str
    audiencia_id: str | None
    """The hearing it belongs to, so that a step of another one is named before it is taken back."""
    entries: tuple[str, ...]
    cells: frozenset[Cell] = frozenset()
    lines: int = 0
    """How many rows it wrote."""

    @property
    def long(self) -> bool:
        """Whether taking it back takes so long that the screen would be seen to stop."""
        return self.lines > LONG

    def continues_as(self, later: Step) -> bool:
        """Whether `later` is more of the same work in the same fields, as typing is; another field is another step."""
        return self.name == later.name and self.cells == later.cells

    def joined(self, later: Step) -> Step:
        """Return both steps as one."""
        lines = self.lines + later.lines
        return Step(self.name, self.audiencia_id, self.entries + later.entries, self.cells, lines)


class Steps:
    """Two stacks of steps: those done, to be undone, and those undone, to be redone."""

    def __init__(self) -> None:
        self.done: list[Step] = []
        self.undone: list[Step] = []

    def end_run(self) -> None:
        """What is done next is another step, even if it is more of the same."""
        if self.done:
            self.done[-1] = replace(self.done[-1], cells=frozenset())

    def remember(self, step: Step, *, merges: bool, final: bool) -> None:
        """Add what was just done; after a `final` action there is nothing to take back."""
        self.undone.clear()
        if final:
            self.done.clear()
        elif merges and self.done and self.done[-1].continues_as(step):
            self.done[-1] = self.done[-1].joined(step)
        else:
            self.done.append(step)
            del self.done[:-MOST_STEPS]
