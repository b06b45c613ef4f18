"""Transmisión: how many watch, read now and then; a small panel asks for it over the work."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.fields import Field, Line
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panel import Panel
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import RowsModel
from rcdesk.ui.screens.en_vivo.looks import hour
from rcdesk.ui.screens.en_vivo.run.section import Section
from rcdesk.ui.screens.en_vivo.run.tables import KeyedTable
from rcdesk.work.marcha import MarchaView
from rcdesk.work.transmision import LecturaRow, listar_lecturas, retirar_lectura

if TYPE_CHECKING:
    from rcdesk.ui.screens.en_vivo.screen import EnVivoScreen


class ViewersPanel(Panel):
    """Asks how many watch now; the platform is the one of the last time."""

    wanted = Signal(str, str)  # platform, number as typed

    def __init__(self, window: QWidget, keep: QWidget) -> None:
        self._channel = named("canal", Line())
        self._count = named("espectadores", Line(placeholder="62"))
        self._fields = Field("Plataforma", self._channel), Field("Cuántos ven ahora", self._count)
        go = named("anotar_espectadores", Button("Anotar", "check", "Enter", "primary"))
        layout = column(
            PlainLabel("Espectadores ahora", "title"),
            row((self._fields[0], 3), (self._fields[1], 2), gap=12),
            row(None, go),
            margins=(24, 20, 24, 20),
            gap=12,
        )
        super().__init__(window, layout, where="top", width=520, keep=keep, typing=True)
        self._channel.returnPressed.connect(self._go)
        self._count.returnPressed.connect(self._go)
        go.clicked.connect(self._go)

    def ask(self, channel: str, channels: tuple[str, ...]) -> None:
        """Open with a platform; the others are offered."""
        self._channel.set_suggestions(channels)
        for field, value in zip(self._fields, (channel, ""), strict=True):
            field.set_value(value)
        self.open(self._count)

    def _go(self) -> None:
        self.wanted.emit(self._channel.value(), self._count.value())


_COLUMNS: Final[tuple[Column[LecturaRow], ...]] = (
    Column("Hora", lambda r: hour(r.cuando), width=88, tone="ink2"),
    Column("Plataforma", lambda r: r.canal),
    Column("Ven", lambda r: str(r.espectadores), width=96, align="right", strong=True),
)


class Watching(Section):
    """The readings, the latest first. Supr takes one back."""

    title: ClassVar[str] = "Transmisión"
    icon: ClassVar[str] = "eye"

    def __init__(self, screen: EnVivoScreen) -> None:
        super().__init__(screen)
        self._model = RowsModel(_COLUMNS, self)
        keys = {"Del": lambda r: self.do(retirar_lectura, id=r.id)}
        empty = "Todavía no se ha leído cuántos ven. Ctrl E lo anota sin dejar lo que se escribe."
        self.table = named("lecturas", KeyedTable(self._model, keys, empty=empty), label="Espectadores, por hora")
        self._told = PlainLabel("", "body", "ink2", wrap=True)
        ask = named("leer_espectadores", Button("Espectadores ahora", "eye", "Ctrl E"))
        ask.clicked.connect(lambda: screen.run.viewers())
        self.build(self.table, self._told, boxed(row(ask, None)))

    def show_run(self, view: MarchaView) -> None:
        self._model.show(self.tab.desk.ask(listar_lecturas, audiencia_id=self.tab.audiencia_id))
        found = view.espectadores
        peak = f"{found.canal}: {found.ahora} ahora, máximo {found.maximo}. " if found is not None else ""
        self._told.setText(f"{peak}Cada plataforma va aparte: no se suman. El máximo pasa al acta.")
