"""A hearing made from another."""

import pytest

from rcdesk.app.desk import Desk
from rcdesk.domain import registro as r
from rcdesk.domain.copiar_audiencia import PIEZAS
from rcdesk.domain.errors import RuleError
from rcdesk.work.audiencias import ver_audiencia
from rcdesk.work.copiar_audiencia import copiar_audiencia, ver_que_viene
from rcdesk.work.gather import reunir_audiencia
from tests.bases import PRIMERA

NUEVA = {"nombre": "Tercera audiencia", "codigo": "rdc-2027-1", "fecha": "2027-04-21"}


def test_what_is_prepared_comes_and_what_happened_stays(desk: Desk, primera: str) -> None:
    coming = {row.pieza: row.cuantas for row in desk.ask(ver_que_viene, origen=primera)}
    desk.do(copiar_audiencia, origen=primera, valores=NUEVA)
    before, made = (desk.ask(reunir_audiencia, codigo) for codigo in (PRIMERA, "rdc-2027-1"))
    assert before is not None
    assert made is not None
    old, new = before.audiencias[0], made.audiencias[0]
    assert (new.estado, new.fecha, new.vigencia, new.plan) == ("planeada", "2027-04-21", 2027, None)
    assert (new.hora_inicio_programada, new.hora_inicio) == (old.hora_inicio_programada, None)
    assert [uno.titulo for uno in new.orden_del_dia] == [uno.titulo for uno in old.orden_del_dia]
    assert [len(grupo.items) for grupo in new.temas] == [len(grupo.items) for grupo in old.temas]
    assert {uno.calidad for uno in new.asistentes} <= {"servidor", "contratista"}
    assert all(uno.roles and not uno.hora_llegada and uno.documento is None for uno in new.asistentes)
    assert [len(una.preguntas) for una in new.encuestas] == [len(una.preguntas) for una in old.encuestas]
    assert coming["equipo"] == len(new.asistentes) > 0
    assert coming["orden"] == len(new.orden_del_dia) > 0
    for nothing in (
        new.preguntas,
        new.compromisos,
        new.incidentes,
        new.intervenciones,
        new.decisiones,
        new.acta,
        new.dofa,
    ):
        assert not nothing
    assert not any(una.respuestas or una.encuestados for una in new.encuestas)
    assert not any(p.resultados or p.respondieron for una in new.encuestas for p in una.preguntas)
    assert new.convocatoria is not None
    assert not any(pieza.publicaciones or pieza.figuras for pieza in new.convocatoria.piezas)
    assert all(canal.url is None for canal in new.canales)
    assert all(medida.cumplida is None for medida in new.accesibilidad)


def test_its_dates_move_with_the_new_one_and_only_what_is_asked_comes(desk: Desk, primera: str) -> None:
    desk.do(copiar_audiencia, origen=primera, valores=NUEVA, piezas=("datos", "orden"), lugar="Coliseo")
    made = desk.ask(reunir_audiencia, "rdc-2027-1")
    assert made is not None
    new = made.audiencias[0]
    assert not (new.temas or new.asistentes or new.encuestas or new.convocatoria)
    assert [lugar.nombre for lugar in new.lugares] == ["Coliseo"]
    old = desk.ask(reunir_audiencia, PRIMERA)
    assert old is not None
    rules, before = new.reglamento, old.audiencias[0].reglamento
    if before is not None and before.inscripcion_desde is not None:
        assert rules is not None
        assert rules.inscripcion_desde is not None
        assert rules.inscripcion_desde[:4] == "2027"


def test_without_a_day_no_date_comes_and_a_taken_code_is_refused(desk: Desk, primera: str) -> None:
    with pytest.raises(RuleError, match="ya es de otra audiencia"):
        desk.do(copiar_audiencia, origen=primera, valores={**NUEVA, "codigo": PRIMERA})
    with pytest.raises(RuleError, match="nombre"):
        desk.do(copiar_audiencia, origen=primera, valores={**NUEVA, "nombre": " "})
    key = desk.do(
        copiar_audiencia,
        origen=primera,
        valores={"nombre": "Otra", "codigo": "otra", "fecha": None, "hora_inicio_programada": "15:00"},
        piezas=PIEZAS,
    )
    row = desk.ask(ver_audiencia, id=key)
    assert row is not None
    assert (row.fecha, row.hora, row.hora_fin) == (None, "15:00", None)
    made = desk.ask(reunir_audiencia, "otra")
    assert made is not None
    assert (made.audiencias[0].reglamento or r.Reglamento()).inscripcion_desde is None
    desk.undo()
    assert desk.ask(ver_audiencia, id=key) is None
