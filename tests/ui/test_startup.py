"""The first paint needs only Qt, the kit and what is read from files: everything else loads when it is wanted."""

import json
import subprocess
import sys
from pathlib import Path
from typing import get_type_hints

from rcdesk.ui.commands import COMMANDS, HEARING, WINDOW
from rcdesk.ui.keyboard import alternatives, is_typing
from rcdesk.ui.open_hearing import OpenHearing
from rcdesk.ui.places import PLACES
from tests.bases import PRIMERA

ROOT = Path(__file__).parents[2]

PAINTS = """
import json, os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtWidgets import QApplication
from rcdesk.app.preferences import Keeper
from rcdesk.ui import application  # what the program itself imports
from rcdesk.ui.main_window import MainWindow

app = QApplication([])
window = MainWindow(Keeper(Path(sys.argv[1])))
loaded = []
window.painted.connect(lambda: loaded.append(list(sys.modules)))
window.painted.connect(window.furnish)
window.furnished.connect(lambda: loaded.append(list(sys.modules)))
window.furnished.connect(app.quit)
window.show()
app.exec()
print(json.dumps(loaded))
"""

FIRST_PAINT = {
    "rcdesk.app",
    "rcdesk.app.preferences",
    "rcdesk.domain",
    "rcdesk.domain.errors",
    "rcdesk.ui",
    "rcdesk.ui.application",
    "rcdesk.ui.frame",
    "rcdesk.ui.kit",
    "rcdesk.ui.kit.spanish",
    "rcdesk.ui.kit.tokens",
    "rcdesk.ui.main_window",
    "rcdesk.ui.places",
    "rcdesk.ui.screens",
}
FURNISHED = FIRST_PAINT | {"rcdesk.i18n", "rcdesk.resources"}
NEVER = ("sqlalchemy", "alembic", "pysqlite3", "sqlite3", "reportlab", "pikepdf", "pypdfium2", "holidays", "PIL")


def test_the_first_paint_imports_qt_and_the_frame_and_the_frame_only_the_kit(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PAINTS, str(tmp_path / "preferencias.json")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    painted, furnished = json.loads(done.stdout)
    assert {name for name in painted if name.startswith("rcdesk.")} == FIRST_PAINT
    beyond_the_window = {n for n in furnished if n.startswith("rcdesk.") and not n.startswith("rcdesk.ui.")}
    assert beyond_the_window <= FURNISHED
    assert [name for name in furnished if name.startswith("rcdesk.ui.screens.")] == []
    assert [name for name in furnished if name.split(".")[0] in NEVER] == []


def test_a_command_asks_for_a_command_line_that_imports_no_qt() -> None:
    code = "import sys; from rcdesk.__main__ import main; main(['--help'])"
    probe = f"import atexit, sys\natexit.register(lambda: print('PySide6' in sys.modules))\n{code}"
    done = subprocess.run(
        [sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip().endswith("False")


def test_an_acta_is_made_from_the_command_line_without_sqlalchemy(example: Path, tmp_path: Path) -> None:
    order = ["acta", "--base", str(example), "--audiencia", PRIMERA, "--pdf", str(tmp_path / "acta.pdf")]
    probe = f"import sys; from rcdesk.cli import main; main({order}); print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (done.stderr, done.stdout.split()[-1]) == ("", "False")


def test_every_command_has_its_own_id_and_a_place_that_may_exist() -> None:
    ids = [command.id for command in COMMANDS]
    assert len(ids) == len(set(ids))
    known = {WINDOW, HEARING, *PLACES, "preparacion", "registro", "en_vivo", "encuesta", "acta", "cierre", "cronograma"}
    assert [command.id for command in COMMANDS if command.place not in known] == []


def has(kind: type, method: str) -> bool:
    """Whether a screen, or the part of it that its class declares (`hand.approve`), has that method."""
    part, _, its = method.partition(".")
    return has(get_type_hints(kind).get(part, object), its) if its else hasattr(kind, part)


def test_every_command_of_a_screen_that_exists_names_a_method_it_has() -> None:
    missing = [
        command.id
        for command in COMMANDS
        if command.method and command.place in PLACES and not has(PLACES[command.place].load(), command.method)
    ]
    missing += [c.id for c in COMMANDS if c.place == HEARING and not hasattr(OpenHearing, c.method)]
    assert missing == []


def test_a_key_that_is_typing_belongs_to_a_list_or_to_its_own_widget() -> None:
    stray = [
        command.id
        for command in COMMANDS
        if command.method and not command.list and any(map(is_typing, alternatives(command.keys)))
    ]
    assert stray == [], "a letter, Enter or Supr without a list would be stolen from what is being typed"


def test_no_two_commands_of_one_place_share_a_key() -> None:
    clashes = []
    for place in {command.place for command in COMMANDS}:
        taken: dict[str, str] = {}
        for command in COMMANDS:
            of_any_table = command.place == WINDOW and not command.method  # which leaves them to what the place does
            if command.place in (place, WINDOW) and not of_any_table:
                for keys in alternatives(command.keys):
                    key = f"{keys} {command.list if is_typing(keys) else ''}"
                    if key in taken and command.method and taken[key] != command.id:
                        clashes.append((place, key, taken[key], command.id))
                    taken[key] = command.id
    assert clashes == []
