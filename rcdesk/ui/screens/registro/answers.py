"""What the person in hand answered: about their data, with its text, moment and desk, and the enfoque diferencial."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rcdesk.domain.autorizaciones import Respuesta
from rcdesk.domain.caracterizacion import Campo
from rcdesk.domain.registro.valores import NO_RESPONDE
from rcdesk.i18n import COLOMBIA, fecha_corta
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.dialog import ask_reason
from rcdesk.ui.kit.fields import Check, Choice, Field
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.layout import boxed, column, emptied, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.states import State
from rcdesk.ui.screens.registro.consent import Consent
from rcdesk.work.asistentes import corregir_asistente
from rcdesk.work.autorizaciones import (
    AutorizacionRow,
    RespuestaRow,
    anotar_autorizacion,
    historia_de_autorizacion,
    revocar_autorizacion,
    ver_autorizacion,
)
from rcdesk.work.caracterizacion import CampoRow, caracterizar, ver_caracterizacion, ver_preguntas

_INCOMPLETE: Final = State("Falta quién lo representa", "circle-alert", "warn")
_GUARDIAN: Final = "autorizacion_representante"
_UNASKED: Final = "Sin preguntar"
_YES_NO: Final[Mapping[bool | None, str]] = {True: "sí", False: "no", None: "sin responder"}


class Answers(QWidget):
    """Each answer is written at once. Whatever was answered before is told below, with who wrote it and where."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen, self._key = screen, ""
        self._shown: AutorizacionRow | None = None
        self.consent = Consent("autorizacion", paper=False)
        self.consent.ask(image=True)
        self.consent.committed.connect(self._keep)
        self._incomplete = Pill(_INCOMPLETE)
        self._noted = named("autorizacion_cuando", PlainLabel("", "caption", "ink2", wrap=True))
        self.revoke = named("revocar_autorizacion", Button("Revocar…", "ban", kind="quiet", small=True))
        self.revoke.clicked.connect(self._revoke)
        self._past = named("autorizacion_historia", PlainLabel("", "caption", "ink2", wrap=True))
        self.setLayout(
            column(
                self.consent,
                row(self._incomplete, None),
                row((self._noted, 1), self.revoke, gap=8),
                self._past,
                gap=6,
            )
        )

    def show_person(self, key: str) -> None:
        """Show what someone answered; what is being typed about the same person stays."""
        if key != self._key:
            self.consent.start()
            self._key = key
        told = self._shown = self._screen.desk.ask(ver_autorizacion, id=key)
        if told is None:
            return
        self.consent.set_minor(told.menor)
        self.consent.show_answer(_said(told.otorgada), told.imagen_y_voz, told.representante)
        self._incomplete.set_state(_INCOMPLETE if told.incompleta else None)
        self.revoke.setVisible(bool(told.otorgada or told.imagen_y_voz))
        self._noted.setText(_noted(told))
        past = self._screen.desk.ask(historia_de_autorizacion, id=key)[1:]
        self._past.setText("\n".join(("Antes:", *map(_before, past))) if past else "")
        self._past.setVisible(bool(past))

    def _keep(self) -> None:
        """Write what differs from what the base has."""
        told, said = self._shown, self.consent.answer()
        if told is None:
            return
        data = said.datos if said.datos != _said(told.otorgada) else None
        image = said.imagen_y_voz if said.imagen_y_voz != told.imagen_y_voz else None
        desk = self._screen.desk
        with self._screen.attempt():
            if data is not None or image is not None:
                desk.do(anotar_autorizacion, id=self._key, consentimiento=Respuesta(data, image))
            if told.menor and said.representante != (told.representante or ""):
                seen = {_GUARDIAN: told.representante}
                desk.do(corregir_asistente, id=self._key, valores={_GUARDIAN: said.representante}, seen=seen)
                self.consent.guardian.settle()

    def _revoke(self) -> None:
        reason = ask_reason(
            self._screen, "Revocar la autorización", "¿Cuándo y por qué medio la revocó?", verb="Revocar"
        )
        if reason is not None:
            with self._screen.attempt():
                self._screen.desk.do(revocar_autorizacion, id=self._key, motivo=reason)


class Characterization(QWidget):
    """The fields of the enfoque diferencial that the entity asks, of one person: all voluntary, never printed so."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen, self._key = screen, ""
        self._asked: tuple[CampoRow, ...] | None = None
        self._choices: dict[Campo, Choice] = {}
        self._ticks: dict[Campo, dict[str, Check]] = {}
        self._options: dict[Campo, Sequence[tuple[str, str]]] = {}
        self._said: Mapping[Campo, tuple[str, ...]] = {}
        self._fields: QVBoxLayout = column(gap=8)
        note = PlainLabel("Voluntaria. Nunca se imprime por persona: solo en cifras.", "caption", "ink2", wrap=True)
        self.setLayout(column(PlainLabel("Caracterización", "strong"), note, self._fields, gap=6))

    def show_person(self, key: str) -> None:
        """Show what someone answered."""
        self._key, desk = key, self._screen.desk
        self._build(desk.ask(ver_preguntas).pedidos)
        said = self._said = desk.ask(ver_caracterizacion, id=key)
        for campo, choice in self._choices.items():
            choice.set_value("")
            choice.set_options(self._options[campo])  # what only the one before answered is not offered to this one
            choice.set_value(next(iter(said.get(campo, ())), ""))
        for campo, ticks in self._ticks.items():
            for option, tick in ticks.items():
                tick.set_value(option in said.get(campo, ()))
        self.setVisible(bool(self._asked))

    def take_keys(self) -> None:
        """Put the keys in the first field."""
        first: QWidget | None = next(iter(self._choices.values()), None)
        for ticks in self._ticks.values():
            first = first or next(iter(ticks.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, asked: tuple[CampoRow, ...]) -> None:
        """Make the fields, when what is asked changed."""
        if asked == self._asked:
            return
        self._asked = asked
        emptied(self._fields)
        self._choices, self._ticks, self._options = {}, {}, {}
        ones = [(self._choice(row_), 2) for row_ in asked if not row_.multiple]
        if ones:
            self._fields.addWidget(Flow(*ones, units=4, least=72))
        for row_ in asked:
            if row_.multiple:
                self._fields.addWidget(self._several(row_))

    def _choice(self, row_: CampoRow) -> Field:
        options = (("", _UNASKED), *((one, one) for one in row_.opciones), (NO_RESPONDE, NO_RESPONDE))
        choice = named(f"caracterizacion_{row_.campo}", Choice(options))
        choice.committed.connect(lambda: self._keep(row_.campo, (choice.value(),) if choice.value() else ()))
        self._choices[row_.campo], self._options[row_.campo] = choice, options
        return Field(row_.titulo, choice)

    def _several(self, row_: CampoRow) -> QWidget:
        ticks: dict[str, Check] = {}
        for place, option in enumerate((*row_.opciones, NO_RESPONDE)):
            ticks[option] = named(f"caracterizacion_{row_.campo}_{place}", Check(option))
            ticks[option].committed.connect(lambda option=option: self._tick(row_.campo, option))
        self._ticks[row_.campo] = ticks
        cells: list[Any] = [(tick, 2) for tick in ticks.values()]
        return boxed(column(PlainLabel(row_.titulo, "label", "ink2"), Flow(*cells, units=4, least=72), gap=2))

    def _tick(self, campo: Campo, last: str) -> None:
        """«No responde» and an answer take each other away; an answer that is not offered here stays."""
        ticks = self._ticks[campo]
        on = [option for option, tick in ticks.items() if tick.value()]
        on += [one for one in self._said.get(campo, ()) if one not in ticks]
        said = [one for one in on if (one == NO_RESPONDE) == (last == NO_RESPONDE)] if last in on else on
        self._keep(campo, tuple(said))

    def _keep(self, campo: Campo, said: tuple[str, ...]) -> None:
        with self._screen.attempt():
            self._screen.desk.do(caracterizar, id=self._key, campo=campo, dichas=said)


def _said(granted: bool | None) -> str | None:
    """The answer of the base as the one of `Consent`; None while nobody asked."""
    return None if granted is None else "si" if granted else "no"


def _noted(told: AutorizacionRow) -> str:
    if told.cuando is None:
        return "Nadie le ha preguntado." if told.otorgada is None else "Sin fecha de la respuesta."
    version = f"texto versión {told.version}" if told.version else ""
    when = f"Respondió el {_moment(told.cuando)}"
    return "  ·  ".join(filter(None, (when, version, told.puesto or "", told.observacion or "")))


def _before(one: RespuestaRow) -> str:
    image = f", imagen y voz {_YES_NO[one.imagen_y_voz]}" if one.imagen_y_voz is not None else ""
    return f"{_moment(one.cuando)}: {_YES_NO[one.otorgada]}{image}  ·  {one.quien}, {one.puesto}"


def _moment(instant: str) -> str:
    """«20/nov/2026, 10:41», of Bogotá; the day alone when that is all that is known."""
    if "T" not in instant:
        return fecha_corta(instant)
    at = datetime.fromisoformat(instant).astimezone(COLOMBIA)
    return f"{fecha_corta(at.date().isoformat())}, {at:%H:%M}"
