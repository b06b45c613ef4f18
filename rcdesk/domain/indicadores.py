"""The indicators of a plan: what may be written of one, and how the weights of an objective add up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, Literal

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.plan import nombre_corto
from rcdesk.domain.cifras.redondeo import exacto, numero
from rcdesk.domain.cumplimiento import TOLERANCIA, Objetivo, suma_de_pesos
from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro.planes import Agregacion
from rcdesk.i18n import numero as en_es

Pesos = Literal["exacta", "redondeo", "lejos", "falta"]
"""How the weights of an objective add up: 100, nearly (they were rounded), far from it, or some row has none."""

_CIEN: Final = Fraction(100)

COMO_SE_SUMA: Final[Mapping[Agregacion, str]] = {
    "suma": "suma de los periodos",
    "acumulado": "el mayor, pues cada uno incluye los anteriores",
    "constante": "el último, igual en cada periodo",
    "decreciente": "el último, que debe bajar",
}
"""How the total of an indicator is made, by its aggregation."""


@dataclass(frozen=True, slots=True)
class SumaDePesos:
    """What the weights of an objective add up to, and what is said of it."""

    estado: Pesos
    suma: str | None
    dicho: str


def pesos_de(filas: tuple[r.Actividad, ...]) -> SumaDePesos | None:
    """How the weights of the rows of an objective add up; None when no row has one and none is needed."""
    if all(fila.ponderacion is None for fila in filas):
        return None
    suma = suma_de_pesos(filas)
    if suma is None:
        sin = sum(fila.ponderacion is None for fila in filas)
        return SumaDePesos("falta", None, f"{sin} sin peso: no {'cuentan' if sin > 1 else 'cuenta'} en el cumplimiento")
    escrita = en_es(Decimal(exacto(suma)))
    if suma == _CIEN:
        return SumaDePesos("exacta", exacto(suma), "suman 100")
    if abs(suma - _CIEN) <= TOLERANCIA:
        return SumaDePesos("redondeo", exacto(suma), f"suman {escrita}: redondeo")
    falta = _CIEN - suma
    resto = en_es(Decimal(exacto(abs(falta))))
    return SumaDePesos("lejos", exacto(suma), f"suman {escrita}: {'faltan' if falta > 0 else 'sobran'} {resto}")


def formula(objetivo: Objetivo, *, sin_tope: bool) -> str:
    """How the compliance of an objective in a period was worked out, in words."""
    if not objetivo.razones:
        return "Ningún indicador programa nada en el periodo."
    pesos = sum((razon.peso for razon in objetivo.razones), Fraction())
    iguales = len({razon.peso for razon in objetivo.razones}) == 1
    tope = "sin tope" if sin_tope else "con tope de 100 % en cada indicador"
    if iguales:
        return f"Promedio de {len(objetivo.razones)} cumplimientos, {tope}."
    return (
        f"Suma de peso × cumplimiento, dividida entre la suma de los pesos ({en_es(Decimal(exacto(pesos)))}), {tope}."
    )


def revisar(valores: Mapping[str, Any]) -> None:
    """Refuse a weight that is no percentage, and an indicator that nothing names."""
    peso = valores.get("ponderacion")
    if peso is not None and not 0 <= numero(peso) <= _CIEN:
        raise RuleError("El peso va de 0 a 100.", field="ponderacion")
    nombres = ("nombre", "indicador_nombre", "meta_nombre", "indicador_codigo", "codigo")
    if not any(valores.get(nombre) for nombre in nombres):
        raise RuleError("Escriba el nombre del indicador.", field="indicador_nombre")


def revisar_aporte(fila: str, a_que: str, todas: Mapping[str, str | None]) -> None:
    """Refuse that a row contributes to one that there is not, to itself, or to one that contributes to it.

    `todas` are the rows of every plan, by PLAN/ROW, with what each contributes to.
    """
    if a_que not in todas:
        raise RuleError("Elija una fila de la lista.", field="aporta_a")
    camino, ahora = [fila], a_que
    while ahora is not None and ahora not in camino[1:]:
        if ahora == fila:
            vuelta = " → ".join((*camino, fila))
            raise RuleError(f"Se haría un círculo: {vuelta}.", field="aporta_a")
        camino.append(ahora)
        ahora = todas.get(ahora) or ""
        if not ahora:
            return


def cita(plan: str, aporta_a: str | None) -> str | None:
    """What a row of a plan contributes to, as PLAN/ROW: a name alone is of a row of the same plan."""
    return aporta_a if aporta_a is None or "/" in aporta_a else f"{plan}/{aporta_a}"


def citada(plan: str, entera: str) -> str:
    """How a row of a plan names another, given as PLAN/ROW: by its name alone if it is of the same plan."""
    otro, _, fila = entera.partition("/")
    return fila if otro == plan and "/" not in fila else entera


def titulo(fila: r.Actividad) -> str:
    """How a row is called: its name, else what it measures, else its goal."""
    medido = fila.indicador.nombre if fila.indicador else None
    meta = fila.meta.nombre if fila.meta else None
    names = (fila.nombre, medido, meta)
    return next((name for name in names if name and name != r.NO_APLICA), nombre_corto(fila))
