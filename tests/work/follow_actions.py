"""What is said of a commitment after it was made, for the test that does, undoes and redoes every action."""

from collections.abc import Callable

from rcdesk.app.desk import Desk
from rcdesk.work.avances_de_compromiso import (
    cambiar_estado_de_compromiso,
    cambiar_responsables,
    clasificar_compromiso,
    correr_fecha,
    crear_compromiso_de_plan,
    registrar_avance_de_compromiso,
    retirar_avance_de_compromiso,
    trasladar_compromiso,
)
from rcdesk.work.compromisos import listar_compromisos
from rcdesk.work.planes import listar_planes
from rcdesk.work.ver_compromiso import ver_compromiso
from tests.bases import HOY, PRIMERA

Do = Callable[[Desk, dict[str, str]], object]


def promised(desk: Desk, ids: dict[str, str], codigo: str = "4") -> str:
    """A commitment of the hearing that took place: the fourth goes on, and has two advances."""
    return next(row.id for row in desk.ask(listar_compromisos, audiencia_id=ids[PRIMERA]) if row.codigo == codigo)


def _said(desk: Desk, ids: dict[str, str]) -> str:
    view = desk.ask(ver_compromiso, id=promised(desk, ids), corte=HOY.date(), carpeta=desk.folder)
    return view.dichos[0].id if view else ""


COMPROMISOS: list[tuple[str, Do]] = [
    (
        "registrar avance de compromiso",
        lambda desk, ids: desk.do(
            registrar_avance_de_compromiso,
            id=promised(desk, ids, "1"),
            valores={"corte": "2026-11-20", "texto": "Enviado"},
        ),
    ),
    (
        "cerrar compromiso",
        lambda desk, ids: desk.do(
            cambiar_estado_de_compromiso, id=promised(desk, ids), estado="cumplido", valores={"corte": "2026-11-19"}
        ),
    ),
    (
        "correr fecha",
        lambda desk, ids: desk.do(
            correr_fecha,
            id=promised(desk, ids),
            valores={"corte": "2026-11-19", "nueva_fecha": "2026-12-15", "texto": "Falta la veeduría"},
        ),
    ),
    (
        "cambiar responsables",
        lambda desk, ids: desk.do(
            cambiar_responsables, id=promised(desk, ids), valores={"corte": "2026-11-19", "responsables": ("Obras",)}
        ),
    ),
    (
        "retirar seguimiento",
        lambda desk, ids: desk.do(retirar_avance_de_compromiso, id=_said(desk, ids), motivo="Era de otro"),
    ),
    (
        "trasladar compromiso",
        lambda desk, ids: desk.do(
            trasladar_compromiso, id=promised(desk, ids), entidad="Gobernación", fecha="2026-11-19", motivo="Es suya"
        ),
    ),
    ("clasificar", lambda desk, ids: desk.do(clasificar_compromiso, id=promised(desk, ids), alcance="no_a_cargo")),
    (
        "crear compromiso de un plan",
        lambda desk, _ids: desk.do(
            crear_compromiso_de_plan,
            plan_id=desk.ask(listar_planes)[0].id,
            valores={"que_hacer": "Visitar la vereda", "adquirido": "2026-08-04"},
        ),
    ),
]
