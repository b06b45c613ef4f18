"""Responsabilidad, observaciones, notas and the next meeting: what closes the acta before its signatures."""

from __future__ import annotations

from functools import partial
from typing import Any

from rcdesk.domain.cotejo import Cotejo
from rcdesk.ui.kit.blocks.warning import FigureWarning
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Rule, Well
from rcdesk.ui.kit.fields import DateField, Field, Line, Text, TimeField
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.form import Form, or_none
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.screens.acta.part import Part, heading
from rcdesk.ui.screens.acta.writing import Blocks, Writing
from rcdesk.work.actas import editar_acta, ver_acta
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.estado_del_acta import EstadoDelActa
from rcdesk.work.narrativa import editar_narrativa


class ClosingPart(Part):
    """The responsibility is told from the questions until somebody writes another sentence."""

    landmark = "RESPONSABILIDAD"
    rewords = True

    def __init__(self, tab: HearingScreen) -> None:
        super().__init__(tab)
        self._form = Form(tab, "acta", self._save)
        self._derived = named("responsabilidad_automatica", PlainLabel("", "body", wrap=True), label="Frase automática")
        self._use = named(
            "escribir_responsabilidad", Button("Escribir a partir de esta", "pen-line", kind="quiet", small=True)
        )
        self._use.clicked.connect(self._take_derived)
        self._writing = Writing(
            tab,
            "acta_observaciones",
            ("actas", "observaciones_generales"),
            self._save_remarks,
            label="Observaciones generales",
            placeholder="Propuestas, cambios o adiciones. Vacías, el acta dice «Sin observaciones».",
        )
        self._writing.typing.connect(self.typing)
        self._cotejo: Cotejo | None = None
        self._said, self._notes = Text(lines=2, most=8), Text(lines=2, most=8)
        self._against: dict[str, FigureWarning] = {}
        for campo, text in (("responsabilidad", self._said), ("notas", self._notes)):
            self._against[campo] = FigureWarning()
            self._against[campo].hide()
            self._against[campo].back.connect(partial(self._take_back, campo))
            text.textChanged.connect(self._compare)
        said, notes = self._texts()
        parts = (
            heading("Responsabilidad y notas"),
            self._card(),
            said,
            self._against["responsabilidad"],
            8,
            Rule(),
            self._writing.field,
            8,
            Rule(),
            notes,
            self._against["notas"],
        )
        self.setLayout(column(*parts, PlainLabel("Próxima reunión", "lead"), self._next(), None, gap=8))

    def refresh(self, estado: EstadoDelActa) -> None:
        """Show what is written, and the sentence that prints by itself."""
        row_ = self.tab.desk.ask(ver_acta, audiencia_id=self.audiencia_id)
        self._form.show(self.audiencia_id, row_)
        self._writing.show(row_.id or self.audiencia_id, row_)
        self._derived.setText(estado.datos.frases["responsabilidad"] or "Todavía no hay preguntas que contar.")
        self._use.setVisible(not row_.responsabilidad and bool(estado.datos.frases["responsabilidad"]))
        self._cotejo = estado.datos.cotejo
        self._compare()
        self._writing.tell(estado)

    def reword(self) -> None:
        """Write from the sentence that prints by itself, or from the generated one in hand."""
        if not self._writing.editor.reword() and self._use.isVisibleTo(self):
            self._take_derived()
            self._said.setFocus()

    def restore(self) -> None:
        """Let the sentence of the questions, or the note of the sheets, print by itself again."""
        texts = {"responsabilidad": self._said, "notas": self._notes}
        parted = [campo for campo in texts if not self._against[campo].isHidden()]
        here = next((campo for campo, text in texts.items() if text.hasFocus()), "")
        if here or (not self._writing.editor.restore() and parted):
            self._take_back(here or parted[0])

    def leave(self) -> None:
        """Save what is unsaved."""
        self._form.leave()
        self._writing.leave()

    def _texts(self) -> tuple[Field, Field]:
        said = self._form.bind(
            "responsabilidad",
            Field("Responsabilidad", self._said),
            stored=or_none,
            hint="si está vacía, la frase automática",
        )
        notes = self._form.bind(
            "notas",
            Field("Notas", self._notes),
            shown="\n".join,
            stored=_lines,
            hint="una por línea; si está vacío, la de los folios",
        )
        return said, notes

    def _card(self) -> Well:
        card = Well()
        head = row(
            Glyph("database", "ink2", 14), PlainLabel("Según las preguntas", "caption", "ink2"), None, self._use, gap=6
        )
        card.setLayout(column(head, self._derived, margins=(14, 5, 8, 11), gap=1))
        return card

    def _next(self) -> Flow:
        bind = self._form.bind
        return Flow(
            (bind("proxima_reunion_fecha", Field("Fecha", DateField(partial=False)), stored=or_none), 2),
            (bind("proxima_reunion_hora", Field("Hora", TimeField()), stored=or_none), 1),
            (bind("proxima_reunion_lugar", Field("Lugar", Line()), stored=or_none), 2),
            (bind("proxima_reunion_texto", Field("Para qué", Line()), stored=or_none), 5),
            units=5,
        )

    def _compare(self) -> None:
        """Say what the words written here tell against the figures."""
        if self._cotejo is None:
            return
        said = self._cotejo.frase("responsabilidad", self._said.value()) if self._said.value() else ()
        noted = [una for line in _lines(self._notes.value()) for una in self._cotejo.nota(line)]
        for campo, found in (("responsabilidad", said), ("notas", noted)):
            self._against[campo].say(" ".join(map(str, found)), generated=True)

    def _take_back(self, campo: str) -> None:
        self._form.leave()
        with self.tab.attempt():
            self._save(self.audiencia_id, {campo: () if campo == "notas" else None}, {})

    def _take_derived(self) -> None:
        with self.tab.attempt():
            self._save(self.audiencia_id, {"responsabilidad": self._derived.text()}, {})

    def _save(self, key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
        self.tab.desk.do(editar_acta, audiencia_id=key, valores=values, seen=seen)

    def _save_remarks(self, key: str, blocks: Blocks, seen: Blocks | None, adjuntos: tuple[Adjunto, ...]) -> None:
        if key == self.audiencia_id:  # nobody opened the acta yet: these words do
            self.tab.desk.do(
                editar_acta, audiencia_id=key, valores={"observaciones_generales": blocks}, adjuntos=adjuntos
            )
            return
        self.tab.desk.do(
            editar_narrativa,
            tabla="actas",
            id=key,
            campo="observaciones_generales",
            bloques=blocks,
            seen=seen,
            adjuntos=adjuntos,
        )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
