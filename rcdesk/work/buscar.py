"""Finding anything by its words: hearings, questions, people, commitments and activities, accents ignored."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import ColumnElement, Connection, Row, or_, select

from rcdesk.i18n import fecha_corta
from rcdesk.store.schema import JOURNALED
from rcdesk.store.search import consulta, filas

Tipo = Literal["audiencia", "pregunta", "persona", "compromiso", "actividad"]

_MOST: Final = 6
"""Answers of each kind: one more letter is quicker than reading a seventh."""

_A, _P = JOURNALED["audiencias"].c, JOURNALED["preguntas"].c
_S, _C = JOURNALED["asistentes"].c, JOURNALED["compromisos"].c
_T, _ETAPA, _PLAN = JOURNALED["actividades"].c, JOURNALED["componentes"].c, JOURNALED["planes"].c


@dataclass(frozen=True, slots=True)
class HalladoRow:
    """Something found: where it lives and what tells it apart. `estado` is the value of its own list of states."""

    tipo: Tipo
    id: str
    audiencia_id: str | None
    titulo: str
    detalle: str
    numero: str = ""
    estado: str = ""


def buscar(connection: Connection, *, texto: str) -> list[HalladoRow]:
    """Return what holds every word of `texto`, the last one by its beginning; «P-14» is also a question's number."""
    if consulta(texto) is None:
        return []
    return [row for find in _FINDERS for row in find(connection, texto)]


def _audiencias(connection: Connection, texto: str) -> list[HalladoRow]:
    query = (
        select(_A.id, _A.nombre, _A.codigo, _A.fecha, _A.estado)
        .where(_A.anulada_motivo.is_(None), _A.id.in_(filas("audiencias", texto)))
        .order_by(_A.fecha.desc())
    )
    return [
        HalladoRow(
            "audiencia",
            f.id,
            f.id,
            f.nombre or f.codigo,
            _joined(f.codigo, _fecha(f.fecha)),
            "",
            f.estado or "planeada",
        )
        for f in _first(connection, query)
    ]


def _preguntas(connection: Connection, texto: str) -> list[HalladoRow]:
    found: ColumnElement[bool] = _P.id.in_(filas("preguntas", texto))
    number = re.fullmatch(r"[pP]?-?0*(\d{1,6})", texto.strip())
    if number:
        found = or_(found, _P.numero == int(number[1]))
    query = (
        select(_P.id, _P.audiencia_id, _P.numero, _P.texto, _P.autor_nombre, _P.estado, _A.nombre, _A.codigo)
        .join(JOURNALED["audiencias"], _A.id == _P.audiencia_id)
        .where(found, _P.anulada_motivo.is_(None), _A.anulada_motivo.is_(None))
        .order_by(_A.fecha.desc(), _P.orden)
    )
    return [
        HalladoRow(
            "pregunta",
            f.id,
            f.audiencia_id,
            f.texto or "",
            _joined(f.autor_nombre, f.nombre or f.codigo),
            "" if f.numero is None else f"P-{f.numero:03}",
            f.estado or "",
        )
        for f in _first(connection, query)
    ]


def _personas(connection: Connection, texto: str) -> list[HalladoRow]:
    query = (
        select(_S.id, _S.audiencia_id, _S.nombre, _S.organizacion, _A.nombre.label("audiencia"), _A.codigo)
        .join(JOURNALED["audiencias"], _A.id == _S.audiencia_id)
        .where(_S.id.in_(filas("asistentes", texto)), _S.anulada_motivo.is_(None), _A.anulada_motivo.is_(None))
        .order_by(_A.fecha.desc(), _S.orden)
    )
    return [
        HalladoRow("persona", f.id, f.audiencia_id, f.nombre or "", _joined(f.organizacion, f.audiencia or f.codigo))
        for f in _first(connection, query)
    ]


def _compromisos(connection: Connection, texto: str) -> list[HalladoRow]:
    query = (
        select(_C.id, _C.audiencia_id, _C.codigo, _C.que_hacer, _C.responsables, _C.fecha, _C.estado)
        .where(_C.id.in_(filas("compromisos", texto)), _C.anulada_motivo.is_(None))
        .order_by(_C.fecha, _C.orden)
    )
    return [
        HalladoRow(
            "compromiso",
            f.id,
            f.audiencia_id,
            f.que_hacer or "",
            _joined(", ".join(f.responsables or ()), _fecha(f.fecha)),
            f"C-{f.codigo}" if f.codigo else "",
            f.estado or "pendiente",
        )
        for f in _first(connection, query)
    ]


def _actividades(connection: Connection, texto: str) -> list[HalladoRow]:
    query = (
        select(_T.id, _T.codigo, _T.nombre, _T.hasta, _PLAN.nombre.label("plan"))
        .join(JOURNALED["componentes"], _ETAPA.id == _T.componente_id)
        .join(JOURNALED["planes"], _PLAN.id == _ETAPA.plan_id)
        .where(_T.id.in_(filas("actividades", texto)), _T.anulada_motivo.is_(None), _PLAN.anulada_motivo.is_(None))
        .order_by(_T.orden)
    )
    return [
        HalladoRow("actividad", f.id, None, f.nombre or "", _joined(f.plan, _fecha(f.hasta)), f.codigo or "")
        for f in _first(connection, query)
    ]


_FINDERS: Final[Sequence[Callable[[Connection, str], list[HalladoRow]]]] = (
    _audiencias,
    _preguntas,
    _personas,
    _compromisos,
    _actividades,
)


def _first(connection: Connection, query: Any) -> Sequence[Row[Any]]:
    rows: Sequence[Row[Any]] = connection.execute(query.limit(_MOST)).all()
    return rows


def _joined(*parts: str | None) -> str:
    return "  ·  ".join(part for part in parts if part)


def _fecha(iso: str | None) -> str:
    """A commitment's date may be «N.A.»."""
    return fecha_corta(iso) if iso and iso[0].isdigit() else iso or ""
