"""The whole tree: against the golden files, and without what was annulled."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from rcdesk.domain.cifras import Cifra, resumen, vigentes
from rcdesk.domain.registro import (
    Actividad,
    Anulada,
    Archivo,
    Asistencia,
    Asistente,
    Audiencia,
    Componente,
    Compromiso,
    Conteo,
    Convocatoria,
    DiaNoHabil,
    Fecha,
    FechaHora,
    Pieza,
    Plan,
    Pregunta,
    Publicacion,
)
from rcdesk.exchange.read import read

GOLDEN = Path(__file__).parents[3] / "../shared/golden"
FILES = (
    "cali_2021.json",
    "bogota_2020.json",
    "municipio_paac_2020.json",
    "participacion_2021.json",
    "plan_estrategico_2020_2024.json",
)


def _differences(expected: Any, got: Any, place: str = "") -> Iterator[str]:
    """Every expected value that is not so: more keys may be there, lists are compared whole."""
    if not isinstance(expected, Mapping):
        if expected != got:
            yield f"{place}: {expected!r} expected, {got!r} found"
        return
    for key, value in expected.items():
        if key in got:
            yield from _differences(value, got[key], f"{place}/{key}")
        else:
            yield f"{place}/{key}: absent"


@pytest.mark.parametrize("name", FILES)
def test_every_golden_figure_is_derived_from_its_file_alone(name: str) -> None:
    if not GOLDEN.is_dir():
        pytest.skip("../shared no está")
    expected = json.loads((GOLDEN / "expected.json").read_text(encoding="utf-8"))[name]["derived"]
    got = json.loads(json.dumps(resumen(read(GOLDEN / name).archivo)))
    assert list(_differences(expected, got)) == []


ANULADA = Anulada(motivo="registrada dos veces")
FULL = Archivo(
    audiencias=(
        Audiencia(
            codigo="rdc-1",
            fecha=Fecha("2026-06-10"),
            convocatoria=Convocatoria(
                piezas=(Pieza(titulo="Afiche", publicaciones=(Publicacion(fecha=Fecha("2026-05-01")),)),)
            ),
            asistentes=(Asistente(nombre="Ana Ruiz", modalidad="virtual"),),
            asistencia=Asistencia(conteos=(Conteo(modalidad="presencial", cantidad=8),)),
            preguntas=(
                Pregunta(numero=1, texto="¿Cuándo?", tema="Vías", estado="pendiente", recibida=FechaHora("2026-06-10")),
            ),
            compromisos=(Compromiso(codigo="1", que_hacer="Publicar"),),
        ),
    ),
    planes=(
        Plan(
            codigo="p", nombre="Plan", tipo="accion", componentes=(Componente(nombre="A", actividades=(Actividad(),)),)
        ),
    ),
)


def _annulled(value: Any) -> Any:
    """The same tree with every record that can be annulled once more, annulled, after itself; the hearings apart."""
    if isinstance(value, tuple):
        copies = [_annulled(item) for item in value]
        dead = [
            replace(item, anulada=ANULADA)
            for item in copies
            if is_dataclass(item) and hasattr(item, "anulada") and not isinstance(item, type)
        ]
        return (*copies, *dead)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _annulled(getattr(value, field.name)) for field in fields(value)})
    return value


def test_annulled_records_and_all_they_contain_count_in_nothing() -> None:
    heavier = _annulled(FULL)
    assert len(heavier.audiencias) == 2
    assert len(heavier.audiencias[0].preguntas) == 2
    assert len(heavier.planes[0].componentes[0].actividades) == 2
    assert resumen(heavier) == resumen(FULL)


def test_an_annulled_hearing_is_in_no_figure_at_all() -> None:
    gone = replace(FULL, audiencias=(replace(FULL.audiencias[0], anulada=ANULADA),))
    figures = resumen(gone)
    assert figures["audiencias"] == {}
    assert figures["participacion"] == {"presenciales": 0, "virtuales": 0, "participantes": 0}


def test_the_calendar_of_the_file_moves_its_terms() -> None:
    def due(archivo: Archivo) -> Cifra:
        hearings = resumen(archivo)["audiencias"]
        assert isinstance(hearings, dict)
        figures: Cifra = hearings["rdc-1"]["vencimientos"]
        return figures

    assert due(FULL) == {"1": "2026-07-03"}
    assert due(replace(FULL, dias_no_habiles=(DiaNoHabil(fecha=Fecha("2026-06-12")),))) == {"1": "2026-07-06"}


def test_an_empty_file_has_the_three_branches() -> None:
    assert resumen(Archivo()) == {
        "audiencias": {},
        "planes": {},
        "participacion": {"presenciales": 0, "virtuales": 0, "participantes": 0},
    }


def test_standing_records_keep_their_order() -> None:
    uno, dos, tres = (Compromiso(codigo=codigo, que_hacer="Ir") for codigo in "123")
    assert vigentes((uno, replace(dos, anulada=ANULADA), tres)) == (uno, tres)
