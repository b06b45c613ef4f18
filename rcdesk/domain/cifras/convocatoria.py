"""How well the announcement of a hearing reached people: what was published, and what they say told them of it.

Counts of fewer than five are not told: they come from the public version of the survey (`encuesta_publica`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.encuesta import base, conteos
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.encuestas import enunciado
from rcdesk.domain.medios import medio_de, pregunta_como_se_entero
from rcdesk.domain.plazos import dia_exacto
from rcdesk.domain.registro.convocatoria import Medio

Hallado: TypeAlias = Literal["nadie_lo_nombra", "sin_piezas"]
"""What asks to be looked at: a medium that was used and nobody names, or one that people name and was not used."""


@dataclass(frozen=True, slots=True)
class MedioUsado:
    """A medium of the announcement: what came out by it, how many days ahead, and who names it.

    `menciones` is None where it is not known: nobody was asked, or they are too few to be told (`reservado`). Of
    several options of one medium their counts are added, for a person may choose each.
    """

    medio: Medio
    piezas: int
    publicaciones: int
    primera: int | None
    ultima: int | None
    menciones: int | None
    reservado: bool
    hallado: Hallado | None


@dataclass(frozen=True, slots=True)
class Efectividad:
    """The announcement of a hearing against its survey; `base` are those who answered, None when nobody was asked.

    `otras` are the answers that name no medium of an announcement («voz a voz»); None counts too few to be told.
    """

    audiencia: r.Audiencia
    medios: tuple[MedioUsado, ...]
    pregunta: r.PreguntaEncuesta | None
    base: int | None
    otras: Mapping[str, int | None]


def efectividad(audiencia: r.Audiencia) -> Efectividad:
    """Cross what was published with what people say; a medium counts as used by its pieces or by the list of media."""
    convocatoria = audiencia.convocatoria or r.Convocatoria()
    encuesta, pregunta = como_se_entero(audiencia)
    dichas = conteos(pregunta, encuesta.respuestas) if encuesta and pregunta else {}
    reservadas = pregunta.reservadas if pregunta else ()
    piezas = vigentes(convocatoria.piezas)
    listados = {medio for dicho in convocatoria.medios if (medio := medio_de(dicho)) is not None}
    usados = {pieza.medio for pieza in piezas if pieza.medio} | listados
    de = {dicha: medio_de(dicha, usados) for dicha in (*dichas, *reservadas)}
    nombrados = {medio for medio in de.values() if medio is not None}
    medios = [
        _medio(
            medio,
            [pieza for pieza in piezas if pieza.medio == medio],
            dia_exacto(audiencia.fecha),
            [None if dicha in reservadas else dichas[dicha] for dicha, suyo in de.items() if suyo == medio],
            usado=medio in usados,
        )
        for medio in sorted(usados | nombrados)
    ]
    return Efectividad(
        audiencia,
        tuple(uno for uno in medios if uno.hallado or uno.menciones or uno.reservado or uno.medio in usados),
        pregunta,
        base(pregunta, encuesta.respuestas) if encuesta and pregunta else None,
        {dicha: None if dicha in reservadas else dichas[dicha] for dicha, medio in de.items() if medio is None},
    )


def como_se_entero(audiencia: r.Audiencia) -> tuple[r.Encuesta | None, r.PreguntaEncuesta | None]:
    """The question that asks how people learned of the hearing, of the first survey that has one."""
    return next(
        (
            (encuesta, pregunta)
            for encuesta in audiencia.encuestas
            for pregunta in encuesta.preguntas
            if pregunta_como_se_entero(enunciado(pregunta))
        ),
        (None, None),
    )


def _medio(
    medio: Medio, piezas: Sequence[r.Pieza], celebrada: date | None, nombrado: Sequence[int | None], *, usado: bool
) -> MedioUsado:
    """`nombrado` are the counts of its options, None of those that are not told."""
    salidas = [salida for pieza in piezas for salida in pieza.publicaciones]
    dias = [dia for salida in salidas if (dia := dia_exacto(salida.fecha)) is not None]
    antes = [(celebrada - dia).days for dia in dias] if celebrada else []
    dichas = [n for n in nombrado if n is not None]
    reservado = len(dichas) < len(nombrado)
    menciones = sum(dichas) if dichas and not reservado else None
    hallado: Hallado | None = "nadie_lo_nombra" if usado and menciones == 0 else None
    if not usado and (menciones or reservado):
        hallado = "sin_piezas"
    return MedioUsado(
        medio=medio,
        piezas=len(piezas),
        publicaciones=len(salidas),
        primera=max(antes, default=None),
        ultima=min(antes, default=None),
        menciones=menciones,
        reservado=reservado,
        hallado=hallado,
    )
