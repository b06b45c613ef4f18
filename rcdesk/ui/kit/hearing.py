"""The base of the screens that work on one hearing: a tab each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout

from rcdesk.ui.kit.approved import ApprovedNote
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.screen import Screen

if TYPE_CHECKING:
    from rcdesk.app.desk import Changed


class HearingScreen(Screen):
    """A tab of the open hearing. The window tells it which hearing with `open`."""

    audiencia_id: str = ""
    told_by_acta: ClassVar[bool] = False  # whether what is written in it no longer changes once the acta is approved
    _note: ApprovedNote | None = None

    def fill(self, layout: QLayout) -> None:
        """Put the work of this tab under the rows where it speaks."""
        if not self.told_by_acta:
            super().fill(layout)
            return
        self._note = ApprovedNote()
        self._note.asked.connect(lambda: self.wants.emit("acta", "/versiones"))
        super().fill(column(row((self._note, 1), margins=(8, 0, 8, 0)), (layout, 1), gap=6))

    def open(self, audiencia_id: str) -> None:
        """Work on this hearing from now on."""
        if audiencia_id != self.audiencia_id:
            self.audiencia_id = audiencia_id
            self.banner.forget()  # it tells of the hearing that was open
            self.reset()
            self.make_stale()
            self._look()

    def reset(self) -> None:
        """Forget what belongs to the hearing that was open: selection, what is being edited."""

    @Slot(object)
    def heard(self, changed: Changed) -> None:
        """Take note of what an action changed, and of an acta that was approved."""
        super().heard(changed)
        if "actas" in changed.tables:
            self._look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def _look(self) -> None:
        """Say whether the acta of this hearing is approved."""
        if self._note is not None and self.isVisible():
            self._note.show_hearing(self.desk, self.audiencia_id)
