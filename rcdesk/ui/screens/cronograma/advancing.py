"""Registering what was done in an activity: asking for it beside the view, and doing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from rcdesk.domain.registro import Evidencia, Fecha
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.dialog import ask_reason
from rcdesk.work.avances import corregir_periodo, registrar_avance, retirar_avance, retirar_periodo

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
        self._pane.advances.dropped.connect(self._drop)

    def register(self) -> None:
        """Ask for an advance of the activity in hand."""
        self._screen.open_side()
        found = self._pane.found
        if found is not None and found.fila.anulada is None:
            self._pane.open_advance()
            self._pane.advance.ask(found, moment.today(), self._screen.year())

    def _correct(self, key: str) -> None:
        found = self._pane.found
        one = next((one for one in found.periodos if one.id == key), None) if found else None
        if found is not None and one is not None:
            self._pane.open_advance()
            self._pane.advance.correct(found, one)

    def _save(self) -> None:
        form, found, desk = self._pane.advance, self._pane.found, self._screen.desk
        if found is None:
            return
        with self._screen.attempt() as attempt:
            if form.period is not None:
                values: dict[str, Any] = form.values()
                seen = {name: getattr(form.period, name) for name in ("programado", "justificacion")}
                desk.do(corregir_periodo, id=form.period.id, valores=values, seen=seen)
            else:
                desk.do(
                    registrar_avance,
                    actividad_id=found.fila.id,
                    hoy=moment.today(),
                    valores=form.values(),
                    evidencias=_evidence(*form.evidence()),
                )
        if attempt.ok:
            form.done()
            self._pane.close_advance()
            self._pane.register.setFocus()

    def _withdraw(self, key: str) -> None:
        reason = ask_reason(self._screen, "Retirar el avance", "¿Por qué se retira lo que se dijo?", verb="Retirar")
        if reason is not None:
            with self._screen.attempt():
                self._screen.desk.do(retirar_avance, id=key, motivo=reason)

    def _drop(self, key: str) -> None:
        reason = ask_reason(self._screen, "Retirar el periodo", "¿Por qué se retira, con sus avances?", verb="Retirar")
        if reason is not None:
            with self._screen.attempt():
                self._screen.desk.do(retirar_periodo, id=key, motivo=reason)


def _evidence(words: str, link: str) -> tuple[Evidencia, ...]:
    words, link = words.strip(), link.strip()
    if not words and not link:
        return ()
    seen = Fecha(moment.today()) if link else None
    return (Evidencia(texto=words or None, url=link or None, consultada=seen),)
