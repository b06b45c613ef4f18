"""The charts of a survey on screen: from the counts to the last pixel, with the survey of the example."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.documents.blocks import Chart
from rcdesk.documents.graficas import grafica
from rcdesk.ui.kit import theme
from rcdesk.ui.kit.chart import ChartView
from tests.bench.sizes import Sizes
from tests.bench.synthetic import hearing
from tests.bench.table import Line, at_most

_MOST = 50.0  # ms
_WIDE = 560
_NOTHING = Chart("", (), 0)


def run(_folder: Path, sizes: Sizes) -> Iterator[Line]:
    """Lay, read and paint every chart, as when the results come into sight."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app)
    survey = hearing().encuestas[0]
    charts = [made for question in survey.preguntas if (made := grafica(survey, question)) is not None]
    host = QWidget()
    views = [ChartView() for _ in charts]
    for view in views:
        view.setParent(host)
        view.resize(_WIDE, 200)
    found = [_processor(views, charts) for _ in range(sizes.turns + 1)][1:]
    host.deleteLater()
    what = (
        f"{len(charts)} gráficas de una encuesta de {len(survey.preguntas)} preguntas: medidas y pintadas (procesador)"
    )
    yield at_most(what, 1000 * median(found), _MOST, unit="ms")


def _processor(views: Sequence[ChartView], charts: Sequence[Chart]) -> float:
    """Seconds of the processor: so few milliseconds by the clock would be those of whatever else runs."""
    start = time.process_time()
    for view, chart in zip(views, charts, strict=True):
        view.show_chart(_NOTHING, "")
        view.show_chart(chart, f"Base {chart.base}")
        view.grab()
    return time.process_time() - start
