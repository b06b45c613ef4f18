"""Beside the rows: whether what was typed is what the paper has, what each row turned out to be, the other sheets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rcdesk.domain.hojas import Clase, Estado
from rcdesk.i18n import numero, plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.fields import Field, NumberField, TimeField
from rcdesk.ui.kit.layout import boxed, column, emptied, row, scrolling
from rcdesk.ui.kit.meter import Meter
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.screens.registro.folio.looks import sheet_state
from rcdesk.work.hojas import HojaRow, HojaView

_KINDS: Final[tuple[tuple[Clase, str, str], ...]] = (
    ("lista", "Estaban en la lista", "ink"),
    ("nueva", "Personas nuevas", "ink"),
    ("ilegible", "Ilegibles", "warn"),
    ("repetida", "Firmas repetidas", "warn"),
    ("vacio", "Renglones vacíos", "ink"),
)
_WIDE: Final = 4  # sheets in a line
_DIFFERENCE: Final = "Se puede cerrar con diferencia: queda escrita y la ve la secretaría en Cierre."
_CLOSED: Final = "Está cerrado. Para corregir algo, reábralo."


class PaperSide(Card):
    """`counted` is what somebody counted on the paper; `sheet_wanted`, the key of another sheet."""

    counted = Signal()
    closing = Signal()
    reopening = Signal()
    unused = Signal()
    print_wanted = Signal()
    sheet_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.count = NumberField(least=0)
        self._field = Field("Firmas que cuenta en el papel", named("firmas", self.count))
        self.hour = named("folio_hora", TimeField())
        self._hour = Field("Ingresaron a las", self.hour, hint="sin hora anotada")
        self._figure = named("firmas_digitadas", PlainLabel("", "display"))
        self._meter = Meter()
        self._words = PlainLabel("", "body", "ink2", wrap=True)
        self._numbers = {clase: PlainLabel("", "strong") for clase, _, _ in _KINDS}
        self._sheets: QVBoxLayout = column(gap=6)
        self._shown: Sequence[tuple[str, int, Estado, bool]] = ()  # the sheets in sight, and which is the open one
        self._title = PlainLabel("", "label", "ink2")
        self._close = named("cerrar_folio", Button("Cerrar el folio", "", "Ctrl Enter"))
        self._open = named("reabrir_folio", Button("Reabrir el folio", "undo-2"))
        self._drop = named("folio_sin_usar", Button("No se usó…", "trash-2", kind="quiet", small=True))
        self._note = PlainLabel("", "caption", "ink2", wrap=True)
        again = Button("", "printer", kind="quiet", small=True, hint="Imprimir otra vez esta hoja")
        self._print = named("imprimir_folio", again)
        self._print.clicked.connect(self.print_wanted)
        self.count.committed.connect(self.counted)
        self._close.clicked.connect(self.closing)
        self._open.clicked.connect(self.reopening)
        self._drop.clicked.connect(self.unused)
        self._build()

    def _build(self) -> None:
        kinds = [row(PlainLabel(words, "body"), None, self._numbers[clase], gap=8) for clase, words, _ in _KINDS]
        body = column(
            row(PlainLabel("Papel y base", "title"), None, self._print),
            self._field,
            self._figure,
            self._meter,
            self._words,
            Rule(),
            column(*kinds, gap=6),
            Rule(),
            self._title,
            self._sheets,
            self._hour,
            None,
            margins=(20, 12, 16, 10),
            gap=10,
        )
        for button in (self._open, self._drop):  # all three at once would make the window wider than the screen
            button.hide()
        # what is offered only at times has a line of its own: beside the others it would push the rows aside
        buttons = row(self._close, self._open, None)
        foot = column(buttons, self._note, row(self._drop, None), margins=(20, 6, 16, 14), gap=6)
        self.setLayout(column((scrolling(body), 1), foot, margins=(1, 1, 1, 2), gap=0))

    def show_sheet(self, view: HojaView, sheets: Sequence[HojaRow]) -> None:
        """Show how far a sheet is, among the others."""
        cuadre, closed = view.cuadre, view.cerrada is not None
        self.count.refresh_value(cuadre.firmas)
        self.count.setEnabled(not closed)
        self._figure.setText(
            numero(cuadre.hechas) if cuadre.firmas is None else f"{numero(cuadre.hechas)} de {numero(cuadre.firmas)}"
        )
        done = cuadre.firmas is not None and not cuadre.faltan
        self._meter.set_percent(cuadre.porcentaje, "ok" if done else "warn" if cuadre.faltan < 0 else "info")
        self._words.setText(cuadre.en_palabras())
        self._words.set_tone("warn" if cuadre.faltan < 0 else "ink2")
        for clase, _, tone in _KINDS:
            self._numbers[clase].setText(numero(view.cuentas[clase]))
            self._numbers[clase].set_tone(tone if view.cuentas[clase] else "ink")
        self._hour.setVisible(not closed)
        self._close.setVisible(not closed)
        self._open.setVisible(closed)
        self._drop.setVisible(not closed and not any(one.asistente_id for one in view.renglones))
        self._note.setText(_CLOSED if closed else _DIFFERENCE)
        self._show_sheets(sheets, view.id)

    def explain_count(self, text: str) -> None:
        """Say why the count is refused, under it, and take the keys there."""
        self._field.show_error(text)
        self.count.setFocus()

    def _show_sheets(self, sheets: Sequence[HojaRow], here: str) -> None:
        told = [(one.id, one.folio, one.estado, one.id == here) for one in sheets]
        if told == self._shown:
            return
        self._shown = told
        self._title.setText(f"{plural(len(sheets), 'folio', 'folios')} de esta audiencia")
        emptied(self._sheets)
        for start in range(0, len(sheets), _WIDE):
            line = [self._sheet(one, one.id == here) for one in sheets[start : start + _WIDE]]
            self._sheets.addWidget(boxed(row(*line, None, gap=6)))

    def _sheet(self, sheet: HojaRow, here: bool) -> QWidget:
        state = sheet_state(sheet.estado)
        button = Button(str(sheet.folio), state.icon, kind="secondary" if here else "quiet", small=True)
        button.setAccessibleName(f"Folio {sheet.folio}: {state.word}")
        button.clicked.connect(lambda _checked=False, key=sheet.id: self.sheet_wanted.emit(key))
        return named(f"folio_{sheet.folio}", button, label=button.accessibleName())
