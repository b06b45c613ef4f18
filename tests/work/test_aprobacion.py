"""An acta from the draft to the web page: what approving freezes, and what may still be done."""

from pathlib import Path

import pytest
from PIL import Image

from rcdesk.app.desk import Desk
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.domain.sello import codigo_corto
from rcdesk.render.pdf import to_bytes
from rcdesk.render.text import to_text
from rcdesk.store.evidence import evidence_path
from rcdesk.work.actas import editar_acta, poner_logo, ver_acta
from rcdesk.work.aprobacion import (
    aprobar_acta,
    corregir_version,
    devolver_a_borrador,
    enviar_a_revision,
    publicar_acta,
    sellar_acta,
)
from rcdesk.work.asistentes import registrar_asistente
from rcdesk.work.documentos import documento_acta
from rcdesk.work.evidencias import tomar
from rcdesk.work.preguntas import registrar_pregunta
from rcdesk.work.sellado import hacer_pdf, sin_sellar
from tests.bases import SEGUNDA

HOY = "2026-11-20"


def approved(desk: Desk, hearing: str) -> str:
    desk.do(editar_acta, audiencia_id=hearing, valores={"formato_numeracion": "110.25.03.{n}"})
    desk.do(enviar_a_revision, audiencia_id=hearing)
    done = desk.do(aprobar_acta, audiencia_id=hearing, hoy=HOY, evidencias=desk.folder)
    return done.version_id


def test_approving_keeps_the_data_and_the_same_bytes_come_out_of_them_ever_after(desk: Desk, segunda: str) -> None:
    version = approved(desk, segunda)
    assert desk.undo_step is None
    assert desk.ask(sin_sellar) == [version]  # as a crash would leave it
    made = desk.ask(hacer_pdf, version_id=version, evidencias=desk.folder)
    desk.do(sellar_acta, version_id=version, pdf=made.pdf, pdf_publico=made.pdf_publico)
    assert desk.ask(sin_sellar) == []
    assert desk.ask(hacer_pdf, version_id=version, evidencias=desk.folder) == made
    document = desk.ask(documento_acta, codigo=SEGUNDA, evidencias=desk.folder)
    assert to_bytes(document) == evidence_path(desk.folder, made.pdf).read_bytes()


def test_what_the_acta_tells_is_frozen_until_there_is_a_new_version(desk: Desk, segunda: str) -> None:
    approved(desk, segunda)
    with pytest.raises(RuleError, match="versión 1"):
        desk.do(registrar_asistente, audiencia_id=segunda, valores={"nombre": "Ana"})
    with pytest.raises(RuleError, match="no se puede enviar a revisión"):
        desk.do(enviar_a_revision, audiencia_id=segunda)
    desk.do(publicar_acta, audiencia_id=segunda, hoy=HOY, url="https://piedraclara.example/acta")
    with pytest.raises(RuleError) as refused:
        desk.do(corregir_version, audiencia_id=segunda, motivo=" ")
    assert refused.value.field == "motivo"
    assert desk.do(corregir_version, audiencia_id=segunda, motivo="Faltaba una persona") == 2
    desk.do(registrar_asistente, audiencia_id=segunda, valores={"nombre": "Ana"})
    approved(desk, segunda)
    assert desk.ask(ver_acta, audiencia_id=segunda).numero == "110.25.03.1"  # the one that it had
    assert "Versión 2, aprobada el" in to_text(desk.ask(documento_acta, codigo=SEGUNDA, evidencias=desk.folder))


def test_a_draft_comes_back_from_its_reviewers(desk: Desk, segunda: str) -> None:
    assert desk.do(enviar_a_revision, audiencia_id=segunda) == 1
    desk.do(devolver_a_borrador, audiencia_id=segunda)
    with pytest.raises(RuleError, match="en borrador"):
        desk.do(aprobar_acta, audiencia_id=segunda, hoy=HOY, evidencias=desk.folder)
    assert desk.do(enviar_a_revision, audiencia_id=segunda) == 2


def test_data_that_were_altered_make_no_acta(desk: Desk, segunda: str) -> None:
    desk.do(editar_acta, audiencia_id=segunda, valores={"numero": "Única"})
    desk.do(enviar_a_revision, audiencia_id=segunda)
    done = desk.do(aprobar_acta, audiencia_id=segunda, hoy=HOY, evidencias=desk.folder)
    document = desk.ask(documento_acta, codigo=SEGUNDA, evidencias=desk.folder)
    assert codigo_corto(done.sha256) in to_text(document)
    path: Path = evidence_path(desk.folder, done.sha256)
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(StoreError, match="fueron alterados"):
        desk.ask(documento_acta, codigo=SEGUNDA, evidencias=desk.folder)


def test_a_question_that_came_late_is_refused(desk: Desk, segunda: str) -> None:
    approved(desk, segunda)
    with pytest.raises(RuleError, match="aprobada"):
        desk.do(registrar_pregunta, audiencia_id=segunda, texto="¿Y el puente?")


def test_an_acta_is_not_made_again_without_one_of_its_pictures(desk: Desk, segunda: str, tmp_path: Path) -> None:
    picture = tmp_path / "escudo.png"
    Image.new("RGB", (40, 40), "navy").save(picture)
    logo = tomar(desk.folder, picture, {})
    desk.do(poner_logo, audiencia_id=segunda, adjunto=logo)
    version = approved(desk, segunda)
    made = desk.ask(hacer_pdf, version_id=version, evidencias=desk.folder)
    path = evidence_path(desk.folder, logo.sha256)
    kept = path.read_bytes()
    path.write_bytes(kept + b" ")
    with pytest.raises(StoreError, match="fue alterado: sin él no sería la misma"):
        desk.ask(hacer_pdf, version_id=version, evidencias=desk.folder)
    path.write_bytes(kept)
    assert desk.ask(hacer_pdf, version_id=version, evidencias=desk.folder) == made
