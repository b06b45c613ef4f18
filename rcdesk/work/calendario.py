"""The calendar of the entity: the holidays of a year, and the days that it adds to them or takes from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from rcdesk.domain import registro as r
from rcdesk.domain.errors import RuleError
from rcdesk.domain.festivos import festivos
from rcdesk.domain.plazos import Calendario, calendario_de
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.lineas import agregar, corregir

_D, _T = JOURNALED["dias_no_habiles"].c, JOURNALED["terminos"].c


@dataclass(frozen=True, slots=True)
class DiaRow:
    """A day that the entity says; `habil` is a holiday on which it works."""

    id: str
    orden: str
    fecha: str
    motivo: str | None
    habil: bool


def leer_calendario(connection: Connection) -> Calendario:
    """Return the calendar of the entity: its days beside the holidays of the law, and its terms to answer."""
    days = connection.execute(select(_D.fecha, _D.habil).where(_D.anulada_motivo.is_(None)).order_by(_D.orden))
    columns = (_T.desde, _T.general, _T.informacion, _T.consulta, _T.norma)
    terms = connection.execute(select(*columns).where(_T.anulada_motivo.is_(None)).order_by(_T.orden))
    return calendario_de(
        (r.DiaNoHabil(fecha=row.fecha, habil=row.habil) for row in days),
        (r.TerminoLegal(**row._mapping) for row in terms),
    )


@action("Agregar día no hábil")
def agregar_dia(unit: Unit, *, fecha: str, motivo: str = "") -> str:
    """Add a day (AAAA-MM-DD) on which the entity does not work, and return its key."""
    _exigir_dia(unit, fecha)
    return agregar["dias_no_habiles"].run(unit, valores={"fecha": fecha, "motivo": motivo, "habil": False})


@action("Corregir día no hábil", merges=True)
def corregir_dia(
    unit: Unit, *, id: str, valores: Mapping[str, object], seen: Mapping[str, object] | None = None
) -> None:
    """Write fields of a day."""
    if "fecha" in valores:
        _exigir_dia(unit, str(valores["fecha"] or ""), but=id)
    corregir["dias_no_habiles"].run(unit, id=id, valores=valores, seen=seen)


def listar_dias(connection: Connection) -> list[DiaRow]:
    """Return the days that the entity says, the latest first."""
    query = select(_D.id, _D.orden, _D.fecha, _D.motivo, _D.habil).where(_D.anulada_motivo.is_(None))
    rows = connection.execute(query.order_by(_D.fecha.desc(), _D.id))
    return [DiaRow(row.id, row.orden, row.fecha[:10], row.motivo, bool(row.habil)) for row in rows]


def festivos_del_anio(_connection: Connection, *, anio: int) -> list[str]:
    """Return the public holidays of a year, in order, as AAAA-MM-DD."""
    return [dia.isoformat() for dia in sorted(festivos(anio))]


def _exigir_dia(unit: Unit, fecha: str, *, but: str = "") -> None:
    """Refuse what is not a whole day, or is there already: which of the two holds could not be told."""
    if len(fecha) < 10:
        raise RuleError("Falta el día: escriba la fecha como 24/12/2026.", field="fecha")
    query = select(_D.id).where(_D.fecha == fecha, _D.anulada_motivo.is_(None), _D.id != but)
    if unit.connection.execute(query).first() is not None:
        raise RuleError("Ese día ya está en la lista: corríjalo allí.", field="fecha")
