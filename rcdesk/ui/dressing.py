"""How the program looks to this person: theme and text size, changed at once and remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, cast

from PySide6.QtWidgets import QApplication

from rcdesk.app.preferences import Keeper
from rcdesk.ui.kit import theme

_STEP: Final = 0.125  # of text size, for each Ctrl+plus


class Dressing:
    """`folded` is called when the text passes the size from which screens fold, or comes back from it."""

    def __init__(self, keeper: Keeper, folded: Callable[[], object]) -> None:
        self._keeper, self._folded = keeper, folded

    def claro(self) -> None:
        """Light."""
        self._dress(tema="claro")

    def oscuro(self) -> None:
        """Dark."""
        self._dress(tema="oscuro")

    def contraste(self) -> None:
        """High contrast."""
        self._dress(tema="contraste")

    def larger(self) -> None:
        """Text one step larger."""
        self._dress(texto=self._keeper.now.texto + _STEP)

    def smaller(self) -> None:
        """Text one step smaller."""
        self._dress(texto=self._keeper.now.texto - _STEP)

    def _dress(self, **changes: Any) -> None:
        large = theme.look().large
        self._keeper.keep(**changes)
        theme.apply(cast(QApplication, QApplication.instance()), self._keeper.now.tema, self._keeper.now.texto)
        if theme.look().large != large:
            self._folded()
