"""The legal terms to answer, by the day on which something is received: those of the law, and what the entity says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, select

from rcdesk.domain import registro as r
from rcdesk.domain.campos import leer
from rcdesk.domain.errors import RuleError
from rcdesk.domain.periodos import primer_dia
from rcdesk.domain.plazos import TERMINOS, Termino, habiles_entre, termino, vencimiento
from rcdesk.domain.registro import TipoPregunta
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import GONE, Unit
from rcdesk.work import action
from rcdesk.work.calendario import leer_calendario
from rcdesk.work.entidad import clave_de_la_entidad
from rcdesk.work.lineas import agregar, corregir, retirar

_T = JOURNALED["terminos"].c
_DAYS: Final = ("general", "informacion", "consulta")
_DE_LA_LEY: Final = {regla.desde: regla for regla in TERMINOS}


@dataclass(frozen=True, slots=True)
class TerminoRow:
    """A term: its key is the day from which it holds (empty: from always). `propio`: the entity says it."""

    id: str
    orden: str
    desde: str
    general: int
    informacion: int
    consulta: int
    norma: str
    propio: bool


@dataclass(frozen=True, slots=True)
class Vencimiento:
    """When something received on a day is due, how many business days that is, and the rule that says so."""

    fecha: str
    dias: int
    norma: str


@action("Agregar término")
def agregar_termino(unit: Unit, *, desde: str) -> str:
    """Begin a term on a day (AAAA-MM-DD), equal to the one in force then, to be corrected; return its key."""
    desde = leer(r.TerminoLegal, "desde", desde) or ""
    if len(desde) < len("AAAA-MM-DD"):
        raise RuleError("Falta el día desde el que rige: escríbalo como 18/05/2022.", field="desde")
    calendario = leer_calendario(unit.connection)
    if any(regla.desde == date.fromisoformat(desde) for regla in calendario.terminos):
        raise RuleError("Ya hay un término que rige desde ese día: corríjalo en la lista.", field="desde")
    return _escribir(unit, termino(date.fromisoformat(desde), calendario), desde, {})


@action("Corregir término", merges=True)
def corregir_termino(unit: Unit, *, id: str, valores: Mapping[str, object]) -> None:
    """Write days or the rule of a term; one of the law is then said by the entity, and the law's stays behind it."""
    for name in _DAYS:
        if name in valores and not str(valores[name] or "").strip():
            raise RuleError("Escriba cuántos días hábiles, desde 1.", field=name)
    if "norma" in valores and not str(valores["norma"] or "").strip():
        raise RuleError("Escriba la norma que lo dice.", field="norma")
    found = _propio(unit, id)
    if found is not None:
        corregir["terminos"].run(unit, id=found, valores=valores)
        return
    regla = _DE_LA_LEY.get(_dia(id))
    if regla is None:
        raise RuleError(GONE)
    _escribir(unit, regla, id, valores)


@action("Retirar término")
def retirar_termino(unit: Unit, *, id: str) -> None:
    """Withdraw a term of the entity; where the law has one on that day, it holds again."""
    found = _propio(unit, id)
    if found is None:
        raise RuleError("Ese término es de la ley: se corrige, no se retira.")
    retirar["terminos"].run(unit, id=found, motivo="retirado de los términos")


def listar_terminos(connection: Connection) -> list[TerminoRow]:
    """Return the terms, the latest first."""
    propios = {_dia(desde or "") for desde in connection.scalars(select(_T.desde).where(_T.anulada_motivo.is_(None)))}
    return [_row(regla, propio=regla.desde in propios) for regla in reversed(leer_calendario(connection).terminos)]


def calcular_vencimiento(connection: Connection, *, recibida: str, tipo: TipoPregunta | None) -> Vencimiento:
    """Return when what was received on a day (AAAA-MM-DD) is due, with the calendar and the terms of the entity."""
    dia, calendario = date.fromisoformat(recibida), leer_calendario(connection)
    regla = termino(dia, calendario)
    return Vencimiento(vencimiento(dia, tipo, calendario).isoformat(), regla.dias(tipo), regla.norma)


def contar_dias(connection: Connection, *, desde: str, hasta: str) -> int:
    """Return the business days after one day and up to another (AAAA-MM-DD), whichever comes first."""
    antes, despues = sorted((date.fromisoformat(desde), date.fromisoformat(hasta)))
    return habiles_entre(antes, despues, leer_calendario(connection))


def _escribir(unit: Unit, regla: Termino, desde: str, valores: Mapping[str, object]) -> str:
    copied = {"general": regla.general, "informacion": regla.informacion, "consulta": regla.consulta}
    row: dict[str, Any] = {**copied, "norma": regla.norma, "desde": desde or None, **valores}
    agregar["terminos"].run(unit, valores=row, entidad_id=clave_de_la_entidad(unit))
    return desde


def _propio(unit: Unit, desde: str) -> str | None:
    """The key of the row with which the entity says the term of a day."""
    rows = unit.connection.execute(select(_T.id, _T.desde).where(_T.anulada_motivo.is_(None)).order_by(_T.orden.desc()))
    return next((row.id for row in rows if _dia(row.desde or "") == _dia(desde)), None)


def _dia(desde: str) -> date:
    """The day from which a term rules; one brought from a file may be known only to the month."""
    return primer_dia(desde) if desde else date.min


def _row(regla: Termino, *, propio: bool) -> TerminoRow:
    desde = "" if regla.desde == date.min else regla.desde.isoformat()
    return TerminoRow(desde, desde, desde, regla.general, regla.informacion, regla.consulta, regla.norma, propio)
