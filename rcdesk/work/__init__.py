"""What a person at the desk can do and ask, one function each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Concatenate, Generic, ParamSpec, TypeVar

if TYPE_CHECKING:
    from rcdesk.store.unit import Unit

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Action(Generic[P, R]):
    """Something a person does, and the name that Undo and the bitácora show.

    Runs of a `merges` action on the same fields undo as one step, as typing does. A `final` action cannot be taken
    back, nor anything before it. A `long` one (import, restore) is run off the screen's thread and tells
    `unit.progress`.
    """

    name: str
    run: Callable[Concatenate[Unit, P], R]
    merges: bool = False
    final: bool = False
    long: bool = False


def action(
    name: str, *, merges: bool = False, final: bool = False, long: bool = False
) -> Callable[[Callable[Concatenate[Unit, P], R]], Action[P, R]]:
    """Turn a function whose first argument is the unit into a named, undoable action."""

    def wrap(function: Callable[Concatenate[Unit, P], R]) -> Action[P, R]:
        return Action(name, function, merges, final, long)

    return wrap
