"""The actions of the review of an acta and of its approved versions, each with what was done before it."""

from collections.abc import Callable

from rcdesk.app.desk import Desk
from rcdesk.work.actas import listar_firmantes
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.aprobacion import aprobar_acta, corregir_version, devolver_a_borrador, enviar_a_revision
from rcdesk.work.revision import (
    agregar_observacion,
    corregir_observacion,
    decidir_observacion,
    listar_observaciones,
    mover_observacion,
    retirar_observacion,
)
from rcdesk.work.versiones import adjuntar_firmada, listar_versiones, registrar_firma
from tests.bases import PRIMERA

Ids = dict[str, str]
Do = Callable[[Desk, Ids], object]

HOY = "2026-11-20"
SCANNED = Adjunto("figuras/acta-firmada.pdf", "0" * 64, 10)


def reviewed(desk: Desk, ids: Ids) -> None:
    """A copy was sent, and two remarks came of it."""
    desk.do(enviar_a_revision, audiencia_id=ids[PRIMERA])
    for texto in ("Falta un cargo", "La cifra no cuadra"):
        desk.do(agregar_observacion, audiencia_id=ids[PRIMERA], valores={"texto": texto})


def approved(desk: Desk, ids: Ids) -> None:
    """The acta was approved."""
    desk.do(enviar_a_revision, audiencia_id=ids[PRIMERA])
    desk.do(aprobar_acta, audiencia_id=ids[PRIMERA], hoy=HOY, evidencias=desk.folder)


def _remark(desk: Desk, ids: Ids) -> str:
    return desk.ask(listar_observaciones, audiencia_id=ids[PRIMERA])[0].id


def _version(desk: Desk, ids: Ids) -> str:
    return desk.ask(listar_versiones, audiencia_id=ids[PRIMERA])[0].id


def _signer(desk: Desk, ids: Ids) -> str:
    return desk.ask(listar_firmantes, audiencia_id=ids[PRIMERA])[0].id


APROBACION: list[tuple[str, Do, Do]] = [
    (
        "enviar a revisión",
        lambda _desk, _ids: None,
        lambda desk, ids: desk.do(enviar_a_revision, audiencia_id=ids[PRIMERA]),
    ),
    ("devolver", reviewed, lambda desk, ids: desk.do(devolver_a_borrador, audiencia_id=ids[PRIMERA])),
    (
        "agregar observación",
        reviewed,
        lambda desk, ids: desk.do(agregar_observacion, audiencia_id=ids[PRIMERA], valores={"texto": "Otra"}),
    ),
    (
        "corregir observación",
        reviewed,
        lambda desk, ids: desk.do(corregir_observacion, id=_remark(desk, ids), valores={"lugar": "página 2"}),
    ),
    (
        "decidir observación",
        reviewed,
        lambda desk, ids: desk.do(decidir_observacion, id=_remark(desk, ids), disposicion="no_acogida"),
    ),
    (
        "mover observación",
        reviewed,
        lambda desk, ids: desk.do(mover_observacion, id=_remark(desk, ids), antes="zz", despues=""),
    ),
    ("retirar observación", reviewed, lambda desk, ids: desk.do(retirar_observacion, id=_remark(desk, ids))),
    (
        "registrar firma",
        approved,
        lambda desk, ids: desk.do(
            registrar_firma, id=_signer(desk, ids), valores={"medio": "papel", "fecha": "2026-11-21"}
        ),
    ),
    (
        "adjuntar firmada",
        approved,
        lambda desk, ids: desk.do(adjuntar_firmada, version_id=_version(desk, ids), adjunto=SCANNED),
    ),
    (
        "corregir versión",
        approved,
        lambda desk, ids: desk.do(corregir_version, audiencia_id=ids[PRIMERA], motivo="Faltaba una persona"),
    ),
]
"""Name, what was done before, and the action."""
