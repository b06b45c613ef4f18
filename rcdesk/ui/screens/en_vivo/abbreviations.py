"""The abbreviations of the entity: what each becomes, one to put where one was typing, and a line to add another."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QLayout, QWidget

from rcdesk.domain.errors import RuleError
from rcdesk.domain.expansiones import Abreviatura
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.fields import Field, Line, Text
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panel import Panel
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import Column, RowsModel, Table
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.theme import look
from rcdesk.work.expansiones import guardar_abreviatura, listar_abreviaturas, retirar_abreviatura

_COLUMNS: Final = (
    Column[Abreviatura]("Se escribe", lambda one: f";{one.nombre}", 130, strong=True),
    Column[Abreviatura]("Se convierte en", lambda one: " ".join(one.texto.split())),
)
_TEACH: Final = "Escriba «;plan» y Espacio, y queda escrito entero. Ctrl Z lo devuelve; «;?» muestra esta lista."
_EMPTY: Final = "Todavía no hay abreviaturas. Escriba abajo la primera: «plan», y el nombre completo del plan."
_LEAST, _MOST = 72, 252  # px of the list at 100 % text


class Abbreviations(Panel):
    """`chosen` gives the text of the one that was taken."""

    chosen = Signal(str)

    def __init__(self, screen: Screen, keep: QWidget) -> None:
        self._screen, self._before, self._inserting = screen, "", False
        self._model: RowsModel[Abreviatura] = RowsModel(_COLUMNS, key=lambda one: one.clave)
        self.table = named("abreviaturas", Table(self._model, empty=_EMPTY), label="Abreviaturas")
        self._told = PlainLabel(_TEACH, "body", "ink2", wrap=True)
        self.name = named("abreviatura_nombre", Line(placeholder="plan"))
        self.text = named("abreviatura_texto", Text(lines=1 if look().large else 2, most=4))
        self._name, self._text = Field("Abreviatura", self.name), Field("Se convierte en", self.text)
        self._new = named("otra_abreviatura", Button("Otra", "plus", small=True, hint="Empezar otra abreviatura"))
        self._take = named("retirar_abreviatura", Button("Retirar", "trash-2", small=True))
        self._put = named("poner_abreviatura", Button("Ponerla en el texto", "corner-down-left", "Enter", small=True))
        self._save = named("guardar_abreviatura", Button("Guardar", "check", kind="primary"))
        super().__init__(screen, self._laid_out(), where="top", width=640, keep=keep, typing=True)
        self.table.row_selected.connect(self._edit)
        self.table.row_activated.connect(self._choose)
        self.name.returnPressed.connect(self._store)
        self._save.clicked.connect(self._store)
        self._new.clicked.connect(self._begin)
        self._take.clicked.connect(self._withdraw)
        self._put.clicked.connect(lambda: self._choose(self.table.current()))

    def _laid_out(self) -> QLayout:
        self.table.setMinimumHeight(look().px(_LEAST))
        self.table.setMaximumHeight(look().px(_MOST))
        if look().large:  # the list comes first
            self._told.hide()
        head = column(PlainLabel("Abreviaturas", "title"), self._told, margins=(24, 18, 24, 10), gap=4)
        fields = column(
            row((self._name, 1), (self._text, 3), gap=12),
            row(self._put, self._new, self._take, None, self._save, gap=8),
            margins=(24, 12, 24, 18),
            gap=12,
        )
        return column(head, Rule(), (self.table, 1), Rule(), fields, margins=(1, 1, 1, 1), gap=0)

    def look(self, *, inserting: bool) -> None:
        """Open it; `inserting` lets one be put where one was typing."""
        self._inserting = inserting
        self._show()
        rows = self._model.rows
        self.open(self.table if rows else self.name)
        if rows:
            self.table.setCurrentIndex(self._model.index(0, 0))
        else:
            self._begin()

    def _show(self) -> None:
        self._model.show(self._screen.desk.ask(listar_abreviaturas))
        self._put.setVisible(self._inserting and bool(self._model.rows))

    def _edit(self, one: Abreviatura | None) -> None:
        self._before = one.nombre if one is not None else ""
        self._name.set_value(one.nombre if one is not None else "")
        self._text.set_value(one.texto if one is not None else "")
        self._take.setEnabled(one is not None)

    def _begin(self) -> None:
        self.table.setCurrentIndex(QModelIndex())
        self._edit(None)
        self.name.setFocus()

    def _choose(self, one: Abreviatura | None) -> None:
        if one is None:
            return
        if self._inserting:
            self.close_panel()
            self.chosen.emit(one.texto)
        else:
            self.text.setFocus()

    def _store(self) -> None:
        name, text = self.name.value(), self.text.value()
        with self._screen.attempt() as attempt:
            try:
                self._screen.desk.do(guardar_abreviatura, nombre=name, texto=text, antes=self._before)
            except RuleError as error:
                raise RuleError(str(error), field=f"abreviatura_{error.field}") from None
        if attempt.ok:
            self._show()
            self._begin()

    def _withdraw(self) -> None:
        with self._screen.attempt():
            self._screen.desk.do(retirar_abreviatura, nombre=self._before)
        self._show()
        self._begin()
