"""A value of a plan as the plain text of a cell, and back: that text tells whether two cells say the same.

What goes out and comes back untouched has the same plain text, whatever its value: nothing is changed by coming back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any, Final, assert_never

from rcdesk.domain.celdas import recortar
from rcdesk.domain.cuadro.columnas import Columna
from rcdesk.domain.registro import NO_APLICA
from rcdesk.i18n import MESES, fecha_corta, leer_fecha, leer_numero, numero, sin_tildes

_NO_APLICA: Final = frozenset({"n/a", "n.a", "n.a.", "na", "no aplica"})
_BETWEEN: Final = re.compile(r"[\n;]|,(?!\d)|\s+(?:y|e)\s+")
_LINES: Final = re.compile(r"\n|;|\s/\s")
_FIGURE: Final = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")
_MONTHS: Final = "|".join(MESES)
_RANGE: Final = re.compile(
    rf"(?:de(?:sde)? )?({_MONTHS})(?: (?:de )?(\d{{4}}))? ?(?:-|–|a|hasta) ?({_MONTHS})(?: (?:de )?(\d{{4}}))?"
)


def plana(columna: Columna, valor: Any, *, porcentaje: bool = False) -> str:
    """Return a value of the base as plain text. With `porcentaje`, a quantity is a percentage."""
    if valor is None or valor in ("", ()):
        return ""
    match columna.clase:
        case "texto":
            return _lineas(recortar(str(valor)))
        case "opcion":
            return columna.opciones.get(valor, str(valor))
        case "lista" | "fechas":
            return _lineas(recortar("\n".join(valor)))
        case "fecha":
            return str(valor)
        case "cantidad" | "porcentaje":
            return _cifra(str(valor)) + ("%" if porcentaje or columna.clase == "porcentaje" else "")
        case _:
            assert_never(columna.clase)


def leida(columna: Columna, texto: str, *, propia: bool, anio: int | None = None) -> str:
    """Return the plain text of a cell as it was read; what is not understood stays as it was written.

    Of a sheet that is not ours (`propia`), several names may share a line; months without a year are of `anio`.
    """
    texto = _lineas(texto)
    match columna.clase:
        case "texto":
            return texto
        case "opcion":
            bare = sin_tildes(texto)
            return next((words for words in columna.opciones.values() if sin_tildes(words) == bare), texto)
        case "lista":
            return texto if propia else "\n".join(_trozos(_LINES.split(texto)))
        case "fecha":
            return NO_APLICA if texto.casefold() in _NO_APLICA else _fecha(texto, anio)
        case "fechas":
            return "\n".join(_fecha(one, anio) for one in _trozos(_BETWEEN.split(texto)))
        case "cantidad" | "porcentaje":
            return _leida_cifra(texto, percent=columna.clase == "porcentaje")
        case _:
            assert_never(columna.clase)


def valor(columna: Columna, plano: str) -> Any:
    """Return what a plain text says, as its record holds it. ValueError, with a sentence, when it is not understood."""
    if not plano:
        return () if columna.clase in ("lista", "fechas") else None
    match columna.clase:
        case "texto":
            return plano
        case "opcion":
            found = next((key for key, words in columna.opciones.items() if words == plano), None)
            if found is None:
                raise ValueError(f"«{plano[:60]}» no es una de: {', '.join(columna.opciones.values())}.")
            return found
        case "lista":
            return tuple(_trozos(plano.split("\n")))
        case "fecha":
            return _una_fecha(plano)
        case "fechas":
            return tuple(sorted({_una_fecha(one) for one in plano.split("\n")}))
        case "cantidad" | "porcentaje":
            return _una_cifra(plano)
        case _:
            assert_never(columna.clase)


def legible(columna: Columna, plano: str) -> str:
    """Return a plain text as a person reads it: 4/dic/2026, 1.234,5, 45 %."""
    match columna.clase:
        case "fecha" | "fechas":
            return "\n".join(fecha_corta(one) if leer_fecha(one) == one else one for one in plano.split("\n"))
        case "cantidad" | "porcentaje":
            figure, sign, _ = plano.partition("%")
            number = Decimal(figure) if _FIGURE.fullmatch(figure) else None
            return plano if number is None else numero(number) + (" %" if sign else "")
        case _:
            return plano


def leer_meses(texto: str, anio: int | None) -> tuple[str, str] | None:
    """«Julio - diciembre», «de julio a diciembre de 2026»: the first and the last month. None when it is not that."""
    found = _RANGE.fullmatch(" ".join(sin_tildes(texto).split()))
    if found is None:
        return None
    first, of_first, last, of_last = found.groups()
    end = of_last or of_first or (str(anio) if anio else None)
    if end is None:
        return None
    return tuple(f"{year}-{_mes(name):02}" for year, name in ((of_first or end, first), (end, last)))  # type: ignore[return-value]


def _mes(name: str) -> int:
    return MESES.index(name) + 1


def _fecha(texto: str, anio: int | None) -> str:
    words = texto.strip()
    if re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", words):  # an instant of a spreadsheet
        words = words[:10]
    if anio is not None and sin_tildes(words) in MESES:
        return f"{anio}-{_mes(sin_tildes(words)):02}"
    return leer_fecha(words) or words


def _una_fecha(plano: str) -> str:
    if plano == NO_APLICA or leer_fecha(plano) == plano:
        return plano
    raise ValueError(f"«{plano[:40]}» no es una fecha: se escribe día/mes/año, como 30/09/2026.")


def _una_cifra(plano: str) -> str:
    figure = plano.removesuffix("%")
    if not _FIGURE.fullmatch(figure):
        raise ValueError(f"«{plano[:40]}» no es un número: se escribe 1234,5 o 45 %.")
    return figure


def _leida_cifra(texto: str, *, percent: bool) -> str:
    """A number as it was read: in a column of percentages, 45 is 45 %."""
    sign = texto.endswith("%")
    number = leer_numero(texto.removesuffix("%"))
    if number is None:
        return texto
    return _cifra(str(number)) + ("%" if sign or percent else "")


def _cifra(texto: str) -> str:
    """A quantity without what does not change it: 4.10 is 4.1."""
    try:
        number = Decimal(texto)
    except InvalidOperation:
        return texto
    plain = format(number, "f")
    shown = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if shown in ("", "-0") else shown


def _trozos(textos: Iterable[str]) -> list[str]:
    return [one for one in (texto.strip() for texto in textos) if one]


def _lineas(texto: str) -> str:
    return texto.replace("\r\n", "\n").replace("\r", "\n").strip()
