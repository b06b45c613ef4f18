"""The queue of questions of a hearing as screens show it: the list, one question, the counts, what completes typing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, assert_never

from sqlalchemy import ColumnElement, Connection, Text, and_, func, or_, select, type_coerce

from rcdesk.domain.captura import Presente
from rcdesk.domain.preguntas import ABIERTOS, escribir_referencia, falta_redactar
from rcdesk.domain.registro.preguntas import (
    CanalPregunta,
    EstadoPregunta,
    Moderacion,
    ModoRespuesta,
)
from rcdesk.i18n import sin_tildes
from rcdesk.store.schema import JOURNALED

Filtro = Literal["todas", "pendientes", "falta_redactar", "respondidas"]

_P = JOURNALED["preguntas"].c
_S = JOURNALED["asistentes"].c
_A = JOURNALED["audiencias"].c
_G, _D = JOURNALED["grupos_de_temas"].c, JOURNALED["dependencias"].c


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

    @property
    def codigo(self) -> str:
        """P-014, or A-014 when the desk has a letter."""
        return f"{self.mesa or 'P'}-{self.numero:03}"

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
    def abierta(self) -> bool:
        """Whether it still owes an answer."""
        return self.estado in ABIERTOS


@dataclass(frozen=True, slots=True)
class ConteoDePreguntas:
    """How the questions of a hearing stand; the annulled ones are apart and in no other figure."""

    preguntas: int
    respondidas: int
    pendientes: int
    en_cola: int
    por_moderar: int
    falta_redactar: int
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


def listar_preguntas(
    connection: Connection, *, audiencia_id: str, filtro: Filtro = "todas", ademas: Collection[str] = ()
) -> list[PreguntaRow]:
    """Return the questions as they arrived, also the withdrawn ones; `ademas` stay although the filter drops them."""
    grouped = _grouped(connection, audiencia_id)
    where = _condition(filtro)
    if where is not None and ademas:
        where = or_(where, _P.id.in_(ademas))
    query = select(*_LISTED).where(_P.audiencia_id == audiencia_id, *(() if where is None else (where,)))
    return [_row(found, grouped) for found in connection.execute(query.order_by(_P.orden, _P.id)).all()]


def buscar_por_numero(
    connection: Connection, *, audiencia_id: str, mesa: str | None, numero: int
) -> PreguntaRow | None:
    """Return the standing question of the hearing with that number."""
    query = select(*_SHOWN).where(_P.audiencia_id == audiencia_id, _P.mesa.is_(mesa), _P.numero == numero, _STANDS)
    found = connection.execute(query).first()
    return None if found is None else _row(found, {})


def contar_preguntas(connection: Connection, *, audiencia_id: str) -> ConteoDePreguntas:
    """Return how the questions stand, with the same figures as the acta."""
    query = select(
        func.count().filter(_STANDS),
        func.count().filter(_STANDS, _P.estado == "respondida"),
        func.count().filter(_STANDS, _OPEN),
        func.count().filter(_STANDS, _OPEN, _P.moderacion == "aprobada"),
        func.count().filter(_STANDS, _OPEN, _P.moderacion == "sin_revisar"),
        func.count().filter(_STANDS, _OWED),
        func.count().filter(_P.anulada_motivo.is_not(None)),
    ).where(_P.audiencia_id == audiencia_id)
    return ConteoDePreguntas(*connection.execute(query).one())


def siguiente_numero(connection: Connection, *, audiencia_id: str) -> str:
    """Return the code that the next question will have if nobody else captures one before."""
    query = select(func.max(_P.numero)).where(_P.audiencia_id == audiencia_id, _P.mesa.is_(None))
    return escribir_referencia((connection.scalar(query) or 0) + 1)


def ofrecer(connection: Connection, *, audiencia_id: str) -> Ofertas:
    """Return who may ask, and the topics and offices that may complete what is typed."""
    here = (_S.audiencia_id == audiencia_id, _S.lista == "asistentes", _S.anulada_motivo.is_(None))
    query = select(_S.id, _S.nombre, _S.organizacion, _S.roles).where(*here, _S.nombre.is_not(None))
    people = connection.execute(query.order_by(_S.id)).all()
    groups = select(_G.titulo).where(_G.audiencia_id == audiencia_id, _G.anulada_motivo.is_(None))
    used = select(_P.tema).where(_P.audiencia_id == audiencia_id, _STANDS).distinct()
    offices = select(_D.nombre).where(_D.anulada_motivo.is_(None))
    asked = select(_P.dependencia).where(_P.audiencia_id == audiencia_id, _STANDS).distinct()
    answered = select(_P.respuesta_responde).where(_P.audiencia_id == audiencia_id, _STANDS).distinct()
    on_stage = [one.nombre for one in people if one.roles]
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


_STANDS: Final = _P.anulada_motivo.is_(None)
_OPEN: Final = _P.estado.in_(sorted(ABIERTOS))
_OWED: Final = and_(
    _P.estado == "respondida", _P.respuesta_modo == "en_vivo", func.coalesce(_P.respuesta_texto, "") == ""
)
_SHOWN: Final[tuple[Any, ...]] = (
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
_LISTED: Final[tuple[Any, ...]] = tuple(type_coerce(c, Text) if c is _P.recibida else c for c in _SHOWN)
"""A list of thousands leaves the hour to whoever paints it: turning each to Colombian time is a third of reading it."""


def _condition(filtro: Filtro) -> ColumnElement[bool] | None:
    match filtro:
        case "todas":
            return None
        case "pendientes":
            return and_(_STANDS, _OPEN)
        case "falta_redactar":
            return and_(_STANDS, _OWED)
        case "respondidas":
            return and_(_STANDS, _P.estado == "respondida")
        case _:
            assert_never(filtro)


def _grouped(connection: Connection, audiencia_id: str) -> Counter[str]:
    """Code of a question → how many share its answer."""
    query = select(_P.agrupada_en).where(_P.audiencia_id == audiencia_id, _P.estado == "agrupada", _STANDS)
    return Counter(map(escribir_referencia, connection.scalars(query)))


def _row(found: Any, grouped: dict[str, int]) -> PreguntaRow:
    row = PreguntaRow(*found)
    shared = grouped.get(row.codigo, 0)
    return replace(row, juntas=shared) if shared else row


def _distinct(names: Any) -> tuple[str, ...]:
    return tuple(sorted({name for name in names if name}, key=sin_tildes))
