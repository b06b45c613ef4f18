"""How a line of the triage looks: what will happen with it in a word, why in a smaller one."""

from __future__ import annotations

from typing import Final, assert_never

from rcdesk.domain.renglones import Renglon
from rcdesk.domain.tanda import Conteo, Filtro
from rcdesk.i18n import fecha_corta
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.states import State

COUNTERS: Final[tuple[tuple[Filtro, str, str], ...]] = (
    ("lineas", "Líneas", "ink"),
    ("entran", "Entran", "ok"),
    ("unen", "Se unen", "ink"),
    ("saltan", "Se saltan", "ink"),
    ("revisar", "Por revisar", "danger"),
)
"""Each counter is a filter: its value, its words, the tone of its figure."""


def figures(counts: Conteo) -> dict[str, int]:
    """Return the figure of each counter."""
    return {value: int(getattr(counts, value)) for value, _, _ in COUNTERS}


def fate(line: Renglon) -> State:
    """Return what will happen with a line."""
    match line.destino:
        case "entra":
            return State("Entra", "check", "ok")
        case "une":
            return State(f"Se une a {line.codigo}" if line.codigo else f"Se une a la {line.con}", "git-merge", "info")
        case "salta":
            return State("Se salta", "eye-off")
        case "revisar":
            return State("Revisar", "circle-alert", "danger")
        case _:
            assert_never(line.destino)


def _quiet(line: Renglon) -> str:
    return "ink3" if line.destino == "salta" else "ink"


def _day(line: Renglon) -> str:
    """Return the day of what did not come today."""
    day = (line.recibida or "")[:10]
    return fecha_corta(day).removesuffix(f"/{moment.today()[:4]}") if day and day != moment.today() else ""


COLUMNS: Final = (
    Column[Renglon]("", lambda r: r.n, 62, "right", "ink3"),
    Column[Renglon]("Hora", lambda r: (r.recibida or "")[11:16], 84, tone="ink2", drop=2, note=_day),
    Column[Renglon]("Autor", lambda r: r.autor, 180, tone=_quiet, strong=True),
    Column[Renglon](
        "Mensaje",
        lambda r: r.texto,
        tone=_quiet,
        icon=lambda r: "corner-down-left" if r.destino == "une" and r.con else "",
        note=lambda r: r.nota,
        note_tone=lambda r: "danger" if r.destino == "revisar" else "ink2",
        struck=lambda r: r.destino == "salta",
    ),
    Column[Renglon]("Tema", lambda r: r.tema, 116, tone="ink2", drop=1),
    Column[Renglon]("Qué pasa", lambda r: fate(r).word, 152, state=fate),
)
AUTHOR, MESSAGE, TOPIC = 2, 3, 4
"""Columns that are typed in."""
