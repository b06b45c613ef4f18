"""Inicio: the hearing of today, what is due, what waits for a pen; at the first start, three doors."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, assert_never

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QStackedWidget, QWidget

from rcdesk.i18n import fecha_corta
from rcdesk.ui.commands import ORDER
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.card import Card, head
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.theme import look
from rcdesk.ui.places import PLACES
from rcdesk.ui.screens.inicio.doors import Doors
from rcdesk.ui.screens.inicio.due import DueCard
from rcdesk.ui.screens.inicio.next_hearing import NextHearing
from rcdesk.ui.screens.inicio.side import Last, Offices, Pens, Ready
from rcdesk.ui.screens.inicio.timeline import Bar, Timeline, working_days
from rcdesk.work.inicio import InicioView, PendienteRow, ver_inicio
from rcdesk.work.vencimientos import VencimientoRow

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk

_MINUTE: Final = 60_000  # ms
_SIDE: Final = 440
_READS: Final = """audiencias lugares canales asistentes preguntas compromisos planes componentes actividades
    programaciones seguimientos dependencias terminos puntos grupos_de_temas piezas medidas actas dias_no_habiles"""


class InicioScreen(Screen):
    """Reads nearly everything: it refreshes with every change while in sight, and each minute for its clock."""

    reads: ClassVar[frozenset[str]] = frozenset(_READS.split())

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._view: InicioView | None = None
        self.next, self.due, self.doors = NextHearing(), DueCard(), Doors()
        self._ready, self._pens, self._offices, self._last = Ready(), Pens(), Offices(), Last()
        self._timeline = Timeline()
        self._period = PlainLabel("", "caption", "ink2")
        self._plan = Card()
        self.next.opened.connect(self._open)
        self.due.row_activated.connect(self._go_to_due)
        self._pens.wanted.connect(self._go_to_pen)
        self._offices.wanted.connect(lambda: self.wants.emit("compromisos", "dependencia"))
        self.doors.wanted.connect(lambda command: self.wants.emit(ORDER, command))
        self.doors.show_folder(" › ".join(desk.folder.parts[-3:]))
        self._pages = QStackedWidget()
        for page in (self._day(), self.doors):
            self._pages.addWidget(_scrolled(page))
        self.fill(column((self._pages, 1)))
        self._clock = QTimer(self, interval=_MINUTE)
        self._clock.setObjectName("reloj_de_inicio")
        self._clock.timeout.connect(self.refresh)

    def _day(self) -> QWidget:
        title = head("Cronograma", "", self._period)
        self._plan.setLayout(
            column(title, (row((self._timeline, 1), margins=(20, 0, 20, 14)), 1), margins=(1, 0, 1, 2))
        )
        main = column(self.due, (self._plan, 1), gap=8)
        side = column(self._ready, self._pens, self._offices, (self._last, 1), gap=8)
        lower: QBoxLayout
        if look().large:
            lower = column(self.due, self._ready, self._pens, self._offices, self._plan, self._last, None, gap=8)
        else:
            lower = row((main, 1), boxed(side, width=_SIDE), gap=8)
        return boxed(column(self.next, (lower, 1), margins=(8, 0, 8, 8), gap=8))

    def refresh(self) -> None:
        """Read the day."""
        view = self._view = self.desk.ask(ver_inicio, hoy=moment.today())
        self._pages.setCurrentIndex(1 if view.vacia else 0)
        self.setFocusProxy(self.doors if view.vacia else self.next.open if view.proxima else self.due.table)
        self.next.setVisible(view.proxima is not None)
        if view.proxima is not None:
            self.next.show_row(view.proxima, moment.now())
        self.due.show_view(view)
        self._show_plan(view)
        self._ready.show_view(view)
        self._pens.show_view(view)
        self._offices.show_view(view)
        self._last.show_view(view, moment.today())

    def showEvent(self, event: QShowEvent) -> None:
        self._clock.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._clock.stop()
        super().hideEvent(event)

    def _show_plan(self, view: InicioView) -> None:
        today = moment.now().date()
        bars = [Bar(row_.nombre, row_.desde, row_.hasta, row_.hecha) for row_ in view.tramos]
        next_one = view.proxima.audiencia if view.proxima is not None else None
        if next_one is not None and next_one.fecha:
            bars.insert(0, Bar(next_one.nombre, next_one.fecha, next_one.fecha, here=True))
        days = working_days(today)
        self._period.setText(f"{fecha_corta(days[0].isoformat())} a {fecha_corta(days[-1].isoformat())}")
        self._plan.setVisible(self._timeline.show_bars(bars, today))

    def _open(self) -> None:
        if self._view is not None and self._view.proxima is not None:
            hearing = self._view.proxima.audiencia
            place = "en_vivo" if hearing.estado == "en_curso" and "en_vivo" in PLACES else "preparacion"
            self.wants.emit(place if place in PLACES else "audiencias", hearing.id)

    def _go_to_due(self, row_: VencimientoRow) -> None:
        match row_.tipo:
            case "actividad":
                self.wants.emit("cronograma", row_.id)
            case "compromiso":
                self.wants.emit("compromisos", row_.id)
            case "pregunta":
                self.wants.emit("en_vivo", f"{row_.lugar_id}/{row_.id}")
            case _:
                assert_never(row_.tipo)

    def _go_to_pen(self, line: PendienteRow) -> None:
        self.wants.emit(line.lugar, line.audiencia_id)


def _scrolled(page: QWidget) -> QScrollArea:
    """Large text may need more height than the window has."""
    around = QScrollArea()
    around.setWidgetResizable(True)
    around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    around.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    around.setWidget(page)
    return around
