"""The same line becomes the new person: document, name, organisation and consent; nothing is answered beforehand."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from textwrap import shorten
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rcdesk.domain.autorizaciones import es_menor
from rcdesk.domain.documento_de_identidad import leer_documento
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.fields import Editor, Field, Line
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel, plain_tooltip
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.registro.consent import Consent

if TYPE_CHECKING:
    from rcdesk.domain.autorizaciones import Respuesta
    from rcdesk.work.autorizaciones import TextoVigente
    from rcdesk.work.organizaciones import OfertaRow

_LONGEST: Final = 190  # letters of the consent on the card; the whole of it in its tooltip
_SILENCE: Final = "sin respuesta queda «no autoriza»"
_OWN: Final = ("documento_tipo", "documento_numero", "nombre", "organizacion")
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Newcomer(Card):
    """Enter passes to what is missing, and where nothing is, it is `wanted`: keep the person and let them in.

    `left` is Esc: back to the box, with nothing lost. `named_so` says the name at every letter, and `lowered` is the
    arrow down in it: who is alike is under it.
    """

    wanted = Signal()
    left = Signal()
    typed = Signal()
    documented = Signal(str)  # the number, when Enter leaves it: somebody else may have it
    named_so = Signal(str)
    lowered = Signal()

    def __init__(self) -> None:
        super().__init__(border="accent")
        self.setObjectName("persona_nueva")
        self._document = named("documento_numero", Line(placeholder="1.130.664.200"))
        self._name = named("nombre", Line())
        self._group = named("organizacion", Line(placeholder="Opcional"))
        self.consent = Consent("autoriza_nueva", silence="no")
        self._fields = (
            Field("Documento", self._document, hint="CC"),
            Field("Nombre y apellidos", self._name),
            Field("Entidad o grupo", self._group),
        )
        self._title = PlainLabel("Persona nueva", "title")
        self._text = PlainLabel("", "caption", "ink2", wrap=True)
        self._warned = self._began = ""
        self._known: dict[str, object] = {}
        self._build()
        for line in (self._document, self._name, self._group):
            line.edited.connect(self.typed)
        self._document.edited.connect(self._tell_kind)
        self._name.installEventFilter(self)
        self._name.edited.connect(lambda: self.named_so.emit(self._name.text()))

    def _build(self) -> None:
        save = named("guardar_e_ingresar", Button("Guardar e ingresar", "", "Enter", "primary"))
        save.clicked.connect(self.wanted)
        esc = PlainLabel("Esc vuelve a buscar", "caption", "ink2")
        glyph = Glyph("user-plus", "ink2", 20)
        document, name, group = self._fields
        answers = column(Flow((document, 2), (name, 3), (group, 3), units=8, least=84), self.consent, gap=10)
        if look().large:  # the four fields need all the height
            self._text.setParent(self)
            self._text.hide()
            head, foot = row(glyph, self._title, None, save, gap=10), row()
        else:
            head, foot = row(glyph, self._title, None, esc, gap=10), row((self._text, 1), save, gap=16)
        body = scrolling(answers) if look().large else answers
        self.setLayout(column(head, (body, 1), foot, margins=(24, 14, 24, 16), gap=10))

    # What is known

    def offer(self, organizations: Sequence[OfertaRow], text: TextoVigente) -> None:
        """Complete what is typed, and show the text that people are asked to authorise."""
        self._group.set_suggestions([one.nombre for one in organizations], [one.busca for one in organizations])
        whole = " ".join(text.texto.split())
        self._text.setText(f"«{shorten(whole, _LONGEST, placeholder='…')}»")
        plain_tooltip(self._text, text.texto)
        version = f"texto vigente: versión {text.version}" if text.propio else ""
        self.consent.set_hint("  ·  ".join(filter(None, (version, _SILENCE))))
        self.consent.ask(image=text.imagen_y_voz)

    def begin_with(self, typed: str) -> None:
        """Take what was typed in the box: a document if it has digits, else a name. What was half typed stays.

        With the box empty, it comes back: a reading took its place.
        """
        if (typed and typed != self._began) or not self.draft():
            self.start(typed)

    def begin_apart(self, kind: str | None, number: str) -> None:
        """Begin someone else with a document that another person has: at the desk they already know it."""
        self.start("")
        self._document.set_value(f"{kind} {number}" if kind and kind != "CC" else number)
        self._warned = number
        self._tell_kind()

    def begin_known(self, values: Mapping[str, object]) -> None:
        """Begin a person of whom something is known, field of the base → value, to be confirmed."""
        self.start("")
        kind, number = values.get("documento_tipo"), str(values.get("documento_numero") or "")
        self._document.set_value(f"{kind} {number}" if kind and kind not in ("CC", "otro") else number)
        self._name.set_value(str(values.get("nombre") or ""))
        self._group.set_value(str(values.get("organizacion") or ""))
        self._known = {name: value for name, value in values.items() if name not in _OWN}
        self._tell_kind()
        self.named_so.emit(self._name.text())

    def start(self, typed: str) -> None:
        """Begin a person anew."""
        is_document = any(letter.isdigit() for letter in typed)
        started = (typed if is_document else "", "" if is_document else typed, "")
        for field, value in zip(self._fields, started, strict=True):
            field.set_value(value)
        self.consent.start()
        self._warned, self._began, self._known = "", typed, {}
        self._tell_kind()

    def take_keys(self) -> None:
        """Give the keys to the first thing that is missing."""
        self._missing().setFocus(Qt.FocusReason.OtherFocusReason)

    def name_keys(self) -> None:
        """Give the keys back to the name."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def name(self) -> str:
        """Return the name as it is typed."""
        return self._name.text()

    def values(self) -> dict[str, object]:
        """Return the fields of the person."""
        kind, number = leer_documento(self._document.value())
        return self._known | {
            "nombre": self._name.value(),
            "documento_tipo": kind,
            "documento_numero": number,
            "organizacion": self._group.value(),
        }

    def answer(self) -> Respuesta:
        """Return what they answered; silence is not a yes."""
        return self.consent.answer()

    def tell_alike(self, people: int) -> None:
        """Say beside the name how many are called much like it, where there is no room to show them."""
        told = f"{people} parecida: ↓" if people == 1 else f"{people} parecidas: ↓"
        self._fields[1].set_hint(told if people and look().large else "")

    # A repeated document

    def warned_of(self, number: str) -> bool:
        """Say whether the person at the desk already knows that this document is repeated."""
        return self._warned == number

    def warn(self, number: str, words: str) -> None:
        """Tell, once for each document, that it is repeated."""
        self._warned = number
        self._fields[0].show_error(words)
        self._document.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is half typed

    def draft(self) -> str:
        """Return what is half typed, as text."""
        typed = [self._document.text(), self._name.text(), self._group.text()]
        return json.dumps(typed, ensure_ascii=False) if any(typed) else ""

    def recover(self, draft: str) -> None:
        """Type again what was half typed."""
        for line, value in zip((self._document, self._name, self._group), json.loads(draft), strict=True):
            line.retype(value)
        self._tell_kind()

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow down of the name; at large text the fields scroll, and would take it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self.lowered.emit()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        """Enter: pass to what is missing after this; keep the person where nothing is, or where the last one is."""
        if self._document.hasFocus() and self._document.text():
            known = self._warned
            self.documented.emit(leer_documento(self._document.value())[1])
            if self._warned != known:
                return  # it was told just now: another Enter goes on
        stops = self._stops()
        here = next((place for place, stop in enumerate(stops) if stop.hasFocus()), len(stops) - 1)
        after = next((stop for stop in stops[here + 1 :] if not _filled(stop)), None)
        if self._name.hasFocus() and not self._name.text().strip():
            self.wanted.emit()  # the rule says that a name is missing
        elif after is None:
            self.wanted.emit()
        else:
            after.setFocus(Qt.FocusReason.TabFocusReason)

    def _missing(self) -> QWidget:
        stops = self._stops()
        return next((stop for stop in stops if not _filled(stop)), stops[-1])

    def _stops(self) -> tuple[QWidget, ...]:
        return (self._document, self._name, self._group, *self.consent.stops())

    def _tell_kind(self) -> None:
        kind, _ = leer_documento(self._document.text())
        self._fields[0].set_hint(kind or "CC")
        self.consent.set_minor(es_menor(kind, str(self._known.get("enfoque_diferencial_rango_edad") or "")))


def _filled(stop: QWidget) -> bool:
    """Whether something was typed or answered there."""
    return bool(cast(Editor, stop).value())  # each is an editor of the kit
