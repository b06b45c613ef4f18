"""What is done with a plan besides its activities, for the test that does, undoes and redoes every action."""

from collections.abc import Callable

from rcdesk.app.desk import Desk
from rcdesk.work.aprendizajes import listar_aprendizajes, traer_aprendizaje
from rcdesk.work.copiar_plan import copiar_plan
from rcdesk.work.ficha_del_plan import anotar_recogidos, corregir_ficha, corregir_recogidos, listar_recogidos
from rcdesk.work.indicadores import agregar_indicador, corregir_indicador, ver_indicadores
from rcdesk.work.lineas import agregar
from rcdesk.work.planes import listar_planes

Do = Callable[[Desk, dict[str, str]], object]


def _plan(desk: Desk, codigo: str = "plan-estrategico-2024-2027") -> str:
    return next(row.id for row in desk.ask(listar_planes) if row.codigo == codigo)


def _measured(desk: Desk) -> tuple[str, str]:
    """The keys of the first objective of the strategic plan, and of its first indicator."""
    view = desk.ask(ver_indicadores, plan_id=_plan(desk), corte="2026-11-20")
    first = view.objetivos[0] if view else None
    return (first.id, first.indicadores[0].id) if first else ("", "")


def _bring(desk: Desk, _ids: dict[str, str]) -> object:
    key = _plan(desk, "estrategia-rdc-2026")
    found = desk.ask(listar_aprendizajes, sin_plan=key)[0]
    return desk.do(traer_aprendizaje, plan_id=key, clase=found.clase, texto=found.texto)


PLANES: list[tuple[str, Do]] = [
    (
        "copiar plan",
        lambda desk, _ids: desk.do(
            copiar_plan,
            origen=_plan(desk, "estrategia-rdc-2026"),
            valores={"codigo": "e-2027", "nombre": "E", "tipo": "estrategia_rdc", "vigencia": 2027},
        ),
    ),
    ("traer de otro plan", _bring),
    (
        "escribir en la ficha",
        lambda desk, _ids: desk.do(corregir_ficha, id=_plan(desk), valores={"sin_tope": True, "retos": ("Uno", "Dos")}),
    ),
    (
        "agregar al equipo líder",
        lambda desk, _ids: desk.do(
            agregar["firmantes"], valores={"nombre": "Eva Paz"}, lista="equipo", plan_id=_plan(desk)
        ),
    ),
    ("anotar recogidos", lambda desk, _ids: desk.do(anotar_recogidos, plan_id=_plan(desk), periodo="2026-11")),
    (
        "corregir recogidos",
        lambda desk, _ids: desk.do(
            corregir_recogidos,
            id=desk.ask(listar_recogidos, plan_id=_plan(desk, "participacion-2026"))[0].id,
            valores={"recogidos": 9},
        ),
    ),
    (
        "agregar indicador",
        lambda desk, _ids: desk.do(agregar_indicador, componente_id=_measured(desk)[0], nombre="Visitas"),
    ),
    (
        "corregir indicador",
        lambda desk, _ids: desk.do(
            corregir_indicador, id=_measured(desk)[1], valores={"indicador_codigo": "X-1", "ponderacion": "20"}
        ),
    ),
]
