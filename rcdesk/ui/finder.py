"""What Ctrl+K lists and F1 shows: the commands that can be asked for now, and what the base holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from rcdesk.ui.commands import COMMANDS, HEADINGS, HEARING, WINDOW, Command
from rcdesk.ui.keyboard import is_typing
from rcdesk.ui.kit.states import AUDIENCIA, COMPROMISO, PREGUNTA, State, state_of
from rcdesk.ui.places import PLACES, RAIL, TAB_IDS, TABS

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk
    from rcdesk.ui.kit.finding import Entry
    from rcdesk.work.buscar import HalladoRow, Tipo

Go = Callable[[str, str], object]
"""To a place and a key in it."""

_KINDS: Final[dict[Tipo, tuple[str, str, str]]] = {
    "audiencia": ("Audiencias", "mic", "preparacion"),
    "pregunta": ("Preguntas", "message-circle", "en_vivo"),
    "persona": ("Personas y organizaciones", "user", "registro"),
    "compromiso": ("Compromisos", "handshake", "compromisos"),
    "actividad": ("Actividades", "calendar-days", "cronograma"),
}
"""Kind → heading, icon, and the place where it is opened."""
_STATES: Final[dict[str, dict[str, State]]] = {
    "audiencia": AUDIENCIA,
    "pregunta": PREGUNTA,
    "compromiso": COMPROMISO,
}


class Finder:
    """Opens the palette and the key sheet over a window. `offered` says which commands can be asked for now."""

    def __init__(
        self, window: QWidget, go: Go, run: Callable[[Command], object], offered: Callable[[Command], bool]
    ) -> None:
        self._window, self._go, self._run, self._offered = window, go, run, offered
        self.desk: Desk | None = None
        self.here, self.hearing = "", False  # the place in sight, and whether a hearing is open

    def find(self) -> None:
        """Ctrl+K."""
        from rcdesk.ui.kit.palette import Palette
        from rcdesk.ui.kit.strip import LiveStrip

        palette = Palette(self._window, keep=self._window.findChild(LiveStrip))
        palette.closed.connect(palette.deleteLater)
        reachable = [c for c in COMMANDS if c.method and c.method != "finder.find" and self._offered(c)]
        near = active_places(self.here)
        entries = command_entries([c for c in reachable if c.place in near], self.here, self._run)
        if self.desk is not None:
            entries += place_entries(self.here, self._go, hearing=self.hearing)
        entries += command_entries([c for c in reachable if c.place not in near], self.here, self._run)
        palette.offer(entries, self._search)

    def show_keys(self) -> None:
        """F1."""
        from rcdesk.ui.kit.keys import KeySheet
        from rcdesk.ui.kit.strip import LiveStrip

        title = f"Teclas de {PLACES[self.here].word}" if self.here in PLACES else "Teclas"
        sheet = KeySheet(self._window, title, key_groups(self.here), keep=self._window.findChild(LiveStrip))
        sheet.closed.connect(sheet.deleteLater)
        sheet.show_keys()

    def _search(self, typed: str) -> list[Entry]:
        return found_entries(self.desk, typed, self._go) if self.desk is not None else []


def command_entries(reachable: Sequence[Command], here: str, run: Callable[[Command], object]) -> list[Entry]:
    """Return the palette's lines for commands; one that lives in another place says where."""
    from rcdesk.ui.kit.finding import Entry
    from rcdesk.ui.kit.keycap import spoken

    entries = []
    for command in reachable:
        place = PLACES.get(command.place)
        detail = place.word if place is not None and place.id != here else ""
        keys = " ".join(spoken(command.keys.split("|")[0]))
        entries.append(Entry(command.title, detail, command.icon or "circle", partial(run, command), key=keys))
    return entries


def place_entries(here: str, go: Go, *, hearing: bool) -> list[Entry]:
    """Return the palette's lines to go elsewhere: the places and, of the acta of the open hearing, its parts."""
    from rcdesk.domain.partes import TITULOS
    from rcdesk.ui.kit.finding import Entry

    places = [*RAIL, *(TABS if hearing else ())]
    entries = [
        Entry(f"Ir a {place.word}", icon=place.icon, run=partial(go, place.id, ""))
        for place in places
        if place.id != here
    ]
    if hearing and "acta" in TAB_IDS:
        parts = (*TITULOS.items(), ("revision", "Revisión"), ("versiones", "Versiones"))
        icon = PLACES["acta"].icon
        entries += [
            Entry(f"Ir al acta: {words}", icon=icon, run=partial(go, "acta", f"/{key}")) for key, words in parts
        ]
    return entries


def found_entries(desk: Desk, typed: str, go: Go) -> list[Entry]:
    """Return what the base holds with those words."""
    from rcdesk.work.buscar import buscar

    return [_entry(row, go) for row in desk.ask(buscar, texto=typed)]


def _entry(row: HalladoRow, go: Go) -> Entry:
    from rcdesk.ui.kit.finding import Entry

    heading, icon, place = _KINDS[row.tipo]
    key = row.id
    if place in TAB_IDS:
        key = row.audiencia_id or ""
        key += "" if row.tipo == "audiencia" else f"/{row.id}"
    state = state_of(_STATES[row.tipo], row.estado) if row.tipo in _STATES else None
    title = " ".join(row.titulo.split())
    return Entry(title, row.detalle, icon, partial(go, place, key), heading, number=row.numero, state=state)


def active_places(here: str) -> frozenset[str]:
    """Return the places whose commands work while `here` is in sight."""
    return frozenset({WINDOW, here} | ({HEARING} if here in TAB_IDS else set()))


def key_groups(here: str) -> list[tuple[str, list[Command]]]:
    """Return what F1 shows: the keys of this place, those of its lists, those of the hearing, those of everywhere."""
    word = PLACES[here].word if here in PLACES else ""
    places = [(here, word)] if here else []
    places += [(HEARING, "La audiencia")] if here in TAB_IDS else []
    found: dict[str, list[Command]] = {word: []}
    taken = {key for command in COMMANDS if command.place == here and command.method for key in command.keys.split("|")}
    for place, heading in (*places, (WINDOW, "En todas partes")):
        for command in COMMANDS:
            minded = place == WINDOW and not command.method and command.keys in taken  # by the place before any table
            if command.place == place and not minded:
                for name, told in _headed(command, heading):
                    found.setdefault(name, []).append(told)
    return list(found.items())


def _headed(command: Command, heading: str) -> Iterator[tuple[str, Command]]:
    """Yield the first key of a command that works in its whole place, and the first that belongs to a list."""
    keys = command.keys.split("|") if command.keys else []
    own = [key for key in keys if is_typing(key) or (command.list and not command.method)]
    free = [key for key in keys if key not in own]
    if free:
        yield HEADINGS.get(command.id.partition(".")[0], heading), replace(command, keys=free[0])
    if own:
        yield HEADINGS.get(command.list, "Según dónde se escribe"), replace(command, keys=own[0])
