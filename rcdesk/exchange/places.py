"""Where in a file something is, and what there is to say about it."""

from __future__ import annotations

import unicodedata
from typing import Any, Final, TypeAlias

Place: TypeAlias = "tuple[Place | None, str | int] | None"
"""A value of the file: the place of what contains it, and its key or its position there; None is the whole file."""

LISTED: Final = 20
"""How many problems a refusal tells one by one."""


class Notes:
    """What was found while reading: problems refuse the file, avisos are told and the rest is read."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.avisos: list[str] = []
        self._ids: dict[str, Place] = {}

    def problem(self, place: Place, sentence: str) -> None:
        """Add a reason to refuse the file; sentences begin in lower case, without a final stop."""
        self.problems.append(f"{where(place)}: {sentence}")

    def identify(self, place: Place, identity: str) -> None:
        """Note whose id it is; a second record with it is a problem."""
        first = self._ids.setdefault(identity, place)
        if first is not place:
            other = where(first).removeprefix("En ")
            self.problem(place, f"el identificador {identity} ya es el de otro registro ({other})")

    def aviso(self, place: Place, sentence: str) -> None:
        """Add something that was left out or changed while reading."""
        self.avisos.append(f"{where(place)}: {sentence}.")


def where(place: Place) -> str:
    """«En audiencias[0].preguntas[3]», or «En el archivo» for the whole of it."""
    steps: list[str] = []
    while place is not None:
        place, step = place
        steps.append(f"[{step}]" if isinstance(step, int) else f".{shown(step, 40)}")
    return "En " + "".join(reversed(steps)).removeprefix(".") if steps else "En el archivo"


def shown(value: Any, longest: int = 80) -> str:
    """A value of the file as a sentence can show it: on one line, without invisible characters, not endless."""
    text = "".join(c if c.isprintable() else "\ufffd" for c in unicodedata.normalize("NFC", str(value)[: 2 * longest]))
    return text if len(text) <= longest else text[:longest] + "…"


def kind_of(value: Any) -> str:
    """What a JSON value is, as a sentence says it."""
    match value:
        case None:
            return "un valor vacío (null)"
        case bool():
            return "un valor de sí o no (true, false)"
        case int() | float():
            return f"el número {shown(value, 30)}"
        case str():
            return f"el texto «{shown(value)}»"
        case list():
            return "una lista"
        case _:
            return "un objeto"
