"""A process that opens the program's window and dies at a moment: ROOT BASE «pintada» or «inicio».

Dying leaves out the closing, with its last copy of the base.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, sys.argv.pop(1))

from rcdesk.ui import application
from rcdesk.ui.main_window import MainWindow


class Watched(MainWindow):
    """The window as the program makes it."""

    def furnish(self) -> None:
        """What the program does after the first paint."""
        if sys.argv[2] == "pintada":
            os._exit(0)
        super().furnish()

    def go(self, place: str, key: str = "") -> None:
        """Show a place, which fills its screen, and paint it."""
        super().go(place, key)
        self.repaint()
        os._exit(0 if place == "inicio" else 1)


if __name__ == "__main__":
    vars(application)["MainWindow"] = Watched  # the one place where the program names it
    sys.exit(application.run(Path(sys.argv[1])))
