"""Typing the rows of a signed sheet: which one has the keys, who it may be, and keeping it as one leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Slot

from rcdesk.domain.errors import RuleError
from rcdesk.i18n import plural
from rcdesk.ui.kit.pause import Pause
from rcdesk.ui.screens.registro.folio.cells import Typed
from rcdesk.ui.screens.registro.folio.looks import CONSENT, DOCUMENT
from rcdesk.ui.screens.registro.folio.view import FolioView
from rcdesk.work.candidatos import CandidatoRow, buscar_candidatos
from rcdesk.work.digitar import (
    REPETIDA,
    Elegida,
    Firma,
    borrar_renglon,
    dejar_vacio,
    dejar_vacios,
    digitar_ilegible,
    digitar_renglon,
    repetir_firma,
)
from rcdesk.work.hojas import HojaView
from rcdesk.work.organizaciones import ofrecer_organizaciones

if TYPE_CHECKING:
    from rcdesk.ui.screens.registro.screen import RegistroScreen
    from rcdesk.work import Action

_LEAST: Final = 2  # letters before anybody is looked for
_AGAIN: Final = " Enter otra vez la anota como firma repetida, sin contarla dos veces."


class Rows(QObject):
    """Works on the rows of `hoja`, which whoever opens the sheet keeps up to date."""

    def __init__(self, screen: RegistroScreen, view: FolioView) -> None:
        super().__init__(view)
        self._screen, self._view = screen, view
        self._grid, self._cells = view.grid, view.grid.cells
        self.hoja: HojaView | None = None
        self._group = ""  # repeated down to the last row
        self._pause = Pause(self)
        self._pause.timeout.connect(self.keep_draft)
        self._grid.wanted.connect(self._want)
        self._grid.found.taken.connect(self._take)
        self._cells.edited.connect(self._note)
        self._cells.looked.connect(self._look)
        self._cells.left.connect(self._move)
        self._cells.signed.connect(self._sign)
        self._cells.repeated.connect(self._repeat)

    def show(self, hoja: HojaView) -> None:
        """Take the rows of a sheet as they are now."""
        if self.hoja is None or self.hoja.id != hoja.id:
            self._grid.close_row()
            self._group = ""
            known = self._screen.desk.ask(ofrecer_organizaciones, audiencia_id=hoja.audiencia_id)
            self._cells.group.set_suggestions([one.nombre for one in known], [one.busca for one in known])
        self.hoja = hoja
        self._grid.show_rows(hoja.renglones)
        if hoja.cerrada:
            self._grid.close_row()

    def begin(self) -> None:
        """Take the first row of which nothing is known; the last one when all is."""
        rows = self.hoja.renglones if self.hoja is not None else ()
        self.go(next((row.numero for row in rows if row.clase == "pendiente"), len(rows)))

    def go(self, numero: int) -> None:
        """Take a row, with what was half typed in it."""
        if self.hoja is None or self.hoja.cerrada:
            return
        self._grid.go_to(numero, group=self._group)
        draft = self._screen.desk.drafts.fresh().get(self._draft)
        if draft is not None and draft.texto:
            self._cells.recover(draft.texto)
        self._say("")
        self._cells.take_keys(DOCUMENT)

    def leave(self) -> bool:
        """Keep the row that has the keys; say whether it may be left."""
        if self.hoja is None or self._cells.isHidden() or not self._cells.is_unsaved():
            return True
        typed = self._cells.value()
        if self._cells.confirming:
            return self._do(repetir_firma)
        if not typed.is_somebody:
            return self._cells.row.clase not in ("lista", "nueva") or self._do(borrar_renglon)
        firma = Firma(typed.firmo, typed.autoriza, self._hour())
        return self._do(digitar_renglon, valores=typed.valores(), elegida=self._cells.chosen, firma=firma)

    def _do(self, action: Action[..., Any], **values: object) -> bool:
        """Do an action on the row that has the keys; a refusal is said under the rows, and the row stays as typed."""
        assert self.hoja is not None  # asked where it is called
        self._pause.stop()
        place = {"hoja_id": self.hoja.id, "renglon": self._cells.row.numero, "borrador": self._draft}
        with self._screen.attempt() as attempt:
            try:
                self._screen.desk.do(action, **place, **values)
            except RuleError as error:
                again = error.field == REPETIDA
                self._say(f"{error}{_AGAIN if again else ''}")
                self._cells.confirming = again
                self._cells.take_keys(self._cells.column())
                return False
        if attempt.ok:
            self._say("")
            self._cells.show_row(self.hoja.renglones[self._cells.row.numero - 1], above="")
        return attempt.ok

    # From row to row

    @Slot(int)
    def _want(self, numero: int) -> None:
        if self.leave():
            self.go(numero)

    @Slot(int)
    def _move(self, by: int) -> None:
        if self.leave():
            self.go(self._cells.row.numero + by)

    @Slot(str)
    def _sign(self, sign: str) -> None:
        """One sign said what the row is."""
        done = self._do(digitar_ilegible, hora=self._hour()) if sign == "illegible" else self._do(dejar_vacio)
        if done:
            self.go(self._cells.row.numero + 1)

    @Slot()
    def _repeat(self) -> None:
        """Down to the last row: this organisation, or that they are all empty when nobody is typed here."""
        typed, row = self._cells.value(), self._cells.row
        if typed.grupo:
            self._group = typed.grupo
            self._say(f"Los demás renglones comienzan con «{typed.grupo}».", danger=False)
        elif self.hoja is not None and not typed.is_somebody and row.clase in ("pendiente", "vacio"):
            with self._screen.attempt() as attempt:
                many = self._screen.desk.do(dejar_vacios, hoja_id=self.hoja.id, desde=row.numero)
            if attempt.ok:
                verb = "Quedó vacío" if many == 1 else "Quedaron vacíos"
                self._say(f"{verb} {plural(many, 'renglón', 'renglones')}.", danger=False)

    # Who it is

    @Slot(int)
    def _look(self, column: int) -> None:
        """Look for who is being typed. A whole document says by itself who it is."""
        typed, by_document = self._cells.value(), column == DOCUMENT
        words = typed.documento if by_document else typed.nombre
        rows = self._candidates(words) if len(words) >= _LEAST else []
        number = str(typed.valores()["documento_numero"] or "")
        exact = [row for row in rows if by_document and row.documento_numero == number]
        if by_document and typed.nombre:
            rows = exact
        self._grid.offer(exact or rows, words, "" if by_document else number)

    def _candidates(self, words: str) -> list[CandidatoRow]:
        return self._screen.desk.ask(buscar_candidatos, audiencia_id=self._screen.audiencia_id, texto=words)

    @Slot(object)
    def _take(self, row: CandidatoRow | None) -> None:
        """Somebody of the list was chosen; or (None) it is somebody new, and the next cell is asked."""
        cells = self._cells
        if row is None:
            cells.take_keys(cells.column() + 1)
            return
        now = cells.value()
        document = row.documento_numero or now.documento
        consent = now.autoriza if row.autorizacion is None else row.autorizacion
        cells.choose(
            Elegida(row.origen, row.id), Typed(document, row.nombre, row.grupo, now.contacto, consent, now.firmo)
        )
        cells.take_keys(DOCUMENT if cells.box(CONSENT).isNull() else CONSENT)

    # Drafts

    @property
    def _draft(self) -> str:
        assert self.hoja is not None  # asked where it is called
        return f"registro/folio/{self.hoja.id}/{self._cells.row.numero}"

    @Slot()
    def keep_draft(self) -> None:
        """Keep now what is half typed in the row."""
        self._pause.stop()
        if self.hoja is None or self._cells.isHidden():
            return
        draft = self._cells.draft()
        if draft or self._draft in self._screen.desk.drafts.fresh():
            self._screen.keep_draft(self._draft, draft)

    @Slot()
    def _note(self) -> None:
        self._say("")
        self._pause.note()

    def _hour(self) -> str:
        """When the people of this sheet came in: what is said beside it."""
        try:
            return self._view.side.hour.value() or self._screen.late.hour()
        except RuleError:
            return self._screen.late.hour()

    def _say(self, text: str, *, danger: bool = True) -> None:
        self._cells.confirming = False
        self._view.tell(text, danger=danger)
