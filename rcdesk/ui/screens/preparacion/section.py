"""What every part of Preparación shares: it reads when it is in sight, and does through the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.form import Form
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.work import Action

R = TypeVar("R")

Status = tuple[tuple[str, str, str], ...]
"""Numbers, their words and their tones, for the line of status."""


class Placed(Protocol):
    """A line that has a place among its neighbours."""

    @property
    def id(self) -> str:
        """Its key."""

    @property
    def orden(self) -> str:
        """Its place, as a key that sorts."""


class Section(QWidget):
    """One part of Preparación. A subclass builds itself and says how to `refresh` for the hearing of its screen."""

    reads: ClassVar[frozenset[str]] = frozenset()
    told = Signal()  # something was saved or refused in a field

    def __init__(self, tab: HearingScreen) -> None:
        super().__init__()
        self.tab = tab
        self.stale = True
        self._forms: list[Form] = []

    @property
    def hearing(self) -> str:
        """The key of the open hearing."""
        return self.tab.audiencia_id

    def refresh(self) -> None:
        """Read again what it shows."""
        raise NotImplementedError

    def reset(self) -> None:
        """Forget the hearing that was open."""

    def take_keys(self) -> None:
        """Put the keys where the work begins."""

    def status(self) -> Status:
        """Say how things stand here."""
        return ()

    def move_line(self, by: int) -> None:
        """Move the line in hand up (-1) or down (1)."""

    def withdraw_line(self) -> None:
        """Take the line in hand out."""

    def ask(self, query: Callable[..., R], **kwargs: Any) -> R:
        """Ask the desk about the open hearing."""
        return self.tab.desk.ask(query, audiencia_id=self.hearing, **kwargs)

    def do(self, action: Action[..., R], **kwargs: Any) -> R | None:
        """Do something; a refusal is told in its place, and None comes back."""
        with self.tab.attempt():
            return self.tab.desk.do(action, **kwargs)
        return None  # refused

    def form(self, name: str, action: Action[..., Any], *, prefix: str = "") -> Form:
        """Return a form whose values are saved with `action`, one of (unit, *, id, valores, seen)."""

        def save(key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
            self.tab.desk.do(action, id=key, valores=values, seen=seen)

        return self.follow(Form(self.tab, name, save, prefix=prefix))

    def follow(self, form: Form) -> Form:
        """Count what is wrong in a form among what there is to review here."""
        self._forms.append(form)
        form.checked.connect(self.told)
        form.destroyed.connect(lambda: self._forms.remove(form))
        return form

    def wrong(self) -> Status:
        """Say how many fields are to be reviewed, if any."""
        count = sum(form.troubles() for form in self._forms)
        return ((str(count), "campo por revisar" if count == 1 else "campos por revisar", "danger"),) if count else ()


def new_place(lines: Sequence[Placed], key: str, by: int) -> tuple[str, str] | None:
    """Return the order keys between which a line goes when it moves; None when it cannot go further."""
    place = next((i for i, line in enumerate(lines) if line.id == key), -1)
    target = place + by
    if place < 0 or not 0 <= target < len(lines):
        return None
    before, after = (target - 1, target) if by < 0 else (target, target + 1)
    return (lines[before].orden if before >= 0 else "", lines[after].orden if after < len(lines) else "")
