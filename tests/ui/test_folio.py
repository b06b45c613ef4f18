"""A sheet signed on paper is typed with the keyboard alone, and there are as many people as signatures on it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.domain.codigos import codigo_de, leer_codigo
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import NumberField
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import Table
from rcdesk.ui.screens.registro import RegistroScreen
from rcdesk.ui.screens.registro.folio.folios import FOLIOS
from rcdesk.ui.screens.registro.folio.view import FolioView
from rcdesk.ui.tasks import tasks_of
from rcdesk.work.asistentes import AsistenteRow, registrar_asistente
from rcdesk.work.hojas import HojaRow, RenglonRow, listar_hojas, preparar_hojas, ver_hoja
from tests.bases import PRIMERA, SEGUNDA, hearing_id
from tests.corpus import corpus
from tests.people import listar_asistentes
from tests.typing import press, type_text
from tests.ui.conftest import ShowScreen
from tests.widgets import find, here

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


PEOPLE = (
    ("Julián Andrés Zuluaga Peña", "1144020318", ""),
    ("María Zulú Angulo Castro", "31820207", "09:14"),
    ("Zulma Yaneth Portocarrero", "66310182", "09:15"),
)


@pytest.fixture
def screen(show_screen: ShowScreen, desk: Desk, audiencia_id: str) -> RegistroScreen:
    """Registro of the hearing that is being prepared, with some people in and two sheets of six rows."""
    for nombre, numero, hora in PEOPLE:
        values: dict[str, object] = {"nombre": nombre, "documento_tipo": "CC", "documento_numero": numero}
        desk.do(registrar_asistente, audiencia_id=audiencia_id, valores=values, hora=hora)
    desk.do(preparar_hojas, audiencia_id=audiencia_id, cuantas=2, renglones=6)
    shown: RegistroScreen = show_screen(RegistroScreen, desk, audiencia_id)
    return shown


def sheets(screen: RegistroScreen) -> list[HojaRow]:
    return screen.desk.ask(listar_hojas, audiencia_id=screen.audiencia_id)


def rows(screen: RegistroScreen, place: int = 0) -> tuple[RenglonRow, ...]:
    found = screen.desk.ask(ver_hoja, id=sheets(screen)[place].id)
    assert found is not None
    return found.renglones


def person(screen: RegistroScreen, nombre: str) -> AsistenteRow:
    everybody = screen.desk.ask(listar_asistentes, audiencia_id=screen.audiencia_id)
    return next(row for row in everybody if row.nombre == nombre)


def folio(screen: RegistroScreen) -> FolioView:
    assert screen.folios.view is not None and screen.folios.is_open
    return screen.folios.view


def title(screen: RegistroScreen) -> str:
    return find(folio(screen), PlainLabel, "titulo_folio").text()


def told(screen: RegistroScreen) -> str:
    """What is said under the rows."""
    line = find(folio(screen), PlainLabel, "folio_dicho")
    return line.text() if line.isVisible() else ""


def write(text: str) -> None:
    """Type, each letter wherever the keys are by then."""
    for letter in text:
        type_text(here(), letter, gap=0)


def pick(screen: RegistroScreen, name: str) -> None:
    """Choose in the list under the cell."""
    table = folio(screen).grid.found.table
    place = next(i for i, offer in enumerate(table.model().rows) if name in offer.words)  # type: ignore[attr-defined]
    while table.currentIndex().row() != place:
        press(here(), KEY.Key_Down if table.currentIndex().row() < place else KEY.Key_Up)
    press(here(), KEY.Key_Return)


def test_a_whole_sheet_is_typed_without_a_mouse(screen: RegistroScreen) -> None:
    screen.folios.open(sheets(screen)[0].id)
    assert here().objectName() == "folio_documento"
    beside = folio(screen).side.width()
    write("1144020318")  # someone of the list, by their document
    press(here(), KEY.Key_Return)
    assert here().objectName() == "folio_autoriza"
    write("n\n")
    assert folio(screen).side.width() == beside  # the rows stay where they are when the first one is kept
    write("\tMarcela Inés Lasso\tJAC La Honda")  # somebody new
    press(here(), KEY.Key_Down)
    write("/-")
    write("31.208.755\tNelly Amparo Viveros\t=\t300 123 4567 nelly@correo.co\ts")
    press(here(), KEY.Key_Return)
    press(here(), KEY.Key_Down, CONTROL)
    assert [row.clase for row in rows(screen)] == ["lista", "nueva", "ilegible", "vacio", "nueva", "vacio"]
    julian = person(screen, "Julián Andrés Zuluaga Peña")
    assert (julian.hora_llegada, julian.firma, julian.folio, julian.renglon) == ("09:00", "papel", 1, 1)
    assert julian.autorizacion_otorgada is False
    nelly = person(screen, "Nelly Amparo Viveros")
    assert (nelly.documento_numero, nelly.organizacion, nelly.autorizacion_otorgada) == (
        "31208755",
        "JAC La Honda",
        True,
    )
    press(here(), KEY.Key_Return, CONTROL)
    assert here().objectName() == "firmas"
    write("5\n")
    press(here(), KEY.Key_Return, CONTROL)
    assert told(screen) == "Folio 1 cerrado: 4 de 5, falta 1. Queda escrito en Cierre."
    assert [one.estado for one in sheets(screen)] == ["con_diferencia", "sin_digitar"]
    assert title(screen) == "Folio 2 de 2"


def test_who_is_being_typed_is_offered_and_the_arrows_choose(screen: RegistroScreen) -> None:
    screen.folios.open(sheets(screen)[0].id)
    before = person(screen, "María Zulú Angulo Castro")
    write("\tzul")
    pick(screen, "María Zulú")
    press(here(), KEY.Key_Down)
    assert rows(screen)[0].asistente_id == before.id
    assert person(screen, before.nombre).hora_llegada == before.hora_llegada  # they were in, since then
    write("\tZulay Rengifo")
    press(here(), KEY.Key_Down)
    assert rows(screen)[1].clase == "nueva"


def test_the_same_person_twice_on_the_paper_is_told_and_not_doubled(screen: RegistroScreen) -> None:
    screen.folios.open(sheets(screen)[0].id)
    write("66310182")
    press(here(), KEY.Key_Return)
    press(here(), KEY.Key_Down)
    press(here(), KEY.Key_Down)
    people = len(screen.desk.ask(listar_asistentes, audiencia_id=screen.audiencia_id))
    write("66.310.182")
    press(here(), KEY.Key_Escape)  # typed whole, without choosing
    press(here(), KEY.Key_Down)
    assert told(screen).startswith("Zulma Yaneth Portocarrero ya firmó en el renglón 1. Enter otra vez")
    press(here(), KEY.Key_Return)
    assert rows(screen)[2].clase == "repetida"
    assert len(screen.desk.ask(listar_asistentes, audiencia_id=screen.audiencia_id)) == people
    assert sheets(screen)[0].cuadre.hechas == 2


def test_a_half_typed_row_survives_leaving_and_comes_back_with_its_sheet(screen: RegistroScreen, qtbot: QtBot) -> None:
    first, second = sheets(screen)
    screen.folios.open(first.id)
    write("29.111.222\tLuz Mar")
    qtbot.waitUntil(lambda: any("Luz Mar" in text.texto for text in screen.desk.drafts.fresh().values()))
    press(here(), KEY.Key_Escape)
    press(here(), KEY.Key_Escape)
    assert screen.covered is None
    assert here() is screen.door.box.line
    assert any(text.texto for key, text in screen.desk.drafts.fresh().items() if key.startswith("registro/folio/"))
    screen.folios.open(first.id)
    cells = folio(screen).grid.cells
    assert (cells.value().documento, cells.value().nombre) == ("29.111.222", "Luz Mar")
    write("ina")
    screen.folios.open(second.id)  # leaving the row keeps it
    assert rows(screen)[0].clase == "nueva"
    assert not any(key.startswith("registro/folio/") for key in screen.desk.drafts.fresh())


def test_each_row_is_one_step_of_undo_and_is_corrected_or_emptied_where_it_stands(screen: RegistroScreen) -> None:
    screen.folios.open(sheets(screen)[0].id)
    for name in ("Primera Persona", "Segunda Persona"):
        write(f"\t{name}")
        press(here(), KEY.Key_Down)
    screen.desk.undo()
    assert [row.clase for row in rows(screen)[:2]] == ["nueva", "pendiente"]
    screen.desk.undo()
    assert [row.clase for row in rows(screen)[:2]] == ["pendiente", "pendiente"]
    write("\tTercera")
    screen.desk.redo()  # what changes in the other rows leaves the half-typed one as it is
    assert [row.clase for row in rows(screen)[:2]] == ["nueva", "pendiente"]
    assert folio(screen).grid.cells.value().nombre == "Tercera"
    folio(screen).grid.cells.name.retype("")  # nothing is left to be kept in this row
    screen.folios.open(sheets(screen)[1].id)
    write("\tCarlos Zulaga")
    press(here(), KEY.Key_Down)
    said = screen.desk.undo_step
    press(here(), KEY.Key_Up)
    press(here(), KEY.Key_Down)  # only looked at
    assert screen.desk.undo_step == said
    press(here(), KEY.Key_Up)
    cells = folio(screen).grid.cells
    key = rows(screen, 1)[0].asistente_id
    cells.name.setFocus()
    cells.name.selectAll()
    write("Carlos Zuluaga Betancur")
    press(here(), KEY.Key_Down)
    assert (rows(screen, 1)[0].nombre, rows(screen, 1)[0].asistente_id) == ("Carlos Zuluaga Betancur", key)
    press(here(), KEY.Key_Up)
    cells.name.setFocus()
    cells.name.selectAll()
    press(here(), KEY.Key_Delete)
    press(here(), KEY.Key_Down)
    assert rows(screen, 1)[0].clase == "pendiente"


def test_a_closed_sheet_is_not_typed_until_it_is_opened_again(screen: RegistroScreen) -> None:
    screen.folios.resume()
    folio(screen).side.count.setFocus()
    write("0\n")
    press(folio(screen), KEY.Key_Return, CONTROL)
    assert sheets(screen)[0].estado == "cuadrada"
    screen.folios.previous_sheet()
    assert folio(screen).grid.cells.isHidden()
    find(folio(screen), Button, "reabrir_folio").click()
    assert here().objectName() in ("folio_documento", "dejar_folio")
    assert not folio(screen).grid.cells.isHidden()


def test_a_sheet_is_opened_by_its_code_and_by_its_number(screen: RegistroScreen, qtbot: QtBot) -> None:
    _, second = sheets(screen)
    read = leer_codigo(codigo_de("hoja", second.id))
    assert read is not None
    screen.folios.open(read.id)
    assert screen.folios.is_open
    screen.seek(FOLIOS)  # as Cierre asks for it: the first that is not closed
    assert title(screen) == "Folio 1 de 2"
    screen.folios.next_sheet()
    assert title(screen) == "Folio 2 de 2"
    press(here(), KEY.Key_Escape)
    screen.side.show_part("hojas")
    line = screen.findChild(NumberField, "folio")
    assert line is not None
    line.setFocus()
    write("7\n")
    assert screen.covered is None
    line.setFocus()
    line.selectAll()
    write("1\n")
    assert title(screen) == "Folio 1 de 2"
    other = hearing_id(screen.desk, PRIMERA)
    [foreign] = screen.desk.do(preparar_hojas, audiencia_id=hearing_id(screen.desk, SEGUNDA), cuantas=1, renglones=3)
    screen.open(other)
    screen.folios.open(foreign)
    assert screen.covered is None
    assert "es de otra audiencia" in screen.banner.text()


def test_sheets_are_prepared_with_as_many_rows_as_fit_and_listed(screen: RegistroScreen, qtbot: QtBot) -> None:
    screen.side.show_part("hojas")
    many = screen.findChild(NumberField, "cuantas_hojas")
    assert many is not None
    many.setFocus()
    many.selectAll()
    write("3\n")
    qtbot.waitUntil(lambda: len(sheets(screen)) == 5, timeout=15000)
    assert [one.folio for one in sheets(screen)] == [1, 2, 3, 4, 5]
    assert sheets(screen)[4].renglones >= 8
    assert "Se prepararon 3 hojas" in screen.banner.text()
    table = screen.findChild(Table, "hojas_preparadas")
    assert table is not None
    assert table.model().rowCount() == 5
    table.row_activated.emit(table.model().rows[3])  # type: ignore[attr-defined]
    assert title(screen) == "Folio 4 de 5"
    tasks_of(screen).close()


def test_whatever_a_paper_says_is_only_text_kept_or_refused_in_place(screen: RegistroScreen) -> None:
    texts = corpus("campo", "buscar")
    [hoja] = screen.desk.do(preparar_hojas, audiencia_id=screen.audiencia_id, cuantas=1, renglones=len(texts) + 1)
    screen.folios.open(hoja)
    cells = folio(screen).grid.cells
    for bad in texts:
        row = cells.row.numero
        for cell in (cells.document, cells.name, cells.group, cells.contact):
            cell.retype(bad.text)
        cells.take_keys()
        folio(screen).grid.found.hide()
        press(here(), KEY.Key_Down)
        if cells.row.numero == row:
            assert told(screen), bad.code
            for cell in (cells.document, cells.name, cells.group, cells.contact):
                cell.retype("")
            press(here(), KEY.Key_Down)
    view = screen.desk.ask(ver_hoja, id=hoja)
    assert view is not None
    assert any(row.nombre == "<b>hola</b> & «x» &amp;" for row in view.renglones)
