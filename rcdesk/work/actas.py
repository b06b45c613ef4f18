"""The acta of a hearing: header, sections, who signs, annexes. It is opened by the first thing written in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import partial
from typing import Any, Final, Literal, TypeAlias

from sqlalchemy import ColumnElement, Connection, and_, select

from rcdesk.documents.acta.secciones import SECCIONES_ESTANDAR
from rcdesk.domain import orden
from rcdesk.domain import registro as r
from rcdesk.domain.actas import Acta
from rcdesk.domain.asistentes import Asistente
from rcdesk.domain.audiencias import Audiencia
from rcdesk.domain.errors import RuleError
from rcdesk.domain.palabras_del_acta import ListaDeFirmantes
from rcdesk.domain.registro.actas import EstadoActa
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import Action, action
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.entidad import copiar_habituales, listar_habituales
from rcdesk.work.evidencias import anotar
from rcdesk.work.formatos import FORMATO, Lado, con_formato, formato_vigente
from rcdesk.work.lineas import CLASES, agregar

ListaDePersonas: TypeAlias = Literal["ausentes", "invitados"]

_A, _S = JOURNALED["actas"].c, JOURNALED["secciones"].c


@dataclass(frozen=True, slots=True)
class ActaRow:
    """The acta, its fields named as its columns; one that is not open yet has an empty `id`."""

    id: str = ""
    numero: str | None = None
    version: int | None = None
    estado: EstadoActa | None = None
    libro: str | None = None
    objetivo: str | None = None
    porcentajes: r.Porcentajes | None = None
    responsabilidad: str | None = None
    observaciones_generales: tuple[r.Bloque, ...] = ()
    notas: tuple[str, ...] = ()
    formato_tipo_documental: str | None = None
    formato_proceso: str | None = None
    formato_subproceso: str | None = None
    formato_sistema: str | None = None
    formato_codigo: str | None = None
    formato_version: str | None = None
    formato_vigente_desde: str | None = None
    formato_pie: str | None = None
    formato_logo: str | None = None
    formato_logo_derecho: str | None = None
    formato_numeracion: str | None = None
    formato_primer_numero: int | None = None
    proxima_reunion_fecha: str | None = None
    proxima_reunion_hora: str | None = None
    proxima_reunion_lugar: str | None = None
    proxima_reunion_texto: str | None = None


@dataclass(frozen=True, slots=True)
class SeccionRow:
    """A section; `numero` is its place («3», «3.1») and `subsecciones` says how many hang from it."""

    id: str
    orden: str
    numero: str
    titulo: str
    bloques: tuple[r.Bloque, ...]
    subsecciones: int


@dataclass(frozen=True, slots=True)
class FirmanteRow:
    """Who signs, prepares, reviews or approves."""

    id: str
    orden: str
    lista: ListaDeFirmantes
    nombre: str
    cargo: str | None
    dependencia: str | None
    fecha: str | None
    medio: r.MedioDeFirma | None


@dataclass(frozen=True, slots=True)
class AnexoRow:
    """An annex of the acta."""

    id: str
    orden: str
    numero: int
    titulo: str
    folios: int | None
    url: str | None


@dataclass(frozen=True, slots=True)
class PersonaRow:
    """Someone absent or invited."""

    id: str
    orden: str
    nombre: str
    cargo: str | None
    organizacion: str | None


@dataclass(frozen=True, slots=True)
class AutoevaluacionRow:
    """How the team judges its hearing; the acta prints it, and it belongs to the hearing."""

    id: str
    autoevaluacion: tuple[r.Bloque, ...]
    dofa_cierre: tuple[r.Bloque, ...]


@dataclass(frozen=True, slots=True)
class PersonasDelActa:
    """Those absent and those invited; `no_aplica` when the acta says «N.A.»."""

    ausentes: tuple[PersonaRow, ...]
    invitados: tuple[PersonaRow, ...]
    no_aplica: frozenset[str]


@action("Editar el acta", merges=True)
def editar_acta(
    unit: Unit,
    *,
    audiencia_id: str,
    valores: Mapping[str, object],
    seen: Mapping[str, object] | None = None,
    adjuntos: Iterable[Adjunto] = (),
) -> None:
    """Write fields of the acta, opened if it was not.

    `seen` are the values that the person had on screen; `adjuntos` the files that the values name.
    """
    acta = _acta(unit, audiencia_id)
    anotar(unit, adjuntos)
    unit.get(Acta, acta.id, seen=seen).corregir(valores)


@action("Abrir el acta")
def abrir_acta(unit: Unit, *, audiencia_id: str) -> str:
    """Open the acta of a hearing, with the entity's format and signers, and return its key; one open stays as it is."""
    return _acta(unit, audiencia_id).id


@action("Traer el formato de la entidad")
def traer_formato(unit: Unit, *, audiencia_id: str) -> None:
    """Write in the acta the format that the entity controls now."""
    formato = formato_vigente(unit.connection)
    if formato is None:
        raise RuleError("La entidad no tiene un formato de acta. Escriba aquí el código, la versión y la vigencia.")
    con_formato(_acta(unit, audiencia_id), formato)


@action("Traer los firmantes de la entidad")
def traer_firmantes(unit: Unit, *, audiencia_id: str) -> int:
    """Add to the acta those who usually sign, prepare, review and approve, and it lacks; return how many."""
    if not listar_habituales(unit.connection):
        raise RuleError("La entidad no tiene firmantes habituales. Escríbalos una vez en Ajustes, en Firmas.")
    return copiar_habituales(unit, _acta(unit, audiencia_id).id)


@action("Usar las nueve secciones")
def usar_secciones_estandar(unit: Unit, *, audiencia_id: str) -> int:
    """Add the sections of the real format that the acta lacks, each with the part of the hearing that it prints.

    Returns how many were added.
    """
    acta = _acta(unit, audiencia_id)
    known = {row.titulo for row in _lineas(unit.connection, "secciones", acta_id=acta.id)}
    hearing = unit.get(Audiencia, audiencia_id)
    last, rows = unit.last_order("secciones", acta_id=acta.id), []
    for seccion in SECCIONES_ESTANDAR:
        if seccion.titulo in known:
            continue
        last = orden.despues_de(last)
        bloques = tuple(r.Inserto(dato=dato) for dato in seccion.datos if _corresponde(unit, hearing, dato))
        rows.append({"titulo": seccion.titulo, "bloques": bloques, "acta_id": acta.id, "orden": last})
    unit.insert("secciones", rows)
    return len(rows)


@action("Poner el logo del acta")
def poner_logo(unit: Unit, *, audiencia_id: str, adjunto: Adjunto | None, lado: Lado = "logo") -> None:
    """Head the pages with an attached picture at one side; None leaves the entity's at the left, none at the right."""
    acta = _acta(unit, audiencia_id)
    if adjunto is not None:
        anotar(unit, [adjunto])
    setattr(acta, f"formato_{lado}", adjunto.ruta if adjunto else None)


def _agregar(
    tabla: str, unit: Unit, *, audiencia_id: str, valores: Mapping[str, object], lista: str | None = None
) -> str:
    acta = _acta(unit, audiencia_id)
    return agregar[tabla].run(unit, valores=valores, lista=lista, acta_id=acta.id)


agregar_al_acta: Final = {
    tabla: Action(f"Agregar {CLASES[tabla].nombre}", partial(_agregar, tabla))
    for tabla in ("secciones", "firmantes", "anexos")
}
"""Table → action(unit, *, audiencia_id, valores, lista=None) → key; the acta is opened if it was not."""


@action("Agregar persona al acta")
def agregar_persona(unit: Unit, *, audiencia_id: str, lista: ListaDePersonas, valores: Mapping[str, object]) -> str:
    """Add someone absent or invited; then «N.A.» no longer holds."""
    last = unit.last_order("asistentes", audiencia_id=audiencia_id, lista=lista)
    persona = Asistente(audiencia_id=audiencia_id, lista=lista, orden=orden.despues_de(last))
    persona.corregir(valores)
    setattr(unit.get(Audiencia, audiencia_id), lista, None)
    unit.audiencia_id = audiencia_id
    return unit.add(persona)


@action("Corregir persona del acta", merges=True)
def corregir_persona(
    unit: Unit, *, id: str, valores: Mapping[str, object], seen: Mapping[str, object] | None = None
) -> None:
    """Write fields of someone absent or invited."""
    unit.get(Asistente, id, seen=seen).corregir(valores)


@action("Mover persona del acta")
def mover_persona(unit: Unit, *, id: str, antes: str, despues: str) -> None:
    """Put someone between two others: their order keys, empty at the ends of the list."""
    unit.get(Asistente, id).orden = orden.entre(antes, despues)


@action("Retirar persona del acta")
def retirar_persona(unit: Unit, *, id: str) -> None:
    """Take someone absent or invited out of the acta."""
    unit.get(Asistente, id).anular("retirado del acta", cuando=unit.clock(), quien=unit.quien)


@action("Marcar no aplica")
def marcar_no_aplica(unit: Unit, *, audiencia_id: str, lista: ListaDePersonas, aplica: bool) -> None:
    """Say that there was nobody to name («N.A.»), or (`aplica`) take that back."""
    hearing = unit.get(Audiencia, audiencia_id)
    if not aplica and _personas(unit.connection, audiencia_id, lista):
        raise RuleError("Hay personas en la lista: retírelas antes de marcar N.A.", field=f"na_{lista}")
    setattr(hearing, lista, None if aplica else r.NO_APLICA)
    unit.audiencia_id = audiencia_id


def ver_acta(connection: Connection, *, audiencia_id: str) -> ActaRow:
    """Return the acta of a hearing; while nobody has opened it, an empty one with the format that it will have."""
    names = [field.name for field in fields(ActaRow)]
    found = connection.execute(select(*(_A[name] for name in names)).where(acta_de(audiencia_id))).first()
    if found is None:
        formato = formato_vigente(connection)
        return ActaRow(**{f"formato_{name}": getattr(formato, name) for name in FORMATO}) if formato else ActaRow()
    values = found._asdict()
    values["observaciones_generales"] = values["observaciones_generales"] or ()
    values["notas"] = values["notas"] or ()
    return ActaRow(**values)


def acta_de(audiencia_id: str) -> ColumnElement[bool]:
    """The condition that of all the actas leaves that of a hearing."""
    return and_(_A.audiencia_id == audiencia_id, _A.anulada_motivo.is_(None))


def ver_autoevaluacion(connection: Connection, *, audiencia_id: str) -> AutoevaluacionRow:
    """Return what the team wrote of its hearing, and under the DOFA matrix."""
    c = JOURNALED["audiencias"].c
    found = connection.execute(select(c.id, c.autoevaluacion, c.dofa_cierre).where(c.id == audiencia_id)).one()
    return AutoevaluacionRow(found.id, found.autoevaluacion or (), found.dofa_cierre or ())


def listar_secciones(connection: Connection, *, audiencia_id: str) -> list[SeccionRow]:
    """Return the sections of the development, numbered by their place."""
    acta = connection.scalar(select(_A.id).where(acta_de(audiencia_id)))
    rows = _lineas(connection, "secciones", acta_id=acta) if acta else []
    below: dict[str, int] = {}
    mine = [row.id for row in rows]
    for parent in connection.scalars(select(_S.seccion_id).where(_S.seccion_id.in_(mine), _S.anulada_motivo.is_(None))):
        below[parent] = below.get(parent, 0) + 1
    return [
        SeccionRow(row.id, row.orden, str(place), row.titulo or "", row.bloques or (), below.get(row.id, 0))
        for place, row in enumerate(rows, 1)
    ]


def listar_firmantes(connection: Connection, *, audiencia_id: str) -> list[FirmanteRow]:
    """Return who signs, prepared, reviewed and approved, each list in its order."""
    acta = connection.scalar(select(_A.id).where(acta_de(audiencia_id)))
    rows = _lineas(connection, "firmantes", acta_id=acta) if acta else []
    return [
        FirmanteRow(row.id, row.orden, row.lista, row.nombre or "", row.cargo, row.dependencia, row.fecha, row.medio)
        for row in rows
    ]


def listar_anexos(connection: Connection, *, audiencia_id: str) -> list[AnexoRow]:
    """Return the annexes, numbered by their place."""
    acta = connection.scalar(select(_A.id).where(acta_de(audiencia_id)))
    rows = _lineas(connection, "anexos", acta_id=acta) if acta else []
    return [AnexoRow(row.id, row.orden, place, row.titulo, row.folios, row.url) for place, row in enumerate(rows, 1)]


def listar_personas_del_acta(connection: Connection, *, audiencia_id: str) -> PersonasDelActa:
    """Return those absent and invited."""
    hearing = JOURNALED["audiencias"].c
    said = connection.execute(select(hearing.ausentes, hearing.invitados).where(hearing.id == audiencia_id)).one()
    return PersonasDelActa(
        _personas(connection, audiencia_id, "ausentes"),
        _personas(connection, audiencia_id, "invitados"),
        frozenset(lista for lista, value in said._mapping.items() if value == r.NO_APLICA),
    )


def _acta(unit: Unit, audiencia_id: str) -> Acta:
    """The acta of a hearing to change it, opened with the entity's format and signers if nobody had."""
    unit.audiencia_id = audiencia_id
    known = unit.connection.scalar(select(_A.id).where(acta_de(audiencia_id)))
    if known is not None:
        return unit.get(Acta, known)
    last = unit.last_order("actas", audiencia_id=audiencia_id)
    acta = Acta(audiencia_id=audiencia_id, estado="borrador", version=1, orden=orden.despues_de(last))
    formato = formato_vigente(unit.connection)
    if formato is not None:
        con_formato(acta, formato)
    copiar_habituales(unit, unit.add(acta))
    return acta


def _corresponde(unit: Unit, hearing: Audiencia, dato: r.Dato) -> bool:
    """Whether a section should ask for that part: always, but for what few hearings have and this one has not."""
    if dato in ("intervenciones", "decisiones"):
        return bool(_lineas(unit.connection, dato, audiencia_id=hearing.id))
    return dato != "metricas_virtuales" or hearing.modalidad != "presencial"


def _personas(connection: Connection, audiencia_id: str, lista: str) -> tuple[PersonaRow, ...]:
    rows = _lineas(connection, "asistentes", audiencia_id=audiencia_id, lista=lista)
    return tuple(PersonaRow(row.id, row.orden, row.nombre or "", row.cargo, row.organizacion) for row in rows)


def _lineas(connection: Connection, tabla: str, **lugar: str) -> list[Any]:
    table = JOURNALED[tabla]
    here = (table.c[column] == value for column, value in lugar.items())
    query = select(table).where(*here, table.c.anulada_motivo.is_(None))
    return list(connection.execute(query.order_by(table.c.orden, table.c.id)))
