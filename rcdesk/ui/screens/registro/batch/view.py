"""The sheet of a list of people and the row in hand. It takes the place of the door."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from rcdesk.domain.columnas_de_personas import CAMPOS
from rcdesk.domain.comparar_personas import Renglon
from rcdesk.i18n import numero, plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.fields import Check, Choice, Segmented
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.mapping import Mapping as Columns
from rcdesk.ui.kit.meter import Progress
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panes import Panes
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.tally import Tally
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.registro.batch.lines import Lines
from rcdesk.ui.screens.registro.batch.looks import COUNTERS
from rcdesk.ui.screens.registro.batch.pane import RowPane

_MODES: Final = (("", "según el archivo"), ("presencial", "presencial"), ("virtual", "virtual"))
_CAME: Final = (("inscritas", "Solo inscritas"), ("llegaron", "Llegaron"))


class BatchView(QWidget):
    """`save` and `discard` are asked by their buttons and keys; `said` when something is said of the whole file."""

    came_and_went = Signal(bool)  # whether it is in sight
    save = Signal()
    discard = Signal()
    said = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines = named("filas_de_personas", Lines(), label="Filas del archivo")
        self.counters, self.pane, self.mapping = Tally(COUNTERS), RowPane(), Columns(CAMPOS)
        self.title = named("titulo_lista", PlainLabel("", "lead", elide=True))
        self.source = PlainLabel("", "caption", "ink2", elide=True)
        self.came = named("llegaron_o_inscritas", Segmented(_CAME), label="Quienes vienen en el archivo")
        self.came.set_value("inscritas")
        self.came.edited.connect(self.said)
        self.mode = named("modalidad_del_archivo", Choice(_MODES, prefix="Modalidad"), label="Modalidad de todas")
        self.mode.edited.connect(self.said)
        self.told = named("aviso_lista", PlainLabel("", "body", "danger", wrap=True))
        self.progress = named("avance_lista", Progress())
        self.keep_wrong = named("guardar_las_que_no_entran", Check(""))
        self.keep_wrong.set_value(True)
        self.bring = named("traer_personas", Button("", "", "Ctrl Enter", kind="primary"))
        self.bring.clicked.connect(self.save)
        self._sheet = Card(border="accent")
        body = self._build()
        body.setContentsMargins(2, 2, 2, 3)
        self._sheet.setLayout(body)
        self.panes = Panes(self._sheet, self.pane, back="Filas", shares=(27, 9))
        self._detail.clicked.connect(self.open_row)
        self.panes.refolded.connect(self._detail.setVisible)
        self.panes.went_back.connect(lambda: self.lines.setFocus(Qt.FocusReason.OtherFocusReason))
        self.lines.row_activated.connect(lambda _row: self.open_row())
        self.setLayout(column((self.panes, 1)))
        self.tell("")
        self._arrange(False)
        self.progress.hide()
        self._cancel: Callable[[], object] = lambda: None
        self.progress.cancelled.connect(lambda: self._cancel())

    def _build(self) -> QLayout:
        leave = named("descartar_lista", Button("Descartar", "", "Esc", kind="quiet"))
        leave.clicked.connect(self.discard)
        self._columns = named("ver_columnas_de_lista", Button("Columnas", "columns-2", kind="quiet", small=True))
        self._columns.clicked.connect(lambda: self._show_columns(not self.mapping.isVisible()))
        self.mapping.came.connect(self._arrange)
        self._detail = named("ver_fila", Button("Ver fila", "chevron-right", kind="quiet", small=True))
        names = boxed(column(self.title, self.source, gap=0))
        self._options = boxed(row(self.came, self.mode, None, gap=10))
        large = look().large  # then they go with the columns
        beside, under = ((), (self._options,)) if large else ((self._options,), ())
        head = row((names, 1), self._columns, self._detail, *beside, margins=(20, 10, 16, 8), gap=10)
        speaking = column(self.told, self.progress, margins=(20, 0, 16, 6), gap=4)
        foot = row(self.keep_wrong, None, leave, self.bring, margins=(20, 10, 14, 12), gap=6)
        said = column(*under, margins=(16, 0, 16, 8)) if large else 0
        return column(head, speaking, self.mapping, said, self.counters, (self.lines, 1), Rule(), foot, gap=0)

    def _arrange(self, columns: bool) -> None:
        """Show the columns of a file over its rows; large text has room for one of them, and a button."""
        self._columns.setVisible(columns and look().large)
        self._show_columns(columns and not look().large)

    def _show_columns(self, shown: bool) -> None:
        alone = shown and look().large
        for under in (self.counters, self.lines):
            under.setVisible(not alone)
        self.mapping.setVisible(shown)
        self._options.setVisible(alone or not look().large)

    def show_lines(self, lines: Sequence[Renglon]) -> None:
        """Show these rows; the chosen one and the scroll stay."""
        self.lines.lines.show(lines)

    def show_counts(self, counts: Mapping[str, int], wrong: int) -> None:
        """Show the figures, and how many people would be brought now; `wrong` are those that cannot."""
        self.counters.show_counts(counts)
        many = counts["nuevas"] + counts["cambian"]
        only_wrong = bool(wrong) and not many
        words = "Guardar las que no entran" if only_wrong else f"Traer {plural(many, 'persona', 'personas')}"
        self.bring.set_words(words)
        self.bring.setEnabled(bool(many or wrong))
        those = ("la que no entra", "la") if wrong == 1 else (f"las {numero(wrong)} que no entran", "las")
        why = "" if look().large else f" en un archivo para corregir{those[1]}"
        self.keep_wrong.set_words(f"Guardar {those[0]}{why}")
        self.keep_wrong.setVisible(bool(wrong and many))

    def open_row(self) -> None:
        """Bring the row in hand into sight, ready to be decided, where there is no room for both."""
        if not self.panes.folded:
            return
        self.panes.open_detail()
        if self.pane.answer.isVisible():
            self.pane.answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, text: str, *, danger: bool = True) -> None:
        """Say something over the rows; nothing takes it away."""
        self.told.setText(text)
        self.told.set_tone("danger" if danger else "ink2")
        self.told.setVisible(bool(text))

    def show_progress(self, cancel: Callable[[], object], total: int, words: str) -> None:
        """Say how far long work is; its button asks to stop it."""
        self._cancel = cancel
        self.progress.advance(0, total, words)
        self.progress.show()

    def hide_progress(self) -> None:
        """It ended."""
        self.progress.hide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.came_and_went.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.came_and_went.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save.emit()
        elif event.key() == Qt.Key.Key_Escape and (not self.panes.folded or self._is_in_sheet()):
            self.discard.emit()
        else:
            super().keyPressEvent(event)

    def _is_in_sheet(self) -> bool:
        return self._sheet.isAncestorOf(QApplication.focusWidget() or self)
