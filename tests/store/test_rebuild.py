"""A destroyed base comes back from its text, and damage in the text costs only what follows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rcdesk.app.desk import Desk
from rcdesk.domain.errors import StoreError
from rcdesk.store import mirror
from rcdesk.store.evidence import evidence_path, store_evidence
from rcdesk.store.rebuild import rebuild
from rcdesk.store.verify import verify
from tests.store.desks import Clock, anular, corregir, entries, fill, image, importar, open_base


def written(folder: Path) -> tuple[list[object], dict[str, list[str]]]:
    """Some work in a base that is then closed; its entries and its rows."""
    database = open_base(folder)
    desk = Desk(database)
    keys = fill(desk, 12)
    hearing = entries(database)[0].lines[0].key
    desk.do(importar, audiencia_id=hearing, cuantas=40)
    desk.do(corregir, pregunta_id=keys[0], texto="¿otra?")
    desk.do(anular, pregunta_id=keys[1])
    desk.undo()
    desk.undo()
    desk.redo()
    digest = store_evidence(folder, b"una foto")
    with database.unit("Adjuntar") as unit:
        unit.insert("adjuntos", [{"orden": "1", "ruta": "foto.jpg", "sha256": digest, "octetos": 8}])
    kept: tuple[list[object], dict[str, list[str]]] = (list(entries(database)), image(database))
    database.close()
    return kept


def test_a_destroyed_base_is_rebuilt_from_its_text(folder: Path, tmp_path: Path) -> None:
    wanted, rows = written(folder)
    (folder / "datos.db").write_bytes(b"")
    new = tmp_path / "Nueva.rcdesk"
    assert rebuild(folder, new, clock=Clock()) == (len(wanted), [])
    assert verify(new, clock=Clock()) == []
    assert [path.read_bytes() for path in mirror.texts(new)] == [path.read_bytes() for path in mirror.texts(folder)]
    database = open_base(new)
    assert entries(database) == wanted
    assert image(database) == rows
    Desk(database).undo()
    database.close()
    assert verify(new, clock=Clock()) == []
    assert evidence_path(new, next((folder / "evidencias").iterdir()).name).read_bytes() == b"una foto"


def test_a_base_rebuilt_goes_on_in_the_same_chain(folder: Path, tmp_path: Path) -> None:
    wanted, _ = written(folder)
    rebuild(folder, tmp_path / "N.rcdesk", clock=Clock())
    database = open_base(tmp_path / "N.rcdesk")
    fill(Desk(database), 1)
    assert entries(database)[len(wanted)].n == len(wanted) + 1
    database.close()


def test_damage_in_the_text_costs_only_what_follows_it_and_is_named(folder: Path, tmp_path: Path) -> None:
    written(folder)
    [path] = mirror.texts(folder)
    lines = path.read_bytes().split(b"\n")
    lines[10] = lines[10][:50] + b"X" + lines[10][51:]
    path.write_bytes(b"\n".join(lines)[:-30])
    new = tmp_path / "N.rcdesk"
    count, problems = rebuild(folder, new, clock=Clock())
    assert count == 10
    assert problems[0] == "2 líneas del texto están dañadas"
    assert "falta la entrada 11" in problems[1]
    assert "no se pudieron aprovechar" in problems[2]
    open_base(new).close()
    assert verify(new, clock=Clock()) == []


def test_an_altered_entry_with_a_good_checksum_is_not_believed(folder: Path, tmp_path: Path) -> None:
    written(folder)
    [path] = mirror.texts(folder)
    told = [entry for entry in mirror.read_lines([path]) if entry is not None]
    told[5] = told[5]._replace(quien="Otro")
    path.write_bytes(b"".join(map(mirror.line_of, told)))
    count, problems = rebuild(folder, tmp_path / "N.rcdesk", clock=Clock())
    assert count == 5
    assert "la entrada 6 de la bitácora fue alterada" in problems[0]


def test_altered_evidence_is_not_brought(folder: Path, tmp_path: Path) -> None:
    written(folder)
    [kept] = (folder / "evidencias").iterdir()
    kept.write_bytes(b"otra foto")
    _, problems = rebuild(folder, tmp_path / "N.rcdesk", clock=Clock())
    assert "fue alterado y no se trajo" in problems[0]


def test_nothing_to_rebuild_from_is_said_and_nothing_is_made(folder: Path, tmp_path: Path) -> None:
    new = tmp_path / "N.rcdesk"
    with pytest.raises(StoreError, match="no hay texto de una base"):
        rebuild(tmp_path, new, clock=Clock())
    (tmp_path / "bitacora-2026-11.jsonl").write_bytes(b"basura\n")
    with pytest.raises(StoreError, match="dañado desde el comienzo"):
        rebuild(tmp_path, new, clock=Clock())
    assert not new.exists()
    written(folder)
    with pytest.raises(StoreError, match="ya hay algo ahí"):
        rebuild(folder, folder, clock=Clock())
