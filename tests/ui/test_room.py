"""The moderator shows, stages and blanks with one key each; nothing that happens to a screen touches the work."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, qRgb
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import select

from rcdesk.app.desk import Desk
from rcdesk.app.preferences import Keeper
from rcdesk.store.evidence import store_evidence
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.ui.kit.fields import Choice, Field, Line, Text
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.room import places
from rcdesk.ui.room.windows import RoomWindow
from rcdesk.ui.screens.en_vivo import EnVivoScreen
from rcdesk.ui.screens.en_vivo.looks import state
from rcdesk.work import action
from rcdesk.work.marcha import pasar_al_siguiente
from rcdesk.work.pantalla import PantallaView, ver_pantalla
from rcdesk.work.preguntas import anular_pregunta, corregir_pregunta
from rcdesk.work.proyeccion import mostrar_lamina
from tests.running import QUESTIONS
from tests.typing import press, type_text
from tests.ui.conftest import OpenWindow
from tests.widgets import find, here

KEY, MODIFIER = Qt.Key, Qt.KeyboardModifier
SHIFT, CTRL = MODIFIER.ShiftModifier, MODIFIER.ControlModifier


@action("Poner logo")
def _with_logo(unit: Unit, *, ruta: str, sha256: str) -> None:
    unit.insert("adjuntos", [{"ruta": ruta, "sha256": sha256, "octetos": 1, "orden": "z"}])
    key = unit.connection.scalar(select(JOURNALED["entidades"].c.id))
    unit.update("entidades", str(key), logo=ruta)


@pytest.fixture
def window(open_window: OpenWindow, on_air: Path) -> MainWindow:
    """En vivo, with the hearing on air and questions in every state."""
    return open_window(on_air, "en_vivo")


@pytest.fixture
def screen(window: MainWindow) -> EnVivoScreen:
    return find(window, EnVivoScreen)


@pytest.fixture
def desk(screen: EnVivoScreen) -> Desk:
    return screen.desk


def in_force(screen: EnVivoScreen) -> PantallaView:
    return screen.desk.ask(ver_pantalla, audiencia_id=screen.audiencia_id)


def shown_code(screen: EnVivoScreen) -> str:
    shown = in_force(screen).pregunta
    return shown.codigo if shown is not None else ""


def key(which: Qt.Key, modifiers: Qt.KeyboardModifier = MODIFIER.NoModifier) -> None:
    """Press a key where the keys are, as a shortcut of the window or of the list that has them."""
    from PySide6.QtTest import QTest

    QTest.keyClick(here(), which, modifiers)


def choose(screen: EnVivoScreen, number: int) -> None:
    screen.to_queue()
    screen.queue.table.setCurrentIndex(screen.queue.table.model().index(number - 1, 0))


def open_room(window: MainWindow, screen: EnVivoScreen, kind: places.Kind = "proyector") -> RoomWindow:
    window.room.show_hearing(screen.desk, screen.audiencia_id)
    window.room.open(kind)
    for _ in range(20):  # offscreen, whatever is shown takes the keys, until they are given back
        QApplication.processEvents()
    assert window.isActiveWindow()
    return room_window(kind)


def room_window(kind: str) -> RoomWindow:
    return next(
        w for w in QApplication.topLevelWidgets() if isinstance(w, RoomWindow) and w.objectName() == f"ventana_{kind}"
    )


def rooms_open() -> list[str]:
    return [w.objectName() for w in QApplication.topLevelWidgets() if isinstance(w, RoomWindow) and w.isVisible()]


def said(shown: RoomWindow) -> str:
    """What is painted in a window of the room."""
    shown.grab()
    return shown.accessibleDescription()


def status(window: MainWindow) -> str:
    return find(window, QWidget, "mensaje_de_estado").property("text") or ""


def test_each_key_does_one_thing_with_the_question_in_hand(screen: EnVivoScreen) -> None:
    choose(screen, 4)
    key(KEY.Key_F5)
    assert shown_code(screen) == "P-004"
    choose(screen, 5)
    key(KEY.Key_Return)
    assert shown_code(screen) == "P-005"
    choose(screen, 7)
    key(KEY.Key_F5, CTRL)
    assert getattr(in_force(screen).siguiente, "codigo", "") == "P-007"
    assert shown_code(screen) == "P-005"
    key(KEY.Key_F5, CTRL | SHIFT)
    assert shown_code(screen) == "P-007"
    key(KEY.Key_F5, SHIFT)
    assert in_force(screen).tipo == "nada"
    key(KEY.Key_Z, CTRL)
    assert shown_code(screen) == "P-007"


def test_f5_projects_while_a_question_is_being_typed_and_the_typing_stays(screen: EnVivoScreen) -> None:
    choose(screen, 4)
    screen.to_capture()
    type_text(here(), "¿Y la vía")
    key(KEY.Key_F5)
    assert shown_code(screen) == "P-004"
    assert screen.capture.line.value() == "¿Y la vía"
    assert here() is screen.capture.line


def test_what_is_on_the_screen_stays_in_hand_while_others_are_captured(screen: EnVivoScreen) -> None:
    choose(screen, 4)
    screen.to_capture()
    key(KEY.Key_F5)
    type_text(here(), "¿Y la vía?\n")
    assert screen.hand.vista is not None and screen.hand.vista.codigo == "P-004"
    key(KEY.Key_Return, CTRL)  # the answer that was heard is that of the question that everybody read
    assert screen.hand.vista.estado == "respondida"
    key(KEY.Key_F5, CTRL | SHIFT)
    assert screen.hand.vista.codigo == shown_code(screen) != "P-004"


def test_what_is_not_approved_is_refused_in_words_and_nothing_changes(screen: EnVivoScreen) -> None:
    choose(screen, 4)
    key(KEY.Key_F5)
    choose(screen, 8)
    key(KEY.Key_F5)
    assert "P-008 no está aprobada" in screen.banner.accessibleName() + screen.banner.text()
    assert shown_code(screen) == "P-004"


def test_with_no_window_it_is_kept_and_the_foot_says_how_to_open_it(window: MainWindow, screen: EnVivoScreen) -> None:
    choose(screen, 4)
    key(KEY.Key_F5)
    assert shown_code(screen) == "P-004"
    assert "F11 la abre" in status(window)
    assert "¿Por qué el plan" in said(open_room(window, screen))


def test_the_queue_the_pane_and_the_strip_say_what_is_on_the_screen(window: MainWindow, screen: EnVivoScreen) -> None:
    words = screen.air.strip.findChildren(QWidget)
    choose(screen, 4)
    key(KEY.Key_F5)
    model = screen.queue.model
    told = [state(model.row(model.index(place, 0))).word for place in range(model.rowCount())]
    assert [place for place, word in enumerate(told, 1) if word == "En pantalla"] == [4]
    assert screen.hand.vista is not None
    assert state(screen.hand.vista).word == "En pantalla"
    strip = [w.property("text") for w in words]
    assert "cerrado" in strip
    open_room(window, screen)
    assert "P-004" in [w.property("text") for w in words]
    key(KEY.Key_F5, SHIFT)
    assert "apagado" in [w.property("text") for w in words]


def test_the_windows_take_neither_the_keys_nor_the_focus(window: MainWindow, screen: EnVivoScreen) -> None:
    screen.to_capture()
    shown = open_room(window, screen)
    assert here() is screen.capture.line
    for which, text in ((KEY.Key_A, "a"), (KEY.Key_F5, ""), (KEY.Key_Return, "\r"), (KEY.Key_Escape, "")):
        assert press(shown, which, text=text)
    assert screen.capture.line.value() == ""
    assert in_force(screen).tipo == "nada"
    assert rooms_open() == ["ventana_proyector"]


def test_esc_takes_a_full_screen_back_to_a_window(window: MainWindow, screen: EnVivoScreen) -> None:
    window.room.choose("proyector", places.identity(window.screen()))
    shown = open_room(window, screen)
    assert shown.isFullScreen()
    press(shown, KEY.Key_Escape)
    assert (shown.isFullScreen(), shown.isVisible()) == (False, True)


def test_an_unplugged_screen_takes_nothing_with_it_and_comes_back(
    window: MainWindow, screen: EnVivoScreen, qapp: QApplication
) -> None:
    choose(screen, 4)
    key(KEY.Key_F5)
    plugged = window.screen()
    window.room.choose("proyector", places.identity(plugged))
    shown = open_room(window, screen)
    qapp.screenRemoved.emit(plugged)
    QApplication.processEvents()
    assert (shown.isMinimized(), window.isVisible()) == (True, True)
    assert "Se desconectó la pantalla" in status(window)
    assert shown_code(screen) == "P-004"
    qapp.screenAdded.emit(plugged)
    QApplication.processEvents()
    assert (shown.isFullScreen(), shown.isMinimized()) == (True, False)
    assert "Volvió la pantalla" in status(window)


def test_the_screen_chosen_is_remembered_by_its_make(window: MainWindow, screen: EnVivoScreen) -> None:
    key(KEY.Key_F11)
    choice = find(screen, Choice, "pantalla_de_proyector")
    assert choice.value() == places.WINDOW
    offered = [choice.itemData(place) for place in range(choice.count())]
    own = places.identity(QGuiApplication.primaryScreen())
    assert offered == [own, places.WINDOW]
    choice.set_value(own)
    choice.edited.emit()
    assert Keeper(window._keeper.path).now.proyector == own
    assert window.room.place("proyector") == own


def test_closing_the_window_of_the_work_closes_those_of_the_room(window: MainWindow, screen: EnVivoScreen) -> None:
    for kind in places.KINDS:
        open_room(window, screen, kind)
    assert sorted(rooms_open()) == ["ventana_proyector", "ventana_tarima"]
    window.close()
    assert rooms_open() == []


def test_closing_a_window_of_the_room_closes_nothing_else(window: MainWindow, screen: EnVivoScreen) -> None:
    open_room(window, screen).close()
    assert (rooms_open(), window.isVisible()) == ([], True)
    assert not window.room.is_open("proyector")
    open_room(window, screen)
    assert rooms_open() == ["ventana_proyector"]


def test_another_base_leaves_nothing_of_this_one_in_the_room(window: MainWindow, screen: EnVivoScreen) -> None:
    open_room(window, screen)
    window.open_own()
    assert rooms_open() == []


def test_the_room_sees_a_change_wherever_the_operator_is(window: MainWindow, screen: EnVivoScreen, desk: Desk) -> None:
    choose(screen, 5)
    key(KEY.Key_F5)
    shown = open_room(window, screen)
    vista = screen.hand.vista
    assert vista is not None
    window.go("acta", screen.audiencia_id)
    desk.do(corregir_pregunta, id=vista.id, valores={"texto_editado": "¿Cuándo llega la luz?"})
    assert "¿Cuándo llega la luz?" in said(shown)
    desk.do(anular_pregunta, id=vista.id, motivo="Retirada por quien la hizo")
    assert said(shown) == ""
    desk.undo()
    assert "¿Cuándo llega la luz?" in said(shown)


def test_a_theme_or_a_text_size_does_not_close_the_room(window: MainWindow, screen: EnVivoScreen) -> None:
    shown = open_room(window, screen)
    window.dressing.larger()
    window.dressing.oscuro()
    assert shown.isVisible()
    again = find(window, EnVivoScreen)
    choose(again, 4)
    key(KEY.Key_F5)
    assert "P-004" in said(shown)


def test_the_stage_sees_the_time_and_its_notice(window: MainWindow, screen: EnVivoScreen, desk: Desk) -> None:
    choose(screen, 4)
    key(KEY.Key_F5)
    stage, projector = open_room(window, screen, "tarima"), open_room(window, screen)
    desk.do(pasar_al_siguiente, audiencia_id=screen.audiencia_id)
    fill(screen, "aviso_tarima", "Más despacio, por la intérprete")
    press(here(), KEY.Key_Return, text="\r")
    words = said(stage)
    for part in (
        "P-004",
        QUESTIONS[3][0][:20],
        "Más despacio, por la intérprete",
        "10:41",
        "Cierra el bloque",
        "Sigue",
    ):
        assert part in words
    assert "Más despacio" not in said(projector)


def fill(screen: EnVivoScreen, name: str, text: str) -> Any:
    """Type in a field of the panel, opening it first."""
    if screen.projection.panel.isHidden():
        screen.projection.look()
    editor = screen.findChild(Text, name) or find(screen, Line, name)
    editor.setFocus()
    type_text(editor, text, gap=0)
    return editor


def test_a_message_and_who_speaks_are_typed_and_sent_with_enter(window: MainWindow, screen: EnVivoScreen) -> None:
    shown = open_room(window, screen)
    fill(screen, "mensaje", "Receso de <b>diez</b> minutos\n")
    assert "Receso de <b>diez</b> minutos" in said(shown)
    assert find(screen, Text, "mensaje").value() == ""
    fill(screen, "cintillo_nombre", "Nubia Arboleda")
    fill(screen, "cintillo_entidad", "Secretaría de Gobierno\n")
    assert "Nubia Arboleda\nSecretaría de Gobierno" in said(shown)
    find(screen, QWidget, "quitar_cintillo").click()  # type: ignore[attr-defined]
    assert "Nubia" not in said(shown)


def test_what_cannot_be_read_from_afar_is_said_beside_its_field(screen: EnVivoScreen) -> None:
    editor = fill(screen, "cintillo_nombre", "N" * 61)
    press(editor, KEY.Key_Return, text="\r")
    around = Field.around(editor)
    assert around is not None
    assert "quite 1" in around.error()
    assert editor.typed() == "N" * 61
    assert in_force(screen).cintillo is None


def test_half_a_message_is_there_when_one_comes_back(
    window: MainWindow, screen: EnVivoScreen, open_window: OpenWindow, on_air: Path
) -> None:
    fill(screen, "mensaje", "En cinco minutos")
    fill(screen, "aviso_tarima", "Agua")
    window.close()
    again = open_window(on_air, "en_vivo")
    back = find(again, EnVivoScreen)
    back.projection.look()
    assert find(back, Text, "mensaje").value() == "En cinco minutos"
    assert find(back, Line, "aviso_tarima").typed() == "Agua"


@pytest.mark.parametrize(("wide", "high", "drawn"), [(400, 200, True), (9_000, 6_000, False)])
def test_the_logo_of_the_entity_is_drawn_unless_it_would_take_the_memory(
    window: MainWindow, screen: EnVivoScreen, desk: Desk, tmp_path: Path, wide: int, high: int, drawn: bool
) -> None:
    image = QImage(wide, high, QImage.Format.Format_Mono)
    image.fill(1)
    image.setColorTable([qRgb(200, 20, 60), qRgb(200, 20, 60)])
    assert image.save(str(tmp_path / "logo.png"))
    shown = open_room(window, screen)
    shown.resize(1920, 1080)
    screen.projection.send(mostrar_lamina, audiencia_id=screen.audiencia_id, lamina="logos")
    desk.do(_with_logo, ruta="figuras/logo.png", sha256=store_evidence(desk.folder, tmp_path / "logo.png"))
    sheet = shown.grab().toImage()
    red = QColor(200, 20, 60).name()
    assert any(sheet.pixelColor(x, y).name() == red for x in range(0, 1900, 40) for y in range(0, 1000, 40)) == drawn
    assert "Alcaldía" in said(shown)
