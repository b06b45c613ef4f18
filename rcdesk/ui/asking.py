"""Doing what a command says, and knowing which can be asked for now."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING

from rcdesk.ui.commands import HEARING, WINDOW, Command
from rcdesk.ui.places import PLACES, TAB_IDS

if TYPE_CHECKING:
    from rcdesk.ui.open_hearing import OpenHearing
    from rcdesk.ui.stage import Stage


class Asking:
    """`window` answers the commands of everywhere; `go` shows the place of one that works elsewhere."""

    def __init__(self, window: object, stage: Stage, hearing: OpenHearing, go: Callable[[str], object]) -> None:
        self._window, self._stage, self._hearing, self._go = window, stage, hearing, go

    def run(self, command: Command) -> None:
        """Do what a command says, going first to its place if it is another."""
        if command.place not in (WINDOW, HEARING, self._stage.place):
            self._go(command.place)
        target: object = self._stage.screen_in_sight
        if command.place in (WINDOW, HEARING):
            target = self._window if command.place == WINDOW else self._hearing
        if target is not None:
            attrgetter(command.method)(target)()

    def offered(self, command: Command) -> bool:
        """Say whether a command can be asked for now, here or by going to its place."""
        if command.place == WINDOW:
            return True
        if command.place == HEARING:
            return self._stage.place in TAB_IDS and self._hearing.offers(command.method)
        if command.place != self._stage.place:
            return command.place in PLACES and (command.place not in TAB_IDS or bool(self._hearing.id))
        screen = self._stage.screen_in_sight
        return screen is not None and screen.offers(command.method)
