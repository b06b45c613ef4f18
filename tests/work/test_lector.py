"""Whom a reading means: who is of the hearing goes before who is only known; what people said of themselves stands."""

from datetime import date

from sqlalchemy import select, text

from rcdesk.app.desk import Desk
from rcdesk.domain.lector import Cedula
from rcdesk.store.schema import JOURNALED
from rcdesk.work.asistentes import registrar_asistente
from rcdesk.work.caracterizacion import caracterizar, escribir_opciones, pedir_campos
from rcdesk.work.lector import quien_lleva, quien_tiene, registrar_leido, ver_cedula
from tests.work.reading_actions import SAID

HOY = date(2026, 11, 20)
CEDULA = Cedula("CC", "31900415", "", "", "MUÑOZTORRESLUISANGEL", "M", date(1990, 5, 17))
_S = JOURNALED["asistentes"].c


def _added(desk: Desk, hearing: str, **values: object) -> str:
    return desk.do(registrar_asistente, audiencia_id=hearing, valores={"nombre": "Luis Muñoz", **values})


def _row(desk: Desk, key: str) -> dict[str, object]:
    query = select(*_S).where(_S.id == key)
    return desk.ask(
        lambda connection: dict(zip(query.selected_columns.keys(), connection.execute(query).one(), strict=True))
    )


def test_who_has_the_document_is_sought_on_the_list_and_then_in_the_directory(desk: Desk, segunda: str) -> None:
    assert desk.ask(quien_tiene, audiencia_id=segunda, numero="31900415") is None
    known = desk.ask(lambda c: c.execute(text("SELECT id, nombre FROM personas WHERE anulada_motivo IS NULL")).first())
    assert known is not None
    card = desk.ask(quien_lleva, audiencia_id=segunda, clase="persona", id=known.id)
    assert card is not None and card.nombre == known.nombre
    key = _added(desk, segunda, documento_tipo="CC", documento_numero="31.900.415", persona=known.id)
    found = desk.ask(quien_tiene, audiencia_id=segunda, numero="31900415")
    assert found is not None and (found.origen, found.id) == ("asistente", key)
    card = desk.ask(quien_lleva, audiencia_id=segunda, clase="persona", id=known.id)
    assert card is not None and (card.origen, card.id) == ("asistente", key)


def test_a_card_of_another_hearing_is_nobodys_here(desk: Desk, primera: str, segunda: str) -> None:
    key = _added(desk, primera)
    assert desk.ask(quien_lleva, audiencia_id=segunda, clase="asistente", id=key) is None
    assert desk.ask(quien_lleva, audiencia_id=segunda, clase="persona", id=key) is None


def test_of_a_cedula_only_what_the_entity_asks_is_kept_and_never_the_birth(desk: Desk, segunda: str) -> None:
    found = desk.ask(ver_cedula, audiencia_id=segunda, cedula=CEDULA, conocido="", hoy=HOY)
    assert (found.nombre, found.genero, found.rango_edad) == ("Luis Ángel Muñoz Torres", "Masculino", "29 a 59")
    assert "1990" not in str(dict(found.valores))
    assert found.guarda.startswith("De la cédula se guardan documento, nombres, rango de edad y sexo.")
    desk.do(escribir_opciones, campo="rango_edad", opciones=["18 a 40", "41 o más"])
    desk.do(escribir_opciones, campo="genero", opciones=["Mujer", "Hombre"])
    found = desk.ask(ver_cedula, audiencia_id=segunda, cedula=CEDULA, conocido="", hoy=HOY)
    assert (found.genero, found.rango_edad) == ("", "18 a 40")  # in the words of the entity, or not at all
    desk.do(pedir_campos, campos=["etnia"])
    found = desk.ask(ver_cedula, audiencia_id=segunda, cedula=CEDULA, conocido="Luis Ángel Munoz Torres", hoy=HOY)
    assert found.identico and found.nombre == "Luis Ángel Munoz Torres"
    assert found.valores == {"documento_tipo": "CC", "documento_numero": "31900415"}
    assert found.guarda.startswith("De la cédula se guardan documento y nombres.")


def test_what_somebody_said_of_themselves_stands_over_their_cedula(desk: Desk, segunda: str) -> None:
    key = _added(desk, segunda)
    desk.do(caracterizar, id=key, campo="genero", dichas=["Trans"])
    desk.do(registrar_leido, audiencia_id=segunda, origen="asistente", id=key, hora="09:30", valores=SAID)
    row = _row(desk, key)
    assert (row["enfoque_diferencial_genero"], row["enfoque_diferencial_rango_edad"]) == ("Trans", "29 a 59")
    assert (row["nombre"], row["hora_llegada"]) == ("Otra Forma de su Nombre", "09:30")


def test_someone_of_the_directory_comes_in_with_what_the_directory_knows(desk: Desk, segunda: str) -> None:
    known = desk.ask(lambda c: c.execute(text("SELECT id, nombre FROM personas WHERE anulada_motivo IS NULL")).first())
    assert known is not None
    key = desk.do(registrar_leido, audiencia_id=segunda, origen="persona", id=known.id, hora="09:30", valores={})
    assert (_row(desk, key)["nombre"], _row(desk, key)["persona"]) == (known.nombre, known.id)
