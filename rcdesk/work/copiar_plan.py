"""A plan made from that of another year: what comes is seen before, and dates that had to move are told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection

from rcdesk.domain import registro as r
from rcdesk.domain.campos import leer
from rcdesk.domain.copiar_plan import Copia, anio_de, copiar
from rcdesk.domain.errors import RuleError
from rcdesk.store.unit import GONE, Unit
from rcdesk.work import action
from rcdesk.work.calendario import leer_calendario
from rcdesk.work.gather import reunir_registro
from rcdesk.work.planes import Anticipo, anticipar, sembrar


@action("Crear plan a partir de otro")
def copiar_plan(unit: Unit, *, origen: str, valores: Mapping[str, object]) -> str:
    """Add a plan with the activities of another, carried to the year that `valores` says, and return its key."""
    year = leer(r.Plan, "vigencia", valores.get("vigencia"))
    copy = _copia(unit.connection, origen, year)
    return sembrar(unit, replace(copy.plan, vigencia=year), valores)


def ver_copia(connection: Connection, *, origen: str, vigencia: int) -> Anticipo:
    """Say what a plan made from another would bring to a year. RuleError when that cannot be done."""
    copy = _copia(connection, origen, vigencia)
    return anticipar(copy.plan, copy.corridas)


def _copia(connection: Connection, origen: str, vigencia: int | None) -> Copia:
    plan: r.Plan | None = reunir_registro(connection, "planes", origen)
    if plan is None:
        raise RuleError(GONE)
    if vigencia is None:
        raise RuleError("Escriba el año del plan nuevo.", field="vigencia")
    before = anio_de(plan)
    if before is None:
        raise RuleError(f"«{plan.nombre}» no dice de qué año es. Escríbalo primero en sus datos.", field="origen")
    if not 1990 <= vigencia <= 2200:
        raise RuleError("Escriba un año entre 1990 y 2200.", field="vigencia")
    return copiar(plan, vigencia - before, leer_calendario(connection))
