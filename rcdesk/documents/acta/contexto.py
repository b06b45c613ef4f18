"""What every part of an acta reads: the hearing without what was annulled, its pictures and its calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import TypeAlias

from rcdesk.documents.blocks import Block
from rcdesk.documents.formato import Imagenes
from rcdesk.documents.narrativa import narrar
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.frases import frase
from rcdesk.domain.plazos import Calendario, calendario
from rcdesk.domain.registro import Acta, Archivo, Asistente, Audiencia, Bloque, Dato, Frase, Inserto, NoAplica

Insertar: TypeAlias = "Callable[[Contexto, Inserto], Iterable[Block]]"


@dataclass(frozen=True, slots=True)
class Contexto:
    """The hearing as the acta tells it. `numeros` are those of the subsections of the section being written."""

    archivo: Archivo
    audiencia: Audiencia
    acta: Acta
    imagenes: Imagenes
    calendario: Calendario
    insertar: Insertar
    numeros: Iterator[str]
    abiertos: frozenset[Dato] = frozenset()

    def narrar(self, bloques: Iterable[Bloque]) -> Iterator[Block]:
        """A narrative with its structured parts; one that would be inside itself is not printed again."""
        return narrar(bloques, self.imagenes, self._insertar)

    def en_seccion(self, numero: str) -> Contexto:
        """The same, with the subsections numbered from `numero`.1 on."""
        return replace(self, numeros=(f"{numero}.{hijo}" for hijo in count(1)))

    def abriendo(self, dato: Dato) -> Contexto:
        """The same, while that part is being printed."""
        return replace(self, abiertos=self.abiertos | {dato})

    def frase(self, cual: Frase) -> str:
        """A sentence that the figures write; empty without data."""
        return frase(cual, self.audiencia, self.calendario)

    def _insertar(self, inserto: Inserto) -> Iterable[Block]:
        if inserto.dato in self.abiertos:
            return ()
        return self.insertar(self.abriendo(inserto.dato), inserto)


def contexto(archivo: Archivo, audiencia: Audiencia, imagenes: Imagenes, insertar: Insertar) -> Contexto:
    """The context of a whole acta. A hearing without one has an empty acta."""
    return Contexto(
        archivo=archivo,
        audiencia=sin_anuladas(audiencia),
        acta=audiencia.acta or Acta(),
        imagenes=imagenes,
        calendario=calendario(archivo),
        insertar=insertar,
        numeros=iter(()),
    )


def sin_anuladas(audiencia: Audiencia) -> Audiencia:
    """The hearing with the records that stand."""
    convocatoria = audiencia.convocatoria
    return replace(
        audiencia,
        preguntas=vigentes(audiencia.preguntas),
        asistentes=vigentes(audiencia.asistentes),
        ausentes=_vigentes(audiencia.ausentes),
        invitados=_vigentes(audiencia.invitados),
        compromisos=vigentes(audiencia.compromisos),
        convocatoria=convocatoria and replace(convocatoria, piezas=vigentes(convocatoria.piezas)),
    )


def _vigentes(personas: tuple[Asistente, ...] | NoAplica | None) -> tuple[Asistente, ...] | NoAplica | None:
    return vigentes(personas) if isinstance(personas, tuple) else personas
