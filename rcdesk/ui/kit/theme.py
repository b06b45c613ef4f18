"""Turns tokens into what Qt needs: fonts, a palette and one style sheet, for the theme and text size of now.

Each window wears the sheet, not the program: under a sheet of the program Qt dresses all that is inside a widget again
each time it gets a parent, and a screen, built from the inside out, took three times as long to make.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.resources import resource
from rcdesk.ui.kit import tokens
from rcdesk.ui.kit.sheet import style_sheet
from rcdesk.ui.kit.tokens import Colors

FAMILY = "Inter"
_PROPERTY = "look"  # the application carries its look, as it carries its palette
_WEARS = "wears_sheet"  # a window whose sheet follows the look


class Look:
    """Everything a widget may ask about appearance: colours, fonts and sizes.

    `scale` is the person's text size (1.0 to 2.0). What holds text grows with it; gaps grow by a third of it,
    so that a 1366 px screen still holds the work at 200 %.
    """

    def __init__(self, theme: str = "claro", scale: float = 1.0) -> None:
        self.c: Colors = tokens.THEMES[theme]
        self.scale = min(max(scale, 1.0), 2.0)

    @property
    def large(self) -> bool:
        """Whether text is so large that side panes and tab rows must fold."""
        return self.scale >= tokens.LARGE_TEXT

    def px(self, size: float) -> int:
        """Return a length that holds text, from pixels at 100 %."""
        return round(size * self.scale)

    def gap(self, size: float) -> int:
        """Return a length between things, from pixels at 100 %."""
        return round(size * (1 + (self.scale - 1) * 0.35))

    def font(self, role: str, size: float = 0, weight: int = 0) -> QFont:
        """Return the font of a role of `tokens.TYPE`, with another size (pixels at 100 %) or weight if given."""
        return _font(role, self.px(size or tokens.TYPE[role].size), weight or tokens.TYPE[role].weight)

    def color(self, name: str) -> QColor:
        """Return the colour of a token."""
        return _color(getattr(self.c, name))

    def tone(self, tone: str) -> tuple[QColor, QColor]:
        """Return (text, fill) of a tone: neutral, info, ok, warn, danger, accent, live or air."""
        match tone:
            case "accent":
                return self.color("on_accent"), self.color("accent")
            case "live":
                return self.color("on_danger"), self.color("danger_fill")
            case "air":  # dark in every theme: what the room can see
                return self.color("strip_ink"), self.color("strip")
            case _:
                return self.color(tone), self.color(f"{tone}_soft")


def look() -> Look:
    """Return the look of now; a program that never called `apply` is light, at 100 %."""
    app = QCoreApplication.instance()
    if app is None:
        return Look()
    now = app.property(_PROPERTY)
    if now is None:
        app.setProperty(_PROPERTY, now := Look())
    return cast(Look, now)


def apply(app: QApplication, theme: str = "claro", scale: float = 1.0) -> None:
    """Dress the whole program: `theme` is claro, oscuro or contraste; `scale` the text size, from 1.0 to 2.0.

    Widgets already on screen follow; the gaps of their layouts keep the scale they were made with.
    """
    _load_fonts()
    now = Look(theme, scale)
    app.setProperty(_PROPERTY, now)
    if app.style().objectName() != "fusion":  # the same drawing on every system
        app.setStyle("Fusion")
    dark = now.color("surface").lightness() < 128
    app.styleHints().setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    app.setFont(now.font("body"))
    app.setPalette(palette(now))
    for window in app.topLevelWidgets():
        if window.property(_WEARS):
            dress(window)


def dress(window: QWidget) -> None:
    """Give a window without parent the style sheet of now, and of each look to come. Others wear their parent's."""
    now = look()
    window.setProperty(_WEARS, True)
    window.setStyleSheet(style_sheet(now.c, now.px, now.gap))


def palette(now: Look) -> QPalette:
    """Return the palette of a look, for what Qt draws by itself."""
    role, made = QPalette.ColorRole, QPalette()
    for target, name in (
        (role.Window, "canvas"),
        (role.Base, "surface"),
        (role.AlternateBase, "sunken"),
        (role.WindowText, "ink"),
        (role.Text, "ink"),
        (role.ButtonText, "ink"),
        (role.Button, "surface"),
        (role.PlaceholderText, "ink3"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.ToolTipBase, "surface"),
        (role.ToolTipText, "ink"),
        (role.Link, "accent_ink"),
        (role.Mid, "line"),
        (role.Dark, "edge"),
        (role.Accent, "accent"),
    ):
        made.setColor(target, now.color(name))
    for target in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, target, now.color("ink3"))
    return made


@cache
def _load_fonts() -> None:
    """Register the bundled fonts once, so that every machine draws the same letters."""
    for file in sorted(resource("fonts").glob(f"{FAMILY}-*.otf")):
        QFontDatabase.addApplicationFont(str(file))


@lru_cache(maxsize=256)
def _font(role: str, pixels: int, weight: int) -> QFont:
    kind = tokens.TYPE[role]
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if kind.spacing:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + kind.spacing)
    if kind.tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    font.setFeature(QFont.Tag("cv05"), 1)  # l with a tail: l, I and 1 never look alike
    return font


@lru_cache(maxsize=256)
def _color(value: str) -> QColor:
    if len(value) == 9:  # #RRGGBBAA
        return QColor(int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16), int(value[7:9], 16))
    return QColor(value)
