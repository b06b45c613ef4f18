"""What is written of the question in hand, besides its fields: abbreviations, whose text is owed next, its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit import moment
from rcdesk.ui.kit.expanding import Expander, put
from rcdesk.ui.kit.fields import Line, Text
from rcdesk.ui.screens.en_vivo.abbreviations import Abbreviations
from rcdesk.ui.screens.en_vivo.past import History
from rcdesk.work.audiencias import empezar_grabacion
from rcdesk.work.expansiones import listar_abreviaturas
from rcdesk.work.historia import historia_de_pregunta
from rcdesk.work.pregunta import PorRedactar, siguiente_por_redactar
from rcdesk.work.preparacion import ver_datos

if TYPE_CHECKING:
    from rcdesk.ui.screens.en_vivo.screen import EnVivoScreen


class Pen:
    """Its methods are the commands `pen.…` of the list of commands."""

    def __init__(self, screen: EnVivoScreen, keep: QWidget) -> None:
        self._screen = screen
        self._history = History(screen, keep)
        self._abbreviations = Abbreviations(screen, keep)
        self._abbreviations.chosen.connect(self._insert)
        self._asking: Text | Line | None = None
        self._expander = Expander(screen, self._known)
        self._expander.asked.connect(self._ask)
        self._expander.install(screen.capture.line, *screen.detail.expanding())

    def offers(self, method: str) -> bool:
        """Say whether the command can be asked for now."""
        match method:
            case "next_owed":
                return self._next() is not None
            case "history":
                return self._screen.hand.vista is not None
            case "start_recording":
                datos = self._screen.desk.ask(ver_datos, id=self._screen.audiencia_id)
                return datos is not None and not datos.grabacion_inicio
            case _:
                return True

    def next_owed(self) -> None:
        """Save what is written and take in hand the next question answered aloud whose text is owed."""
        self._screen.detail.form.commit()
        owed = self._next()
        if owed is not None:
            self._screen.seek(owed.id)
            self._screen.detail.write()

    def history(self) -> None:
        """Look at everything that happened to the question in hand."""
        vista = self._screen.hand.vista
        if vista is not None:
            self._history.look(vista, self._screen.desk.ask(historia_de_pregunta, id=vista.id))

    def start_recording(self) -> None:
        """The recording begins now: every question has its minute from here."""
        with self._screen.attempt() as attempt:
            self._screen.desk.do(empezar_grabacion, id=self._screen.audiencia_id)
        if attempt.ok:
            words = "Cada pregunta lleva su minuto. La hora se corrige en Preparación, en Datos."
            self._screen.banner.tell("ok", f"La grabación empieza a las {moment.hour()}", words, icon="timer")

    def abbreviations(self) -> None:
        """See the abbreviations, and add or correct one."""
        self._asking = None
        self._abbreviations.look(inserting=False)

    def _next(self) -> PorRedactar | None:
        vista = self._screen.hand.vista
        here = vista.id if vista is not None else ""
        return self._screen.desk.ask(siguiente_por_redactar, audiencia_id=self._screen.audiencia_id, despues_de=here)

    def _known(self) -> dict[str, str]:
        return {one.clave: one.texto for one in self._screen.desk.ask(listar_abreviaturas)}

    def _ask(self, editor: Text | Line) -> None:
        self._asking = editor
        self._abbreviations.look(inserting=True)

    def _insert(self, text: str) -> None:
        if self._asking is not None:
            put(self._asking, text)
