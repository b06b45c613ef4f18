"""A list, bulleted or numbered, with lists inside its entries."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rcdesk.domain.bloques import anidados, aplanados, textos
from rcdesk.domain.registro import Bloque, Lista, Tabla
from rcdesk.ui.kit.blocks.prose import Prose
from rcdesk.ui.kit.blocks.view import BlockView
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look

Flat = tuple[int, str]
"""An entry as it is edited: how deep it is, and its words."""

_INDENT = 22  # px at 100 % text
_DEEPEST = 4
_BULLETS = ("•", "–", "◦", "▪")


class ItemsView(BlockView):
    """Enter begins another entry, Enter in an empty last one ends the list; Alt+→ and Alt+← put an entry in and out."""

    def __init__(self, bloque: Lista) -> None:
        super().__init__()
        self._bloque = bloque
        self._entries: list[_Entry] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(look().gap(2))
        self.place(column(self._lines))
        self.set_value(bloque)

    def value(self) -> Lista:
        flat = self._flat()
        if flat == list(aplanados(self._bloque.items)):
            return self._bloque
        return replace(self._bloque, items=anidados([entry for entry in flat if entry[1].strip()]))

    def set_value(self, bloque: Bloque) -> None:
        assert isinstance(bloque, Lista)
        self._bloque = bloque
        flat = list(aplanados(bloque.items)) or [(0, "")]
        while len(self._entries) > len(flat):
            self._drop(len(self._entries) - 1)
        for place, (level, text) in enumerate(flat):
            if place == len(self._entries):
                self._insert(place, level)
            self._entries[place].level = level
            self._entries[place].prose.set_value(text)
        self._number()

    def settle(self) -> None:
        for entry in self._entries:
            entry.prose.settle()

    def take_keys(self, *, end: bool = False) -> None:
        self._entries[-1 if end else 0].prose.place_caret(-1 if end else 0)

    def _flat(self) -> list[Flat]:
        return [(entry.level, entry.prose.value()) for entry in self._entries]

    def _insert(self, place: int, level: int) -> _Entry:
        entry = _Entry(level)
        self._entries.insert(place, entry)
        self._lines.insertWidget(place, entry)
        entry.prose.edited.connect(self.edited)
        entry.prose.committed.connect(self.committed)
        entry.prose.split.connect(lambda tail: self._divide(entry, tail))
        entry.prose.joined.connect(lambda: self._join(entry))
        entry.prose.pasted.connect(lambda blocks: self._paste(entry, blocks))
        entry.prose.noticed.connect(self.noticed)
        entry.prose.pictured.connect(self.pictured)
        entry.prose.left_up.connect(lambda: self._step(entry, -1))
        entry.prose.left_down.connect(lambda: self._step(entry, 1))
        entry.shifted.connect(lambda by: self._shift(entry, by))
        return entry

    def _drop(self, place: int) -> None:
        entry = self._entries.pop(place)
        self._lines.removeWidget(entry)
        entry.hide()
        entry.deleteLater()

    def _divide(self, entry: _Entry, tail: str) -> None:
        place = self._entries.index(entry)
        if not tail and not entry.prose.value() and place == len(self._entries) - 1:
            if entry.level:
                self._shift(entry, -1)
                return
            if place:
                with QSignalBlocker(self):
                    self._drop(place)
            self.split.emit("")
            return
        following = self._insert(place + 1, entry.level)
        with QSignalBlocker(self):  # half a change is not told
            following.prose.retype(tail)
            self._number()
            following.prose.place_caret(0)
        self.reshaped.emit()

    def _join(self, entry: _Entry) -> None:
        place = self._entries.index(entry)
        if entry.level:
            self._shift(entry, -1)
        elif place == 0:
            self.joined.emit()
        else:
            before = self._entries[place - 1].prose
            at = len(before.value())
            with QSignalBlocker(self):
                before.retype(before.value() + entry.prose.value())
                self._drop(place)
                before.place_caret(at)
                self._number()
            self.reshaped.emit()

    def _paste(self, entry: _Entry, blocks: tuple[Bloque, ...]) -> None:
        """What is pasted in an entry are entries, the first of them in it; a row of a table is one."""
        place, level = self._entries.index(entry), entry.level
        before, after = entry.prose.around_caret()
        (_, first), *others = _as_entries(blocks)
        with QSignalBlocker(self):
            entry.prose.retype(before + first)
            for depth, text in others:
                place += 1
                entry = self._insert(place, min(level + depth, _DEEPEST - 1))
                entry.prose.retype(text)
            at = len(entry.prose.value())
            entry.prose.retype(entry.prose.value() + after)
            self._number()
            entry.prose.place_caret(at)
        self.reshaped.emit()

    def _step(self, entry: _Entry, by: int) -> None:
        place = self._entries.index(entry) + by
        if 0 <= place < len(self._entries):
            self._entries[place].prose.place_caret(-1 if by < 0 else 0)
        elif by < 0:
            self.left_up.emit()
        else:
            self.left_down.emit()

    def _shift(self, entry: _Entry, by: int) -> None:
        place = self._entries.index(entry)
        deepest = min(_DEEPEST - 1, self._entries[place - 1].level + 1) if place else 0
        level = min(max(entry.level + by, 0), deepest)
        if level != entry.level:
            entry.level = level
            self._number()
            self.reshaped.emit()

    def _number(self) -> None:
        counts = [0] * _DEEPEST
        for entry in self._entries:
            level = min(entry.level, _DEEPEST - 1)
            counts[level] += 1
            counts[level + 1 :] = [0] * (_DEEPEST - level - 1)
            entry.mark(f"{counts[level]}." if self._bloque.numerada else _BULLETS[level])


def _as_entries(blocks: tuple[Bloque, ...]) -> list[Flat]:
    """The texts of blocks, one for each entry."""
    found: list[Flat] = []
    for bloque in blocks:
        if isinstance(bloque, Lista):
            found += aplanados(bloque.items)
        elif isinstance(bloque, Tabla):
            rows = (bloque.encabezados, *bloque.filas)
            found += [(0, " · ".join(cell for cell in line if cell)) for line in rows if any(line)]
        else:
            found += [(0, text) for text in textos(bloque)]
    return found


class _Entry(QWidget):
    """A bullet or a number, and its words."""

    shifted = Signal(int)

    def __init__(self, level: int) -> None:
        super().__init__()
        self.level = level
        self._bullet = PlainLabel("", "reading", "ink2", align=Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.prose = Prose()
        self.prose.setAccessibleName("Elemento de la lista")
        self._line = row(self._bullet, (self.prose, 1), gap=8)
        self.setLayout(self._line)

    def mark(self, bullet: str) -> None:
        """Show its bullet or number, as deep as it is."""
        self._bullet.setText(bullet)
        self._bullet.setFixedWidth(look().px(26))
        self._line.setContentsMargins(look().px(_INDENT * self.level), 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(by)
        else:
            super().keyPressEvent(event)
