"""The entity and its formats: what is written once, which version is printed, and what an approved acta keeps."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from rcdesk import documents
from rcdesk.app.desk import Desk
from rcdesk.documents.formato import DOCUMENTOS, que_encabeza
from rcdesk.domain.errors import RuleError
from rcdesk.domain.formatos import version_siguiente
from rcdesk.domain.palabras_del_acta import ListaDeFirmantes
from rcdesk.render.pdf import to_bytes
from rcdesk.render.text import to_text
from rcdesk.store.evidence import store_evidence
from rcdesk.work.actas import (
    abrir_acta,
    agregar_al_acta,
    editar_acta,
    listar_firmantes,
    traer_firmantes,
    traer_formato,
    ver_acta,
)
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.aprobacion import aprobar_acta, corregir_version, enviar_a_revision
from rcdesk.work.audiencias import anular_audiencia, crear_audiencia
from rcdesk.work.cierre import ver_cierre
from rcdesk.work.documentos import documento_acta
from rcdesk.work.entidad import (
    Falta,
    agregar_habitual,
    editar_entidad,
    falta_en_el_encabezado,
    poner_logo_de_la_entidad,
    ver_entidad,
)
from rcdesk.work.formatos import (
    agregar_formato,
    corregir_formato,
    hacer_version_nueva,
    listar_formatos,
    muestra_del_encabezado,
    numero_siguiente,
    poner_logo_del_formato,
    retirar_formato,
)
from rcdesk.work.libro import libro_de_numeros
from tests.bases import PRIMERA, SEGUNDA, open_desk
from tests.corpus import corpus

HOY = "2026-11-20"


def png(color: str) -> bytes:
    file = BytesIO()
    Image.new("RGB", (60, 60), color).save(file, "PNG")
    return file.getvalue()


def approve(desk: Desk, hearing: str) -> str:
    desk.do(enviar_a_revision, audiencia_id=hearing)
    return desk.do(aprobar_acta, audiencia_id=hearing, hoy=HOY, evidencias=desk.folder).numero


def another(desk: Desk, codigo: str, vigencia: int = 2026) -> str:
    return desk.do(crear_audiencia, valores={"codigo": codigo, "nombre": f"Audiencia {codigo}", "vigencia": vigencia})


def test_changing_the_entity_never_changes_an_approved_acta(desk: Desk, segunda: str) -> None:
    form = desk.ask(listar_formatos, hoy=HOY)[0].id
    desk.do(corregir_formato, id=form, valores={"numeracion": "110.25.03.{n}"})
    desk.do(agregar_habitual, lista="firmas", valores={"nombre": "Elena Mora", "cargo": "Secretaria"})
    desk.do(abrir_acta, audiencia_id=segunda)
    approve(desk, segunda)
    before = to_bytes(desk.ask(documento_acta, codigo=SEGUNDA, evidencias=desk.folder))
    logo = Adjunto("figuras/otro.png", store_evidence(desk.folder, png("teal")), 10)
    desk.do(editar_entidad, valores={"nombre": "Alcaldía de Puerto Sereno", "nit": "890.399.000-1"})
    desk.do(poner_logo_de_la_entidad, adjunto=logo)
    desk.do(corregir_formato, id=form, valores={"codigo": "MAGT04.03.14.12.P03.F06", "version": "02"})
    desk.do(poner_logo_del_formato, id=form, lado="logo_derecho", adjunto=logo)
    desk.do(hacer_version_nueva, id=form, hoy=HOY)
    desk.do(agregar_habitual, lista="aprobo", valores={"nombre": "Otro"})
    assert to_bytes(desk.ask(documento_acta, codigo=SEGUNDA, evidencias=desk.folder)) == before
    printed = to_text(desk.ask(documento_acta, codigo=PRIMERA, evidencias=desk.folder))
    assert "Alcaldía de Puerto Sereno" in printed  # the one that is not approved says the new name
    head = desk.ask(muestra_del_encabezado, id=form, evidencias=desk.folder)
    assert head.form.logo_right is not None and head.form.code == "MAGT04.03.14.12.P03.F06"
    assert "[Al pie de cada página: Alcaldía de Valle Sereno" in to_text(head)


def test_a_format_that_changes_is_a_new_version_and_the_acta_keeps_the_one_it_has(desk: Desk, segunda: str) -> None:
    old = desk.ask(listar_formatos, hoy=HOY)[0]
    assert (old.estado, old.actas) == ("al_dia", 1)
    desk.do(abrir_acta, audiencia_id=segunda)
    new = desk.do(hacer_version_nueva, id=old.id, hoy=HOY)
    rows = {row.id: row for row in desk.ask(listar_formatos, hoy=HOY)}
    assert [row.estado for row in rows.values()] == ["al_dia", "anterior"]
    assert (rows[new].version, rows[new].vigente_desde, rows[new].codigo) == ("4", HOY, old.codigo)
    assert ver(desk, segunda) == (old.codigo, "3")
    desk.do(traer_formato, audiencia_id=segunda)
    assert ver(desk, segunda) == (old.codigo, "4")
    desk.do(retirar_formato, id=new)
    assert [row.estado for row in desk.ask(listar_formatos, hoy=HOY)] == ["al_dia"]
    assert ver(desk, segunda) == (old.codigo, "4")


def test_an_acta_without_a_format_of_its_own_keeps_at_approval_the_one_it_printed(tmp_path: Path) -> None:
    desk = open_desk(tmp_path / "Base.rcdesk")
    hearing = another(desk, "a-1")
    desk.do(abrir_acta, audiencia_id=hearing)
    first = {"tipo_documental": "Acta de reunión", "codigo": "PSGD02.01.P03.F06", "numeracion": "{n:3}"}
    desk.do(agregar_formato, valores=first)
    assert approve(desk, hearing) == "001"
    desk.do(retirar_formato, id=desk.ask(listar_formatos, hoy=HOY)[0].id)
    assert ver(desk, hearing) == ("PSGD02.01.P03.F06", None)
    assert "PSGD02.01.P03.F06" in to_text(desk.ask(documento_acta, codigo="a-1", evidencias=desk.folder))
    desk.close()


def ver(desk: Desk, hearing: str) -> tuple[str | None, str | None]:
    acta = desk.ask(ver_acta, audiencia_id=hearing)
    return acta.formato_codigo, acta.formato_version


def test_of_two_formats_without_a_date_the_one_written_last_is_printed(tmp_path: Path) -> None:
    desk = open_desk(tmp_path / "Base.rcdesk")
    assert desk.ask(listar_formatos, hoy=HOY) == []
    first = {"tipo_documental": "Acta de reunión", "codigo": "MAGT04.03.14.12.P03.F06", "version": "02"}
    desk.do(agregar_formato, valores=first)
    desk.do(agregar_formato, valores=first | {"version": "03"})
    hearing = another(desk, "a-1")
    desk.do(abrir_acta, audiencia_id=hearing)
    assert ver(desk, hearing) == ("MAGT04.03.14.12.P03.F06", "03")
    assert desk.ask(ver_entidad).nombre is None
    assert desk.ask(falta_en_el_encabezado, codigo="a-1", palabra="acta") == Falta(nombre=True, codigo=False)
    assert desk.ask(falta_en_el_encabezado, codigo="a-1", palabra="asistencia") == Falta(nombre=True, codigo=True)
    desk.close()


def test_an_acta_takes_who_usually_signs_and_none_twice(desk: Desk, segunda: str) -> None:
    with pytest.raises(RuleError, match="en Ajustes"):
        desk.do(traer_firmantes, audiencia_id=segunda)
    usual: list[tuple[ListaDeFirmantes, str]] = [
        ("firmas", "Elena Mora"),
        ("firmas", "Luis Paz"),
        ("elaboro", "Elena Mora"),
    ]
    for lista, nombre in usual:
        desk.do(agregar_habitual, lista=lista, valores={"nombre": nombre, "cargo": "Secretaria"})
    desk.do(agregar_al_acta["firmantes"], audiencia_id=segunda, lista="firmas", valores={"nombre": "Ana"})
    rows = [(row.lista, row.nombre) for row in desk.ask(listar_firmantes, audiencia_id=segunda)]
    assert sorted(rows) == [
        ("elaboro", "Elena Mora"),
        ("firmas", "Ana"),
        ("firmas", "Elena Mora"),
        ("firmas", "Luis Paz"),
    ]
    assert desk.do(traer_firmantes, audiencia_id=segunda) == 0
    desk.do(agregar_habitual, lista="aprobo", valores={"nombre": "Rosa Díaz"})
    assert desk.do(traer_firmantes, audiencia_id=segunda) == 1
    desk.undo()
    assert len(desk.ask(listar_firmantes, audiencia_id=segunda)) == 4
    desk.redo()
    assert len(desk.ask(listar_firmantes, audiencia_id=segunda)) == 5


def test_the_book_tells_each_number_whose_it_is_and_the_gaps(desk: Desk, primera: str, segunda: str) -> None:
    form = desk.ask(listar_formatos, hoy=HOY)[0].id
    desk.do(corregir_formato, id=form, valores={"numeracion": "110.25.03.{n:2}", "primer_numero": 4})
    given = [approve(desk, segunda)]
    brought, annulled = another(desk, "a-2"), another(desk, "a-3")
    desk.do(editar_acta, audiencia_id=brought, valores={"numero": "110.25.03.09"})
    given += [approve(desk, brought), approve(desk, annulled)]
    assert given == ["110.25.03.04", "110.25.03.09", "110.25.03.10"]
    desk.do(anular_audiencia, id=annulled, motivo="Se aplazó")
    repeated = another(desk, "a-4")
    desk.do(editar_acta, audiencia_id=repeated, valores={"numero": "110.25.03.10"})
    with pytest.raises(RuleError, match="ya es de otra acta"):
        approve(desk, repeated)
    desk.do(corregir_version, audiencia_id=segunda, motivo="Faltaba una persona")
    rows = desk.ask(libro_de_numeros)
    assert [(row.numero, row.estado, row.motivo) for row in rows] == [
        ("110.25.03.04", "correccion", None),
        ("110.25.03.05 a 110.25.03.08", "salto", None),
        ("110.25.03.09", "aprobada", None),
        ("110.25.03.10", "anulada", "Se aplazó"),
    ]
    assert desk.ask(numero_siguiente, id=form, vigencia=2026) == "110.25.03.11"  # the annulled one is given to no other


def test_an_entity_whose_actas_bear_no_number_approves_them_without_one(desk: Desk, segunda: str) -> None:
    form = desk.ask(listar_formatos, hoy=HOY)[0].id
    with pytest.raises(RuleError, match="patrón") as refused:
        approve(desk, segunda)
    assert refused.value.field == "numero"
    desk.do(corregir_formato, id=form, valores={"numeracion": "Sin numero"})
    assert desk.ask(numero_siguiente, id=form, vigencia=2026) == "sin número"
    checklist = desk.ask(ver_cierre, audiencia_id=segunda).lista.despues
    assert [punto.nota for punto in checklist if punto.clave == "numero"] == ["no lleva"]
    assert "ACTA No." not in to_text(desk.ask(documento_acta, codigo=SEGUNDA, evidencias=desk.folder))
    done = desk.do(aprobar_acta, audiencia_id=segunda, hoy=HOY, evidencias=desk.folder)
    assert (done.numero, desk.ask(libro_de_numeros)) == ("", [])
    text = to_text(desk.ask(documento_acta, codigo=SEGUNDA, evidencias=desk.folder))
    assert "ACTA No." not in text and "\nACTA\n" in f"\n{text}".replace("# ", "")


@pytest.mark.parametrize(
    ("valores", "field", "words"),
    [
        ({"nit": "NIT 890"}, "nit", "lleva números"),
        ({"correo": "datos@puertosereno"}, "correo", "Falta el final"),
        ({"correo": "datos.puertosereno.gov.co"}, "correo", "arroba"),
        ({"sitio_web": "la página del municipio"}, "sitio_web", "sin espacios"),
        ({"nombre": "x" * 100_001}, "nombre", "límite"),
    ],
)
def test_what_leads_nowhere_is_refused_and_nothing_changes(
    desk: Desk, valores: dict[str, object], field: str, words: str
) -> None:
    before = desk.ask(ver_entidad)
    with pytest.raises(RuleError, match=words) as refused:
        desk.do(editar_entidad, valores=valores)
    assert refused.value.field == field
    assert desk.ask(ver_entidad) == before


def test_whatever_is_typed_heads_a_document_or_is_refused_in_words(desk: Desk) -> None:
    form = desk.ask(listar_formatos, hoy=HOY)[0].id
    pages = 0
    for bad in corpus("campo"):
        values = {"codigo": bad.text, "pie": bad.text, "proceso": bad.text}
        try:
            desk.do(editar_entidad, valores={"nombre": bad.text})
            desk.do(corregir_formato, id=form, valores=values)
        except RuleError as refused:
            assert str(refused).endswith(".")
            continue
        if len(bad.text) <= 300:  # a head of pages and pages is printed too, and takes its time
            head = desk.ask(muestra_del_encabezado, id=form, evidencias=desk.folder)
            pages += to_bytes(head).startswith(b"%PDF-")
    assert pages >= 5


def test_every_word_that_a_document_looks_for_is_told_to_who_writes_a_format() -> None:
    code = "".join(path.read_text("utf-8") for path in Path(documents.__path__[0]).rglob("*.py"))
    assert set(re.findall(r'formato_de\(\S+, "(\w+)"\)', code)) == set(DOCUMENTOS)
    assert que_encabeza("LISTADO DE ASISTENCIA") == ("el listado de asistencia y sus hojas",)
    assert que_encabeza("CIRCULAR") == ()


@pytest.mark.parametrize("tipo", ["", "  "])
def test_a_format_says_of_what_document_it_is(desk: Desk, tipo: str) -> None:
    with pytest.raises(RuleError) as refused:
        desk.do(agregar_formato, valores={"tipo_documental": tipo})
    assert refused.value.field == "tipo_documental"
    with pytest.raises(RuleError, match="sin número"):
        desk.do(agregar_formato, valores={"tipo_documental": "ACTA", "numeracion": "001"})


@pytest.mark.parametrize(
    ("now", "after"),
    [("02", "03"), ("9", "10"), ("V9", "V10"), ("1.9", "1.10"), ("09", "10"), (None, "2"), ("única", "única 2")],
)
def test_the_next_version_is_written_as_the_one_before(now: str | None, after: str) -> None:
    assert version_siguiente(now) == after
