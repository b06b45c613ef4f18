"""Ajustes: what the entity writes once. The sections at the left, the one that is open at the right."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from rcdesk.app.desk import Desk
from rcdesk.i18n import plural
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.fields import Choice
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.sections import Entry, Notes, Side
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.ajustes.book import BookSection
from rcdesk.ui.screens.ajustes.days import DaysSection
from rcdesk.ui.screens.ajustes.entity import EntitySection
from rcdesk.ui.screens.ajustes.formats import FormatsSection
from rcdesk.ui.screens.ajustes.offices import OfficesSection
from rcdesk.ui.screens.ajustes.section import Section
from rcdesk.ui.screens.ajustes.signers import SignersSection
from rcdesk.ui.screens.ajustes.terms import TermsSection
from rcdesk.work.ajustes import AjustesView, ver_ajustes

_SECTIONS: Final[tuple[tuple[Entry, type[Section]], ...]] = (
    (Entry("entidad", "Entidad", "building-2"), EntitySection),
    (Entry("formatos", "Formatos documentales", "file-text"), FormatsSection),
    (Entry("numeros", "Libro de números", "hash"), BookSection),
    (Entry("firmas", "Firmas", "pen-line"), SignersSection),
    (Entry("dependencias", "Dependencias", "layers"), OfficesSection),
    (Entry("dias", "Días no hábiles", "calendar"), DaysSection),
    (Entry("terminos", "Términos de ley", "alarm-clock"), TermsSection),
)
_KEYS: Final = tuple(entry.key for entry, _ in _SECTIONS)
_SIDE: Final = 246  # px at 100 % text


class AjustesScreen(Screen):
    """A section is made the first time it is opened. At large text the sections are one choice over the open one."""

    reads: ClassVar[frozenset[str]] = frozenset(
        {
            *("entidades", "formatos", "firmantes", "dependencias", "dias_no_habiles", "terminos"),
            *("adjuntos", "actas", "versiones", "audiencias"),
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._here = _KEYS[0]
        self._sections: dict[str, Section] = {}
        self._stack = QStackedWidget()
        entries = [entry for entry, _ in _SECTIONS]
        self.side = named("secciones_de_ajustes", Side("Ajustes", entries), label="Secciones de Ajustes")
        self.side.chosen.connect(self.open_section)
        self._choice = Choice([(entry.key, entry.title) for entry in entries])
        named("seccion_de_ajustes", self._choice, label="Sección")
        self._choice.edited.connect(lambda: self.open_section(self._choice.value()))
        card = Card()
        if look().large:
            self.side.setParent(self)
            self.side.hide()
            over = row((self._choice, 1), margins=(20, 10, 20, 6))
            card.setLayout(column(over, (self._stack, 1), margins=(1, 0, 1, 2), gap=0))
            self.fill(row((card, 1), margins=(8, 0, 8, 8)))
        else:
            self._choice.setParent(self)
            self._choice.hide()
            self.side.setFixedWidth(look().px(_SIDE))
            card.setLayout(column((self._stack, 1), margins=(1, 0, 1, 2), gap=0))
            self.fill(row(self.side, (card, 1), margins=(8, 0, 8, 8), gap=8))

    @property
    def section(self) -> Section:
        """The section that is open, made now if it was not."""
        made = self._sections.get(self._here)
        if made is None:
            kind = next(kind for entry, kind in _SECTIONS if entry.key == self._here)
            made = self._sections[self._here] = named(f"ajustes_{self._here}", kind(self), label=self._here)
            self._stack.addWidget(made)
        return made

    def refresh(self) -> None:
        """Read how each section stands, and the one that is open."""
        view = self.desk.ask(ver_ajustes, hoy=moment.today())
        notes = _notes(view)
        self.section.refresh()
        self._stack.setCurrentWidget(self.section)
        self.side.show_notes(notes, self._here)
        self._choice.set_value(self._here)
        troubles = (
            (view.sin_codigo, "formato sin código", "formatos sin código"),
            (view.saltos, "salto en los números", "saltos en los números"),
        )
        self.ambient.emit([(str(n), one if n == 1 else many, "warn") for n, one, many in troubles if n])

    def seek(self, key: str) -> None:
        """Open a section by its key, and go where one writes in it."""
        self.open_section(key)
        self.section.take_keys()

    def open_section(self, key: str) -> None:
        """Open a section."""
        if key not in _KEYS or key == self._here:
            return
        self.section.leave()
        self._here = key
        self.make_stale()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The keys go where one writes in the open section."""
        self.section.take_keys()

    def offers(self, method: str) -> bool:
        """A new line needs a list; a new version, the formats."""
        match method:
            case "new_line":
                return self.section.new_line() is not None
            case "new_version":
                return isinstance(self.section, FormatsSection)
            case _:
                return True

    def show_entity(self) -> None:
        """Go to Entidad."""
        self.seek("entidad")

    def show_formats(self) -> None:
        """Go to Formatos documentales."""
        self.seek("formatos")

    def show_numbers(self) -> None:
        """Go to Libro de números."""
        self.seek("numeros")

    def show_signers(self) -> None:
        """Go to Firmas."""
        self.seek("firmas")

    def show_days(self) -> None:
        """Go to Días no hábiles."""
        self.seek("dias")

    def show_terms(self) -> None:
        """Go to Términos de ley."""
        self.seek("terminos")

    def new_line(self) -> None:
        """Go to the line where one more is typed."""
        line = self.section.new_line()
        if line is not None:
            line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def new_version(self) -> None:
        """Make the next version of the format in hand."""
        if isinstance(self.section, FormatsSection):
            self.section.new_version()

    def next_section(self) -> None:
        """Open the section that follows."""
        self._go(1)

    def previous_section(self) -> None:
        """Open the section before."""
        self._go(-1)

    def _go(self, by: int) -> None:
        place = _KEYS.index(self._here) + by
        if 0 <= place < len(_KEYS):
            self.seek(_KEYS[place])


def _notes(view: AjustesView) -> Notes:
    """Section → how it stands, with its tone."""
    missing = f", {view.sin_codigo} sin código" if view.sin_codigo else ""
    formats = plural(view.formatos, "formato", "formatos") + missing if view.formatos else "ninguno todavía"
    gaps = f", {plural(view.saltos, 'salto', 'saltos')}" if view.saltos else ""
    return {
        "entidad": (view.entidad, "ink2") if view.entidad else ("falta el nombre", "warn"),
        "formatos": (formats, "warn" if view.sin_codigo else "ink2"),
        "numeros": (_some(view.numeros, "dado", "dados", "ninguno todavía") + gaps, "warn" if view.saltos else "ink2"),
        "firmas": (_some(view.firmantes, "firmante habitual", "firmantes habituales", "nadie todavía"), "ink2"),
        "dependencias": (_some(view.dependencias, "dependencia", "dependencias", "ninguna todavía"), "ink2"),
        "dias": (_some(view.dias, "día de la entidad", "días de la entidad", "los festivos"), "ink2"),
        "terminos": (_some(view.terminos, "de la entidad", "de la entidad", "los de la ley"), "ink2"),
    }


def _some(count: int, one: str, many: str, none: str) -> str:
    return plural(count, one, many) if count else none
