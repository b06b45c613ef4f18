"""The schedule of a plan: its activities, their dates and what proves them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from rcdesk.domain import registro as r
from rcdesk.domain.errors import RuleError
from rcdesk.domain.lineas import Linea, exigir
from rcdesk.domain.registro.planes import TipoActividad

Situacion = Literal["cumplida", "vencida", "en_curso", "programada", "sin_fecha"]
"""How an activity stands at a date."""


@dataclass(eq=False, kw_only=True)
class Actividad(Linea):
    """A row of the plan: what is done, who, when."""

    record: ClassVar[type[r.Valor]] = r.Actividad

    componente_id: str = ""
    codigo: str | None = None
    nombre: str | None = None
    tipo: TipoActividad | None = None
    responsables: tuple[str, ...] = ()
    desde: str | None = None
    hasta: str | None = None
    fechas: tuple[r.Fecha, ...] = ()
    meta_nombre: str | None = None
    meta_valor: str | None = None
    meta_unidad: str | None = None
    indicador_nombre: str | None = None

    def revisar(self) -> None:
        """An activity has a name, and does not end before it begins."""
        exigir(self.nombre, "nombre", "la actividad")
        if self.desde and self.hasta and self.hasta < self.desde[: len(self.hasta)]:
            raise RuleError(f"La actividad termina ({self.hasta}) antes de empezar ({self.desde}).", field="hasta")


def situacion(*, hoy: str, desde: str | None, hasta: str | None, hecha: bool) -> Situacion:
    """Say how an activity stands on `hoy` (AAAA-MM-DD); a date known to the month lasts the whole month."""
    if hecha:
        return "cumplida"
    if not desde and not hasta:
        return "sin_fecha"
    last = hasta or desde or ""
    if hoy[: len(last)] > last:
        return "vencida"
    first = desde or last
    return "en_curso" if hoy[: len(first)] >= first else "programada"
