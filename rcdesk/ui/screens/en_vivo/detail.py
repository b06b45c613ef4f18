"""The question in hand: what was asked, what is answered, what will be done, and where it belongs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from rcdesk.domain.palabras import CANAL_PREGUNTA, MODO_RESPUESTA, con_mayuscula
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.fields import Choice, Field, Line, Text, TimeField
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.form import Form, Save
from rcdesk.ui.kit.icons import icon
from rcdesk.ui.kit.layout import boxed, column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel, escaped
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.states import UNKNOWN
from rcdesk.ui.screens.en_vivo.chips import CANALES, TIPOS
from rcdesk.ui.screens.en_vivo.looks import hour, state
from rcdesk.ui.screens.en_vivo.steps import STEPS
from rcdesk.work.cola import Ofertas
from rcdesk.work.pregunta import PreguntaVista

NAME: Final = "pregunta"
"""How the names of its fields begin: pregunta_respuesta_texto."""
FIELDS: Final = frozenset({"acciones_a_desarrollar", "respuesta_texto", "texto_editado"})
"""Those that a rule about the question may speak of."""
_MODES: Final = [("", "Sin indicar"), *((value, con_mayuscula(word)) for value, word in MODO_RESPUESTA.items())]
_FIELD_OF: Final = {
    "autor": "autor_nombre",
    "tema": "tema",
    "dependencia": "dependencia",
    "tipo": "tipo",
    "canal": "canal",
}
"""Name of a chip of the capture line → field of the question."""


class Detail(Card):
    """Every field saves by itself. `wanted` asks for a command of the screen, by the name of its method."""

    wanted = Signal(str)

    def __init__(self, screen: Screen, save: Save) -> None:
        super().__init__()
        self.setObjectName("detalle_pregunta")
        self.form = Form(screen, NAME, save)
        self._offers: Callable[[str], bool] = screen.offers
        self._code = named("en_mano", PlainLabel("", "title"))
        self._pill = named("estado_pregunta", Pill(UNKNOWN))
        self._text = named("pregunta_dicha", PlainLabel("", "lead", wrap=True))
        self._facts = PlainLabel("", "caption", "ink2", wrap=True)
        self._shared = PlainLabel("", "caption", "ink2", wrap=True)
        self._more = named("mas_acciones", Button("", "ellipsis", kind="quiet", small=True, hint="Más acciones"))
        self._more.clicked.connect(self._offer)
        self.answer = Text(lines=4, most=14)
        self._build()

    def _build(self) -> None:
        empty = EmptyState(
            "message-circle",
            "Ninguna pregunta en mano",
            "Elija una de la cola: aquí se lee entera, se responde y se dice a quién le toca.",
        )
        work = column(
            row(self._code, self._pill, None, self._more, gap=8),
            self._text,
            self._facts,
            self._shared,
            self._buttons(),
            Rule(),
            *self._answering(),
            Rule(),
            self._classifying(),
            None,
            margins=(20, 14, 16, 14),
            gap=8,
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(scrolling(work))
        self.setLayout(column((self._pages, 1), margins=(1, 1, 1, 2), gap=0))

    def _buttons(self) -> QWidget:
        self._aloud = named(
            "verbal", Button("Verbal", "check", "Ctrl Enter", small=True, hint="Respondida verbalmente")
        )
        self._approve = named("aprobar", Button("Aprobar", "", "A", small=True))
        self._group = named("agrupar", Button("Agrupar", "", "M", small=True))
        self._promise = named("compromiso", Button("Compromiso", "handshake", "F9", small=True))
        self._steps = (
            (self._aloud, "hand.answered_aloud"),
            (self._approve, "hand.approve"),
            (self._group, "hand.group"),
            (self._promise, "hand.promise"),
        )
        for button, method in self._steps:
            button.clicked.connect(lambda _checked=False, method=method: self.wanted.emit(method))
        return boxed(row(self._aloud, self._approve, self._group, None, gap=8))

    def _answering(self) -> tuple[QWidget, ...]:
        bind = self.form.bind
        answer = bind("respuesta_texto", Field("Respuesta", self.answer), hint="F8")
        who = bind("respuesta_responde", Field("Respondió", Line()))
        mode = bind("respuesta_modo", Field("Cómo", Choice(_MODES)))
        when = bind("respuesta_fecha", Field("A las", TimeField(placeholder="10:16")), shown=hour)
        actions = bind("acciones_a_desarrollar", Field("Acciones a desarrollar", Line()), hint="N. A. si no hay")
        self._promised = named("compromiso_hecho", PlainLabel("", "caption", "ok"))
        return (
            answer,
            Flow((who, 2), (mode, 2), (when, 1), (actions, 3), units=4, least=72),
            boxed(row(self._promise, self._promised, None, gap=10)),
        )

    def _classifying(self) -> QWidget:
        bind = self.form.bind
        self._author = Line()
        cells = (
            (bind("autor_nombre", Field("Autor", self._author), hint="F2"), 2),
            (bind("tema", Field("Tema", Line()), hint="F3"), 2),
            (bind("dependencia", Field("Dependencia", Line()), hint="F4"), 2),
            (bind("responsable", Field("Responsable", Line())), 2),
            (bind("tipo", Field("Tipo", Choice(TIPOS)), hint="F6"), 2),
            (bind("canal", Field("Canal", Choice(CANALES)), hint="F7"), 2),
            (bind("recibida", Field("Recibida a las", TimeField()), shown=hour), 1),
            (bind("texto_editado", Field("Redacción para el acta", Line()), hint="si hace falta otra"), 3),
        )
        return Flow(*cells, units=4, least=72)

    @property
    def key(self) -> str:
        """The question shown, or nothing."""
        return self.form.key

    def show_question(self, vista: PreguntaVista | None) -> None:
        """Show a question; what is being typed in it stays. None empties the pane, once what was typed is saved."""
        if vista is None:
            self.form.leave()
            self._pages.setCurrentIndex(0)
            return
        self._pages.setCurrentIndex(1)
        self._code.setText(vista.codigo)
        self._pill.set_state(state(vista))
        self._text.setText(vista.texto)
        self._facts.setText("  ·  ".join(filter(None, _facts(vista))))
        self._shared.setText("\n".join(f"También pregunta {one.autor} ({one.codigo})" for one in vista.agrupadas))
        self._shared.setVisible(bool(vista.agrupadas))
        self._author.setPlaceholderText("Anónimo" if vista.anonima else "Sin nombre")
        self._promised.setText(f"Compromiso {vista.compromiso}" if vista.compromiso else "")
        self.form.show(vista.id, vista)
        for button, method in self._steps:
            button.setEnabled(self._offers(method))

    def offer(self, ofertas: Ofertas) -> None:
        """Complete what is typed with these words."""
        offered = {
            "autor_nombre": ofertas.autores,
            "tema": ofertas.temas,
            "dependencia": ofertas.dependencias,
            "responsable": ofertas.responden,
            "respuesta_responde": ofertas.responden,
        }
        for campo, words in offered.items():
            editor = self.findChild(Line, f"{NAME}_{campo}")
            assert editor is not None  # bound in __init__
            editor.set_suggestions(words)

    def fill(self, name: str) -> None:
        """Take the keys to one thing of the question."""
        editor = self.findChild(QWidget, f"{NAME}_{_FIELD_OF[name]}")
        assert editor is not None  # bound in __init__
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(editor, Choice):
            editor.showPopup()

    def write(self) -> None:
        """Take the keys to the answer."""
        self.answer.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.answer.caret_to_end()

    def _offer(self) -> None:
        menu = QMenu(self)
        for method, words, name, key in STEPS:
            if self._offers(method):
                action = menu.addAction(icon(name), f"{escaped(words)}\t{key}")
                action.triggered.connect(lambda _checked=False, method=method: self.wanted.emit(method))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 2)))


def _facts(vista: PreguntaVista) -> list[Any]:
    channel = con_mayuscula(CANAL_PREGUNTA[vista.canal]) if vista.canal else ""
    grouped = f"agrupada en la {vista.principal}" if vista.principal else ""
    withdrawn = f"anulada: {vista.anulada}" if vista.anulada is not None else ""
    out = f"no procede: {vista.observacion}" if vista.estado == "fuera_de_alcance" else ""
    edited = f"para el acta: {vista.texto_editado}" if vista.texto_editado else ""
    return [
        vista.autor,
        vista.autor_organizacion,
        channel,
        hour(vista.recibida),
        vista.tema,
        grouped,
        out,
        withdrawn,
        edited,
    ]
