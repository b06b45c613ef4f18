"""The question in hand: what was asked, what is answered, what will be done, what happened, and where it belongs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QScrollArea, QStackedWidget, QWidget

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.diff import Diff
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.fields import Choice, Field, Line, Text, TimeField
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.form import Form, Save
from rcdesk.ui.kit.icons import icon
from rcdesk.ui.kit.layout import boxed, column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel, escaped, plain_tooltip
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.states import UNKNOWN
from rcdesk.ui.screens.en_vivo.answer import Answer
from rcdesk.ui.screens.en_vivo.chips import CANALES, TIPOS
from rcdesk.ui.screens.en_vivo.facts import asker, facts, note, others, term
from rcdesk.ui.screens.en_vivo.looks import hour, state
from rcdesk.ui.screens.en_vivo.past import Past
from rcdesk.ui.screens.en_vivo.steps import STEPS
from rcdesk.work.cola import Ofertas
from rcdesk.work.historia import historia_de_pregunta
from rcdesk.work.pregunta import PorRedactar, PreguntaVista, siguiente_por_redactar

NAME: Final = "pregunta"
"""How the names of its fields begin: pregunta_respuesta_texto."""
FIELDS: Final = frozenset({"acciones_a_desarrollar", "respuesta_texto", "texto_editado"})
"""Those that a rule about the question may speak of."""
_FIELD_OF: Final = {
    "autor": "autor_nombre",
    "tema": "tema",
    "dependencia": "dependencia",
    "tipo": "tipo",
    "canal": "canal",
}
"""Name of a chip of the capture line → field of the question."""


class Detail(Card):
    """Every field saves by itself. `wanted` asks for a command by its method, `sought` for another question."""

    wanted = Signal(str)
    sought = Signal(str)

    def __init__(self, screen: Screen, save: Save) -> None:
        super().__init__()
        self.setObjectName("detalle_pregunta")
        self._screen = screen
        self.form = Form(screen, NAME, save)
        self._offers: Callable[[str], bool] = screen.offers
        self._code = named("en_mano", PlainLabel("", "title"))
        self._pill = named("estado_pregunta", Pill(UNKNOWN))
        self._text = named("pregunta_dicha", PlainLabel("", "lead", wrap=True))
        self._asker = named("quien_pregunta", PlainLabel("", "strong", wrap=True))
        self._facts = named("datos_pregunta", PlainLabel("", "caption", "ink2", wrap=True))
        self._term = named("plazo_pregunta", Pill(UNKNOWN))
        self._note = named("nota_pregunta", PlainLabel("", "caption", "warn", wrap=True))
        self._shared = named("tambien_preguntan", PlainLabel("", "caption", "ink2", wrap=True))
        self._more = named("mas_acciones", Button("", "ellipsis", kind="quiet", small=True, hint="Más acciones"))
        self._more.clicked.connect(self._offer)
        self._answering = Answer(self.form)
        self.answer = self._answering.text
        self.past = Past()
        for part in (self._answering, self.past):
            part.wanted.connect(self.wanted)
        self._answering.sought.connect(self.sought)
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
            self._asker,
            self._facts,
            self._shared,
            self._note,
            row(self._term, None),
            Rule(),
            self._answering,
            self._buttons(),
            Rule(),
            self.past,
            Rule(),
            *self._belonging(),
            None,
            margins=(20, 12, 16, 14),
            gap=6,
        )
        self._area: QScrollArea = scrolling(work)
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(self._area)
        self.setLayout(column((self._pages, 1), margins=(1, 1, 1, 2), gap=0))

    def _buttons(self) -> QWidget:
        approve = named("aprobar", Button("Aprobar", "", "A", small=True))
        group = named("agrupar", Button("Agrupar", "", "M", small=True))
        self._promise = named("compromiso", Button("Compromiso", "handshake", "F9", small=True))
        project = named("proyectar", Button("Proyectar", "monitor-play", "F5", small=True))
        self._steps = (
            (project, "projection.show_hand"),
            (self._promise, "hand.promise"),
            (approve, "hand.approve"),
            (group, "group"),
        )
        for button, method in self._steps:
            button.clicked.connect(lambda _checked=False, method=method: self.wanted.emit(method))
        room = row(project, self._promise, None, gap=6)
        return boxed(column(room, row(approve, group, None, gap=6), gap=6))

    def _belonging(self) -> tuple[QWidget, ...]:
        bind = self.form.bind
        self._author = Line()
        self._wording = Text(lines=2, most=8)
        self._diff = named("diferencia_redaccion", Diff())
        cells = (
            (bind("autor_nombre", Field("Autor", self._author), hint="F2"), 2),
            (bind("tema", Field("Tema", Line()), hint="F3"), 2),
            (bind("dependencia", Field("Dependencia", Line()), hint="F4"), 2),
            (bind("responsable", Field("Responsable", Line())), 2),
            (bind("tipo", Field("Tipo", Choice(TIPOS)), hint="F6"), 2),
            (bind("canal", Field("Canal", Choice(CANALES)), hint="F7"), 2),
            *((field, 2) for field in self._answering.belonging()),
            (bind("recibida", Field("Recibida a las", TimeField()), shown=hour), 2),
        )
        wording = bind("texto_editado", Field("Redacción para el acta", self._wording), hint="si hace falta otra")
        return Flow(*cells, units=4, least=72), wording, self._diff

    @property
    def key(self) -> str:
        """The question shown, or nothing."""
        return self.form.key

    def expanding(self) -> tuple[Text | Line, ...]:
        """Return the fields where abbreviations become their text."""
        return self.answer, self._answering.todo, self._wording

    def show_question(self, vista: PreguntaVista | None) -> None:
        """Show a question; what is being typed in it stays. None empties the pane, once what was typed is saved."""
        if vista is None:
            self.form.leave()
            self._pages.setCurrentIndex(0)
            return
        self._pages.setCurrentIndex(1)
        if vista.id != self.key:
            self._area.verticalScrollBar().setValue(0)
        self._tell(vista)
        self.form.show(vista.id, vista)
        self._answering.show_answer(vista, self._owed(vista))
        self.past.show_steps(self._screen.desk.ask(historia_de_pregunta, id=vista.id))
        for button, method in self._steps:
            button.setEnabled(self._offers(method))
        self._answering.aloud.setEnabled(self._offers("hand.answered_aloud"))

    def _owed(self, vista: PreguntaVista) -> PorRedactar | None:
        """Whose text is owed next, once this one is answered: while one captures nobody looks for it."""
        if vista.estado != "respondida":
            return None
        hearing = vista.audiencia_id
        return self._screen.desk.ask(siguiente_por_redactar, audiencia_id=hearing, despues_de=vista.id)

    def _tell(self, vista: PreguntaVista) -> None:
        """Say what is known of it."""
        self._code.setText(vista.codigo)
        self._pill.set_state(state(vista))
        self._text.setText(vista.texto)
        self._asker.setText(asker(vista))
        self._facts.setText(facts(vista))
        for label, words in ((self._shared, others(vista)), (self._note, note(vista))):
            label.setText(words)
            label.setVisible(bool(words))
        self._term.set_state(term(vista.plazo))
        plain_tooltip(self._term, vista.plazo.norma if vista.plazo else "")
        self._author.setPlaceholderText("Anónimo" if vista.anonima else "Sin nombre")
        self._promise.set_words(f"Compromiso {vista.promesa.codigo}" if vista.promesa else "Compromiso")
        edited = vista.texto_editado or ""
        self._diff.setVisible(bool(edited) and edited != vista.texto)
        self._diff.show_texts(vista.texto, edited or vista.texto)

    def offer(self, ofertas: Ofertas) -> None:
        """Complete what is typed with these words."""
        offered = {
            "autor_nombre": ofertas.autores,
            "tema": ofertas.temas,
            "dependencia": ofertas.dependencias,
            "responsable": ofertas.responden,
            "respuesta_responde": ofertas.responden,
            "respuesta_dependencia": ofertas.dependencias,
        }
        for campo, words in offered.items():
            editor = self.findChild(Line, f"{NAME}_{campo}")
            assert editor is not None  # bound in __init__
            editor.set_suggestions(words)

    def fill(self, name: str) -> None:
        """Take the keys to one thing of the question."""
        editor = self.findChild(QWidget, f"{NAME}_{_FIELD_OF[name]}")
        assert editor is not None  # bound in __init__
        self._area.ensureWidgetVisible(editor)
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(editor, Choice):
            editor.showPopup()

    def write(self) -> None:
        """Take the keys to the answer; pressed again there, save it."""
        self._area.ensureWidgetVisible(self.answer)
        self._answering.write()

    def _offer(self) -> None:
        menu = QMenu(self)
        for method, words, name, key in STEPS:
            if self._offers(method):
                action = menu.addAction(icon(name), f"{escaped(words)}\t{key}")
                action.triggered.connect(lambda _checked=False, method=method: self.wanted.emit(method))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 2)))
