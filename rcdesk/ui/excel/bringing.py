"""The commands of a screen whose rows go to Excel and come back: take, bring a file, paste, decide, write."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from rcdesk.app.progress import Cancelled
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.i18n import plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.drops import Drops
from rcdesk.ui.kit.icons import icon
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import escaped
from rcdesk.ui.tasks import Task, tasks_of

if TYPE_CHECKING:
    from rcdesk.documents.planilla import Planilla
    from rcdesk.domain.cuadro.cotejo import Renglon
    from rcdesk.domain.cuadro.cuadro import Cuadro
    from rcdesk.ui.excel.looks import Line
    from rcdesk.ui.excel.sheet import Sheet
    from rcdesk.ui.excel.view import SheetPanel, SheetView
    from rcdesk.ui.kit.screen import Screen
    from rcdesk.work import Action

_AT_ONCE: Final = 100  # rows that are written without the screen being seen to stop


def excel_button() -> Button:
    """The button under which a screen offers it: its click asks for `excel.offer`."""
    return named("excel", Button("", "file-spreadsheet", hint="Llevar a Excel, traer o pegar"))


@dataclass(frozen=True, slots=True)
class Subject:
    """What goes and comes: `what` («El plan») and `name` (of its file), and how it is asked for and written.

    `place` is where what the person said of columns is remembered. `action` is given how many rows, `arguments` what it
    needs besides them; `ready` says whether there is something to take.
    `cuadro` and `planilla` are called where the screen is seen, and give what reads it on another thread.
    """

    what: str
    place: str
    name: Callable[[], str]
    cuadro: Callable[[], Callable[[], Cuadro]]
    planilla: Callable[[], Callable[[], Planilla]]
    action: Callable[[int], Action[..., list[str]]]
    arguments: Callable[[], Mapping[str, Any]]
    ready: Callable[[], bool] = lambda: True


class Excel(QObject):
    """Its methods are the commands `excel.…` of a screen."""

    def __init__(self, screen: Screen, subject: Subject) -> None:
        super().__init__(screen)
        self.screen, self._subject = screen, subject
        self._panel: SheetPanel | None = None
        self._lines: list[Line] = []
        self._arguments: Mapping[str, Any] = {}
        self._cuadro: Callable[[], Cuadro]
        self._task: Task | None = None
        Drops(screen).dropped.connect(lambda path: self._sheet.read(path))

    @cached_property
    def view(self) -> SheetView:
        """The sheet, made when it is first wanted, as all that it needs is imported."""
        from rcdesk.ui.excel.view import SheetView

        made = SheetView()
        made.setParent(self.screen)
        made.hide()
        made.save.connect(self.bring)
        made.discard.connect(self.close)
        made.taken.connect(self._take)
        return made

    @cached_property
    def _sheet(self) -> Sheet:
        from rcdesk.ui.excel.sheet import Sheet

        return Sheet(self, self._subject.place)

    def offers(self, method: str) -> bool:
        """Say whether a command can be asked for now."""
        return self._subject.ready() and (method == "take" or self._panel is None)

    def offer(self) -> None:
        """Offer what may be done, under the button of the screen that asks for it."""
        button = self.screen.findChild(Button, "excel")
        if button is None:
            return
        menu = named("menu_excel", QMenu(button), label="Excel")
        choices: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("Llevar a Excel…", "download", self.take),
            ("Traer de Excel…", "file-spreadsheet", self.choose_file),
            ("Pegar de Excel", "clipboard-paste", self.paste),
        )
        for words, glyph, run in choices:
            menu.addAction(icon(glyph), escaped(words)).triggered.connect(lambda _checked=False, run=run: run())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def take(self) -> None:
        """Save the rows as a sheet that is edited and brought back."""
        from rcdesk.ui.giving import write
        from rcdesk.ui.saving import Saving, Work

        subject = self._subject
        saving = self.screen.findChild(Saving) or Saving(self.screen)
        read = subject.planilla()
        work = Work(subject.what, subject.name(), "xlsx", lambda path: write(read(), path), also=("csv",))
        saving.ask(work)

    def choose_file(self) -> None:
        """Ask for the file that is brought."""
        if self.offers("choose_file"):
            self._sheet.choose()

    def paste(self) -> None:
        """Bring what was copied in Excel."""
        if self.offers("paste"):
            self._sheet.paste()

    # While the sheet is open

    def begin(self, title: str) -> bool:
        """Open the sheet over the screen; say whether it could be."""
        if self._task is not None or not self._subject.ready():
            return False
        self.view.title.setText(title)
        self.view.source.setText("")
        if self._panel is None:
            self._arguments, self._cuadro = self._subject.arguments(), self._subject.cuadro()
            from rcdesk.ui.excel.view import SheetPanel

            self._panel = SheetPanel(self.screen.window(), self.view)
            self._panel.closed.connect(self._gone)
            self.view.show()
            self.view.begin()
            self._panel.open(self.view.lines)
        else:
            self.view.begin()
        return True

    def ask_cuadro(self) -> Cuadro:
        """What the file is compared with, read away from the screen's thread."""
        return self._cuadro()

    def show(self, rows: Sequence[Renglon]) -> None:
        """Show what each row would change; what the person said of one stands while the file says the same of it."""
        from rcdesk.ui.excel.looks import Line

        before = {line.id: line for line in self._lines}
        self._lines = [Line(one, _still(before.get(one.numero), one)) for one in rows]
        self.view.show_all(self._lines)

    def bring(self) -> None:
        """Write the rows that are taken, in one step."""
        rows = [line.renglon for line in self._lines if line.entra]
        if not rows or self._task is not None or self._sheet.reading:
            return
        action, table = self._subject.action(len(rows)), self._sheet.table
        name = table.archivo if table is not None and self._sheet.from_file else ""
        arguments = {**self._arguments, "renglones": rows, "archivo": name}
        try:
            if len(rows) <= _AT_ONCE:
                self.screen.desk.do(action, **arguments)
                self._ended(len(rows))
                return
            self._task = tasks_of(self.screen).do_long(
                self,
                self.screen.desk,
                action,
                done=lambda _keys: self._ended(len(rows)),
                failed=self._failed,
                advanced=self.view.progress.advance,
                **arguments,
            )
        except (RuleError, StoreError) as error:
            self.view.tell(str(error))
            return
        self.view.show_progress(self._task.cancel, len(rows), "Guardando las filas")

    def close(self) -> None:
        """Back to the screen; nothing of the file is left."""
        if self._task is not None:
            self._task.cancel()
        elif self._panel is not None:
            self._panel.close_panel()

    def _gone(self) -> None:
        panel, self._panel, self._lines = self._panel, None, []
        self._sheet.forget()
        self.view.hide_progress()
        if panel is not None:
            self.view.hide()
            self.view.setParent(self.screen)
            panel.deleteLater()

    def _take(self, number: int, entra: bool) -> None:
        self._lines = [replace(line, entra=entra) if line.id == number else line for line in self._lines]
        self.view.show_all(self._lines)

    def _ended(self, many: int) -> None:
        self._task = None
        self.close()
        brought = f"Se {'trajo' if many == 1 else 'trajeron'} {plural(many, 'fila', 'filas')} de Excel"
        self.screen.banner.tell("ok", brought, "Un solo Ctrl Z lo deshace.")
        self.screen.said.emit(f"{brought}.")

    def _failed(self, error: BaseException) -> None:
        self._task = None
        self.view.hide_progress()
        if isinstance(error, RuleError | StoreError):
            self.view.tell(str(error))
        elif isinstance(error, Cancelled):
            self.view.tell("Se detuvo y no quedó nada. Ctrl Enter trae las filas.", danger=False)
        else:
            raise error


def _still(before: Line | None, one: Renglon) -> bool:
    """Whether a row is brought: as the person said of it, or as it is proposed."""
    return before.entra if before is not None and before.renglon == one else one.entra
