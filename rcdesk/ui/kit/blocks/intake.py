"""Pictures on their way into a narrative: they are made fit one by one, away from the screen's thread."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from rcdesk.app.progress import Cancelled, Progress
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.domain.registro import Figura
from rcdesk.i18n import plural
from rcdesk.ui.kit.blocks.figure import FigureView, Shelf
from rcdesk.ui.kit.blocks.notice import Notice
from rcdesk.ui.kit.blocks.view import BlockView

if TYPE_CHECKING:
    from rcdesk.ui.tasks import Task
    from rcdesk.work.figuras import Imagen

Source = Path | bytes


class Intake(QObject):
    """`notice` tells how far it is. One batch at a time, another waits for its turn; without a shelf, none comes."""

    figures = Signal(object)  # tuple[Figura, ...] to be put in the text

    def __init__(self, owner: QWidget, notice: Notice, shelf: Shelf | None) -> None:
        super().__init__(owner)
        self._owner, self._notice, self._shelf = owner, notice, shelf
        self._chosen: FigureView | None = None  # the figure whose file is being made fit
        self._waiting: list[Source] = []
        self._task: Task | None = None
        self._count = self._turn = 0
        notice.cancelled.connect(self._cancel)

    def take(self, sources: Sequence[Source], near: BlockView | None = None) -> None:
        """Make them fit, and tell with `figures`; how far it is is told under the block that they come `near`."""
        self._notice.stand(near)
        if self._shelf is None:
            self._notice.say("En este texto no se ponen imágenes.")
            return
        self._waiting += sources
        if self._task is None:
            self._start()

    def choose(self, view: FigureView, path: Path) -> None:
        """Make a file fit for this figure."""
        self._chosen = view
        self.take((path,), view)

    def forget(self, view: QWidget) -> None:
        """A block was taken out: if its file was on its way, it comes as another figure."""
        if view is self._chosen:
            self._chosen = None

    def let_go(self) -> None:
        """The text is left: what is not ready is not put in another one."""
        left = self._count + len(self._waiting)
        if self._stop():
            lost = plural(left, "imagen no se agregó", "imágenes no se agregaron")
            self._notice.say(f"{lost}: pasó a otro texto antes de que terminaran de prepararse.")

    def _start(self) -> None:
        from rcdesk.ui.tasks import tasks_of

        batch, self._waiting = self._waiting, []
        self._count = len(batch)
        self._notice.go_on(_how_far(0, len(batch)))
        self._turn += 1
        turn = self._turn

        def done(result: tuple[list[Imagen], list[str]]) -> None:
            if turn == self._turn:
                self._end()
                self._keep(*result)

        def failed(error: BaseException) -> None:
            if turn == self._turn:
                self._end()
            if not isinstance(error, Cancelled):
                raise error

        def advanced(step: int, total: int, _words: str) -> None:
            if turn == self._turn:
                self._notice.go_on(_how_far(step, total))

        job = partial(_prepared, batch)
        self._task = tasks_of(self._owner).run(self, job, done=done, failed=failed, advanced=advanced)

    def _keep(self, images: list[Imagen], refused: list[str]) -> None:
        assert self._shelf is not None  # nothing is taken without one
        kept: list[str] = []
        for image in images:
            try:
                kept.append(self._shelf.keep(image))
            except (RuleError, StoreError) as error:
                refused.append(str(error))
        waiting, self._chosen = self._chosen, None
        if waiting is not None and kept:
            waiting.take(kept.pop(0))
        elif waiting is not None and refused:
            waiting.refuse(refused.pop(0))
        if kept:
            self.figures.emit(tuple(Figura(archivo=ruta) for ruta in kept))
        if refused:
            self._notice.say(*refused)

    def _end(self) -> None:
        self._task, self._count = None, 0
        self._notice.say()
        if self._waiting:
            self._start()

    def _cancel(self) -> None:
        if self._stop():
            self._notice.say("Cancelado: no se agregó ninguna imagen.")

    def _stop(self) -> bool:
        """Stop what is being done, and say whether there was something."""
        if self._task is None:
            return False
        self._task.cancel()
        self._waiting.clear()
        self._turn += 1
        self._task, self._count, self._chosen = None, 0, None
        return True


def _prepared(batch: Sequence[Source], progress: Progress) -> tuple[list[Imagen], list[str]]:
    from rcdesk.work.figuras import preparar

    images, refused = [], []
    for place, source in enumerate(batch):
        progress(place, len(batch), "")
        try:
            images.append(preparar(source))
        except (RuleError, StoreError) as error:
            refused.append(str(error))
    return images, refused


def _how_far(done: int, total: int) -> str:
    return "Preparando la imagen…" if total == 1 else f"Preparando la imagen {done + 1} de {total}…"
