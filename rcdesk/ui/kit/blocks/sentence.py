"""A sentence that the figures write: it is shown as it prints, and typing on it makes it a paragraph of one's own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from rcdesk.domain.frases import es_frase
from rcdesk.domain.palabras_del_acta import FRASE
from rcdesk.domain.registro import Bloque, Frase, Inserto
from rcdesk.ui.kit.blocks.prose import Prose
from rcdesk.ui.kit.blocks.told import Told
from rcdesk.ui.kit.blocks.view import BlockView
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Generated(Prose):
    """The sentence: it is read and copied; a letter typed on it goes to the paragraph that takes its place."""

    taken = Signal(str)  # what was typed, "" for Enter

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        reading = Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        self.setTextInteractionFlags(reading)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in _ENTER:
            self.taken.emit("")
        elif plain and event.text().isprintable() and event.text():
            self.taken.emit(event.text())
        else:
            super().keyPressEvent(event)


class SentenceView(BlockView):
    """Shows the sentence as the figures write it now. `reworded` carries what was typed on it, and where."""

    reworded = Signal(str, int)

    def __init__(self, bloque: Inserto) -> None:
        super().__init__()
        self._bloque = bloque
        self.prose = named("frase_generada", _Generated())
        self.prose.taken.connect(lambda typed: self.reworded.emit(typed, self.prose.textCursor().position()))
        self.prose.left_up.connect(self.left_up)
        self.prose.left_down.connect(self.left_down)
        self._words = PlainLabel("", "caption", "ink2", wrap=True)
        write = named("redactar_frase", Button("Redactar", "pen-line", kind="quiet", small=True, hint="Redactar (F8)"))
        write.clicked.connect(lambda: self.reworded.emit("", len(self.text)))
        card = Card(fill="sunken", radius=8, raised=False)
        head = row(Glyph("database", "ink2", 14), (self._words, 1), write, gap=6)
        card.setLayout(column(head, self.prose, margins=(14, 5, 8, 9), gap=1))
        self.place(column(card))
        self.set_value(bloque)

    @property
    def frase(self) -> Frase:
        """Which sentence it is."""
        assert es_frase(self._bloque.dato)  # as `set_value` took it
        return self._bloque.dato

    @property
    def text(self) -> str:
        """The sentence as the figures write it now; empty while it has none."""
        return self._told.sentences.get(self.frase, "")

    def value(self) -> Inserto:
        return self._bloque

    def set_value(self, bloque: Bloque) -> None:
        assert isinstance(bloque, Inserto) and es_frase(bloque.dato)
        self._bloque = bloque
        source = f" · Fuente: {bloque.fuente}" if bloque.fuente else ""
        self._words.setText(f"Dato de la base: {FRASE[bloque.dato]}{source}")
        self.prose.setAccessibleName(f"Frase con los datos: {FRASE[bloque.dato]}")
        self._show()

    def tell(self, told: Told) -> None:
        super().tell(told)
        self._show()

    def settle(self) -> None:
        """Nothing is typed in it."""

    def accepts(self, bloque: Bloque) -> bool:
        return isinstance(bloque, Inserto) and es_frase(bloque.dato)

    def take_keys(self, *, end: bool = False) -> None:
        self.prose.place_caret(-1 if end else 0)

    def _show(self) -> None:
        self.prose.set_value(self.text or "Esta frase no tiene datos todavía.")
