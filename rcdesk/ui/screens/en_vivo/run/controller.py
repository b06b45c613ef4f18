"""The run of the hearing: its methods are the commands `run.…` of the list of commands."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING, Any, Final

from rcdesk.ui.kit import moment
from rcdesk.ui.screens.en_vivo.run.incidents import Incident
from rcdesk.ui.screens.en_vivo.run.note import Note
from rcdesk.ui.screens.en_vivo.run.pane import RunPane
from rcdesk.ui.screens.en_vivo.run.watching import ViewersPanel
from rcdesk.work import Action
from rcdesk.work.incidentes import listar_incidentes, registrar_incidente
from rcdesk.work.marcha import (
    MarchaView,
    ampliar_tiempo,
    pasar_al_siguiente,
    pausar_o_seguir,
    ver_marcha,
    volver_al_anterior,
)
from rcdesk.work.transmision import anotar_espectadores, listar_canales_de_transmision
from rcdesk.work.turnos import (
    cronometrar_respuesta,
    dar_la_palabra_al_siguiente,
    devolver_la_palabra,
    terminar_turno,
)

if TYPE_CHECKING:
    from rcdesk.ui.screens.en_vivo.air import Air
    from rcdesk.ui.screens.en_vivo.screen import EnVivoScreen

READS: Final = frozenset({"puntos", "turnos", "metricas", "lecturas", "listas", "medidas", "incidentes"})
_READS: Final = READS | {"audiencias", "asistentes"}
_SPEAKERS: Final = 1


class Run:
    """What is now, and what a command does to it."""

    def __init__(self, screen: EnVivoScreen, keep: Air) -> None:
        self._screen = screen
        self.view: MarchaView | None = None
        self._stale = True
        self.note = Note()
        self._pane: RunPane | None = None
        keep.strip.pressed.connect(self.show)
        self._viewers = ViewersPanel(screen, keep)
        self._viewers.wanted.connect(self._keep_viewers)
        self._incident = Incident(screen, keep)
        self._incident.wanted.connect(self._keep_incident)

    # What is shown

    @property
    def pane(self) -> RunPane:
        """Its five sections, made when they are first looked at: they are a third of the screen."""
        if self._pane is None:
            self._pane = RunPane(self._screen)
            self._pane.left.connect(self.close)
            self._screen.panes.add_run(self._pane)
            self._screen.grew.emit()
            if self.view is not None:
                self._pane.show_run(self.view)
        return self._pane

    def heard(self, tables: Set[str]) -> None:
        """Take note of what changed."""
        self._stale |= bool(tables & _READS)

    def forget(self) -> None:
        """Another hearing."""
        if self._pane is not None:
            self._pane.leave()
        self.view, self._stale = None, True

    def refresh(self) -> None:
        """Read it again, when something of it changed."""
        if not self._stale:
            return
        self._stale = False
        self.view = self._screen.desk.ask(ver_marcha, audiencia_id=self._screen.audiencia_id)
        self.note.show_point(self.view.punto)
        if self._pane is not None:
            self._pane.show_run(self.view)

    def tick(self) -> None:
        """A second went by."""
        if self._pane is not None:
            self._pane.tick()

    def offers(self, method: str) -> bool:
        """Say whether a command can be asked for now."""
        view = self.view
        if view is None:
            return False
        match method:
            case "next_point":
                return bool(view.puntos)
            case "previous_point":
                return any(punto.reloj.inicio for punto in view.puntos)
            case "clock" | "more_time":
                return view.turno is not None or view.punto is not None
            case "next_speaker":
                return bool(view.esperan)
            case "finish_turn":
                return view.turno is not None
            case "last_speaker":
                return view.ultimo is not None
            case "time_answer":
                return self._screen.hand.vista is not None
            case _:
                return True

    # Commands

    def next_point(self) -> None:
        """End the point of now and start the next."""
        self._do(pasar_al_siguiente)

    def previous_point(self) -> None:
        """Go back to the point before."""
        self._do(volver_al_anterior)

    def clock(self) -> None:
        """Pause what runs, or let it go on."""
        self._do(pausar_o_seguir)

    def more_time(self) -> None:
        """One minute more for what runs."""
        self._do(ampliar_tiempo)

    def next_speaker(self) -> None:
        """Give the word to the first who waits."""
        self._do(dar_la_palabra_al_siguiente)

    def finish_turn(self) -> None:
        """Who has the word is over."""
        self._do(terminar_turno)

    def last_speaker(self) -> None:
        """Give the word back to the last who had it."""
        self._do(devolver_la_palabra)

    def time_answer(self) -> None:
        """Time the answer to the question in hand; again, it is over."""
        question = self._screen.hand.vista
        if question is None:
            return
        timed = self.view.turno.pregunta if self.view is not None and self.view.turno is not None else None
        if timed == question.id:
            self._do(terminar_turno)
        else:
            self._do(cronometrar_respuesta, pregunta=question.id)

    def viewers(self) -> None:
        """Note how many watch now."""
        offered = self._screen.desk.ask(listar_canales_de_transmision, audiencia_id=self._screen.audiencia_id)
        last = self.view.espectadores.canal if self.view is not None and self.view.espectadores else offered[0]
        self._viewers.ask(last, offered)

    def incident(self) -> None:
        """Note what happened in the room."""
        noted = self._screen.desk.ask(listar_incidentes, audiencia_id=self._screen.audiencia_id)
        self._incident.ask(moment.hour(), noted)

    def show(self) -> None:
        """Bring the section last seen into sight."""
        pane = self.pane
        self._screen.panes.open_run()
        pane.choose(pane.place)

    def open(self) -> None:
        """Bring the run into sight; again, its next section."""
        panes = self._screen.panes
        opened, pane = panes.running, self.pane
        panes.open_run()
        pane.choose((pane.place + 1) % len(pane.sections) if opened else pane.place)

    def speakers(self) -> None:
        """Bring those who wait for the word into sight."""
        pane = self.pane
        self._screen.panes.open_run()
        pane.choose(_SPEAKERS)

    def close(self) -> None:
        """Leave it, and go on capturing."""
        self.pane.leave()
        self._screen.to_capture()

    def _do(self, action: Action[..., Any], **values: Any) -> None:
        with self._screen.attempt():
            self._screen.desk.do(action, audiencia_id=self._screen.audiencia_id, **values)

    def _keep_viewers(self, channel: str, count: str) -> None:
        with self._screen.attempt() as attempt:
            values: dict[str, Any] = {"canal": channel, "espectadores": count}
            self._screen.desk.do(anotar_espectadores, audiencia_id=self._screen.audiencia_id, **values)
        if attempt.ok:
            self._viewers.close_panel()

    def _keep_incident(self, hour: str, kind: str, words: str) -> None:
        with self._screen.attempt() as attempt:
            values: dict[str, Any] = {"hora": hour, "tipo": kind, "texto": words}
            self._screen.desk.do(registrar_incidente, audiencia_id=self._screen.audiencia_id, **values)
        if attempt.ok:
            self._incident.done()
