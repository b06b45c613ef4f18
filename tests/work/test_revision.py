"""The review of an acta: its numbered copies, what is asked of them, what is decided, and the signed paper."""

import os
from datetime import datetime
from pathlib import Path

import pytest

from rcdesk.app.desk import Desk
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.domain.observaciones import pagina_de
from rcdesk.i18n import COLOMBIA
from rcdesk.render.pdf import to_bytes
from rcdesk.render.text import to_text
from rcdesk.store.evidence import LARGEST, evidence_path
from rcdesk.work.actas import editar_acta, listar_firmantes
from rcdesk.work.aprobacion import aprobar_acta, corregir_version, enviar_a_revision, publicar_acta, sellar_acta
from rcdesk.work.archivos import listar_adjuntos
from rcdesk.work.documentos_de_revision import documento_copia, documento_observaciones
from rcdesk.work.lineas import corregir
from rcdesk.work.revision import agregar_observacion, corregir_observacion, decidir_observacion, listar_observaciones
from rcdesk.work.sellado import hacer_pdf, pdf_sellado
from rcdesk.work.versiones import (
    acta_firmada,
    adjuntar_firmada,
    listar_versiones,
    registrar_firma,
    tomar_firmada,
)
from rcdesk.work.vida_del_acta import ver_por_aprobar, ver_vida
from tests.bases import PRIMERA
from tests.render.conform import check

HOY = "2026-11-20"
AT = datetime(2026, 11, 20, 10, 41, tzinfo=COLOMBIA)
PDF = b"%PDF-1.7\nfirmada\n%%EOF"


def approved(desk: Desk, hearing: str) -> str:
    desk.do(enviar_a_revision, audiencia_id=hearing)
    return desk.do(aprobar_acta, audiencia_id=hearing, hoy=HOY, evidencias=desk.folder).version_id


def test_remarks_are_of_the_copy_that_was_sent_and_wait_until_they_are_decided(desk: Desk, primera: str) -> None:
    with pytest.raises(RuleError, match="copia numerada"):
        desk.do(agregar_observacion, audiencia_id=primera, valores={"texto": "Antes de tiempo"})
    desk.do(enviar_a_revision, audiencia_id=primera)
    first = desk.do(agregar_observacion, audiencia_id=primera, valores={"texto": "Falta un cargo", "autor": "Ana"})
    with pytest.raises(RuleError) as refused:
        desk.do(corregir_observacion, id=first, valores={"texto": "  "})
    assert refused.value.field == "texto"
    desk.do(enviar_a_revision, audiencia_id=primera)
    desk.do(agregar_observacion, audiencia_id=primera, valores={"texto": "=1+1 *no* <b>es</b> fórmula"})
    with pytest.raises(RuleError, match="Quedan 2 observaciones sin decidir"):
        desk.do(aprobar_acta, audiencia_id=primera, hoy=HOY, evidencias=desk.folder)
    desk.do(decidir_observacion, id=first, disposicion="acogida_en_parte")
    rows = desk.ask(listar_observaciones, audiencia_id=primera)
    assert [(o.numero, o.revision, o.disposicion) for o in rows] == [(1, 1, "acogida_en_parte"), (2, 2, None)]
    vida = desk.ask(ver_vida, audiencia_id=primera)
    assert (vida.estado, vida.revision, vida.observaciones, vida.por_decidir) == ("en_revision", 2, 2, 1)
    said = to_text(desk.ask(documento_observaciones, codigo=PRIMERA, evidencias=desk.folder))
    assert "2 observaciones: 1 acogida en parte y 1 sin decidir." in said
    assert "=1+1 *no* <b>es</b> fórmula" in said and "Copia de revisión 2" in said
    assert check(to_bytes(desk.ask(documento_observaciones, codigo=PRIMERA, evidencias=desk.folder))) == []


def test_the_copies_of_a_new_version_are_not_taken_for_those_of_the_one_before(desk: Desk, primera: str) -> None:
    desk.do(enviar_a_revision, audiencia_id=primera)
    remark = desk.do(agregar_observacion, audiencia_id=primera, valores={"texto": "Falta un cargo"})
    desk.do(decidir_observacion, id=remark, disposicion="acogida")
    desk.do(aprobar_acta, audiencia_id=primera, hoy=HOY, evidencias=desk.folder)
    desk.do(corregir_version, audiencia_id=primera, motivo="Faltaba una persona")
    assert desk.do(enviar_a_revision, audiencia_id=primera) == 2


def test_the_copy_that_is_sent_numbers_its_lines_and_says_that_it_is_not_approved(desk: Desk, primera: str) -> None:
    with pytest.raises(RuleError, match="no se ha enviado"):
        desk.ask(documento_copia, audiencia_id=primera, evidencias=desk.folder, hecha=AT)
    desk.do(enviar_a_revision, audiencia_id=primera)
    copy = desk.ask(documento_copia, audiencia_id=primera, evidencias=desk.folder, hecha=AT)
    assert copy.layout.line_numbers and copy.attachment is None
    assert copy.title.startswith("Copia de revisión 1. Acta No.")
    assert "COPIA DE REVISIÓN 1, SIN APROBAR." in to_text(copy)
    assert check(to_bytes(copy)) == []


def test_what_approving_would_do_is_told_before_it_is_done(desk: Desk, segunda: str) -> None:
    desk.do(editar_acta, audiencia_id=segunda, valores={"formato_numeracion": "9.{n}", "formato_primer_numero": 3})
    told = desk.ask(ver_por_aprobar, audiencia_id=segunda)
    assert told.sin_cerrar, "it is still to come"
    assert (told.numero, told.saltos, told.version) == ("9.3", (), 1)
    assert "Firmas" in told.faltan
    desk.do(editar_acta, audiencia_id=segunda, valores={"numero": "9.6"})
    assert desk.ask(ver_por_aprobar, audiencia_id=segunda).saltos == ("9.3 a 9.5",)


def test_sealing_and_publishing_cannot_be_taken_back(desk: Desk, primera: str) -> None:
    version = approved(desk, primera)
    assert desk.ask(pdf_sellado, version_id=version, evidencias=desk.folder) is None
    made = desk.ask(hacer_pdf, version_id=version, evidencias=desk.folder)
    desk.do(sellar_acta, version_id=version, pdf=made.pdf, pdf_publico=made.pdf_publico)
    assert desk.undo_step is None
    desk.do(publicar_acta, audiencia_id=primera, hoy=HOY)
    assert desk.undo_step is None
    path = evidence_path(desk.folder, made.pdf_publico)
    sealed = desk.ask(pdf_sellado, version_id=version, evidencias=desk.folder, publica=True)
    assert sealed == path.read_bytes() and made.pdf != made.pdf_publico
    path.write_bytes(b"%PDF-otro")
    with pytest.raises(StoreError, match="alterado"):
        desk.ask(pdf_sellado, version_id=version, evidencias=desk.folder, publica=True)


def test_who_signs_an_approved_acta_only_says_how_and_when(desk: Desk, primera: str) -> None:
    approved(desk, primera)
    signer = next(row for row in desk.ask(listar_firmantes, audiencia_id=primera) if row.lista == "firmas")
    desk.do(registrar_firma, id=signer.id, valores={"medio": "digital", "fecha": "2026-11-21"})
    vida = desk.ask(ver_vida, audiencia_id=primera)
    assert (vida.firmaron, vida.firmantes) == (1, 4)
    with pytest.raises(RuleError, match="cómo y cuándo"):
        desk.do(registrar_firma, id=signer.id, valores={"nombre": "Otra"})
    with pytest.raises(RuleError, match="ya no cambia"):
        desk.do(corregir["firmantes"], id=signer.id, valores={"nombre": "Otra"})
    desk.do(corregir_version, audiencia_id=primera, motivo="Faltaba una persona")
    assert desk.ask(ver_vida, audiencia_id=primera).firmaron == 0, "nobody has signed the new version"
    desk.undo()
    assert desk.ask(ver_vida, audiencia_id=primera).firmaron == 1


def test_the_signed_paper_comes_back_byte_for_byte_and_the_one_it_replaces_is_kept(
    desk: Desk, primera: str, tmp_path: Path
) -> None:
    version = approved(desk, primera)
    with pytest.raises(RuleError, match="no tiene adjunta"):
        desk.ask(acta_firmada, version_id=version, evidencias=desk.folder)
    for name, data in (("firmada.pdf", PDF), ("firmada.jpg", b"\xff\xd8\xff\xe0 escaneada")):
        source = tmp_path / name
        source.write_bytes(data)
        taken = tomar_firmada(desk.folder, source, desk.ask(listar_adjuntos))
        desk.do(adjuntar_firmada, version_id=version, adjunto=taken)
        assert desk.ask(acta_firmada, version_id=version, evidencias=desk.folder) == data
    assert desk.ask(listar_versiones, audiencia_id=primera)[0].archivo == taken.ruta
    kept = [evidence_path(desk.folder, sha256).read_bytes() for sha256 in desk.ask(listar_adjuntos).values()]
    assert PDF in kept


@pytest.mark.parametrize(
    ("place", "page"),
    [
        ("página 3, renglón 12", 3),
        ("Pág. 14", 14),
        ("en la pagina 2", 2),
        ("páginas 5 y 6", 5),
        (None, None),
    ],
)
def test_a_remark_says_its_page_as_people_write_it(place: str | None, page: int | None) -> None:
    assert pagina_de(place) == page


@pytest.mark.parametrize(("name", "data"), [("acta.docx", b"PK"), ("acta.pdf", b"no lo es"), ("acta.png", PDF)])
def test_what_is_no_scanned_paper_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    source = tmp_path / name
    source.write_bytes(data)
    with pytest.raises(RuleError, match=f"«{name}» no es un PDF, JPG o PNG"):
        tomar_firmada(tmp_path, source, {})


def test_a_paper_that_is_gone_or_weighs_too_much_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="No se pudo leer «ya no"):
        tomar_firmada(tmp_path, tmp_path / "ya no.pdf", {})
    heavy = tmp_path / "pesada.pdf"
    with heavy.open("wb") as file:
        file.write(PDF)
        file.truncate(LARGEST + 1)
    with pytest.raises(RuleError, match="pesa más de 50 MB"):
        tomar_firmada(tmp_path, heavy, {})
    os.mkfifo(tmp_path / "tubo.pdf")
    with pytest.raises(RuleError, match="no es un archivo común"):  # and is not waited for
        tomar_firmada(tmp_path, tmp_path / "tubo.pdf", {})
