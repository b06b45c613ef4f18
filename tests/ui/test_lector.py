"""A reader at the door: who was read is shown and let in by a person; what a cédula says besides is nowhere."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from rcdesk.domain.codigos import codigo_de
from rcdesk.store.schema import JOURNALED
from rcdesk.ui.kit.dialog import ask_reason
from rcdesk.ui.kit.fields import Check
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.scanner import PATIENT, scanner_of
from rcdesk.ui.screens.registro import RegistroScreen
from rcdesk.ui.status import StatusLine
from rcdesk.work.caracterizacion import pedir_campos
from rcdesk.work.hojas import preparar_hojas
from tests import readings
from tests.reader import rest, send
from tests.typing import type_text
from tests.widgets import find, here

JULIAN = "1144020318"  # on the list, and not in yet
_S = JOURNALED["asistentes"].c


@pytest.fixture
def window(at_the_door: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    """The main window on Registro of the hearing that is being prepared, with people in."""
    qtbot.waitUntil(lambda: scanner_of(at_the_door) is not None)
    yield at_the_door
    scanner = scanner_of(at_the_door)
    assert scanner is not None
    scanner.probe(False)


@pytest.fixture
def screen(window: MainWindow) -> RegistroScreen:
    return find(window, RegistroScreen)


def stored(screen: RegistroScreen, numero: str) -> list[tuple[object, ...]]:
    """Who has that document in the base: name, hour, sex and ages, how they were let in."""
    wanted = (
        _S.nombre,
        _S.hora_llegada,
        _S.enfoque_diferencial_genero,
        _S.enfoque_diferencial_rango_edad,
        _S.documento_tipo,
    )
    query = select(*wanted).where(_S.audiencia_id == screen.audiencia_id, _S.documento_numero == numero)
    return screen.desk.ask(lambda connection: [tuple(row) for row in connection.execute(query)])


def key_of(screen: RegistroScreen, numero: str) -> str:
    query = select(_S.id).where(_S.audiencia_id == screen.audiencia_id, _S.documento_numero == numero)
    return str(screen.desk.ask(lambda connection: connection.scalars(query).one()))


def text_of(window: QWidget, name: str) -> str:
    return find(window, PlainLabel, name).text()


def press(key: Qt.Key) -> None:
    window = here().window().windowHandle()
    QTest.keyClick(window, key)


def card(window: MainWindow) -> str:
    return find(window, QWidget, "leido").accessibleName()


def active_dialog(qtbot: QtBot) -> QWidget:
    """The dialog that has just opened, once it has the keys."""
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is dialog.windowHandle())
    return dialog


def test_who_is_on_the_list_is_shown_and_comes_in_only_when_a_person_says_so(
    window: MainWindow, screen: RegistroScreen
) -> None:
    """With the name that was chosen, in one step, and with what the entity asks and nothing more."""
    other = readings.new(JULIAN, apellidos="ZULUAGA PENA", nombres="JULIAN A", sexo="M")
    send(window, other + "\r")
    assert stored(screen, JULIAN)[0][1] is None
    assert card(window) == "Cédula leída, está en la lista: Julián A Zuluaga Peña. JAC Los Almendros"
    rest(PATIENT + 60)  # an Enter that comes at once is the reader's
    press(Qt.Key.Key_2)
    assert text_of(window, "leido_nombre") == "Julián Andrés Zuluaga Peña"
    press(Qt.Key.Key_S)
    press(Qt.Key.Key_Return)
    kept = ("Julián Andrés Zuluaga Peña", "10:41", "Masculino", "29 a 59", "CC")
    assert stored(screen, JULIAN) == [kept]
    assert text_of(window, "ultimo_nombre") == kept[0]
    window.undoing.undo()
    assert stored(screen, JULIAN) == [(kept[0], None, None, None, "CC")]

    screen.desk.do(pedir_campos, campos=["etnia"])
    send(window, other)
    rest(PATIENT + 60)
    press(Qt.Key.Key_Return)
    assert stored(screen, JULIAN) == [("Julián A Zuluaga Peña", "10:41", None, None, "CC")]
    step = screen.desk.undo_step
    send(window, readings.new(JULIAN, apellidos="ZULUAGA PENA", nombres="JULIAN A"))
    assert find(window, QWidget, "ya_estaba").isVisible()
    assert screen.desk.undo_step == step


def test_a_card_brings_its_person_a_sheet_its_rows_and_a_strange_card_nobody(
    window: MainWindow, screen: RegistroScreen
) -> None:
    code = codigo_de("asistente", key_of(screen, JULIAN))
    send(window, code)
    rest(PATIENT + 60)
    assert stored(screen, JULIAN)[0][1] is None and card(window).startswith("Tarjeta leída, está en la lista: Julián")
    press(Qt.Key.Key_Escape)
    assert not find(window, QWidget, "leido").isVisible()
    send(window, code)
    find(window, Check, "tarjeta_directa").click()
    send(window, code)
    assert stored(screen, JULIAN)[0][1] == "10:41"
    screen.reader.switch_straight()
    send(window, codigo_de("persona", "01890a5d-ac96-774b-bcce-b302099a8057"))
    assert "No está en la lista" in find(window, QWidget, "revisar").accessibleName()
    sheet = screen.desk.do(preparar_hojas, audiencia_id=screen.audiencia_id, cuantas=1, renglones=10)[0]
    send(window, codigo_de("hoja", sheet))
    assert screen.folios.is_open


def test_a_garbled_reading_keeps_nothing_counts_itself_and_offers_to_try_the_reader(
    window: MainWindow, screen: RegistroScreen, qtbot: QtBot
) -> None:
    step = screen.desk.undo_step
    for times in ("Primera", "Segunda"):
        send(window, readings.yellow()[:60])
        rest(PATIENT + 60)
        assert text_of(window, "lecturas_fallidas") == f"{times} lectura fallida en este puesto hoy"
    assert "60 letras" in text_of(window, "no_se_leyo_detalle") and screen.desk.undo_step == step
    seen: list[str] = []

    def try_it() -> None:
        dialog = active_dialog(qtbot)
        send(dialog, readings.new() + "\r", 7)
        rest(PATIENT + 60)
        seen.extend((text_of(dialog, "prueba_veredicto"), text_of(dialog, "prueba_detalle")))
        press(Qt.Key.Key_Escape)

    QTimer.singleShot(0, try_it)
    screen.reader.probe()
    assert seen[0] == "Una cédula digital: se lee bien"
    assert "90 letras, una cada 7 milésimas" in seen[1] and "Termina en Enter" in seen[1]
    type_text(screen.door.box.line, "zul")
    assert not find(window, QWidget, "no_se_leyo").isVisible()


def test_elsewhere_it_is_told_and_waits_for_registro_and_what_was_half_typed_is_untouched(
    window: MainWindow, screen: RegistroScreen, qtbot: QtBot
) -> None:
    window.go("en_vivo")
    line = here()
    type_text(line, "¿Cuándo reparan")
    send(window, readings.new(JULIAN, apellidos="ZULUAGA PENA", nombres="JULIAN ANDRES", sexo="M") + "\r")
    assert here() is line and isinstance(line, QPlainTextEdit) and line.toPlainText() == "¿Cuándo reparan"
    assert find(window, StatusLine).text() == "Cédula leída: lo espera en Registro."
    assert stored(screen, JULIAN)[0][1] is None
    window.go("registro")
    rest(30)
    assert card(window) == "Cédula leída, está en la lista: Julián Andrés Zuluaga Peña. JAC Los Almendros"
    assert not find(window, QWidget, "que_nombre_queda").isVisible()  # but for accents it is the same

    screen.door.new_person()
    type_text(find(window, QWidget, "nombre"), "Maricel Balanta", gap=0)
    send(window, readings.yellow("31900415"))
    rest(PATIENT + 60)
    assert screen.door.newcomer.name() == "Maricel Balanta"
    assert "no está en la lista" in screen.banner.text()
    send(window, readings.new(JULIAN, apellidos="ZULUAGA PENA", nombres="JULIAN ANDRES"))
    rest(PATIENT + 60)
    press(Qt.Key.Key_Return)
    assert stored(screen, JULIAN)[0][1] == "10:41"
    assert screen.door.newcomer.isVisible() and screen.door.newcomer.name() == "Maricel Balanta"

    def read() -> None:
        dialog = active_dialog(qtbot)
        type_text(here(), "Se equivocó")
        send(dialog, readings.new() + "\r")
        rest(PATIENT + 60)
        assert dialog.isVisible()
        press(Qt.Key.Key_Return)

    QTimer.singleShot(0, read)
    assert ask_reason(window, "Anular", "¿Por qué?") == "Se equivocó"
    assert find(window, StatusLine).text() == "Cédula leída: cierre primero esta ventana y pásela otra vez."


@pytest.fixture
def every_file(window: MainWindow, tmp_path: Path) -> Callable[[], dict[str, bytes]]:
    """Return a function that reads every file of this test: the base, its log, its mirror, copies, preferences."""
    return lambda: {str(path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


def test_no_file_holds_what_a_cedula_says_besides(
    window: MainWindow, screen: RegistroScreen, every_file: Callable[[], dict[str, bytes]]
) -> None:
    """The document read is in the base: a search that found nothing at all would prove nothing."""
    for typed in (
        readings.yellow("31900415", ("BALANTA", "MINA", "ROSA", "ELVIRA"), nacimiento=date(1961, 3, 2)),
        readings.yellow("31900416", ("CUERO", "", "LUZ", ""), filler="\0", nacimiento=date(1961, 3, 2)) + "\r",
    ):
        send(window, typed, 3)
        rest(PATIENT + 60)
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_S)
        press(Qt.Key.Key_Return)
    send(window, readings.yellow("31900417")[:60])
    rest(PATIENT + 60)
    assert stored(screen, "31900415") == [("Rosa Elvira Balanta Mina", "10:41", "Femenino", "60 o más", "CC")]
    assert stored(screen, "31900416") == [("Luz Cuero", "10:41", "Femenino", "60 o más", "CC")]
    screen.desk.backup()
    before = every_file()
    window.close()
    for files in (before, every_file()):
        assert any(name.endswith(".jsonl") for name in files) and any("copias" in name for name in files)
        assert any(b"31900415" in data for data in files.values())
        for mark in (*readings.BURIED, "1961-03-02", "19610302", "31900417"):
            forms = (mark.encode(), mark.encode("utf-16-le"))
            assert [name for name, data in files.items() if any(form in data for form in forms)] == [], mark
