"""Which windows of the room are open, on which screens, and what they show, wherever the operator is working."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QScreen
from PySide6.QtWidgets import QWidget

from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.ui.kit import moment
from rcdesk.ui.room import places
from rcdesk.ui.room.clocks import read_clocks
from rcdesk.ui.room.logo import read_logo
from rcdesk.ui.room.places import KINDS, WINDOW, WORDS, Kind
from rcdesk.ui.room.windows import ProjectorWindow, RoomWindow, StageWindow
from rcdesk.work.marcha import MarchaView, ver_marcha
from rcdesk.work.pantalla import PantallaView, ver_pantalla

if TYPE_CHECKING:
    from rcdesk.app.desk import Changed, Desk
    from rcdesk.app.preferences import Keeper
    from rcdesk.ui.bases import Bases
    from rcdesk.ui.status import StatusLine

READS: Final = frozenset({"proyecciones", "preguntas", "asistentes", "turnos", "puntos", "audiencias", "entidades"})


class Room(QObject):
    """Lives with the operator's window and closes with it. `remember` keeps the screens chosen, by kind of window."""

    changed = Signal()  # a window was opened, closed or moved
    said = Signal(str, str, str)  # for the line of status: words, icon, tone

    def __init__(
        self,
        window: QWidget,
        chosen: Mapping[str, str] | None = None,
        remember: Callable[..., object] = lambda **_: None,
    ) -> None:
        super().__init__(window)
        self._window, self._remember = window, remember
        self._chosen: dict[str, str] = {kind: key for kind, key in (chosen or {}).items() if key}
        self._desk: Desk | None = None
        self._audiencia_id = ""
        self._windows: dict[Kind, RoomWindow] = {}
        self._lost: dict[Kind, str] = {}
        self._marcha: MarchaView | None = None
        self._logo: tuple[str, QImage | None] = ("", None)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self._unplugged)
        app.screenAdded.connect(self._plugged)

    def show_hearing(self, desk: Desk, audiencia_id: str) -> None:
        """Show this hearing in the windows that are open."""
        if (desk, audiencia_id) != (self._desk, self._audiencia_id):
            self._desk, self._audiencia_id = desk, audiencia_id
            self.refresh()

    def is_open(self, kind: Kind) -> bool:
        """Say whether that window is open."""
        return kind in self._windows

    def screens(self) -> list[tuple[str, str]]:
        """Return where a window can go: what identifies it, and its words."""
        own = self._window.screen()
        known = [(places.identity(screen), places.words(screen, own)) for screen in QGuiApplication.screens()]
        return [*known, (WINDOW, "En una ventana")]

    def place(self, kind: Kind) -> str:
        """Return where a window goes: what was chosen, if it is plugged in."""
        key = self._chosen.get(kind, "")
        if key == WINDOW or places.find(key) is not None:
            return key
        others = [self.place(other) for other in KINDS[: KINDS.index(kind)]]
        return places.default(self._window.screen(), others)

    def choose(self, kind: Kind, key: str) -> None:
        """Let a window go on a screen from now on."""
        self._chosen[kind] = key
        self._remember(**{kind: key})
        self._lost.pop(kind, None)
        if kind in self._windows:
            self._stand(kind)
        self.changed.emit()

    def open(self, kind: Kind) -> None:
        """Show a window on its screen; the keys stay where they are."""
        if kind not in self._windows:
            made = ProjectorWindow() if kind == "proyector" else StageWindow()
            made.closed.connect(lambda: self._forget(kind))
            made.took_keys.connect(self._window.activateWindow, Qt.ConnectionType.QueuedConnection)
            self._windows[kind] = made
            self.refresh()
        self._stand(kind)
        self.changed.emit()

    def close(self, kind: Kind) -> None:
        """Take a window away."""
        if kind in self._windows:
            self._windows[kind].close()

    def close_all(self) -> None:
        """Take every window away, and let go of the desk."""
        for kind in KINDS:
            self.close(kind)
        self._desk = None

    @Slot(object)
    def heard(self, changed: Changed) -> None:
        """Show at once what an action changed."""
        if changed.tables & READS:
            self.refresh()

    def refresh(self) -> None:
        """Read what is in force and show it. What cannot be read is not shown."""
        if self._desk is None or not self._windows:
            return
        try:
            view = self._desk.ask(ver_pantalla, audiencia_id=self._audiencia_id)
            logo = self._read_logo(view)
            self._marcha = self._desk.ask(ver_marcha, audiencia_id=self._audiencia_id)
        except (RuleError, StoreError):
            view, logo, self._marcha = PantallaView(), None, None
        for window in self._windows.values():
            if isinstance(window, ProjectorWindow):
                window.show_logo(logo)
            window.show_view(view)
        self._tick()

    def _read_logo(self, view: PantallaView) -> QImage | None:
        assert self._desk is not None
        if view.logo != self._logo[0]:
            self._logo = (view.logo, read_logo(self._desk, view.logo))
        return self._logo[1]

    def _tick(self) -> None:
        stage = self._windows.get("tarima")
        if isinstance(stage, StageWindow):
            stage.show_clocks(read_clocks(self._marcha, moment.now()))

    def _stand(self, kind: Kind) -> None:
        window, screen = self._windows[kind], places.find(self.place(kind))
        if screen is None:
            window.stand_on(self._window.screen())
        else:
            window.fill_screen(screen)
        if kind == "tarima":
            self._second.start()

    def _forget(self, kind: Kind) -> None:
        window = self._windows.pop(kind, None)
        self._lost.pop(kind, None)
        if kind == "tarima":
            self._second.stop()
        if window is not None:
            window.deleteLater()
            self.changed.emit()

    def _unplugged(self, screen: QScreen) -> None:
        """Get the windows out of the operator's way until it is back."""
        gone = places.identity(screen)
        for kind, window in self._windows.items():
            if window.isFullScreen() and places.identity(window.screen()) == gone:
                self._lost[kind] = gone
                window.stand_on(self._window.screen(), minimized=True)
                self.said.emit(
                    f"Se desconectó la pantalla: «{WORDS[kind]}» quedó minimizada y vuelve al conectarla.",
                    "monitor",
                    "warn",
                )
        self.changed.emit()

    def _plugged(self, screen: QScreen) -> None:
        back = places.identity(screen)
        for kind in [kind for kind, key in self._lost.items() if key == back]:
            del self._lost[kind]
            self._windows[kind].fill_screen(screen)
            self.said.emit(f"Volvió la pantalla: «{WORDS[kind]}» está en ella.", "monitor", "ink2")
        self.changed.emit()


def attached(window: QWidget, keeper: Keeper, bases: Bases, status: StatusLine) -> Room:
    """Make the room of the operator's window: it hears of every change, and goes when the base does."""
    chosen: dict[str, str] = {kind: getattr(keeper.now, kind) for kind in KINDS}
    made = Room(window, chosen, keeper.keep)
    made.said.connect(status.say)
    bases.changed.connect(made.heard)
    bases.closing.connect(made.close_all)
    return made


@runtime_checkable
class _HasRoom(Protocol):
    room: Room


def room_of(widget: QWidget) -> Room:
    """Return the room of the window that `widget` is in."""
    window = widget.window()
    if isinstance(window, _HasRoom):
        return window.room
    return window.findChild(Room) or Room(window)  # a place shown without its window
