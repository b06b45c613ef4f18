"""A chart that may be saved as SVG, to be put in a document, or as PNG: with its title, its base and its notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from rcdesk.i18n import peso
from rcdesk.ui.kit.letters import page_families
from rcdesk.ui.kit.picture import png
from rcdesk.ui.saving import Work

if TYPE_CHECKING:
    from rcdesk.documents.blocks import Chart

_PIXELS: Final = 3  # of the picture for each point of the chart: sharp on a projector and in print


@dataclass(frozen=True, slots=True)
class ChartWork:
    """The chart, its proposed name, what it is of, `base` in words, and the notes below it."""

    chart: Chart
    name: str
    title: str
    base: str
    notes: Sequence[str] = ()

    def to_save(self) -> Work:
        """Return how it is kept as a file."""
        page_families()  # letters are registered where the window is, before they are drawn elsewhere
        return Work("La gráfica", self.name, "png", self._make, ("svg",))

    def _make(self, path: Path) -> str:
        from rcdesk.render.svg import chart_file, to_svg
        from rcdesk.render.writer import write_whole

        chart = replace(self.chart, title=self.title)
        if path.suffix.lower() == ".svg":
            size = to_svg(chart, self.base, self.notes, path)
        else:
            data = png(_picture(chart_file(chart, self.base, self.notes, page_families()[0])))
            write_whole(path, data)
            size = len(data)
        return peso(size)


def _picture(drawn: str) -> QImage:
    """The picture of a chart, on white."""
    renderer = QSvgRenderer(QByteArray(drawn.encode()))
    image = QImage(renderer.defaultSize() * _PIXELS, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image
