"""Who goes out and comes back; who is in the room now, or was at any minute; and who let someone in, where and when."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, exists, func, or_, select

from rcdesk.domain import orden
from rcdesk.domain.asistentes import Asistente
from rcdesk.domain.errors import RuleError
from rcdesk.domain.presencia import Movimiento, exigir_paso
from rcdesk.domain.registro.asistentes import Paso
from rcdesk.store.schema import JOURNALED
from rcdesk.store.service import bitacora, cambios
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.registrados import hallados, registrados

_S = JOURNALED["asistentes"].c
_M = JOURNALED["movimientos"].c
_STANDS: Final = and_(_M.anulada_motivo.is_(None), _M.hora.is_not(None))
_STEPS: Final = (
    "SELECT hora, orden, paso FROM movimientos WHERE asistente_id = ? AND anulada_motivo IS NULL AND hora IS NOT NULL"
)


@action("Anotar salida")
def anotar_salida(unit: Unit, *, id: str, hora: str) -> str:
    """Note that someone who was in went out at `hora` (HH:MM of Bogotá), and return the key of the note."""
    return _anotar(unit, id, "salida", hora)


@action("Anotar reingreso")
def anotar_reingreso(unit: Unit, *, id: str, hora: str) -> str:
    """Note that someone came back at `hora` (HH:MM of Bogotá); they never count twice. Return the key of the note."""
    return _anotar(unit, id, "reingreso", hora)


def _anotar(unit: Unit, id: str, paso: Paso, hora: str) -> str:
    asistente = unit.get(Asistente, id)
    if asistente.anulada:
        raise RuleError(f"El registro de {asistente.nombre or 'esta persona'} está anulado.")
    exigir_paso(asistente.nombre, asistente.hora_llegada, movimientos_de(unit, id), paso, hora)
    place = orden.despues_de(unit.last_order("movimientos", asistente_id=id))
    unit.audiencia_id = asistente.audiencia_id
    return unit.insert("movimientos", [{"asistente_id": id, "orden": place, "paso": paso, "hora": hora}])[0]


def movimientos_de(unit: Unit, id: str) -> list[Movimiento]:
    """Return when someone went out and came back, to judge what is written of them."""
    return [Movimiento(*row) for row in unit.wire.execute(_STEPS, (id,)).fetchall()]


@dataclass(frozen=True, slots=True)
class MovimientoRow:
    """One exit or return."""

    id: str
    paso: Paso
    hora: str


@dataclass(frozen=True, slots=True)
class IngresoRow:
    """Who let someone in: the hand, the desk, and the instant in UTC at which it was written."""

    hora: str
    quien: str
    puesto: str
    momento: str


def listar_movimientos(connection: Connection, *, asistente_id: str) -> list[MovimientoRow]:
    """Return the exits and returns of someone, in their order."""
    query = select(_M.id, _M.paso, _M.hora).where(_M.asistente_id == asistente_id, _STANDS).order_by(_M.hora, _M.orden)
    return [MovimientoRow(*row) for row in connection.execute(query)]


def presentes_a(connection: Connection, *, audiencia_id: str, hora: str | None = None) -> int:
    """Return how many people by name were in at `hora` (HH:MM), that minute included; without it, how many are now."""
    in_time = _S.hora_llegada.is_not(None) if hora is None else _S.hora_llegada <= hora
    came = select(func.count()).where(registrados(audiencia_id), in_time)
    return (connection.scalar(came) or 0) - contar_fuera(connection, audiencia_id=audiencia_id, hora=hora)


def contar_fuera(connection: Connection, *, audiencia_id: str, hora: str | None = None) -> int:
    """Return how many of those who had come in were out at `hora` (HH:MM); without it, how many are now.

    Only who moved is looked at, not everybody: the sign keeps SQLite from beginning with the hearing.
    """
    later = JOURNALED["movimientos"].alias("despues")
    after = (
        later.c.asistente_id == _M.asistente_id,
        later.c.anulada_motivo.is_(None),
        or_(later.c.hora > _M.hora, and_(later.c.hora == _M.hora, later.c.orden > _M.orden)),
        *([] if hora is None else [later.c.hora <= hora]),
    )
    in_time = (_S.hora_llegada.is_not(None),) if hora is None else (_S.hora_llegada <= hora, _M.hora <= hora)
    query = (
        select(func.count())
        .select_from(JOURNALED["movimientos"])
        .join(JOURNALED["asistentes"], _S.id == _M.asistente_id)
        .where(_STANDS, _M.paso == "salida", ~exists().where(*after), hallados(audiencia_id), *in_time)
    )
    return connection.scalar(query) or 0


def fuera(id: ColumnElement[str]) -> Any:
    """Return, as a column, since when the person with that key is out; NULL when they are in."""
    last = (
        select(func.iif(_M.paso == "salida", _M.hora, None))
        .where(_M.asistente_id == id, _STANDS)
        .order_by(_M.hora.desc(), _M.orden.desc())
        .limit(1)
    )
    return last.scalar_subquery()


def ver_ingreso(connection: Connection, *, id: str) -> IngresoRow | None:
    """Return who let in the person with that key, as the bitácora has it; None when nobody did."""
    query = (
        select(cambios.c.despues, bitacora.c.quien, bitacora.c.puesto, bitacora.c.momento)
        .join(bitacora, bitacora.c.id == cambios.c.entrada)
        .where(cambios.c.fila == id, cambios.c.tabla == "asistentes", cambios.c.despues.is_not(None))
        .order_by(bitacora.c.hlc.desc(), cambios.c.id.desc())
    )
    for after, quien, puesto, momento in connection.execute(query):
        image = json.loads(after)
        if "hora_llegada" in image:
            return IngresoRow(image["hora_llegada"], quien, puesto, momento) if image["hora_llegada"] else None
    return None
