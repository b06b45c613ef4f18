"""What an editor of narrative knows of the figures of its hearing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from rcdesk.domain.registro import Bloque, Dato, Frase


def nothing_against(_bloque: Bloque) -> str:
    """Say nothing: there are no figures to compare with."""
    return ""


@dataclass(frozen=True, slots=True)
class Told:
    """`sentences` as they would print now, `parts` in a few words, and what a block says `against` the figures."""

    sentences: Mapping[Frase, str] = field(default_factory=dict)
    parts: Mapping[Dato, str] = field(default_factory=dict)
    against: Callable[[Bloque], str] = nothing_against


NOTHING = Told()
