"""What is done at the door before its picture is taken."""

from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.registro import RegistroScreen
from tests.acts import typing
from tests.widgets import find


def someone_out(window: MainWindow) -> None:
    """Zulma went out, and is at the door again."""
    typing("buscar_persona", "zulma")(window)
    find(window, RegistroScreen).door.go_out()
    typing("buscar_persona", "zul")(window)
    find(window, RegistroScreen).people.choose_next(3)
    find(window, RegistroScreen).door.box.moved.emit(0)


def unknown_card(window: MainWindow) -> None:
    """A card of another hearing is read."""
    find(window, RegistroScreen).door.let_in_by_key("de otra audiencia")
