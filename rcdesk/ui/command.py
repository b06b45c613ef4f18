"""What a command is, and the places where it works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

WINDOW: Final = ""
"""The place of what works everywhere; its methods are the main window's, or of what it holds (`undoing.undo`)."""
HEARING: Final = "audiencia"
"""The place of what works in every tab of the open hearing; its methods are the hearing header's."""

ORDER: Final = "orden"
"""What a screen «wants» to have a command done, with its id: `wants.emit(ORDER, "ventana.ejemplo")`."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to ask for: `place.verb`, its words, its keys, and the method that does it, named as text.

    `keys` are Qt's words (`Ctrl+Return`, `Alt+Up`); alternatives are divided by «|» (`F9|C`). A key that is typing
    (a letter, Enter, Espacio, Supr, an arrow) belongs to `list`, the name of the widget that must have the focus.
    `place` is an id of `places.py`. Without a `method`, the widget minds the key itself and F1 only tells it.
    The screen may refuse to offer it now: `offers(method)`.
    """

    id: str
    title: str
    keys: str = ""
    icon: str = ""
    place: str = WINDOW
    method: str = ""
    list: str = ""
