"""From one hearing to the next: what the acta tells of earlier commitments, until it is approved and from then on."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from rcdesk.app.desk import Desk
from rcdesk.domain import registro as r
from rcdesk.domain.errors import RuleError
from rcdesk.domain.publica import version_publica
from rcdesk.render.text import to_text
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.actas import editar_acta
from rcdesk.work.anteriores_del_acta import Anteriores, dejar_fuera, listar_anteriores, volver_a_traer
from rcdesk.work.aprobacion import aprobar_acta, corregir_version, enviar_a_revision
from rcdesk.work.audiencias import editar_audiencia
from rcdesk.work.cierre import exportar_audiencia, reunir_como_se_cuenta, ver_cierre
from rcdesk.work.documentos import documento_acta
from rcdesk.work.gather import reunir_audiencia, reunir_entidad, reunir_personas
from rcdesk.work.intercambio import importar
from rcdesk.work.nombres_reservados import sin_nombres
from tests.bases import PRIMERA, SEGUNDA, open_desk


@action("Decir de un compromiso")
def say(unit: Unit, *, id: str, texto: str, corte: str = "2026-11-30") -> None:
    """Write an advance of a commitment as its screen does."""
    unit.insert("seguimientos", [{"compromiso_id": id, "orden": "zz", "corte": corte, "texto": texto}])


def told(desk: Desk, segunda: str) -> Anteriores:
    return desk.ask(listar_anteriores, audiencia_id=segunda)


def printed(desk: Desk, publica: bool = False) -> str:
    return to_text(desk.ask(documento_acta, codigo=SEGUNDA, evidencias=desk.folder, publica=publica))


def test_the_next_hearing_tells_them_and_its_approval_keeps_what_it_told(desk: Desk, segunda: str) -> None:
    found = told(desk, segunda)
    assert found.previa is not None
    assert found.previa.codigo == PRIMERA
    first, second = found.filas[:2]
    assert (first.procedencia[:7], first.como_va, first.avanzo) == ("Primera", "Pendiente", False)
    assert found.frase in printed(desk)
    desk.do(dejar_fuera, audiencia_id=segunda, compromiso_id=second.id, motivo="Se publicó en abril")
    point = next(p for p in desk.ask(ver_cierre, audiencia_id=segunda).lista.despues if p.clave == "anteriores")
    assert point.nota.startswith(f"{len(found.filas) - 1} en el acta; 1 fuera de ella, con motivo; ")
    assert first.que_hacer in printed(desk)
    assert second.que_hacer not in printed(desk)
    desk.do(say, id=first.id, texto="Se envió a Control Interno")
    assert "Se envió a Control Interno" in printed(desk)
    desk.do(editar_acta, audiencia_id=segunda, valores={"numero": "2"})
    desk.do(enviar_a_revision, audiencia_id=segunda)
    kept = desk.do(aprobar_acta, audiencia_id=segunda, hoy="2026-12-15", evidencias=desk.folder)
    assert kept.sha256
    stored = desk.ask(reunir_audiencia, SEGUNDA)
    assert stored is not None
    assert len(stored.audiencias[0].compromisos_anteriores) == len(found.filas)
    before = printed(desk), printed(desk, publica=True)
    desk.do(say, id=first.id, texto="Se devolvió")
    assert (printed(desk), printed(desk, publica=True)) == before
    approved = told(desk, segunda)
    assert approved.fijos
    assert [row.id for row in approved.filas] == [row.id for row in found.filas]
    with pytest.raises(RuleError, match="versión nueva"):
        desk.do(volver_a_traer, audiencia_id=segunda, compromiso_id=second.id)
    assert b"Se devolvi" not in desk.ask(exportar_audiencia, audiencia_id=segunda)
    desk.do(corregir_version, audiencia_id=segunda, motivo="Faltaba un avance")
    assert "Se devolvió" in printed(desk)


def test_leaving_one_out_needs_a_reason_and_is_taken_back(desk: Desk, segunda: str, primera: str) -> None:
    one = told(desk, segunda).filas[0]
    with pytest.raises(RuleError, match="por qué"):
        desk.do(dejar_fuera, audiencia_id=segunda, compromiso_id=one.id, motivo=" ")
    with pytest.raises(RuleError, match="ya no está entre los anteriores"):
        desk.do(dejar_fuera, audiencia_id=primera, compromiso_id=one.id, motivo="x")
    desk.do(dejar_fuera, audiencia_id=segunda, compromiso_id=one.id, motivo="Es de otra vigencia")
    assert told(desk, segunda).filas[0].descartado == "Es de otra vigencia"
    with pytest.raises(RuleError, match="ya está fuera"):
        desk.do(dejar_fuera, audiencia_id=segunda, compromiso_id=one.id, motivo="x")
    desk.do(volver_a_traer, audiencia_id=segunda, compromiso_id=one.id)
    assert told(desk, segunda).filas[0].descartado is None
    desk.undo()
    assert told(desk, segunda).filas[0].descartado == "Es de otra vigencia"
    desk.redo()
    with pytest.raises(RuleError, match="ya está en esta acta"):
        desk.do(volver_a_traer, audiencia_id=segunda, compromiso_id=one.id)
    desk.do(editar_audiencia, id=segunda, valores={"fecha": "2026-04-15"})
    assert PRIMERA not in [row.procedencia for row in told(desk, segunda).filas]


def test_no_citizen_of_the_hearing_before_is_named_in_the_acta_of_the_next(desk: Desk, segunda: str) -> None:
    a = JOURNALED["asistentes"].c
    citizens = select(a.nombre).where(
        a.calidad == "ciudadano", a.nombre.is_not(None), a.autorizacion_otorgada.is_(False)
    )
    name = desk.ask(lambda connection: connection.scalar(citizens.limit(1)))
    assert name
    one = told(desk, segunda).filas[0]
    desk.do(say, id=one.id, texto=f"Se le respondió a {name}, al 300 123 4567")
    after = told(desk, segunda).filas[0]
    assert after.texto is not None
    assert name not in after.texto
    assert "[nombre reservado]" in after.texto
    assert name not in printed(desk, publica=True)
    of_a_plan = next(row for row in told(desk, segunda).filas if row.codigo == "21")
    desk.do(say, id=of_a_plan.id, texto=f"Se le respondió a {name}")
    after = next(row for row in told(desk, segunda).filas if row.id == of_a_plan.id)
    assert after.texto == "Se le respondió a [nombre reservado]"


def test_whom_a_text_names_is_found_as_if_everybody_were_published(desk: Desk, primera: str) -> None:
    people = desk.ask(reunir_personas, primera)
    assert people is not None
    said = [f"Lo pidió {uno.nombre}, {uno.telefono or uno.correo or ''}." for uno in people.asistentes if uno.nombre]
    said += [f"Preguntó {una.autor.nombre}." for una in people.preguntas if una.autor and una.autor.nombre]
    whole = replace(people, decisiones=tuple(r.Decision(texto=text) for text in said))
    entidad = desk.ask(reunir_entidad).entidad
    public = version_publica(r.Archivo(entidad=entidad, audiencias=(whole,))).audiencias[0].decisiones
    expected = [re.sub(r"Ciudadano/a \d+", "[nombre reservado]", each.texto) for each in public]
    assert desk.ask(sin_nombres, primera, said) == expected
    alone = [desk.ask(sin_nombres, primera, [text])[0] for text in said[:12]]
    assert alone == expected[:12]
    assert any("[nombre reservado]" in text for text in expected)


def test_a_hearing_that_came_from_another_base_keeps_what_its_acta_told(
    desk: Desk, segunda: str, tmp_path: Path
) -> None:
    sent = desk.ask(reunir_como_se_cuenta, segunda)
    assert sent.audiencias[0].compromisos_anteriores
    empty = open_desk(tmp_path / "Otra.rcdesk")
    empty.do(importar, archivo=sent)
    here = empty.ask(reunir_como_se_cuenta, told_key(empty))
    empty.close()
    assert here.audiencias[0].compromisos_anteriores == sent.audiencias[0].compromisos_anteriores


def told_key(desk: Desk) -> str:
    h = JOURNALED["audiencias"].c
    return str(desk.ask(lambda connection: connection.scalar(select(h.id).where(h.codigo == SEGUNDA))))
