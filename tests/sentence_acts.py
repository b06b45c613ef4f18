"""Sentences that the figures write, reworded and parted from them, so that they can be drawn."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from rcdesk.domain.registro import Inserto, Parrafo
from rcdesk.ui.kit.blocks_editor import BlocksEditor
from rcdesk.ui.main_window import MainWindow
from rcdesk.work.actas import editar_acta, listar_secciones
from rcdesk.work.narrativa import editar_narrativa
from tests.acts import wait_for_pages
from tests.bases import PRIMERA, hearing_id
from tests.pause import pause
from tests.shots import Shot

REWORDED = "Llegaron trece (13) inquietudes de la ciudadanía y todas se contestaron."


def written(window: MainWindow, part: str = "") -> None:
    """The section of the questions with a generated sentence, one reworded, and a percentage that cannot be."""
    desk = window.bases.desk
    assert desk is not None
    hearing = hearing_id(desk, PRIMERA)
    section = desk.ask(listar_secciones, audiencia_id=hearing)[6]
    loose = Parrafo(texto="El 29,8 % preguntó por la gestión y el resto, 9 de 14 (64,3 %), por otros temas.")
    sentences = (Inserto(dato="frase_de_preguntas"), Parrafo(texto=REWORDED, dato="frase_de_preguntas"), loose)
    blocks = (*sentences, Inserto(dato="frase_de_analisis"), *section.bloques)
    desk.do(editar_narrativa, tabla="secciones", id=section.id, campo="bloques", bloques=blocks)
    said = {"responsabilidad": "Queda pendiente una de las 15 preguntas.", "notas": ("Listado en cuatro (4) folios.",)}
    desk.do(editar_acta, audiencia_id=hearing, valores=said)
    window.go("acta", f"{hearing}/{part or f'seccion/{section.id}'}")
    wait_for_pages(window)


def closing(window: MainWindow) -> None:
    """What closes the acta, with words that say something else."""
    written(window, "cierre")


def offered(window: MainWindow) -> None:
    """What may be put in, with what each would print."""
    written(window)
    editor = window.findChild(BlocksEditor, "seccion_texto_bloques")
    assert editor is not None
    editor.tools.insert.click()
    menu = editor.tools.findChild(QMenu)
    assert menu is not None
    pause(50)


FRASES = (Shot("acta_frases", written), Shot("acta_frases_cierre", closing), Shot("acta_frases_menu", offered))
