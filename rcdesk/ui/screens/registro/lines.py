"""People counted without a name: a short list beside its form; what each platform counted is another such list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rcdesk.i18n import numero
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.fields import Check, Choice, Field, Line, NumberField
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.form import Form, Save
from rcdesk.ui.kit.layout import boxed, column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.theme import look
from rcdesk.work.asistencia import ConteoRow

_MODES: Final = (("", "Sin indicar"), ("presencial", "Presencial"), ("virtual", "Virtual"))
_LEAST_LIST: Final = 3  # rows in sight


class Lines(QWidget):
    """A note, one line to add with Enter, the list, and the form of the chosen one. `name` begins their names."""

    added = Signal(str)  # what was typed in the line that adds
    withdrawn = Signal(str)  # the key

    def __init__(self, screen: Screen, name: str, save: Save, note: str, prompt: str, columns: Sequence[Any]) -> None:
        super().__init__()
        self.form = Form(screen, name, save)
        self._model: RowsModel[Any] = RowsModel(columns)
        self.table = named(f"lista_{name}", Table(self._model, empty="Ninguno todavía."), label=note)
        self.table.horizontalHeader().hide()
        self.table.row_selected.connect(self._show)
        self.add = named(f"agregar_{name}", Line(placeholder=prompt), label=prompt)
        self.add.returnPressed.connect(self._add)
        self._remove = named(f"retirar_{name}", Button("Retirar", "trash-2", kind="quiet", small=True))
        self._remove.clicked.connect(lambda: self.withdrawn.emit(self.form.key))
        self._detail = boxed(column(self._fields(), row(self._remove, None), gap=8))
        self._note = PlainLabel(note, "caption", "ink2", wrap=True)
        self.setLayout(column((scrolling(self._whole()), 1)))
        self._show(None)

    def _whole(self) -> Any:
        return column(self._note, self.add, self.table, Rule(), self._detail, None, margins=(20, 10, 16, 12), gap=10)

    def _fields(self) -> QWidget:
        """Return the fields of one line, bound to the form."""
        raise NotImplementedError

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show the lines; the first one is chosen unless another was."""
        self._model.show(rows)
        if rows and self.table.current() is None:
            self.table.setCurrentIndex(self._model.index(0, 0))
        height = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(height * min(max(len(rows), 1), _LEAST_LIST) + look().px(4))
        self._show(self.table.current())

    def choose(self, key: str) -> None:
        """Choose the line with this key, just added, and take the keys to it."""
        self.table.select_key(key)
        self.add.set_value("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus() and self.form.key:
            self.withdrawn.emit(self.form.key)
        else:
            super().keyPressEvent(event)

    def _show(self, row_: Any) -> None:
        self._detail.setVisible(row_ is not None)
        if row_ is None:
            self.form.leave()
        else:
            self.form.show(row_.id, row_)

    def _add(self) -> None:
        if self.add.value():
            self.added.emit(self.add.value())


class Counted(Lines):
    """Groups that were counted: a class with its teacher, a room with one connection."""

    def __init__(self, screen: Screen, save: Save) -> None:
        columns = (
            Column[ConteoRow]("Grupo", lambda r: r.grupo or "Sin describir"),
            Column[ConteoRow]("Cantidad", lambda r: numero(r.cantidad), 92, align="right", strong=True),
        )
        note = "Personas contadas sin nombre. No se suman a las registradas."
        super().__init__(screen, "conteo", save, note, "Cuántas y quiénes: 25 estudiantes de once", columns)

    def _fields(self) -> QWidget:
        bind = self.form.bind
        return Flow(
            (bind("grupo", Field("Quiénes", Line())), 4),
            (bind("cantidad", Field("Cuántas", NumberField())), 2),
            (bind("modalidad", Field("Modalidad", Choice(_MODES))), 2),
            (bind("aproximado", Field("", Check("Es un cálculo aproximado")), shown=bool), 4),
            units=4,
            least=72,
        )


def count_of(typed: str) -> Mapping[str, object]:
    """Read «25 estudiantes de once»: how many, and who; one person when no number was written."""
    first, _, rest = typed.strip().partition(" ")
    if first.replace(".", "").isdigit():
        return {"cantidad": first.replace(".", ""), "grupo": rest.strip()}
    return {"cantidad": "1", "grupo": typed.strip()}
