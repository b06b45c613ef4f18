"""Named design tokens: three themes, one type scale, one spacing grid.

Nothing else in the window writes a colour, a size or a radius: it asks for a name from here.
Sizes are pixels at 100 % text; `theme.Look` scales them.
"""

from __future__ import annotations

from dataclasses import dataclass

GRID = 8  # every gap is a multiple of half of it
ROW = 36  # table row, field and button
ROW_NOTED = 48  # a row whose cells have a second line
SMALL = 30  # a button inside a header
PILL = 24
HEADER = 52
STRIP = 76
RAIL = 88
RADIUS = 6  # fields and buttons
RADIUS_CARD = 10
LARGE_TEXT = 1.5  # from this scale on: rail words become tooltips, tabs one choice, side panes a button


@dataclass(frozen=True, slots=True)
class Type:
    """One role of text: size in pixels, weight, figures of one width, letter spacing in % of the size."""

    size: int
    weight: int
    tabular: bool = True
    spacing: float = 0


TYPE: dict[str, Type] = {
    "caption": Type(12, 400),
    "overline": Type(11, 600, spacing=4),
    "label": Type(12, 500),
    "body": Type(13, 400),
    "strong": Type(13, 600),
    "reading": Type(15, 400, tabular=False),
    "lead": Type(16, 600, tabular=False, spacing=-0.5),
    "title": Type(20, 600, spacing=-1),
    "display": Type(28, 600, tabular=False, spacing=-1.5),
    "hero": Type(36, 600, tabular=False, spacing=-2),
    "clock": Type(36, 600, spacing=-2),
}


@dataclass(frozen=True, slots=True)
class Colors:
    """One theme. `*_soft` are fills that carry text of the colour with the same name."""

    name: str
    canvas: str  # the desk everything lies on
    surface: str  # cards, tables, fields
    sunken: str  # toolbars, headers and wells inside a card
    hover: str
    line: str  # decoration only
    edge: str  # boundary of a control: at least 3:1 on surface
    ink: str
    ink2: str
    ink3: str
    accent: str  # where the keys go
    accent_soft: str
    accent_ink: str  # accent used as text
    on_accent: str
    neutral: str
    neutral_soft: str
    info: str
    info_soft: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str
    danger_fill: str
    on_danger: str
    select: str  # selected row of the pane that has the keys
    select_calm: str  # the same row while the keys go elsewhere
    mark: str  # matched letters of a search
    # the live strip and the rooms' screens are instruments: dark in every theme
    strip: str
    strip_well: str
    strip_line: str
    strip_track: str  # the empty part of a progress line
    strip_ink: str
    strip_ink2: str
    strip_accent: str
    strip_ok: str
    strip_warn: str
    strip_over: str  # overrun: always with «+12 min»
    shadow: str
    veil: str  # dims the window under a panel
    paper: str = "#FFFFFF"  # a printed page is white in every theme
    outlined: bool = False  # high contrast: shapes have an edge instead of a fill


CLARO = Colors(
    name="claro",
    canvas="#EDF0F4",
    surface="#FFFFFF",
    sunken="#F5F7FA",
    hover="#F0F3F7",
    line="#DCE1E9",
    edge="#7E8899",
    ink="#0F141B",
    ink2="#414B5A",
    ink3="#5A6576",
    accent="#1858D6",
    accent_soft="#E6EEFD",
    accent_ink="#1450C4",
    on_accent="#FFFFFF",
    neutral="#414B5A",
    neutral_soft="#E8ECF2",
    info="#155362",
    info_soft="#DDEEF1",
    ok="#0B6640",
    ok_soft="#DDF3E7",
    warn="#7D4600",
    warn_soft="#FCEFD2",
    danger="#A91B1B",
    danger_soft="#FCE6E4",
    danger_fill="#C62828",
    on_danger="#FFFFFF",
    select="#E6EEFD",
    select_calm="#EEF1F6",
    mark="#FFE7A3",
    strip="#141A23",
    strip_well="#1F2733",
    strip_line="#323D4C",
    strip_track="#3A4656",
    strip_ink="#F4F7FB",
    strip_ink2="#A9B5C6",
    strip_accent="#84B4FF",
    strip_ok="#6FDDA5",
    strip_warn="#FFC766",
    strip_over="#FF9C94",
    shadow="#14233B1F",
    veil="#0B101770",
)

OSCURO = Colors(
    name="oscuro",
    canvas="#0E1116",
    surface="#171B22",
    sunken="#12161C",
    hover="#1E232C",
    line="#2A313C",
    edge="#6B7686",
    ink="#ECF0F5",
    ink2="#B7C0CD",
    ink3="#94A0B1",
    accent="#6AA1FF",
    accent_soft="#182A47",
    accent_ink="#8FB9FF",
    on_accent="#06122A",
    neutral="#B7C0CD",
    neutral_soft="#272E39",
    info="#8ED0DE",
    info_soft="#12313A",
    ok="#74D9A5",
    ok_soft="#123023",
    warn="#F6C46B",
    warn_soft="#3A2A0F",
    danger="#FF9C94",
    danger_soft="#431D1D",
    danger_fill="#E5484D",
    on_danger="#1A0303",
    select="#1B2B45",
    select_calm="#232A35",
    mark="#5C4708",
    strip="#05070A",
    strip_well="#131922",
    strip_line="#333E4D",
    strip_track="#333E4D",
    strip_ink="#F4F7FB",
    strip_ink2="#A9B5C6",
    strip_accent="#84B4FF",
    strip_ok="#6FDDA5",
    strip_warn="#FFC766",
    strip_over="#FF9C94",
    shadow="#00000066",
    veil="#0B1017A8",
)

CONTRASTE = Colors(
    name="contraste",
    canvas="#000000",
    surface="#000000",
    sunken="#000000",
    hover="#1C1C1C",
    line="#8C8C8C",
    edge="#FFFFFF",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    ink3="#E2E2E2",
    accent="#FFE14D",
    accent_soft="#2B2600",
    accent_ink="#FFE14D",
    on_accent="#000000",
    neutral="#FFFFFF",
    neutral_soft="#000000",
    info="#8FD3FF",
    info_soft="#000000",
    ok="#7CFFB2",
    ok_soft="#000000",
    warn="#FFC24D",
    warn_soft="#000000",
    danger="#FF9C94",
    danger_soft="#000000",
    danger_fill="#FF9C94",
    on_danger="#000000",
    select="#2B2600",
    select_calm="#262626",
    mark="#5C4E00",
    strip="#000000",
    strip_well="#000000",
    strip_line="#FFFFFF",
    strip_track="#5A5A5A",
    strip_ink="#FFFFFF",
    strip_ink2="#E2E2E2",
    strip_accent="#FFE14D",
    strip_ok="#7CFFB2",
    strip_warn="#FFC24D",
    strip_over="#FF9C94",
    shadow="#00000000",
    veil="#0B1017B8",
    outlined=True,
)


@dataclass(frozen=True, slots=True)
class RoomColors:
    """The screens of the room: flat and dark in every theme, for projectors and stage light."""

    ground: str = "#0B1626"
    ink: str = "#FFFFFF"
    quiet: str = "#B4C3D9"
    line: str = "#2C3E5B"
    signal: str = "#84B4FF"
    band: str = "#16263F"  # under who speaks
    warn: str = "#FFC766"
    warn_soft: str = "#33290F"


ROOM = RoomColors()
THEMES: dict[str, Colors] = {colors.name: colors for colors in (CLARO, OSCURO, CONTRASTE)}
