"""What every part of the acta offers to the screen that holds it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import Item, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.takers import focus_first
from rcdesk.work.actas import usar_secciones_estandar
from rcdesk.work.estado_del_acta import EstadoDelActa


class Part(QWidget):
    """One part of the acta: it asks and does through the screen, and shows itself again with `refresh`."""

    typing = Signal(object)  # an EnCurso: narrative not yet saved, to be seen on the pages; None when it was
    landmark = ""  # what its heading on the page begins with
    wide = False  # whether it needs the room of the pages
    rewords = False  # whether it has sentences that the figures write
    lives = False  # whether something in it is still done once the acta is approved

    def __init__(self, screen: HearingScreen) -> None:
        super().__init__()
        self.tab = screen

    @property
    def audiencia_id(self) -> str:
        """The hearing that is open."""
        return self.tab.audiencia_id

    def refresh(self, estado: EstadoDelActa) -> None:
        """Read again what this part shows."""
        raise NotImplementedError

    def leave(self) -> None:
        """Save what is unsaved: another part, or another hearing, comes."""

    def use_standard(self) -> None:
        """Add the sections of the real format that the acta lacks."""
        with self.tab.attempt():
            self.tab.desk.do(usar_secciones_estandar, audiencia_id=self.audiencia_id)

    def reword(self) -> None:
        """Turn the generated sentence in hand into a text of one's own."""

    def restore(self) -> None:
        """Bring back the text that the figures write in place of the one in hand."""

    def take_keys(self) -> None:
        """Put the keys where one begins to write."""
        focus_first(self)


class DataCard(Card):
    """Numbers that come from the base: shown as they will print, never typed here."""

    def __init__(self, screen: HearingScreen, name: str, verb: str, place: str, key: str = "") -> None:
        super().__init__(fill="sunken", radius=8, raised=False)
        self._words = named(f"dato_{name}", PlainLabel("", "body", wrap=True))
        go = named(f"ver_{name}", Button(verb, "arrow-right", kind="quiet", small=True))
        go.clicked.connect(lambda: screen.wants.emit(place, key))
        source = PlainLabel("Dato de la base", "caption", "ink2")
        head = row(Glyph("database", "ink2", 14), source, None, go, gap=6)
        self.setLayout(column(head, self._words, margins=(14, 5, 8, 11), gap=1))

    def show_words(self, words: str) -> None:
        """Show these numbers."""
        self._words.setText(words)


def heading(title: str, *right: Item, note: str | PlainLabel = "") -> QWidget:
    """Return the title of a part, what it is for (a label when its words change), and what stands at its right edge."""
    held = QWidget()
    words: list[Item] = [PlainLabel(title, "title", wrap=True)]
    if note:
        words.append(PlainLabel(note, "caption", "ink2", wrap=True) if isinstance(note, str) else note)
    held.setLayout(row((column(*words, gap=3), 1), *right, gap=10))
    return held
