"""All the questions of a hearing at once: screens read them by pages, tests look at the whole."""

from dataclasses import replace

from sqlalchemy import Connection, select

from rcdesk.store.schema import JOURNALED
from rcdesk.work.cola import COLUMNAS, PreguntaRow, contar_juntas

_P = JOURNALED["preguntas"].c


def listar_preguntas(connection: Connection, *, audiencia_id: str) -> list[PreguntaRow]:
    """Return all the questions as they arrived, also the withdrawn ones."""
    query = select(*COLUMNAS).where(_P.audiencia_id == audiencia_id).order_by(_P.orden, _P.id)
    together = contar_juntas(connection, audiencia_id)
    rows = [PreguntaRow(*found) for found in connection.execute(query)]
    return [replace(row, juntas=together.get(row.codigo, 0)) for row in rows]
