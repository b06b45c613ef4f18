"""Registering what was done in an activity: asking for it beside the view, and doing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rcdesk.ui.kit import moment
from rcdesk.work.cronograma import corregir_avance, registrar_avance, retirar_avance

if TYPE_CHECKING:
    from rcdesk.ui.screens.cronograma.screen import CronogramaScreen


class Advancing(QObject):
    """Works on the activity in hand of the screen."""

    def __init__(self, screen: CronogramaScreen) -> None:
        super().__init__(screen)
        self._screen, self._pane = screen, screen.side.pane
        self._pane.advance.wanted.connect(self._save)
        self._pane.advances.withdrawn.connect(self._withdraw)
        self._pane.advances.corrected.connect(self._correct)

    def register(self) -> None:
        """Ask for an advance of the activity in hand."""
        row = self._screen.activity()
        if row is None or row.anulada is not None:
            return
        self._screen.open_side()
        self._pane.open_advance()
        self._pane.advance.ask(row, moment.today(), self._screen.year())

    def _correct(self, key: str) -> None:
        found = self._pane.row
        one = next((one for one in found.avances if one.id == key), None) if found else None
        if found is not None and one is not None:
            self._pane.open_advance()
            self._pane.advance.correct(found, one)

    def _save(self) -> None:
        form, row, desk = self._pane.advance, self._screen.activity(), self._screen.desk
        if row is None:
            return
        with self._screen.attempt() as attempt:
            values, (proof, link) = form.values(), form.evidence()
            if form.editing:
                desk.do(corregir_avance, id=form.editing, valores=values, evidencia=proof)
            else:
                desk.do(registrar_avance, actividad_id=row.id, valores=values, evidencia=proof, enlace=link)
        if attempt.ok:
            form.done()
            self._pane.close_advance()
            self._pane.register.setFocus()

    def _withdraw(self, key: str) -> None:
        with self._screen.attempt():
            self._screen.desk.do(retirar_avance, id=key)
