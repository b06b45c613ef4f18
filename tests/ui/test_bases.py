"""Which base the window opens, and what it says when it cannot."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.ui.bases import EXAMPLE, OWN
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.buttons import Button
from tests.bases import HOY, open_desk
from tests.ui.conftest import OpenWindow
from tests.ui.seen import in_sight, of, told
from tests.widgets import find


def test_the_first_start_makes_a_base_without_asking_and_shows_three_doors(
    open_window: OpenWindow, documents: Path
) -> None:
    window = open_window()
    assert (documents / OWN / "datos.db").is_file()
    assert in_sight(window) == "inicio"
    assert find(window, QWidget, "puerta_nueva").isVisible()
    assert window.windowTitle() == "Base · rcdesk"


def test_the_example_opens_beside_the_base_and_is_made_once(open_window: OpenWindow, documents: Path) -> None:
    window = open_window()
    find(window, Button, "puerta_ejemplo").click()
    assert of(window).folder == documents / EXAMPLE
    made = (documents / EXAMPLE / "datos.db").stat().st_ino
    window.open_own()
    window.open_example()
    assert (documents / EXAMPLE / "datos.db").stat().st_ino == made
    assert of(window).undo_step is None, "the example itself must not be undone"


def test_the_next_start_opens_the_last_base_where_it_was_left(open_window: OpenWindow, example: Path) -> None:
    first = open_window(example)
    first.go("audiencias")
    first.close()
    again = open_window()
    assert of(again).folder == example
    assert in_sight(again) == "audiencias"


def test_a_last_base_that_is_gone_is_said_and_the_own_one_opens(
    open_window: OpenWindow, example: Path, documents: Path
) -> None:
    open_window(example).close()
    example.rename(example.with_name("Movida.rcdesk"))
    window = open_window()
    assert of(window).folder == documents / OWN
    assert "No se encontró la base" in told(window)


def test_a_week_after_a_text_was_set_aside_closing_the_base_sweeps_it(
    open_window: OpenWindow, example: Path, qapp: QApplication
) -> None:
    first = open_window(example)
    for name in ("dejado", "a_medias"):
        of(first).drafts.save(name, "¿Y la vía?")
    of(first).drafts.used("dejado")
    first.close()
    moment.set_clock(qapp, lambda: HOY + timedelta(days=8))
    later = open_window(example)
    assert of(later).drafts.last("dejado") is not None
    later.close()
    desk = open_desk(example)
    assert desk.drafts.last("dejado") is None
    assert desk.drafts.last("a_medias") is not None
    desk.close()


def make_newer(file: Path) -> None:
    """Say in the header of a base that a later program made it."""
    content = bytearray(file.read_bytes())
    content[60:64] = (9999).to_bytes(4, "big")
    file.write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda folder: (folder / "datos.db").write_bytes(b""), "está dañada"),
        (lambda folder: (folder / "datos.db").write_bytes(b"x" * 4096), "no es una base de datos"),
        (lambda folder: (folder / "datos.db").unlink(), "le falta el archivo"),
        (lambda folder: make_newer(folder / "datos.db"), "versión más nueva"),
    ],
)
def test_a_base_that_cannot_open_is_explained_on_an_empty_window(
    open_window: OpenWindow, example: Path, spoil: Callable[[Path], object], says: str
) -> None:
    spoil(example)
    window = open_window(example)
    assert window.bases.desk is None
    assert says in told(window)
    window.open_own()
    assert in_sight(window) == "inicio"
    assert told(window) == ""


def test_a_base_in_use_names_who_has_it_and_what_was_open_stays_open(
    open_window: OpenWindow, example: Path, documents: Path
) -> None:
    other = open_desk(example)
    try:
        window = open_window()
        window._open(lambda: window.bases.open(example))
        assert "ya está abierta por Elena Mora" in told(window)
        assert of(window).folder == documents / OWN
        assert in_sight(window) == "inicio"
    finally:
        other.close()
