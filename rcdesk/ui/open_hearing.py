"""The hearing that is open: what the header says of it, and moving it through its states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from rcdesk.ui.header import Choices, Header
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.banner import Banner
from rcdesk.ui.kit.states import ANULADO
from rcdesk.ui.kit.states import AUDIENCIA as STATES
from rcdesk.ui.leads import DONE, LEADS, possible
from rcdesk.ui.messages import explaining

if TYPE_CHECKING:
    from rcdesk.app.desk import Changed, Desk
    from rcdesk.work.audiencias import AudienciaRow

_READS: Final = frozenset({"audiencias", "lugares"})


class OpenHearing(QObject):
    """Which hearing is open, if any."""

    said = Signal(str)  # what was done, for the line of status

    def __init__(self, header: Header, banner: Banner) -> None:
        super().__init__()
        self._header, self._banner = header, banner
        self._desk: Desk | None = None
        self._row: AudienciaRow | None = None

    def set_desk(self, desk: Desk) -> None:
        """Work on another base, with no hearing open."""
        self._desk, self._row = desk, None

    @property
    def id(self) -> str:
        """Its key; empty when none is open."""
        return self._row.id if self._row else ""

    @property
    def name(self) -> str:
        """Its name; empty when none is open."""
        return self._row.nombre if self._row else ""

    def open(self, id: str) -> bool:
        """Take a hearing as the open one; say whether it exists."""
        from rcdesk.work.audiencias import ver_audiencia

        row = self._desk.ask(ver_audiencia, id=id) if self._desk is not None and id else None
        if row is not None:
            self._row = row
        return row is not None

    def show(self) -> None:
        """Write it in the header."""
        row = self._row
        if row is None:
            return
        from rcdesk.i18n import fecha_corta

        when = fecha_corta(row.fecha) if row.fecha else "sin fecha"
        parts = [when, row.lugar or row.codigo]
        state = ANULADO if row.anulada else STATES[row.estado]
        self._header.show_hearing(row.nombre, "  ·  ".join(parts), state, self._choices)

    def heard(self, changed: Changed) -> None:
        """Read it again when something changed it; it is no longer open when its creation was undone."""
        if self._row is not None and changed.tables & _READS and not self.open(self._row.id):
            self._row = None

    def offers(self, method: str) -> bool:
        """Say whether the hearing may take that step now."""
        row = self._row
        return row is not None and row.anulada is None and row.estado in LEADS[method][1]

    def convene(self) -> None:
        """The invitation is out."""
        self._move("convene")

    def start(self) -> None:
        """It begins."""
        self._move("start")

    def finish(self) -> None:
        """It ended."""
        self._move("finish")

    def reopen(self) -> None:
        """It was closed too soon."""
        self._move("reopen")

    def plan(self) -> None:
        """Back to the beginning."""
        self._move("plan")

    def call_off(self) -> None:
        """It will not take place."""
        self._move("call_off")

    def _move(self, method: str) -> None:
        from rcdesk.work.audiencias import cambiar_estado

        if self._desk is None or not self.offers(method):
            return
        with explaining(self._banner, "No se pudo guardar"):
            state, _ = LEADS[method]
            self._desk.do(cambiar_estado, id=self.id, estado=state, hoy=moment.today(), hora=moment.hour())
            self.said.emit(f"La audiencia {DONE[method]}. Ctrl Z lo deshace.")

    def _choices(self) -> Choices:
        if self._row is None or self._row.anulada is not None:
            return ()
        return [(step.title, step.icon, getattr(self, step.method)) for step in possible(self._row.estado)]
