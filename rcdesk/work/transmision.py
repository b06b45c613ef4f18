"""Who watches the broadcast, as it goes: readings of each platform. Platforms are never added to one another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from rcdesk.domain import orden
from rcdesk.domain.errors import RuleError
from rcdesk.i18n import sin_tildes
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action

_M, _L = JOURNALED["metricas"].c, JOURNALED["lecturas"].c
_MOST: Final = 99_999_999
_SERIES: Final = 30


@dataclass(frozen=True, slots=True)
class Espectadores:
    """The readings of one platform, the last read: `serie` are the latest, oldest first; `maximo` the greatest."""

    canal: str
    ahora: int
    cuando: str
    maximo: int
    serie: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LecturaRow:
    """How many were watching a platform at a moment."""

    id: str
    canal: str
    cuando: str
    espectadores: int


def leer_espectadores(texto: str) -> int:
    """Read the number that a person typed: «1 234» and «1.234» are one thousand two hundred and thirty-four."""
    bare = "".join(texto.split())
    if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})+", bare, re.ASCII):
        bare = bare.replace(".", "")
    if not re.fullmatch(r"[0-9]+", bare, re.ASCII):
        raise RuleError("Escriba cuántos ven ahora, solo con cifras: 62.", field="espectadores")
    if len(bare) > 12 or int(bare) > _MOST:
        raise RuleError("Ese número es demasiado grande: escriba cuántos ven ahora.", field="espectadores")
    return int(bare)


@action("Anotar espectadores")
def anotar_espectadores(unit: Unit, *, audiencia_id: str, canal: str, espectadores: str) -> str:
    """Keep how many watch a platform now, as typed, and return the key of the reading."""
    count, name = leer_espectadores(espectadores), " ".join(canal.split())
    if not name:
        raise RuleError("Escriba por dónde se transmite: Facebook Live, YouTube…", field="canal")
    if len(name) > 200:
        raise RuleError("El nombre del canal es demasiado largo.", field="canal")
    metric = _metrica(unit, audiencia_id, name)
    last = unit.last_order("lecturas", metrica_id=metric)
    row = {
        "metrica_id": metric,
        "orden": orden.despues_de(last),
        "cuando": unit.clock(),
        "espectadores": count,
    }
    unit.audiencia_id = audiencia_id
    return unit.insert("lecturas", [row])[0]


@action("Retirar la lectura de espectadores")
def retirar_lectura(unit: Unit, *, id: str) -> None:
    """Take back a reading that was wrong."""
    unit.withdraw("lecturas", id, "leída mal")


def _metrica(unit: Unit, audiencia_id: str, canal: str) -> str:
    """The row of the platform, made if it is missing."""
    mine = select(_M.id, _M.canal).where(_M.audiencia_id == audiencia_id, _M.anulada_motivo.is_(None))
    bare = sin_tildes(canal)
    for id, name in unit.connection.execute(mine.order_by(_M.orden)):
        if sin_tildes(name or "") == bare:
            return str(id)
    place = orden.despues_de(unit.last_order("metricas", audiencia_id=audiencia_id))
    return unit.insert("metricas", [{"audiencia_id": audiencia_id, "orden": place, "canal": canal}])[0]


def listar_lecturas(connection: Connection, *, audiencia_id: str) -> list[LecturaRow]:
    """Return the readings, the latest first."""
    query = (
        select(_L.id, _M.canal, _L.cuando, _L.espectadores)
        .join_from(JOURNALED["lecturas"], JOURNALED["metricas"], _L.metrica_id == _M.id)
        .where(_M.audiencia_id == audiencia_id, _M.anulada_motivo.is_(None), _L.anulada_motivo.is_(None))
    )
    found = [LecturaRow(r.id, r.canal or "", r.cuando or "", r.espectadores) for r in connection.execute(query)]
    return sorted(found, key=lambda row: (row.cuando, row.id), reverse=True)


def ver_espectadores(connection: Connection, *, audiencia_id: str) -> Espectadores | None:
    """Return the readings of the platform read last; None when none was."""
    rows = listar_lecturas(connection, audiencia_id=audiencia_id)
    if not rows:
        return None
    last = rows[0]
    mine = [row.espectadores for row in rows if row.canal == last.canal]
    peak = select(_M.espectadores_maximos).where(_M.audiencia_id == audiencia_id, _M.canal == last.canal)
    said = connection.scalar(peak.where(_M.anulada_motivo.is_(None))) or 0
    series = tuple(reversed(mine[:_SERIES]))
    return Espectadores(last.canal, last.espectadores, last.cuando, max(said, *mine), series)


def listar_canales_de_transmision(connection: Connection, *, audiencia_id: str) -> tuple[str, ...]:
    """Return the platforms to offer: those with figures, then those planned; the usual ones when there is none."""
    planned = JOURNALED["canales"].c
    measured = select(_M.canal).where(_M.audiencia_id == audiencia_id, _M.anulada_motivo.is_(None))
    offered = select(planned.nombre).where(planned.audiencia_id == audiencia_id, planned.anulada_motivo.is_(None))
    names = [
        *connection.scalars(measured.order_by(_M.orden)),
        *connection.scalars(offered.order_by(planned.orden)),
    ]
    return tuple(dict.fromkeys(name for name in names if name)) or ("Facebook Live", "YouTube")
