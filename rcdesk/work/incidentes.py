"""What happens in the room, hour by hour, and the measures of accessibility that were or were not met."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from rcdesk.domain.registro.audiencias import TipoIncidente
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.consultas import vigentes
from rcdesk.work.lineas import agregar
from rcdesk.work.marcha import detener_todo, seguir_todo


@dataclass(frozen=True, slots=True)
class IncidenteRow:
    """Something that happened during the hearing."""

    id: str
    hora: str | None
    tipo: TipoIncidente | None
    texto: str


@action("Registrar incidente")
def registrar_incidente(unit: Unit, *, audiencia_id: str, hora: str, tipo: TipoIncidente, texto: str) -> str:
    """Keep what happened during the hearing, at `hora` (HH:MM), and return its key.

    A recess stops the clocks that run; when it is over they go on.
    """
    values: dict[str, object] = {"hora": hora, "tipo": tipo, "texto": texto}
    unit.audiencia_id = audiencia_id
    if tipo == "receso":
        detener_todo(unit, audiencia_id)
    elif tipo == "reanudacion":
        seguir_todo(unit, audiencia_id)
    return agregar["incidentes"].run(unit, valores=values, audiencia_id=audiencia_id)


@action("Medida que no se cumple")
def incumplir_medida(unit: Unit, *, id: str, hora: str) -> str:
    """Note that a measure of accessibility is not met, and the incident of it; return the key of the incident."""
    table = JOURNALED["medidas"].c
    query = select(table.audiencia_id, table.medida, table.respaldo).where(table.id == id)
    audiencia_id, medida, respaldo = unit.connection.execute(query).one()
    unit.update("medidas", id, cumplida=False)
    instead = f" La suple: {respaldo}." if respaldo else ""
    words: dict[str, object] = {"hora": hora, "tipo": "accesibilidad", "texto": f"No se cumple: {medida}.{instead}"}
    unit.audiencia_id = audiencia_id
    return agregar["incidentes"].run(unit, valores=words, audiencia_id=audiencia_id)


def listar_incidentes(connection: Connection, *, audiencia_id: str) -> list[IncidenteRow]:
    """Return what happened, by its hour."""
    rows = [IncidenteRow(**row) for row in vigentes(connection, "incidentes", IncidenteRow, audiencia_id=audiencia_id)]
    return sorted(rows, key=lambda row: row.hora or "")
