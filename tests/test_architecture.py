"""The house rules, held over the whole checkout; a checker that finds nothing in a bad sample would prove nothing."""

import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest
from importlinter.api import read_configuration

from tests import rules
from tests.rules import Breach

ROOT = Path(__file__).parents[1]
PYPROJECT = ROOT / "pyproject.toml"

TOP_LEVEL = {"rcdesk", "resources", "tests", "packaging", "pyproject.toml", "README.md"}  # what the user fixed
TOP_LEVEL_BESIDES = {"uv.lock", "LICENSE", ".ci", ".git", ".gitignore"}

WRITES_FILES = {
    "rcdesk/store/files.py": "leaves a file of the base whole, or as it was",
    "rcdesk/render/writer.py": "leaves a document whole, or as it was: render does not see the store",
}
READS_CLOCK = {
    "rcdesk/ui": "the screens hand the hour down",
    "rcdesk/cli": "the commands hand the hour down",
    "rcdesk/__main__.py": "the wiring hands the hour down",
}
MAKES_LABELS = {"rcdesk/ui/kit/plain.py": "its labels and dialogs never guess HTML"}


@cache
def unwanted() -> tuple[str, ...]:
    """What .gitignore names."""
    return tuple(line.strip("/") for line in (ROOT / ".gitignore").read_text().splitlines())


def ignored(path: Path) -> bool:
    """True for what .gitignore names: made by tools, not by us."""
    return any(fnmatch(part, pattern) for part in path.relative_to(ROOT).parts for pattern in unwanted())


def sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        found = sorted((ROOT / folder).rglob("*"))
        yield from (path for path in found if path.suffix in {".py", ".sh"} and not ignored(path))


def modules() -> Iterator[Path]:
    return (path for path in sources("rcdesk") if path.suffix == ".py")


def is_text(path: Path) -> bool:
    return b"\0" not in path.read_bytes()[:1024]


def breaches(check: Callable[[str], list[Breach]], paths: Iterable[Path], free: Iterable[str] = ()) -> list[str]:
    """What breaks a rule in these files, as `file:line what`; `free` names the files and folders that may."""
    found = []
    for path in paths:
        name = path.relative_to(ROOT).as_posix()
        if any(name == one or name.startswith(f"{one}/") for one in free):
            continue
        found += [f"{name}:{breach.line} {breach.what}" for breach in check(path.read_text(encoding="utf-8"))]
    return found


def lint_imports(folder: Path) -> tuple[int, str]:
    """Exit code and report of our contracts over the package `rcdesk` of a folder."""
    code = "from importlinter.cli import lint_imports_command as run; run()"
    command = [sys.executable, "-c", code, "--no-cache", "--config", str(PYPROJECT)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    return done.returncode, done.stdout + done.stderr


def test_imports_keep_every_contract() -> None:
    code, report = lint_imports(ROOT)
    assert code == 0, report


def test_every_contract_notices_a_package_that_breaks_it(tmp_path: Path) -> None:
    foreign = ("PySide6", "pypdfium2", "sqlalchemy", "reportlab", "python_calamine", "socket")
    layers = ["cli", "app", "render", "store", "exchange", "documents", "i18n", "resources", "uncollected"]
    for name, text in {
        **{f"{layer}.py": "" for layer in ("__init__", "__main__", *layers)},
        "domain/__init__.py": "\n".join(f"import {library}" for library in foreign),
        "ui/__init__.py": "",
        "ui/screens/__init__.py": "",
        "ui/screens/preguntas.py": "import rcdesk.ui.screens.acta",
        "ui/screens/acta.py": "",
        "work.py": "import rcdesk.ui",
        "sin_lugar.py": "",
    }.items():
        path = tmp_path / "rcdesk" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    _, report = lint_imports(tmp_path)
    names = [contract["name"] for contract in read_configuration(str(PYPROJECT))["contracts_options"]]
    assert [name for name in names if f"{name} BROKEN" not in report] == []
    assert "rcdesk.work is not allowed to import rcdesk.ui" in report
    assert "sin_lugar" in report


def test_no_file_and_no_function_is_two_things() -> None:
    paths = list(sources("rcdesk", "tests", "packaging"))
    assert breaches(rules.long_file, paths) == []
    assert breaches(rules.long_functions, (path for path in paths if path.suffix == ".py")) == []


def test_files_are_written_only_where_they_are_left_whole() -> None:
    assert breaches(rules.file_writes, modules(), WRITES_FILES) == []


def test_the_hour_is_read_only_at_the_edge() -> None:
    assert breaches(rules.clock_readings, modules(), READS_CLOCK) == []


def test_no_label_may_take_the_words_of_a_citizen_for_html() -> None:
    assert breaches(rules.guessing_widgets, modules(), MAKES_LABELS) == []


def test_nothing_names_a_folder_of_this_machine() -> None:
    ours = [path for path in ROOT.iterdir() if path.name != ".git" and not ignored(path)]
    everything = [path for top in ours for path in (top.rglob("*") if top.is_dir() else [top])]
    texts = [path for path in everything if path.is_file() and not ignored(path) and is_text(path)]
    assert breaches(rules.machine_paths, texts) == []


def test_the_lock_names_only_the_public_index() -> None:
    assert breaches(rules.foreign_sources, [ROOT / "uv.lock"]) == []


def test_the_top_level_is_the_one_agreed() -> None:
    present = {path.name for path in ROOT.iterdir() if not ignored(path)}
    assert present - TOP_LEVEL - TOP_LEVEL_BESIDES == set()


def test_packaging_is_not_a_package_that_hides_the_library_of_its_name() -> None:
    assert list((ROOT / "packaging").rglob("__init__.py")) == []


@pytest.mark.parametrize("script", sorted((ROOT / "packaging").glob("*.sh")), ids=lambda path: path.name)
def test_a_script_of_packaging_reads_as_posix_shell(script: Path) -> None:
    done = subprocess.run(["sh", "-n", str(script)], capture_output=True, text=True, check=False, timeout=10)
    assert (done.returncode, done.stderr) == (0, "")


BAD_SAMPLES = {
    rules.long_file: "x = 1\n" * 401,
    rules.long_functions: "class A:\n    async def f(self):\n" + "        x = 1\n" * 40,
    rules.clock_readings: "import datetime as d\nnow = d.datetime.now\n",
    rules.file_writes: "from pathlib import Path\nPath('x').open(mode='ab')\n",
    rules.guessing_widgets: "from PySide6.QtWidgets import QLabel\nclass Mine(QLabel): ...\n",
    rules.machine_paths: "BASE = '" + "/".join(("", "home", "ana", "bases", "")) + "'\n",
    rules.foreign_sources: 'source = { registry = "https://pypi.org.example/simple" }\n',
}

MORE_BAD_SAMPLES = [
    (rules.clock_readings, "from datetime import date\ndate.today()\n"),
    (rules.clock_readings, "import time\ntime.time()\n"),
    (rules.file_writes, "open('x', 'w')\n"),
    (rules.file_writes, "path.write_text('')\n"),
    (rules.file_writes, "os.fdopen(number, 'wb')\n"),
    (rules.guessing_widgets, "QtWidgets.QLabel('<b>')\n"),
    (rules.guessing_widgets, "QMessageBox.information(None, 'a', 'b')\n"),
    (rules.guessing_widgets, "self.button.setToolTip(text)\n"),
    (rules.machine_paths, "see " + "/".join(("", "work", "brief"))),
    (rules.foreign_sources, "url = file://server/wheels\n"),
]

GOOD_SAMPLES = [
    (rules.long_file, "x = 1\n" * 400),
    (rules.long_functions, "@cache\ndef f():\n" + "    x = 1\n" * 39),
    (rules.clock_readings, "import time\ntime.monotonic()\nself.now()\n"),
    (rules.file_writes, "path.open('rb')\nopen('wa.txt')\npath.read_text()\n"),
    (rules.guessing_widgets, "PlainLabel('<b>')\n"),
    (rules.machine_paths, "rcdesk/work/actas.py and ../work/x and {base}/work/x\n"),
    (rules.foreign_sources, 'url = "https://files.pythonhosted.org/packages/x.whl"\n'),
]


@pytest.mark.parametrize(("check", "sample"), [*BAD_SAMPLES.items(), *MORE_BAD_SAMPLES])
def test_a_checker_finds_the_breach_in_a_bad_sample(check: Callable[[str], list[Breach]], sample: str) -> None:
    assert len(check(sample)) == 1


@pytest.mark.parametrize(("check", "sample"), GOOD_SAMPLES)
def test_a_checker_leaves_a_good_sample_alone(check: Callable[[str], list[Breach]], sample: str) -> None:
    assert check(sample) == []
