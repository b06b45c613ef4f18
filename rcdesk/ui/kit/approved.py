"""One quiet line over what an approved acta tells: it no longer changes, and where a new version is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk


class ApprovedNote(Card):
    """Hidden while the acta of the hearing is not approved."""

    asked = Signal()  # to go where it is corrected

    def __init__(self) -> None:
        super().__init__(fill="sunken", raised=False)
        self._words = named("acta_aprobada", PlainLabel("", "body", wrap=True))
        go = named("corregir_acta", Button("Corregir…", "pen-line", kind="quiet", small=True))
        go.setAccessibleName("Corregir el acta con una versión nueva")
        go.clicked.connect(self.asked)
        self.setLayout(row(Glyph("lock", "ink2", 14), (self._words, 1), go, margins=(14, 4, 8, 4), gap=8))
        self.setObjectName("nota_de_acta_aprobada")
        self.hide()

    def show_hearing(self, desk: Desk, audiencia_id: str) -> None:
        """Say whether the acta of a hearing is approved."""
        from rcdesk.work.instantaneas import version_vigente  # only the hearing's own screens need it

        approved = desk.ask(version_vigente, audiencia_id) if audiencia_id else None
        self.show_version(approved.version if approved is not None else None)

    def show_version(self, version: int | None) -> None:
        """Say which version of the acta is approved; None when none is."""
        self._words.setText(f"Acta aprobada (versión {version or 1}): lo que dice ya no cambia.")
        self.setVisible(version is not None)
