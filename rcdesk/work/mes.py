"""What a month has besides the activities of a plan: hearings, commitments that fall due, and days without work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from rcdesk.domain.festivos import festivos_con_nombre
from rcdesk.work.audiencias import AudienciaRow, listar_audiencias
from rcdesk.work.calendario import listar_dias
from rcdesk.work.estados_al_corte import CompromisoAlRow, vencen_entre


@dataclass(frozen=True, slots=True)
class MesView:
    """`festivos` are days on which the entity does not work, AAAA-MM-DD, each with its name or its reason."""

    audiencias: tuple[AudienciaRow, ...]
    compromisos: tuple[CompromisoAlRow, ...]
    festivos: Mapping[str, str]


def ver_mes(connection: Connection, *, desde: str, hasta: str, corte: str) -> MesView:
    """Return what happens between two days (AAAA-MM-DD), with the commitments as they stood on `corte`."""
    first, last = date.fromisoformat(desde), date.fromisoformat(hasta)
    names = {
        dia.isoformat(): nombre
        for year in range(first.year, last.year + 1)
        for dia, nombre in festivos_con_nombre(year).items()
    }
    for own in listar_dias(connection):
        if own.habil:
            names.pop(own.fecha, None)
        else:
            names[own.fecha] = own.motivo or "día no hábil"
    hearings = listar_audiencias(connection)
    return MesView(
        tuple(row for row in hearings if row.fecha and desde <= row.fecha <= hasta and row.anulada is None),
        tuple(vencen_entre(connection, corte=date.fromisoformat(corte), desde=first, hasta=last)),
        {dia: nombre for dia, nombre in names.items() if desde <= dia <= hasta},
    )
