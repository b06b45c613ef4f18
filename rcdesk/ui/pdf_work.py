"""A document that may be saved as PDF or printed: what it is, and how it is made off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rcdesk.i18n import plural
from rcdesk.ui.saving import Work

if TYPE_CHECKING:
    from rcdesk.documents.blocks import Document


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
