"""A part of Preparación that is a list and the line chosen in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from rcdesk.ui.kit.layout import column
from rcdesk.ui.kit.panes import Panes
from rcdesk.ui.screens.preparacion.detail import Detail
from rcdesk.ui.screens.preparacion.lines import LineList
from rcdesk.ui.screens.preparacion.section import Placed, Section, new_place
from rcdesk.work import Action

L = TypeVar("L", bound=Placed)


class SplitSection(Section, Generic[L]):
    """A subclass makes the list and the detail, gives them to `build`, and shows the chosen line in the detail."""

    lines: LineList[L]
    detail: Detail
    panes: Panes

    def build(self, lines: LineList[L], detail: Detail, *, back: str, shares: tuple[int, int] = (8, 5)) -> None:
        """Lay both panes and follow what is chosen and asked in them."""
        self.lines, self.detail = lines, detail
        self.panes = Panes(lines, detail, back=back, shares=shares)
        self.panes.went_back.connect(lines.take_keys)
        self.panes.refolded.connect(lines.opener.setVisible)
        lines.opener.setVisible(self.panes.folded)
        lines.opener.clicked.connect(self.open_detail)
        lines.table.row_selected.connect(self._chosen)
        lines.table.row_activated.connect(lambda _row: self.open_detail())
        lines.table.moved.connect(self.move_line)
        lines.table.shifted.connect(self.shift_line)
        lines.table.withdrawn.connect(self.withdraw_line)
        detail.moved.connect(self.move_line)
        detail.withdrawn.connect(self.withdraw_line)
        detail.show_none()
        self.setLayout(column(self.panes))

    def show_detail(self, row: L) -> None:
        """Show the chosen line."""
        raise NotImplementedError

    def leave_detail(self) -> None:
        """Let go of the line that was chosen."""

    def shift_line(self, by: int) -> None:
        """Put the line in hand inside the one before (1) or out of it (-1)."""

    def show_lines(self, rows: Sequence[L], count: str) -> None:
        """Show the lines of the hearing and, of the chosen one, what there is now."""
        self.lines.adder.open(self.hearing)
        self.lines.show_rows(rows, count)
        self.panes.set_alone(not rows)
        self._chosen(self.lines.table.current())

    def open_detail(self) -> None:
        """Put the keys in the chosen line."""
        if self.lines.table.current() is not None:
            self.panes.open_detail()
            self.detail.take_keys()

    def take_keys(self) -> None:
        self.lines.take_keys()

    def reset(self) -> None:
        self.leave_detail()
        self.lines.table.clearSelection()
        self.lines.model.show(())
        self.panes.close_detail()

    def added(self, key: str | None) -> bool:
        """Choose the line that was just added; say whether it was."""
        if key is not None:
            self.lines.table.select_key(key)
        return key is not None

    def move_with(self, action: Action[..., Any], rows: Sequence[Placed], by: int) -> None:
        """Move the chosen line among these."""
        row = self.lines.table.current()
        place = new_place(rows, row.id, by) if row is not None else None
        if row is not None and place is not None:
            self.do(action, id=row.id, antes=place[0], despues=place[1])

    def withdraw_with(self, action: Action[..., Any]) -> None:
        """Withdraw the chosen line."""
        row = self.lines.table.current()
        if row is not None:
            self.do(action, id=row.id)
            self.panes.close_detail()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.move_line(by)
        elif event.key() == Qt.Key.Key_Escape and self.detail.isAncestorOf(self.focusWidget() or self):
            self.lines.take_keys()
        else:
            super().keyPressEvent(event)

    def _chosen(self, row: L | None) -> None:
        if row is None:
            self.leave_detail()
            self.detail.show_none()
        else:
            self.detail.show_fields()
            self.show_detail(row)
