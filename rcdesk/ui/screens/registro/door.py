"""The door: who comes is found or becomes a new person in the same line, and is checked in with Enter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from rcdesk.domain.errors import StoreError
from rcdesk.ui.kit import moment
from rcdesk.ui.screens.registro.already import Already, Offers
from rcdesk.ui.screens.registro.box import Box
from rcdesk.ui.screens.registro.cards import Cards
from rcdesk.ui.screens.registro.last import Last
from rcdesk.ui.screens.registro.newcomer import Newcomer
from rcdesk.ui.screens.registro.passing import Passing
from rcdesk.ui.screens.registro.review import Review
from rcdesk.ui.screens.registro.voice import ALREADY, IN, REVIEW, Voice
from rcdesk.ui.screens.registro.who import Who
from rcdesk.work.asistentes import AsistenteRow, con_documento, registrar_asistente
from rcdesk.work.autorizaciones import texto_de_autorizacion
from rcdesk.work.candidatos import CandidatoRow, buscar_candidatos, buscar_parecidos, ver_candidato
from rcdesk.work.organizaciones import OfertaRow, ofrecer_organizaciones

if TYPE_CHECKING:
    from rcdesk.app.desk import Changed
    from rcdesk.app.steps import Step
    from rcdesk.domain.autorizaciones import Respuesta
    from rcdesk.ui.screens.registro.screen import RegistroScreen

_OWN: Final = ("Registrar ingreso", "Registrar persona", "Anotar salida", "Anotar reingreso")  # what this door does
_PAUSE: Final = 500  # ms after the last key until what is half typed is kept
_HINTS: Final = "Enter  registrar      ↓  elegir otra      Ctrl Z  deshacer el último"
_HINTS_OF_NOBODY: Final = "Enter  persona nueva      Esc  borrar"
_HINTS_OF_ALREADY: Final = "Enter  siguiente      Ctrl Z  deshacer el último      F1  teclas"
_HINTS_OF_NEWCOMER: Final = "Enter  siguiente campo      Esc  volver a buscar      F1  teclas"


class Door(QObject):
    """Its methods are the commands `door.…`; the box, who was found, the new person and the last answer are its own.

    For what is read and not typed there are `let_in_by_key`, `begin_with`, `show_card` and `tell_review`.
    """

    def __init__(self, screen: RegistroScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._enter: Callable[[], object] | None = None  # what Enter does in the box while a card has something to say
        self._told: CandidatoRow | None = None  # who is said to be in already
        self._entrance: Step | None = None  # the last step of this desk, to be taken back from its card
        self.box, self.who, self.newcomer, self.last = Box(), Who(), Newcomer(), Last()
        self.already, self.more, self.review = Already(), Offers(), Review()
        self.cards, self.voice, self.passing = Cards(screen.roll.people), Voice(screen), Passing(screen)
        for card in (self.who, self.newcomer, self.review):
            self.cards.hold(card)
        self.cards.hold(self.already, self.more)
        self._offered: Sequence[OfertaRow] | None = (
            None  # what completes an organisation; among 50,000 people it is slow
        )
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._keep_draft)

    def connect_parts(self) -> None:
        """Listen to the keys, once the list of the screen is there."""
        self.box.typed.connect(self.search)
        self.box.moved.connect(self._move)
        self.box.entered.connect(self.accept)
        self.box.left.connect(self.clear)
        self.who.accepted.connect(self.accept)
        self.already.accepted.connect(self.accept)
        self.more.return_wanted.connect(self.come_back)
        self.more.apart_wanted.connect(self.register_apart)
        self.more.annul_wanted.connect(self.annul_told)
        self.more.exit_wanted.connect(self.go_out)
        self.newcomer.wanted.connect(self._keep_newcomer)
        self.newcomer.left.connect(self._screen.to_box)
        self.newcomer.typed.connect(self._pause.start)
        found = self._screen.people.found
        found.picked.connect(self._show_candidate)
        found.new_wanted.connect(self.new_person)
        found.taken.connect(self._take)
        found.left.connect(self._leave_found)
        self.newcomer.documented.connect(self._is_repeated)
        self.newcomer.named_so.connect(self._show_alike)
        self.newcomer.lowered.connect(found.enter)
        self.last.undo_wanted.connect(self._undo)
        self._screen.roll.counters.sound.clicked.connect(self.sound)

    # What is shown

    def refresh(self) -> None:
        """Read again whoever is being searched for."""
        self._screen.roll.counters.show_sound(on=self.voice.on)
        if self._enter is None and self.newcomer.isHidden():
            self.search()

    def heard(self, changed: Changed) -> None:
        """What completes an organisation is read again when somebody else than this door changed it."""
        if changed.action not in _OWN:
            self._offered = None

    def reset(self) -> None:
        """Bring back what was half typed in this hearing."""
        self._offered = None
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

    def offers(self, method: str) -> bool:
        """What is done to who was already in needs somebody told so; an exit, somebody found who is in."""
        match method:
            case "register_apart" | "annul_told":
                return self._told is not None
            case "come_back" | "go_out":
                return self._in_hand() is not None
            case _:
                return True

    def accept(self) -> None:
        """Enter: check in who is chosen, tell that they were in, or begin a new person."""
        chosen = self._screen.people.chosen()
        if self._enter is not None:
            self._enter()
        elif chosen is None:
            if self.box.text():
                self.new_person()
        elif chosen.fuera:
            self.come_back()
        elif chosen.hora_llegada:
            self._tell_already(chosen)
        else:
            self._let_in(chosen, self.who.answer())

    def new_person(self) -> None:
        """The same line becomes the new person."""
        self.newcomer.begin_with(self.box.text())
        self._show_newcomer()

    def register_apart(self) -> None:
        """Someone else has the document of who was already in: register them too; both stand, to be looked at."""
        told = self._told
        if told is not None:
            self.newcomer.begin_apart(told.documento_tipo, told.documento_numero or "")
            self._show_newcomer()

    def annul_told(self) -> None:
        """The entrance of who was already in was a mistake: withdraw it, with the reason."""
        if self._told is not None:
            self._screen.roll.annul_person(self._told.id, self._told.nombre)
            self.clear()

    def come_back(self) -> None:
        """Note that whoever is in hand comes in again; they never count twice."""
        row_ = self._in_hand()
        if row_ is not None and self.passing.come_back(row_.id):
            self._answer("Volvió", row_.nombre)

    def go_out(self) -> None:
        """Note that whoever is in hand goes out now."""
        row_ = self._in_hand()
        if row_ is not None and self.passing.go_out(row_.id):
            self._answer("Salió", row_.nombre)

    def sound(self) -> None:
        """Let the answers of the desk sound, or be silent; remembered."""
        self._screen.roll.counters.show_sound(on=self.voice.switch())
        self.voice.say(IN)

    # For what is read and not typed

    def let_in_by_key(self, key: str, answer: Respuesta | None = None, *, how: str = "") -> bool:
        """Check in whoever has that key in the list, or say that they were in; say whether they came in now.

        `how` says it in words: «con código QR». Nobody of this hearing has the key: it is told to be looked at.
        """
        row_ = self._screen.desk.ask(ver_candidato, audiencia_id=self._screen.audiencia_id, id=key)
        if row_ is None:
            self.tell_review("No está en la lista", "Esa tarjeta no es de esta audiencia. Búsquela por su nombre.")
            return False
        if row_.fuera:
            return self.passing.come_back(row_.id) and self._answer("Volvió", row_.nombre, how)
        if row_.hora_llegada:
            self._tell_already(row_)
            return False
        return self._let_in(row_, answer, how)

    def begin_with(self, values: Mapping[str, object]) -> None:
        """Begin a new person with what is known of them, field of the base → value, to be confirmed with Enter."""
        self.newcomer.begin_known(values)
        self._show_newcomer()

    def show_card(
        self, card: QWidget, below: QWidget | None = None, *, enter: Callable[[], object] | None = None
    ) -> None:
        """Show a card under the box, and in place of the list what goes with it. `enter` is Enter in the box.

        Both were given to `cards.hold` when they were made. It leaves when something is typed, with Esc, or when
        somebody comes in. The keys stay in the box.
        """
        self.box.empty()
        self._hold(card, below, enter or self.clear)
        self._to_line()

    def tell_review(self, words: str, detail: str = "") -> None:
        """Say, at two metres, that somebody must look: nobody came in."""
        self.review.tell(words, detail)
        self.voice.say(REVIEW)
        self.show_card(self.review)

    # Who is there

    def search(self) -> None:
        """Look for what is typed in the box."""
        self._enter = self._told = None
        typed, people = self.box.text(), self._screen.people
        if not typed:
            people.show_all()
            self.cards.show_card(None)
            self._screen.hints.emit("")
            return
        found = self._screen.desk.ask(buscar_candidatos, audiencia_id=self._screen.audiencia_id, texto=typed)
        people.show_found(found, typed)
        self.last.calm()
        self._show_candidate()

    def clear(self) -> None:
        """Leave the box ready for the next person."""
        self.box.empty()
        self.search()
        self._to_line()

    def tell_last(self, name: str, what: str = "Ingresó", how: str = "") -> None:
        """Answer, at two metres, that someone is in, went out or came back."""
        self._entrance = self._screen.desk.undo_step
        self.last.tell(what, name, "  ·  ".join(filter(None, (f"{moment.now():%H:%M:%S}", how))))
        self.voice.say(IN)

    @Slot(object)
    def _show_candidate(self, _row: object = None) -> None:
        people = self._screen.people
        chosen = people.chosen()
        if chosen is not None:
            self.who.show_candidate(chosen, self.box.text(), people.place())
        self.cards.show_card(self.who if chosen is not None else None)
        self._screen.hints.emit(_HINTS if chosen is not None else _HINTS_OF_NOBODY)

    def _move(self, by: int) -> None:
        if self._enter is None:
            self._screen.people.choose_next(by)
            self._show_candidate()

    def _tell_already(self, row_: CandidatoRow) -> None:
        self.already.tell(row_, self.passing.facts(row_))
        self.more.offer(row_)
        self.last.calm()
        self.voice.say(ALREADY)
        self._hold(self.already, self.more, self.clear)
        self._told = row_
        self._screen.hints.emit(_HINTS_OF_ALREADY)

    def _hold(self, card: QWidget, below: QWidget | None, enter: Callable[[], object]) -> None:
        self._enter, self._told = enter, None
        self.last.calm()
        self.cards.show_card(card, below)

    def _in_hand(self) -> CandidatoRow | None:
        """Who is said to be in, or is chosen among those found and is in."""
        row_ = self._told or (self._screen.people.chosen() if self._enter is None else None)
        return row_ if row_ is not None and row_.hora_llegada else None

    def _let_in(self, row_: CandidatoRow, answer: Respuesta | None, how: str = "") -> bool:
        return self.passing.come_in(row_, answer) and self._answer("Ingresó", row_.nombre, how)

    def _answer(self, what: str, name: str, how: str = "") -> bool:
        self.clear()
        self.tell_last(name, what, how)
        return True

    def _to_line(self) -> None:
        self.box.line.setFocus(Qt.FocusReason.OtherFocusReason)

    # The new person

    def _show_newcomer(self) -> None:
        screen = self._screen
        ask, hearing = screen.desk.ask, screen.audiencia_id
        if self._offered is None:
            self._offered = ask(ofrecer_organizaciones, audiencia_id=hearing)
        self.newcomer.offer(self._offered, ask(texto_de_autorizacion, audiencia_id=hearing))
        self._enter = self._told = None
        self.last.calm()
        self._show_alike(self.newcomer.name())
        self.cards.show_card(self.newcomer)
        self.newcomer.take_keys()
        screen.hints.emit(_HINTS_OF_NEWCOMER)

    def _show_alike(self, name: str) -> None:
        """While a name is typed, show who is called much like it: they may be the same person."""
        screen = self._screen
        found = screen.desk.ask(buscar_parecidos, audiencia_id=screen.audiencia_id, nombre=name)
        screen.people.show_found(found, name, alike=True)

    def _take(self, row_: CandidatoRow) -> None:
        """It was one of those that were alike: nobody new is needed."""
        self.newcomer.start("")
        self._keep_draft()
        if row_.hora_llegada:
            self.clear()
            self._tell_already(row_)
        else:
            self._let_in(row_, None)

    def _leave_found(self) -> None:
        if self.newcomer.isHidden():
            self._to_line()
        else:
            self.newcomer.name_keys()

    def _keep_newcomer(self) -> None:
        screen = self._screen
        with screen.attempt() as attempt:
            values = self.newcomer.values()
            if self._is_repeated(str(values["documento_numero"])):
                return
            self._pause.stop()
            key = screen.desk.do(
                registrar_asistente,
                audiencia_id=screen.audiencia_id,
                valores=values,
                hora=screen.late.hour(),
                consentimiento=self.newcomer.answer(),
                borrador=self._draft,
            )
        if attempt.ok:
            self._offer_too(str(values["organizacion"] or ""))
            self.newcomer.start("")
            self._answer("Ingresó", str(values["nombre"]))
            screen.asking.go_on(key)

    def _offer_too(self, name: str) -> None:
        """Complete from now on what was typed for the last one."""
        if self._offered is not None and name and all(one.nombre != name for one in self._offered):
            self._offered = [*self._offered, OfertaRow(name, name)]

    def _is_repeated(self, number: str) -> bool:
        """Tell, once for each document, that somebody of the hearing has it already."""
        screen = self._screen
        known = screen.desk.ask(con_documento, audiencia_id=screen.audiencia_id, numero=number)
        if known is None or self.newcomer.warned_of(number):
            return False
        self.newcomer.warn(number, _repeated(known))
        self.voice.say(REVIEW)
        return True

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
