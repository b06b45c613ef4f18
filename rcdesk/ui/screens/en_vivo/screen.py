"""En vivo: one line to capture, the queue, the question in hand. Two modes, and the accent says which."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.domain.errors import RuleError
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.draft import Draft
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import boxed, column
from rcdesk.ui.screens.en_vivo.air import Air, time_left
from rcdesk.ui.screens.en_vivo.capture import Capture
from rcdesk.ui.screens.en_vivo.closing import Closing
from rcdesk.ui.screens.en_vivo.detail import FIELDS, NAME, Detail
from rcdesk.ui.screens.en_vivo.hand import Hand
from rcdesk.ui.screens.en_vivo.listing import Listing
from rcdesk.ui.screens.en_vivo.looks import ambient
from rcdesk.ui.screens.en_vivo.pen import Pen
from rcdesk.ui.screens.en_vivo.projection import Projection
from rcdesk.ui.screens.en_vivo.queue import FILTERS
from rcdesk.ui.screens.en_vivo.run.controller import READS, Run
from rcdesk.ui.screens.en_vivo.run.pane import Sides
from rcdesk.ui.screens.en_vivo.saving import save_field
from rcdesk.ui.screens.en_vivo.triage import Batch
from rcdesk.work.audiencias import cambiar_estado
from rcdesk.work.cola import (
    AireRow,
    PreguntaRow,
    ofrecer,
    siguiente_numero,
    ver_aire,
)
from rcdesk.work.pregunta import ver_pregunta
from rcdesk.work.preguntas import registrar_pregunta

if TYPE_CHECKING:
    from rcdesk.app.desk import Changed, Desk

_OFFERING: Final = frozenset({"asistentes", "dependencias", "grupos_de_temas"})
_IN_LINE: Final = "Ctrl Enter  respondida verbalmente      Ctrl I  incidente      F1  teclas"
_IN_QUEUE: Final = "A  aprobar      X  no procede      Espacio  respondida verbalmente      F1  teclas"
_DRAFT: Final = "en_vivo/captura"
_CHIPS: Final = "en_vivo/fichas"


class EnVivoScreen(HearingScreen):
    """Commands act on the question in hand: the chosen one, else the last saved; its number is always in sight."""

    reads: ClassVar[frozenset[str]] = frozenset(
        {"audiencias", "preguntas", "compromisos", "asistentes", "dependencias", "grupos_de_temas", "proyecciones"}
        | READS
    )

    hand: Hand
    run: Run
    batch: Batch
    closing: Closing
    pen: Pen
    projection: Projection

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._air_row: AireRow | None = None
        self._told: object = None
        self._recovered = False
        self._offers_stale = True
        self.listing = Listing(self)
        self.air, self.capture, self.queue = Air(), Capture(self), self.listing.queue
        self.hand = Hand(self, self.air)
        self.detail = Detail(self, self._save)
        self.run = Run(self, self.air)
        work = boxed(column(self.capture, (self.queue, 1)))
        self.panes = Sides(work, self.detail, back="Preguntas", shares=(21, 11))
        self.batch = Batch(self)
        self.fill(column(self.air, self.run.note, (self.panes, 1), (self.batch.view, 1), margins=(8, 0, 8, 0)))
        self.closing = Closing(self, self.air)
        self.pen = Pen(self, self.air)
        self.projection = Projection(self, self.air)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)
        self._drafts = Draft(self, self.capture.line, _DRAFT), Draft(self, self.capture.chips, _CHIPS)
        self._connect()
        self.setFocusProxy(self.capture.line)

    def _connect(self) -> None:
        self.air.begin.connect(self._begin)
        self.capture.wanted.connect(self.save_question)
        self.capture.line.divert = self.batch.take_paste
        self.queue.filtered.connect(self._filter)
        self.queue.search_left.connect(self.to_queue)
        self.queue.table.row_selected.connect(self._select)
        self.queue.detail_wanted.connect(self.panes.open_detail)
        self.queue.import_wanted.connect(self.batch.choose_file)
        self.detail.wanted.connect(lambda method: attrgetter(method)(self)())
        self.detail.sought.connect(self.seek)
        self.panes.went_back.connect(lambda: self.queue.table.setFocus(Qt.FocusReason.OtherFocusReason))
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._focus_moved)

    # What is shown

    def refresh(self) -> None:
        """Read the hearing, its questions, and the one in hand."""
        self._air_row = self.desk.ask(ver_aire, audiencia_id=self.audiencia_id)
        if self._offers_stale:
            self._offers_stale = False
            offered = self.desk.ask(ofrecer, audiencia_id=self.audiencia_id)
            self.capture.offer(offered)
            self.detail.offer(offered)
        self._tell_number()
        self._list(sticky=True)
        self.hand.show()
        self.run.refresh()
        self.projection.refresh()
        self._tick()

    @Slot(object)
    def heard(self, changed: Changed) -> None:
        """Take note of what changed; the words that complete typing come from more than the questions."""
        self._offers_stale |= bool(changed.tables & _OFFERING) or not self.isVisible()
        self.capture.likeness.note()
        self.run.heard(changed.tables)
        super().heard(changed)

    def reset(self) -> None:
        """Keep what is half typed in the other hearing, and bring back what was in this one."""
        self.detail.form.leave()
        self.capture.forget()
        self.listing.forget()
        self.hand.forget()
        self.run.forget()
        self.projection.forget()
        self.batch.forget()
        self._recovered = False
        self._offers_stale = True
        for draft in self._drafts:
            draft.open(self.audiencia_id)
        self._recovered = bool(self.capture.line.typed())

    def seek(self, key: str) -> None:
        """Take the question with this key in hand; or list those of a filter, by its name."""
        if not self.batch.view.isHidden():  # what covers it can be asked back
            self.batch.discard()
        if key in dict(FILTERS):
            self.queue.show_only(key)
            self._filter()
            self.to_queue()
            return
        if not self.queue.table.select_key(key):
            self.queue.show_only("todas")
            self._filter()
            self.queue.table.select_key(key)
        self.panes.open_detail()

    def offers(self, method: str) -> bool:
        """Each part of the screen (`hand.approve`) knows what it can do now."""
        part, _, its = method.rpartition(".")
        if part:
            offered: bool = attrgetter(part)(self).offers(its)
            return offered
        if method == "group":
            return self.capture.suggested() is not None or self.hand.offers(method)
        return method != "take_news" or not self.queue.news.isHidden()

    def explain(self, text: str, field: str = "") -> None:
        """Say why something was refused, under the field of the question that it is about."""
        super().explain(text, f"{NAME}_{field}" if field in FIELDS else field)

    # Commands

    def save_question(self, *, agrupar_con: str = "") -> None:
        """Keep what is typed as a question, and go on in the line."""
        if not self.capture.line.value().strip():
            self.to_capture()
            return
        with self.attempt() as attempt:
            try:
                self.hand.last = self.desk.do(
                    registrar_pregunta,
                    audiencia_id=self.audiencia_id,
                    agrupar_con=agrupar_con,
                    borradores=[draft.place for draft in self._drafts],
                    **self.capture.question(),
                )
            except RuleError as error:
                attempt.ok = False
                self.capture.refuse(str(error))
        if attempt.ok:
            self._offers_stale |= self.capture.chips.news()
            self.capture.next_question()
            for draft in self._drafts:
                draft.done()
            if self._recovered:
                self._recovered = False
                self._tell_number()
            if self.queue.table.current() is None:  # it is the one in hand; the rest was read again when it was kept
                self.hand.show()
            self.to_capture()

    def group(self) -> None:
        """Keep what is typed with the question that it asks again; else group the one in hand."""
        alike = self.capture.suggested() if self._capturing() else None
        if alike is not None:
            self.save_question(agrupar_con=alike.id)
        else:
            self.hand.group()

    def to_capture(self) -> None:
        """Every key is text."""
        self.panes.close_detail()
        self.capture.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def to_queue(self) -> None:
        """Letters are commands."""
        table = self.queue.table
        if table.current() is None and self.hand.vista is not None:
            table.select_key(self.hand.vista.id)
        if table.isVisible():
            table.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill_author(self) -> None:
        """Say who asks."""
        self._fill("autor")

    def fill_topic(self) -> None:
        """Say what it is about."""
        self._fill("tema")

    def fill_office(self) -> None:
        """Say whose it is."""
        self._fill("dependencia")

    def fill_kind(self) -> None:
        """Say what kind it is."""
        self._fill("tipo")

    def fill_channel(self) -> None:
        """Say through where it came."""
        self._fill("canal")

    def look_for(self) -> None:
        """Look among the questions."""
        self.panes.close_detail()
        self.queue.to_search()

    def take_news(self) -> None:
        """Go to what arrived out of sight."""
        self.queue.take_news()

    @property
    def is_live(self) -> bool:
        """Whether the hearing runs."""
        return self._air_row is not None and self._air_row.estado == "en_curso"

    def counted(self) -> int:
        """Return how many questions the hearing has."""
        return self.listing.counts.preguntas if self.listing.counts is not None else 0

    def show_batch(self, shown: bool) -> None:
        """Put the lines of a chat or a file in the place of the queue, or give it back; what was half typed stays."""
        leaving, coming = (self.panes, self.batch.view) if shown else (self.batch.view, self.panes)
        leaving.hide()  # before the other comes: both at once would make the window grow
        coming.show()
        self._tell()
        if not shown:
            self.to_capture()

    # Inside

    def _list(self, *, sticky: bool) -> None:
        self.listing.show(sticky=sticky)
        self._tell()

    def _filter(self) -> None:
        """The person asks for another list; what is in hand stays, although the list lacks it."""
        if self.hand.vista is not None:
            self.hand.last = self.hand.vista.id
        self._list(sticky=False)

    def _tell_number(self) -> None:
        number = self.desk.ask(siguiente_numero, audiencia_id=self.audiencia_id)
        self.capture.set_number(number, recovered=self._recovered)

    def _select(self, row: PreguntaRow | None) -> None:
        if row is not None and (self.hand.vista is None or row.id != self.hand.vista.id):
            self.hand.show()

    def _save(self, key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
        self._offers_stale = True
        save_field(self.desk, self.desk.ask(ver_pregunta, id=key), values, seen, aloud=self.is_live)

    def _fill(self, name: str) -> None:
        """In the capture line if the keys are there, else in the question in hand; over them, in the line of a chat."""
        if self.batch.view.isVisible():
            self.batch.fill(name)
        elif self._capturing() or self.hand.vista is None:
            self.capture.chips.fill(name)
        else:
            self.panes.open_detail()
            self.detail.fill(name)

    def _capturing(self) -> bool:
        here = QApplication.focusWidget()
        return here is None or here is self or self.capture.isAncestorOf(here)

    def _begin(self) -> None:
        with self.attempt():
            today, hour = moment.today(), moment.hour()
            self.desk.do(cambiar_estado, id=self.audiencia_id, estado="en_curso", hoy=today, hora=hour)
        self.to_capture()

    def _tell(self) -> None:
        """Say how things stand in the line of status, when it is not what it says already."""
        if self.listing.counts is None or self._air_row is None:
            return
        parts = ambient(self.listing.counts, time_left(self._air_row, moment.now()))
        if self.batch.view.isVisible():
            parts = self.batch.ambient(self.listing.counts)
        if parts != self._told:
            self._told = parts
            self.ambient.emit(parts)

    @Slot()
    def _tick(self) -> None:
        if self._air_row is not None:
            self.air.show_air(self._air_row, moment.now(), self.run.view)
            self.run.tick()
            self._tell()

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        """The accent goes where the keys are: the capture line, the queue, or a field of the question in hand."""
        if now is None or not self.isAncestorOf(now):
            return
        in_queue, in_line = now is self.queue.table, self.capture.isAncestorOf(now)
        self.queue.set_active(in_queue)
        self.capture.set_active(in_line)
        self.hints.emit(_IN_QUEUE if in_queue else _IN_LINE if in_line else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.queue.table.hasFocus() or self.detail.isAncestorOf(QApplication.focusWidget() or self):
            self.to_capture()
        else:
            self.to_queue()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.queue.detail.setVisible(self.panes.folded)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._second.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._second.stop()
        for draft in self._drafts:
            draft.keep()
