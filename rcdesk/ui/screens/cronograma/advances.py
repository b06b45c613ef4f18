"""What was done in each period of an activity, what proves it, and the short form that registers one more."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.domain.palabras import con_mayuscula
from rcdesk.domain.periodos import del_anio, en_palabras, trimestre_de
from rcdesk.domain.registro import Evidencia
from rcdesk.i18n import fecha_corta, numero
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Well
from rcdesk.ui.kit.draft import Draft
from rcdesk.ui.kit.fields import Choice, DateField, DecimalField, Field, Line, Text
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import boxed, column, emptied, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.work.cronograma import ActividadRow, AvanceRow

_EMPTY: Final = "Todavía no hay avances. Regístrelos a medida que se hacen, con lo que los prueba."


class Advances(QWidget):
    """The periods of an activity. `withdrawn` and `corrected` carry the key of one of them."""

    withdrawn = Signal(str)
    corrected = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._list = column(gap=6)
        self._shown: Sequence[AvanceRow] | None = None
        self.setLayout(column(self._list))

    def show_rows(self, rows: Sequence[AvanceRow]) -> None:
        """Show these, if they are others than those in sight."""
        if rows == self._shown:
            return
        self._shown = rows
        emptied(self._list)
        if not rows:
            self._list.addWidget(PlainLabel(_EMPTY, "caption", "ink2", wrap=True))
        for one in rows:
            self._list.addWidget(self._line(one))

    def _line(self, one: AvanceRow) -> QWidget:
        correct = named(
            f"corregir_{one.id}", Button("", "pen-line", kind="quiet", small=True, hint="Corregir el avance")
        )
        withdraw = named(f"retirar_{one.id}", Button("", "trash-2", kind="quiet", small=True, hint="Retirar el avance"))
        correct.clicked.connect(lambda: self.corrected.emit(one.id))
        withdraw.clicked.connect(lambda: self.withdrawn.emit(one.id))
        head = row((PlainLabel(_said(one), "strong", wrap=True), 1), correct, withdraw, gap=2)
        when = f"Corte del {fecha_corta(one.corte)}" if one.corte else ""
        notes = [PlainLabel(text, "caption", "ink2", wrap=True) for text in filter(None, (when, one.justificacion))]
        proofs = [_proof(proof) for proof in one.evidencias]
        if one.ejecutado is not None and not one.evidencias:
            warning = PlainLabel("Sin evidencia", "caption", "warn")
            proofs.append(boxed(row(Glyph("triangle-alert", "warn", 14), (warning, 1), gap=6)))
        well = Well()
        well.setLayout(column(head, *notes, *proofs, margins=(12, 6, 6, 8), gap=2))
        return well


class AdvanceForm(Well):
    """Asks for one advance. `values()` gives the fields, and the evidence apart."""

    wanted = Signal()  # save it
    closed = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._activity: ActividadRow | None = None
        self.editing = ""  # the advance being corrected, or nothing
        self._period = named("periodo", Choice())
        self._planned, self._done = named("programado", DecimalField()), named("ejecutado", DecimalField())
        self._cut = named("corte", DateField())
        self._proof = named("evidencia", Text(lines=2, most=5, placeholder="Acta, contrato, listado, foto, enlace…"))
        self._draft = Draft(screen, self._proof, "actividad/evidencia")
        self._link = named("enlace", Line(placeholder="https://"))
        self._reason = named("justificacion", Line(placeholder="Si se hizo más o menos de lo programado"))
        save = named("guardar_avance", Button("Guardar avance", key="Enter", kind="primary"))
        back = named("cerrar_avance", Button("Volver", key="Esc", kind="quiet"))
        save.clicked.connect(self.wanted)
        back.clicked.connect(self.closed)
        for line in (self._planned, self._done, self._cut, self._link, self._reason):
            line.returnPressed.connect(self.wanted)
        self._period.edited.connect(self._propose)
        self._link_field = Field("Enlace", self._link)
        self.setLayout(
            column(
                Field("Periodo", self._period),
                row((Field("Programado", self._planned), 1), (Field("Hecho", self._done), 1), gap=12),
                Field("Con corte a", self._cut),
                Field("Qué lo prueba", self._proof),
                self._link_field,
                Field("Justificación", self._reason),
                row(back, None, save),
                margins=(14, 12, 14, 12),
                gap=10,
            )
        )

    def ask(self, activity: ActividadRow, today: str, year: str) -> None:
        """Ask for a new advance: of the first period that nobody reported, with what was programmed as done."""
        self._activity, self.editing = activity, ""
        waiting = [one.periodo for one in activity.avances if _owed(one)]
        periods = dict.fromkeys((*waiting, *(one.periodo for one in activity.avances), *del_anio(year)))
        self._period.set_options([(period, con_mayuscula(en_palabras(period))) for period in periods])
        self._period.set_value(waiting[0] if waiting else trimestre_de(today))
        self._cut.set_value(today)
        self._draft.open(activity.id)
        self._link.set_value("")
        self._link_field.show()
        self._propose()
        self._focus()

    def correct(self, activity: ActividadRow, one: AvanceRow) -> None:
        """Ask for other values of an advance."""
        self._activity, self.editing = activity, one.id
        self._period.set_options([(one.periodo, con_mayuscula(en_palabras(one.periodo)))])
        self._period.set_value(one.periodo)
        self._show(one)
        self._draft.open("")
        self._cut.set_value(one.corte or "")
        self._proof.set_value((one.evidencias[0].texto or "") if one.evidencias else "")
        self._link_field.hide()
        self._focus()

    def values(self) -> dict[str, object]:
        """Return the fields of the period; RuleError when one cannot be read."""
        figures = {editor.objectName(): editor.value() for editor in (self._planned, self._done)}
        return {
            "periodo": self._period.value(),
            **{name: None if value is None else f"{value:f}" for name, value in figures.items()},
            "corte": self._cut.value(),
            "justificacion": self._reason.value(),
        }

    def evidence(self) -> tuple[str, str]:
        """Return what proves it: words and link."""
        return self._proof.value(), self._link.value()

    def done(self) -> None:
        """The advance was saved."""
        if not self.editing:
            self._draft.done()

    def _propose(self) -> None:
        """Show what the chosen period already has; what was programmed is proposed as done."""
        activity = self._activity
        if activity is None or self.editing:
            return
        found = next((one for one in activity.avances if one.periodo == self._period.value()), None)
        if found is not None:
            self._show(found)
            if not Decimal(found.ejecutado or 0):
                self._done.set_value(self._planned.value())
            return
        proposed = Decimal(activity.meta_valor or 1) if not activity.avances else Decimal(1)
        self._planned.set_value(proposed)
        self._done.set_value(proposed)
        self._reason.set_value("")

    def _show(self, one: AvanceRow) -> None:
        self._planned.set_value(Decimal(one.programado) if one.programado is not None else None)
        self._done.set_value(Decimal(one.ejecutado) if one.ejecutado is not None else None)
        self._reason.set_value(one.justificacion or "")

    def _focus(self) -> None:
        self._done.setFocus()
        self._done.selectAll()


def _owed(one: AvanceRow) -> bool:
    """Whether something of what the period programmed is still to be reported."""
    return one.ejecutado is None or (one.programado is not None and Decimal(one.ejecutado) < Decimal(one.programado))


def _said(one: AvanceRow) -> str:
    period = con_mayuscula(en_palabras(one.periodo))
    if one.ejecutado is None:
        return f"{period}: {_number(one.programado)} por hacer"
    if one.programado is None:
        return f"{period}: {_number(one.ejecutado)}"
    return f"{period}: {_number(one.ejecutado)} de {_number(one.programado)}"


def _number(value: str | None) -> str:
    return numero(Decimal(value)) if value is not None else "–"


def _proof(proof: Evidencia) -> QWidget:
    pages = f"páginas {proof.paginas}" if proof.paginas else ""
    words = "  ·  ".join(filter(None, (proof.texto, proof.url, proof.archivo, pages)))
    icon = "link" if proof.url else "file-text"
    return boxed(row(Glyph(icon, "ink3", 14), (PlainLabel(words, "caption", "ink", wrap=True), 1), gap=6))
