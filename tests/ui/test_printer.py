"""What is sent to the printer is the document: its pages, as they lie; asked for in part, stopped, or refused."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.app.progress import Cancelled
from rcdesk.documents.blocks import Document
from rcdesk.domain.errors import StoreError
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.paper import page_image, reading
from rcdesk.ui.pdf_work import PdfWork
from rcdesk.ui.printer import Printer, System, print_pdf
from rcdesk.ui.saving import Saving
from rcdesk.ui.screens.audiencias import AudienciasScreen
from rcdesk.ui.tasks import tasks_of
from rcdesk.work.documentos import documento_kit
from rcdesk.work.hojas import preparar_hojas
from tests.bases import SEGUNDA, hearing_id
from tests.ui.conftest import ShowScreen
from tests.ui.saving import save_as


@pytest.fixture
def kit(desk: Desk) -> PdfWork:
    """The contingency kit of the example: its sheets to sign lie down."""
    desk.do(preparar_hojas, audiencia_id=hearing_id(desk, SEGUNDA), cuantas=1, renglones=12)

    def document() -> Document:
        return desk.ask(documento_kit, codigo=SEGUNDA, evidencias=desk.folder, tarjetas=4)

    return PdfWork("El kit de contingencia", "Kit", document)


@pytest.fixture
def screen(show_screen: ShowScreen, desk: Desk) -> Iterator[Screen]:
    """Any screen: where something is printed, its banner tells it."""
    shown: Screen = show_screen(AudienciasScreen, desk)
    yield shown
    tasks_of(shown).close()


def to_file(path: Path) -> QPrinter:
    """A printer that writes what it is sent, at a resolution that a test can wait for."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(72)
    printer.setFullPage(True)
    return printer


def quiet(step: int, total: int, words: str) -> None:
    """Hear the progress."""


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    with reading(pdf) as document:
        found = [QSizeF(*document.get_page_size(place)) for place in range(len(document))]
    return [(round(size.width()), round(size.height())) for size in found]


def shade(pdf: bytes, place: int) -> list[int]:
    """How dark each part of a page is."""
    with reading(pdf) as document:
        page = page_image(document, place, 300).convertToFormat(QImage.Format.Format_Grayscale8)
        small = page.scaled(12, 12, mode=Qt.TransformationMode.SmoothTransformation)
    return [small.pixelColor(x, y).value() for x in range(12) for y in range(12)]


def test_each_page_is_printed_as_it_lies(kit: PdfWork, tmp_path: Path) -> None:
    pdf, path = kit.to_print(), tmp_path / "impreso.pdf"
    assert print_pdf(pdf, to_file(path), quiet) == len(sizes(pdf))
    printed = path.read_bytes()
    assert sizes(printed) == sizes(pdf)
    assert {wide > high for wide, high in sizes(pdf)} == {True, False}
    for place in range(len(sizes(pdf))):
        pairs = zip(shade(pdf, place), shade(printed, place), strict=True)
        assert sum(abs(a - b) for a, b in pairs) / 144 < 12


def test_some_pages_are_printed_as_many_times_as_asked(kit: PdfWork, tmp_path: Path) -> None:
    pdf, path = kit.to_print(), tmp_path / "impreso.pdf"
    printer = to_file(path)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    printer.setCopyCount(2)
    copies = 1 if printer.supportsMultipleCopies() else 2
    assert print_pdf(pdf, printer, quiet) == 2 * copies
    assert sizes(path.read_bytes()) == sizes(pdf)[1:3] * copies


def test_on_another_paper_each_page_is_fitted_and_lies_as_it_did(kit: PdfWork, tmp_path: Path) -> None:
    pdf, path = kit.to_print(), tmp_path / "impreso.pdf"
    print_pdf(pdf, to_file(path), quiet, paper=QPageSize(QPageSize.PageSizeId.A5))
    printed = sizes(path.read_bytes())
    assert {tuple(sorted(page)) for page in printed} == {(420, 595)}
    assert [wide > high for wide, high in printed] == [wide > high for wide, high in sizes(pdf)]
    pairs = zip(shade(pdf, 0), shade(path.read_bytes(), 0), strict=True)
    assert sum(abs(a - b) for a, b in pairs) / 144 < 20


def test_printing_that_is_stopped_leaves_no_half_file(kit: PdfWork, tmp_path: Path) -> None:
    path = tmp_path / "impreso.pdf"

    def stop(step: int, total: int, words: str) -> None:
        if step == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_pdf(kit.to_print(), to_file(path), stop)
    assert not path.exists()


def test_a_printer_that_does_not_answer_is_told(kit: PdfWork, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="La impresora no respondió"):
        print_pdf(kit.to_print(), to_file(tmp_path / "no hay carpeta" / "impreso.pdf"), quiet)


def test_without_printers_the_pdf_is_offered(screen: Screen, kit: PdfWork, tmp_path: Path, qtbot: QtBot) -> None:
    printer, saving, path = Printer(screen, _system(printers=False)), Saving(screen), tmp_path / "kit.pdf"
    printer.ask(kit, saving)
    assert screen.banner.text().startswith("No hay impresoras en este equipo.")
    save_as(path)
    button(screen, "guardar_en_pdf").click()
    qtbot.waitUntil(path.exists, timeout=15000)
    qtbot.waitUntil(lambda: "Se guardó" in screen.banner.text(), timeout=15000)


def test_the_document_is_prepared_asked_about_and_sent(
    screen: Screen, kit: PdfWork, tmp_path: Path, qtbot: QtBot
) -> None:
    asked: list[int] = []
    path = tmp_path / "impreso.pdf"

    def choose(_parent: QWidget, printer: QPrinter, pages: int) -> bool:
        asked.append(pages)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setResolution(72)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))  # the only paper that there is
        return True

    printer = Printer(screen, _system(choose))
    printer.ask(kit, Saving(screen))
    assert button(screen, "cancelar_impresion").isVisible()
    printer.ask(kit, Saving(screen))
    assert screen.banner.text().startswith("Espere: todavía se está imprimiendo")
    qtbot.waitUntil(lambda: not printer.busy, timeout=15000)
    assert screen.banner.text() == f"Se envió el kit de contingencia al archivo: {asked[0]} páginas."
    assert [tuple(sorted(page)) for page in sizes(path.read_bytes())] == [(595, 842)] * asked[0]


def test_who_goes_back_prints_nothing(screen: Screen, kit: PdfWork, qtbot: QtBot) -> None:
    printer = Printer(screen, _system(lambda *_: False))
    printer.ask(kit, Saving(screen))
    qtbot.waitUntil(lambda: not printer.busy, timeout=15000)
    assert screen.banner.isHidden()


def button(screen: Screen, name: str) -> Button:
    found = screen.banner.findChildren(Button, name)
    assert found
    return found[-1]


def _system(choose: Callable[[QWidget, QPrinter, int], bool] = lambda *_: False, *, printers: bool = True) -> System:
    return System(lambda: printers, choose)
