"""The schedule of a plan: its activities, their dates and what proves them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rcdesk.domain import registro as r
from rcdesk.domain.campos import leer
from rcdesk.domain.errors import RuleError
from rcdesk.domain.lineas import Linea, exigir, termino_en_orden
from rcdesk.domain.registro.planes import Agregacion, TipoActividad


@dataclass(eq=False, kw_only=True)
class Actividad(Linea):
    """A row of the plan: what is done, who, when."""

    record: ClassVar[type[r.Valor]] = r.Actividad

    componente_id: str = ""
    codigo: str | None = None
    nombre: str | None = None
    tipo: TipoActividad | None = None
    frecuencia: str | None = None
    unidad: str | None = None
    agregacion: Agregacion | None = None
    responsables: tuple[str, ...] = ()
    desde: str | None = None
    hasta: str | None = None
    fechas: tuple[r.Fecha, ...] = ()
    meta_codigo: str | None = None
    meta_nombre: str | None = None
    meta_valor: str | None = None
    meta_unidad: str | None = None
    indicador_codigo: str | None = None
    indicador_nombre: str | None = None
    indicador_formula: str | None = None
    ponderacion: str | None = None
    presupuesto: str | None = None
    aporta_a: str | None = None

    def revisar(self) -> None:
        """An activity has a name, and does not end before it begins; its dates are dates, in order, each once."""
        exigir(self.nombre, "nombre", "la actividad")
        termino_en_orden("La actividad", self.desde, self.hasta)
        self.fechas = tuple(sorted({_fecha(fecha) for fecha in self.fechas}))

    def restaurar(self) -> None:
        """Take back that it was withdrawn."""
        if not self.anulada:
            raise RuleError("La actividad no está anulada.")
        self.anulada_motivo = self.anulada_cuando = self.anulada_quien = None


def proponer_numero(lugar: int, hermanas: Iterable[str | None], otras: Sequence[str | None]) -> str | None:
    """Return the number of a new activity of the stage in that place: 3.4 after 3.3.

    `hermanas` are the numbers in its stage and `otras` those of the whole plan: None when none of them has a number.
    """
    if otras and not any(otras):
        return None
    suyos = [codigo.split(".") for codigo in hermanas if codigo]
    ultimos = [(partes[0], int(partes[1])) for partes in suyos if len(partes) == 2 and partes[1].isdecimal()]
    if not ultimos:
        return f"{lugar}.1"
    return f"{ultimos[-1][0]}.{max(numero for _, numero in ultimos) + 1}"


def _fecha(valor: str) -> r.Fecha:
    try:
        found: r.Fecha = leer(r.Actividad, "desde", valor)
    except RuleError as error:
        raise RuleError(str(error), field="fechas") from None
    return found
