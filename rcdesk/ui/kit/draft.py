"""What is half typed in an editor that no `Form` binds: kept half a second after the last key, back with its record."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer

from rcdesk.domain.errors import StoreError
from rcdesk.ui.kit.fields import Line, Text
from rcdesk.ui.kit.screen import Screen

_PAUSE: Final = 500  # ms


class Draft(QObject):
    """The draft of `editor`; `name` begins its key in the base."""

    def __init__(self, screen: Screen, editor: Line | Text, name: str) -> None:
        super().__init__(editor)
        self._screen, self._editor, self._name = screen, editor, name
        self._key = ""
        self._kept = False
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.keep)
        editor.edited.connect(self._timer.start)

    def open(self, key: str) -> None:
        """Type for another record from now on, with what was half typed for it; without a key nothing is kept."""
        if key == self._key:
            return
        self.keep()
        self._key = key
        draft = self._screen.desk.drafts.fresh().get(self._place()) if key else None
        self._kept = draft is not None
        self._editor.set_value("")
        if draft is not None:
            self._editor.retype(draft.texto)

    def keep(self) -> None:
        """Keep now what is typed."""
        self._timer.stop()
        typed = self._editor.typed()
        if not self._key or not self._editor.is_unsaved() or not (typed or self._kept):
            return
        try:
            self._screen.desk.drafts.save(self._place(), typed)
        except StoreError as error:
            self._screen.banner.tell("danger", "No se pudo guardar el borrador", str(error))
            return
        self._kept = bool(typed)

    def done(self) -> None:
        """The text is stored: the editor is empty, and waits for the next."""
        self._timer.stop()
        self._editor.set_value("")
        if self._kept:
            self._kept = False
            self._screen.desk.drafts.used(self._place())

    def _place(self) -> str:
        return f"{self._name}/{self._key}"
