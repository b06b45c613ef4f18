"""The four lists of those who sign, under four words that tell how many each has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar, cast

from rcdesk.domain.palabras_del_acta import LISTA_DE_FIRMANTES, ListaDeFirmantes
from rcdesk.ui.kit.tabs import Tabs


class Listed(Protocol):
    """A person in one of the lists."""

    @property
    def lista(self) -> ListaDeFirmantes: ...


P = TypeVar("P", bound=Listed)


class SignerTabs(Tabs):
    """Those of an acta, and those that the entity usually has."""

    def __init__(self) -> None:
        super().__init__([*LISTA_DE_FIRMANTES.items()], under=True)

    @property
    def lista(self) -> ListaDeFirmantes:
        """The list that is open."""
        return cast(ListaDeFirmantes, self.here())

    def show_people(self, people: Sequence[P]) -> list[P]:
        """Tell how many each list has, and return those of the one that is open."""
        counts = {lista: sum(one.lista == lista for one in people) for lista in LISTA_DE_FIRMANTES}
        entries: list[tuple[str, str]] = [
            (lista, f"{words}  {counts[lista]}" if counts[lista] else words)
            for lista, words in LISTA_DE_FIRMANTES.items()
        ]
        if entries != self._entries:  # else they would be made anew, and lose the keys
            self.set_entries(entries)
        return [one for one in people if one.lista == self.lista]
