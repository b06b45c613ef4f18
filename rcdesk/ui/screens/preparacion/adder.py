"""The line at the foot of a list: typing and Enter add. What was typed and not added survives as a draft."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.fields import Line
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.pause import Pause
from rcdesk.ui.kit.screen import Screen


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
        self._pause = Pause(self)
        self._pause.timeout.connect(self._keep)
        self.line.edited.connect(self._pause.note)
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
            self._pause.stop()
            self.line.set_value("")
            if self._drafted:
                self._drafted = False
                self._screen.desk.drafts.used(self._draft())

    def _keep(self) -> None:
        self._pause.stop()
        typed = self.line.typed()
        changed = bool(self._key) and bool(typed or self._drafted) and self.line.is_unsaved()
        if changed and self._screen.keep_draft(self._draft(), typed):
            self._drafted = bool(typed)

    def _draft(self) -> str:
        return f"{self._name}/nuevo/{self._key}"
