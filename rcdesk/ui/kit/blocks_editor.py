"""Narrative, block by block: paragraphs, lists, figures, tables, quotations and the places where data is printed.

It is one more editor for a `Field` or a `Form`: its value is the tuple of blocks. What is typed is handed over when
its block is left; putting in, moving, dividing or taking out a block is handed over at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from rcdesk.domain.bloques import con_contenido
from rcdesk.domain.frases import es_frase
from rcdesk.domain.registro import Bloque, Cita, Dato, Figura, Inserto, Lista, Parrafo, Tabla
from rcdesk.ui.kit.blocks.figure import FigureView, Shelf
from rcdesk.ui.kit.blocks.insert import InsertView
from rcdesk.ui.kit.blocks.items import ItemsView
from rcdesk.ui.kit.blocks.making import as_list, empty_block
from rcdesk.ui.kit.blocks.prose import ParagraphView, Prose, QuoteView
from rcdesk.ui.kit.blocks.sentence import SentenceView
from rcdesk.ui.kit.blocks.table import TableView
from rcdesk.ui.kit.blocks.told import NOTHING, Told
from rcdesk.ui.kit.blocks.tools import Tools
from rcdesk.ui.kit.blocks.view import BlockView
from rcdesk.ui.kit.layout import column

__all__ = ["BlocksEditor", "Shelf"]

Blocks = tuple[Bloque, ...]


class BlocksEditor(QWidget):
    """`shelf` keeps the pictures; `datos` are the parts of the hearing that may be printed in the middle, in words."""

    edited = Signal()  # by the person, at every change
    committed = Signal()  # a block with something unsaved was left, or a whole change was made

    def __init__(
        self,
        *,
        placeholder: str = "Escriba aquí. Enter comienza otro párrafo.",
        shelf: Shelf | None = None,
        datos: Sequence[tuple[Dato, str]] = (),
    ) -> None:
        super().__init__()
        self._placeholder, self._shelf = placeholder, shelf
        self._views: list[BlockView] = []
        self._here: BlockView | None = None
        self._unsaved = self._handing = self._loading = False
        self._saved: Blocks = ()
        self._told = NOTHING
        self.tools = Tools(datos)
        self.tools.made.connect(self.make)
        self.tools.inserted.connect(self._insert_data)
        self.tools.bold.connect(self._bold)
        self.tools.moved.connect(self.move_block)
        self.tools.removed.connect(self.remove_block)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.setLayout(column(self.tools, self._lines, None, gap=8))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)
        self.set_value(())

    def value(self) -> Blocks:
        """Return the blocks that say something."""
        return con_contenido(view.value() for view in self._views)

    def set_value(self, value: Blocks) -> None:
        """Show stored blocks: nothing is unsaved. Those that did not change keep their caret."""
        self._loading = True
        if value == self.value() and (value or self._views):
            for view in self._views:  # an empty block that was just put in stays, waiting to be filled
                view.settle()
        else:
            self._align(value or (Parrafo(texto=""),))
        self._loading = self._unsaved = False
        self._saved = value
        self._arm()

    def refresh_value(self, value: Blocks) -> None:
        """Show stored blocks, unless the person has unsaved typing here that is not being saved right now."""
        if not self.is_unsaved() or self._handing or self.value() == value:
            self.set_value(value)

    def is_unsaved(self) -> bool:
        """Say whether the person wrote something since the last `set_value` or `settle`, and did not take it back."""
        return self._unsaved and self.value() != self._saved

    def settle(self) -> None:
        """Take what is written as saved."""
        for view in self._views:
            view.settle()
        self._saved, self._unsaved = self.value(), False

    def typed(self) -> str:
        """Return what is written, as text that `retype` understands."""
        from rcdesk.exchange.encode import canonical

        return canonical(self.value())

    def retype(self, text: str) -> None:
        """Write anew what `typed` gave; a text that it did not give is left aside."""
        from rcdesk.exchange.text import decode_text

        try:
            found: Blocks = decode_text(Blocks, text)
        except ValueError:
            return
        saved = self._saved
        self.set_value(found)
        self._saved, self._unsaved = saved, True
        self.edited.emit()

    def commit(self) -> None:
        """Hand over what is written."""
        if self._handing:
            return
        self._handing = True
        try:
            self.committed.emit()
        finally:
            self._handing = False

    def tell(self, told: Told) -> None:
        """Know the figures as they are now: what is generated is shown with them, and what is typed compared."""
        self._told = told
        self.tools.tell(told)
        for view in self._views:
            view.tell(told)

    def reword(self) -> bool:
        """Turn the generated sentence in hand into a paragraph to write in; say whether there was one."""
        view = self._here
        return isinstance(view, SentenceView) and self._reword(view, "", -1)

    def restore(self) -> bool:
        """Bring back the sentence that the figures write in place of the reworded one in hand, or of the first."""
        mine = [view for view in self._views if isinstance(view, ParagraphView) and view.value().dato]
        view = self._here if self._here in mine else next(iter(mine), None)
        if isinstance(view, ParagraphView):
            self._restore(view)
        return view is not None

    def take_keys(self) -> None:
        """Put the caret where the text ends."""
        if self._views:
            self._views[-1].take_keys(end=True)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The keys go to the block in hand."""
        (self._here or self._views[0]).take_keys()

    def make(self, kind: str) -> None:
        """Make the block in hand a list, or put after it a block of that kind."""
        here = self._here
        bloque = here.value() if here is not None else None
        if here is not None and kind in ("vinetas", "numeracion") and isinstance(bloque, Parrafo | Lista):
            self._replace(here, as_list(bloque, numbered=kind == "numeracion"))
            return
        place = self._views.index(here) + 1 if here is not None else len(self._views)
        if here is not None and isinstance(bloque, Parrafo) and not bloque.texto.strip() and kind != "parrafo":
            place -= 1
            self._drop(here)
        self._put(place, empty_block(kind)).take_keys()
        self._changed()

    def move_block(self, by: int) -> None:
        """Move the block in hand up (-1) or down (1)."""
        here = self._here
        if here is None or not 0 <= (place := self._views.index(here) + by) < len(self._views):
            return
        focus = QApplication.focusWidget()
        self._views.remove(here)
        self._views.insert(place, here)
        self._lines.removeWidget(here)
        self._lines.insertWidget(place, here)
        if focus is not None and here.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._changed()

    def remove_block(self) -> None:
        """Take out the block in hand."""
        here = self._here
        if here is None:
            return
        place = self._views.index(here)
        self._drop(here)
        if not self._views:
            self._put(0, Parrafo(texto=""))
        self._views[min(place, len(self._views) - 1)].take_keys()
        self._changed()

    def event(self, event: QEvent) -> bool:
        """Alt and an arrow move the block, so no shortcut of the program may take them from here."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._direction(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if by := self._direction(event):
            self.move_block(by)
        else:
            super().keyPressEvent(event)

    def _direction(self, event: QKeyEvent) -> int:
        if self._here is None or event.modifiers() != Qt.KeyboardModifier.AltModifier:
            return 0
        return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)

    def _align(self, value: Blocks) -> None:
        """Keep the views of what did not change at the beginning and at the end; what is between is shown anew."""
        shown = [view.value() for view in self._views]
        short = min(len(shown), len(value))
        head = next((i for i in range(short) if shown[i] != value[i]), short)
        tail = next((i for i in range(short - head) if shown[-1 - i] != value[-1 - i]), short - head)
        old = self._views[head : len(shown) - tail]
        new = value[head : len(value) - tail]
        for i, bloque in enumerate(new):
            if i < len(old) and old[i].accepts(bloque):
                old[i].set_value(bloque)
            else:
                if i < len(old):
                    self._drop(old[i])
                self._put(head + i, bloque)
        for view in old[len(new) :]:
            self._drop(view)
        for view in self._views:
            view.settle()

    def _put(self, place: int, bloque: Bloque) -> BlockView:
        view = self._view(bloque)
        self._views.insert(place, view)
        self._lines.insertWidget(place, view)
        view.edited.connect(self._note)
        view.committed.connect(self._hand_over)
        view.split.connect(lambda tail: self._split(view, tail))
        view.joined.connect(lambda: self._join(view))
        view.pasted.connect(lambda texts: self._paste(view, texts))
        view.left_up.connect(lambda: self._step(view, -1))
        view.left_down.connect(lambda: self._step(view, 1))
        view.restored.connect(lambda: self._restore(view))
        if isinstance(view, SentenceView):
            view.reworded.connect(lambda typed, at: self._reword(view, typed, at))
        view.tell(self._told)
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

    def _drop(self, view: BlockView) -> None:
        self._views.remove(view)
        self._lines.removeWidget(view)
        if view is self._here:
            self._here = None
        view.blockSignals(True)  # hiding it takes the keys from it, which is not leaving it
        view.hide()
        view.deleteLater()

    def _replace(self, view: BlockView, blocks: Sequence[Bloque]) -> None:
        place = self._views.index(view)
        self._drop(view)
        made = [self._put(place + i, bloque) for i, bloque in enumerate(blocks)]
        made[-1].take_keys(end=True)
        self._changed()

    def _split(self, view: BlockView, tail: str) -> None:
        place = self._views.index(view)
        if isinstance(view, ItemsView) and not con_contenido([view.value()]):  # Enter in an empty list: not wanted
            self._drop(view)
            place -= 1
        self._put(place + 1, Parrafo(texto=tail)).take_keys()
        self._changed()

    def _join(self, view: BlockView) -> None:
        place = self._views.index(view)
        bloque, before = view.value(), self._views[place - 1] if place else None
        if isinstance(view, ItemsView):
            self._replace(view, as_list(view.value(), numbered=bool(view.value().numerada)))
        elif isinstance(view, ParagraphView) and isinstance(before, ParagraphView):
            at = len(before.prose.value())
            before.prose.retype(before.prose.value() + view.prose.value())
            self._drop(view)
            before.prose.place_caret(at)
            self._changed()
        elif before is not None and isinstance(bloque, Parrafo) and not bloque.texto:
            self._drop(view)
            before.take_keys(end=True)
            self._changed()

    def _paste(self, view: BlockView, texts: list[str]) -> None:
        place = self._views.index(view)
        if isinstance(view, ParagraphView | QuoteView):
            view.prose.insertPlainText(texts[0])
        for i, text in enumerate(texts[1:], 1):
            view = self._put(place + i, Parrafo(texto=text))
        view.take_keys(end=True)
        self._changed()

    def _step(self, view: BlockView, by: int) -> None:
        place = self._views.index(view) + by
        if 0 <= place < len(self._views):
            self._views[place].take_keys(end=by < 0)

    def _insert_data(self, dato: Dato) -> None:
        place = self._views.index(self._here) + 1 if self._here is not None else len(self._views)
        self._put(place, Inserto(dato=dato)).take_keys()
        self._changed()

    def _reword(self, view: SentenceView, typed: str, at: int) -> bool:
        bloque, place = view.value(), self._views.index(view)
        text = self._told.sentences.get(bloque.dato, "") if es_frase(bloque.dato) else ""
        if not text or not es_frase(bloque.dato):
            return False
        self._drop(view)
        made = self._put(place, Parrafo(texto=text, dato=bloque.dato))
        assert isinstance(made, ParagraphView)
        made.prose.place_caret(at)
        made.prose.insertPlainText(typed)
        self._changed()
        return True

    def _restore(self, view: BlockView) -> None:
        bloque = view.value()
        if isinstance(bloque, Parrafo) and bloque.dato:
            self._replace(view, (Inserto(dato=bloque.dato),))

    def _bold(self) -> None:
        focus = QApplication.focusWidget()
        prose = self._here.findChildren(Prose) if self._here is not None else []
        target = focus if isinstance(focus, Prose) else next((p for p in prose if p.textCursor().hasSelection()), None)
        if isinstance(target, Prose):
            target.toggle_bold()

    def _changed(self) -> None:
        """A whole change was made: it is one step to undo."""
        self._unsaved = True
        self._arm()
        self.edited.emit()
        self.commit()

    def _note(self) -> None:
        if not self._loading:
            self._unsaved = True
            self.edited.emit()

    def _hand_over(self) -> None:
        self._unsaved = True
        self.commit()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Know which block has the keys; the tools over the text do not take it out of the hand."""
        if new is None or not self.isAncestorOf(new) or self.tools.isAncestorOf(new):
            for view in self._views:
                view.light(False)
            if new is None or not self.isAncestorOf(new):
                return
        else:
            self._here = next((view for view in self._views if view.isAncestorOf(new)), None)
        for view in self._views:
            view.light(view is self._here)
        self._arm()

    def _arm(self) -> None:
        place = self._views.index(self._here) if self._here in self._views else -1
        self.tools.enable(block=place >= 0, up=place > 0, down=0 <= place < len(self._views) - 1)
