"""What is done with the acta between its draft and its publication, so that it can be drawn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.acta import ActaScreen
from rcdesk.work.aprobacion import corregir_version, enviar_a_revision, publicar_acta
from rcdesk.work.revision import agregar_observacion, corregir_observacion
from tests.acts import wait_for_pages
from tests.approved import approve_and_seal
from tests.bases import PRIMERA, hearing_id
from tests.shots import Shot

REMARKS = (
    (
        "Control Interno",
        "página 1, renglón 14",
        "Falta el cargo de la intérprete.",
        "acogida",
        "Se agregó.",
    ),
    (
        "Oficina Jurídica",
        "página 6, renglón 3",
        "Citar la ley.",
        "no_acogida",
        "La cita está en el anexo.",
    ),
    ("Oficina Jurídica", "página 9", "La cifra de inversión no coincide con la presentada.", None, None),
)
HOY = "2026-11-20"


def reviewed(window: MainWindow) -> None:
    """Three remarks on the second copy, one of them not decided."""
    hearing = _sent(window)
    desk = window.bases.desk
    assert desk is not None
    desk.do(enviar_a_revision, audiencia_id=hearing)
    for autor, lugar, texto, disposicion, respuesta in REMARKS:
        key = desk.do(
            agregar_observacion, audiencia_id=hearing, valores={"autor": autor, "lugar": lugar, "texto": texto}
        )
        desk.do(corregir_observacion, id=key, valores={"disposicion": disposicion, "respuesta": respuesta})
    _open(window, "revision")


def refused(window: MainWindow) -> None:
    """The panel of approving, with a remark that waits."""
    reviewed(window)
    _screen(window).workflow.approve()
    _settle()


def approving(window: MainWindow) -> None:
    """The panel of approving."""
    _sent(window)
    _open(window, "firmas")
    _screen(window).workflow.approve()
    _settle()


def approved(part: str) -> Callable[[MainWindow], None]:
    """An approved acta, open at that part."""

    def run(window: MainWindow) -> None:
        _approve(window)
        _open(window, part)

    return run


def publishing(window: MainWindow) -> None:
    """The panel of publishing."""
    approved("versiones")(window)
    _screen(window).workflow.publish()
    _settle()


def corrected(window: MainWindow) -> None:
    """The second version, approved after the first was published."""
    hearing = _approve(window)
    desk = window.bases.desk
    assert desk is not None
    desk.do(publicar_acta, audiencia_id=hearing, hoy=HOY, url="https://piedraclara.example/acta")
    desk.do(corregir_version, audiencia_id=hearing, motivo="Faltaba una persona en el listado")
    _approve(window)
    _open(window, "versiones")


def elsewhere(place: str) -> Callable[[MainWindow], None]:
    """Another tab of the hearing whose acta is approved."""

    def run(window: MainWindow) -> None:
        window.go(place, _approve(window))
        _settle()

    return run


def _sent(window: MainWindow) -> str:
    desk = window.bases.desk
    assert desk is not None
    hearing = hearing_id(desk, PRIMERA)
    desk.do(enviar_a_revision, audiencia_id=hearing)
    return hearing


def _approve(window: MainWindow) -> str:
    desk = window.bases.desk
    assert desk is not None
    hearing = hearing_id(desk, PRIMERA)
    approve_and_seal(desk, hearing)
    return hearing


def _open(window: MainWindow, part: str) -> None:
    desk = window.bases.desk
    assert desk is not None
    window.go("acta", f"{hearing_id(desk, PRIMERA)}/{part}")
    wait_for_pages(window)


def _screen(window: MainWindow) -> ActaScreen:
    screen = window.findChild(ActaScreen)
    assert screen is not None
    return screen


def _settle() -> None:
    for _ in range(8):
        QApplication.processEvents()


APROBACION = (
    Shot("acta_revision", reviewed),
    Shot("acta_aprobar", approving),
    Shot("acta_aprobar_no", refused),
    Shot("acta_aprobada", approved("encabezado")),
    Shot("acta_firmando", approved("firmas")),
    Shot("acta_versiones", approved("versiones")),
    Shot("acta_publicar", publishing),
    Shot("acta_corregida", corrected),
    Shot("encuesta_aprobada", elsewhere("encuesta")),
    Shot("preparacion_aprobada", elsewhere("preparacion")),
    Shot("cierre_aprobada", elsewhere("cierre")),
)
