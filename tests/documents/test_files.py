"""The actas and lists of whole files: the shipped example, its public version, and the golden files."""

from __future__ import annotations

from pathlib import Path

import pytest

from rcdesk.documents.acta import acta
from rcdesk.documents.asistencia import lista
from rcdesk.domain.publica import version_publica
from rcdesk.domain.registro import Archivo
from rcdesk.exchange.read import read
from rcdesk.render.pdf import to_bytes
from rcdesk.render.text import to_text
from rcdesk.resources import resource
from tests.render.conform import check

GOLDEN = Path(__file__).parents[2] / "../shared/golden"


@pytest.fixture(scope="module")
def example() -> Archivo:
    return read(resource("example", "ejemplo.json")).archivo


def test_the_example_prints_an_acta_with_nothing_missing(example: Archivo) -> None:
    words = to_text(acta(example, example.audiencias[0], datos=b"{}"))
    assert [line.split()[1] for line in words.splitlines() if line.startswith("## ") and line[3].isdigit()] == [
        f"{number}." for number in range(1, 10)
    ]
    for missing in ("Sin diligenciar", "No se registr", "Sin nombre", "Sin título", "sin discriminar"):
        assert missing not in words


def test_the_example_s_acta_and_list_conform(example: Archivo) -> None:
    assert check(to_bytes(acta(example, example.audiencias[0], datos=b"{}"))) == []
    assert check(to_bytes(lista(example, example.audiencias[0]))) == []


def test_the_public_version_of_the_acta_has_no_document_nor_name_that_was_not_authorised(example: Archivo) -> None:
    public = version_publica(example)
    words = to_text(acta(public, public.audiencias[0], datos=b"{}"))
    asistentes = example.audiencias[0].asistentes
    private = [
        asistente.nombre
        for asistente in asistentes
        if asistente.calidad == "ciudadano" and not (asistente.autorizacion and asistente.autorizacion.otorgada)
    ]
    documentos = [uno.documento.numero for uno in asistentes if uno.documento]
    assert private
    assert documentos
    assert [secreto for secreto in (*private, *documentos) if secreto and secreto in words] == []


@pytest.mark.skipif(not GOLDEN.exists(), reason="../shared no está")
def test_every_hearing_of_the_golden_files_has_its_acta_and_its_list() -> None:
    made = 0
    for path in GOLDEN.glob("*.json"):
        if path.name != "expected.json":
            archivo = read(path).archivo
            for audiencia in archivo.audiencias:
                assert "ACTA No." in to_text(acta(archivo, audiencia, datos=None))
                assert "Listado de asistencia" in to_text(lista(archivo, audiencia))
                made += 1
    assert made >= 5
