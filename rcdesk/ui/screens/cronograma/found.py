"""Avisos: what the reviewer finds in the plan in sight; each leads to its row, or is dismissed with a reason."""

from __future__ import annotations

from functools import partial
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from rcdesk.app.desk import Desk
from rcdesk.app.progress import Progress
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.domain.hallazgos import Gravedad
from rcdesk.i18n import plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule, head
from rcdesk.ui.kit.columns import Column, RowMark
from rcdesk.ui.kit.dialog import ask_reason
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.states import State
from rcdesk.ui.screens.cronograma.views import PLAN_TABLES, Sight, View
from rcdesk.ui.tasks import tasks_of
from rcdesk.work.hallazgos_de_plan import (
    HallazgoRow,
    abiertos,
    descartar_hallazgo,
    hallazgos_del_plan,
    recuperar_hallazgo,
)

_GRADES: Final[dict[Gravedad, State]] = {
    "E": State("Contradicción", "circle-alert", "danger"),
    "W": State("Por revisar", "triangle-alert", "warn"),
    "I": State("Para saber", "circle-help"),
}
_DISMISSED: Final = State("Descartado", "ban")
_ORDER: Final = ("E", "W", "I")


class FoundView(View):
    """Enter goes to the row; X dismisses what is no mistake, or tells it again."""

    reads: ClassVar[frozenset[str]] = PLAN_TABLES | {
        *("compromisos_por_periodo", "compromisos", "secciones", "piezas", "hallazgos_descartados", "dias_no_habiles"),
    }
    filters: ClassVar[frozenset[str]] = frozenset()
    hints: ClassVar[str] = "Enter  ir a corregirlo      X  descartar      F1  teclas"

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._plan_id, self._running, self._again = "", False, False
        self._count = named("cuantos_avisos_del_plan", PlainLabel("", "caption", "ink2"))
        self._whole = named("aviso_completo", PlainLabel("", "body", wrap=True))
        self._go = named("ir_a_corregirlo", Button("Ir a corregirlo", "arrow-right", "Enter", small=True))
        self._drop = named("descartar_aviso", Button("Descartar, con motivo…", "ban", "X", small=True))
        self._model: RowsModel[HallazgoRow] = RowsModel(
            _COLUMNS, mark=lambda one: RowMark(annulled=bool(one.descartado))
        )
        self.table: Table[HallazgoRow] = named("tabla_avisos", Table(self._model), label="Avisos del plan")
        self._build()

    def _build(self) -> None:
        foot = row((self._whole, 1), self._drop, self._go, margins=(20, 8, 14, 10), gap=8)
        card = Card()
        card.setLayout(
            column(
                head("Lo que conviene revisar", "nada se corrige solo", self._count),
                Rule(),
                (self.table, 1),
                Rule(),
                foot,
                margins=(1, 0, 1, 2),
                gap=0,
            )
        )
        self.setLayout(column((card, 1)))
        self.setFocusProxy(self.table)
        self.table.row_selected.connect(self._tell)
        self.table.row_activated.connect(lambda _row: self.go())
        self._go.clicked.connect(self.go)
        self._drop.clicked.connect(self.dismiss)
        self._tell(None)

    @property
    def busy(self) -> bool:
        """Whether the plan is being reviewed."""
        return self._running

    def show_plan(self, sight: Sight) -> None:
        if sight.plan.id != self._plan_id:
            self._plan_id = sight.plan.id
            self._model.show(())
        self.table.set_empty("Revisando…")
        self._read()

    def go(self) -> None:
        """Go to the row where it is mended."""
        one = self.table.current()
        if one is not None and one.registro and one.registro != self._plan_id:
            self.wanted.emit("look_at_table")
            self.holder.seek(one.registro)
            self.wanted.emit("open_side")
        elif one is not None:
            self.wanted.emit("edit_plan")

    def dismiss(self) -> None:
        """Dismiss what is no mistake, with its reason; or tell again what was dismissed."""
        one = self.table.current()
        if one is None:
            return
        if one.descartado is not None:
            with self.holder.attempt():
                self.holder.desk.do(recuperar_hallazgo, id=one.descarte_id)
            return
        reason = ask_reason(self, "Descartar el aviso", "¿Por qué no es un error?", verb="Descartar")
        if reason is not None:
            asked = {"codigo": one.codigo, "registro": one.registro, "campo": one.campo, "detalle": one.detalle}
            with self.holder.attempt():
                self.holder.desk.do(descartar_hallazgo, plan_id=self._plan_id, motivo=reason, **asked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_X and not event.modifiers():
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _read(self) -> None:
        if self._running:
            self._again = True
            return
        self._running, self._again = True, False
        job = partial(_review, self.holder.desk, self._plan_id)
        tasks_of(self).run(self, job, done=self._show, failed=self._explain)

    def _show(self, found: tuple[HallazgoRow, ...]) -> None:
        self._running = False
        if self._again:
            self._read()
            return
        self.table.set_empty("Nada por revisar: las fechas, las metas, los códigos y las sumas cuadran.")
        standing = abiertos(found)
        gone = len(found) - len(standing)
        ordered = sorted(found, key=lambda one: (one.descartado is not None, _ORDER.index(one.gravedad)))
        self._model.show(ordered)
        if ordered and self.table.current() is None:
            self.table.select_key(ordered[0].id)
        told = [plural(len(standing), "aviso", "avisos")] if standing else []
        told += [plural(gone, "descartado", "descartados")] if gone else []
        self._count.setText("  ·  ".join(told))
        self._tell(self.table.current())

    def _explain(self, error: BaseException) -> None:
        self._running = False
        if not isinstance(error, RuleError | StoreError):
            raise error
        self.table.set_empty("No se pudo revisar el plan.")
        self.holder.banner.tell("danger", "No se pudo revisar el plan", str(error))
        if self._again:
            self._read()

    def _tell(self, one: HallazgoRow | None) -> None:
        """The whole of the one in hand, for its line may not hold it."""
        gone = one is not None and one.descartado is not None
        self._whole.setText("" if one is None else f"{one.nota} Motivo: {one.descartado}" if gone else one.nota)
        self._drop.set_words("Volver a avisar" if gone else "Descartar, con motivo…")
        for button in (self._go, self._drop):
            button.setVisible(one is not None)


def _review(desk: Desk, plan_id: str, _: Progress) -> tuple[HallazgoRow, ...]:
    return desk.ask(hallazgos_del_plan, plan_id=plan_id)


def _state(one: HallazgoRow) -> State:
    return _DISMISSED if one.descartado is not None else _GRADES[one.gravedad]


_COLUMNS: Final = (
    Column[HallazgoRow]("Grado", lambda one: _state(one).word, width=150, state=_state),
    Column[HallazgoRow]("Qué se encontró, y qué hacer", lambda one: one.nota),
)
