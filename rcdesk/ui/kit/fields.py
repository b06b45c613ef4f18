"""A labelled field. What is wrong with it is said under it, in words, and it keeps what was typed.

Every editor has `value()`, `set_value(v)` (a stored value; nothing is unsaved), `refresh_value(v)` (the same, unless
the person is typing there) and the signals `edited` (by the person) and `committed` (Enter, or left with something
unsaved). A form that saves with a button calls `set_value` or the editor's `settle()` once the action went well.
Give the editor its name with `named`: a RuleError whose `field` is that name is shown under it.
"""

from __future__ import annotations

from typing import Any, Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.check import Check
from rcdesk.ui.kit.choice import Choice
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.line import Line, TypedLine
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.reading import (
    DateField,
    DecimalField,
    DurationField,
    FigureField,
    MomentField,
    NumberField,
    TimeField,
)
from rcdesk.ui.kit.segmented import Segmented, Toggle
from rcdesk.ui.kit.text import Text

__all__ = [
    "Check",
    "Choice",
    "DateField",
    "DecimalField",
    "DurationField",
    "Editor",
    "Field",
    "FigureField",
    "Line",
    "MomentField",
    "NumberField",
    "Segmented",
    "Text",
    "TimeField",
    "Toggle",
    "TypedLine",
]


class Editor(Protocol):
    """What every editor of this kit offers."""

    edited: Any
    committed: Any

    def value(self) -> Any:
        """Return what is typed or chosen."""

    def set_value(self, value: Any) -> None:
        """Show a stored value."""

    def refresh_value(self, value: Any) -> None:
        """Show a stored value, unless the person is typing."""


class Field(QWidget):
    """A label, its editor, and room for the sentence that says what is wrong. `hint` stands at its right.

    A column of fields ends with a stretch (None), and a form that may not fit goes in `layout.scrolling`.
    """

    def __init__(self, label: str, editor: QWidget, *, hint: str = "") -> None:
        super().__init__()
        self.editor, self._described = editor, ""
        editor.setAccessibleName(label)
        self._hint = PlainLabel(hint, "caption", "ink3")
        if not hint:
            self._hint.hide()
        self._error = PlainLabel("", "caption", "danger", wrap=True, align=Qt.AlignmentFlag.AlignTop)
        mark = boxed(column(Glyph("circle-alert", "danger", 14), None, margins=(0, 1, 0, 0)))
        self._trouble = boxed(row(mark, (self._error, 1), gap=6))
        self._trouble.hide()
        title = row(PlainLabel(label, "label", "ink2"), None, self._hint)
        grows = isinstance(editor, Text) and editor.maximumHeight() > editor.minimumHeight()
        if grows:
            self.setLayout(column(title, (editor, 1), self._trouble, gap=4))
        else:  # fields side by side keep one top line
            self.setLayout(column(title, editor, self._trouble, None, gap=4))
        cast(Editor, editor).edited.connect(self.clear_error)
        if isinstance(editor, TypedLine):
            editor.misread.connect(self.show_error)
        elif isinstance(editor, Text):
            editor.overflowed.connect(self.show_error)

    @staticmethod
    def around(editor: QWidget) -> Field | None:
        """Return the field that holds an editor."""
        parent = editor.parentWidget()
        return parent if isinstance(parent, Field) else None

    def value(self) -> Any:
        """Return the value of the editor."""
        return cast(Editor, self.editor).value()

    def set_value(self, value: Any) -> None:
        """Show a stored value, and forget what was wrong."""
        self.clear_error()
        cast(Editor, self.editor).set_value(value)

    def refresh_value(self, value: Any) -> None:
        """Show a stored value, unless the person is typing here."""
        cast(Editor, self.editor).refresh_value(value)

    def set_hint(self, text: str) -> None:
        """Change the words at the right of the label."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def show_error(self, text: str) -> None:
        """Say under the editor what is wrong with it."""
        self._error.setText(text)
        if self._trouble.isHidden():
            self._described = self.editor.accessibleDescription()
        self._trouble.show()
        self.editor.setAccessibleDescription(text)
        self._mark("error")

    def clear_error(self) -> None:
        """Take away the sentence and the red edge."""
        if not self._trouble.isHidden():
            self._trouble.hide()
            self._error.setText("")
            self.editor.setAccessibleDescription(self._described)
            self._mark("")

    def error(self) -> str:
        """Return the sentence now shown, or nothing."""
        return self._error.text()

    def _mark(self, state: str) -> None:
        self.editor.setProperty("state", state)
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        self.editor.update()
