"""What Registro puts on paper, the sheets that come back signed, and what the acta says of the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout, QWidget

from rcdesk.domain.errors import RuleError
from rcdesk.domain.hojas import MAXIMO
from rcdesk.i18n import plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.choices import chosen, keep_choice
from rcdesk.ui.kit.fields import Field, Line, NumberField, Segmented
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.form import Form, Save
from rcdesk.ui.kit.layout import Item, boxed, column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.registro.folio.looks import SHEETS
from rcdesk.ui.screens.registro.paper.paper_row import Count, PaperRow
from rcdesk.work.asistencia import HojasRow
from rcdesk.work.hojas import HojaRow

PAPERS: Final = (("carta", "Carta"), ("oficio", "Oficio"))
_PAPER: Final = "registro.papel"
_MOST_BLANK: Final = 500
_MOST_CARDS: Final = 400
_IN_SIGHT: Final = 5  # sheets
_LIST: Final = "Por apellido y para firmar. Sin un número, los renglones en blanco completan la última hoja."
_SHEETS: Final = "Vacías y numeradas. El código de cada una abre su folio para transcribir lo que se firmó."
_CARDS: Final = "Ocho por hoja, de quienes están inscritos o invitados. Con el código ingresan sin buscarlos."
_KIT: Final = "Orden del día, hojas sin cerrar, tarjetas numeradas para preguntar y la encuesta, en un solo documento."


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked of the papers. `en_blanco` is None when the last sheet is completed."""

    papel: str
    en_blanco: int | None
    hojas: int
    tarjetas: int


class Papers(QWidget):
    """`wanted` asks for a paper (lista, hojas, tarjetas, kit), as PDF or (True) printed."""

    wanted = Signal(str, bool)
    prepared = Signal(int)
    sheet_wanted = Signal(str)
    folio_wanted = Signal(int)

    def __init__(self, screen: Screen, save: Save) -> None:
        super().__init__()
        self.form = Form(screen, "hojas", save)
        self.paper = named("papel", Segmented(PAPERS), label="Tamaño del papel")
        self.paper.committed.connect(lambda: keep_choice(self, _PAPER, self.paper.value()))
        self._blank = named("filas_en_blanco", Count("registro.en_blanco", None, _MOST_BLANK, least=0))
        self._many = named("cuantas_hojas", Count("registro.hojas", 5, MAXIMO))
        self._cards = named("cuantas_tarjetas", Count("registro.tarjetas", 40, _MOST_CARDS))
        self.rows = self._paper_rows()
        for kind, paper in self.rows.items():
            paper.saved.connect(lambda kind=kind: self.wanted.emit(kind, False))
            paper.printed.connect(lambda kind=kind: self.wanted.emit(kind, True))
        self._model: RowsModel[HojaRow] = RowsModel(SHEETS)
        self.table = named("hojas_preparadas", Table(self._model), label="Hojas para firmar")
        self.table.horizontalHeader().hide()
        self.table.row_activated.connect(lambda sheet: self.sheet_wanted.emit(sheet.id))
        self._folio = named("folio", NumberField(least=1, placeholder="N.º"), label="Folio que se transcribe")
        self._folio.returnPressed.connect(self._ask_folio)
        self._field = Field("Transcribir el folio", self._folio)
        go = named("transcribir_folio", Button("Transcribir", "pen-line", "Ctrl L", small=True))
        go.clicked.connect(self._ask_folio)
        typed = row((self._field, 1), column(None, go), gap=8)
        self._signed = boxed(column(PlainLabel("Hojas firmadas", "lead"), self.table, typed, gap=8))
        self._told = False
        self.setLayout(column((scrolling(self._whole()), 1)))

    def _paper_rows(self) -> dict[str, PaperRow]:
        prepare = named("preparar_hojas", Button("Preparar", "plus", small=True))
        prepare.clicked.connect(lambda: self.prepared.emit(self.options().hojas))
        self._many.returnPressed.connect(prepare.click)
        blank = PlainLabel("renglones en blanco", "caption", "ink2")
        return {
            "lista": PaperRow("listado", "Listado de asistencia", _LIST, self._blank, blank),
            "hojas": PaperRow("hojas", "Hojas en blanco para firmar", _SHEETS, self._many, prepare),
            "tarjetas": PaperRow("tarjetas", "Tarjetas con código QR", _CARDS),
            "kit": PaperRow("kit", "Kit de contingencia", _KIT, self._cards, PlainLabel("tarjetas", "caption", "ink2")),
        }

    def _whole(self) -> QLayout:
        bind = self.form.bind
        told = Flow(
            (bind("asistencia_folios", Field("Folios firmados", NumberField())), 2),
            (bind("asistencia_convocados", Field("Personas convocadas", NumberField())), 2),
            (bind("asistencia_nota", Field("Nota para el acta", Line(placeholder="Ver listado anexo"))), 4),
            units=4,
            least=72,
        )
        papers: list[Item] = []
        for paper in self.rows.values():
            papers += [paper, Rule()]
        return column(
            row(PlainLabel("Para imprimir", "lead"), None, self.paper),
            *papers,
            self._signed,
            PlainLabel("Para el acta", "lead"),
            told,
            None,
            margins=(20, 12, 16, 14),
            gap=10,
        )

    def options(self) -> Options:
        """Return what is asked of the papers."""
        return Options(
            self.paper.value() or PAPERS[0][0],
            self._blank.number(),
            self._many.number() or 0,
            self._cards.number() or 0,
        )

    def show_papers(self, audiencia_id: str, row_: HojasRow, sheets: Sequence[HojaRow]) -> None:
        """Show what the hearing says of its list, and the sheets that were prepared for it."""
        self.form.show(audiencia_id, row_)
        self._model.show(sheets)
        self._signed.setVisible(bool(sheets))
        high = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(high * min(max(len(sheets), 1), _IN_SIGHT) + look().px(2))
        waiting = sum(one.estado in ("sin_digitar", "en_curso") for one in sheets)
        told = (
            f" Salen {plural(waiting, 'hoja', 'hojas')} sin cerrar."
            if waiting
            else " Prepare primero las que necesite."
        )
        self.rows["hojas"].tell(_SHEETS + told, ready=bool(waiting))

    def refuse_folio(self, text: str) -> None:
        """Say why that folio is not opened."""
        self._field.show_error(text)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._told:  # only now it has a window that remembers
            self._told = True
            self.paper.set_value(chosen(self, _PAPER, PAPERS[0][0]))
            for count in (self._blank, self._many, self._cards):
                count.recall()

    def _ask_folio(self) -> None:
        """Transcribe the folio that is written, or the sheet that is chosen."""
        try:
            folio = self._folio.value()
        except RuleError:
            return  # the field says why
        chosen_sheet = self.table.current()
        if folio is not None:
            self._folio.set_value(None)
            self.folio_wanted.emit(folio)
        elif chosen_sheet is not None:
            self.sheet_wanted.emit(chosen_sheet.id)
