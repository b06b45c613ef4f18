"""La ficha del plan: what a plan says of itself besides its activities, section by section."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtWidgets import QStackedWidget

from rcdesk.i18n import plural
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.choices import chosen, keep_choice
from rcdesk.ui.kit.fields import Choice
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.sections import Entry, Notes, Side
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.cronograma.ficha_gathered import GatheredPart
from rcdesk.ui.screens.cronograma.ficha_learnt import LearntPart
from rcdesk.ui.screens.cronograma.ficha_part import FichaPart
from rcdesk.ui.screens.cronograma.ficha_purpose import PurposePart
from rcdesk.ui.screens.cronograma.ficha_self import SelfPart
from rcdesk.ui.screens.cronograma.ficha_story import StoryPart
from rcdesk.ui.screens.cronograma.ficha_team import TeamPart
from rcdesk.ui.screens.cronograma.views import Sight, View
from rcdesk.work.ficha_del_plan import FichaRow, listar_lideres, listar_recogidos, ver_ficha
from rcdesk.work.secciones import listar_secciones_del_plan

_PARTS: Final[tuple[tuple[Entry, type[FichaPart]], ...]] = (
    (Entry("proposito", "Propósito", "target"), PurposePart),
    (Entry("equipo", "Equipo líder", "users"), TeamPart),
    (Entry("autodiagnostico", "Autodiagnóstico", "clipboard-list"), SelfPart),
    (Entry("narrativa", "Narrativa", "book-open"), StoryPart),
    (Entry("recogidos", "Compromisos recogidos", "handshake"), GatheredPart),
    (Entry("aprendido", "Lo aprendido", "graduation-cap"), LearntPart),
)
_KEYS: Final = tuple(entry.key for entry, _ in _PARTS)
_CHOICE: Final = "cronograma.ficha"
_SIDE: Final = 246  # px at 100 % text


class FichaView(View):
    """A part is made the first time it is opened. At large text the parts are one choice over the open one."""

    reads: ClassVar[frozenset[str]] = frozenset(
        {
            *("planes", "firmantes", "secciones", "compromisos_por_periodo", "compromisos"),
            *("actividades", "componentes", "adjuntos"),
        }
    )
    filters: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        kept = chosen(screen, _CHOICE, _KEYS[0])
        self._here = kept if kept in _KEYS else _KEYS[0]
        self._sight: Sight | None = None
        self._parts: dict[str, FichaPart] = {}
        self._stack = QStackedWidget()
        entries = [entry for entry, _ in _PARTS]
        self.side = named("secciones_de_la_ficha", Side("Ficha", entries), label="Secciones de la ficha")
        self.side.chosen.connect(self.open_part)
        self._choice = named(
            "seccion_de_la_ficha", Choice([(entry.key, entry.title) for entry in entries]), label="Sección"
        )
        self._choice.edited.connect(lambda: self.open_part(self._choice.value()))
        card = Card()
        if look().large:
            self.side.setParent(self)
            self.side.hide()
            over = row((self._choice, 1), margins=(20, 10, 20, 6))
            card.setLayout(column(over, (self._stack, 1), margins=(1, 0, 1, 2), gap=0))
            self.setLayout(row((card, 1)))
        else:
            self._choice.setParent(self)
            self._choice.hide()
            self.side.setFixedWidth(look().px(_SIDE))
            card.setLayout(column((self._stack, 1), margins=(1, 0, 1, 2), gap=0))
            self.setLayout(row(self.side, (card, 1), gap=8))
        self.setFocusProxy(self._choice if look().large else self.side)

    @property
    def part(self) -> FichaPart:
        """The part that is open, made now if it was not."""
        made = self._parts.get(self._here)
        if made is None:
            entry, kind = next(part for part in _PARTS if part[0].key == self._here)
            made = self._parts[self._here] = named(f"ficha_{entry.key}", kind(self.holder), label=entry.title)
            self._stack.addWidget(made)
        return made

    def show_plan(self, sight: Sight) -> None:
        self._sight = sight
        found = self.holder.desk.ask(ver_ficha, plan_id=sight.plan.id)
        if found is None:
            return
        self.side.show_notes(self._notes(found), self._here)
        self._choice.set_value(self._here)
        self.part.show_ficha(found)
        self._stack.setCurrentWidget(self.part)

    def select(self, key: str) -> bool:
        """A part, by its name."""
        if key in _KEYS:
            self.open_part(key)
        return key in _KEYS

    def open_part(self, key: str) -> None:
        """Open a part."""
        if key == self._here or self._sight is None:
            return
        self.part.leave()
        self._here = key
        keep_choice(self.holder, _CHOICE, key)
        self.show_plan(self._sight)

    def _notes(self, found: FichaRow) -> Notes:
        """How each part stands, in few words."""
        desk = self.holder.desk
        rows = desk.ask(listar_recogidos, plan_id=found.id)
        wrong = sum(bool(one.aviso) for one in rows)
        learnt = len(found.conclusiones) + len(found.lecciones_aprendidas) + len(found.buenas_practicas)
        people = len(desk.ask(listar_lideres, plan_id=found.id))
        sections = len(desk.ask(listar_secciones_del_plan, plan_id=found.id))
        gathered = plural(sum(one.recogidos for one in rows), "recogido", "recogidos") if rows else "sin anotar"
        return {
            "proposito": (plural(len(found.retos), "reto", "retos"), "ink2")
            if found.objetivo
            else ("sin objetivo", "warn"),
            "equipo": (plural(people, "persona", "personas"), "ink2") if people else ("sin nadie", "warn"),
            "autodiagnostico": (found.nivel.dicho, "ink2") if found.nivel else ("sin puntaje", "ink2"),
            "narrativa": (plural(sections, "sección", "secciones"), "ink2"),
            "recogidos": (plural(wrong, "no cuadra", "no cuadran"), "warn") if wrong else (gathered, "ink2"),
            "aprendido": (plural(learnt, "aprendizaje", "aprendizajes"), "ink2"),
        }
