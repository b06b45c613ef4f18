"""What keeps the results of a survey question from being misread: whom it was asked to, why it does not add up.

The checks are those of DOMAIN §3: V01 and V04 (sums), V05 (the base of a conditional question), V06 (ages that no
range holds).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final

from rcdesk import i18n
from rcdesk.domain.cifras.encuesta import conteos, encuestados
from rcdesk.domain.cifras.redondeo import numero, porcentaje, redondear
from rcdesk.domain.encuestas import aplica, de_opciones
from rcdesk.domain.rangos_de_edad import leer_rango
from rcdesk.domain.registro import Cantidad, Encuesta, PreguntaEncuesta
from rcdesk.domain.resultados import BASE_PEQUENA

VARIAS: Final = "Cada persona pudo marcar varias: no suma 100 %."


@dataclass(frozen=True, slots=True)
class Nota:
    """A sentence, and whether who reads the document needs it too, or only who prepares it."""

    texto: str
    impresa: bool


def notas(
    pregunta: PreguntaEncuesta, base: int | None, cuenta: Mapping[str, int], preguntados: int | None = None
) -> tuple[Nota, ...]:
    """The notes of a question; `preguntados` are the people to whom it was asked."""
    return tuple(_notas(pregunta, base, cuenta, preguntados))


def preguntados(encuesta: Encuesta, pregunta: PreguntaEncuesta) -> int | None:
    """To how many people a question was asked: all, or those who met its condition; None when nobody can say."""
    if encuesta.respuestas:
        return sum(aplica(pregunta, respuesta.valores) for respuesta in encuesta.respuestas)
    condicion = pregunta.condicion
    if condicion is None:
        return encuestados(encuesta)
    otra = next((una for una in encuesta.preguntas if una.codigo == condicion.pregunta), None)
    cuenta = conteos(otra, ()) if otra else {}
    if otra is None or not cuenta or otra.tipo == "multiple" or not set(otra.reservadas).isdisjoint(condicion.es):
        return None
    return sum(cuenta.get(opcion, 0) for opcion in condicion.es)


def base_en_palabras(base: int | None, de: int | None, *, formularios: bool, condicional: bool) -> str:
    """«Base 26 de 27 formularios», «Base 27: respondieron todos», «Base 7 de 9 a quienes se preguntó»."""
    if base is None:
        return "Sin datos"
    dicha = f"Base {i18n.numero(base)}"
    if de is None or de < base:
        return dicha
    if condicional:
        return f"{dicha} de {i18n.numero(de)} a quienes se preguntó"
    if base == de:
        return f"{dicha}: respondieron todos" if base > 1 else dicha
    return f"{dicha} de {i18n.plural(de, *(('formulario', 'formularios') if formularios else ('persona', 'personas')))}"


def huecos(opciones: Sequence[str]) -> tuple[str, ...]:
    """The ages that ranges leave out or tell twice («29», «40 a 42»); none unless every option is a range."""
    rangos = [leer_rango(opcion) for opcion in opciones]
    leidos = sorted(rango for rango in rangos if rango is not None)
    if len(leidos) < 2 or len(leidos) < len(opciones) - 1:
        return ()
    hallados: list[str] = []
    for antes, despues in pairwise(leidos):
        if antes.hasta is None:
            return ()
        if despues.desde > antes.hasta + 1:
            hallados.append(_edades(antes.hasta + 1, despues.desde - 1))
        elif despues.desde <= antes.hasta:
            hallados.append(f"{_edades(despues.desde, antes.hasta)} dos veces")
    return tuple(hallados)


def _notas(pregunta: PreguntaEncuesta, base: int | None, cuenta: Mapping[str, int], de: int | None) -> Iterator[Nota]:
    if base and de is not None and base > de:
        quienes = i18n.plural(de, "persona cumplía", "personas cumplían")
        yield Nota(f"Respondieron {i18n.numero(base)}, y solo {quienes} la condición: revise las respuestas.", False)
    if faltan := huecos(pregunta.opciones):
        yield Nota(f"Los rangos de edad dejan por fuera o repiten: {'; '.join(faltan)}.", False)
    if not base or not cuenta or not de_opciones(pregunta):
        return
    if pregunta.tipo == "multiple":
        yield Nota(VARIAS, True)
    elif not pregunta.reservadas:
        yield _suma(base, cuenta)
    if base < BASE_PEQUENA:
        yield Nota(f"Base menor de {BASE_PEQUENA}: diga cuántos, no solo el porcentaje.", False)


def _suma(base: int, cuenta: Mapping[str, int]) -> Nota:
    sueltas = base - sum(cuenta.values())
    suma = sum((numero(Cantidad(porcentaje(n, base))) for n in cuenta.values()), Fraction())
    if sueltas > 0:
        return Nota(f"De {i18n.plural(base, 'respuesta', 'respuestas')}, {i18n.numero(sueltas)} sin discriminar.", True)
    if sueltas < 0:
        suman, respondieron = i18n.numero(base - sueltas), i18n.numero(base)
        return Nota(f"Las opciones suman {suman}, y respondieron {respondieron}: revise las cantidades.", False)
    if suma != 100:
        return Nota(f"Suma {redondear(suma, 1).replace('.', ',')} % por redondeo.", True)
    return Nota("Suma 100,0 %.", False)


def _edades(desde: int, hasta: int) -> str:
    return f"{desde} años" if desde == hasta else f"{desde} a {hasta} años"
