"""What the person at this computer prefers, in a small JSON file of theirs. Damaged or absent, it is done without."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final

import platformdirs

NAME: Final = "rcdesk"
TEMAS: Final = ("claro", "oscuro", "contraste")
SMALLEST: Final = 1.0
LARGEST: Final = 2.0
_MOST_CHOICES: Final = 200
_LONGEST_CHOICE: Final = 2_000


@dataclass(frozen=True, slots=True)
class Preferences:
    """How the window was left."""

    base: str = ""
    """Folder of the last base."""
    tema: str = "claro"
    texto: float = 1.0
    """Text size, from 1.0 to 2.0."""
    ventana: str = ""
    """Where the window was, in Qt's own words, in base 64."""
    lugar: str = ""
    """The last place."""
    audiencia: str = ""
    """The key of the last open hearing."""
    proyector: str = ""
    """The screen of the projector, by its make; «ventana» when it is a window; empty until one is chosen."""
    tarima: str = ""
    """The screen of those on stage, in the same words."""
    elegido: Mapping[str, str] = field(default_factory=dict)
    """What was chosen last in each screen, by a dotted name: `registro.sonido`."""


class Keeper:
    """Reads and writes the preferences in one file; without it, or when it cannot be written, the program works on."""

    def __init__(self, path: Path | None = None) -> None:
        """`path` is the file; without it, the one of this user."""
        self.path = path or platformdirs.user_config_path(NAME, appauthor=False) / "preferencias.json"
        self.now = _read(self.path)

    def keep(self, **changes: Any) -> None:
        """Remember these fields of `Preferences`."""
        changed = _sound(replace(self.now, **changes))
        if changed == self.now:
            return
        self.now = changed
        from rcdesk.store.files import write_atomic  # not needed before the first paint

        with suppress(OSError):  # a read-only profile must not stop the work
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_atomic(self.path, json.dumps(asdict(changed), ensure_ascii=False, indent=1).encode())

    def recall(self, name: str) -> str:
        """Return what was chosen under that name; empty when nothing was."""
        return self.now.elegido.get(name, "")

    def remember(self, name: str, choice: str) -> None:
        """Keep a choice; an empty one is forgotten."""
        others = {known: value for known, value in self.now.elegido.items() if known != name}
        self.keep(elegido=others | ({name: choice} if choice else {}))


def documents() -> Path:
    """Return the folder of this person's bases: `Documentos/rcdesk`."""
    return platformdirs.user_documents_path() / NAME


def logs() -> Path:
    """Return the folder for what a crash leaves."""
    return platformdirs.user_log_path(NAME, appauthor=False)


def _read(path: Path) -> Preferences:
    found: Any = {}
    with suppress(OSError, ValueError, RecursionError):  # absent, unreadable, or not JSON
        found = json.loads(path.read_text("utf-8"))
    if not isinstance(found, dict):
        return Preferences()
    base = Preferences()
    kept = {
        field.name: found[field.name]
        for field in fields(Preferences)
        if isinstance(found.get(field.name), (float, int) if field.name == "texto" else type(getattr(base, field.name)))
    }
    return _sound(replace(base, **kept))


def _sound(found: Preferences) -> Preferences:
    """Bring what a hand may have written within what the window takes."""
    tema = found.tema if found.tema in TEMAS else TEMAS[0]
    texto = min(found.texto, LARGEST) if found.texto >= SMALLEST else SMALLEST  # NaN is not greater than anything
    known = list(found.elegido.items())[-_MOST_CHOICES:]
    elegido = {name: value for name, value in known if isinstance(value, str) and len(value) <= _LONGEST_CHOICE}
    return replace(found, tema=tema, texto=round(float(texto), 2), elegido=elegido)
