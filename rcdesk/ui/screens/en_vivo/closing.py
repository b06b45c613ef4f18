"""What the hearing still lacks, beside the work and before it is closed: nothing is forced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.i18n import plural
from rcdesk.ui.commands import ORDER
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.checks import Checks
from rcdesk.ui.kit.layout import column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panel import Panel
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.tasks import tasks_of
from rcdesk.work.cierre import CierreView, ver_cierre

if TYPE_CHECKING:
    from rcdesk.app.progress import Progress
    from rcdesk.ui.screens.en_vivo.screen import EnVivoScreen

_CLOSE: Final = "audiencia.cerrar"


class Closing(Panel):
    """The checklist of Cierre without leaving the hearing. It is read on another thread: a large one takes a while."""

    def __init__(self, screen: EnVivoScreen, keep: QWidget) -> None:
        self._screen = screen
        self._told = named("falta_para_cerrar", PlainLabel("", "body", "ink2", wrap=True))
        self.before, self.after = named("antes_de_cerrar_en_vivo", Checks()), named("despues_en_vivo", Checks())
        self._later = PlainLabel("Puede quedar para después", "lead")
        self._close = named("cerrar_ahora", Button("Cerrar la audiencia", "lock"))
        self._close.clicked.connect(self._finish)
        lists = column(self.before, 8, self._later, self.after, None, margins=(24, 4, 16, 8), gap=6)
        head = column(PlainLabel("Para cerrar", "title"), self._told, margins=(24, 20, 24, 8), gap=6)
        foot = row(None, self._close, margins=(24, 12, 20, 16))
        layout = column(head, Rule(), (scrolling(lists), 1), Rule(), foot, margins=(1, 1, 1, 1), gap=0)
        super().__init__(screen, layout, where="right", width=480, keep=keep)
        for checks in (self.before, self.after):
            checks.wanted.connect(self._go)

    def offers(self, method: str) -> bool:
        """It can always be looked at."""
        return True

    def look(self) -> None:
        """Open it, and look at the hearing as it stands now."""
        self._told.setText("Mirando la audiencia…")
        for checks in (self.before, self.after):
            checks.show_points(())
        self._later.hide()
        self._close.hide()
        self.open(self)
        desk, hearing = self._screen.desk, self._screen.audiencia_id

        def job(_: Progress) -> CierreView:
            return desk.ask(ver_cierre, audiencia_id=hearing)

        tasks_of(self._screen).run(
            self, job, done=lambda view: self._show(hearing, view), failed=lambda error: self._explain(error)
        )

    def _show(self, hearing: str, view: CierreView) -> None:
        if hearing != self._screen.audiencia_id or self.isHidden():
            return
        missing = view.lista.faltan
        verb = "Falta" if missing == 1 else "Faltan"
        said = f"{verb} {plural(missing, 'punto', 'puntos')}. La audiencia se puede cerrar de todos modos."
        self._told.setText(said if missing else "No falta nada.")
        self.before.show_points(sorted(view.lista.antes, key=lambda point: point.estado != "falta"))
        self.after.show_points(view.lista.despues)
        self._later.show()
        self._close.setVisible(view.estado == "en_curso")
        self._close.set_kind("secondary" if missing else "primary")
        self.before.take_keys()

    def _explain(self, error: BaseException) -> None:
        if not isinstance(error, RuleError | StoreError):
            raise error
        self._told.setText(str(error))

    def _go(self, place: str, where: str) -> None:
        self.close_panel()
        if place == "en_vivo":
            self._screen.seek(where.removeprefix("/"))
        else:
            self._screen.wants.emit(place, where)

    def _finish(self) -> None:
        self.close_panel()
        self._screen.wants.emit(ORDER, _CLOSE)
