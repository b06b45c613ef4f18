"""One line of the table of speed, and the table as text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

HEADER: Final = ("qué", "nuestro", "piso o par", "relación", "meta", "")


@dataclass(frozen=True, slots=True)
class Line:
    """What was measured, in words with their units. `ok` is None where nothing was promised."""

    what: str
    ours: str = ""
    other: str = ""
    found: str = ""
    target: str = ""
    ok: bool | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """Its cells, in the order of `HEADER`."""
        mark = {True: "sí", False: "NO", None: ""}[self.ok]
        return self.what, self.ours, self.other, self.found, self.target, mark


def ratio(what: str, ours: float, other: float, found: float, most: float, *, unit: str = "s") -> Line:
    """A line whose promise is a ratio: `found`, the median of the ratios of each turn, at most `most`."""
    return Line(what, f"{ours:.3f} {unit}", f"{other:.3f} {unit}", f"{found:.3f}", f"≤ {most:.3g}", found <= most)


def at_most(what: str, value: float, most: float, *, unit: str, other: str = "") -> Line:
    """A line whose promise is a quantity, compared or not with another."""
    return Line(what, f"{value:.2f} {unit}", other, "", f"≤ {most:g} {unit}", value <= most)


def drawn(lines: Iterable[Line]) -> str:
    """The table, its columns aligned."""
    rows = [HEADER, *(line.cells for line in lines)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADER))]
    rule = "  ".join("─" * width for width in widths)
    texts = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([texts[0], rule, *texts[1:]])
