"""Commitments collected in a period: how they are split, and what does not add up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rcdesk.domain.errors import RuleError
from rcdesk.domain.periodos import en_palabras


def sin_clasificar(recogidos: int, a_cargo: int | None) -> int:
    """Those of which nobody has said whether the entity answers for them (golden figures, `sin_clasificar`)."""
    return recogidos if a_cargo is None else 0


def cuadre(recogidos: int, a_cargo: int | None, no_a_cargo: int | None) -> str:
    """Say what does not add up of a split; empty when it does, or when it was not made."""
    if a_cargo is None:
        return "" if no_a_cargo is None else "Falta decir cuántos son a cargo."
    suma = a_cargo + (no_a_cargo or 0)
    if suma == recogidos:
        return ""
    resto = recogidos - suma
    cuantos = f"{'faltan' if resto > 0 else 'sobran'} {abs(resto)}"
    return f"{a_cargo} a cargo + {no_a_cargo or 0} no a cargo = {suma}, y se recogieron {recogidos}: {cuantos}."


def revisar(valores: Mapping[str, Any], otros: frozenset[str]) -> None:
    """Refuse a line without its period or its count, and a second line of a period."""
    if not valores.get("periodo"):
        raise RuleError("Escriba el periodo, como «junio de 2026» o «2026-06».", field="periodo")
    if valores["periodo"] in otros:
        raise RuleError(f"Ya hay una línea de {en_palabras(valores['periodo'])}.", field="periodo")
    if valores.get("recogidos") is None:
        raise RuleError("Escriba cuántos se recogieron; 0 si no hubo.", field="recogidos")
