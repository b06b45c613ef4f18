"""An approved acta against whoever would change it: every action, an import, an undo, a unit that nobody foresaw."""

from dataclasses import replace

import pytest

from rcdesk.app.desk import Desk
from rcdesk.domain.errors import RuleError
from rcdesk.render.text import to_text
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.aprobacion import aprobar_acta, corregir_version, enviar_a_revision, publicar_acta
from rcdesk.work.cierre import reunir_por_id
from rcdesk.work.documentos import documento_acta
from rcdesk.work.instantaneas import version_vigente
from rcdesk.work.intercambio import importar
from rcdesk.work.preguntas import dejar_pendiente, reabrir_pregunta, registrar_pregunta, responder_pregunta
from tests.approved import approve_and_seal
from tests.bases import PRIMERA, SEGUNDA
from tests.questions import listar_preguntas
from tests.work.approval_actions import APROBACION
from tests.work.conftest import hearing
from tests.work.test_every_action import EVERY

GOES_ON = {
    *("anular audiencia", "corregir versión"),
    *("anotar autorización", "no son la misma persona", "unir organizaciones", "corregir compromiso"),
    *("inscribir para hablar", "cronometrar la respuesta", "dejar fuera de la matriz", "cruce sin estrategia"),
    *("mostrar pregunta", "preparar como siguiente", "mostrar mensaje", "mostrar cifras", "poner cintillo"),
    *("avisar a la tarima", "registrar firma", "adjuntar firmada"),
    *("registrar avance de compromiso", "cerrar compromiso", "correr fecha", "cambiar responsables"),
    *("retirar seguimiento", "trasladar compromiso", "traer compromisos de Excel"),
}
"""What is still done of a hearing whose acta is approved."""


@action("Escribir sin permiso")
def forge(unit: Unit, *, tabla: str, id: str, valores: dict[str, object]) -> None:
    """Write a row as no action does."""
    unit.update(tabla, id, **valores)


def test_every_action_on_an_approved_acta_is_refused_or_leaves_it_as_it_is(sealed: Desk) -> None:
    ids = {code: hearing(sealed, code) for code in (PRIMERA, SEGUNDA)}
    told = to_text(sealed.ask(documento_acta, codigo=PRIMERA, evidencias=sealed.folder))
    refused = 0
    for name, do in (*EVERY, *((name, do) for name, _, do in APROBACION)):
        step = sealed.undo_step
        try:
            # Those that the cases try on the hearing in preparation are tried on the approved one.
            do(sealed, {PRIMERA: ids[PRIMERA], SEGUNDA: ids[PRIMERA]})
        except RuleError as refusal:
            refused += "aprobada" in str(refusal)
        except LookupError:
            pass  # the approved hearing has nothing of that kind
        else:
            done = sealed.undo_step
            assert done is None or done is step or done.audiencia_id != ids[PRIMERA] or name in GOES_ON, name
        if name in ("anular audiencia", "corregir versión"):
            sealed.undo()
        assert sealed.ask(version_vigente, ids[PRIMERA]) is not None, name
    assert refused > 60
    assert to_text(sealed.ask(documento_acta, codigo=PRIMERA, evidencias=sealed.folder)) == told


def test_an_older_file_does_not_take_the_approval_back(desk: Desk, segunda: str, primera: str) -> None:
    older = desk.ask(reunir_por_id, primera)
    approve_and_seal(desk, primera)
    newer = desk.ask(reunir_por_id, primera)
    assert desk.do(importar, archivo=newer).cambiados == 0  # the same file changes nothing
    with pytest.raises(RuleError, match="aprobada"):
        desk.do(importar, archivo=older)
    acta = newer.audiencias[0].acta
    assert acta is not None
    [version] = acta.versiones
    for forged in (
        replace(acta, version=7),
        replace(acta, version=7, estado="borrador", versiones=(replace(version, instantanea="0" * 64),)),
        replace(acta, versiones=(replace(version, instantanea="0" * 64),)),
    ):
        with pytest.raises(RuleError, match="aprobada"):
            desk.do(importar, archivo=replace(newer, audiencias=(replace(newer.audiencias[0], acta=forged),)))


def test_no_unit_writes_an_approval_or_a_row_of_it_again(sealed: Desk) -> None:
    primera, segunda = hearing(sealed, PRIMERA), hearing(sealed, SEGUNDA)
    version = sealed.ask(version_vigente, primera)
    assert version is not None
    asked = sealed.ask(listar_preguntas, audiencia_id=primera)[0].id
    forgeries: list[tuple[str, str, dict[str, object]]] = [
        ("preguntas", asked, {"audiencia_id": segunda}),  # moved away
        ("actas", version.acta_id, {"estado": "borrador"}),
        ("actas", version.acta_id, {"version": 2}),
        ("actas", version.acta_id, {"anulada_motivo": "Sobra"}),
        ("versiones", version.id, {"instantanea": "0" * 64}),
        ("versiones", version.id, {"pdf": "0" * 64}),
        ("versiones", version.id, {"anulada_motivo": "Sobra"}),
    ]
    for tabla, id, values in forgeries:
        with pytest.raises(RuleError, match="aprobada"):
            sealed.do(forge, tabla=tabla, id=id, valores=values)
    sealed.do(corregir_version, audiencia_id=primera, motivo="Faltaba una persona")
    with pytest.raises(RuleError, match="versión 1"):  # the approved one stays, also while the next one is written
        sealed.do(forge, tabla="versiones", id=version.id, valores={"numero": "otro"})
    sealed.undo()
    sealed.do(publicar_acta, audiencia_id=primera, hoy="2026-11-21")
    with pytest.raises(RuleError, match="aprobada"):
        sealed.do(forge, tabla="actas", id=version.acta_id, valores={"estado": "aprobada"})


def test_the_answer_that_the_acta_gives_stays_and_a_late_one_may_be_corrected(desk: Desk, primera: str) -> None:
    late = desk.do(registrar_pregunta, audiencia_id=primera, texto="¿Y el puente?")
    desk.do(dejar_pendiente, id=late)
    told = next(row.id for row in desk.ask(listar_preguntas, audiencia_id=primera) if row.estado == "respondida")
    approve_and_seal(desk, primera)
    for refused in (
        lambda: desk.do(responder_pregunta, id=told, texto="Otra cosa.", responde="Ana"),
        lambda: desk.do(reabrir_pregunta, id=told),
    ):
        with pytest.raises(RuleError, match="aprobada"):
            refused()
    desk.do(responder_pregunta, id=late, texto="En marzo.", responde="Ana")
    desk.do(responder_pregunta, id=late, texto="En abril.", responde="Ana")
    desk.do(reabrir_pregunta, id=late)
    while desk.undo():
        pass


def test_a_clock_that_went_back_approves_no_later_version(sealed: Desk) -> None:
    primera = hearing(sealed, PRIMERA)
    sealed.do(corregir_version, audiencia_id=primera, motivo="Faltaba una persona")
    sealed.do(enviar_a_revision, audiencia_id=primera)
    with pytest.raises(RuleError, match="1 de enero de 2000, antes de aprobarse la versión anterior"):
        sealed.do(aprobar_acta, audiencia_id=primera, hoy="2000-01-01", evidencias=sealed.folder)
    sealed.do(aprobar_acta, audiencia_id=primera, hoy="2026-11-20", evidencias=sealed.folder)


def test_an_import_that_brought_an_approval_is_taken_back_whole(desk: Desk, sealed: Desk, primera: str) -> None:
    brought = sealed.ask(reunir_por_id, primera)
    desk.do(importar, archivo=brought)
    assert desk.ask(version_vigente, primera) is not None
    desk.undo()
    assert desk.ask(version_vigente, primera) is None
    desk.redo()
    assert desk.ask(version_vigente, primera) is not None
