"""Registering what was done in an activity: asking for it beside the view, and doing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro import Evidencia
from rcdesk.ui.evidence import keep, open_file, open_link
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.dialog import ask_reason
from rcdesk.ui.kit.layout import into_sight
from rcdesk.work.archivos import listar_adjuntos
from rcdesk.work.avances_de_actividad import corregir_periodo, registrar_avance, retirar_avance, retirar_periodo
from rcdesk.work.evidencias import encontrar

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
        self._pane.advances.opened.connect(self._open)

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
                said = form.values()
                proofs, files = keep(desk, form.proofs.pending())
                words = (Evidencia(texto=form.words()),) if form.words() else ()
                desk.do(
                    registrar_avance,
                    actividad_id=found.fila.id,
                    hoy=moment.today(),
                    valores=said,
                    evidencias=(*words, *proofs),
                    adjuntos=files,
                )
        if attempt.ok:
            form.done()
            self._pane.close_advance()
            self._pane.register.setFocus()
            into_sight(self._pane.register)

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

    def _open(self, proof: Evidencia) -> None:
        """Open what proves something: its link, or its file as it was called."""
        if proof.url:
            open_link(proof.url)
            return
        with self._screen.attempt():
            desk = self._screen.desk
            kept = encontrar(desk.folder, proof.archivo or "", dict(desk.ask(listar_adjuntos)))
            if kept is None:
                raise RuleError(f"El archivo «{proof.archivo}» no está en la base.")
            open_file(kept, proof.texto or proof.archivo or "")
