"""On which screen each window of the room goes: the one chosen, known again by its make; else one nobody works at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from PySide6.QtGui import QGuiApplication, QScreen

Kind = Literal["proyector", "tarima"]
KINDS: Final[tuple[Kind, ...]] = ("proyector", "tarima")
WORDS: Final[dict[Kind, str]] = {"proyector": "Proyector", "tarima": "Vista de tarima"}

WINDOW: Final = "ventana"
"""The choice of not covering any screen."""


def identity(screen: QScreen) -> str:
    """Return what tells a screen from the others, also tomorrow."""
    return "|".join((screen.manufacturer(), screen.model(), screen.serialNumber(), screen.name()))


def words(screen: QScreen, own: QScreen) -> str:
    """Return how the screen is called in the list."""
    size = screen.size()
    maker = " ".join(filter(None, (screen.manufacturer(), screen.model()))) or screen.name()
    here = ", donde está esta ventana" if identity(screen) == identity(own) else ""
    return f"{maker} · {size.width()} x {size.height()}{here}"


def find(key: str) -> QScreen | None:
    """Return the screen of that identity, if it is plugged in."""
    return next((screen for screen in QGuiApplication.screens() if identity(screen) == key), None)


def default(own: QScreen, taken: Sequence[str]) -> str:
    """Return the identity of the screen to propose: one that is not the operator's nor taken; else a window."""
    used = {identity(own), *taken}
    free = (key for screen in QGuiApplication.screens() if (key := identity(screen)) not in used)
    return next(free, WINDOW)
