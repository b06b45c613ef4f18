"""The sheet of a list of people and the row in hand. It takes the place of the door."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from rcdesk.domain.columnas_de_personas import CAMPOS
from rcdesk.i18n import numero, plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Check, Choice, Segmented
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.proposal import Proposal
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.registro.batch.lines import Lines
from rcdesk.ui.screens.registro.batch.looks import COUNTERS
from rcdesk.ui.screens.registro.batch.pane import RowPane

_MODES: Final = (("", "según el archivo"), ("presencial", "presencial"), ("virtual", "virtual"))
_CAME: Final = (("inscritas", "Solo inscritas"), ("llegaron", "Llegaron"))


class BatchView(Proposal):
    """The rows of a list of people; `said` when something is said of all of them."""

    came_and_went = Signal(bool)  # whether it is in sight
    said = Signal()

    def __init__(self) -> None:
        self.lines = named("filas_de_personas", Lines(), label="Filas del archivo")
        self.pane = RowPane()
        self.came = named("llegaron_o_inscritas", Segmented(_CAME), label="Quienes vienen en el archivo")
        self.came.set_value("inscritas")
        self.mode = named("modalidad_del_archivo", Choice(_MODES, prefix="Modalidad"), label="Modalidad de todas")
        self.keep_wrong = named("guardar_las_que_no_entran", Check(""))
        self.keep_wrong.set_value(True)
        self._options = boxed(row(self.came, self.mode, None, gap=10))
        super().__init__(
            "lista",
            self.lines.lines,
            self.lines,
            self.pane,
            keep=named("traer_personas", Button("", "", "Ctrl Enter", kind="primary")),
            detail=named("ver_fila", Button("Ver fila", "chevron-right", kind="quiet", small=True)),
            counters=COUNTERS,
            fields=CAMPOS,
        )
        self.came.edited.connect(self.said)
        self.mode.edited.connect(self.said)
        self.lines.row_activated.connect(lambda _row: self.open_row())
        self._build()

    def _build(self) -> None:
        large = look().large  # then they go with the columns
        beside, under = ((), (self._options,)) if large else ((self._options,), ())
        head = row((self.names, 1), self.columns, self.detail, *beside, margins=(20, 10, 16, 8), gap=10)
        foot = row(self.keep_wrong, None, self.leave, self.keep, margins=(20, 10, 14, 12), gap=6)
        said = column(*under, margins=(16, 0, 16, 8)) if large else 0
        self.lay_out(head, foot, back="Filas", shares=(27, 9), under=said)

    def show_columns(self, shown: bool) -> None:
        super().show_columns(shown)
        self._options.setVisible(shown or not look().large)

    def show_counts(self, counts: Mapping[str, int], wrong: int) -> None:
        """Show the figures, and how many people would be brought now; `wrong` are those that cannot."""
        self.counters.show_counts(counts)
        many = counts["nuevas"] + counts["cambian"]
        only_wrong = bool(wrong) and not many
        words = "Guardar las que no entran" if only_wrong else f"Traer {plural(many, 'persona', 'personas')}"
        self.keep.set_words(words)
        self.keep.setEnabled(bool(many or wrong))
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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.came_and_went.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.came_and_went.emit(False)
