"""The chain gives away any later hand, and so does a row edited outside the program."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from rcdesk.app.desk import Desk
from rcdesk.store import bitacora as log
from rcdesk.store import driver as sqlite
from rcdesk.store.bitacora import Entry
from rcdesk.store.database import Database
from rcdesk.store.verify import verify
from tests.store.desks import Clock, corregir, entries, fill, registrar

TAMPER = {
    "an entry's author": "UPDATE bitacora SET quien = 'otro' WHERE n = 7",
    "a moment": "UPDATE bitacora SET momento = '2020-01-01T00:00:00.000000Z' WHERE n = 7",
    "a personal value": "UPDATE cambios SET reserva_despues = replace(reserva_despues, '«', '‹') WHERE entrada = (SELECT id FROM bitacora WHERE n = 7)",  # noqa: E501
    "a public value": "UPDATE cambios SET despues = replace(despues, 'recibida', 'respondida') WHERE entrada = (SELECT id FROM bitacora WHERE n = 7)",  # noqa: E501
    "a salt": "UPDATE cambios SET sal = '00' WHERE entrada = (SELECT id FROM bitacora WHERE n = 7)",
    "a line taken": "DELETE FROM cambios WHERE entrada = (SELECT id FROM bitacora WHERE n = 7)",
    "an entry taken": "DELETE FROM bitacora WHERE n = 7",
    "the tail cut": "DELETE FROM bitacora WHERE n > 20",
}


def outside(folder: Path, statement: str, *values: str) -> None:
    """Write as a foreign tool would: without our triggers."""
    with closing(sqlite.connect(sqlite.choose(), folder / "datos.db", "rw", sync="FULL")) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(statement, values)


@pytest.mark.parametrize("what", TAMPER)
def test_any_later_hand_on_the_chain_is_named(database: Database, desk: Desk, folder: Path, what: str) -> None:
    fill(desk)
    with database.reading() as connection:
        heads = log.heads(connection)
    assert log.verify(entries(database), heads) == []
    outside(folder, TAMPER[what])
    wrong = log.verify(entries(database), heads)
    assert wrong
    assert "7" in wrong[0] or "final" in wrong[0]


def test_a_chain_written_again_whole_is_caught_by_a_seal_kept_elsewhere(database: Database, desk: Desk) -> None:
    fill(desk, 5)
    with database.reading() as connection:
        heads = log.heads(connection)
    forged: list[Entry] = []
    for entry in entries(database):
        entry = entry._replace(quien="Nadie", previo=forged[-1].sello if forged else "")
        forged.append(entry._replace(sello=entry.seal()))
    assert log.verify(forged) == []
    assert "reescrita" in log.verify(forged, heads)[0]


def test_a_row_edited_outside_the_program_is_named(desk: Desk, folder: Path, clock: Clock) -> None:
    keys = fill(desk)
    assert verify(folder, clock=clock) == []
    outside(folder, "UPDATE preguntas SET texto = 'amable' WHERE id = ?", keys[4])
    [problem] = verify(folder, clock=clock)
    assert (problem.tabla, problem.fila) == ("preguntas", keys[4])
    assert "preguntas" in problem.que
    assert "n.º 5 «amable»" in problem.que
    assert "por fuera del programa: texto" in problem.que


def test_a_row_added_or_deleted_outside_is_named(desk: Desk, folder: Path, clock: Clock) -> None:
    keys = fill(desk)
    outside(folder, "DELETE FROM preguntas WHERE id = ?", keys[4])
    outside(folder, "INSERT INTO personas (id, orden, nombre) VALUES ('x', 'a', 'Colada')")
    wrong = {(problem.tabla, problem.fila): problem.que for problem in verify(folder, clock=clock)}
    assert "se borró" in wrong["preguntas", keys[4]]
    assert "«Colada»" in wrong["personas", "x"]


def test_no_personal_value_stands_among_the_public_ones(database: Database, desk: Desk) -> None:
    hearing = fill(desk, 1)
    desk.do(corregir, pregunta_id=hearing[0], texto="Soy Zoila Vacaflor, cédula 31888777")
    for entry in entries(database):
        for line in entry.lines:
            assert "Zoila" not in f"{line.before}{line.after}"
            assert line.salt is not None or line.personal_after is None
    assert "Zoila" in str(entries(database)[-1].lines[0].personal_after)


def test_a_key_follows_those_of_the_last_session_though_the_clock_went_back(folder: Path) -> None:
    from tests.store.desks import open_base

    database = open_base(folder, Clock())
    keys = fill(Desk(database), 50)
    hearing = entries(database)[0].lines[0].key
    database.close()
    database = open_base(folder, Clock(now=1_000_000_000))
    later = Desk(database).do(registrar, audiencia_id=hearing, texto="¿?")
    assert later > max(keys)
    assert [entry.hlc for entry in entries(database)] == sorted(entry.hlc for entry in entries(database))
    database.close()
