"""One commitment, whole: what was promised and asked, what was said of it, how it stands, what proves it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QWidget

from rcdesk.domain.seguimiento import ABIERTOS
from rcdesk.i18n import numero
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.layout import boxed, column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.states import UNKNOWN
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.compromisos.facts import Facts, Origin
from rcdesk.ui.screens.compromisos.history import History
from rcdesk.ui.screens.compromisos.standing import Evidence, Standing
from rcdesk.ui.screens.compromisos.texts import LAMPS, number_of
from rcdesk.work.ver_compromiso import CompromisoVista

_LEFT, _MIDDLE, _RIGHT = 376, 514, 356  # px at 100 %; larger text takes from the sides what the middle needs


class Page(QWidget):
    """`wanted` names a method of the screen."""

    wanted = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.setObjectName("compromiso_abierto")
        self.view: CompromisoVista | None = None
        self.facts, self.origin = Facts(), Origin()
        self.history = History(screen)
        self.standing, self.evidence = Standing(), Evidence(screen)
        self._number = named("numero_de_compromiso", PlainLabel("", "title"))
        self._pill = named("estado_de_compromiso", Pill(UNKNOWN))
        self._place = PlainLabel("", "caption", "ink2")
        self.more = row(gap=8)
        self._end = named("terminar_compromiso", Button("Cerrar…", "square-check"))
        self._over = named("trasladar_compromiso", Button("Trasladar…", "corner-up-right"))
        self._build()

    def _build(self) -> None:
        self.facts.wanted.connect(self.wanted)
        self.evidence.wanted.connect(self._attach)
        if look().large:
            parts = (self.history, self.standing, self.facts, self.origin, self.evidence)
            body: QWidget = scrolling(column(*parts, None, gap=8))
        else:
            left = boxed(column(self.facts, (self.origin, 1), gap=8))
            right = boxed(column(self.standing, self.evidence, None, gap=8))
            left.setMaximumWidth(look().px(_LEFT))
            right.setMaximumWidth(look().px(_RIGHT))
            body = boxed(row((left, _LEFT), (self.history, _MIDDLE), (right, _RIGHT), gap=8))
        self.setLayout(column(self._head(), (body, 1), margins=(8, 0, 8, 8), gap=0))
        self.setFocusProxy(self.history.form)

    def _head(self) -> QLayout:
        back = named("volver_a_compromisos", Button("Compromisos", "chevron-left", kind="quiet", small=True))
        before = named("compromiso_anterior", Button("", "chevron-left", kind="quiet", small=True, hint="Anterior"))
        after = named("compromiso_siguiente", Button("", "chevron-right", kind="quiet", small=True, hint="Siguiente"))
        if look().large:
            back.set_words("", "Volver a los compromisos")
            self._end.set_words("", "Cerrar o abrir de nuevo")
            self._over.set_words("", "Trasladar a otra entidad")
        for button, method in (
            (back, "back"),
            (before, "previous"),
            (after, "next"),
            (self._end, "changing.end"),
            (self._over, "changing.hand_over"),
        ):
            button.clicked.connect(lambda _checked=False, method=method: self.wanted.emit(method))
        where = row(back, self._number, self._pill, self._place, before, after)
        return row(where, None, self.more, self._end, self._over, margins=(4, 0, 4, 6))

    def show_view(self, view: CompromisoVista, cut: date, place: str) -> None:
        """Show a commitment as it stood on a day; `place` is where it stands in the list: «1 de 2 vencidos»."""
        other = self.view is None or self.view.al.id != view.al.id
        past = cut.isoformat() != moment.today()
        self.view = view
        self._number.setText(number_of(view.al) or "Sin número")
        self._pill.set_state(LAMPS[view.al.lampara])
        self._place.setText(place)
        self.facts.show_view(view, past=past)
        self.origin.show_view(view)
        if other:
            self.history.form.open(view)
        self.history.show_view(view, cut.isoformat(), past=past)
        self.standing.show_view(view, cut)
        self.evidence.show_view(view, past=past)
        closed = view.al.estado not in ABIERTOS
        if not look().large:
            self._end.set_words("Abrir de nuevo…" if closed else "Cerrar…")
        self._end.setVisible(not past)
        self._over.setVisible(not past and not closed)

    def told(self) -> list[tuple[str, str, str]]:
        """Its line of status."""
        if self.view is None:
            return []
        proofs = len(self.view.evidencias)
        counts = [(numero(proofs), "evidencia" if proofs == 1 else "evidencias", "ink")]
        dias = self.view.al.dias
        if dias is not None and dias < 0 and self.view.al.lampara == "vencido":
            word = "día hábil de retraso" if dias == -1 else "días hábiles de retraso"
            counts.insert(0, (numero(-dias), word, "danger"))
        return counts

    def _attach(self, what: str) -> None:
        proofs = self.history.form.proofs
        if what == "file":
            proofs.choose_file()
        else:
            proofs.add_link(moment.today())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.wanted.emit("back")
        else:
            super().keyPressEvent(event)
