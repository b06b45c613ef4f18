"""The queue of questions of a hearing as screens show it: the list, one question, the counts, what completes typing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Text, and_, func, select, type_coerce

from rcdesk.domain.captura import Presente
from rcdesk.domain.preguntas import ABIERTOS, codigo_de, en_cola, escribir_referencia, falta_redactar
from rcdesk.domain.registro.preguntas import (
    CanalPregunta,
    EstadoPregunta,
    Moderacion,
    ModoRespuesta,
)
from rcdesk.i18n import sin_tildes
from rcdesk.store.schema import JOURNALED
from rcdesk.work.orden_en_cola import EN_COLA
from rcdesk.work.registrados import registrados

_P = JOURNALED["preguntas"].c
_S = JOURNALED["asistentes"].c
_A = JOURNALED["audiencias"].c
_G, _D = JOURNALED["grupos_de_temas"].c, JOURNALED["dependencias"].c


VIGENTE: Final = _P.anulada_motivo.is_(None)
ABIERTA: Final = _P.estado.in_(sorted(ABIERTOS))
POR_MODERAR: Final = and_(ABIERTA, _P.moderacion == "sin_revisar")
POR_REDACTAR: Final = and_(
    _P.estado == "respondida", _P.respuesta_modo == "en_vivo", func.coalesce(_P.respuesta_texto, "") == ""
)


@dataclass(frozen=True, slots=True)
class PreguntaRow:
    """A question in the queue. `recibida` is an instant of rcdesk/1, in its own zone: UTC in the list."""

    id: str
    numero: int
    mesa: str | None
    texto: str
    texto_editado: str | None
    anonima: bool | None
    autor_nombre: str | None
    canal: CanalPregunta | None
    recibida: str | None
    tema: str | None
    dependencia: str | None
    estado: EstadoPregunta | None
    moderacion: Moderacion | None
    respuesta_modo: ModoRespuesta | None
    redactada: bool
    """Whether its answer has a text."""
    agrupada_en: int | str | None
    compromiso: str | None
    anulada: str | None
    """Why it was withdrawn."""
    juntas: int = 0
    """Questions that share its answer."""
    turno: int = 0
    """Its turn in the queue, from 1; 0 when it does not wait there."""
    en_pantalla: bool = False
    """Whether the projector shows it."""

    @property
    def codigo(self) -> str:
        """P-014, or A-014 when the desk has a letter."""
        return codigo_de(self.mesa, self.numero)

    @property
    def autor(self) -> str:
        """Who asks, in words."""
        return "Anónimo" if self.anonima else self.autor_nombre or "Sin nombre"

    @property
    def principal(self) -> str:
        """The code of the question whose answer it shares, while it is grouped."""
        return escribir_referencia(self.agrupada_en) if self.estado == "agrupada" else ""

    @property
    def falta_redactar(self) -> bool:
        """Whether it was answered aloud and its text is owed."""
        return falta_redactar(self.estado, self.respuesta_modo, "x" if self.redactada else None)

    @property
    def espera(self) -> bool:
        """Whether it waits its turn to be asked."""
        return self.anulada is None and en_cola(self.estado, self.moderacion)


@dataclass(frozen=True, slots=True)
class ConteoDePreguntas:
    """How the questions of a hearing stand; the annulled ones are apart and in no other figure."""

    preguntas: int
    """Those received: `unicas`, `agrupadas` and `no_proceden` together."""
    unicas: int
    agrupadas: int
    no_proceden: int
    respondidas: int
    pendientes: int
    trasladadas: int
    falta_redactar: int
    por_moderar: int
    en_cola: int
    anuladas: int


@dataclass(frozen=True, slots=True)
class Ofertas:
    """What completes the typing of a capture: who is on the list, and words used here or prepared for the hearing."""

    personas: tuple[Presente, ...]
    autores: tuple[str, ...]
    temas: tuple[str, ...]
    dependencias: tuple[str, ...]
    responden: tuple[str, ...]
    canal: CanalPregunta | None
    """The one of the last question captured: of this hearing, or of any."""


@dataclass(frozen=True, slots=True)
class AireRow:
    """What the strip tells of a hearing: when it should begin and end, when it did, and what is on its agenda."""

    nombre: str
    estado: str
    fecha: str | None
    hora_inicio: str | None
    hora_fin: str | None
    hora_inicio_programada: str | None
    hora_fin_programada: str | None
    anulada: bool


def contar_juntas(connection: Connection, audiencia_id: str) -> Counter[str]:
    """Return, by the code of a question, how many share its answer."""
    query = select(_P.agrupada_en).where(_P.audiencia_id == audiencia_id, _P.estado == "agrupada", VIGENTE)
    return Counter(map(escribir_referencia, connection.scalars(query)))


def buscar_por_numero(
    connection: Connection, *, audiencia_id: str, mesa: str | None, numero: int
) -> PreguntaRow | None:
    """Return the standing question of the hearing with that number."""
    query = select(*COLUMNAS).where(_P.audiencia_id == audiencia_id, _P.mesa.is_(mesa), _P.numero == numero, VIGENTE)
    found = connection.execute(query).first()
    return None if found is None else PreguntaRow(*found)


def contar_preguntas(connection: Connection, *, audiencia_id: str) -> ConteoDePreguntas:
    """Return how the questions stand, with the same figures as the acta."""
    counted = (
        VIGENTE,
        and_(VIGENTE, _P.estado.is_distinct_from("agrupada"), _P.estado.is_distinct_from("fuera_de_alcance")),
        and_(VIGENTE, _P.estado == "agrupada"),
        and_(VIGENTE, _P.estado == "fuera_de_alcance"),
        and_(VIGENTE, _P.estado == "respondida"),
        and_(VIGENTE, ABIERTA),
        and_(VIGENTE, _P.estado == "trasladada"),
        and_(VIGENTE, POR_REDACTAR),
        and_(VIGENTE, POR_MODERAR),
        EN_COLA,
        _P.anulada_motivo.is_not(None),
    )
    query = select(*(func.count().filter(one) for one in counted)).where(_P.audiencia_id == audiencia_id)
    return ConteoDePreguntas(*connection.execute(query).one())


def siguiente_numero(connection: Connection, *, audiencia_id: str) -> str:
    """Return the code that the next question will have if nobody else captures one before."""
    query = select(func.max(_P.numero)).where(_P.audiencia_id == audiencia_id, _P.mesa.is_(None))
    return escribir_referencia((connection.scalar(query) or 0) + 1)


def ofrecer(connection: Connection, *, audiencia_id: str) -> Ofertas:
    """Return who may ask, and the topics and offices that may complete what is typed."""
    roles = type_coerce(_S.roles, Text).label("roles")  # only whether there is any: reading them takes the longest
    query = select(_S.id, _S.nombre, _S.organizacion, roles).where(registrados(audiencia_id), _S.nombre.is_not(None))
    people = connection.execute(query.order_by(_S.id)).all()
    groups = select(_G.titulo).where(_G.audiencia_id == audiencia_id, _G.anulada_motivo.is_(None))
    used = select(_P.tema).where(_P.audiencia_id == audiencia_id, VIGENTE).distinct()
    offices = select(_D.nombre).where(_D.anulada_motivo.is_(None))
    asked = select(_P.dependencia).where(_P.audiencia_id == audiencia_id, VIGENTE).distinct()
    answered = select(_P.respuesta_responde).where(_P.audiencia_id == audiencia_id, VIGENTE).distinct()
    on_stage = [one.nombre for one in people if one.roles not in (None, "[]")]
    last = select(_P.canal).order_by((_P.audiencia_id == audiencia_id).desc(), _P.id.desc()).limit(1)
    return Ofertas(
        tuple(Presente(one.id, one.nombre, one.organizacion) for one in people),
        _distinct(one.nombre for one in people),
        _distinct([*connection.scalars(groups), *connection.scalars(used)]),
        _distinct([*connection.scalars(offices), *connection.scalars(asked)]),
        _distinct([*on_stage, *connection.scalars(answered)]),
        connection.scalar(last),
    )


def ver_aire(connection: Connection, *, audiencia_id: str) -> AireRow | None:
    """Return what the strip tells of a hearing."""
    query = select(
        _A.nombre,
        _A.codigo,
        _A.estado,
        _A.fecha,
        _A.hora_inicio,
        _A.hora_fin,
        _A.hora_inicio_programada,
        _A.hora_fin_programada,
        _A.anulada_motivo,
    ).where(_A.id == audiencia_id)
    found = connection.execute(query).one_or_none()
    if found is None:
        return None
    return AireRow(
        found.nombre or found.codigo,
        found.estado or "planeada",
        found.fecha,
        found.hora_inicio,
        found.hora_fin,
        found.hora_inicio_programada,
        found.hora_fin_programada,
        found.anulada_motivo is not None,
    )


COLUMNAS: Final[tuple[Any, ...]] = (
    _P.id,
    _P.numero,
    _P.mesa,
    _P.texto,
    _P.texto_editado,
    _P.anonima,
    _P.autor_nombre,
    _P.canal,
    _P.recibida,
    _P.tema,
    _P.dependencia,
    _P.estado,
    _P.moderacion,
    _P.respuesta_modo,
    (func.coalesce(_P.respuesta_texto, "") != "").label("redactada"),
    _P.agrupada_en,
    _P.compromiso,
    _P.anulada_motivo,
)


def _distinct(names: Any) -> tuple[str, ...]:
    return tuple(sorted({name for name in names if name}, key=sin_tildes))
