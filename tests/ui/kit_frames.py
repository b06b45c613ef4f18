"""Boards of the kit in a whole window: the frame, and what opens over it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QLayout, QWidget

from rcdesk.ui.kit import states
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, head
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.keys import KeySheet
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.palette import Entry, Palette
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rail import Place, Rail
from rcdesk.ui.kit.stamp import Stamps
from rcdesk.ui.kit.strip import LiveStrip, OnAir
from rcdesk.ui.kit.tabs import Tabs
from tests.ui.kit_boards import in_card, questions

PLACES = (
    Place("inicio", "Inicio", "house"),
    Place("cronograma", "Cronograma", "calendar-days"),
    Place("audiencias", "Audiencias", "mic"),
    Place("ajustes", "Ajustes", "settings", bottom=True),
)
AIR = OnAir(
    elapsed="1:41:07",
    step="Ahora · punto 4 de 6",
    item="Preguntas de la ciudadanía",
    left="12:48",
    of="restan de 30:00",
    part=0.57,
    clock="10:41",
    viewers="62",
    peak="espectadores · máx. 70",
    series=(12, 20, 31, 44, 58, 70, 61, 62),
)
OVER = OnAir(
    elapsed="1:53:07",
    step=AIR.step,
    item=AIR.item,
    left="+12 min",
    of="sobre 30:00",
    part=1,
    over=True,
    clock="10:53",
)
ENTRIES = [
    Entry(
        "¿Por qué el alumbrado va en 48 %?",
        "Luis Peña · 10:21 · Hacienda",
        "message-circle",
        number="P-009",
        group="Preguntas",
        state=states.EN_PANTALLA,
    ),
    Entry(
        "Publicar el inventario del alumbrado",
        "Infraestructura · vence el 04/dic/2026",
        "handshake",
        number="C-033",
        group="Compromisos",
        state=states.COMPROMISO["en_curso"],
    ),
    Entry("Nueva pregunta con el tema Alumbrado", icon="plus", key="Ctrl N"),
    Entry("Ver solo el tema Alumbrado", icon="filter"),
]


@dataclass(frozen=True)
class Key:
    title: str
    keys: str


KEYS = [
    (
        "La pregunta",
        [
            Key("Guardar y seguir en la línea", "Return"),
            Key("Renglón nuevo", "Shift+Return"),
            Key("Autor", "F2"),
            Key("Tema", "F3"),
            Key("Dependencia", "F4"),
        ],
    ),
    (
        "La sala",
        [
            Key("Respondida verbalmente", "Ctrl+Return"),
            Key("Escribir la respuesta", "F8"),
            Key("Mostrar en el proyector", "F5"),
        ],
    ),
    ("En la cola", [Key("Aprobar", "A"), Key("No procede, con motivo", "X"), Key("Mover en la cola", "Alt+Up")]),
    ("En todas partes", [Key("Deshacer", "Ctrl+Z"), Key("Rehacer", "Ctrl+Y"), Key("Buscar en todo", "Ctrl+K")]),
]


class Frame(QWidget):
    """A window as the program's, with what opens over it once it is in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.strip = LiveStrip()
        self.strip.show_now(AIR)
        over = LiveStrip()
        over.show_now(OVER)
        rail = Rail(PLACES)
        rail.choose("audiencias")
        rail.set_live("audiencias")
        notes = EmptyState("pen-line", "Todavía no hay notas", "Lo que se dirá. No se imprime.", "Escribir la nota")
        body = column(self._top(), self.strip, over, (self._queue(), 1), in_card(notes), margins=(8, 0, 8, 8))
        self.setLayout(row(rail, (boxed(body), 1), gap=0))

    def after(self) -> None:
        """Open what is over it."""

    def _top(self) -> QLayout:
        stamps = Stamps()
        stamps.show_saved("10:41:07")
        stamps.show_copy("hace 4 min")
        tabs = Tabs([("preparacion", "Preparación"), ("registro", "Registro"), ("vivo", "En vivo"), ("acta", "Acta")])
        tabs.choose("vivo")
        title = PlainLabel("Diálogo ciudadano del segundo semestre", "strong", elide=True)
        names = column(None, title, PlainLabel("20 nov 2026 · Salón comunal", "caption", "ink2"), None, gap=0)
        find = Button("Ctrl K", "search", kind="quiet", small=True)
        state = Pill(states.ACTA["borrador"])
        return row((names, 1), state, tabs, stamps, find, margins=(8, 6, 8, 6), gap=12)

    def _queue(self) -> Card:
        card = Card(border="accent")
        top = head("Cola", "por orden de llegada", Button("3 nuevas", "plus", "R", small=True))
        card.setLayout(column(top, (questions(), 1), margins=(2, 2, 2, 3), gap=0))
        return card


class WithPalette(Frame):
    def __init__(self) -> None:
        super().__init__()
        self.palette_ = Palette(self, keep=self.strip)

    def after(self) -> None:
        self.palette_.offer(ENTRIES)
        self.palette_.line.insert("ALUMBRÁ")


class WithKeys(Frame):
    def __init__(self) -> None:
        super().__init__()
        self.sheet = KeySheet(self, "Teclas de En vivo", KEYS, keep=self.strip)

    def after(self) -> None:
        self.sheet.show_keys()
