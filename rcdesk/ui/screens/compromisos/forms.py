"""The panels that ask for what changes of a commitment: a few fields, a verb, Enter and Esc."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rcdesk.domain.errors import RuleError
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.fields import Choice, Editor, Field, Segmented, Text, TypedLine
from rcdesk.ui.kit.layout import column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panel import Panel
from rcdesk.ui.kit.plain import PlainLabel

_WIDE = 460


class Ask(Panel):
    """Fields are (name, label, editor, hint). Their editors are called `prefix_name`; what is half typed stays."""

    wanted = Signal()

    def __init__(
        self, screen: QWidget, prefix: str, title: str, verb: str, fields: Sequence[tuple[str, str, QWidget, str]]
    ) -> None:
        self.prefix = prefix
        self._editors: dict[str, QWidget] = {}
        self.fields: dict[str, Field] = {}
        for name, label, editor, hint in fields:
            self._editors[name] = named(f"{prefix}_{name}", editor)
            self.fields[name] = Field(label, editor, hint=hint)
        self._title = PlainLabel(title, "title", wrap=True)
        self._about = PlainLabel("", "body", "ink2", wrap=True)
        self.make = named(f"{prefix}_guardar", Button(verb, key="Enter", kind="primary"))
        back = named(f"{prefix}_volver", Button("Volver", key="Esc", kind="quiet"))
        head = column(self._title, self._about, margins=(24, 20, 20, 14), gap=4)
        foot = row(back, None, self.make, margins=(16, 14, 20, 16))
        body = scrolling(column(*self.fields.values(), None, margins=(24, 16, 24, 16), gap=12))
        super().__init__(
            screen, column(head, Rule(), (body, 1), Rule(), foot, gap=0), where="right", width=_WIDE, typing=True
        )
        self.sheet.setAccessibleName(title)
        self.make.clicked.connect(self.wanted)
        back.clicked.connect(self.close_panel)
        for editor in self._editors.values():
            if isinstance(editor, TypedLine):
                editor.returnPressed.connect(self.wanted)
            elif isinstance(editor, Text):
                editor.entered.connect(self.wanted)

    def ask(self, values: Mapping[str, Any], about: str = "", *, title: str = "") -> None:
        """Open with these values; the first field that is seen has the keys."""
        if title:
            self._title.setText(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        for name, value in values.items():
            self.fields[name].set_value(value)
        self.open(next(editor for name, editor in self._editors.items() if not self.fields[name].isHidden()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves also from among the choices, which leave it; a line has said it by itself."""
        choices = [editor for editor in self._editors.values() if isinstance(editor, Choice | Segmented)]
        here = self.window().focusWidget()
        chooses = here is not None and any(one is here or one.isAncestorOf(here) for one in choices)
        if chooses and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit()
        super().keyPressEvent(event)

    def values(self) -> dict[str, Any]:
        """Return what is typed, by field; RuleError when one cannot be read."""
        return {name: cast(Editor, editor).value() for name, editor in self._editors.items()}


@contextmanager
def fields_of(prefix: str, known: Collection[str] = ()) -> Iterator[None]:
    """Say of a refusal under which editor it is: those of a form are called `prefix_field`.

    With `known`, what is of none of these fields is said under the first.
    """
    try:
        yield
    except RuleError as error:
        name = error.field.removeprefix(f"{prefix}_")
        if known and name not in known:
            name = next(iter(known))
        raise RuleError(str(error), field=f"{prefix}_{name}" if name else "") from None
