"""One person registered twice becomes one; the same citizen is found however they were typed, and nothing is lost."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Text, cast, func, select, text

from rcdesk.app.desk import Desk
from rcdesk.domain.errors import RuleError
from rcdesk.domain.fusion import CAMPOS, COLUMNAS
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.asistentes import contar_asistentes, registrar_asistente
from rcdesk.work.duplicados import Repetidas, buscar_repetidas, descartar_pareja, ver_pareja
from rcdesk.work.fusion import fusionar_personas, reconocer_en_directorio
from rcdesk.work.hojas import listar_hojas, preparar_hojas
from rcdesk.work.preguntas import registrar_pregunta


@action("Escribir de una vez")
def _write(unit: Unit, /, table: str, rows: list[dict[str, Any]]) -> list[str]:
    return unit.insert(table, rows)


@action("Escribir en una fila")
def _set(unit: Unit, /, table: str, id: str, **values: Any) -> None:
    unit.update(table, id, **values)


def person(desk: Desk, hearing: str, nombre: str, numero: str = "", hora: str = "", **more: Any) -> str:
    values = {"nombre": nombre, "documento_numero": numero, "documento_tipo": "CC" if numero else None}
    id = desk.do(registrar_asistente, audiencia_id=hearing, valores=values, hora=hora)
    if more:
        desk.do(_set, "asistentes", id, **more)
    return id


def column(desk: Desk, id: str, *names: str, table: str = "asistentes") -> tuple[Any, ...]:
    found = JOURNALED[table].c
    query = select(*(found[name] for name in names)).where(found.id == id)
    return tuple(desk.ask(lambda connection: connection.execute(query).one()))


def pairs(desk: Desk, hearing: str) -> set[tuple[str, str]]:
    found: Repetidas = desk.ask(buscar_repetidas, audiencia_id=hearing)
    return {(one.razon, " / ".join(sorted(one.nombres))) for one in found.parejas}


def test_one_citizen_typed_three_ways_is_found_and_joined_with_all_that_each_brought(desk: Desk, segunda: str) -> None:
    first = person(desk, segunda, "Nhora Yaneth Mondragón", "1.144.034.567", "09:30", telefono="310 555 0101")
    second = person(desk, segunda, "Mondragon Nhora Yhanet", hora="08:50", organizacion="JAC El Jardín")
    desk.do(_set, "asistentes", second, extras={"Almuerzo": "Sí", "Mesa": 2})
    desk.do(_set, "asistentes", first, extras={"Mesa": 5})
    third = person(desk, segunda, "N. Mondragón", "１１４４０３４５６７")
    person(desk, segunda, "@natahrdz")
    assert ("documento", "N. Mondragón / Nhora Yaneth Mondragón") in pairs(desk, segunda)
    assert ("nombre", "Mondragon Nhora Yhanet / Nhora Yaneth Mondragón") in pairs(desk, segunda)
    desk.do(_write, "movimientos", [{"asistente_id": second, "orden": "1", "paso": "salida", "hora": "09:10"}])
    asked = desk.do(registrar_pregunta, audiencia_id=segunda, texto="¿Cuándo?", autor="x", valores={})
    desk.do(_set, "preguntas", asked, autor_asistente=second)
    before = desk.ask(contar_asistentes, audiencia_id=segunda).registrados

    desk.do(fusionar_personas, queda=first, sale=second)
    assert column(desk, first, "hora_llegada", "organizacion", "telefono", "otros_nombres") == (
        "08:50",
        "JAC El Jardín",
        "310 555 0101",
        ("Mondragon Nhora Yhanet",),
    )
    assert column(desk, first, "extras") == ({"Almuerzo": "Sí", "Mesa": 5},)
    assert column(desk, asked, "autor_asistente", table="preguntas") == (first,)
    steps = select(JOURNALED["movimientos"].c.paso, JOURNALED["movimientos"].c.hora)
    steps = steps.where(JOURNALED["movimientos"].c.asistente_id == first).order_by(JOURNALED["movimientos"].c.orden)
    assert desk.ask(lambda c: [tuple(r) for r in c.execute(steps)]) == [("salida", "09:10"), ("reingreso", "09:30")]
    assert column(desk, second, "anulada_motivo") == ("Es la misma persona que Nhora Yaneth Mondragón.",)
    assert not standing_references(desk, second)

    desk.do(fusionar_personas, queda=first, sale=third)
    assert column(desk, first, "otros_nombres") == (("Mondragon Nhora Yhanet", "N. Mondragón"),)
    assert desk.ask(contar_asistentes, audiencia_id=segunda).registrados == before - 2
    assert not any("Mondrag" in names for _, names in pairs(desk, segunda))
    desk.undo()
    desk.undo()
    assert desk.ask(contar_asistentes, audiencia_id=segunda).registrados == before
    assert column(desk, asked, "autor_asistente", table="preguntas") == (second,)


def standing_references(desk: Desk, id: str) -> list[str]:
    """Tables with a standing row that names this key, but its own."""
    found = []
    for name, table in JOURNALED.items():
        for one in table.c:
            if one.name != "id":
                named = select(func.count()).where(cast(one, Text) == id, table.c.anulada_motivo.is_(None))
                if desk.ask(Connection.scalar, named):
                    found.append(f"{name}.{one.name}")
    return found


def test_the_last_answer_given_about_personal_data_stays_and_silence_never_erases_it(desk: Desk, segunda: str) -> None:
    said: dict[str, Any] = {
        "autorizacion_otorgada": True,
        "autorizacion_fecha": "2026-11-20T13:00:00Z",
        "autorizacion_version": "2",
    }
    yes = person(desk, segunda, "Eva Mina Lugo", hora="08:00", autorizacion_imagen_y_voz=False, **said)
    silent = person(desk, segunda, "Eva Mina Lugo", hora="08:10")
    later = {**said, "autorizacion_otorgada": False, "autorizacion_fecha": "2026-11-20T14:00:00Z"}
    no = person(desk, segunda, "Eva Mina Lugo", hora="08:20", **later)
    desk.do(fusionar_personas, queda=silent, sale=yes)
    assert column(desk, silent, "autorizacion_otorgada", "autorizacion_version", "autorizacion_imagen_y_voz") == (
        True,
        "2",
        False,
    )
    stored = text("SELECT DISTINCT autorizacion_fecha FROM asistentes WHERE nombre = 'Eva Mina Lugo'")
    assert "2026-11-20T13:00:00Z" in desk.ask(lambda connection: connection.scalars(stored).all())
    assert column(desk, silent, "autorizacion_fecha") == column(desk, yes, "autorizacion_fecha")
    desk.do(fusionar_personas, queda=silent, sale=no)
    assert column(desk, silent, "autorizacion_otorgada", "autorizacion_imagen_y_voz") == (False, False)


def test_two_that_are_not_one_are_remembered_and_never_asked_again(desk: Desk, segunda: str) -> None:
    one, other = person(desk, segunda, "Ana M. Zuluaga"), person(desk, segunda, "Ana María Zuluaga")
    [pair] = [p for p in desk.ask(buscar_repetidas, audiencia_id=segunda).parejas if "Ana M. Zuluaga" in p.nombres]
    assert pair.lugar == "asistentes"
    desk.do(descartar_pareja, audiencia_id=segunda, una=pair.una, otra=pair.otra)
    assert not any("Zuluaga" in names for _, names in pairs(desk, segunda))
    desk.undo()
    assert any("Ana M. Zuluaga" in names for _, names in pairs(desk, segunda))
    assert desk.ask(ver_pareja, una=one, otra=other, lugar="asistentes")


def test_who_is_in_the_directory_with_another_spelling_is_recognised_in_it(desk: Desk, segunda: str) -> None:
    known = {
        "orden": "zz",
        "nombre": "Fabio Nelson Trujillo Lugo",
        "documento_tipo": "CC",
        "documento_numero": "9900112",
    }
    [persona] = desk.do(_write, "personas", [{**known, "telefono": "311 555 0102"}])
    here = person(desk, segunda, "Fabio Nelson Trugillo Lugo", organizacion="Concejo")
    [pair] = [p for p in desk.ask(buscar_repetidas, audiencia_id=segunda).parejas if p.una == here]
    assert (pair.otra, pair.lugar) == (persona, "personas")
    desk.do(reconocer_en_directorio, id=here, persona=persona, campos=("nombre",))
    assert column(desk, here, "persona", "nombre", "documento_numero", "telefono", "organizacion") == (
        persona,
        "Fabio Nelson Trujillo Lugo",
        "9900112",
        "311 555 0102",
        "Concejo",
    )
    assert not [p for p in desk.ask(buscar_repetidas, audiencia_id=segunda).parejas if p.una == here]
    again = person(desk, segunda, "Fabio Trujillo")
    with pytest.raises(RuleError, match="ya es Fabio Nelson Trujillo Lugo, de esta lista"):
        desk.do(reconocer_en_directorio, id=again, persona=persona)


def test_what_cannot_be_one_is_refused_with_its_reason(desk: Desk, primera: str, segunda: str) -> None:
    here, there = person(desk, segunda, "Eva Mina"), person(desk, primera, "Eva Mina")
    with pytest.raises(RuleError, match="mismo registro"):
        desk.do(fusionar_personas, queda=here, sale=here)
    with pytest.raises(RuleError, match="misma lista"):
        desk.do(fusionar_personas, queda=here, sale=there)
    other = person(desk, segunda, "Eva Mina")
    desk.do(fusionar_personas, queda=here, sale=other)
    with pytest.raises(RuleError, match="ya está anulado"):
        desk.do(fusionar_personas, queda=here, sale=other)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_however_people_are_joined_every_question_and_every_person_counts_once(
    desk: Desk, segunda: str, data: st.DataObject
) -> None:
    hours = st.one_of(st.just(""), st.times().map(lambda t: f"{t:%H:%M}"))
    people = [person(desk, segunda, f"Persona {'abcdef'[i]}", hora=data.draw(hours)) for i in range(4)]
    asked = [desk.do(registrar_pregunta, audiencia_id=segunda, texto="¿Y?", autor="x", valores={}) for _ in people]
    for question, who in zip(asked, people, strict=True):
        desk.do(_set, "preguntas", question, autor_asistente=who)
    count = desk.ask(contar_asistentes, audiencia_id=segunda)
    came = [column(desk, one, "hora_llegada")[0] for one in people]
    order = data.draw(st.permutations(people))
    stays, joined = order[0], order[1 : data.draw(st.integers(1, 4))]
    for one in joined:
        fields = data.draw(st.sets(st.sampled_from(sorted(CAMPOS))))
        desk.do(fusionar_personas, queda=stays, sale=one, campos=tuple(fields))
    after = desk.ask(contar_asistentes, audiencia_id=segunda)
    assert after.registrados == count.registrados - len(joined)
    holders = Counter(column(desk, question, "autor_asistente", table="preguntas")[0] for question in asked)
    assert holders[stays] == 1 + len(joined) and sum(holders.values()) == 4
    hours_of_one = [came[people.index(one)] for one in (stays, *joined)]
    assert column(desk, stays, "hora_llegada")[0] == min(filter(None, hours_of_one), default=None)
    for _ in joined:
        desk.undo()
    assert desk.ask(contar_asistentes, audiencia_id=segunda) == count


def test_every_column_of_a_person_is_looked_at_when_two_are_joined() -> None:
    own = {"id", "audiencia_id", "lista", "orden", "anulada_motivo", "anulada_cuando", "anulada_quien"}
    told = {"actualizado", "inferidos", "declarado", "presentes"}  # of how it was written down, not of the person
    assert set(JOURNALED["asistentes"].c.keys()) == set(COLUMNAS) | own | told


def test_who_signed_two_rows_of_paper_counts_once_and_the_sheets_still_square(desk: Desk, segunda: str) -> None:
    first, second = desk.do(preparar_hojas, audiencia_id=segunda, cuantas=2, renglones=10)
    signed: dict[str, Any] = {"firma": "papel", "folio": 1}
    one = person(desk, segunda, "Eva Mina Lugo", hoja=first, renglon=3, **signed)
    other = person(desk, segunda, "Eva Mína Lugo", hoja=second, renglon=7, **signed)
    before = [hoja.cuadre.hechas for hoja in desk.ask(listar_hojas, audiencia_id=segunda)]
    desk.do(fusionar_personas, queda=one, sale=other)
    assert [hoja.cuadre.hechas for hoja in desk.ask(listar_hojas, audiencia_id=segunda)] == before == [1, 1]
    assert column(desk, one, "hoja", "renglon") == (first, 3)
    assert column(desk, second, "repetidos", table="hojas") == ((7,),)
