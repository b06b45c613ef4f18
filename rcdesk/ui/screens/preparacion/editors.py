"""Editors that only Preparación needs: fields without a label in sight, periods, instants, and yes, no or undecided."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from rcdesk.domain.errors import RuleError
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.domain.periodos import en_palabras
from rcdesk.domain.periodos_escritos import leer_periodo
from rcdesk.i18n import fecha_corta, leer_fecha, leer_hora
from rcdesk.ui.kit.fields import Choice, Field, Segmented, TypedLine
from rcdesk.ui.kit.plain import PlainLabel

_INSTANT = re.compile(r"(.+?)[,\s]+(\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?\s*m\.?)?)", re.IGNORECASE)


class BareField(Field):
    """A field whose label is only heard: the list around it says what it is."""

    def __init__(self, label: str, editor: QWidget) -> None:
        super().__init__(label, editor)
        for words in self.findChildren(PlainLabel):
            if words.text() == label:
                words.hide()


class YearField(TypedLine[int | None]):
    """A year: written without a point."""

    def _read(self, text: str) -> int | None:
        if not text.strip():
            return None
        if not re.fullmatch(r"(19|20)\d\d", text.strip(), re.ASCII):
            raise RuleError(f"«{text.strip()}» no es un año. Escríbalo como 2026.")
        return int(text)

    def _write(self, value: int | None) -> str:
        return "" if value is None else str(value)


class PeriodField(TypedLine[str]):
    """A period of rcdesk/1, typed and shown as the office says it: «segundo semestre de 2026»."""

    def __init__(self) -> None:
        super().__init__(placeholder="primer semestre de 2026")

    def _read(self, text: str) -> str:
        if not text.strip():
            return ""
        period = leer_periodo(text)
        if period is None:
            raise RuleError(f"«{text.strip()}» no es un periodo. Escríbalo como «segundo semestre de 2026» o 2026-S2.")
        return period

    def _write(self, value: str) -> str:
        return en_palabras(value) if value else ""


class InstantField(TypedLine[str]):
    """A date and hour of Bogotá, to the second when they are typed: `2026-04-15T08:58:30-05:00`."""

    def __init__(self) -> None:
        super().__init__(placeholder="día/mes/año y hora")

    def _read(self, text: str) -> str:
        if not text.strip():
            return ""
        found = _INSTANT.fullmatch(text.strip())
        date = leer_fecha(found.group(1)) if found else leer_fecha(text)
        hour = leer_hora(found.group(2)) if found else None
        if date is None or len(date) < len("2026-04-15") or (found and hour is None):
            raise RuleError(f"«{text.strip()}» no sirve. Escriba la fecha y la hora como 15/04/2026 8:58:30.")
        if found is None:
            return date
        seconds = re.search(r":\d{2}(:\d{2})", found.group(2))
        return f"{date}T{hour}{seconds.group(1) if seconds else ''}-05:00"

    def _write(self, value: str) -> str:
        date, _, hour = value.partition("T")
        return f"{fecha_corta(date)} {re.sub(r'(Z|[+-]..:..)$', '', hour)}".strip() if value else ""


def choice_of(words: Mapping[Any, str], none: str) -> Choice:
    """Return a list to choose from a closed list of rcdesk/1; `none` is what stands for «not filled»."""
    return Choice([("", none), *((value, con_mayuscula(word)) for value, word in words.items())])


def three_states(undecided: str, yes: str, no: str) -> Segmented:
    """Return the three answers; `to_answer` and `from_answer` translate them."""
    return Segmented([("-", undecided), ("si", yes), ("no", no)])


def to_answer(value: bool | None) -> str:
    """Return the segment of a stored answer."""
    return "-" if value is None else "si" if value else "no"


def from_answer(segment: str) -> bool | None:
    """Return the answer of a segment."""
    return {"si": True, "no": False}.get(segment)


def to_lines(values: tuple[str, ...]) -> str:
    """Return a list of texts as lines."""
    return "\n".join(values)


def from_lines(text: str) -> tuple[str, ...]:
    """Return the texts of the lines that say something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
