"""DOFA, the printed 3×3 made live: factors on the edges, strategies where they meet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from rcdesk.i18n import plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.layout import Item, column, emptied, into_sight, row, scrolling
from rcdesk.ui.kit.paint import crisp, draw_focus, inset
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.plate import Plate
from rcdesk.ui.kit.states import State
from rcdesk.ui.kit.theme import look

AXES = {"F": "Fortalezas", "O": "Oportunidades", "D": "Debilidades", "A": "Amenazas"}
CROSSES = {
    "FO": "usar la fortaleza para tomar la oportunidad",
    "DO": "tomar la oportunidad para vencer la debilidad",
    "FA": "usar la fortaleza para frenar la amenaza",
    "DA": "reducir la debilidad y evitar la amenaza",
}
_PLACES = {"F": (0, 1), "D": (0, 2), "O": (1, 0), "FO": (1, 1), "DO": (1, 2), "A": (2, 0), "FA": (2, 1), "DA": (2, 2)}


@dataclass(frozen=True, slots=True)
class Line:
    """A factor or a strategy. `promise` is the compromiso that a strategy became.

    `cites` are the codes it joins (F1, O2); a strategy that cites none joins all the factors of its two axes.
    """

    id: str
    text: str
    cites: tuple[str, ...] = ()
    promise: str = ""


class Matrix(QWidget):
    """Shows lines by place (F, O, D, A, FO, DO, FA, DA). Codes come from their order; selection is kept by id."""

    line_selected = Signal(str)  # the id of the line
    line_activated = Signal(str)  # Enter or double click on it
    add_asked = Signal(str)  # the place whose plus was pressed
    dismiss_asked = Signal(str)  # the empty cross for which no strategy is called for

    def __init__(self) -> None:
        super().__init__()
        self._places = {place: _Place(place) for place in _PLACES}
        self._selected = ""
        self._count, self._linked = PlainLabel("", "body", "ink2"), PlainLabel("", "body", "ink2")
        corner = column(
            None, PlainLabel("DOFA", "display"), self._count, self._linked, None, margins=(14, 0, 8, 0), gap=1
        )
        grid = QGridLayout()
        grid.setContentsMargins(*(look().gap(16),) * 4)
        grid.setSpacing(look().gap(8))
        grid.addLayout(corner, 0, 0)
        for place, at in _PLACES.items():
            grid.addWidget(self._places[place], *at)
            self._places[place].add.clicked.connect(lambda _checked=False, place=place: self.add_asked.emit(place))
            self._places[place].none.clicked.connect(lambda _checked=False, place=place: self.dismiss_asked.emit(place))
        grid.setColumnMinimumWidth(0, look().px(150))
        for i, part in enumerate((4, 7, 7)):
            grid.setColumnStretch(i, part)
        for i, part in enumerate((0, 7, 6)):
            grid.setRowStretch(i, part)
        self.setLayout(column(scrolling(grid)))

    def show_lines(self, lines: Mapping[str, Sequence[Line]], apart: Mapping[Any, str] = MappingProxyType({})) -> None:
        """Show these lines; the selected one stays selected if it is still there.

        `apart` are the crosses that call for no strategy, with the reason.
        """
        taken = next((view.line.id for view in self._views() if view.hasFocus()), "")
        for place, card in self._places.items():
            card.show_lines(lines.get(place, ()), self, apart.get(place, ""))
        strategies = [line for place in CROSSES for line in lines.get(place, ())]
        self._count.setText(plural(len(strategies), "estrategia", "estrategias"))
        self._linked.setText(f"{sum(bool(line.promise) for line in strategies)} con compromiso")
        self.select(self._selected)
        for view in self._views():
            if taken and view.line.id == taken:
                view.setFocus(Qt.FocusReason.OtherFocusReason)
        walked = [widget for card in self._places.values() for widget in (card.add, *card.views, card.none)]
        for before, after in pairwise(walked):
            QWidget.setTabOrder(before, after)

    def step(self, by: int) -> None:
        """Put the keys in the line that follows the selected one (1) or comes before it (-1), as they are read."""
        views = self._views()
        here = next((i for i, view in enumerate(views) if view.line.id == self._selected), -1)
        if views:
            views[max(0, min(here + by, len(views) - 1))].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self.step(1)
            case Qt.Key.Key_Up:
                self.step(-1)
            case _:
                super().keyPressEvent(event)

    def selected(self) -> str:
        """Return the id of the selected line, or nothing."""
        return self._selected

    def select(self, id_: str) -> None:
        """Select a line; the factors that a selected strategy joins are lit."""
        views = self._views()
        chosen = next((view for view in views if view.line.id == id_), None)
        told, self._selected = self._selected, chosen.line.id if chosen else ""
        lit = set(chosen.line.cites) if chosen else set()
        axes = chosen.axes() if chosen and not lit else ""
        for view in views:
            view.light(chosen=view is chosen, lit=lit, axes=axes)
        if self._selected != told:
            self.line_selected.emit(self._selected)

    def _views(self) -> list[_LineView]:
        return [view for card in self._places.values() for view in card.views]


class _Place(Card):
    """One axis or one cross, with its lines and its plus."""

    def __init__(self, place: str) -> None:
        axis = place in AXES
        super().__init__(fill="sunken" if axis else "surface", radius=8, raised=False)
        self._place, self.views = place, list[_LineView]()
        name = AXES.get(place, place)
        self.setAccessibleName(name)
        self.add = Button("", "plus", kind="quiet", small=True, hint=f"Agregar a {name}")
        self.add.setObjectName(f"agregar_{place}")
        self._note = (
            PlainLabel("", "strong", "ink3") if axis else PlainLabel(CROSSES[place], "caption", "ink2", elide=True)
        )
        self._empty = Pill(State("Cruce vacío", "triangle-alert", "warn"))
        self._empty.hide()
        self.none = Button("No aplica, con motivo", kind="quiet", small=True)
        self.none.setObjectName(f"no_aplica_{place}")
        self._reason = PlainLabel("", "body", "ink2", wrap=True)
        for widget in (self.none, self._reason):
            widget.hide()
        title = PlainLabel(name, "strong" if axis else "lead")
        note: Item = self._note if axis else (self._note, 1)
        space: Item = None if axis else 0
        self._lines = QVBoxLayout()
        self._lines.setSpacing(look().gap(2))
        top = row(title, note, space, self._empty, self.add, gap=8)
        self.setLayout(column(top, self._reason, self._lines, row(self.none, None), None, margins=(14, 6, 8, 8), gap=4))

    def show_lines(self, lines: Sequence[Line], matrix: Matrix, apart: str) -> None:
        emptied(self._lines)
        self.views = [_LineView(f"{self._place}{i}", line, matrix) for i, line in enumerate(lines, 1)]
        for view in self.views:
            self._lines.addWidget(view)
        if self._place in AXES:
            self._note.setText(str(len(lines)))
        else:
            open_ = not lines and not apart
            self._reason.setText(f"No aplica: {apart}" if apart else "")
            self._reason.setVisible(bool(apart) and not lines)
            self.none.setVisible(open_)
            self._empty.setVisible(open_ and not look().large)
            self.add.set_words("" if lines else f"Escribir {self._place}1", f"Agregar a {self._place}")
            self.set_border("warn" if open_ else "line")


class _LineView(QWidget):
    """A code, its words and, in a strategy, the factors it joins and what it became."""

    def __init__(self, code: str, line: Line, matrix: Matrix) -> None:
        super().__init__()
        self.line, self._matrix, self._chosen = line, matrix, False
        self.setObjectName(f"dofa_{line.id}")
        self.setAccessibleName(f"{code}: {line.text}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        strategy = len(code) > 2 and code[:2] in CROSSES
        self._code = Plate(code, big=strategy)
        self._cites = [Plate(cited) for cited in line.cites]
        said: list[Item] = [column(2, PlainLabel(line.text, "body", wrap=True), gap=0)]
        if strategy:
            link: list[Item] = [Pill(State(line.promise, "handshake"))] if line.promise else []
            if self._cites:
                joined: list[Item] = [PlainLabel("une", "caption", "ink2"), *self._cites, None]
            else:
                words = f"une {code[0]} con {code[1]}"
                joined = [(PlainLabel(words, "caption", "ink2", elide=True), 1)]
            said.append(row(*joined, *link, gap=6))
        plate = column(1, self._code, None, gap=0)
        self.setLayout(row(plate, (column(*said, gap=5), 1), margins=(6, 6, 8, 8), gap=8))

    def axes(self) -> str:
        """Return the letters of the axes that a strategy crosses; nothing for a factor."""
        return self._code.code[:2] if self._code.code[:2] in CROSSES else ""

    def light(self, *, chosen: bool, lit: set[str], axes: str = "") -> None:
        """Show whether this is the chosen line, or one that the chosen strategy joins."""
        self._chosen = chosen
        factor = not self.axes()
        self._code.set_lit(self._code.code in lit or (factor and self._code.code[0] in axes))
        for plate in self._cites:
            plate.set_lit(chosen)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._matrix.select(self.line.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._matrix.line_activated.emit(self.line.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._matrix.select(self.line.id)
            into_sight(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._matrix.line_activated.emit(self.line.id)
            case Qt.Key.Key_Down:
                self._matrix.step(1)
            case Qt.Key.Key_Up:
                self._matrix.step(-1)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._chosen:
            return
        now, painter, box = look(), crisp(self), QRectF(self.rect())
        painter.setPen(QPen(now.color("edge"), 1))
        painter.setBrush(now.color("surface"))
        painter.drawRoundedRect(inset(box), 8, 8)
        if self.hasFocus():
            draw_focus(painter, box, 8)
        painter.end()
