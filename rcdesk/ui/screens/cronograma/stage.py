"""The chosen stage, beside the table: its name, its place, and taking it away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from rcdesk.domain.palabras import CLASE_COMPONENTE, ETAPA, con_mayuscula
from rcdesk.domain.registro.planes import Etapa
from rcdesk.i18n import lista_en_palabras
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.fields import Choice, Field, Line
from rcdesk.ui.kit.form import Form, or_none
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.cronograma.lines import told
from rcdesk.ui.screens.cronograma.pane import WIDE
from rcdesk.work.vista_de_plan import EtapaRow


class StagePane(Card):
    """`wanted` says what to do with the stage: up, down, withdraw or close."""

    wanted = Signal(str)

    def __init__(self, screen: Screen, save: Callable[[str, dict[str, Any], dict[str, Any]], object]) -> None:
        super().__init__()
        self.setObjectName("etapa_elegida")
        self.form = Form(screen, "etapa", save)
        self._note = PlainLabel("", "body", "ink2", wrap=True)
        bind = self.form.bind
        name = bind("nombre", Field("Nombre de la etapa", Line()))
        kinds = [("", "Sin decir"), *((value, con_mayuscula(word)) for value, word in CLASE_COMPONENTE.items())]
        kind = bind("clase", Field("Qué es", Choice(kinds)), shown=lambda value: value or "", stored=or_none)
        office = bind("dependencia", Field("Dependencia", Line()))
        self._murc = Choice()
        murc = bind("etapas", Field("Etapa del manual (MURC)", self._murc), shown="|".join, stored=_stages)
        steps = [
            self._button("up", "Subir la etapa", "arrow-up"),
            self._button("down", "Bajar la etapa", "arrow-down"),
            self._button("withdraw_stage", "Retirar la etapa, con motivo…", "trash-2"),
        ]
        shut = named("cerrar_etapa", Button("", "x", kind="quiet", small=True, hint="Cerrar (Esc)"))
        shut.clicked.connect(lambda: self.wanted.emit("close_side"))
        head = row(PlainLabel("Etapa", "title"), None, shut, margins=(20, 12, 10, 8))
        body = column(name, self._note, kind, murc, office, 8, *steps, None, margins=(20, 12, 16, 12), gap=8)
        self.setLayout(column(head, Rule(), (body, 1), margins=(1, 0, 1, 2), gap=0))
        if not look().large:
            self.setFixedWidth(look().px(WIDE))

    def show_row(self, found: EtapaRow) -> None:
        """Show a stage."""
        self._note.setText(told(found))
        own = [found.etapas] if len(found.etapas) > 1 else []
        options = [(), *((value,) for value in ETAPA), *own]
        self._murc.set_options([("|".join(some), _said(some)) for some in options])
        self.form.show(found.id, found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.wanted.emit("close_side")
        else:
            super().keyPressEvent(event)

    def _button(self, method: str, words: str, icon: str) -> Button:
        button = named(f"etapa_{method}", Button(words, icon, kind="quiet"))
        button.clicked.connect(lambda: self.wanted.emit(method))
        return button


def _stages(value: str) -> tuple[str, ...]:
    return tuple(filter(None, value.split("|")))


def _said(stages: Sequence[Etapa]) -> str:
    """«Preparación y ejecución», or that it is none of them."""
    return con_mayuscula(lista_en_palabras([ETAPA[stage] for stage in stages])) if stages else "Ninguna"
