"""The answer of the question in hand: its text, who gave it and when, what will be done; or who answers for it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rcdesk.domain.palabras import MODO_RESPUESTA, con_mayuscula
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Choice, Field, Line, Text, TimeField
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.form import Form
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.en_vivo.looks import hour
from rcdesk.work.pregunta import PorRedactar, PreguntaVista

_MODES: Final = [("", "Sin indicar"), *((value, con_mayuscula(word)) for value, word in MODO_RESPUESTA.items())]


class Answer(QWidget):
    """Its fields belong to the form of the pane. `wanted` asks for a command, and `sought` for another question."""

    wanted = Signal(str)
    sought = Signal(str)

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form, self._lead = form, ""
        self.text = Text(lines=3 if look().large else 5, most=14)
        self.todo = Line()
        self.save = named("guardar_respuesta", Button("Guardar", "save", "F8", small=True))
        self.save.clicked.connect(form.commit)
        self.next = named("siguiente_por_redactar", Button("", "skip-forward", "Ctrl F8", "quiet", small=True))
        self.next.clicked.connect(lambda: self.wanted.emit("pen.next_owed"))
        self.aloud = named("verbal", Button("Verbal", "check", "Ctrl Enter", small=True, hint="Respondida verbalmente"))
        self.aloud.clicked.connect(lambda: self.wanted.emit("hand.answered_aloud"))
        self._promised = named("compromiso_hecho", PlainLabel("", "caption", "ok", wrap=True))
        self._own = boxed(column(*self._fields(), gap=6))
        self._shared = boxed(column(*self._other(), gap=6))
        self.setLayout(column(self._own, self._shared, gap=0))
        self.text.edited.connect(self._tell_unsaved)
        form.checked.connect(self._tell_unsaved)
        self._tell_unsaved()

    def _fields(self) -> tuple[QWidget, ...]:
        bind = self._form.bind
        answer = bind("respuesta_texto", Field("Respuesta", self.text), hint="F8")
        who = bind("respuesta_responde", Field("Respondió", Line()))
        when = bind("respuesta_fecha", Field("A las", TimeField(placeholder="10:16")), shown=hour)
        actions = bind("acciones_a_desarrollar", Field("Acciones a desarrollar", self.todo), hint="N. A. si no hay")
        return (
            answer,
            boxed(row(self.save, self.aloud, None, self.next, gap=8)),
            Flow((who, 3), (when, 1), units=4, least=72),
            actions,
            self._promised,
        )

    def _other(self) -> tuple[QWidget, ...]:
        self._principal = named("responde_por_ella", PlainLabel("", "strong", wrap=True))
        self._said = named("respuesta_compartida", PlainLabel("", "body", "ink2", wrap=True))
        self._go = named("ir_a_la_principal", Button("", "arrow-right", small=True))
        self._go.clicked.connect(lambda: self.sought.emit(self._lead))
        apart = named("desagrupar", Button("Desagrupar", "layers", "Mayús M", small=True))
        apart.clicked.connect(lambda: self.wanted.emit("hand.ungroup"))
        return self._principal, self._said, boxed(row(self._go, apart, None, gap=8))

    def belonging(self) -> tuple[Field, Field]:
        """Make the fields that are seldom needed: they stand with where the question belongs."""
        bind = self._form.bind
        office = bind("respuesta_dependencia", Field("Respondió la dependencia", Line()))
        return office, bind("respuesta_modo", Field("Cómo se respondió", Choice(_MODES)))

    def show_answer(self, vista: PreguntaVista, owed: PorRedactar | None) -> None:
        """Show how a question is answered, and which text is owed next."""
        lead = vista.comparte
        self._own.setVisible(lead is None)
        self._shared.setVisible(lead is not None)
        if lead is not None:
            self._lead = lead.id
            self._go.set_words(f"Ir a la {lead.codigo}")
            self._principal.setText(f"La {lead.codigo} responde por ella: {lead.texto}")
            self._said.setText(lead.respuesta or "Todavía no tiene respuesta.")
        promised = _promise(vista)
        self._promised.setText(promised)
        self._promised.setVisible(bool(promised))
        self.aloud.setVisible(vista.estado != "respondida")
        self.next.setVisible(owed is not None)
        if owed is not None:
            self.next.set_words(f"Redactar la {owed.codigo}", f"Faltan {owed.cuantas} por redactar")
        self._tell_unsaved()

    def write(self) -> None:
        """Take the keys to the text; from the text itself, save it."""
        if self.text.hasFocus() and self.text.is_unsaved():
            self._form.commit()
        else:
            self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.text.caret_to_end()

    def _tell_unsaved(self) -> None:
        self.save.setEnabled(self.text.is_unsaved())


def _promise(vista: PreguntaVista) -> str:
    """What its commitment says that the actions do not: other words, and with which questions it is shared."""
    if vista.promesa is None:
        return ""
    same = vista.promesa.que_hacer == (vista.acciones_a_desarrollar or "").strip()
    shared = f"Lo comparte con la {', la '.join(vista.promesa.con)}" if vista.promesa.con else ""
    said = "" if same else f"Compromiso {vista.promesa.codigo}: {vista.promesa.que_hacer}"
    return "  ·  ".join(filter(None, (said, shared)))
