"""Screens are tested on a real base with the shipped example, in real windows, at 10:41:07 of 20 November 2026."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.app.preferences import Keeper
from rcdesk.ui.kit import moment, theme
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.screen import Announcer, Screen
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.en_vivo import EnVivoScreen
from tests.bases import HOY, SEGUNDA, copied, hearing_id, make_example, open_desk
from tests.running import let_people_in, put_on_air

ShowScreen = Callable[..., Any]
OpenWindow = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def _dressed_at_an_hour(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "claro")
    moment.set_clock(qapp, lambda: HOY)
    yield
    moment.set_clock(qapp, None)


@pytest.fixture(scope="session")
def example_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped example as a closed base: copy it, never open it."""
    return make_example(tmp_path_factory.mktemp("ejemplo") / "Ejemplo.rcdesk")


@pytest.fixture
def example(example_folder: Path, tmp_path: Path) -> Path:
    """A copy of the example for this test alone."""
    return copied(example_folder, tmp_path / "Ejemplo.rcdesk")


@pytest.fixture(scope="session")
def segunda(example_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The key of the hearing of the example that is being prepared, in every copy of it."""
    desk = open_desk(copied(example_folder, tmp_path_factory.mktemp("claves") / "Ejemplo.rcdesk"))
    key = hearing_id(desk, SEGUNDA)
    desk.close()
    return key


@pytest.fixture(scope="session")
def on_air_folder(example_folder: Path, segunda: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with that hearing on air and questions in every state, closed: copy it, never open it."""
    folder = copied(example_folder, tmp_path_factory.mktemp("al_aire") / "Ejemplo.rcdesk")
    desk = open_desk(folder)
    put_on_air(desk, segunda)
    desk.close()
    return folder


@pytest.fixture
def on_air(on_air_folder: Path, tmp_path: Path) -> Path:
    """A copy of that one for this test alone."""
    return copied(on_air_folder, tmp_path / "Ejemplo.rcdesk")


@pytest.fixture(scope="session")
def peopled_folder(example_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with people in at the hearing that is being prepared, closed: copy it, never open it."""
    folder = copied(example_folder, tmp_path_factory.mktemp("con_gente") / "Ejemplo.rcdesk")
    desk = open_desk(folder)
    let_people_in(desk, hearing_id(desk, SEGUNDA))
    desk.close()
    return folder


@pytest.fixture
def peopled(peopled_folder: Path, tmp_path: Path) -> Path:
    """A copy of that one for this test alone."""
    return copied(peopled_folder, tmp_path / "Ejemplo.rcdesk")


@pytest.fixture
def at_the_door(peopled: Path, open_window: OpenWindow) -> MainWindow:
    """The main window on Registro of that hearing."""
    return open_window(peopled, "registro")


@pytest.fixture
def announcer(qapp: QApplication) -> Announcer:
    """What takes news from `desk` and `empty_desk` to the screens."""
    return Announcer()


@pytest.fixture
def desk(example: Path, announcer: Announcer) -> Iterator[Desk]:
    """A desk over the example."""
    opened = open_desk(example, announcer.changed.emit)
    yield opened
    opened.close()


@pytest.fixture
def empty_desk(tmp_path: Path, announcer: Announcer) -> Iterator[Desk]:
    """A desk over an empty base."""
    opened = open_desk(tmp_path / "Base.rcdesk", announcer.changed.emit)
    yield opened
    opened.close()


@pytest.fixture
def peopled_desk(peopled: Path, announcer: Announcer) -> Iterator[Desk]:
    """A desk over the example with people in."""
    opened = open_desk(peopled, announcer.changed.emit)
    yield opened
    opened.close()


@pytest.fixture
def audiencia_id(desk: Desk) -> str:
    """The key of the hearing of the example that is being prepared."""
    return hearing_id(desk, SEGUNDA)


@pytest.fixture
def show_screen(qtbot: QtBot, announcer: Announcer) -> ShowScreen:
    """Return a function that shows a screen alone, in touch with its desk: show(Class, desk, hearing)."""

    def show(kind: type[Screen], desk: Desk, hearing: str = "") -> Screen:
        screen = kind(desk)
        announcer.changed.connect(screen.heard)
        if isinstance(screen, HearingScreen):
            screen.open(hearing)
        screen.resize(1270, 680)
        theme.dress(screen)
        qtbot.addWidget(screen)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        return screen

    return show


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the window makes the person's own base in this test."""
    folder = tmp_path / "Documentos"
    monkeypatch.setattr("rcdesk.ui.bases.documents", lambda: folder)
    return folder


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path, documents: Path, request: pytest.FixtureRequest) -> Iterator[OpenWindow]:
    """Return a function that opens the main window, on the base in a folder or as the first time.

    With a tab, as when one had been working there, in the hearing of the example that is being prepared.
    """
    windows: list[MainWindow] = []

    def open_(folder: Path | None = None, tab: str = "") -> MainWindow:
        keeper = Keeper(tmp_path / "preferencias.json")
        if tab:
            keeper.keep(lugar=tab, audiencia=request.getfixturevalue("segunda"))
        window = MainWindow(keeper)
        windows.append(window)
        window.resize(1366, 768)
        with qtbot.waitSignal(window.painted):
            window.show()
        with qtbot.waitSignal(window.furnished):
            window.furnish()
        window.activateWindow()
        window.start(folder)
        if tab:
            qtbot.waitUntil(window.isActiveWindow)
        return window

    yield open_
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(open_window: OpenWindow, example: Path) -> MainWindow:
    """The main window on the tab En vivo of the hearing that is being prepared."""
    return open_window(example, "en_vivo")


@pytest.fixture
def screen(window: MainWindow) -> EnVivoScreen:
    """En vivo in that window."""
    found = window.findChild(EnVivoScreen)
    assert found is not None
    return found
