"""An approved acta is frozen: nothing that it tells of its hearing changes until there is a new version of it.

Every unit is looked at before it is committed, whoever made it: an action, an undo or an import.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Final

from rcdesk.domain.actas import APROBADA
from rcdesk.domain.errors import RuleError
from rcdesk.store.bitacora import Change, Line
from rcdesk.store.replay import audiencia_of, parents_of
from rcdesk.store.schema import JOURNALED
from rcdesk.store.wire import Wire

_ALL: Final = frozenset({"*"})
_OF_THE_APPROVAL: Final = frozenset({"actas", "versiones"})
_HOUSEKEEPING: Final = frozenset({"actualizado", "presentes"})

FREE: Final[Mapping[str, frozenset[str]]] = {
    # A late answer goes to the memoria, and is owed until it is given (Ley 1757 de 2015, art. 56).
    "preguntas": frozenset(
        {
            *(column.name for column in JOURNALED["preguntas"].columns if column.name.startswith("respuesta_")),
            *("estado", "radicados", "dependencia", "responsable", "trasladada_a", "observacion"),
            *("moderacion", "orden_en_cola"),
        }
    ),
    # Whoever authorised the use of their data may take it back at any time (Ley 1581 de 2012, art. 8).
    "asistentes": frozenset(
        {
            *("telefono", "correo", "persona"),
            *(column.name for column in JOURNALED["asistentes"].columns if column.name.startswith("autorizacion_")),
        }
    ),
    "compromisos": frozenset({"estado", "fecha_traslado", "entidad_competente", "dependencia"}),
    "seguimientos": _ALL,
    "actas": frozenset({"estado", "fecha_publicacion", "url", "sha256"}),
    "versiones": frozenset({"archivo", "pdf", "pdf_publico", "orden"}),
    "firmantes": frozenset({"fecha", "medio"}),
    "audiencias": frozenset(
        {"plan", "grabacion_url", "anulada_motivo", "anulada_cuando", "anulada_quien"}
    ),  # a hearing annulled by mistake keeps its number
    "hallazgos_descartados": _ALL,
    "proyecciones": _ALL,
    "turnos": _ALL,
}
"""Table → the columns that go on after approval, or all; what is not here is told by the acta."""
_ANSWER: Final = frozenset(
    {"estado", *(f"respuesta_{name}" for name in ("texto", "responde", "modo", "fecha", "dependencia"))}
)
"""What an acta tells of a question that it gives as answered."""

_NOW: Final = (
    "SELECT a.id, a.audiencia_id, a.estado, a.version, coalesce(h.nombre, h.codigo) FROM actas AS a "
    "JOIN audiencias AS h ON h.id = a.audiencia_id "
    f"WHERE a.estado IN ({', '.join(f'{state!r}' for state in sorted(APROBADA))}) AND a.anulada_motivo IS NULL"
)
_ACTA: Final = (
    "SELECT a.estado, a.version, a.anulada_motivo, coalesce(h.nombre, h.codigo), EXISTS (SELECT 1 FROM versiones AS v "
    "WHERE v.acta_id = a.id AND v.version = a.version AND v.anulada_motivo IS NULL) "
    "FROM actas AS a JOIN audiencias AS h ON h.id = a.audiencia_id WHERE a.id = ?"
)
_VERSION: Final = (
    "SELECT v.version, coalesce(h.nombre, h.codigo) FROM versiones AS v JOIN actas AS a ON a.id = v.acta_id "
    "JOIN audiencias AS h ON h.id = a.audiencia_id WHERE v.id = ?"
)
_SINCE: Final = (
    "SELECT 1 FROM cambios AS c WHERE c.fila = ?1 AND c.tabla = 'preguntas' AND c.entrada <> ?2 "
    "AND (json_type(c.despues, '$.estado') IS NOT NULL OR json_type(c.despues, '$.respuesta_texto') IS NOT NULL) "
    "AND c.id > (SELECT max(e.id) FROM cambios AS e WHERE e.entrada = (SELECT k.entrada FROM cambios AS k "
    "JOIN versiones AS v ON v.id = k.fila JOIN actas AS a ON a.id = v.acta_id "
    "WHERE k.tabla = 'versiones' AND k.antes IS NULL AND a.audiencia_id = ?3 ORDER BY k.id DESC LIMIT 1))"
)
"""Whether a question changed its state or its answer after the last approval, and before the unit that is looked at."""


def refuse_frozen(wire: Wire, lines: Iterable[Line], *, entry: str, replayed: bool) -> None:
    """Refuse (RuleError) what the unit `entry` changed of a hearing whose acta was approved before it, and still is.

    No unit takes an approval back or writes an approved version again, but one `replayed`: what an import brought goes.
    """
    lines = tuple(lines)
    if not replayed:
        _refuse_taken_back(wire, [line.change() for line in lines if line.table in _OF_THE_APPROVAL])
    approved = wire.execute(_NOW).fetchall()
    if not approved:  # an import of many rows reads none of them again
        return
    changes = [line.change() for line in lines]
    before = {change.key: change.before for change in changes if change.table == "actas"}
    frozen = {
        hearing: _said(name, version)
        for acta, hearing, state, version, name in approved
        if _was_so(before.get(acta, {}), state, acta in before)
    }
    if frozen:
        _refuse(frozen, changes, wire, entry)


def _said(name: str, version: int | None) -> str:
    return (
        f"El acta de «{name}» está aprobada (versión {version or 1}) y lo que ella dice ya no cambia. "
        "Para corregirlo haga una versión nueva del acta."
    )


def _refuse_taken_back(wire: Wire, changes: Iterable[Change]) -> None:
    """Refuse that an approved acta be a draft, unpublished or retired again, and that its versions change or go."""
    for change in changes:
        if change.before is None:
            continue
        if change.table == "actas":
            _refuse_back(wire, change.key, change.before)
        elif change.table == "versiones" and not _same_version(change.before, change.after):
            version, name = wire.one(_VERSION, (change.key,)) or (None, "")
            raise RuleError(_said(name, version))


def _refuse_back(wire: Wire, acta: str, before: Mapping[str, Any]) -> None:
    """An approved acta goes on to be published, or to a later version, which has its data if it is approved too."""
    found = wire.one(_ACTA, (acta,))
    if found is None:
        return
    state, version, retired, name, kept = found
    was, had = before.get("estado", state), before.get("version", version)
    if was not in APROBADA:
        return
    later = (version or 1) > (had or 1) and (kept or state not in APROBADA)
    same = version == had and state in (was, "publicada")
    if retired or not (later or same):
        raise RuleError(_said(name, had))


def _same_version(before: Mapping[str, Any], after: Mapping[str, Any] | None) -> bool:
    """Whether an approved version is still what it was: its files were sealed, or its signed paper attached."""
    if after is None or not after.keys() <= FREE["versiones"] | _HOUSEKEEPING:
        return False
    return all(before[name] is None for name in ("pdf", "pdf_publico") if name in after)


def _was_so(before: Mapping[str, object] | None, state: str, touched: bool) -> bool:
    """Whether an acta that is approved now was so before the unit, in the same version."""
    if not touched:
        return True
    return before is not None and "version" not in before and before.get("estado", state) in APROBADA


def _refuse(frozen: Mapping[str, str], changes: Iterable[Change], wire: Wire, entry: str) -> None:
    hearing_of = cache(lambda table, key: audiencia_of(wire, table, key))
    for change in changes:
        free = _is_free(change)
        if free and not _answers(change):
            continue
        for hearing in _hearings(change, hearing_of):
            if hearing in frozen and not (free and _was_open(wire, change, hearing, entry)):
                raise RuleError(frozen[hearing])


def _is_free(change: Change) -> bool:
    free = FREE.get(change.table, frozenset())
    if free is _ALL:
        return True
    if change.before is None or change.after is None:
        return False
    return change.after.keys() <= free | _HOUSEKEEPING


def _answers(change: Change) -> bool:
    """Whether it touches what an acta tells of an answered question."""
    return change.table == "preguntas" and not _ANSWER.isdisjoint(change.after or {})


def _was_open(wire: Wire, change: Change, hearing: str, entry: str) -> bool:
    """Whether the acta left a question to be answered, or to be written: its late answer may change too."""
    before = change.before or {}
    state, text = before.get("estado"), before.get("respuesta_texto")
    row = wire.one("SELECT estado, respuesta_texto FROM preguntas WHERE id = ?", (change.key,)) or (None, None)
    state = state if "estado" in before else row[0]
    text = text if "respuesta_texto" in before else row[1]
    return state != "respondida" or not text or wire.one(_SINCE, (change.key, entry, hearing)) is not None


def _hearings(change: Change, hearing_of: Callable[[str, str], str | None]) -> set[str]:
    """The hearings that a row was of and is of now, climbing from its own images first: an undo may take it away."""
    if change.table == "audiencias":
        return {change.key}
    images = ({**(change.after or {}), **(change.before or {})}, {**(change.before or {}), **(change.after or {})})
    found = {_above(change.table, image, hearing_of) for image in images} - {None}
    return {hearing for hearing in found or {hearing_of(change.table, change.key)} if hearing is not None}


def _above(table: str, image: Mapping[str, Any], hearing_of: Callable[[str, str], str | None]) -> str | None:
    above = (hearing_of(parent, str(image[column])) for column, parent in parents_of(table) if image.get(column))
    return next((hearing for hearing in above if hearing is not None), None)
