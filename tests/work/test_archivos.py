"""The files that a rcdesk/1 file names come from its folder and nowhere else; what is wrong with one is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rcdesk.domain import registro as r
from rcdesk.exchange import Leido
from rcdesk.store.evidence import store_evidence
from rcdesk.work.archivos import Preparado, preparar
from tests.store.desks import open_base


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A base, and beside it the folder `de`, from which a file is imported."""
    open_base(tmp_path / "b").close()
    (tmp_path / "de").mkdir()
    return tmp_path


def ready(place: Path, logo: str) -> Preparado:
    read = Leido(r.Archivo(entidad=r.Entidad(nombre="E", logo=logo)))
    return preparar(read, place / "de" / "x.json", lambda source: store_evidence(place / "b", source))


@pytest.mark.skipif(os.name == "nt", reason="a link needs permission there")
def test_a_link_does_not_bring_a_file_from_outside(place: Path) -> None:
    (place / "secreto.txt").write_text("clave")
    (place / "de" / "enlace").symlink_to(place, target_is_directory=True)
    (place / "de" / "enlace.txt").symlink_to(place / "secreto.txt")
    for logo in ("enlace/secreto.txt", "enlace.txt"):
        made = ready(place, logo)
        assert made.adjuntos == ()
        assert "lleva fuera de la carpeta de x.json" in made.avisos[0]
    assert not list((place / "b" / "evidencias").iterdir())


@pytest.mark.skipif(os.name == "nt", reason="there are no such files there")
def test_what_is_not_a_file_is_told_and_not_waited_for(place: Path) -> None:
    os.mkfifo(place / "de" / "fifo.png")
    (place / "de" / "carpeta.png").mkdir()
    for logo in ("fifo.png", "carpeta.png", "."):
        made = ready(place, logo)
        assert made.adjuntos == ()
        assert "no es un archivo común" in made.avisos[0]


def test_a_name_that_no_disk_takes_is_told_in_short(place: Path) -> None:
    for logo in ("x" * 300, "a/" * 3000 + "x"):
        [aviso] = ready(place, logo).avisos
        assert aviso.startswith((f"No se guardó «{logo[:80]}…»: ", f"No está el archivo «{logo[:80]}…» "))


def test_invisible_letters_of_a_name_are_shown(place: Path) -> None:
    assert "«factura\ufffdgnp.exe»" in ready(place, "factura\u202egnp.exe").avisos[0]


def test_the_capture_of_a_platform_comes_with_its_hearing(place: Path) -> None:
    (place / "de" / "captura.png").write_bytes(b"una captura")
    hearing = r.Audiencia(codigo="a-1", metricas_virtuales=(r.Metrica(canal="YouTube", evidencia="captura.png"),))
    made = preparar(
        Leido(r.Archivo(audiencias=(hearing,))),
        place / "de" / "x.json",
        lambda source: store_evidence(place / "b", source),
    )
    assert [(one.ruta, one.octetos) for one in made.adjuntos] == [("captura.png", 11)]
    assert made.avisos == ()
