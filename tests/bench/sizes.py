"""How much each bench measures: the sizes that were promised, and tiny ones to see that it runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Sizes:
    """`turns` is how many times whole processes are run; `captures`, how many questions are typed for a median."""

    turns: int
    windows: int
    """Times that each window is opened."""
    actas: tuple[int, ...]
    """Questions of the actas compared with LibreOffice."""
    growth: tuple[int, int]
    """Questions of the two actas whose ratio is the growth."""
    growth_turns: int
    libreoffice: bool
    captures: int
    pause: float
    """Seconds between two captures; a person leaves more, and the text mirror catches up in it."""
    crowd: int
    """Questions that the large base holds when the captures begin."""
    imported: int
    sheet: int
    """People of a sheet that is brought."""
    long_file: int
    """Rows of a file that is too long."""
    gathered: int
    searched: int
    open: int
    """Questions that owe an answer while another is typed."""
    present: int
    """People on the list of the hearing."""
    attending: int
    """People on the list of a very large hearing, and as many in the directory."""
    checked_in: int
    """Of them, those whose entrance is timed."""
    topics: int
    hearing: int
    """Questions of the hearing on screen."""
    elsewhere: int
    """Questions of the other hearings of that base."""
    typed: int
    """Questions typed there, letter by letter."""
    cards: int
    signed: int
    """People on a list that is printed to be signed."""
    soaked: int
    """Simulated seconds of broadcast, a question in each."""
    year: tuple[int, int]
    """Activities of a plan, and as many commitments, of the two years whose ratio is the growth."""


FULL: Final = Sizes(
    turns=7,
    windows=15,
    actas=(14, 500),
    growth=(2_000, 10_000),
    growth_turns=3,
    libreoffice=True,
    captures=400,
    pause=0.004,
    crowd=200_000,
    imported=5_000,
    sheet=50_000,
    long_file=2_000_000,
    gathered=2_000,
    searched=50_000,
    open=10_000,
    present=5_000,
    attending=50_000,
    checked_in=20,
    topics=500,
    hearing=2_000,
    elsewhere=98_000,
    typed=40,
    cards=1_000,
    signed=5_000,
    soaked=1_800,
    year=(1_000, 10_000),
)
TINY: Final = Sizes(
    turns=1,
    windows=1,
    actas=(14,),
    growth=(14, 15),
    growth_turns=1,
    libreoffice=False,
    captures=3,
    pause=0.0,
    crowd=40,
    imported=20,
    sheet=30,
    long_file=2_000,
    gathered=15,
    searched=40,
    open=40,
    present=30,
    attending=30,
    checked_in=1,
    topics=10,
    hearing=20,
    elsewhere=20,
    typed=2,
    cards=9,
    signed=30,
    soaked=24,
    year=(10, 20),
)
