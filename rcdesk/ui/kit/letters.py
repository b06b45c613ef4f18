"""The letters that the program brings: those of the screen measured for what is drawn, and those of the pages."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from rcdesk.resources import resource
from rcdesk.ui.kit.theme import FAMILY

_PIXELS: Final = 200  # of the letters that are measured: their widths grow with their size
_FILES: Final = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "Symbola-Subset.ttf")


@cache
def page_families() -> tuple[str, ...]:
    """Register the letters of the pages, which also have what those of the screen lack: emoji and symbols."""
    found: list[str] = []
    for name in _FILES:
        number = QFontDatabase.addApplicationFont(str(resource("fonts", name)))
        found += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(found))


class ScreenLetters:
    """One weight of the letters of the screen; widths are in thousandths of the size."""

    def __init__(self, weight: int) -> None:
        font = QFont()
        font.setFamilies([FAMILY, *page_families()])
        font.setPixelSize(_PIXELS)
        font.setWeight(QFont.Weight(weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self.letters = self.words = _Widths(QFontMetricsF(font))

    def width(self, text: str, size: float) -> float:
        """The width of a line at that size, in pixels."""
        return self.words[text] * size / 1000


class _Widths(dict[str, float]):
    """Measured at the first asking."""

    def __init__(self, metrics: QFontMetricsF) -> None:
        super().__init__()
        self._metrics = metrics

    def __missing__(self, text: str) -> float:
        width = self._metrics.horizontalAdvance(text) * 1000 / _PIXELS
        if len(text) <= 40:
            self[text] = width
        return width


@lru_cache(maxsize=4)
def screen_letters(weight: int) -> ScreenLetters:
    """The letters of the screen in a weight, measured once."""
    return ScreenLetters(weight)
