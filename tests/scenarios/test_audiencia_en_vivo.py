"""A whole hearing by keyboard alone, at the pace of the broadcast, which ends in the table that its acta prints."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rcdesk.documents.acta import acta
from rcdesk.domain import registro as r
from rcdesk.exchange.read import read
from rcdesk.render.text import to_text
from rcdesk.resources import resource
from rcdesk.ui.kit import moment
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.en_vivo import EnVivoScreen
from rcdesk.work.audiencias import ver_audiencia
from rcdesk.work.cola import contar_preguntas
from rcdesk.work.documentos import documento_acta
from rcdesk.work.intercambio import importar
from rcdesk.work.pantalla import ver_pantalla
from tests.bases import HOY, hearing_id, open_desk
from tests.lengths import LARGO
from tests.questions import listar_preguntas
from tests.reader import rest
from tests.running import TODAY
from tests.typing import type_text
from tests.ui.conftest import OpenWindow
from tests.ui.seen import CTRL, of, press
from tests.widgets import find

GOLDEN = Path(__file__).parents[2] / "../shared/golden/cali_2021.json"
EXAMPLE = resource("example", "ejemplo.json")
KEY = Qt.Key
_TURN = timedelta(minutes=4)
_WATCHING = (41, 70, 66, 52)


@pytest.fixture(params=["golden", "example"] if LARGO else ["example"])
def archivo(request: pytest.FixtureRequest) -> r.Archivo:
    """The hearing of the example and, in a long run, the real one of seed 004 if at hand: fourteen questions each."""
    path = GOLDEN if request.param == "golden" else EXAMPLE
    if not path.is_file():
        pytest.skip("../shared no está")
    read_file = read(path).archivo
    asked = tuple(said(question) for question in read_file.audiencias[0].preguntas)
    kept = replace(read_file, audiencias=(replace(read_file.audiencias[0], preguntas=asked),))
    if request.param == "golden":  # all that the real acta prints of its questions is typed here
        assert table(kept, kept.audiencias[0]) == table(read_file, read_file.audiencias[0])
    return kept


def said(question: r.Pregunta) -> r.Pregunta:
    """What is typed of a question on the day: not what was filed, reworded, sent or promised afterwards."""
    text = question.respuesta.texto if question.respuesta else None
    answer = r.Respuesta(texto=text, modo="en_vivo")
    return replace(question, radicados=(), texto_editado=None, respuesta=answer, compromiso=None)


@pytest.fixture
def base(archivo: r.Archivo, tmp_path: Path) -> Path:
    """A base where that hearing has been called and nobody has asked yet."""
    hearing = archivo.audiencias[0]
    first = replace(
        hearing,
        preguntas=(),
        compromisos=(),
        metricas_virtuales=(),
        estado="convocada",
        fecha=r.Fecha(TODAY),
        hora_inicio=None,
        hora_fin=None,
    )
    folder = tmp_path / "Audiencia.rcdesk"
    desk = open_desk(folder)
    desk.do(importar, archivo=replace(archivo, audiencias=(first,)))
    desk.close()
    return folder


@pytest.fixture
def window(open_window: OpenWindow, base: Path, archivo: r.Archivo, qtbot: QtBot) -> MainWindow:
    opened = open_window(base)
    qtbot.waitUntil(opened.isActiveWindow)
    opened.go("en_vivo", hearing_id(of(opened), archivo.audiencias[0].codigo))
    return opened


def test_fourteen_questions_are_captured_shown_and_answered_by_keyboard_alone(
    window: MainWindow, archivo: r.Archivo, qapp: QApplication, qtbot: QtBot
) -> None:
    hearing = archivo.audiencias[0]
    screen = find(window, EnVivoScreen, "pantalla_en_vivo")
    begin(window)
    known: set[str | None] = set()
    for place, question in enumerate(hearing.preguntas):
        moment.set_clock(qapp, lambda place=place: HOY + place * _TURN)  # type: ignore[misc]
        if place == 0:
            choose_channel(window)
        if place % 4 == 0:  # the point that begins, and how many are watching
            press(window, KEY.Key_PageDown, CTRL)
            note_viewers(window, _WATCHING[place // 4])
        capture(window, question, by_line=place % 2 == 0, known=known)
        known.add(question.tema)
        answer_aloud(window)
        if place % 2:  # the answer is written while the next one is being asked
            write_last_two(window, hearing.preguntas[place - 1 : place + 1])
    counts = of(window).ask(contar_preguntas, audiencia_id=screen.audiencia_id)
    assert (counts.preguntas, counts.respondidas, counts.falta_redactar) == (14, 14, 0)
    rows = of(window).ask(listar_preguntas, audiencia_id=screen.audiencia_id)
    assert [row.codigo for row in rows] == [f"P-{number:03}" for number in range(1, 15)]
    assert {row.canal for row in rows} == {"chat_en_vivo"}
    seen = of(window).ask(ver_pantalla, audiencia_id=screen.audiencia_id)
    assert seen.pregunta is not None and seen.pregunta.texto == hearing.preguntas[-1].texto
    finish(window, qtbot)
    text = acta_of(window, screen)
    assert rows_of(text) == table(archivo, hearing)
    assert "el número máximo de espectadores" in text.lower() and "70" in text


def here() -> QWidget:
    """What has the keys."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def begin(window: MainWindow) -> None:
    """Ctrl+K, «iniciar», Enter."""
    press(window, KEY.Key_K, CTRL)
    type_text(here(), "Iniciar la audiencia\n", gap=0)


def choose_channel(window: MainWindow) -> None:
    """F7, the first letters, Enter: it stays for all the others."""
    press(window, KEY.Key_F7)
    type_text(here(), "chat en vivo\n", gap=0)


def note_viewers(window: MainWindow, count: int) -> None:
    """Ctrl+E and how many: the platform is the one of the broadcast."""
    press(window, KEY.Key_E, CTRL)
    type_text(here(), f"{count}\n", gap=0)


def capture(window: MainWindow, question: r.Pregunta, *, by_line: bool, known: Set[str | None]) -> None:
    """Type it: who asks and about what in the line itself (Tab confirms who is not on the list), or with their keys."""
    name = question.autor.nombre if question.autor else "anónimo"
    if by_line:
        type_text(here(), f"{name}:", gap=0)
        if question.autor:
            press(window, KEY.Key_Tab)
        type_text(here(), f" {question.texto}", gap=0)
    else:
        type_text(here(), question.texto, gap=0)
        press(window, KEY.Key_F2)
        type_text(here(), f"{name}\n", gap=0)
    if by_line and question.tema in known:
        type_text(here(), f" #{question.tema}", gap=0)
    else:
        press(window, KEY.Key_F3)
        type_text(here(), f"{question.tema}\n", gap=0)
    press(window, KEY.Key_Return)


def answer_aloud(window: MainWindow) -> None:
    """Approve the last one, show it to the room, note that it was answered aloud, and come back to the line."""
    press(window, KEY.Key_Escape)
    press(window, KEY.Key_End)
    press(window, KEY.Key_A)
    press(window, KEY.Key_F5)
    press(window, KEY.Key_Space)
    press(window, KEY.Key_I)
    rest()  # an I may be the first of a cédula


def write_last_two(window: MainWindow, questions: Sequence[r.Pregunta]) -> None:
    """From the tray: the two answers that are owed, with what will be done."""
    press(window, KEY.Key_Escape)
    press(window, KEY.Key_Up)
    for question in questions:
        assert question.respuesta is not None and question.respuesta.texto is not None
        press(window, KEY.Key_F8)
        for letter in question.respuesta.texto:
            type_text(here(), letter, gap=0) if letter != "\n" else press(window, KEY.Key_Return)
        to_field(window, "pregunta_acciones_a_desarrollar")
        type_text(here(), f"{question.acciones_a_desarrollar}\n", gap=0)
        press(window, KEY.Key_Escape)
        press(window, KEY.Key_Escape)
        press(window, KEY.Key_Down)
    press(window, KEY.Key_I)
    rest()  # an I may be the first of a cédula


def to_field(window: MainWindow, name: str) -> None:
    """Tab until the keys are in that field."""
    for _ in range(20):
        if here().objectName() == name:
            return
        press(window, KEY.Key_Tab)
    pytest.fail(f"Tab never reaches {name}")


def finish(window: MainWindow, qtbot: QtBot) -> None:
    """F12, and the button that closes although something may be missing."""
    press(window, KEY.Key_F12)
    qtbot.waitUntil(lambda: find(window, QWidget, "cerrar_ahora").isVisible())
    for _ in range(40):
        if here().objectName() == "cerrar_ahora":
            break
        press(window, KEY.Key_Tab)
    press(window, KEY.Key_Space)
    row = of(window).ask(ver_audiencia, id=find(window, EnVivoScreen, "pantalla_en_vivo").audiencia_id)
    assert row is not None and row.estado == "cerrada"


def acta_of(window: MainWindow, screen: EnVivoScreen) -> str:
    """The acta of what was typed, as text."""
    desk = of(window)
    row = desk.ask(ver_audiencia, id=screen.audiencia_id)
    assert row is not None
    return to_text(desk.ask(documento_acta, codigo=row.codigo, evidencias=desk.folder))


def table(archivo: r.Archivo, hearing: r.Audiencia) -> list[str]:
    """The table of questions of the acta of the file."""
    return rows_of(to_text(acta(archivo, hearing, datos=b"{}")))


def rows_of(text: str) -> list[str]:
    """The lines of the table whose heading is that of the form."""
    lines = text.splitlines()
    start = lines.index("No. | PQRSD | Respuesta | Acciones a Desarrollar")
    return lines[start : lines.index("", start)]
