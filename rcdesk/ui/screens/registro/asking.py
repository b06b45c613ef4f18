"""What the entity asks about people: which fields, with which answers, and what of it at the door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLayout

from rcdesk.domain.caracterizacion import CAMPOS, Campo
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.fields import Check, Choice, Field, Text
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panel import Panel
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.registro.texts import Texts
from rcdesk.work.caracterizacion import (
    AlRegistrar,
    PreguntasRow,
    escribir_opciones,
    pedir_al_registrar,
    pedir_campos,
    ver_preguntas,
)

if TYPE_CHECKING:
    from rcdesk.ui.screens.registro.screen import RegistroScreen

_TEACH: Final = "Todo es voluntario: «No responde» está siempre. Lo ya respondido se conserva si se deja de preguntar."
_AT_THE_DOOR: Final[tuple[tuple[AlRegistrar, str], ...]] = (
    ("imagen_y_voz", "Si autoriza el uso de su imagen y su voz"),
    ("caracterizacion", "La caracterización, después de guardar"),
)


_LEAST: Final = 150  # px at 100 % text that what is asked needs: at large text it scrolls


class Asking(QObject):
    """Its methods are the commands `asking.…`."""

    def __init__(self, screen: RegistroScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._fields: Fields | None = None
        self._texts: Texts | None = None

    def go_on(self, key: str) -> None:
        """Somebody new is in: ask them what the entity wants asked after that, if it does. Esc goes on to the next."""
        if "caracterizacion" in self._screen.desk.ask(ver_preguntas).al_registrar:
            self._screen.roll.seek(key)
            self._screen.side.person.take_characterization()

    def fields(self) -> None:
        """Choose what is asked about people."""
        self._fields = self._fields or Fields(self._screen)
        self._fields.look()

    def text(self) -> None:
        """See the versions of the consent, and write another."""
        self._texts = self._texts or Texts(self._screen)
        self._texts.look(self._screen.audiencia_id)


class Fields(Panel):
    """Each change is kept at once."""

    def __init__(self, screen: HearingScreen) -> None:
        self._screen = screen
        self._told: PreguntasRow | None = None
        self._asked = {campo: Check(una.titulo) for campo, una in CAMPOS.items()}
        self._door = {value: Check(words) for value, words in _AT_THE_DOOR}
        open_ones = [(str(campo), una.titulo) for campo, una in CAMPOS.items() if not una.cerrado]
        self._which = named("opciones_de", Choice(open_ones))
        self._options = named("opciones", Text(lines=5, most=7))
        self._field = Field("Respuestas, una en cada renglón", self._options, hint="«No responde» está siempre")
        super().__init__(screen, self._laid_out(), where="middle", width=640)
        for campo, check in self._asked.items():
            named(f"preguntar_{campo}", check).committed.connect(self._keep_fields)
        for value, check in self._door.items():
            named(f"al_registrar_{value}", check).committed.connect(self._keep_door)
        self._which.set_value("genero")
        self._which.committed.connect(self._show_options)
        self._options.committed.connect(self._keep_options)
        self.closed.connect(self._keep_options)

    def _laid_out(self) -> QLayout:
        done = named("cerrar_preguntas", Button("Listo", "check", "Esc"))
        done.clicked.connect(self.close_panel)
        teach = PlainLabel(_TEACH, "body", "ink2", wrap=True)
        head = column(PlainLabel("Qué se pregunta de las personas", "title"), teach, margins=(24, 18, 24, 10), gap=4)
        asked: list[Any] = [(check, 3) for check in self._asked.values()]
        door: list[Any] = [(check, 6) for check in self._door.values()]
        body = column(
            PlainLabel("Caracterización", "strong"),
            Flow(*asked, units=6, least=72),
            6,
            Flow((Field("Respuestas de", self._which), 2), (self._field, 4), units=6, least=72),
            6,
            PlainLabel("A quien es nuevo se le pregunta también, en la puerta", "strong"),
            Flow(*door, units=6, least=72),
            None,
            margins=(24, 12, 24, 14),
            gap=6,
        )
        area = scrolling(body)
        area.setMinimumHeight(look().px(_LEAST) if look().large else body.totalSizeHint().height())
        foot = row(None, done, margins=(24, 10, 20, 14))
        return column(head, Rule(), (area, 1), Rule(), foot, margins=(1, 1, 1, 1), gap=0)

    def look(self) -> None:
        """Open it."""
        self._show()
        self.open(next(iter(self._asked.values())))

    def _show(self) -> None:
        told = self._told = self._screen.desk.ask(ver_preguntas)
        for campo in told.campos:
            self._asked[campo.campo].set_value(campo.pedido)
        for value, check in self._door.items():
            check.set_value(value in told.al_registrar)
        self._show_options()

    def _show_options(self) -> None:
        if self._told is not None:
            row_ = next(one for one in self._told.campos if one.campo == self._which.value())
            self._field.set_value("\n".join(row_.opciones))

    def _keep_fields(self) -> None:
        with self._screen.attempt():
            asked = [campo for campo, check in self._asked.items() if check.value()]
            self._screen.desk.do(pedir_campos, campos=asked)

    def _keep_door(self) -> None:
        with self._screen.attempt():
            asked = [value for value, check in self._door.items() if check.value()]
            self._screen.desk.do(pedir_al_registrar, que=asked)

    def _keep_options(self) -> None:
        """Write the answers of the field in sight; what is refused is told under them."""
        if not self._options.is_unsaved():
            return
        campo, lines = cast(Campo, self._which.value()), self._options.value().splitlines()
        with self._screen.attempt():
            self._screen.desk.do(escribir_opciones, campo=campo, opciones=lines)
            self._told = self._screen.desk.ask(ver_preguntas)
            self._show_options()
