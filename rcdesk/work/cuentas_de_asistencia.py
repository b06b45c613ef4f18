"""The figures of the attendance kept up to date without counting 50,000 people after each entrance.

The history holds what each changed row was and what it is: the figures of a moment, less the one and more the other,
are those of now. A test holds them equal to `contar_asistentes`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, func, select

from rcdesk.domain.organizaciones import cuantas
from rcdesk.store.bitacora import LINE, Line, last_line
from rcdesk.store.schema import JOURNALED
from rcdesk.store.service import cambios
from rcdesk.work.asistentes import ConteoDeAsistencia, contar_asistentes
from rcdesk.work.movimientos import contar_fuera
from rcdesk.work.organizaciones import catalogo
from rcdesk.work.registrados import registrados

_S: Final = JOURNALED["asistentes"].c
_MANY: Final = 500  # changes: with more, everybody is counted again
_TOLD: Final = ("audiencia_id", "lista", "anulada_motivo", "modalidad", "autorizacion_otorgada", "hora_llegada")
_READ: Final = (*_TOLD, "organizacion")
_ADDED: Final = ("registrados", "presenciales", "virtuales", "sin_autorizacion", "ingresaron")
_Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Cuentas:
    """The figures of a hearing, and how many come for each organisation as it was written: of all, and of who came."""

    conteo: ConteoDeAsistencia
    de_todos: Counter[str]
    de_quien_vino: Counter[str]
    visto: int
    """The last line of the history that they tell of."""


def contar(connection: Connection, *, audiencia_id: str) -> Cuentas:
    """Count everybody."""
    seen = last_line(connection)
    written = select(_S.organizacion, func.count(), func.count(_S.hora_llegada)).where(
        registrados(audiencia_id), _S.organizacion.is_not(None)
    )
    rows = connection.execute(written.group_by(_S.organizacion)).all()
    whole, came = Counter({name: all_ for name, all_, _ in rows}), Counter({name: few for name, _, few in rows if few})
    return Cuentas(contar_asistentes(connection, audiencia_id=audiencia_id), whole, came, seen)


def recontar(connection: Connection, *, audiencia_id: str, cuentas: Cuentas) -> Cuentas:
    """Return the figures of now from those of before."""
    seen = last_line(connection)
    head = (cambios.c.id > cuentas.visto, cambios.c.id <= seen, cambios.c.tabla == "asistentes")
    query = select(*(cambios.c[name] for name in LINE)).where(*head).order_by(cambios.c.id).limit(_MANY + 1)
    lines = [Line._make(row) for row in connection.execute(query)]
    if seen < cuentas.visto or len(lines) > _MANY:
        return contar(connection, audiencia_id=audiencia_id)
    before, after = _images(connection, lines)
    counts = Counter({name: getattr(cuentas.conteo, name) for name in _ADDED})
    whole, came = cuentas.de_todos.copy(), cuentas.de_quien_vino.copy()
    for rows, sign in ((before, -1), (after, 1)):
        for row in rows:
            if _counts(row, audiencia_id):
                _tell(row, sign, counts, whole, came)
    written = came if counts["ingresaron"] else whole
    conteo = ConteoDeAsistencia(
        **{name: counts[name] for name in _ADDED},
        por_llegar=counts["registrados"] - counts["ingresaron"],
        presentes=counts["ingresaron"] - contar_fuera(connection, audiencia_id=audiencia_id),
        organizaciones=cuantas((name for name, people in written.items() if people), catalogo(connection)),
    )
    return Cuentas(conteo, whole, came, seen)


def _images(connection: Connection, lines: Iterable[Line]) -> tuple[list[_Row], list[_Row]]:
    """What each row of those changes was before the first of them, and what it is; one that is gone is not told.

    A change holds what differs: what no change mentions is what stands now.
    """
    was: dict[str, dict[str, Any] | None] = {}
    for line in lines:
        change = line.change()
        old = change.before
        if old is not None and change.after is None:  # a row that went tells only what was filled in it
            old = dict.fromkeys(_READ) | old
        if line.key not in was:
            was[line.key] = old
        elif (known := was[line.key]) is not None and old is not None:
            was[line.key] = old | known
    query = select(_S.id, *(_S[name] for name in _READ)).where(_S.id.in_(was))
    rows = connection.execute(query).all() if was else ()
    now: dict[str, _Row] = {row.id: {name: getattr(row, name) for name in _READ} for row in rows}
    before: list[_Row] = [{**now.get(key, {}), **old} for key, old in was.items() if old is not None]
    return before, list(now.values())


def _counts(row: _Row, audiencia_id: str) -> bool:
    return (
        row.get("audiencia_id") == audiencia_id
        and row.get("lista") == "asistentes"
        and row.get("anulada_motivo") is None
    )


def _tell(row: _Row, sign: int, counts: Counter[str], whole: Counter[str], came: Counter[str]) -> None:
    arrived, name = row.get("hora_llegada") is not None, row.get("organizacion")
    counts["registrados"] += sign
    counts["presenciales"] += sign * (row.get("modalidad") == "presencial")
    counts["virtuales"] += sign * (row.get("modalidad") == "virtual")
    counts["sin_autorizacion"] += sign * (row.get("autorizacion_otorgada") in (False, 0))
    counts["ingresaron"] += sign * arrived
    if name is not None:
        whole[name] += sign
        came[name] += sign * arrived
