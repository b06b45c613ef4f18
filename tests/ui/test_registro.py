"""The desk at the door: who comes in is found, checked in once, or becomes a new person, with the keyboard alone."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from rcdesk.app.desk import Desk
from rcdesk.store.schema import JOURNALED
from rcdesk.ui.kit.fields import Field
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.registro import RegistroScreen
from rcdesk.ui.screens.registro.lines import count_of
from rcdesk.ui.screens.registro.looks import veiled
from rcdesk.work.asistencia import listar_conteos, listar_metricas, ver_hojas
from rcdesk.work.asistentes import AsistenteRow, registrar_asistente, ver_asistente
from rcdesk.work.preguntas import registrar_pregunta
from tests.people import listar_asistentes
from tests.typing import press, type_text
from tests.ui.conftest import ShowScreen
from tests.ui.reasons import answer_reason
from tests.widgets import here

KEY = Qt.Key
_CARDS = ("quien", "ya_estaba", "revisar", "contadores", "ultimo_ingreso")


@pytest.fixture
def window(at_the_door: MainWindow) -> MainWindow:
    """The main window on Registro of the hearing that is being prepared, with people in."""
    return at_the_door


@pytest.fixture
def screen(window: MainWindow) -> RegistroScreen:
    found = window.findChild(RegistroScreen)
    assert found is not None
    return found


def write(text: str) -> None:
    """Type, each line wherever the keys are by then."""
    for part in text.splitlines(keepends=True):
        type_text(here(), part, gap=0)


def people(screen: RegistroScreen, filtro: Any = "todas") -> list[AsistenteRow]:
    return screen.desk.ask(listar_asistentes, audiencia_id=screen.audiencia_id, filtro=filtro)


def named_so(screen: RegistroScreen, nombre: str) -> AsistenteRow:
    return next(row for row in people(screen) if row.nombre == nombre)


def said(screen: RegistroScreen, name: str) -> str:
    widget = screen.findChild(QWidget, name)
    assert widget is not None
    return str(widget.accessibleName() if name in _CARDS else widget.text())  # type: ignore[attr-defined]


def test_a_person_on_the_list_comes_in_with_some_letters_and_enter(window: MainWindow, screen: RegistroScreen) -> None:
    assert here() is screen.door.box.line
    write("julian zul")
    assert said(screen, "quien").startswith("Julián Andrés Zuluaga Peña. CC 1.144.•••.318")
    write("\n")
    row = named_so(screen, "Julián Andrés Zuluaga Peña")
    assert (row.hora_llegada, row.modalidad, row.autorizacion_otorgada) == ("10:41", "presencial", None)
    assert said(screen, "ultimo_ingreso") == "Ingresó Julián Andrés Zuluaga Peña, 10:41:07"
    assert here() is screen.door.box.line
    assert screen.door.box.text() == ""
    window.undoing.undo()
    assert named_so(screen, "Julián Andrés Zuluaga Peña").hora_llegada is None


def test_who_is_already_in_is_told_with_the_hour_and_enter_goes_on(screen: RegistroScreen) -> None:
    write("66.310.182\n")
    assert said(screen, "ya_estaba") == (
        "Ya estaba: Zulma Yaneth Portocarrero. Ingresó a las 09:15 en el puesto Equipo de prueba  ·  hace 1 h 26 min"
    )
    before = len(people(screen))
    write("\n")
    assert screen.door.already.isHidden()
    assert (here(), screen.door.box.text(), len(people(screen))) == (screen.door.box.line, "", before)


def test_the_arrows_choose_another_of_those_found(screen: RegistroScreen) -> None:
    write("zul")
    press(here(), KEY.Key_Down)
    assert said(screen, "quien").startswith("Ana Milena Zuluaga Ríos")
    press(here(), KEY.Key_Up)
    press(here(), KEY.Key_Up)
    assert said(screen, "quien").startswith("Julián Andrés")


def test_someone_of_the_directory_comes_in_with_what_is_known_of_them(screen: RegistroScreen) -> None:
    table = JOURNALED["personas"].c
    known = {row.nombre for row in people(screen)}
    stored = screen.desk.ask(lambda c: c.execute(select(table.nombre, table.dependencia, table.organizacion)).all())
    person = next(row for row in stored if row.nombre not in known)
    write(f"{person.nombre}\n")
    row = named_so(screen, person.nombre)
    assert (row.dependencia, row.organizacion, row.hora_llegada) == (person.dependencia, person.organizacion, "10:41")


def test_who_is_not_found_becomes_a_new_person_in_four_fields(screen: RegistroScreen) -> None:
    write("Maricel Balanta\n")
    assert here().objectName() == "documento_numero"
    write("1.130.664.200")
    screen.door.newcomer.findChild(QWidget, "organizacion").setFocus()  # type: ignore[union-attr]
    write("JAC El Jardín")
    consent = screen.findChild(QWidget, "autoriza_nueva")
    assert consent is not None
    consent.setFocus()
    write("s")
    press(here(), KEY.Key_Return)
    row = named_so(screen, "Maricel Balanta")
    assert (row.documento_tipo, row.documento_numero, row.organizacion) == ("CC", "1130664200", "JAC El Jardín")
    assert (row.autorizacion_otorgada, row.hora_llegada) == (True, "10:41")
    assert here() is screen.door.box.line
    assert said(screen, "ultimo_ingreso").startswith("Ingresó Maricel Balanta")


def test_silence_is_not_a_yes(screen: RegistroScreen) -> None:
    press(here(), KEY.Key_Insert)
    screen.door.newcomer.findChild(QWidget, "nombre").setFocus()  # type: ignore[union-attr]
    write("Nata Hrdz\n\n\n")
    assert named_so(screen, "Nata Hrdz").autorizacion_otorgada is False


def test_a_name_is_asked_for_under_its_field_and_what_was_typed_stays(screen: RegistroScreen) -> None:
    write("1130664200\n")
    assert here().objectName() == "nombre"
    write("\n")
    around = Field.around(here())
    assert around is not None
    assert around.error() == "Escriba el nombre."
    press(here(), KEY.Key_Escape)
    assert here() is screen.door.box.line
    press(here(), KEY.Key_Insert)
    assert screen.door.newcomer.values()["documento_numero"] == "1130664200"


def test_a_repeated_document_is_told_once_and_then_registered_apart(screen: RegistroScreen) -> None:
    write("Otra Zulma\n")
    write("66.310.182\n")
    around = Field.around(here())
    assert around is not None
    assert "ya está: Zulma Yaneth Portocarrero, ingresó a las 09:15" in around.error()
    write("\n\n\n")
    assert [row.nombre for row in people(screen) if row.documento_numero == "66310182"] == [
        "Otra Zulma",
        "Zulma Yaneth Portocarrero",
    ]


def test_the_chosen_person_is_corrected_field_by_field(window: MainWindow, screen: RegistroScreen) -> None:
    row = named_so(screen, "Marta Lucía Echeverry")
    screen.seek(row.id)
    line = screen.findChild(QWidget, "asistente_cargo")
    assert line is not None
    line.setFocus()
    write("Veedora\n")
    hour = screen.findChild(QWidget, "asistente_hora_llegada")
    assert hour is not None
    hour.setFocus()
    hour.selectAll()  # type: ignore[attr-defined]
    write("8:05 am\n")
    stored = screen.desk.ask(ver_asistente, id=row.id)
    assert stored is not None
    assert (stored.cargo, stored.hora_llegada) == ("Veedora", "08:05")
    mode = screen.findChild(QWidget, "asistente_modalidad")
    assert mode is not None
    mode.setFocus()
    press(mode, KEY.Key_Right)
    assert named_so(screen, row.nombre).modalidad == "virtual"
    consent = screen.findChild(QWidget, "autorizacion")
    assert consent is not None
    consent.setFocus()
    write("n")
    assert named_so(screen, row.nombre).autorizacion_otorgada is False
    for _ in range(4):
        window.undoing.undo()
    assert named_so(screen, row.nombre) == row


def test_annulling_asks_a_reason_and_the_counters_follow(screen: RegistroScreen) -> None:
    assert said(screen, "contadores") == (
        "11 presentes, 14 registradas, 4 organizaciones, 1 virtual, 10 presenciales, 3 por llegar, 1 no autoriza"
    )
    row = named_so(screen, "Ana Milena Zuluaga Ríos")
    screen.people.table.select_key(row.id)
    screen.people.table.setFocus()
    answer_reason("Se registró dos veces")
    press(here(), KEY.Key_Delete)
    assert said(screen, "contadores") == (
        "10 presentes, 13 registradas, 3 organizaciones, 0 virtuales, 10 presenciales, 3 por llegar, 0 no autorizan"
    )
    assert [one.anulada for one in people(screen, "anuladas")] == ["Se registró dos veces"]


def test_who_comes_in_never_moves_what_is_being_looked_at(screen: RegistroScreen, qtbot: QtBot) -> None:
    for number in range(30):
        values: dict[str, object] = {"nombre": f"Persona {number:02}"}
        screen.desk.do(registrar_asistente, audiencia_id=screen.audiencia_id, valores=values, hora="09:30")
    table = screen.people.table
    table.select_key(named_so(screen, "Persona 10").id)
    table.setFocus()
    y = table.rowViewportPosition(table.currentIndex().row())
    screen.desk.do(
        registrar_asistente, audiencia_id=screen.audiencia_id, valores={"nombre": "Recién llegada"}, hora="10:00"
    )
    current = table.current()
    assert current is not None
    assert current.nombre == "Persona 10"
    assert table.rowViewportPosition(table.currentIndex().row()) == y


def test_people_without_a_name_and_platforms_are_kept_apart(screen: RegistroScreen) -> None:
    screen.side.show_part("conteos")
    screen.side.counted.add.setFocus()
    write("25 estudiantes de once\n")
    rows = screen.desk.ask(listar_conteos, audiencia_id=screen.audiencia_id)
    assert [(row.grupo, row.cantidad) for row in rows][-1] == ("estudiantes de once", 25)
    screen.side.show_part("metricas")
    screen.side.platforms.add.setFocus()
    write("YouTube\n")
    peak = screen.findChild(QWidget, "metrica_espectadores_maximos")
    assert peak is not None
    peak.setFocus()
    write("70\n")
    metrics = screen.desk.ask(listar_metricas, audiencia_id=screen.audiencia_id)
    assert (metrics[-1].canal, metrics[-1].espectadores_maximos) == ("YouTube", 70)
    screen.side.show_part("hojas")
    pages = screen.findChild(QWidget, "hojas_asistencia_folios")
    assert pages is not None
    pages.setFocus()
    write("3\n")
    assert screen.desk.ask(ver_hojas, audiencia_id=screen.audiencia_id).asistencia_folios == 3
    assert ", 14 registradas, " in said(screen, "contadores")


def test_the_last_entrance_is_taken_back_from_its_card_but_nothing_done_after_it(screen: RegistroScreen) -> None:
    write("julian zul\n")
    screen.desk.do(registrar_pregunta, audiencia_id=screen.audiencia_id, texto="¿Una?")
    undo = screen.findChild(QWidget, "deshacer_ingreso")
    assert undo is not None
    undo.click()  # type: ignore[attr-defined]
    assert "se hizo otra cosa" in screen.banner.text()
    assert named_so(screen, "Julián Andrés Zuluaga Peña").hora_llegada == "10:41"
    screen.desk.undo()
    undo.click()  # type: ignore[attr-defined]
    assert named_so(screen, "Julián Andrés Zuluaga Peña").hora_llegada is None


def test_a_half_typed_person_comes_back_in_its_fields(
    show_screen: ShowScreen, desk: Desk, audiencia_id: str, qtbot: QtBot
) -> None:
    first: RegistroScreen = show_screen(RegistroScreen, desk, audiencia_id)
    first.door.new_person()
    type_text(first.door.newcomer.findChild(QWidget, "nombre"), "Maricel Bal", gap=0)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: bool(desk.drafts.fresh()), timeout=2000)  # what a power cut would leave
    again: RegistroScreen = show_screen(RegistroScreen, desk, audiencia_id)
    assert again.door.newcomer.values()["nombre"] == "Maricel Bal"
    assert not again.door.newcomer.isHidden()
    again.door.to_line()  # where the keys are when the place is opened
    write("\n")
    assert here().objectName() == "documento_numero"  # the first thing that is missing
    again.door.newcomer.wanted.emit()
    assert desk.drafts.fresh() == {}


def test_the_printed_list_is_saved_where_the_person_says(screen: RegistroScreen, tmp_path: Path, qtbot: QtBot) -> None:
    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(tmp_path))
        dialog.accept()

    QTimer.singleShot(300, accept)
    with qtbot.waitSignal(screen.saving.saved, timeout=20_000) as told:
        screen.printing.save_list()
    [path] = told.args or [""]
    assert Path(path) == tmp_path / "Listado de asistencia rdc-2026-2.pdf"
    assert Path(path).read_bytes().startswith(b"%PDF-")
    assert "listado de asistencia: 2 páginas" in screen.banner.text()


def test_a_name_is_only_ever_a_name(screen: RegistroScreen) -> None:
    for nombre in ("<b>Ana</b> & Cía", "=1+1", "../../x", "🐟 Ñandú", "x" * 5_000):
        screen.door.new_person()
        line = screen.door.newcomer.findChild(QWidget, "nombre")
        assert line is not None
        line.retype(nombre)  # type: ignore[attr-defined]
        screen.door.newcomer.wanted.emit()
        assert named_so(screen, nombre).hora_llegada == "10:41"
        screen.door.box.line.retype(nombre[:50])
        assert screen.isVisible()
        screen.door.clear()


@pytest.mark.parametrize(
    ("kind", "number", "shown"),
    [
        ("CC", "1144020318", "CC 1.144.•••.318"),
        ("CC", "66310182", "CC 66.•••.182"),
        ("CE", "445566", "CE •••.566"),
        ("otro", "AB12345", "AB•••45"),
        ("PPT", "12", "PPT •••"),
        (None, None, ""),
    ],
)
def test_the_next_in_the_queue_cannot_read_a_document(kind: str | None, number: str | None, shown: str) -> None:
    assert veiled(kind, number) == shown


def test_a_count_says_how_many_and_who() -> None:
    assert count_of("25 estudiantes de once") == {"cantidad": "25", "grupo": "estudiantes de once"}
    assert count_of("1.200 personas en la plaza") == {"cantidad": "1200", "grupo": "personas en la plaza"}
    assert count_of("una comisión") == {"cantidad": "1", "grupo": "una comisión"}
