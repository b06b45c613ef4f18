"""The question in hand: the chosen one, else the last saved; and what a command does to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from rcdesk.domain.errors import RuleError
from rcdesk.ui.kit import moment
from rcdesk.ui.screens.en_vivo.panels import Grouping
from rcdesk.ui.screens.en_vivo.reasons import Reasons
from rcdesk.ui.screens.en_vivo.sending import Assigning, Sending
from rcdesk.ui.screens.en_vivo.steps import admits
from rcdesk.work.cola import PreguntaRow, buscar_por_numero, ofrecer
from rcdesk.work.orden_en_cola import mover_en_cola
from rcdesk.work.pregunta import PreguntaVista, ver_pregunta
from rcdesk.work.preguntas import (
    agrupar,
    anular_pregunta,
    aplazar,
    aprobar,
    asignar,
    convertir_en_compromiso,
    declarar_improcedente,
    dejar_pendiente,
    desagrupar,
    reabrir_pregunta,
    responder_en_vivo,
    retener,
    trasladar,
    volver_a_revision,
)
from rcdesk.work.razones import listar_razones

if TYPE_CHECKING:
    from rcdesk.ui.screens.en_vivo.screen import EnVivoScreen


class Hand:
    """Its methods are the commands `hand.…` of the list of commands."""

    def __init__(self, screen: EnVivoScreen, keep: QWidget) -> None:
        self._screen = screen
        self.vista: PreguntaVista | None = None
        self.last = ""
        """The key of the last question saved here."""
        self._grouping = Grouping(screen, keep)
        self._grouping.chosen.connect(self._group_with)
        self._reasons = Reasons(screen, keep)
        self._assigning, self._sending = Assigning(screen, keep), Sending(screen, keep)
        self._assigning.chosen.connect(lambda office: self._done(self._assigning, asignar, dependencia=office))
        self._sending.chosen.connect(lambda to, day: self._done(self._sending, trasladar, entidad=to, fecha=day))

    def forget(self) -> None:
        """Another hearing: nothing is in hand."""
        self.vista, self.last = None, ""

    def show(self) -> None:
        """Read it again and show it."""
        chosen = self._screen.queue.table.current()
        key = chosen.id if chosen is not None else self.last
        self.vista = self._screen.desk.ask(ver_pregunta, id=key, hoy=moment.today()) if key else None
        self._screen.detail.show_question(self.vista)

    def take(self, key: str) -> None:
        """Take a question in hand, if it is listed, until another is chosen: new captures do not change it."""
        if self._screen.queue.table.select_key(key):
            self.show()

    def offers(self, method: str) -> bool:
        """Say whether its state admits the command."""
        return admits(self.vista, method)

    def answered_aloud(self) -> None:
        """It was answered aloud; its text is owed."""
        self._do(responder_en_vivo, "answered_aloud")

    def write_answer(self) -> None:
        """Write what was answered."""
        if self.offers("write_answer"):
            self._screen.panes.open_detail()
            self._screen.detail.write()

    def approve(self) -> None:
        """Let it be asked."""
        self._do(aprobar, "approve")

    def hold(self) -> None:
        """Keep it from being asked or shown."""
        self._do(retener, "hold")

    def review_again(self) -> None:
        """Take back what the moderator decided of it."""
        self._do(volver_a_revision, "review_again")

    def up(self) -> None:
        """Let it be asked before."""
        self._move("up", -1)

    def down(self) -> None:
        """Let it be asked later."""
        self._move("down", 1)

    def assign(self) -> None:
        """Say to which office it falls."""
        if self.vista is not None and self.offers("assign"):
            offices = self._screen.desk.ask(ofrecer, audiencia_id=self._screen.audiencia_id).dependencias
            self._assigning.ask(self.vista.codigo, self.vista.dependencia or "", offices)

    def postpone(self) -> None:
        """It is not asked now."""
        self._do(aplazar, "postpone")

    def leave_pending(self) -> None:
        """Its answer is owed for later."""
        self._do(dejar_pendiente, "leave_pending")

    def hand_over(self) -> None:
        """It is for another entity to answer."""
        if self.vista is not None and self.offers("hand_over"):
            self._sending.ask(self.vista.codigo, self.vista.trasladada_a or "", moment.today())

    def out_of_place(self) -> None:
        """It is not for this hearing, and why."""
        if self.vista is not None and self.offers("out_of_place"):
            usual = self._screen.desk.ask(listar_razones, para="no_procede")
            title = f"La {self.vista.codigo} no procede. ¿Por qué?"
            self._reasons.ask(title, "No procede", usual, self._leave_out)

    def group(self) -> None:
        """Let it share the answer of another."""
        if self.vista is not None and self.offers("group"):
            self._grouping.ask(self.vista, self._by_number)

    def ungroup(self) -> None:
        """Let it have an answer of its own."""
        self._do(desagrupar, "ungroup")

    def reopen(self) -> None:
        """It owes an answer again."""
        self._do(reabrir_pregunta, "reopen")

    def annul(self) -> None:
        """It was captured by mistake."""
        if self.vista is not None and self.offers("annul"):
            usual = self._screen.desk.ask(listar_razones, para="anular")
            title = f"Anular la {self.vista.codigo}. ¿Por qué?"
            self._reasons.ask(title, "Anular", usual, self._withdraw)

    def promise(self) -> None:
        """Make what will be done a commitment; one that is made already is opened."""
        if self.vista is not None and self.vista.promesa is not None:
            self._screen.wants.emit("acta", f"{self._screen.audiencia_id}/compromisos/{self.vista.promesa.id}")
        elif self.offers("promise"):
            self._screen.panes.open_detail()
            self._screen.detail.form.commit()
            if not self._screen.detail.form.troubles():  # else it would promise what was written before
                self._do(convertir_en_compromiso, "promise")

    def _do(self, action: Any, method: str, **values: Any) -> None:
        if self.vista is not None and self.offers(method):
            with self._screen.attempt():
                self._screen.desk.do(action, id=self.vista.id, **values)

    def _done(self, panel: Assigning | Sending | Grouping, action: Any, **values: Any) -> None:
        """Do what a panel asked for and close it; what is refused is said in it, with what was typed."""
        assert self.vista is not None  # the panel was opened for it
        with self._screen.attempt() as attempt:
            try:
                self._screen.desk.do(action, id=self.vista.id, **values)
            except RuleError as error:
                attempt.ok = False
                panel.refuse(str(error))
        if attempt.ok:
            panel.close_panel()

    def _move(self, method: str, places: int) -> None:
        """The row moves only in the list of turns; anywhere else its new turn is told."""
        if self.vista is None or not self.offers(method):
            return
        before = self._screen.listing.turn_of(self.vista.id)
        with self._screen.attempt() as attempt:
            turn = self._screen.desk.do(mover_en_cola, id=self.vista.id, lugares=places)
        if attempt.ok:
            table = self._screen.queue.table
            table.scrollTo(table.currentIndex())  # in the list of turns the row went along
            moved = "pasa al" if turn != before else "ya tiene el"
            self._screen.said.emit(f"{self.vista.codigo} {moved} turno {turn}")

    def _leave_out(self, reason: str) -> None:
        self._do(declarar_improcedente, "out_of_place", razon=reason)

    def _withdraw(self, reason: str) -> None:
        self._do(anular_pregunta, "annul", motivo=reason)

    def _by_number(self, desk_letter: str | None, number: int) -> PreguntaRow | None:
        hearing = self._screen.audiencia_id
        return self._screen.desk.ask(buscar_por_numero, audiencia_id=hearing, mesa=desk_letter, numero=number)

    def _group_with(self, key: str) -> None:
        self._done(self._grouping, agrupar, principal=key)
