"""The line at the foot of a list: typing and Enter add. What was typed and not added survives as a draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from rcdesk.domain.errors import StoreError
from rcdesk.ui.kit.fields import Line
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.screen import Screen

_PAUSE: Final = 500  # ms


class Adder(QWidget):
    """`add` is given the words and says whether they were added; then the line is empty and waits for the next."""

    def __init__(
        self, screen: Screen, name: str, placeholder: str, add: Callable[[str], bool], *beside: QWidget
    ) -> None:
        super().__init__()
        self._screen, self._name, self._add = screen, name, add
        self._key = ""
        self._drafted = False
        self.line = named(f"agregar_{name}", Line(placeholder=placeholder), label=placeholder)
        self.line.returnPressed.connect(self._enter)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._keep)
        self.line.edited.connect(self._timer.start)
        self.setLayout(row(Glyph("plus", "ink3"), (self.line, 1), *beside, gap=8))

    def open(self, key: str) -> None:
        """Add to the list of another record, with what was half typed there."""
        if key == self._key:
            return
        self._keep()
        self._key = key
        draft = self._screen.desk.drafts.fresh().get(self._draft()) if key else None
        self._drafted = draft is not None
        self.line.set_value("")
        if draft is not None:
            self.line.retype(draft.texto)

    def _enter(self) -> None:
        words = self.line.value()
        if words and self._add(words):
            self._timer.stop()
            self.line.set_value("")
            if self._drafted:
                self._drafted = False
                self._screen.desk.drafts.used(self._draft())

    def _keep(self) -> None:
        self._timer.stop()
        typed = self.line.typed()
        if self._key and (typed or self._drafted) and self.line.is_unsaved():
            try:
                self._screen.desk.drafts.save(self._draft(), typed)
            except StoreError as error:
                self._screen.banner.tell("danger", "No se pudo guardar el borrador", str(error))
                return
            self._drafted = bool(typed)

    def _draft(self) -> str:
        return f"{self._name}/nuevo/{self._key}"
