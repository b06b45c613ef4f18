"""What the moderator sends to the screens of the room, from the question in hand; and what the strip tells of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from rcdesk.ui.room.room import Room, room_of
from rcdesk.ui.room.sheet import picture
from rcdesk.ui.screens.en_vivo.screens_panel import ScreensPanel
from rcdesk.work.pantalla import PantallaView, ver_pantalla
from rcdesk.work.proyeccion import apagar_pantalla, mostrar_pregunta, mostrar_siguiente, preparar_siguiente

if TYPE_CHECKING:
    from rcdesk.ui.screens.en_vivo.screen import EnVivoScreen


class Projection(QObject):
    """Its methods are the commands `projection.…` of the list of commands."""

    def __init__(self, screen: EnVivoScreen, keep: QWidget) -> None:
        super().__init__(screen)
        self._screen = screen
        self._room: Room | None = None
        self._drawn: object = None
        self.view = PantallaView()
        self.panel = ScreensPanel(screen, self, keep)

    @property
    def room(self) -> Room:
        """The windows that the room sees."""
        if self._room is None:
            self._room = room_of(self._screen)
            self._room.changed.connect(self.show_state)
        return self._room

    def offers(self, method: str) -> bool:
        """Say whether there is something to send, or to take away."""
        match method:
            case "show_hand" | "stage":
                vista = self._screen.hand.vista
                return vista is not None and vista.anulada is None
            case "push":
                return self.view.siguiente is not None
            case "blank":
                return self.view.tipo != "nada" or self.view.cintillo is not None
            case _:
                return True

    def forget(self) -> None:
        """Another hearing: its own drafts."""
        self._drawn = None
        self.panel.open_drafts()

    def refresh(self) -> None:
        """Read what is in force, and tell it in the strip and in the panel."""
        self.view = self._screen.desk.ask(ver_pantalla, audiencia_id=self._screen.audiencia_id)
        self.show_state()

    def show_hand(self) -> None:
        """Put the question in hand on the projector."""
        vista = self._screen.hand.vista
        if vista is not None and self.send(mostrar_pregunta, id=vista.id):
            self._screen.hand.take(vista.id)
            self._tell(f"La {vista.codigo} está en la pantalla. Mayús F5 la apaga.")

    def stage(self) -> None:
        """Let the question in hand be the next on the projector."""
        vista = self._screen.hand.vista
        if vista is not None and self.send(preparar_siguiente, id=vista.id):
            self._tell(f"Sigue la {vista.codigo}. Ctrl Mayús F5 la pone en la pantalla.")

    def push(self) -> None:
        """Put on the projector the one that follows."""
        if self.send(mostrar_siguiente, audiencia_id=self._screen.audiencia_id) and self.view.pregunta is not None:
            self._screen.hand.take(self.view.pregunta.id)
            self._tell(f"La {self.view.pregunta.codigo} está en la pantalla. Mayús F5 la apaga.")

    def blank(self) -> None:
        """Leave the projector dark."""
        if self.offers("blank") and self.send(apagar_pantalla, audiencia_id=self._screen.audiencia_id):
            self._tell("La pantalla quedó apagada. Ctrl Z la vuelve a encender.")

    def look(self) -> None:
        """Choose the screens, and write what is sent to them."""
        self.panel.look()

    def send(self, action: Any, **values: Any) -> bool:
        """Send something to the screens of this hearing, and say whether it went."""
        self.room.show_hearing(self._screen.desk, self._screen.audiencia_id)
        with self._screen.attempt() as attempt:
            self._screen.desk.do(action, **values)
        return attempt.ok

    @Slot()
    def show_state(self) -> None:
        """Tell in the strip and in the panel what the room sees, when it is not what they tell already."""
        open_, strip = self.room.is_open("proyector"), self._screen.air.strip
        now = (self.view, open_, strip.picture_size, strip.devicePixelRatioF())
        if now != self._drawn:
            self._drawn = now
            small = picture(self.view, strip.picture_size, strip.devicePixelRatioF()) if open_ else None
            strip.show_screen(shown_words(self.view) if open_ else "cerrado", small)
        self.panel.show_state()

    def _tell(self, words: str) -> None:
        """Say it at the foot; that nobody sees it yet comes first."""
        if self.room.is_open("proyector"):
            self.room.said.emit(words, "monitor", "ink2")
        else:
            self.room.said.emit("La pantalla está cerrada: F11 la abre.", "monitor-off", "warn")


def shown_words(view: PantallaView) -> str:
    """Return what the projector shows, in a word."""
    if view.tipo == "nada" and view.cintillo is not None:
        return "cintillo"
    if view.pregunta is not None:
        return view.pregunta.codigo
    return {"mensaje": "mensaje", "cifras": "cifras", "logos": "entidad"}.get(view.tipo, "apagado")
