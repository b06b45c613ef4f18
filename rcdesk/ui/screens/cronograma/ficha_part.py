"""What every part of the record of a plan shares: it shows itself and saves field by field."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.fields import Field, Text
from rcdesk.ui.kit.form import Form
from rcdesk.ui.kit.layout import Item, boxed, column, row, scrolling
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.theme import look
from rcdesk.work.ficha_del_plan import FichaRow, corregir_ficha


class FichaPart(QWidget):
    """A subclass builds itself and says how it shows a plan."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.holder = screen
        self.plan_id = ""

    def show_ficha(self, found: FichaRow) -> None:
        """Show what a plan says of itself; what is being typed stays."""
        raise NotImplementedError

    def leave(self) -> None:
        """Save what is unsaved: another part comes."""

    def form(self) -> Form:
        """Return a form whose fields are columns of the plan."""

        def save(key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
            self.holder.desk.do(corregir_ficha, id=key, valores=values, seen=seen)

        return Form(self.holder, "ficha", save)

    def lay(self, title: str, note: str, *body: Item, right: QWidget | None = None, grows: bool = False) -> None:
        """Put the body under the title and what it is for; it scrolls, unless something in it grows.

        At large text the choice over it already says which part this is.
        """
        beside = [right] if right is not None else []
        if look().large:
            head = row(None, *beside, margins=(20, 6, 16, 8 if beside else 2))
        else:
            words = column(PlainLabel(title, "title", wrap=True), PlainLabel(note, "body", "ink2", wrap=True), gap=2)
            head = row((words, 1), *beside, margins=(20, 16, 16, 14), gap=8)
        if grows and not look().large:
            inside: QWidget = boxed(column(*body, margins=(20, 14, 20, 16), gap=10))
        else:
            inside = scrolling(column(boxed(column(*body, gap=12)), None, margins=(20, 14, 20, 16)))
        self.setLayout(column(head, Rule(), (inside, 1), gap=0))


def list_field(form: Form, campo: str, label: str, placeholder: str) -> Field:
    """Bind a list of texts: one in each line."""
    editor = Text(lines=3, most=9, placeholder=placeholder)
    return form.bind(campo, Field(label, editor), shown=_as_lines, stored=_as_list, hint="uno por renglón")


def _as_lines(texts: tuple[str, ...]) -> str:
    return "\n".join(" ".join(text.split()) for text in texts)


def _as_list(typed: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for raw in typed.split("\n") if (line := raw.strip())))
