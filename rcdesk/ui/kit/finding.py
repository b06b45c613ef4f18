"""Finding things by what is typed: every word, in any order, without minding accents or capitals."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rcdesk.i18n import sin_tildes
from rcdesk.ui.kit.states import State

COMMANDS = "Órdenes"  # the group that a leading «>» keeps alone


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found and opened: words first, where it lives second, and what `run` does with it."""

    title: str
    detail: str = ""
    icon: str = "circle"
    run: Callable[[], object] = lambda: None
    group: str = COMMANDS
    key: str = ""  # the shortcut that does the same
    number: str = ""  # «P-009»
    state: State | None = None


def matching(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """Return the entries that have every word typed; a leading «>» keeps only commands."""
    only_commands = typed.lstrip().startswith(">")
    words = sin_tildes(typed.lstrip().removeprefix(">")).split()
    found = []
    for entry in entries:
        if only_commands and entry.group != COMMANDS:
            continue
        whole = sin_tildes(f"{entry.number} {entry.title} {entry.detail}")
        if all(word in whole for word in words):
            found.append(entry)
    return found


def likest(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """Return the entries with those whose title says just what was typed first, each group together.

    «ir a acta» is «Ir a Acta» before «Escribir el texto para el acta», which has those letters too, and «resultados de»
    the order of that name before a hearing that has those words somewhere. What is as like stays as it was.
    """
    phrase = " ".join(sin_tildes(typed.lstrip().removeprefix(">")).split())
    ranked = [(_unlikeness(sin_tildes(entry.title), phrase), entry) for entry in entries]
    groups: dict[str, int] = {}
    for rank, entry in ranked:
        groups[entry.group] = min(rank, groups.get(entry.group, rank))
    order = sorted(groups, key=lambda name: groups[name])
    return [entry for _, entry in sorted(ranked, key=lambda pair: (order.index(pair[1].group), pair[0]))]


def _unlikeness(title: str, phrase: str) -> int:
    if title == phrase:
        return 0
    if title.startswith(phrase):
        return 1
    if f" {phrase}" in title:
        return 2
    return 3 if all(re.search(rf"\b{re.escape(word)}", title) for word in phrase.split()) else 4


def marks(text: str, typed: str) -> list[tuple[int, int]]:
    """Return where the words typed stand in `text`, as (first, after last): where a word begins so, if any does."""
    folded, origin = "", []
    for place, letter in enumerate(text):
        plain = sin_tildes(letter)
        folded += plain
        origin += [place] * len(plain)
    found = []
    for word in sin_tildes(typed.lstrip().removeprefix(">")).split():
        begins = re.search(rf"\b{re.escape(word)}", folded)
        at = begins.start() if begins else folded.find(word)
        if at >= 0:
            found.append((origin[at], origin[at + len(word) - 1] + 1))
    return sorted(found)
