"""What the results of a survey question say: the points of its chart, the notes that keep it from being misread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Final

from rcdesk import i18n
from rcdesk.domain.cifras.redondeo import numero, porcentaje, redondear
from rcdesk.domain.encuestas import de_opciones
from rcdesk.domain.grupos_de_respuestas import OTRAS
from rcdesk.domain.registro import Cantidad, PreguntaEncuesta

VALORES: Final = 12
"""Most different numbers before they are told by tens."""
BASE_PEQUENA: Final = 10
"""A base under which percentages mislead."""
_DICHAS: Final = 3

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
    ofrecidas = () if pregunta.opciones_incompletas else pregunta.opciones
    completa = {**dict.fromkeys(ofrecidas, 0), **cuenta} if _discriminada(pregunta, cuenta) else cuenta
    return tuple(completa.items())


def notas(pregunta: PreguntaEncuesta, base: int | None, cuenta: Mapping[str, int]) -> tuple[str, ...]:
    """What a reader needs not to misread the percentages, in sentences."""
    if not base or not cuenta or not de_opciones(pregunta):
        return ()
    dichas: list[str] = []
    if pregunta.tipo == "multiple":
        dichas.append("Cada persona pudo marcar varias: no suma 100 %.")
    else:
        sueltas = base - sum(cuenta.values())
        suma = sum((numero(Cantidad(porcentaje(n, base))) for n in cuenta.values()), Fraction())
        if sueltas > 0:
            dichas.append(f"De {i18n.plural(base, 'respuesta', 'respuestas')}, {sueltas} sin discriminar.")
        elif sueltas < 0:
            dichas.append(f"Las opciones suman {base - sueltas}, y respondieron {base}: revise las cantidades.")
        elif suma != 100:
            dichas.append(f"Suma {redondear(suma, 1).replace('.', ',')} % por redondeo.")
        else:
            dichas.append("Suma 100,0 %.")
    if base < BASE_PEQUENA:
        dichas.append(f"Base menor de {BASE_PEQUENA}: diga cuántos, no solo el porcentaje.")
    return tuple(dichas)


def frase(pregunta: PreguntaEncuesta, base: int | None, cuenta: Mapping[str, int]) -> str:
    """The sentence that the acta may say of the results, with n and base beside each percentage; empty without them."""
    if not base or not cuenta:
        return ""
    if pregunta.tipo == "numero":
        return "" if pregunta.reservadas else _frase_de_numeros(base, cuenta)
    if not de_opciones(pregunta) and not pregunta.grupos:
        return ""
    contadas = puntos(pregunta, cuenta) if pregunta.grupos else tuple(cuenta.items())
    mayores = sorted(((opcion, n) for opcion, n in contadas if n), key=lambda par: (par[0] == OTRAS, -par[1]))
    verbo = "marcó " if pregunta.tipo == "multiple" else "respondió "
    partes = [_parte(opcion, n, base, "" if place else verbo) for place, (opcion, n) in enumerate(mayores[:_DICHAS])]
    resto = len(mayores) - _DICHAS
    if resto > 0:
        partes.append("el resto, otra opción" if resto == 1 else f"el resto, otras {resto} opciones")
    dicho = i18n.lista_en_palabras(partes)
    return f"{dicho[:1].upper()}{dicho[1:]}." if dicho else ""


def _parte(opcion: str, n: int, base: int, verbo: str) -> str:
    return f"el {porcentaje(n, base).replace('.', ',')} % ({n} de {base}) {verbo}«{opcion}»"


def _frase_de_numeros(base: int, cuenta: Mapping[str, int]) -> str:
    leidos = [(valor, n) for texto, n in cuenta.items() if (valor := _decimal(texto)) is not None]
    if not leidos:
        return ""
    valores = [valor for valor, _ in leidos]
    cuantos = sum(n for _, n in leidos)
    media = sum((Fraction(valor) * n for valor, n in leidos), Fraction()) / cuantos
    quienes = i18n.plural(base, "persona", "personas")
    return (
        f"Respondieron {quienes}, con valores entre {_dicho(min(valores))} y {_dicho(max(valores))} "
        f"y un promedio de {redondear(media, 1).replace('.', ',')}."
    )


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
    leidos = sorted((valor, cuenta[texto]) for texto in cuenta if (valor := _decimal(texto)) is not None)
    otros = tuple((texto, cuantos) for texto, cuantos in cuenta.items() if _decimal(texto) is None)
    if len(leidos) <= VALORES:
        return (*((_dicho(valor), cuantos) for valor, cuantos in leidos), *otros)
    decenas: dict[int, int] = {}
    for valor, cuantos in leidos:
        decenas[int(valor // 10) * 10] = decenas.get(int(valor // 10) * 10, 0) + cuantos
    return (*((f"{desde} a {desde + 9}", cuantos) for desde, cuantos in decenas.items()), *otros)


def _dicho(valor: Decimal) -> str:
    return f"{valor.normalize():f}".replace(".", ",")


def _decimal(texto: str) -> Decimal | None:
    try:
        valor = Decimal(texto)
    except InvalidOperation:
        return None
    return valor if valor.is_finite() and abs(valor) < 10**9 else None
