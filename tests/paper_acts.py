"""What is done with the papers of Registro, so that it can be drawn: signed sheets typed with real keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.app.desk import Desk
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.registro import RegistroScreen
from rcdesk.work.digitar import Elegida, Firma, dejar_vacio, digitar_ilegible, digitar_renglon
from rcdesk.work.hojas import cerrar_hoja, contar_firmas, preparar_hojas
from tests.acts import hearing_of
from tests.people import listar_asistentes
from tests.typing import press, type_text

NEW = (
    ("31.208.755", "Nelly Amparo Viveros", "Ciudadana"),
    ("16.720.111", "Carlos Zuluaga Betancur", "Veeduría Alumbrado"),
    ("94.330.031", "Héctor Fabio Lugo", "Concejo"),
    ("", "Ligia Stella Mina", "Ciudadana"),
)
"""Those who signed and nobody had registered."""


def signed_sheets(desk: Desk, audiencia_id: str) -> list[str]:
    """Prepare five sheets of thirteen rows: two are closed, one of them with a difference, and one is half typed."""
    sheets = desk.do(preparar_hojas, audiencia_id=audiencia_id, cuantas=5, renglones=13)
    people = desk.ask(listar_asistentes, audiencia_id=audiencia_id)
    firma = Firma(autoriza=True, hora="09:00")
    places = [(sheets[0], 1), (sheets[1], 1), (sheets[2], 1), (sheets[2], 2)]
    for (sheet, row), person in zip(places, people, strict=False):
        chosen = Elegida("asistente", person.id)
        desk.do(digitar_renglon, hoja_id=sheet, renglon=row, valores={}, elegida=chosen, firma=firma)
    for sheet, counted in ((sheets[0], 1), (sheets[1], 3)):
        desk.do(contar_firmas, id=sheet, firmas=counted)
        desk.do(cerrar_hoja, id=sheet)
    for row, (document, name, group) in zip((3, 5, 6, 8), NEW, strict=True):
        values: dict[str, object] = {"nombre": name, "documento_numero": document, "organizacion": group}
        firma = Firma(autoriza=row != 5, hora="09:00")
        desk.do(digitar_renglon, hoja_id=sheets[2], renglon=row, valores=values, firma=firma)
    desk.do(digitar_ilegible, hoja_id=sheets[2], renglon=4, hora="09:00")
    desk.do(dejar_vacio, hoja_id=sheets[2], renglon=7)
    desk.do(contar_firmas, id=sheets[2], firmas=11)
    return sheets


def registro_of(window: MainWindow) -> RegistroScreen:
    """Return Registro of the open hearing."""
    screen = window.findChild(RegistroScreen)
    assert screen is not None
    return screen


def typing_a_sheet(window: MainWindow) -> None:
    """A sheet half typed, and who may be the one in the ninth row."""
    assert window.bases.desk is not None
    sheets = signed_sheets(window.bases.desk, hearing_of(window))
    screen = registro_of(window)
    screen.folios.open(sheets[2])
    QApplication.processEvents()
    type_text(keys_of(screen), "1.107.220.999\n")
    type_text(keys_of(screen), "Zul")


def repeated_signature(window: MainWindow) -> None:
    """Someone who had signed in the first sheet signs again."""
    assert window.bases.desk is not None
    sheets = signed_sheets(window.bases.desk, hearing_of(window))
    screen = registro_of(window)
    screen.folios.open(sheets[2])
    QApplication.processEvents()
    type_text(keys_of(screen), "31208755")
    press(keys_of(screen), Qt.Key.Key_Return)
    press(keys_of(screen), Qt.Key.Key_Down)


def squaring(window: MainWindow) -> None:
    """A closed sheet that does not square, and what it says."""
    assert window.bases.desk is not None
    sheets = signed_sheets(window.bases.desk, hearing_of(window))
    screen = registro_of(window)
    screen.folios.open(sheets[1])
    assert screen.folios.view is not None
    screen.folios.view.panes.open_detail()


def papers(window: MainWindow) -> None:
    """The papers of the hearing, with the sheets that were printed."""
    assert window.bases.desk is not None
    signed_sheets(window.bases.desk, hearing_of(window))
    screen = registro_of(window)
    screen.side.show_part("hojas")
    screen.panes.open_detail()


def keys_of(screen: RegistroScreen) -> QWidget:
    """Return what has the keys of the sheet that is open."""
    assert screen.folios.view is not None
    cells = screen.folios.view.grid.cells
    focus = QApplication.focusWidget()
    return focus if focus is not None and cells.isAncestorOf(focus) else cells.document
