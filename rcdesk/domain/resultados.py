"""The results of a survey question as they are drawn and read: the points of its chart, and its open answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Final

from rcdesk.domain.registro import PreguntaEncuesta

VALORES: Final = 12
"""Most different numbers before they are told by tens."""
BASE_PEQUENA: Final = 10
"""A base under which percentages mislead."""

OTRAS: Final = "Otras respuestas"
"""What is drawn of the open answers that are in no group."""

Puntos = tuple[tuple[str, int], ...]
"""Option → how many chose it, in the order in which it is drawn."""


def puntos(pregunta: PreguntaEncuesta, cuenta: Mapping[str, int]) -> Puntos:
    """The points to draw: also the options that nobody chose, and numbers in their order."""
    if pregunta.tipo == "numero":
        return _numeros(cuenta)
    if not cuenta:
        return ()
    if pregunta.tipo == "texto" and pregunta.grupos:
        return _grupos(pregunta, cuenta)
    calladas = pregunta.reservadas
    ofrecidas = () if pregunta.opciones_incompletas else [una for una in pregunta.opciones if una not in calladas]
    completa = {**dict.fromkeys(ofrecidas, 0), **cuenta} if _discriminada(pregunta, cuenta) else cuenta
    return tuple(completa.items())


def abiertas(cuenta: Iterable[str], muestra: Sequence[str]) -> tuple[str, ...]:
    """The open answers to read: those chosen for the acta first, then the others."""
    return tuple(dict.fromkeys((*muestra, *cuenta)))


def _grupos(pregunta: PreguntaEncuesta, cuenta: Mapping[str, int]) -> Puntos:
    """The groups of an open question, the largest first, and together the answers that are in none."""
    grupos = sorted(((nombre, n) for nombre, n in cuenta.items() if nombre in pregunta.grupos), key=lambda par: -par[1])
    otras = sum(n for nombre, n in cuenta.items() if nombre not in pregunta.grupos)
    return (*grupos, (OTRAS, otras)) if otras else tuple(grupos)


def _discriminada(pregunta: PreguntaEncuesta, cuenta: Mapping[str, int]) -> bool:
    """Whether an option without count is one that nobody chose, and not one that nobody told."""
    return pregunta.respondieron is None or sum(cuenta.values()) >= pregunta.respondieron


def _numeros(cuenta: Mapping[str, int]) -> Puntos:
    leidos = sorted((valor, cuenta[texto]) for texto in cuenta if (valor := leer_valor(texto)) is not None)
    otros = tuple((texto, cuantos) for texto, cuantos in cuenta.items() if leer_valor(texto) is None)
    if len(leidos) <= VALORES:
        return (*((valor_dicho(valor), cuantos) for valor, cuantos in leidos), *otros)
    decenas: dict[int, int] = {}
    for valor, cuantos in leidos:
        decenas[int(valor // 10) * 10] = decenas.get(int(valor // 10) * 10, 0) + cuantos
    return (*((f"{desde} a {desde + 9}", cuantos) for desde, cuantos in decenas.items()), *otros)


def valor_dicho(valor: Decimal) -> str:
    """A number as it is read: «34», «34,5»."""
    return f"{valor.normalize():f}".replace(".", ",")


def leer_valor(texto: str) -> Decimal | None:
    """A number as it was answered; None of what is none, or is out of all measure."""
    try:
        valor = Decimal(texto)
    except InvalidOperation:
        return None
    return valor if valor.is_finite() and abs(valor) < 10**9 else None
