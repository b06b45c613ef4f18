"""The window as it is first seen, an empty sheet of its colour, and its parts, made as soon as it was: imports are
the cost of starting, and the first paint needs nothing but Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.app.preferences import Keeper
from rcdesk.ui.kit.tokens import THEMES

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from rcdesk.ui.header import Header
    from rcdesk.ui.kit.banner import Banner
    from rcdesk.ui.kit.rail import Rail
    from rcdesk.ui.stage import Stage
    from rcdesk.ui.status import StatusLine

_SIZE = (1280, 720)


class Frame(QWidget):
    """The rail, the header, the banner, the stage and the line of status, without what moves them."""

    painted = Signal()  # once: there is a window to see
    furnished = Signal()  # once: there are its parts
    screen_made = Signal()  # a place was seen for the first time

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.setObjectName("ventana")
        self.setWindowTitle("rcdesk")
        self.setAccessibleName("rcdesk")
        self._keeper, self._paints = keeper, 0
        self._rail: Rail
        self._header: Header
        self._banner: Banner
        self._stage: Stage
        self._status: StatusLine
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, THEMES[keeper.now.tema].canvas)
        self.setPalette(palette)
        self.resize(*_SIZE)
        self.placed = self.restoreGeometry(QByteArray.fromBase64(keeper.now.ventana.encode()))
        """Whether it stands where the person left it."""
        self.furnished.connect(self._hear_readers, Qt.ConnectionType.QueuedConnection)

    @property
    def is_furnished(self) -> bool:
        """Whether its parts are there."""
        return self.layout() is not None

    def furnish(self) -> None:
        """Dress the program as this person likes it and make the parts, once."""
        if self.is_furnished:
            return
        from rcdesk.ui.header import Header
        from rcdesk.ui.kit import theme
        from rcdesk.ui.kit.banner import Banner
        from rcdesk.ui.kit.layout import column, row
        from rcdesk.ui.kit.named import named
        from rcdesk.ui.kit.rail import Place, Rail
        from rcdesk.ui.places import RAIL
        from rcdesk.ui.stage import Stage
        from rcdesk.ui.status import StatusLine

        theme.apply(cast(QApplication, QCoreApplication.instance()), self._keeper.now.tema, self._keeper.now.texto)
        theme.dress(self)
        self.setPalette(QPalette())  # the one of the program, from now on
        self._rail = named("lugares", Rail([Place(p.id, p.word, p.icon, p.bottom) for p in RAIL]), label="Lugares")
        self._header, self._banner = Header(), named("aviso", Banner(), label="Aviso")
        self._stage, self._status = Stage(), StatusLine()
        self._header.stamps.hide()
        self._stage.ambient.connect(self._status.show_counts)
        self._stage.made.connect(lambda _place, _screen: self.screen_made.emit())
        self._stage.said.connect(self._status.say)
        self._stage.hints.connect(self._status.show_keys)
        notice = row((self._banner, 1), margins=(8, 0, 8, 0))
        work = column(self._header, notice, (self._stage, 1), self._status, gap=0)
        self.connect_parts()
        self.setLayout(row(self._rail, (work, 1), gap=0))

    def _hear_readers(self) -> None:
        """Listen to USB readers: they need a part of the domain, which no paint does."""
        from rcdesk.ui.readings import Readings

        Readings(self, self._stage, self._status)

    def connect_parts(self) -> None:
        """Say what happens when something in the frame is chosen."""
        raise NotImplementedError

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes on in the order of what is seen."""
        from rcdesk.ui.kit.takers import focus_next

        return focus_next(self) if forward else super().focusNextPrevChild(False)

    def keep_geometry(self) -> None:
        """Remember where it stands."""
        self._keeper.keep(ventana=self.saveGeometry().toBase64().toStdString())

    def recall(self, name: str) -> str:
        """Return what was chosen last under that name, in any screen; empty when nothing was."""
        return self._keeper.recall(name)

    def remember(self, name: str, choice: str) -> None:
        """Keep it for the next time."""
        self._keeper.remember(name, choice)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._paints == 0:
            QTimer.singleShot(0, self.painted.emit)
        elif self._paints == 1 and self.is_furnished:
            QTimer.singleShot(0, self.furnished.emit)
        self._paints += 1 if self._paints == 0 or self.is_furnished else 0
