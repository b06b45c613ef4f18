"""Typing that never rests is kept, a huge paste is told and cut, and suggestions are found as people type them."""

import time

import pytest
from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rcdesk.ui.kit.chip import Chip, share
from rcdesk.ui.kit.fields import Field, Line, Text
from rcdesk.ui.kit.pause import Pause
from tests.typing import press, type_text
from tests.ui.kit.conftest import Show


def pasted(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def test_a_pause_comes_half_a_second_after_the_last_key(qtbot: QtBot, qapp: QObject) -> None:
    owner = QObject()
    pause = Pause(owner)
    start = time.monotonic()
    with qtbot.waitSignal(pause.timeout, timeout=2000):
        pause.note()
    assert time.monotonic() - start > 0.4


def test_a_pause_comes_though_the_keys_never_rest(qapp: QObject) -> None:
    owner, told = QObject(), list[float]()
    pause = Pause(owner)
    pause.timeout.connect(lambda: told.append(time.monotonic()))
    start = time.monotonic()
    while not told and time.monotonic() - start < 10:
        pause.note()
        QTest.qWait(30)
    pause.stop()
    assert told
    assert told[0] - start < 2.5  # it would never come: a slow machine only makes it late


def test_a_paste_too_long_is_cut_and_told_under_its_field(shown: Show) -> None:
    text = Text()
    field = Field("Respuesta", text)
    shown(field)
    type_text(text, "Antes ", gap=0)
    text.insertFromMimeData(pasted("palabra " * 125_000))
    assert len(text.value()) == 100_001  # one too many for the rule, so that it is never kept for the whole
    assert text.value().startswith("Antes palabra")
    assert field.error().startswith("Con lo que pegó serían 1.000.006 caracteres y el límite es 100.000")
    type_text(text, "x", gap=0)
    assert field.error() == ""


def test_a_paste_that_fits_is_whole_and_takes_the_place_of_what_was_selected(shown: Show) -> None:
    text = Text()
    field = Field("Respuesta", text)
    shown(field)
    text.insertFromMimeData(pasted("x" * 100_001))
    assert field.error() == ""
    text.selectAll()
    text.insertFromMimeData(pasted("<b>uno</b>\ndos"))
    assert (text.value(), field.error()) == ("<b>uno</b>\ndos", "")


@pytest.mark.parametrize("letters", ["x" * 1_000_000, "<b>" * 330_000, ("x" * 190 + " ") * 5_000, "línea\n" * 200_000])
def test_no_paste_freezes_the_window(shown: Show, letters: str) -> None:
    text = Text(lines=2, most=5)
    window = shown(text, width=840)
    start = time.thread_time()
    text.insertFromMimeData(pasted(letters))
    window.repaint()
    assert time.thread_time() - start < 0.4  # 0.04 on a calm machine; half a minute before


def test_a_line_takes_of_a_paste_one_letter_more_than_the_rule_admits(shown: Show) -> None:
    line = Line()
    line.set_suggestions([f"Nadie {n}" for n in range(5_000)])
    window = shown(line)
    line.setFocus()
    QGuiApplication.clipboard().setText("palabra " * 125_000)
    start = time.thread_time()
    press(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    window.repaint()
    assert time.thread_time() - start < 0.4  # 0.05 on a calm machine
    assert len(line.typed()) == 100_001
    assert line.is_unsaved()
    QGuiApplication.clipboard().clear()


def test_words_are_broken_as_usual_once_the_long_one_is_gone(shown: Show) -> None:
    text = Text()
    shown(text)
    text.retype("x" * 5_000)
    assert text.wordWrapMode() == QTextOption.WrapMode.WrapAnywhere
    text.set_value("")
    text.retype("dos palabras")
    assert text.wordWrapMode() == QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def test_suggestions_are_found_without_accents_and_in_any_order(shown: Show) -> None:
    line = Line()
    line.set_suggestions(["Marleny Ocoró Viáfara", "Ana Gómez", *(f"Nadie {n}" for n in range(200))])
    shown(line)
    line.setFocus()
    for typed, offered in (("viafara mar", ["Marleny Ocoró Viáfara"]), ("zzz", []), ("GÓM", ["Ana Gómez"])):
        line.set_value("")
        type_text(line, typed, gap=0)
        model = line.completer().model()
        assert [model.index(row, 0).data() for row in range(model.rowCount())] == offered
    line.set_value("")
    type_text(line, "nadie", gap=0)
    assert 10 < line.completer().model().rowCount() < 100  # one more letter is quicker than reading the next


def test_chips_too_many_for_their_row_take_from_the_longest_words_and_never_from_a_note(qapp: QObject) -> None:
    chips = [Chip(name, "user", "F2") for name in ("Autor", "Tema", "Dependencia", "Canal")]
    chips[0].set_value("Rosa Elvira Quiñones", note="Provisional", icon="user-plus")
    chips[3].set_value("Formulario en la sala")
    assert chips[0].accessibleName() == "Autor: Rosa Elvira Quiñones, provisional"
    whole = [chip.sizeHint().width() for chip in chips]
    share(chips, sum(whole) - 60)
    given = [chip.width() for chip in chips]
    assert sum(whole) - 70 < sum(given) <= sum(whole) - 60
    assert given[1:3] == whole[1:3]
    assert abs((whole[0] - given[0]) - (whole[3] - given[3])) <= 2
    share(chips, 10_000)
    assert [chip.width() for chip in chips] == whole
