"""Preparación is typed field by field; what is typed is in the base, and is taken back from it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.domain.registro import Figura, Lista, Parrafo
from rcdesk.ui.kit import theme
from rcdesk.ui.kit.blocks.figure import FigureView
from rcdesk.ui.kit.blocks_editor import BlocksEditor
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.check import Check
from rcdesk.ui.kit.fields import Choice, Field, Line, Segmented, Text
from rcdesk.ui.screens.preparacion import PreparacionScreen
from rcdesk.ui.screens.preparacion.lines import LinesTable
from rcdesk.ui.screens.preparacion.section import Section
from rcdesk.work.audiencias import crear_audiencia, editar_audiencia
from rcdesk.work.convocatoria import ver_anuncio
from rcdesk.work.equipo import listar_equipo
from rcdesk.work.lineas import corregir
from rcdesk.work.preparacion import (
    DatosRow,
    listar_canales,
    listar_lugares,
    listar_medidas,
    listar_sesiones,
    listar_temas,
    ver_datos,
    ver_orden_del_dia,
)
from rcdesk.work.secciones import listar_secciones, ver_seccion
from tests.bases import PRIMERA, hearing_id
from tests.typing import press, type_text
from tests.ui.conftest import ShowScreen

W = TypeVar("W", bound=QWidget)
R = TypeVar("R")
ALT = Qt.KeyboardModifier.AltModifier
ENTER = Qt.Key.Key_Return


@pytest.fixture
def screen(desk: Desk, audiencia_id: str, show_screen: ShowScreen, qtbot: QtBot) -> PreparacionScreen:
    """The hearing that is being prepared, in a window that has the keys."""
    shown: PreparacionScreen = show_screen(PreparacionScreen, desk, audiencia_id)
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def go(screen: PreparacionScreen, part: str) -> Section:
    screen.show_part(part)
    QApplication.processEvents()
    return screen.section


def find(screen: QWidget, kind: type[W], name: str) -> W:
    found = screen.findChild(kind, name)
    assert found is not None, name
    return found


def rewrite(line: Line | QWidget, text: str, *, enter: bool = True) -> None:
    """Type over what a field holds, and Enter."""
    line.setFocus()
    line.selectAll()  # type: ignore[union-attr]
    if not text:
        press(line, Qt.Key.Key_Delete)
    type_text(line, text)
    if enter:
        press(line, ENTER, text="\r")


def chosen(table: LinesTable[Any]) -> Any:
    row = table.current()
    assert row is not None
    return row


def error_of(editor: QWidget) -> str:
    around = Field.around(editor)
    assert around is not None
    return around.error()


def data(desk: Desk, key: str) -> DatosRow:
    found = desk.ask(ver_datos, id=key)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("campo", "typed", "stored"),
    [
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
    ],
)
def test_a_field_of_datos_is_saved_on_enter_and_taken_back(
    screen: PreparacionScreen, desk: Desk, audiencia_id: str, campo: str, typed: str, stored: object
) -> None:
    before = data(desk, audiencia_id)
    line = find(screen, QWidget, f"audiencias_{campo}")
    shown = line.text()  # type: ignore[attr-defined]
    rewrite(line, typed)
    assert error_of(line) == ""
    assert getattr(data(desk, audiencia_id), campo) == stored
    desk.undo()
    assert data(desk, audiencia_id) == before
    assert line.text() == shown  # type: ignore[attr-defined]


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


def test_points_are_typed_one_after_another(screen: PreparacionScreen, desk: Desk, audiencia_id: str) -> None:
    go(screen, "orden")
    before = len(desk.ask(ver_orden_del_dia, audiencia_id=audiencia_id).puntos)
    adder = find(screen, Line, "agregar_puntos")
    for text in ("Himnos", "¿Y después?"):
        rewrite(adder, text)
        assert adder.hasFocus()
    points = desk.ask(ver_orden_del_dia, audiencia_id=audiencia_id).puntos
    assert [p.titulo for p in points[before:]] == ["Himnos", "¿Y después?"]
    table = find(screen, LinesTable, "lista_puntos")
    assert chosen(table).id == points[-1].id
    desk.undo()
    assert len(desk.ask(ver_orden_del_dia, audiencia_id=audiencia_id).puntos) == before + 1


def test_a_point_is_corrected_in_the_pane_and_the_sum_follows(
    screen: PreparacionScreen, desk: Desk, audiencia_id: str
) -> None:
    section = go(screen, "orden")
    table = find(screen, LinesTable, "lista_puntos")
    table.setFocus()
    press(table, ENTER, text="\r")
    title = find(screen, Text, "puntos_titulo")
    assert title.hasFocus()
    rewrite(find(screen, QWidget, "puntos_minutos"), "20")
    assert desk.ask(ver_orden_del_dia, audiencia_id=audiencia_id).puntos[0].minutos == 20
    assert ("+15", "min de más", "danger") in section.status()
    rewrite(title, "   ")
    assert "Escriba el punto" in error_of(title)
    assert section.wrong() == (("1", "campo por revisar", "danger"),)
    press(title, Qt.Key.Key_Escape)
    assert table.hasFocus()
    assert "Escriba el punto" in error_of(title)


def test_points_move_and_leave_by_keys_and_stay_chosen(
    screen: PreparacionScreen, desk: Desk, audiencia_id: str
) -> None:
    go(screen, "orden")
    table = find(screen, LinesTable, "lista_puntos")
    table.setFocus()
    first, second = desk.ask(ver_orden_del_dia, audiencia_id=audiencia_id).puntos[:2]
    press(table, Qt.Key.Key_Down, ALT)
    assert [p.id for p in desk.ask(ver_orden_del_dia, audiencia_id=audiencia_id).puntos[:2]] == [second.id, first.id]
    assert chosen(table).id == first.id
    press(table, Qt.Key.Key_Up, ALT)
    press(table, Qt.Key.Key_Up, ALT)  # it cannot go further
    press(table, Qt.Key.Key_Delete)
    assert desk.ask(ver_orden_del_dia, audiencia_id=audiencia_id).puntos[0].id == second.id
    desk.undo()
    assert desk.ask(ver_orden_del_dia, audiencia_id=audiencia_id).puntos[0].id == first.id


def test_topics_are_typed_under_their_group(screen: PreparacionScreen, desk: Desk, audiencia_id: str) -> None:
    go(screen, "temas")
    rewrite(find(screen, Line, "agregar_grupos_de_temas"), "secretaría de planeación")
    group = desk.ask(listar_temas, audiencia_id=audiencia_id)[-1]
    assert (group.titulo, group.dependencia) == ("secretaría de planeación", "Secretaría de Planeación")
    adder = find(screen, Line, "agregar_temas")
    for text in ("Plan de ordenamiento", "Catastro"):
        rewrite(adder, text)
    topics = desk.ask(listar_temas, audiencia_id=audiencia_id)[-1].temas
    assert [topic.texto for topic in topics] == ["Plan de ordenamiento", "Catastro"]
    line = find(screen, Text, f"temas_{topics[1].id}_texto")
    line.setFocus()
    press(line, Qt.Key.Key_Up, ALT)
    assert [t.texto for t in desk.ask(listar_temas, audiencia_id=audiencia_id)[-1].temas] == [
        "Catastro",
        "Plan de ordenamiento",
    ]
    rewrite(line, "  ")
    assert "Escriba el tema" in error_of(line)
    for _ in range(4):
        desk.undo()
    assert group.id not in [g.id for g in desk.ask(listar_temas, audiencia_id=audiencia_id)]


def test_a_section_is_written_block_by_block(screen: PreparacionScreen, desk: Desk, audiencia_id: str) -> None:
    section = go(screen, "informacion")
    rewrite(find(screen, Line, "agregar_secciones"), "Obras & vías")
    row = desk.ask(listar_secciones, audiencia_id=audiencia_id)[0]
    editor = find(screen, BlocksEditor, "secciones_bloques_bloques")
    editor.setFocus()
    for letter in "Se hicieron:\n":
        type_text(focused(), letter)
    editor.make("vinetas")
    for letter in "Una vía\nDos puentes":
        type_text(focused(), letter)
    find(screen, Line, "secciones_titulo").setFocus()
    written = desk.ask(ver_seccion, id=row.id)
    assert written is not None
    assert written.bloques == (Parrafo(texto="Se hicieron:"), Lista(items=("Una vía", "Dos puentes")))
    assert section.status() == (("1", "secciones", "ink"),)
    desk.undo()
    assert editor.value() != written.bloques
    desk.redo()
    assert editor.value() == written.bloques


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_a_section_goes_in_and_out_by_keys(screen: PreparacionScreen, desk: Desk) -> None:
    key = hearing_id(desk, PRIMERA)
    screen.open(key)
    go(screen, "informacion")
    table = find(screen, LinesTable, "lista_secciones")
    table.setFocus()
    rows = desk.ask(listar_secciones, audiencia_id=key)
    third = next(row for row in rows if row.numero == "3")
    table.select_key(third.id)
    inner = len([row for row in rows if row.padre == third.id])
    press(table, Qt.Key.Key_Right, ALT)
    moved = next(row for row in desk.ask(listar_secciones, audiencia_id=key) if row.id == third.id)
    assert (moved.nivel, inner) == (2, 0)
    assert chosen(table).id == third.id
    press(table, Qt.Key.Key_Left, ALT)
    assert next(row for row in desk.ask(listar_secciones, audiencia_id=key) if row.id == third.id).numero == "3"
    table.select_key(rows[0].id)
    press(table, Qt.Key.Key_Right, ALT)
    assert "No hay una sección anterior" in screen.banner.text()


def test_a_picture_goes_into_the_base_with_its_figure(
    screen: PreparacionScreen, desk: Desk, audiencia_id: str, tmp_path: Path
) -> None:
    go(screen, "informacion")
    rewrite(find(screen, Line, "agregar_secciones"), "Ejecución")
    row = desk.ask(listar_secciones, audiencia_id=audiencia_id)[0]
    editor = find(screen, BlocksEditor, "secciones_bloques_bloques")
    editor.setFocus()
    editor.make("figura")
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(0x225588)
    image.save(str(tmp_path / "Barras.png"))
    view = editor.findChild(FigureView)
    assert isinstance(view, FigureView)
    view.attach(tmp_path / "Barras.png")
    written = desk.ask(ver_seccion, id=row.id)
    assert written is not None and written.bloques == (Figura(archivo="figuras/barras.png"),)
    assert view.file.text() == "figuras/barras.png"
    desk.undo()
    emptied = desk.ask(ver_seccion, id=row.id)
    assert emptied is not None and emptied.bloques == ()


def test_pieces_say_when_and_where_they_came_out(screen: PreparacionScreen, desk: Desk, audiencia_id: str) -> None:
    section = go(screen, "convocatoria")
    rewrite(find(screen, Line, "agregar_piezas"), "Afiche en las casetas")
    piece = desk.ask(ver_anuncio, audiencia_id=audiencia_id).piezas[-1]
    medium = find(screen, Choice, "piezas_medio")
    medium.setFocus()
    press(medium, Qt.Key.Key_Down)
    rewrite(find(screen, Line, "agregar_publicaciones"), "Caseta de El Mirador")
    published = desk.ask(ver_anuncio, audiencia_id=audiencia_id).piezas[-1].publicaciones[0]
    date = find(screen, QWidget, f"publicaciones_{published.id}_fecha")
    rewrite(date, "31/02/2026")
    assert "no es una fecha" in error_of(date)
    rewrite(date, "20/11/2026")
    notice = desk.ask(ver_anuncio, audiencia_id=audiencia_id)
    assert (notice.piezas[-1].medio, notice.piezas[-1].primera, notice.piezas[-1].dias) == ("tarjeta", "2026-11-20", 20)
    assert (notice.primera, piece.dias) == (20, None)
    assert section.status()[1] == (str(len(notice.piezas) - 1), "sin fecha", "warn")


def test_the_announcement_as_a_whole_is_the_first_line(
    screen: PreparacionScreen, desk: Desk, audiencia_id: str
) -> None:
    go(screen, "convocatoria")
    media = find(screen, Text, "convocatoria_convocatoria_medios")
    media.setFocus()
    media.selectAll()
    type_text(media, "radio\n\nprensa\n")
    find(screen, Line, "convocatoria_convocatoria_correo_preguntas").setFocus()
    assert data(desk, audiencia_id).convocatoria_medios == ("radio", "prensa")
    desk.undo()
    assert "radio comunitaria" in media.value()


def test_the_team_is_typed_with_its_roles(screen: PreparacionScreen, desk: Desk, audiencia_id: str) -> None:
    go(screen, "equipo")
    role = find(screen, Choice, "papel_nuevo")
    role.set_value("interprete")
    rewrite(find(screen, Line, "agregar_equipo"), "Ñusta Gómez")
    person = desk.ask(listar_equipo, audiencia_id=audiencia_id)[-1]
    assert (person.nombre, person.roles) == ("Ñusta Gómez", ("interprete",))
    rewrite(find(screen, Line, "equipo_cargo"), "Intérprete")
    find(screen, Check, "papel_apoyo").click()
    person = desk.ask(listar_equipo, audiencia_id=audiencia_id)[-1]
    assert (person.cargo, person.roles) == ("Intérprete", ("interprete", "apoyo"))
    name = find(screen, Line, "equipo_nombre")
    rewrite(name, " ")
    assert "Escriba el nombre" in error_of(name)
    rewrite(find(screen, Line, "agregar_equipo"), "ñusta gomez")
    assert "ya está en el equipo" in screen.banner.text()
    table = find(screen, LinesTable, "lista_equipo")
    table.setFocus()
    press(table, Qt.Key.Key_Delete)
    assert person.id not in [p.id for p in desk.ask(listar_equipo, audiencia_id=audiencia_id)]


def test_a_measure_has_three_answers(screen: PreparacionScreen, desk: Desk, audiencia_id: str) -> None:
    section = go(screen, "accesibilidad")
    pending = sum(m.cumplida is None for m in desk.ask(listar_medidas, audiencia_id=audiencia_id))
    met = find(screen, Segmented, "medidas_cumplida")
    assert met.value() == "-"
    met.setFocus()
    press(met, Qt.Key.Key_End)
    assert desk.ask(listar_medidas, audiencia_id=audiencia_id)[0].cumplida is False
    press(met, Qt.Key.Key_Left)
    assert desk.ask(listar_medidas, audiencia_id=audiencia_id)[0].cumplida is True
    assert section.status()[1] == (str(pending - 1), "sin verificar", "ink")
    press(met, Qt.Key.Key_Home)
    assert desk.ask(listar_medidas, audiencia_id=audiencia_id)[0].cumplida is None


def test_the_usual_measures_come_with_one_button(screen: PreparacionScreen, desk: Desk, audiencia_id: str) -> None:
    go(screen, "accesibilidad")
    before = desk.ask(listar_medidas, audiencia_id=audiencia_id)
    find(screen, Button, "medidas_usuales").click()
    assert len(desk.ask(listar_medidas, audiencia_id=audiencia_id)) > len(before)
    desk.undo()
    assert desk.ask(listar_medidas, audiencia_id=audiencia_id) == before


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
