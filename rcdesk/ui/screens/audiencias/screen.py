"""Audiencias: the list of hearings, making one, opening it, calling it off, withdrawing it and taking that back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedWidget

from rcdesk.i18n import fecha_corta, plural
from rcdesk.ui.calendar_work import hearing_work
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.dialog import ask_reason
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.fields import Choice, Line
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.rows import Column, RowMark, RowsModel, Table
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.states import ANULADO, State
from rcdesk.ui.kit.states import AUDIENCIA as STATES
from rcdesk.ui.kit.theme import look
from rcdesk.ui.leads import DONE, LEADS
from rcdesk.ui.saving import Saving
from rcdesk.ui.screens.audiencias.detail import Detail, hours
from rcdesk.ui.screens.audiencias.form import NewHearing
from rcdesk.work.audiencias import (
    AudienciaRow,
    anular_audiencia,
    cambiar_estado,
    crear_audiencia,
    listar_audiencias,
    listar_vigencias,
    proponer_codigo_de_audiencia,
    restaurar_audiencia,
)
from rcdesk.work.copiar_audiencia import copiar_audiencia, ver_que_viene

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk

_FILTERS = (
    ("", "Todas"),
    ("planeada", "Planeadas"),
    ("convocada", "Convocadas"),
    ("en_curso", "En vivo"),
    ("cerrada", "Cerradas"),
    ("cancelada", "Canceladas"),
    ("anulada", "Anuladas"),
)


class AudienciasScreen(Screen):
    """One row for each hearing, the latest first; the chosen one is told beside it."""

    reads: ClassVar[frozenset[str]] = frozenset({"audiencias", "lugares"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._model: RowsModel[AudienciaRow] = RowsModel(_COLUMNS, mark=lambda r: RowMark(annulled=bool(r.anulada)))
        self.table = named("lista_audiencias", Table(self._model), label="Audiencias")
        self.table.row_activated.connect(lambda row: self._open(row))
        self.table.row_selected.connect(lambda row: self._tell(row))
        self._year = named("vigencia", Choice(prefix="Año"))
        self._state = named("estado_buscado", Choice(_FILTERS, prefix="Estado"))
        self._words = named("buscar_audiencia", Line(placeholder="Nombre, código u objetivo"), label="Buscar audiencia")
        for editor in (self._year, self._state, self._words):
            editor.edited.connect(self.refresh)
        self._new = named("nueva_audiencia", Button("Nueva audiencia", "plus", "Ctrl N", "primary"))
        self._new.clicked.connect(self.new_hearing)
        self._detail = Detail()
        self._detail.wanted.connect(self._do)
        self._form = NewHearing(
            self,
            lambda year: desk.ask(proponer_codigo_de_audiencia, vigencia=year),
            lambda origin: desk.ask(ver_que_viene, origen=origin),
        )
        self.saving = Saving(self)
        self._form.wanted.connect(self._create)
        self._build()
        self.setFocusProxy(self.table)

    def _build(self) -> None:
        filters = row((self._words, 1), self._year, self._state, self._new, margins=(20, 12, 14, 12), gap=8)
        card = Card()
        card.setLayout(column(filters, (self.table, 1), margins=(1, 0, 1, 2), gap=0))
        listed = boxed(row((card, 1), self._detail, margins=(8, 0, 8, 8)))
        self._detail.setVisible(not look().large)  # only now: alone it would be a window
        self._nothing = EmptyState(
            "mic",
            "Todavía no hay audiencias",
            "Una audiencia reúne lo que se prepara, quién asistió, lo que se preguntó y respondió, y su acta.",
            "Nueva audiencia",
            shaped=True,
            primary=True,
        )
        self._nothing.started.connect(self.new_hearing)
        self._pages = QStackedWidget()
        self._pages.addWidget(listed)
        self._pages.addWidget(self._nothing)
        self.fill(column((self._pages, 1)))

    def refresh(self) -> None:
        """Read the list with its filters, which never hide that there are hearings."""
        years = self.desk.ask(listar_vigencias)
        self._year.set_options([("", "Todos"), *((str(year), str(year)) for year in years)])
        year, state, words = self._year.value(), self._state.value(), self._words.value()
        rows = self.desk.ask(listar_audiencias, vigencia=int(year) if year else None, estado=state, texto=words)
        some = bool(rows or years or year or state or words)
        self._pages.setCurrentIndex(0 if some else 1)
        self._model.show(rows)
        self.table.set_empty("Ninguna audiencia con esos filtros.")
        if rows and self.table.current() is None:
            self.table.select_key(rows[0].id)
        self._tell(self.table.current())
        running = sum(1 for row in rows if row.estado == "en_curso")
        counts = [(str(len(rows)), plural(len(rows), "audiencia", "audiencias").split(" ", 1)[1], "ink")]
        self.ambient.emit([*counts, *([(str(running), "en vivo", "danger")] if running else [])])

    def seek(self, key: str) -> None:
        """Choose the hearing with this key, whatever the filters were."""
        if not self.table.select_key(key):
            self._state.set_value("")
            self._year.set_value("")
            self._words.set_value("")
            self.refresh()
            self.table.select_key(key)

    def offers(self, method: str) -> bool:
        """What is done to the chosen hearing needs one."""
        row = self.table.current()
        match method:
            case "annul" | "copy" | "save_calendar":
                return row is not None and row.anulada is None
            case "restore":
                return row is not None and row.anulada is not None
            case _:
                return True

    def new_hearing(self) -> None:
        """Ask for what a new hearing needs."""
        self._form.ask(moment.now().year, self.desk.ask(listar_audiencias))

    def copy(self) -> None:
        """Ask for what a new hearing needs, made from the chosen one."""
        row = self.table.current()
        if row is not None and row.anulada is None:
            self._form.ask(moment.now().year, self.desk.ask(listar_audiencias), row.id)

    def save_calendar(self) -> None:
        """Save the chosen hearing for a mail program, which puts it on its calendar."""
        row = self.table.current()
        if row is None:
            return
        if not row.fecha:
            self.banner.tell("warn", "La audiencia no tiene fecha: escríbala en Preparación, en Datos.")
            return
        self.saving.ask(hearing_work(self.desk, row.codigo))

    def annul(self) -> None:
        """Withdraw the chosen hearing, with its reason."""
        row = self.table.current()
        if row is None or row.anulada is not None:
            return
        reason = ask_reason(self, f"Anular «{row.nombre}»", "¿Por qué se anula? Si no se realizó, es mejor cancelarla.")
        if reason is not None:
            with self.attempt():
                self.desk.do(anular_audiencia, id=row.id, motivo=reason)

    def restore(self) -> None:
        """Take back that the chosen hearing was withdrawn."""
        row = self.table.current()
        if row is not None:
            with self.attempt():
                self.desk.do(restaurar_audiencia, id=row.id)

    def _create(self) -> None:
        with self.attempt() as attempt:
            values, place = self._form.values()
            origin = self._form.origin
            if origin.hearing:
                made = self.desk.do(
                    copiar_audiencia, origen=origin.hearing, valores=values, piezas=origin.pieces, lugar=place
                )
            else:
                made = self.desk.do(crear_audiencia, valores=values, lugar=place)
        if attempt.ok:
            copied = bool(origin.hearing)
            self._form.done()
            self.seek(made)
            self.wants.emit("preparacion", made)
            if copied:
                self.said.emit("Se trajo lo preparado de la otra audiencia. Ctrl Z la quita con todo.")

    def _open(self, row: AudienciaRow) -> None:
        self.wants.emit("preparacion", row.id)

    def _tell(self, row: AudienciaRow | None) -> None:
        self._detail.show_row(row)

    def _do(self, method: str) -> None:
        row = self.table.current()
        if row is None:
            return
        match method:
            case "open":
                self._open(row)
            case "annul":
                self.annul()
            case "restore":
                self.restore()
            case "copy":
                self.copy()
            case "save_calendar":
                self.save_calendar()
            case _:
                with self.attempt():
                    state, _ = LEADS[method]
                    self.desk.do(cambiar_estado, id=row.id, estado=state, hoy=moment.today(), hora=moment.hour())
                    self.banner.tell("ok", f"«{row.nombre}» {DONE[method]}", "Ctrl Z lo deshace.")


def _state(row: AudienciaRow) -> State:
    return ANULADO if row.anulada is not None else STATES[row.estado]


_COLUMNS = (
    Column[AudienciaRow](
        "Audiencia", lambda r: r.nombre, strong=True, note=lambda r: "  ·  ".join(filter(None, (r.codigo, r.lugar)))
    ),
    Column[AudienciaRow]("Fecha", lambda r: fecha_corta(r.fecha) if r.fecha else "sin fecha", 132, note=hours),
    Column[AudienciaRow]("Modalidad", lambda r: (r.modalidad or "").capitalize(), 104, drop=1),
    Column[AudienciaRow]("Estado", lambda r: _state(r).word, 136, state=_state),
)
