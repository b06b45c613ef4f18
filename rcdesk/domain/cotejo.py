"""The texts of an acta beside its figures: which ones say something else, and where each is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rcdesk.domain.actas import APROBADA
from rcdesk.domain.bloques import textos
from rcdesk.domain.cifras.audiencia import espectadores_maximos
from rcdesk.domain.cifras.encuesta import base, conteos, encuestados
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.contraste import Diferencia, difiere, mal_calculadas, sin_base, sumas
from rcdesk.domain.encuestas import de_opciones
from rcdesk.domain.frases import FRASES, frase
from rcdesk.domain.frases_afines import afines
from rcdesk.domain.partes import Donde, datos_de
from rcdesk.domain.plazos import LEY, Calendario
from rcdesk.domain.registro import (
    Acta,
    Audiencia,
    Bloque,
    Dato,
    Encuesta,
    Frase,
    Lista,
    Parrafo,
    PreguntaEncuesta,
    RespuestaEncuesta,
    Seccion,
)

_MUCHAS: Final = 5_000
"""Answers; of more people, any percentage is of some of them."""


@dataclass(frozen=True, slots=True)
class Aviso:
    """A text that the figures contradict. `parte` is the part of the hearing where it is, `lugar` where in it."""

    parte: Donde
    lugar: str
    diferencias: tuple[Diferencia, ...]


@dataclass(frozen=True, slots=True)
class Cotejo:
    """The sentences of a hearing as the figures write them now, and what is right to say besides."""

    frases: Mapping[Frase, str]
    afines: Mapping[Frase, tuple[str, ...]]
    bases: Mapping[Dato, frozenset[int]]
    """Part that a section prints → of how many it may tell a percentage: questions, people who answered, viewers."""
    aprobada: bool = False
    """Nothing is said against an approved acta: it tells the figures of its day."""

    def bloque(self, bloque: Bloque, *, junto_a: Iterable[Dato] = ()) -> tuple[Diferencia, ...]:
        """What a block says that is not so; `junto_a` are the parts of the hearing that its section prints."""
        if self.aprobada:
            return ()
        if isinstance(bloque, Parrafo) and bloque.dato:
            return self.frase(bloque.dato, bloque.texto)
        if not isinstance(bloque, Parrafo | Lista):
            return ()
        posibles = {base: range(base + 1) for dato in junto_a for base in self.bases.get(dato, ())}
        found = (una for texto in textos(bloque) for una in self._suelta(texto, posibles))
        return _sin_repetir(found)

    def _suelta(self, texto: str, posibles: Mapping[int, Collection[int]]) -> Iterator[Diferencia]:
        yield from mal_calculadas(texto)
        yield from sin_base(texto, posibles, (self.frases["frase_de_analisis"],))

    def frase(self, cual: Frase, texto: str) -> tuple[Diferencia, ...]:
        """What a text says instead of a sentence."""
        if self.aprobada:
            return ()
        found = (*mal_calculadas(texto), *difiere(texto, self.frases[cual], self.afines[cual]))
        return _sin_repetir(found)

    def nota(self, texto: str) -> tuple[Diferencia, ...]:
        """What a note of the acta says: one about the sheets of the list is compared with them."""
        return self.frase("folios", texto) if "folio" in texto.casefold() and self.frases["folios"] else ()


@dataclass(frozen=True, slots=True)
class CotejoDePregunta:
    """How many of those who answered a question may be told: base → numbers of people.

    Of a question of options a percentage is of one of them, of several together or, when they are not all told, of
    anyone; of any other question it is of anyone who answered.
    """

    posibles: Mapping[int, Collection[int]]

    def texto(self, texto: str) -> tuple[Diferencia, ...]:
        """What a text about the question says that its answers do not."""
        return _sin_repetir((*mal_calculadas(texto), *sin_base(texto, self.posibles)))


def cotejo(audiencia: Audiencia, calendario: Calendario = LEY) -> Cotejo:
    """What a hearing says now; `calendario` is the entity's."""
    personas = {espectadores_maximos(audiencia.metricas_virtuales) or 0}
    for encuesta in audiencia.encuestas:
        personas |= {encuestados(encuesta) or 0}
        personas |= {base(pregunta, encuesta.respuestas) or 0 for pregunta in encuesta.preguntas}
    bases: Mapping[Dato, frozenset[int]] = {
        "preguntas_por_tema": frozenset({len(vigentes(audiencia.preguntas))} - {0}),
        "encuestas": frozenset(personas - {0}),
    }
    frases = {cual: frase(cual, audiencia, calendario) for cual in FRASES}
    return Cotejo(frases, afines(audiencia, frases), bases, bool(audiencia.acta and audiencia.acta.estado in APROBADA))


def avisos(audiencia: Audiencia, contra: Cotejo) -> tuple[Aviso, ...]:
    """Every text of the acta of a hearing that its figures contradict, in the order of the acta."""
    acta = audiencia.acta or Acta()
    if contra.aprobada:
        return ()
    return tuple(aviso for aviso in _todos(audiencia, acta, contra) if aviso.diferencias)


def cotejo_de_pregunta(pregunta: PreguntaEncuesta, respuestas: tuple[RespuestaEncuesta, ...]) -> CotejoDePregunta:
    """What the answers to a question of a survey say now."""
    quienes = base(pregunta, respuestas)
    if not quienes:
        return CotejoDePregunta({})
    cuentas = tuple(conteos(pregunta, respuestas).values())
    todas = de_opciones(pregunta) and sum(cuentas) == quienes <= _MUCHAS
    return CotejoDePregunta({quienes: sumas(cuentas) if todas and pregunta.tipo != "multiple" else range(quienes + 1)})


def _todos(audiencia: Audiencia, acta: Acta, contra: Cotejo) -> Iterator[Aviso]:
    for seccion in acta.desarrollo:
        yield from _de_seccion(seccion, "acta", f"seccion/{seccion.id}", contra, tuple(datos_de(seccion.bloques)))
    for bloque in audiencia.autoevaluacion:
        yield Aviso("acta", "autoevaluacion", contra.bloque(bloque))
    if acta.responsabilidad:
        yield Aviso("acta", "cierre", contra.frase("responsabilidad", acta.responsabilidad))
    for bloque in acta.observaciones_generales:
        yield Aviso("acta", "cierre", contra.bloque(bloque))
    for nota in acta.notas:
        yield Aviso("acta", "cierre", contra.nota(nota))
    for seccion in audiencia.informacion_divulgada:
        yield from _de_seccion(seccion, "preparacion", "informacion", contra, ())
    for encuesta in audiencia.encuestas:
        yield from _de_encuesta(encuesta)


def _de_seccion(seccion: Seccion, parte: Donde, lugar: str, contra: Cotejo, junto_a: Sequence[Dato]) -> Iterator[Aviso]:
    for bloque in seccion.bloques:
        yield Aviso(parte, lugar, contra.bloque(bloque, junto_a=junto_a))
    for dentro in seccion.secciones:
        yield from _de_seccion(dentro, parte, lugar, contra, junto_a)


def _de_encuesta(encuesta: Encuesta) -> Iterator[Aviso]:
    for pregunta in encuesta.preguntas:
        dichos = [bloque.texto for bloque in pregunta.analisis if isinstance(bloque, Parrafo)]
        contra = cotejo_de_pregunta(pregunta, encuesta.respuestas) if dichos else CotejoDePregunta({})
        yield from (Aviso("encuesta", pregunta.id or "", contra.texto(dicho)) for dicho in dichos)


def _sin_repetir(found: Iterable[Diferencia]) -> tuple[Diferencia, ...]:
    """Each figure once, by the first reason that is found against it."""
    primeras: dict[str, Diferencia] = {}
    for una in found:
        primeras.setdefault(una.dice, una)
    return tuple(primeras.values())
