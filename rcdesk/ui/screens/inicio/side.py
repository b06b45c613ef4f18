"""The right side of Inicio: how ready the next hearing is, what waits for a pen, what was done last."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rcdesk.i18n import COLOMBIA, fecha_corta, plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule, head
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import Item, boxed, column, emptied, row
from rcdesk.ui.kit.meter import Meter
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.work.inicio import InicioView, PendienteRow

_OFFICES: Final = 3


class _Listing(Card):
    """A titled card whose lines are made again with each view."""

    def __init__(self, title: str, name: str) -> None:
        super().__init__()
        named(name, self, label=title)
        self._note = PlainLabel("", "caption", "ink2")
        self._lines: QVBoxLayout = column(gap=0)
        top = head(title, "", self._note)
        self.setLayout(column(top, self._lines, 10, None, margins=(1, 0, 1, 2), gap=0))

    def show_lines(self, lines: list[Item], note: str = "") -> None:
        """Show these lines; a card without any goes away."""
        emptied(self._lines)
        for place, line in enumerate(lines):
            self._lines.insertWidget(place, line if isinstance(line, QWidget) else boxed(line))  # type: ignore[arg-type]
        self._note.setText(f"{note}  ")
        self.setVisible(bool(lines))


class Ready(_Listing):
    """What is ready for the next hearing, and what is not."""

    def __init__(self) -> None:
        super().__init__("Preparación", "preparacion_de_la_proxima")

    def show_view(self, view: InicioView) -> None:
        """Show how the next hearing stands."""
        done = sum(1 for line in view.preparacion if line.listo)
        meter = Meter(
            round(100 * done / max(1, len(view.preparacion))), "ok" if done == len(view.preparacion) else "ink2"
        )
        lines: list[Item] = [row(meter, margins=(20, 0, 20, 8))]
        for line in view.preparacion:
            mark = Glyph("circle-check", "ok") if line.listo else Glyph("triangle-alert", "warn")
            note = PlainLabel(line.nota, "caption", "ink2" if line.listo else "warn")
            lines.append(row(mark, PlainLabel(line.nombre), None, note, margins=(20, 6, 20, 6), gap=10))
        self.show_lines(lines if view.preparacion else [], f"{done} de {len(view.preparacion)} listas")


class Pens(_Listing):
    """What waits for a pen; `wanted` is the line to go to."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("Por escribir", "por_escribir")

    def show_view(self, view: InicioView) -> None:
        """Show what is to be written."""
        lines: list[Item] = []
        for place, line in enumerate(view.por_escribir):
            lines += [row(Rule(), margins=(20, 0, 20, 0))] if place else []
            lines.append(self._line(line))
        self.show_lines(lines)

    def _line(self, line: PendienteRow) -> Item:
        go = named(
            f"ir_a_{line.lugar}", Button("", "arrow-right", kind="quiet", small=True, hint=f"Ir a {line.nombre}")
        )
        go.clicked.connect(lambda: self.wanted.emit(line))
        words = column(PlainLabel(line.nombre, "strong"), PlainLabel(line.nota, "caption", "ink2", elide=True), gap=1)
        return row((words, 1), PlainLabel(str(line.cuantos), "title"), go, margins=(20, 6, 12, 6))


class Offices(_Listing):
    """The commitments that are open, by office; `wanted` asks for all of them."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__("Compromisos abiertos", "compromisos_por_dependencia")

    def show_view(self, view: InicioView) -> None:
        """Show the offices with most to do, and how many others there are."""
        lines: list[Item] = []
        for group in view.por_dependencia[:_OFFICES]:
            late = group.cifras.por_lampara["vencido"]
            note = PlainLabel(plural(late, "vencido", "vencidos") if late else "", "caption", "danger")
            count = PlainLabel(str(group.cifras.abiertos), "strong")
            name = PlainLabel(group.nombre, "body", elide=True)
            lines.append(row((name, 1), note, count, margins=(20, 5, 20, 5), gap=12))
        if lines:
            others = len(view.por_dependencia) - _OFFICES
            more = f"Ver todos, de {plural(others, 'dependencia', 'dependencias')} más" if others > 0 else "Ver todos"
            go = named("ver_compromisos", Button(more, "arrow-right", kind="quiet", small=True))
            go.clicked.connect(lambda: self.wanted.emit())
            lines.append(row(go, None, margins=(12, 0, 12, 0)))
        self.show_lines(lines)


class Last(_Listing):
    """What was done last."""

    def __init__(self) -> None:
        super().__init__("Lo último", "lo_ultimo")

    def show_view(self, view: InicioView, today: str) -> None:
        """Show the last actions, with the hour of today or the date."""
        lines: list[Item] = []
        for line in view.ultimos:
            when = PlainLabel(_when(line.momento, today), "caption", "ink2")
            words = PlainLabel(line.accion, "body", elide=True)
            lines.append(
                row(when, (words, 1), PlainLabel(line.quien, "caption", "ink3"), margins=(20, 4, 20, 4), gap=12)
            )
        self.show_lines(lines)


def _when(instant: str, today: str) -> str:
    local = datetime.fromisoformat(instant).astimezone(COLOMBIA)
    date = local.date().isoformat()
    return f"{local:%H:%M}" if date == today else fecha_corta(date)
