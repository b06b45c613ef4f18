"""How a row of a sheet looks: what becomes of it in a word, what changes in a smaller one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, assert_never

from rcdesk.domain.cuadro.cotejo import Renglon
from rcdesk.i18n import lista_en_palabras
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.states import State

COUNTERS: Final = (
    ("filas", "Filas", "ink"),
    ("nueva", "Nuevas", "ok"),
    ("cambia", "Cambian", "info"),
    ("retira", "Se retiran", "warn"),
    ("igual", "Iguales", "ink"),
    ("no_entra", "No entran", "danger"),
)
"""Each counter is a filter: its value, its words, the tone of its figure."""

_TELLING: Final = ("etapa", "procedencia", "fechas", "desde", "hasta", "fecha", "responsables")
"""What is said of a new row in its line."""
_SHOWN: Final = 120  # letters of a value in a line


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the file, and whether it is brought: what is proposed, or what the person said."""

    renglon: Renglon
    entra: bool

    @property
    def id(self) -> int:
        """Its number in the file."""
        return self.renglon.numero

    @property
    def may(self) -> bool:
        """Whether it can be brought."""
        return self.renglon.suerte in ("nueva", "cambia", "retira")


def fate(line: Line) -> State:
    """What becomes of a row."""
    if line.may and not line.entra:
        return State("Se deja", "eye-off")
    match line.renglon.suerte:
        case "nueva":
            return State("Nueva", "plus", "ok")
        case "cambia":
            return State("Cambia", "pen-line", "info")
        case "retira":
            return State("Se retira", "trash-2", "warn")
        case "igual":
            return State("Igual", "check")
        case "no_entra":
            return State("No entra", "circle-alert", "danger")
        case _:
            assert_never(line.renglon.suerte)


def why(line: Line) -> str:
    """What changes, or why it cannot come in."""
    one = line.renglon
    match one.suerte:
        case "no_entra":
            said = one.motivo
        case "retira":
            said = f"Motivo: {one.motivo}"
        case "cambia" if len(one.cambios) == 1:
            [only] = one.cambios
            said = f"{only.titulo}: {short(only.antes)} → {short(only.despues)}"
        case "cambia":
            said = f"Cambian: {lista_en_palabras([change.titulo.lower() for change in one.cambios])}"
        case "nueva":
            told = [change for change in one.cambios if change.campo in _TELLING]
            said = "  ·  ".join(f"{change.titulo}: {short(change.despues)}" for change in told)
        case "igual":
            said = ""
        case _:
            assert_never(one.suerte)
    both = next((change.aviso for change in one.cambios if change.aviso), "")
    return "  ·  ".join(filter(None, (said, both, *one.avisos)))


def short(text: str) -> str:
    """A value in one line; «sin dato» when it is empty."""
    words = " / ".join(text.split("\n"))
    return (words[:_SHOWN] + "…" if len(words) > _SHOWN else words) or "sin dato"


def filtered(lines: Sequence[Line], which: str) -> list[Line]:
    """The rows that a counter counts."""
    return [line for line in lines if which in ("filas", line.renglon.suerte)]


def counts(lines: Sequence[Line]) -> Mapping[str, int]:
    """The figure of each counter."""
    return {value: len(filtered(lines, value)) for value, _, _ in COUNTERS}


def _tone(line: Line) -> str:
    return "ink" if line.entra or not line.may else "ink3"


def _note_tone(line: Line) -> str:
    if line.renglon.suerte == "no_entra":
        return "danger"
    waits = line.may and (any(one.aviso for one in line.renglon.cambios) or bool(line.renglon.avisos))
    return "warn" if waits else "ink2"


COLUMNS: Final = (
    Column[Line]("Fila", lambda line: str(line.id), 70, "right", "ink3"),
    Column[Line](
        "Qué dice",
        lambda line: short(line.renglon.titulo),
        tone=_tone,
        strong=True,
        note=why,
        note_tone=_note_tone,
        struck=lambda line: line.may and not line.entra,
    ),
    Column[Line]("Qué pasa", lambda line: fate(line).word, 142, state=fate),
)
