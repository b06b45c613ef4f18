"""Registro: one box, one answer. Who comes in is found or becomes a new person in the same line."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, cast

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from rcdesk.domain.errors import StoreError
from rcdesk.i18n import plural
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.dialog import ask_reason
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import boxed, column
from rcdesk.ui.kit.panes import Panes
from rcdesk.ui.kit.theme import look
from rcdesk.ui.saving import Saving
from rcdesk.ui.screens.registro.box import Box
from rcdesk.ui.screens.registro.last import Counters, Last
from rcdesk.ui.screens.registro.newcomer import Newcomer
from rcdesk.ui.screens.registro.people import People
from rcdesk.ui.screens.registro.printing import list_work
from rcdesk.ui.screens.registro.side import Side
from rcdesk.ui.screens.registro.who import Who
from rcdesk.work.asistencia import ver_hojas
from rcdesk.work.asistentes import (
    AsistenteRow,
    Consentimiento,
    Filtro,
    anotar_autorizacion,
    anular_asistente,
    con_documento,
    contar_asistentes,
    listar_asistentes,
    registrar_asistente,
    registrar_conocido,
    registrar_llegada,
    texto_de_autorizacion,
    ver_asistente,
)
from rcdesk.work.candidatos import CandidatoRow, buscar_candidatos, organizaciones

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk
    from rcdesk.app.steps import Step

_PAUSE: Final = 500  # ms after the last key until what is half typed is kept


class RegistroScreen(HearingScreen):
    """The keys live in the box: Enter checks in who is chosen, or opens the new person when nobody matches."""

    reads: ClassVar[frozenset[str]] = frozenset(
        {"audiencias", "asistentes", "personas", "conteos", "metricas", "textos_de_autorizacion"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._already: CandidatoRow | None = None
        self._entrance: Step | None = None  # the last one of this desk, to be taken back from its card
        self.box, self.who, self.newcomer, self.people = Box(), Who(), Newcomer(), People()
        self.last, self.counters = Last(), Counters()
        self.side = Side(self)
        self.saving = Saving(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._keep_draft)
        self._build()
        self._connect()
        self.setFocusProxy(self.box.line)

    def _build(self) -> None:
        self.who.hide()
        self.newcomer.hide()
        # at large text a card is alone under the box, and keeps its height
        below = (None,) if look().large else ()
        master = boxed(column(self.box, self.who, self.newcomer, (self.people, 100), *below))
        detail = boxed(column(self.last, self.counters, (self.side, 1)))
        self.panes = Panes(master, detail, back="Buscar", shares=(15, 8))
        self.fill(column((self.panes, 1), margins=(8, 0, 8, 0)))

    def _connect(self) -> None:
        self.box.typed.connect(self._search)
        self.box.moved.connect(self._move)
        self.box.entered.connect(self.accept)
        self.box.left.connect(self._clear)
        self.who.accepted.connect(self.accept)
        self.who.annul_wanted.connect(self._annul_already)
        self.newcomer.wanted.connect(self._keep_newcomer)
        self.newcomer.left.connect(self.to_box)
        self.newcomer.typed.connect(self._pause.start)
        self.people.picked.connect(self._show_candidate)
        self.people.detail_wanted.connect(self.panes.open_detail)
        self.people.filtered.connect(self._list)
        self.people.table.row_selected.connect(self._select)
        self.people.table.row_activated.connect(lambda _row: self._open_person())
        self.last.undo_wanted.connect(self._undo)
        self.side.person.answered.connect(self._answer)
        self.side.person.annul_wanted.connect(self.annul)
        self.side.person.enter_wanted.connect(self._enter_chosen)
        self.side.papers.list_wanted.connect(self.save_list)
        self.panes.went_back.connect(self.to_box)

    # What is shown

    def refresh(self) -> None:
        """Read the people, the figures, and whoever is being searched for."""
        self.newcomer.offer(
            self.desk.ask(organizaciones, audiencia_id=self.audiencia_id), self.desk.ask(texto_de_autorizacion)
        )
        self._list()
        self.side.show_hearing(self.audiencia_id)
        if self._already is None and self.newcomer.isHidden():
            self._search()

    def reset(self) -> None:
        """Keep what is half typed in the other hearing, and bring back what was in this one."""
        self.side.leave()
        self.people.model.show(())
        self.people.filter.set_value("todas")
        self.last.hide()
        self._clear()
        draft = self.desk.drafts.fresh().get(self._draft)
        if draft is not None:
            self.newcomer.recover(draft.texto)
            self._show_newcomer()

    def open(self, audiencia_id: str) -> None:
        """Work on this hearing from now on; what is half typed stays with the one it was for."""
        if audiencia_id != self.audiencia_id and self._pause.isActive():
            self._keep_draft()
        super().open(audiencia_id)

    def seek(self, key: str) -> None:
        """Choose the person with this key."""
        self._clear()
        if not self.people.table.select_key(key):
            self.people.filter.set_value("todas")
            self._list()
            self.people.table.select_key(key)
        self._open_person()

    def offers(self, method: str) -> bool:
        """What is done to a person needs one who was not withdrawn."""
        if method == "annul":
            row_ = self.people.table.current()
            return row_ is not None and row_.anulada is None
        return True

    # Commands

    def to_box(self) -> None:
        """Back to the box, ready for the next person; the half-typed newcomer stays for when it is opened again."""
        self.panes.close_detail()
        self._search()
        self.box.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Enter: check in who is chosen, tell that they were in, or begin a new person."""
        if self._already is not None:
            self._clear()
            return
        chosen = self.people.chosen()
        if chosen is None:
            if self.box.text():
                self.new_person()
        elif chosen.hora_llegada:
            self._tell_already(chosen)
        else:
            self._let_in(chosen)

    def new_person(self) -> None:
        """The same line becomes the new person."""
        self._already = None
        self.newcomer.begin_with(self.box.text())
        self._show_newcomer()

    def annul(self) -> None:
        """Withdraw the chosen person, with the reason."""
        row_ = self.people.table.current()
        if row_ is not None and row_.anulada is None:
            self._annul(row_.id, row_.nombre)

    def save_list(self) -> None:
        """Save the attendance list to be printed and signed."""
        codigo = self.desk.ask(ver_hojas, audiencia_id=self.audiencia_id).codigo
        self.saving.ask(list_work(self.desk, codigo))

    # Who is at the door

    def _search(self) -> None:
        self._already = None
        typed = self.box.text()
        if not typed:
            self.people.show_all()
            self._card(None)
            return
        self.people.show_found(self.desk.ask(buscar_candidatos, audiencia_id=self.audiencia_id, texto=typed))
        self.last.calm()
        self._show_candidate()

    @Slot(object)
    def _show_candidate(self, _row: object = None) -> None:
        chosen = self.people.chosen()
        if chosen is not None:
            self.who.show_candidate(chosen, self.box.text(), self.people.place())
        self._card(self.who if chosen is not None else None)

    def _card(self, shown: QWidget | None) -> None:
        """Bring one card into sight under the box, or none. At large text it has the room for itself.

        What leaves goes first: a window never grows for an instant in which both are there.
        """
        for card in (self.who, self.newcomer):
            if card is not shown:
                card.hide()
        if look().large and shown is not None:
            self.people.hide()
        if shown is not None:
            shown.show()
        if not look().large or shown is None:
            self.people.show()

    def _move(self, by: int) -> None:
        self.people.choose_next(by)
        self._show_candidate()

    def _clear(self) -> None:
        self.box.empty()
        self._search()
        self.box.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_already(self, row_: CandidatoRow) -> None:
        self._already = row_
        self.who.show_already(row_)

    def _let_in(self, row_: CandidatoRow) -> None:
        hour, answer = moment.hour(), self._consent(self.who.answer())
        with self.attempt() as attempt:
            match row_.origen:
                case "asistente":
                    self.desk.do(registrar_llegada, id=row_.id, hora=hour, consentimiento=answer)
                case "invitado" | "persona":
                    self.desk.do(
                        registrar_conocido,
                        audiencia_id=self.audiencia_id,
                        origen=row_.origen,
                        id=row_.id,
                        hora=hour,
                        consentimiento=answer,
                    )
        if attempt.ok:
            self._tell_in(row_.nombre)

    def _tell_in(self, name: str) -> None:
        self._clear()
        self._tell_last(name)

    def _tell_last(self, name: str) -> None:
        self._entrance = self.desk.undo_step
        self.last.tell(name, f"{moment.now():%H:%M:%S}")

    def _show_newcomer(self) -> None:
        self.last.calm()
        self.people.show_all()
        self._card(self.newcomer)
        self.newcomer.take_keys()

    def _keep_newcomer(self) -> None:
        with self.attempt() as attempt:
            values = self.newcomer.values()
            number = str(values["documento_numero"])
            known = self.desk.ask(con_documento, audiencia_id=self.audiencia_id, numero=number)
            if known is not None and not self.newcomer.warned_of(number):
                self.newcomer.warn(number, _repeated(known))
                return
            self._pause.stop()
            self.desk.do(
                registrar_asistente,
                audiencia_id=self.audiencia_id,
                valores=values,
                hora=moment.hour(),
                consentimiento=self._consent(self.newcomer.answer()),
                borrador=self._draft,
            )
        if attempt.ok:
            self.newcomer.start("")
            self._tell_in(str(values["nombre"]))

    @staticmethod
    def _consent(answer: str) -> Consentimiento | None:
        return cast(Consentimiento, answer) if answer else None

    def _annul_already(self) -> None:
        if self._already is not None:
            self._annul(self._already.id, self._already.nombre)
            self._clear()

    # The chosen person

    def _list(self) -> None:
        chosen = cast(Filtro, self.people.filter.value() or "todas")
        rows = self.desk.ask(listar_asistentes, audiencia_id=self.audiencia_id, filtro=chosen)
        counts = self.desk.ask(contar_asistentes, audiencia_id=self.audiencia_id)
        self.people.show_people(rows, total=counts.registrados)
        self.counters.show_counts(counts)
        self._select(self.people.table.current())
        come = plural(counts.ingresaron, "ingresó", "ingresaron").split(" ", 1)
        parts = [(come[0], come[1], "ink"), (str(counts.por_llegar), "por llegar", "ink")]
        if counts.sin_autorizacion:
            parts.append((str(counts.sin_autorizacion), "sin autorización de datos", "ink"))
        self.ambient.emit(parts)

    def _select(self, row_: AsistenteRow | None) -> None:
        self.side.person.show_person(None if row_ is None else self.desk.ask(ver_asistente, id=row_.id))

    def _open_person(self) -> None:
        self.side.show_part("persona")
        self.panes.open_detail()

    def _enter_chosen(self) -> None:
        row_ = self.people.table.current()
        if row_ is not None:
            with self.attempt() as attempt:
                self.desk.do(registrar_llegada, id=row_.id, hora=moment.hour())
            if attempt.ok:
                self._tell_last(row_.nombre)

    def _answer(self, answer: str) -> None:
        with self.attempt():
            self.desk.do(anotar_autorizacion, id=self.side.person.key, consentimiento=cast(Consentimiento, answer))

    def _annul(self, key: str, name: str) -> None:
        reason = ask_reason(self, f"Anular el registro de {name}", "¿Por qué se anula?")
        if reason is not None:
            with self.attempt():
                self.desk.do(anular_asistente, id=key, motivo=reason)

    def _undo(self) -> None:
        """Take back the last entrance, and never anything done after it."""
        if self.desk.undo_step != self._entrance:
            self.banner.tell("neutral", "Después de ese ingreso se hizo otra cosa.", "Ctrl Z la deshace primero.")
            return
        with self.attempt():
            self.desk.undo()
        self.last.hide()

    # Drafts

    @property
    def _draft(self) -> str:
        return f"registro/nueva/{self.audiencia_id}"

    @Slot()
    def _keep_draft(self) -> None:
        self._pause.stop()
        try:
            self.desk.drafts.save(self._draft, self.newcomer.draft())
        except StoreError as error:
            self.banner.tell("danger", "No se pudo guardar el borrador", str(error))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.people.detail.setVisible(self.panes.folded)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._pause.isActive():
            self._keep_draft()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.to_box()
        else:
            super().keyPressEvent(event)


def _repeated(known: AsistenteRow) -> str:
    when = f"ingresó a las {known.hora_llegada}" if known.hora_llegada else "no ha llegado"
    return f"Ese documento ya está: {known.nombre}, {when}. Enter otra vez registra a esta persona aparte."
