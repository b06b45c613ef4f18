"""The bank of what was learnt in every plan: searched, and brought to the plan in hand."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from rcdesk.i18n import fecha_corta, plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.fields import Choice, Line
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panel import Panel
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.theme import look
from rcdesk.work.aprendizajes import AprendizajeRow, ClaseDeAprendizaje, listar_aprendizajes, traer_aprendizaje

_WIDE: Final = 860
_TALL, _SHORT = 320, 150  # px of the list; at large text the rest needs more
_KINDS: Final[tuple[tuple[str, str], ...]] = (
    ("", "Todo"),
    ("lecciones_aprendidas", "Lecciones aprendidas"),
    ("buenas_practicas", "Buenas prácticas"),
    ("conclusiones", "Conclusiones"),
)
_WORDS: Final = {"lecciones_aprendidas": "Lección", "buenas_practicas": "Buena práctica", "conclusiones": "Conclusión"}


def _where(one: AprendizajeRow) -> str:
    more = f" y {len(one.planes) - 1} más" if len(one.planes) > 1 else ""
    said = f"{one.quien}, {fecha_corta(one.cuando[:10])}" if one.quien and one.cuando else ""
    return " · ".join(filter(None, (f"{one.planes[-1]}{more}", said)))


_COLUMNS: Final = (
    Column[AprendizajeRow]("Qué se aprendió", lambda one: one.texto, note=_where),
    Column[AprendizajeRow]("", lambda one: _WORDS[one.clase], width=128, tone="ink2", drop=1),
    Column[AprendizajeRow]("Año", lambda one: str(one.vigencia or ""), width=72, align="right", tone="ink2", drop=2),
)


class Bank(Panel):
    """What is typed searches at once; Enter brings the chosen one to the plan, and it leaves the list."""

    def __init__(self, screen: Screen) -> None:
        self._screen, self._plan = screen, ""
        self._search = named("buscar_en_banco", Line(placeholder="Buscar: intérpretes, convocatoria…"), label="Buscar")
        self._kind = named("clase_de_aprendizaje", Choice(_KINDS), label="Clase")
        self._model: RowsModel[AprendizajeRow] = RowsModel(_COLUMNS)
        self._table: Table[AprendizajeRow] = named(
            "tabla_banco", Table(self._model, empty="Nada con esas palabras."), label="Aprendizajes de otros planes"
        )
        self._count = PlainLabel("", "caption", "ink2")
        self._bring = named("traer_aprendizaje", Button("Traer a este plan", "download", "Enter", "primary"))
        back = named("volver_del_banco", Button("Volver", key="Esc", kind="quiet"))
        title = row(PlainLabel("Lo que se aprendió en otros planes", "title"), None, margins=(24, 18, 20, 12))
        ask = row((self._search, 1), self._kind, margins=(20, 12, 20, 12))
        foot = row(back, self._count, None, self._bring, margins=(16, 12, 20, 14))
        self._table.setMinimumHeight(_SHORT if look().large else _TALL)
        super().__init__(
            screen,
            column(title, Rule(), ask, (self._table, 1), Rule(), foot, margins=(2, 0, 2, 0), gap=0),
            where="top",
            width=_WIDE,
            typing=True,
        )
        self._search.edited.connect(self.refresh)
        self._search.returnPressed.connect(self._take)
        self._kind.edited.connect(self.refresh)
        self._table.row_activated.connect(lambda _: self._take())
        self._bring.clicked.connect(self._take)
        back.clicked.connect(self.close_panel)

    def ask(self, plan_id: str) -> None:
        """Open for a plan."""
        self._plan = plan_id
        self._search.set_value("")
        self.open(self._search)
        self.refresh()

    def refresh(self) -> None:
        """Read the bank again, while it is open."""
        if self.isHidden():
            return
        rows = self._screen.desk.ask(
            listar_aprendizajes,
            texto=self._search.text(),
            clase=cast(ClaseDeAprendizaje, self._kind.value()) if self._kind.value() else None,
            sin_plan=self._plan,
        )
        self._model.show(rows)
        if rows and self._table.current() is None:
            self._table.setCurrentIndex(self._model.index(0, 0))
        self._count.setText(plural(len(rows), "aprendizaje", "aprendizajes"))
        self._bring.setEnabled(bool(rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose while one is still typing."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        place = self._table.currentIndex().row() + step
        if step and 0 <= place < len(self._model.rows):
            self._table.setCurrentIndex(self._model.index(place, 0))
        elif not step:
            super().keyPressEvent(event)

    def _take(self) -> None:
        chosen = self._table.current()
        if chosen is None:
            return
        with self._screen.attempt() as attempt:
            self._screen.desk.do(traer_aprendizaje, plan_id=self._plan, clase=chosen.clase, texto=chosen.texto)
        if attempt.ok:
            self.refresh()
