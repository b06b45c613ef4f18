"""The life of an acta in the window: reviewed, approved, sealed, published and corrected, with the keyboard alone."""

import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.store.evidence import evidence_path
from rcdesk.ui.kit.approved import ApprovedNote
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Line
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import Table
from rcdesk.ui.screens.acta import ActaScreen
from rcdesk.ui.screens.encuesta import EncuestaScreen
from rcdesk.work.actas import editar_acta, listar_firmantes, ver_acta
from rcdesk.work.aprobacion import aprobar_acta, enviar_a_revision
from rcdesk.work.instantaneas import version_vigente
from rcdesk.work.revision import listar_observaciones
from rcdesk.work.sellado import hacer_pdf, sin_sellar
from rcdesk.work.versiones import acta_firmada, listar_versiones
from tests.bases import PRIMERA, SEGUNDA, hearing_id, open_desk
from tests.typing import press, type_text
from tests.ui.acta import Open, click, drawn, error_of, of, open_at, write
from tests.ui.conftest import OpenWindow, ShowScreen
from tests.ui.reasons import answer_reason
from tests.ui.saving import save_as

HOY = "2026-11-20"
KILLED = """
import os, sys
from pathlib import Path
from rcdesk.work.aprobacion import aprobar_acta, enviar_a_revision
from tests.bases import PRIMERA, hearing_id, open_desk
desk = open_desk(Path(sys.argv[1]))
hearing = hearing_id(desk, PRIMERA)
desk.do(enviar_a_revision, audiencia_id=hearing)
desk.do(aprobar_acta, audiencia_id=hearing, hoy="2026-11-20", evidencias=desk.folder)
os._exit(1)
"""


@pytest.fixture
def primera(desk: Desk) -> str:
    return hearing_id(desk, PRIMERA)


@pytest.fixture
def open_acta(show_screen: ShowScreen, desk: Desk, qtbot: QtBot) -> Open:
    """Return a function that opens the acta of a hearing at one of its parts."""
    return partial(open_at, show_screen, desk, qtbot)


def approved(desk: Desk, hearing: str) -> str:
    """Approve, and end before the files are made."""
    desk.do(enviar_a_revision, audiencia_id=hearing)
    return desk.do(aprobar_acta, audiencia_id=hearing, hoy=HOY, evidencias=desk.folder).version_id


def enter(screen: QWidget, name: str) -> None:
    """Enter on the button with that name, which must be in sight."""
    QApplication.processEvents()
    button = next((each for each in screen.findChildren(Button, name) if each.isVisible()), None)
    assert button is not None and button.isEnabled(), name
    button.setFocus()
    press(button, Qt.Key.Key_Return)


def test_an_acta_goes_from_draft_to_published_and_to_its_second_version_with_the_keyboard(
    example: Path, segunda: str, open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(example, "acta")
    desk, screen = window.bases.desk, window.findChild(ActaScreen)
    assert desk is not None and screen is not None
    desk.do(editar_acta, audiencia_id=segunda, valores={"formato_numeracion": "110.25.03.{n}"})
    _review(screen, desk, segunda)
    _approve(screen, desk, qtbot)
    first = desk.ask(listar_versiones, audiencia_id=segunda)[0]
    assert f"Acta {first.numero} aprobada · código {first.codigo}" in screen.banner.text()
    screen.seek("versiones")
    target = tmp_path / "interna.pdf"
    save_as(target)
    enter(screen, "guardar_interno")
    qtbot.waitUntil(lambda: "el mismo que se selló" in screen.banner.text(), timeout=10_000)
    version = desk.ask(version_vigente, segunda)
    assert version is not None and version.pdf is not None and version.pdf_publico is not None
    assert target.read_bytes() == evidence_path(desk.folder, version.pdf).read_bytes()
    work = screen.versions.in_hand()
    assert work is not None and work.to_print() == target.read_bytes()
    enter(screen, "paso_del_acta")
    type_text(of(screen, Line, "url"), "https://piedraclara.example/acta\n")
    assert desk.ask(ver_acta, audiencia_id=segunda).estado == "publicada"
    answer_reason("Faltaba una persona")
    enter(screen, "paso_del_acta")
    assert desk.ask(ver_acta, audiencia_id=segunda).version == 2
    words = of(screen, QWidget, "parte_versiones").accessibleName()
    assert words == "Versiones: la 1 está aprobada; la 2 se prepara"
    enter(screen, "paso_del_acta")
    _approve(screen, desk, qtbot)
    versions = desk.ask(listar_versiones, audiencia_id=segunda)
    assert [(v.version, v.numero, v.sellada, v.motivo) for v in versions] == [
        (2, first.numero, True, "Faltaba una persona"),
        (1, first.numero, True, ""),
    ]
    assert evidence_path(desk.folder, version.pdf).read_bytes() == target.read_bytes(), "the first stays as it was"
    drawn(qtbot, screen)


def _review(screen: ActaScreen, desk: Desk, hearing: str) -> None:
    """Send a copy, write two remarks, be refused the approval, and decide both."""
    enter(screen, "paso_del_acta")
    assert "copia 1" in screen.banner.text()
    line = QApplication.focusWidget()  # not «Enviar otra copia», which a space would press
    assert line is not None and line.objectName() == "agregar_observaciones"
    _remark(screen, "Falta el cargo de la intérprete", "Control Interno")
    _remark(screen, "La cifra no cuadra", "")
    rows = desk.ask(listar_observaciones, audiencia_id=hearing)
    assert [o.autor for o in rows] == ["Control Interno", "Control Interno"], "the same reviewer goes on"
    enter(screen, "paso_del_acta")
    enter(screen, "ver_observaciones")
    _decide(screen, rows[0].id, Qt.Key.Key_A)
    _decide(screen, rows[1].id, Qt.Key.Key_X)
    decided = [o.disposicion for o in desk.ask(listar_observaciones, audiencia_id=hearing)]
    assert decided == ["acogida", "no_acogida"]


def _remark(screen: ActaScreen, text: str, author: str) -> None:
    write(screen, "agregar_observaciones", f"{text}\n")
    if author:
        write(screen, "observaciones_autor", f"{author}\n")


def _decide(screen: ActaScreen, key: str, letter: Qt.Key) -> None:
    table = of(screen, Table, "lista_observaciones")
    assert isinstance(table, Table)
    table.setFocus()
    table.select_key(key)
    QTest.keyClick(table, letter)


def _approve(screen: ActaScreen, desk: Desk, qtbot: QtBot) -> None:
    enter(screen, "paso_del_acta")
    enter(screen, "aprobar_acta")
    assert desk.undo_step is None
    qtbot.waitUntil(lambda: desk.ask(sin_sellar) == [], timeout=10_000)


def test_what_was_approved_just_before_a_power_cut_is_sealed_when_its_base_is_opened(
    example: Path, open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(example)], cwd=Path(__file__).parents[2], check=False)
    twin = tmp_path / "Gemela.rcdesk"
    shutil.copytree(example, twin)
    other = open_desk(twin)
    (left,) = other.ask(sin_sellar)
    made = other.ask(hacer_pdf, version_id=left, evidencias=twin)
    other.close()
    window = open_window(example)
    desk = window.bases.desk
    assert desk is not None
    qtbot.waitUntil(lambda: desk.ask(sin_sellar) == [], timeout=10_000)
    version = desk.ask(version_vigente, hearing_id(desk, PRIMERA))
    assert version is not None and (version.pdf, version.pdf_publico) == (made.pdf, made.pdf_publico)
    said = window.findChild(QWidget, "mensaje_de_estado")
    assert said is not None and "Se sellaron los PDF del acta" in said.accessibleName() + said.text()  # type: ignore[attr-defined]


def test_files_that_cannot_be_made_leave_the_approval_and_are_made_when_asked_again(
    show_screen: ShowScreen, primera: str, desk: Desk, qtbot: QtBot
) -> None:
    approved(desk, primera)
    version = desk.ask(version_vigente, primera)
    assert version is not None
    snapshot = evidence_path(desk.folder, version.instantanea)
    kept = snapshot.rename(desk.folder / "aparte")
    screen = show_screen(ActaScreen, desk, primera)
    qtbot.waitUntil(lambda: "falta sellar sus PDF" in screen.banner.text(), timeout=10_000)
    assert "La aprobación no se pierde" in screen.banner.text()
    assert desk.ask(ver_acta, audiencia_id=primera).estado == "aprobada"
    kept.rename(snapshot)
    enter(screen, "sellar_otra_vez")
    qtbot.waitUntil(lambda: "están sellados" in screen.banner.text(), timeout=10_000)
    assert desk.ask(sin_sellar) == []
    screen.preview.ask()
    drawn(qtbot, screen)


def test_an_approved_acta_is_only_read_but_for_who_signed_it_and_the_scanned_paper(
    open_acta: Open, primera: str, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    approved(desk, primera)
    screen = open_acta(primera)
    qtbot.waitUntil(lambda: desk.ask(sin_sellar) == [], timeout=10_000)
    assert of(screen, QWidget, "acta_aprobada").isVisible() and not of(screen, QWidget, "acta_numero").isEnabled()
    screen.seek("firmas")
    assert not of(screen, QWidget, "firmantes_nombre").isEnabled()
    assert not of(screen, QWidget, "agregar_firmantes").isVisible()
    write(screen, "firmantes_fecha", "21/11/2026\n")
    signer = next(row for row in desk.ask(listar_firmantes, audiencia_id=primera) if row.lista == "firmas")
    assert signer.fecha == "2026-11-21"
    assert "1 de 4 firmaron" in of(screen, PlainLabel, "cuantos_firmaron").text()  # type: ignore[attr-defined]
    assert "cambia el orden" not in of(screen, PlainLabel, "orden_de_firmas").text()  # type: ignore[attr-defined]
    scanned, copy = tmp_path / "acta firmada.pdf", tmp_path / "otra.pdf"
    scanned.write_bytes(b"%PDF-1.7 con firmas")
    (version,) = desk.ask(listar_versiones, audiencia_id=primera)
    screen.seek("versiones")
    screen.versions.take(version.id, scanned)
    qtbot.waitUntil(lambda: "Se adjuntó" in screen.banner.text(), timeout=10_000)
    assert desk.ask(acta_firmada, version_id=version.id, evidencias=desk.folder) == scanned.read_bytes()
    save_as(copy)
    click(screen, "guardar_firmada")
    qtbot.waitUntil(copy.exists, timeout=10_000)
    assert copy.read_bytes() == scanned.read_bytes()
    screen.versions.take(version.id, tmp_path / "no está.pdf")
    qtbot.waitUntil(lambda: "No se pudo leer «no está.pdf»" in screen.banner.text(), timeout=10_000)
    drawn(qtbot, screen)


def test_a_number_that_nobody_can_tell_is_asked_for_and_what_is_wrong_is_said_beside_its_field(
    open_acta: Open, audiencia_id: str, desk: Desk, qtbot: QtBot
) -> None:
    desk.do(enviar_a_revision, audiencia_id=audiencia_id)
    screen = open_acta(audiencia_id)
    screen.workflow.approve()
    number = of(screen, Line, "numero")
    assert isinstance(number, Line) and number.isVisible()
    type_text(number, "\n")
    assert "el número del acta" in error_of(screen, "numero")
    type_text(number, "Única de 2026\n")
    qtbot.waitUntil(lambda: desk.ask(sin_sellar) == [], timeout=10_000)
    assert desk.ask(ver_acta, audiencia_id=audiencia_id).numero == "Única de 2026"
    screen.workflow.publish()
    write(screen, "fecha_publicacion", "31/02/2026\n")
    assert "no es una fecha" in error_of(screen, "fecha_publicacion")
    write(screen, "fecha_publicacion", "19/11/2026\n")
    assert "antes de aprobarse" in error_of(screen, "fecha_publicacion")
    write(screen, "fecha_publicacion", "21/11/2026")
    write(screen, "url", "página web\n")
    assert "dirección" in error_of(screen, "url") and of(screen, QWidget, "panel_de_publicar").isVisible()
    press(of(screen, QWidget, "url"), Qt.Key.Key_Escape)
    assert desk.ask(ver_acta, audiencia_id=audiencia_id).estado == "aprobada"
    drawn(qtbot, screen)


def test_the_other_tabs_say_that_the_acta_is_approved_and_lead_to_where_it_is_corrected(
    show_screen: ShowScreen, primera: str, desk: Desk, qtbot: QtBot
) -> None:
    screen = show_screen(EncuestaScreen, desk, primera)
    note = of(screen, ApprovedNote, "nota_de_acta_aprobada")
    assert not note.isVisible()
    approved(desk, primera)
    assert note.isVisible()
    with qtbot.waitSignal(screen.wants) as told:
        click(screen, "corregir_acta")
    assert told.args == ["acta", "/versiones"]
    screen.banner.tell("ok", "Se guardó el informe de la encuesta")
    screen.open(primera)
    assert "Se guardó" in screen.banner.text()
    screen.open(hearing_id(desk, SEGUNDA))
    assert screen.banner.text() == ""
