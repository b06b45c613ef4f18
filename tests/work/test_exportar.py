"""The attendance list goes out to be worked with and comes back the same; only who authorised is given to write to."""

from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rcdesk.app.desk import Desk
from rcdesk.documents.planilla import Planilla
from rcdesk.domain.columnas_de_personas import PROPIOS, adivinar, desde_los_titulos
from rcdesk.domain.comparar_personas import Comparacion, PorDefecto, Renglon
from rcdesk.exchange.cleaning import clean
from rcdesk.i18n import COLOMBIA
from rcdesk.render.csv import to_csv
from rcdesk.render.xlsx import to_xlsx
from rcdesk.store.sheets import read_table
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.audiencias import crear_audiencia
from rcdesk.work.exportar import Contactos, planilla_de_asistencia, planilla_de_contactos
from rcdesk.work.traer_personas import conocidas
from tests.corpus import corpus

_codes = count(1)
NOW = datetime(2026, 11, 20, 10, 41, 7, tzinfo=COLOMBIA)


@action("Sembrar personas")
def _sow(unit: Unit, /, *, audiencia_id: str, people: list[dict[str, Any]]) -> list[str]:
    place = {"audiencia_id": audiencia_id, "lista": "asistentes"}
    return unit.insert("asistentes", [{**place, "orden": f"a{n:03}", **one} for n, one in enumerate(people, 1)])


def another_hearing(desk: Desk) -> str:
    return desk.do(crear_audiencia, valores={"codigo": f"c-{next(_codes)}", "nombre": "Contactos"})


def brought(desk: Desk, audiencia_id: str, path: Path) -> list[Renglon]:
    """What would happen with each row of a file."""
    table = desde_los_titulos(read_table(path))
    known = desk.ask(conocidas, audiencia_id=audiencia_id)
    compared = Comparacion(known, PorDefecto(), NOW, {})
    return compared.comparar(table, adivinar(table), titulos=True, progreso=lambda _s, _t, _w: None)


def export(planilla: Planilla, path: Path) -> None:
    (to_csv if path.suffix == ".csv" else to_xlsx)(planilla, path)


@pytest.mark.parametrize("name", ["lista.xlsx", "lista.csv"])
def test_the_list_that_goes_out_comes_back_without_a_change(
    desk: Desk, primera: str, tmp_path: Path, name: str
) -> None:
    made = desk.ask(planilla_de_asistencia, audiencia_id=primera)
    assert made.columnas == tuple(heading for heading, _ in PROPIOS)
    export(made, tmp_path / name)
    rows = brought(desk, primera, tmp_path / name)
    assert {row.destino for row in rows} == {"igual"}
    assert len(rows) == len(made.filas) > 10
    assert all(row.diferencias == () for row in rows)


def test_what_is_edited_in_the_sheet_is_what_comes_back_changed(desk: Desk, primera: str, tmp_path: Path) -> None:
    made = desk.ask(planilla_de_asistencia, audiencia_id=primera)
    place, phone = 3, made.columnas.index("Teléfono")
    edited = [list(row) for row in made.filas]
    edited[place][phone] = "300 999 8877"
    export(Planilla(made.titulo, made.columnas, tuple(map(tuple, edited))), tmp_path / "p.xlsx")
    changed = [row for row in brought(desk, primera, tmp_path / "p.xlsx") if row.destino != "igual"]
    assert [(row.id, [one.columna for one in row.diferencias]) for row in changed] == [
        (made.filas[place][0], ["telefono"])
    ]


HOSTILE = [bad.text for bad in corpus("campo", "csv") if 0 < len(bad.text) < 150 and bad.text.strip()]
hostile = (st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=20)).filter(
    lambda text: "\ufffd" not in clean(text)[0]  # a row of a CSV with letters lost is told, and stays out
)
strangers = st.lists(
    st.fixed_dictionaries(
        {"nombre": hostile},
        optional={
            **dict.fromkeys(("organizacion", "cargo", "dependencia", "barrio", "municipio", "telefono"), hostile),
            "correo": hostile,
            "documento_numero": st.sampled_from(["1144034567", "0012345", "AB12345"]) | hostile,
            "documento_tipo": st.sampled_from(["CC", "TI", "PA", "otro"]),
            "modalidad": st.sampled_from(["presencial", "virtual"]),
            "hora_llegada": st.sampled_from(["07:05", "23:59"]),
            "calidad": st.sampled_from(["servidor", "organo_de_control", "medio_de_comunicacion", "otro"]),
            "autorizacion_otorgada": st.booleans(),
            "autorizacion_imagen_y_voz": st.booleans(),
            "autorizacion_representante": hostile,
        },
    ),
    min_size=1,
    max_size=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15)
@given(people=strangers, suffix=st.sampled_from([".xlsx", ".csv"]))
def test_whatever_a_list_holds_it_comes_back_without_a_change(
    desk: Desk, tmp_path: Path, people: list[dict[str, Any]], suffix: str
) -> None:
    hearing = another_hearing(desk)
    desk.do(_sow, audiencia_id=hearing, people=people)
    path = tmp_path / f"lista{suffix}"
    export(desk.ask(planilla_de_asistencia, audiencia_id=hearing), path)
    rows = brought(desk, hearing, path)
    assert [(row.destino, row.nota, row.diferencias) for row in rows] == [("igual", "", ())] * len(people)


text = st.sampled_from(["", "JAC El Jardín", "=1+1", "+57 300 123 4567", "ana@ejemplo.co"])
people = st.lists(
    st.fixed_dictionaries(
        {"nombre": st.sampled_from(["Ana Núñez", "Luz Ríos", "@eva"])},
        optional={
            "organizacion": text,
            "telefono": text,
            "correo": text,
            "documento_tipo": st.sampled_from(["CC", "TI", "RC"]),
            "autorizacion_otorgada": st.booleans(),
            "autorizacion_representante": st.sampled_from(["", "Rosa Ríos"]),
            "autorizacion_version": st.just("2"),
            "anulada_motivo": st.just("repetida"),
            "enfoque_diferencial_etnia": st.just("Indígena Nasa"),
        },
    ),
    max_size=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(people=people)
def test_only_who_authorised_is_in_the_contacts_and_everybody_is_counted(
    desk: Desk, people: list[dict[str, Any]]
) -> None:
    hearing = another_hearing(desk)
    keys = desk.do(_sow, audiencia_id=hearing, people=people) if people else []
    found: Contactos = desk.ask(planilla_de_contactos, audiencia_id=hearing)
    standing = [one for one in people if "anulada_motivo" not in one]
    may = [
        one
        for one in standing
        if one.get("autorizacion_otorgada") is True
        and (one.get("documento_tipo") not in ("TI", "RC") or one.get("autorizacion_representante"))
        and (one.get("telefono") or one.get("correo"))
    ]
    expected = [tuple(one.get(name, "") for name in ("nombre", "organizacion", "telefono", "correo")) for one in may]
    assert sorted(row[:4] for row in found.planilla.filas) == sorted(expected)
    assert sum(found.fuera.values()) == len(standing) - len(may)
    whole = desk.ask(planilla_de_asistencia, audiencia_id=hearing)
    assert {row[0] for row in whole.filas} == {key for key, one in zip(keys, people, strict=True) if one in standing}
    assert "Nasa" not in repr((found, whole))


def test_it_is_told_who_was_left_out_of_the_contacts_and_why(desk: Desk) -> None:
    hearing = another_hearing(desk)
    yes = {"autorizacion_otorgada": True, "autorizacion_version": "2", "autorizacion_fecha": "2026-11-20T15:41:07Z"}
    people: list[dict[str, Any]] = [
        {"nombre": "Ana Núñez", "correo": "ana@ejemplo.co", "telefono": "300", "organizacion": "JAC", **yes},
        {"nombre": "Luz", "correo": "luz@ejemplo.co", "autorizacion_otorgada": False},
        {"nombre": "Eva", "correo": "eva@ejemplo.co"},
        {"nombre": "Sol", "correo": "sol@ejemplo.co"},
        {"nombre": "Gil", **yes},
        {"nombre": "Leo", "documento_tipo": "TI", "correo": "leo@ejemplo.co", **yes},
    ]
    desk.do(_sow, audiencia_id=hearing, people=people)
    found = desk.ask(planilla_de_contactos, audiencia_id=hearing)
    assert found.planilla.filas == (("Ana Núñez", "JAC", "300", "ana@ejemplo.co", "2", "20/11/2026 10:41"),)
    assert found.en_palabras() == (
        "1 persona que autorizó\nPor fuera: 1 no autorizó, 1 sin teléfono ni correo, a 2 no se les preguntó "
        "y 1 menor sin representante."
    )
