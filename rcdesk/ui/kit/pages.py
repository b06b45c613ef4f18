"""The real pages: what prints is what is seen. They come as images, so that whoever reads the PDF keeps its thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import CLARO

_AROUND, _BETWEEN = 18, 14  # px
_LEAST, _MOST, _STEP = 0.5, 4.0, 1.25
_DIMMED = QColor(0, 0, 0, 34)  # paper stays paper, a little dimmer, in a dark room


class Numeral(NamedTuple):
    """A number beside a part (0 to 1) of a page (from 1): that of what is told of it elsewhere, in its tone."""

    page: int
    part: float
    words: str
    tone: str


class PageView(QAbstractScrollArea):
    """Pages from top to bottom. A zoom of 1.0 fits the width. New pages keep the place where the person was reading."""

    page_changed = Signal(int)  # the page at the top of the view, from 1
    zoom_changed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._pages: list[QImage] = []
        self._zoom, self._page, self._marks = 1.0, 0, dict[int, tuple[float, float]]()
        self._numerals: Sequence[Numeral] = ()
        self._kept = (0, 0.0)  # what is being read: the page at the top, from 0, and how much of it is past
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Páginas como se imprimen")
        self.setMinimumWidth(look().px(220))
        self.verticalScrollBar().valueChanged.connect(self._tell)

    def show_pages(self, pages: Sequence[QImage]) -> None:
        """Show these pages, at the place where the last ones were being read."""
        part = self._reading()
        self._pages = list(pages)
        self._measure()
        self._go(part)
        self._tell()
        self.viewport().update()

    def count(self) -> int:
        """Return how many pages there are."""
        return len(self._pages)

    def page(self) -> int:
        """Return the number of the page being read, from 1; 0 when there are none."""
        return self._page

    def go_to(self, page: int, part: float = 0.0) -> None:
        """Bring page `page` (from 1) to the top, `part` (0 to 1) of it already past."""
        self._go((min(max(page - 1, 0), max(0, len(self._pages) - 1)), part))

    def mark(self, page: int, top: float, bottom: float) -> None:
        """Draw the accent beside a part (0 to 1) of a page: the section being written. A page of 0 takes it away."""
        self._marks = {page: (top, bottom)} if page else {}
        self.viewport().update()

    def number(self, numerals: Sequence[Numeral]) -> None:
        """Draw these numbers in the margin of the pages."""
        self._numerals = tuple(numerals)
        self.viewport().update()

    def zoom(self) -> float:
        """Return the zoom; 1.0 fits the width."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Change the zoom, keeping what is being read."""
        part = self._reading()
        self._zoom = min(max(zoom, _LEAST), _MOST)
        self._measure()
        self._go(part)
        self.viewport().update()
        self.zoom_changed.emit(self._zoom)

    def zoom_in(self) -> None:
        """Make the pages larger."""
        self.set_zoom(self._zoom * _STEP)

    def zoom_out(self) -> None:
        """Make the pages smaller."""
        self.set_zoom(self._zoom / _STEP)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Home:
                self.go_to(1)
            case Qt.Key.Key_End:
                self.go_to(len(self._pages))
            case Qt.Key.Key_Plus:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        part = self._kept  # the view has its new width already: where the pages lay before is known no more
        super().resizeEvent(event)
        self._measure()
        self._go(part)

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = look(), QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        seen = QRectF(event.rect())
        for i, box in enumerate(self._boxes()):
            sheet = box.translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
            if not sheet.intersects(seen):
                continue
            painter.fillRect(sheet.translated(0, 2), now.color("shadow"))
            painter.drawImage(sheet, self._pages[i])
            if now.c.name == "oscuro":
                painter.fillRect(sheet, _DIMMED)
            painter.setPen(QPen(now.color("line"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(sheet)
            if mark := self._marks.get(i + 1):
                top, bottom = mark
                bar = QRectF(sheet.left() - 6, sheet.top() + sheet.height() * top, 3, sheet.height() * (bottom - top))
                painter.fillRect(bar, now.color("accent"))
            self._paint_numerals(painter, sheet, i + 1)
        painter.end()

    def _paint_numerals(self, painter: QPainter, sheet: QRectF, page: int) -> None:
        """In the colours of paper, which is white in every theme; those that would touch go one below another."""
        side, low = look().px(20), sheet.top()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look().font("label", weight=600))
        for numeral in sorted((one for one in self._numerals if one.page == page), key=lambda one: one.part):
            low = max(low, sheet.top() + sheet.height() * numeral.part)
            disc = QRectF(sheet.left() + look().px(6), low, side, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(CLARO, numeral.tone)))
            painter.drawEllipse(disc)
            painter.setPen(QColor(CLARO.surface))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, numeral.words)
            low += side + 2

    def _boxes(self) -> list[QRectF]:
        """Return where each page lies, in the coordinates of the whole."""
        wide = (self.viewport().width() - 2 * _AROUND) * self._zoom
        left = max(float(_AROUND), (self.viewport().width() - wide) / 2)
        y, boxes = float(_BETWEEN), []
        for page in self._pages:
            tall = wide * page.height() / max(1, page.width())
            boxes.append(QRectF(left, y, wide, tall))
            y += tall + _BETWEEN
        return boxes

    def _measure(self) -> None:
        boxes = self._boxes()
        high = boxes[-1].bottom() + _BETWEEN if boxes else 0
        wide = boxes[0].width() + 2 * _AROUND if boxes else 0
        view = self.viewport().size()
        for bar, whole, part in (
            (self.verticalScrollBar(), high, view.height()),
            (self.horizontalScrollBar(), wide, view.width()),
        ):
            bar.setPageStep(part)
            bar.setSingleStep(40)
            bar.setRange(0, max(0, round(whole - part)))

    def _reading(self) -> tuple[int, float]:
        """Return the page at the top of the view (from 0) and how much of it is past."""
        top = self.verticalScrollBar().value() + _BETWEEN + 1
        for i, box in enumerate(self._boxes()):
            if box.bottom() >= top:
                return i, max(0.0, (top - 1 - box.top()) / max(1.0, box.height()))
        return max(0, len(self._pages) - 1), 0.0

    def _go(self, place: tuple[int, float]) -> None:
        boxes = self._boxes()
        if boxes:
            box = boxes[min(place[0], len(boxes) - 1)]
            self.verticalScrollBar().setValue(round(box.top() + box.height() * place[1]) - _BETWEEN)

    def _tell(self) -> None:
        self._kept = self._reading()
        page = self._kept[0] + 1 if self._pages else 0
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
