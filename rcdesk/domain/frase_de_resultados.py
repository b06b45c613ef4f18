"""What the acta may say of the results of a survey question, in a sentence: each percentage with its n and its base."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from rcdesk import i18n
from rcdesk.domain.cifras.redondeo import porcentaje, redondear
from rcdesk.domain.encuestas import SI_NO, enunciado
from rcdesk.domain.registro import PreguntaEncuesta
from rcdesk.domain.resultados import OTRAS, leer_valor, puntos, valor_dicho

_DICHAS: Final = 3
"""Options that a sentence says before it sums up the others."""
_EMPATADAS: Final = 5
"""Most of them, when the last ones were chosen by as many people."""

_CALIFICA: Final = re.compile(r"cómo califica(?:ría)?\s+(?:usted\s+)?(?P<que>[^?:]+?)\s*\??$", re.IGNORECASE)
_ESTE: Final = re.compile(r"^(est[ea])\b", re.IGNORECASE)
_EL: Final = {"este": "el", "esta": "la"}


class _Modo(NamedTuple):
    """How the first option is said, and the others: «respondió «», «»; «calificó … como «», «como «»."""

    primera: str
    otras: str = ""


def frase(pregunta: PreguntaEncuesta, base: int | None, cuenta: Mapping[str, int]) -> str:
    """The sentence, or nothing when there is nothing to count: without answers, or with open ones nobody grouped."""
    if not base or not cuenta:
        return ""
    if pregunta.tipo == "numero":
        return "" if pregunta.reservadas else _de_numeros(pregunta, base, cuenta)
    if pregunta.tipo == "texto" and not pregunta.grupos:
        return ""
    contadas = puntos(pregunta, cuenta) if pregunta.grupos else tuple(cuenta.items())
    mayores = sorted(((opcion, n) for opcion, n in contadas if n > 0), key=lambda par: (par[0] == OTRAS, -par[1]))
    if not mayores:
        return ""
    dicho = _de_una_persona(pregunta, mayores) if base == 1 else _de_varias(pregunta, base, mayores)
    return f"{dicho[:1].upper()}{dicho[1:]}."


def _de_una_persona(pregunta: PreguntaEncuesta, mayores: Sequence[tuple[str, int]]) -> str:
    modo = _modo(pregunta)
    primera, *otras = [_dicha(pregunta, opcion) for opcion, _ in mayores]
    dichas = [f"{modo.primera}{primera}", *(f"{modo.otras}{otra}" for otra in otras)]
    return f"la única persona que contestó {i18n.lista_en_palabras(dichas)}"


def _de_varias(pregunta: PreguntaEncuesta, base: int, mayores: Sequence[tuple[str, int]]) -> str:
    modo, cuantas = _modo(pregunta), _cuantas(mayores)
    partes: list[str] = []
    anterior = 0
    for lugar, (opcion, n) in enumerate(mayores[:cuantas]):
        verbo = modo.otras if lugar else modo.primera
        cuanto = "otro tanto" if n == anterior else f"el {_por_ciento(n, base)}"
        partes.append(f"{cuanto} {verbo}{_dicha(pregunta, opcion)}")
        anterior = n
    if resto := mayores[cuantas:]:
        partes.append(_resto(pregunta, base, resto))
    return i18n.lista_en_palabras(partes)


def _cuantas(mayores: Sequence[tuple[str, int]]) -> int:
    """How many are said: three, and those that as many people chose as the third, unless they are too many."""
    if len(mayores) <= _DICHAS + 1:
        return len(mayores) if len(mayores) <= _DICHAS else _DICHAS + (mayores[_DICHAS - 1][1] == mayores[_DICHAS][1])
    ultima = mayores[_DICHAS - 1][1]
    iguales = sum(1 for _, n in mayores if n >= ultima)
    if iguales <= _EMPATADAS:
        return iguales
    return sum(1 for _, n in mayores if n > ultima) or _DICHAS


def _resto(pregunta: PreguntaEncuesta, base: int, resto: Sequence[tuple[str, int]]) -> str:
    otras = "otra opción" if len(resto) == 1 else f"otras {len(resto)} opciones"
    if any(opcion == OTRAS for opcion, _ in resto):  # it is not one, nor so many
        otras = OTRAS.lower()
    if pregunta.tipo == "multiple":
        return f"menos personas, {otras}"
    n = sum(n for _, n in resto)
    return f"el {_por_ciento(n, base)}, {otras}"


def _modo(pregunta: PreguntaEncuesta) -> _Modo:
    if pregunta.tipo == "multiple":
        return _Modo("marcó ")
    if pregunta.tipo == "texto":
        return _Modo("mencionó ")
    califica = _CALIFICA.search(enunciado(pregunta).strip()) if pregunta.tipo == "ordinal" else None
    if califica is not None:
        que = _ESTE.sub(lambda este: _EL[este[1].lower()], califica["que"].strip())
        return _Modo(f"calificó {que} como ", "como ")
    return _Modo("respondió que ", "que ") if _de_si_o_no(pregunta) else _Modo("respondió ")


def _de_si_o_no(pregunta: PreguntaEncuesta) -> bool:
    return pregunta.tipo == "si_no" and set(pregunta.opciones) <= set(SI_NO)


def _dicha(pregunta: PreguntaEncuesta, opcion: str) -> str:
    """«Radio»; of a question of yes or no, `sí`; what is in no group is not called by its name."""
    if pregunta.tipo == "texto" and opcion == OTRAS:
        return OTRAS.lower()
    return opcion.lower() if _de_si_o_no(pregunta) and opcion in SI_NO else f"«{opcion}»"


def _por_ciento(n: int, base: int) -> str:
    """«63,0 % (17 de 27)»."""
    return f"{porcentaje(n, base).replace('.', ',')} % ({i18n.numero(n)} de {i18n.numero(base)})"


def _de_numeros(pregunta: PreguntaEncuesta, base: int, cuenta: Mapping[str, int]) -> str:
    """How many answered, between which values, and their mean; ages are told in years."""
    leidos = [(valor, n) for texto, n in cuenta.items() if (valor := leer_valor(texto)) is not None]
    if not leidos:
        return ""
    menor, mayor = min(valor for valor, _ in leidos), max(valor for valor, _ in leidos)
    cuantos = sum(n for _, n in leidos)
    media = sum((Fraction(valor) * n for valor, n in leidos), Fraction()) / cuantos
    anios = re.search(r"\b(años|edad)\b", enunciado(pregunta), re.IGNORECASE) is not None
    de, unidad = ("edades", " años") if anios else ("valores", "")
    if base == 1:
        return f"Respondió una persona: {valor_dicho(menor)}{unidad}."
    quienes = f"Respondieron {i18n.numero(base)} personas"
    if menor == mayor:
        return f"{quienes}, todas con {valor_dicho(menor)}{unidad}."
    promedio = redondear(media, 1).replace(".", ",")
    extremos = f"{valor_dicho(menor)} y {valor_dicho(mayor)}{unidad}"
    return f"{quienes}, con {de} entre {extremos} y un promedio de {promedio}."
