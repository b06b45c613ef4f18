"""The set-up shell: what decides whether a start is quick, and what it takes from this machine's pip."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with a .venv that works but was not prepared; its name has a space, as people's folders have."""
    root = tmp_path / "mis programas"
    shutil.copytree(ROOT / "packaging", root / "packaging")
    shutil.copy(ROOT / "uv.lock", root)
    (root / ".venv" / "bin").mkdir(parents=True)
    (root / ".venv" / "bin" / "python").symlink_to(sys.executable)
    return root


def sh(checkout: Path, code: str) -> subprocess.CompletedProcess[str]:
    script = f'set -eu; root=$1; . "$root/packaging/setup.sh"; {code}'
    command = ["sh", "-c", script, "sh", str(checkout)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=20)


def is_ready(checkout: Path, group: str) -> bool:
    return sh(checkout, f"is_ready {group}").returncode == 0


def stamp(checkout: Path, group: str) -> None:
    sh(checkout, f'is_ready {group} || printf "%s %s\\n" "$key" {group} >"$venv/ready"')


def test_nothing_is_ready_until_it_was_prepared(checkout: Path) -> None:
    assert not is_ready(checkout, "program")


def test_what_serves_the_program_does_not_serve_its_tests(checkout: Path) -> None:
    stamp(checkout, "program")
    assert is_ready(checkout, "program")
    assert not is_ready(checkout, "tests")


def test_what_serves_the_tests_serves_the_program(checkout: Path) -> None:
    stamp(checkout, "tests")
    assert is_ready(checkout, "program")
    assert is_ready(checkout, "tests")


@pytest.mark.parametrize("changed", ["uv.lock", "packaging/setup.sh", "packaging/uv-requirements.txt"])
def test_a_change_in_what_is_installed_asks_for_a_new_set_up(checkout: Path, changed: str) -> None:
    stamp(checkout, "program")
    with (checkout / changed).open("a") as file:
        file.write("# otra versión\n")
    assert not is_ready(checkout, "program")


def test_a_folder_that_was_moved_asks_for_a_new_set_up(checkout: Path) -> None:
    stamp(checkout, "program")
    moved = checkout.rename(checkout.with_name("otra carpeta"))
    assert not is_ready(moved, "program")


def test_a_system_python_that_went_away_asks_for_a_new_set_up(checkout: Path) -> None:
    stamp(checkout, "program")
    python = checkout / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to(checkout / "no-existe")
    assert not is_ready(checkout, "program")


def test_a_prepared_checkout_is_left_as_it_is_and_nothing_is_said(checkout: Path) -> None:
    stamp(checkout, "program")
    done = sh(checkout, "prepare program")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_refusal_speaks_on_stderr_only(checkout: Path) -> None:
    done = sh(checkout, 'refuse "no se pudo."')
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "rcdesk: no se pudo.\n")


@pytest.mark.parametrize(
    ("options", "value"),
    [
        ("global.cert='x'", ""),
        ("global.index-url='https://uno.example/simple'", "https://uno.example/simple"),
        ("global.index-url='a'\ninstall.index-url='b'", "b"),
        (":env:.index-url='c'\nglobal.index-url='a'\ninstall.index-url='b'", "c"),
        ("global.index-url='a\\nb'", "a b"),
        ("global.extra-index-url='a'", ""),
    ],
)
def test_the_index_is_the_one_pip_would_use(checkout: Path, options: str, value: str) -> None:
    done = sh(checkout, f'pip_options="{options}"; pip_option index-url')
    assert done.stdout == value, done.stderr


def test_a_library_that_is_missing_is_asked_for_once(checkout: Path) -> None:
    done = sh(
        checkout,
        'QT_LIBRARIES="libuno.so.1:libuno1 libdos.so.2:libuno1 libc.so.6:libc6"; '
        'apt_install() { echo "$@"; }; prepare_qt tests',
    )
    assert (done.returncode, done.stdout) == (0, "libuno1\n"), done.stderr
