"""People registered at a hearing: checking them in, adding, correcting and withdrawing them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import ColumnElement, Connection, func, select

from rcdesk.domain import orden
from rcdesk.domain.asistentes import Asistente
from rcdesk.domain.autorizaciones import Consentimiento, Respuesta, es_menor, falta_representante
from rcdesk.domain.documento_de_identidad import numero_de_documento
from rcdesk.domain.errors import RuleError
from rcdesk.domain.presencia import exigir_llegada
from rcdesk.domain.registro.asistentes import Presencia
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import GONE, Unit
from rcdesk.work import action
from rcdesk.work.agregados import marca
from rcdesk.work.autorizaciones import consentir
from rcdesk.work.movimientos import contar_fuera, fuera, movimientos_de
from rcdesk.work.organizaciones import contar_organizaciones
from rcdesk.work.registrados import hallados, registrados

_S = JOURNALED["asistentes"].c
_FROM_DIRECTORY: Final = (
    "nombre",
    "documento_tipo",
    "documento_numero",
    "cargo",
    "dependencia",
    "organizacion",
    "telefono",
    "correo",
    "municipio",
    "territorio",
)
"""What someone brings from the directory, or from the list of guests."""
_TABLES: Final = {"invitado": _S, "persona": JOURNALED["personas"].c}


@dataclass(frozen=True, slots=True)
class AsistenteRow:
    """Someone registered at the hearing. Without `hora_llegada` (HH:MM) they have not arrived."""

    id: str
    nombre: str
    documento_tipo: str | None
    documento_numero: str | None
    cargo: str | None
    dependencia: str | None
    organizacion: str | None
    telefono: str | None
    correo: str | None
    municipio: str | None
    territorio: str | None
    calidad: str | None
    roles: tuple[str, ...]
    modalidad: Presencia | None
    hora_llegada: str | None
    firma: str | None
    folio: int | None
    renglon: int | None
    autorizacion_otorgada: bool | None
    """None while nobody has asked."""
    autorizacion_imagen_y_voz: bool | None
    anulada: str | None
    """Why they were withdrawn."""
    agregado: str | None
    """The instant at which they were added, when it was after the hearing had ended."""
    rango_edad: str | None
    representante: str | None
    fuera: str | None = None
    """Since when they are out, if they came in and went out."""

    @property
    def grupo(self) -> str:
        """Whom they come for, in one text."""
        return self.organizacion or self.dependencia or ""

    @property
    def incompleta(self) -> bool:
        """Whether they are a minor whose authorisation lacks who represents them."""
        menor = es_menor(self.documento_tipo, self.rango_edad)
        return falta_representante(self.autorizacion_otorgada, menor=menor, representante=self.representante)


@dataclass(frozen=True, slots=True)
class ConteoDeAsistencia:
    """The figures of the people registered. Those counted without a name are another population."""

    registrados: int
    presenciales: int
    virtuales: int
    sin_autorizacion: int
    ingresaron: int
    por_llegar: int
    presentes: int
    """Those who came in and have not gone out."""
    organizaciones: int
    """Those that the people registered come for."""


@action("Registrar ingreso")
def registrar_llegada(
    unit: Unit, *, id: str, hora: str, consentimiento: Consentimiento | Respuesta | None = None
) -> None:
    """Check in someone who is on the list; RuleError, with the hour, when they were in. `hora` is HH:MM of Bogotá."""
    asistente = unit.get(Asistente, id)
    late = marca(unit, asistente.audiencia_id)
    asistente.llegar(hora)
    asistente.agregado = asistente.agregado or late
    if consentimiento is not None:
        consentir(unit, asistente, consentimiento)


@action("Registrar persona")
def registrar_asistente(
    unit: Unit,
    *,
    audiencia_id: str,
    valores: Mapping[str, object],
    hora: str = "",
    consentimiento: Consentimiento | Respuesta | None = None,
    borrador: str = "",
) -> str:
    """Add a person, in at `hora` (HH:MM) if given, and return their key. `borrador` is the draft this text was."""
    asistente = _nuevo(unit, audiencia_id)
    asistente.corregir(valores)
    if hora:
        asistente.llegar(hora)
        asistente.registro = "digitado"
    if consentimiento is not None:
        consentir(unit, asistente, consentimiento)
    unit.used_draft(borrador)
    return unit.add(asistente)


@action("Registrar ingreso")
def registrar_conocido(
    unit: Unit,
    *,
    audiencia_id: str,
    origen: Literal["invitado", "persona"],
    id: str,
    hora: str,
    consentimiento: Consentimiento | Respuesta | None = None,
) -> str:
    """Add and check in a guest or someone of the directory, and return the key of their registration.

    Who is on the list already, by their document or their key, is checked in there: nobody counts twice.
    """
    table = _TABLES[origen]
    standing = select(*(table[name] for name in _FROM_DIRECTORY)).where(table.id == id, table.anulada_motivo.is_(None))
    found = unit.connection.execute(standing).one_or_none()
    if found is None:
        raise RuleError(GONE)
    known = ya_registrado(unit.connection, audiencia_id=audiencia_id, origen=origen, id=id)
    if known is not None:
        registrar_llegada.run(unit, id=known.id, hora=hora, consentimiento=consentimiento)
        return known.id
    asistente = _nuevo(unit, audiencia_id)
    for name in _FROM_DIRECTORY:
        setattr(asistente, name, found._mapping[name])
    asistente.persona = id if origen == "persona" else None
    asistente.registro = "digitado"
    asistente.revisar()
    asistente.llegar(hora)
    if consentimiento is not None:
        consentir(unit, asistente, consentimiento)
    return unit.add(asistente)


@action("Corregir persona", merges=True)
def corregir_asistente(
    unit: Unit, *, id: str, valores: Mapping[str, object], seen: Mapping[str, object] | None = None
) -> None:
    """Write fields of a person; `seen` are the values that were on screen: without a name, an empty one."""
    stood = {name: None if name == "nombre" and value == "" else value for name, value in (seen or {}).items()}
    asistente = unit.get(Asistente, id, seen=stood)
    asistente.corregir(valores)
    if "hora_llegada" in valores:
        exigir_llegada(asistente.nombre, asistente.hora_llegada, movimientos_de(unit, id))


@action("Anular registro")
def anular_asistente(unit: Unit, *, id: str, motivo: str) -> None:
    """Withdraw a person registered by mistake; they stay in the base and count in no figure."""
    asistente = unit.get(Asistente, id)
    asistente.anular(motivo, cuando=unit.clock(), quien=unit.quien)


def ver_asistente(connection: Connection, *, id: str) -> AsistenteRow | None:
    """Return one person, withdrawn or not; None when there is none with that key."""
    found = connection.execute(select(*COLUMNAS).where(_S.id == id)).one_or_none()
    return None if found is None else fila(found)


def contar_asistentes(connection: Connection, *, audiencia_id: str) -> ConteoDeAsistencia:
    """Return the figures of a hearing's attendance, the same that the acta prints."""
    query = select(
        func.count(),
        func.count().filter(_S.modalidad == "presencial"),
        func.count().filter(_S.modalidad == "virtual"),
        func.count().filter(_S.autorizacion_otorgada == False),  # noqa: E712 - SQL
        func.count().filter(_S.hora_llegada.is_not(None)),
    ).where(registrados(audiencia_id))
    total, presenciales, virtuales, sin_autorizacion, ingresaron = connection.execute(query).one()
    return ConteoDeAsistencia(
        registrados=total,
        presenciales=presenciales,
        virtuales=virtuales,
        sin_autorizacion=sin_autorizacion,
        ingresaron=ingresaron,
        por_llegar=total - ingresaron,
        presentes=ingresaron - contar_fuera(connection, audiencia_id=audiencia_id),
        organizaciones=contar_organizaciones(connection, audiencia_id=audiencia_id),
    )


def con_documento(connection: Connection, *, audiencia_id: str, numero: str) -> AsistenteRow | None:
    """Return who is registered with that number of document, written in any way; the first one if they are several."""
    bare = numero_de_documento(numero)
    return _primero(connection, audiencia_id, _S.documento_numero == bare) if bare else None


def ya_registrado(
    connection: Connection, *, audiencia_id: str, origen: Literal["invitado", "persona"], id: str
) -> AsistenteRow | None:
    """Return who of the list is that guest or that person of the directory, by their key or their document."""
    numero = connection.scalar(select(_TABLES[origen].documento_numero).where(_TABLES[origen].id == id))
    found = con_documento(connection, audiencia_id=audiencia_id, numero=numero or "")
    return found or _primero(connection, audiencia_id, _S.persona == id)


def _primero(connection: Connection, audiencia_id: str, same: ColumnElement[bool]) -> AsistenteRow | None:
    query = select(*COLUMNAS).where(same, hallados(audiencia_id)).order_by(_S.orden).limit(1)
    found = connection.execute(query).one_or_none()
    return None if found is None else fila(found)


def _nuevo(unit: Unit, audiencia_id: str) -> Asistente:
    late = marca(unit, audiencia_id)
    place = unit.last_order("asistentes", audiencia_id=audiencia_id, lista="asistentes")
    unit.audiencia_id = audiencia_id
    return Asistente(audiencia_id=audiencia_id, orden=orden.despues_de(place), agregado=late)


COLUMNAS: Final[tuple[Any, ...]] = (
    _S.id,
    _S.nombre,
    _S.documento_tipo,
    _S.documento_numero,
    _S.cargo,
    _S.dependencia,
    _S.organizacion,
    _S.telefono,
    _S.correo,
    _S.municipio,
    _S.territorio,
    _S.calidad,
    _S.roles,
    _S.modalidad,
    _S.hora_llegada,
    _S.firma,
    _S.folio,
    _S.renglon,
    _S.autorizacion_otorgada,
    _S.autorizacion_imagen_y_voz,
    _S.anulada_motivo,
    _S.agregado,
    _S.enfoque_diferencial_rango_edad,
    _S.autorizacion_representante,
    fuera(_S.id),
)
"""The columns that `fila` turns into a row."""


def fila(found: Sequence[Any]) -> AsistenteRow:
    """Read a person from the values of `COLUMNAS`."""
    id, nombre, *rest = tuple[Any, ...](found)
    return AsistenteRow(id, nombre or "", *rest)
