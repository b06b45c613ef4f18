"""What is done between one hearing and the next: earlier commitments in the acta, what was left from last time."""

from __future__ import annotations

from PySide6.QtTest import QTest

from rcdesk.ui.main_window import MainWindow
from rcdesk.work.anteriores_del_acta import dejar_fuera, listar_anteriores
from tests.bases import SEGUNDA, hearing_id
from tests.shots import Shot


def carried(window: MainWindow) -> None:
    """The commitments of the first hearing in the acta of the second, one of them left out."""
    desk = window.bases.desk
    assert desk is not None
    hearing = hearing_id(desk, SEGUNDA)
    one = desk.ask(listar_anteriores, audiencia_id=hearing).filas[1]
    desk.do(dejar_fuera, audiencia_id=hearing, compromiso_id=one.id, motivo="Se contó en el informe de abril")
    window.go("acta", f"{hearing}/compromisos")
    QTest.qWait(1500)


DE_UNA_A_OTRA = (Shot("acta_anteriores", carried),)
