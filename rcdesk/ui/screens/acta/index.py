"""The parts of the acta at the left: which is open, which is written, which fills itself, which is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout

from rcdesk.domain.partes import Estado, Parte
from rcdesk.i18n import plural
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.icons import pixmap
from rcdesk.ui.kit.layout import boxed, column, emptied, row, scrolling
from rcdesk.ui.kit.meter import Meter
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.paint import crisp, elided
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.side_line import SideLine
from rcdesk.ui.kit.states import UNKNOWN, State
from rcdesk.ui.kit.theme import look

_LOOKS: dict[Estado, State] = {
    "lista": State("Lista", "check", "ok"),
    "datos": State("Se llena sola con los datos", "database", "ink3"),
    "falta": State("Falta", "circle-dashed", "ink3"),
}
_HIGH, _HIGH_SECTION = 38, 32


@dataclass(frozen=True, slots=True)
class Line:
    """What is listed: a part of the acta, or (after them) a moment of its life. A section has its number."""

    key: str
    title: str
    state: State
    number: int = 0

    @property
    def words(self) -> str:
        """How it is named aloud."""
        return f"{self.number}. {self.title}" if self.number else self.title


class Index(Card):
    """Up and down move through the parts; choosing one opens it. The sections show while the development is open."""

    chosen = Signal(str)  # the key of a part

    def __init__(self) -> None:
        super().__init__()
        self._here = ""
        self._listed: Sequence[Line] = ()
        self._entries: dict[str, _Entry] = {}
        self._version = named("version_del_acta", PlainLabel("", "caption", "ink2"))
        self._pill = named("estado_del_acta", Pill(UNKNOWN))
        self._meter = Meter()
        self._count = named("partes_listas", PlainLabel("", "caption", "ink2"))
        head = column(
            row(PlainLabel("Acta", "lead"), None, self._pill),
            self._meter,
            row(self._count, None, self._version),
            margins=(20, 12, 16, 10),
            gap=7,
        )
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        list_ = scrolling(column(self._lines, None, margins=(0, 6, 0, 6), gap=0))
        self.setLayout(column(head, Rule(), (list_, 1), margins=(1, 0, 1, 2), gap=0))

    def show_parts(self, parts: Sequence[Parte], life: Sequence[Line], here: str) -> None:
        """Show these parts and, after them, the moments of the acta's life; what has the keys keeps them."""
        taken = next((key for key, entry in self._entries.items() if entry.hasFocus()), "")
        shown = [_line(parte) for parte in parts if not parte.numero or _unfolds(here)]
        shown += life
        if [line.key for line in shown] != list(self._entries):
            self._build(shown, life[0].key if life else "")
        for line in shown:
            self._entries[line.key].show_line(line, here == line.key)
        self._listed, self._here = shown, here
        main = [parte for parte in parts if not parte.numero]
        ready = sum(parte.estado != "falta" for parte in main)
        self._meter.set_percent(round(100 * ready / len(main)) if main else 0, "ok")
        self._count.setText(f"{ready} de {len(main)} partes listas")
        if taken in self._entries:
            self._entries[taken].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, state: State, version: str) -> None:
        """Say where the acta stands, and of which version."""
        self._pill.set_state(state)
        self._version.setText(version)

    def step(self, by: int) -> str:
        """Return the key of the part after (1) or before (-1) the open one; empty at the ends."""
        keys = [line.key for line in self._listed]
        place = keys.index(self._here) + by if self._here in keys else -1
        return keys[place] if 0 <= place < len(keys) else ""

    def title_of(self, key: str) -> str:
        """Return the words of a part."""
        return next((line.words for line in self._listed if line.key == key), "")

    def _walk(self, by: int) -> None:
        key = self.step(by)
        if key:
            self.chosen.emit(key)
            self._entries[key].setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self, lines: Sequence[Line], apart: str) -> None:
        emptied(self._lines)
        self._entries = {}
        for line in lines:
            if line.key == apart:
                self._lines.addWidget(boxed(column(Rule(), margins=(20, 6, 16, 6))))
            entry = _Entry(line)
            entry.clicked.connect(lambda _checked=False, key=line.key: self.chosen.emit(key))
            entry.stepped.connect(self._walk)
            self._entries[line.key] = entry
            self._lines.addWidget(entry)


class _Entry(SideLine):
    """One line: its words, and how it stands by an icon whose word is read aloud."""

    def __init__(self, line: Line) -> None:
        super().__init__(f"parte_{line.key}")
        self._line = line
        self.show_line(line, False)
        self.dress()

    def show_line(self, line: Line, here: bool) -> None:
        self._line = line
        self.say(line.title, f"{line.words}: {line.state.word.lower()}", here=here)

    def dress(self) -> None:
        self.setFixedHeight(look().px(_HIGH_SECTION if self._line.number else _HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = look(), crisp(self)
        box = self.ground(painter, 9)
        state, size = self._line.state, now.px(14)
        mine = self.here and state.tone != "warn"
        shown, tone = ("pen-line", "accent_ink") if mine else (state.icon, state.tone)
        at = QPointF(box.right() - 10 - size, round(box.center().y() - size / 2))
        painter.drawPixmap(at, pixmap(shown, tone, 14))
        inner = box.adjusted(now.gap(14), 0, -(size + 20), 0)
        if self._line.number:
            painter.setFont(now.font("body"))
            painter.setPen(now.color("ink3"))
            painter.drawText(inner.adjusted(now.gap(8), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(self._line.number))
            inner.adjust(now.gap(8) + now.px(22), 0, 0, 0)
        painter.setPen(now.color("ink" if self.here or state.tone == "ok" else "ink2"))
        painter.setFont(now.font("strong" if self.here else "body"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, elided(painter, self._line.title, inner.width()))
        painter.end()


def _line(parte: Parte) -> Line:
    return Line(parte.lugar, parte.titulo, _state_of(parte), parte.numero)


def _unfolds(here: str) -> bool:
    return here == "desarrollo" or here.startswith("seccion/")


def _state_of(parte: Parte) -> State:
    """How a part stands; before that, that a text of it says something else than the figures."""
    if not parte.avisos:
        return _LOOKS[parte.estado]
    agrees = "no coincide" if parte.avisos == 1 else "no coinciden"
    return State(f"{plural(parte.avisos, 'texto', 'textos')} {agrees} con las cifras", "triangle-alert", "warn")
