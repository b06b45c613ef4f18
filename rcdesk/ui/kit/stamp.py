"""Saving is visible: «Guardado 10:41:07», and how old the last verified copy is. Always in the same place."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel


class Stamp(QWidget):
    """An icon, a word and a value."""

    def __init__(self, icon: str, word: str, value: str = "", tone: str = "ok") -> None:
        super().__init__()
        self._glyph = Glyph(icon, tone, 14)
        self._word = PlainLabel(word, "caption", "ink2")
        self._value = PlainLabel(value, "caption")
        self.setLayout(row(self._glyph, self._word, self._value, gap=5))
        self.set_value(icon, word, value, tone)

    def set_value(self, icon: str, word: str, value: str, tone: str = "ok") -> None:
        """Show another value; a tone of warn or danger colours it too."""
        self._glyph.set_glyph(icon, tone)
        self._word.setText(word)
        self._value.setText(value)
        self._value.set_tone(tone if tone in ("warn", "danger") else "ink")
        self.setAccessibleName(f"{word} {value}".strip())

    def text(self) -> str:
        """Return what it says."""
        return f"{self._word.text()} {self._value.text()}".strip()


class Stamps(QWidget):
    """The two stamps of every screen: the last save, and the last verified copy."""

    def __init__(self) -> None:
        super().__init__()
        self.saved = named("sello_guardado", Stamp("check", "Al día"))
        self.copy = named("sello_copia", Stamp("hard-drive", "Copia", "todavía ninguna", "ink2"))
        self.setLayout(column(None, self.saved, self.copy, None, gap=1))

    def show_saved(self, hour: str) -> None:
        """Say when the last thing was saved (`10:41:07`)."""
        self.saved.set_value("check", "Guardado", hour)

    def show_unsaved(self) -> None:
        """Say that the last thing could not be saved."""
        self.saved.set_value("triangle-alert", "Sin guardar", "", "danger")

    def show_copy(self, age: str, *, old: bool = False) -> None:
        """Say how old the last verified copy is (`hace 4 min`); `old` asks for one."""
        self.copy.set_value("triangle-alert" if old else "hard-drive", "Copia", age, "warn" if old else "ink2")
