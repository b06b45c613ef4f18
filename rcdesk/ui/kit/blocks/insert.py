"""The place where a part of the hearing is printed: it is data, so there is nothing to type."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from rcdesk.domain.frases import es_frase
from rcdesk.domain.palabras_del_acta import DATO
from rcdesk.domain.registro import Bloque, Inserto
from rcdesk.ui.kit.blocks.view import BlockView
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.fields import Field, Line
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.plain import PlainLabel


class InsertView(BlockView):
    """Says what is printed there, and lets its source be written."""

    def __init__(self, bloque: Inserto) -> None:
        super().__init__()
        self._bloque = bloque
        self._words = PlainLabel("", "strong", wrap=True)
        self._source = Line(placeholder="Fuente, si lleva")
        self._source.edited.connect(self.edited)
        self._source.committed.connect(self.committed)
        note = PlainLabel("Se imprime aquí, con lo que haya en la base", "caption", "ink2", wrap=True)
        card = Card(fill="sunken", radius=8, raised=False)
        words = row(Glyph("database"), (column(self._words, note, gap=1), 1), gap=10)
        card.setLayout(column(words, Field("Fuente", self._source), margins=(14, 10, 14, 12), gap=8))
        self.place(column(card))
        self.set_value(bloque)

    def value(self) -> Inserto:
        return replace(self._bloque, fuente=self._source.value() or None)

    def set_value(self, bloque: Bloque) -> None:
        assert isinstance(bloque, Inserto)
        self._bloque = bloque
        self._words.setText(f"Dato: {DATO[bloque.dato]}")
        self._source.set_value(bloque.fuente or "")

    def accepts(self, bloque: Bloque) -> bool:
        return isinstance(bloque, Inserto) and not es_frase(bloque.dato)

    def settle(self) -> None:
        self._source.settle()

    def take_keys(self, *, end: bool = False) -> None:
        self._source.setFocus(Qt.FocusReason.OtherFocusReason)
