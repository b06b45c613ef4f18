"""First start: no wizard. Three doors, what each place is for, and where everything will be kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.keycap import KeyCap
from rcdesk.ui.kit.layout import Item, boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look

_PLACES = (
    ("mic", "Audiencias", "Preparar, registrar asistentes, capturar preguntas en vivo, redactar el acta."),
    ("calendar-days", "Cronograma", "Lo que hay que hacer antes y después, con responsable y fecha."),
)
_WIDEST = 1120


class Door(Card):
    """A way in: picture, name, sentence, and the button that opens it. Only the first one is filled."""

    def __init__(self, icon: str, title: str, sentence: str, note: str, verb: str, *, first: bool = False) -> None:
        super().__init__(radius=12)
        self.open = Button(verb, key="Enter" if first else "", kind="primary" if first else "secondary")
        self.open.setAccessibleDescription(title)
        words: list[Item] = [PlainLabel(title, "title"), PlainLabel(sentence, "body", "ink2", wrap=True)]
        foot = row(self.open, 4, (PlainLabel(note, "caption", "ink2", wrap=True), 1), gap=8)
        picture = row(Glyph(icon, "ink2", 28), None)
        self.setLayout(column(picture, 12, *words, None, 10, foot, margins=(28, 26, 24, 26), gap=6))
        self.setMinimumHeight(0 if look().large else look().px(228))


class Doors(QWidget):
    """`wanted` is the id of the command behind the door."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        make = Door(
            "plus",
            "Nueva audiencia",
            "Escriba el nombre y la fecha. Lo demás se llena cuando haga falta.",
            "Menos de un minuto.",
            "Crear",
            first=True,
        )
        example = Door(
            "book-open",
            "Ver el ejemplo",
            "Una audiencia completa de un municipio inventado: preguntas, encuesta, acta, compromisos.",
            "Se abre aparte: se puede dañar sin temor.",
            "Explorar",
        )
        other = Door(
            "folder-open",
            "Abrir una base",
            "La carpeta que ya usa esta entidad, o una copia en memoria USB.",
            "Termina en .rcdesk",
            "Buscar la carpeta…",
        )
        doors = ((make, "audiencias.nueva"), (example, "ventana.ejemplo"), (other, "ventana.abrir"))
        for door, command in doors:
            named(f"puerta_{command.partition('.')[2]}", door.open, label=door.open.accessibleName())
            door.open.clicked.connect(lambda _checked=False, command=command: self.wanted.emit(command))
        self._folder = PlainLabel("", "body", "ink2", elide=True)
        self._build([door for door, _ in doors])
        self.setFocusProxy(make.open)

    def _build(self, doors: list[Door]) -> None:
        large = look().large
        side_by_side = column(*doors, gap=12) if large else row(*((door, 1) for door in doors), gap=16)
        kept = row(
            Glyph("hard-drive"),
            (self._folder, 1),
            KeyCap("F1"),
            PlainLabel("muestra las teclas", "body", "ink2"),
            gap=8,
        )
        note = "No hay nada que configurar: la entidad y sus formatos se piden al imprimir."
        inner = boxed(
            column(
                28,
                PlainLabel("¿Con qué empezamos?", "display"),
                PlainLabel(note, "reading", "ink2", wrap=large),
                18,
                side_by_side,
                24,
                _places(),
                None,
                kept,
                14,
                gap=4,
            )
        )
        inner.setMaximumWidth(look().px(_WIDEST))
        self.setLayout(row(None, (inner, 20), None, margins=(32, 0, 32, 0), gap=0))

    def show_folder(self, words: str) -> None:
        """Say where everything is kept."""
        self._folder.setText(f"Todo queda en este computador, en {words}")


def _places() -> QWidget:
    card, lines = Card(), list[Item]()
    for place, (icon, word, what) in enumerate(_PLACES):
        name = PlainLabel(word, "strong")
        name.setFixedWidth(look().px(120))
        lines += [Rule()] if place else []
        lines.append(
            row(
                Glyph(icon, "ink2", 18),
                name,
                (PlainLabel(what, "body", "ink2", wrap=True), 1),
                margins=(0, 9, 0, 9),
                gap=14,
            )
        )
    card.setLayout(column(*lines, margins=(24, 5, 24, 7), gap=0))
    return card
