"""A file is left whole or as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from rcdesk.render.pdf import to_bytes, to_pdf
from rcdesk.render.writer import write_whole
from tests.render.samples import ACTA


def test_a_document_is_written_whole_and_its_pages_counted(tmp_path: Path) -> None:
    assert to_pdf(ACTA, tmp_path / "acta.pdf") == 3
    assert (tmp_path / "acta.pdf").read_bytes() == to_bytes(ACTA)
    assert [path.name for path in tmp_path.iterdir()] == ["acta.pdf"]


def test_what_was_there_is_replaced(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"antes")
    write_whole(tmp_path / "a", b"ahora")
    assert (tmp_path / "a").read_bytes() == b"ahora"


def test_a_place_that_cannot_be_written_is_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "carpeta" / "dentro").mkdir(parents=True)
    with pytest.raises(OSError):
        write_whole(tmp_path / "carpeta", b"x")
    with pytest.raises(OSError):
        write_whole(tmp_path / "no existe" / "a", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["carpeta"]
