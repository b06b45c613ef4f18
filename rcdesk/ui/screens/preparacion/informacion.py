"""Información divulgada: the sections of what was told, each with its narrative; the acta numbers and prints them."""

from __future__ import annotations

from typing import ClassVar

from rcdesk.i18n import plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Field, Line
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import column
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.rows import Column
from rcdesk.ui.narrative import Narrative
from rcdesk.ui.screens.preparacion.adder import Adder
from rcdesk.ui.screens.preparacion.detail import Detail
from rcdesk.ui.screens.preparacion.editors import BareField
from rcdesk.ui.screens.preparacion.lines import LineList
from rcdesk.ui.screens.preparacion.section import Status
from rcdesk.ui.screens.preparacion.split import SplitSection
from rcdesk.work.lineas import agregar, corregir, mover, retirar
from rcdesk.work.preparacion import ver_sugerencias
from rcdesk.work.secciones import SeccionRow, listar_secciones, meter_seccion, sacar_seccion, ver_seccion

_INDENT = "\u2003"
_COLUMNS: tuple[Column[SeccionRow], ...] = (
    Column("", lambda r: r.numero, width=56, align="right", tone="ink2"),
    Column(
        "Sección",
        lambda r: _INDENT * (r.nivel - 1) + (r.titulo or "Sin título"),
        note=lambda r: _INDENT * (r.nivel - 1) + _told(r),
        tone=lambda r: "ink" if r.titulo else "warn",
    ),
)
_EMPTY = (
    "book-open",
    "Todavía no hay información divulgada",
    "Lo que se presenta a la ciudadanía, sección por sección: textos, listas, tablas y figuras con su fuente.",
    "Escribir la primera sección",
)


class InformacionSection(SplitSection[SeccionRow]):
    """The tree of sections at the left; the chosen one, to be written, at the right."""

    reads: ClassVar[frozenset[str]] = frozenset({"secciones", "dependencias", "adjuntos"})

    def __init__(self, tab: HearingScreen) -> None:
        super().__init__(tab)
        self._tree: list[SeccionRow] = []
        adder = Adder(tab, "secciones", "Escriba el título de una sección y oprima Enter", self._add)
        lines = LineList("secciones", "Información divulgada", _COLUMNS, adder, empty=_EMPTY)
        self._form = self.form("secciones", corregir["secciones"])
        self._office = Line()
        self._text = Narrative(tab, "secciones", "bloques", "Escriba lo que se informó. Enter comienza otro párrafo.")
        self.follow(self._text.form)
        head = Flow(
            (self._form.bind("titulo", Field("Título", Line())), 3),
            (self._form.bind("dependencia", Field("Dependencia", self._office)), 2),
            units=5,
            least=100,
        )
        fields = column(head, 2, self._text.form.bind("bloques", BareField("Texto", self._text.editor)), None, gap=10)
        inside = named(
            "seccion_meter", Button("", "arrow-right", kind="quiet", small=True, hint="Meter en la anterior (Alt+→)")
        )
        inside.clicked.connect(lambda: self.shift_line(1))
        outside = named(
            "seccion_sacar",
            Button("", "arrow-left", kind="quiet", small=True, hint="Sacar de la que la contiene (Alt+←)"),
        )
        outside.clicked.connect(lambda: self.shift_line(-1))
        self.build(lines, Detail("Sección", fields, "sección", outside, inside), back="Secciones", shares=(5, 9))

    def refresh(self) -> None:
        self._tree = self.ask(listar_secciones)
        self._office.set_suggestions(self.ask(ver_sugerencias).dependencias)
        self.show_lines(self._tree, self._count())

    def show_detail(self, row: SeccionRow) -> None:
        section = self.tab.desk.ask(ver_seccion, id=row.id)
        if section is not None:
            self._form.show(row.id, section)
            self._text.form.show(row.id, section)
            self.detail.set_title(f"Sección {row.numero}")

    def leave_detail(self) -> None:
        self._form.leave()
        self._text.form.leave()

    def move_line(self, by: int) -> None:
        row = self.lines.table.current()
        if row is not None:
            self.move_with(mover["secciones"], [other for other in self._tree if other.padre == row.padre], by)

    def shift_line(self, by: int) -> None:
        row = self.lines.table.current()
        if row is None:
            return
        if by < 0:
            self.do(sacar_seccion, id=row.id)
            return
        before = [other for other in self._tree if other.padre == row.padre and other.orden < row.orden]
        if before:
            self.do(meter_seccion, id=row.id, padre=before[-1].id)
        else:
            self.tab.explain("No hay una sección anterior en la cual meterla.")

    def withdraw_line(self) -> None:
        self.withdraw_with(retirar["secciones"])

    def status(self) -> Status:
        empty = sum(not row.bloques and not row.subsecciones for row in self._tree)
        parts = [(str(len(self._tree)), "secciones", "ink")]
        return (*parts, (str(empty), "sin texto", "warn")) if empty else tuple(parts)

    def _count(self) -> str:
        top = sum(row.nivel == 1 for row in self._tree)
        inner = len(self._tree) - top
        words = plural(top, "sección", "secciones")
        return f"{words}, {plural(inner, 'subsección', 'subsecciones')}" if inner else words

    def _add(self, words: str) -> bool:
        """A new section goes after the others, or inside the section of the chosen subsection."""
        here = self.lines.table.current()
        parent = {"seccion_id": here.padre} if here is not None and here.padre else {"audiencia_id": self.hearing}
        return self.added(self.do(agregar["secciones"], valores={"titulo": words}, **parent))


def _told(row: SeccionRow) -> str:
    parts = [row.dependencia or ""]
    if not row.bloques:
        parts.append("" if row.subsecciones else "sin texto")
    return " · ".join(part for part in parts if part)
