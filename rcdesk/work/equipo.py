"""The team of a hearing: the people registered in it who have a role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from rcdesk.domain import orden
from rcdesk.domain import registro as r
from rcdesk.domain.asistentes import Asistente
from rcdesk.domain.errors import RuleError
from rcdesk.i18n import sin_tildes
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.agregados import marca
from rcdesk.work.consultas import vigentes

_A = JOURNALED["asistentes"].c
_LISTA = "asistentes"


@dataclass(frozen=True, slots=True)
class IntegranteRow:
    """Someone of the team. `llego`: already checked in at the door."""

    id: str
    orden: str
    numero: int
    nombre: str | None
    cargo: str | None
    dependencia: str | None
    organizacion: str | None
    calidad: r.Calidad | None
    roles: tuple[r.Rol, ...]
    llego: bool


@action("Agregar al equipo")
def agregar_al_equipo(
    unit: Unit, *, audiencia_id: str, nombre: str, roles: tuple[r.Rol, ...] = ("apoyo",), cargo: str = ""
) -> str:
    """Give someone a role and return their key. Who is registered already is not written twice.

    What the directory knows of that name (office, cargo) comes along.
    """
    late = marca(unit, audiencia_id)
    found = _registrado(unit.connection, audiencia_id, nombre)
    if found is not None:
        person = unit.get(Asistente, found)
        if person.roles:
            raise RuleError(f"{person.nombre} ya está en el equipo.", field="nombre")
        person.roles = roles
        return person.id
    place = orden.despues_de(unit.last_order("asistentes", audiencia_id=audiencia_id, lista=_LISTA))
    person = Asistente(audiencia_id=audiencia_id, lista=_LISTA, orden=place, calidad="servidor", agregado=late)
    person.corregir({**_conocido(unit.connection, nombre), "nombre": nombre, "roles": roles})
    if cargo.strip():
        person.corregir({"cargo": cargo})
    return unit.add(person)


@action("Corregir equipo", merges=True)
def corregir_integrante(
    unit: Unit, *, id: str, valores: Mapping[str, object], seen: Mapping[str, object] | None = None
) -> None:
    """Write fields of someone of the team; `seen` are the values that the person had on screen."""
    person = unit.get(Asistente, id, seen=seen)
    person.corregir(valores)
    if "roles" in valores and not person.roles:
        raise RuleError("Marque al menos un papel, o retire a la persona del equipo.", field="roles")


@action("Retirar del equipo")
def retirar_del_equipo(unit: Unit, *, id: str) -> None:
    """Take the roles away; who was written down only for them, and has not arrived, leaves the list too."""
    person = unit.get(Asistente, id)
    person.roles = ()
    if not (person.hora_llegada or person.documento_numero or person.firma):
        person.anular("retirado del equipo", cuando=unit.clock(), quien=unit.quien)


def listar_equipo(connection: Connection, *, audiencia_id: str) -> list[IntegranteRow]:
    """Return the people with a role, in order."""
    rows = vigentes(connection, "asistentes", IntegranteRow, "lista", "hora_llegada", audiencia_id=audiencia_id)
    team = [row for row in rows if row.pop("lista") == _LISTA and row["roles"]]
    return [
        IntegranteRow(**row, numero=number, llego=bool(arrival))
        for number, row in enumerate(team, 1)
        for arrival in [row.pop("hora_llegada")]
    ]


def _registrado(connection: Connection, audiencia_id: str, nombre: str) -> str | None:
    """The key of who is in the list of the hearing with that name, whatever its accents and capitals."""
    query = select(_A.id, _A.nombre).where(
        _A.audiencia_id == audiencia_id, _A.lista == _LISTA, _A.anulada_motivo.is_(None), _A.nombre.is_not(None)
    )
    wanted = _plano(nombre)
    return next((row.id for row in connection.execute(query) if _plano(row.nombre) == wanted), None)


def _conocido(connection: Connection, nombre: str) -> dict[str, object]:
    """What the directory says of a name; nothing when it is not there, or when two people have it."""
    known = JOURNALED["personas"].c
    query = select(known.nombre, known.cargo, known.dependencia, known.organizacion).where(
        known.anulada_motivo.is_(None), known.nombre.is_not(None)
    )
    wanted = _plano(nombre)
    found = [row for row in connection.execute(query) if _plano(row.nombre) == wanted]
    if len(found) != 1:
        return {}
    return {"cargo": found[0].cargo, "dependencia": found[0].dependencia, "organizacion": found[0].organizacion}


def _plano(nombre: str) -> str:
    return " ".join(sin_tildes(nombre).split())
