"""The actions of the acta, the DOFA and the commitments, for the test that does, undoes and redoes every action."""

from collections.abc import Callable

from rcdesk.app.desk import Desk
from rcdesk.domain.dofa import Propuesta
from rcdesk.work import actas, compromisos, dofa
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.anteriores_del_acta import dejar_fuera
from rcdesk.work.copiar_audiencia import copiar_audiencia
from rcdesk.work.lineas import agregar, corregir, mover, retirar
from tests.bases import PRIMERA, SEGUNDA

Do = Callable[[Desk, dict[str, str]], object]


def _section(desk: Desk, ids: dict[str, str]) -> actas.SeccionRow:
    return desk.ask(actas.listar_secciones, audiencia_id=ids[PRIMERA])[0]


def _guest(desk: Desk, ids: dict[str, str]) -> str:
    return desk.ask(actas.listar_personas_del_acta, audiencia_id=ids[PRIMERA]).invitados[0].id


def _promise(desk: Desk, ids: dict[str, str]) -> compromisos.CompromisoRow:
    return desk.ask(compromisos.listar_compromisos, audiencia_id=ids[PRIMERA])[0]


def _free(desk: Desk, ids: dict[str, str]) -> str:
    strategies = desk.ask(dofa.ver_dofa, audiencia_id=ids[PRIMERA]).estrategias
    return next(each.id for each in strategies if each.compromiso is None)


def _factor(desk: Desk, ids: dict[str, str]) -> str:
    """One that a strategy cites, and that is not the last."""
    return desk.ask(dofa.ver_dofa, audiencia_id=ids[PRIMERA]).del_eje("F")[0].id


def _proposal(desk: Desk, ids: dict[str, str]) -> Propuesta:
    return desk.ask(dofa.ver_dofa, audiencia_id=ids[PRIMERA]).propuestas[0]


LOGO = Adjunto("figuras/escudo.png", "0" * 64, 10)


def _left_out(desk: Desk, ids: dict[str, str]) -> str:
    """One of the commitments that the second hearing tells of those before it."""
    key = desk.ask(compromisos.listar_compromisos, audiencia_id=ids[PRIMERA])[0].id
    desk.do(dejar_fuera, audiencia_id=ids[SEGUNDA], compromiso_id=key, motivo="Ya se contó")
    return key


ACTA: list[tuple[str, Do]] = [
    ("dejar fuera del acta", _left_out),
    (
        "audiencia a partir de otra",
        lambda desk, ids: desk.do(
            copiar_audiencia, origen=ids[PRIMERA], valores={"codigo": "rdc-2027-1", "nombre": "La de 2027"}
        ),
    ),
    ("abrir acta", lambda desk, ids: desk.do(actas.abrir_acta, audiencia_id=ids[SEGUNDA])),
    ("editar acta", lambda desk, ids: desk.do(actas.editar_acta, audiencia_id=ids[SEGUNDA], valores={"numero": "1"})),
    ("traer formato", lambda desk, ids: desk.do(actas.traer_formato, audiencia_id=ids[SEGUNDA])),
    ("poner logo", lambda desk, ids: desk.do(actas.poner_logo, audiencia_id=ids[PRIMERA], adjunto=LOGO)),
    ("nueve secciones", lambda desk, ids: desk.do(actas.usar_secciones_estandar, audiencia_id=ids[SEGUNDA])),
    (
        "agregar sección",
        lambda desk, ids: desk.do(
            actas.agregar_al_acta["secciones"], audiencia_id=ids[SEGUNDA], valores={"titulo": "Otra"}
        ),
    ),
    (
        "agregar subsección",
        lambda desk, ids: desk.do(
            agregar["secciones"], valores={"titulo": "Dentro"}, seccion_id=_section(desk, ids).id
        ),
    ),
    (
        "agregar firmante",
        lambda desk, ids: desk.do(
            actas.agregar_al_acta["firmantes"], audiencia_id=ids[SEGUNDA], lista="firmas", valores={"nombre": "Ana"}
        ),
    ),
    (
        "agregar anexo",
        lambda desk, ids: desk.do(
            actas.agregar_al_acta["anexos"], audiencia_id=ids[SEGUNDA], valores={"titulo": "Listado"}
        ),
    ),
    (
        "corregir sección",
        lambda desk, ids: desk.do(corregir["secciones"], id=_section(desk, ids).id, valores={"titulo": "Otro título"}),
    ),
    (
        "mover sección del acta",
        lambda desk, ids: desk.do(mover["secciones"], id=_section(desk, ids).id, antes="zz", despues=""),
    ),
    ("retirar sección", lambda desk, ids: desk.do(retirar["secciones"], id=_section(desk, ids).id)),
    (
        "agregar invitado",
        lambda desk, ids: desk.do(
            actas.agregar_persona, audiencia_id=ids[PRIMERA], lista="ausentes", valores={"nombre": "Ana"}
        ),
    ),
    (
        "corregir invitado",
        lambda desk, ids: desk.do(actas.corregir_persona, id=_guest(desk, ids), valores={"cargo": "Otro"}),
    ),
    (
        "mover invitado",
        lambda desk, ids: desk.do(actas.mover_persona, id=_guest(desk, ids), antes="zz", despues=""),
    ),
    ("retirar invitado", lambda desk, ids: desk.do(actas.retirar_persona, id=_guest(desk, ids))),
    (
        "no aplica",
        lambda desk, ids: desk.do(actas.marcar_no_aplica, audiencia_id=ids[SEGUNDA], lista="ausentes", aplica=False),
    ),
    (
        "agregar factor",
        lambda desk, ids: desk.do(
            agregar["factores"], valores={"texto": "Otro"}, lista="amenazas", audiencia_id=ids[SEGUNDA]
        ),
    ),
    ("mover factor", lambda desk, ids: desk.do(dofa.mover_factor, id=_factor(desk, ids), antes="zz", despues="")),
    ("retirar factor", lambda desk, ids: desk.do(dofa.retirar_factor, id=_factor(desk, ids))),
    ("unir factores", lambda desk, ids: desk.do(dofa.citar_factores, id=_free(desk, ids), factores=["F1"])),
    (
        "llevar a la matriz",
        lambda desk, ids: desk.do(
            dofa.tomar_propuesta, audiencia_id=ids[PRIMERA], propuesta=_proposal(desk, ids), eje="D"
        ),
    ),
    (
        "dejar fuera de la matriz",
        lambda desk, ids: desk.do(dofa.dejar_propuesta, audiencia_id=ids[PRIMERA], propuesta=_proposal(desk, ids)),
    ),
    (
        "cruce sin estrategia",
        lambda desk, ids: desk.do(dofa.dejar_cruce, audiencia_id=ids[SEGUNDA], cruce="FA", motivo="No hace falta"),
    ),
    ("cambiar de cruce", lambda desk, ids: desk.do(dofa.cambiar_de_cruce, id=_free(desk, ids), cruce="DA")),
    ("enlazar compromiso", lambda desk, ids: desk.do(dofa.enlazar_compromiso, id=_free(desk, ids), codigo="1")),
    ("comprometer estrategia", lambda desk, ids: desk.do(compromisos.comprometer_estrategia, id=_free(desk, ids))),
    (
        "crear compromiso",
        lambda desk, ids: desk.do(
            compromisos.crear_compromiso, audiencia_id=ids[SEGUNDA], valores={"que_hacer": "Algo"}
        ),
    ),
    (
        "corregir compromiso",
        lambda desk, ids: desk.do(
            compromisos.corregir_compromiso, id=_promise(desk, ids).id, valores={"estado": "cumplido"}
        ),
    ),
    (
        "mover compromiso",
        lambda desk, ids: desk.do(compromisos.mover_compromiso, id=_promise(desk, ids).id, antes="zz", despues=""),
    ),
    (
        "anular compromiso",
        lambda desk, ids: desk.do(compromisos.anular_compromiso, id=_promise(desk, ids).id, motivo="Repetido"),
    ),
]
