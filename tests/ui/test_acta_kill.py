"""The program is killed while the secretary writes a section: what she wrote is in its own section, unsaved."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rcdesk.domain.registro import Parrafo
from rcdesk.ui.kit.blocks_editor import BlocksEditor
from rcdesk.work.actas import listar_secciones
from tests.bases import PRIMERA, hearing_id, open_desk
from tests.ui.acta import drawn, of, open_at
from tests.ui.conftest import ShowScreen

ROOT = Path(__file__).parents[2]
TYPED = "La comunidad pidió que se lea el acta antes de firmarla."

SECRETARY = """
import os, signal, sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from rcdesk.ui.kit import theme
from rcdesk.ui.kit.blocks_editor import BlocksEditor
from rcdesk.ui.screens.acta import ActaScreen
from rcdesk.work.actas import listar_secciones
from tests.bases import PRIMERA, hearing_id, open_desk
from tests.typing import type_text
app = QApplication([])
theme.apply(app)
desk = open_desk(Path(sys.argv[1]))
hearing = hearing_id(desk, PRIMERA)
section = desk.ask(listar_secciones, audiencia_id=hearing)[1]
screen = ActaScreen(desk)
screen.open(hearing)
screen.resize(1270, 680)
screen.show()
screen.activateWindow()
screen.open_part(f"seccion/{section.id}")
QTest.qWait(50)
editor = screen.findChild(BlocksEditor, "seccion_texto_bloques")
editor.make("parrafo")
for letter in sys.argv[2]:
    type_text(app.focusWidget(), letter, gap=1)
QTest.qWait(700)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.timeout(120)
def test_what_was_being_written_when_the_program_died_is_in_its_section(
    show_screen: ShowScreen, example: Path, qtbot: QtBot
) -> None:
    command = [sys.executable, "-c", textwrap.dedent(SECRETARY), str(example), TYPED]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    died = subprocess.run(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True, check=False)
    assert died.returncode == -9, died.stderr
    desk = open_desk(example)
    hearing = hearing_id(desk, PRIMERA)
    first, second, *_ = desk.ask(listar_secciones, audiencia_id=hearing)
    screen = open_at(show_screen, desk, qtbot, hearing, f"seccion/{first.id}")
    editor = of(screen, BlocksEditor, "seccion_texto_bloques")
    assert isinstance(editor, BlocksEditor)
    assert editor.value() == first.bloques
    screen.open_part(f"seccion/{second.id}")
    assert editor.value() == (*second.bloques, Parrafo(texto=TYPED))
    assert editor.is_unsaved()
    drawn(qtbot, screen)
    screen.close()
    desk.close()
