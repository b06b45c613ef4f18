"""What leaves the house by order: the memoria, both expedientes, and whether a file that comes back is the acta."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rcdesk.cli import main
from rcdesk.domain.errors import StoreError
from tests.bases import PRIMERA, SEGUNDA, make_example

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Give an order on a base with the example; None is an argument that is left out."""
    base = make_example(tmp_path / "Ejemplo.rcdesk")

    def call(order: str, *words: object, audiencia: str | None = None) -> tuple[int, str, str]:
        hearing = ["--audiencia", audiencia] if audiencia else []
        code = main([order, *map(str, words), *hearing, "--base", str(base)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


def test_an_approved_hearing_goes_out_whole_and_what_comes_back_is_proved(run: Run, tmp_path: Path) -> None:
    acta, memoria, package = tmp_path / "acta.pdf", tmp_path / "memoria.pdf", tmp_path / "e.zip"
    code, _, told = run("memoria", "--pdf", memoria, audiencia=PRIMERA)
    assert (code, "no está aprobada" in told) == (1, True)
    assert run("aprobar", audiencia=PRIMERA)[0] == 0
    assert run("memoria", "--pdf", memoria, audiencia=PRIMERA)[0] == 0
    code, told, _ = run("acta", "--publica", "--pdf", acta, audiencia=PRIMERA)
    assert (code, "el archivo que se selló" in told) == (0, True)
    code, told, _ = run("comprobar", acta)
    assert (code, "es el acta aprobada, en su versión pública" in told) == (0, True)
    code, _, told = run("comprobar", memoria)
    assert (code, "no lleva el código" in told) == (1, True)
    code, told, _ = run("expediente", "--zip", package, "--publico", audiencia=PRIMERA)
    assert (code, "expediente público, 10 archivos" in told) == (0, True)
    code, told, _ = run("verificar", "--expediente", package)
    assert (code, told.count("íntegr")) == (0, 2)  # the package, and the base


def test_the_open_data_of_a_base_go_out_in_a_package(run: Run, tmp_path: Path) -> None:
    package = tmp_path / "abiertos.zip"
    code, told, _ = run("abiertos", "--salida", package, "--corte", "20/11/2026")
    assert code == 0 and told.startswith(f"{package}: 9 tablas, ") and package.stat().st_size > 10_000
    code, _, told = run("abiertos", "--salida", package, "--corte", "31/02/2026")
    assert (code, "no es una fecha" in told) == (1, True)


def test_what_cannot_be_done_has_its_sentence_and_its_code(run: Run, tmp_path: Path) -> None:
    code, _, told = run("expediente", "--zip", tmp_path / "e.zip", audiencia="no")
    assert (code, told) == (1, "No hay una audiencia con el código «no» en esta base.\n")
    code, _, told = run("expediente", "--zip", tmp_path / "no" / "e.zip", audiencia=PRIMERA)
    assert (code, "no existe la carpeta" in told) == (1, True)
    code, _, told = run("aprobar", audiencia=SEGUNDA)
    assert (code, told) == (1, "Escriba el número del acta, o en su formato el patrón con que se numeran.\n")
    code, _, told = run("publicar", audiencia=SEGUNDA)
    refused = "El acta está en borrador: no se puede publicar. Primero apruébela.\n"
    assert (code, told) == (1, refused)  # what was refused sent no copy
    assert run("comprobar", tmp_path / "no.pdf")[2] == "No se encontró el archivo «no.pdf».\n"
    bad = tmp_path / "e.zip"
    bad.write_bytes(b"PK")
    assert run("verificar", "--expediente", bad)[0] == 1


def test_approving_again_seals_what_a_full_disk_left_unsealed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> str:
        raise StoreError("No queda espacio.")

    with monkeypatch.context() as patch:
        patch.setattr("rcdesk.work.sellado.store_evidence", full)
        assert run("aprobar", audiencia=PRIMERA) == (1, "", "No queda espacio.\n")
    code, told, _ = run("aprobar", audiencia=PRIMERA)
    assert (code, told.startswith("El acta ya estaba aprobada; se sellaron sus PDF.")) == (0, True)
    acta = tmp_path / "acta.pdf"
    assert "el archivo que se selló" in run("acta", "--pdf", acta, audiencia=PRIMERA)[1]
    assert run("aprobar", audiencia=PRIMERA)[0] == 1  # once it is sealed there is nothing left to do


def test_an_approved_acta_goes_to_another_base_with_its_data_and_its_papers(run: Run, tmp_path: Path) -> None:
    assert run("aprobar", audiencia=PRIMERA)[0] == 0
    out, other, mine, its = tmp_path / "de" / "e.json", tmp_path / "Otra.rcdesk", tmp_path / "a.pdf", tmp_path / "b.pdf"
    out.parent.mkdir()
    assert run("exportar", "--salida", out)[0] == 0
    assert main(["importar", str(out), "--base", str(other)]) == 0
    assert run("acta", "--pdf", mine, audiencia=PRIMERA)[0] == 0
    assert main(["acta", "--base", str(other), "--audiencia", PRIMERA, "--pdf", str(its)]) == 0
    assert its.read_bytes() == mine.read_bytes()
    assert main(["memoria", "--base", str(other), "--audiencia", PRIMERA, "--pdf", str(its)]) == 0
    changed = next((out.parent / "actas-aprobadas").iterdir())
    changed.write_bytes(b"otra cosa")
    code, _, told = run("importar", out)
    assert (code, "fue cambiado: no se usará" in told) == (0, True)
