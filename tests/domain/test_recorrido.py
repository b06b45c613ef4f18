"""Walking records by the way that their types say reaches what walking every field would."""

from typing import Any

import pytest

from rcdesk.domain import registro as r
from rcdesk.domain.recorrido import records_with, without_annulled
from rcdesk.domain.registro.caminos import caminos

_PERSON = r.Asistente(nombre="Rosa Niño", documento=r.Documento(numero="1020"), telefono="3105550199")
_PROOF = r.Evidencia(texto="Foto", archivo="foto.jpg")
_ADVANCE = r.Seguimiento(corte=r.Fecha("2026-05-01"), evidencias=(_PROOF,))
_ROW = r.Actividad(
    nombre="Publicar", programacion=(r.Programacion(periodo=r.Periodo("2026"), seguimientos=(_ADVANCE,)),)
)
_WITHDRAWN = r.Actividad(nombre="Otra", anulada=r.Anulada(motivo="Repetida"))
_FILE = r.Archivo(
    audiencias=(r.Audiencia(codigo="a", nombre="A", asistentes=(_PERSON,)),),
    planes=(
        r.Plan(
            codigo="p",
            nombre="P",
            tipo="accion",
            vigencia=2026,
            componentes=(r.Componente(nombre="C", actividades=(_ROW, _WITHDRAWN)),),
        ),
    ),
)


def _everything(value: Any) -> list[r.Valor]:
    if isinstance(value, tuple):
        return [found for item in value for found in _everything(item)]
    if not isinstance(value, r.Valor):
        return []
    return [value, *(found for name in value.__dataclass_fields__ for found in _everything(getattr(value, name)))]


@pytest.mark.parametrize("key", ["telefono", "archivo", "motivo", "numero", "avance"])
def test_every_record_with_a_key_is_found_by_the_way_to_it(key: str) -> None:
    all_of_them = [one for one in _everything(_FILE) if key in one.__dataclass_fields__]
    found = [one for one in records_with(_FILE, frozenset({key})) if key in one.__dataclass_fields__]
    assert [*map(id, found)] == [*map(id, all_of_them)]
    assert all_of_them


def test_what_leads_to_nothing_is_not_read() -> None:
    assert caminos(r.Actividad, frozenset({"telefono"})) == ()
    assert set(caminos(r.Actividad, frozenset({"archivo"}))) == {"programacion"}


def test_a_withdrawn_row_is_left_out_and_what_stands_is_the_same_object() -> None:
    clean = without_annulled(_FILE)
    assert clean.planes[0].componentes[0].actividades == (_ROW,)
    assert clean.planes[0].componentes[0].actividades[0] is _ROW
    assert clean.audiencias[0] is _FILE.audiencias[0]
