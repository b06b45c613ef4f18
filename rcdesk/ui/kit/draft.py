"""What is half typed in an editor that no `Form` binds: kept while it is typed, back with its record."""

from __future__ import annotations

from typing import Any, Protocol, cast

from PySide6.QtCore import QObject

from rcdesk.ui.kit.pause import Pause
from rcdesk.ui.kit.screen import Screen


class Drafted(Protocol):
    """A widget whose unsaved typing can be told as text and typed anew."""

    edited: Any

    def is_unsaved(self) -> bool:
        """Say whether there is unsaved typing."""

    def typed(self) -> str:
        """Return what is typed."""

    def retype(self, text: str) -> None:
        """Type a text anew, as the person did."""

    def set_value(self, value: str) -> None:
        """Show a stored text; empty, nothing is typed."""


class Draft(QObject):
    """The draft of `editor`; `name` begins its key in the base."""

    def __init__(self, screen: Screen, editor: Drafted, name: str) -> None:
        super().__init__(cast(QObject, editor))
        self._screen, self._editor, self._name = screen, editor, name
        self._key = ""
        self._kept = False
        self._pause = Pause(self)
        self._pause.timeout.connect(self.keep)
        editor.edited.connect(self._pause.note)

    @property
    def place(self) -> str:
        """Return its key in the base."""
        return f"{self._name}/{self._key}"

    def open(self, key: str) -> None:
        """Type for another record from now on, with what was half typed for it; without a key nothing is kept."""
        if key == self._key:
            return
        self.keep()
        self._key = key
        draft = self._screen.desk.drafts.fresh().get(self.place) if key else None
        self._kept = draft is not None
        self._editor.set_value("")
        if draft is not None:
            self._editor.retype(draft.texto)

    def keep(self) -> None:
        """Keep now what is typed."""
        self._pause.stop()
        typed = self._editor.typed() if self._editor.is_unsaved() else ""
        if not self._key or not (typed or self._kept):
            return
        if self._screen.keep_draft(self.place, typed):
            self._kept = bool(typed)

    def done(self) -> None:
        """The text is stored: the editor is empty, and waits for the next."""
        self._pause.stop()
        self._editor.set_value("")
        if self._kept:
            self._kept = False
            self._screen.desk.drafts.used(self.place)
