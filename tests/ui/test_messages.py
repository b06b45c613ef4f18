"""A bug is said once, without what people wrote; a refusal is said where it happened."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.ui.application import Bugs
from rcdesk.ui.kit.banner import Banner
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.dialog import Dialog
from rcdesk.ui.kit.fields import Text
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.messages import explaining, report
from tests.ui.conftest import OpenWindow
from tests.widgets import find

SECRET = "María Quiñones, CC 66.777.888"


def failing(words: str) -> None:
    """Fail as a bug would, quoting what a person wrote."""
    raise ValueError(words)


def caught(words: str) -> ValueError:
    """A bug with its trace."""
    try:
        failing(words)
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_says_where_and_never_what_people_wrote() -> None:
    error = caught(SECRET)
    text = report(type(error), error.__traceback__)
    assert "ValueError" in text
    assert "test_messages.py" in text
    assert "failing" in text
    assert SECRET not in text
    assert str(Path(__file__).parent) not in text


def test_many_bugs_open_one_window_and_the_report_can_be_copied(
    open_window: OpenWindow, example: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str], qapp: QApplication
) -> None:
    window = open_window(example)
    bugs = Bugs(window)
    seen: list[int] = []

    def read() -> None:
        dialogs = [w for w in qapp.topLevelWidgets() if isinstance(w, Dialog) and w.isVisible()]
        try:
            seen.append(len(dialogs))
            find(dialogs[0], Button, "copiar_informe").click()
            seen.append("ValueError" in find(dialogs[0], Text, "informe_de_fallo").value())
        finally:
            dialogs[0].accept()

    error = caught(SECRET)
    for _ in range(3):
        bugs._hook(ValueError, error, error.__traceback__)
    assert seen == [], "a bug may happen while a widget is being painted: the window comes after"
    QTimer.singleShot(50, read)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [1, True]
    assert "ValueError" in QGuiApplication.clipboard().text()
    assert SECRET not in capsys.readouterr().err


def test_the_hook_is_given_back(open_window: OpenWindow, example: Path) -> None:
    bugs = Bugs(open_window(example))
    before = sys.excepthook
    bugs.listen()
    assert sys.excepthook == bugs._hook
    bugs.stop()
    assert sys.excepthook is sys.__excepthook__
    sys.excepthook = before


def test_ctrl_c_closes_the_window_as_a_person_would(open_window: OpenWindow, example: Path) -> None:
    window: MainWindow = open_window(example)
    Bugs(window)._hook(KeyboardInterrupt, None, None)
    assert not window.isVisible()


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (RuleError("Falta la fecha."), "Falta la fecha."),
        (StoreError("El disco está lleno."), "No se pudo guardar El disco está lleno."),
    ],
)
def test_a_refusal_is_said_in_the_banner(qtbot: QtBot, error: Exception, says: str) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    with explaining(banner, "No se pudo guardar"):
        raise error
    assert banner.text() == says


def test_a_bug_is_never_taken_for_a_refusal(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    with pytest.raises(ValueError, match="bug"), explaining(banner, "No se pudo guardar"):
        raise ValueError("bug")
