"""The acta: opened by the first thing written in it, with the entity's format and the sections of the real one."""

import pytest

from rcdesk.app.desk import Desk
from rcdesk.documents.acta.secciones import SECCIONES_ESTANDAR
from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro import Acta, Audiencia, Inserto, Parrafo
from rcdesk.store.schema import JOURNALED
from rcdesk.work.actas import (
    abrir_acta,
    agregar_al_acta,
    agregar_persona,
    corregir_persona,
    editar_acta,
    listar_anexos,
    listar_firmantes,
    listar_personas_del_acta,
    listar_secciones,
    marcar_no_aplica,
    retirar_persona,
    traer_formato,
    usar_secciones_estandar,
    ver_acta,
)
from rcdesk.work.documentos import documento_acta
from rcdesk.work.gather import reunir_audiencia
from rcdesk.work.lineas import mover
from rcdesk.work.narrativa import editar_narrativa
from tests.bases import PRIMERA, SEGUNDA


def hearing(desk: Desk, codigo: str) -> Audiencia:
    archivo = desk.ask(reunir_audiencia, codigo)
    assert archivo is not None
    return archivo.audiencias[0]


def acta(desk: Desk, codigo: str) -> Acta:
    found = hearing(desk, codigo).acta
    assert found is not None
    return found


def test_what_is_shown_is_what_the_acta_holds(desk: Desk, primera: str) -> None:
    shown = desk.ask(ver_acta, audiencia_id=primera)
    assert (shown.numero, shown.version, shown.estado) == ("110.25.03.07", 1, "borrador")
    assert (shown.formato_codigo, shown.formato_version) == ("GA-AD-FO-014", "3")
    assert [row.numero for row in desk.ask(listar_secciones, audiencia_id=primera)] == [*"123456789"]
    assert len(desk.ask(listar_firmantes, audiencia_id=primera)) == 8
    assert desk.ask(listar_anexos, audiencia_id=primera)[0].titulo == "Listado de asistencia"


def test_a_hearing_without_acta_shows_an_empty_one_with_the_format_it_will_have(desk: Desk, segunda: str) -> None:
    shown = desk.ask(ver_acta, audiencia_id=segunda)
    assert (shown.id, shown.numero, shown.formato_codigo) == ("", None, "GA-AD-FO-014")
    assert desk.ask(listar_secciones, audiencia_id=segunda) == []
    assert desk.ask(listar_firmantes, audiencia_id=segunda) == []
    assert desk.ask(listar_anexos, audiencia_id=segunda) == []


def test_the_first_edit_opens_the_acta_with_the_format_of_the_entity_and_one_undo_takes_both_back(
    desk: Desk, segunda: str
) -> None:
    desk.do(editar_acta, audiencia_id=segunda, valores={"numero": "110.25.03.08"})
    shown = desk.ask(ver_acta, audiencia_id=segunda)
    assert (shown.numero, shown.estado, shown.version) == ("110.25.03.08", "borrador", 1)
    assert (shown.formato_codigo, shown.formato_vigente_desde) == ("GA-AD-FO-014", "2025-02-03")
    assert (shown.formato_pie or "").startswith("Alcaldía de Valle Sereno")
    desk.undo()
    assert desk.ask(ver_acta, audiencia_id=segunda).id == ""


def test_what_is_seen_of_a_format_before_the_acta_is_opened_is_what_it_opens_with(desk: Desk, segunda: str) -> None:
    seen = desk.ask(ver_acta, audiencia_id=segunda).formato_codigo
    desk.do(editar_acta, audiencia_id=segunda, valores={"formato_codigo": "Y-2"}, seen={"formato_codigo": seen})
    assert desk.ask(ver_acta, audiencia_id=segunda).formato_codigo == "Y-2"


def test_an_open_acta_keeps_its_format_until_the_entity_s_is_asked_for(desk: Desk, segunda: str) -> None:
    key = desk.do(abrir_acta, audiencia_id=segunda)
    desk.do(editar_acta, audiencia_id=segunda, valores={"formato_codigo": "X-1"})
    assert desk.do(abrir_acta, audiencia_id=segunda) == key
    assert desk.ask(ver_acta, audiencia_id=segunda).formato_codigo == "X-1"
    desk.do(traer_formato, audiencia_id=segunda)
    assert desk.ask(ver_acta, audiencia_id=segunda).formato_codigo == "GA-AD-FO-014"


def test_the_nine_sections_of_the_format_come_with_their_parts_and_only_once(desk: Desk, segunda: str) -> None:
    assert desk.do(usar_secciones_estandar, audiencia_id=segunda) == 9
    assert desk.do(usar_secciones_estandar, audiencia_id=segunda) == 0
    rows = desk.ask(listar_secciones, audiencia_id=segunda)
    assert [row.titulo for row in rows] == [estandar.titulo for estandar in SECCIONES_ESTANDAR]
    assert rows[0].bloques == (Inserto(dato="frase_de_temas"), Inserto(dato="temas"))
    assert rows[8].bloques == (Inserto(dato="autoevaluacion"), Inserto(dato="dofa"))
    assert Inserto(dato="decisiones") not in rows[4].bloques, "few hearings take decisions"


def test_sections_are_written_moved_and_renumbered(desk: Desk, primera: str) -> None:
    rows = desk.ask(listar_secciones, audiencia_id=primera)
    first = rows[0]
    desk.do(
        editar_narrativa,
        tabla="secciones",
        id=first.id,
        campo="bloques",
        bloques=(Parrafo(texto="Otras palabras."), Parrafo(texto="  ")),
        seen=first.bloques,
    )
    desk.do(mover["secciones"], id=first.id, antes=rows[1].orden, despues=rows[2].orden)
    again = desk.ask(listar_secciones, audiencia_id=primera)
    assert (again[1].id, again[1].numero, again[1].bloques) == (first.id, "2", (Parrafo(texto="Otras palabras."),))
    assert acta(desk, PRIMERA).desarrollo[1].bloques == (Parrafo(texto="Otras palabras."),)


def test_signers_keep_their_lists_and_their_order(desk: Desk, segunda: str) -> None:
    for lista, nombre in (("firmas", "Ana Nova"), ("firmas", "Luis Roa"), ("reviso", "Eva Paz")):
        desk.do(agregar_al_acta["firmantes"], audiencia_id=segunda, lista=lista, valores={"nombre": nombre})
    found = acta(desk, SEGUNDA)
    assert [uno.nombre for uno in found.firmas] == ["Ana Nova", "Luis Roa"]
    assert [uno.nombre for uno in found.reviso] == ["Eva Paz"]
    with pytest.raises(RuleError, match="firmante"):
        desk.do(agregar_al_acta["firmantes"], audiencia_id=segunda, lista="firmas", valores={"nombre": " "})


def test_annexes_say_their_folios(desk: Desk, segunda: str) -> None:
    desk.do(agregar_al_acta["anexos"], audiencia_id=segunda, valores={"titulo": "Listado", "folios": "3"})
    (row,) = desk.ask(listar_anexos, audiencia_id=segunda)
    assert (row.numero, row.titulo, row.folios) == (1, "Listado", 3)
    with pytest.raises(RuleError, match="entero") as refused:
        desk.do(agregar_al_acta["anexos"], audiencia_id=segunda, valores={"titulo": "Otro", "folios": "tres"})
    assert refused.value.field == "folios"


def test_nobody_to_name_is_a_value_and_naming_somebody_takes_it_back(desk: Desk, primera: str) -> None:
    people = desk.ask(listar_personas_del_acta, audiencia_id=primera)
    assert people.no_aplica == {"ausentes"}
    assert len(people.invitados) == 2
    with pytest.raises(RuleError, match="retírelas antes"):
        desk.do(marcar_no_aplica, audiencia_id=primera, lista="invitados", aplica=False)
    key = desk.do(agregar_persona, audiencia_id=primera, lista="ausentes", valores={"nombre": "Iván Rey"})
    desk.do(corregir_persona, id=key, valores={"cargo": "Asesor"})
    people = desk.ask(listar_personas_del_acta, audiencia_id=primera)
    assert (people.no_aplica, people.ausentes[0].cargo) == (frozenset(), "Asesor")
    desk.do(retirar_persona, id=key)
    desk.do(marcar_no_aplica, audiencia_id=primera, lista="ausentes", aplica=False)
    assert hearing(desk, PRIMERA).ausentes == "N.A."


def test_an_approved_acta_is_not_written_in(desk: Desk, primera: str) -> None:
    key = desk.ask(ver_acta, audiencia_id=primera).id

    def approve() -> None:
        from rcdesk.store.unit import Unit
        from rcdesk.work import Action

        def run(unit: Unit) -> None:
            unit.update(JOURNALED["actas"], key, estado="aprobada")

        desk.do(Action("Aprobar", run))

    approve()
    with pytest.raises(RuleError, match="versión nueva"):
        desk.do(editar_acta, audiencia_id=primera, valores={"numero": "1"})
    with pytest.raises(RuleError, match="versión nueva"):
        desk.do(agregar_al_acta["anexos"], audiencia_id=primera, valores={"titulo": "Otro"})


def test_what_was_typed_elsewhere_meanwhile_is_not_written_over(desk: Desk, primera: str) -> None:
    desk.do(editar_acta, audiencia_id=primera, valores={"numero": "2"}, seen={"numero": "110.25.03.07"})
    with pytest.raises(RuleError, match="Mientras escribía"):
        desk.do(editar_acta, audiencia_id=primera, valores={"numero": "3"}, seen={"numero": "110.25.03.07"})


def test_hostile_text_is_kept_and_printed_as_it_is(desk: Desk, segunda: str) -> None:
    nasty = "<b>Uno</b> & «dos» **tres** 🎤"
    desk.do(usar_secciones_estandar, audiencia_id=segunda)
    first = desk.ask(listar_secciones, audiencia_id=segunda)[0]
    desk.do(editar_narrativa, tabla="secciones", id=first.id, campo="bloques", bloques=(Parrafo(texto=nasty * 800),))
    desk.do(editar_acta, audiencia_id=segunda, valores={"responsabilidad": nasty})
    document = desk.ask(documento_acta, codigo=SEGUNDA, evidencias=desk.folder)
    assert any("<b>Uno</b> & «dos»" in str(block) for block in document.blocks)
