"""How long work says how far it is, whoever listens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Telling: TypeAlias = Callable[[int, int, str], None]
"""Told each step, of how many, and what is done (in Spanish). It may raise to stop: then nothing is done."""


def silent(step: int, total: int, words: str) -> None:
    """Tell nobody."""
