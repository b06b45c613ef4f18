"""Who attended, in figures: exact inside, and outside so that no hidden figure can be worked out."""

from collections.abc import Iterator, Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcdesk.domain.caracterizacion import (
    CAMPOS,
    LISTA,
    MINIMO,
    OTRA,
    POR_DEFECTO,
    SIN_PREGUNTAR,
    Tabla,
    TablaPublica,
    campos_pedidos,
    en_sus_palabras,
    opciones_de,
    proteger,
    tablas,
)
from rcdesk.domain.rangos_de_edad import rango_de_edad
from rcdesk.domain.registro.asistentes import EnfoqueDiferencial
from rcdesk.domain.registro.valores import NO_RESPONDE

OPTIONS = ("A", "B", "C")
Counts = tuple[int, ...]


def table(counts: Sequence[int]) -> Tabla:
    """A table whose cells are OPTIONS, as many as fit, then an unlisted answer, «No responde» and nobody asked."""
    *listed, other, silent, unasked = counts
    cells = tuple(zip(OPTIONS, listed, strict=False)) + ((("Zeta", other),) if other else ())
    return Tabla("genero", "Género", cells, silent, unasked, sum(counts))


def published(counts: Sequence[int]) -> TablaPublica:
    return proteger(table(counts), OPTIONS[: len(counts) - 3])


def seen(counts: Sequence[int]) -> tuple[int | None, ...]:
    """What anybody reads of a table, cell by cell: an unlisted answer that is not printed is a zero."""
    told = {cell.opcion: cell.n for cell in published(counts).celdas}
    return tuple(told.get(name, 0) for name in (*OPTIONS[: len(counts) - 3], OTRA, NO_RESPONDE, SIN_PREGUNTAR))


def every(cells: int, total: int) -> Iterator[Counts]:
    """Every table of so many cells that adds up to a total."""
    if cells == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in every(cells - 1, total - first):
            yield first, *rest


@cache
def attacked(cells: int, total: int) -> dict[tuple[int | None, ...], list[Counts]]:
    """What is published → every table that publishes it: all that a reader who knows the rule can work out."""
    found: dict[tuple[int | None, ...], list[Counts]] = {}
    for counts in every(cells, total):
        found.setdefault(seen(counts), []).append(counts)
    return found


@pytest.mark.parametrize(("cells", "most"), [(4, 34), (5, 19), (6, 12)])
def test_nobody_can_work_out_a_hidden_figure_even_knowing_the_rule(cells: int, most: int) -> None:
    for total in range(1, most):
        for public, possible in attacked(cells, total).items():
            for place, shown in enumerate(public):
                values = {counts[place] for counts in possible}
                if shown is not None:
                    assert values == {shown}
                    assert shown == 0 or shown >= MINIMO
                else:
                    assert len(values) >= 2, (public, possible)


@given(st.lists(st.one_of(st.integers(0, 12), st.integers(0, 400)), min_size=4, max_size=6).filter(any))
def test_any_exchange_of_what_is_hidden_publishes_the_same(counts: list[int]) -> None:
    public = seen(counts)
    hidden = [place for place, n in enumerate(public) if n is None]
    for one, other in zip(hidden, hidden[1:] + hidden[:1], strict=True):
        moved = list(counts)
        moved[one], moved[other] = moved[other], moved[one]
        assert seen(moved) == public
    values = [counts[place] for place in hidden]
    if hidden and len(hidden) < len(counts):
        assert len(hidden) >= 2
        assert sum(values) >= MINIMO
        assert any(0 < n < MINIMO for n in values)


@given(st.lists(st.integers(0, 60), min_size=4, max_size=6))
def test_a_small_figure_is_never_published(counts: list[int]) -> None:
    told = [cell.n for cell in published(counts).celdas]
    assert all(n is None or n == 0 or n >= MINIMO for n in told)
    if not any(0 < n < MINIMO for n in counts):
        assert None not in told


def test_a_table_reads_as_it_is_published() -> None:
    public = published([30, 25, 2, 0, 6, 0])
    assert [(cell.opcion, cell.n) for cell in public.celdas] == [
        ("A", 30),
        ("B", 25),
        ("C", None),
        (OTRA, None),
        (NO_RESPONDE, None),
        (SIN_PREGUNTAR, None),
    ]
    whole = published([30, 25, 0, 0, 6, 0])
    assert [cell.opcion for cell in whole.celdas] == ["A", "B", "C", NO_RESPONDE, SIN_PREGUNTAR]
    assert all(cell.n is not None for cell in whole.celdas)
    assert all(cell.n is None for cell in published([3, 1, 0, 0, 0, 0]).celdas)


answers = st.builds(
    EnfoqueDiferencial,
    genero=st.sampled_from([None, NO_RESPONDE, "Femenino", "Masculino", "Fluido"]),
    victima=st.sampled_from([None, NO_RESPONDE, True, False]),
    otros=st.sampled_from([(), (NO_RESPONDE,), ("Migrante",), ("Migrante", "Cuidador")]),
)


@given(st.lists(st.one_of(st.none(), answers), max_size=30))
@settings(max_examples=50)
def test_who_answered_who_did_not_and_who_was_not_asked_are_everybody(people: list[EnfoqueDiferencial | None]) -> None:
    for one in tablas(people, {}):
        assert one.multiple or sum(n for _, n in one.celdas) == one.base
        assert one.base + one.no_responde + one.sin_preguntar == one.total == len(people)
    assert "Fluido" not in {cell.opcion for made in tablas(people, {}) for cell in proteger(made, ("Femenino",)).celdas}


def test_of_several_answers_every_small_cell_is_hidden_and_how_many_answered_is_not_told() -> None:
    people = [EnfoqueDiferencial(otros=("Migrante", "Cuidador"))] * 6 + [EnfoqueDiferencial(otros=("Migrante",))] * 3
    [made] = tablas(people, {})
    assert (made.base, dict(made.celdas)["Migrante"]) == (9, 9)
    public = proteger(made, CAMPOS["otros"].opciones)
    told = {cell.opcion: cell.n for cell in public.celdas}
    assert told == {"Campesino": None, "Migrante": 9, "Cuidador": 6, "Cabeza de familia": None, OTRA: None}


def test_the_entity_says_what_it_asks_and_with_which_answers() -> None:
    assert campos_pedidos({}) == POR_DEFECTO
    assert campos_pedidos({LISTA: ()}) == ()
    assert campos_pedidos({LISTA: ("lgbtiq", "genero", "estrato")}) == ("genero", "lgbtiq")
    assert opciones_de("genero", {f"{LISTA}_genero": ("Mujer", "Hombre")}) == ("Mujer", "Hombre")
    assert opciones_de("victima", {f"{LISTA}_victima": ("Tal vez",)}) == ("Sí", "No")


def test_a_question_of_yes_or_no_keeps_its_small_figures_too() -> None:
    for total in range(1, 40):
        found: dict[tuple[int | None, ...], list[Counts]] = {}
        for yes, no, silent, unasked in every(4, total):
            made = Tabla("victima", "Víctima", (("Sí", yes), ("No", no)), silent, unasked, total)
            public = proteger(made, ("Sí", "No"))
            assert [cell.opcion for cell in public.celdas] == ["Sí", "No", NO_RESPONDE, SIN_PREGUNTAR]
            found.setdefault(tuple(cell.n for cell in public.celdas), []).append((yes, no, silent, unasked))
        for told, possible in found.items():
            for place in (place for place, n in enumerate(told) if n is None):
                assert len({counts[place] for counts in possible}) >= 2


@pytest.mark.parametrize(
    ("said", "option"),
    [
        ("femenino", "Femenino"),
        ("NO  BINARIO", "No binario"),
        ("no responde", NO_RESPONDE),
        ("Fluido", "Fluido"),
    ],
)
def test_an_answer_of_another_list_is_the_option_that_it_says(said: str, option: str) -> None:
    assert en_sus_palabras(said, CAMPOS["genero"].opciones) == option


@pytest.mark.parametrize(
    ("said", "option"),
    [("29-59", "29 a 59"), ("60+", "60 o más"), ("60 y mas", "60 o más"), ("60", "60"), ("29 a 60", "29 a 60")],
)
def test_a_range_of_ages_is_its_numbers(said: str, option: str) -> None:
    assert en_sus_palabras(said, CAMPOS["rango_edad"].opciones) == option


def test_nothing_is_told_of_what_nobody_was_asked() -> None:
    assert tablas([None, EnfoqueDiferencial()], {}) == ()
    [made] = tablas([None, EnfoqueDiferencial(genero=NO_RESPONDE)], {})
    assert (made.campo, made.base, made.no_responde, made.sin_preguntar) == ("genero", 0, 1, 1)


def test_an_age_falls_in_one_of_the_ranges_of_the_entity() -> None:
    ranges = opciones_de("rango_edad", {})
    assert [rango_de_edad(age, ranges) for age in (0, 17, 18, 59, 60, 104)] == [
        "0 a 5",
        "12 a 17",
        "18 a 28",
        "29 a 59",
        "60 o más",
        "60 o más",
    ]
    assert rango_de_edad(15, ("18 a 40", "41 o más")) is None
    own = ("Menor de 14", "14-59 años", "60+")
    assert [rango_de_edad(age, own) for age in (13, 14, 59, 60)] == ["Menor de 14", own[1], own[1], "60+"]
