"""A unit writes what differs, all of it or nothing, and says what it touched."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from rcdesk.domain.audiencias import Audiencia
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.domain.preguntas import Pregunta
from rcdesk.domain.registro import Parrafo
from rcdesk.store.database import Database
from rcdesk.store.schema import JOURNALED
from tests.store.desks import entries, image


def add_hearing(database: Database, codigo: str = "a") -> str:
    with database.unit("Crear") as unit:
        return unit.add(Audiencia(codigo=codigo, orden="1"))


def test_only_the_fields_that_differ_are_written(database: Database) -> None:
    key = add_hearing(database)
    with database.unit("Cambiar") as unit:
        hearing = unit.get(Audiencia, key)
        hearing.nombre, hearing.codigo = "Segunda", "a"
        assert unit.get(Audiencia, key) is hearing
    [line] = unit.lines
    assert json.loads(line.before or "") == {"nombre": None}
    assert json.loads(line.after or "") == {"nombre": "Segunda"}


def test_an_entity_added_and_then_changed_is_stored_as_it_ends(database: Database) -> None:
    with database.unit("Crear") as unit:
        hearing = Audiencia(codigo="a", orden="1")
        key = unit.add(hearing)
        hearing.nombre = "Segunda"
        unit.update("audiencias", key, objetivo="Oír")
        assert hearing.objetivo == "Oír"
    with database.unit("Leer") as unit:
        assert unit.get(Audiencia, key) == hearing or vars(unit.get(Audiencia, key)) == vars(hearing)
    assert unit.entry is None


def test_narrative_kept_as_json_is_written_only_when_it_changes(database: Database) -> None:
    key = add_hearing(database)
    with database.unit("Escribir") as unit:
        unit.get(Audiencia, key).autoevaluacion = (Parrafo(texto="Bien"),)
    with database.unit("Nada") as unit:
        hearing = unit.get(Audiencia, key)
        assert hearing.autoevaluacion == (Parrafo(texto="Bien"),)
        hearing.autoevaluacion = (Parrafo(texto="Bien"),)
    assert unit.entry is None


def test_a_unit_that_changes_nothing_leaves_no_entry(database: Database) -> None:
    key = add_hearing(database)
    before = entries(database)
    with database.unit("Nada") as unit:
        unit.connection.execute(JOURNALED["audiencias"].update().values(codigo=JOURNALED["audiencias"].c.codigo))
        unit.update("audiencias", key, codigo="a")
    assert unit.entry is None
    assert entries(database) == before


def test_a_failed_unit_leaves_nothing(database: Database) -> None:
    before = image(database)
    with pytest.raises(RuleError), database.unit("Crear") as unit:
        unit.add(Audiencia(codigo="a", orden="1"))
        raise RuleError("no")
    assert image(database) == before
    assert entries(database) == []
    add_hearing(database)
    assert len(entries(database)) == 1


def test_a_statement_rolled_back_inside_a_unit_leaves_no_trace(database: Database) -> None:
    add_hearing(database)
    with database.unit("Dos") as unit:
        with unit.connection.begin_nested() as point:
            unit.connection.execute(text("UPDATE audiencias SET nombre = 'x'"))
            point.rollback()
        unit.connection.execute(text("UPDATE audiencias SET nombre = 'y'"))
    assert [line.change().after for line in unit.lines] == [{"nombre": "y"}]


def test_a_person_is_told_when_what_they_saw_has_changed(database: Database) -> None:
    key = add_hearing(database)
    with database.unit("Nombrar") as unit:
        unit.get(Audiencia, key, seen={"nombre": None}).nombre = "Segunda"
    with (
        pytest.raises(RuleError, match=r"Mientras escribía, lo cambió Ana en mesa 1 .*Nombrar") as refused,
        database.unit("Nombrar") as unit,
    ):
        unit.get(Audiencia, key, seen={"nombre": None}).nombre = "Tercera"
    assert refused.value.field == "nombre"


def test_what_is_gone_is_refused_in_words(database: Database) -> None:
    for write in (lambda unit: unit.get(Audiencia, "x"), lambda unit: unit.update("audiencias", "x", nombre="y")):
        with pytest.raises(RuleError, match="ya no existe"), database.unit("Cambiar") as unit:
            write(unit)
    with pytest.raises(RuleError, match="depende"), database.unit("Crear") as unit:
        unit.insert("preguntas", [{"orden": "1", "audiencia_id": "x", "texto": "¿?"}])


def test_a_value_that_no_column_admits_is_a_bug_and_is_not_dressed(database: Database) -> None:
    with pytest.raises(Exception, match="CHECK constraint"), database.unit("Crear") as unit:
        unit.insert("audiencias", [{"orden": "1", "estado": "rara"}])
    add_hearing(database)


def test_rows_of_different_columns_go_in_together(database: Database) -> None:
    with database.unit("Importar") as unit:
        keys = unit.insert(
            "personas",
            [
                {"orden": "1", "nombre": "Ñoño"},
                {"orden": "2", "correo": "a@b.co"},
                {"orden": "3", "id": "k", "nombre": "Z"},
            ],
        )
    assert keys[2] == "k"
    assert [line.key for line in unit.lines] == keys


def test_numbers_and_places_follow_those_of_their_own_list(database: Database) -> None:
    one, other = add_hearing(database, "a"), add_hearing(database, "b")
    with database.unit("Registrar") as unit:
        unit.insert("preguntas", [{"orden": "i", "audiencia_id": one, "numero": 7, "mesa": "B"}])
        assert unit.next_number("preguntas", audiencia_id=one, mesa="B") == 8
        assert unit.next_number("preguntas", audiencia_id=one, mesa=None) == 1
        assert unit.next_number("preguntas", audiencia_id=other) == 1
        assert unit.last_order("preguntas", audiencia_id=one) == "i"
        assert unit.last_order("preguntas", audiencia_id=other) == ""


def test_a_unit_knows_the_hearing_of_what_it_touched(database: Database) -> None:
    key = add_hearing(database)
    with database.unit("Grupo") as unit:
        [group] = unit.insert("grupos_de_temas", [{"orden": "1", "audiencia_id": key}])
    with database.unit("Tema") as unit:
        [topic] = unit.insert("temas", [{"orden": "1", "grupo_id": group, "texto": "Vías"}])
    assert unit.audiencia_id == key
    with database.unit("Tema") as unit:
        unit.update("temas", topic, texto="Agua")
    assert unit.audiencia_id == key
    with database.unit("Persona") as unit:
        unit.insert("personas", [{"orden": "1", "nombre": "Ana"}])
    assert unit.audiencia_id is None


def test_the_instant_of_a_unit_is_one_that_the_format_admits(database: Database) -> None:
    with database.unit("Anular") as unit:
        key = unit.add(Audiencia(codigo="a", orden="1"))
        unit.get(Audiencia, key).anular("no va", cuando=unit.clock(), quien=unit.quien)
        assert unit.clock().endswith("Z")
    with database.unit("Leer") as unit:
        assert unit.get(Audiencia, key).anulada_cuando == "2026-11-18T06:06:40-05:00"


def test_two_threads_take_turns_and_no_number_is_skipped(database: Database) -> None:
    key = add_hearing(database)

    def work(name: str) -> None:
        for i in range(30):
            with database.unit("Registrar") as unit:
                number = unit.next_number("preguntas", audiencia_id=key)
                unit.add(Pregunta(audiencia_id=key, orden=f"{number:05}", numero=number, texto=f"{name} {i}"))

    threads = [threading.Thread(target=work, args=(name,)) for name in ("uno", "dos")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as connection:
        assert sorted(connection.execute(text("SELECT numero FROM preguntas")).scalars()) == list(range(1, 61))


def test_a_full_disk_is_said_in_words_and_the_base_goes_on(database: Database, folder: Path) -> None:
    key = add_hearing(database)
    with database.writing() as wire:
        [pages] = wire.execute("PRAGMA page_count").fetchone()
    database._wire.execute(f"PRAGMA max_page_count = {pages}")  # type: ignore[union-attr]
    with pytest.raises(StoreError, match="el disco está lleno"), database.unit("Importar") as unit:
        unit.insert("preguntas", [{"orden": "1", "audiencia_id": key, "texto": "x" * 1000} for _ in range(3000)])
    database._wire.execute("PRAGMA max_page_count = 1000000")  # type: ignore[union-attr]
    with database.unit("Importar") as unit:
        unit.insert("preguntas", [{"orden": "1", "audiencia_id": key, "texto": "x" * 1000} for _ in range(300)])
    assert len(unit.lines) == 300


def test_one_that_only_reads_does_not_write(folder: Path, database: Database) -> None:
    from rcdesk.store import base

    reader = base.open(folder, writing=False, clock=lambda: 0, puesto="", quien="")
    with pytest.raises(StoreError, match="solo para leer"), reader.unit("Crear"):
        pass
    with reader.reading() as connection, pytest.raises(Exception, match="readonly"):
        connection.execute(text("DELETE FROM base"))
    reader.close()
