"""Agenda, topics, sections, pieces, team and measures: typed one after another, moved and withdrawn by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.domain.registro import Figura, Lista, Parrafo
from rcdesk.ui.kit.blocks.figure import FigureView
from rcdesk.ui.kit.blocks_editor import BlocksEditor
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.check import Check
from rcdesk.ui.kit.fields import Choice, Line, Segmented, Text
from rcdesk.ui.screens.preparacion import PreparacionScreen
from rcdesk.ui.screens.preparacion.lines import LinesTable
from rcdesk.ui.tasks import tasks_of
from rcdesk.work.convocatoria import ver_anuncio
from rcdesk.work.equipo import listar_equipo
from rcdesk.work.preparacion import (
    listar_medidas,
    listar_temas,
    ver_orden_del_dia,
)
from rcdesk.work.secciones import listar_secciones, ver_seccion
from tests.bases import PRIMERA, hearing_id
from tests.typing import press, type_text
from tests.ui.conftest import ShowScreen
from tests.ui.preparando import ALT, ENTER, chosen, data, error_of, find, focused, go, rewrite


@pytest.fixture
def screen(desk: Desk, audiencia_id: str, show_screen: ShowScreen, qtbot: QtBot) -> PreparacionScreen:
    """The hearing that is being prepared, in a window that has the keys."""
    shown: PreparacionScreen = show_screen(PreparacionScreen, desk, audiencia_id)
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


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
    screen: PreparacionScreen, desk: Desk, audiencia_id: str, tmp_path: Path, qtbot: QtBot
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
    with qtbot.waitSignal(editor.committed):
        view.attach(tmp_path / "Barras.png")
    tasks_of(screen).close()
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
