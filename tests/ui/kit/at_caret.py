"""Where the caret of a narrative is: typing and pasting there."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.ui.kit.blocks.prose import Prose
from tests.typing import type_text


def here() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def type_on(text: str) -> None:
    """Type where the caret is, letter by letter: Enter may take it elsewhere."""
    for letter in text:
        type_text(here(), letter)


def paste(html: str = "", text: str = "") -> None:
    """Paste where the caret is."""
    prose = here()
    assert isinstance(prose, Prose)
    data = QMimeData()
    if html:
        data.setHtml(html)
    data.setText(text)
    assert prose.canInsertFromMimeData(data)
    prose.insertFromMimeData(data)
