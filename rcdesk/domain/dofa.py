"""The crossed matrix: codes of the strategies and what each cross crosses."""

from collections import Counter
from collections.abc import Iterable
from typing import Final, assert_never

from rcdesk.domain.registro import Cruce, Dofa, Estrategia

CRUCES: Final[tuple[Cruce, ...]] = ("FO", "DO", "FA", "DA")


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


def cruces_sin_estrategia(dofa: Dofa) -> tuple[Cruce, ...]:
    """The crosses that have factors on both sides and no strategy yet."""
    usados = {estrategia.cruce for estrategia in dofa.estrategias}
    return tuple(cruce for cruce in CRUCES if cruce not in usados and all(factores_del_cruce(dofa, cruce)))
