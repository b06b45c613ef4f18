"""What falls due is the same here, in the schedule and in the list of commitments."""

from rcdesk.app.desk import Desk
from rcdesk.work.audiencias import listar_audiencias
from rcdesk.work.planes import listar_planes
from rcdesk.work.preguntas import registrar_pregunta
from rcdesk.work.vencimientos import vencimientos
from rcdesk.work.vista_de_plan import ver_cronograma
from tests.bases import SEGUNDA
from tests.work.advance_actions import HOY, say


def test_what_is_due_is_told_by_its_day_whatever_it_is(desk: Desk) -> None:
    hearing = next(row.id for row in desk.ask(listar_audiencias) if row.codigo == SEGUNDA)
    desk.do(registrar_pregunta, audiencia_id=hearing, texto="¿Cuándo llega el puente?", linea="", autor="")
    found = desk.ask(vencimientos, hoy=HOY)
    late = {row.id for row in found.filas if (row.tipo, row.tramo) == ("actividad", "vencido")}
    shown = [desk.ask(ver_cronograma, plan_id=plan.id, corte=HOY) for plan in desk.ask(listar_planes)]
    rows = [row for view in shown if view for stage in view.etapas for row in stage.actividades]
    assert late == {row.id for row in rows if row.situacion == "vencida"}
    assert found.en("vencido", "actividad") == len(late)
    assert {row.tipo for row in found.filas} == {"actividad", "compromiso", "pregunta"}
    assert [row.fecha for row in found.filas] == sorted(row.fecha for row in found.filas)
    for row in found.filas:
        assert (row.tramo == "vencido") == (row.dias < 0) == (row.fecha < HOY)
        assert row.que and row.procedencia and row.lugar_id


def test_all_are_counted_and_only_some_are_read(desk: Desk) -> None:
    all_of_them = desk.ask(vencimientos, hoy=HOY)
    few = desk.ask(vencimientos, hoy=HOY, tipos=frozenset({"actividad"}), maximo=1)
    assert few.cuantos == all_of_them.cuantos
    assert {row.tipo for row in few.filas} == {"actividad"}
    assert len(few.filas) == len({row.tramo for row in few.filas})
    say(desk, "3.3", ejecutado="1")
    assert desk.ask(vencimientos, hoy=HOY).en("vencido", "actividad") == all_of_them.en("vencido", "actividad") - 1
