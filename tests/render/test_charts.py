"""Charts say n, percentage and base, on paper and on screen, from the same shapes."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcdesk.documents.blocks import Chart, ChartKind, literal
from rcdesk.render.charts import described, drawn, parts, percentage, whole
from rcdesk.render.manner import on_paper
from rcdesk.render.shapes import Box, Hatch, Slice, Strokes, Words, hatched
from rcdesk.render.svg import PAPER_LETTERS, chart_file, svg, to_svg

SURVEY = Chart("¿Le gustó <esto>?", (("Sí & mucho", 17), ("No", 9), (literal("**Tal vez**"), 1)), 27)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("part", "base", "printed"),
    [(17, 27, "63,0"), (9, 27, "33,3"), (1, 27, "3,7"), (1, 16, "6,3"), (30, 27, "111,1")],
)
def test_percentages_have_one_decimal_rounded_half_up(part: int, base: int, printed: str) -> None:
    assert percentage(part, base) == f"{printed}\u00a0%"


def test_there_is_no_percentage_of_nobody() -> None:
    assert percentage(0, 0) == "–"


@pytest.mark.parametrize("kind", ChartKind)
def test_a_chart_in_a_file_is_good_xml_with_the_words_of_the_printed_one(kind: ChartKind) -> None:
    chart = Chart(SURVEY.title, SURVEY.points, SURVEY.base, kind=kind)
    root = ElementTree.fromstring(chart_file(chart, "Base 27", ["Suma 100,0 %."]))
    texts = [element.text for element in root.iter(f"{SVG}text")]
    assert texts[:4] == ["¿Le gustó <esto>?", "Base 27", "n", "%"] and texts[-1] == "Suma 100,0 %."
    printed = [shape.text for shape in drawn(chart, 456, on_paper()).shapes if isinstance(shape, Words)]
    assert texts[4:-1] == printed == ["Sí & mucho", "17", "63,0\u00a0%", "No", "9", "33,3\u00a0%", *printed[6:]]
    assert "**Tal vez**" in texts
    assert root.findtext(f"{SVG}title") == described(chart)


def test_the_words_for_a_chart_name_every_point() -> None:
    words = described(SURVEY)
    assert words.startswith("Gráfico de barras. ¿Le gustó <esto>?. Base: 27. Sí & mucho: 17 (63,0\u00a0%); No: 9")


def test_a_chart_taller_than_a_page_is_divided_and_loses_no_point() -> None:
    points = tuple((f"Opción {number}", number) for number in range(90))
    made = list(parts(Chart("Comuna", points, 4005), 450, 400))
    assert len(made) > 2 and made[1].title == "Comuna (continuación)"
    assert tuple(point for part in made for point in part.points) == points


def test_a_disc_of_many_shares_becomes_bars() -> None:
    many = Chart("", tuple((str(n), 1) for n in range(9)), 9, kind=ChartKind.PIE)
    (made,) = parts(many, 450, 400)
    assert made.kind is ChartKind.BARS
    assert not any(isinstance(shape, Slice) for shape in drawn(many, 450, on_paper()).shapes)


def test_the_shares_of_a_disc_differ_in_more_than_colour() -> None:
    chart = Chart("", tuple((f"Opción {n}", n + 1) for n in range(6)), 21, kind=ChartKind.PIE)
    shapes = drawn(chart, 456, on_paper()).shapes
    slices = [place for place, shape in enumerate(shapes) if isinstance(shape, Slice)]
    marks = set[tuple[object, object]]()
    for place in slices:
        disc, after = shapes[place], shapes[place + 1]
        assert isinstance(disc, Slice)
        angle = None
        if isinstance(after, Strokes):
            x1, y1, x2, y2 = after.lines[0]
            angle = round((y2 - y1) / (x2 - x1), 1) if abs(x2 - x1) > 0.01 else "vertical"
        marks.add((round(sum(disc.colour), 2) if angle is None else "", angle))
    assert len(slices) == len(marks) == 6


@settings(max_examples=40, deadline=None)
@given(
    points=st.lists(st.tuples(st.text(max_size=90), st.integers(0, 400)), max_size=60),
    base=st.integers(0, 300),
    kind=st.sampled_from(ChartKind),
    width=st.floats(120, 900),
)
def test_whatever_is_counted_is_drawn_inside_its_rectangle(
    points: list[tuple[str, int]], base: int, kind: ChartKind, width: float
) -> None:
    chart = Chart("", tuple((literal(label), n) for label, n in points), base, kind=kind)
    drawing = whole(chart, width, on_paper(), "Base", ["Nota."])
    ElementTree.fromstring(svg(drawing, described(chart), PAPER_LETTERS))
    values = [shape.text for shape in drawing.shapes if isinstance(shape, Words) and shape.end][2:]
    assert values[::2] == [f"{n}" for _, n in points]
    for shape in drawing.shapes:
        assert isinstance(shape, Strokes) or 0 <= shape.y <= drawing.height
        if isinstance(shape, Box):
            assert shape.width >= 0 and shape.x + shape.width <= width + 0.01


@given(hatch=st.sampled_from(Hatch), step=st.floats(2, 9))
def test_a_hatch_stays_inside_its_outline(hatch: Hatch, step: float) -> None:
    lines = hatched(Box(3, 4, 50, 20, (0, 0, 0)).points(), hatch, step)
    assert bool(lines) is (hatch is not Hatch.NONE)
    for x1, y1, x2, y2 in lines:
        assert all(2.99 <= x <= 53.01 for x in (x1, x2)) and all(3.99 <= y <= 24.01 for y in (y1, y2))


def test_a_chart_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "Gráfica.svg"
    assert to_svg(SURVEY, "Base 27", [], path) == path.stat().st_size
    assert ElementTree.parse(path).getroot().tag == f"{SVG}svg"
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
