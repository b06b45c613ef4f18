"""Figures of a survey: with single answers they are counted, otherwise the counts typed are taken."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from rcdesk.domain.cifras.arbol import Cifras
from rcdesk.domain.cifras.redondeo import numero, porcentaje, redondear
from rcdesk.domain.registro import (
    NO_APLICA,
    NO_RESPONDE,
    Encuesta,
    PreguntaEncuesta,
    RespuestaEncuesta,
    ValorDeRespuesta,
)

T = TypeVar("T")


def encuestados(encuesta: Encuesta) -> int | None:
    """People who answered the survey; None when nobody says."""
    return len(encuesta.respuestas) if encuesta.respuestas else encuesta.encuestados


def base(pregunta: PreguntaEncuesta, respuestas: Sequence[RespuestaEncuesta]) -> int | None:
    """People who answered this question, the base of its percentages; None when nobody says."""
    if respuestas:
        return sum(veces for dichas, veces in _dichas(pregunta, respuestas) if dichas)
    return pregunta.respondieron


def abierta(pregunta: PreguntaEncuesta, respuestas: Sequence[RespuestaEncuesta]) -> bool:
    """Whether what people answered is read, and not counted: in their own words, that nobody grouped."""
    return pregunta.tipo == "texto" and bool(respuestas) and not pregunta.grupos


def conteos(pregunta: PreguntaEncuesta, respuestas: Sequence[RespuestaEncuesta]) -> dict[str, int]:
    """Option → how many chose it, in the order of the question's options, then of appearance.

    An option that nobody chose is here only if the typed results say 0. Free answers that were grouped count under the
    name of their group, each person once.
    """
    if respuestas:
        grupo = {texto: nombre for nombre, textos in pregunta.grupos.items() for texto in textos}
        elegidas = [
            (opcion, veces)
            for dichas, veces in _dichas(pregunta, respuestas)
            for opcion in dict.fromkeys(grupo.get(dicha, dicha) for dicha in dichas)
        ]
    else:
        elegidas = [(resultado.opcion, resultado.cantidad) for resultado in pregunta.resultados]
    cuenta: dict[str, int] = {}
    for opcion, cantidad in elegidas:
        cuenta[opcion] = cuenta.get(opcion, 0) + cantidad
    orden = {opcion: lugar for lugar, opcion in enumerate(pregunta.opciones)}
    return dict(sorted(cuenta.items(), key=lambda par: orden.get(par[0], len(orden))))


def porcentajes(
    pregunta: PreguntaEncuesta, respuestas: Sequence[RespuestaEncuesta], decimales: int = 1
) -> dict[str, str]:
    """Option → percentage of those who answered this question; empty without a base; `multiple` may pass 100 in all."""
    personas = base(pregunta, respuestas)
    if not personas:
        return {}
    return {opcion: porcentaje(n, personas, decimales) for opcion, n in conteos(pregunta, respuestas).items()}


def sin_discriminar(pregunta: PreguntaEncuesta, respuestas: Sequence[RespuestaEncuesta]) -> int | None:
    """People whose option is not told: base − sum of counts. None if it is 0, in `multiple`, or if one is absent."""
    personas, cuenta = base(pregunta, respuestas), conteos(pregunta, respuestas)
    if not personas or not cuenta or pregunta.tipo == "multiple":
        return None
    return personas - sum(cuenta.values()) or None


def suma_declarada(pregunta: PreguntaEncuesta) -> str | None:
    """Sum of the percentages that the source prints for this question, one decimal; None if it prints none."""
    valores = [
        numero(dato.valor) for dato in pregunta.declarado if dato.concepto == "porcentaje" and dato.valor is not None
    ]
    return redondear(sum(valores, Fraction()), 1) if valores else None


def porcentaje_del_pico(encuesta: Encuesta, espectadores_maximos: int | None) -> str | None:
    """Surveyed people against the peak of live viewers, two different populations; None unless both are above 0."""
    personas = encuestados(encuesta)
    if not personas or not espectadores_maximos:
        return None
    return porcentaje(personas, espectadores_maximos)


def cifras_de_encuesta(encuesta: Encuesta, espectadores_maximos: int | None = None) -> Cifras:
    """All the figures of one survey; `espectadores_maximos` is the peak of the hearing it evaluates."""
    preguntas, respuestas = encuesta.preguntas, encuesta.respuestas
    cifras: Cifras = {
        "preguntas": len(preguntas),
        "bases": _por_pregunta(preguntas, lambda pregunta: base(pregunta, respuestas)),
        "conteos": _por_pregunta(preguntas, lambda pregunta: conteos(pregunta, respuestas)),
        "porcentajes": _por_pregunta(preguntas, lambda pregunta: porcentajes(pregunta, respuestas)),
        "sin_discriminar": _por_pregunta(preguntas, lambda pregunta: sin_discriminar(pregunta, respuestas)),
        "suma_declarada": _por_pregunta(preguntas, suma_declarada),
    }
    personas, pico = encuestados(encuesta), porcentaje_del_pico(encuesta, espectadores_maximos)
    if personas is not None:
        cifras["encuestados"] = personas
    if pico is not None:
        cifras["porcentaje_del_pico"] = pico
    return cifras


def _por_pregunta(preguntas: Iterable[PreguntaEncuesta], cifra: Callable[[PreguntaEncuesta], T | None]) -> dict[str, T]:
    """Question codigo → its figure, of those that have one."""
    valores = ((pregunta.codigo, cifra(pregunta)) for pregunta in preguntas)
    return {codigo: valor for codigo, valor in valores if valor}


def _dichas(
    pregunta: PreguntaEncuesta, respuestas: Sequence[RespuestaEncuesta]
) -> Iterator[tuple[tuple[str, ...], int]]:
    """Each different answer to a question, as options, and how many gave it: thousands say the same few things."""
    valores = [respuesta.valores.get(pregunta.codigo) for respuesta in respuestas]
    for (_, valor), veces in Counter(zip(map(type, valores), valores, strict=True)).items():  # True is not 1 here
        yield _opciones(valor), veces


def _opciones(valor: ValorDeRespuesta) -> tuple[str, ...]:
    """What one person answered, as options; nothing, «N.A.» and «No responde» are no option."""
    elementos = valor if isinstance(valor, tuple) else (valor,)
    return tuple(_texto(elemento) for elemento in elementos if elemento not in (None, NO_APLICA, NO_RESPONDE))


def _texto(valor: str | int | float | bool | None) -> str:
    """An answer as the text of an option: a form that says `true` says «Sí», and 34.0 years are 34."""
    if isinstance(valor, bool):
        return "Sí" if valor else "No"
    if isinstance(valor, float):
        return f"{Decimal(repr(valor)).normalize():f}"
    return str(valor)
