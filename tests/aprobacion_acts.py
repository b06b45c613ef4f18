"""What is done with the acta between its draft and its publication, so that it can be drawn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rcdesk.ui.kit.stamp import Stamp
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.acta import ActaScreen
from rcdesk.work.aprobacion import aprobar_acta, corregir_version, enviar_a_revision, publicar_acta, sellar_acta
from rcdesk.work.revision import agregar_observacion, corregir_observacion
from rcdesk.work.sellado import hacer_pdf
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
        _approve(window, _sent(window))
        _open(window, part)

    return run


def publishing(window: MainWindow) -> None:
    """The panel of publishing."""
    approved("versiones")(window)
    _screen(window).workflow.publish()
    _settle()


def corrected(window: MainWindow) -> None:
    """The second version, approved after the first was published."""
    hearing = _sent(window)
    _approve(window, hearing)
    desk = window.bases.desk
    assert desk is not None
    desk.do(publicar_acta, audiencia_id=hearing, hoy=HOY, url="https://piedraclara.example/acta")
    desk.do(corregir_version, audiencia_id=hearing, motivo="Faltaba una persona en el listado")
    desk.do(enviar_a_revision, audiencia_id=hearing)
    _approve(window, hearing)
    _open(window, "versiones")


def elsewhere(place: str) -> Callable[[MainWindow], None]:
    """Another tab of the hearing whose acta is approved."""

    def run(window: MainWindow) -> None:
        hearing = _sent(window)
        _approve(window, hearing)
        window.go(place, hearing)
        _settle()

    return run


def _sent(window: MainWindow) -> str:
    desk = window.bases.desk
    assert desk is not None
    hearing = hearing_id(desk, PRIMERA)
    desk.do(enviar_a_revision, audiencia_id=hearing)
    return hearing


def _approve(window: MainWindow, hearing: str) -> None:
    desk = window.bases.desk
    assert desk is not None
    done = desk.do(aprobar_acta, audiencia_id=hearing, hoy=HOY, evidencias=desk.folder)
    made = desk.ask(hacer_pdf, version_id=done.version_id, evidencias=desk.folder)
    desk.do(sellar_acta, version_id=done.version_id, pdf=made.pdf, pdf_publico=made.pdf_publico)


def _open(window: MainWindow, part: str) -> None:
    desk = window.bases.desk
    assert desk is not None
    window.go("acta", f"{hearing_id(desk, PRIMERA)}/{part}")
    stamp = window.findChild(Stamp, "paginas_al_dia")
    assert stamp is not None
    for _ in range(200):
        QTest.qWait(20)
        if stamp.text().startswith("Al día") or not stamp.isVisible():
            return


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
