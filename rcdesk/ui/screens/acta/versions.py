"""Versiones: what was approved, given back as the bytes that were sealed, and the signed paper beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

from rcdesk.app.progress import Progress
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.i18n import COLOMBIA, fecha_corta, hora_am_pm, peso
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.opening import ask_file
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import Column, RowsModel, Table
from rcdesk.ui.pdf_work import OnPaper, PdfWork
from rcdesk.ui.saving import Saving
from rcdesk.ui.saving import Work as ToSave
from rcdesk.ui.screens.acta.part import Part, heading
from rcdesk.ui.screens.acta.signing import signed_words
from rcdesk.ui.screens.acta.workflow import Workflow, seal_state
from rcdesk.ui.tasks import tasks_of
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.archivos import listar_adjuntos
from rcdesk.work.estado_del_acta import EstadoDelActa
from rcdesk.work.sellado import pdf_sellado
from rcdesk.work.versiones import (
    VersionRow,
    acta_firmada,
    adjuntar_firmada,
    documento_version,
    listar_versiones,
    tomar_firmada,
)

_COLUMNS: Final = (
    Column[VersionRow]("No.", lambda v: str(v.version), width=60, align="right", tone="ink2"),
    Column[VersionRow]("Acta", lambda v: v.numero or "Sin número", strong=True, note=lambda v: _when(v)),
    Column[VersionRow]("Código", lambda v: v.codigo, width=172, drop=1),
    Column[VersionRow]("PDF", lambda v: seal_state(v.sellada).word, width=120, state=lambda v: seal_state(v.sellada)),
)
_KINDS: Final = "Acta firmada en PDF, JPG o PNG (*.pdf *.jpg *.jpeg *.png)"
_MOST: Final = 5  # rows in sight


class VersionsPart(Part):
    """The last version first; the buttons below act on the selected one."""

    landmark = "Verificación de este documento"
    lives = True

    def __init__(self, screen: HearingScreen, workflow: Workflow, saving: Saving, paper: OnPaper) -> None:
        super().__init__(screen)
        self._workflow, self._saving, self._paper = workflow, saving, paper
        self._model = RowsModel(_COLUMNS, self)
        self.table: Table[VersionRow] = named("versiones", Table(self._model), label="Versiones aprobadas")
        self.table.row_selected.connect(lambda _row: self._show())
        self.table.row_activated.connect(lambda _row: self.save_internal())
        self._told = named("version_elegida", PlainLabel("", "body", wrap=True))
        self._signed = named("firmaron", PlainLabel("", "body", wrap=True))
        self._empty = EmptyState(
            "file-check",
            "Todavía no hay una versión aprobada",
            "Al aprobar el acta quedan aquí sus PDF sellados, para guardarlos, imprimirlos y publicarlos.",
        )
        self._card = self._list()
        top = heading("Versiones", note="Lo que se aprobó no cambia: aquí está tal como se selló.")
        self.setLayout(column(top, self._empty, self._card, None, gap=10))

    def refresh(self, estado: EstadoDelActa) -> None:
        """Show the versions; the selected one stays so."""
        rows = self.tab.desk.ask(listar_versiones, audiencia_id=self.audiencia_id)
        self._model.show(rows)
        if rows and self.table.current() is None:
            self.table.select_key(rows[0].id)
        self.table.fit(1, _MOST)
        self._empty.setVisible(not rows)
        self._card.setVisible(bool(rows))
        self._show()

    def offers(self, method: str) -> bool:
        """There is an approved version, and for `save_signed` its signed paper."""
        current = self.table.current()
        return current is not None and (method != "save_signed" or bool(current.archivo))

    def save_internal(self) -> None:
        """Save the sealed internal PDF of the version in hand."""
        self._save_pdf(publica=False)

    def save_public(self) -> None:
        """Save the sealed PDF that anybody may read."""
        self._save_pdf(publica=True)

    def print_version(self) -> None:
        """Print the sealed internal PDF."""
        work = self.in_hand()
        if work is not None:
            self._paper.print_out(work)

    def in_hand(self, *, publica: bool = False) -> PdfWork | None:
        """Return how the version in hand is saved and printed: as the bytes that were sealed; None without one."""
        version, desk = self.table.current(), self.tab.desk
        if version is None:
            return None
        asked: dict[str, Any] = {"version_id": version.id, "evidencias": desk.folder, "publica": publica}
        what, kind = ("El acta pública", " pública") if publica else ("El acta", "")
        return PdfWork(
            what,
            f"Acta {_name(version)}{kind}",
            partial(desk.ask, documento_version, **asked),
            also=("docx",),
            sealed=partial(desk.ask, pdf_sellado, **asked),
        )

    def attach(self) -> None:
        """Ask for the scanned paper, and keep it with the version in hand."""
        current = self.table.current()
        path = ask_file(self, "Adjuntar el acta firmada", _KINDS) if current is not None else None
        if current is not None and path is not None:
            self.take(current.id, path)

    def take(self, version_id: str, path: Path) -> None:
        """Keep this file as the scanned paper of a version."""
        desk = self.tab.desk
        self.tab.banner.tell("neutral", "Guardando el acta firmada en la base…", str(path), icon="clock")

        def job(_: Progress) -> Adjunto:
            return tomar_firmada(desk.folder, path, desk.ask(listar_adjuntos))

        tasks_of(self.tab).run(self, job, done=partial(self._attached, version_id, path), failed=self._explain)

    def save_signed(self) -> None:
        """Save a copy of the scanned paper of the version in hand."""
        current = self.table.current()
        if current is not None and current.archivo:
            kind, name = Path(current.archivo).suffix.lstrip("."), f"Acta {_name(current)} firmada"
            self._saving.ask(ToSave("El acta firmada", name, kind, partial(self._write_signed, current.id)))

    def _list(self) -> Card:
        names = (
            ("guardar_interno", "PDF interno…", "download", self.save_internal),
            ("guardar_publico", "PDF público…", "download", self.save_public),
            ("imprimir_version", "Imprimir…", "printer", self.print_version),
        )
        outs = [self._button(*each) for each in names]
        self._attach = self._button("adjuntar_firmada", "Adjuntar acta firmada…", "upload", self.attach)
        self._give = self._button("guardar_firmada", "Guardar la firmada…", "download", self.save_signed)
        self._seal = self._button("sellar_ahora", "Sellar ahora", "refresh-cw", self._workflow.seal)
        signers = named("ver_firmas", Button("Ver firmas", "arrow-right", kind="quiet", small=True))
        signers.clicked.connect(lambda: self.tab.seek("firmas"))
        first = boxed(row(*outs, self._seal, None, gap=6))
        second = boxed(row(self._attach, self._give, None, gap=6))
        signed = boxed(row((self._signed, 1), signers, gap=6))
        body = column(
            self._told, Flow((first, 1), units=1), Rule(), signed, Flow((second, 1), units=1), margins=(16, 10, 16, 14)
        )
        card = Card(raised=False, radius=8)
        card.setLayout(column(self.table, Rule(), body, margins=(1, 1, 1, 1), gap=0))
        return card

    def _button(self, name: str, words: str, icon: str, run: Callable[[], object]) -> Button:
        button = named(name, Button(words, icon, small=True))
        button.clicked.connect(run)
        return button

    def _show(self) -> None:
        current, vida = self.table.current(), self._workflow.vida
        if current is None:
            return
        why = f" Corrige la anterior: {current.motivo}." if current.motivo else ""
        self._told.setText(f"Versión {current.version}, aprobada por {current.quien} el {_when(current)}.{why}")
        self._seal.setVisible(not current.sellada and current.id == vida.version_id)
        self._give.setVisible(bool(current.archivo))
        self._attach.set_words("Cambiar acta firmada…" if current.archivo else "Adjuntar acta firmada…")
        paper = "con el acta firmada adjunta" if current.archivo else "sin el acta firmada"
        now = vida.aprobada and current.id == vida.version_id  # of an earlier one, its scanned paper tells who signed
        signed = f"{signed_words(vida.firmaron, vida.firmantes)} " if now else ""
        self._signed.setText(f"{signed}Esta versión está {paper}.")

    def _save_pdf(self, *, publica: bool) -> None:
        work = self.in_hand(publica=publica)
        if work is not None:
            self._saving.ask(work.to_save())

    def _write_signed(self, version_id: str, path: Path) -> str:
        from rcdesk.store.files import write_atomic

        data = self.tab.desk.ask(acta_firmada, version_id=version_id, evidencias=self.tab.desk.folder)
        write_atomic(path, data)
        return peso(len(data))

    def _attached(self, version_id: str, path: Path, adjunto: Adjunto) -> None:
        with self.tab.attempt() as attempt:
            self.tab.desk.do(adjuntar_firmada, version_id=version_id, adjunto=adjunto)
        if attempt.ok:
            said = f"Quedó en la base una copia exacta de «{path.name}». Ctrl Z la quita del acta."
            self.tab.banner.tell("ok", "Se adjuntó el acta firmada", said)

    def _explain(self, error: BaseException) -> None:
        if not isinstance(error, RuleError | StoreError):
            self.tab.banner.clear()
            raise error
        self.tab.banner.tell("warn", "No se adjuntó el acta firmada", str(error))


def _when(version: VersionRow) -> str:
    if not version.aprobada:
        return ""
    moment = datetime.fromisoformat(version.aprobada).astimezone(COLOMBIA)
    return f"{fecha_corta(moment.date().isoformat())}, {hora_am_pm(f'{moment:%H:%M}')}"


def _name(version: VersionRow) -> str:
    words = version.numero or version.codigo
    return words if version.version == 1 else f"{words} versión {version.version}"
