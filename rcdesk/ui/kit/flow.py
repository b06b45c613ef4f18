"""Fields side by side while they fit, one under another when the text is large or the window narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from rcdesk.ui.kit.theme import look


class Flow(QWidget):
    """Cells are (widget, units); a row holds up to `units`, each at least `least` pixels wide at 100 % text."""

    def __init__(self, *cells: tuple[QWidget, int], units: int = 6, least: int = 84, gap: int = 12) -> None:
        super().__init__()
        self._cells: Sequence[tuple[QWidget, int]] = cells
        self._units, self._least = units, least
        self._placed = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look().gap(gap))
        self._grid.setVerticalSpacing(look().gap(8))
        self._place(units)

    def columns(self) -> int:
        """Return how many units stand side by side now."""
        return self._placed

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest cell: the rest goes under it."""
        wide = max((cell.minimumSizeHint().width() for cell, _ in self._cells), default=0)
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        space = self._grid.horizontalSpacing()
        fits = (self.width() + space) // (look().px(self._least) + space)
        units = min(self._units, max(1, fits))
        if units != self._placed:
            self._place(units)
            self.updateGeometry()

    def _place(self, units: int) -> None:
        """Lay the cells in rows of `units`; the last of each row takes what is left of it."""
        for column in range(self._units):
            self._grid.setColumnStretch(column, 1 if column < units else 0)
        self._placed = units
        rows: list[list[tuple[QWidget, int]]] = [[]]
        left = units
        for cell, span in self._cells:
            span = min(span, units)
            if span > left:
                rows.append([])
                left = units
            rows[-1].append((cell, span))
            left -= span
        for place, row in enumerate(rows):
            column = 0
            for i, (cell, span) in enumerate(row):
                span = units - column if i == len(row) - 1 else span
                fixed = cell.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed
                side = Qt.AlignmentFlag.AlignLeft if fixed else Qt.AlignmentFlag(0)
                self._grid.addWidget(cell, place, column, 1, span, side)
                column += span
