"""Preparación is typed field by field; what is typed is in the base, and is taken back from it."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.ui.kit import theme
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.check import Check
from rcdesk.ui.kit.fields import Choice, Line, Segmented, Text
from rcdesk.ui.screens.preparacion import PreparacionScreen
from rcdesk.ui.screens.preparacion.lines import LinesTable
from rcdesk.work.audiencias import crear_audiencia, editar_audiencia
from rcdesk.work.lineas import corregir
from rcdesk.work.preparacion import (
    listar_canales,
    listar_lugares,
    listar_medidas,
    listar_sesiones,
    ver_orden_del_dia,
)
from tests.bases import PRIMERA, hearing_id
from tests.typing import press, type_text
from tests.ui.conftest import ShowScreen
from tests.ui.preparando import ALT, ENTER, chosen, data, error_of, find, go, rewrite


@pytest.fixture
def screen(desk: Desk, audiencia_id: str, show_screen: ShowScreen, qtbot: QtBot) -> PreparacionScreen:
    """The hearing that is being prepared, in a window that has the keys."""
    shown: PreparacionScreen = show_screen(PreparacionScreen, desk, audiencia_id)
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


DATOS = (
    ("nombre", "Diálogo del río Ñuble & otros <b>ríos</b>", "Diálogo del río Ñuble & otros <b>ríos</b>"),
    ("codigo", "rdc-2026-9", "rdc-2026-9"),
    ("ordinal", "3", 3),
    ("vigencia", "2027", 2027),
    ("periodo", "segundo semestre de 2026", "2026-S2"),
    ("fecha", "17 de noviembre de 2026", "2026-11-17"),
    ("hora_fin_programada", "11:30 am", "11:30"),
    ("hora_inicio", "9", "09:00"),
    ("preside", "Ana Nova", "Ana Nova"),
    ("convoca", "Despacho", "Despacho"),
    ("dependencia_responsable", "Secretaría de Planeación", "Secretaría de Planeación"),
    ("grabacion_inicio", "10/12/2026 8:58:30", "2026-12-10T08:58:30-05:00"),
    ("grabacion_url", "https://ejemplo.gov.co/v", "https://ejemplo.gov.co/v"),
    ("reglamento_minutos_preguntas", "45", 45),
    ("reglamento_dias_habiles_memorias", "10", 10),
    ("reglamento_inscripcion_hasta", "5/12/2026", "2026-12-05"),
)


def test_a_field_of_datos_is_saved_on_enter_and_taken_back(
    screen: PreparacionScreen, desk: Desk, audiencia_id: str
) -> None:
    before = data(desk, audiencia_id)
    for campo, typed, stored in DATOS:
        line = find(screen, QLineEdit, f"audiencias_{campo}")
        shown = line.text()
        rewrite(line, typed)
        assert error_of(line) == "", campo
        assert getattr(data(desk, audiencia_id), campo) == stored
        desk.undo()
        assert data(desk, audiencia_id) == before, campo
        assert line.text() == shown, campo


def test_choices_of_datos_are_saved_when_they_are_made(
    screen: PreparacionScreen, desk: Desk, audiencia_id: str
) -> None:
    mode = find(screen, Segmented, "audiencias_modalidad")
    press(mode, Qt.Key.Key_Home)
    kind = find(screen, Choice, "audiencias_tipo")
    kind.setFocus()
    press(kind, Qt.Key.Key_Down)
    find(screen, Check, "canal_preguntas_buzon").click()
    now = data(desk, audiencia_id)
    assert (now.modalidad, now.tipo) == ("presencial", "dialogo")
    assert "buzon" not in now.reglamento_canales_preguntas
    for _ in range(3):
        desk.undo()
    assert (mode.value(), kind.value()) == ("mixta", "audiencia_publica")


@pytest.mark.parametrize(
    ("campo", "typed", "told"),
    [
        ("fecha", "31/02/2026", "no es una fecha"),
        ("hora_fin_programada", "08:00", "posterior"),
        ("nombre", "", "Escriba el nombre"),
        ("codigo", "rdc 2026", "solo letras"),
        ("codigo", PRIMERA, "ya es de otra audiencia"),
        ("vigencia", "26", "no es un año"),
        ("periodo", "pronto", "no es un periodo"),
        ("grabacion_inicio", "ayer", "no sirve"),
        ("reglamento_inscripcion_hasta", "01/nov/2026", "antes de abrir"),
    ],
)
def test_what_is_refused_is_told_under_its_field_and_changes_nothing(
    screen: PreparacionScreen, desk: Desk, audiencia_id: str, campo: str, typed: str, told: str
) -> None:
    before = data(desk, audiencia_id)
    line = find(screen, QWidget, f"audiencias_{campo}")
    rewrite(line, typed)
    assert told in error_of(line)
    assert line.property("state") == "error"
    assert line.hasFocus()
    assert data(desk, audiencia_id) == before
    assert line.text() == typed  # type: ignore[attr-defined]


def test_the_start_is_saved_once_the_end_lets_it(screen: PreparacionScreen, desk: Desk, audiencia_id: str) -> None:
    start, end = (find(screen, QWidget, f"audiencias_hora_{name}_programada") for name in ("inicio", "fin"))
    rewrite(start, "14:00")
    assert "posterior" in error_of(end)
    rewrite(end, "16:00")
    now = data(desk, audiencia_id)
    assert (now.hora_inicio_programada, now.hora_fin_programada) == ("14:00", "16:00")
    assert (error_of(start), error_of(end)) == ("", "")


def test_one_wrong_field_does_not_keep_another_from_being_saved(
    screen: PreparacionScreen, desk: Desk, audiencia_id: str
) -> None:
    name = find(screen, Line, "audiencias_nombre")
    rewrite(name, "")
    rewrite(find(screen, Line, "audiencias_convoca"), "Despacho")
    assert data(desk, audiencia_id).convoca == "Despacho"
    assert "Escriba el nombre" in error_of(name)


def test_what_another_hand_wrote_meanwhile_is_not_overwritten_unseen(
    screen: PreparacionScreen, desk: Desk, audiencia_id: str
) -> None:
    line = find(screen, Line, "audiencias_preside")
    rewrite(line, "Ana Nova", enter=False)
    desk.do(editar_audiencia, id=audiencia_id, valores={"preside": "Luz Paz"})
    assert line.value() == "Ana Nova"
    press(line, ENTER, text="\r")
    assert "Mientras escribía" in error_of(line)
    assert data(desk, audiencia_id).preside == "Luz Paz"
    press(line, ENTER, text="\r")
    assert data(desk, audiencia_id).preside == "Ana Nova"


def test_half_typed_text_comes_back_in_its_field(
    screen: PreparacionScreen, desk: Desk, audiencia_id: str, show_screen: ShowScreen, qtbot: QtBot
) -> None:
    goal = find(screen, Text, "audiencias_objetivo")
    goal.setFocus()
    type_text(goal, "¿Añadir? ")
    qtbot.waitUntil(lambda: any("objetivo" in key for key in desk.drafts.fresh()))
    again: PreparacionScreen = show_screen(PreparacionScreen, desk, audiencia_id)
    text = find(again, Text, "audiencias_objetivo")
    assert text.value().startswith("¿Añadir? ")
    assert text.is_unsaved()
    text.setFocus()
    text.commit()
    assert (data(desk, audiencia_id).objetivo or "").startswith("¿Añadir?")
    assert not [key for key in desk.drafts.fresh() if "objetivo" in key]


@pytest.mark.parametrize(
    ("table", "typed", "listed"),
    [
        ("lugares", "Caseta comunal", listar_lugares),
        ("canales", "Emisora del río", listar_canales),
        ("sesiones", "2026-12-11", listar_sesiones),
    ],
)
def test_a_line_of_datos_is_added_corrected_moved_and_withdrawn(
    screen: PreparacionScreen,
    desk: Desk,
    audiencia_id: str,
    table: str,
    typed: str,
    listed: Callable[..., list[Any]],
) -> None:
    before = desk.ask(listed, audiencia_id=audiencia_id)
    adder = find(screen, Line, f"agregar_{table}")
    rewrite(adder, typed)
    assert adder.value() == ""
    after = desk.ask(listed, audiencia_id=audiencia_id)
    assert len(after) == len(before) + 1
    field = {"lugares": "direccion", "canales": "url", "sesiones": "objetivo"}[table]
    line = find(screen, Line, f"{table}_{after[-1].id}_{field}")
    rewrite(line, "Calle 5 #8-20")
    assert getattr(desk.ask(listed, audiencia_id=audiencia_id)[-1], field) == "Calle 5 #8-20"
    if before:
        press(line, Qt.Key.Key_Up, ALT)
        assert desk.ask(listed, audiencia_id=audiencia_id)[-2].id == after[-1].id
        desk.undo()
    strip = line.parentWidget()
    while strip is not None and strip.findChild(Button, "retirar_linea") is None:
        strip = strip.parentWidget()
    assert strip is not None
    find(strip, Button, "retirar_linea").click()
    assert desk.ask(listed, audiencia_id=audiencia_id) == before
    desk.undo()
    assert len(desk.ask(listed, audiencia_id=audiencia_id)) == len(before) + 1


def test_a_session_that_ends_before_it_starts_is_refused_in_its_own_line(
    screen: PreparacionScreen, desk: Desk, audiencia_id: str
) -> None:
    for day in ("2026-12-10", "2026-12-11"):
        rewrite(find(screen, Line, "agregar_sesiones"), day)
    _, second = desk.ask(listar_sesiones, audiencia_id=audiencia_id)
    rewrite(find(screen, QWidget, f"sesiones_{second.id}_hora_inicio"), "9")
    end = find(screen, QWidget, f"sesiones_{second.id}_hora_fin")
    rewrite(end, "8")
    assert "posterior" in error_of(end)


def test_an_empty_part_teaches_and_starts(empty_desk: Desk, show_screen: ShowScreen, qtbot: QtBot) -> None:
    key = empty_desk.do(crear_audiencia, valores={"codigo": "rdc-2026-1", "nombre": "Primera"})
    screen: PreparacionScreen = show_screen(PreparacionScreen, empty_desk, key)
    for part in ("orden", "temas", "informacion", "equipo"):
        section = go(screen, part)
        qtbot.waitUntil(screen.isActiveWindow)
        empty = section.lines.empty  # type: ignore[attr-defined]
        assert empty.isVisible()
        empty.button.click()
        assert isinstance(QApplication.focusWidget(), Line)
    section = go(screen, "accesibilidad")
    section.lines.empty.button.click()  # type: ignore[attr-defined]
    assert empty_desk.ask(listar_medidas, audiencia_id=key)


def test_another_hearing_never_gets_what_was_typed_in_the_first(
    screen: PreparacionScreen, desk: Desk, audiencia_id: str
) -> None:
    other = hearing_id(desk, PRIMERA)
    before = data(desk, other)
    go(screen, "orden")
    rewrite(find(screen, Text, "puntos_detalle"), "Se lee en voz alta", enter=False)
    screen.open(other)
    assert desk.ask(ver_orden_del_dia, audiencia_id=audiencia_id).puntos[0].detalle == "Se lee en voz alta"
    assert data(desk, other) == before
    assert {p.detalle for p in desk.ask(ver_orden_del_dia, audiencia_id=other).puntos} == {None}
    assert find(screen, Text, "puntos_detalle").value() == ""


def test_a_change_from_elsewhere_is_seen_without_moving_the_choice(
    screen: PreparacionScreen, desk: Desk, audiencia_id: str
) -> None:
    go(screen, "orden")
    table = find(screen, LinesTable, "lista_puntos")
    third = desk.ask(ver_orden_del_dia, audiencia_id=audiencia_id).puntos[2]
    table.select_key(third.id)
    desk.do(corregir["puntos"], id=third.id, valores={"titulo": "Otro título"})
    assert chosen(table).titulo == "Otro título"
    assert find(screen, Text, "puntos_titulo").value() == "Otro título"


@pytest.mark.parametrize("part", ["datos", "orden", "temas", "informacion", "convocatoria", "equipo", "accesibilidad"])
def test_every_part_fits_in_the_window_at_any_text_size(
    qapp: QApplication, desk: Desk, show_screen: ShowScreen, part: str
) -> None:
    theme.apply(qapp, "claro", 2.0)
    screen: PreparacionScreen = show_screen(PreparacionScreen, desk, hearing_id(desk, PRIMERA))
    section = go(screen, part)
    for _ in range(4):
        QApplication.processEvents()
    assert section.minimumSizeHint().width() <= 1270
    assert screen.width() == 1270
