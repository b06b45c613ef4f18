"""What was refused, told under the grid where it was typed, which keeps it to be corrected."""

from __future__ import annotations

from collections.abc import Callable

from rcdesk.domain.errors import RuleError
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen


class Refusal(PlainLabel):
    """A line that is there only while something is refused."""

    def __init__(self) -> None:
        super().__init__("", "caption", "danger", wrap=True)
        self.hide()

    def tell(self, trouble: str) -> None:
        """Say what was refused; empty, nothing was."""
        self.setText(trouble)
        self.setVisible(bool(trouble))

    def attempt(self, screen: Screen, do: Callable[[], object]) -> bool:
        """Run an action, and say here the rule that it breaks; return whether it was done."""
        self.tell("")
        with screen.attempt() as attempt:
            try:
                do()
            except RuleError as error:
                attempt.ok = False
                self.tell(str(error))
        return attempt.ok
