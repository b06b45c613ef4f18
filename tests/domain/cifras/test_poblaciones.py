"""Registered, viewers at the peak, views and people surveyed are four populations: no figure adds two of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rcdesk.documents.acta import acta
from rcdesk.domain.cifras import participacion, resumen
from rcdesk.domain.cifras.arbol import Cifra
from rcdesk.domain.registro import Archivo, Asistente, Audiencia, Encuesta, Metrica, PreguntaEncuesta
from rcdesk.render.text import to_text


@dataclass(frozen=True)
class Four:
    """How many of each."""

    registered: int
    peak: int
    views: int
    surveyed: int


def file(four: Four) -> Archivo:
    """A hearing with those populations; its survey says how many answered."""
    survey = Encuesta(
        codigo="e",
        encuestados=four.surveyed,
        preguntas=(PreguntaEncuesta(codigo="p", tipo="unica", respondieron=four.surveyed),),
    )
    hearing = Audiencia(
        codigo="a-1",
        nombre="Diálogo",
        asistentes=tuple(Asistente(nombre=f"P{n}", modalidad="virtual") for n in range(four.registered)),
        metricas_virtuales=(Metrica(canal="YouTube", espectadores_maximos=four.peak, reproducciones=four.views),),
        encuestas=(survey,),
    )
    return Archivo(audiencias=(hearing,))


def figures(tree: Cifra, path: str = "") -> Iterator[tuple[str, Cifra]]:
    """Every figure, by its path."""
    if isinstance(tree, Mapping):
        for name, value in tree.items():
            yield from figures(value, f"{path}/{name}")
    elif isinstance(tree, Sequence) and not isinstance(tree, str):
        for place, value in enumerate(tree):
            yield from figures(value, f"{path}/{place}")
    else:
        yield path, tree


def printed(four: Four) -> set[int]:
    """Every number that the acta prints."""
    archivo = file(four)
    text = to_text(acta(archivo, archivo.audiencias[0], datos=None))
    return {int(found.replace(".", "")) for found in re.findall(r"\d+(?:\.\d{3})*", text)}


def sums(four: Four) -> set[int]:
    """What adding two or more of them would give."""
    values = (four.registered, four.peak, four.views, four.surveyed)
    return {sum(some) for size in (2, 3, 4) for some in combinations(values, size)}


_OWN = {
    "registered": ("/registrados", "/registrados_virtual"),
    "peak": ("/espectadores_maximos",),
    "views": (),
    "surveyed": ("/encuestas",),
}
"""Population → the ends of the figures that are its own; a rate names both of its populations."""


@pytest.mark.parametrize("changed", list(_OWN))
@given(st.integers(30, 60), st.integers(301, 400), st.integers(1001, 5000), st.integers(101, 200))
@settings(max_examples=10, deadline=None)
def test_changing_one_population_changes_no_figure_of_another(
    changed: str, registered: int, peak: int, views: int, surveyed: int
) -> None:
    four = Four(registered, peak, views, surveyed)
    other = replace(four, **{changed: getattr(four, changed) + 7})
    before, after = (dict(figures(resumen(file(one)))) for one in (four, other))
    moved = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    allowed = _OWN[changed] if changed != "peak" else (*_OWN["peak"], *_OWN["surveyed"])  # who answered, of who watched
    assert {path for path in moved if not any(own in path for own in allowed)} == set()
    assert participacion(file(four).audiencias) == participacion(file(other).audiencias)


@given(st.integers(30, 60), st.integers(301, 400), st.integers(1001, 5000), st.integers(101, 200))
@settings(max_examples=15, deadline=None)
def test_no_figure_and_no_document_says_a_sum_of_two(registered: int, peak: int, views: int, surveyed: int) -> None:
    four = Four(registered, peak, views, surveyed)
    wrong = sums(four)
    assume(not wrong & {four.registered, four.peak, four.views, four.surveyed})
    told: set[Any] = {value for _, value in figures(resumen(file(four)))}
    assert not {value for value in told if isinstance(value, int)} & wrong
    assert not printed(four) & wrong
    assert {four.registered, four.peak, four.views} <= printed(four)
