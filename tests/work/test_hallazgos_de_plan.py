"""Findings beside their rows, and dismissed with a reason."""

from datetime import date

import pytest

from rcdesk.app.desk import Desk
from rcdesk.domain.errors import RuleError
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.hallazgos_de_plan import abiertos, descartar_hallazgo, hallazgos_del_plan, recuperar_hallazgo
from rcdesk.work.planes import listar_planes
from rcdesk.work.tablero import ver_avisos
from tests.bases import PRIMERA, hearing_id
from tests.work.finding_actions import dismiss, first_finding


def test_a_finding_is_dismissed_with_a_reason_and_told_again(desk: Desk) -> None:
    plan_id, found = first_finding(desk)
    before = desk.ask(hallazgos_del_plan, plan_id=plan_id)
    key = dismiss(desk)
    after = desk.ask(hallazgos_del_plan, plan_id=plan_id)
    (gone,) = [one for one in after if one.descartado]
    assert (gone.id, gone.descartado, gone.descarte_id) == (found.id, "Así lo pidió la junta", key)
    assert len(abiertos(after)) == len(before) - 1
    desk.do(recuperar_hallazgo, id=key)
    assert desk.ask(hallazgos_del_plan, plan_id=plan_id) == before
    desk.undo()
    assert desk.ask(hallazgos_del_plan, plan_id=plan_id) == after
    desk.redo()
    assert desk.ask(hallazgos_del_plan, plan_id=plan_id) == before


@pytest.mark.parametrize(("motivo", "says"), [(" ", "por qué"), ("Otra vez", "ya está descartado")])
def test_what_cannot_be_dismissed_says_why(desk: Desk, motivo: str, says: str) -> None:
    plan_id, found = first_finding(desk)
    dismiss(desk)
    with pytest.raises(RuleError, match=says):
        desk.do(
            descartar_hallazgo,
            plan_id=plan_id,
            codigo=found.codigo,
            registro=found.registro,
            campo=found.campo,
            detalle=found.detalle,
            motivo=motivo,
        )


def test_a_plan_that_is_gone_has_no_findings(desk: Desk) -> None:
    assert desk.ask(hallazgos_del_plan, plan_id="no-hay") == ()


def test_a_report_of_a_strategy_tells_a_hearing_with_two_names(desk: Desk) -> None:
    hearing = hearing_id(desk, PRIMERA)
    desk.do(_call_it, id=hearing, other="Rendimos cuentas en abril")
    plan = next(plan for plan in desk.ask(listar_planes) if plan.tipo == "estrategia_rdc")
    told = desk.ask(ver_avisos, plan_id=plan.id, periodo=None, corte=date(2026, 12, 31), cumplimiento=False)
    (found,) = [one for one in told if one.lugar == "preparacion"]
    assert found.clave == hearing and "y también «Rendimos cuentas en abril»" in found.nota


@action("Llamarla de otra manera")
def _call_it(unit: Unit, *, id: str, other: str) -> None:
    """As a file that is imported says it."""
    unit.update("audiencias", id, otros_nombres=(other,))
