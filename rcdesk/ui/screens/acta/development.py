"""Desarrollo: the list of its sections, and the one that is being written."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from rcdesk.domain.actas import APROBADA
from rcdesk.domain.partes import datos_de
from rcdesk.domain.registro import Inserto
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.fields import Field, Line
from rcdesk.ui.kit.form import Form
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import boxed, column, emptied, row
from rcdesk.ui.kit.lines import Lines
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import Column
from rcdesk.ui.kit.states import State
from rcdesk.ui.screens.acta.figures import data_words
from rcdesk.ui.screens.acta.part import DataCard, Part, heading
from rcdesk.ui.screens.acta.writing import Blocks, Writing
from rcdesk.ui.table_lines import rows_of
from rcdesk.work.actas import SeccionRow, agregar_al_acta, listar_secciones
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.estado_del_acta import EstadoDelActa
from rcdesk.work.lineas import agregar, corregir
from rcdesk.work.narrativa import editar_narrativa
from rcdesk.work.subsecciones import SeccionAbierta, abrir_seccion

_WRITTEN: Final = State("Escrita", "check", "ok")
_DATA: Final = State("Con los datos", "database")
_EMPTY: Final = State("Vacía", "circle-dashed", "warn")


def _state(row_: SeccionRow) -> State:
    if not row_.bloques and not row_.subsecciones:
        return _EMPTY
    return _DATA if all(isinstance(bloque, Inserto) for bloque in row_.bloques) else _WRITTEN


_COLUMNS: Final = (
    Column[SeccionRow]("No.", lambda row_: row_.numero, width=64),
    Column[SeccionRow]("Título", lambda row_: row_.titulo or "Sin título", strong=True),
    Column[SeccionRow]("Estado", lambda row_: _state(row_).word, width=140, state=_state),
)


class DevelopmentPart(Part):
    """The sections, numbered by their place. `opened` tells which one to write."""

    opened = Signal(str)  # the key of a section
    landmark = "DESARROLLO"

    def __init__(self, tab: HearingScreen) -> None:
        super().__init__(tab)
        desk = tab.desk
        self._lines = Lines(
            tab,
            "secciones",
            _COLUMNS,
            rows_of(
                desk,
                "secciones",
                lambda text: desk.do(
                    agregar_al_acta["secciones"], audiencia_id=self.audiencia_id, valores={"titulo": text}
                ),
                "retirada del acta",
            ),
            label="Secciones del desarrollo",
            add="Título de otra sección, y Enter",
            empty="",
            most=10,
        )
        self._lines.opened.connect(lambda row_: self.opened.emit(row_.id))
        self._nothing = EmptyState(
            "list-ordered",
            "El acta no tiene secciones propias",
            "Mientras tanto se imprimen las nueve del formato, con los datos. Tráigalas para escribir en ellas.",
            "Usar las nueve secciones",
        )
        self._nothing.button.setObjectName("usar_nueve_secciones")
        self._nothing.started.connect(self.use_standard)
        moving = "Enter abre una sección; Alt ↑ ↓ la mueve y todas se vuelven a numerar."
        self._moving = named("orden_de_secciones", PlainLabel(moving, "caption", "ink2", wrap=True))
        top = heading("Desarrollo", note=self._moving)
        self.setLayout(column(top, 4, self._nothing, self._lines, None, gap=8))

    def refresh(self, estado: EstadoDelActa) -> None:
        """Show the sections."""
        rows = self.tab.desk.ask(listar_secciones, audiencia_id=self.audiencia_id)
        self._nothing.setVisible(not rows)
        self._lines.table.setVisible(bool(rows))
        self._lines.show_rows(rows)
        self._moving.setVisible(estado.estado not in APROBADA)

    def leave(self) -> None:
        """Save what is unsaved."""
        self._lines.leave()


class SectionPart(Part):
    """One section: its title, its narrative and the sections inside it. What it prints from the base is told above.

    `opened` tells which section inside it, or around it, to write.
    """

    opened = Signal(str)  # the key of a section
    rewords = True

    def __init__(self, tab: HearingScreen) -> None:
        super().__init__(tab)
        self.section = self._padre = ""
        self._title = Form(tab, "seccion", self._save_title)
        self._writing = Writing(
            tab,
            "seccion_texto",
            ("secciones", "bloques"),
            self._save,
            label="Texto de la sección",
            placeholder="Escriba aquí. Enter comienza otro párrafo.",
        )
        self._writing.typing.connect(self.typing)
        title = self._title.bind(
            "titulo", Field("Título de la sección", Line(role="lead")), shown=lambda text: text or ""
        )
        self._cards: QVBoxLayout = column(gap=6)
        self._shown: tuple[str, ...] = ()
        self._outer = named("seccion_de_afuera", Button("", "chevron-left", kind="quiet", small=True))
        self._outer.clicked.connect(lambda _checked=False: self.opened.emit(self._padre))
        self._inside = self._lines_inside()
        self._below = boxed(column(PlainLabel("Subsecciones", "label", "ink2"), self._inside, gap=4))
        back = row(self._outer, None)
        self.setLayout(column(back, title, self._cards, self._writing.field, 6, self._below, None, gap=10))

    def _lines_inside(self) -> Lines:
        desk = self.tab.desk
        lines = Lines(
            self.tab,
            "subsecciones",
            _COLUMNS,
            rows_of(
                desk,
                "secciones",
                lambda text: desk.do(agregar["secciones"], valores={"titulo": text}, seccion_id=self.section),
                "retirada del acta",
            ),
            label="Subsecciones",
            add="Título de una subsección, y Enter",
            empty="",
            most=8,
        )
        lines.opened.connect(lambda row_: self.opened.emit(row_.id))
        return lines

    def open(self, section: str) -> None:
        """Work on another section."""
        if section != self.section:
            self.leave()
            self._inside.forget()
            self.section = section

    @property
    def listed(self) -> str:
        """The section of the development that it is, or that it is in, as the index lists it."""
        return self._padre or self.section

    def refresh(self, estado: EstadoDelActa) -> None:
        """Show the section, or nothing when it was withdrawn."""
        row_ = self.tab.desk.ask(abrir_seccion, id=self.section)
        if row_ is None:
            return
        self._padre = row_.padre or ""
        self._outer.setVisible(bool(row_.padre))
        self._outer.set_words(row_.afuera, "La sección de afuera")
        self._below.setVisible(not row_.padre or bool(row_.subsecciones))
        self._inside.table.setVisible(bool(row_.subsecciones))
        self._inside.show_rows(row_.subsecciones)
        self.landmark = f"{row_.numero}{'' if row_.padre else '.'} {row_.titulo}"
        self._title.show(row_.id, row_)
        self._writing.show(row_.id, row_)
        self._writing.tell(estado)
        self._show_cards(row_, estado)

    def leave(self) -> None:
        """Save what is unsaved."""
        self._title.leave()
        self._writing.leave()
        self._inside.leave()

    def reword(self) -> None:
        """Turn the generated sentence in hand into a paragraph."""
        self._writing.editor.reword()

    def restore(self) -> None:
        """Bring the generated sentence back."""
        self._writing.editor.restore()

    def take_keys(self) -> None:
        """One begins to write where the text ends."""
        self._writing.editor.take_keys()

    def _show_cards(self, row_: SeccionAbierta, estado: EstadoDelActa) -> None:
        found = list(data_words(datos_de(row_.bloques), estado.datos))
        told = tuple(words for words, *_ in found)
        if told == self._shown:
            return
        self._shown = told
        emptied(self._cards)
        for place, (words, verb, where, key) in enumerate(found):
            card = DataCard(self.tab, f"seccion_{place}", verb, where, key)
            card.show_words(words)
            self._cards.addWidget(card)

    def _save_title(self, key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
        self.tab.desk.do(corregir["secciones"], id=key, valores=values, seen=seen)

    def _save(self, key: str, blocks: Blocks, seen: Blocks | None, adjuntos: tuple[Adjunto, ...]) -> None:
        self.tab.desk.do(
            editar_narrativa, tabla="secciones", id=key, campo="bloques", bloques=blocks, seen=seen, adjuntos=adjuntos
        )
