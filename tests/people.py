"""The people of a hearing, as rows, in the order of the list."""

from sqlalchemy import Connection

from rcdesk.work.asistentes import AsistenteRow
from rcdesk.work.lista_de_asistencia import Filtro, leer, listar


def listar_asistentes(connection: Connection, *, audiencia_id: str, filtro: Filtro = "todas") -> list[AsistenteRow]:
    """Everybody that a filter lets through: the last to arrive first, then who has not arrived, by name."""
    keys = listar(connection, audiencia_id=audiencia_id, filtro=filtro).claves
    rows = leer(connection, claves=keys)
    return [rows[key] for key in keys]
