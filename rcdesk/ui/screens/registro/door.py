"""The door: who comes is found or becomes a new person in the same line, and is checked in with Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from rcdesk.domain.errors import StoreError
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.registro.box import Box
from rcdesk.ui.screens.registro.last import Last
from rcdesk.ui.screens.registro.newcomer import Newcomer
from rcdesk.ui.screens.registro.who import Who
from rcdesk.work.asistentes import (
    AsistenteRow,
    Consentimiento,
    con_documento,
    registrar_asistente,
    registrar_conocido,
    registrar_llegada,
    texto_de_autorizacion,
)
from rcdesk.work.candidatos import CandidatoRow, buscar_candidatos, organizaciones

if TYPE_CHECKING:
    from rcdesk.app.steps import Step
    from rcdesk.ui.screens.registro.screen import RegistroScreen

_PAUSE: Final = 500  # ms after the last key until what is half typed is kept


class Door(QObject):
    """Its methods are the commands `door.…`; the box, who was found, the new person and the last answer are its own."""

    def __init__(self, screen: RegistroScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._already: CandidatoRow | None = None
        self._entrance: Step | None = None  # the last one of this desk, to be taken back from its card
        self.box, self.who, self.newcomer, self.last = Box(), Who(), Newcomer(), Last()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._keep_draft)
        self.who.hide()
        self.newcomer.hide()

    def connect_parts(self) -> None:
        """Listen to the keys, once the list of the screen is there."""
        people = self._screen.people
        self.box.typed.connect(self.search)
        self.box.moved.connect(self._move)
        self.box.entered.connect(self.accept)
        self.box.left.connect(self.clear)
        self.who.accepted.connect(self.accept)
        self.who.annul_wanted.connect(self._annul_already)
        self.newcomer.wanted.connect(self._keep_newcomer)
        self.newcomer.left.connect(self._screen.to_box)
        self.newcomer.typed.connect(self._pause.start)
        people.picked.connect(self._show_candidate)
        self.last.undo_wanted.connect(self._undo)

    # What is shown

    def refresh(self) -> None:
        """Read what completes a new person, and whoever is being searched for."""
        ask = self._screen.desk.ask
        self.newcomer.offer(ask(organizaciones, audiencia_id=self._screen.audiencia_id), ask(texto_de_autorizacion))
        if self._already is None and self.newcomer.isHidden():
            self.search()

    def reset(self) -> None:
        """Bring back what was half typed in this hearing."""
        self.last.hide()
        self.clear()
        draft = self._screen.desk.drafts.fresh().get(self._draft)
        if draft is not None:
            self.newcomer.recover(draft.texto)
            self._show_newcomer()

    def keep(self) -> None:
        """Keep at once what is half typed."""
        if self._pause.isActive():
            self._keep_draft()

    # Commands

    def accept(self) -> None:
        """Enter: check in who is chosen, tell that they were in, or begin a new person."""
        if self._already is not None:
            self.clear()
            return
        chosen = self._screen.people.chosen()
        if chosen is None:
            if self.box.text():
                self.new_person()
        elif chosen.hora_llegada:
            self._tell_already(chosen)
        else:
            self._let_in(chosen)

    def new_person(self) -> None:
        """The same line becomes the new person."""
        self._already = None
        self.newcomer.begin_with(self.box.text())
        self._show_newcomer()

    # Who is there

    def search(self) -> None:
        """Look for what is typed in the box."""
        self._already = None
        typed, people = self.box.text(), self._screen.people
        if not typed:
            people.show_all()
            self._card(None)
            return
        found = self._screen.desk.ask(buscar_candidatos, audiencia_id=self._screen.audiencia_id, texto=typed)
        people.show_found(found)
        self.last.calm()
        self._show_candidate()

    def clear(self) -> None:
        """Leave the box ready for the next person."""
        self.box.empty()
        self.search()
        self.box.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_last(self, name: str) -> None:
        """Answer, at two metres, that someone is in."""
        self._entrance = self._screen.desk.undo_step
        self.last.tell(name, f"{moment.now():%H:%M:%S}")

    @Slot(object)
    def _show_candidate(self, _row: object = None) -> None:
        people = self._screen.people
        chosen = people.chosen()
        if chosen is not None:
            self.who.show_candidate(chosen, self.box.text(), people.place())
        self._card(self.who if chosen is not None else None)

    def _card(self, shown: QWidget | None) -> None:
        """Bring one card into sight under the box, or none. At large text it has the room for itself.

        What leaves goes first: a window never grows for an instant in which both are there.
        """
        people = self._screen.people
        for card in (self.who, self.newcomer):
            if card is not shown:
                card.hide()
        if look().large and shown is not None:
            people.hide()
        if shown is not None:
            shown.show()
        if not look().large or shown is None:
            people.show()

    def _move(self, by: int) -> None:
        self._screen.people.choose_next(by)
        self._show_candidate()

    def _tell_already(self, row_: CandidatoRow) -> None:
        self._already = row_
        self.who.show_already(row_)

    def _let_in(self, row_: CandidatoRow) -> None:
        hour, answer = moment.hour(), self._consent(self.who.answer())
        desk = self._screen.desk
        with self._screen.attempt() as attempt:
            match row_.origen:
                case "asistente":
                    desk.do(registrar_llegada, id=row_.id, hora=hour, consentimiento=answer)
                case "invitado" | "persona":
                    desk.do(
                        registrar_conocido,
                        audiencia_id=self._screen.audiencia_id,
                        origen=row_.origen,
                        id=row_.id,
                        hora=hour,
                        consentimiento=answer,
                    )
        if attempt.ok:
            self._tell_in(row_.nombre)

    def _tell_in(self, name: str) -> None:
        self.clear()
        self.tell_last(name)

    def _show_newcomer(self) -> None:
        self.last.calm()
        self._screen.people.show_all()
        self._card(self.newcomer)
        self.newcomer.take_keys()

    def _keep_newcomer(self) -> None:
        screen = self._screen
        with screen.attempt() as attempt:
            values = self.newcomer.values()
            number = str(values["documento_numero"])
            known = screen.desk.ask(con_documento, audiencia_id=screen.audiencia_id, numero=number)
            if known is not None and not self.newcomer.warned_of(number):
                self.newcomer.warn(number, _repeated(known))
                return
            self._pause.stop()
            screen.desk.do(
                registrar_asistente,
                audiencia_id=screen.audiencia_id,
                valores=values,
                hora=moment.hour(),
                consentimiento=self._consent(self.newcomer.answer()),
                borrador=self._draft,
            )
        if attempt.ok:
            self.newcomer.start("")
            self._tell_in(str(values["nombre"]))

    @staticmethod
    def _consent(answer: str) -> Consentimiento | None:
        return cast(Consentimiento, answer) if answer else None

    def _annul_already(self) -> None:
        if self._already is not None:
            self._screen.roll.annul_person(self._already.id, self._already.nombre)
            self.clear()

    def _undo(self) -> None:
        """Take back the last entrance, and never anything done after it."""
        screen = self._screen
        if screen.desk.undo_step != self._entrance:
            screen.banner.tell("neutral", "Después de ese ingreso se hizo otra cosa.", "Ctrl Z la deshace primero.")
            return
        with screen.attempt():
            screen.desk.undo()
        self.last.hide()

    # Drafts

    @property
    def _draft(self) -> str:
        return f"registro/nueva/{self._screen.audiencia_id}"

    @Slot()
    def _keep_draft(self) -> None:
        self._pause.stop()
        try:
            self._screen.desk.drafts.save(self._draft, self.newcomer.draft())
        except StoreError as error:
            self._screen.banner.tell("danger", "No se pudo guardar el borrador", str(error))


def _repeated(known: AsistenteRow) -> str:
    when = f"ingresó a las {known.hora_llegada}" if known.hora_llegada else "no ha llegado"
    return f"Ese documento ya está: {known.nombre}, {when}. Enter otra vez registra a esta persona aparte."
