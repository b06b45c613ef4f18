"""What the secretary does in the studio of the acta: pastes from Word, drops pictures, writes sections inside one."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget

from rcdesk.ui.kit.blocks.figure import FigureView
from rcdesk.ui.kit.blocks.prose import Prose
from rcdesk.ui.kit.blocks_editor import BlocksEditor
from rcdesk.ui.main_window import MainWindow
from rcdesk.work.actas import listar_secciones
from tests.bases import PRIMERA, hearing_id
from tests.pause import pause
from tests.shots import Shot
from tests.typing import type_text

COPIED = """<p>Los asistentes de la zona rural presentaron <b>tres peticiones</b>:</p>
<ol><li>Placa huella en la vía al Alto de la Cruz.</li><li>Horario del centro de salud:<ul><li>lunes a viernes</li>
<li>sábados hasta el mediodía</li></ul></li><li>Acueducto veredal.</li></ol>
<table><tr><th>Sector</th><th>Personas</th><th>Peticiones</th></tr><tr><td>Norte</td><td>18</td><td>2</td></tr>
<tr><td>Ladera</td><td>7</td><td>1</td></tr></table><p>Se dejó constancia en el acta.</p><img src="x">"""


def section(number: int, *acts: Callable[[BlocksEditor], object]) -> Callable[[MainWindow], object]:
    """Open a section of the acta and do something in its text."""

    def run(window: MainWindow) -> None:
        assert window.bases.desk is not None
        hearing = hearing_id(window.bases.desk, PRIMERA)
        rows = window.bases.desk.ask(listar_secciones, audiencia_id=hearing)
        window.go("acta", f"{hearing}/seccion/{rows[number - 1].id}")
        pause(200)
        editor = window.findChild(BlocksEditor, "seccion_texto_bloques")
        assert editor is not None
        for act in acts:
            act(editor)
            pause(300)
        focus = QApplication.focusWidget()
        for area in window.findChildren(QScrollArea):
            if focus is not None and area.isAncestorOf(focus):
                area.ensureWidgetVisible(focus, 0, 260)
        pause(1200)

    return run


def paste_from_word(editor: BlocksEditor) -> None:
    """Paste a piece of a document after the text."""
    editor.make("parrafo")
    prose = QApplication.focusWidget()
    assert isinstance(prose, Prose)
    data = QMimeData()
    data.setHtml(COPIED)
    data.setText("copiado")
    prose.insertFromMimeData(data)


def drop_pictures(editor: BlocksEditor) -> None:
    """Drop two pictures, and describe the first."""
    folder = Path(tempfile.mkdtemp())
    paths = []
    for name, colour in (("salon.png", "#3b6ea5"), ("recorrido.png", "#6a994e")):
        image = QImage(1600, 1000, QImage.Format.Format_RGB32)
        image.fill(QColor("#dfe7ee"))
        painter = QPainter(image)
        for step in range(5):
            painter.fillRect(160 + 280 * step, 840 - 140 * step, 160, 140 * step + 60, QColor(colour))
        painter.end()
        image.save(str(folder / name))
        paths.append(folder / name)
    (folder / "acta vieja.png").write_text("no es una imagen")
    editor.pictures.take([*paths, folder / "acta vieja.png"])
    for _ in range(100):
        pause(50)
        if len(editor.findChildren(FigureView)) == len(paths):
            return


def write_inside(editor: BlocksEditor) -> None:
    """Add two sections inside this one."""
    line = editor.window().findChild(QLineEdit, "agregar_subsecciones")
    assert line is not None
    line.setFocus()
    type_text(line, "Intervención de la alcaldía\nIntervención de la veeduría\n")


def show_inside(editor: BlocksEditor) -> None:
    """Open the first section inside."""
    table = editor.window().findChild(QWidget, "lista_subsecciones")
    assert table is not None
    table.setFocus()
    type_text(table, "\n")


ESTUDIO = (
    Shot("acta_estudio_pegado", section(2, paste_from_word)),
    Shot("acta_estudio_figuras", section(2, drop_pictures)),
    Shot("acta_estudio_subsecciones", section(2, write_inside)),
    Shot("acta_estudio_subseccion", section(2, write_inside, show_inside)),
)
