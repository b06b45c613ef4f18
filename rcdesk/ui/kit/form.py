"""Fields of one record that save one by one: no button, no lost typing, and what is wrong said under its field.

Half-typed text is kept as a draft while it is typed, and comes back with its record, still unsaved.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, Protocol, cast, runtime_checkable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.domain.errors import RuleError
from rcdesk.ui.kit.fields import DecimalField, DurationField, Editor, Field, NumberField, Text, TypedLine
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.pause import Pause
from rcdesk.ui.kit.screen import Attempt, Screen

Convert = Callable[[Any], Any]
Save = Callable[[str, dict[str, Any], dict[str, Any]], object]
"""Stores values of the record with this key, given what was seen of them; it may raise RuleError and StoreError."""

_RECOVERED: Final = "recuperado, sin guardar"


@runtime_checkable
class Typed(Protocol):
    """An editor that tells unsaved typing from a stored value."""

    def is_unsaved(self) -> bool:
        """Say whether there is unsaved typing."""

    def settle(self) -> None:
        """Take what is typed as saved."""

    def typed(self) -> str:
        """Return what is typed, letter by letter, whether it can be read or not."""

    def retype(self, text: str) -> None:
        """Type a text anew, as the person did: it is unsaved."""


def _same(value: Any) -> Any:
    return value


def or_none(text: str) -> str | None:
    """What is stored of a text that was typed: one without letters is not filled."""
    return text.strip() or None


def _text_or_empty(value: str | None) -> str:
    return value or ""


def _usual(editor: QWidget) -> Convert:
    """What an editor is shown of a stored value: what takes text is never given None."""
    numbers = isinstance(editor, NumberField | DecimalField | DurationField)
    return _text_or_empty if isinstance(editor, TypedLine | Text) and not numbers else _same


@dataclass(frozen=True, slots=True)
class _Bound:
    field: Field
    shown: Convert
    stored: Convert
    hint: str


class Form(QObject):
    """Binds fields to the columns of a record. `name` begins the keys of its drafts and the names of its editors.

    When several records of a kind are on screen at once, `prefix` tells the editors of one from those of another.
    """

    checked = Signal()  # something was saved or refused

    def __init__(self, screen: Screen, name: str, save: Save, *, prefix: str = "") -> None:
        super().__init__(screen)
        self._screen, self._name, self._save, self._prefix = screen, name, save, prefix or name
        self._bound: dict[str, _Bound] = {}
        self._key = ""
        self._stored: dict[str, Any] = {}
        self._seen: dict[str, Any] = {}
        self._refused: dict[str, str] = {}
        self._drafted: set[str] = set()
        self._pause = Pause(self)
        self._pause.timeout.connect(self.keep_drafts)

    @property
    def key(self) -> str:
        """The record on screen, or nothing."""
        return self._key

    def bind(
        self, campo: str, field: Field, *, shown: Convert | None = None, stored: Convert = _same, hint: str = ""
    ) -> Field:
        """Tie a field to a column. `shown` makes of a stored value what the editor takes, and `stored` the contrary."""
        named(f"{self._prefix}_{campo}", field.editor)
        self._bound[campo] = _Bound(field, shown or _usual(field.editor), stored, hint)
        field.set_hint(hint)
        editor = cast(Editor, field.editor)
        editor.edited.connect(self._note)
        editor.committed.connect(lambda: self._commit(campo))
        return field

    def show(self, key: str, row: object) -> None:
        """Show a record whose columns are attributes of `row`; what is being typed in the same record stays."""
        other = key != self._key
        if other:
            self.leave()
            self._key = key
        for campo, bound in self._bound.items():
            value = self._stored[campo] = getattr(row, campo)
            if other:
                bound.field.set_value(bound.shown(value))
                bound.field.set_hint(bound.hint)
            else:
                bound.field.refresh_value(bound.shown(value))
            if not _unsaved(bound.field.editor):
                self._seen[campo] = value
        if other:
            self._recover()

    def leave(self) -> None:
        """Save what is unsaved and let go of the record; what is refused stays as a draft."""
        if not self._key:
            return
        self.keep_drafts()
        for campo, bound in self._bound.items():
            if _unsaved(bound.field.editor) and self._readable(campo):
                with self._quietly(campo):
                    self._store(campo)
        self._key = ""
        self._refused.clear()
        self._drafted.clear()

    def commit(self) -> None:
        """Save what is unsaved, as leaving each field does."""
        for campo, bound in self._bound.items():
            if _unsaved(bound.field.editor) and self._readable(campo):
                self._commit(campo)

    def freeze(self, frozen: bool, free: Collection[str] = ()) -> None:
        """Let only the columns in `free` be changed, or all of them again."""
        for campo, bound in self._bound.items():
            bound.field.editor.setEnabled(not frozen or campo in free)

    def troubles(self) -> int:
        """Return how many fields say that something is wrong."""
        return sum(bool(bound.field.error()) for bound in self._bound.values())

    def keep_drafts(self) -> None:
        """Keep the unsaved typing now, without waiting for the pause."""
        self._pause.stop()
        for campo, bound in self._bound.items():
            editor = bound.field.editor
            if self._key and isinstance(editor, Typed) and editor.is_unsaved():
                if not self._screen.keep_draft(self._draft(campo), editor.typed()):
                    return
                self._drafted.add(campo)

    def _note(self) -> None:
        if self._key:
            self._pause.note()

    def _commit(self, campo: str) -> None:
        if not self._key:
            return
        if self._has_keys(campo):  # Enter: what is wrong gets the keys
            with self._screen.attempt() as attempt:
                try:
                    self._store(campo)
                except RuleError as error:
                    self._note_refusal(campo, error)
                    name = f"{self._prefix}_{error.field}" if error.field in self._bound else error.field
                    raise RuleError(str(error), field=name) from None
            self._settle_others(campo, retry=attempt.ok)
        else:  # the person is already elsewhere, and is not pulled back
            with self._quietly(campo) as attempt:
                self._store(campo)
            self._settle_others(campo, retry=attempt.ok)
        self.checked.emit()

    def _settle_others(self, campo: str, *, retry: bool) -> None:
        """What was wrong may be right now: the start after the end, once the end moved."""
        for other, text in list(self._refused.items()):
            if other == campo or not _unsaved(self._bound[other].field.editor):
                continue
            if retry:
                with self._quietly(other):
                    self._store(other)
            else:
                self._bound[other].field.show_error(text)

    def _has_keys(self, campo: str) -> bool:
        editor, focus = self._bound[campo].field.editor, QApplication.focusWidget()
        return focus is not None and (focus is editor or editor.isAncestorOf(focus))

    def _note_refusal(self, campo: str, error: RuleError) -> None:
        self._refused[campo] = str(error)
        if campo in self._stored:
            self._seen[campo] = self._stored[campo]  # told of the other hand, the next Enter is on purpose

    def _store(self, campo: str) -> None:
        bound = self._bound[campo]
        value = bound.stored(bound.field.value())
        seen = {campo: self._seen[campo]} if campo in self._seen else {}
        if not self._screen.isVisible():
            self._seen.pop(campo, None)  # nobody will read it back before it is shown again
        self._save(self._key, {campo: value}, seen)
        self._refused.pop(campo, None)
        bound.field.clear_error()
        bound.field.set_hint(bound.hint)
        if isinstance(bound.field.editor, Typed) and bound.field.editor.is_unsaved():
            bound.field.editor.settle()
        if campo in self._drafted:
            self._drafted.discard(campo)
            self._screen.desk.drafts.used(self._draft(campo))

    @contextmanager
    def _quietly(self, campo: str) -> Iterator[Attempt]:
        """Explain a refusal under its field, without taking the keys there."""
        with self._screen.attempt() as attempt:
            try:
                yield attempt
            except RuleError as error:
                attempt.ok = False
                self._note_refusal(campo, error)
                self._bound.get(error.field, self._bound[campo]).field.show_error(str(error))

    def _readable(self, campo: str) -> bool:
        try:
            self._bound[campo].field.value()
        except RuleError as error:
            self._bound[campo].field.show_error(str(error))
            return False
        return True

    def _recover(self) -> None:
        """Type again what was half typed in this record when the program stopped."""
        drafts: Mapping[str, Any] = self._screen.desk.drafts.fresh()
        for campo, bound in self._bound.items():
            draft = drafts.get(self._draft(campo))
            editor = bound.field.editor
            if draft is None or not isinstance(editor, Typed):
                continue
            self._drafted.add(campo)
            if draft.texto != editor.typed():
                editor.retype(draft.texto)
                bound.field.set_hint(_RECOVERED)

    def _draft(self, campo: str) -> str:
        return f"{self._name}/{campo}/{self._key}"


def _unsaved(editor: QWidget) -> bool:
    return isinstance(editor, Typed) and editor.is_unsaved()
