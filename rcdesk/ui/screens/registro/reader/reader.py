"""What a USB reader says at the door: a card brings its person, a sheet its folio, a cédula whoever it names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, assert_never

from PySide6.QtCore import QObject

from rcdesk.domain.autorizaciones import es_menor
from rcdesk.domain.codigos import Codigo
from rcdesk.domain.lector import Cedula, Ilegible, Lectura
from rcdesk.i18n import numero
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.choices import chosen, keep_choice
from rcdesk.ui.scanner import scanner_of
from rcdesk.ui.screens.registro.door.voice import REVIEW
from rcdesk.ui.screens.registro.reader.reading import Confirming, Leido, Reading
from rcdesk.ui.screens.registro.reader.trying import Trying
from rcdesk.ui.screens.registro.reader.unread import Hints, Unread
from rcdesk.work.autorizaciones import texto_de_autorizacion
from rcdesk.work.candidatos import CandidatoRow
from rcdesk.work.lector import CedulaRow, quien_lleva, quien_tiene, registrar_leido, ver_cedula

if TYPE_CHECKING:
    from rcdesk.ui.screens.registro.screen import RegistroScreen

_STRAIGHT: Final = "registro.tarjeta_directa"
_ON: Final = "sí"
_SEXES: Final = {"F": "Mujer", "M": "Hombre", "": ""}
_FOUND: Final = {
    "asistente": "está en la lista",
    "invitado": "está entre los invitados",
    "persona": "está en el directorio",
}
_BY_CARD, _BY_CEDULA = "con código QR", "con la cédula"


class Reader(QObject):
    """Its methods are the commands `reader.…`. Whoever was read is held only while their card is in sight."""

    def __init__(self, screen: RegistroScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self.card, self.confirming = Reading(), Confirming(screen.door.box.line)
        self.unread, self.hints = Unread(), Hints()
        screen.door.cards.hold(self.card, self.confirming)
        screen.door.cards.hold(self.unread, self.hints)
        self._enter: Callable[[], object] | None = None
        self._failed = ("", 0)  # the day, and how many readings failed in it
        self._interrupted = False  # a new person was half typed when it was read
        screen.door.box.typed.connect(self._forget)
        self.card.accepted.connect(self.accept)
        self.confirming.accepted.connect(self.accept)
        self.confirming.left.connect(self._leave)
        self.confirming.chosen.connect(self.card.show_name)
        self.confirming.straight.edited.connect(self.switch_straight)
        self.hints.trial_wanted.connect(self.probe)

    # Commands

    def offers(self, method: str) -> bool:
        """A reader is tried where there is one to listen to."""
        return method != "probe" or scanner_of(self._screen) is not None

    def probe(self) -> None:
        """See how a reader types."""
        scanner = scanner_of(self._screen)
        if scanner is not None:
            dialog = Trying(self._screen, scanner)
            dialog.exec()
            dialog.deleteLater()

    def switch_straight(self) -> None:
        """Let who carries a card in as soon as it is read, or only with Enter; remembered."""
        keep_choice(self._screen, _STRAIGHT, "" if self.straight else _ON)
        told = "entra sin Enter, al leerla" if self.straight else "se confirma con Enter"
        self._screen.said.emit(f"Desde ahora, quien trae tarjeta QR {told}.")

    @property
    def straight(self) -> bool:
        """Whether who carries a card comes in without Enter."""
        return chosen(self._screen, _STRAIGHT) == _ON

    def accept(self) -> None:
        """Enter: let in whoever was read."""
        if self._enter is not None:
            self._enter()

    # What is read

    def take(self, lectura: Lectura) -> None:
        """Show what was read, to be confirmed."""
        screen, newcomer = self._screen, self._screen.door.newcomer
        self._enter = None
        if not newcomer.isHidden():
            self._interrupted = bool(newcomer.draft())
        if isinstance(lectura, Codigo) and lectura.clase == "hoja":
            screen.folios.open(lectura.id)
            return
        if screen.covered is not None:
            screen.said.emit("Se leyó una tarjeta: salga con Esc a la puerta y pásela otra vez.")
            return
        match lectura:
            case Codigo():
                self._take_card(lectura)
            case Cedula():
                self._take_cedula(lectura)
            case Ilegible():
                self._tell_unread(lectura)
            case _:
                assert_never(lectura)

    def _take_card(self, code: Codigo) -> None:
        screen = self._screen
        kind: Literal["asistente", "persona"] = "persona" if code.clase == "persona" else "asistente"
        row = screen.desk.ask(quien_lleva, audiencia_id=screen.audiencia_id, clase=kind, id=code.id)
        if row is None:
            screen.door.tell_stranger()
        elif self._is_in(row):
            screen.door.let_in_by_key(row.id, how=_BY_CARD)
        elif self.straight:
            self._let_in(row, {}, _BY_CARD)
        else:
            facts = (("Documento", _document(row.documento_tipo, row.documento_numero)),)
            self._show(row, Leido(f"Tarjeta leída, {_FOUND[row.origen]}", *_who(row), facts, _verb(row)), {}, _BY_CARD)

    def _take_cedula(self, cedula: Cedula) -> None:
        screen = self._screen
        row = screen.desk.ask(quien_tiene, audiencia_id=screen.audiencia_id, numero=cedula.numero)
        if row is not None and self._is_in(row):
            screen.door.let_in_by_key(row.id, how=_BY_CEDULA)
            return
        today = date.fromisoformat(moment.today())
        listed = row.nombre if row is not None else ""
        known = screen.desk.ask(ver_cedula, audiencia_id=screen.audiencia_id, cedula=cedula, conocido=listed, hoy=today)
        if row is None:
            self._begin(known)
            return
        facts = (
            ("Documento", _document(cedula.tipo, cedula.numero)),
            *((("Rango de edad", f"{known.rango_edad} años"),) if known.rango_edad else ()),
            *((("Sexo", _SEXES[cedula.sexo]),) if known.genero else ()),
        )
        leido = Leido(
            f"Cédula leída, {_FOUND[row.origen]}",
            f"{moment.now():%H:%M:%S}",
            known.nombre,
            row.grupo,
            facts,
            _verb(row),
            otro="" if known.identico else row.nombre,
            autorizacion=row.autorizacion,
            menor=es_menor(cedula.tipo, known.rango_edad),
            guarda=known.guarda,
        )
        self._show(row, leido, known.valores, _BY_CEDULA)

    def _begin(self, known: CedulaRow) -> None:
        """Nobody has that document: it is a new person, with what their cédula says."""
        screen = self._screen
        if self._interrupted:
            newcomer = screen.door.newcomer
            if newcomer.isHidden():
                screen.door.new_person()
            if newcomer.values()["documento_numero"] != known.valores["documento_numero"]:
                words = "Termine la persona que está escribiendo y pásela otra vez."
                screen.banner.tell("neutral", "Cédula leída: no está en la lista.", words)
            return
        screen.door.begin_with({**known.valores, "nombre": known.nombre})
        screen.said.emit("Cédula leída: no está en la lista. Revise el nombre.")

    def _tell_unread(self, lectura: Ilegible) -> None:
        screen, (day, failed) = self._screen, self._failed
        today = moment.today()
        self._failed = (today, failed + 1 if day == today else 1)
        self.unread.tell(lectura)
        self.hints.count(self._failed[1])
        screen.door.voice.say(REVIEW)
        screen.door.show_card(self.unread, self.hints)
        screen.hints.emit("")

    # Who is confirmed

    @staticmethod
    def _is_in(row: CandidatoRow) -> bool:
        return row.hora_llegada is not None and row.fuera is None

    def _show(self, row: CandidatoRow, leido: Leido, values: Mapping[str, object], how: str) -> None:
        def enter() -> None:
            chosen_name = leido.otro and self.confirming.which.value() == "cedula"
            self._let_in(row, {**values, "nombre": leido.nombre} if chosen_name else values, how)

        text = self._screen.desk.ask(texto_de_autorizacion, audiencia_id=self._screen.audiencia_id)
        self.card.tell(leido)
        self.confirming.tell(leido)
        self.confirming.consent.ask(image=text.imagen_y_voz)
        self.confirming.straight.set_value(self.straight)
        self._screen.door.show_card(self.card, self.confirming, enter=enter)
        self._enter = enter
        self._screen.hints.emit(self.confirming.keys())
        self.confirming.setFocus()

    def _let_in(self, row: CandidatoRow, values: Mapping[str, object], how: str) -> None:
        screen, door = self._screen, self._screen.door
        if row.fuera is not None:
            door.let_in_by_key(row.id, how=how)
            return
        with screen.attempt() as attempt:
            screen.desk.do(
                registrar_leido,
                audiencia_id=screen.audiencia_id,
                origen=row.origen,
                id=row.id,
                hora=screen.late.hour(),
                valores=values,
                consentimiento=self.confirming.answer() if self.card.isVisible() else None,
            )
        if attempt.ok:
            self._enter = None
            door.clear()
            self._go_on()
            door.tell_last(str(values.get("nombre") or row.nombre), how=how)

    def _leave(self) -> None:
        self._enter = None
        self._screen.to_box()
        self._go_on()

    def _go_on(self) -> None:
        """Bring back the new person that was half typed, if one was."""
        if self._interrupted:
            self._screen.door.new_person()
        self._interrupted = False

    def _forget(self) -> None:
        self._interrupted = False


def _who(row: CandidatoRow) -> tuple[str, str, str]:
    """The hour, the name and the group of a card."""
    return f"{moment.now():%H:%M:%S}", row.nombre, row.grupo


def _verb(row: CandidatoRow) -> str:
    return "Registrar ingreso" if row.fuera is None else "Registrar reingreso"


def _document(kind: str | None, number: str | None) -> str:
    """Write a document whole: who brings it stands there, and it is compared with the paper in their hand."""
    if not number:
        return "Sin documento"
    written = numero(int(number)) if number.isdigit() else number
    return f"{kind} {written}" if kind and kind != "otro" else written
