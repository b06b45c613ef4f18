"""The list of abbreviations of the entity, edited line by line; what others put in it stays."""

import pytest

from rcdesk.app.desk import Desk
from rcdesk.domain.errors import RuleError
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.expansiones import guardar_abreviatura, listar_abreviaturas, retirar_abreviatura


def listed(desk: Desk) -> list[tuple[str, str]]:
    return [(one.nombre, one.texto) for one in desk.ask(listar_abreviaturas)]


def test_an_abbreviation_is_kept_corrected_and_withdrawn(desk: Desk) -> None:
    assert listed(desk) == []
    desk.do(guardar_abreviatura, nombre=";plan", texto="Plan de Desarrollo")
    desk.do(guardar_abreviatura, nombre="ipc", texto="índice de precios")
    assert listed(desk) == [("ipc", "índice de precios"), ("plan", "Plan de Desarrollo")]
    desk.do(guardar_abreviatura, nombre="pdm", texto="Plan de Desarrollo Municipal", antes="plan")
    assert listed(desk) == [("ipc", "índice de precios"), ("pdm", "Plan de Desarrollo Municipal")]
    desk.do(retirar_abreviatura, nombre="IPC")
    assert listed(desk) == [("pdm", "Plan de Desarrollo Municipal")]


def test_two_abbreviations_never_have_one_name(desk: Desk) -> None:
    desk.do(guardar_abreviatura, nombre="plan", texto="Uno")
    with pytest.raises(RuleError, match="Ya hay una abreviatura «;PLÁN»") as refused:
        desk.do(guardar_abreviatura, nombre="PLÁN", texto="Otro")
    assert refused.value.field == "nombre"


def test_withdrawing_what_is_gone_is_refused(desk: Desk) -> None:
    with pytest.raises(RuleError, match="Ya no hay"):
        desk.do(retirar_abreviatura, nombre="plan")


def test_withdrawing_one_is_taken_back(desk: Desk) -> None:
    desk.do(guardar_abreviatura, nombre="plan", texto="Uno")
    desk.do(retirar_abreviatura, nombre="plan")
    desk.undo()
    assert listed(desk) == [("plan", "Uno")]


@action("Importar")
def bring_in(unit: Unit, *, valores: tuple[str, ...]) -> None:
    """Put in a list as another program wrote it."""
    unit.insert("listas", [{"nombre": "expansiones", "orden": "z", "valores": valores}])


def test_what_another_hand_wrote_in_the_list_stays(desk: Desk) -> None:
    desk.do(bring_in, valores=("una nota suelta", "plan: Plan"))
    desk.do(guardar_abreviatura, nombre="ipc", texto="índice")
    desk.do(retirar_abreviatura, nombre="plan")
    desk.do(guardar_abreviatura, nombre="plan", texto="Otra vez")
    assert listed(desk) == [("ipc", "índice"), ("plan", "Otra vez")]
