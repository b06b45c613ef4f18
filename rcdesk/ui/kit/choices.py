"""What this person chose last in a screen (a sound, how many sheets), for the next time: small texts, by a name."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget


@runtime_checkable
class Remembering(Protocol):
    """A window that remembers choices."""

    def recall(self, name: str) -> str:
        """Return what was chosen; empty when nothing was."""

    def remember(self, name: str, choice: str) -> None:
        """Keep a choice for the next time."""


def chosen(place: QWidget, name: str, otherwise: str = "") -> str:
    """Return what was chosen last; `place` is any widget of the window. `name` is dotted: `registro.sonido`."""
    window = place.window()
    return (window.recall(name) if isinstance(window, Remembering) else "") or otherwise


def keep_choice(place: QWidget, name: str, choice: str) -> None:
    """Keep a choice; an empty one is forgotten."""
    window = place.window()
    if isinstance(window, Remembering):
        window.remember(name, choice)
