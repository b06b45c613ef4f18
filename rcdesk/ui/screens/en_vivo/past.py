"""What happened to the question in hand: the last steps under its answer, and all of them beside the work."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QWidget

from rcdesk.i18n import COLOMBIA, fecha_corta, plural
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.diff import Diff
from rcdesk.ui.kit.layout import boxed, column, emptied, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panel import Panel
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.states import State
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.en_vivo.looks import hour
from rcdesk.work.historia import CambioRow, PasoRow
from rcdesk.work.pregunta import PreguntaVista

_LINES: Final = 3
_MOST: Final = 100  # steps drawn; what is older is counted
_LONG: Final = 40  # characters from which a change is read in two texts, not in one line
_UNDONE: Final = State("Deshecho", "undo-2")


class Past(QWidget):
    """The last steps that hold, newest first."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._hours = [PlainLabel("", "caption", "ink2") for _ in range(_LINES)]
        self._steps = [
            named(f"paso_{i}", PlainLabel("", "caption", elide=True), label="Historia") for i in range(_LINES)
        ]
        for label in self._hours:
            label.setFixedWidth(look().px(38))
        self.more = named("ver_historia", Button("Historia", "history", "Ctrl H", "quiet", small=True))
        self.more.clicked.connect(lambda: self.wanted.emit("pen.history"))
        lines = (row(at, (step, 1), gap=6) for at, step in zip(self._hours, self._steps, strict=True))
        self.setLayout(row((column(*lines, None, gap=2), 1), column(self.more, None), gap=8))

    def show_steps(self, steps: Sequence[PasoRow]) -> None:
        """Show the newest of these that were not taken back."""
        held = [step for step in steps if not step.deshecho and not step.vuelta][:_LINES]
        for place, (at, label) in enumerate(zip(self._hours, self._steps, strict=True)):
            step = held[place] if place < len(held) else None
            at.setVisible(step is not None)
            label.setVisible(step is not None)
            if step is not None:
                at.setText(_when(step))
                label.setText(" ".join(step.que.split()))


class History(Panel):
    """Every step with who took it, at which desk, and what it changed."""

    def __init__(self, window: QWidget, keep: QWidget) -> None:
        self._title = PlainLabel("", "title")
        self._count = named("historia_cuantos", PlainLabel("", "caption", "ink2"))
        self._list = column(gap=12, margins=(24, 12, 20, 20))
        self._list.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._area = named("historia", scrolling(self._list), label="Historia de la pregunta")
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows turn it
        close = named("cerrar_historia", Button("Cerrar", "x", "Esc", small=True))
        legend = PlainLabel("tachado: salió  ·  subrayado: entró", "caption", "ink2")
        head = column(row(self._title, None, close), self._count, margins=(24, 18, 20, 10), gap=2)
        foot = row(legend, None, margins=(24, 8, 20, 10))
        layout = column(head, Rule(), (self._area, 1), Rule(), foot, margins=(1, 1, 1, 1), gap=0)
        super().__init__(window, layout, where="right", width=480, keep=keep)
        close.clicked.connect(self.close_panel)

    def look(self, vista: PreguntaVista, steps: Sequence[PasoRow]) -> None:
        """Open it on the history of a question."""
        self._title.setText(f"Historia de la {vista.codigo}")
        self._count.setText(f"{plural(len(steps), 'paso', 'pasos')}. Nada se borra: todo queda con nombre y hora.")
        emptied(self._list)
        for step in steps[:_MOST]:
            self._list.addWidget(boxed(_step(step)))
        if len(steps) > _MOST:
            self._list.addWidget(PlainLabel(f"y {len(steps) - _MOST} más antiguos", "caption", "ink2"))
        self.open(self._area)
        self._area.verticalScrollBar().setValue(0)


def _step(step: PasoRow) -> QLayout:
    top = Qt.AlignmentFlag.AlignTop
    said = PlainLabel(step.que, "strong", "ink2" if step.deshecho else "ink", wrap=True, align=top)
    undone = (Pill(_UNDONE),) if step.deshecho else ()
    who = PlainLabel(f"{step.quien}  ·  {step.puesto}", "caption", "ink2", wrap=True)
    at = PlainLabel(
        "\n".join(filter(None, (_day(step), hour(step.cuando)))), "body", "ink2", align=Qt.AlignmentFlag.AlignTop
    )
    at.setFixedWidth(look().px(44))
    words = column(row((said, 1), *undone, gap=8), who, *map(_change, step.cambios), gap=4)
    return row(at, (words, 1), gap=8)


def _change(change: CambioRow) -> QLayout:
    """A short change in one line; a long one as two texts, with what left and what came."""
    if len(change.antes) + len(change.despues) < _LONG:
        told = f"{change.campo}: {change.antes or 'vacío'} → {change.despues or 'vacío'}"
        return column(PlainLabel(told, "body", wrap=True))
    if not change.antes:
        return column(PlainLabel(change.campo, "label", "ink2"), PlainLabel(change.despues, "body", wrap=True), gap=2)
    before, after = Diff("antes"), Diff("despues")
    for side in (before, after):
        side.show_texts(change.antes, change.despues)
    parts = (
        PlainLabel(f"{change.campo}, antes", "label", "ink2"),
        before,
        PlainLabel("Después", "label", "ink2"),
        after,
    )
    return column(*parts, gap=2)


def _when(step: PasoRow) -> str:
    """The hour; of another day, that day."""
    day = _day(step)
    return day or hour(step.cuando)


def _day(step: PasoRow) -> str:
    """«17/nov» of a step of another day; nothing for one of today."""
    day = datetime.fromisoformat(step.cuando).astimezone(COLOMBIA).date().isoformat()
    return "" if day == moment.today() else fecha_corta(day)[:6]
