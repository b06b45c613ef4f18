"""Preparación: what is decided before the hearing, in seven parts under words of the second level."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.tabs import Tabs
from rcdesk.ui.screens.preparacion.accesibilidad import AccesibilidadSection
from rcdesk.ui.screens.preparacion.convocatoria import ConvocatoriaSection
from rcdesk.ui.screens.preparacion.datos import DatosSection
from rcdesk.ui.screens.preparacion.equipo import EquipoSection
from rcdesk.ui.screens.preparacion.informacion import InformacionSection
from rcdesk.ui.screens.preparacion.last_time import READS, LastTime
from rcdesk.ui.screens.preparacion.orden import OrdenSection
from rcdesk.ui.screens.preparacion.section import Section
from rcdesk.ui.screens.preparacion.split import SplitSection
from rcdesk.ui.screens.preparacion.temas import TemasSection

if TYPE_CHECKING:
    from rcdesk.app.desk import Changed, Desk

_PARTS: tuple[tuple[str, str, type[Section]], ...] = (
    ("datos", "Datos", DatosSection),
    ("orden", "Orden del día", OrdenSection),
    ("temas", "Temas", TemasSection),
    ("informacion", "Información divulgada", InformacionSection),
    ("convocatoria", "Convocatoria", ConvocatoriaSection),
    ("equipo", "Equipo", EquipoSection),
    ("accesibilidad", "Accesibilidad", AccesibilidadSection),
)


class PreparacionScreen(HearingScreen):
    """Each part is made on its first show, and reads only while it is in sight."""

    told_by_acta = True
    reads: ClassVar[frozenset[str]] = READS.union(*(part.reads for _, _, part in _PARTS))

    last_time: LastTime

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.parts = named("partes", Tabs([(id_, words) for id_, words, _ in _PARTS], under=True), label="Partes")
        self.parts.chosen.connect(lambda _id: self._turn())
        self._stack = QStackedWidget()
        self._sections: dict[str, Section] = {}
        self.last_time = LastTime(self)
        bar = row(self.parts, None, self.last_time.button, margins=(4, 0, 0, 0))
        self.fill(column(bar, (self._stack, 1), margins=(8, 0, 8, 0), gap=4))
        self._turn()

    @property
    def section(self) -> Section:
        """The part in sight."""
        return self._sections[self.parts.here()]

    def refresh(self) -> None:
        if not self.audiencia_id:
            return
        section = self.section
        section.stale = False
        section.refresh()
        self.last_time.refresh()
        self._tell()

    def heard(self, changed: Changed) -> None:
        for section in self._sections.values():
            section.stale = section.stale or bool(changed.tables & section.reads)
        self.last_time.stale = self.last_time.stale or bool(changed.tables & READS)
        if self.section.stale or self.last_time.stale:
            self.make_stale()

    def reset(self) -> None:
        self.last_time.stale = True
        for section in self._sections.values():
            section.stale = True
            section.reset()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The keys go where the work of the part in sight begins."""
        self.section.take_keys()

    def seek(self, key: str) -> None:
        """Go to the part with that name."""
        if key in {id_ for id_, _, _ in _PARTS}:
            self.show_part(key)

    def show_part(self, id_: str) -> None:
        """Go to a part of Preparación."""
        self.parts.choose(id_)
        self._turn()
        self.section.take_keys()

    def offers(self, method: str) -> bool:
        """Lines are moved where there is a list."""
        if method == "last_time.open":
            return self.last_time.offered
        return method not in ("move_up", "move_down", "withdraw") or isinstance(self.section, SplitSection)

    def show_datos(self) -> None:
        """Go to Datos."""
        self.show_part("datos")

    def show_orden(self) -> None:
        """Go to Orden del día."""
        self.show_part("orden")

    def show_temas(self) -> None:
        """Go to Temas."""
        self.show_part("temas")

    def show_informacion(self) -> None:
        """Go to Información divulgada."""
        self.show_part("informacion")

    def show_convocatoria(self) -> None:
        """Go to Convocatoria."""
        self.show_part("convocatoria")

    def show_equipo(self) -> None:
        """Go to Equipo."""
        self.show_part("equipo")

    def show_accesibilidad(self) -> None:
        """Go to Accesibilidad."""
        self.show_part("accesibilidad")

    def next_part(self) -> None:
        """Go to the following part."""
        self._step(1)

    def previous_part(self) -> None:
        """Go to the part before."""
        self._step(-1)

    def move_up(self) -> None:
        """Move the line in hand up."""
        self.section.move_line(-1)

    def move_down(self) -> None:
        """Move the line in hand down."""
        self.section.move_line(1)

    def withdraw(self) -> None:
        """Take the line in hand out."""
        self.section.withdraw_line()

    def _tell(self) -> None:
        """Say in the line of status how the part in sight stands."""
        self.ambient.emit((*self.section.wrong(), *self.section.status()))

    def _step(self, by: int) -> None:
        ids = [id_ for id_, _, _ in _PARTS]
        self.show_part(ids[(ids.index(self.parts.here()) + by) % len(ids)])

    def _turn(self) -> None:
        here = self.parts.here()
        if here not in self._sections:
            kind = next(part for id_, _, part in _PARTS if id_ == here)
            self._sections[here] = named(f"parte_{here}", kind(self), label=here)
            self._sections[here].told.connect(self._tell)
            self._stack.addWidget(self._sections[here])
        self._stack.setCurrentWidget(self.section)
        if self.section.stale:
            self.make_stale()
