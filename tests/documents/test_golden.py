"""Each acta and list as text, against the one that was read and accepted. A changed word is a visible diff."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from rcdesk.documents.acta import acta
from rcdesk.documents.asistencia import lista
from rcdesk.documents.blocks import Document
from rcdesk.documents.informe_de_encuesta import informe_de_encuesta
from rcdesk.documents.preguntas import lista_de_preguntas
from rcdesk.documents.respuesta import oficios_de_respuesta
from rcdesk.documents.resumen_de_asistencia import resumen_de_asistencia
from rcdesk.domain.registro import Audiencia
from rcdesk.render.text import to_text
from tests.documents import casos, casos_encuesta

ACTAS: tuple[Callable[[], Audiencia], ...] = (
    casos.recien_creada,
    casos.dieciseis_puntos,
    casos.agrupadas,
    casos.dos_sedes,
    casos_encuesta.encuesta_individual,
    casos_encuesta.encuesta_contada,
)


@pytest.mark.parametrize("caso", ACTAS, ids=lambda caso: caso.__name__)
def test_the_acta_reads_as_accepted(caso: Callable[[], Audiencia], golden_folder: Path, regolden: bool) -> None:
    audiencia = caso()
    text = to_text(acta(casos.archivo(audiencia), audiencia, datos=b"{}"))
    _same(golden_folder / f"acta_{caso.__name__}.txt", text, regolden)


@pytest.mark.parametrize("caso", [casos.recien_creada, casos.dos_sedes], ids=lambda caso: caso.__name__)
def test_the_list_reads_as_accepted(caso: Callable[[], Audiencia], golden_folder: Path, regolden: bool) -> None:
    audiencia = caso()
    _same(golden_folder / f"lista_{caso.__name__}.txt", to_text(lista(casos.archivo(audiencia), audiencia)), regolden)


SEPARATE: Mapping[str, tuple[Callable[..., Document], Callable[[], Audiencia]]] = {
    "preguntas_agrupadas": (lista_de_preguntas, casos.agrupadas),
    "respuestas_con_nombre": (partial(oficios_de_respuesta, hoy=date(2026, 4, 10)), casos.con_nombre),
    "asistencia_dos_sedes": (resumen_de_asistencia, casos.dos_sedes),
    "encuesta_individual": (informe_de_encuesta, casos_encuesta.encuesta_individual),
}


@pytest.mark.parametrize("name", SEPARATE)
def test_the_separate_documents_read_as_accepted(name: str, golden_folder: Path, regolden: bool) -> None:
    make, caso = SEPARATE[name]
    audiencia = caso()
    _same(golden_folder / f"{name}.txt", to_text(make(casos.archivo(audiencia), audiencia)), regolden)


def _same(path: Path, text: str, regolden: bool) -> None:
    if regolden:
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
