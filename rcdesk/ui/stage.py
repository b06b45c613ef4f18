"""Where the screens stand: one in sight, each made on its first show and kept, with its caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from rcdesk.ui.places import PLACES

if TYPE_CHECKING:
    from rcdesk.app.desk import Changed, Desk
    from rcdesk.documents.planilla import Planilla
    from rcdesk.ui.kit.screen import Screen


class Stage(QStackedWidget):
    """Asks for nothing by itself: the window tells it which place, and of which hearing."""

    wants = Signal(str, str)  # a screen asks to go elsewhere: place and key
    unsaved = Signal()  # something could not be saved
    said = Signal(str)  # what was done, for the line of status
    hints = Signal(str)  # the keys that matter now in the place in sight
    ambient = Signal(object)  # the line of status of the place in sight
    made = Signal(str, QWidget)  # a screen was made for a place, or grew

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("escenario")
        self.place = self.hearing = ""
        self._desk: Desk | None = None
        self._screens: dict[str, Screen] = {}
        self._carets: dict[str, QWidget] = {}
        self._counts: dict[str, object] = {}
        self._hints: dict[str, str] = {}
        self._empty = QWidget()
        self.addWidget(self._empty)

    @property
    def screen_in_sight(self) -> Screen | None:
        """The screen shown now."""
        return self._screens.get(self.place)

    def set_desk(self, desk: Desk | None) -> list[Screen]:
        """Work on another base: what was on stage goes away, and is returned while it still exists."""
        gone = self.strike()
        self._desk = desk
        return gone

    def strike(self) -> list[Screen]:
        """Take every screen away; they are made again when they are shown."""
        self.setCurrentWidget(self._empty)
        gone = list(self._screens.values())
        for screen in gone:
            self.removeWidget(screen)
            screen.setParent(None)
            screen.deleteLater()
        self._screens.clear()
        self._carets.clear()
        self._counts.clear()
        self._hints.clear()
        self.place = ""
        return gone

    def show_place(self, place: str, *, hearing: str = "", key: str = "") -> None:
        """Bring a place into sight, with its caret where it was; `key` is what to look for in it."""
        self.leave()
        screen = self._screens.get(place) or self._make(place)
        self.place, self.hearing = place, hearing
        from rcdesk.ui.kit.hearing import HearingScreen  # half of the kit, that no first paint needs

        if isinstance(screen, HearingScreen):
            screen.open(hearing)
        self.setCurrentWidget(screen)
        self.ambient.emit(self._counts.get(place, ()))
        self.hints.emit(self._hints.get(place, ""))
        caret = self._carets.get(place)
        (caret if caret is not None and isValid(caret) else screen).setFocus(Qt.FocusReason.OtherFocusReason)
        if key:
            screen.seek(key)

    def leave(self) -> None:
        """Take the keys from the screen in sight, so that what was being typed is saved; remember where they were."""
        screen = self.screen_in_sight
        here = screen.focusWidget() if screen is not None else None
        if here is not None:
            self._carets[self.place] = here
            here.clearFocus()

    def heard(self, changed: Changed) -> None:
        """Let every screen know what an action changed."""
        for screen in tuple(self._screens.values()):
            screen.heard(changed)

    def _make(self, place: str) -> Screen:
        assert self._desk is not None  # the window shows no place without a base
        screen = PLACES[place].load()(self._desk)
        screen.setObjectName(f"pantalla_{place}")
        screen.wants.connect(self.wants)
        screen.unsaved.connect(self.unsaved)
        screen.grew.connect(lambda: self.made.emit(place, screen))
        screen.said.connect(self.said)
        screen.ambient.connect(lambda parts, place=place: self._count(place, parts))
        screen.gives.connect(lambda sheet: self._give(screen, sheet))
        screen.hints.connect(lambda keys, place=place: self._hint(place, keys))
        self._screens[place] = screen
        self.addWidget(screen)
        self.made.emit(place, screen)
        return screen

    def _give(self, screen: Screen, sheet: Planilla) -> None:
        from rcdesk.ui.giving import save_sheet

        save_sheet(screen, sheet)

    def _count(self, place: str, parts: object) -> None:
        self._counts[place] = parts
        if place == self.place:
            self.ambient.emit(parts)

    def _hint(self, place: str, keys: str) -> None:
        self._hints[place] = keys
        if place == self.place:
            self.hints.emit(keys)
