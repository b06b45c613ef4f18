"""What may be done to a hearing, and what its list shows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rcdesk.app.desk import Desk
from rcdesk.domain.errors import RuleError
from rcdesk.work.audiencias import (
    anular_audiencia,
    cambiar_estado,
    crear_audiencia,
    editar_audiencia,
    hay_audiencia_en_curso,
    listar_audiencias,
    listar_vigencias,
    proponer_codigo_de_audiencia,
    restaurar_audiencia,
    ver_audiencia,
)
from rcdesk.work.buscar import buscar
from tests.bases import PRIMERA, SEGUNDA, hearing_id, make_example, open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk over an empty base."""
    opened = open_desk(tmp_path / "Base.rcdesk")
    yield opened
    opened.close()


@pytest.fixture
def example(tmp_path: Path) -> Iterator[Desk]:
    """A desk over the example."""
    opened = open_desk(make_example(tmp_path / "Ejemplo.rcdesk"))
    yield opened
    opened.close()


def make(desk: Desk, codigo: str = "rdc-2026-1", **values: object) -> str:
    """Make a hearing."""
    return desk.do(crear_audiencia, valores={"codigo": codigo, "nombre": "Una audiencia", **values})


def test_a_new_hearing_is_planned_and_of_the_year_of_its_date(desk: Desk) -> None:
    made = desk.do(
        crear_audiencia,
        valores={"codigo": "rdc-2026-1", "nombre": "Primera", "fecha": "2026-04-15", "modalidad": "mixta"},
        lugar="Coliseo",
    )
    row = desk.ask(ver_audiencia, id=made)
    assert row is not None
    assert (row.estado, row.vigencia, row.lugar, row.modalidad) == ("planeada", 2026, "Coliseo", "mixta")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"nombre": ""}, "nombre"),
        ({"codigo": ""}, "codigo"),
        ({"codigo": "../acta"}, "codigo"),
        ({"fecha": "2026-02-31"}, "fecha"),
        ({"hora_inicio_programada": "11:00", "hora_fin_programada": "09:00"}, "hora_fin_programada"),
        ({"modalidad": "telepática"}, "modalidad"),
    ],
)
def test_what_a_hearing_cannot_be_is_said_beside_its_field(desk: Desk, values: dict[str, str], field: str) -> None:
    with pytest.raises(RuleError) as refused:
        make(desk, **values) if "codigo" not in values else make(desk, values["codigo"])
    assert refused.value.field == field
    assert desk.ask(listar_audiencias) == []


def test_a_code_is_of_one_hearing_only_even_of_an_annulled_one(desk: Desk) -> None:
    first = make(desk)
    with pytest.raises(RuleError, match="ya es de otra audiencia"):
        make(desk)
    desk.do(anular_audiencia, id=first, motivo="se creó dos veces")
    with pytest.raises(RuleError, match="una audiencia anulada"):
        make(desk)
    second = make(desk, "rdc-2026-2")
    with pytest.raises(RuleError) as refused:
        desk.do(editar_audiencia, id=second, valores={"codigo": "rdc-2026-1"})
    assert refused.value.field == "codigo"


def test_the_code_proposed_is_the_first_free_one_of_the_year(desk: Desk) -> None:
    assert desk.ask(proponer_codigo_de_audiencia, vigencia=2026) == "rdc-2026-1"
    make(desk, "rdc-2026-1")
    make(desk, "rdc-2026-3")
    assert desk.ask(proponer_codigo_de_audiencia, vigencia=2026) == "rdc-2026-2"
    assert desk.ask(proponer_codigo_de_audiencia, vigencia=2027) == "rdc-2027-1"


def test_starting_and_closing_on_its_day_stamp_the_hours(desk: Desk) -> None:
    made = make(desk, fecha="2026-11-20", hora_inicio_programada="09:00")
    desk.do(cambiar_estado, id=made, estado="en_curso", hoy="2026-11-20", hora="09:04")
    assert desk.ask(hay_audiencia_en_curso)
    desk.do(cambiar_estado, id=made, estado="cerrada", hoy="2026-11-20", hora="10:31")
    row = desk.ask(ver_audiencia, id=made)
    assert row is not None
    assert (row.hora, row.hora_fin) == ("09:04", "10:31")
    assert not desk.ask(hay_audiencia_en_curso)


def test_a_hearing_closed_another_day_keeps_the_hours_it_had(desk: Desk) -> None:
    made = make(desk, fecha="2026-11-19", hora_inicio_programada="09:00", hora_fin_programada="10:00")
    desk.do(cambiar_estado, id=made, estado="en_curso", hoy="2026-11-20", hora="16:00")
    desk.do(cambiar_estado, id=made, estado="cerrada", hoy="2026-11-20", hora="16:01")
    row = desk.ask(ver_audiencia, id=made)
    assert row is not None
    assert (row.hora, row.hora_fin) == ("09:00", "10:00")


def test_a_state_that_may_not_follow_is_refused(desk: Desk) -> None:
    made = make(desk)
    with pytest.raises(RuleError, match="planeada no puede pasar a cerrada"):
        desk.do(cambiar_estado, id=made, estado="cerrada", hoy="2026-11-20", hora="09:00")


def test_an_annulled_hearing_leaves_the_list_until_it_is_restored(desk: Desk) -> None:
    made = make(desk)
    with pytest.raises(RuleError, match="por qué"):
        desk.do(anular_audiencia, id=made, motivo="  ")
    desk.do(anular_audiencia, id=made, motivo="se creó por error")
    assert desk.ask(listar_audiencias) == []
    [row] = desk.ask(listar_audiencias, estado="anulada")
    assert row.anulada == "se creó por error"
    desk.do(restaurar_audiencia, id=made)
    assert [row.id for row in desk.ask(listar_audiencias)] == [made]


def test_the_list_is_filtered_by_year_state_and_words(example: Desk) -> None:
    make(example, "rdc-2025-1", fecha="2025-06-01")
    assert example.ask(listar_vigencias) == [2026, 2025]
    assert [row.codigo for row in example.ask(listar_audiencias, vigencia=2025)] == ["rdc-2025-1"]
    assert [row.codigo for row in example.ask(listar_audiencias, estado="cerrada")] == [PRIMERA]
    assert [row.codigo for row in example.ask(listar_audiencias, texto="RENDICION segunda")] == [SEGUNDA]
    assert [row.codigo for row in example.ask(listar_audiencias)] == [SEGUNDA, PRIMERA, "rdc-2025-1"]


def test_searching_finds_every_kind_without_minding_accents(example: Desk) -> None:
    kinds = {row.tipo for row in example.ask(buscar, texto="audiencia")}
    assert {"audiencia", "compromiso", "actividad"} <= kinds
    [person, *_] = [row for row in example.ask(buscar, texto="patricia morantes") if row.tipo == "persona"]
    assert person.titulo == "Patricia Elena Morantes Gil"
    assert person.audiencia_id in {hearing_id(example, PRIMERA), hearing_id(example, SEGUNDA)}


def test_a_question_is_found_by_its_number(example: Desk) -> None:
    [found] = [row for row in example.ask(buscar, texto="P-007") if row.tipo == "pregunta"]
    assert found.numero == "P-007"


def test_what_was_annulled_is_not_found(example: Desk) -> None:
    example.do(anular_audiencia, id=hearing_id(example, PRIMERA), motivo="se repite")
    kinds = {row.tipo for row in example.ask(buscar, texto="seguridad")}
    assert "pregunta" not in kinds


@pytest.mark.parametrize(
    "typed", ["", "   ", "'", '"', "*", "a OR b", "NEAR(", "ñ", "<b>", "%", "P-", "-1", "99999999"]
)
def test_no_search_fails(example: Desk, typed: str) -> None:
    found = example.ask(buscar, texto=typed)
    assert len({(row.tipo, row.id) for row in found}) == len(found)
