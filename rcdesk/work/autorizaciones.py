"""Consent to the use of personal data: its texts by version, and what each person answered, when and at which desk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, func, or_, select

from rcdesk.documents.autorizacion import modelo
from rcdesk.domain import orden
from rcdesk.domain.asistentes import Asistente
from rcdesk.domain.autorizaciones import (
    MODELO,
    Consentimiento,
    Respuesta,
    en_vigor,
    es_menor,
    exigir_editable,
    falta_representante,
)
from rcdesk.domain.campos import leer
from rcdesk.domain.caracterizacion import AL_REGISTRAR
from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro import Entidad, TextoDeAutorizacion
from rcdesk.store.bitacora import LINE, Line
from rcdesk.store.schema import JOURNALED
from rcdesk.store.service import bitacora, cambios
from rcdesk.store.unit import GONE, Unit
from rcdesk.work import action
from rcdesk.work.entidad import clave_de_la_entidad
from rcdesk.work.listas import leer_lista
from rcdesk.work.registrados import registrados

_A = JOURNALED["asistentes"].c
_H = JOURNALED["audiencias"].c
_E = JOURNALED["entidades"].c
_T = JOURNALED["textos_de_autorizacion"].c
_TABLE: Final = "textos_de_autorizacion"
_TYPED: Final = {"version": "la versión", "texto": "el texto", "vigente_desde": "desde cuándo rige"}
_LONGEST: Final = 20  # letters of a version: it is printed at the foot of every sheet


@dataclass(frozen=True, slots=True)
class TextoVigente:
    """The text that people are asked to authorise; `propio` says that the entity wrote it.

    `imagen_y_voz` says that whoever is new is also asked about their image and their voice.
    """

    version: str
    texto: str
    propio: bool = True
    imagen_y_voz: bool = False


@dataclass(frozen=True, slots=True)
class TextoRow:
    """A version of the text, and how many people answered to it: then it is not changed any more."""

    id: str
    version: str
    texto: str
    vigente_desde: str | None
    respuestas: int


@dataclass(frozen=True, slots=True)
class AutorizacionRow:
    """What one person last answered. `cuando` is an instant with its zone."""

    otorgada: bool | None
    imagen_y_voz: bool | None
    representante: str | None
    version: str | None
    cuando: str | None
    puesto: str | None
    observacion: str | None
    menor: bool

    @property
    def incompleta(self) -> bool:
        """Whether it is a yes about a minor without the name of who represents them."""
        return falta_representante(self.otorgada, menor=self.menor, representante=self.representante)


@dataclass(frozen=True, slots=True)
class ConteoDeAutorizaciones:
    """How many people of a hearing answered what; whoever was not asked about their image is in neither."""

    autorizan: int
    no_autorizan: int
    sin_preguntar: int
    imagen_si: int
    imagen_no: int
    incompletas: int


@dataclass(frozen=True, slots=True)
class RespuestaRow:
    """One answer of a person, as it stood. `cuando` is an instant in UTC."""

    cuando: str
    quien: str
    puesto: str
    accion: str
    otorgada: bool | None
    imagen_y_voz: bool | None
    version: str


@action("Anotar autorización")
def anotar_autorizacion(unit: Unit, *, id: str, consentimiento: Consentimiento | Respuesta) -> None:
    """Write what a person answered about the use of their data, with the text in force, the moment and the desk."""
    consentir(unit, unit.get(Asistente, id), consentimiento)


@action("Revocar autorización")
def revocar_autorizacion(unit: Unit, *, id: str, motivo: str) -> None:
    """Take back what a person had authorised; that they had stays in the history."""
    unit.get(Asistente, id).revocar(motivo, cuando=unit.clock(), puesto=unit.puesto)


@action("Escribir texto de autorización")
def escribir_texto(unit: Unit, *, version: str, texto: str, vigente_desde: str, borrador: str = "") -> str:
    """Write a new version of the text, in force from a day on (AAAA-MM-DD), and return its key; the old ones stay.

    `borrador` is the draft that this text was.
    """
    row = _leido({"version": version, "texto": texto, "vigente_desde": vigente_desde})
    for name, what in _TYPED.items():
        if not row[name]:
            raise RuleError(f"Escriba {what}.", field=name)
    _exigir_version_libre(unit, row["version"])
    unit.used_draft(borrador)
    place = {"entidad_id": clave_de_la_entidad(unit)}
    return unit.insert(_TABLE, [{**row, **place, "orden": orden.despues_de(unit.last_order(_TABLE, **place))}])[0]


@action("Corregir texto de autorización", merges=True)
def corregir_texto(
    unit: Unit,
    *,
    id: str,
    valores: Mapping[str, object],
    seen: Mapping[str, object] | None = None,
    borrador: str = "",
) -> None:
    """Correct a version that nobody answered yet; RuleError when somebody did."""
    row = _leido(valores)
    for name, value in row.items():
        if not value:
            raise RuleError(f"Escriba {_TYPED[name]}.", field=name)
    _exigir_editable(unit, id)
    if "version" in row:
        _exigir_version_libre(unit, row["version"], but=id)
    unit.check_seen(_TABLE, id, seen or {})
    unit.used_draft(borrador)
    unit.update(_TABLE, id, **row)


@action("Retirar texto de autorización")
def retirar_texto(unit: Unit, *, id: str, motivo: str = "retirado sin usarse") -> None:
    """Withdraw a version that nobody answered."""
    _exigir_editable(unit, id)
    unit.withdraw(_TABLE, id, motivo)


def consentir(unit: Unit, asistente: Asistente, consentimiento: Consentimiento | Respuesta) -> None:
    """Write in a person what they answered; every action that registers people and asks them comes here."""
    said = consentimiento if isinstance(consentimiento, Respuesta) else Respuesta(consentimiento)
    version = texto_de_autorizacion(unit.connection, audiencia_id=asistente.audiencia_id).version
    asistente.autorizar(said, version=version, cuando=unit.clock(), puesto=unit.puesto)


def texto_de_autorizacion(connection: Connection, *, audiencia_id: str) -> TextoVigente:
    """Return the text in force on the day of the hearing, which its paper also prints; the ready one if there is none.

    Whoever answers later, or signed on paper what is typed days after, was read this one.
    """
    fecha = connection.scalar(select(_H.fecha).where(_H.id == audiencia_id))
    found, image = en_vigor(_textos(connection), fecha), "imagen_y_voz" in leer_lista(connection, AL_REGISTRAR)
    if found is not None:
        return TextoVigente(found.version or "", found.texto, imagen_y_voz=image)
    return TextoVigente(MODELO, texto_modelo(connection), propio=False, imagen_y_voz=image)


def texto_modelo(connection: Connection) -> str:
    """Return the ready text with the name and the address of the entity, to be used as it is or as a start."""
    row = connection.execute(select(_E.nombre, _E.correo).limit(1)).first()
    return modelo(Entidad(nombre=row.nombre, correo=row.correo) if row else None)


def listar_textos(connection: Connection) -> list[TextoRow]:
    """Return every version of the text, the newest first."""
    used = select(func.count()).where(_A.autorizacion_version == _T.version).scalar_subquery()
    query = select(_T.id, _T.version, _T.texto, _T.vigente_desde, used).where(_T.anulada_motivo.is_(None))
    order = (_T.vigente_desde.desc().nulls_last(), _T.orden.desc())
    return [TextoRow(*tuple[Any, ...](row)) for row in connection.execute(query.order_by(*order))]


def ver_autorizacion(connection: Connection, *, id: str) -> AutorizacionRow | None:
    """Return what a person answered about the use of their data; None when there is none with that key."""
    said = (_A.autorizacion_otorgada, _A.autorizacion_imagen_y_voz, _A.autorizacion_representante)
    noted = (_A.autorizacion_version, _A.autorizacion_fecha, _A.autorizacion_puesto, _A.autorizacion_observacion)
    query = select(*said, *noted, _A.documento_tipo, _A.enfoque_diferencial_rango_edad).where(_A.id == id)
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    yes, image, guardian, version, when, where, note, kind, ages = tuple[Any, ...](row)
    return AutorizacionRow(yes, image, guardian, version, when, where, note, es_menor(kind, ages))


def contar_autorizaciones(connection: Connection, *, audiencia_id: str) -> ConteoDeAutorizaciones:
    """Return how many people of a hearing answered what."""
    yes, image = _A.autorizacion_otorgada, _A.autorizacion_imagen_y_voz
    query = select(
        func.count().filter(yes.is_(True)),
        func.count().filter(yes.is_(False)),
        func.count().filter(yes.is_(None)),
        func.count().filter(image.is_(True)),
        func.count().filter(image.is_(False)),
    ).where(registrados(audiencia_id))
    said, refused, unasked, seen, unseen = connection.execute(query).one()
    lacking = contar_incompletas(connection, audiencia_id=audiencia_id)
    return ConteoDeAutorizaciones(said, refused, unasked, seen, unseen, lacking)


def contar_incompletas(connection: Connection, *, audiencia_id: str) -> int:
    """Return how many minors of a hearing said yes without anybody who represents them."""
    known = (_A.documento_tipo, _A.enfoque_diferencial_rango_edad)
    query = select(*known, func.count()).where(
        registrados(audiencia_id),
        _A.autorizacion_otorgada.is_(True),
        _A.autorizacion_representante.is_(None),
        or_(_A.documento_tipo.in_(("TI", "RC")), _A.enfoque_diferencial_rango_edad.is_not(None)),
    )
    return sum(people for kind, ages, people in connection.execute(query.group_by(*known)) if es_menor(kind, ages))


def historia_de_autorizacion(connection: Connection, *, id: str) -> list[RespuestaRow]:
    """Return what a person answered each time, the newest first; what was taken back says it in its action."""
    return list(_answers(connection, id))[::-1]


def _answers(connection: Connection, id: str) -> Iterator[RespuestaRow]:
    head = (bitacora.c.momento, bitacora.c.quien, bitacora.c.puesto, bitacora.c.accion)
    query = (
        select(*head, *(cambios.c[name] for name in LINE))
        .join(bitacora, bitacora.c.id == cambios.c.entrada)
        .where(cambios.c.fila == id, cambios.c.tabla == "asistentes")
        .order_by(bitacora.c.hlc, cambios.c.id)
    )
    now: dict[str, Any] = {}
    for row in connection.execute(query):
        after = Line._make(row[4:]).change().after or {}
        told = {name: after[name] for name in after if name.startswith("autorizacion_")}
        now |= told
        if told.keys() & {"autorizacion_otorgada", "autorizacion_imagen_y_voz"}:
            yes, image = now.get("autorizacion_otorgada"), now.get("autorizacion_imagen_y_voz")
            version = str(now.get("autorizacion_version") or "")
            yield RespuestaRow(row.momento, row.quien, row.puesto, row.accion, _bool(yes), _bool(image), version)


def _bool(stored: int | None) -> bool | None:
    return None if stored is None else bool(stored)


def _textos(connection: Connection) -> list[Any]:
    query = select(_T.version, _T.texto, _T.vigente_desde).where(_T.anulada_motivo.is_(None), _T.texto.is_not(None))
    return list(connection.execute(query.order_by(_T.orden)))


def _leido(valores: Mapping[str, object]) -> dict[str, Any]:
    row = {name: leer(TextoDeAutorizacion, name, value) for name, value in valores.items()}
    if len(row.get("version") or "") > _LONGEST:
        raise RuleError(
            f"La versión se imprime al pie de cada hoja: escríbala con {_LONGEST} letras o menos.", field="version"
        )
    if row.get("vigente_desde") and len(row["vigente_desde"]) < 10:
        raise RuleError("Falta el día: escriba la fecha como 17/11/2021.", field="vigente_desde")
    return row


def _exigir_version_libre(unit: Unit, version: str, *, but: str = "") -> None:
    query = select(_T.id).where(_T.version == version, _T.anulada_motivo.is_(None), _T.id != but)
    if version == MODELO or unit.connection.execute(query).first() is not None:
        raise RuleError(f"Ya hay una versión «{version}»: póngale otra.", field="version")


def _exigir_editable(unit: Unit, id: str) -> None:
    row = next((row for row in listar_textos(unit.connection) if row.id == id), None)
    if row is None:
        raise RuleError(GONE)
    exigir_editable(row.version, row.respuestas)
