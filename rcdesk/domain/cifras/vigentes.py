"""Annulled records stay in the base and count in no figure."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from rcdesk.domain.registro import Anulada


class Anulable(Protocol):
    """A record that can be annulled."""

    @property
    def anulada(self) -> Anulada | None:
        """Why, when and by whom; None while the record stands."""


A = TypeVar("A", bound=Anulable)


def vigentes(registros: Iterable[A]) -> tuple[A, ...]:
    """Those that were not annulled, in their order."""
    return tuple(registro for registro in registros if registro.anulada is None)
