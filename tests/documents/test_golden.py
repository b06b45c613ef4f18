"""Each acta and list as text, against the one that was read and accepted. A changed word is a visible diff."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rcdesk.documents.acta import acta
from rcdesk.documents.asistencia import lista
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


def _same(path: Path, text: str, regolden: bool) -> None:
    if regolden:
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
