"""What a hand from outside did to a base, beyond its rows, is named: its tables, its text, its evidence, its place."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from rcdesk.app.desk import Desk
from rcdesk.domain.errors import StoreError
from rcdesk.store import mirror
from rcdesk.store.reading import reading
from rcdesk.store.verify import verify
from rcdesk.work.gather import reunir
from tests.store.desks import Clock, crear_audiencia, open_base


@pytest.fixture
def made(folder: Path) -> Path:
    """A closed base with five entries."""
    database = open_base(folder)
    for number in range(5):
        Desk(database).do(crear_audiencia, codigo=f"a-{number}")
    database.close()
    assert verify(folder, clock=Clock()) == []
    return folder


def told(folder: Path) -> list[str]:
    return [problem.que for problem in verify(folder, clock=Clock())]


@pytest.mark.parametrize(
    ("hand", "wanted"),
    [
        ("CREATE VIEW robo AS SELECT * FROM personas", "le sobra la vista «robo»"),
        ("CREATE TRIGGER t AFTER INSERT ON preguntas BEGIN DELETE FROM firmantes; END", "le sobra el disparador «t»"),
        ("ALTER TABLE firmantes ADD COLUMN otra TEXT", "A la tabla «firmantes» le sobra «otra»"),
        ("ALTER TABLE firmantes RENAME COLUMN cargo TO rango", "A la tabla «firmantes» le falta «cargo»"),
        ("DROP TABLE anexos", "le falta la tabla «anexos»"),
        ("DROP INDEX ix_anexos_acta_id_orden", "le falta el índice «ix_anexos_acta_id_orden»"),
    ],
)
def test_tables_changed_from_outside_are_named(made: Path, hand: str, wanted: str) -> None:
    with closing(sqlite3.connect(made / "datos.db")) as outside:
        outside.execute("PRAGMA foreign_keys = OFF")
        outside.execute(hand)
        outside.commit()
    assert wanted in told(made)[0]


def _altered(lines: list[bytes]) -> None:
    data = lines[2].partition(b" ")[2].rstrip(b"\n").replace(b"a-2", b"a-9")
    lines[2] = b"%08x %b\n" % (zlib.crc32(data), data)


def _without_one(lines: list[bytes]) -> None:
    del lines[1]


def _damaged(lines: list[bytes]) -> None:
    lines[3] = lines[3].replace(b"a-3", b"a-7")


@pytest.mark.parametrize(
    ("hand", "wanted"),
    [
        (_altered, "fue alterado en la entrada 3."),
        (_without_one, "le falta la entrada 2."),
        (_damaged, "tiene 1 línea dañada."),
    ],
)
def test_a_text_changed_from_outside_is_named(made: Path, hand: Callable[[list[bytes]], None], wanted: str) -> None:
    [path] = mirror.texts(made)
    lines = path.read_bytes().splitlines(keepends=True)
    hand(lines)
    path.write_bytes(b"".join(lines))
    [problem] = told(made)
    assert wanted in problem


def test_a_text_put_aside_is_written_again_at_opening(made: Path) -> None:
    [path] = mirror.texts(made)
    whole = path.read_bytes()
    path.unlink()
    open_base(made).close()
    assert path.read_bytes() == whole
    assert told(made) == []


def test_an_attachment_that_leads_out_of_the_base_is_named_and_not_followed(made: Path) -> None:
    with closing(sqlite3.connect(made / "datos.db")) as outside:
        outside.execute(
            "INSERT INTO adjuntos (id, orden, ruta, sha256, octetos) VALUES ('x', 'a', 'f.png', '../../x', 1)"
        )
        outside.commit()
    [problem] = told(made)
    assert "«adjuntos»" in problem
    assert "se agregó por fuera del programa" in problem


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_base_in_a_protected_folder_is_read(made: Path) -> None:
    made.chmod(0o500)
    try:
        with reading(made) as connection:
            assert connection.execute("SELECT count(*) FROM audiencias").fetchone() == (5,)
        assert told(made) == []
    finally:
        made.chmod(0o700)


def _flipped(file: Path, words: bytes, other: bytes) -> int:
    """Change some bytes in every place of a file where they stand; return how many places."""
    data = file.read_bytes()
    file.write_bytes(data.replace(words, other))
    return data.count(words)


def test_damaged_letters_are_named_and_never_an_exception(made: Path) -> None:
    assert _flipped(made / "datos.db", b"Audiencia a-3", b"Audienc\xffa a-3")
    assert any("«audiencias»" in problem and "nombre" in problem for problem in told(made))
    with (
        pytest.raises(StoreError, match="un texto no se puede leer"),
        reading(made) as connection,
    ):
        connection.execute("SELECT nombre FROM audiencias").fetchall()


def test_a_damaged_history_is_named_and_never_an_exception(made: Path) -> None:
    assert _flipped(made / "datos.db", b'"codigo":"a-3"', b'"codigo"_"a-3"')
    assert any("La entrada 4 de la bitácora fue alterada" in problem for problem in told(made))


def test_a_damaged_value_is_refused_in_words_by_who_reads_it(made: Path) -> None:
    with closing(sqlite3.connect(made / "datos.db")) as outside:
        outside.execute("UPDATE audiencias SET declarado = '[{]' WHERE codigo = 'a-1'")
        outside.commit()
    with pytest.raises(StoreError, match="no se pudo leer un registro de «audiencias»"), reading(made) as connection:
        reunir(connection)


@pytest.mark.parametrize(
    ("hand", "wanted"),
    [
        ("UPDATE indice SET clave = 'zz' WHERE id = 2", "no corresponden a 1 registro:"),
        ("DELETE FROM indice", "no corresponden a 5 registros:"),
        ("INSERT INTO indice VALUES (99, 'audiencias', 'x', 'a', 'b')", "no corresponden a 1 registro:"),
        ("INSERT INTO busqueda (busqueda) VALUES ('delete-all')", "El índice de la búsqueda está dañado"),
    ],
)
def test_a_wrong_order_or_search_is_named(made: Path, hand: str, wanted: str) -> None:
    with closing(sqlite3.connect(made / "datos.db")) as outside:
        outside.execute(hand)
        outside.commit()
    assert any(wanted in problem for problem in told(made))


def test_a_rule_taken_out_of_a_table_is_named(made: Path) -> None:
    assert _flipped(made / "datos.db", b"ck_preguntas_estado CHECK", b"ck_preguntas_estada CHECK")
    assert "la tabla «preguntas» no es como la hace el programa" in told(made)[0]


def test_who_reads_a_base_with_other_tables_is_told_so(made: Path) -> None:
    with closing(sqlite3.connect(made / "datos.db")) as outside:
        outside.execute("ALTER TABLE firmantes RENAME COLUMN cargo TO rango")
        outside.commit()
    with pytest.raises(StoreError, match="no son las del programa"), reading(made) as connection:
        reunir(connection)
