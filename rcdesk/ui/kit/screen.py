"""The base of every screen: reads on show, refreshes when told, explains refusals where they happen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout, QWidget

from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.ui.kit.banner import Banner
from rcdesk.ui.kit.fields import Field
from rcdesk.ui.kit.layout import column, into_sight, row

if TYPE_CHECKING:
    from rcdesk.app.desk import Changed, Desk
    from rcdesk.domain.lector import Lectura


class Announcer(QObject):
    """Carries `Changed` from the desk to the screens, always on the GUI thread: pass `changed.emit` to the desk."""

    changed = Signal(object)


@dataclass
class Attempt:
    """How an attempt went: `ok` until something is refused."""

    ok: bool = True


class Screen(QWidget):
    """One place to work. A subclass names the tables it `reads`, builds itself with `fill`, and says how to refresh.

    It refreshes when it is shown and, while in sight, when `heard` says that a table it reads changed; hidden, it only
    remembers that it is stale.
    """

    reads: ClassVar[frozenset[str]] = frozenset()
    wants = Signal(str, str)  # to go elsewhere: a place of `ui/places.py` and a key in it, or ""
    unsaved = Signal()  # the machine refused to save: the stamp says so
    said = Signal(str)  # what was done, for the line of status: what the eye would not see where it looks
    grew = Signal()  # a part of it was made later than the rest: its lists want their keys
    ambient = Signal(object)  # its line of status: ((number, word, tone), …)
    gives = Signal(object)  # a Planilla to be saved: what one of its tables shows
    hints = Signal(str)  # the keys that matter now, for the end of that line; "" for the usual ones

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.banner = Banner()
        self._stale = True
        self._explained: list[Field] = []

    def fill(self, layout: QLayout) -> None:
        """Put the work of this screen under the row where it speaks."""
        self.setLayout(column(row((self.banner, 1), margins=(8, 0, 8, 0)), (layout, 1)))

    def refresh(self) -> None:
        """Read again what this screen shows."""
        raise NotImplementedError

    def seek(self, key: str) -> None:
        """Bring what has this key into sight and choose it; a screen without rows has nothing to do."""

    def offers(self, method: str) -> bool:
        """Say whether a command's method can be asked for now; what cannot is left out of the palette."""
        return True

    def take_reading(self, lectura: Lectura) -> bool:
        """Take what a USB reader said; False where nothing is done with it."""
        return False

    @Slot(object)
    def heard(self, changed: Changed) -> None:
        """Take note of what an action changed, here or at another desk."""
        if changed.tables & self.reads:
            self.make_stale()

    def make_stale(self) -> None:
        """Read again: now if in sight, else when shown."""
        self._stale = True
        if self.isVisible():
            self._catch_up()

    @contextmanager
    def attempt(self) -> Iterator[Attempt]:
        """Run an action. A broken rule is shown beside its field, a refusal of the machine in the banner; bugs pass."""
        self._forget()
        attempt = Attempt()
        try:
            yield attempt
        except RuleError as error:
            attempt.ok = False
            self.explain(str(error), error.field)
        except StoreError as error:
            attempt.ok = False
            self.banner.tell("danger", "No se pudo guardar", str(error))
            self.unsaved.emit()

    def keep_draft(self, place: str, text: str) -> bool:
        """Keep what is half typed, for when it is opened again; say whether it could be, which is also told."""
        try:
            self.desk.drafts.save(place, text)
        except StoreError as error:
            self.banner.tell("danger", "No se pudo guardar el borrador", str(error))
            return False
        return True

    def explain(self, text: str, field: str = "") -> None:
        """Say why something was refused: under the field of that name if it is in sight, else in the banner."""
        editor = self.findChild(QWidget, field) if field else None
        around = Field.around(editor) if editor is not None else None
        if editor is None or around is None or not around.isVisibleTo(self):
            self.banner.tell("warn", text)
            return
        around.show_error(text)
        self._explained.append(around)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        into_sight(around)

    def showEvent(self, event: QShowEvent) -> None:
        self._catch_up()
        super().showEvent(event)

    def _catch_up(self) -> None:
        if self._stale:
            self._stale = False
            try:
                self.refresh()
            except (RuleError, StoreError) as error:  # what is being typed or explained stays as it is
                self.banner.tell("danger", "No se pudo leer la base", str(error))

    def _forget(self) -> None:
        for field in self._explained:
            field.clear_error()
        self._explained.clear()
        self.banner.clear()
