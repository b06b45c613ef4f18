"""A model for lists of any length: it holds small keys, and reads rows by pages where the table is looked at."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from operator import attrgetter
from typing import Final, overload

from PySide6.QtCore import QObject

from rcdesk.ui.kit.columns import PLAIN, Column, Row, RowMark
from rcdesk.ui.kit.rows import RowsModel

PAGE: Final = 64  # rows: what is in sight, and some more on both sides
_KEPT: Final = 16  # pages

Read = Callable[[Sequence[int]], Mapping[int, Row]]
"""Reads the rows with those keys; one that is gone is left out."""


class Pages(Sequence[Row]):
    """The rows of those keys, each page read when it is first looked at; `lost` stands for one that is gone."""

    def __init__(self, keys: Sequence[int], read: Read[Row], lost: Row) -> None:
        self.keys = keys
        self._read, self._lost = read, lost
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        if place < 0:
            place += len(self)
        if not 0 <= place < len(self):
            raise IndexError(place)
        number, within = divmod(place, PAGE)
        return self._page(number)[within]

    def _page(self, number: int) -> list[Row]:
        page = self._pages.get(number)
        if page is None:
            keys = self.keys[number * PAGE : (number + 1) * PAGE]
            found = self._read(keys)
            page = self._pages[number] = [found.get(key, self._lost) for key in keys]
            if len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page


class PagedModel(RowsModel[Row]):
    """A `RowsModel` of keys. `locate` returns the key in the list of the row that `key` tells from the others."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        parent: QObject | None = None,
        *,
        read: Read[Row],
        locate: Callable[[Hashable], int | None],
        lost: Row,
        key: Callable[[Row], Hashable] = attrgetter("id"),
        mark: Callable[[Row], RowMark] = lambda _: PLAIN,
    ) -> None:
        super().__init__(columns, parent, key=key, mark=mark)
        self._read, self._locate, self._lost = read, locate, lost
        self.show_keys(array("q"))

    @property
    def keys(self) -> array[int]:
        """The keys now listed, in order."""
        return self._keys

    def show_keys(self, keys: array[int]) -> None:
        """Replace every row; what was read is forgotten."""
        self._keys = keys
        self.show(Pages(keys, self._read, self._lost))

    def find(self, key: Hashable) -> int:
        place = self._locate(key)
        try:
            return -1 if place is None else self.keys.index(place)
        except ValueError:
            return -1
