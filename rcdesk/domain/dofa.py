"""The crossed matrix: its codes, which factors a strategy may cite, and what the hearing itself proposes as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, assert_never

from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro import Audiencia, Cruce, Dofa, Estrategia, HallazgoDescartado
from rcdesk.i18n import fecha_corta, sin_tildes

CRUCES: Final[tuple[Cruce, ...]] = ("FO", "DO", "FA", "DA")

_SIN_FALLA: Final = frozenset({"apertura", "receso", "reanudacion", "cierre"})
"""Kinds of `incidentes` that tell the course of the hearing: nothing went wrong."""

DESCARTE: Final = "DOFA"
"""The code of a `hallazgos_descartados` that says: this was looked at for the matrix (rcdesk/1)."""


@dataclass(frozen=True, slots=True)
class Propuesta:
    """Something already written of a hearing that may be a factor: on which axis, in which words, and from where.

    `donde` is its place in the hearing, by which it is remembered once somebody took it or left it.
    """

    donde: str
    eje: str
    texto: str
    origen: str
    cuando: str = ""


def codigos_dofa(estrategias: Iterable[Estrategia]) -> tuple[str, ...]:
    """The code of each strategy: its cross and its ordinal within it (FO1, FO2, DO1 …)."""
    vistas: Counter[Cruce] = Counter()
    codigos = []
    for estrategia in estrategias:
        vistas[estrategia.cruce] += 1
        codigos.append(f"{estrategia.cruce}{vistas[estrategia.cruce]}")
    return tuple(codigos)


def estrategias_sin_compromiso(estrategias: Iterable[Estrategia]) -> tuple[Estrategia, ...]:
    """The strategies that nobody is committed to carry out."""
    return tuple(estrategia for estrategia in estrategias if not estrategia.compromiso)


def factores_del_cruce(dofa: Dofa, cruce: Cruce) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The internal and the external factors that a cross puts face to face."""
    match cruce:
        case "FO":
            return dofa.fortalezas, dofa.oportunidades
        case "DO":
            return dofa.debilidades, dofa.oportunidades
        case "FA":
            return dofa.fortalezas, dofa.amenazas
        case "DA":
            return dofa.debilidades, dofa.amenazas
        case _:
            assert_never(cruce)


def codigos_del_cruce(dofa: Dofa, cruce: Cruce) -> tuple[str, ...]:
    """The codes of the factors that a strategy of a cross may cite, those of its first axis before."""
    dentro, fuera = factores_del_cruce(dofa, cruce)
    return tuple(
        f"{eje}{lugar}"
        for eje, textos in zip(cruce, (dentro, fuera), strict=True)
        for lugar in range(1, len(textos) + 1)
    )


def cruces_sin_estrategia(dofa: Dofa, descartados: Iterable[HallazgoDescartado] = ()) -> tuple[Cruce, ...]:
    """The crosses that have factors on both sides, no strategy, and nobody who said that none is called for."""
    usados = {estrategia.cruce for estrategia in dofa.estrategias}
    aparte = _apartados(descartados)
    return tuple(
        cruce
        for cruce in CRUCES
        if cruce not in usados and lugar_del_cruce(cruce) not in aparte and all(factores_del_cruce(dofa, cruce))
    )


def lugar_del_cruce(cruce: Cruce) -> str:
    """How a dismissal names a cross."""
    return f"/dofa/cruces/{cruce}"


def revisar_cita(dofa: Dofa, cruce: Cruce, factores: Sequence[str]) -> tuple[str, ...]:
    """The factors that a strategy cites, in order and once each. RuleError when one is not of its cross."""
    posibles = codigos_del_cruce(dofa, cruce)
    for codigo in factores:
        if codigo not in posibles:
            raise RuleError(
                f"Una estrategia {cruce} no puede unir {codigo}. Elija entre los de su cruce.", field="factores"
            )
    return tuple(codigo for codigo in posibles if codigo in factores)


def citas_a_medias(dofa: Dofa) -> tuple[str, ...]:
    """The codes of the strategies that cite factors of one axis and none of the other; citing none joins both whole."""
    codigos = zip(codigos_dofa(dofa.estrategias), dofa.estrategias, strict=True)
    ejes = ((codigo, una, {citado[:1] for citado in una.factores}) for codigo, una in codigos)
    return tuple(codigo for codigo, una, citados in ejes if citados and citados != set(una.cruce))


def recodificar(factores: Iterable[str], cambios: Mapping[str, str | None]) -> tuple[str, ...]:
    """What a strategy cites once the factors have other places: old code → new one, None when it is gone."""
    nuevos = (cambios.get(codigo, codigo) for codigo in factores)
    return tuple(sorted(filter(None, nuevos), key=lambda codigo: ("FDOA".index(codigo[0]), int(codigo[1:]))))


def proponer(audiencia: Audiencia, anterior: Audiencia | None = None) -> tuple[Propuesta, ...]:
    """What the hearing shows by itself, not yet in the matrix nor left aside; `anterior` is the hearing before it."""
    dofa = audiencia.dofa or Dofa()
    aparte = _apartados(audiencia.hallazgos_descartados)
    factores = (*dofa.fortalezas, *dofa.debilidades, *dofa.oportunidades, *dofa.amenazas)
    escritos = set(map(sin_tildes, factores))
    todas = (*_incidentes(audiencia), *_medidas(audiencia), *_anteriores(anterior))
    return tuple(una for una in todas if una.donde not in aparte and sin_tildes(una.texto) not in escritos)


def _apartados(descartados: Iterable[HallazgoDescartado]) -> frozenset[str]:
    """The places of the hearing that somebody looked at for the matrix, and took or left."""
    return frozenset(uno.donde for uno in descartados if uno.codigo == DESCARTE and uno.donde)


def _incidentes(audiencia: Audiencia) -> Iterator[Propuesta]:
    """What went wrong: of accessibility it is the team's own, the rest came from outside."""
    for uno in audiencia.incidentes:
        if uno.tipo in _SIN_FALLA:
            continue
        eje = "D" if uno.tipo == "accesibilidad" else "A"
        yield Propuesta(f"/incidentes/{uno.id}", eje, uno.texto, "Incidente", uno.hora or "")


def _medidas(audiencia: Audiencia) -> Iterator[Propuesta]:
    """What was planned and not done, unless it was already written down as an incident when it failed."""
    dichos = [sin_tildes(uno.texto) for uno in audiencia.incidentes if uno.tipo == "accesibilidad"]
    for una in audiencia.accesibilidad:
        if una.prevista and una.cumplida is False and not any(sin_tildes(una.medida) in dicho for dicho in dichos):
            texto = f"No se cumplió: {una.medida}"
            yield Propuesta(f"/accesibilidad/{una.id}", "D", texto, "Accesibilidad")


def _anteriores(anterior: Audiencia | None) -> Iterator[Propuesta]:
    if anterior is None or anterior.dofa is None:
        return
    cuando = fecha_corta(anterior.fecha) if anterior.fecha else ""
    for texto in anterior.dofa.debilidades:
        yield Propuesta(f"/anterior/{anterior.codigo}/{sin_tildes(texto)[:80]}", "D", texto, "La vez pasada", cuando)
