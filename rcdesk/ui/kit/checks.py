"""One thing of the checklist: its mark and its word, what it is about, and the button that goes where it is mended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from rcdesk.domain.cierre import Estado, Punto
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import column, emptied, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.states import State

LOOKS: Final[dict[Estado, State]] = {
    "listo": State("Listo", "circle-check", "ok"),
    "falta": State("Falta", "triangle-alert", "warn"),
    "espera": State("Puede esperar", "clock", "ink2"),
}
VERBS: Final = {
    "preparacion": "Preparación",
    "registro": "Registro",
    "en_vivo": "En vivo",
    "encuesta": "Encuesta",
    "acta": "Acta",
}


class Checks(QWidget):
    """A list of them. `wanted` says which place of the hearing, and where in it."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Punto, ...] = ()
        self._lines: QVBoxLayout = column(gap=2)
        self.setLayout(self._lines)

    def show_points(self, points: Sequence[Punto]) -> None:
        """Show these points; the button that has the keys keeps them."""
        if tuple(points) == self._shown:
            return
        self._shown = tuple(points)
        focus = QApplication.focusWidget()
        taken = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        emptied(self._lines)
        for point in points:
            self._lines.addWidget(self._line(point))
        kept = self.findChild(Button, taken) if taken else None
        if kept is not None:
            kept.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_keys(self) -> None:
        """Put the keys on the first thing that is missing, or on the first one."""
        point = next((each for each in self._shown if each.estado == "falta"), next(iter(self._shown), None))
        button = self.findChild(Button, f"ir_{point.clave}") if point is not None else None
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, point: Punto) -> QWidget:
        state = LOOKS[point.estado]
        line = named(f"punto_{point.clave}", QWidget(), label=f"{state.word}: {point.titulo}, {point.nota}")
        title = PlainLabel(point.titulo, "strong" if point.estado == "falta" else "body", elide=True)
        note = PlainLabel(point.nota, "caption", "ink2", wrap=True, align=Qt.AlignmentFlag.AlignTop)
        place = VERBS[point.parte]
        words = "" if point.estado == "listo" else place
        go = named(f"ir_{point.clave}", Button(words, "arrow-right", kind="quiet", small=True, hint=f"Ir a {place}"))
        go.setAccessibleName(f"Ir a {place}: {point.titulo}")
        go.clicked.connect(lambda: self.wanted.emit(point.parte, f"/{point.lugar}" if point.lugar else ""))
        word = PlainLabel(state.word, "label", state.tone, align=Qt.AlignmentFlag.AlignTop)
        mark = column(2, Glyph(state.icon, state.tone, 18), None, gap=0)
        said = column(title, row(word, (note, 1), gap=8), gap=1)
        line.setLayout(row(mark, (said, 1), go, margins=(0, 4, 0, 4), gap=10))
        return line
