"""Ajustes as the secretary uses it once a year: typing, keys, and what the acta and its documents take from it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.ui.kit import theme
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.line import Line
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import Table
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.acta import ActaScreen
from rcdesk.ui.screens.ajustes import AjustesScreen
from rcdesk.ui.screens.ajustes.sample import Sample
from rcdesk.ui.screens.cierre import CierreScreen
from rcdesk.work.actas import listar_firmantes, ver_acta
from rcdesk.work.archivos import listar_adjuntos
from rcdesk.work.calendario import listar_dias
from rcdesk.work.entidad import listar_dependencias, listar_habituales, ver_entidad
from rcdesk.work.evidencias import encontrar
from rcdesk.work.formatos import corregir_formato, listar_formatos
from tests.settings_acts import TODAY, numbered, settled
from tests.typing import press, type_text
from tests.ui.acta import click, error_of, of, write
from tests.ui.saving import save_as

Show = Callable[..., AjustesScreen]


def open_at(show: Show, desk: Desk, section: str) -> AjustesScreen:
    screen = show(AjustesScreen, desk)
    screen.seek(section)
    QApplication.processEvents()
    return screen


def said(screen: QWidget, name: str) -> str:
    label = of(screen, PlainLabel, name)
    assert isinstance(label, PlainLabel)
    return label.text()


def rows(screen: QWidget, name: str) -> list[list[str]]:
    table = of(screen, Table, name)
    assert isinstance(table, Table)
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_a_term_of_the_law_is_corrected_with_its_rule_and_what_is_due_is_worked_out(
    show_screen: Show, desk: Desk
) -> None:
    screen = open_at(show_screen, desk, "terminos")
    assert [row[:4] for row in rows(screen, "lista_terminos")] == [
        ["18/may/2022", "15 días", "10 días", "30 días"],
        ["28/mar/2020", "30 días", "20 días", "35 días"],
        ["siempre", "15 días", "10 días", "30 días"],
    ]

    def put(name: str, text: str) -> None:
        type_text(write(screen, name, text), "\n")

    put("recibida_el", "17/11/2021")
    emergency = "Vence el jueves 30 de diciembre de 2021: 30 días hábiles, por Decreto 491 de 2020, art. 5."
    assert said(screen, "vence_el") == emergency
    put("hasta_el", "9/12/2021")
    assert said(screen, "dias_entre") == "Entre el 17/nov/2021 y el 09/dic/2021 hay 15 días hábiles."
    put("agregar_terminos", "4/ene/2021")
    put("terminos_general", "12")
    put("terminos_norma", "Decreto 18 de 2020")
    assert said(screen, "vence_el") == (
        "Vence el viernes 3 de diciembre de 2021: 12 días hábiles, por Decreto 18 de 2020."
    )
    put("terminos_general", "0")
    assert error_of(screen, "terminos_general")
    click(screen, "retirar_terminos")
    assert said(screen, "vence_el") == emergency
    desk.undo()
    assert "12 días hábiles" in said(screen, "vence_el")
    for _ in range(3):
        desk.undo()
    assert said(screen, "vence_el") == emergency


def test_the_entity_is_written_once_and_its_head_is_seen_as_it_prints(
    show_screen: Show, empty_desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = open_at(show_screen, empty_desk, "entidad")
    sample = screen.findChild(Sample)
    assert sample is not None
    qtbot.waitUntil(lambda: not sample.busy, timeout=10_000)
    bare = sample.grab().toImage()
    type_text(write(screen, "entidad_nombre", "Alcaldía de Puerto Sereno"), "\n")
    type_text(write(screen, "entidad_correo", "datos@puertosereno"), "\n")
    assert "Falta el final" in error_of(screen, "entidad_correo")
    type_text(write(screen, "entidad_correo", "datos@puertosereno.gov.co"), "\n")
    image = QImage(6000, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(tmp_path / "escudo.png"))
    screen.section.put_logo(tmp_path / "escudo.png")  # type: ignore[attr-defined]
    stored = empty_desk.ask(ver_entidad)
    assert (stored.nombre, stored.correo) == ("Alcaldía de Puerto Sereno", "datos@puertosereno.gov.co")
    assert said(screen, "nombre_logo_de_la_entidad") == "escudo.png"
    kept = encontrar(empty_desk.folder, stored.logo or "", empty_desk.ask(listar_adjuntos))
    assert kept is not None and QImage(str(kept)).width() < 2000  # no finer than paper can show
    qtbot.waitUntil(lambda: not sample.busy and sample.grab().toImage() != bare, timeout=10_000)
    (tmp_path / "nota.png").write_text("no es una imagen")
    screen.section.put_logo(tmp_path / "nota.png")  # type: ignore[attr-defined]
    assert "no es una imagen" in screen.banner.text()
    assert empty_desk.ask(ver_entidad).logo == stored.logo
    empty_desk.undo()
    assert said(screen, "nombre_logo_de_la_entidad") == "Sin imagen"


def test_a_format_is_added_numbered_and_replaced_with_the_keyboard(show_screen: Show, empty_desk: Desk) -> None:
    screen = open_at(show_screen, empty_desk, "formatos")
    screen.new_line()
    line = QApplication.focusWidget()
    assert line is not None and line.objectName() == "agregar_formatos"
    type_text(line, "ACTA DE REUNIÓN\n")
    assert rows(screen, "lista_formatos") == [["ACTA DE REUNIÓN", "sin código", "", "", "Falta código"]]
    type_text(write(screen, "formatos_codigo", "MAGT04.03.14.12.P03.F06"), "\n")
    type_text(write(screen, "formatos_version", "02"), "\n")
    type_text(write(screen, "formatos_numeracion", "4112.020.14.12"), "\n")
    assert "{n} una sola vez" in error_of(screen, "formatos_numeracion")
    type_text(write(screen, "formatos_numeracion", "4112.020.14.12.{n}"), "\n")
    type_text(write(screen, "formatos_primer_numero", "56"), "\n")
    assert said(screen, "numero_siguiente") == "El número que sigue: 4112.020.14.12.56."
    screen.new_version()
    assert [row[2:] for row in rows(screen, "lista_formatos")] == [
        ["03", "20/nov/2026", "Al día"],
        ["02", "", "Reemplazado"],
    ]
    assert said(screen, "uso_del_formato") == "Ninguna acta lo lleva todavía."
    table = of(screen, Table, "lista_formatos")
    table.setFocus()
    press(table, Qt.Key.Key_Delete)
    assert [row.version for row in empty_desk.ask(listar_formatos, hoy=TODAY)] == ["02"]
    empty_desk.undo()
    assert len(rows(screen, "lista_formatos")) == 2
    write(screen, "agregar_formatos", "CIRCULAR\n")
    assert said(screen, "uso_del_formato").startswith("No encabeza nada: el título debe decir")


def test_the_book_shows_the_gaps_and_the_annulled(show_screen: Show, desk: Desk) -> None:
    numbered(desk)
    screen = open_at(show_screen, desk, "numeros")
    table = rows(screen, "libro_de_numeros")
    assert [(row[0], row[-1]) for row in table] == [
        ("110.25.03.06", "Sin dar"),
        ("110.25.03.07", "Aprobada"),
        ("110.25.03.08", "Anulada"),
    ]
    assert table[2][1].startswith("Anulada: Se aplazó por la ola invernal.")
    asked: list[tuple[str, str]] = []
    screen.wants.connect(lambda place, key: asked.append((place, key)))
    book = of(screen, Table, "libro_de_numeros")
    assert isinstance(book, Table)
    book.setCurrentIndex(book.model().index(1, 0))
    press(book, Qt.Key.Key_Return)
    assert asked[0][0] == "acta" and asked[0][1].endswith("/encabezado")


def test_signers_offices_and_days_are_lines_that_are_typed(show_screen: Show, desk: Desk) -> None:
    screen = open_at(show_screen, desk, "firmas")
    type_text(of(screen, QWidget, "agregar_habituales"), "Elena Mora\n")
    type_text(write(screen, "habituales_cargo", "Secretaria"), "\n")
    assert [(row.lista, row.nombre, row.cargo) for row in desk.ask(listar_habituales)] == [
        ("firmas", "Elena Mora", "Secretaria")
    ]
    before = len(desk.ask(listar_dependencias))
    screen.seek("dependencias")
    type_text(of(screen, QWidget, "agregar_dependencias"), "Secretaría de Cultura\n")
    assert len(desk.ask(listar_dependencias)) == before + 1
    screen.seek("dias")
    assert said(screen, "anio_de_los_festivos") == "19 festivos de 2026"
    type_text(of(screen, QWidget, "agregar_dias"), "ayer\n")
    assert "no es una fecha" in screen.banner.text()
    write(screen, "agregar_dias", "24 de diciembre de 2026\n")
    assert [row.fecha for row in desk.ask(listar_dias)] == ["2026-12-24", "2026-08-21"]
    type_text(write(screen, "dias_motivo", "Víspera de Navidad"), "\n")
    assert desk.ask(listar_dias)[0].motivo == "Víspera de Navidad"


def test_the_acta_tells_that_the_entity_has_a_newer_format_and_takes_it(
    show_screen: Callable[..., ActaScreen], desk: Desk, audiencia_id: str, qtbot: QtBot
) -> None:
    screen = show_screen(ActaScreen, desk, audiencia_id)
    assert said(screen, "formato_de_la_entidad") == "Es el que la entidad tiene hoy."
    type_text(write(screen, "acta_libro", "Libro 3"), "\n")  # opens it
    settled(desk)
    assert "GA-AD-FO-014, versión 4, vigente desde 20/nov/2026" in said(screen, "formato_de_la_entidad")
    click(screen, "traer_formato")
    assert said(screen, "formato_de_la_entidad") == "Es el que la entidad tiene hoy."
    assert desk.ask(ver_acta, audiencia_id=audiencia_id).formato_version == "4"
    now = next(row.id for row in desk.ask(listar_formatos, hoy=TODAY) if row.version == "4")
    desk.do(corregir_formato, id=now, valores={"pie": "Otro pie"})
    assert "corrigió después este formato" in said(screen, "formato_de_la_entidad")
    screen.seek("firmas")
    click(screen, "traer_firmantes")
    assert len(desk.ask(listar_firmantes, audiencia_id=audiencia_id)) == 3


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_section_is_reached_with_the_keys(
    open_window: Callable[..., MainWindow], example: Path, scale: float
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "claro", scale)
    window = open_window(example)
    window.go("ajustes", "entidad")
    screen = window.findChild(AjustesScreen)
    assert screen is not None
    seen = []
    for _ in range(8):
        seen.append(screen.section.objectName())
        assert screen.section.isVisible()
        screen.next_section()
    window.go("ajustes", "entidad")
    type_text(write(screen, "entidad_sigla", "PS"), "\n")
    window.undoing.undo()
    line = of(screen, Line, "entidad_sigla")
    assert isinstance(line, Line) and line.value() == "AVS"
    assert list(dict.fromkeys(seen)) == [
        f"ajustes_{key}" for key in ("entidad", "formatos", "numeros", "firmas", "dependencias", "dias", "terminos")
    ]
    theme.apply(app, "claro", 1.0)


def saved(screen: Screen, name: str) -> bool:
    return name in screen.banner.text() and screen.banner.text().startswith("Se guardó")


def test_what_is_saved_without_a_code_is_saved_and_offers_to_write_it(
    open_window: Callable[..., MainWindow], example: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(example, "cierre")
    cierre = window.findChild(CierreScreen)
    assert cierre is not None
    for name, words in (("acta", ""), ("lista", "Salió sin el código del formato.")):
        save_as(tmp_path / f"{name}.pdf")
        click(cierre, f"guardar_{name}")
        qtbot.waitUntil(partial(saved, cierre, f"{name}.pdf"))
        assert words in cierre.banner.text()
        assert bool(cierre.findChildren(Button, "escribir_la_entidad")) == bool(words)
    click(cierre, "escribir_la_entidad")
    ajustes = window.findChild(AjustesScreen)
    assert ajustes is not None and ajustes.isVisible()
    assert ajustes.section.objectName() == "ajustes_formatos"
