"""A picture or chart: the file, and the words that go with it and that replace it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from rcdesk.domain.bloques import sin_alternativo
from rcdesk.domain.registro import Bloque, Figura
from rcdesk.ui.kit.blocks.view import BlockView
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Field, Line, Text
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.opening import ask_file
from rcdesk.ui.kit.picture import FORMATS, WIDE, Picture
from rcdesk.ui.kit.plain import PlainLabel

if TYPE_CHECKING:
    from rcdesk.work.figuras import Imagen


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the pictures of a narrative are kept.

    `keep` keeps one that is ready and returns how the record names it (RuleError, StoreError); `find` says where it is.
    """

    keep: Callable[[Imagen], str]
    find: Callable[[str], Path | None]


class FigureView(BlockView):
    """Without a shelf the file cannot be changed, only its words. `chosen` tells the file that was, to be made fit."""

    chosen = Signal(object)  # Path

    def __init__(self, bloque: Figura, shelf: Shelf | None) -> None:
        super().__init__()
        self._bloque, self._shelf = bloque, shelf
        self._archivo: str | None = None
        self._picture = Picture()
        self.caption, self.source = Line(), Line()
        self.alternative = Text(lines=2, most=8)
        self.file = named("figura_archivo", PlainLabel("", "caption", "ink2", wrap=True), label="Archivo")
        self._trouble = boxed(column(Glyph("circle-alert", "danger", 14), None))
        self.choose = Button("Elegir imagen…", "image", small=True)
        self.choose.clicked.connect(self._ask)
        self._remove = Button("", "x", kind="quiet", small=True, hint="Quitar el archivo")
        self._remove.clicked.connect(lambda: self.take(None))
        said = PlainLabel("Falta el texto alternativo: diga qué muestra la imagen.", "caption", "ink2", wrap=True)
        self.mute = boxed(row(boxed(column(1, Glyph("triangle-alert", "warn", 14), None)), (said, 1), gap=6))
        named("sin_texto_alternativo", self.mute, label="Falta el texto alternativo")
        self._lay()
        for editor in (self.caption, self.source, self.alternative):
            editor.edited.connect(self.edited)
            editor.committed.connect(self.committed)
        self.alternative.edited.connect(self._warn)
        self.set_value(bloque)

    def _lay(self) -> None:
        words = column(
            Field("Leyenda", self.caption),
            Field("Fuente", self.source),
            Field("Texto alternativo", self.alternative, hint="lo que oye quien no ve la imagen"),
            self.mute,
            gap=8,
        )
        buttons = row(self.choose, self._remove, None, gap=4)
        told = row(self._trouble, (self.file, 1), gap=6)
        side = column(self._picture, told, buttons, None, gap=6)
        self.place(row(boxed(side, width=WIDE + 8), (words, 1), gap=16))

    def value(self) -> Figura:
        return replace(
            self._bloque,
            leyenda=self.caption.value() or None,
            fuente=self.source.value() or None,
            texto_alternativo=self.alternative.value().strip() or None,
            archivo=self._archivo,
        )

    def set_value(self, bloque: Bloque) -> None:
        assert isinstance(bloque, Figura)
        self._bloque = bloque
        self.caption.set_value(bloque.leyenda or "")
        self.source.set_value(bloque.fuente or "")
        self.alternative.set_value(bloque.texto_alternativo or "")
        self._show_file(bloque.archivo)

    def settle(self) -> None:
        for editor in (self.caption, self.source, self.alternative):
            editor.settle()

    def take_keys(self, *, end: bool = False) -> None:
        (self.alternative if end else self.caption).setFocus(Qt.FocusReason.OtherFocusReason)

    def attach(self, path: Path) -> None:
        """Ask for a file to be made the picture of this figure."""
        if self._shelf is not None:
            self._tell("Preparando la imagen…")
            self.chosen.emit(path)

    def take(self, archivo: str | None) -> None:
        """Make this kept file the picture of the figure, or none."""
        self._show_file(archivo)
        self.edited.emit()
        self.reshaped.emit()

    def refuse(self, words: str) -> None:
        """Say why the file that was chosen is not here; the figure stays as it was."""
        self._show_file(self._archivo)
        self._tell(words, wrong=True)

    def _ask(self) -> None:
        path = ask_file(self, "Elegir imagen", FORMATS)
        if path is not None:
            self.attach(path)

    def _show_file(self, archivo: str | None) -> None:
        self._archivo = archivo
        path = self._shelf.find(archivo) if archivo and self._shelf else None
        self._picture.show_file(path)
        if archivo is None:
            self._tell("Sin archivo: se imprimen la leyenda y la fuente.")
        else:
            self._tell(archivo if path else f"{archivo}: no está en la base; se imprimen la leyenda y la fuente.")
        self.choose.setVisible(self._shelf is not None)
        self.choose.set_words("Cambiar…" if archivo else "Elegir imagen…")
        self._remove.setVisible(bool(archivo) and self._shelf is not None)
        self._warn()

    def _warn(self) -> None:
        self.mute.setVisible(sin_alternativo(self.value()))

    def _tell(self, words: str, *, wrong: bool = False) -> None:
        self.file.setText(words)
        self.file.set_tone("danger" if wrong else "ink2")
        self._trouble.setVisible(wrong)
