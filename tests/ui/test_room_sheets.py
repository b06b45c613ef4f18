"""What a citizen wrote is drawn letter by letter, always inside the sheet, and read from the last row."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from rcdesk.ui.kit.tokens import ROOM
from rcdesk.ui.room.clocks import Clocks, Time, read_clocks
from rcdesk.ui.room.pen import Pen, drawable
from rcdesk.ui.room.projector import draw_projector
from rcdesk.ui.room.sheet import draw_sheet, picture
from rcdesk.ui.room.stage_view import draw_stage
from rcdesk.work.pantalla import Cintillo, PantallaView, PreguntaMostrada
from tests.bases import HOY
from tests.corpus import corpus

SIZES = [QSize(1920, 1080), QSize(1024, 768), QSize(1280, 720), QSize(600, 900)]
QUESTION = PreguntaMostrada("k", "P-009", "¿Por qué va en 48 %?", "Rosalba Ocampo", "Comuna 14", "Hacienda")
VIEW = PantallaView("Alcaldía", "Rendición de cuentas 2026", tipo="pregunta", pregunta=QUESTION, en_tarima=QUESTION)

pytestmark = pytest.mark.usefixtures("qapp")

_touched: list[str] = []
_watching = False


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if _watching and event in ("open", "socket.connect", "subprocess.Popen"):
        _touched.append(f"{event} {arguments[0]!r}")


sys.addaudithook(_watch)


@pytest.fixture
def touched() -> Iterator[list[str]]:
    """What is opened while sheets are drawn, once the fonts, the icons and the codecs are there."""
    global _watching
    drawn(replace(VIEW, pregunta=replace(QUESTION, texto="W" * 5_000)))
    staged(replace(VIEW, aviso="x"))
    _touched.clear()
    _watching = True
    yield _touched
    _watching = False


def _drawn(draw: Any, size: QSize) -> str:
    shot = QPixmap(size)
    painter = QPainter(shot)
    written = draw_sheet(painter, size, draw)
    painter.end()
    return written


def drawn(view: PantallaView, size: QSize = SIZES[0]) -> str:
    """What is written on the projector."""
    return _drawn(lambda pen: draw_projector(pen, view), size)


def staged(view: PantallaView, clocks: Clocks | None = None, size: QSize = SIZES[0]) -> str:
    """What is written on stage."""
    return _drawn(lambda pen: draw_stage(pen, view, clocks or Clocks("10:41")), size)


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("text", [pytest.param(bad.text, id=bad.code) for bad in corpus("campo")])
def test_every_text_of_the_corpus_is_drawn_as_it_is_and_opens_nothing(text: str, touched: list[str]) -> None:
    stored = text.replace("\ud800", "\ufffd")  # the base lets no lone half of a letter in
    asked = replace(QUESTION, texto=stored, quien=stored, de=stored, dependencia=stored)
    view = replace(VIEW, pregunta=asked, en_tarima=asked, siguiente=asked, aviso=stored)
    begun = time.thread_time()
    for written in (
        drawn(view),
        staged(view),
        drawn(replace(view, tipo="mensaje", mensaje=stored, cintillo=Cintillo(stored, stored))),
        drawn(replace(view, tipo="logos", entidad=stored, audiencia=stored)),
    ):
        whole = squeezed(drawable(stored))
        first = whole[:400].rstrip("…")
        assert len(whole) > 400 or first in squeezed(written)
        assert first[:60] in squeezed(written)
    assert time.thread_time() - begun < 2
    assert touched == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_a_question_of_any_length_stands_whole_or_ends_in_an_ellipsis(size: QSize) -> None:
    for words in (4, 20, 60, 90):
        text = " ".join(f"palabra{n}" for n in range(words))
        assert text in squeezed(drawn(replace(VIEW, pregunta=replace(QUESTION, texto=text)), size))
    long = " ".join(f"palabra{n}" for n in range(2_000))
    written = drawn(replace(VIEW, pregunta=replace(QUESTION, texto=long)), size)
    assert "palabra90 " in written
    assert "…" in written
    assert "palabra1999" not in written


def test_nothing_is_drawn_over_the_foot_of_the_sheet_however_long_the_question() -> None:
    def foot(text: str) -> QImage:
        shot = picture(replace(VIEW, pregunta=replace(QUESTION, texto=text)), SIZES[0]).toImage()
        return shot.copy(0, 850, 1920, 230)

    assert foot("W" * 10_000) == foot("¿Cuándo?")


def test_the_sheet_is_dark_to_its_edges_on_any_screen() -> None:
    for size in SIZES:
        image = picture(PantallaView(), size).toImage()
        corners = [(0, 0), (size.width() - 1, 0), (0, size.height() - 1), (size.width() - 1, size.height() - 1)]
        assert {image.pixelColor(*corner).name() for corner in corners} == {ROOM.ground.lower()}


def test_what_is_off_writes_nothing() -> None:
    assert drawn(replace(VIEW, tipo="nada")) == ""


def luminance(color: str) -> float:
    tone = QColor(color)
    parts = (tone.redF(), tone.greenF(), tone.blueF())
    red, green, blue = (c / 12.92 if c <= 0.03928 else float(((c + 0.055) / 1.055) ** 2.4) for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ink", ["ink", "quiet", "signal", "warn"])
@pytest.mark.parametrize("ground", ["ground", "band", "warn_soft"])
def test_every_text_of_the_room_can_be_read(ink: str, ground: str) -> None:
    assert contrast(getattr(ROOM, ink), getattr(ROOM, ground)) >= 4.5


def test_emoji_have_a_letter_of_their_own_and_not_the_box_of_what_is_missing() -> None:
    def shape(text: str) -> QImage:
        shot = QPixmap(300, 200)
        painter = QPainter(shot)
        painter.fillRect(shot.rect(), QColor(ROOM.ground))
        pen = Pen(painter, 300)
        from PySide6.QtCore import QRectF

        pen.fitted(QRectF(0, 0, 300, 200), text, 88, 88, "ink")
        painter.end()
        return shot.toImage()

    missing = shape("\U000f0000")
    drawings = [shape(emoji) for emoji in "😀☕👍🚰"]
    assert missing not in drawings
    assert len({bytes(image.constBits()) for image in drawings}) == len(drawings)


def test_an_overrun_is_said_with_a_sign_and_a_word() -> None:
    over = Clocks("10:41", Time("Se pasó", "+0:12", "de 3:00 para esta respuesta", 0.0, over=True))
    written = staged(VIEW, over)
    assert "Se pasó" in written
    assert "+0:12" in written
    assert read_clocks(None, HOY) == Clocks(f"{HOY:%H:%M}")


SCREENS = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from rcdesk.ui.room.room import Room
from rcdesk.ui.room import places
app = QApplication([])
own = QWidget(); own.show()
room = Room(own)
assert places.identity(own.screen()).endswith("|Portátil"), own.screen().name()
print(*(room.place(kind).rpartition("|")[2] for kind in places.KINDS))
room.open("proyector")
window = room._windows["proyector"]
print(window.screen().name(), window.geometry().x(), window.isFullScreen())
room.close_all()
"""


def test_with_two_screens_the_projector_goes_where_nobody_works(tmp_path: Path) -> None:
    screens = [
        {"name": "Portátil", "x": 0, "y": 0, "width": 1366, "height": 768},
        {"name": "Proyector", "x": 1366, "y": 0, "width": 1920, "height": 1080},
    ]
    config = tmp_path / "pantallas.json"
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={config}", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", SCREENS],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["Proyector ventana", "Proyector 1366 True"]


def test_the_small_picture_has_the_dots_of_its_screen() -> None:
    shot = picture(VIEW, QSize(92, 52), 2.0)
    assert (shot.width(), shot.height(), shot.devicePixelRatio()) == (184, 104, 2.0)
    assert QApplication.instance() is not None
