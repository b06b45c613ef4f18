"""Adding people to a hearing that has ended: whether it is still open to it, and how it is marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, and_, func, select

from rcdesk.domain.agregados import APROBADA, marca_de_agregado
from rcdesk.domain.errors import RuleError
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import GONE, Unit

_STATES: Final = (
    "SELECT h.estado, a.estado FROM audiencias AS h "
    "LEFT JOIN actas AS a ON a.audiencia_id = h.id AND a.anulada_motivo IS NULL WHERE h.id = ?"
)

NO_DEL_ACTA: Final = frozenset(
    {
        "telefono",
        "correo",
        "autorizacion_otorgada",
        "autorizacion_imagen_y_voz",
        "autorizacion_representante",
        "autorizacion_version",
        "autorizacion_fecha",
        "autorizacion_puesto",
        "autorizacion_observacion",
        "actualizado",
        "presentes",
    }
)
"""What may be corrected of a person at any time (Ley 1581 de 2012, art. 8): no acta says it."""

_H, _A = JOURNALED["audiencias"].c, JOURNALED["actas"].c


@dataclass(frozen=True, slots=True)
class PuertaRow:
    """Whether the hearing ended and its acta is approved; the hour (HH:MM) at which it began, and its day, if known."""

    terminada: bool
    aprobada: bool
    hora: str | None
    por_empezar: bool = False
    fecha: str | None = None


def exigir_abierta(unit: Unit, audiencia_id: str) -> str | None:
    """Return what to write in `agregado` of whoever is added or checked in now: None while the hearing has not ended.

    RuleError once its acta is approved: every action that adds, changes or withdraws people of a hearing asks this
    first. Consent is not of the acta: whoever gave it may take it back at any time (Ley 1581 de 2012, art. 8).
    """
    states = unit.wire.one(_STATES, (audiencia_id,))
    if states is None:
        raise RuleError(GONE)
    return marca_de_agregado(*states, cuando=unit.clock())


def aprobadas(unit: Unit) -> dict[str, int | None]:
    """Return the hearings whose acta is approved, each with the version of it."""
    query = select(_A.audiencia_id, _A.version).where(_A.estado.in_(APROBADA), _A.anulada_motivo.is_(None))
    return {row.audiencia_id: row.version for row in unit.connection.execute(query)}


def exigir_version_nueva(unit: Unit, before: Mapping[str, int | None], cambian: Iterable[str]) -> None:
    """Refuse what changed who came to those hearings when the acta that was approved `before` still tells it."""
    now = aprobadas(unit)
    for audiencia_id in cambian:
        if audiencia_id in before and now.get(audiencia_id, -1) == before[audiencia_id]:
            row = unit.wire.one("SELECT codigo FROM audiencias WHERE id = ?", (audiencia_id,))
            raise RuleError(
                f"El archivo cambia la lista de asistencia de «{row[0] if row else audiencia_id}», y su acta ya está "
                "aprobada. Traiga el archivo con una versión nueva del acta, o sin esos cambios."
            )


def ver_puerta(connection: Connection, *, audiencia_id: str) -> PuertaRow:
    """Return whether people can still be added to a hearing, and since when they were in if it has ended."""
    began = func.coalesce(_H.hora_inicio, _H.hora_inicio_programada)
    query = select(_H.estado, _A.estado, began, _H.fecha).select_from(
        JOURNALED["audiencias"].outerjoin(
            JOURNALED["actas"], and_(_A.audiencia_id == _H.id, _A.anulada_motivo.is_(None))
        )
    )
    found = connection.execute(query.where(_H.id == audiencia_id)).first()
    if found is None:
        return PuertaRow(terminada=False, aprobada=False, hora=None)
    hearing, acta, hour, day = found
    ahead = hearing in ("planeada", "convocada")
    return PuertaRow(hearing == "cerrada", acta in APROBADA, hour, ahead, day)
