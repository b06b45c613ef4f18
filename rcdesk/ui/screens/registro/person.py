"""The person chosen in the list: every field saves by itself; their consent is written with the text and the moment."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from rcdesk.domain.palabras import CALIDAD, TIPO_DOCUMENTO, con_mayuscula
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.fields import Choice, Field, Line, NumberField, Segmented, TimeField
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.form import Form, Save
from rcdesk.ui.kit.layout import column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.states import UNKNOWN
from rcdesk.ui.screens.registro.answers import Answers, Characterization
from rcdesk.ui.screens.registro.looks import arrival, went_out
from rcdesk.work.asistentes import AsistenteRow
from rcdesk.work.movimientos import listar_movimientos

NAME: Final = "asistente"
_KINDS: Final = [("", "—"), *((value, value if value != "otro" else "Otro") for value in TIPO_DOCUMENTO)]
_QUALITIES: Final = [("", "Sin indicar"), *((value, con_mayuscula(word)) for value, word in CALIDAD.items())]

_STEPS: Final = {"salida": "Salió", "reingreso": "Volvió"}


class Person(QWidget):
    """`annul_wanted`, `enter_wanted`, `exit_wanted` and `return_wanted` ask the screen."""

    annul_wanted = Signal()
    enter_wanted = Signal()
    exit_wanted = Signal()
    return_wanted = Signal()

    def __init__(self, screen: Screen, save: Save) -> None:
        super().__init__()
        self._screen, self.form = screen, Form(screen, NAME, save)
        self._title = named("persona_en_mano", PlainLabel("", "lead", wrap=True))
        self._state = Pill(UNKNOWN)
        self._reason = PlainLabel("", "caption", "ink2", wrap=True)
        self._moves = named("movimientos_persona", PlainLabel("", "caption", "ink2", wrap=True))
        self._enter = named("ingresar_persona", Button("Registrar ingreso", "check", small=True))
        self._enter.clicked.connect(self.enter_wanted)
        self._out = named("salida_persona", Button("Anotar salida", "corner-up-right", small=True))
        self._out.clicked.connect(self.exit_wanted)
        self._back = named("reingreso_persona", Button("Anotar reingreso", "undo-2", small=True))
        self._back.clicked.connect(self.return_wanted)
        self._annul = named("anular_persona", Button("Anular…", "trash-2", "Supr", kind="quiet", small=True))
        self._annul.clicked.connect(self.annul_wanted)
        self.answers, self.characterization = Answers(screen), Characterization(screen)
        self._pages = QStackedWidget()
        self._pages.addWidget(
            EmptyState(
                "user", "Nadie elegido", "Elija a alguien de la lista para corregir sus datos o anular su registro."
            )
        )
        self._work = scrolling(self._fields())
        self._pages.addWidget(self._work)
        self.setLayout(column((self._pages, 1)))

    def _fields(self) -> QLayout:
        bind = self.form.bind
        cells = (
            (bind("nombre", Field("Nombre y apellidos", Line())), 4),
            (bind("documento_tipo", Field("Tipo", Choice(_KINDS))), 1),
            (bind("documento_numero", Field("Documento", Line())), 3),
            (bind("organizacion", Field("Entidad o grupo", Line())), 4),
            (
                bind(
                    "modalidad", Field("Modalidad", Segmented((("presencial", "Presencial"), ("virtual", "Virtual"))))
                ),
                3,
            ),
            (bind("hora_llegada", Field("Ingresó", TimeField())), 1),
            (bind("calidad", Field("En calidad de", Choice(_QUALITIES))), 2),
            (bind("cargo", Field("Cargo", Line())), 2),
            (bind("telefono", Field("Teléfono", Line())), 2),
            (bind("municipio", Field("Municipio", Line())), 2),
            (bind("territorio", Field("Comuna o localidad", Line())), 2),
            (bind("correo", Field("Correo", Line())), 2),
            (bind("folio", Field("Folio", NumberField(least=1))), 2),
            (bind("renglon", Field("Renglón", NumberField(least=1))), 2),
        )
        fields = Flow(*cells, units=4, least=72)
        return column(
            row((self._title, 1), self._state, gap=8),
            self._reason,
            row(self._enter, self._out, self._back, None),
            self._moves,
            self.answers,
            fields,
            Rule(),
            self.characterization,
            row(None, self._annul),
            None,
            margins=(20, 12, 16, 14),
            gap=10,
        )

    @property
    def key(self) -> str:
        """The person shown, or nothing."""
        return self.form.key

    def show_person(self, row_: AsistenteRow | None) -> None:
        """Show someone; what is being typed about them stays."""
        if row_ is None:
            self.form.leave()
            self._pages.setCurrentIndex(0)
            return
        self._pages.setCurrentIndex(1)
        self._title.setText(row_.nombre or "Ilegible")
        here = went_out(row_.fuera) if row_.fuera else arrival(row_.hora_llegada)
        self._state.set_state(here if row_.anulada is None else None)
        self._reason.setText(f"Registro anulado: {row_.anulada}" if row_.anulada is not None else "")
        self._reason.setVisible(row_.anulada is not None)
        self._enter.setVisible(row_.anulada is None and not row_.hora_llegada)
        moves = self._screen.desk.ask(listar_movimientos, asistente_id=row_.id)
        self._moves.setText("  ·  ".join(f"{_STEPS[move.paso]} {move.hora}" for move in moves))
        self._moves.setVisible(bool(moves))
        came = row_.anulada is None and bool(row_.hora_llegada)
        self._out.setVisible(came and row_.fuera is None)
        self._back.setVisible(came and row_.fuera is not None)
        self._annul.setVisible(row_.anulada is None)
        self.answers.show_person(row_.id)
        self.characterization.show_person(row_.id)
        self.form.show(row_.id, row_)

    def take_characterization(self) -> None:
        """Put the keys in the first field of the enfoque diferencial, in sight."""
        self.characterization.take_keys()
        self._show_characterization()
        # wrapped words know their height once they are laid out: then it is taken to its place
        QTimer.singleShot(0, self, self._show_characterization)

    def _show_characterization(self) -> None:
        self._work.verticalScrollBar().setValue(self.characterization.y())
