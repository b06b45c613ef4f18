"""An approved acta is frozen: nothing that it tells of its hearing changes until there is a new version of it.

Every unit is looked at before it is committed, whoever made it: an action, an undo or an import.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Final

from rcdesk.domain.agregados import APROBADA
from rcdesk.domain.errors import RuleError
from rcdesk.store.bitacora import Change, Line
from rcdesk.store.replay import audiencia_of, parents_of
from rcdesk.store.schema import JOURNALED
from rcdesk.store.wire import Wire

_ALL: Final = frozenset({"*"})
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
    "compromisos": frozenset({"estado", "fecha_traslado", "entidad_competente"}),
    "seguimientos": _ALL,
    "actas": frozenset({"estado", "fecha_publicacion", "url", "sha256"}),
    "versiones": _ALL,
    "firmantes": frozenset({"fecha", "medio"}),
    "audiencias": frozenset(
        {"plan", "grabacion_url", "anulada_motivo", "anulada_cuando", "anulada_quien"}
    ),  # a hearing annulled by mistake keeps its number
    "hallazgos_descartados": _ALL,
    "proyecciones": _ALL,
    "turnos": _ALL,
}
"""Table → the columns that go on after approval, or all; what is not here is told by the acta."""

_NOW: Final = (
    "SELECT a.id, a.audiencia_id, a.estado, a.version, coalesce(h.nombre, h.codigo) FROM actas AS a "
    "JOIN audiencias AS h ON h.id = a.audiencia_id "
    f"WHERE a.estado IN ({', '.join(f'{state!r}' for state in sorted(APROBADA))}) AND a.anulada_motivo IS NULL"
)


def refuse_frozen(wire: Wire, lines: Iterable[Line]) -> None:
    """Refuse (RuleError) what a unit changed of a hearing whose acta was approved before it, and is so in it still."""
    approved = wire.execute(_NOW).fetchall()
    if not approved:
        return
    changes = [line.change() for line in lines]
    before = {change.key: change.before for change in changes if change.table == "actas"}
    frozen = {
        hearing: (name, version)
        for acta, hearing, state, version, name in approved
        if _was_so(before.get(acta, {}), state, acta in before)
    }
    if frozen:
        _refuse(frozen, changes, cache(lambda table, key: audiencia_of(wire, table, key)))


def _was_so(before: Mapping[str, object] | None, state: str, touched: bool) -> bool:
    """Whether an acta that is approved now was so before the unit, in the same version."""
    if not touched:
        return True
    return before is not None and "version" not in before and before.get("estado", state) in APROBADA


def _refuse(
    frozen: Mapping[str, tuple[str, int | None]],
    changes: Iterable[Change],
    hearing_of: Callable[[str, str], str | None],
) -> None:
    for change in changes:
        if _is_free(change):
            continue
        hearing = next(iter(_hearings(change, hearing_of)), "")
        if hearing in frozen:
            name, version = frozen[hearing]
            raise RuleError(
                f"El acta de «{name}» está aprobada (versión {version or 1}) y lo que ella dice ya no cambia. "
                "Para corregirlo haga una versión nueva del acta."
            )


def _is_free(change: Change) -> bool:
    free = FREE.get(change.table, frozenset())
    if free is _ALL:
        return True
    if change.before is None or change.after is None:
        return False
    return change.after.keys() <= free | _HOUSEKEEPING


def _hearings(change: Change, hearing_of: Callable[[str, str], str | None]) -> Iterable[str]:
    """The hearing of a row, climbing from its own images first: a row that an undo takes away is no longer there."""
    if change.table == "audiencias":
        yield change.key
        return
    image = {**(change.before or {}), **(change.after or {})}
    for column, parent in parents_of(change.table):
        if image.get(column):
            found = hearing_of(parent, str(image[column]))
            if found is not None:
                yield found
    found = hearing_of(change.table, change.key)
    if found is not None:
        yield found
