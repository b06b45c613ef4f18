"""Inicio: today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcdesk.ui.kit.layout import column
from rcdesk.ui.kit.screen import Screen

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk


class InicioScreen(Screen):
    """What is due today."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.fill(column())

    def refresh(self) -> None:
        """Nothing yet."""
