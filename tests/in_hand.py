"""What is done with the question in hand, so that its pane can be drawn."""

from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from rcdesk.ui.kit.rows import Table
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.en_vivo import EnVivoScreen
from rcdesk.work.audiencias import editar_audiencia
from rcdesk.work.expansiones import guardar_abreviatura
from rcdesk.work.preguntas import agrupar, convertir_en_compromiso, corregir_pregunta, responder_pregunta
from tests.typing import type_text
from tests.widgets import find

_ANSWER = (
    "La Comisaría de turno atiende las 24 horas en la Casa de Justicia. El domingo se llama a la línea 155 y la "
    "patrulla acompaña a la persona a pedir la medida; la Secretaría hace seguimiento el día hábil siguiente."
)


def screen_of(window: MainWindow) -> EnVivoScreen:
    """Return the screen En vivo."""
    found = window.findChild(EnVivoScreen)
    assert found is not None
    return found


def take(window: MainWindow, place: int) -> EnVivoScreen:
    """Take in hand the question at a place of the queue, with the keys in the queue."""
    table = window.findChild(Table, "cola_preguntas")
    assert table is not None
    table.setCurrentIndex(table.model().index(place, 0))
    table.setFocus()
    screen = screen_of(window)
    screen.panes.open_detail()
    return screen


def answered(window: MainWindow) -> EnVivoScreen:
    """A question answered aloud whose text and promise are written, in a hearing that is recorded."""
    screen = take(window, 2)
    desk, key = screen.desk, screen.detail.key
    desk.do(editar_audiencia, id=screen.audiencia_id, valores={"grabacion_inicio": "2026-11-20T10:28:20-05:00"})
    desk.do(responder_pregunta, id=key, texto=_ANSWER.replace("155", "123"))
    desk.do(responder_pregunta, id=key, texto=_ANSWER)
    desk.do(corregir_pregunta, id=key, valores={"acciones_a_desarrollar": "Divulgar la ruta en los 12 salones"})
    desk.do(convertir_en_compromiso, id=key)
    return screen


def its_history(window: MainWindow) -> None:
    """Look at the history of an answered question, one step of it taken back."""
    screen = answered(window)
    window.undoing.undo()
    screen.pen.history()


def other_wording(window: MainWindow) -> None:
    """Write another wording for the acta."""
    screen = take(window, 4)
    words = "¿Cuánta cooperación internacional llegó este año y en qué se invirtió?"
    screen.desk.do(corregir_pregunta, id=screen.detail.key, valores={"texto_editado": words})
    QApplication.processEvents()
    find(screen.detail, QScrollArea).ensureWidgetVisible(find(screen.detail, QWidget, "diferencia_redaccion"))
    find(screen.detail, QWidget, "pregunta_texto_editado").setFocus()
    QApplication.processEvents()


def several_askers(window: MainWindow) -> None:
    """A question that answers for others."""
    screen = take(window, 3)
    lead = screen.detail.key
    for place in (4, 6):
        take(window, place)
        screen.desk.do(agrupar, id=screen.detail.key, principal=lead)
    take(window, 3)


def grouped(window: MainWindow) -> None:
    """A question that another one answers for."""
    take(window, 8)


def abbreviations(window: MainWindow) -> None:
    """Ask for the abbreviations in an answer."""
    screen = take(window, 2)
    for name, text in (("plan", "Plan de Desarrollo Distrital 2024-2027"), ("sec", "Secretaría de Gobierno")):
        screen.desk.do(guardar_abreviatura, nombre=name, texto=text)
    screen.hand.write_answer()
    type_text(screen.detail.answer, "Según el ;?")


def no_abbreviations(window: MainWindow) -> None:
    """Ask for them when there is none."""
    take(window, 2).pen.abbreviations()
