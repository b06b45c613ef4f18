"""A list and what is chosen in it: side by side, or one at a time when there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.theme import look

_BOTH = 880  # px at 100 % text that two panes need


class Panes(QWidget):
    """`shares` are the parts of the width. Folded, `open_detail` shows the detail alone and Esc goes back."""

    went_back = Signal()  # from the detail to the list, while folded
    refolded = Signal(bool)  # whether only one of them fits now

    def __init__(self, master: QWidget, detail: QWidget, *, back: str, shares: tuple[int, int] = (3, 2)) -> None:
        super().__init__()
        self._master, self._detail = master, detail
        self._open, self._told, self._alone = False, False, False
        self.back = named("volver_a_la_lista", Button(back, "arrow-left", "Esc", kind="quiet", small=True))
        self.back.clicked.connect(self.close_detail)
        self._way = boxed(row(self.back, None, margins=(4, 0, 4, 4)))
        self._side = boxed(column(self._way, (detail, 1), gap=0))
        self.setLayout(row((master, shares[0]), (self._side, shares[1]), gap=8))
        self._arrange()

    @property
    def folded(self) -> bool:
        """Whether only one of them is in sight."""
        return self.width() < look().px(_BOTH)

    def set_alone(self, alone: bool) -> None:
        """Leave the list alone while there is nothing to choose in it."""
        if alone != self._alone:
            self._alone = alone
            self._arrange()

    def open_detail(self) -> None:
        """Bring the detail into sight."""
        self._open = True
        self._arrange()

    def close_detail(self) -> None:
        """Go back to the list."""
        self._open = False
        self._arrange()
        if self.folded:
            self.went_back.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.folded and self._open:
            self.close_detail()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        folded = self.folded
        if folded != self._told:
            self._told = folded
            self.refolded.emit(folded)
        self._way.setVisible(folded)
        detail = self._open if folded else not self._alone
        master = not folded or not detail
        shown = {self._side: detail, self._master: master}
        here = QApplication.focusWidget()
        leaves = not master and here is not None and self._master.isAncestorOf(here)
        for pane in sorted(shown, key=lambda one: shown[one]):  # what leaves goes first: together they need more room
            pane.setVisible(shown[pane])
        if leaves:  # the keys go where the person does, and not to whatever comes next in the window
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
