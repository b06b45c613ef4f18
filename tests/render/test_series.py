"""Bars of what was programmed and columns by month tell every value, in words, in shapes and without colour."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcdesk.documents.series import Advance, Columns, Kind, Progress, Series
from rcdesk.render import series
from rcdesk.render.manner import on_paper
from rcdesk.render.shapes import Box, Drawing, Strokes, Words
from tests.render.samples import BESIDE, COLUMNS, PROGRESS

WIDTH = 456.0


def _texts(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Words)]


def _boxes(drawing: Drawing) -> list[Box]:
    return [shape for shape in drawing.shapes if isinstance(shape, Box)]


def test_a_bar_reaches_its_percentage_and_what_exceeds_the_goal_is_drawn_apart() -> None:
    drawing = series.drawn(PROGRESS, WIDTH, on_paper())
    swatches, bars = _boxes(drawing)[:3], _boxes(drawing)[3:]
    done, excess, open_done, open_excess, low = bars
    whole = open_done.width
    assert done.width == pytest.approx(whole)  # both reach the mark of 100 %
    assert excess.width == pytest.approx(0.125 * whole)
    assert open_excess.width == pytest.approx(0.45 * whole)
    assert low.width == pytest.approx(0.48 * whole)
    assert len({box.colour for box in (done, excess, low)}) == 3
    assert [box.colour for box in swatches] == [done.colour, excess.colour, low.colour]
    assert {"145,0\u00a0%", "29 de 20", "sin datos", "– de 20", "100\u00a0% programado"} < {*_texts(drawing)}


def test_the_words_for_the_bars_tell_every_row_and_what_its_fill_says() -> None:
    said = series.told(PROGRESS)
    assert said.startswith(
        "Gráfico de barras. Cumplimiento por componente. Participación: 112,5\u00a0% (18 de 16), por"
    )
    assert "Alumbrado y *espacio* público: 48,0\u00a0% (12 de 25), menos de 70\u00a0%; Sin reporte: sin datos" in said


def test_columns_are_stacked_with_their_total_and_a_month_without_data_says_so() -> None:
    drawing = series.drawn(COLUMNS, WIDTH, on_paper())
    assert _texts(drawing) == ["A cargo", "De otra entidad", "30", "agosto", "8", "septiembre", "sin datos", "octubre"]
    own, others, alone = _boxes(drawing)[2:]
    assert own.y == pytest.approx(others.y + others.height)
    assert own.height == pytest.approx(3 * alone.height) == pytest.approx(4 * others.height)
    assert "octubre: sin datos" in series.told(COLUMNS)


def test_columns_side_by_side_tell_each_value() -> None:
    drawing = series.drawn(BESIDE, WIDTH, on_paper())
    assert _texts(drawing)[2:] == ["97,0\u00a0%", "100,0\u00a0%", "14/may/2026", "86,4\u00a0%", "–", "18/sep/2026"]


def test_what_stands_alone_has_its_title_and_its_caption() -> None:
    texts = _texts(series.whole(PROGRESS, WIDTH, on_paper()))
    assert (texts[0], texts[-1]) == ("Cumplimiento por componente", "Corte: 20 de noviembre de 2026.")


def test_what_is_taller_than_a_page_is_divided_to_one_scale_and_loses_nothing() -> None:
    rows = tuple(Advance(f"Componente {number}", number, 40) for number in range(90))
    bars = [*series.pieces(Progress("Plan", rows), WIDTH, on_paper(), 400)]
    assert len(bars) > 2 and all(drawing.height <= 400 for _, drawing in bars)
    assert [row for piece, _ in bars if isinstance(piece, Progress) for row in piece.rows] == [*rows]
    places = tuple(f"mes {number}" for number in range(120))
    many = Columns("Meses", places, (Series("", tuple(range(120))),))
    columns = [*series.pieces(many, WIDTH, on_paper(), 400)]
    assert len(columns) > 1 and all(drawing.height <= 400 for _, drawing in columns)
    assert [place for piece, _ in columns if isinstance(piece, Columns) for place in piece.places] == [*places]
    tallest = [max(box.height for box in _boxes(drawing)) for _, drawing in columns]
    assert all(before < after for before, after in pairwise(tallest))


_value = st.none() | st.integers(0, 10**7) | st.decimals(0, 10**6, places=2)
_words = st.text(st.characters(exclude_categories=["C"]), max_size=60)


@settings(max_examples=40, deadline=None)
@given(
    rows=st.lists(st.tuples(_words, _value, _value), max_size=12),
    width=st.floats(120, 900),
    stacked=st.booleans(),
    kind=st.sampled_from([Kind.NUMBER, Kind.PERCENT]),
)
def test_nothing_is_drawn_out_of_its_place(
    rows: list[tuple[str, Decimal | int | None, Decimal | int | None]], width: float, stacked: bool, kind: Kind
) -> None:
    bars = Progress("Título", tuple(Advance(name, done, goal) for name, done, goal in rows))
    values = Series("Una", tuple(done for _, done, _ in rows)), Series("Otra", tuple(goal for _, _, goal in rows))
    columns = Columns("Título", tuple(name for name, _, _ in rows), values, stacked=stacked, kind=kind)
    for block in (bars, columns):
        drawing = series.whole(block, width, on_paper())
        for shape in drawing.shapes:
            corners = [*shape.points()] if isinstance(shape, Box) else []
            corners += (
                [(x, y) for a, b, c, d in shape.lines for x, y in ((a, b), (c, d))]
                if isinstance(shape, Strokes)
                else []
            )
            assert all(-0.5 <= x <= max(width, 160) + 0.5 and -0.5 <= y <= drawing.height + 0.5 for x, y in corners)
