"""The answers as people wrote them, and beside them the groups that they make. It takes the place of the survey."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rcdesk.domain.grupos_de_respuestas import Propuesta
from rcdesk.i18n import numero, plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.fields import Choice, Field, Line
from rcdesk.ui.kit.keycap import KeyCap
from rcdesk.ui.kit.layout import boxed, column, emptied, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panes import Panes
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.ui.kit.states import State
from rcdesk.work.agrupar import GrupoRow, GruposView, RespuestaLibreRow

_KEYED: Final = 9  # groups that have a number key
_PROPOSED: Final = 12  # proposals in sight
_HELP: Final = "Cada respuesta queda como la escribieron: el grupo solo dice cómo se cuenta."


class GroupingView(QWidget):
    """`numbered` when a number key is pressed, `given` with the name written for a group."""

    left = Signal()
    asked = Signal(str)  # the key of another question
    numbered = Signal(int)
    given = Signal(str)
    accepted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.marked: set[str] = set()
        self.question = named("pregunta_que_se_agrupa", Choice(), label="Pregunta")
        self.question.edited.connect(lambda: self.asked.emit(self.question.value()))
        self._model: RowsModel[RespuestaLibreRow] = RowsModel(self._columns())
        self.answers: Table[RespuestaLibreRow] = named(
            "respuestas_libres",
            Table(self._model, empty="Nadie escribió una respuesta a esta pregunta."),
            label="Respuestas como las escribieron",
        )
        self._counts = PlainLabel("", "body", "ink2")
        self.name = named(
            "nombre_del_grupo", Line(placeholder="Escriba un nombre y oprima Enter"), label="Nombre del grupo"
        )
        self.name.returnPressed.connect(lambda: self.given.emit(self.name.value()))
        self._name = Field("Poner en el grupo", self.name)
        self._groups, self._proposals = column(gap=2), column(gap=4)
        self._proposed = PlainLabel("Propuestas", "label", "ink2")
        self.all = named("aceptar_propuestas", Button("Aceptar todas", "check", "T", "quiet", small=True))
        self._build()

    def _build(self) -> None:
        self.back = back = named("cerrar_agrupacion", Button("Resultados", "arrow-left", "Esc", "quiet"))
        back.clicked.connect(self.left)
        detail = named("ver_grupos", Button("Grupos", "layers", kind="quiet", small=True))
        title = PlainLabel("Agrupar respuestas abiertas", "lead", elide=True)
        head = row((title, 1), detail, back, margins=(20, 10, 12, 6), gap=10)
        over = row((self.question, 1), margins=(16, 0, 16, 4))
        counted = row((self._counts, 1), margins=(20, 0, 16, 8))
        sheet = Card(border="accent")
        sheet.setLayout(column(head, over, counted, (self.answers, 1), margins=(2, 2, 2, 3), gap=0))
        body = column(
            self._name,
            4,
            PlainLabel("Grupos", "label", "ink2"),
            boxed(self._groups),
            Rule(),
            row(self._proposed, None, self.all),
            boxed(self._proposals),
            None,
            PlainLabel(_HELP, "caption", "ink2", wrap=True),
            gap=8,
        )
        side = Card()
        side.setLayout(column((scrolling(body), 1), margins=(18, 14, 12, 14)))
        self.panes = Panes(sheet, side, back="Respuestas", shares=(3, 2))
        self.setLayout(column((self.panes, 1)))
        self.panes.refolded.connect(detail.setVisible)
        detail.setVisible(self.panes.folded)
        detail.clicked.connect(self.panes.open_detail)
        self.panes.went_back.connect(self.take_keys)

    def show_answers(self, found: GruposView) -> None:
        """Show the answers of a question and its groups."""
        self.marked &= {one.id for one in found.respuestas}
        self._model.show(found.respuestas)
        loose = sum(one.cuantas for one in found.respuestas if not one.grupo)
        people = plural(found.base, "persona respondió", "personas respondieron")
        self._counts.setText(f"{people}  ·  {plural(loose, 'respuesta', 'respuestas')} sin agrupar")
        emptied(self._groups)
        for group in found.grupos:
            self._groups.addWidget(_group(group))
        if not found.grupos:
            self._groups.addWidget(PlainLabel("Todavía no hay grupos.", "body", "ink2", wrap=True))
        self._show_proposals(found.propuestas)

    def begin_name(self, words: str) -> None:
        """Go to the name, with one that could be."""
        self.panes.open_detail()
        self.name.set_value(words)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def take_keys(self) -> None:
        """Put the keys in the answers."""
        self.panes.close_detail()
        self.answers.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.name.hasFocus():
                self.take_keys()
            else:
                self.left.emit()
        elif self.answers.hasFocus() and event.text() in "123456789" and event.text():
            self.numbered.emit(int(event.text()))
        else:
            super().keyPressEvent(event)

    def _show_proposals(self, proposals: tuple[Propuesta, ...]) -> None:
        emptied(self._proposals)
        self._proposed.setVisible(bool(proposals))
        self.all.setVisible(bool(proposals))
        for place, one in enumerate(proposals[:_PROPOSED], 1):
            take = named(f"propuesta_{place}", Button("Aceptar", "check", kind="quiet", small=True))
            take.setAccessibleName(f"Aceptar el grupo {one.nombre}")
            take.clicked.connect(lambda _checked=False, name=one.nombre: self.accepted.emit(name))
            said = ", ".join(f"«{text[:40]}»" for text in one.respuestas[:6])
            more = f" y {numero(len(one.respuestas) - 6)} más" if len(one.respuestas) > 6 else ""
            words = column(
                PlainLabel(one.nombre, "strong", wrap=True),
                PlainLabel(said + more, "caption", "ink2", wrap=True),
                gap=0,
            )
            self._proposals.addWidget(boxed(row((words, 1), take, gap=8)))

    def _columns(self) -> tuple[Column[RespuestaLibreRow], ...]:
        return (
            Column(
                "Respuesta", lambda one: one.id, stretch=3, icon=lambda one: "check" if one.id in self.marked else ""
            ),
            Column("Cuántas", lambda one: numero(one.cuantas), 96, "right", "ink2"),
            Column("Grupo", _said, stretch=2, state=_state),
        )


def _said(one: RespuestaLibreRow) -> str:
    return one.grupo or (f"¿{one.propuesto}?" if one.propuesto else "")


def _state(one: RespuestaLibreRow) -> State | None:
    if one.grupo:
        return State(one.grupo, "layers", "ok")
    return State(f"¿{one.propuesto}?", "sparkles") if one.propuesto else None


def _group(group: GrupoRow) -> QWidget:
    key = KeyCap(str(group.numero)) if group.numero <= _KEYED else PlainLabel("", "body")
    share = f"{group.porcentaje.replace('.', ',')} %" if group.porcentaje else ""
    words = (PlainLabel(group.id, "body", wrap=True), 1)
    return boxed(
        row(key, words, PlainLabel(numero(group.cuantas), "strong"), PlainLabel(share, "body", "ink2"), gap=10)
    )
