"""The door: who comes is found or becomes a new person in the same line, and is checked in with Enter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit import moment
from rcdesk.ui.screens.registro.door.already import Already, Offers
from rcdesk.ui.screens.registro.door.box import Box
from rcdesk.ui.screens.registro.door.cards import Cards
from rcdesk.ui.screens.registro.door.last import Last
from rcdesk.ui.screens.registro.door.newcomers import Newcomers
from rcdesk.ui.screens.registro.door.passing import Passing
from rcdesk.ui.screens.registro.door.review import Review
from rcdesk.ui.screens.registro.door.voice import ALREADY, IN, REVIEW, Voice
from rcdesk.ui.screens.registro.door.who import Who
from rcdesk.work.asistentes import AsistenteRow
from rcdesk.work.candidatos import CandidatoRow, buscar_candidatos, ver_candidato

if TYPE_CHECKING:
    from rcdesk.app.steps import Step
    from rcdesk.domain.autorizaciones import Respuesta
    from rcdesk.ui.screens.registro.screen import RegistroScreen

_NOT_HERE: Final = "La tarjeta es de otra audiencia, o el registro se anuló. Busque a la persona por su nombre."
_HINTS: Final = "Enter  registrar      ↓  elegir otra      Ctrl Z  deshacer el último"
_HINTS_OF_NOBODY: Final = "Enter  persona nueva      Esc  borrar"
_HINTS_OF_ALREADY: Final = "Enter  siguiente      Ctrl Z  deshacer el último      F1  teclas"


class Door(QObject):
    """Its methods are the commands `door.…`; the box, who was found, the new person and the last answer are its own.

    For what is read and not typed there are `let_in_by_key`, `begin_with`, `show_card` and `tell_…`.
    """

    def __init__(self, screen: RegistroScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._enter: Callable[[], object] | None = None  # what Enter does in the box while a card has something to say
        self._told: CandidatoRow | None = None  # who is said to be in already
        self._entrance: Step | None = None  # the last step of this desk, to be taken back from its card
        self.newcomers = Newcomers(screen)
        self.box, self.who, self.newcomer, self.last = Box(), Who(), self.newcomers.card, Last()
        self.already, self.more, self.review = Already(), Offers(), Review()
        self.cards, self.voice, self.passing = Cards(screen.roll.people), Voice(screen), Passing(screen)
        for card in (self.who, self.newcomer, self.review):
            self.cards.hold(card)
        self.cards.hold(self.already, self.more)

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
        found = self._screen.people.found
        found.picked.connect(self._show_candidate)
        found.new_wanted.connect(self.new_person)
        self.newcomers.connect_parts()
        self.last.undo_wanted.connect(self._undo)
        self._screen.roll.counters.sound.clicked.connect(self.sound)

    # What is shown

    def refresh(self) -> None:
        """Read again whoever is being searched for."""
        self._screen.roll.counters.show_sound(on=self.voice.on)
        self._look_at_last()
        if self._enter is None and self.newcomer.isHidden() and not self.passing.under_way:
            self.search()

    def reset(self) -> None:
        """Another hearing: nobody is at the door, but for who was half typed in it."""
        self.last.hide()
        self.clear()
        self.newcomers.reset()

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
            elif not self.newcomer.isHidden():  # half typed, brought back
                self.newcomer.take_keys()
        elif chosen.fuera:
            self.come_back()
        elif chosen.hora_llegada:
            self._tell_already(chosen)
        else:
            self._let_in(chosen, self.who.answer())

    def new_person(self) -> None:
        """The same line becomes the new person."""
        self.newcomer.begin_with(self.box.text())
        self.newcomers.show()

    def register_apart(self) -> None:
        """Someone else has the document of who was already in: register them too; both stand, to be looked at."""
        told = self._told
        if told is not None:
            self.newcomer.begin_apart(told.documento_tipo, told.documento_numero or "")
            self.newcomers.show()

    def annul_told(self) -> None:
        """The entrance of who was already in was a mistake: withdraw it, with the reason."""
        if self._told is not None:
            self._screen.roll.annul_person(self._told.id, self._told.nombre)
            self.clear()

    def come_back(self) -> None:
        """Note that whoever is in hand comes in again; they never count twice."""
        row_ = self._in_hand()
        if row_ is not None and self.passing.come_back(row_.id):
            self.answer("Volvió", row_.nombre)

    def go_out(self) -> None:
        """Note that whoever is in hand goes out now."""
        row_ = self._in_hand()
        if row_ is not None and self.passing.go_out(row_.id):
            self.answer("Salió", row_.nombre)

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
            self.tell_stranger()
            return False
        if row_.fuera:
            return self.passing.come_back(row_.id) and self.answer("Volvió", row_.nombre, how)
        if row_.hora_llegada:
            self._tell_already(row_)
            return False
        return self._let_in(row_, answer, how)

    def begin_with(self, values: Mapping[str, object]) -> None:
        """Begin a new person with what is known of them, field of the base → value, to be confirmed with Enter."""
        self.newcomer.begin_known(values)
        self.newcomers.show()

    def show_card(
        self, card: QWidget, below: QWidget | None = None, *, enter: Callable[[], object] | None = None
    ) -> None:
        """Show a card under the box, and in place of the list what goes with it. `enter` is Enter in the box.

        Both were given to `cards.hold` when they were made. It leaves when something is typed, with Esc, or when
        somebody comes in. The keys stay in the box.
        """
        self.box.empty()
        self._hold(card, below, enter or self.clear)
        self.to_line()

    def tell_review(self, words: str, detail: str = "") -> None:
        """Say, at two metres, that somebody must look: nobody came in."""
        self.review.tell(words, detail)
        self.voice.say(REVIEW)
        self.show_card(self.review)

    def tell_stranger(self) -> None:
        """Say that the card that was read is of nobody of this hearing."""
        self.tell_review("No está en la lista", _NOT_HERE)

    # Who is there

    def search(self) -> None:
        """Look for what is typed in the box."""
        self._enter = self._told = None
        typed, people = self.box.text(), self._screen.people
        if not typed:
            people.show_all()
            self.who.forget()
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
        self.to_line()

    def show_newcomer(self) -> None:
        """Put the card of the new person in sight."""
        self._enter = self._told = None
        self.last.calm()
        self.cards.show_card(self.newcomer)

    def take(self, row_: CandidatoRow) -> None:
        """Do with somebody chosen what Enter would."""
        if row_.fuera and self.passing.come_back(row_.id):
            self.answer("Volvió", row_.nombre)
        elif row_.hora_llegada:
            self.clear()
            self._tell_already(row_)
        else:
            self._let_in(row_, None)

    def answer(self, what: str, name: str, how: str = "") -> bool:
        """Leave the box ready, and answer at two metres what somebody has just done."""
        self.clear()
        self.tell_last(name, what, how)
        return True

    def to_line(self) -> None:
        """Take the keys to the box."""
        self.box.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_keys(self) -> None:
        """Take the keys to what was being done: the new person in sight, or the box."""
        if self.newcomer.isVisibleTo(self._screen):
            self.newcomer.take_keys()
        else:
            self.to_line()

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
        """The arrows choose among who was found; with nothing typed, ↓ goes down to the list."""
        people = self._screen.people
        if self._enter is None and not self.box.text():
            if by > 0 and people.model.keys:
                people.table.setFocus(Qt.FocusReason.TabFocusReason)
        elif self._enter is None:
            people.choose_next(by)
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

    def _in_hand(self) -> CandidatoRow | AsistenteRow | None:
        """Who is said to be in, or is chosen among those found or in the list, and is in."""
        people = self._screen.people
        row_: CandidatoRow | AsistenteRow | None = self._told
        if row_ is None and self._enter is None:
            row_ = people.chosen() or (people.table.current() if people.table.hasFocus() else None)
        return row_ if row_ is not None and row_.hora_llegada else None

    def _let_in(self, row_: CandidatoRow, answer: Respuesta | None, how: str = "") -> bool:
        return self.passing.come_in(row_, answer) and self.answer("Ingresó", row_.nombre, how)

    def _look_at_last(self) -> None:
        """Say of the last answer, as long as it is in sight, whether it was taken back."""
        desk = self._screen.desk
        if self.last.isHidden() or self.passing.under_way:
            return
        if self._is_last(desk.redo_step):
            self.last.take_back()
        elif self._is_last(desk.undo_step):
            self.last.say_again()

    def _is_last(self, step: Step | None) -> bool:
        """Say whether `step` is what the last answer told: taken back and done again it has other entries."""
        last = self._entrance
        return last is not None and step is not None and (step.name, step.cells) == (last.name, last.cells)

    def _undo(self) -> None:
        """Take back the last entrance, and never anything done after it."""
        screen = self._screen
        if not self._is_last(screen.desk.undo_step):
            screen.banner.tell("neutral", "Después de ese ingreso se hizo otra cosa.", "Ctrl Z la deshace primero.")
            return
        with screen.attempt():
            screen.desk.undo()
