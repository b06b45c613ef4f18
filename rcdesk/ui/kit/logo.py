"""A logo: which picture it is, choosing another, and taking it away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.domain.palabras import con_minuscula
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.opening import ask_file
from rcdesk.ui.kit.picture import FORMATS, Picture
from rcdesk.ui.kit.plain import PlainLabel


class Logo(QWidget):
    """`name` is what its widgets are called, `label` what it is, and `none` what is said while there is no picture.

    `pictured` shows the picture over its buttons; without it there is one line.
    """

    chosen = Signal(object)  # the Path of a picture, or None to take it away

    def __init__(self, name: str, label: str, none: str, *, pictured: bool = False) -> None:
        super().__init__()
        self._none, self._label = none, label
        self._said = named(f"nombre_{name}", PlainLabel("", "caption", "ink2", elide=True), label=label)
        self._choose = named(f"elegir_{name}", Button("Elegir…", "image", small=True))
        self._choose.setAccessibleName(f"Elegir: {label}")
        self._choose.clicked.connect(self._ask)
        self._remove = named(f"quitar_{name}", Button("", "x", kind="quiet", small=True, hint=f"Quitar: {label}"))
        self._remove.clicked.connect(lambda: self.chosen.emit(None))
        title = PlainLabel(label, "label", "ink2")
        self._picture = Picture() if pictured else None
        if self._picture is not None:
            buttons = row(self._choose, self._remove, None, gap=6)
            self.setLayout(column(title, self._picture, self._said, buttons, None, gap=6))
        else:
            self.setLayout(row(title, (self._said, 1), self._choose, self._remove, gap=6))

    def show_logo(self, ruta: str | None, path: Path | None = None) -> None:
        """Show how the records call it, and its file where the base keeps it."""
        self._said.setText(ruta.rpartition("/")[2] if ruta else self._none)
        self._remove.setVisible(bool(ruta))
        if self._picture is not None:
            self._picture.show_file(path)

    def _ask(self) -> None:
        path = ask_file(self, f"Elegir: {con_minuscula(self._label)}", FORMATS)
        if path is not None:
            self.chosen.emit(path)
