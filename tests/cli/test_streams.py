"""The commands in terminals that lack letters, and beside readers that leave early."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bases import make_example


def called(words: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command in its own process, in `folder`, with more environment variables."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **environment}
    command = [sys.executable, "-m", "rcdesk", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example base in it, in `Año.rcdesk`."""
    where = tmp_path_factory.mktemp("Mi carpeta ñ")
    make_example(where / "Año.rcdesk")
    return where


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_the_json_of_the_figures_is_read_the_same_from_any_terminal(folder: Path, encoding: str) -> None:
    told = called(["resumen", "--base", "Año.rcdesk", "--json"], folder, PYTHONIOENCODING=encoding)
    assert (told.returncode, told.stderr) == (0, b"")
    figures = json.loads(told.stdout.decode("utf-8"))
    assert figures["audiencias"]["rdc-2026-1"]["dia_de_la_semana"] == "miércoles"


def test_a_terminal_without_letters_stops_nothing(folder: Path) -> None:
    for words in (["--help"], ["verificar", "--base", "Año.rcdesk"], ["resumen", "--base", "Año.rcdesk"]):
        told = called(words, folder, PYTHONIOENCODING="ascii")
        assert (told.returncode, told.stderr) == (0, b"")
    told = called(["resumen", "--base", "ñandú"], folder, PYTHONIOENCODING="ascii")
    assert told.returncode == 1
    assert b"Traceback" not in told.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no hay /dev/full en este sistema")
def test_an_output_that_cannot_be_written_ends_with_1_and_is_said(folder: Path) -> None:
    command = [sys.executable, "-m", "rcdesk", "resumen", "--base", "Año.rcdesk"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run(
            command, cwd=folder, env=environment, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False
        )
    assert (told.returncode, told.stderr) == (1, "No se pudo escribir el resultado: el disco está lleno.\n")
