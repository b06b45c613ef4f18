"""The same line becomes the new person: document, name, organisation and consent; nothing is answered beforehand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from rcdesk.domain.asistentes import leer_documento
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.fields import Field, Line, Toggle
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel, plain_tooltip
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.registro.who import ANSWERS
from rcdesk.work.autorizaciones import TextoVigente

_LONGEST: Final = 190  # letters of the consent on the card; the whole of it in its tooltip


class Newcomer(Card):
    """`wanted` is Enter: keep the person and let them in. `left` is Esc: back to the box, with nothing lost."""

    wanted = Signal()
    left = Signal()
    typed = Signal()

    def __init__(self) -> None:
        super().__init__(border="accent")
        self.setObjectName("persona_nueva")
        self._document = named("documento_numero", Line(placeholder="1.130.664.200"))
        self._name = named("nombre", Line())
        self._group = named("organizacion", Line(placeholder="Opcional"))
        self._consent = named("autoriza_nueva", Toggle(ANSWERS))
        self._fields = (
            Field("Documento", self._document, hint="CC"),
            Field("Nombre y apellidos", self._name),
            Field("Entidad o grupo", self._group),
        )
        self._asked = Field("¿Autoriza el uso de sus datos?", self._consent, hint="sin respuesta queda «no autoriza»")
        self._text = PlainLabel("", "caption", "ink2", wrap=True)
        self._warned = self._began = ""
        save = named("guardar_e_ingresar", Button("Guardar e ingresar", "", "Enter", "primary"))
        save.clicked.connect(self.wanted)
        head = row(
            Glyph("user-plus", "ink2", 20),
            PlainLabel("Persona nueva", "title"),
            None,
            PlainLabel("Esc vuelve a buscar", "caption", "ink2"),
            gap=10,
        )
        document, name, group = self._fields
        fields = Flow((document, 2), (name, 3), (group, 3), units=8, least=84)
        if look().large:
            self._text.hide()
        foot = row((self._text, 1), None, save, gap=16)
        answers = column(fields, self._asked, gap=10)
        body = scrolling(answers) if look().large else answers
        self.setLayout(column(head, (body, 1), foot, margins=(24, 14, 24, 16), gap=10))
        for line in (self._document, self._name, self._group):
            line.edited.connect(self.typed)
        self._document.edited.connect(self._tell_kind)

    def offer(self, organizations: Sequence[str], text: TextoVigente | None) -> None:
        """Complete what is typed, and show the text that people are asked to authorise."""
        self._group.set_suggestions(organizations)
        whole = " ".join(text.texto.split()) if text is not None else ""
        self._text.setText(f"«{whole[:_LONGEST]}{'…' if len(whole) > _LONGEST else ''}»" if whole else "")
        plain_tooltip(self._text, text.texto if text is not None else "")
        version = f"texto vigente: versión {text.version}" if text is not None and text.version else ""
        self._asked.set_hint("  ·  ".join(filter(None, (version, "sin respuesta queda «no autoriza»"))))

    def begin_with(self, typed: str) -> None:
        """Take what was typed in the box: a document if it has digits, else a name. What was half typed stays."""
        if typed != self._began or not self.draft():
            self.start(typed)

    def start(self, typed: str) -> None:
        """Begin a person anew."""
        is_document = any(letter.isdigit() for letter in typed)
        started = (typed if is_document else "", "" if is_document else typed, "")
        for field, value in zip(self._fields, started, strict=True):
            field.set_value(value)
        self._asked.set_value(None)
        self._warned, self._began = "", typed
        self._tell_kind()

    def take_keys(self) -> None:
        """Give the keys to the first thing that is missing."""
        first = self._name if self._document.text() else self._document
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> dict[str, object]:
        """Return the fields of the person."""
        kind, number = leer_documento(self._document.value())
        return {
            "nombre": self._name.value(),
            "documento_tipo": kind,
            "documento_numero": number,
            "organizacion": self._group.value(),
        }

    def answer(self) -> str:
        """Return what they answered; silence is not a yes."""
        return self._consent.value() or "no"

    def warned_of(self, number: str) -> bool:
        """Say whether the person at the desk already knows that this document is repeated."""
        return self._warned == number

    def warn(self, number: str, words: str) -> None:
        """Tell, once for each document, that it is repeated."""
        self._warned = number
        self._fields[0].show_error(words)
        self._document.setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> str:
        """Return what is half typed, as text."""
        typed = [self._document.text(), self._name.text(), self._group.text()]
        return json.dumps(typed, ensure_ascii=False) if any(typed) else ""

    def recover(self, draft: str) -> None:
        """Type again what was half typed."""
        for field, value in zip(self._fields, json.loads(draft), strict=True):
            field.editor.retype(value)  # type: ignore[attr-defined]  # each is a Line
        self._tell_kind()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _tell_kind(self) -> None:
        kind, _ = leer_documento(self._document.text())
        self._fields[0].set_hint(kind or "CC")
