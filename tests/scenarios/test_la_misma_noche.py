"""The same evening: a hearing that ended is reviewed, approved, published and corrected, and all of it is proved."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.cli import main
from rcdesk.domain.cifras import resumen
from rcdesk.domain.errors import RuleError
from rcdesk.render.text import to_text
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Line, Text
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.acta import ActaScreen
from rcdesk.work.aprobacion import corregir_version
from rcdesk.work.asistentes import registrar_asistente
from rcdesk.work.documentos import documento_acta
from rcdesk.work.gather import reunir_audiencia
from rcdesk.work.instantaneas import leer_instantanea, version_vigente
from rcdesk.work.memoria import documento_memoria
from rcdesk.work.preguntas import registrar_pregunta, responder_pregunta
from rcdesk.work.revision import listar_observaciones
from rcdesk.work.sellado import pdf_sellado
from rcdesk.work.versiones import listar_versiones
from tests.bases import HOY, PRIMERA, hearing_id
from tests.typing import press, type_text
from tests.ui.conftest import OpenWindow
from tests.widgets import find

ANSWER: Final = "El puente peatonal se entrega el 30 de junio; la interventoría lo publica cada mes."


@pytest.fixture
def window(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The program on the example, in the acta of the hearing that was held."""
    folder = tmp_path / "Ejemplo.rcdesk"
    assert main(["ejemplo", "--base", str(folder)]) == 0
    opened = open_window(folder)
    qtbot.waitUntil(opened.isActiveWindow)
    assert opened.bases.desk is not None
    opened.go("acta", hearing_id(opened.bases.desk, PRIMERA))
    return opened


def test_from_the_draft_to_the_web_page_and_to_a_second_version(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk, screen = window.bases.desk, find(window, ActaScreen)
    assert desk is not None
    hearing = hearing_id(desk, PRIMERA)
    late = desk.do(registrar_pregunta, audiencia_id=hearing, texto="¿Cuándo entregan el puente?", valores={})
    _review(window, screen, desk, hearing)
    _approve(window, screen, qtbot)
    [first] = desk.ask(listar_versiones, audiencia_id=hearing)
    sealed = desk.ask(pdf_sellado, version_id=first.id, evidencias=desk.folder)
    assert sealed is not None
    _says_what_was_known(desk, hearing)

    with pytest.raises(RuleError, match="ya no cambia"):
        desk.do(registrar_asistente, audiencia_id=hearing, valores={"nombre": "Llegó Después"})
    desk.do(responder_pregunta, id=late, texto=ANSWER)
    assert desk.ask(pdf_sellado, version_id=first.id, evidencias=desk.folder) == sealed
    acta = to_text(desk.ask(documento_acta, codigo=PRIMERA, evidencias=desk.folder))
    memoria = to_text(desk.ask(documento_memoria, codigo=PRIMERA, evidencias=desk.folder, hoy=HOY.date()))
    assert ANSWER in memoria and ANSWER not in acta

    _publish(window, screen, qtbot)
    desk.do(corregir_version, audiencia_id=hearing, motivo="Faltaba una respuesta dada en la audiencia")
    desk.do(registrar_asistente, audiencia_id=hearing, valores={"nombre": "Llegó Después"})
    screen.open_part("revision")
    screen.workflow.send()
    _approve(window, screen, qtbot)
    second, again = desk.ask(listar_versiones, audiencia_id=hearing)
    assert (second.version, again.id) == (2, first.id) and second.numero == first.numero
    assert desk.ask(pdf_sellado, version_id=first.id, evidencias=desk.folder) == sealed

    base = desk.folder
    window.close()
    _everything_is_proved(base, tmp_path, sealed, capsys)


def _review(window: MainWindow, screen: ActaScreen, desk: Desk, hearing: str) -> None:
    """Send a copy with the button at the foot, write what a reviewer asks, and decide it with a key."""
    _click(screen, "paso_del_acta")
    new = find(screen, Line, "agregar_observaciones")
    new.setFocus()
    type_text(new, "Falta la hora en que terminó")
    press(new, Qt.Key.Key_Return)
    [remark] = desk.ask(listar_observaciones, audiencia_id=hearing)
    assert remark.revision == 1
    _click(screen, "paso_del_acta")
    assert find(window, Button, "ver_observaciones").isVisible()  # nothing is approved with a remark undecided
    _click(window, "ver_observaciones")
    table = find(screen, QWidget, "lista_observaciones")
    table.setFocus()
    press(table, Qt.Key.Key_A)
    answer = find(screen, Text, "observaciones_respuesta")
    answer.setFocus()
    type_text(answer, "Se escribió en el encabezado")
    answer.clearFocus()
    [remark] = desk.ask(listar_observaciones, audiencia_id=hearing)
    assert (remark.disposicion, remark.respuesta) == ("acogida", "Se escribió en el encabezado")


def _approve(window: MainWindow, screen: ActaScreen, qtbot: QtBot) -> None:
    _click(screen, "paso_del_acta")
    _click(window, "aprobar_acta")
    qtbot.waitUntil(lambda: screen.workflow.vida.aprobada and screen.workflow.vida.sellada, timeout=20_000)


def _publish(window: MainWindow, screen: ActaScreen, qtbot: QtBot) -> None:
    _click(screen, "paso_del_acta")
    url = find(window, Line, "url")
    type_text(url, "https://www.valle-sereno.gov.co/actas/7")
    press(url, Qt.Key.Key_Return)
    assert screen.workflow.vida.estado == "publicada"


def _says_what_was_known(desk: Desk, hearing: str) -> None:
    """The figures of the data that were approved are those of the base then, and the open data inside are public."""
    version = desk.ask(version_vigente, hearing)
    assert version is not None and version.pdf is not None
    taken = leer_instantanea(desk.folder, version.instantanea)
    now = desk.ask(reunir_audiencia, PRIMERA)
    assert now is not None
    assert resumen(taken.archivo) == resumen(now)
    with pikepdf.open(desk.folder / "evidencias" / version.pdf) as pdf:
        data = json.loads(pdf.attachments["datos-abiertos.json"].get_file().read_bytes())
    assert data["version_publica"] is True
    people = json.dumps(data["audiencias"][0]["asistentes"])
    assert "documento" not in people and "telefono" not in people and "correo" not in people


def _everything_is_proved(base: Path, folder: Path, sealed: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    """From the command line: the old file is told to be corrected, a changed one is not the acta, the zip is whole."""
    copy, changed, package = folder / "acta.pdf", folder / "cambiada.pdf", folder / "expediente.zip"
    copy.write_bytes(sealed)
    changed.write_bytes(sealed + b"\n")
    capsys.readouterr()
    assert main(["comprobar", str(copy), "--base", str(base)]) == 0
    assert "versión 2" in capsys.readouterr().out
    assert main(["comprobar", str(changed), "--base", str(base)]) == 1
    assert "dice ser la versión 1" in capsys.readouterr().err
    assert main(["expediente", "--base", str(base), "--audiencia", PRIMERA, "--zip", str(package)]) == 0
    assert main(["verificar", "--expediente", str(package)]) == 0
    assert main(["verificar", "--base", str(base)]) == 0


def _click(parent: QWidget, name: str) -> None:
    find(parent, Button, name).click()
    QApplication.processEvents()
