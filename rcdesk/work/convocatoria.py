"""How a hearing is announced, as its screen shows it: pieces, what was published of each, and the days ahead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.audiencia import cifras_de_convocatoria
from rcdesk.domain.plazos import dia_exacto
from rcdesk.store.schema import JOURNALED
from rcdesk.work.consultas import vigentes


@dataclass(frozen=True, slots=True)
class PublicacionRow:
    """One publication of a piece. `deducida`: its date was worked out, the source does not say it."""

    id: str
    orden: str
    fecha: r.Fecha | None
    hora: str | None
    fuente: str | None
    url: str | None
    deducida: bool


@dataclass(frozen=True, slots=True)
class PiezaRow:
    """A piece of the announcement; `dias` are the calendar days from its first dated publication to the hearing."""

    id: str
    orden: str
    numero: int
    titulo: str
    medio: r.Medio | None
    texto: str | None
    figuras: tuple[r.Bloque, ...]
    publicaciones: tuple[PublicacionRow, ...]
    primera: str | None
    dias: int | None


@dataclass(frozen=True, slots=True)
class Anuncio:
    """The pieces, and how many days ahead of the hearing the first and the last publication came out."""

    piezas: tuple[PiezaRow, ...]
    primera: int | None
    ultima: int | None
    sin_fecha: int


def ver_anuncio(connection: Connection, *, audiencia_id: str) -> Anuncio:
    """Return the pieces of the announcement of a hearing with what was published of each, and the days ahead."""
    hearing = JOURNALED["audiencias"].c
    fecha = connection.scalar(select(hearing.fecha).where(hearing.id == audiencia_id))
    pieces = vigentes(connection, "piezas", PiezaRow, audiencia_id=audiencia_id)
    keys = [piece["id"] for piece in pieces]
    below: dict[str, list[PublicacionRow]] = {}
    for row in vigentes(connection, "publicaciones", PublicacionRow, "pieza_id", "inferidos", pieza_id=keys):
        deduced = "fecha" in row.pop("inferidos")
        below.setdefault(row.pop("pieza_id"), []).append(PublicacionRow(**row, deducida=deduced))
    shown = tuple(_pieza(n, piece, below.get(piece["id"], ()), fecha) for n, piece in enumerate(pieces, 1))
    whole = _antelacion((published for piece in shown for published in piece.publicaciones), fecha)
    sin_fecha = sum(piece.primera is None for piece in shown)
    return Anuncio(shown, whole.get("primera"), whole.get("ultima"), sin_fecha)


def _pieza(number: int, row: dict[str, Any], published: Sequence[PublicacionRow], fecha: r.Fecha | None) -> PiezaRow:
    first = min((item.fecha for item in published if item.fecha), default=None)
    days = _antelacion(published, fecha).get("primera")
    return PiezaRow(**row, numero=number, publicaciones=tuple(published), primera=first, dias=days)


def _antelacion(published: Iterable[PublicacionRow], fecha: r.Fecha | None) -> Mapping[str, int]:
    """Days ahead of the first and the last publication, by the function that the acta and the figures use."""
    dated = tuple(r.Publicacion(fecha=item.fecha) for item in published)
    record = r.Convocatoria(piezas=(r.Pieza(titulo="", publicaciones=dated),))
    found = cifras_de_convocatoria(record, dia_exacto(fecha)).get("dias_de_antelacion")
    return {name: days for name, days in found.items() if isinstance(days, int)} if isinstance(found, Mapping) else {}
