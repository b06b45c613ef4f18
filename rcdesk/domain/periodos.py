"""Periods of a year: 2026, 2026-S2 (semestre), 2026-C3 (cuatrimestre), 2026-T4 (trimestre), 2026-11 (mes)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Final

from rcdesk.i18n import MESES

_LARGO: Final[Mapping[str, int]] = {"S": 6, "C": 4, "T": 3}
_PALABRA: Final[Mapping[str, str]] = {"S": "semestre", "C": "cuatrimestre", "T": "trimestre"}
_ROMANO: Final = ("", "I", "II", "III", "IV")
_ORDINAL: Final = ("", "primer", "segundo", "tercer", "cuarto")


def meses(periodo: str) -> tuple[str, str]:
    """Return the first and the last month (AAAA-MM) of a period of rcdesk/1."""
    anio, _, parte = periodo.partition("-")
    if not parte:
        return f"{anio}-01", f"{anio}-12"
    if parte[0] not in _LARGO:
        return periodo, periodo
    largo = _LARGO[parte[0]]
    ultimo = int(parte[1:]) * largo
    return f"{anio}-{ultimo - largo + 1:02}", f"{anio}-{ultimo:02}"


def cubre(periodo: str, fecha: str) -> bool:
    """Whether a date (AAAA, AAAA-MM or AAAA-MM-DD) falls in a period; a year alone falls only in that year."""
    if len(fecha) < len("AAAA-MM"):
        return periodo == fecha
    primero, ultimo = meses(periodo)
    return primero <= fecha[:7] <= ultimo


def trimestre_de(fecha: str) -> str:
    """Return the quarter of a date known to the month: 2026-11-20 → 2026-T4."""
    return f"{fecha[:4]}-T{(int(fecha[5:7]) + 2) // 3}"


def en_palabras(periodo: str) -> str:
    """«2026», «cuarto trimestre de 2026», «noviembre de 2026»."""
    anio, _, parte = periodo.partition("-")
    if not parte:
        return anio
    if parte[0] not in _LARGO:
        return f"{MESES[int(parte) - 1]} de {anio}"
    return f"{_ORDINAL[int(parte[1:])]} {_PALABRA[parte[0]]} de {anio}"


def con_articulo(periodo: str) -> str:
    """As it goes inside a sentence: «2026», «el cuarto trimestre de 2026», «noviembre de 2026»."""
    return f"el {en_palabras(periodo)}" if periodo.partition("-")[2][:1] in _LARGO else en_palabras(periodo)


def del_periodo(periodo: str) -> str:
    """As it closes a title: «de 2026», «del cuarto trimestre de 2026», «de noviembre de 2026»."""
    return f"de {con_articulo(periodo)}".replace("de el ", "del ")


def en_corto(periodo: str) -> str:
    """«2026», «IV trimestre 2026», «noviembre 2026»: where there is little room."""
    anio, _, parte = periodo.partition("-")
    if not parte:
        return anio
    if parte[0] not in _LARGO:
        return f"{MESES[int(parte) - 1]} {anio}"
    return f"{_ROMANO[int(parte[1:])]} {_PALABRA[parte[0]]} {anio}"


def del_anio(anio: int | str) -> tuple[str, ...]:
    """The periods in which a year is usually reported: its quarters, its semesters and the year itself."""
    return (*(f"{anio}-T{n}" for n in range(1, 5)), f"{anio}-S1", f"{anio}-S2", str(anio))


def primer_dia(fecha: str) -> date:
    """The first day of a date known to the day, the month or the year."""
    anio, mes, dia = (*fecha.split("-"), "1", "1")[:3]
    return date(int(anio), int(mes), int(dia))


def ultimo_dia(fecha: str) -> date:
    """The last day of a date known to the day, the month or the year."""
    anio = int(fecha[:4])
    if len(fecha) == 4:
        return date(anio, 12, 31)
    if len(fecha) == 7:
        mes = int(fecha[5:7])
        return date(anio, mes, monthrange(anio, mes)[1])
    return date.fromisoformat(fecha)
