"""Signed sheets: which one is open in place of the door, counting its signatures, and closing it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from rcdesk.domain.errors import RuleError
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.dialog import ask_verb
from rcdesk.ui.kit.named import named
from rcdesk.ui.screens.registro.folio.rows import Rows
from rcdesk.ui.screens.registro.folio.view import FolioView
from rcdesk.work.hojas import (
    NO_SE_USO,
    HojaRow,
    anular_hoja,
    cerrar_hoja,
    contar_firmas,
    hoja_con_folio,
    listar_hojas,
    reabrir_hoja,
    ver_hoja,
)

if TYPE_CHECKING:
    from rcdesk.ui.screens.registro.screen import RegistroScreen

FOLIOS: Final = "folios"
"""The place of Registro where signed sheets are typed."""


class Folios(QObject):
    """Its methods are the commands `folios.…`; `open` is what a sheet read by the scanner asks for."""

    def __init__(self, screen: RegistroScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self.view: FolioView | None = None
        self._rows: Rows | None = None
        self._hoja_id, self._sheets = "", tuple[HojaRow, ...]()

    # Commands

    def resume(self) -> None:
        """Open the first sheet that is not closed, or does not square; without any, say where they are prepared."""
        self._sheets = self._listed()
        unequal = [one for one in self._sheets if one.estado == "con_diferencia"]
        waiting = self._waiting() or unequal or self._sheets
        if waiting:
            self.open(waiting[0].id)
            return
        self._screen.uncover()
        self._screen.side.show_part("hojas")
        self._screen.panes.open_detail()
        self._screen.banner.tell(
            "neutral", "Esta audiencia no tiene hojas para firmar.", "En «Papel» se preparan y se imprimen."
        )

    def next_sheet(self) -> None:
        """Go to the sheet after this one."""
        self._turn(1)

    def previous_sheet(self) -> None:
        """Go to the sheet before this one."""
        self._turn(-1)

    def offers(self, method: str) -> bool:
        """Turning pages needs a sheet that is open."""
        return method == "resume" or self.is_open

    # Opening

    @property
    def is_open(self) -> bool:
        """Whether a sheet stands in place of the door."""
        return self.view is not None and self._screen.covered is self.view

    def open_folio(self, folio: int) -> bool:
        """Open the sheet with that number; say whether there is one."""
        key = self._screen.desk.ask(hoja_con_folio, audiencia_id=self._screen.audiencia_id, folio=folio)
        if key is not None:
            self.open(key)
        return key is not None

    def open(self, hoja_id: str) -> None:
        """Open a sheet, at its first row that nobody typed. It says so when it is not of this hearing."""
        screen, found = self._screen, self._screen.desk.ask(ver_hoja, id=hoja_id)
        if found is None:
            screen.banner.tell("warn", "Esa hoja no está en esta base, o se anuló.", "Digítela en el registro.")
            return
        if found.audiencia_id != screen.audiencia_id:
            there = named("otra_audiencia", Button("Abrir esa audiencia", small=True))
            there.clicked.connect(lambda: screen.wants.emit("registro", found.audiencia_id))
            screen.banner.tell("warn", "Esa hoja es de otra audiencia.", "Ábrala y vuelva a leer el código.", there)
            return
        view, rows = self._made()
        if self.is_open and not rows.leave():
            return
        self._hoja_id = hoja_id
        screen.cover(view)
        self.refresh()
        view.side.hour.set_value(found.hora or screen.late.hour())
        rows.begin()
        view.take_keys()

    def leave(self) -> None:
        """Back to the door; what is half typed in the row is kept."""
        self.keep()
        self._screen.uncover()
        self._screen.to_box()

    def keep(self) -> None:
        """Keep at once what is half typed."""
        if self._rows is not None:
            self._rows.keep_draft()

    def reset(self) -> None:
        """Another hearing: let go of the sheet."""
        self._hoja_id = ""
        if self._rows is not None and self.view is not None:
            self._rows.hoja = None
            self.view.grid.close_row()

    def refresh(self) -> None:
        """Read the sheet that is open."""
        if self.view is None or self._rows is None or not self._hoja_id:
            return
        self._sheets = self._listed()
        found = self._screen.desk.ask(ver_hoja, id=self._hoja_id)
        if found is None:  # it was withdrawn, or its making undone
            self.reset()
            if self.is_open:
                self.leave()
            return
        self._rows.show(found)
        self.view.show_sheet(found, self._sheets)
        if self.is_open and self.view.grid.cells.isHidden():
            self._rows.begin()

    def _made(self) -> tuple[FolioView, Rows]:
        if self.view is None or self._rows is None:
            view = self.view = FolioView()
            self._rows = Rows(self._screen, view)
            view.gone.connect(self.leave)
            view.turned.connect(self._turn)
            view.closing.connect(self._close)
            view.side.counted.connect(self._count)
            view.side.reopening.connect(self._reopen)
            view.side.unused.connect(self._drop)
            view.side.sheet_wanted.connect(self.open)
            view.side.print_wanted.connect(lambda: self._screen.printing.print_sheet(self._hoja_id))
        return self.view, self._rows

    def _listed(self) -> tuple[HojaRow, ...]:
        return tuple(self._screen.desk.ask(listar_hojas, audiencia_id=self._screen.audiencia_id))

    def _waiting(self) -> Sequence[HojaRow]:
        """The sheets that are not closed."""
        return [one for one in self._sheets if one.estado in ("sin_digitar", "en_curso")]

    # The sheet

    @Slot()
    def _count(self) -> None:
        assert self.view is not None  # its own signal
        with self._screen.attempt():
            self._screen.desk.do(contar_firmas, id=self._hoja_id, firmas=self.view.side.count.value())

    @Slot()
    def _close(self) -> None:
        """Close the sheet, and go on with the next one that waits."""
        if self.view is None or self._rows is None or not self._rows.leave():
            return
        if self.view.side.count.is_unsaved():
            self.view.side.count.commit()
        with self._screen.attempt() as attempt:
            try:
                self._screen.desk.do(cerrar_hoja, id=self._hoja_id)
            except RuleError as error:
                if error.field != "firmas":
                    raise
                self.view.panes.open_detail()
                self.view.side.explain_count(str(error))
                return
        if attempt.ok:
            self._tell_closed(self.view)

    def _tell_closed(self, view: FolioView) -> None:
        closed = next((one for one in self._sheets if one.id == self._hoja_id), None)
        waiting = self._waiting()
        if waiting:
            self.open(waiting[0].id)
        else:
            view.take_keys()
        if closed is not None:
            rest = closed.cuadre.diferencia()
            words = f"Folio {closed.folio} cerrado: {closed.cuadre.hechas} de {closed.cuadre.firmas}"
            view.tell(f"{words}, {rest}. Queda escrito en Cierre." if rest else f"{words}.", danger=bool(rest))

    @Slot()
    def _reopen(self) -> None:
        with self._screen.attempt():
            self._screen.desk.do(reabrir_hoja, id=self._hoja_id)

    @Slot()
    def _drop(self) -> None:
        """A sheet on which nobody signed, or that was printed badly."""
        verbs = ((NO_SE_USO, "No se usó"), ("Se imprimió mal", "Se imprimió mal"))
        lines = ("El folio queda anulado y no se espera su digitación. Ctrl Z lo devuelve.",)
        why = ask_verb(self._screen, "¿Qué pasó con esta hoja?", lines, verbs)
        if why:
            with self._screen.attempt():
                self._screen.desk.do(anular_hoja, id=self._hoja_id, motivo=why)

    @Slot(int)
    def _turn(self, by: int) -> None:
        place = next((i for i, one in enumerate(self._sheets) if one.id == self._hoja_id), -1)
        if self.is_open and place >= 0 and 0 <= place + by < len(self._sheets):
            self.open(self._sheets[place + by].id)
