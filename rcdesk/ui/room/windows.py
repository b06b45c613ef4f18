"""The windows of the room. They show a sheet and nothing else: no key, click or focus of theirs does anything."""

from __future__ import annotations

import time
from typing import ClassVar

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QPaintEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.paint import crisp
from rcdesk.ui.room.clocks import Clocks
from rcdesk.ui.room.pen import Pen
from rcdesk.ui.room.projector import draw_projector
from rcdesk.ui.room.sheet import draw_sheet
from rcdesk.ui.room.stage_view import draw_stage
from rcdesk.work.pantalla import PantallaView

_AT_ONCE = 2.0  # seconds
_WINDOWED = QSize(960, 540)


class RoomWindow(QWidget):
    """Full on a screen, or a window on the operator's. Esc brings it back to a window."""

    closed = Signal()
    at_left: ClassVar[bool] = False
    """Which corner is its own: neither window covers the other."""
    took_keys = Signal()  # for being shown, as some desktops do, and not because somebody clicked on it

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWindowTitle(f"{title} · rcdesk")
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)  # the keys stay with whoever types
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(320, 180)
        self.view = PantallaView()
        self._shown_at = 0.0

    def fill_screen(self, screen: QScreen) -> None:
        """Cover a screen."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.showFullScreen()

    def stand_on(self, screen: QScreen, *, minimized: bool = False) -> None:
        """Be a window of a screen, in its corner, or only a button of its task bar."""
        room = screen.availableGeometry()
        size = _WINDOWED.boundedTo(room.size())
        self.unsetCursor()
        self.setScreen(screen)
        self.setWindowState(Qt.WindowState.WindowNoState)
        left = room.left() if self.at_left else room.right() - size.width()
        self.setGeometry(QRect(QPoint(left, room.bottom() - size.height()), size))
        if minimized:
            self.showMinimized()
        else:
            self.show()

    def show_view(self, view: PantallaView) -> None:
        """Show what is in force now."""
        if view != self.view:
            self.view = view
            self.update()

    def draw(self, pen: Pen) -> None:
        """Draw the sheet."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = crisp(self)
        said = draw_sheet(painter, self.size(), self.draw)
        painter.end()
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)

    def showEvent(self, event: QShowEvent) -> None:
        self._shown_at = time.monotonic()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        activated = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if activated and time.monotonic() - self._shown_at < _AT_ONCE:
            self.took_keys.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.stand_on(self.screen())
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closed.emit()


class ProjectorWindow(RoomWindow):
    """What the room sees."""

    def __init__(self) -> None:
        super().__init__("ventana_proyector", "Proyector")
        self._logo: QImage | None = None

    def show_logo(self, logo: QImage | None) -> None:
        """Have the logo of the entity at hand."""
        if logo is not self._logo:
            self._logo = logo
            self.update()

    def draw(self, pen: Pen) -> None:
        draw_projector(pen, self.view, self._logo)


class StageWindow(RoomWindow):
    """What those on stage see."""

    at_left = True

    def __init__(self) -> None:
        super().__init__("ventana_tarima", "Vista de tarima")
        self._clocks = Clocks()

    def show_clocks(self, clocks: Clocks) -> None:
        """Tell the time."""
        if clocks != self._clocks:
            self._clocks = clocks
            self.update()

    def draw(self, pen: Pen) -> None:
        draw_stage(pen, self.view, self._clocks)
