"""What is known of the question being typed: a chip each, filled by the line or by the person, who always wins."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from rcdesk.domain.captura import Dicho, Lectura, Pieza, Presente, Vocabulario, es_anonimo, puede_ser
from rcdesk.domain.palabras import CANAL_PREGUNTA, TIPO_PREGUNTA, con_mayuscula
from rcdesk.ui.kit.chip import Chip, share
from rcdesk.ui.kit.fields import Choice, Line
from rcdesk.ui.kit.layout import boxed, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.paint import Dressed
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look
from rcdesk.work.cola import Ofertas

CHIPS: Final = (
    ("autor", "Autor", "user", "F2"),
    ("tema", "Tema", "hash", "F3"),
    ("dependencia", "Dependencia", "building-2", "F4"),
    ("tipo", "Tipo", "tag", "F6"),
    ("canal", "Canal", "message-circle", "F7"),
)
TIPOS: Final = [("", "Sin tipo"), *((value, con_mayuscula(word)) for value, word in TIPO_PREGUNTA.items())]
CANALES: Final = [("", "Sin canal"), *((value, con_mayuscula(word)) for value, word in CANAL_PREGUNTA.items())]
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {"tipo": dict(TIPOS), "canal": dict(CANALES)}
_FIRST: Final = ("autor", "tema")
"""Those that fit at large text; of the others it is said how many there are."""
_OFFICE: Final = re.compile(
    r"(?:secretaría|subsecretaría|oficina|dirección|departamento) (?:del|de(?: las?| los)?) ", re.I
)
"""How most offices begin: what tells one from another comes after."""
_BRIEF: Final = {"dependencia": _OFFICE, "canal": re.compile(" (?:en la sala|electrónico)$")}
"""What a chip leaves out of a value, so that its word is read whole."""
_GAP: Final = 6
_NOBODY: Final = Dicho("")


class Chips(Dressed, QWidget):
    """A chip is filled in place of the row of chips, and Enter goes back to the line.

    What the person said, of a chip or of a piece of the line, is told as text and typed anew, as a draft needs.
    """

    edited = Signal()  # by the person
    closed = Signal()  # nothing is being filled any more

    def __init__(self) -> None:
        super().__init__()
        self.vocabulary = Vocabulario()
        self.said: dict[str, Dicho | None] = {}
        """What the person said of a piece of the line, as it is written; None: that it is only text."""
        self._hand: dict[str, Dicho] = {}
        self._reading = Lectura((), (), "")
        self._last_channel: str | None = None
        self._people: dict[str, Presente] = {}
        self._filling = ""
        self._about: Pieza | None = None
        self._editors: dict[str, Line | Choice] = {
            "autor": Line(placeholder="Nombre, o «anónimo»"),
            "tema": Line(placeholder="De qué trata"),
            "dependencia": Line(placeholder="A quién le toca"),
            "tipo": Choice(TIPOS),
            "canal": Choice(CANALES),
        }
        self.chips = {name: named(f"ficha_{name}", Chip(word, icon, key)) for name, word, icon, key in CHIPS}
        self._build()

    def _build(self) -> None:
        shown = self._shown = [chip for name, chip in self.chips.items() if not look().large or name in _FIRST]
        self._more = named("otras_fichas", PlainLabel("", "label", "ink2"))
        self._row = boxed(row(*shown, self._more, None, gap=_GAP))
        self._more.setVisible(look().large)  # once it has its place: alone it would be a window
        self._ask = PlainLabel("", "label", "ink2")
        back = PlainLabel("Enter acepta  ·  Esc vuelve", "caption", "ink2")
        self._filler = boxed(row(self._ask, *((editor, 1) for editor in self._editors.values()), back, gap=10))
        self._filler.hide()
        for chip in self.chips.values():
            if chip not in shown:
                chip.setParent(self)
                chip.hide()
        for name, word, _icon, _key in CHIPS:
            editor = named(f"llenar_{name}", self._editors[name], label=word)
            editor.hide()
            accepted = editor.committed if isinstance(editor, Choice) else editor.returnPressed
            accepted.connect(lambda name=name: self._take(name))
            self.chips[name].clicked.connect(lambda _checked=False, name=name: self.fill(name))
        self.setLayout(row((self._row, 1), (self._filler, 1), gap=0))
        self.setMinimumWidth(1)  # a long name takes room from the other chips, never from the pane beside

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def dress(self) -> None:
        self._share()

    def _share(self) -> None:
        others = self._more.sizeHint().width() if look().large else 0
        share(self._shown, self.width() - others - look().gap(_GAP) * len(self._shown))

    # What is known

    def offer(self, ofertas: Ofertas) -> None:
        """Know who is on the list and the catalogues, and complete what is typed with them."""
        if self._last_channel is None:
            self._last_channel = ofertas.canal or ""
        known, topics, offices = self.vocabulary, ofertas.temas, ofertas.dependencias
        if ofertas.personas != known.personas:
            self.vocabulary = Vocabulario(ofertas.personas, topics, offices)
            self._people = _labels(ofertas.personas)
            self._suggest("autor", tuple(self._people))
        elif (topics, offices) != (known.temas, known.dependencias):
            self.vocabulary = known.con_catalogos(topics, offices)
        self._suggest("tema", topics)
        self._suggest("dependencia", offices)
        self._show()

    def show_reading(self, reading: Lectura) -> None:
        """Fill what the person did not say with what the line says."""
        self._reading = reading
        self._show()

    def known(self) -> dict[str, str]:
        """Return what is known of the question, by the name of its chip, and the key of the asker on the list."""
        found = {name: self._now(name).valor for name in self.chips}
        return found | {"asistente": self._now("autor").asistente}

    def news(self) -> bool:
        """Say whether it names a topic or an office that the catalogues do not have."""
        known = self.vocabulary
        return any(
            value and value not in words
            for value, words in (
                (self._now("tema").valor, known.temas),
                (self._now("dependencia").valor, known.dependencias),
            )
        )

    def next_question(self) -> None:
        """The question was kept: nothing is known of the next but its channel."""
        self._last_channel = self._now("canal").valor
        self.set_value("")

    def forget(self) -> None:
        """Another hearing: nothing is known."""
        self._last_channel = None
        self.close_filler()
        self.set_value("")

    # Filling

    def fill(self, name: str) -> None:
        """Let the person say one thing of the question, in place of the chips."""
        self.close_filler()
        self._filling = name
        editor, now = self._editors[name], self._now(name)
        self._about = next((doubt for doubt in self._reading.dudas if doubt.campo == name), None)
        shown = self._label(now) if name == "autor" else now.valor
        if not shown and self._about is not None and isinstance(editor, Line):
            shown = self._about.palabras
        editor.set_value(shown)
        self._ask.setText(next(word for one, word, _, _ in CHIPS if one == name))
        self._row.hide()
        self._filler.show()
        editor.show()
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(editor, Choice):
            editor.showPopup()
        else:
            editor.selectAll()
            if self._about is not None:
                editor.suggest()

    def close_filler(self) -> bool:
        """Show the chips again, without taking what was typed; say whether something was being filled."""
        if not self._filling:
            return False
        self._editors[self._filling].hide()
        self._filling = ""
        self._filler.hide()
        self._row.show()
        return True

    def confirm(self, doubt: Pieza) -> bool:
        """Take a piece of the line for what it must be; let the person choose when it may be several things."""
        options = self.vocabulary.opciones(doubt)
        if len(options) > 1:
            self.fill(doubt.campo)
            self._about = doubt
            return True
        if not options and doubt.campo == "tipo":
            return False
        self.said[doubt.escrito] = options[0] if options else Dicho(doubt.palabras)
        self.edited.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._filling:
            self.close_filler()
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._filling:
            self._take(self._filling)
        else:
            super().keyPressEvent(event)

    def _take(self, name: str) -> None:
        if self._filling != name:
            return
        value = str(self._editors[name].value())
        dicho = self._asker(value) if name == "autor" else Dicho(self.vocabulary.como_se_escribe(name, value))
        if value and self._about is not None and puede_ser(self._about, value):
            self._hand.pop(name, None)
            self.said[self._about.escrito] = dicho
        elif value or name == "canal":
            self._hand[name] = dicho
        else:
            self._hand.pop(name, None)
            self.said |= {mark.escrito: None for mark in self._reading.marcas if mark.campo == name}
        self.close_filler()
        self.edited.emit()
        self.closed.emit()

    # As a draft

    def is_unsaved(self) -> bool:
        """Say whether the person said something."""
        return bool(self._hand or self.said)

    def typed(self) -> str:
        """Return what the person said, as a text that `retype` understands."""
        told: dict[str, Mapping[str, Dicho | None]] = {"fichas": self._hand, "linea": self.said}
        plain = {part: {name: one and asdict(one) for name, one in some.items()} for part, some in told.items()}
        return json.dumps(plain, ensure_ascii=False)

    def retype(self, text: str) -> None:
        """Say anew what was told as text; of what it does not understand, nothing."""
        told = _read(text)
        self._hand = {name: one for name, one in told.get("fichas", {}).items() if one and name in self.chips}
        self.said = told.get("linea", {})
        self.edited.emit()

    def set_value(self, value: str) -> None:
        """Know nothing that the person said."""
        self._hand, self.said = {}, {}
        self._show()

    # Inside

    def _suggest(self, name: str, words: Sequence[str]) -> None:
        cast(Line, self._editors[name]).set_suggestions(words)

    def _now(self, name: str) -> Dicho:
        if name in self._hand:
            return self._hand[name]
        if name == "canal":
            return Dicho(self._last_channel or "")
        return next((mark.dicho for mark in self._reading.marcas if mark.campo == name), _NOBODY)

    def _asker(self, value: str) -> Dicho:
        """Return who is meant: the one chosen, the only one with that name, or a name that nobody registered."""
        chosen = self._people.get(value)
        people = [chosen] if chosen is not None else self.vocabulary.personas_de(value)
        if len(people) == 1 and (chosen is not None or len(value.split()) > 1):
            return Dicho(people[0].nombre, people[0].id)
        return Dicho(value)

    def _label(self, dicho: Dicho) -> str:
        return next((label for label, one in self._people.items() if one.id == dicho.asistente), dicho.valor)

    def _show(self) -> None:
        for name, chip in self.chips.items():
            now = self._now(name)
            value = _WORDS[name].get(now.valor, "") if now.valor and name in _WORDS else now.valor
            note, icon = self._standing(now) if name == "autor" and value else ("", "")
            brief = _BRIEF[name].sub("", value, count=1) if name in _BRIEF else ""
            chip.set_value(value, note=note, icon=icon, brief=con_mayuscula(brief))
        more = sum(bool(self._now(name).valor) for name in self.chips if name not in _FIRST)
        self._more.setText(f"{more} más" if more else "")
        self._share()

    def _standing(self, asker: Dicho) -> tuple[str, str]:
        """Return a word and an icon: on the list, one of several with that name, or a name that is only said."""
        if es_anonimo(asker.valor):
            return "", ""
        if asker.asistente:
            return "", "user-check"
        same = len(self.vocabulary.llamados(asker.valor))
        if same == 1:
            return "", "user-check"  # the action links it
        return (f"Hay {same}: F2 elige", "users") if same else ("Provisional", "user-plus")


def _labels(people: Sequence[Presente]) -> dict[str, Presente]:
    """Return how each is called where several may have one name: with the organisation, and then with a number."""
    names, found = Counter(one.nombre for one in people), dict[str, Presente]()
    for one in people:
        label = one.nombre
        if names[label] > 1:
            label = f"{label}  ·  {one.organizacion or 'sin organización'}"
        plain, number = label, 2
        while label in found:
            label, number = f"{plain} ({number})", number + 1
        found[label] = one
    return dict(sorted(found.items()))


def _read(text: str) -> dict[str, dict[str, Any]]:
    try:
        told: dict[str, dict[str, Any]] = json.loads(text)
        return {
            part: {str(name): one and Dicho(str(one["valor"]), str(one["asistente"])) for name, one in some.items()}
            for part, some in told.items()
        }
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}
