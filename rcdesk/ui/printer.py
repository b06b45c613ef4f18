"""Printing a document: the system asks which printer, and each page is drawn for it, one in memory at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QTransform
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from rcdesk.app.progress import Cancelled, Progress
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.domain.palabras import con_minuscula
from rcdesk.i18n import plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.paper import page_image, reading
from rcdesk.ui.pdf_work import PdfWork
from rcdesk.ui.saving import Saving
from rcdesk.ui.tasks import Task, tasks_of

R = TypeVar("R")

_DPI: Final = 300  # a page of it is 33 MB; more does not read better on paper
_POINTS: Final = 72  # of an inch
_SAME: Final = 2.0  # points in which two papers are the same one

_Unit = QPageSize.Unit
_Orientation = QPageLayout.Orientation


@dataclass(frozen=True, slots=True)
class _Ready:
    """A PDF in memory, how many pages it has, and the size of the first in points."""

    pdf: bytes
    pages: int
    size: QSizeF


@dataclass(frozen=True, slots=True)
class System:
    """What only the system knows. `choose` asks how to print so many pages, and says whether to go on."""

    has_printers: Callable[[], bool]
    choose: Callable[[QWidget, QPrinter, int], bool]


def ask_system(parent: QWidget, printer: QPrinter, pages: int) -> bool:
    """Show the system's own dialog: which printer, which pages, how many copies."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Imprimir")
    dialog.setObjectName("imprimir")
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintSelection, False)
    dialog.setMinMax(1, pages)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted


SYSTEM: Final = System(lambda: bool(QPrinterInfo.availablePrinterNames()), ask_system)


class Printer(QObject):
    """Prints the documents of one screen, and tells it in the screen's banner; where it cannot, it offers the PDF."""

    def __init__(self, screen: Screen, system: System = SYSTEM) -> None:
        super().__init__(screen)
        self._screen, self._system = screen, system
        self._task: Task | None = None
        self._work: PdfWork | None = None
        self._saving: Saving | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being prepared or printed."""
        return self._task is not None

    def ask(self, work: PdfWork, saving: Saving) -> None:
        """Print a document as the person says; where it cannot be, `saving` keeps it."""
        if self.busy:
            self._screen.banner.tell("warn", "Espere: todavía se está imprimiendo lo anterior.")
            return
        self._work, self._saving = work, saving
        if not self._system.has_printers():
            self._offer_pdf("No hay impresoras en este equipo.", "Guárdelo en PDF y llévelo a imprimir.")
            return
        self._tell_under_way(f"Preparando {con_minuscula(work.what)}…", "")
        self._run(lambda _: _ready(work.to_print()), done=self._choose)

    def _choose(self, ready: _Ready) -> None:
        self._task = None
        self._screen.banner.clear()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._what)
        printer.setFullPage(True)
        printer.setPageLayout(_layout(ready.size))
        proposed = printer.pageLayout()
        if self._system.choose(self._screen, printer, ready.pages):
            self._tell_under_way(f"Imprimiendo {con_minuscula(self._what)}", printer.printerName())
            paper = None if _is_as_large(printer.pageLayout(), proposed) else printer.pageLayout().pageSize()
            job = partial(print_pdf, ready.pdf, printer, paper=paper)
            self._run(job, done=partial(self._tell_done, printer))

    def _run(self, job: Callable[[Progress], R], *, done: Callable[[R], object]) -> None:
        self._task = tasks_of(self._screen).run(
            self,
            job,
            done=done,
            failed=self._explain,
            advanced=lambda _step, _total, words: self._screen.banner.go_on(words),
            pages=True,
        )

    @property
    def _what(self) -> str:
        return self._work.what if self._work is not None else ""

    def _tell_under_way(self, title: str, sentence: str) -> None:
        stop = named("cancelar_impresion", Button("Cancelar", small=True))
        stop.clicked.connect(self.cancel)
        self._screen.banner.tell("neutral", title, sentence, stop, icon="printer")

    def cancel(self) -> None:
        """Stop at the next page; what the printer already has, it prints."""
        if self._task is not None:
            self._task.cancel()

    def _tell_done(self, printer: QPrinter, pages: int) -> None:
        self._task = None
        where = f"a «{printer.printerName()}»" if printer.printerName() else "al archivo"
        sent = plural(pages, "página", "páginas")
        self._screen.banner.tell("ok", f"Se envió {con_minuscula(self._what)} {where}: {sent}.")

    def _explain(self, error: BaseException) -> None:
        self._task = None
        match error:
            case Cancelled():
                self._screen.banner.tell("neutral", f"Se dejó de imprimir {con_minuscula(self._what)}.")
            case RuleError() | StoreError():
                self._offer_pdf(f"No se pudo imprimir {con_minuscula(self._what)}", str(error))
            case _:
                self._screen.banner.clear()
                raise error

    def _offer_pdf(self, title: str, sentence: str) -> None:
        button = named("guardar_en_pdf", Button("Guardar en PDF…", "download", small=True))
        button.clicked.connect(self._save)
        self._screen.banner.tell("warn", title, sentence, button)

    def _save(self) -> None:
        if self._work is not None and self._saving is not None:
            self._saving.ask(self._work.to_save())


def print_pdf(pdf: bytes, printer: QPrinter, progress: Progress, *, paper: QPageSize | None = None) -> int:
    """Draw the pages that were asked for, each lying or standing as it is, and return how many were sent.

    They go on the paper they were made for, or on the `paper` that the person chose instead.
    Only for jobs with `pages`: PDFium is called on one thread. StoreError when the printer does not answer.
    """
    with reading(pdf) as document:
        places = list(_asked(printer, len(document)))
        painter = QPainter()
        try:
            for sent, place in enumerate(places):
                progress(sent, len(places), f"Página {sent + 1} de {len(places)}")
                size = QSizeF(*document.get_page_size(place))
                _lay(printer, _layout(size, paper))
                if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
                    raise StoreError("La impresora no respondió. Revise que esté encendida y con papel.")
                image = page_image(document, place, round(size.width() * _resolution(printer) / _POINTS))
                _draw(painter, printer, image, size)
            progress(len(places), len(places), "Enviando a la impresora")
        except BaseException:
            _forget(printer, painter)
            raise
        if not painter.end() or printer.printerState() == QPrinter.PrinterState.Error:
            raise StoreError("La impresora dejó de responder antes de terminar. Revísela y vuelva a imprimir.")
        return len(places)


def _ready(pdf: bytes) -> _Ready:
    with reading(pdf) as document:
        return _Ready(pdf, len(document), QSizeF(*document.get_page_size(0)))


def _asked(printer: QPrinter, pages: int) -> Iterable[int]:
    """The pages to print (from 0), in order, again for each copy that the printer does not make by itself."""
    wanted = range(pages)
    if printer.printRange() == QPrinter.PrintRange.PageRange:
        first, last = printer.fromPage() or 1, printer.toPage() or pages
        wanted = range(max(0, first - 1), min(pages, last))
    order = wanted[::-1] if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst else wanted
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        return [place for _ in range(copies) for place in order]
    return [place for place in order for _ in range(copies)]


def _resolution(printer: QPrinter) -> int:
    return min(_DPI, printer.resolution())


def _layout(size: QSizeF, paper: QPageSize | None = None) -> QPageLayout:
    """The paper of a page of so many points: its own, or `paper`, lying or standing as the page does."""
    lying = size.width() > size.height()
    if paper is None:
        own = size.transposed() if lying else size
        paper = QPageSize(own, _Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    return QPageLayout(paper, _Orientation.Landscape if lying else _Orientation.Portrait, QMarginsF())


def _is_as_large(one: QPageLayout, other: QPageLayout) -> bool:
    """Whether two papers are the same one, however they lie."""
    sides = (sorted((paper.width(), paper.height())) for paper in (one.fullRectPoints(), other.fullRectPoints()))
    return all(abs(a - b) <= _SAME for a, b in zip(*sides, strict=True))


def _lay(printer: QPrinter, wanted: QPageLayout) -> None:
    """Ask for the paper of the next page, unless the one that is in is that, and lies so."""
    now = printer.pageLayout()
    if now.orientation() != wanted.orientation() or not _is_as_large(now, wanted):
        printer.setPageLayout(wanted)  # one that does not admit it stays as it is, and the page is fitted to it


def _draw(painter: QPainter, printer: QPrinter, image: QImage, size: QSizeF) -> None:
    """Draw a page in its own size, or as large as the paper lets it; turned, when the paper did not turn."""
    paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    if (size.width() > size.height()) != (paper.width() > paper.height()):
        image, size = image.transformed(QTransform().rotate(90)), size.transposed()
    dots = printer.resolution() / _POINTS
    scale = min(dots, paper.width() / size.width(), paper.height() / size.height())
    box = QRectF(0, 0, size.width() * scale, size.height() * scale)
    box.moveCenter(QRectF(0, 0, paper.width(), paper.height()).center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(box, image)


def _forget(printer: QPrinter, painter: QPainter) -> None:
    """Stop what was begun; half a file is none."""
    if painter.isActive():
        printer.abort()
        painter.end()
    if printer.outputFileName():
        Path(printer.outputFileName()).unlink(missing_ok=True)
