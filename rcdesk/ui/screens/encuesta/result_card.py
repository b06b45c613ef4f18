"""The results of one question: its chart as it is printed, what keeps it from being misread, and what the acta says."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent

from rcdesk.domain.encuestas import con_parrafos, parrafos
from rcdesk.domain.registro import Bloque, Parrafo
from rcdesk.i18n import plural
from rcdesk.ui.kit.blocks.warning import BACK, FigureWarning
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.chart import ChartView
from rcdesk.ui.kit.fields import Field, Text
from rcdesk.ui.kit.form import Form, Save
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import boxed, column, emptied, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.encuesta.questions import kind
from rcdesk.work.resultados import PreguntaRow

_SAID: Final = 332  # px of the text beside the chart
_OPEN: Final = 30  # open answers that are read here
_AUTOMATIC: Final = "automático"
_KEPT: Final = "Las figuras, tablas y listas que acompañan este texto siguen en su lugar."


class _Said(Text):
    """The text; `reached` says that the keys came to it."""

    reached = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()


class ResultCard(Card):
    """While nobody writes what the acta says of the question, the sentence of its figures is what is printed.

    `chart_wanted` asks for its chart as a file, `reached` says that the keys came to its text.
    """

    chart_wanted = Signal()
    reached = Signal()

    def __init__(self, screen: Screen, save: Save, code: str) -> None:
        super().__init__()
        self.row: PreguntaRow | None = None
        self._blocks: tuple[Bloque, ...] = ()
        self._automatic = False
        self._number, self._words = PlainLabel("", "lead", "ink3"), PlainLabel("", "lead", wrap=True)
        self._kind = PlainLabel("", "caption", "ink2", wrap=True)
        self.chart = named(f"grafica_{code}", ChartView())
        self._notes = named(f"notas_{code}", PlainLabel("", "caption", "ink2", wrap=True))
        self._open = column(gap=6)
        self._kept = PlainLabel(_KEPT, "caption", "ink2", wrap=True)
        self.form = Form(screen, "resultado", save, prefix=f"resultado_{code}")
        self.form.checked.connect(self._say_whose)
        self.text = _Said(lines=4, most=8, role="reading")
        self.text.reached.connect(self.reached)
        self.text.edited.connect(self._say_whose)
        self._save_chart = named(f"guardar_grafica_{code}", Button("", "image", kind="quiet", small=True))
        self._save_chart.set_words("", "Guardar la gráfica")
        self._save_chart.clicked.connect(self.chart_wanted)
        self.back = named(f"volver_automatico_{code}", Button(BACK, "database", kind="quiet", small=True))
        self.back.clicked.connect(self.restore)
        self._against = FigureWarning()
        self._build()

    def _build(self) -> None:
        field = Field("Texto para el acta", self.text)
        said = self.form.bind("analisis", field, shown=self._shown, stored=self._stored)
        title = row(self._number, (self._words, 1), self._save_chart, gap=10)
        left = column(title, self._kind, 2, self.chart, self._notes, self._open, None, margins=(20, 12, 16, 12), gap=6)
        side = column(said, self._against, self._kept, row(None, self.back), None, margins=(0, 12, 16, 10), gap=4)
        if look().large:
            self.setLayout(column(left, boxed(side), margins=(1, 1, 1, 2)))
        else:
            self.setLayout(row((left, 1), boxed(side, width=_SAID), margins=(1, 1, 1, 2), gap=0))

    def show_row(self, found: PreguntaRow) -> None:
        """Show the results of a question; what is being typed of it stays."""
        before, self.row, self._blocks = self.row, found, found.analisis
        self.setAccessibleName(f"{found.numero}. {found.enunciado}")
        self._number.setText(str(found.numero))
        self._words.setText(found.enunciado)
        asked = "" if found.grafica is not None else found.base_dicha
        self._kind.setText("  ·  ".join(filter(None, (kind(found), found.condicion, asked))))
        self.chart.setVisible(found.grafica is not None)
        self._save_chart.setVisible(found.grafica is not None)
        if found.grafica is not None:
            self.chart.show_chart(found.grafica, found.base_dicha)
        self._notes.setText(" ".join(found.notas))
        self._notes.setVisible(bool(found.notas))
        if before is None or before.abiertas != found.abiertas or not found.abiertas:
            self._show_open(found)
        self.form.show(found.id, found)
        self._kept.setVisible(any(not isinstance(block, Parrafo) for block in found.analisis))
        self._say_whose()

    def restore(self) -> None:
        """Take what is written away: the acta says again what the figures say."""
        found = self.row
        if found is not None and parrafos(self._blocks):
            self.text.set_value("")
            self.text.retype(found.propuesta)
            self.form.commit()

    def _show_open(self, found: PreguntaRow) -> None:
        emptied(self._open)
        answers = found.abiertas[:_OPEN]
        for answer in answers:
            mark = boxed(column(3, Glyph("message-circle", "ink3", 14), None))
            self._open.addWidget(boxed(row(mark, (PlainLabel(answer, "body", wrap=True), 1), gap=8)))
        more = len(found.abiertas) - len(answers)
        if more > 0:
            said = plural(more, "respuesta más", "respuestas más")
            self._open.addWidget(PlainLabel(f"Y {said}.", "caption", "ink2"))
        elif found.grafica is None and not answers:
            empty = "Todavía no hay respuestas a esta pregunta."
            self._open.addWidget(PlainLabel(empty, "body", "ink2", wrap=True))

    def _shown(self, blocks: tuple[Bloque, ...]) -> str:
        return parrafos(blocks) or (self.row.propuesta if self.row else "")

    def _stored(self, text: str) -> tuple[Bloque, ...]:
        """What the figures say by themselves is not stored: it follows them."""
        own = "" if self.row is not None and text.strip() == self.row.propuesta else text
        return con_parrafos(self._blocks, own)

    def _say_whose(self) -> None:
        """Say whether the text is the automatic one, and offer it when it is not."""
        proposed = self.row.propuesta if self.row else ""
        automatic = bool(proposed) and self.text.value().strip() == proposed
        field = Field.around(self.text)
        if field is not None and (automatic or self._automatic):
            field.set_hint(_AUTOMATIC if automatic else "")
        self._automatic = automatic
        self.back.setVisible(bool(proposed) and not automatic)
        against = self.row.cotejo.texto(self.text.value()) if self.row and not automatic else ()
        self._against.say(" ".join(map(str, against)), generated=False)
