"""Compromisos recogidos: how many in each period and whose they are, typed cell by cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from rcdesk.domain.errors import RuleError
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.domain.periodos import en_palabras
from rcdesk.domain.periodos_escritos import leer_periodo
from rcdesk.i18n import fecha_corta, leer_fecha
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.fields import Line
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.refusal import Refusal
from rcdesk.ui.kit.rows import RowsModel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.typing_table import Cell, TypingTable
from rcdesk.ui.screens.cronograma.ficha_part import FichaPart
from rcdesk.work.ficha_del_plan import (
    FichaRow,
    RecogidosRow,
    anotar_recogidos,
    corregir_recogidos,
    listar_recogidos,
)
from rcdesk.work.lineas import retirar

_LEAST: Final = 320  # px of the grid at large text, where the whole part scrolls


def _count(value: int | None) -> str:
    return "–" if value is None else str(value)


_COLUMNS: Final = (
    Column[RecogidosRow]("Periodo", lambda one: con_mayuscula(en_palabras(one.periodo)), width=176, strong=True),
    Column[RecogidosRow]("Recogidos", lambda one: str(one.recogidos), width=96, align="right", strong=True),
    Column[RecogidosRow]("A cargo", lambda one: _count(one.a_cargo), width=84, align="right"),
    Column[RecogidosRow]("No a cargo", lambda one: _count(one.no_a_cargo), width=96, align="right"),
    Column[RecogidosRow](
        "Sin clasificar",
        lambda one: str(one.sin_clasificar) if one.sin_clasificar else "",
        width=112,
        align="right",
        tone="warn",
    ),
    Column[RecogidosRow]("Corte", lambda one: fecha_corta(one.corte) if one.corte else "", width=112),
    Column[RecogidosRow](
        "Nota",
        lambda one: one.nota or one.espacio or "",
        note=lambda one: one.aviso or (one.espacio or "" if one.nota else ""),
        note_tone=lambda one: "danger" if one.aviso else "ink2",
    ),
)


class GatheredPart(FichaPart):
    """A grid with a line for each period, and under it where another period is typed."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._model: RowsModel[RecogidosRow] = RowsModel(_COLUMNS)
        self.table: TypingTable[RecogidosRow] = named(
            "tabla_recogidos", _Grid(self._model, self._cells(), self._run), label="Compromisos recogidos por periodo"
        )
        self.table.set_empty("Ninguno todavía. Escriba abajo un periodo, como «junio de 2026», y oprima Enter.")
        assert isinstance(self.table, _Grid)
        self.table.withdraw = self._withdraw
        self.table.setMinimumHeight(_LEAST if look().large else 0)
        self._total = PlainLabel("", "strong", wrap=True)
        self._trouble = named("aviso_de_recogidos", Refusal())
        words = "Periodo, como «junio de 2026», y Enter"
        self._new = named("agregar_recogidos", Line(placeholder=words), label="Periodo")
        self._new.returnPressed.connect(self._add)
        gone = named("retirar_recogidos", Button("", "trash-2", kind="quiet", small=True, hint="Retirar (Supr)"))
        gone.clicked.connect(self._withdraw)
        card = Card(raised=False, radius=8)
        foot = column(self._trouble, row((self._new, 1), gone, gap=6), margins=(14, 8, 10, 8), gap=6)
        card.setLayout(column((self.table, 1), Rule(), foot, margins=(1, 1, 1, 1), gap=0))
        self.lay(
            "Compromisos recogidos",
            "Cuántos se recogieron en cada periodo, y cuántos son de la entidad.",
            (card, 1),
            self._total,
            grows=True,
        )

    def show_ficha(self, found: FichaRow) -> None:
        self.plan_id = found.id
        rows = self.holder.desk.ask(listar_recogidos, plan_id=found.id)
        self._model.show(rows)
        if rows and self.table.current() is None:
            self.table.setCurrentIndex(self._model.index(0, 1))
        self._total.setText(_added(rows))

    def _cells(self) -> dict[int, Cell[RecogidosRow]]:
        def number(campo: str) -> Cell[RecogidosRow]:
            def text(one: RecogidosRow) -> str:
                value = getattr(one, campo)
                return "" if value is None else str(value)

            return Cell(text, lambda one, typed: self._write(one, campo, typed or None))

        return {
            1: number("recogidos"),
            2: number("a_cargo"),
            3: number("no_a_cargo"),
            5: Cell(lambda one: fecha_corta(one.corte) if one.corte else "", self._write_cut),
            6: Cell(lambda one: one.nota or "", lambda one, typed: self._write(one, "nota", typed or None)),
        }

    def _write(self, one: RecogidosRow, campo: str, value: Any) -> None:
        seen = {campo: getattr(one, campo)}
        self.holder.desk.do(corregir_recogidos, id=one.id, valores={campo: value}, seen=seen)

    def _write_cut(self, one: RecogidosRow, typed: str) -> None:
        day = leer_fecha(typed) if typed else None
        if typed and day is None:
            raise RuleError(f"«{typed}» no es una fecha. Escríbala como 30/06/2026.")
        self._write(one, "corte", day)

    def _run(self, do: Callable[[], object]) -> bool:
        return self._trouble.attempt(self.holder, do)

    def _add(self) -> None:
        typed = self._new.value()
        if not typed:
            return
        period = leer_periodo(typed)
        if period is None:
            self._trouble.tell(
                f"«{typed}» no es un periodo. Escríbalo como «junio de 2026» o «segundo semestre de 2026»."
            )
            return

        def add() -> None:
            made = self.holder.desk.do(anotar_recogidos, plan_id=self.plan_id, periodo=period)
            self.table.select_key(made)

        if self._run(add):
            self._new.set_value("")

    def _withdraw(self) -> None:
        one = self.table.current()
        if one is not None:
            with self.holder.attempt():
                self.holder.desk.do(retirar["compromisos_por_periodo"], id=one.id, motivo="retirado de la ficha")


class _Grid(TypingTable[RecogidosRow]):
    """Supr on the period takes the whole line out; on a cell it empties the cell."""

    withdraw: Callable[[], None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().column() not in self.cells:
            self.withdraw()
        else:
            super().keyPressEvent(event)


def _added(rows: list[RecogidosRow]) -> str:
    """«279 recogidos = 70 a cargo + 167 no a cargo + 42 sin clasificar»."""
    if not rows:
        return ""
    total = sum(one.recogidos for one in rows)
    mine, others = sum(one.a_cargo or 0 for one in rows), sum(one.no_a_cargo or 0 for one in rows)
    loose = sum(one.sin_clasificar for one in rows)
    sign = "=" if mine + others + loose == total else "≠"
    return f"{total} recogidos {sign} {mine} a cargo + {others} no a cargo + {loose} sin clasificar"
