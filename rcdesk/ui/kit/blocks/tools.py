"""The row of tools over a narrative: what the block in hand is, what can be put after it, and where it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from rcdesk.domain.frases import es_frase
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.domain.registro import Dato
from rcdesk.ui.kit.blocks.told import NOTHING, Told
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.icons import icon
from rcdesk.ui.kit.layout import boxed, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import escaped
from rcdesk.ui.kit.theme import look

_LONGEST = 64  # letters of what would be printed


class Tools(QWidget):
    """Each button says what it does; the editor does it."""

    made = Signal(str)  # parrafo, vinetas, numeracion, cita, tabla or figura
    inserted = Signal(str)  # a Dato
    bold = Signal()
    moved = Signal(int)  # -1 up, 1 down
    removed = Signal()

    def __init__(self, datos: Sequence[tuple[Dato, str]]) -> None:
        super().__init__()
        self._datos = datos
        self._told = NOTHING
        kinds = (
            ("parrafo", "Párrafo", "", "Párrafo después de este bloque"),
            ("vinetas", "", "list", "Viñetas"),
            ("numeracion", "", "list-ordered", "Numeración"),
            ("cita", "Cita", "", "Cita textual"),
            ("tabla", "", "table", "Tabla"),
            ("figura", "", "image", "Figura"),
        )
        buttons: list[QWidget] = [self._button("negrita", "", "bold", "Negrita (Ctrl+B)", self.bold.emit)]
        for kind, words, glyph, hint in kinds:
            buttons.append(self._button(kind, words, glyph, hint, partial(self.made.emit, kind)))
        self.insert = self._button("insertar_dato", "Insertar dato", "database", "", self._offer)
        if not datos:
            self.insert.hide()
        self.up = self._button("subir", "", "arrow-up", "Subir el bloque (Alt+↑)", lambda: self.moved.emit(-1))
        self.down = self._button("bajar", "", "arrow-down", "Bajar el bloque (Alt+↓)", lambda: self.moved.emit(1))
        self.remove = self._button("quitar", "", "trash-2", "Quitar el bloque", self.removed.emit)
        left = boxed(row(*buttons, None, gap=2))
        right = boxed(row(self.insert, None, self.up, self.down, self.remove, gap=2))
        self.setLayout(row((Flow((left, 3), (right, 3), least=52), 1)))

    def enable(self, *, block: bool, up: bool, down: bool) -> None:
        """Say whether there is a block in hand, and where it can go."""
        self.remove.setEnabled(block)
        self.up.setEnabled(up)
        self.down.setEnabled(down)

    def tell(self, told: Told) -> None:
        """Know what each part and each sentence would print now."""
        self._told = told

    def _button(self, name: str, words: str, glyph: str, hint: str, run: Callable[[], object]) -> Button:
        button = named(f"bloque_{name}", Button(words, glyph, kind="quiet", small=True, hint=hint))
        button.clicked.connect(lambda _checked=False: run())
        return button

    def _offer(self) -> None:
        menu = QMenu(self)
        sentences = [(dato, words) for dato, words in self._datos if es_frase(dato)]
        parts = [(dato, words) for dato, words in self._datos if not es_frase(dato)]
        for title, offered in (("Frase con los datos", sentences), ("Parte de la audiencia", parts)):
            below = menu.addMenu(icon("database"), title)
            below.menuAction().setVisible(bool(offered))
            for dato, words in offered:
                action = below.addAction(escaped(self._said(dato, words)))
                action.triggered.connect(lambda _checked=False, dato=dato: self.inserted.emit(dato))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.insert.mapToGlobal(QPoint(0, self.insert.height() + 2)))

    def _said(self, dato: Dato, words: str) -> str:
        """What it is and the beginning of what it would print now."""
        printed = self._told.sentences.get(dato, "") if es_frase(dato) else self._told.parts.get(dato, "")
        longest = _LONGEST // 2 if look().large else _LONGEST
        short = printed if len(printed) <= longest else f"{printed[:longest].rsplit(' ', 1)[0]}…"
        return f"{con_mayuscula(words)}: {short or 'sin datos todavía'}" if self._told is not NOTHING else words
