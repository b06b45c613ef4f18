"""How timely the questions of the hearings were answered, at a day: live, within their legal term, or late.

A question counts with the term that was in force when it was received (Ley 1755 de 2015, art. 14; Decreto 491 de 2020,
art. 5). What was answered in the hearing itself and says no date was answered on the day of the hearing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import median
from typing import Literal, TypeAlias

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.preguntas import referencia
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.plazos import LEY, Calendario, dia_en_colombia, dia_exacto, habiles_entre, termino, vencimiento

Oportunidad: TypeAlias = Literal["a_tiempo", "tarde", "vencida", "corre", "trasladada", "sin_fecha"]
"""`corre` is one that still has time; `sin_fecha`, one of which it is not known when it was received or answered."""


@dataclass(frozen=True, slots=True)
class Atencion:
    """How a question was answered: `dias` are the business days that it took, or those that it is late."""

    pregunta: r.Pregunta
    audiencia: str
    recibida: date | None
    vence: date | None
    norma: str
    oportunidad: Oportunidad
    dias: int | None
    respondida: bool
    en_vivo: bool

    @property
    def referencia(self) -> str:
        """How the question is named in its hearing."""
        return referencia(self.pregunta)

    @property
    def dependencia(self) -> str | None:
        """The office that has to answer, or that answered."""
        respuesta = self.pregunta.respuesta
        return self.pregunta.dependencia or (respuesta.dependencia if respuesta else None)


@dataclass(frozen=True, slots=True)
class Indicadores:
    """What is counted of some questions; percentages are of `todas`, and of those whose term is over or was met."""

    todas: int
    respondidas: int
    en_vivo: int
    a_tiempo: int
    tarde: int
    vencidas: int
    corren: int
    trasladadas: int
    sin_fecha: int
    mediana: Fraction | None
    """Business days from reception to answer: half of the dated answers took as long or less."""

    @property
    def exigibles(self) -> int:
        """Those that were answered with a date, or should have been: the base of `en_termino`."""
        return self.a_tiempo + self.tarde + self.vencidas

    @property
    def en_termino(self) -> Fraction | None:
        """Answered within their term, of those that were answered or should have been; None of none."""
        return Fraction(self.a_tiempo, self.exigibles) if self.exigibles else None

    @property
    def respondidas_en_vivo(self) -> Fraction | None:
        """Answered in the hearing, of all; None of none."""
        return Fraction(self.en_vivo, self.todas) if self.todas else None


def atenciones_al(audiencias: Iterable[r.Audiencia], corte: date, calendario: Calendario = LEY) -> tuple[Atencion, ...]:
    """How each question that asks for an answer of its own stood at the end of a day.

    Those that share the answer of another, those that were not for the hearing and those received later are left out.
    """
    return tuple(
        atencion
        for una in vigentes(audiencias)
        for pregunta in vigentes(una.preguntas)
        if pregunta.estado not in ("agrupada", "fuera_de_alcance")
        if (atencion := _atencion(una, pregunta, corte, calendario)) is not None
    )


def indicadores(atenciones: Iterable[Atencion]) -> Indicadores:
    """What is counted of some questions."""
    todas = [*atenciones]
    por = {una: sum(otra.oportunidad == una for otra in todas) for una in {otra.oportunidad for otra in todas}}
    dias = [Fraction(una.dias) for una in todas if una.dias is not None and una.oportunidad in ("a_tiempo", "tarde")]
    return Indicadores(
        todas=len(todas),
        respondidas=sum(una.respondida for una in todas),
        en_vivo=sum(una.en_vivo for una in todas),
        a_tiempo=por.get("a_tiempo", 0),
        tarde=por.get("tarde", 0),
        vencidas=por.get("vencida", 0),
        corren=por.get("corre", 0),
        trasladadas=por.get("trasladada", 0),
        sin_fecha=por.get("sin_fecha", 0),
        mediana=median(dias) if dias else None,
    )


def por(atenciones: Iterable[Atencion], clave: Callable[[Atencion], str | None]) -> dict[str | None, Indicadores]:
    """Key → what is counted of its questions; the most questions first, and last those without a key."""
    grupos: dict[str | None, list[Atencion]] = {}
    for una in atenciones:
        grupos.setdefault(clave(una), []).append(una)
    ordenados = sorted(grupos.items(), key=lambda par: (par[0] is None, -len(par[1]), par[0]))
    return {nombre: indicadores(suyas) for nombre, suyas in ordenados}


def vencidas(atenciones: Iterable[Atencion]) -> Iterator[Atencion]:
    """Those whose term is over without an answer, the latest first."""
    return iter(sorted((una for una in atenciones if una.oportunidad == "vencida"), key=lambda una: -(una.dias or 0)))


def _atencion(una: r.Audiencia, pregunta: r.Pregunta, corte: date, calendario: Calendario) -> Atencion | None:
    recibida = dia_en_colombia(pregunta.recibida) if pregunta.recibida else None
    if recibida is not None and recibida > corte:
        return None
    hecha, respuesta = _hecha(una, pregunta), pregunta.respuesta
    respondida = pregunta.estado == "respondida" and (hecha is None or hecha <= corte)
    en_vivo = respondida and respuesta is not None and respuesta.modo == "en_vivo"
    vence = vencimiento(recibida, pregunta.tipo, calendario) if recibida else None
    como, dias = _oportunidad(pregunta, recibida, hecha if respondida else None, respondida, vence, corte, calendario)
    norma = termino(recibida, calendario).norma if recibida else ""
    return Atencion(pregunta, una.nombre or una.codigo, recibida, vence, norma, como, dias, respondida, en_vivo)


def _hecha(una: r.Audiencia, pregunta: r.Pregunta) -> date | None:
    respuesta = pregunta.respuesta
    if respuesta is None:
        return None
    if respuesta.fecha:
        return dia_en_colombia(respuesta.fecha)
    return dia_exacto(una.fecha) if respuesta.modo == "en_vivo" else None


def _oportunidad(
    pregunta: r.Pregunta,
    recibida: date | None,
    hecha: date | None,
    respondida: bool,
    vence: date | None,
    corte: date,
    calendario: Calendario,
) -> tuple[Oportunidad, int | None]:
    if pregunta.estado == "trasladada":
        return "trasladada", None
    if recibida is None or vence is None or (respondida and hecha is None):
        return "sin_fecha", None
    if hecha is not None:
        return ("a_tiempo" if hecha <= vence else "tarde"), habiles_entre(recibida, hecha, calendario)
    if corte > vence:
        return "vencida", habiles_entre(vence, corte, calendario)
    return "corre", None
