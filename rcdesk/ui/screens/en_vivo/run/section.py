"""What every section of the run is: it shows the run as it stands, and says what it does on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.layout import boxed, column, scrolling
from rcdesk.work import Action
from rcdesk.work.marcha import MarchaView

if TYPE_CHECKING:
    from rcdesk.ui.screens.en_vivo.screen import EnVivoScreen


class Section(QWidget):
    """`title` heads it and `icon` is its button; `list` takes the keys when it is opened."""

    title: ClassVar[str]
    icon: ClassVar[str]

    def __init__(self, screen: EnVivoScreen) -> None:
        super().__init__()
        self.tab = screen

    def build(self, table: QWidget, *below: Any, shares: tuple[int, int] = (1, 1)) -> None:
        """Put the table over its fields; `shares` are the parts of the height."""
        self._table = table
        fields = scrolling(column(*below, None, margins=(18, 10, 16, 14), gap=10))
        self.setLayout(column((boxed(column((table, 1), margins=(8, 0, 8, 0))), shares[0]), (fields, shares[1]), gap=0))
        self.setFocusProxy(table)

    def show_run(self, view: MarchaView) -> None:
        """Show it as it stands."""
        raise NotImplementedError

    def tick(self) -> None:
        """A second went by."""

    def leave(self) -> None:
        """Save what is half typed."""

    def take_keys(self) -> None:
        """Give the keys to the list, or to the first field when there is nothing in it."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def do(self, action: Action[..., Any], **values: Any) -> bool:
        """Do it, and say whether it went well; what is refused is said in its place."""
        with self.tab.attempt() as attempt:
            self.tab.desk.do(action, **values)
        return attempt.ok
