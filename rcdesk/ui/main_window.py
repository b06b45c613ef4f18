"""The window: one place at a time, of one base. It knows screens by name only."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent

from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.ui.frame import Frame
from rcdesk.ui.places import OF_ALL, PLACES, TAB_IDS

if TYPE_CHECKING:
    from rcdesk.app.desk import Changed
    from rcdesk.ui.asking import Asking
    from rcdesk.ui.bases import Bases
    from rcdesk.ui.dressing import Dressing
    from rcdesk.ui.finder import Finder
    from rcdesk.ui.keyboard import Keyboard
    from rcdesk.ui.open_hearing import OpenHearing
    from rcdesk.ui.room.room import Room
    from rcdesk.ui.tasks import Tasks
    from rcdesk.ui.undoing import Undoing

_HEADED = frozenset({"audiencias", "lugares", "entidades"})  # what the header and the rail tell


class MainWindow(Frame):
    """Everything stands in it. Without a base it is empty, and its banner says what to do.

    What is not seen (the base, the keys, the search) is made when it is first asked for, after the first paint.
    """

    _closed = False

    def connect_parts(self) -> None:
        self._rail.chosen.connect(self.go)
        self._header.tab_chosen.connect(self.go)
        self._header.find_wanted.connect(lambda: self.finder.find())
        self._stage.wants.connect(self.go)
        self._stage.unsaved.connect(self._header.stamps.show_unsaved)
        self._stage.made.connect(lambda place, screen: self._keyboard.attach(place, screen))

    @cached_property
    def tasks(self) -> Tasks:
        """Long work, off this thread."""
        from rcdesk.ui.tasks import Tasks

        return Tasks(self)

    @cached_property
    def bases(self) -> Bases:
        """The base that is open."""
        from rcdesk.ui.bases import Bases

        made = Bases(self._keeper, self.tasks, self._header.stamps)
        made.changed.connect(self._heard)
        made.said.connect(self._status.say)
        return made

    @cached_property
    def hearing(self) -> OpenHearing:
        """The hearing that is open."""
        from rcdesk.ui.open_hearing import OpenHearing

        made = OpenHearing(self._header, self._banner)
        made.said.connect(self._status.say)
        return made

    @cached_property
    def room(self) -> Room:
        """The windows that the room sees."""
        from rcdesk.ui.room.room import attached

        return attached(self, self._keeper, self.bases, self._status)

    @cached_property
    def undoing(self) -> Undoing:
        """Ctrl+Z and Ctrl+Y."""
        from rcdesk.ui.undoing import Undoing

        return Undoing(self._status, self._hearing_in_sight)

    @cached_property
    def dressing(self) -> Dressing:
        """Theme and text size."""
        from rcdesk.ui.dressing import Dressing

        return Dressing(self._keeper, self._make_again)

    @cached_property
    def finder(self) -> Finder:
        """Ctrl+K and F1."""
        from rcdesk.ui.finder import Finder

        return Finder(self, self.go, self.asking.run, self.asking.offered)

    @cached_property
    def asking(self) -> Asking:
        """Doing what commands say."""
        from rcdesk.ui.asking import Asking

        return Asking(self, self._stage, self.hearing, self.go)

    @cached_property
    def _keyboard(self) -> Keyboard:
        from rcdesk.ui.keyboard import Keyboard

        return Keyboard(self, self.asking.run)

    def start(self, folder: Path | None = None) -> None:
        """Open the base in `folder`; without it the last one, or the person's own, made without asking."""
        self.furnish()
        from rcdesk.ui.bases import own

        last = folder or self.bases.last()
        if folder is None and last != own() and not last.is_dir():
            self.open_own()
            words = "Se abrió la suya. Si está en una memoria, conéctela."
            self._banner.tell("warn", f"No se encontró la base «{last}»", words)
        else:
            self._open(lambda: self.bases.open(last, make=last == own()), self._keeper.now.lugar)

    def go(self, place: str, key: str = "") -> None:
        """Show a place. For a tab, `key` is «hearing/record», both optional: without hearing, the open one.

        «orden» is not a place: it does the command whose id is `key`.
        """
        from rcdesk.ui.commands import COMMANDS, ORDER

        if place == ORDER:
            self.asking.run(next(command for command in COMMANDS if command.id == key))
            return
        if self.bases.desk is None or place not in PLACES:
            self._show_where()
            return
        record = key
        if place in TAB_IDS:
            hearing, _, record = key.partition("/")
            if not self.hearing.open(hearing or self.hearing.id):
                self._status.say("Esa audiencia ya no está en la base.", "circle-help")
                place, record = "audiencias", ""
        self.undoing.forget()
        self._stage.show_place(place, hearing=self.hearing.id, key=record)
        self._keeper.keep(lugar=place, audiencia=self.hearing.id)
        self._show_where()

    def open_example(self) -> None:
        """The example, beside the person's base."""
        self.furnish()
        self._open(self.bases.open_example)

    def open_own(self) -> None:
        """The person's own base."""
        self._open(self.bases.open_own)

    def choose_base(self) -> None:
        """Ask which folder, and open it."""
        from rcdesk.ui.bases import ask_folder

        chosen = ask_folder(self)
        if chosen is not None:
            self._open(lambda: self.bases.open(chosen))

    def _open(self, opener: Callable[[], str], place: str = "inicio") -> None:
        """Open another base. When it cannot be, whatever was open stays, and the banner says why and what to do."""
        before = self.bases.desk
        self._stage.leave()
        self._banner.clear()
        try:
            told = opener()
        except (StoreError, RuleError) as error:
            from rcdesk.ui.kit.buttons import Button

            other, mine = Button("Abrir otra base…", small=True), Button("Abrir mi base", small=True)
            other.clicked.connect(self.choose_base)
            mine.clicked.connect(self.open_own)
            self._banner.tell("danger", "No se abrió la base", str(error), other, mine, icon="database")
            self._show_where()
            return
        desk = self.bases.desk
        if desk is None or desk is before:
            return
        if told:
            self._banner.tell("danger", "No se hizo la última copia de la base anterior", told)
        self._status.clear()
        self._stage.set_desk(desk)
        self.hearing.set_desk(desk)
        self.undoing.set_desk(desk)
        self.finder.desk = desk
        self.setWindowTitle(f"{desk.folder.stem} · rcdesk")
        again = place if place in PLACES else "inicio"
        lost = again in TAB_IDS and not self.hearing.open(self._keeper.now.audiencia)
        self.go("inicio" if lost else again)

    def _show_where(self) -> None:
        from rcdesk.ui.finder import active_places

        place = self._stage.place
        self._keyboard.works_in(active_places(place))
        self._header.stamps.setVisible(self.bases.desk is not None)
        self.finder.here, self.finder.hearing = place, bool(self.hearing.id)
        self._rail.choose("audiencias" if place in TAB_IDS else place)
        self._rail.set_live("audiencias" if self.bases.hearing_runs else "")
        if place in TAB_IDS:
            self._header.tabs.choose(place)
            self.hearing.show()
        elif place == "inicio":
            self._header.show_today(self.bases.entity)
        else:
            self._header.show_place(PLACES[place].word if place else "rcdesk", self.bases.entity)

    def _heard(self, changed: Changed) -> None:
        self.hearing.heard(changed)
        self._stage.heard(changed)
        if self._stage.place in TAB_IDS and not self.hearing.id:
            self.go("audiencias")
        elif changed.tables & _HEADED:
            self._show_where()

    def _make_again(self) -> None:
        """Screens fold when they are made: make the one in sight again."""
        place = self._stage.place
        self._stage.strike()
        if place:
            self.go(place)

    def _hearing_in_sight(self) -> str | None:
        place = self._stage.place
        return None if place in OF_ALL else self.hearing.id if place in TAB_IDS else ""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed, make the last copy, let go of the base."""
        if not self._closed:
            self._closed = True
            self.furnish()
            self._stage.leave()
            self.keep_geometry()
            self.hide()
            self._stage.strike()
            self.tasks.close()
            told = self.bases.close()
            if told:
                from rcdesk.ui.kit.dialog import plain_message

                plain_message(None, "No se hizo la última copia de seguridad", told, tone="danger")
        super().closeEvent(event)
