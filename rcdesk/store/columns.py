"""The values of the base as types of SQLAlchemy."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Dialect, Integer, MetaData, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from rcdesk.store.values import Stored

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Typed(TypeDecorator[Any]):
    """A column whose values are written and read in some way."""

    impl = Text
    cache_ok = True

    def __init__(self, stored: Stored) -> None:
        super().__init__()
        self.stored = stored

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Text or integer."""
        return Integer() if self.stored.sql == "INTEGER" else Text()

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Write it."""
        return value if value is None or self.stored.write is None else self.stored.write(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Read it."""
        return value if self.stored.read is None else self.stored.read(value)


def sql_type(stored: Stored) -> TypeEngine[Any]:
    """The type of a column that stores so."""
    if stored.write is None:
        return Integer() if stored.sql == "INTEGER" else Text()
    return Typed(stored)
