"""What was programmed and done in each period of an activity, what was said of it, and what proves it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.domain.avances_de_actividad import SIN_EXPLICACION
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.domain.periodos import en_palabras
from rcdesk.domain.registro import Evidencia
from rcdesk.i18n import fecha_corta, numero
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Rule, Well
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import boxed, column, emptied, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.work.vista_de_plan import AvanceRow, PeriodoRow

_EMPTY: Final = "Todavía no hay avances. Regístrelos a medida que se hacen, con lo que los prueba."


class Advances(QWidget):
    """The periods of an activity. `corrected` and `dropped` carry the key of a period, `withdrawn` that of an advance.

    `opened` is an evidence to be looked at.
    """

    corrected = Signal(str)
    dropped = Signal(str)
    withdrawn = Signal(str)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._list = column(gap=6)
        self._shown: Sequence[PeriodoRow] | None = None
        self._unit = ""
        self.setLayout(column(self._list))

    def show_rows(self, rows: Sequence[PeriodoRow], unit: str) -> None:
        """Show these, if they are others than those in sight; `unit` is «%» or nothing."""
        if (rows, unit) == (self._shown, self._unit):
            return
        self._shown, self._unit = rows, unit
        emptied(self._list)
        if not rows:
            self._list.addWidget(PlainLabel(_EMPTY, "caption", "ink2", wrap=True))
        for one in rows:
            self._list.addWidget(self._period(one))

    def _period(self, one: PeriodoRow) -> QWidget:
        correct = named(
            f"corregir_{one.id}",
            Button("", "pen-line", kind="quiet", small=True, hint="Lo programado, y por qué se hizo más o menos"),
        )
        drop = named(
            f"retirar_periodo_{one.id}",
            Button("", "trash-2", kind="quiet", small=True, hint="Retirar el periodo, con motivo…"),
        )
        correct.clicked.connect(lambda: self.corrected.emit(one.id))
        drop.clicked.connect(lambda: self.dropped.emit(one.id))
        head = row((PlainLabel(_said(one, self._unit), "strong", wrap=True), 1), correct, drop, gap=2)
        lines: list[QWidget] = list(self._notes(one))
        for said in one.avances:
            lines += [Rule(), self._advance(said)]
        well = Well()
        well.setLayout(column(head, *lines, margins=(12, 6, 6, 8), gap=4))
        return well

    def _notes(self, one: PeriodoRow) -> Sequence[QWidget]:
        found: list[QWidget] = []
        if one.exceso is not None:
            silent = one.exceso == SIN_EXPLICACION
            words = f"Más de lo programado: {one.exceso}"
            found.append(_told(words, "triangle-alert" if silent else "trending-up", "warn" if silent else "ink2"))
        elif one.justificacion:
            found.append(PlainLabel(one.justificacion, "caption", "ink2", wrap=True))
        if one.corte and not one.avances:
            found.append(PlainLabel(f"Corte del {fecha_corta(one.corte)}", "caption", "ink2"))
        found += [self._proof(proof) for proof in one.evidencias]
        if one.ejecutado is not None and not one.probado:
            found.append(_told("Sin evidencia", "triangle-alert", "warn"))
        return found

    def _advance(self, said: AvanceRow) -> QWidget:
        when = fecha_corta(said.corte) if said.corte else "Sin fecha"
        amount = _amount(said.avance, self._unit) if said.avance is not None else ""
        gone = said.retirado is not None
        head = [PlainLabel(when, "strong", "ink3" if gone else "ink"), PlainLabel(said.autor or "", "caption", "ink2")]
        which = f"del {when}" if said.corte else "sin fecha"
        hint = f"Retirar el avance {which}, con motivo…"
        withdraw = named(f"retirar_{said.id}", Button("", "x", kind="quiet", small=True, hint=hint))
        withdraw.clicked.connect(lambda: self.withdrawn.emit(said.id))
        if gone:
            withdraw.hide()  # never shown before it has a place: it would be a window for an instant
        lines: list[QWidget] = [boxed(row(*head, None, PlainLabel(amount, "strong"), withdraw, gap=8))]
        if gone:
            lines.append(PlainLabel(f"Retirado: {said.retirado}", "caption", "ink3", wrap=True))
        if said.texto:
            lines.append(PlainLabel(said.texto, "body", "ink3" if gone else "ink", wrap=True))
        lines += [self._proof(proof) for proof in said.evidencias]
        return boxed(column(*lines, gap=2))

    def _proof(self, proof: Evidencia) -> QWidget:
        pages = f"páginas {proof.paginas}" if proof.paginas else ""
        seen = f"consultada el {fecha_corta(proof.consultada)}" if proof.consultada else ""
        words = "  ·  ".join(filter(None, (proof.texto, proof.url, proof.archivo, pages, seen)))
        line = row(
            Glyph("link" if proof.url else "file-text", "ink3", 14),
            (PlainLabel(words, "caption", "ink", wrap=True), 1),
            gap=6,
        )
        if proof.archivo or proof.url:
            what = proof.texto or proof.archivo or proof.url
            button = Button("Abrir", kind="quiet", small=True, hint=f"Abrir {what}")
            button.clicked.connect(lambda: self.opened.emit(proof))
            line.addWidget(button)
        return boxed(line)


def _told(words: str, icon: str, tone: str) -> QWidget:
    return boxed(row(Glyph(icon, tone, 14), (PlainLabel(words, "caption", tone, wrap=True), 1), gap=6))


def _said(one: PeriodoRow, unit: str) -> str:
    period = con_mayuscula(en_palabras(one.periodo))
    if one.ejecutado is None:
        return f"{period}: {_amount(one.programado, unit)} por hacer" if one.programado else f"{period}: sin programar"
    if one.programado is None:
        return f"{period}: {_amount(one.ejecutado, unit)}"
    share = f"  ·  {one.porcentaje}\u00a0%" if one.porcentaje is not None else ""
    return f"{period}: {_amount(one.ejecutado, unit)} de {_amount(one.programado, unit)}{share}"


def _amount(value: str | None, unit: str) -> str:
    return f"{numero(Decimal(value))} {unit}".strip() if value is not None else "–"
