"""A plan that comes back from Excel, over its screen, to be looked at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

import openpyxl
from PySide6.QtGui import QGuiApplication

from rcdesk.documents.planilla import Celda, Porcentaje
from rcdesk.render.xlsx import to_xlsx
from rcdesk.ui.excel.bringing import Excel
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.compromisos import CompromisosScreen
from rcdesk.ui.screens.cronograma import CronogramaScreen
from rcdesk.work.cuadro_de_compromisos import planilla_de_compromisos
from rcdesk.work.cuadro_de_plan import planilla_de_plan
from tests.pause import pause
from tests.shots import Shot
from tests.work.cuadro_actions import HOY, edited, plan_id

MATRIX = (
    ("ALCALDÍA DE VALLE SERENO", None, None, None, None, None),
    ("Subcomponente", "Actividades", "Meta o producto", "Indicador", "Responsable", "Fecha programada"),
    (
        "Información",
        "Publicar el informe de gestión",
        4,
        "Informes publicados",
        "Planeación / Prensa",
        date(2026, 3, 15),
    ),
    (None, None, None, None, None, date(2026, 6, 15)),
    (None, "Actualizar la página", 1, "Página al día", "Prensa", "Julio - diciembre"),
    ("Diálogo", "Audiencia pública", 1, None, "Alcalde", "31/02/2026"),
    (None, "Taller con veedurías", 2, None, "Planeación", "octubre"),
)


def matrix(path: Path) -> Path:
    """Write the matrix of an entity: merged cells, a hidden row, dates in two rows and in words."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "PAAC"
    for row in MATRIX:
        page.append(row)
    for merged in ("A1:F1", "A3:A5", "B3:B4", "A6:A7"):
        page.merge_cells(merged)
    page["C5"].number_format = "0%"
    page.row_dimensions[7].hidden = True
    book.save(path)
    return path


def cronograma(window: MainWindow) -> CronogramaScreen:
    """Go to the first plan."""
    window.go("cronograma")
    screen = window.findChild(CronogramaScreen)
    assert screen is not None
    return screen


def bring(excel: Excel, path: Path) -> None:
    """Bring a file, as if it were dropped."""
    excel._sheet.read(path)
    wait(excel)


def wait(excel: Excel) -> None:
    """Wait until it is compared."""
    for _ in range(150):
        pause(20)
        if not excel._sheet.reading:
            break


def came_back(window: MainWindow) -> None:
    """The plan in sight comes back from Excel with some cells changed."""
    screen = cronograma(window)
    sheet = screen.desk.ask(planilla_de_plan, plan_id=plan_id(screen.desk))
    cells: dict[tuple[int, str], Celda] = {
        (0, "Responsables"): "Planeación\nPrensa",
        (1, "Meta o producto"): "Autodiagnóstico diligenciado, firmado y publicado en la página",
        (1, "Hasta"): date(2026, 12, 4),
        (2, "Retirar (escriba el motivo)"): "Se unió con la 1.2",
        (3, "Desde"): "31/02/2026",
        (4, "Cuánto"): Porcentaje(80),
    }
    path = Path(mkdtemp()) / "Estrategia corregida.xlsx"
    to_xlsx(edited(sheet, cells, ("5.9", "Evaluación", "Encuesta a los asistentes", "diálogo")), path)
    bring(screen.excel, path)
    screen.excel.view.lines.select_key(3)


def of_another(window: MainWindow) -> None:
    """The matrix of any entity is brought."""
    bring(cronograma(window).excel, matrix(Path(mkdtemp()) / "Matriz PAAC 2026.xlsx"))


def pasted(window: MainWindow) -> None:
    """Rows copied in Excel are pasted."""
    QGuiApplication.clipboard().setText("Actividad\tResponsable\tFecha\nTaller de Excel\tPlaneación\t30/11/2026\n")
    screen = cronograma(window)
    screen.excel.paste()
    wait(screen.excel)


def promises(window: MainWindow) -> None:
    """The commitments come back with what was done since."""
    window.go("compromisos")
    screen = window.findChild(CompromisosScreen)
    assert screen is not None
    sheet = screen.desk.ask(planilla_de_compromisos, hoy=HOY)
    cells: dict[tuple[int, str], Celda] = {
        (0, "Avance"): Porcentaje(80),
        (0, "Qué se ha hecho"): "Se firmó el contrato de interventoría",
        (1, "Fecha"): date(2027, 1, 29),
        (2, "Qué hacer"): "Otra cosa",
        (3, "Avance"): Porcentaje(120),
    }
    path = Path(mkdtemp()) / "Compromisos noviembre.xlsx"
    to_xlsx(edited(sheet, cells, ("", "participacion-2026", "Pintar la escuela", "", "Obras")), path)
    bring(screen.excel, path)


_EXCEL: tuple[tuple[str, Callable[[MainWindow], None]], ...] = (
    ("excel_vuelve", came_back),
    ("excel_ajeno", of_another),
    ("excel_pegado", pasted),
    ("excel_compromisos", promises),
)
EXCEL = tuple(Shot(name, act) for name, act in _EXCEL)
