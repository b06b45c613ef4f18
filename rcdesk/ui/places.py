"""Where one can be: the rail and the tabs of a hearing. Screens are named as text and imported on their first show."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rcdesk.ui.kit.screen import Screen


@dataclass(frozen=True, slots=True)
class Place:
    """A screen by name. `bottom` puts it at the foot of the rail."""

    id: str
    word: str
    icon: str
    module: str
    screen: str
    bottom: bool = False

    def exists(self) -> bool:
        """Whether its screen is in this program: a place with nothing yet is not shown."""
        spec = find_spec(self.module)
        return spec is not None and spec.origin is not None  # a bare folder is not a screen

    def load(self) -> type[Screen]:
        """Import the screen."""
        found: type[Screen] = getattr(import_module(self.module), self.screen)
        return found


def _place(id: str, word: str, icon: str, *, bottom: bool = False) -> Place:
    """A place whose module has its name: en_vivo → rcdesk.ui.screens.en_vivo, EnVivoScreen."""
    screen = "".join(part.capitalize() for part in id.split("_")) + "Screen"
    return Place(id, word, icon, f"rcdesk.ui.screens.{id}", screen, bottom)


RAIL: Final = tuple(
    place
    for place in (
        _place("inicio", "Inicio", "house"),
        _place("cronograma", "Cronograma", "calendar-days"),
        _place("audiencias", "Audiencias", "mic"),
        _place("compromisos", "Compromisos", "handshake"),
        _place("informes", "Informes", "chart-column"),
        _place("ajustes", "Ajustes", "settings", bottom=True),
    )
    if place.exists()
)
"""The places of the program, in order."""

TABS: Final = tuple(
    place
    for place in (
        _place("preparacion", "Preparación", "clipboard-list"),
        _place("registro", "Registro", "user-check"),
        _place("en_vivo", "En vivo", "radio"),
        _place("encuesta", "Encuesta", "list"),
        _place("acta", "Acta", "file-text"),
        _place("cierre", "Cierre", "shield-check"),
    )
    if place.exists()
)
"""The tabs of a hearing, in the order of the day. Their screens derive from `HearingScreen`."""

PLACES: Final = {place.id: place for place in (*RAIL, *TABS)}
TAB_IDS: Final = frozenset(place.id for place in TABS)

OF_ALL: Final = frozenset({"audiencias", "compromisos"})
"""Where what every hearing has is in sight."""
