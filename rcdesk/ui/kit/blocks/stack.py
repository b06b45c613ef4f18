"""The blocks on screen, one under another; of many, the first are made at once and the others while nobody waits."""

from __future__ import annotations

from typing import Final, assert_never

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from rcdesk.domain.bloques import con_contenido
from rcdesk.domain.frases import es_frase
from rcdesk.domain.registro import Bloque, Cita, Figura, Inserto, Lista, Parrafo, Tabla
from rcdesk.ui.kit.blocks.figure import FigureView, Shelf
from rcdesk.ui.kit.blocks.insert import InsertView
from rcdesk.ui.kit.blocks.items import ItemsView
from rcdesk.ui.kit.blocks.prose import ParagraphView, QuoteView
from rcdesk.ui.kit.blocks.sentence import SentenceView
from rcdesk.ui.kit.blocks.table import TableView
from rcdesk.ui.kit.blocks.told import NOTHING, Told
from rcdesk.ui.kit.blocks.view import BlockView

Blocks = tuple[Bloque, ...]

_FIRST: Final = 30  # blocks made at once: more than a screen shows
_MORE: Final = 12  # blocks made in each pause: less than a tenth of a second


class Stack(QObject):
    """`layout` is what goes on screen. Its changes are made on `views` through `put`, `drop` and `move`."""

    made = Signal(object)  # a view, to be listened to
    dropped = Signal(object)  # a view that is no longer there
    filled = Signal()  # those that were not made yet are there

    def __init__(self, parent: QWidget, placeholder: str, shelf: Shelf | None) -> None:
        super().__init__(parent)
        self._placeholder, self._shelf = placeholder, shelf
        self._views: list[BlockView] = []
        self._rest: list[Bloque] = []
        self._rest_at = 0
        self._told = NOTHING
        self.layout = QVBoxLayout()
        self.layout.setSpacing(4)
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self._fill)

    @property
    def views(self) -> list[BlockView]:
        """The views that are made, in their order."""
        return self._views

    @property
    def filling(self) -> bool:
        """Whether some blocks are still to be made."""
        return bool(self._rest)

    def value(self) -> Blocks:
        """Return the blocks that say something, made or not."""
        values = [view.value() for view in self._views]
        return con_contenido([*values[: self._rest_at], *self._rest, *values[self._rest_at :]])

    def show(self, value: Blocks) -> None:
        """Show these blocks as stored. The views of what did not change, at both ends, stay as they are.

        The keys of a block that goes, as when a paste is taken back, stay in the text: in what takes its place.
        """
        self.complete()
        held = self._with_keys()
        shown = [view.value() for view in self._views]
        short = min(len(shown), len(value))
        head = next((i for i in range(short) if shown[i] != value[i]), short)
        tail = next((i for i in range(short - head) if shown[-1 - i] != value[-1 - i]), short - head)
        old = self._views[head : len(shown) - tail]
        new = value[head : len(value) - tail]
        at_once = max(_FIRST, len(old))
        for i, bloque in enumerate(new[:at_once]):
            if i < len(old) and old[i].accepts(bloque):
                old[i].set_value(bloque)
            else:
                if i < len(old):
                    self.drop(old[i])
                self.put(head + i, bloque)
        for view in old[len(new) :]:
            self.drop(view)
        self.settle()
        if held >= 0 and self._with_keys() < 0 and self._views:
            self._views[min(held, len(self._views) - 1)].take_keys(end=True)
        self._later(head + min(len(new), at_once), new[at_once:])

    def insert(self, place: int, blocks: Blocks) -> list[BlockView]:
        """Put blocks there, and return the views made at once: all of them, unless they are many."""
        made = [self.put(place + i, bloque) for i, bloque in enumerate(blocks[:_FIRST])]
        self._later(place + len(made), blocks[_FIRST:])
        return made

    def put(self, place: int, bloque: Bloque) -> BlockView:
        """Put a block there."""
        self.complete()
        return self._make(place, bloque)

    def drop(self, view: BlockView) -> None:
        """Take a block out."""
        self.complete()
        self._views.remove(view)
        self.layout.removeWidget(view)
        self.dropped.emit(view)
        view.blockSignals(True)  # hiding it takes the keys from it, which is not leaving it
        view.hide()
        view.deleteLater()

    def move(self, view: BlockView, place: int) -> None:
        """Put a view in another place."""
        self.complete()
        self._views.remove(view)
        self._views.insert(place, view)
        self.layout.removeWidget(view)
        self.layout.insertWidget(place, view)

    def settle(self) -> None:
        """Take what is written as saved."""
        for view in self._views:
            view.settle()

    def tell(self, told: Told) -> None:
        """Let every block know the figures as they are now."""
        self._told = told
        for view in self._views:
            view.tell(told)

    def complete(self) -> None:
        """Make now what is still to be made."""
        if self._rest:
            self._pause.stop()
            self._take(len(self._rest))

    def _with_keys(self) -> int:
        """Return the place of the block that has the keys; -1 if none has."""
        now = QApplication.focusWidget()
        return next((i for i, view in enumerate(self._views) if now is not None and view.isAncestorOf(now)), -1)

    def _later(self, place: int, blocks: Blocks) -> None:
        if blocks:
            self._rest, self._rest_at = list(blocks), place
            self._pause.start()

    def _fill(self) -> None:
        self._take(_MORE)
        if self._rest:
            self._pause.start()

    def _take(self, how_many: int) -> None:
        now, self._rest = self._rest[:how_many], self._rest[how_many:]
        for bloque in now:
            self._make(self._rest_at, bloque).settle()
            self._rest_at += 1
        if not self._rest:
            self.filled.emit()

    def _make(self, place: int, bloque: Bloque) -> BlockView:
        view = self._view(bloque)
        self._views.insert(place, view)
        self.layout.insertWidget(place, view)
        view.tell(self._told)
        self.made.emit(view)
        return view

    def _view(self, bloque: Bloque) -> BlockView:
        match bloque:
            case Parrafo():
                return ParagraphView(bloque, placeholder="" if self._views else self._placeholder)
            case Lista():
                return ItemsView(bloque)
            case Figura():
                return FigureView(bloque, self._shelf)
            case Tabla():
                return TableView(bloque)
            case Cita():
                return QuoteView(bloque)
            case Inserto():
                return SentenceView(bloque) if es_frase(bloque.dato) else InsertView(bloque)
            case _:
                assert_never(bloque)
