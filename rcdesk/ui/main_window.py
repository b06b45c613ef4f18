"""The window: the rail, the header, one place at a time, the line of status. It knows screens by name only."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from rcdesk.app.preferences import Keeper
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.i18n import fecha_con_dia
from rcdesk.ui.bases import Bases, own
from rcdesk.ui.commands import COMMANDS, HEARING, ORDER, WINDOW, Command
from rcdesk.ui.dressing import Dressing
from rcdesk.ui.finder import Finder, active_places
from rcdesk.ui.header import Header
from rcdesk.ui.keyboard import Keyboard
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.banner import Banner
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.dialog import plain_message
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.rail import Place as RailPlace
from rcdesk.ui.kit.rail import Rail
from rcdesk.ui.open_hearing import OpenHearing
from rcdesk.ui.places import PLACES, RAIL, TAB_IDS
from rcdesk.ui.stage import Stage
from rcdesk.ui.status import StatusLine
from rcdesk.ui.tasks import Tasks
from rcdesk.ui.undoing import Undoing

if TYPE_CHECKING:
    from rcdesk.app.desk import Changed

_SIZE = (1280, 720)


class MainWindow(QWidget):
    """Everything stands in it. Without a base it is empty, and its banner says what to do."""

    painted = Signal()  # once: the person sees the window

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.setObjectName("ventana")
        self.setWindowTitle("rcdesk")
        self.setAccessibleName("rcdesk")
        self._keeper, self._seen, self._closed = keeper, False, False
        self._rail = named("lugares", Rail([RailPlace(p.id, p.word, p.icon, p.bottom) for p in RAIL]), label="Lugares")
        self._header, self._banner = Header(), named("aviso", Banner(), label="Aviso")
        self._stage, self._status = Stage(), StatusLine()
        self.tasks = Tasks(self)
        self.bases = Bases(keeper, self.tasks, self._header.stamps)
        self.hearing = OpenHearing(self._header, self._banner)
        self.undoing = Undoing(self._status, self._hearing_in_sight)
        self.dressing = Dressing(keeper, self._make_again)
        self.finder = Finder(self, self.go, self.run, self._offered)
        self._keyboard = Keyboard(self, self.run)
        self._build()
        self._show_where()
        self.resize(*_SIZE)
        self.placed = self.restoreGeometry(QByteArray.fromBase64(keeper.now.ventana.encode()))
        """Whether it stands where the person left it."""

    def _build(self) -> None:
        notice = row((self._banner, 1), margins=(8, 0, 8, 0))
        work = column(self._header, notice, (self._stage, 1), self._status, gap=0)
        self.setLayout(row(self._rail, (work, 1), gap=0))
        self._rail.chosen.connect(self.go)
        self._header.tab_chosen.connect(self.go)
        self._header.find_wanted.connect(self.finder.find)
        self._stage.wants.connect(self.go)
        self._stage.ambient.connect(self._status.show_counts)
        self._stage.made.connect(self._keyboard.attach)
        self.hearing.said.connect(self._status.say)
        self.bases.changed.connect(self._heard)

    # Places

    def start(self, folder: Path | None = None) -> None:
        """Open the base in `folder`; without it the last one, or the person's own, made without asking."""
        last = folder or self.bases.last()
        if folder is None and last != own() and not last.is_dir():
            self.open_own()
            self._banner.tell(
                "warn", f"No se encontró la base «{last}»", "Se abrió la suya. Si está en una memoria, conéctela."
            )
        else:
            self._open(lambda: self.bases.open(last, make=last == own()), self._keeper.now.lugar)

    def go(self, place: str, key: str = "") -> None:
        """Show a place. For a tab, `key` is «hearing/record», both optional: without hearing, the open one.

        «orden» is not a place: it does the command whose id is `key`.
        """
        if place == ORDER:
            self.run(next(command for command in COMMANDS if command.id == key))
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

    def run(self, command: Command) -> None:
        """Do what a command says, going first to its place if it is another."""
        if command.place not in (WINDOW, HEARING, self._stage.place):
            self.go(command.place)
        target = self._target(command)
        if target is not None:
            attrgetter(command.method)(target)()

    # Bases

    def open_example(self) -> None:
        """The example, beside the person's base."""
        self._open(self.bases.open_example)

    def open_own(self) -> None:
        """The person's own base."""
        self._open(lambda: self.bases.open(own(), make=True))

    def choose_base(self) -> None:
        """Ask which folder, and open it."""
        title = "Elija la carpeta de la base (termina en .rcdesk)"
        chosen = QFileDialog.getExistingDirectory(self, title, str(own().parent))
        if chosen:
            self._open(lambda: self.bases.open(Path(chosen)))

    def _open(self, opener: Callable[[], str], place: str = "inicio") -> None:
        """Open another base. When it cannot be, whatever was open stays, and the banner says why and what to do."""
        before = self.bases.desk
        self._stage.leave()
        self._banner.clear()
        try:
            told = opener()
        except (StoreError, RuleError) as error:
            other, mine = Button("Abrir otra base…", small=True), Button("Abrir mi base", small=True)
            other.clicked.connect(self.choose_base)
            mine.clicked.connect(self.open_own)
            self._banner.tell("danger", "No se abrió la base", str(error), other, mine, icon="database")
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

    # What is shown

    def _show_where(self) -> None:
        place = self._stage.place
        self._keyboard.works_in(active_places(place))
        self.finder.here, self.finder.hearing = place, bool(self.hearing.id)
        self._rail.choose("audiencias" if place in TAB_IDS else place)
        self._rail.set_live("audiencias" if self.bases.hearing_runs else "")
        if place in TAB_IDS:
            self._header.tabs.choose(place)
            self.hearing.show()
        elif place == "inicio":
            date = fecha_con_dia(moment.today())
            self._header.show_place(date[:1].upper() + date[1:], self.bases.entity)
        else:
            self._header.show_place(PLACES[place].word if place else "rcdesk", self.bases.entity)

    def _heard(self, changed: Changed) -> None:
        self.hearing.heard(changed)
        self._stage.heard(changed)
        if self._stage.place in TAB_IDS and not self.hearing.id:
            self.go("audiencias")
        else:
            self._show_where()

    def _make_again(self) -> None:
        """Screens fold when they are made: make the one in sight again."""
        place = self._stage.place
        self._stage.strike()
        if place:
            self.go(place)

    def _hearing_in_sight(self) -> str | None:
        place = self._stage.place
        return None if place == "audiencias" else self.hearing.id if place in TAB_IDS else ""

    def _target(self, command: Command) -> object:
        if command.place == WINDOW:
            return self
        return self.hearing if command.place == HEARING else self._stage.screen_in_sight

    def _offered(self, command: Command) -> bool:
        """Whether a command can be asked for now, here or by going to its place."""
        if command.place == WINDOW:
            return True
        if command.place == HEARING:
            return self._stage.place in TAB_IDS and self.hearing.offers(command.method)
        if command.place != self._stage.place:
            return command.place in PLACES and (command.place not in TAB_IDS or bool(self.hearing.id))
        screen = self._stage.screen_in_sight
        return screen is not None and screen.offers(command.method)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed, make the last copy, let go of the base."""
        if not self._closed:
            self._closed = True
            self._stage.leave()
            self._keeper.keep(ventana=self.saveGeometry().toBase64().toStdString())
            self.hide()
            self._stage.strike()
            self.tasks.close()
            told = self.bases.close()
            if told:
                plain_message(None, "No se hizo la última copia de seguridad", told, tone="danger")
        super().closeEvent(event)
