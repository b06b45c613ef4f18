"""The words of a commitment on screen: its lamp, its date, where it comes from, and what was said of it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from rcdesk.domain.compromisos import rotulo
from rcdesk.domain.palabras import ORIGEN_COMPROMISO, con_mayuscula
from rcdesk.domain.preguntas import escribir_referencia
from rcdesk.domain.registro.compromisos import EstadoCompromiso
from rcdesk.domain.seguimiento import ABIERTOS, Lampara
from rcdesk.i18n import fecha_corta, numero
from rcdesk.ui.kit.rows import Column
from rcdesk.ui.kit.states import COMPROMISO, POR_VENCER, VENCE_HOY, VENCIDO, State
from rcdesk.work.compromisos_al_corte import AnuladoRow, GrupoRow
from rcdesk.work.estados_al_corte import CompromisoAlRow
from rcdesk.work.ver_compromiso import DichoRow

LAMPS: Final[dict[Lampara, State]] = {
    "vencido": VENCIDO,
    "vence_hoy": VENCE_HOY,
    "por_vencer": POR_VENCER,
    "en_avance": State("En avance", "trending-up", "info"),
    "por_iniciar": COMPROMISO["pendiente"],
    "trasladado": State("Trasladado", "corner-up-right"),
    "cumplido": COMPROMISO["cumplido"],
    "incumplido": COMPROMISO["incumplido"],
    "cancelado": COMPROMISO["cancelado"],
}

COUNTERS: Final[tuple[tuple[str, str, str], ...]] = (
    ("", "Todos", "ink"),
    ("vencido", "Vencidos", "danger"),
    ("vence_hoy", "Vencen hoy", "warn"),
    ("por_vencer", "Por vencer", "warn"),
    ("en_avance", "En avance", "ink"),
    ("por_iniciar", "Por iniciar", "ink"),
    ("trasladado", "Trasladados", "ink"),
    ("cumplido", "Cumplidos", "ok"),
    ("incumplido", "Incumplidos", "danger"),
    ("cancelado", "Cancelados", "ink"),
)
"""Lamp, its word in the plural and its tone; the empty one lets all through."""
RARE: Final = frozenset({"incumplido", "cancelado"})
"""Counters that are out of sight while they count none."""

_SHORT: Final = len("11/nov")


_UNBROKEN: Final = re.compile(r"\S{30,}")
_PART: Final = re.compile(r".{1,30}", re.DOTALL)


def breakable(text: str, most: int = 0) -> str:
    """A text that a label can break anywhere: a word as long as a line would push everything else out of sight.

    With `most`, no more letters than those.
    """
    shown = f"{text[:most].rstrip()}…" if most and len(text) > most else text
    return _UNBROKEN.sub(lambda found: "\u200b".join(_PART.findall(found[0])), shown)


def number_of(row: CompromisoAlRow) -> str:
    """«C-031»; with no code, nothing."""
    return rotulo(row.codigo)


def due(row: CompromisoAlRow) -> str:
    """Its date at that day, or that it has none."""
    return date_words(row.fecha)


def date_words(fecha: str | None) -> str:
    """A date, «N.A.», or that there is none."""
    if fecha is None:
        return "Sin fecha"
    return fecha_corta(fecha) if fecha[:1].isdigit() else fecha


def origin(row: CompromisoAlRow) -> str:
    """Where it comes from, and when: «P-002 · 14/may»."""
    what = escribir_referencia(row.preguntas[0]) if row.preguntas else _kind(row)
    if len(row.preguntas) > 1:
        what = f"{what} y {len(row.preguntas) - 1} más"
    when = fecha_corta(row.adquirido)[:_SHORT] if row.adquirido else ""
    return " · ".join(filter(None, (what, when)))


def _kind(row: CompromisoAlRow) -> str:
    if row.origen in ("dofa", "estrategia"):
        return "DOFA"
    return con_mayuscula(ORIGEN_COMPROMISO[row.origen]) if row.origen else ""


def percent_words(avance: str | None) -> str:
    """«80 %»; nothing when nobody has said."""
    return f"{numero(Decimal(avance))} %" if avance is not None else ""


def percent(row: CompromisoAlRow) -> int:
    """Its progress as a bar shows it; one that was met is whole."""
    return int(_progress(row))


def progress_words(row: CompromisoAlRow) -> str:
    """«80 %» of what it must be; one that was met is whole, and one of which nobody has said anything has «0 %»."""
    return f"{numero(_progress(row))} %"


def _progress(row: CompromisoAlRow) -> Decimal:
    return Decimal(100) if row.estado == "cumplido" else Decimal(row.avance or 0)


def who(row: CompromisoAlRow) -> str:
    """Who answers; of what was handed over, the entity that must do it."""
    if row.trasladado and row.entidad_competente:
        return row.entidad_competente
    return "; ".join(row.responsables) or "Sin responsable"


def tone(row: CompromisoAlRow) -> str:
    """The colour of its bar: only what is late or done has one."""
    return {"vencido": "danger", "incumplido": "danger", "cumplido": "ok"}.get(row.lampara, "ink2")


def said_words(one: DichoRow) -> str:
    """What changed with something that was said: a moved date, others who answer, an end."""
    parts = []
    if one.nueva_fecha:
        parts.append(f"Se corrió la fecha del {date_words(one.fecha_antes)} al {date_words(one.nueva_fecha)}.")
    if one.responsables:
        parts.append(f"Responde {'; '.join(one.responsables)}.")
    if one.estado is not None and one.estado != (one.antes or "pendiente") and one.estado in _ENDS:
        parts.append(_ENDS[one.estado])
    elif one.antes in _CLOSED and one.estado == "en_curso":
        parts.append("Se abrió de nuevo.")
    return " ".join(parts)


_ENDS: Final[dict[EstadoCompromiso, str]] = {
    "cumplido": "Queda cumplido.",
    "incumplido": "Queda incumplido.",
    "cancelado": "Queda cancelado.",
}
_CLOSED: Final = frozenset(_ENDS)


def said_icon(one: DichoRow) -> tuple[str, str]:
    """Return the icon of something that was said, and its tone."""
    if one.retirado is not None:
        return "ban", "ink3"
    if one.nueva_fecha:
        return "calendar", "ink2"
    if one.responsables:
        return "user", "ink2"
    if one.estado in _CLOSED and one.estado != one.antes:
        state = COMPROMISO[one.estado]
        return state.icon, state.tone
    return ("trending-up", "info") if one.avance is not None else ("pen-line", "ink2")


def _is_open(row: CompromisoAlRow) -> bool:
    return row.estado in ABIERTOS and not row.trasladado


COLUMNS: Final = (
    Column[CompromisoAlRow]("No.", number_of, width=86, strong=True),
    Column[CompromisoAlRow]("Qué hacer", lambda row: row.que_hacer, stretch=3),
    Column[CompromisoAlRow]("Responsable", who, drop=3, width=176),
    Column[CompromisoAlRow]("Origen", origin, width=132, drop=1, tone="ink2"),
    Column[CompromisoAlRow](
        "Fecha",
        due,
        width=122,
        tone=lambda row: "danger" if row.lampara == "vencido" else "warn" if not row.fecha and _is_open(row) else "ink",
    ),
    Column[CompromisoAlRow]("Avance", progress_words, width=158, meter=percent, tone=tone, drop=2),
    Column[CompromisoAlRow](
        "Estado al corte", lambda row: LAMPS[row.lampara].word, width=140, state=lambda row: LAMPS[row.lampara]
    ),
)

WRAPPED: Final = tuple(replace(one, note=lambda _: "") if one.title == "Qué hacer" else one for one in COLUMNS)
"""For large text: what was promised takes two lines."""


def _group_column(title: str, *lamps: Lampara, drop: int = 0, tone: str = "ink") -> Column[GrupoRow]:
    def count(row: GrupoRow) -> int:
        return sum(row.cifras.por_lampara[lamp] for lamp in lamps)

    return Column[GrupoRow](
        title,
        lambda row: numero(count(row)),
        width=104,
        align="right",
        tone=lambda row: tone if count(row) else "ink3",
        drop=drop,
    )


def group_columns(title: str) -> tuple[Column[GrupoRow], ...]:
    """The columns of the groups; `title` heads their names."""
    return (
        Column[GrupoRow](title, lambda row: row.nombre, strong=True),
        Column[GrupoRow]("Total", lambda row: numero(row.cifras.total), width=84, align="right"),
        _group_column("Vencidos", "vencido", tone="danger"),
        _group_column("Por vencer", "vence_hoy", "por_vencer", tone="warn", drop=3),
        _group_column("En avance", "en_avance", drop=2),
        _group_column("Por iniciar", "por_iniciar", drop=1),
        _group_column("Cumplidos", "cumplido", tone="ok"),
        _group_column("Otros", "trasladado", "incumplido", "cancelado", drop=1),
        Column[GrupoRow](
            "Avance promedio",
            lambda row: percent_words(row.cifras.promedio) or "–",
            width=170,
            meter=lambda row: int(Decimal(row.cifras.promedio)) if row.cifras.promedio is not None else None,
            tone="ink2",
            drop=4,
        ),
    )


def _when_gone(row: AnuladoRow) -> str:
    when = fecha_corta(row.cuando) if row.cuando else ""
    return " · ".join(filter(None, (when, row.quien)))


GONE: Final = (
    Column[AnuladoRow]("No.", lambda row: rotulo(row.codigo), width=86, strong=True),
    Column[AnuladoRow]("Qué hacer", lambda row: row.que_hacer, stretch=3),
    Column[AnuladoRow]("Motivo", lambda row: row.motivo, stretch=2),
    Column[AnuladoRow]("De", lambda row: row.procedencia, width=170, tone="ink2", drop=1),
    Column[AnuladoRow]("Anulado", _when_gone, width=200, tone="ink2", drop=2),
)
