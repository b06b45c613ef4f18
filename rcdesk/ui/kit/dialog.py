"""Questions the program cannot answer alone. The title is a sentence, the buttons are verbs, Esc is always safe."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QWidget

from rcdesk.ui.kit.buttons import Button, Kind
from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.fields import Field, Text
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import Item, boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import dress, look


class Dialog(QDialog):
    """A title, plain sentences, whatever is asked, and buttons at the foot."""

    def __init__(
        self, parent: QWidget | None, title: str, lines: Sequence[str], *body: Item, icon: str = "", tone: str = "ink2"
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        if parent is None:
            dress(self)
        self.setFixedWidth(look().px(560))
        words = column(
            PlainLabel(title, "title", wrap=True),
            *(PlainLabel(line, "body", "ink2", wrap=True) for line in lines),
            gap=6,
        )
        mark: list[Item] = [column(2, Glyph(icon, tone, 24), None)] if icon else []
        self._foot = row(None, margins=(24, 14, 20, 16))
        self.setLayout(
            column(
                row(*mark, (words, 1), margins=(24, 22, 24, 16), gap=16),
                boxed(column(*body, margins=(24, 0, 24, 18))),
                Rule(),
                self._foot,
                gap=0,
            )
        )

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        done = super().event(event)  # may be the one that deletes this dialog: only these two go on
        if kind in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            layout = self.layout()
            assert layout is not None  # given in __init__
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))  # wrapped words know their height only now
        return done

    def add_button(self, words: str, kind: Kind = "secondary", *, icon: str = "", key: str = "") -> Button:
        """Put one more button at the foot."""
        button = Button(words, icon, key, kind)
        self._foot.addWidget(button)
        return button


def ask_reason(parent: QWidget | None, title: str, prompt: str, *, verb: str = "Anular") -> str | None:
    """Ask why something is done (`title` is the question, `prompt` the label). None when the person goes back.

    The reason is plain text and cannot be empty; it will stand in the history.
    """
    text = named("motivo", Text(lines=2, most=6, enter_commits=True))
    field = Field(prompt, text, hint="Queda en la historia")
    dialog = Dialog(parent, title, (), field, icon="pen-line")
    dialog.setObjectName("pedir_motivo")

    def accept() -> None:
        if text.value().strip():
            dialog.accept()
        else:
            field.show_error("Escriba el motivo.")
            text.setFocus()

    named("volver", dialog.add_button("Volver", "quiet", key="Esc")).clicked.connect(dialog.reject)
    named("aceptar", dialog.add_button(verb, "primary", key="Enter")).clicked.connect(accept)
    text.entered.connect(accept)
    text.setFocus()
    answer = text.value().strip() if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return answer


def ask_verb(
    parent: QWidget | None, title: str, lines: Sequence[str], verbs: Sequence[tuple[str, str]], *, back: str = "Volver"
) -> str:
    """Ask which of a few things to do: `verbs` are (value, words), the first one filled. Empty when going back."""
    dialog = Dialog(parent, title, lines, icon="circle-help")
    dialog.setObjectName("preguntar")
    chosen: list[str] = []

    def choose(value: str) -> None:
        chosen.append(value)
        dialog.accept()

    named("volver", dialog.add_button(back, "quiet", key="Esc")).clicked.connect(dialog.reject)
    for place, (value, words) in enumerate(verbs):
        button = named(value, dialog.add_button(words, "primary" if place == 0 else "secondary"))
        button.clicked.connect(lambda _checked=False, value=value: choose(value))
        if place == 0:
            button.setFocus()
    dialog.exec()
    dialog.deleteLater()
    return chosen[0] if chosen else ""


def plain_message(parent: QWidget | None, title: str, text: str, *, tone: str = "ink2") -> None:
    """Say something that cannot be said in its place; `text` is shown letter by letter."""
    dialog = Dialog(
        parent, title, text.split("\n"), icon="circle-alert" if tone == "danger" else "circle-help", tone=tone
    )
    dialog.setObjectName("mensaje")
    button = named("entendido", dialog.add_button("Entendido", "primary", key="Enter"))
    button.clicked.connect(dialog.accept)
    button.setFocus()
    dialog.exec()
    dialog.deleteLater()
