"""Lines of plain words in any letters: those of the pages, whose widths are tables, or those of the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

_BREAK_AFTER = frozenset("/_.?&=%,;@")
_BREAK_BEFORE = "-"  # at the end of a line, readers that copy the text take a hyphen for a division and drop it

_SPACE = re.compile(r" (?!%|(?<=\b[Nn]\.º )\d|(?<=\bNo\. )\d)")
"""Where a line may end: never between a number and its sign, «75 %», «n.º 12», «No. 12»."""


class Letters(Protocol):
    """One weight of some letters; widths are in thousandths of the size."""

    @property
    def letters(self) -> Mapping[str, float]:
        """The width of each letter."""

    @property
    def words(self) -> Mapping[str, float]:
        """The width of each word."""

    def width(self, text: str, size: float) -> float:
        """The width of a line at that size."""


def broken(text: str, letters: Letters, limit: float) -> Iterator[str]:
    """Break words at their spaces; `limit` is the width of a line in thousandths of the size."""
    widths = letters.words
    space = widths[" "]
    line: list[str] = []
    used = -space
    for word in unbroken(text, letters, limit):
        width = widths[word]
        if used + space + width <= limit:
            used += space + width
            line.append(word)
            continue
        if line:
            yield " ".join(line)
        if width > limit:
            *whole, word = pieces(word, letters, limit)
            yield from whole
            width = widths[word]
        line = [word]
        used = width
    yield " ".join(line)


def unbroken(text: str, letters: Letters, limit: float) -> Sequence[str]:
    """The words of a text, a number with its sign as one word, unless a line is too narrow for both."""
    if " %" not in text and ".º " not in text and "No. " not in text:  # nearly all
        return text.split(" ")
    return [
        word
        for whole in _SPACE.split(text)
        for word in ((whole,) if letters.words[whole] <= limit else whole.split(" "))
    ]


def pieces(word: str, letters: Letters, limit: float, room: float | None = None) -> Iterator[str]:
    """Cut a word wider than the line, after a sign of an address where there is one in the second half.

    `room` is what the first line has left.
    """
    widths, start, used, after = letters.letters, 0, 0.0, 0
    most = limit if room is None else room
    for index, letter in enumerate(word):
        used += widths[letter]
        if used > most and index > start:
            end = after if after - start > (index - start) // 2 else index
            yield word[start:end]
            used = sum(map(widths.__getitem__, word[end : index + 1]))
            start = after = end
            most = limit
        if letter in _BREAK_AFTER:
            after = index + 1
        elif letter == _BREAK_BEFORE:
            after = index
    yield word[start:]


def shortened(lines: list[str], letters: Letters, limit: float, most: int) -> list[str]:
    """At most so many lines; what is left out ends in an ellipsis."""
    if not most or len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and letters.width(last + "…", 1000) > limit:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip() + "…"]
