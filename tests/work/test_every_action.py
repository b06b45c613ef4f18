"""Every action a person has: done and undone, the base is what it was; redone, what the action left.

To add yours: one line in CASES, with the function that does it on the example.
"""

from collections.abc import Callable

import pytest
from sqlalchemy import select, text

from rcdesk.app.desk import Desk
from rcdesk.domain.registro import Parrafo
from rcdesk.domain.tanda import Captura
from rcdesk.store.schema import JOURNALED
from rcdesk.work import encuestas
from rcdesk.work.asistentes import (
    anular_asistente,
    corregir_asistente,
    registrar_asistente,
    registrar_conocido,
    registrar_llegada,
)
from rcdesk.work.audiencias import (
    anular_audiencia,
    cambiar_estado,
    crear_audiencia,
    editar_audiencia,
    restaurar_audiencia,
)
from rcdesk.work.autorizaciones import anotar_autorizacion
from rcdesk.work.cronograma import (
    agregar_actividad,
    anular_actividad,
    cambiar_de_etapa,
    corregir_actividad,
    mover_actividad,
    mover_etapa,
)
from rcdesk.work.equipo import agregar_al_equipo, corregir_integrante, listar_equipo, retirar_del_equipo
from rcdesk.work.incidentes import registrar_incidente
from rcdesk.work.lineas import agregar, corregir, mover, retirar
from rcdesk.work.narrativa import editar_narrativa
from rcdesk.work.planes import corregir_plan, crear_plan, listar_planes
from rcdesk.work.preguntas import (
    corregir_pregunta,
    reabrir_pregunta,
    registrar_pregunta,
    responder_pregunta,
)
from rcdesk.work.preparacion import agregar_medidas_usuales, ver_orden_del_dia
from rcdesk.work.resultados import listar_encuestas, listar_formularios, ver_encuesta
from rcdesk.work.secciones import listar_secciones, meter_seccion, sacar_seccion
from rcdesk.work.tanda import registrar_tanda
from rcdesk.work.vista_de_plan import ver_cronograma
from tests.bases import PRIMERA, SEGUNDA
from tests.people import listar_asistentes
from tests.questions import listar_preguntas
from tests.work.acta_actions import ACTA
from tests.work.advance_actions import AVANCES
from tests.work.approval_actions import APROBACION
from tests.work.consent_actions import AUTORIZACIONES
from tests.work.cuadro_actions import CUADROS
from tests.work.doubles_actions import REPETIDAS
from tests.work.entity_actions import AJUSTES
from tests.work.finding_actions import HALLAZGOS
from tests.work.follow_actions import COMPROMISOS
from tests.work.form_actions import FORMULARIOS
from tests.work.list_actions import LISTAS
from tests.work.plan_actions import PLANES
from tests.work.reading_actions import LECTURAS
from tests.work.room_actions import PROYECCION
from tests.work.run_actions import MARCHA
from tests.work.sheet_actions import HOJAS

Do = Callable[[Desk, dict[str, str]], object]
"""Does one action; the keys of the two hearings of the example come under their codes."""

Dump = dict[str, list[tuple[object, ...]]]


def _agenda(desk: Desk, ids: dict[str, str]) -> list[str]:
    return [point.id for point in desk.ask(ver_orden_del_dia, audiencia_id=ids[SEGUNDA]).puntos]


def _sections(desk: Desk, ids: dict[str, str]) -> list[str]:
    return [row.id for row in desk.ask(listar_secciones, audiencia_id=ids[PRIMERA]) if row.nivel == 1]


def _inner(desk: Desk, ids: dict[str, str]) -> str:
    return next(row.id for row in desk.ask(listar_secciones, audiencia_id=ids[PRIMERA]) if row.nivel == 2)


def _leaf(desk: Desk, ids: dict[str, str]) -> str:
    rows = desk.ask(listar_secciones, audiencia_id=ids[PRIMERA])
    return [row.id for row in rows if row.nivel == 1 and not row.subsecciones][-1]


def _member(desk: Desk, ids: dict[str, str]) -> str:
    return desk.ask(listar_equipo, audiencia_id=ids[SEGUNDA])[0].id


def _person(desk: Desk, ids: dict[str, str]) -> str:
    return desk.ask(listar_asistentes, audiencia_id=ids[SEGUNDA])[0].id


def _known(desk: Desk) -> str:
    table = JOURNALED["personas"].c
    return str(desk.ask(lambda connection: connection.scalar(select(table.id).limit(1))))


def _asked(desk: Desk, ids: dict[str, str], *, actions: str = "") -> str:
    """A question of the hearing that is being prepared, kept before the action that is tried."""
    values = {"acciones_a_desarrollar": actions}
    return desk.do(registrar_pregunta, audiencia_id=ids[SEGUNDA], texto="¿Cuándo?", autor="Eva", valores=values)


def _answered(desk: Desk, ids: dict[str, str]) -> str:
    return next(r.id for r in desk.ask(listar_preguntas, audiencia_id=ids[PRIMERA]) if r.estado == "respondida")


def _annulled(desk: Desk, ids: dict[str, str]) -> str:
    desk.do(anular_audiencia, id=ids[SEGUNDA], motivo="Repetida")
    return ids[SEGUNDA]


HEARINGS: list[tuple[str, Do]] = [
    (
        "crear audiencia",
        lambda desk, _ids: desk.do(crear_audiencia, valores={"codigo": "a-1", "nombre": "Otra"}, lugar="Parque"),
    ),
    ("editar audiencia", lambda desk, ids: desk.do(editar_audiencia, id=ids[SEGUNDA], valores={"fecha": "2026-12-11"})),
    (
        "cambiar de estado",
        lambda desk, ids: desk.do(cambiar_estado, id=ids[SEGUNDA], estado="en_curso", hoy="2026-12-10", hora="09:00"),
    ),
    ("anular audiencia", lambda desk, ids: desk.do(anular_audiencia, id=ids[SEGUNDA], motivo="Repetida")),
]

AT_THE_DOOR: list[tuple[str, Do]] = [
    ("registrar ingreso", lambda desk, ids: desk.do(registrar_llegada, id=_person(desk, ids), hora="09:00")),
    (
        "registrar persona",
        lambda desk, ids: desk.do(
            registrar_asistente, audiencia_id=ids[SEGUNDA], valores={"nombre": "Eva"}, hora="09:00", consentimiento="si"
        ),
    ),
    (
        "registrar del directorio",
        lambda desk, ids: desk.do(
            registrar_conocido, audiencia_id=ids[SEGUNDA], origen="persona", id=_known(desk), hora="09:00"
        ),
    ),
    ("corregir persona", lambda desk, ids: desk.do(corregir_asistente, id=_person(desk, ids), valores={"cargo": "X"})),
    ("anotar autorización", lambda desk, ids: desk.do(anotar_autorizacion, id=_person(desk, ids), consentimiento="no")),
    ("anular persona", lambda desk, ids: desk.do(anular_asistente, id=_person(desk, ids), motivo="Repetida")),
]

ON_AIR: list[tuple[str, Do]] = [
    ("registrar pregunta", _asked),
    (
        "registrar varias preguntas",
        lambda desk, ids: desk.do(
            registrar_tanda,
            audiencia_id=ids[SEGUNDA],
            capturas=(Captura("¿Cuándo?", "Eva"), Captura("¿Cuándo es?", "Ana", con=0)),
            canal="chat_en_vivo",
        ),
    ),
    ("corregir pregunta", lambda desk, ids: desk.do(corregir_pregunta, id=_answered(desk, ids), valores={"tema": "X"})),
    (
        "responder pregunta",
        lambda desk, ids: desk.do(responder_pregunta, id=_answered(desk, ids), texto="En marzo.", responde="Ana"),
    ),
    ("reabrir pregunta", lambda desk, ids: desk.do(reabrir_pregunta, id=_answered(desk, ids))),
    (
        "registrar incidente",
        lambda desk, ids: desk.do(
            registrar_incidente, audiencia_id=ids[SEGUNDA], hora="09:10", tipo="receso", texto="Refrigerio"
        ),
    ),
]


def _plan(desk: Desk) -> str:
    return desk.ask(listar_planes)[0].id


def _stages(desk: Desk) -> list[str]:
    view = desk.ask(ver_cronograma, plan_id=_plan(desk), corte="2026-11-20")
    return [stage.id for stage in view.etapas] if view else []


def _activity(desk: Desk) -> str:
    view = desk.ask(ver_cronograma, plan_id=_plan(desk), corte="2026-11-20")
    return view.etapas[0].actividades[0].id if view else ""


CRONOGRAMA: list[tuple[str, Do]] = [
    (
        "crear plan",
        lambda desk, _ids: desk.do(
            crear_plan, valores={"codigo": "p-1", "nombre": "Plan", "tipo": "accion"}, modelo="estrategia"
        ),
    ),
    ("editar plan", lambda desk, _ids: desk.do(corregir_plan, id=_plan(desk), valores={"codigo": "otro-codigo"})),
    (
        "agregar actividad",
        lambda desk, _ids: desk.do(agregar_actividad, componente_id=_stages(desk)[1], nombre="Pegar carteles"),
    ),
    (
        "corregir actividad",
        lambda desk, _ids: desk.do(corregir_actividad, id=_activity(desk), valores={"fechas": ("2026-03-01",)}),
    ),
    ("mover etapa", lambda desk, _ids: desk.do(mover_etapa, id=_stages(desk)[0], pasos=1)),
    ("mover actividad", lambda desk, _ids: desk.do(mover_actividad, id=_activity(desk), pasos=2)),
    (
        "cambiar de etapa",
        lambda desk, _ids: desk.do(cambiar_de_etapa, id=_activity(desk), componente_id=_stages(desk)[3]),
    ),
    ("anular actividad", lambda desk, _ids: desk.do(anular_actividad, id=_activity(desk), motivo="Repetida")),
]


def _survey(desk: Desk, ids: dict[str, str]) -> str:
    return desk.ask(listar_encuestas, audiencia_id=ids[PRIMERA])[0][0]


def _surveyed(desk: Desk, ids: dict[str, str], codigo: str) -> str:
    view = desk.ask(ver_encuesta, id=_survey(desk, ids))
    return next(row.id for row in view.preguntas if row.pregunta.codigo == codigo) if view else ""


def _form(desk: Desk, ids: dict[str, str]) -> str:
    return desk.ask(listar_formularios, encuesta_id=_survey(desk, ids))[0].id


ENCUESTA: list[tuple[str, Do]] = [
    (
        "crear encuesta",
        lambda desk, ids: desk.do(
            encuestas.crear_encuesta, audiencia_id=ids[SEGUNDA], encuesta=encuestas.encuesta_de_evaluacion()
        ),
    ),
    (
        "agregar pregunta de encuesta",
        lambda desk, ids: desk.do(
            encuestas.agregar_pregunta,
            encuesta_id=_survey(desk, ids),
            valores={"enunciado": "¿Y el lugar?", "tipo": "texto"},
        ),
    ),
    (
        "corregir pregunta de encuesta",
        lambda desk, ids: desk.do(
            encuestas.corregir_pregunta, id=_surveyed(desk, ids, "volveria"), valores={"enunciado": "¿Vuelve?"}
        ),
    ),
    (
        "mover pregunta de encuesta",
        lambda desk, ids: desk.do(encuestas.mover_pregunta, id=_surveyed(desk, ids, "volveria"), pasos=-2),
    ),
    (
        "retirar pregunta de encuesta",
        lambda desk, ids: desk.do(encuestas.retirar_pregunta, id=_surveyed(desk, ids, "volveria"), motivo="Sobra"),
    ),
    (
        "digitar formulario",
        lambda desk, ids: desk.do(
            encuestas.registrar_formulario, encuesta_id=_survey(desk, ids), valores={"volveria": "Sí", "edad": 30}
        ),
    ),
    (
        "corregir formulario",
        lambda desk, ids: desk.do(encuestas.corregir_formulario, id=_form(desk, ids), valores={"volveria": "No"}),
    ),
    (
        "retirar formulario",
        lambda desk, ids: desk.do(encuestas.retirar_formulario, id=_form(desk, ids), motivo="Repetido"),
    ),
]


CASES: list[tuple[str, Do]] = [
    *HEARINGS,
    *FORMULARIOS,
    *AT_THE_DOOR,
    *AUTORIZACIONES,
    *REPETIDAS,
    *HALLAZGOS,
    *ON_AIR,
    *MARCHA,
    *HOJAS,
    *CUADROS,
    *LECTURAS,
    *LISTAS,
    *PLANES,
    *AJUSTES,
    (
        "agregar punto",
        lambda desk, ids: desk.do(agregar["puntos"], valores={"titulo": "Himnos"}, audiencia_id=ids[SEGUNDA]),
    ),
    ("corregir punto", lambda desk, ids: desk.do(corregir["puntos"], id=_agenda(desk, ids)[0], valores={"minutos": 7})),
    ("mover punto", lambda desk, ids: desk.do(mover["puntos"], id=_agenda(desk, ids)[2], antes="", despues="1")),
    ("retirar punto", lambda desk, ids: desk.do(retirar["puntos"], id=_agenda(desk, ids)[0])),
    ("medidas usuales", lambda desk, ids: desk.do(agregar_medidas_usuales, audiencia_id=ids[SEGUNDA])),
    (
        "meter sección",
        lambda desk, ids: desk.do(meter_seccion, id=_leaf(desk, ids), padre=_sections(desk, ids)[0]),
    ),
    ("sacar sección", lambda desk, ids: desk.do(sacar_seccion, id=_inner(desk, ids))),
    (
        "escribir texto",
        lambda desk, ids: desk.do(
            editar_narrativa,
            tabla="secciones",
            id=_sections(desk, ids)[0],
            campo="bloques",
            bloques=(Parrafo(texto="Otro."),),
        ),
    ),
    ("agregar al equipo", lambda desk, ids: desk.do(agregar_al_equipo, audiencia_id=ids[SEGUNDA], nombre="Ana Nova")),
    (
        "corregir equipo",
        lambda desk, ids: desk.do(corregir_integrante, id=_member(desk, ids), valores={"roles": ("moderacion",)}),
    ),
    (
        "capturar junto a otra",
        lambda desk, ids: desk.do(
            registrar_pregunta,
            audiencia_id=ids[PRIMERA],
            texto="¿Y?",
            linea="Ana: ¿Y?",
            autor="Ana",
            agrupar_con=_answered(desk, ids),
        ),
    ),
    ("retirar del equipo", lambda desk, ids: desk.do(retirar_del_equipo, id=_member(desk, ids))),
]


EVERY = (*CASES, *COMPROMISOS, *CRONOGRAMA, *AVANCES, *ENCUESTA, *ACTA, *PROYECCION)


@pytest.mark.parametrize("do", [pytest.param(do, id=name) for name, do in EVERY])
def test_undo_leaves_the_base_as_it_was_and_redo_as_the_action_left_it(desk: Desk, do: Do) -> None:
    ids = _hearings(desk)
    before = _dump(desk)
    do(desk, ids)
    after = _dump(desk)
    assert after != before
    desk.undo()
    assert _dump(desk) == before
    desk.redo()
    assert _dump(desk) == after


@pytest.mark.parametrize(("before", "do"), [pytest.param(before, do, id=name) for name, before, do in APROBACION])
def test_a_step_of_the_approval_of_an_acta_is_taken_back_and_done_again(desk: Desk, before: Do, do: Do) -> None:
    before(desk, _hearings(desk))
    test_undo_leaves_the_base_as_it_was_and_redo_as_the_action_left_it(desk, do)


def test_restoring_a_hearing_is_taken_back(desk: Desk) -> None:
    hearing = _annulled(desk, _hearings(desk))
    before = _dump(desk)
    desk.do(restaurar_audiencia, id=hearing)
    desk.undo()
    assert _dump(desk) == before


def _hearings(desk: Desk) -> dict[str, str]:
    table = JOURNALED["audiencias"].c
    return desk.ask(
        lambda connection: {row.codigo: row.id for row in connection.execute(select(table.codigo, table.id))}
    )


def _dump(desk: Desk) -> Dump:
    return desk.ask(
        lambda connection: {
            name: [tuple(row) for row in connection.execute(text(f"SELECT * FROM {name} ORDER BY id"))]
            for name in JOURNALED
        }
    )
