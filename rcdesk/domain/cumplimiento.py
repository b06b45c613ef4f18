"""How much of what was programmed was done: by period, by component and weighted; real and capped, each by its name.

The three ways of averaging a plan differ (`cifras.plan`), so whoever prints one says which (seed 002). An objective
divides by the sum of its weights, whatever they add up to (seed 003: 99,99).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.plan import nombre_corto
from rcdesk.domain.cifras.redondeo import numero
from rcdesk.domain.cifras.vigentes import vigentes

TOLERANCIA: Final = Fraction(5, 100)
"""How far from 100 the weights of an objective may add up: they were rounded when they were written."""
BAJO: Final = Fraction(70, 100)
"""Under it, what was done of a period that is over needs a reason as much as what exceeds it."""
_TODO: Final = Fraction(100)


@dataclass(frozen=True, slots=True)
class Razon:
    """A row in a period: its weight, what was programmed and done, and their ratio (1 is all of it).

    `ejecutado` is None while nobody has reported, which counts as nothing done.
    """

    fila: r.Actividad
    peso: Fraction
    programado: Fraction
    ejecutado: Fraction | None
    real: Fraction

    @property
    def acotada(self) -> Fraction:
        """The ratio, never above 1."""
        return min(self.real, Fraction(1))


@dataclass(frozen=True, slots=True)
class Objetivo:
    """A component in a period: the weighted mean of its rows, real and capped; None when none is programmed in it.

    `pesos` is what the weights of all its rows add up to; None when some row has none.
    """

    razones: tuple[Razon, ...]
    real: Fraction | None
    acotado: Fraction | None
    pesos: Fraction | None
    sin_reporte: int

    def valor(self, *, sin_tope: bool) -> Fraction | None:
        """The one that the policy of the plan chooses."""
        return self.real if sin_tope else self.acotado


def objetivo_en(componente: r.Componente, periodo: str) -> Objetivo:
    """Σ wᵢ·rᵢ / Σ wᵢ over the rows that programme something in the period (rcdesk/1 `periodo`).

    Where no row has a weight, or there is only one, all weigh the same; where only some have, the others count nothing.
    """
    filas = vigentes(componente.actividades)
    razones = tuple(
        razon
        for fila, peso in zip(filas, pesos_de(filas), strict=True)
        for uno in fila.programacion
        if uno.periodo == periodo and (razon := razon_de(fila, uno, peso)) is not None
    )
    base = _suma(razon.peso for razon in razones)
    return Objetivo(
        razones,
        real=_suma(razon.peso * razon.real for razon in razones) / base if base else None,
        acotado=_suma(razon.peso * razon.acotada for razon in razones) / base if base else None,
        pesos=suma_de_pesos(filas),
        sin_reporte=sum(razon.ejecutado is None for razon in razones),
    )


def razon_de(fila: r.Actividad, periodo: r.Programacion, peso: Fraction = Fraction(1)) -> Razon | None:
    """The ratio of a row in a period; None when it programmes nothing there.

    What should fall is met when it is as low as was programmed: its ratio is the other way round.
    """
    programado = numero(periodo.programado) if periodo.programado is not None else Fraction()
    if not programado:
        return None
    if periodo.ejecutado is None:
        return Razon(fila, peso, programado, None, Fraction())
    ejecutado = numero(periodo.ejecutado)
    return Razon(fila, peso, programado, ejecutado, _cociente(programado, ejecutado, fila.agregacion == "decreciente"))


@lru_cache(maxsize=8192)
def _cociente(programado: Fraction, ejecutado: Fraction, baja: bool) -> Fraction:
    if not baja:
        return ejecutado / programado
    return programado / ejecutado if ejecutado > 0 else Fraction(1)


def _suma(valores: Iterable[Fraction]) -> Fraction:
    """The exact sum of many: those of one denominator are added as integers."""
    por: dict[int, int] = {}
    for valor in valores:
        por[valor.denominator] = por.get(valor.denominator, 0) + valor.numerator
    return sum((Fraction(arriba, abajo) for abajo, arriba in por.items()), Fraction())


def pesos_de(filas: Sequence[r.Actividad]) -> tuple[Fraction, ...]:
    """The weight of each row of a component."""
    if all(fila.ponderacion is None for fila in filas):
        return (Fraction(1),) * len(filas)
    return tuple(numero(fila.ponderacion) if fila.ponderacion is not None else Fraction() for fila in filas)


def suma_de_pesos(filas: Sequence[r.Actividad]) -> Fraction | None:
    """What the weights add up to; None when some row has none. A row alone weighs 100."""
    if len(filas) == 1 and filas[0].ponderacion is None:
        return _TODO
    if not filas or any(fila.ponderacion is None for fila in filas):
        return None
    return sum(pesos_de(filas), Fraction())


def promedio_de_objetivos(plan: r.Plan, periodo: str) -> Fraction | None:
    """The plain mean of the objectives that programme something in a period, by the policy of the plan."""
    return media_de((objetivo_en(uno, periodo) for uno in plan.componentes), sin_tope=plan.sin_tope is True)


def media_de(objetivos: Iterable[Objetivo], *, sin_tope: bool) -> Fraction | None:
    """The plain mean of some objectives in a period: of those that programme something in it; None when none does."""
    hay = [valor for uno in objetivos if (valor := uno.valor(sin_tope=sin_tope)) is not None]
    return sum(hay, Fraction()) / len(hay) if hay else None


def periodos_de(plan: r.Plan) -> tuple[str, ...]:
    """The periods that the rows of a plan programme or report, in order."""
    found = {uno.periodo for c in plan.componentes for fila in vigentes(c.actividades) for uno in fila.programacion}
    return tuple(sorted(found))


def en_circulo(filas: Sequence[tuple[str, str | None]]) -> tuple[str, ...]:
    """The rows, by name, that contribute to themselves through others; `filas` are (name, what it contributes to)."""
    a_que = dict(filas)
    return tuple(nombre for nombre, _ in filas if _vuelve(nombre, a_que))


def nombre_de(plan: r.Plan, fila: r.Actividad) -> str:
    """How a row is cited from any plan: PLAN/ROW."""
    return f"{plan.codigo}/{nombre_corto(fila)}"


def _vuelve(nombre: str, a_que: dict[str, str | None]) -> bool:
    vistos, ahora = set[str](), a_que.get(nombre)
    while ahora is not None and ahora not in vistos:
        if ahora == nombre:
            return True
        vistos.add(ahora)
        ahora = a_que.get(ahora)
    return False
