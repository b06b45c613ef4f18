"""The commitments made before the hearing, as its acta will tell them: generated, never typed here."""

from __future__ import annotations

from typing import Final

from rcdesk.domain.registro import NO_APLICA
from rcdesk.i18n import fecha_corta
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.dialog import ask_reason
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import Column, RowMark, RowsModel, Table
from rcdesk.ui.kit.states import COMPROMISO, VENCIDO, State
from rcdesk.work.anteriores_del_acta import AnteriorRow, dejar_fuera, listar_anteriores, volver_a_traer

_ROWS: Final = (2, 5)
_LEFT_OUT: Final = State("No va", "ban")
_HANDED_OVER: Final = State("Trasladado", "arrow-right")


def _date(row_: AnteriorRow) -> str:
    if row_.fecha is None:
        return "Sin fecha"
    return row_.fecha if row_.fecha == NO_APLICA else fecha_corta(row_.fecha)


def _state(row_: AnteriorRow) -> State:
    if row_.descartado is not None:
        return _LEFT_OUT
    if row_.tardanza:
        return VENCIDO
    return _HANDED_OVER if row_.abierto is False and row_.trasladado else COMPROMISO[row_.estado]


def _note(row_: AnteriorRow) -> str:
    """Why it is left out, or the last that was said of it."""
    if row_.descartado is not None:
        return f"No va en esta acta: {row_.descartado}"
    return row_.texto or ("Sin avances" if row_.abierto else row_.procedencia)


_COLUMNS: Final = (
    Column[AnteriorRow]("No.", lambda row_: row_.codigo, width=56, strong=True),
    Column[AnteriorRow]("Qué se acordó", lambda row_: row_.que_hacer, note=_note),
    Column[AnteriorRow]("Responsable", lambda row_: "; ".join(row_.responsables), width=150, tone="ink2", drop=1),
    Column[AnteriorRow](
        "Fecha", _date, width=124, note=lambda row_: row_.tardanza.removeprefix("Vencido hace "), drop=2
    ),
    Column[AnteriorRow]("Cómo va", lambda row_: _state(row_).word, width=120, state=_state),
)


class Carried(Card):
    """A sunken sheet with what the base knows of them; hidden when there is none to tell."""

    def __init__(self, tab: HearingScreen) -> None:
        super().__init__(fill="sunken", radius=8, raised=False)
        self.setObjectName("compromisos_anteriores")
        self._tab = tab
        self._fixed = False
        self._words = named("frase_de_anteriores", PlainLabel("", "body", wrap=True))
        self._model: RowsModel[AnteriorRow] = RowsModel(
            _COLUMNS, self, mark=lambda row_: RowMark(annulled=row_.descartado is not None)
        )
        self.table = named("lista_anteriores", Table(self._model), label="Seguimiento a compromisos anteriores")
        self.table.row_selected.connect(self._offer)
        self.table.row_activated.connect(lambda _row: self._go())
        self.out = named("dejar_fuera", Button("No va en esta acta…", "ban", kind="quiet", small=True))
        self.back = named("volver_a_traer", Button("Volver a traerlo", "undo-2", kind="quiet", small=True))
        self._see = named("ver_compromiso", Button("Ver el compromiso", "arrow-right", kind="quiet", small=True))
        self.out.clicked.connect(self.leave_out)
        self.back.clicked.connect(self._bring_back)
        self._see.clicked.connect(self._go)
        title = PlainLabel("Seguimiento a compromisos anteriores", "strong")
        self._source = named("fuente_de_anteriores", PlainLabel("", "caption", "ink2"))
        head = row(Glyph("database", "ink2", 14), title, self._source, None, gap=6, margins=(14, 10, 10, 0))
        tools = row(self.out, self.back, None, self._see, gap=4, margins=(8, 4, 8, 6))
        words = row((self._words, 1), margins=(14, 2, 14, 8))
        self.setLayout(column(head, words, self.table, tools, margins=(1, 0, 1, 1), gap=0))

    def refresh(self) -> None:
        """Read again what the acta tells of them."""
        found = self._tab.desk.ask(listar_anteriores, audiencia_id=self._tab.audiencia_id)
        self._fixed = found.fijos
        day = f", al {fecha_corta(found.dia)}" if found.dia else ""
        self._source.setText("Como los contó el acta aprobada" if found.fijos else f"Dato de la base{day}")
        self.setVisible(bool(found.filas))
        self._words.setText(found.frase or "Ninguno va en esta acta.")
        self._model.show(found.filas)
        if found.filas and self.table.current() is None:
            self.table.select_key(found.filas[0].id)
        self.table.fit(*_ROWS)
        self._offer(self.table.current())

    def leave_out(self) -> None:
        """Leave the chosen one out of this acta, with its reason."""
        current = self.table.current()
        if current is None or self._fixed or not current.conocido or current.descartado is not None:
            return
        title = f"Dejar fuera del acta «{current.codigo or current.que_hacer[:40]}»"
        reason = ask_reason(self, title, "¿Por qué no va en esta acta? El compromiso sigue igual.", verb="Dejar fuera")
        if reason is not None:
            with self._tab.attempt():
                hearing = self._tab.audiencia_id
                self._tab.desk.do(dejar_fuera, audiencia_id=hearing, compromiso_id=current.id, motivo=reason)

    def _bring_back(self) -> None:
        current = self.table.current()
        if current is not None:
            with self._tab.attempt():
                self._tab.desk.do(volver_a_traer, audiencia_id=self._tab.audiencia_id, compromiso_id=current.id)

    def _go(self) -> None:
        """Go to the commitment itself, where its advances are."""
        current = self.table.current()
        if current is not None and current.conocido:
            self._tab.wants.emit("compromisos", current.id)

    def _offer(self, current: AnteriorRow | None) -> None:
        """Offer what can be done with the chosen one; of an approved acta, only to see it."""
        known = current is not None and current.conocido
        out = current is not None and current.descartado is not None
        self.out.setVisible(not self._fixed and not out)
        self.back.setVisible(not self._fixed and out)
        self.out.setEnabled(known)
        self.back.setEnabled(known)
        self._see.setEnabled(known)
