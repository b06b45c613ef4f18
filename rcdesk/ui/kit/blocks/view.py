"""What every block on screen offers, whatever its kind."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLayout, QWidget

from rcdesk.domain.registro import Bloque, Parrafo
from rcdesk.ui.kit.blocks.told import NOTHING, Told
from rcdesk.ui.kit.blocks.warning import FigureWarning
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.paint import Dressed, crisp
from rcdesk.ui.kit.theme import look


class BlockView(Dressed, QWidget):
    """One block. A bar at its left says that the keys are in it."""

    edited = Signal()  # by the person, at every change
    committed = Signal()  # something unsaved was left
    reshaped = Signal()  # a whole change was made: it is a step of its own to undo
    split = Signal(str)  # Enter: what stood after the caret begins a paragraph of its own
    joined = Signal()  # Backspace at the beginning: it goes with the block before
    pasted = Signal(object)  # blocks to be put where the caret is: tuple[Bloque, ...]
    noticed = Signal(object)  # sentences about what was pasted: tuple[str, ...]
    pictured = Signal(object)  # pictures to be put after it: tuple[Path | bytes, ...]
    left_up = Signal()  # the caret leaves by the top
    left_down = Signal()
    restored = Signal()  # the text that the figures write is wanted back

    def __init__(self) -> None:
        super().__init__()
        self._here = False
        self._told = NOTHING
        self._warning: FigureWarning | None = None  # made when there is something to warn of
        self.edited.connect(self._judge)

    def value(self) -> Bloque:
        """Return the block as it is written now."""
        raise NotImplementedError

    def set_value(self, bloque: Bloque) -> None:
        """Show a stored block of this kind: nothing is unsaved."""
        raise NotImplementedError

    def settle(self) -> None:
        """Take what is written as saved."""
        raise NotImplementedError

    def take_keys(self, *, end: bool = False) -> None:
        """Put the caret at the beginning of the block, or at its end."""
        raise NotImplementedError

    def take_caret(self, at: int) -> None:
        """Put the caret after so many letters of its text, or at its end where it has no text of its own."""
        self.take_keys(end=True)

    def accepts(self, bloque: Bloque) -> bool:
        """Say whether it can show this block."""
        return type(bloque) is type(self.value())

    def tell(self, told: Told) -> None:
        """Know the figures as they are now."""
        self._told = told
        self._judge()

    def light(self, here: bool) -> None:
        """Show whether the keys are in this block."""
        if here != self._here:
            self._here = here
            self.update()

    def dress(self) -> None:
        self.update()

    def place(self, layout: QLayout) -> None:
        """Lay the content beside the bar."""
        self.content = column(layout, gap=2)
        self.setLayout(row((self.content, 1), margins=(14, 4, 4, 4), gap=0))

    @property
    def warned(self) -> bool:
        """Whether something is said against it."""
        return self._warning is not None and not self._warning.isHidden()

    def _judge(self) -> None:
        """Say under the block what it tells against the figures."""
        bloque = self.value()
        against = self._told.against(bloque)
        if self._warning is None:
            if not against:
                return
            self._warning = FigureWarning()
            self._warning.back.connect(self.restored)
            self.content.addWidget(self._warning)
        self._warning.say(against, generated=isinstance(bloque, Parrafo) and bloque.dato is not None)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._here:
            painter = crisp(self)
            painter.fillRect(QRectF(0, 4, 3, self.height() - 8), look().color("accent"))
            painter.end()
