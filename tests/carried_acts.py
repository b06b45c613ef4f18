"""What is done between one hearing and the next: earlier commitments in the acta, what was left from last time."""

from __future__ import annotations

from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.audiencias import AudienciasScreen
from rcdesk.ui.screens.preparacion import PreparacionScreen
from rcdesk.work.anteriores_del_acta import dejar_fuera, listar_anteriores
from tests.bases import PRIMERA, SEGUNDA, hearing_id
from tests.pause import pause
from tests.shots import Shot


def carried(window: MainWindow) -> None:
    """The commitments of the first hearing in the acta of the second, one of them left out."""
    desk = window.bases.desk
    assert desk is not None
    hearing = hearing_id(desk, SEGUNDA)
    one = desk.ask(listar_anteriores, audiencia_id=hearing).filas[1]
    desk.do(dejar_fuera, audiencia_id=hearing, compromiso_id=one.id, motivo="Se contó en el informe de abril")
    window.go("acta", f"{hearing}/compromisos")
    pause(1500)


def copying(window: MainWindow) -> None:
    """A new hearing made from the first one."""
    desk = window.bases.desk
    assert desk is not None
    window.go("audiencias", hearing_id(desk, PRIMERA))
    screen = window.findChild(AudienciasScreen)
    assert screen is not None
    screen.copy()


def last_time(window: MainWindow) -> None:
    """What the first hearing left for the second."""
    desk = window.bases.desk
    assert desk is not None
    window.go("preparacion", f"{hearing_id(desk, SEGUNDA)}/orden")
    screen = window.findChild(PreparacionScreen)
    assert screen is not None
    screen.last_time.open()


DE_UNA_A_OTRA = (
    Shot("preparacion_ultima_vez", last_time),
    Shot("acta_anteriores", carried),
    Shot("audiencia_a_partir_de", copying),
)
