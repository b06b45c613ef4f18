"""Beside the list: the person chosen, those counted without a name, the platforms, the list on paper, the figures."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QStackedWidget

from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.tabs import Tabs
from rcdesk.ui.screens.registro.data import Data
from rcdesk.ui.screens.registro.lines import Counted, Lines, count_of
from rcdesk.ui.screens.registro.paper.papers import Papers
from rcdesk.ui.screens.registro.person import Person
from rcdesk.ui.screens.registro.platforms import Platforms
from rcdesk.work.asistencia import listar_conteos, listar_metricas, ver_hojas
from rcdesk.work.asistentes import corregir_asistente
from rcdesk.work.audiencias import editar_audiencia
from rcdesk.work.hojas import listar_hojas
from rcdesk.work.lineas import agregar, corregir, retirar

_PARTS: Final = (
    ("persona", "Persona"),
    ("conteos", "Sin nombre"),
    ("metricas", "Transmisión"),
    ("hojas", "Papel"),
    ("datos", "Datos"),
)

Values = dict[str, Any]


class Side(Card):
    """Its parts, one in sight; what is typed in any of them saves by itself."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen, self._audiencia_id = screen, ""
        self.person = Person(screen, self._save_person)
        self.counted = Counted(screen, lambda key, values, seen: self._save_line("conteos", key, values, seen))
        self.platforms = Platforms(screen, lambda key, values, seen: self._save_line("metricas", key, values, seen))
        self.papers = Papers(screen, self._save_papers)
        self.parts = named("partes_registro", Tabs(_PARTS, under=True), label="Partes del registro")
        self.parts.chosen.connect(self.show_part)
        self._pages = QStackedWidget()
        self.data = Data(screen)
        for page in (self.person, self.counted, self.platforms, self.papers, self.data):
            self._pages.addWidget(page)
        self.setLayout(column(row(self.parts, None, margins=(8, 6, 8, 0)), (self._pages, 1), margins=(1, 0, 1, 2)))
        self._listen("conteos", self.counted)
        self._listen("metricas", self.platforms)

    def show_hearing(self, audiencia_id: str) -> None:
        """Read what is not a person by name."""
        self._audiencia_id, ask = audiencia_id, self._screen.desk.ask
        self.counted.show_rows(ask(listar_conteos, audiencia_id=audiencia_id))
        self.platforms.show_rows(ask(listar_metricas, audiencia_id=audiencia_id))
        sheets = ask(listar_hojas, audiencia_id=audiencia_id)
        self.papers.show_papers(audiencia_id, ask(ver_hojas, audiencia_id=audiencia_id), sheets)
        self._read_data()

    def show_part(self, part: str) -> None:
        """Bring a part into sight."""
        self.parts.choose(part)
        self._pages.setCurrentIndex([name for name, _ in _PARTS].index(part))
        self._read_data()

    def leave(self) -> None:
        """Save what is unsaved and let go of the hearing."""
        for form in (self.person.form, self.counted.form, self.platforms.form, self.papers.form):
            form.leave()

    def _read_data(self) -> None:
        """The figures are read while they are in sight."""
        if self._pages.currentWidget() is self.data and self._audiencia_id:
            self.data.show_hearing(self._audiencia_id)

    def _listen(self, table: str, lines: Lines) -> None:
        lines.added.connect(lambda typed: self._add(table, lines, typed))
        lines.withdrawn.connect(lambda key: self._withdraw(table, key))

    def _add(self, table: str, lines: Lines, typed: str) -> None:
        values = count_of(typed) if table == "conteos" else {"canal": typed}
        with self._screen.attempt() as attempt:
            made = self._screen.desk.do(agregar[table], valores=values, audiencia_id=self._audiencia_id)
        if attempt.ok:
            lines.choose(made)

    def _withdraw(self, table: str, key: str) -> None:
        with self._screen.attempt():
            self._screen.desk.do(retirar[table], id=key)

    def _save_person(self, key: str, values: Values, seen: Values) -> None:
        self._screen.desk.do(corregir_asistente, id=key, valores=values, seen=seen)

    def _save_papers(self, key: str, values: Values, seen: Values) -> None:
        self._screen.desk.do(editar_audiencia, id=key, valores=values, seen=seen)

    def _save_line(self, table: str, key: str, values: Values, seen: Values) -> None:
        self._screen.desk.do(corregir[table], id=key, valores=values, seen=seen)
