"""The window as a person uses it: places, hearings, undo that says where, search, keys, themes, bases."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from rcdesk.domain.errors import StoreError
from rcdesk.ui.commands import COMMANDS
from rcdesk.ui.finder import key_groups
from rcdesk.ui.kit.keys import KeySheet
from rcdesk.ui.kit.palette import Palette
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.stamp import Stamp
from rcdesk.ui.kit.theme import look
from rcdesk.ui.places import PLACES, RAIL, TAB_IDS, TABS
from rcdesk.ui.screens.audiencias import AudienciasScreen
from rcdesk.ui.screens.cronograma import CronogramaScreen
from rcdesk.work.audiencias import crear_audiencia, listar_audiencias, ver_audiencia
from rcdesk.work.lineas import agregar
from rcdesk.work.planes import listar_planes
from tests.bases import PRIMERA, SEGUNDA, hearing_id, open_desk
from tests.typing import type_text
from tests.ui.conftest import OpenWindow
from tests.ui.seen import CTRL, in_sight, of, press, said
from tests.widgets import find


def test_only_places_with_a_screen_are_shown(open_window: OpenWindow) -> None:
    window = open_window()
    shown = {button.objectName() for button in window.findChildren(QWidget) if button.objectName().startswith("lugar_")}
    assert shown == {f"lugar_{place.id}" for place in RAIL}


def test_the_header_says_which_hearing_is_open_and_its_state(open_window: OpenWindow, example: Path) -> None:
    window = open_window(example)
    window.go(TABS[0].id, hearing_id(of(window), SEGUNDA))
    assert find(window, PlainLabel, "nombre_de_la_audiencia").text().startswith("Segunda audiencia")
    assert find(window, QWidget, "estado_de_la_audiencia").accessibleName() == "Planeada"
    window.hearing.convene()
    assert find(window, QWidget, "estado_de_la_audiencia").accessibleName() == "Convocada"
    assert "quedó convocada" in said(window)
    press(window, Qt.Key.Key_Z, CTRL)
    assert find(window, QWidget, "estado_de_la_audiencia").accessibleName() == "Planeada"


def test_undoing_the_creation_of_the_open_hearing_leaves_its_tabs(open_window: OpenWindow, example: Path) -> None:
    window = open_window(example)
    made = of(window).do(crear_audiencia, valores={"codigo": "rdc-2026-9", "nombre": "De más"})
    window.go(TABS[0].id, made)
    press(window, Qt.Key.Key_Z, CTRL)
    assert in_sight(window) == "audiencias"


def test_a_running_hearing_lights_the_lamp_of_the_rail(open_window: OpenWindow, example: Path) -> None:
    window = open_window(example)
    window.hearing.open(hearing_id(of(window), SEGUNDA))
    window.hearing.start()
    lamp = find(window, QWidget, "lugar_audiencias")
    assert lamp.accessibleDescription() == "en vivo"
    window.hearing.finish()
    assert lamp.accessibleDescription() == ""


def test_ctrl_z_says_what_was_undone_and_ctrl_y_does_it_again(open_window: OpenWindow, example: Path) -> None:
    window = open_window(example)
    window.go("audiencias")
    of(window).do(crear_audiencia, valores={"codigo": "rdc-2026-9", "nombre": "Novena"})
    press(window, Qt.Key.Key_Z, CTRL)
    assert said(window) == "Deshecho: Crear audiencia. Ctrl Y lo rehace."
    assert len(of(window).ask(listar_audiencias)) == 2
    press(window, Qt.Key.Key_Y, CTRL)
    assert said(window) == "Rehecho: Crear audiencia. Ctrl Z lo deshace."
    assert len(of(window).ask(listar_audiencias)) == 3
    press(window, Qt.Key.Key_Z, CTRL)
    press(window, Qt.Key.Key_Z, CTRL)
    assert said(window) == "No hay nada que deshacer."


def test_a_step_of_a_hearing_that_is_not_in_sight_is_named_before_it_is_undone(
    open_window: OpenWindow, example: Path
) -> None:
    window = open_window(example)
    first = hearing_id(of(window), PRIMERA)
    of(window).do(agregar["puntos"], valores={"titulo": "Un punto más"}, audiencia_id=first)
    window.go("inicio")
    press(window, Qt.Key.Key_Z, CTRL)
    assert said(window).startswith(
        "Ctrl Z otra vez para deshacer «Agregar punto del orden del día», que fue en «Primera"
    )
    assert of(window).undo_step is not None
    window.go("inicio")
    press(window, Qt.Key.Key_Z, CTRL)
    assert of(window).undo_step is not None, "having gone elsewhere, it must be named again"
    press(window, Qt.Key.Key_Z, CTRL)
    assert said(window).startswith("Deshecho: Agregar punto del orden del día, en «Primera audiencia")
    assert of(window).undo_step is None


def test_typing_in_a_field_is_undone_before_the_last_action(open_window: OpenWindow, example: Path) -> None:
    window = open_window(example)
    window.go("audiencias")
    of(window).do(crear_audiencia, valores={"codigo": "rdc-2026-9", "nombre": "Novena"})
    field = find(window, QLineEdit, "buscar_audiencia")
    field.setFocus()
    type_text(field, "nov")
    press(window, Qt.Key.Key_Z, CTRL)
    assert of(window).undo_step is not None
    assert field.text() != "nov"


def test_the_stamp_says_when_the_last_change_was_saved(open_window: OpenWindow, example: Path) -> None:
    window = open_window(example)
    of(window).do(crear_audiencia, valores={"codigo": "rdc-2026-9", "nombre": "Novena"})
    assert find(window, Stamp, "sello_guardado").text() == "Guardado 10:41:07"


def test_what_could_not_be_saved_is_said_in_the_stamp_until_something_is(
    open_window: OpenWindow, example: Path
) -> None:
    window = open_window(example)
    window.go("audiencias")
    screen = find(window, AudienciasScreen)
    with screen.attempt():
        raise StoreError("El disco está lleno.")
    assert find(window, Stamp, "sello_guardado").text() == "Sin guardar"
    of(window).do(crear_audiencia, valores={"codigo": "rdc-2026-9", "nombre": "Novena"})
    assert find(window, Stamp, "sello_guardado").text() == "Guardado 10:41:07"


def test_a_copy_is_made_off_the_gui_thread_and_its_age_is_told(
    open_window: OpenWindow, example: Path, qtbot: QtBot
) -> None:
    window = open_window(example)
    stamp = find(window, Stamp, "sello_copia")
    assert stamp.text() == "Copia todavía ninguna"
    window.bases.back_up()
    qtbot.waitUntil(lambda: stamp.text() == "Copia ahora")
    assert len(list((example / "copias").glob("datos-*.db"))) == 1


def test_while_a_hearing_runs_a_copy_is_made_every_ten_minutes(
    open_window: OpenWindow, example: Path, qtbot: QtBot
) -> None:
    window = open_window(example)
    window.bases.each_minute()
    assert not list((example / "copias").glob("datos-*.db")), "nothing runs yet"
    window.hearing.open(hearing_id(of(window), SEGUNDA))
    window.hearing.start()
    window.bases.each_minute()
    qtbot.waitUntil(lambda: len(list((example / "copias").glob("datos-*.json"))) == 1)
    window.bases.each_minute()
    qtbot.wait(50)
    assert len(list((example / "copias").glob("datos-*.json"))) == 1


def test_closing_makes_a_copy_of_what_changed_and_releases_the_base(open_window: OpenWindow, example: Path) -> None:
    window = open_window(example)
    of(window).do(crear_audiencia, valores={"codigo": "rdc-2026-9", "nombre": "Novena"})
    window.close()
    assert len(list((example / "copias").glob("datos-*.db"))) == 1
    again = open_desk(example)
    assert len(again.ask(listar_audiencias)) == 3
    again.close()


def test_ctrl_k_finds_without_minding_accents_and_goes_there(open_window: OpenWindow, example: Path) -> None:
    window = open_window(example)
    press(window, Qt.Key.Key_K, CTRL)
    palette = find(window, Palette)
    type_text(palette.line, "rendicion segunda")
    entry = palette.found()[0]
    assert entry.title.startswith("Segunda audiencia de rendición")
    type_text(palette.line, "\n")
    assert window.hearing.name.startswith("Segunda")


@pytest.mark.parametrize(
    ("typed", "group", "place"),
    [
        ("consejos de seguridad", "Preguntas", "en_vivo"),
        ("patricia elena morantes", "Personas y organizaciones", "registro"),
        ("segunda interprete", "Compromisos", "compromisos"),
        ("mesas de dialogo", "Actividades", "cronograma"),
    ],
)
def test_what_the_palette_finds_is_opened_where_it_lives(
    open_window: OpenWindow, example: Path, typed: str, group: str, place: str
) -> None:
    window = open_window(example)
    window.finder.find()
    palette = find(window, Palette)
    type_text(palette.line, typed)
    entry = next(entry for entry in palette.found() if entry.group == group)
    palette.close_panel()
    entry.run()
    assert in_sight(window) == place


def test_the_palette_offers_the_commands_that_can_be_asked_for_now(open_window: OpenWindow, example: Path) -> None:
    window = open_window(example)
    press(window, Qt.Key.Key_K, CTRL)
    palette = find(window, Palette)
    titles = [entry.title for entry in palette.found()]
    assert "Nueva audiencia" in titles
    assert "Ir a Audiencias" in titles
    assert "Cerrar la audiencia" not in titles
    palette.close_panel()


def test_the_palette_goes_to_a_part_of_the_acta(open_window: OpenWindow, example: Path) -> None:
    window = open_window(example, "acta")
    press(window, Qt.Key.Key_K, CTRL)
    palette = find(window, Palette)
    type_text(palette.line, "dofa")
    press(window, Qt.Key.Key_Return)
    assert in_sight(window) == "acta" and find(window, QWidget, "matriz_dofa").isVisible()


def test_no_shortcut_is_heard_under_an_open_panel(open_window: OpenWindow, example: Path, qtbot: QtBot) -> None:
    window = open_window(example)
    press(window, Qt.Key.Key_F1)
    sheet = find(window, KeySheet)
    assert sheet.isVisible()
    press(window, Qt.Key.Key_K, CTRL)
    assert window.findChild(Palette) is None
    with qtbot.waitSignal(sheet.closed):
        press(window, Qt.Key.Key_Escape)


def test_f1_shows_the_keys_of_the_place_in_sight(open_window: OpenWindow, example: Path) -> None:
    window = open_window(example)
    window.go("audiencias")
    press(window, Qt.Key.Key_F1)
    words = [label.text() for label in find(window, KeySheet).findChildren(PlainLabel)]
    assert "Teclas de Audiencias" in words
    assert {"Nueva audiencia", "Anular la audiencia, con motivo", "Deshacer"} <= set(words)


def test_f1_tells_apart_what_one_key_does_in_each_list() -> None:
    shown = dict(key_groups("en_vivo"))
    survey = dict(key_groups("encuesta"))
    for name in ("En un formulario en papel", "En las columnas de un archivo", "En las respuestas por agrupar"):
        keys = [command.keys for command in survey[name]]
        assert len(keys) == len(set(keys)) and keys
    for name in ("En vivo", "Marcha de la audiencia", "En la cola", "En las líneas de un chat"):
        keys = [command.keys for command in shown[name]]
        assert len(keys) == len(set(keys))
    assert {"M", "A", "Space", "Return"} <= {command.keys for command in shown["En la cola"]}
    told = {command.id for commands in shown.values() for command in commands}
    assert told >= {command.id for command in COMMANDS if command.place == "en_vivo" and command.keys}


def test_the_theme_and_the_text_size_change_at_once_and_are_remembered(open_window: OpenWindow, example: Path) -> None:
    window = open_window(example)
    window.dressing.oscuro()
    for _ in range(4):
        press(window, Qt.Key.Key_Plus, CTRL)
    assert (look().c.name, look().scale) == ("oscuro", 1.5)
    assert in_sight(window) == "inicio"
    for _ in range(9):
        press(window, Qt.Key.Key_Minus, CTRL)
    assert look().scale == 1.0
    window.close()
    again = open_window(example)
    assert again._keeper.now.tema == "oscuro"


def test_coming_back_to_a_place_finds_the_caret_where_it_was(
    open_window: OpenWindow, example: Path, qapp: QApplication
) -> None:
    window = open_window(example)
    window.go("audiencias")
    field = find(window, QLineEdit, "buscar_audiencia")
    field.setFocus()
    window.go("inicio")
    window.go("audiencias")
    assert qapp.focusWidget() is field


def test_what_a_citizen_wrote_is_shown_letter_by_letter(open_window: OpenWindow, example: Path) -> None:
    window = open_window(example)
    name = "<b>Audiencia</b> & <script>"
    made = of(window).do(crear_audiencia, valores={"codigo": "rdc-2026-9", "nombre": name, "fecha": "2026-11-20"})
    window.go("audiencias", made)
    assert find(window, PlainLabel, "nombre_elegida").text() == name
    row = of(window).ask(ver_audiencia, id=made)
    assert row is not None
    assert row.nombre == name


@pytest.mark.parametrize("place", PLACES)
def test_going_to_a_place_opens_no_other_window(
    open_window: OpenWindow, example: Path, qapp: QApplication, place: str
) -> None:
    window = open_window(example)
    shown = Shown()
    qapp.installEventFilter(shown)
    window.go(place, hearing_id(of(window), SEGUNDA) if place in TAB_IDS else "")
    qapp.removeEventFilter(shown)
    assert in_sight(window) == place
    assert shown.windows == []
    assert qapp.activeWindow() is window


class Shown(QObject):
    """Takes note of the windows that appear: a widget made visible before it has a place is one, for an instant."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def test_no_place_of_the_year_is_wider_than_a_small_laptop_at_any_text(open_window: OpenWindow, example: Path) -> None:
    window = open_window(example)
    while look().scale < 1.25:
        window.dressing.larger()
    for place in ("cronograma", "compromisos", "informes"):
        window.go(place)
        QApplication.processEvents()
        assert window.minimumSizeHint().width() <= 1366, place


def test_an_empty_queue_fits_a_small_laptop_at_the_largest_text(open_window: OpenWindow, example: Path) -> None:
    window = open_window(example)
    while look().scale < 2.0:
        window.dressing.larger()
    window.go("en_vivo", hearing_id(of(window), SEGUNDA))
    QApplication.processEvents()
    assert find(window, QWidget, "importar_preguntas").isVisible()
    assert window.minimumSizeHint().height() <= 768


def test_tab_reaches_what_stands_before_the_list_that_takes_the_keys_first(
    open_window: OpenWindow, example: Path
) -> None:
    window = open_window(example)
    window.go("compromisos")
    reached = set()
    for _ in range(24):
        focused = window.focusWidget()
        assert focused is not None
        reached.add(focused.objectName())
        press(window, Qt.Key.Key_Tab)
    assert {"lista_de_compromisos", "lugar_inicio", "contador_", "buscar_compromiso", "ver_compromisos"} <= reached


def test_a_grid_made_again_for_another_plan_has_its_keys_and_the_old_one_stops_nothing(
    open_window: OpenWindow, example: Path
) -> None:
    window = open_window(example)
    window.go("cronograma")
    screen = find(window, CronogramaScreen, "pantalla_cronograma")
    screen.look_at("indicadores")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for plan in of(window).ask(listar_planes):
        window.go("cronograma", plan.id)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        grid = find(window, QWidget, "tabla_indicadores")
        assert "cronograma.avance_en_cifras" in {action.objectName() for action in grid.actions()}
    window.go("inicio")
