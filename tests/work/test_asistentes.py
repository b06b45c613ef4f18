"""Who comes in: found, checked in once, added with their consent, corrected, withdrawn; and how many they are."""

from typing import Any

import pytest
from sqlalchemy import select

from rcdesk.app.desk import Desk
from rcdesk.domain.documento_de_identidad import leer_documento
from rcdesk.domain.errors import RuleError
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.asistencia import listar_conteos, listar_metricas, ver_hojas
from rcdesk.work.asistentes import (
    anular_asistente,
    con_documento,
    contar_asistentes,
    corregir_asistente,
    registrar_asistente,
    registrar_conocido,
    registrar_llegada,
    ver_asistente,
)
from rcdesk.work.autorizaciones import anotar_autorizacion, texto_de_autorizacion
from rcdesk.work.candidatos import buscar_candidatos, buscar_parecidos
from rcdesk.work.documentos import cifras
from rcdesk.work.lineas import agregar
from rcdesk.work.organizaciones import ofrecer_organizaciones
from tests.bases import PRIMERA
from tests.people import listar_asistentes


@action("Agregar persona al directorio")
def _persona(unit: Unit, /, **values: str) -> str:
    return unit.insert("personas", [{"orden": unit.last_order("personas") + "z", **values}])[0]


def stored(desk: Desk, id: str, *names: str) -> tuple[Any, ...]:
    table = JOURNALED["asistentes"].c
    query = select(*(table[name] for name in names)).where(table.id == id)
    return tuple(desk.ask(lambda connection: connection.execute(query).one()))


def names(desk: Desk, audiencia_id: str, texto: str) -> list[str]:
    return [row.nombre for row in desk.ask(buscar_candidatos, audiencia_id=audiencia_id, texto=texto)]


def test_who_was_prepared_for_the_hearing_has_not_arrived_until_checked_in(desk: Desk, segunda: str) -> None:
    before = desk.ask(contar_asistentes, audiencia_id=segunda)
    assert (before.registrados, before.por_llegar) == (8, 8)
    [row] = desk.ask(buscar_candidatos, audiencia_id=segunda, texto="alvaro nie")
    desk.do(registrar_llegada, id=row.id, hora="08:55")
    assert stored(desk, row.id, "hora_llegada", "modalidad", "autorizacion_otorgada") == ("08:55", "presencial", None)
    assert desk.ask(contar_asistentes, audiencia_id=segunda).ingresaron == 1
    with pytest.raises(RuleError, match="ya estaba: ingresó a las 08:55"):
        desk.do(registrar_llegada, id=row.id, hora="09:10")


def test_people_are_found_by_part_of_a_name_a_document_or_an_organisation(desk: Desk, primera: str) -> None:
    assert names(desk, primera, "nieto alv") == ["Álvaro Enrique Nieto Salgar"]
    assert names(desk, primera, "9.000.000.115") == ["Álvaro Enrique Nieto Salgar"]
    found = desk.ask(buscar_candidatos, audiencia_id=primera, texto="junta de accion")
    assert found
    assert all("Junta de Acción" in row.grupo for row in found)
    assert names(desk, primera, "«»%_\"'") == []


def test_the_directory_is_searched_too_and_nobody_appears_twice(desk: Desk, segunda: str) -> None:
    persona = desk.do(
        _persona, nombre="Zoraida Ñañez Quiñónez", documento_numero="66123456", organizacion="JAC La Loma"
    )
    [row] = desk.ask(buscar_candidatos, audiencia_id=segunda, texto="nanez")
    assert (row.origen, row.id, row.hora_llegada) == ("persona", persona, None)
    key = desk.do(registrar_conocido, audiencia_id=segunda, origen="persona", id=persona, hora="09:01")
    assert stored(desk, key, "nombre", "persona", "organizacion", "hora_llegada", "registro") == (
        "Zoraida Ñañez Quiñónez",
        persona,
        "JAC La Loma",
        "09:01",
        "digitado",
    )
    [row] = desk.ask(buscar_candidatos, audiencia_id=segunda, texto="nanez")
    assert (row.origen, row.id, row.hora_llegada) == ("asistente", key, "09:01")
    assert "JAC La Loma" in [one.nombre for one in desk.ask(ofrecer_organizaciones, audiencia_id=segunda)]


def test_who_is_of_the_directory_comes_in_once_however_they_were_written_here(desk: Desk, segunda: str) -> None:
    persona = desk.do(_persona, nombre="Zoraida Ñañez", documento_numero="66123456", organizacion="JAC La Loma")
    values = {"nombre": "Zoraida N.", "documento_tipo": "CC", "documento_numero": "66.123.456"}
    expected = desk.do(registrar_asistente, audiencia_id=segunda, valores=values)
    come: dict[str, Any] = {"audiencia_id": segunda, "origen": "persona", "id": persona}
    assert desk.do(registrar_conocido, **come, hora="09:01") == expected
    assert stored(desk, expected, "nombre", "hora_llegada") == ("Zoraida N.", "09:01")
    with pytest.raises(RuleError, match=r"Zoraida N\. ya estaba: ingresó a las 09:01"):
        desk.do(registrar_conocido, **come, hora="09:02")
    desk.do(anular_asistente, id=expected, motivo="Repetida")
    first = desk.do(registrar_conocido, **come, hora="09:03")
    desk.do(corregir_asistente, id=first, valores={"documento_numero": ""})
    with pytest.raises(RuleError, match="ya estaba"):  # by their key
        desk.do(registrar_conocido, **come, hora="09:04")
    with pytest.raises(RuleError, match="ya no existe"):
        desk.do(registrar_conocido, audiencia_id=segunda, origen="persona", id="nadie", hora="09:05")


def test_the_likeliest_comes_first_and_who_is_already_in_comes_last(desk: Desk, segunda: str) -> None:
    keys = [
        desk.do(registrar_asistente, audiencia_id=segunda, valores={"nombre": nombre})
        for nombre in ("Ana Zuluaga", "Beatriz Zuluaga", "Carlos Peña")
    ]
    desk.do(registrar_llegada, id=keys[0], hora="09:00")
    desk.do(corregir_asistente, id=keys[2], valores={"organizacion": "Casa Zuluaga"})
    assert names(desk, segunda, "zulu") == ["Beatriz Zuluaga", "Ana Zuluaga", "Carlos Peña"]


def test_who_is_called_almost_so_is_told_while_a_name_is_typed(desk: Desk, segunda: str) -> None:
    for nombre in ("Maricel Balanta Mina", "Marisel Balanta Lucumí", "Mario Balcázar", "Maritza Rojas"):
        desk.do(registrar_asistente, audiencia_id=segunda, valores={"nombre": nombre})

    def alike(nombre: str) -> list[str]:
        return [row.nombre for row in desk.ask(buscar_parecidos, audiencia_id=segunda, nombre=nombre)]

    assert alike("maricel") == []
    assert alike("maricel balanta") == ["Maricel Balanta Mina", "Marisel Balanta Lucumí"]
    assert alike("Balanta, Mari") == ["Maricel Balanta Mina", "Marisel Balanta Lucumí"]
    assert alike("@nata hrdz 3") == []


def test_a_new_person_comes_in_with_what_they_answered(desk: Desk, segunda: str) -> None:
    key = desk.do(
        registrar_asistente,
        audiencia_id=segunda,
        valores={"nombre": "Maricel Balanta", "documento_tipo": "CC", "documento_numero": "1.130.664.200"},
        hora="09:41",
        consentimiento="papel",
    )
    assert stored(desk, key, "documento_numero", "autorizacion_otorgada", "autorizacion_version", "firma") == (
        "1130664200",
        True,
        "1",
        "papel",
    )
    assert stored(desk, key, "autorizacion_fecha", "registro") == ("2026-11-20T10:41:07-05:00", "digitado")
    desk.do(anotar_autorizacion, id=key, consentimiento="no")
    assert desk.ask(contar_asistentes, audiencia_id=segunda).sin_autorizacion == 1


def test_nobody_enters_without_a_name_and_a_repeated_document_is_only_told(desk: Desk, segunda: str) -> None:
    with pytest.raises(RuleError, match="Escriba el nombre") as refused:
        desk.do(registrar_asistente, audiencia_id=segunda, valores={"documento_numero": "1"})
    assert refused.value.field == "nombre"
    values: dict[str, object] = {"nombre": "Zulma Yaneth", "documento_numero": "66182"}
    first = desk.do(registrar_asistente, audiencia_id=segunda, valores=values, hora="09:27")
    found = desk.ask(con_documento, audiencia_id=segunda, numero="66.182")
    assert found is not None
    assert (found.id, found.hora_llegada) == (first, "09:27")
    desk.do(registrar_asistente, audiencia_id=segunda, valores=values, hora="09:30")
    assert desk.ask(con_documento, audiencia_id=segunda, numero="") is None


def test_the_last_to_arrive_is_listed_first_then_who_is_missing_by_name(desk: Desk, segunda: str) -> None:
    rows = desk.ask(listar_asistentes, audiencia_id=segunda)
    assert [row.nombre for row in rows][:2] == ["Álvaro Enrique Nieto Salgar", "Amparo Villalba Rengifo"]
    desk.do(registrar_llegada, id=rows[3].id, hora="08:50")
    desk.do(registrar_llegada, id=rows[5].id, hora="08:51")
    again = desk.ask(listar_asistentes, audiencia_id=segunda)
    assert [row.id for row in again][:2] == [rows[5].id, rows[3].id]
    assert [row.id for row in desk.ask(listar_asistentes, audiencia_id=segunda, filtro="ingresaron")] == [
        rows[5].id,
        rows[3].id,
    ]


def test_who_is_withdrawn_counts_nowhere_and_stays_with_the_reason(desk: Desk, primera: str) -> None:
    before = desk.ask(contar_asistentes, audiencia_id=primera)
    row = desk.ask(listar_asistentes, audiencia_id=primera)[0]
    with pytest.raises(RuleError, match="por qué se anula"):
        desk.do(anular_asistente, id=row.id, motivo=" ")
    desk.do(anular_asistente, id=row.id, motivo="Se registró dos veces")
    assert desk.ask(contar_asistentes, audiencia_id=primera).registrados == before.registrados - 1
    [withdrawn] = desk.ask(listar_asistentes, audiencia_id=primera, filtro="anuladas")
    assert (withdrawn.id, withdrawn.anulada) == (row.id, "Se registró dos veces")
    assert row.nombre not in names(desk, primera, row.nombre)
    with pytest.raises(RuleError, match="está anulado"):
        desk.do(registrar_llegada, id=row.id, hora="09:00")


def test_the_counters_are_the_figures_that_feed_the_acta(desk: Desk, primera: str) -> None:
    desk.do(registrar_asistente, audiencia_id=primera, valores={"nombre": "Ana", "modalidad": "virtual"}, hora="09:30")
    tree: dict[str, Any] = dict(desk.ask(cifras, codigo=PRIMERA))
    [told] = tree["audiencias"].values()
    counted = desk.ask(contar_asistentes, audiencia_id=primera)
    assert [counted.registrados, counted.presenciales, counted.virtuales, counted.sin_autorizacion] == [
        told[name] for name in ("registrados", "registrados_presencial", "registrados_virtual", "sin_autorizacion")
    ]


def test_counted_people_and_platforms_are_told_apart(desk: Desk, primera: str, segunda: str) -> None:
    assert [row.cantidad for row in desk.ask(listar_conteos, audiencia_id=primera)] == [18, 12]
    assert [row.espectadores_maximos for row in desk.ask(listar_metricas, audiencia_id=primera)] == [70]
    assert desk.ask(ver_hojas, audiencia_id=primera).asistencia_folios == 3
    desk.do(agregar["conteos"], valores={"grupo": "Colegio", "cantidad": "25"}, audiencia_id=segunda)
    assert [(row.grupo, row.cantidad) for row in desk.ask(listar_conteos, audiencia_id=segunda)] == [("Colegio", 25)]
    assert desk.ask(contar_asistentes, audiencia_id=segunda).registrados == 8


def test_what_was_changed_meanwhile_is_refused(desk: Desk, primera: str) -> None:
    row = desk.ask(listar_asistentes, audiencia_id=primera)[0]
    desk.do(corregir_asistente, id=row.id, valores={"cargo": "Veedora"})
    with pytest.raises(RuleError, match="lo cambió"):
        desk.do(corregir_asistente, id=row.id, valores={"cargo": "Edil"}, seen={"cargo": row.cargo})
    seen = desk.ask(ver_asistente, id=row.id)
    assert seen is not None
    assert seen.cargo == "Veedora"


def test_the_text_in_force_is_the_last_one(desk: Desk, segunda: str) -> None:
    text = desk.ask(texto_de_autorizacion, audiencia_id=segunda)
    assert text.version == "1"
    assert "Ley 1581" in text.texto


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1.144.020.318", ("CC", "1144020318")),
        ("ce 445566", ("CE", "445566")),
        ("NIT 900.000.000-5", ("NIT", "900000000-5")),
        ("PPT-1", ("PPT", "1")),
        ("AB12", ("otro", "AB12")),
        ("", (None, "")),
    ],
)
def test_a_document_is_read_as_people_say_it(typed: str, read: tuple[str | None, str]) -> None:
    assert leer_documento(typed) == read
