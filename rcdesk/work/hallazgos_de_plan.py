"""What the reviewer finds in a plan, beside the rows where it is; each may be dismissed with a reason, which stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, select

from rcdesk.domain import orden
from rcdesk.domain import registro as r
from rcdesk.domain.errors import RuleError
from rcdesk.domain.hallazgos import Gravedad
from rcdesk.domain.hallazgos.revisor import hallazgos_de_plan
from rcdesk.domain.plazos import Calendario
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.calendario import leer_calendario
from rcdesk.work.gather import reunir_registros

_P, _H = JOURNALED["planes"].c, JOURNALED["hallazgos_descartados"].c
_OTROS: Final = frozenset({"componentes", "actividades"})
"""What is looked at of the other plans: their rows, to know which contribute to which."""
_SUYO: Final = _OTROS | {
    *("programaciones", "seguimientos", "compromisos", "compromisos_por_periodo", "secciones", "piezas"),
    "hallazgos_descartados",
}


@dataclass(frozen=True, slots=True)
class HallazgoRow:
    """A finding of a plan: `registro` is the key of its row and `campo` the field that it stands under.

    `descartado` is why it was dismissed; None while it stands. `descarte_id` takes that back.
    """

    codigo: str
    gravedad: Gravedad
    nota: str
    registro: str
    campo: str
    detalle: str = ""
    descartado: str | None = None
    descarte_id: str = ""

    @property
    def id(self) -> str:
        """Which one it is, among those of its plan."""
        return f"{self.codigo} {self.registro} {self.campo} {self.detalle} {self.nota}"


def hallazgos_del_plan(connection: Connection, *, plan_id: str) -> tuple[HallazgoRow, ...]:
    """Return what is found in a plan as it is now, from its beginning to its end; nothing when it is gone."""
    leido = leer_plan(connection, plan_id=plan_id)
    return () if leido is None else hallazgos_de(leido[0], leer_calendario(connection), leido[1])


def leer_plan(connection: Connection, *, plan_id: str) -> tuple[r.Plan, tuple[r.Plan, ...]] | None:
    """Return a plan as the reviewer reads it, and the rows of the other ones; None when it is gone."""
    plan = next(iter(reunir_registros(connection, "planes", [plan_id], under=_SUYO)), None)
    if plan is None:
        return None
    keys = connection.scalars(select(_P.id).where(_P.anulada_motivo.is_(None), _P.id != plan_id).order_by(_P.orden))
    return plan, tuple(reunir_registros(connection, "planes", keys.all(), under=_OTROS))


def hallazgos_de(plan: r.Plan, calendario: Calendario, otros: Sequence[r.Plan] = ()) -> tuple[HallazgoRow, ...]:
    """What is found in a plan that was already read, with what was dismissed of it."""
    apartados = {(uno.codigo, uno.donde): uno for uno in plan.hallazgos_descartados}
    rows = []
    for found in hallazgos_de_plan(plan, calendario, otros=tuple(otros)):
        apartado = apartados.get((found.codigo, found.lugar))
        why, key = (apartado.motivo, apartado.id or "") if apartado else (None, "")
        rows.append(
            HallazgoRow(found.codigo, found.gravedad, found.nota, found.registro, found.campo, found.detalle, why, key)
        )
    return tuple(rows)


def abiertos(hallazgos: Iterable[HallazgoRow], registro: str = "") -> tuple[HallazgoRow, ...]:
    """Those that nobody dismissed, of one row if its key is given."""
    return tuple(uno for uno in hallazgos if uno.descartado is None and registro in ("", uno.registro))


@action("Descartar aviso")
def descartar_hallazgo(
    unit: Unit, *, plan_id: str, codigo: str, registro: str, campo: str, motivo: str, detalle: str = ""
) -> str:
    """Remember why a finding is not one. It travels with the plan; the finding is told no more there."""
    reason = motivo.strip()
    if not reason:
        raise RuleError("Diga por qué no es un error: queda en la historia.", field="motivo")
    if unit.connection.scalar(select(_P.id).where(_P.id == plan_id, _P.anulada_motivo.is_(None))) is None:
        raise RuleError("Ese plan ya no está en la base.")
    donde = "/".join(filter(None, (registro, campo, detalle)))
    if _apartado(unit, plan_id=plan_id, codigo=codigo, donde=donde) is not None:
        raise RuleError("Ese aviso ya está descartado.")
    place = orden.despues_de(unit.last_order("hallazgos_descartados", plan_id=plan_id))
    said = {"codigo": codigo, "donde": donde, "motivo": reason, "fecha": unit.clock(), "persona": unit.quien}
    return unit.insert("hallazgos_descartados", [{"plan_id": plan_id, "orden": place} | said])[0]


@action("Recuperar aviso")
def recuperar_hallazgo(unit: Unit, *, id: str) -> None:
    """Take back that a finding was dismissed: it is told again."""
    row = unit.connection.execute(select(_H.anulada_motivo).where(_H.id == id)).one_or_none()
    if row is None or row.anulada_motivo is not None:
        raise RuleError("Ese aviso ya no está descartado.")
    unit.withdraw("hallazgos_descartados", id, "Se vuelve a avisar")


def _apartado(unit: Unit, *, plan_id: str, codigo: str, donde: str) -> Any:
    query = select(_H.id).where(_H.plan_id == plan_id, _H.codigo == codigo, _H.donde == donde)
    return unit.connection.execute(query.where(_H.anulada_motivo.is_(None))).first()
