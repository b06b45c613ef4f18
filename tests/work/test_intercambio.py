"""A file imported and exported is the same file; imported twice it changes nothing."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from rcdesk.domain import registro as r
from rcdesk.domain.cifras import resumen
from rcdesk.exchange import decode, read, to_json
from rcdesk.resources import resource
from rcdesk.store import base
from rcdesk.store.database import Database
from rcdesk.store.schema import JOURNALED
from rcdesk.store.shape import cells
from rcdesk.store.tree import BRANCHES, RECORDS, apart, lines, parent_key
from rcdesk.work.gather import reunir, reunir_audiencia
from rcdesk.work.intercambio import RETIRADO, Importado, importar
from tests.exchange.golden import NAMES, golden

EXAMPLE = resource("example", "ejemplo.json")
FILES = (*NAMES, "ejemplo")


def file_of(name: str) -> Path:
    return EXAMPLE if name == "ejemplo" else golden(name)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = base.make_or_open(tmp_path / "B.rcdesk", clock=time.time_ns, puesto="prueba", quien="Ana")
    yield opened
    opened.close()


@pytest.fixture
def bring(database: Database) -> Callable[[Any], Importado]:
    """Import a file, given as its path or as the tree of its JSON."""

    def run(source: Any) -> Importado:
        archivo = read(source).archivo if isinstance(source, Path) else decode(json.dumps(source).encode(), "x").archivo
        with database.unit("Importar") as unit:
            return importar.run(unit, archivo=archivo)

    return run


def exported(database: Database) -> Any:
    with database.reading() as connection:
        return json.loads(to_json(reunir(connection)))


def content(tree: Any) -> Any:
    """The tree without what identifies records and moments."""
    if isinstance(tree, dict):
        return {key: content(value) for key, value in tree.items() if key not in ("id", "actualizado", "generado")}
    return [content(item) for item in tree] if isinstance(tree, list) else tree


@pytest.mark.parametrize("name", FILES)
def test_export_after_import_gives_back_the_same_content(name: str, database: Database, bring: Any) -> None:
    file = file_of(name)
    bring(file)
    assert content(exported(database)) == content(json.loads(file.read_text("utf-8")))


@pytest.mark.parametrize("name", FILES)
def test_the_same_file_twice_changes_nothing(name: str, database: Database, bring: Any) -> None:
    file = file_of(name)
    assert bring(file).nuevos > 0
    entries = len(list_entries(database))
    assert bring(file) == Importado()
    assert len(list_entries(database)) == entries


def list_entries(database: Database) -> list[Any]:
    with database.reading() as connection:
        return list(connection.exec_driver_sql("SELECT id FROM bitacora"))


def test_an_export_with_its_ids_imported_again_changes_nothing(database: Database, bring: Any) -> None:
    bring(EXAMPLE)
    assert bring(exported(database)) == Importado()


def test_a_signature_that_nobody_could_read_comes_back_as_it_was(database: Database, bring: Any) -> None:
    bring(EXAMPLE)
    people = JOURNALED["asistentes"].c
    with database.reading() as connection:
        hearing, last = connection.execute(select(people.audiencia_id, func.max(people.orden))).one()
    signed = {"audiencia_id": hearing, "lista": "asistentes", "orden": last + "1", "firma": "papel", "renglon": 3}
    with database.unit("Digitar") as unit:
        unit.insert("asistentes", [signed])
    assert bring(exported(database)) == Importado()


def test_the_figures_of_the_base_are_those_of_the_file(database: Database, bring: Any) -> None:
    bring(EXAMPLE)
    with database.reading() as connection:
        assert resumen(reunir(connection)) == resumen(read(EXAMPLE).archivo)


def test_one_hearing_is_gathered_with_its_entity_and_its_plan(database: Database, bring: Any) -> None:
    bring(EXAMPLE)
    with database.reading() as connection:
        whole, one = reunir(connection), reunir_audiencia(connection, "rdc-2026-1")
        assert reunir_audiencia(connection, "no-existe") is None
    assert one is not None
    assert one.audiencias == whole.audiencias[:1]
    assert (one.entidad, one.dias_no_habiles) == (whole.entidad, whole.dias_no_habiles)
    assert {plan.codigo for plan in one.planes} == {one.audiencias[0].plan} - {None}


def test_an_absent_key_leaves_the_stored_value_and_null_empties_it(database: Database, bring: Any) -> None:
    hearing = {"codigo": "a", "nombre": "Una", "objetivo": "Rendir", "asistencia": {"folios": 3, "nota": "x"}}
    bring({"formato": "rcdesk/1", "audiencias": [hearing]})
    bring({"formato": "rcdesk/1", "audiencias": [{"codigo": "a", "objetivo": None, "asistencia": {"nota": None}}]})
    [after] = exported(database)["audiencias"]
    assert (after["nombre"], after["objetivo"], after["asistencia"]) == ("Una", None, {"folios": 3, "nota": None})


def test_natural_keys_match_questions_whatever_their_order(database: Database, bring: Any) -> None:
    ask = [{"numero": n, "texto": f"¿{n}?"} for n in (1, 2, 3)]
    bring({"formato": "rcdesk/1", "audiencias": [{"codigo": "a", "preguntas": ask}]})
    keys = {p["numero"]: p["id"] for p in exported(database)["audiencias"][0]["preguntas"]}
    done = bring(
        {"formato": "rcdesk/1", "audiencias": [{"codigo": "a", "preguntas": [{"numero": 2, "texto": "¿Dos?"}]}]}
    )
    after = {p["numero"]: p for p in exported(database)["audiencias"][0]["preguntas"]}
    assert done == Importado(cambiados=1)
    assert {n: p["id"] for n, p in after.items()} == keys
    assert [p["texto"] for p in after.values()] == ["¿1?", "¿Dos?", "¿3?"]


def test_a_list_without_key_is_replaced_and_what_is_left_over_is_withdrawn(database: Database, bring: Any) -> None:
    def agenda(*titles: str) -> dict[str, Any]:
        return {
            "formato": "rcdesk/1",
            "audiencias": [{"codigo": "a", "orden_del_dia": [{"titulo": t} for t in titles]}],
        }

    bring(agenda("Himno", "Informe", "Preguntas", "Cierre"))
    keys = {p["titulo"]: p["id"] for p in exported(database)["audiencias"][0]["orden_del_dia"]}
    done = bring(agenda("Cierre", "Himno", "Palabras"))
    after = exported(database)["audiencias"][0]["orden_del_dia"]
    assert [p["titulo"] for p in after] == ["Cierre", "Himno", "Palabras"]
    assert done.retirados == 1
    assert (after[0]["id"], after[1]["id"]) == (keys["Cierre"], keys["Himno"])
    assert after[2]["id"] in (keys["Informe"], keys["Preguntas"])
    withdrawn = select(func.count()).where(JOURNALED["puntos"].c.anulada_motivo == RETIRADO)
    with database.reading() as connection:
        assert connection.execute(withdrawn).scalar() == 1
    assert bring(agenda("Cierre", "Himno", "Palabras")) == Importado()


def test_withdrawn_people_travel_and_come_back_withdrawn(database: Database, bring: Any) -> None:
    people = [{"nombre": "Ana"}, {"nombre": "Luz", "anulada": {"motivo": "repetida"}}, {"nombre": "Paz"}]
    file = {"formato": "rcdesk/1", "audiencias": [{"codigo": "a", "asistentes": people}]}
    bring(file)
    assert content(exported(database)) == file
    assert bring(file) == Importado()


def test_with_one_id_the_later_record_wins(database: Database, bring: Any) -> None:
    def said(text: str, when: str) -> dict[str, Any]:
        ask = {"id": "00000000-0000-7000-8000-000000000001", "actualizado": when, "numero": 1, "texto": text}
        return {"formato": "rcdesk/1", "audiencias": [{"codigo": "a", "preguntas": [ask]}]}

    bring(said("segunda", "2026-05-02T10:00-05:00"))
    assert bring(said("primera", "2026-05-01T10:00-05:00")) == Importado()
    bring(said("tercera", "2026-05-03T10:00-05:00"))
    assert exported(database)["audiencias"][0]["preguntas"][0]["texto"] == "tercera"


def test_importing_another_hearing_leaves_the_first_alone(database: Database, bring: Any) -> None:
    bring(EXAMPLE)
    before = exported(database)["audiencias"]
    bring({"formato": "rcdesk/1", "audiencias": [{"codigo": "otra"}]})
    assert exported(database)["audiencias"][:-1] == before


@pytest.mark.parametrize("text", ["<b>Señor & hijos</b>", "Hola 😀🏽‍♀️", "'); DROP TABLE preguntas;--", "x" * 30_000])
def test_hostile_text_goes_in_and_comes_out_as_typed(text: str, database: Database, bring: Any) -> None:
    bring({"formato": "rcdesk/1", "audiencias": [{"codigo": "a", "preguntas": [{"numero": 1, "texto": text}]}]})
    assert exported(database)["audiencias"][0]["preguntas"][0]["texto"] == text


NOT_IN_THE_FORMAT = {
    "orden": "the place in its list is the order in the file",
    "lista": "says which key of the parent holds the line",
    "presentes": "travels as keys that hold null, [] or {}",
    "anulada_motivo": "lines of kinds without the key `anulada` do not travel once withdrawn",
    "anulada_cuando": "as anulada_motivo",
    "anulada_quien": "as anulada_motivo",
}
"""Columns that no key of rcdesk/1 names, and why."""

TABLES_APART = {
    "adjuntos": "the files themselves travel beside the JSON, under the path that the records give them",
    "proyecciones": "what was on the screens of the room is an event, and does not travel (rule 9)",
    "turnos": "who waits for the word passes with the hearing; who spoke is in `intervenciones`",
}


@pytest.mark.parametrize("table", JOURNALED.keys() - TABLES_APART.keys())
def test_every_column_is_in_the_exchange_or_says_why_not(table: str) -> None:
    kind = RECORDS[table]
    written = {cell.column for cell in cells(kind, apart(table))} | {"_".join(path) for path in lines(table)}
    parents = {parent_key(branch.parent) for branch in BRANCHES if branch.table == table}
    bare = {"id"} if not issubclass(kind, r.Registro) else set[str]()  # the format gives it no identity
    unknown = {c.name for c in JOURNALED[table].columns} - written - parents - bare - NOT_IN_THE_FORMAT.keys()
    assert not unknown, f"{table}: in no key of the format, and without a reason: {unknown}"
