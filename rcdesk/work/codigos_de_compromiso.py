"""One code names one commitment of a hearing, or of a plan: a file with two alike could not be read back."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from rcdesk.domain.compromisos import Compromiso, rotulo
from rcdesk.domain.errors import RuleError
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit

_C = JOURNALED["compromisos"].c
_REPEATED: Final = """
    SELECT codigo FROM compromisos WHERE codigo IS NOT NULL AND anulada_motivo IS NULL
    GROUP BY coalesce(audiencia_id, plan_id), codigo HAVING count(*) > 1
"""


def exigir_codigo_libre(unit: Unit, compromiso: Compromiso, id: str = "") -> None:
    """Refuse the code of a commitment (whose key is `id` if it is there) when another of the same place has it."""
    if not compromiso.codigo:
        return
    place = _C.audiencia_id == compromiso.audiencia_id if compromiso.audiencia_id else _C.plan_id == compromiso.plan_id
    same = select(_C.id).where(place, _C.codigo == compromiso.codigo, _C.anulada_motivo.is_(None), _C.id != id)
    if unit.connection.scalar(same.limit(1)) is not None:
        raise RuleError(
            f"Ya hay otro compromiso {rotulo(compromiso.codigo)} aquí: escriba otro código.", field="codigo"
        )


def repetidos(unit: Unit) -> frozenset[str]:
    """Return the codes that two commitments of one place have."""
    unit.flush()
    return frozenset(codigo for (codigo,) in unit.connection.exec_driver_sql(_REPEATED))
