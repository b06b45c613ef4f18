"""What is done in the queue, so that it can be drawn: its turns, a search, why one is left out, where one is sent."""

from collections.abc import Callable

from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.en_vivo import EnVivoScreen
from tests.acts import to_queue
from tests.typing import type_text


def _screen(window: MainWindow) -> EnVivoScreen:
    found = window.findChild(EnVivoScreen)
    assert found is not None
    return found


def in_turns(window: MainWindow) -> None:
    """Show the queue by turns, one answered still in its place."""
    screen = _screen(window)
    screen.queue.filter.set_value("en_cola")
    screen.queue.filter.edited.emit()
    to_queue(window)
    screen.hand.up()
    screen.hand.answered_aloud()


def looking(words: str) -> Callable[[MainWindow], None]:
    """Look among the questions."""

    def run(window: MainWindow) -> None:
        screen = _screen(window)
        screen.look_for()
        type_text(screen.queue.search, words)

    return run


def left_out(window: MainWindow) -> None:
    """Say why a question does not proceed, with the third of the usual reasons."""
    to_queue(window)
    screen = _screen(window)
    screen.queue.table.selectRow(3)
    screen.hand.out_of_place()
    focus = window.focusWidget()
    assert focus is not None
    type_text(focus, "3")


def handed_over(window: MainWindow) -> None:
    """Send a question to another entity."""
    to_queue(window)
    screen = _screen(window)
    screen.queue.table.selectRow(3)
    screen.hand.hand_over()


def assigned(window: MainWindow) -> None:
    """Give a question to an office."""
    to_queue(window)
    screen = _screen(window)
    screen.queue.table.selectRow(3)
    screen.hand.assign()
