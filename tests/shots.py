"""What a picture of the program is: its name, and what was done in the window to see it."""

from collections.abc import Callable
from dataclasses import dataclass

from rcdesk.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its name, what to do in the window before it is taken, and whether its base is empty."""

    name: str
    act: Callable[[MainWindow], object]
    empty: bool = False
    room: str = ""
    """The window of the room that is drawn instead: proyector or tarima."""
