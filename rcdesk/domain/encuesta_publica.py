"""What may be published of a survey: counts, never single answers (README of rcdesk/1, rule 8).

An option that fewer than five chose is named in `reservadas` without its count. In a question that asks who the person
is (`caracteriza`), also what would give that count away, by the rule of `caracterizacion.proteger`. In a question of
opinion nobody is told by a count, and a small one may be worked out: it is not printed because it says little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, assert_never

from rcdesk.domain.caracterizacion import MINIMO, OTRA, hasta
from rcdesk.domain.cifras.encuesta import base, conteos, encuestados
from rcdesk.domain.cifras.redondeo import porcentaje
from rcdesk.domain.encuestas import contesta, libre, opciones
from rcdesk.domain.registro import (
    Bloque,
    Cita,
    Encuesta,
    Figura,
    Inserto,
    Lista,
    Parrafo,
    PreguntaEncuesta,
    RespuestaEncuesta,
    Resultado,
    Tabla,
)
from rcdesk.domain.reserva import enmascarar
from rcdesk.domain.resultados import Puntos, puntos

MUESTRA: Final = 5
"""Open answers published of a question when nobody chose which."""

_DECENAS: Final = 10
"""Ranges of ten in which a number that characterises is told; what is greater goes together."""
_FRASE: Final = re.compile(r"(?<=[.;!?])\s+")
_POCOS: Final = re.compile(
    r"(?<![\d.,])[1-4]\s*(?:de\s+(?:los|las|un\s+total\s+de)?\s*|/\s*)\d"
    r"|\b(?:una?|dos|tres|cuatro|[1-4])\s+(?:sol[ao]s?\s+)?(?:persona|ciudadan|respuesta|asistente|encuestad|formulario)",
    re.IGNORECASE,
)
"""A count of fewer than five told in words of a report: «(3 de 27)», «una persona»."""


def encuesta_publica(encuesta: Encuesta, *, abiertas: int | None = MUESTRA) -> Encuesta:
    """The survey as anybody may read it; doing it again changes nothing.

    Of a question whose open answers nobody chose, the first `abiertas` are published, or all; in alphabetical order, so
    that no two questions can be joined by the order in which people answered.
    """
    calladas: dict[str, frozenset[str]] = {}
    preguntas = []
    for pregunta in encuesta.preguntas:
        hecha = _pregunta(pregunta, encuesta.respuestas, abiertas)
        if hecha.condicion is not None and not calladas.get(hecha.condicion.pregunta, frozenset()).isdisjoint(
            hecha.condicion.es
        ):
            hecha = _callada(hecha)
        if hecha.caracteriza or (hecha.reservadas and hecha.respondieron is None):
            calladas[hecha.codigo] = frozenset(hecha.reservadas)
        preguntas.append(hecha)
    return replace(
        encuesta,
        preguntas=tuple(preguntas),
        encuestados=encuestados(encuesta),
        respuestas=(),
        presentes=encuesta.presentes - {"respuestas"},
    )


def _pregunta(
    pregunta: PreguntaEncuesta, respuestas: Sequence[RespuestaEncuesta], abiertas: int | None
) -> PreguntaEncuesta:
    personas = base(pregunta, respuestas)
    muestra = tuple(map(enmascarar, _muestra(pregunta, respuestas, abiertas)))
    if pregunta.reservadas and not respuestas:  # somebody published it before
        return replace(pregunta, muestra=muestra)
    celdas = _celdas(pregunta, conteos(pregunta, respuestas), sueltas=bool(respuestas))
    tope = _hasta(pregunta, celdas)
    reservadas = {opcion: n for opcion, n in celdas if n <= tope and (n or pregunta.caracteriza)}
    publica = replace(
        pregunta,
        respondieron=personas,
        resultados=tuple(Resultado(opcion=opcion, cantidad=n) for opcion, n in celdas if opcion not in reservadas),
        reservadas=tuple(reservadas),
        muestra=muestra,
        grupos={},
        presentes=pregunta.presentes - {"grupos"},
    )
    return _sin_decirlas(publica, reservadas, personas) if reservadas else publica


def _muestra(
    pregunta: PreguntaEncuesta, respuestas: Sequence[RespuestaEncuesta], abiertas: int | None
) -> tuple[str, ...]:
    """The open answers to publish; none of a question that asks who the person is, nor of those that were grouped."""
    if pregunta.caracteriza:
        return ()
    if pregunta.tipo != "texto" or pregunta.grupos or (pregunta.muestra and abiertas is not None):
        return pregunta.muestra
    escritas = (r.valores.get(pregunta.codigo) for r in respuestas)
    sueltas = [una for una in escritas if isinstance(una, str) and una.strip() and contesta(una)]
    otras = sorted(set(tuple(dict.fromkeys(sueltas))[:abiertas]) - set(pregunta.muestra))
    return (*pregunta.muestra, *otras)


def _celdas(pregunta: PreguntaEncuesta, cuenta: Mapping[str, int], *, sueltas: bool) -> Puntos:
    """Option → how many, with the zeros that are known. What characterises has the same cells whoever answered."""
    if pregunta.tipo == "texto" and sueltas:
        cuenta = {grupo: n for grupo, n in cuenta.items() if grupo in pregunta.grupos}
    if not cuenta:
        return ()
    if not pregunta.caracteriza:
        return tuple((enmascarar(opcion), n) for opcion, n in puntos(pregunta, cuenta))
    numero = pregunta.tipo == "numero"
    otras = () if numero else (opcion for opcion, n in cuenta.items() if n >= MINIMO)
    fijas = _rangos() if numero else (*opciones(pregunta), *otras)
    celdas = dict.fromkeys((*fijas, OTRA), 0)
    for opcion, n in cuenta.items():
        propia = _rango(opcion) if numero else opcion
        celdas[propia if propia in celdas else OTRA] += n
    if not celdas[OTRA] and not _admite_otra(pregunta, calla=any(0 < n < MINIMO for n in celdas.values())):
        del celdas[OTRA]
    return tuple(celdas.items())


def _admite_otra(pregunta: PreguntaEncuesta, *, calla: bool) -> bool:
    """Whether «Otra respuesta» stands without anybody in it: where it might have somebody, and something is hidden.

    Where nobody could be in it, it would be a cell that everybody knows, and hide nothing.
    """
    return calla and pregunta.tipo != "numero" and (libre(pregunta) or not opciones(pregunta))


def _hasta(pregunta: PreguntaEncuesta, celdas: Puntos) -> int:
    """The greatest count that is not published; -1 when all are."""
    valores = [n for _, n in celdas]
    if not any(0 < n < MINIMO for n in valores):
        return -1
    if pregunta.caracteriza and pregunta.tipo != "multiple":
        return hasta(valores)
    return MINIMO - 1  # answers of several do not add up to anything that is known


def _rangos() -> tuple[str, ...]:
    return (*(f"{desde} a {desde + 9}" for desde in range(0, _DECENAS * 10, 10)), f"{_DECENAS * 10} o más")


def _rango(dicho: str) -> str:
    """The range of ten of a number; as it is when it is a range already, or nothing that can be read."""
    entero = dicho.split(".")[0].split(",")[0]
    if not (entero.isascii() and entero.isdecimal()):
        return dicho
    return _rangos()[min(int(entero[:9]) // 10, _DECENAS)]


def _callada(pregunta: PreguntaEncuesta) -> PreguntaEncuesta:
    """A question asked only of people whose number is hidden: how many answered it would tell that number."""
    nombradas = (*opciones(pregunta), *(resultado.opcion for resultado in pregunta.resultados), *pregunta.reservadas)
    muda = replace(
        pregunta,
        respondieron=None,
        resultados=(),
        reservadas=tuple(dict.fromkeys(nombradas)) or (OTRA,),
        muestra=(),
        analisis=(),
        declarado=(),
    )
    return replace(muda, presentes=pregunta.presentes - {"respondieron", "resultados", "muestra", "declarado"})


def _sin_decirlas(pregunta: PreguntaEncuesta, reservadas: Mapping[str, int], personas: int | None) -> PreguntaEncuesta:
    """The question without what its source, its pictures or its narrative say of the counts that are not published."""
    dichos = {porcentaje(n, personas, decimales) for n in reservadas.values() for decimales in (0, 1, 2) if personas}
    ciento = re.compile("|".join(rf"(?<![\d.,]){dicho.replace('.', '[.,]')}\s*%" for dicho in dichos) or r"(?!)")
    analisis = () if pregunta.caracteriza else tuple(_sin_cifras(pregunta.analisis, ciento))
    return replace(pregunta, analisis=analisis, declarado=(), presentes=pregunta.presentes - {"declarado"})


def _sin_cifras(bloques: Sequence[Bloque], ciento: re.Pattern[str]) -> Iterator[Bloque]:
    """The narrative without the sentences that tell a hidden count; a picture, a list or a table may show them all.

    Of a picture its source stays, for the chart that the figures draw.
    """
    for bloque in bloques:
        match bloque:
            case Parrafo() | Cita():
                partes = _FRASE.split(bloque.texto)
                calladas = [parte for parte in partes if not (_POCOS.search(parte) or ciento.search(parte))]
                if calladas:
                    yield bloque if len(calladas) == len(partes) else replace(bloque, texto=" ".join(calladas))
            case Inserto():
                yield bloque
            case Figura() if bloque.fuente and not _POCOS.search(bloque.fuente):
                yield Figura(fuente=bloque.fuente)
            case Figura() | Lista() | Tabla():
                continue
            case _:
                assert_never(bloque)
