"""A whole hearing by keyboard alone, at the pace of the broadcast, which ends in the table that its acta prints."""

from __future__ import annotations

from collections.abc import Sequence
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
from tests.bases import HOY, hearing_id, open_desk
from tests.questions import listar_preguntas
from tests.running import TODAY
from tests.typing import type_text
from tests.ui.conftest import OpenWindow
from tests.ui.seen import CTRL, of, press
from tests.widgets import find

GOLDEN = Path(__file__).parents[2] / "../shared/golden/cali_2021.json"
EXAMPLE = resource("example", "ejemplo.json")
KEY = Qt.Key
_TURN = timedelta(minutes=4)


@pytest.fixture(params=["golden", "example"])
def archivo(request: pytest.FixtureRequest) -> r.Archivo:
    """The real hearing of seed 004 when it is at hand, and always the one of the example: fourteen questions each."""
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
        hearing, preguntas=(), compromisos=(), estado="convocada", fecha=r.Fecha(TODAY), hora_inicio=None, hora_fin=None
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
    for place, question in enumerate(hearing.preguntas):
        moment.set_clock(qapp, lambda place=place: HOY + place * _TURN)  # type: ignore[misc]
        capture(window, question, first=place == 0)
        answer_aloud(window)
        if place % 2:  # the answer is written while the next one is being asked
            write_last_two(window, hearing.preguntas[place - 1 : place + 1])
    counts = of(window).ask(contar_preguntas, audiencia_id=screen.audiencia_id)
    assert (counts.preguntas, counts.respondidas, counts.falta_redactar) == (14, 14, 0)
    finish(window, qtbot)
    assert table_of(window, screen) == table(archivo, hearing)


def here() -> QWidget:
    """What has the keys."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def begin(window: MainWindow) -> None:
    """Ctrl+K, «iniciar», Enter."""
    press(window, KEY.Key_K, CTRL)
    type_text(here(), "Iniciar la audiencia\n", gap=0)


def capture(window: MainWindow, question: r.Pregunta, *, first: bool) -> None:
    """Type it with its asker before it; the topic with its key; the channel once, for it stays."""
    name = question.autor.nombre if question.autor else "anónimo"
    type_text(here(), question.texto, gap=0)
    press(window, KEY.Key_F2)
    type_text(here(), f"{name}\n", gap=0)
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


def table_of(window: MainWindow, screen: EnVivoScreen) -> list[str]:
    """The table of questions of the acta of what was typed."""
    desk = of(window)
    assert len(desk.ask(listar_preguntas, audiencia_id=screen.audiencia_id)) == 14
    row = desk.ask(ver_audiencia, id=screen.audiencia_id)
    assert row is not None
    return rows_of(to_text(desk.ask(documento_acta, codigo=row.codigo, evidencias=desk.folder)))


def table(archivo: r.Archivo, hearing: r.Audiencia) -> list[str]:
    """The table of questions of the acta of the file."""
    return rows_of(to_text(acta(archivo, hearing, datos=b"{}")))


def rows_of(text: str) -> list[str]:
    """The lines of the table whose heading is that of the form."""
    lines = text.splitlines()
    start = lines.index("No. | PQRSD | Respuesta | Acciones a Desarrollar")
    return lines[start : lines.index("", start)]
