"""Exact numbers and how they are written: rounded once, at the end, half away from zero. Never a float."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import assert_never

from rcdesk.domain.registro import Cantidad, Porcentajes


@lru_cache(maxsize=16_384)  # ten thousand rows say few quantities, each many times
def numero(cantidad: Cantidad) -> Fraction:
    """A decimal as typed, exactly; Decimal reads it because it sets no limit to the digits."""
    return Fraction(Decimal(cantidad))


def redondear(valor: Fraction, decimales: int) -> str:
    """The value with that many decimals and a decimal point, half up away from zero («35.7»)."""
    entero, base = abs(valor.numerator), valor.denominator
    unidades = (2 * entero * 10**decimales + base) // (2 * base)
    cifras = f"{Decimal(unidades):f}".zfill(decimales + 1)  # Decimal writes any length; str(int) refuses 4,301 digits
    signo = "-" if valor < 0 and unidades else ""
    return f"{signo}{cifras[:-decimales]}.{cifras[-decimales:]}" if decimales else signo + cifras


def porcentaje(n: Fraction | int, base: Fraction | int, decimales: int = 1) -> str:
    """n of base, in percent, as text; ZeroDivisionError when base is 0, for then there is no percentage to print."""
    return redondear(Fraction(n) * 100 / Fraction(base), decimales)


def porcentajes(conteos: Sequence[int], modo: Porcentajes | None = None) -> tuple[str, ...]:
    """The percentages of the parts of one whole, with a decimal point, as `modo` tells them; none of nothing."""
    base = sum(conteos)
    if not base:
        return ()
    match modo:
        case None:
            return tuple(porcentaje(n, base) for n in conteos)
        case "enteros":
            return tuple(porcentaje(n, base, 0) for n in conteos)
        case "suman_100":
            return tuple(resto_mayor({str(place): n for place, n in enumerate(conteos)}).values())
        case _:
            assert_never(modo)


def exacto(valor: Fraction) -> str:
    """An integer if it is whole («78»), otherwise two decimals («3.50»)."""
    return redondear(valor, 0 if valor.denominator == 1 else 2)


def resto_mayor(conteos: Mapping[str, int], decimales: int = 0) -> dict[str, str]:
    """Percentages of one whole that add up to exactly 100 (largest remainder); of equal remainders the first gets it.

    An alternative to rounding each by itself: whoever prints it says so. Without counts there are no percentages.
    """
    base = sum(conteos.values())
    if base == 0:
        return {}
    partes = {opcion: Fraction(n * 100 * 10**decimales, base) for opcion, n in conteos.items()}
    enteros = {opcion: int(parte) for opcion, parte in partes.items()}
    faltan = 100 * 10**decimales - sum(enteros.values())
    for opcion in sorted(partes, key=lambda opcion: enteros[opcion] - partes[opcion])[:faltan]:
        enteros[opcion] += 1
    return {opcion: redondear(Fraction(n, 10**decimales), decimales) for opcion, n in enteros.items()}
