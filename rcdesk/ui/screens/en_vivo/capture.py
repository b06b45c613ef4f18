"""The capture line: always in the same place, framed while every key is text, with what is known of the question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypedDict

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from rcdesk.domain.captura import Lectura, Pieza, leer_linea
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.states import State
from rcdesk.ui.screens.en_vivo.chips import Chips
from rcdesk.ui.screens.en_vivo.likeness import Likeness
from rcdesk.ui.screens.en_vivo.marks import CaptureLine
from rcdesk.work.captura import AbiertaRow
from rcdesk.work.cola import Ofertas

_HERE, _AWAY = State("CAPTURA", "text-cursor-input", "accent"), State("CAPTURA", "text-cursor-input")
_KINDS: Final = {"autor": "personas", "tema": "temas", "dependencia": "dependencias", "tipo": "tipos"}
_AS: Final = {"autor": "pregunta", "tema": "es el tema", "dependencia": "es la dependencia"}


class Question(TypedDict):
    """A question as it is captured."""

    texto: str
    linea: str
    autor: str
    asistente: str
    valores: Mapping[str, object]


class Capture(Card):
    """`wanted` asks to save what is typed."""

    wanted = Signal()

    def __init__(self, screen: HearingScreen) -> None:
        super().__init__()
        self.chips = Chips()
        self.line = named("linea_captura", CaptureLine(self._confirm), label="Pregunta que se está capturando")
        self.reading = Lectura((), (), "")
        self.alike: AbiertaRow | None = None
        """The open question that is asked again, while what is typed is like it."""
        self.likeness = Likeness(screen)
        self._mode = Pill(_HERE)
        self._number = named("sera_la", PlainLabel("", "caption", "ink2"))
        self._note = named("nota_captura", PlainLabel("", "caption", "ink", elide=True))
        self._hint = PlainLabel("", "caption", "ink2")
        self._error = named("falta_en_la_linea", PlainLabel("", "caption", "danger", wrap=True))
        self.save = named("guardar", Button("Guardar", "", "Enter", kind="primary"))
        self._build()
        self._connect()
        self.set_active(True)

    def _build(self) -> None:
        top = row(self._mode, self._number, (self._note, 1), self._hint, gap=10)
        self._trouble = boxed(row(Glyph("circle-alert", "danger", 14), (self._error, 1), gap=6))
        self._trouble.hide()
        below = row((self.chips, 1), self.save, gap=6)
        self.setLayout(column(top, self.line, self._trouble, below, margins=(16, 10, 12, 12), gap=6))

    def _connect(self) -> None:
        self.line.entered.connect(self.wanted)
        self.save.clicked.connect(self.wanted)
        self.line.textChanged.connect(self._read)
        self.line.edited.connect(self._forgive)
        self.line.overflowed.connect(self.refuse)
        self.line.cursorPositionChanged.connect(self._tell)
        self.chips.edited.connect(self._read)
        self.chips.closed.connect(lambda: self.line.setFocus(Qt.FocusReason.OtherFocusReason))
        self.likeness.found.connect(self._found)

    def set_active(self, active: bool) -> None:
        """Frame it while the keys are text here; what was typed stays in any case."""
        self._mode.set_state(_HERE if active else _AWAY)
        self._hint.setText("Esc pasa a la cola" if active else "I vuelve a captura")
        self.save.set_kind("primary" if active else "secondary")
        self.set_border("accent" if active else "line")

    def set_number(self, codigo: str, *, recovered: bool = False) -> None:
        """Say which number the question will have, and that its text was recovered."""
        self._number.setText(f"Será la {codigo}{'  ·  texto recuperado, sin guardar' if recovered else ''}")

    def offer(self, ofertas: Ofertas) -> None:
        """Know who is on the list and the catalogues."""
        self.chips.offer(ofertas)
        self._read()

    def refuse(self, text: str) -> None:
        """Say under the line why what it holds cannot be kept."""
        self._error.setText(text)
        self._trouble.show()
        self._describe()

    def suggested(self) -> AbiertaRow | None:
        """Return the question that the card says is being asked again."""
        return self.alike if self.alike is not None and self._note.text() == self._likeness() else None

    def question(self) -> Question:
        """Return what is typed as its action wants it, with the whole line when something was read out of it."""
        known = self.chips.known()
        taken = bool(self.reading.marcas)
        return {
            "texto": self.reading.texto,
            "linea": self.line.value() if taken else "",
            "autor": known.pop("autor"),
            "asistente": known.pop("asistente"),
            "valores": known,
        }

    def next_question(self) -> None:
        """The question was kept: the line is empty and the keys stay in it. The channel stays."""
        self.chips.next_question()
        self.line.set_value("")
        self._forgive()
        self.likeness.note()

    def forget(self) -> None:
        """Another hearing: nothing is known; its line is minded by its draft."""
        self.chips.forget()
        self._forgive()
        self.likeness.note()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.likeness.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def _read(self) -> None:
        self.reading = leer_linea(self.line.value(), self.chips.vocabulary, self.chips.said)
        self.line.mark(self.reading.marcas)
        self.chips.show_reading(self.reading)
        self._look()
        self._tell()

    def _look(self) -> None:
        """Ask again, at the next pause, whether somebody asked this before."""
        if not self.reading.texto:
            self.likeness.stop()
            self.alike = None
        elif self.isVisible():
            self.likeness.look_for(self.reading.texto)

    def _found(self, alike: AbiertaRow | None) -> None:
        self.alike = alike
        self._tell()

    def _forgive(self) -> None:
        if not self._trouble.isHidden():
            self._trouble.hide()
            self._describe()

    def _confirm(self) -> bool:
        caret = self.line.caret()
        doubt = self.reading.duda_en(caret)
        if doubt is None:  # who confirms by habit what is understood already does not lose the keys
            return self.reading.marca_en(caret) is not None
        return self.chips.confirm(doubt)

    def _tell(self) -> None:
        """Say quietly, where there is always room for it, what may be done with what is typed."""
        doubt = self.reading.duda_en(self.line.caret()) if self.reading.dudas else None
        options = self.chips.vocabulary.opciones(doubt) if doubt is not None else []
        note = _known(doubt, len(options), options[0].valor if options else "") if doubt is not None else ""
        note = note or self._likeness()
        if not note and doubt is not None and doubt.campo != "tipo":
            note = f"Tab: «{doubt.palabras}» {_AS[doubt.campo]}"
        if note != self._note.text():
            self._note.setText(note)
            self._describe()

    def _describe(self) -> None:
        """Tell who hears the screen what stands beside the line."""
        refused = not self._trouble.isHidden()
        self.line.setAccessibleDescription(self._error.text() if refused else self._note.text())

    def _likeness(self) -> str:
        if self.alike is None:
            return ""
        whose = f"  ·  la hizo {self.alike.autor}" if self.alike.autor else ""
        return f"Se parece a la {self.alike.codigo}  ·  Ctrl M la une{whose}"


def _known(doubt: Pieza, count: int, first: str) -> str:
    """Say what of the list or a catalogue Tab takes a piece for."""
    if count > 1:
        return f"Hay {count} {_KINDS[doubt.campo]} así  ·  Tab elige"
    return f"Tab: {first}" if count else ""
