"""From text to lines: greedy line breaking that measures every word once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple, TypeAlias

from rcdesk.render.breaking import broken, pieces, shortened, unbroken
from rcdesk.render.typeface import Face, faces
from rcdesk.render.words import spans, typed

_SHORT: Final = 24
"""Letters of a text that is worth measuring whole: it is one line, or many rows say the same."""


class Link:
    """One address, the same object in all the lines that show it."""

    __slots__ = ("url",)

    def __init__(self, url: str) -> None:
        self.url = url


class Run(NamedTuple):
    """Neighbouring letters of one weight and one link."""

    text: str
    bold: bool
    link: Link | None


Line: TypeAlias = str | tuple[Run, ...]
"""A string is a line in the paragraph's own weight: the common case, kept cheap."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How much fits in a line: points of width at a size, in a weight."""

    width: float
    size: float
    bold: bool = False

    @property
    def limit(self) -> float:
        """The width in thousandths of the size."""
        return self.width * 1000 / self.size


def lines(text: str, measure: Measure) -> list[Line]:
    """Break one clean paragraph, with its bold words and links."""
    if "://" in text:
        return list(_rich(text, measure))
    if "**" in text:
        inside = text[2:-2]
        if text == f"**{inside}**" and "**" not in inside and inside == inside.strip() != "":
            return [(Run(line, True, None),) for line in broken(typed(inside), faces()[True], measure.limit)]
        return list(_rich(text, measure))
    words, face = typed(text), faces()[measure.bold]
    if len(words) <= _SHORT and face.words[words] <= measure.limit:  # figures, and what is said in every row
        return [words]
    return list(broken(words, face, measure.limit))


def bare_lines(text: str, measure: Measure, most: int = 0) -> list[str]:
    """Break words that have no mark-up nor links; beyond `most` lines, they end in an ellipsis."""
    face = faces()[measure.bold]
    return shortened(list(broken(text, face, measure.limit)), face, measure.limit, most)


def line_width(line: Line, size: float, *, bold: bool) -> float:
    """The points that a line takes; `bold` is the weight of its paragraph."""
    if isinstance(line, str):
        return faces()[bold].width(line, size)
    return sum(faces()[run.bold].width(run.text, size) for run in line)


def _rich(text: str, measure: Measure) -> Iterator[Line]:
    by_weight = faces()
    limit, space = measure.limit, by_weight[measure.bold].words[" "]
    line: list[Run] = []
    used = 0.0
    for chunk in _chunks(_runs(text, measure.bold), limit):
        width = sum(by_weight[run.bold].words[run.text] for run in chunk)
        if line and used + space + width <= limit:
            line += [_space(line[-1], chunk[0]), *chunk]
            used += space + width
            continue
        if line:
            yield _merged(line)
        line, used = chunk, width
        if used > limit:
            *whole, line = _overflow(chunk, by_weight, limit)
            yield from map(_merged, whole)
            used = sum(by_weight[run.bold].words[run.text] for run in line)
    yield _merged(line)


def _overflow(chunk: Sequence[Run], by_weight: tuple[Face, Face], limit: float) -> list[list[Run]]:
    """The lines of an unbreakable chunk wider than one, in one pass; there may be room in the last."""
    made: list[list[Run]] = [[]]
    used = 0.0
    for run in chunk:
        face = by_weight[run.bold]
        width = face.words[run.text]
        if used and used + width > limit and limit - used < 0.5 * limit:
            made.append([])
            used = 0.0
        if used + width <= limit:
            made[-1].append(run)
            used += width
            continue
        first, *others = pieces(run.text, face, limit, limit - used)
        made[-1].append(run._replace(text=first))
        made += [[run._replace(text=piece)] for piece in others]
        used = face.words[(first, *others)[-1]]
    return made


def _runs(text: str, bold: bool) -> Iterator[Run]:
    for span in spans(text, bold):
        yield Run(span.text, span.bold, Link(span.url) if span.url else None)


def _chunks(runs: Iterable[Run], limit: float) -> Iterator[list[Run]]:
    """Unbreakable groups: a bold word and the comma that touches it stay together."""
    chunk: list[Run] = []
    for run in runs:
        text, bold, link = run
        first, *others = unbroken(text, faces()[bold], limit)
        if first:
            chunk.append(Run(first, bold, link))
        for word in others:
            if chunk:
                yield chunk
            chunk = [Run(word, bold, link)] if word else []
    if chunk:
        yield chunk


def _space(before: Run, after: Run) -> Run:
    same = before.bold == after.bold and before.link is after.link
    return Run(" ", before.bold, before.link) if same else Run(" ", False, None)


def _merged(line: list[Run]) -> tuple[Run, ...]:
    alike = groupby(line, key=itemgetter(1, 2))
    return tuple([Run("".join([run.text for run in runs]), bold, link) for (bold, link), runs in alike])
