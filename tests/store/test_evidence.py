"""Evidence is kept by its hash: nothing that is not a plain, bearable file comes in, and any later change shows."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.store import evidence
from rcdesk.store.database import Database
from rcdesk.store.evidence import evidence_path, store_evidence
from rcdesk.store.verify import verify
from tests.store.desks import Clock


def attach(database: Database, name: str, digest: str) -> None:
    with database.unit("Adjuntar") as unit:
        unit.insert("adjuntos", [{"orden": "1", "ruta": name, "sha256": digest, "octetos": 3}])


def test_a_file_and_its_bytes_are_the_same_evidence(folder: Path, tmp_path: Path) -> None:
    folder.mkdir()
    source = tmp_path / "foto ñ.jpg"
    source.write_bytes(b"abc" * 1_000_000)
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    assert store_evidence(folder, source) == store_evidence(folder, source.read_bytes()) == digest
    assert evidence_path(folder, digest).read_bytes() == source.read_bytes()
    assert [path.name for path in (folder / "evidencias").iterdir()] == [digest]


def test_altered_evidence_is_replaced_when_it_is_attached_again(folder: Path) -> None:
    folder.mkdir()
    digest = store_evidence(folder, b"abc")
    evidence_path(folder, digest).write_bytes(b"xyz")
    assert store_evidence(folder, b"abc") == digest
    assert evidence_path(folder, digest).read_bytes() == b"abc"


@pytest.mark.skipif(os.name == "nt", reason="POSIX kinds of file")
def test_only_regular_files_come_in(folder: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tubo")
    (tmp_path / "enlace").symlink_to("/etc/hostname")
    for name in ("tubo", "enlace", "."):
        with pytest.raises(RuleError, match="no es un archivo común"):
            store_evidence(folder, tmp_path / name)
    with pytest.raises(RuleError, match="no es un archivo común"):
        store_evidence(folder, Path("/dev/zero"))
    assert not folder.exists()


def test_what_is_too_large_or_gone_is_said(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "LARGEST", 2 * 1024 * 1024)
    (tmp_path / "video.mp4").write_bytes(bytes(2 * 1024 * 1024 + 1))
    with pytest.raises(RuleError, match=r"«video\.mp4» pesa más de 2 MB"):
        store_evidence(folder, tmp_path / "video.mp4")
    folder.mkdir()
    assert store_evidence(folder, bytes(2 * 1024 * 1024 + 1))  # made here: the data of an acta of 100,000 people
    with pytest.raises(StoreError, match="No se pudo guardar el archivo adjunto"):
        store_evidence(folder, tmp_path / "no está")


def test_a_name_that_is_no_hash_never_becomes_a_path(folder: Path) -> None:
    for name in ("../../etc/passwd", "", "A" * 64, "a" * 63 + "/"):
        with pytest.raises(ValueError, match="hexadecimal"):
            evidence_path(folder, name)


def test_evidence_missing_or_altered_is_named(database: Database, folder: Path) -> None:
    digest = store_evidence(folder, b"abc")
    attach(database, "foto.jpg", digest)
    assert verify(folder, clock=Clock()) == []
    evidence_path(folder, digest).write_bytes(b"abd")
    assert "«foto.jpg» fue alterado" in verify(folder, clock=Clock())[0].que
    evidence_path(folder, digest).unlink()
    assert "Falta el archivo adjunto «foto.jpg»" in verify(folder, clock=Clock())[0].que
