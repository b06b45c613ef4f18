"""What a column of the base may hold: text and integers, and the richer values read through them.

The image of a row (see `bitacora`) is then text that can be hashed, compared and replayed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final, get_origin

from sqlalchemy import Dialect, Integer, MetaData, Text
from sqlalchemy.types import TypeDecorator

from rcdesk.exchange.encode import canonical
from rcdesk.exchange.text import decode_text
from rcdesk.i18n import COLOMBIA

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def utc_text(moment: datetime) -> str:
    """Return the moment in UTC, to the microsecond: 2026-11-20T14:03:05.123456Z. It sorts as text."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")[:26] + "Z"


class Booleano(TypeDecorator[bool]):
    """Yes or no, stored as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        """Write 1 or 0."""
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        """Read the boolean back."""
        return None if value is None else bool(value)


class Instante(TypeDecorator[str]):
    """A `FechaHora` of rcdesk/1, stored in UTC with the precision it was typed with; a date alone stays a date."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Write in UTC: 2021-11-17T14:05Z. A time without a zone is Colombian."""
        if value is None or "T" not in value:
            return value
        moment = datetime.fromisoformat(value)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=COLOMBIA)
        return moment.astimezone(UTC).isoformat(timespec=_precision(value))[:-6] + "Z"

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Read in Colombian time: 2021-11-17T09:05-05:00."""
        if value is None or "T" not in value:
            return value
        return datetime.fromisoformat(value).astimezone(COLOMBIA).isoformat(timespec=_precision(value))


def _precision(value: str) -> str:
    clock = value.partition("T")[2].rstrip("Z")
    if "." in clock:
        return "microseconds"
    return "seconds" if clock.replace("-", "+").partition("+")[0].count(":") == 2 else "minutes"


class Json(TypeDecorator[Any]):
    """A list, a mapping or a tree of frozen dataclasses, stored as canonical JSON text; nothing in it is NULL."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: Any) -> None:
        super().__init__()
        self.kind = kind
        self._empty: Any = {} if get_origin(kind) is Mapping else ()

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Write what there is; an empty list is not filled."""
        return canonical(value) if value else None

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Read the dataclasses back."""
        return self._empty if value is None else decode_text(self.kind, value)


class Variante(TypeDecorator[Any]):
    """A boolean, an integer or a text in one column («No responde», question «A-3»), stored as its JSON text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Write true, 3 or "A-3"."""
        return None if value is None else canonical(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Read it back."""
        return None if value is None else json.loads(value)
