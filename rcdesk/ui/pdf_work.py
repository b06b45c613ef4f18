"""A document that may be saved as PDF or printed: what it is, and how it is made off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rcdesk.i18n import plural
from rcdesk.ui.saving import Saving, Work

if TYPE_CHECKING:
    from rcdesk.documents.blocks import Document
    from rcdesk.ui.kit.screen import Screen
    from rcdesk.ui.printer import Printer


@dataclass(frozen=True, slots=True)
class PdfWork:
    """What it is («El guion»), its proposed name, and `document`, called on another thread."""

    what: str
    name: str
    document: Callable[[], Document]

    def to_save(self) -> Work:
        """Return how it is kept as a file."""

        def make(path: Path) -> str:
            from rcdesk.render.pdf import to_pdf  # ReportLab takes 0.2 s to import

            return plural(to_pdf(self.document(), path), "página", "páginas")

        return Work(self.what, self.name, "pdf", make)

    def to_print(self) -> bytes:
        """Make it in memory: what is printed leaves no file behind."""
        from rcdesk.render.pdf import to_bytes

        return to_bytes(self.document())


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
