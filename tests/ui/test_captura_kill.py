"""The program is killed while somebody types in its real window: at most two seconds of typing are missing.

With --largo it is killed thirty times.
"""

import os
import random
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from rcdesk.app.desk import Desk
from rcdesk.ui.screens.en_vivo import EnVivoScreen
from tests.bases import SEGUNDA, hearing_id, open_desk
from tests.lengths import LARGO
from tests.ui.conftest import ShowScreen

ROOT = Path(__file__).parents[2]
_BEGUN = 20  # letters
KILLS = 30 if LARGO else 1
LATEST = 2.0 if KILLS > 1 else 0.8  # seconds after the two
TYPED = "Rosa Elvira: " + " ".join(f"palabra{n} y vía{n}" for n in range(500))

TYPIST = """
import sys, time
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from rcdesk.app.preferences import Keeper
from rcdesk.ui.kit import theme
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.en_vivo import EnVivoScreen
from tests.bases import SEGUNDA, hearing_id
from tests.typing import press, type_text
folder = Path(sys.argv[1])
app = QApplication([])
theme.apply(app)
window = MainWindow(Keeper(folder.parent / "preferencias.json"))
window.resize(1366, 768)
window.show()
window.furnish()
app.processEvents()
window.start(folder)
window.go("en_vivo", hearing_id(window.bases.desk, SEGUNDA))
screen = window.findChild(EnVivoScreen)
line = screen.capture.line
line.setFocus()
print("lista", flush=True)
for letter in sys.argv[2]:
    type_text(line, letter, gap=30)
    if letter == ":":
        press(line, Qt.Key.Key_Tab)
    print(time.monotonic(), len(line.value()), flush=True)
"""


@pytest.mark.timeout(600 if KILLS > 1 else 120)
def test_what_was_typed_two_seconds_before_the_end_is_in_its_field(
    show_screen: ShowScreen, example: Path, qapp: object
) -> None:
    chance = random.Random(11)
    for _ in range(KILLS):
        last, told = killed_while_typing(example, chance.uniform(2.0, 2.0 + LATEST))
        desk = open_desk(example)
        missing = typed_at(told, last - 2.0)
        assert missing >= _BEGUN
        check(show_screen, desk, missing)
        desk.close()


def killed_while_typing(folder: Path, seconds: float) -> tuple[float, list[tuple[float, int]]]:
    """Let somebody begin, type for a while more, and die; return when, and how much there was at each moment."""
    command = [sys.executable, "-c", textwrap.dedent(TYPIST), str(folder), TYPED]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT, env=environment, text=True
    ) as typist:
        assert typist.stdout is not None
        assert typist.stdout.readline() == "lista\n"
        lines: list[list[str]] = []
        while not lines or int(lines[-1][1]) < _BEGUN:
            lines.append(typist.stdout.readline().split())
        time.sleep(seconds)
        typist.kill()
        last = time.monotonic()
        lines += [line.split() for line in typist.stdout.read().split("\n")[:-1]]
    return last, [(float(when), int(length)) for when, length in lines]


def typed_at(told: list[tuple[float, int]], moment: float) -> int:
    """How many letters there were at a moment."""
    return max((length for when, length in told if when <= moment), default=0)


def check(show_screen: ShowScreen, desk: Desk, least: int) -> None:
    screen: EnVivoScreen = show_screen(EnVivoScreen, desk, hearing_id(desk, SEGUNDA))
    found = screen.capture.line.value()
    assert TYPED.startswith(found)
    assert len(found) >= least
    assert screen.capture.chips.known()["autor"] == "Rosa Elvira"
    screen.capture.line.set_value("")
    screen.capture.chips.set_value("")
    screen.close()
