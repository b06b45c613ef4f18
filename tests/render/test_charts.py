"""Charts say n, percentage and base, on paper and on screen."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from rcdesk.documents.blocks import Chart, ChartKind, literal
from rcdesk.render.charts import described, parts, percentage, svg

SURVEY = Chart("¿Le gustó <esto>?", (("Sí & mucho", 17), ("No", 9), (literal("**Tal vez**"), 1)), 27)


@pytest.mark.parametrize(
    ("part", "base", "printed"),
    [(17, 27, "63,0"), (9, 27, "33,3"), (1, 27, "3,7"), (1, 16, "6,3"), (0, 0, "0,0"), (30, 27, "111,1")],
)
def test_percentages_have_one_decimal_rounded_half_up(part: int, base: int, printed: str) -> None:
    assert percentage(part, base) == f"{printed}\u00a0%"


@pytest.mark.parametrize("kind", ChartKind)
def test_a_chart_on_screen_is_good_xml_with_the_same_words(kind: ChartKind) -> None:
    chart = Chart(SURVEY.title, SURVEY.points, SURVEY.base, kind=kind)
    root = ElementTree.fromstring(svg(chart))
    texts = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert texts[:3] == ["Sí & mucho", "17", "63,0\u00a0%"]
    assert "**Tal vez**" in texts
    assert root.findtext("{http://www.w3.org/2000/svg}title") == described(chart)


def test_the_words_for_a_chart_name_every_point() -> None:
    words = described(SURVEY)
    assert words.startswith("Gráfico de barras. ¿Le gustó <esto>?. Base: 27. Sí & mucho: 17 (63,0\u00a0%); No: 9")


def test_a_chart_taller_than_a_page_is_divided_and_loses_no_point() -> None:
    points = tuple((f"Opción {number}", number) for number in range(90))
    made = list(parts(Chart("Comuna", points, 4005), 450, 400))
    assert len(made) > 2 and made[1].title == "Comuna (continuación)"
    assert tuple(point for part in made for point in part.points) == points


def test_a_pie_of_many_slices_becomes_bars() -> None:
    (made,) = parts(Chart("", tuple((str(n), 1) for n in range(9)), 9, kind=ChartKind.PIE), 450, 400)
    assert made.kind is ChartKind.BARS
