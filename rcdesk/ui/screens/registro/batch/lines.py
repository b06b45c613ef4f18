"""The grid of rows of a list of people; the cell that keeps a row out is marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable
from operator import attrgetter

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from rcdesk.domain.comparar_personas import Renglon
from rcdesk.ui.kit.cells import CellDelegate, Index
from rcdesk.ui.kit.paint import inset
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import RADIUS
from rcdesk.ui.screens.registro.batch.looks import COLUMNS, WRONG


class Rows(RowsModel[Renglon]):
    """Rows stand by their number: one is found among fifty thousand without looking at all of them."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, key=attrgetter("n"))

    def find(self, key: Hashable) -> int:
        assert isinstance(key, int)
        place = bisect_left(self.rows, key, key=attrgetter("n"))
        return place if place < len(self.rows) and self.rows[place].n == key else -1


class Lines(Table[Renglon]):
    """What is done with the row in hand is a command: its keys are letters of this list."""

    def __init__(self) -> None:
        self.lines = Rows()
        super().__init__(self.lines)
        self.setItemDelegate(_Marking(self, self.lines))

    def dress(self) -> None:
        super().dress()
        self.horizontalHeader().setVisible(not look().large)


class _Marking(CellDelegate):
    """Puts a red edge round the cell that is wrong."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        line = self._model.row(index)
        if WRONG.get(line.leida.campo) != index.column():
            return
        now = look()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.color("danger"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inset(QRectF(option.rect).adjusted(now.gap(4), 4, -now.gap(4), -5), 1), RADIUS, RADIUS)
        painter.restore()
