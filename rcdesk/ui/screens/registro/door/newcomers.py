"""The door and somebody new: who is alike, a document that another has, what completes, what is half typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from rcdesk.ui.kit.pause import Pause
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.registro.door.newcomer import Newcomer
from rcdesk.ui.screens.registro.door.voice import REVIEW
from rcdesk.work.asistentes import (
    AsistenteRow,
    con_documento,
    registrar_asistente,
    registrar_conocido,
    registrar_llegada,
)
from rcdesk.work.autorizaciones import texto_de_autorizacion
from rcdesk.work.candidatos import CandidatoRow, buscar_parecidos
from rcdesk.work.movimientos import anotar_reingreso, anotar_salida
from rcdesk.work.organizaciones import OfertaRow, ofrecer_organizaciones

if TYPE_CHECKING:
    from rcdesk.app.desk import Changed
    from rcdesk.ui.screens.registro.screen import RegistroScreen

_OWN: Final = frozenset(
    one.name for one in (registrar_llegada, registrar_conocido, registrar_asistente, anotar_salida, anotar_reingreso)
)
"""What the door does, as the desk announces it."""
_HINTS: Final = "Enter  siguiente campo; al final, guardar      Esc  volver a buscar      F1  teclas"


class Newcomers(QObject):
    """The card of the new person and what is known around it."""

    def __init__(self, screen: RegistroScreen) -> None:
        super().__init__(screen)
        self._screen, self.card = screen, Newcomer()
        self._offered: Sequence[OfertaRow] | None = None  # what completes an organisation: slow among 50,000 people
        self._aside = False  # who is alike is looked at in place of the new person
        self._pause = Pause(self)
        self._pause.timeout.connect(self._keep_draft)

    def connect_parts(self) -> None:
        """Listen to the keys, once the door is there."""
        card, found = self.card, self._screen.people.found
        card.wanted.connect(self._keep)
        card.left.connect(self._screen.to_box)
        card.typed.connect(self._pause.note)
        card.documented.connect(self._is_repeated)
        card.named_so.connect(self._show_alike)
        card.lowered.connect(self._look_at_alike)
        found.taken.connect(self._take)
        found.left.connect(self._leave_found)

    def heard(self, changed: Changed) -> None:
        """What completes an organisation is read again when somebody else than this door changed it."""
        if changed.action not in _OWN:
            self._offered = None

    def reset(self) -> None:
        """Bring back what was half typed in this hearing."""
        self._offered = None
        draft = self._screen.desk.drafts.fresh().get(self._draft)
        if draft is not None:
            self.card.recover(draft.texto)
            self.show()

    def keep(self) -> None:
        """Keep at once what is half typed."""
        if self._pause.isActive():
            self._keep_draft()

    def show(self) -> None:
        """Put the new person under the box, with the keys in the first thing that is missing."""
        screen = self._screen
        ask, hearing = screen.desk.ask, screen.audiencia_id
        if self._offered is None:
            self._offered = ask(ofrecer_organizaciones, audiencia_id=hearing)
        self.card.offer(self._offered, ask(texto_de_autorizacion, audiencia_id=hearing))
        self._show_alike(self.card.name())
        screen.door.show_newcomer()
        self.card.take_keys()
        screen.hints.emit(_HINTS)

    def _show_alike(self, name: str) -> None:
        """While a name is typed, show who is called much like it: they may be the same person."""
        screen = self._screen
        found = screen.desk.ask(buscar_parecidos, audiencia_id=screen.audiencia_id, nombre=name)
        screen.people.show_found(found, name, alike=True)
        self.card.tell_alike(len(found))

    def _look_at_alike(self) -> None:
        """Take the keys to who is alike; at large text they come in place of the new person."""
        found = self._screen.people.found
        if look().large and found.model.rows:
            self._aside = True
            self._screen.door.cards.show_card(None)
        found.enter()

    def _take(self, row_: CandidatoRow) -> None:
        """It was one of those that were alike: nobody new is needed."""
        self._aside = False
        self.card.start("")
        self._keep_draft()
        self._screen.door.take(row_)

    def _leave_found(self) -> None:
        if self._aside:
            self._screen.door.show_newcomer()
        if self.card.isHidden():
            self._screen.door.to_line()
        else:
            self.card.name_keys()
        self._aside = False

    def _keep(self) -> None:
        screen = self._screen
        with screen.attempt() as attempt:
            values = self.card.values()
            if self._is_repeated(str(values["documento_numero"])):
                return
            self._pause.stop()
            key = screen.desk.do(
                registrar_asistente,
                audiencia_id=screen.audiencia_id,
                valores=values,
                hora=screen.late.hour(),
                consentimiento=self.card.answer(),
                borrador=self._draft,
            )
        if attempt.ok:
            self._offer_too(str(values["organizacion"] or ""))
            self.card.start("")
            screen.door.answer("Ingresó", str(values["nombre"]))
            screen.asking.go_on(key)

    def _offer_too(self, name: str) -> None:
        """Complete from now on what was typed for the last one."""
        if self._offered is not None and name and all(one.nombre != name for one in self._offered):
            self._offered = [*self._offered, OfertaRow(name, name)]

    @Slot(str)
    def _is_repeated(self, number: str) -> bool:
        """Tell, once for each document, that somebody of the hearing has it already."""
        screen = self._screen
        known = screen.desk.ask(con_documento, audiencia_id=screen.audiencia_id, numero=number)
        if known is None or self.card.warned_of(number):
            return False
        self.card.warn(number, _repeated(known))
        screen.door.voice.say(REVIEW)
        return True

    @property
    def _draft(self) -> str:
        return f"registro/nueva/{self._screen.audiencia_id}"

    @Slot()
    def _keep_draft(self) -> None:
        self._pause.stop()
        self._screen.keep_draft(self._draft, self.card.draft())


def _repeated(known: AsistenteRow) -> str:
    when = f"ingresó a las {known.hora_llegada}" if known.hora_llegada else "no ha llegado"
    return f"Ese documento ya está: {known.nombre}, {when}. Enter otra vez registra a esta persona aparte."
