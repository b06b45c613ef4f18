"""The DDL of the metadata, as `0001_base.sql` must read.

To write it again: `python -c "import tests.store.ddl as d; d.write()"`.
"""

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from rcdesk.store import schema, service
from rcdesk.store.columns import metadata
from rcdesk.store.migrations import BASE


def wanted() -> str:
    dialect = sqlite.dialect()
    parts = []
    own = (service.base, service.bitacora, service.cambios, service.indice, service.borradores)
    assert len(metadata.tables) == len(schema.JOURNALED) + len(own)
    for table in (*own, *schema.JOURNALED.values()):
        parts.append(str(CreateTable(table).compile(dialect=dialect)))
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        parts += [str(CreateIndex(index).compile(dialect=dialect)) for index in indexes]
    parts.append(service.BUSQUEDA)
    return "".join(_tidy(part) + ";\n\n" for part in parts)


def write() -> None:
    BASE.write_text(wanted(), encoding="utf-8")


def _tidy(ddl: str) -> str:
    return "\n".join(line.replace("\t", "  ").rstrip() for line in ddl.strip().splitlines() if line.strip()).replace(
        "\n)\n STRICT", "\n) STRICT"
    )
