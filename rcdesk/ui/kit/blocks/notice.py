"""One quiet line in a narrative: what is being done, what was left behind, what was not admitted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rcdesk.ui.kit.blocks.view import BlockView
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel


class Notice(QWidget):
    """Hidden until there is something to say. It stands under the block that it is about, or in `home`.

    `cancelled` is wanted while something is being done.
    """

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._glyph = Glyph("triangle-alert", "warn", 14)
        self._words = named("aviso_del_texto", PlainLabel("", "caption", "ink", wrap=True), label="Aviso")
        self._cancel = named("cancelar_imagenes", Button("Cancelar", kind="quiet", small=True))
        self._cancel.clicked.connect(lambda _checked=False: self.cancelled.emit())
        hint = "Quitar este aviso"
        self._dismiss = named("quitar_aviso", Button("", "x", kind="quiet", small=True, hint=hint))
        self._dismiss.clicked.connect(lambda _checked=False: self.say())
        self.setLayout(row(self._glyph, (self._words, 1), self._cancel, self._dismiss, gap=6))
        self.home: QVBoxLayout = column(self)
        self.hide()

    def say(self, *sentences: str) -> None:
        """Tell what happened; nothing to tell hides it."""
        self._show(" ".join(sentences), "triangle-alert", "warn", doing=False)

    def go_on(self, words: str) -> None:
        """Tell what is being done."""
        self._show(words, "clock", "ink2", doing=True)

    def text(self) -> str:
        """Return what it says, or nothing while hidden."""
        return self._words.text()

    def stand(self, view: BlockView | None) -> None:
        """Stand under a block, where the person is looking, or at home."""
        (view.content if view is not None else self.home).addWidget(self)
        self.setVisible(bool(self.text()))  # Qt hides what changes its place

    def say_under(self, view: BlockView, *sentences: str) -> None:
        """Tell what happened in a block."""
        self.stand(view)
        self.say(*sentences)

    def follow(self, view: BlockView) -> None:
        """What it tells, if it does, is about this block from now on."""
        if self.text():
            self.stand(view)

    def leave(self, view: QWidget) -> None:
        """A block is being taken out: go home if it was under it."""
        if view.isAncestorOf(self):
            self.stand(None)

    def lapse(self) -> None:
        """Other blocks came in place of those that it told of; what is being done is still told."""
        if self._cancel.isHidden():
            self.say()

    def _show(self, words: str, glyph: str, tone: str, *, doing: bool) -> None:
        self._glyph.set_glyph(glyph, tone)
        self._words.setText(words)
        self._cancel.setVisible(doing)
        self._dismiss.setVisible(not doing)
        self.setVisible(bool(words))
