"""Registro: one box, one answer. Who comes in is found or becomes a new person in the same line."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import boxed, column
from rcdesk.ui.kit.panes import Panes
from rcdesk.ui.kit.theme import look
from rcdesk.ui.saving import Saving
from rcdesk.ui.screens.registro.asking import Asking
from rcdesk.ui.screens.registro.batch import Batch
from rcdesk.ui.screens.registro.door import Door
from rcdesk.ui.screens.registro.doubles import Doubles, Organizations
from rcdesk.ui.screens.registro.exporting import Exporting
from rcdesk.ui.screens.registro.folio.folios import FOLIOS, Folios
from rcdesk.ui.screens.registro.late import Late
from rcdesk.ui.screens.registro.paper.printing import Printing
from rcdesk.ui.screens.registro.reader import Reader
from rcdesk.ui.screens.registro.roll import Roll
from rcdesk.ui.screens.registro.side import Side

if TYPE_CHECKING:
    from rcdesk.app.desk import Changed, Desk
    from rcdesk.domain.lector import Lectura


class RegistroScreen(HearingScreen):
    """The keys live in the box: Enter checks in who is chosen, or opens the new person when nobody matches."""

    reads: ClassVar[frozenset[str]] = frozenset(
        {
            "actas",
            "audiencias",
            "asistentes",
            "personas",
            "hallazgos_descartados",
            "organizaciones",
            "movimientos",
            "conteos",
            "metricas",
            "hojas",
            "textos_de_autorizacion",
            "listas",
        }
    )

    door: Door
    late: Late
    roll: Roll
    asking: Asking
    doubles: Doubles
    organizations: Organizations
    folios: Folios
    printing: Printing
    exporting: Exporting
    batch: Batch
    reader: Reader

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._covered: QWidget | None = None
        self.late = Late(self)
        self.roll = Roll(self)
        self.people = self.roll.people
        self.door = Door(self)
        self.side = Side(self)
        self.saving = Saving(self)
        self.printing = Printing(self)
        self.asking = Asking(self)
        self.doubles = Doubles(self)
        self.organizations = Organizations(self)
        self.folios = Folios(self)
        self.batch = Batch(self)
        self.exporting = Exporting(self)
        self.reader = Reader(self)
        self._build()
        self.roll.connect_parts()
        self.door.connect_parts()
        self.printing.connect_parts()
        self.side.data.asking_wanted.connect(self.asking.fields)
        self.side.data.text_wanted.connect(self.asking.text)
        self.panes.went_back.connect(self.to_box)
        self.setFocusProxy(self.door.box.line)

    def _build(self) -> None:
        door = self.door
        # at large text the detail is out of sight, and the answer is for who stands at the door
        under, beside = ((door.last,), ()) if look().large else ((), (door.last,))
        master = boxed(column(self.late.strip, door.box, (door.cards, 1), *under))
        detail = boxed(column(*beside, self.roll.counters, (self.side, 1)))
        self.panes = Panes(master, detail, back="Buscar", shares=(15, 8))
        self._views = column((self.panes, 1), margins=(8, 0, 8, 0))
        self.fill(self._views)

    @Slot(object)
    def heard(self, changed: Changed) -> None:
        """Take note of what an action changed."""
        self.door.newcomers.heard(changed)
        super().heard(changed)

    # What is shown

    def refresh(self) -> None:
        """Read the people, the figures, and whoever is being searched for."""
        self.late.refresh()
        self.roll.refresh()
        self.side.show_hearing(self.audiencia_id)
        self.door.refresh()
        self.batch.refresh()
        self.doubles.refresh()
        self.organizations.refresh()
        self.folios.refresh()

    def reset(self) -> None:
        """Keep what is half typed in the other hearing, and bring back what was in this one."""
        self.uncover()
        self.side.leave()
        self.roll.reset()
        self.doubles.reset()
        self.organizations.reset()
        self.folios.reset()
        self.door.reset()

    def open(self, audiencia_id: str) -> None:
        """Work on this hearing from now on; what is half typed stays with the one it was for."""
        if audiencia_id != self.audiencia_id:
            self.door.newcomers.keep()
            self.folios.keep()
        super().open(audiencia_id)

    def seek(self, key: str) -> None:
        """Choose the person with this key; `folios` are the signed sheets that are not typed yet."""
        if key == FOLIOS:
            self.folios.resume()
            return
        self.uncover()
        self.door.clear()
        self.roll.seek(key)

    def offers(self, method: str) -> bool:
        """Each part says which of its commands can be asked for now: `roll.annul`."""
        part, _, name = method.partition(".")
        asked = getattr(getattr(self, part, None), "offers", None)
        return bool(asked(name)) if asked is not None else True

    def cover(self, view: QWidget) -> None:
        """Put work that needs the whole room (a file, a sheet) in place of the door, until `uncover`."""
        if self._views.indexOf(view) < 0:
            self._views.addWidget(view, 1)
        self.panes.hide()
        if self._covered is not None and self._covered is not view:
            self._covered.hide()
        self._covered = view
        view.show()

    def uncover(self) -> None:
        """Back to the door."""
        if self._covered is not None:
            self._covered.hide()
            self._covered = None
            self.panes.show()

    @property
    def covered(self) -> QWidget | None:
        """What stands in place of the door, if anything does."""
        return self._covered

    def take_reading(self, lectura: Lectura) -> bool:
        """Show who was read, or open the sheet that was."""
        self.reader.take(lectura)
        return True

    def to_box(self) -> None:
        """Back to the box, ready for the next person; the half-typed newcomer stays for when it is opened again."""
        self.panes.close_detail()
        self.door.search()
        self.door.box.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.people.detail.setVisible(self.panes.folded)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.door.newcomers.keep()
        self.folios.keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._covered is None:
            self.to_box()
        else:
            super().keyPressEvent(event)
