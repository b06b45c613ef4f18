"""What is done in Encuesta with its results, to be looked at."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from rcdesk.ui.kit.panes import Panes
from rcdesk.ui.screens.encuesta import EncuestaScreen


def read_whole(screen: EncuestaScreen) -> None:
    """Read a question where only one pane fits, with the text of its figures."""
    for _ in range(6):
        QApplication.processEvents()
    screen.results.restore()
    panes = screen.results.findChild(Panes)
    assert panes is not None
    panes.open_detail()
    for _ in range(6):
        QApplication.processEvents()
    card = screen.results.current()
    assert card is not None
    screen.results._reveal(card.row)
