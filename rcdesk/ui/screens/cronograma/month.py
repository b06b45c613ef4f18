"""The month: the activities of the plan, the hearings, what is promised for each day, and what has no date yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Final

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication

from rcdesk.domain.cifras.compromisos import ABIERTAS
from rcdesk.domain.compromisos import rotulo
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.domain.periodos import primer_dia, ultimo_dia
from rcdesk.i18n import DIAS, MESES, fecha_corta, numero
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.choices import chosen, keep_choice
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.fields import Choice
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.month import Event, EventKey, MonthView, What, month_away, span_of
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.cronograma.views import PLAN_TABLES, Sight, View
from rcdesk.work.audiencias import AudienciaRow
from rcdesk.work.cronograma import corregir_actividad
from rcdesk.work.estados_al_corte import CompromisoAlRow
from rcdesk.work.filas_de_plan import ActividadRow, Fila
from rcdesk.work.mes import MesView, ver_mes

_CHOICE: Final = "cronograma.mes"
_SHOWN: Final = (("", "Todo"), ("actividad", "Actividades"), ("audiencia", "Audiencias"), ("compromiso", "Compromisos"))
_LONGEST: Final = 31  # days of a bar: what takes longer is told on the day it ends
_TRAY: Final = 100  # activities without date that are listed
_SIDE, _LEAST = 300, 760  # px at 100 % text
_LEGEND: Final[tuple[tuple[str, What], ...]] = (
    ("Hecho", "done"),
    ("Previsto", "plan"),
    ("Audiencia", "air"),
    ("Compromiso que vence", "promise"),
    ("Vencido", "debt"),
)


@dataclass(frozen=True, slots=True)
class Thing:
    """Something of a day. `key` is its own; `id` that of one of its days."""

    id: str
    tipo: str
    key: str
    words: str
    note: str
    day: str = ""


class _Tray(Table[Thing]):
    """The activities without a date: each may be dragged to its day."""

    _pressed: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found, start = self.current(), self._pressed
        far = start and (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance()
        if found is None or not far or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        self._pressed = None
        drag, data = QDrag(self), QMimeData()
        data.setText(found.key)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)


class MonthPlanView(View):
    """Arrows choose a day and F fixes on it the date of what has none; Enter goes to what the day has."""

    reads: ClassVar[frozenset[str]] = PLAN_TABLES | {"audiencias", "compromisos", "dias_no_habiles"}
    filters: ClassVar[frozenset[str]] = frozenset({"responsable"})
    hints: ClassVar[str] = "← ↑ ↓ →  día      Re Pág  Av Pág  mes      F  fijar fecha      F1  teclas"

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._sight: Sight | None = None
        self._things: dict[str, Thing] = {}
        self._day = date.min
        self.month = named("mes_cronograma", MonthView())
        self._title = PlainLabel("", "lead")
        self._kind = named("ver_en_mes", Choice(_SHOWN, prefix="Ver"))
        self._on_day, self._loose = RowsModel(_DAY_COLUMNS), RowsModel(_DAY_COLUMNS)
        self.day_table = named("cosas_del_dia", Table(self._on_day, empty="Nada ese día."), label="Lo de ese día")
        self.tray = named("sin_fecha", _Tray(self._loose, empty="Todo tiene fecha."), label="Sin fecha")
        self._listed = RowsModel(_LIST_COLUMNS)
        self.list = named("cosas_del_mes", Table(self._listed, empty="Nada este mes."), label="Lo del mes")
        """The month at large text, whose days would have no room."""
        self._day_title, self._day_note = PlainLabel("", "lead"), PlainLabel("", "caption", "ink2")
        self._loose_count = PlainLabel("", "lead", "ink3")
        self._fix = named("fijar_fecha", Button("Fijar", key="F", small=True, hint="Fijar en el día elegido"))
        self._build()

    def _build(self) -> None:
        before = named("mes_anterior", Button("", "chevron-left", kind="quiet", hint="Mes anterior (Re Pág)"))
        after = named("mes_siguiente", Button("", "chevron-right", kind="quiet", hint="Mes siguiente (Av Pág)"))
        before.clicked.connect(lambda: self._go(month_away(self.month.day, -1)))
        after.clicked.connect(lambda: self._go(month_away(self.month.day, 1)))
        self.tools = boxed(row(before, self._title, after, 8, self._kind))
        self._main = Card()
        shown, other = (self.list, self.month) if look().large else (self.month, self.list)
        other.setParent(self)
        other.hide()
        self._main.setLayout(column((shown, 1), margins=(1, 1, 1, 2)))
        self._beside = boxed(column((self._day_card(), 2), (self._tray_card(), 3)))
        if not look().large:
            self._beside.setFixedWidth(look().px(_SIDE))
        self.setLayout(row((self._main, 1), self._beside))
        self.setFocusProxy(shown)
        for table in (self.day_table, self.tray):
            table.horizontalHeader().hide()
        self.month.day_chosen.connect(self._show_day)
        self.month.month_wanted.connect(self._go)
        self.month.opened.connect(self._enter)
        self.month.dropped.connect(self._set_date)
        self._kind.edited.connect(self._filter)
        self._fix.clicked.connect(self.fix)
        self.day_table.row_activated.connect(self._open)
        self.list.row_activated.connect(self._open)
        self.tray.row_activated.connect(self._open)

    def _day_card(self) -> Card:
        card = Card()
        title = row(self._day_title, self._day_note, None, margins=(20, 12, 16, 4))
        card.setLayout(column(title, (self.day_table, 1), margins=(1, 1, 1, 2), gap=0))
        return card

    def _tray_card(self) -> Card:
        card = Card()
        title = row(PlainLabel("Sin fecha", "lead"), self._loose_count, None, self._fix, margins=(20, 12, 16, 4))
        help_ = PlainLabel("Arrastre a un día, o elija el día y pulse F.", "caption", "ink2", wrap=True)
        legend = column(*(EventKey(words, what) for words, what in _LEGEND), margins=(16, 8, 16, 10), gap=4)
        foot = column(row((help_, 1), margins=(20, 4, 16, 8)), Rule(), legend, gap=0)
        if look().large:
            foot = column(row((help_, 1), margins=(20, 4, 16, 8)))
        card.setLayout(column(title, (self.tray, 1), foot, margins=(1, 1, 1, 2), gap=0))
        return card

    def show_plan(self, sight: Sight) -> None:
        self._sight = sight
        if self._day == date.min:
            self._day = date.fromisoformat(moment.today())
            self._kind.set_value(chosen(self, _CHOICE))
        self._read()

    def in_hand(self) -> str:
        found = self.day_table.current() if self.day_table.hasFocus() else self.tray.current()
        return found.key if found is not None and found.tipo == "actividad" else ""

    def select(self, key: str) -> bool:
        return self.tray.select_key(key)

    def fix(self) -> None:
        """Fix the date of the activity in the tray on the chosen day."""
        found = self.tray.current()
        if found is not None:
            self._set_date(found.key, self.month.day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if plain and look().large and event.key() in months:
            self._go(month_away(self._day, months[Qt.Key(event.key())]))
        elif plain and event.key() == Qt.Key.Key_F:
            self.fix()
        elif plain and event.key() == Qt.Key.Key_Escape and not self.month.hasFocus():
            self.month.setFocus()
            self._fold()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Leave the month alone where there is no room for both."""
        self._main.show()
        self._beside.setVisible(not look().large and self.width() >= look().px(_LEAST))

    def _read(self) -> None:
        sight = self._sight
        if sight is None:
            return
        day, today = self._day, moment.today()
        first, last = span_of(day)
        found = self.holder.desk.ask(ver_mes, desde=first.isoformat(), hasta=last.isoformat(), corte=today)
        kind = self._kind.value()
        events = list[Event]()
        self._things = {}
        for what, one, thing in _all(sight, found, first, last, today):
            if kind in ("", thing.tipo):
                self._things[thing.id] = replace(thing, day=one[0].isoformat())
                events.append(Event(thing.id, one[0], one[1], thing.words, what))
        mine = [one for one in self._things.values() if one.day[:7] == day.isoformat()[:7]]
        self._listed.show(sorted(mine, key=lambda one: one.day))
        holidays = {date.fromisoformat(dia): name for dia, name in found.festivos.items()}
        self._title.setText(con_mayuscula(f"{MESES[day.month - 1]} de {day.year}"))
        self.month.show_month(day, date.fromisoformat(today), events, holidays)
        loose = list(_undated(sight))
        self._loose.show(loose[:_TRAY])
        self._loose_count.setText(numero(len(loose)))
        self._fix.setEnabled(bool(loose))
        if loose and self.tray.current() is None:
            self.tray.select_key(loose[0].id)
        self._show_day(day)

    def _show_day(self, day: date) -> None:
        self._day = day
        today = moment.today() == day.isoformat()
        self._day_title.setText(con_mayuscula(f"{DIAS[day.weekday()]} {day.day}"))
        self._day_note.setText("hoy" if today else "")
        self._on_day.show([self._things[one.id] for one in self.month.events_on(day)])

    def _go(self, day: date) -> None:
        self._day = day
        self._read()

    def _filter(self) -> None:
        keep_choice(self, _CHOICE, self._kind.value())
        self._read()

    def _enter(self, day: date) -> None:
        """Go to what the day has; where there is no room beside the month, in its place."""
        if not self._on_day.rows:
            return
        if self._beside.isHidden():
            self._main.hide()
            self._beside.show()
        self.day_table.setFocus()
        self.day_table.selectRow(0)

    def _open(self, thing: Thing) -> None:
        match thing.tipo:
            case "actividad":
                self.wanted.emit("look_at_table")
                self.holder.seek(thing.key)
                self.wanted.emit("open_side")
            case "audiencia":
                self.holder.wants.emit("preparacion", thing.key)
            case _:
                self.holder.wants.emit("compromisos", thing.key)

    def _set_date(self, key: str, day: date) -> None:
        if any(one.key == key for one in self._loose.rows):
            with self.holder.attempt():
                self.holder.desk.do(corregir_actividad, id=key, valores={"fechas": (day.isoformat(),)})


def _all(
    sight: Sight, found: MesView, first: date, last: date, today: str
) -> Iterator[tuple[What, tuple[date, date], Thing]]:
    """What there is between two days: what it looks like, its days, and what it is."""
    for hearing in found.audiencias:
        day = ultimo_dia(hearing.fecha or today)
        yield "done" if hearing.fecha and hearing.fecha < today else "air", (day, day), _hearing(hearing)
    for promise in found.compromisos:
        day = ultimo_dia(promise.fecha or today)
        owed = promise.lampara in ABIERTAS
        what: What = "debt" if owed and day.isoformat() < today else "promise" if owed else "done"
        yield what, (day, day), _promise(promise)
    for stage in sight.view.etapas:
        for place, fila in enumerate(stage.actividades.filas):
            if _touches(fila, first.isoformat(), last.isoformat()):
                yield from _days(stage.actividades[place], first, last)


def _touches(fila: Fila, first: str, last: str) -> bool:
    """Whether an activity has anything between two days; told from its texts, for there may be ten thousand."""
    owed = fila.debida
    if owed.fechas:
        return any(first[: len(day)] <= day <= last for day in owed.fechas)
    due = fila.situada.proxima  # of one that only programmes periods, when the first that owes something ends
    begin, end = owed.desde or owed.hasta or due, owed.hasta or owed.desde or due
    return bool(begin) and bool(end) and begin <= last and end >= first[: len(end)]


def _days(own: ActividadRow, first: date, last: date) -> Iterator[tuple[What, tuple[date, date], Thing]]:
    words = f"{own.codigo} {own.titulo}" if own.codigo else own.titulo
    note = ", ".join(own.responsables)
    looks: dict[str, What] = {"cumplida": "done", "vencida": "debt"}
    for mark in own.marcas:
        day = ultimo_dia(mark.fecha)
        if first <= day <= last:
            yield looks.get(mark.estado, "plan"), (day, day), Thing(f"{own.id}/{day}", "actividad", own.id, words, note)
    since, until = own.desde or own.hasta or own.proxima, own.hasta or own.desde or own.proxima
    if own.marcas or not since:
        return
    begin, end = primer_dia(since), ultimo_dia(until)
    if (end - begin).days > _LONGEST:
        begin = end
    if begin <= last and end >= first:
        yield looks.get(own.situacion, "plan"), (begin, end), Thing(own.id, "actividad", own.id, words, note)


def _hearing(one: AudienciaRow) -> Thing:
    note = "  ·  ".join(filter(None, (one.hora, one.lugar)))
    return Thing(one.id, "audiencia", one.id, one.nombre, note)


def _promise(one: CompromisoAlRow) -> Thing:
    words = f"{rotulo(one.codigo)} {one.que_hacer}".strip()
    return Thing(one.id, "compromiso", one.id, words, f"vence  ·  {', '.join(one.responsables)}")


def _undated(sight: Sight) -> Iterator[Thing]:
    for stage in sight.view.etapas:
        for place, fila in enumerate(stage.actividades.filas):
            owed = fila.debida
            if not (owed.desde or owed.hasta or owed.fechas) and fila.situada.situacion != "cumplida":
                own = stage.actividades[place]
                words = f"{own.codigo} {own.titulo}" if own.codigo else own.titulo
                due = f"  ·  hasta el {fecha_corta(own.proxima)}, por su periodo" if own.proxima else ""
                yield Thing(own.id, "actividad", own.id, words, f"{stage.nombre}{due}")


def short_day(day: str) -> str:
    """«vie 20»."""
    known = date.fromisoformat(day)
    return f"{DIAS[known.weekday()][:3]} {known.day}"


_ICONS: Final = {"actividad": "calendar-days", "audiencia": "mic", "compromiso": "handshake"}
_DAY_COLUMNS: Sequence[Column[Thing]] = (
    Column[Thing]("Qué", lambda p: p.words, icon=lambda p: _ICONS[p.tipo], note=lambda p: p.note),
)
_LIST_COLUMNS: Sequence[Column[Thing]] = (
    Column[Thing]("Día", lambda p: short_day(p.day), width=84),
    Column[Thing]("Qué", lambda p: p.words, icon=lambda p: _ICONS[p.tipo], note=lambda p: p.note),
)
