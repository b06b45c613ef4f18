import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rcdesk.ui.kit import states, theme
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.dialog import Dialog
from rcdesk.ui.kit.icons import pixmap
from rcdesk.ui.kit.line import Line
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.tokens import THEMES, TYPE, Colors

GROUNDS = ("canvas", "surface", "sunken", "select", "select_calm", "hover")
TONES = ("neutral", "info", "ok", "warn", "danger")
TEXT = [
    *((ink, ground) for ink in ("ink", "ink2", "ink3") for ground in GROUNDS),
    *((tone, ground) for tone in ("accent_ink", "danger", "warn", "ok") for ground in ("canvas", "surface", "sunken")),
    *((tone, f"{tone}_soft") for tone in TONES),
    *((ink, f"{tone}_soft") for ink in ("ink", "ink2") for tone in TONES),
    *((tone, ground) for tone in ("ok", "warn", "danger") for ground in ("select", "select_calm")),
    ("danger", "hover"),
    ("accent_ink", "accent_soft"),
    ("on_accent", "accent"),
    ("on_danger", "danger_fill"),
    ("ink", "mark"),
    ("surface", "ink2"),
    ("strip_ink", "strip"),
    ("strip_ink2", "strip"),
    ("strip_ink", "strip_well"),
    ("strip", "strip_accent"),
    ("strip_ok", "strip"),
    ("strip_warn", "strip"),
    ("strip_over", "strip"),
]
EDGES = [
    *((edge, ground) for edge in ("edge", "accent", "danger") for ground in ("canvas", "surface", "sunken")),
    ("warn", "surface"),
    ("ink2", "surface"),
    ("ink3", "surface"),
    ("ink2", "neutral_soft"),
    ("ok", "neutral_soft"),
    ("danger", "neutral_soft"),
    ("info", "neutral_soft"),
    ("strip_accent", "strip"),
    ("strip_accent", "strip_track"),
    ("danger_fill", "strip"),
]


def luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def ratio(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def weak(colors: Colors, pairs: list[tuple[str, str]], least: float) -> list[str]:
    return [f"{a} on {b}" for a, b in pairs if ratio(getattr(colors, a), getattr(colors, b)) < least]


@pytest.mark.parametrize("colors", THEMES.values(), ids=THEMES)
def test_every_text_is_readable_on_every_ground_it_meets(colors: Colors) -> None:
    assert weak(colors, TEXT, 4.5) == []


@pytest.mark.parametrize("colors", THEMES.values(), ids=THEMES)
def test_every_boundary_of_a_control_can_be_seen(colors: Colors) -> None:
    assert weak(colors, EDGES, 3) == []


def test_a_weak_pair_is_found() -> None:
    assert weak(THEMES["claro"], [("line", "surface")], 3) == ["line on surface"]


def test_the_bundled_letters_are_the_ones_drawn(qapp: QApplication) -> None:
    assert {QFontInfo(theme.look().font(role)).family() for role in TYPE} == {"Inter"}


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_dresses_what_is_already_on_screen(qapp: QApplication, qtbot: QtBot, name: str) -> None:
    label, button = PlainLabel("Guardado", "strong", "danger"), Button("Guardar", "check")
    for widget in (label, button):
        qtbot.addWidget(widget)
        theme.dress(widget)
        widget.show()
    small = button.sizeHint()
    theme.apply(qapp, name, 2.0)
    colors = THEMES[name]
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == colors.danger
    assert label.font().pixelSize() == 26
    assert button.sizeHint().height() == 2 * small.height()
    assert qapp.palette().color(QPalette.ColorRole.PlaceholderText).name().upper() == colors.ink3
    assert qapp.palette().color(QPalette.ColorRole.PlaceholderText).alpha() == 255


def test_the_sheet_is_worn_by_windows_what_is_in_them_and_their_suggestions(qapp: QApplication, qtbot: QtBot) -> None:
    line = Line()
    line.set_suggestions(["Guardado"])
    qtbot.addWidget(line)
    theme.dress(line)
    theme.apply(qapp, "oscuro")
    alone, listed = Dialog(None, "¿Seguro?", ()), line.completer().popup()
    for widget in (line, listed, Dialog(line, "¿Seguro?", ()), alone):
        assert widget is not None
        assert widget.style().metaObject().className() == "QStyleSheetStyle"
    assert THEMES["oscuro"].surface in line.styleSheet() and THEMES["oscuro"].surface in alone.styleSheet()
    assert not qapp.styleSheet()  # what is built apart would be dressed again at each new parent
    alone.deleteLater()


def test_an_icon_takes_the_colour_of_the_theme_of_now(qapp: QApplication) -> None:
    light = pixmap("check", "ok").toImage()
    theme.apply(qapp, "oscuro")
    assert pixmap("check", "ok").toImage() != light
    theme.apply(qapp, "claro")
    assert pixmap("check", "ok").toImage() == light


def test_every_state_has_a_word_an_icon_that_exists_and_a_tone(qapp: QApplication) -> None:
    groups = (states.PREGUNTA, states.MODERACION, states.COMPROMISO, states.AUDIENCIA, states.ACTA, states.HALLAZGO)
    for state in [state for group in groups for state in group.values()]:
        assert state.word
        assert not pixmap(state.icon).isNull()
        assert theme.look().tone(state.tone)
    assert states.state_of(states.PREGUNTA, None).word == "Sin estado"
    assert states.state_of(states.PREGUNTA, "en_mora").word == "En mora"


def test_a_text_size_outside_the_limits_is_brought_inside() -> None:
    assert theme.Look("claro", 9).scale == 2.0
    assert theme.Look("claro", 0).scale == 1.0
    assert theme.Look("claro", 1.5).large


def test_looking_before_dressing_is_light(qapp: QApplication) -> None:
    qapp.setProperty("look", None)
    assert theme.look().c.name == "claro"
