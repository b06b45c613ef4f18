"""Narrative, block by block: paragraphs, lists, figures, tables, quotations and the places where data is printed.

It is one more editor for a `Field` or a `Form`: its value is the tuple of blocks. What is typed is handed over when
its block is left; putting in, moving, dividing or taking out a block is handed over at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.domain.bloques import con_contenido, textos
from rcdesk.domain.pegado import intercalados
from rcdesk.domain.registro import Dato, Inserto, Lista, Parrafo
from rcdesk.ui.kit.blocks.clipboard import files_of
from rcdesk.ui.kit.blocks.figure import FigureView, Shelf
from rcdesk.ui.kit.blocks.intake import Intake
from rcdesk.ui.kit.blocks.items import ItemsView
from rcdesk.ui.kit.blocks.making import as_list, empty_block
from rcdesk.ui.kit.blocks.notice import Notice
from rcdesk.ui.kit.blocks.prose import ParagraphView, Prose, QuoteView, toggle_bold_in
from rcdesk.ui.kit.blocks.sentence import SentenceView
from rcdesk.ui.kit.blocks.stack import Blocks, Stack
from rcdesk.ui.kit.blocks.told import Told
from rcdesk.ui.kit.blocks.tools import Tools
from rcdesk.ui.kit.blocks.view import BlockView
from rcdesk.ui.kit.layout import column, into_sight

__all__ = ["BlocksEditor", "Shelf"]


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
        self._here: BlockView | None = None
        self._then: Callable[[], None] | None = None  # where the caret goes once every block is there
        self._unsaved = self._handing = self._loading = False
        self.whole = False
        """Whether what is handed over is a whole change, a step of its own to undo, and not typing."""
        self._saved: Blocks = ()
        self.tools = Tools(datos)
        self.tools.made.connect(self.make)
        self.tools.inserted.connect(lambda dato: self._put_after((Inserto(dato=dato),)))
        self.tools.bold.connect(lambda: toggle_bold_in(self._here))
        self.tools.moved.connect(self.move_block)
        self.tools.removed.connect(self.remove_block)
        self.notice = Notice()
        self.pictures = Intake(self, self.notice, shelf)
        self.pictures.figures.connect(self._put_after)
        self._stack = Stack(self, placeholder, shelf)
        self._views = self._stack.views
        self._stack.made.connect(self._listen)
        self._stack.dropped.connect(self._forget)
        self._stack.dropped.connect(self.notice.leave)
        self._stack.filled.connect(self._go_on)
        self.setLayout(column(self.tools, self.notice.home, self._stack.layout, None, gap=8))
        self.setAcceptDrops(True)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)
        self.set_value(())

    def value(self) -> Blocks:
        """Return the blocks that say something."""
        return self._stack.value()

    def set_value(self, value: Blocks) -> None:
        """Show another narrative, stored: nothing is unsaved, and no picture on its way comes to it."""
        self.notice.say()
        self.pictures.let_go()
        self._show(value)

    def refresh_value(self, value: Blocks) -> None:
        """Show stored blocks, unless the person has unsaved typing here that is not being saved right now.

        Those that did not change keep their caret.
        """
        if self.value() == value:
            self._show(value)
        elif not self.is_unsaved() or self._handing:
            if not self._handing:
                self.notice.lapse()  # a paste that left pictures out may have been undone
            self._show(value)

    def is_unsaved(self) -> bool:
        """Say whether the person wrote something since the last `set_value` or `settle`, and did not take it back."""
        return self._unsaved and self.value() != self._saved

    def settle(self) -> None:
        """Take what is written as saved."""
        self._stack.settle()
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
        self._show(found)
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
        self.tools.tell(told)
        self._stack.tell(told)

    def reword(self) -> bool:
        """Turn the generated sentence in hand into a paragraph to write in; say whether there was one."""
        view = self._here
        return isinstance(view, SentenceView) and self._reword(view, "", -1)

    def restore(self) -> bool:
        """Bring back the sentence that the figures write in place of the reworded one in hand, or that parted."""
        mine = [view for view in self._views if isinstance(view, ParagraphView) and view.value().dato]
        view = self._here if self._here in mine else next((view for view in mine if view.warned), None)
        if isinstance(view, ParagraphView):
            self._restore(view)
        return view is not None

    def take_keys(self) -> None:
        """Put the caret where the text ends, once it is all there."""
        if self._stack.filling:
            self._then = self.take_keys
            self.setFocus()
        elif self._views:
            self._views[-1].take_keys(end=True)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The keys go to the block in hand."""
        (self._here or self._views[0]).take_keys()

    def make(self, kind: str) -> None:
        """Make the block in hand a list, or put after it a block of that kind."""
        self._stack.complete()
        self._keep_typing()
        here = self._here
        bloque = here.value() if here is not None else None
        if here is not None and kind in ("vinetas", "numeracion") and isinstance(bloque, Parrafo | Lista):
            self._replace(here, as_list(bloque, numbered=kind == "numeracion"))
            return
        place = self._views.index(here) + 1 if here is not None else len(self._views)
        if here is not None and isinstance(bloque, Parrafo) and not bloque.texto.strip() and kind != "parrafo":
            place -= 1
            self._stack.drop(here)
        self._stack.put(place, empty_block(kind)).take_keys()
        self._changed()

    def move_block(self, by: int) -> None:
        """Move the block in hand up (-1) or down (1)."""
        here = self._here
        if here is None or not 0 <= (place := self._views.index(here) + by) < len(self._views):
            return
        focus = QApplication.focusWidget()
        self._keep_typing()
        self._stack.move(here, place)
        if focus is not None and here.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._changed()

    def remove_block(self) -> None:
        """Take out the block in hand."""
        here = self._here
        if here is None:
            return
        self._keep_typing()
        place = self._views.index(here)
        self._stack.drop(here)
        if not self._views:
            self._stack.put(0, Parrafo(texto=""))
        self._views[min(place, len(self._views) - 1)].take_keys()
        self._changed()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.pictures.take(files_of(event.mimeData()), self._here)

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

    def _show(self, value: Blocks) -> None:
        self._loading = True
        if value == self.value() and (value or self._views):
            self._stack.settle()  # an empty block that was just put in stays, waiting to be filled
        else:
            self._then = None
            self._stack.show(value or (Parrafo(texto=""),))
        self._loading = self._unsaved = False
        self._saved = value
        self._arm()

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _direction(self, event: QKeyEvent) -> int:
        if self._here is None or event.modifiers() != Qt.KeyboardModifier.AltModifier:
            return 0
        return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)

    def _listen(self, view: BlockView) -> None:
        """A view was made: know what is done in it."""
        view.edited.connect(self._note)
        view.committed.connect(self._hand_over)
        view.reshaped.connect(self._changed)
        view.split.connect(lambda tail: self._split(view, tail))
        view.joined.connect(lambda: self._join(view))
        view.pasted.connect(lambda blocks: self._paste(view, blocks))
        view.noticed.connect(lambda sentences: self.notice.say_under(view, *sentences))
        view.pictured.connect(lambda sources: self.pictures.take(sources, view))
        view.left_up.connect(lambda: self._step(view, -1))
        view.left_down.connect(lambda: self._step(view, 1))
        view.restored.connect(lambda: self._restore(view))
        if isinstance(view, SentenceView):
            view.reworded.connect(lambda typed, at: self._reword(view, typed, at))
        elif isinstance(view, FigureView):
            view.chosen.connect(lambda path: self.pictures.choose(view, path))

    def _forget(self, view: BlockView) -> None:
        if view is self._here:
            self._here = None
        self.pictures.forget(view)

    def _replace(self, view: BlockView, blocks: Blocks) -> None:
        place = self._views.index(view)
        self._stack.drop(view)
        made = [self._stack.put(place + i, bloque) for i, bloque in enumerate(blocks)]
        made[-1].take_keys(end=True)
        self._changed()

    def _split(self, view: BlockView, tail: str) -> None:
        place = self._views.index(view)
        if isinstance(view, ItemsView) and not con_contenido([view.value()]):  # Enter in an empty list: not wanted
            self._stack.drop(view)
            place -= 1
        self._stack.put(place + 1, Parrafo(texto=tail)).take_keys()
        self._changed()

    def _join(self, view: BlockView) -> None:
        place = self._views.index(view)
        bloque, before = view.value(), self._views[place - 1] if place else None
        if isinstance(view, ItemsView):
            self._replace(view, as_list(view.value(), numbered=bool(view.value().numerada)))
        elif isinstance(view, ParagraphView) and isinstance(before, ParagraphView):
            at = len(before.prose.value())
            before.prose.retype(before.prose.value() + view.prose.value())
            self._stack.drop(view)
            before.prose.place_caret(at)
            self._changed()
        elif before is not None and isinstance(bloque, Parrafo) and not bloque.texto:
            self._stack.drop(view)
            before.take_keys(end=True)
            self._changed()

    def _paste(self, view: BlockView, blocks: Blocks) -> None:
        """Put blocks where the caret is: what stood after it goes after them. It is one step to undo."""
        if isinstance(view, QuoteView):  # somebody's words are one text
            view.prose.insert_words("\n".join(text for block in blocks for text in textos(block)))
            return
        self._keep_typing()
        if not isinstance(view, ParagraphView) or view not in self._views:
            return
        place = self._views.index(view)
        before, after = view.prose.around_caret()
        made, at = intercalados(view.value(), before, blocks, after)
        self._stack.drop(view)
        views = self._stack.insert(place, made)
        last = views[-1]
        self.notice.follow(last)
        if self._stack.filling:
            self._then = lambda: self._views[place + len(made) - 1].take_caret(at)
        last.take_caret(at if len(views) == len(made) else -1)
        self._changed()

    def _step(self, view: BlockView, by: int) -> None:
        place = self._views.index(view) + by
        if 0 <= place < len(self._views):
            self._views[place].take_keys(end=by < 0)

    def _put_after(self, blocks: Blocks) -> None:
        """Put blocks after the one in hand."""
        self._stack.complete()
        self._keep_typing()
        place = self._views.index(self._here) + 1 if self._here is not None else len(self._views)
        self._stack.insert(place, blocks)[0].take_keys()
        self._changed()

    def _reword(self, view: SentenceView, typed: str, at: int) -> bool:
        text, place = view.text, self._views.index(view)
        if not text:
            return False
        self._stack.drop(view)
        made = self._stack.put(place, Parrafo(texto=text, dato=view.frase))
        assert isinstance(made, ParagraphView)
        made.prose.place_caret(at)
        made.prose.insertPlainText(typed)
        self._changed()
        return True

    def _restore(self, view: BlockView) -> None:
        bloque = view.value()
        if isinstance(bloque, Parrafo) and bloque.dato:
            self._replace(view, (Inserto(dato=bloque.dato),))

    def _changed(self) -> None:
        """A whole change was made: it is one step to undo."""
        self._unsaved = self.whole = True
        self._arm()
        self.edited.emit()
        self.commit()
        self.whole = False

    def _keep_typing(self) -> None:
        """What was typed before a whole change is another step to undo."""
        if self.is_unsaved():
            self._hand_over()

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
            if self._here is not None:  # the person is already elsewhere
                self._then = None
            self._here = next((view for view in self._views if view.isAncestorOf(new)), None)
            if not isinstance(new, Prose):  # a text shows its caret
                QTimer.singleShot(0, new, partial(into_sight, new))
        for view in self._views:
            view.light(view is self._here)
        self._arm()

    def _arm(self) -> None:
        place = self._views.index(self._here) if self._here in self._views else -1
        self.tools.enable(block=place >= 0, up=place > 0, down=0 <= place < len(self._views) - 1)
