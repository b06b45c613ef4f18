"""A document that may be saved as PDF or Word, or printed: what it is, and how it is made off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rcdesk.i18n import peso, plural
from rcdesk.ui.saving import Saving, Work, nothing

if TYPE_CHECKING:
    from rcdesk.documents.blocks import Document
    from rcdesk.ui.kit.screen import Screen
    from rcdesk.ui.printer import Printer
    from rcdesk.work.entidad import Falta


@dataclass(frozen=True, slots=True)
class PdfWork:
    """What it is («El guion»), its proposed name, and `document`, called on another thread.

    `also` are the other kinds of file that it is offered in: «docx», to go on editing it, and «xlsx», to reckon with
    its figures. `sealed`, called there too, gives its PDF when it was made once and for all: then those very bytes are
    saved and printed. `lacks` tells what its head is printed without.
    """

    what: str
    name: str
    document: Callable[[], Document]
    also: tuple[str, ...] = ()
    sealed: Callable[[], bytes | None] = nothing
    lacks: Callable[[], Falta | None] = nothing

    def to_save(self, kind: str = "pdf") -> Work:
        """Return how it is kept as a file, of that kind unless the person chooses another of its own."""
        kinds = ("pdf", *self.also)
        other = tuple(each for each in kinds if each != kind)
        return Work(self.what, self.name, kind, self._make, other, lacks=self.lacks)

    def _make(self, path: Path) -> str:
        if path.suffix.lower() == ".docx" and "docx" in self.also:
            from rcdesk.render.docx import to_docx

            return peso(to_docx(self.document(), path))
        if path.suffix.lower() == ".xlsx" and "xlsx" in self.also:
            from rcdesk.render.book import to_xlsx

            cut = to_xlsx(self.document(), path)
            return f"{peso(path.stat().st_size)}{_told(cut)}"
        sealed = self.sealed()
        if sealed is not None:
            from rcdesk.store.files import write_atomic

            write_atomic(path, sealed)
            return f"{peso(len(sealed))}, el mismo que se selló"
        from rcdesk.render.pdf import to_pdf  # ReportLab takes 0.2 s to import

        return plural(to_pdf(self.document(), path), "página", "páginas")

    def to_print(self) -> bytes:
        """Make it in memory: what is printed leaves no file behind."""
        from rcdesk.render.pdf import to_bytes

        sealed = self.sealed()
        return to_bytes(self.document()) if sealed is None else sealed


def _told(cut: int) -> str:
    """What there is to say of the cells whose text was longer than a spreadsheet takes."""
    return f"\nSe recortó el texto de {plural(cut, 'celda', 'celdas')}: Excel no admite más." if cut else ""


class OnPaper(QObject):
    """Prints the documents of one screen; where it cannot be, its `saving` keeps them."""

    def __init__(self, screen: Screen, saving: Saving) -> None:
        super().__init__(screen)
        self._screen, self._saving = screen, saving
        self._printer: Printer | None = None

    def print_out(self, work: PdfWork) -> None:
        """Ask which printer, and print it."""
        if self._printer is None:
            from rcdesk.ui.printer import Printer  # what prints is loaded when something is printed

            self._printer = Printer(self._screen)
        self._printer.ask(work, self._saving)
