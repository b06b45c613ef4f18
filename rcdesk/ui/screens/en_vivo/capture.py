"""The capture line: always in the same place, framed while every key is text, with what is known of the question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from rcdesk.domain.palabras import CANAL_PREGUNTA, TIPO_PREGUNTA, con_mayuscula
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.chip import Chip
from rcdesk.ui.kit.fields import Choice, Line, Text
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.states import State
from rcdesk.ui.kit.theme import look
from rcdesk.work.cola import Ofertas

CHIPS: Final = (
    ("autor", "Autor", "user", "F2"),
    ("tema", "Tema", "hash", "F3"),
    ("dependencia", "Dependencia", "building-2", "F4"),
    ("tipo", "Tipo", "tag", "F6"),
    ("canal", "Canal", "message-circle", "F7"),
)
TIPOS: Final = [("", "Sin tipo"), *((value, con_mayuscula(word)) for value, word in TIPO_PREGUNTA.items())]
CANALES: Final = [("", "Sin canal"), *((value, con_mayuscula(word)) for value, word in CANAL_PREGUNTA.items())]
_STICKY: Final = "canal"
_HERE, _AWAY = State("CAPTURA", "text-cursor-input", "accent"), State("CAPTURA", "text-cursor-input")


class Capture(Card):
    """`wanted` asks to save what is typed. A chip is filled in place of the row of chips, and Enter goes back."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        line = Text(lines=1 if look().large else 2, most=5, enter_commits=True, role="reading", bare=True)
        self.line = named("linea_captura", line, label="Pregunta que se está capturando")
        self.line.setPlaceholderText("Escriba la pregunta como la dicen y oprima Enter")
        self.line.entered.connect(self.wanted)
        self._values: dict[str, str] = {}
        self._filling = ""
        self._mode = Pill(_HERE)
        self._number = named("sera_la", PlainLabel("", "caption", "ink2"))
        self._hint = PlainLabel("", "caption", "ink2")
        self.save = named("guardar", Button("Guardar", "", "Enter", kind="primary"))
        self.save.clicked.connect(self.wanted)
        self._editors: dict[str, Line | Choice] = {
            "autor": Line(placeholder="Nombre, o «anónimo»"),
            "tema": Line(placeholder="De qué trata"),
            "dependencia": Line(placeholder="A quién le toca"),
            "tipo": Choice(TIPOS),
            "canal": Choice(CANALES),
        }
        self.chips = {name: named(f"ficha_{name}", Chip(word, icon, key)) for name, word, icon, key in CHIPS}
        self._build()
        self.set_active(True)

    def _build(self) -> None:
        top = row(self._mode, self._number, None, self._hint)
        large = look().large
        known = [chip for name, chip in self.chips.items() if not large or name in ("autor", "tema")]
        self._shown = boxed(row(*known, None, gap=6))
        self._ask = PlainLabel("", "label", "ink2")
        self._back = PlainLabel("Enter acepta  ·  Esc vuelve", "caption", "ink2")
        self._filler = boxed(row(self._ask, *((editor, 1) for editor in self._editors.values()), self._back, gap=10))
        self._filler.hide()
        for name, editor in self._editors.items():
            named(f"llenar_{name}", editor, label=self.chips[name].accessibleName().partition(":")[0])
            editor.hide()
            if isinstance(editor, Choice):
                editor.committed.connect(lambda name=name: self._take(name))
            else:
                editor.returnPressed.connect(lambda name=name: self._take(name))
        for name, chip in self.chips.items():
            chip.clicked.connect(lambda _checked=False, name=name: self.fill(name))
        below = row((self._shown, 1), (self._filler, 1), self.save, gap=6)
        self.setLayout(column(top, self.line, below, margins=(16, 10, 12, 12), gap=6))

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
        """Complete what is typed in the chips with these words."""
        words: Mapping[str, Sequence[str]] = {
            "autor": ofertas.autores,
            "tema": ofertas.temas,
            "dependencia": ofertas.dependencias,
        }
        for name, offered in words.items():
            editor = self._editors[name]
            assert isinstance(editor, Line)  # autor, tema and dependencia are lines
            editor.set_suggestions(offered)

    def known(self) -> dict[str, str]:
        """Return what is known of the question being typed, by the name of its chip."""
        return {name: self._values.get(name, "") for name in self.chips}

    def fill(self, name: str) -> None:
        """Let the person say one thing of the question, in place of the chips."""
        self.leave_filling()
        self._filling = name
        editor = self._editors[name]
        editor.set_value(self._values.get(name, ""))
        self._ask.setText(self.chips[name].accessibleName().partition(":")[0])
        self._shown.hide()
        self._filler.show()
        editor.show()
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(editor, Choice):
            editor.showPopup()
        else:
            editor.selectAll()

    def leave_filling(self) -> bool:
        """Show the chips again, without taking what was typed; say whether something was being filled."""
        if not self._filling:
            return False
        self._editors[self._filling].hide()
        self._filling = ""
        self._filler.hide()
        self._shown.show()
        return True

    def next_question(self) -> None:
        """The question was saved: the line is empty and the keys stay in it. The channel stays."""
        self.line.set_value("")
        for name in self.chips:
            if name != _STICKY:
                self._set(name, "")

    def forget(self) -> None:
        """Another hearing: nothing is known; its line is minded by its draft."""
        self.leave_filling()
        for name in self.chips:
            self._set(name, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._filling:
            self.leave_filling()
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._filling:
            self._take(self._filling)
        else:
            super().keyPressEvent(event)

    def _take(self, name: str) -> None:
        if self._filling == name:
            self._set(name, str(self._editors[name].value()))
            self.leave_filling()
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set(self, name: str, value: str) -> None:
        self._values[name] = value
        words = {"tipo": dict(TIPOS), "canal": dict(CANALES)}.get(name)
        self.chips[name].set_value(words[value] if words and value else value)
