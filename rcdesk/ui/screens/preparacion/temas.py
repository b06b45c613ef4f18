"""Temas: what will be told, office by office."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from rcdesk.i18n import plural, sin_tildes
from rcdesk.ui.kit.fields import Field, Line, Text
from rcdesk.ui.kit.form import Form
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import column
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import Column
from rcdesk.ui.screens.preparacion.adder import Adder
from rcdesk.ui.screens.preparacion.detail import Detail
from rcdesk.ui.screens.preparacion.editors import BareField
from rcdesk.ui.screens.preparacion.lines import LineList
from rcdesk.ui.screens.preparacion.section import Status
from rcdesk.ui.screens.preparacion.split import SplitSection
from rcdesk.ui.screens.preparacion.strips import Strips
from rcdesk.work.lineas import agregar, corregir, mover, retirar
from rcdesk.work.preparacion import GrupoRow, listar_temas, ver_sugerencias

_COLUMNS: tuple[Column[GrupoRow], ...] = (
    Column("", lambda r: str(r.numero), width=52, align="right", strong=True),
    Column("Grupo", lambda r: r.titulo or r.dependencia or "Sin título", note=lambda r: _office(r)),
    Column("Temas", lambda r: str(len(r.temas)), width=84, align="right"),
)
_EMPTY = (
    "layers",
    "Todavía no hay temas",
    "Lo que se contará, agrupado por dependencia. El acta los enumera en su primera sección.",
    "Escribir la primera dependencia",
)


class TemasSection(SplitSection[GrupoRow]):
    """The groups at the left; the topics of the chosen one at the right."""

    reads: ClassVar[frozenset[str]] = frozenset({"grupos_de_temas", "temas", "dependencias"})

    def __init__(self, tab: HearingScreen) -> None:
        super().__init__(tab)
        self._groups: list[GrupoRow] = []
        self._offices: tuple[str, ...] = ()
        adder = Adder(tab, "grupos_de_temas", "Escriba una dependencia o un grupo y oprima Enter", self._add)
        lines = LineList("grupos_de_temas", "Temas", _COLUMNS, adder, empty=_EMPTY)
        self._form = self.form("grupos_de_temas", corregir["grupos_de_temas"])
        self._office = Line()
        self._topics = Strips(self, "temas", "grupo_id", "Escriba un tema y oprima Enter", _topic, numbered=True)
        fields = column(
            self._form.bind("titulo", Field("Título del grupo", Line())),
            self._form.bind("dependencia", Field("Dependencia", self._office)),
            6,
            PlainLabel("Temas", "strong"),
            self._topics,
            None,
            gap=10,
        )
        self.build(lines, Detail("Grupo", fields, "grupo"), back="Temas", shares=(1, 1))

    def refresh(self) -> None:
        self._groups = self.ask(listar_temas)
        self._offices = self.ask(ver_sugerencias).dependencias
        self._office.set_suggestions(self._offices)
        self.lines.adder.line.set_suggestions(self._offices)
        self.show_lines(self._groups, self._count())

    def show_detail(self, row: GrupoRow) -> None:
        self._form.show(row.id, row)
        self._topics.show_rows(row.id, row.temas)
        self.detail.set_title(row.titulo or row.dependencia or "Sin título")

    def leave_detail(self) -> None:
        self._form.leave()
        self._topics.forget()

    def move_line(self, by: int) -> None:
        self.move_with(mover["grupos_de_temas"], self._groups, by)

    def withdraw_line(self) -> None:
        self.withdraw_with(retirar["grupos_de_temas"])

    def status(self) -> Status:
        topics = sum(len(group.temas) for group in self._groups)
        return ((str(len(self._groups)), "grupos", "ink"), (str(topics), "temas", "ink"))

    def _count(self) -> str:
        topics = sum(len(group.temas) for group in self._groups)
        return f"{plural(len(self._groups), 'grupo', 'grupos')}, {plural(topics, 'tema', 'temas')}"

    def _add(self, words: str) -> bool:
        """A group named as an office is of that office."""
        office = next((name for name in self._offices if sin_tildes(name) == sin_tildes(words)), None)
        values = {"titulo": words, "dependencia": office}
        key = self.do(agregar["grupos_de_temas"], valores=values, audiencia_id=self.hearing)
        return self.added(key)


def _office(row: GrupoRow) -> str:
    return row.dependencia if row.dependencia and row.dependencia != row.titulo else ""


def _topic(form: Form) -> QWidget:
    return form.bind("texto", BareField("Tema", Text(lines=1, enter_commits=True)))
