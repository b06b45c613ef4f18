"""Who of the attendance list is the person that somebody names."""

from __future__ import annotations

from typing import Final, NamedTuple

from rcdesk.domain.captura import mismo_nombre
from rcdesk.store.search import llaves
from rcdesk.store.unit import Unit

_PRESENT: Final = (
    "SELECT nombre, organizacion, dependencia FROM asistentes "
    "WHERE id = ? AND audiencia_id = ? AND lista = 'asistentes' AND anulada_motivo IS NULL"
)


class Registrado(NamedTuple):
    """A person of the list, and where they come from."""

    id: str
    nombre: str
    organizacion: str | None
    dependencia: str | None


def reconocer(unit: Unit, audiencia_id: str, nombre: str, asistente: str = "") -> Registrado | None:
    """Return the person of the hearing with that name; `asistente` is their key, when several have it.

    None when nobody has it, or several and no key says which: nobody is guessed.
    """
    # comparing with everybody takes longer than capturing
    keys = [asistente] if asistente else llaves(unit.wire, "asistentes", nombre)
    rows = ((key, unit.wire.one(_PRESENT, (key, audiencia_id))) for key in keys)
    people = [Registrado(key, *row) for key, row in rows if row and mismo_nombre(row[0] or "", nombre)]
    return people[0] if len(people) == 1 else None
