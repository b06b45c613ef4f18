"""What was signed on paper: typed row by row, so that there are as many people as signatures on the sheet."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Table, func, select

from rcdesk.app.desk import Desk
from rcdesk.domain.errors import RuleError
from rcdesk.domain.hojas import Cuadre
from rcdesk.domain.registro.audiencias import EstadoAudiencia
from rcdesk.store.schema import JOURNALED
from rcdesk.work.asistentes import (
    anular_asistente,
    corregir_asistente,
    registrar_asistente,
    registrar_llegada,
    ver_asistente,
)
from rcdesk.work.audiencias import cambiar_estado
from rcdesk.work.cierre import ver_cierre
from rcdesk.work.digitar import (
    Firma,
    borrar_renglon,
    dejar_vacio,
    dejar_vacios,
    digitar_ilegible,
    digitar_renglon,
    repetir_firma,
)
from rcdesk.work.documentos import cifras
from rcdesk.work.fusion import fusionar_personas
from rcdesk.work.hojas import (
    HojaView,
    anular_hoja,
    cerrar_hoja,
    contar_firmas,
    hoja_con_folio,
    listar_hojas,
    preparar_hojas,
    reabrir_hoja,
    ver_hoja,
)
from tests.bases import SEGUNDA, copied, open_desk
from tests.people import listar_asistentes
from tests.work.conftest import hearing
from tests.work.sheet_actions import EN_LA_HOJA, chosen, prepared, typed


def seen(desk: Desk, hoja: str) -> HojaView:
    found = desk.ask(ver_hoja, id=hoja)
    assert found is not None
    return found


def kinds(desk: Desk, hoja: str, rows: int = 5) -> list[str]:
    return [row.clase for row in seen(desk, hoja).renglones[:rows]]


def stored(desk: Desk, id: str) -> dict[str, Any]:
    table = JOURNALED["asistentes"]
    row = desk.ask(lambda connection: connection.execute(select(table).where(table.c.id == id)).one())
    return dict(row._mapping)


def registered(desk: Desk) -> int:
    """How many people the acta of the hearing says that there are."""
    tree: dict[str, Any] = dict(desk.ask(cifras, codigo=SEGUNDA))
    [told] = tree["audiencias"].values()
    return int(told["registrados"])


def dump(desk: Desk) -> list[Any]:
    return [desk.ask(_all_of, JOURNALED[name]) for name in ("asistentes", "hojas")]


def _all_of(connection: Connection, table: Table) -> list[Any]:
    return list(connection.execute(select(table).order_by(table.c.id)))


def _signed(connection: Connection, hoja: str) -> int:
    table = JOURNALED["asistentes"].c
    standing = (table.hoja == hoja, table.firma == "papel", table.anulada_motivo.is_(None))
    return connection.scalar(select(func.count()).where(*standing)) or 0


def test_sheets_are_numbered_onward_and_a_folio_is_never_used_again(desk: Desk, segunda: str) -> None:
    first, second = desk.do(preparar_hojas, audiencia_id=segunda, cuantas=2, renglones=13)
    desk.do(anular_hoja, id=second)
    third = prepared(desk, segunda)
    assert [row.folio for row in desk.ask(listar_hojas, audiencia_id=segunda)] == [1, 3]
    assert desk.ask(hoja_con_folio, audiencia_id=segunda, folio=3) == third
    assert desk.ask(hoja_con_folio, audiencia_id=segunda, folio=2) is None
    assert desk.ask(ver_hoja, id=second) is None
    assert len(seen(desk, first).renglones) == 13
    with pytest.raises(RuleError, match="de 1 a 200"):
        desk.do(preparar_hojas, audiencia_id=segunda, cuantas=0, renglones=13)


def test_who_is_on_the_list_is_checked_in_by_the_paper_and_who_is_not_is_added(desk: Desk, segunda: str) -> None:
    person = desk.ask(listar_asistentes, audiencia_id=segunda)[0]
    before = len(desk.ask(listar_asistentes, audiencia_id=segunda))
    hoja = prepared(desk, segunda)
    key = chosen(desk, hoja, 1, person)
    new = typed(desk, hoja, 2, "Nelly Amparo Viveros", documento_tipo="CC", documento_numero="31.555.755")
    assert key == person.id
    row = stored(desk, key)
    assert [row[name] for name in ("hora_llegada", "firma", "hoja", "folio", "renglon", "autorizacion_otorgada")] == [
        "09:00",
        "papel",
        hoja,
        1,
        1,
        True,
    ]
    assert stored(desk, new)["documento_numero"] == "31555755"
    assert kinds(desk, hoja, 3) == ["lista", "nueva", "pendiente"]
    assert len(desk.ask(listar_asistentes, audiencia_id=segunda)) == before + 1


def test_the_same_document_is_the_same_person_whatever_name_the_paper_has(desk: Desk, segunda: str) -> None:
    hoja = prepared(desk, segunda)
    first = typed(desk, hoja, 1, "Zulma Yaneth Portocarrero", documento_tipo="CC", documento_numero="66310182")
    other = prepared(desk, segunda)
    with pytest.raises(RuleError, match="Zulma Yaneth Portocarrero ya firmó en el folio 1, renglón 1"):
        typed(desk, other, 4, "Zulma Portocarrero", documento_numero="66.310.182")
    desk.do(repetir_firma, hoja_id=other, renglon=4)
    desk.do(contar_firmas, id=other, firmas=1)
    assert seen(desk, other).cuadre == Cuadre(1, 0, 1)
    assert seen(desk, other).cuadre.faltan == 0
    assert stored(desk, first)["renglon"] == 1


def test_a_signature_that_nobody_can_read_counts_until_it_is_known_whose_it_is(desk: Desk, segunda: str) -> None:
    hoja = prepared(desk, segunda)
    people = registered(desk)
    key = desk.do(digitar_ilegible, hoja_id=hoja, renglon=4, hora="09:00")
    assert stored(desk, key)["nombre"] is None
    assert seen(desk, hoja).cuadre.digitadas == 1
    assert desk.ask(listar_hojas, audiencia_id=segunda)[0].por_identificar == 1
    assert registered(desk) == people + 1
    assert typed(desk, hoja, 4, "Carlos Zuluaga") == key
    assert kinds(desk, hoja)[3] == "nueva"
    other = desk.do(digitar_ilegible, hoja_id=hoja, renglon=6, hora="09:00")
    desk.do(corregir_asistente, id=other, valores={"nombre": "Ana Ocoró"}, seen={"nombre": ""})  # beside the list
    assert kinds(desk, hoja, 6)[5] == "nueva"
    with pytest.raises(RuleError, match="Escriba el nombre"):
        desk.do(digitar_renglon, hoja_id=hoja, renglon=5, valores={"documento_numero": "999111"})


def test_who_leaves_a_row_is_as_before_it(desk: Desk, segunda: str) -> None:
    person, late = desk.ask(listar_asistentes, audiencia_id=segunda)[:2]
    desk.do(registrar_llegada, id=late.id, hora="08:40")
    before, in_before = stored(desk, person.id), stored(desk, late.id)
    hoja = prepared(desk, segunda)
    chosen(desk, hoja, 1, person)
    chosen(desk, hoja, 2, late)
    assert stored(desk, late.id)["hora_llegada"] == "08:40"
    desk.do(dejar_vacio, hoja_id=hoja, renglon=1)
    desk.do(borrar_renglon, hoja_id=hoja, renglon=2)
    assert stored(desk, person.id) == before
    assert stored(desk, late.id) == in_before
    new = typed(desk, hoja, 3, "Alguien Nuevo")
    desk.do(dejar_vacio, hoja_id=hoja, renglon=3)
    found = desk.ask(ver_asistente, id=new)
    assert found is not None
    assert found.anulada == "Se corrigió el renglón 3 del folio 1"
    assert kinds(desk, hoja, 3) == ["vacio", "pendiente", "vacio"]


def test_another_name_typed_over_someone_of_the_list_is_another_person(desk: Desk, segunda: str) -> None:
    person = desk.ask(listar_asistentes, audiencia_id=segunda)[0]
    before = stored(desk, person.id)
    hoja = prepared(desk, segunda)
    chosen(desk, hoja, 1, person)
    typed(desk, hoja, 1, person.nombre.upper())
    assert seen(desk, hoja).renglones[0].asistente_id == person.id
    other = typed(desk, hoja, 1, "Otra Persona Distinta")
    assert other != person.id
    assert stored(desk, person.id) == before


def test_the_rest_of_a_sheet_is_left_empty_in_one_step(desk: Desk, segunda: str) -> None:
    hoja = prepared(desk, segunda)
    typed(desk, hoja, 8, "Ligia Stella Mina")
    assert desk.do(dejar_vacios, hoja_id=hoja, desde=6) == 6
    assert [row.clase for row in seen(desk, hoja).renglones[5:9]] == ["vacio", "vacio", "nueva", "vacio"]
    desk.undo()
    assert kinds(desk, hoja, 7)[5:] == ["pendiente", "pendiente"]


def test_a_sheet_closes_with_a_difference_and_is_typed_no_more_until_it_is_opened_again(
    desk: Desk, segunda: str
) -> None:
    hoja = prepared(desk, segunda)
    typed(desk, hoja, 1, "Ligia Stella Mina")
    with pytest.raises(RuleError, match="Escriba cuántas firmas"):
        desk.do(cerrar_hoja, id=hoja)
    with pytest.raises(RuleError, match="no caben 40 firmas"):
        desk.do(contar_firmas, id=hoja, firmas=40)
    desk.do(contar_firmas, id=hoja, firmas=3)
    assert seen(desk, hoja).cuadre.en_palabras() == "Faltan 2 firmas por digitar en este folio."
    desk.do(cerrar_hoja, id=hoja)
    assert desk.ask(listar_hojas, audiencia_id=segunda)[0].estado == "con_diferencia"
    with pytest.raises(RuleError, match="está cerrado"):
        typed(desk, hoja, 2, "Tardía")
    with pytest.raises(RuleError, match="tiene personas digitadas"):
        desk.do(anular_hoja, id=hoja)
    desk.do(reabrir_hoja, id=hoja)
    typed(desk, hoja, 2, "Tardía")
    with pytest.raises(RuleError, match="tiene 12 renglones"):
        typed(desk, hoja, 13, "Fuera de la hoja")


def test_who_turns_out_to_be_another_leaves_their_signature_on_the_paper(desk: Desk, segunda: str) -> None:
    hoja = prepared(desk, segunda)
    one, other = typed(desk, hoja, 1, "Ana Milena Zuluaga"), typed(desk, hoja, 2, "Ana Milena Zuluaga Ríos")
    desk.do(contar_firmas, id=hoja, firmas=2)
    before = dump(desk)
    desk.do(fusionar_personas, queda=other, sale=one)
    assert kinds(desk, hoja, 2) == ["repetida", "nueva"]
    assert seen(desk, hoja).cuadre.faltan == 0
    desk.undo()
    assert dump(desk) == before
    unsigned = desk.do(registrar_asistente, audiencia_id=segunda, valores={"nombre": "Ana M. Zuluaga"})
    desk.do(fusionar_personas, queda=unsigned, sale=one)
    assert seen(desk, hoja).renglones[0].asistente_id == unsigned
    assert seen(desk, hoja).cuadre == Cuadre(2, 2, 0)


def test_the_end_of_a_hearing_tells_the_sheets_that_are_not_typed_or_do_not_square(desk: Desk, segunda: str) -> None:
    def told() -> tuple[str, str] | None:
        points = desk.ask(ver_cierre, audiencia_id=segunda).lista.despues
        return next(((point.estado, point.nota) for point in points if point.clave == "hojas"), None)

    assert told() is None
    first, second, unused = desk.do(preparar_hojas, audiencia_id=segunda, cuantas=3, renglones=12)
    desk.do(anular_hoja, id=unused)
    typed(desk, first, 1, "Ligia Stella Mina")
    desk.do(contar_firmas, id=first, firmas=2)
    desk.do(cerrar_hoja, id=first)
    assert told() == ("espera", "por digitar: folio 2; sin cuadrar: folio 1 (falta 1)")
    desk.do(contar_firmas, id=second, firmas=0)
    desk.do(cerrar_hoja, id=second)
    desk.do(reabrir_hoja, id=first)
    desk.do(digitar_ilegible, hoja_id=first, renglon=2)
    desk.do(cerrar_hoja, id=first)
    assert told() == ("listo", "2 hojas digitadas, con lo que hay en el papel")


def test_every_action_on_a_sheet_is_taken_back_whole(desk: Desk, segunda: str) -> None:
    hoja = prepared(desk, segunda)
    chosen(desk, hoja, 1, desk.ask(listar_asistentes, audiencia_id=segunda)[0])
    typed(desk, hoja, 2, "Fidelina Mosquera", documento_numero="31.555.019")
    desk.do(dejar_vacio, hoja_id=hoja, renglon=3)
    for step in EN_LA_HOJA:
        before = dump(desk)
        step(desk, hoja)
        after = dump(desk)
        assert after != before
        desk.undo()
        assert dump(desk) == before
        desk.redo()
        assert dump(desk) == after


def test_a_sheet_of_a_hearing_that_ended_is_typed_late_and_says_so(desk: Desk, segunda: str) -> None:
    hoja = prepared(desk, segunda)
    states: tuple[EstadoAudiencia, ...] = ("convocada", "en_curso", "cerrada")
    for state in states:
        desk.do(cambiar_estado, id=segunda, estado=state, hoy="2026-11-20", hora="09:00")
    key = typed(desk, hoja, 1, "Ligia Stella Mina")
    assert stored(desk, key)["agregado"].startswith("2026-11-20")


ROW = st.integers(1, 6)
STEP = st.one_of(
    st.tuples(st.just("nueva"), ROW),
    st.tuples(st.just("lista"), ROW),
    st.tuples(st.just("ilegible"), ROW),
    st.tuples(st.just("vacio"), ROW),
    st.tuples(st.just("borrar"), ROW),
    st.tuples(st.just("sin firma"), ROW),
    st.tuples(st.just("anular"), ROW),
    st.tuples(st.just("deshacer"), ROW),
)


@given(steps=st.lists(STEP, max_size=12))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_typed_of_a_sheet_is_the_people_with_that_sheet(
    example: Path, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    desk = open_desk(copied(example, tmp_path_factory.mktemp("hojas") / "Base.rcdesk"))
    try:
        segunda = hearing(desk, SEGUNDA)
        people = desk.ask(listar_asistentes, audiencia_id=segunda)
        hoja = prepared(desk, segunda, rows=6)
        do: dict[str, Callable[[int], object]] = {
            "nueva": lambda row: typed(desk, hoja, row, f"Persona {row}"),
            "lista": lambda row: chosen(desk, hoja, row, people[row % 3]),
            "ilegible": lambda row: desk.do(digitar_ilegible, hoja_id=hoja, renglon=row),
            "vacio": lambda row: desk.do(dejar_vacio, hoja_id=hoja, renglon=row),
            "borrar": lambda row: desk.do(borrar_renglon, hoja_id=hoja, renglon=row),
            "sin firma": lambda row: desk.do(
                digitar_renglon, hoja_id=hoja, renglon=row, valores={"nombre": "Sin"}, firma=Firma(firmo=False)
            ),
            "anular": lambda row: _annul(desk, seen(desk, hoja).renglones[row - 1].asistente_id),
            "deshacer": lambda _row: desk.undo() if desk.undo_step and "Preparar" not in desk.undo_step.name else None,
        }
        for kind, row in steps:
            try:
                do[kind](row)
            except RuleError as error:
                assert "ya firmó" in str(error) or "ya no está en el registro" in str(error)
            view = seen(desk, hoja)
            keys = [one.asistente_id for one in view.renglones if one.asistente_id]
            assert view.cuadre.digitadas == desk.ask(_signed, hoja) == sum(one.firmo for one in view.renglones)
            assert len(keys) == len(set(keys))
    finally:
        desk.close()


def _annul(desk: Desk, key: str) -> None:
    if key:
        desk.do(anular_asistente, id=key, motivo="Registrada por error")
