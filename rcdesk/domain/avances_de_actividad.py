"""What may be said of a period of an activity: how much was done until a day, and in which period it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.redondeo import numero
from rcdesk.domain.errors import RuleError
from rcdesk.domain.periodos import cubre, meses, primer_dia, trimestre_de, ultimo_dia
from rcdesk.domain.plazos import dia_exacto
from rcdesk.domain.seguimiento import en_orden
from rcdesk.i18n import fecha_corta
from rcdesk.i18n import numero as en_palabras

SIN_EXPLICACION: Final = "sin explicación"
"""What is said of more than was programmed while nobody says why."""


@dataclass(frozen=True, slots=True)
class Registrada:
    """What an advance is measured against: when its activity begins, what the period had said, and the day of today."""

    desde: str | None
    seguimientos: tuple[r.Seguimiento, ...]
    hoy: date


def revisar_avance(contra: Registrada, nuevo: r.Seguimiento) -> r.Seguimiento:
    """Return the advance, if it may be said.

    RuleError, with the field, for a day to come or before the activity begins, a quantity below zero, and less than
    what was said before, or more than what was said later, without words that say why.
    """
    dia = dia_exacto(nuevo.corte)
    if dia is None:
        raise RuleError("Escriba el día: día, mes y año.", field="corte")
    if dia > contra.hoy:
        raise RuleError(f"El {fecha_corta(dia.isoformat())} todavía no llega.", field="corte")
    if contra.desde and dia < primer_dia(contra.desde):
        raise RuleError(f"La actividad empieza después, el {fecha_corta(contra.desde)}.", field="corte")
    if nuevo.avance is None:
        raise RuleError("Escriba cuánto se ha hecho.", field="ejecutado")
    if nuevo.avance.startswith("-"):
        raise RuleError("Escriba una cantidad desde 0.", field="ejecutado")
    if not nuevo.texto:
        _revisar_orden(contra, nuevo.avance, dia)
    return nuevo


def _revisar_orden(contra: Registrada, avance: r.Cantidad, dia: date) -> None:
    dichos = [uno for uno in en_orden(contra.seguimientos) if uno.avance is not None]
    antes = [uno for uno in dichos if uno.corte is None or ultimo_dia(uno.corte) <= dia]
    despues = [uno for uno in dichos if uno.corte is not None and ultimo_dia(uno.corte) > dia]
    if antes and numero(avance) < numero(antes[-1].avance or r.Cantidad("0")):
        dijo = _dicho(antes[-1])
        raise RuleError(f"Ya se había dicho {dijo}: escriba qué pasó, o por qué ahora es menos.", field="texto")
    if despues and numero(avance) > numero(despues[0].avance or r.Cantidad("0")):
        raise RuleError(f"Después se dijo {_dicho(despues[0])}: escriba por qué antes era más.", field="texto")


def _dicho(uno: r.Seguimiento) -> str:
    cuando = f", el {fecha_corta(uno.corte)}" if uno.corte else ""
    return f"{en_palabras(Decimal(uno.avance or 0))}{cuando}"


def heredado(periodo: r.Programacion) -> r.Seguimiento | None:
    """The advance that says what a period tells without any; None when it has some, or tells nothing.

    Without it, one more advance would change what was done before it.
    """
    if periodo.seguimientos or periodo.ejecutado is None:
        return None
    return r.Seguimiento(corte=periodo.corte, avance=periodo.ejecutado)


def periodo_para(fecha: str, periodos: Sequence[str]) -> str:
    """The period of an activity in which what was done until a day counts.

    The shortest that has the day; else the last that ended before it, for it is told late; else one as long as those
    it has, or the quarter of the day.
    """
    suyos = [periodo for periodo in periodos if cubre(periodo, fecha)]
    if suyos:
        return min(suyos, key=_meses)
    previos = [periodo for periodo in periodos if meses(periodo)[1] < fecha[:7]]
    if previos:
        return max(previos, key=lambda periodo: meses(periodo)[1])
    if not periodos:
        return trimestre_de(fecha)
    return _como(periodos[0], fecha)


def explicacion(programado: r.Cantidad | None, ejecutado: r.Cantidad | None, justificacion: str | None) -> str | None:
    """Why more than what was programmed was done, or that nobody says; None when it was not more."""
    if programado is None or ejecutado is None or numero(ejecutado) <= numero(programado):
        return None
    return justificacion or SIN_EXPLICACION


def _meses(periodo: str) -> int:
    (a, b), (c, d) = (map(int, mes.split("-")) for mes in meses(periodo))
    return (c - a) * 12 + d - b


def _como(modelo: str, fecha: str) -> str:
    """The period of a day that is as long as another."""
    anio, mes = fecha[:4], int(fecha[5:7])
    _, _, parte = modelo.partition("-")
    if not parte:
        return anio
    largo = {"S": 6, "C": 4, "T": 3}.get(parte[0])
    return f"{anio}-{parte[0]}{(mes + largo - 1) // largo}" if largo else fecha[:7]
