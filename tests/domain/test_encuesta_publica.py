"""A survey that is published tells counts, and none from which a person could be told."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from rcdesk.domain import registro as r
from rcdesk.domain.encuesta_publica import encuesta_publica

TRES = ("A", "B", "C")


def survey(*preguntas: r.PreguntaEncuesta, valores: Sequence[Mapping[str, r.ValorDeRespuesta]] = ()) -> r.Encuesta:
    return r.Encuesta(preguntas=preguntas, respuestas=tuple(r.RespuestaEncuesta(valores=v) for v in valores))


def asked(codigo: str = "p", **parts: Any) -> r.PreguntaEncuesta:
    return r.PreguntaEncuesta(**{"codigo": codigo, "tipo": "unica", "opciones": TRES, **parts})


def told(pregunta: r.PreguntaEncuesta) -> dict[str, int | None]:
    return {r.opcion: r.cantidad for r in pregunta.resultados} | dict.fromkeys(pregunta.reservadas)


def forms(*counts: tuple[str, int]) -> list[dict[str, r.ValorDeRespuesta]]:
    return [{"p": option} for option, n in counts for _ in range(n)]


def test_who_thought_otherwise_is_seen_but_not_counted() -> None:
    narrative = (
        r.Parrafo(texto="La mayoría está de acuerdo. El 11,1 % (3 de 27) dijo B; el 88,9 % dijo A."),
        r.Figura(leyenda="Gráfica de la encuesta"),
        r.Inserto(dato="encuestas"),
    )
    whole = survey(asked(analisis=narrative), valores=forms(("A", 24), ("B", 3)))
    public = encuesta_publica(whole)
    (question,) = public.preguntas
    assert (public.respuestas, public.encuestados, question.respondieron) == ((), 27, 27)
    assert told(question) == {"A": 24, "C": 0, "B": None}
    assert question.analisis == (r.Parrafo(texto="La mayoría está de acuerdo. el 88,9 % dijo A."), narrative[2])
    assert encuesta_publica(public) == public


def test_what_people_wrote_cannot_be_joined_by_its_order_and_of_who_they_are_nothing_is_told() -> None:
    said = [{"p": f"Idea {9 - n} al 3001234567", "q": f"Oficio {n}"} for n in range(8)]
    whole = survey(
        asked(tipo="texto", opciones=()), asked("q", tipo="texto", opciones=(), caracteriza=True), valores=said
    )
    ideas, trades = encuesta_publica(whole).preguntas
    assert ideas.muestra == tuple(f"Idea {n} al [número reservado]" for n in range(5, 10))
    assert (trades.muestra, trades.respondieron) == ((), 8)
    assert len(encuesta_publica(whole, abiertas=None).preguntas[0].muestra) == 8
    nothing = survey(asked(tipo="texto", opciones=()), valores=[{"p": "N.A."}, {"p": "No responde"}, {"p": "Sí"}])
    assert encuesta_publica(nothing).preguntas[0].muestra == ("Sí",)


def test_an_age_is_told_by_tens_that_are_the_same_whoever_came() -> None:
    ages = [{"p": age} for age in (12, 13, 34, 35, 36, 37, 38, 39, 61, 66.5, 250)]
    (question,) = encuesta_publica(survey(asked(tipo="numero", opciones=(), caracteriza=True), valores=ages)).preguntas
    cells = told(question)
    assert (cells["30 a 39"], cells["10 a 19"], cells["0 a 9"], cells["100 o más"]) == (6, None, None, None)
    assert len(cells) == 11


def test_a_question_asked_only_of_those_whose_number_is_hidden_tells_nothing() -> None:
    victim = asked(opciones=("Sí", "No"), caracteriza=True)
    fact = asked("q", opciones=("Despojo", "Amenaza"), condicion=r.Condicion(pregunta="p", es=("Sí",)))
    deeper = asked("s", condicion=r.Condicion(pregunta="q", es=("Despojo",)))
    said = [{"p": "Sí", "q": "Despojo", "s": "A"}] * 3 + [{"p": "No"}] * 9
    _, fact, deeper = encuesta_publica(survey(victim, fact, deeper, valores=said)).preguntas
    for question in (fact, deeper):
        assert (question.respondieron, question.resultados) == (None, ())
    assert fact.reservadas == ("Despojo", "Amenaza")


@cache
def tables(total: int, cells: int) -> tuple[tuple[int, ...], ...]:
    """Every way of giving so many people to so many cells."""
    return tuple(_tables(total, cells))


def _tables(total: int, cells: int) -> Iterator[tuple[int, ...]]:
    if cells == 1:
        yield (total,)
        return
    for first in range(total + 1):
        yield from ((first, *rest) for rest in tables(total - first, cells - 1))


@cache
def published(counts: tuple[int, ...]) -> tuple[tuple[str, int | None], ...]:
    counted = tuple(r.Resultado(opcion=o, cantidad=n) for o, n in zip(TRES, counts, strict=False))
    question = asked(caracteriza=True, resultados=counted, respondieron=sum(counts))
    return tuple(sorted(told(encuesta_publica(survey(question)).preguntas[0]).items()))


@example((4, 4, 5))  # together in a cell that nobody could be in, they were known
@given(st.tuples(*[st.integers(0, 9)] * 3))
def test_no_hidden_count_of_who_people_are_can_be_worked_out(counts: tuple[int, int, int]) -> None:
    seen = published(counts)
    hidden = [place for place, option in enumerate(TRES) if dict(seen)[option] is None]
    assert all(dict(seen)[option] is None for option, n in zip(TRES, counts, strict=True) if 0 < n < 5)
    same = [other for other in tables(sum(counts), 3) if published(other) == seen]
    possible = Counter(place for place in hidden for _ in {other[place] for other in same})
    assert all(possible[place] > 1 for place in hidden)
