"""Lists of people that are opened at the door, so that they can be looked at."""

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.registro import RegistroScreen
from tests.pause import pause

LIST = """LISTA DE INSCRITOS;;;;;
Diálogo en el Telecentro;;;;;
CEDULA;Nombres y apellidos;Org. / barrio;Celular;¿Autoriza el tratamiento de sus datos?;Almuerzo
1.144.020.318;Julián Andrés Zuluaga Peña;JAC Los Almendros;;;Sí
94.320.031;Héctor Fabio Lugo;Concejo;315 555 01 02;Sí;No
66.310.182;Zulma Yaneth Portocarrero;Asocomunal El Jardín;310 555 44 18;Sí;Sí
16.720.940;Wilmer Hurtado Angulo;JAC La Honda;;Sí;Sí
1107O20557;Ana Lucía Ríos;Universidad del Litoral;;Sí;No
1.130.655.774;Zully Vanessa Arroyo;Ciudadana;;No;Sí
;Ramiro Velasco;Ciudadano;;Sí;No
14.966.288;Pedro Pablo Chará;Cabildo El Mirador;;Sí;Sí
14966288;PEDRO PABLO CHARA;Cabildo El Mirador;;Sí;Sí
31.445.207;Marta Lucía Echeverry;Veeduría Salud y Vida;;Sí;
38.600.650;Ligia Stella Mina;Ciudadana;;talvez;
38.600.651;;Ciudadana;;Sí;
31.820.207;María Zulú Angulo Castro;Ciudadana;;Sí;
"""


def batch_screen(window: MainWindow) -> RegistroScreen:
    screen = window.findChild(RegistroScreen)
    assert screen is not None
    return screen


def wait_read(screen: RegistroScreen) -> None:
    """Wait until a file is read and compared."""
    for _ in range(500):
        pause(10)
        if not screen.batch.sheet.reading:
            break
    QApplication.processEvents()


def people_list(window: MainWindow) -> None:
    """Open a list of people with rows of every kind, and stand on one that does not agree."""
    screen = batch_screen(window)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "inscritos_dialogo_2.csv"
        path.write_text(LIST)
        screen.batch.sheet.read(path)
        wait_read(screen)


def people_row(window: MainWindow) -> None:
    """The same, with the row alone in sight where there is no room for both."""
    people_list(window)
    batch_screen(window).batch.view.open_row()


def people_columns(window: MainWindow) -> None:
    """The same, with what each column is."""
    people_list(window)
    view = batch_screen(window).batch.view
    if not view.mapping.isVisible():
        view.columns.click()


def people_wrong(window: MainWindow) -> None:
    """The same, on the row that cannot come in."""
    people_list(window)
    batch_screen(window).batch.view.lines.select_key(8)
