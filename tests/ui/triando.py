"""What is done with a pasted chat, and what is seen of it."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from rcdesk.ui.screens.en_vivo import EnVivoScreen
from tests.questions import listar_preguntas
from tests.typing import press

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def paste(screen: EnVivoScreen, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    screen.capture.line.insertFromMimeData(data)


def texts(screen: EnVivoScreen) -> list[str]:
    rows = screen.desk.ask(listar_preguntas, audiencia_id=screen.audiencia_id)
    return [row.texto for row in rows]


def fates(screen: EnVivoScreen) -> list[str]:
    assert screen.batch.tanda is not None
    return [one.destino for one in screen.batch.tanda.renglones]


def key(screen: EnVivoScreen, which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    here = QApplication.focusWidget()
    assert here is not None
    letter = chr(which.value) if which.value < 0x7F and modifiers == Qt.KeyboardModifier.NoModifier else ""
    press(here, which, modifiers, text=letter.lower())
