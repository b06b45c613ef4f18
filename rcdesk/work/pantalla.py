"""What the screens of the room read, and all they read: approved, standing text, without a person's data.

Everything about a question comes out of one statement over the approved ones; there is no other way in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, get_args

from sqlalchemy import Connection, func, select

from rcdesk.domain.preguntas import codigo_de
from rcdesk.domain.proyeccion import MOSTRABLES, Papel, Tipo, firma
from rcdesk.domain.reserva import enmascarar, reserva
from rcdesk.store.schema import JOURNALED
from rcdesk.work.grupos import agrupadas_en
from rcdesk.work.orden_en_cola import EN_COLA, POR_TURNO

_V = JOURNALED["proyecciones"].c
_P = JOURNALED["preguntas"].c
_S = JOURNALED["asistentes"].c
_A = JOURNALED["audiencias"].c
_E = JOURNALED["entidades"].c
_T = JOURNALED["turnos"].c


@dataclass(frozen=True, slots=True)
class PreguntaMostrada:
    """An approved question as the room reads it."""

    id: str
    codigo: str
    texto: str
    """The edited wording, if there is one."""
    quien: str
    """«Rosalba Ocampo y 2 personas más»."""
    de: str
    """«Comuna 14  ·  Presupuesto»."""
    dependencia: str


@dataclass(frozen=True, slots=True)
class Cintillo:
    """Who speaks: the lower third of the projector."""

    nombre: str
    entidad: str


@dataclass(frozen=True, slots=True)
class PantallaView:
    """What is in force on the projector and on stage. Of what may no longer be read nothing comes: `tipo` is «nada»."""

    entidad: str = ""
    audiencia: str = ""
    logo: str = ""
    """How the records name the file of the logo."""
    tipo: Tipo = "nada"
    pregunta: PreguntaMostrada | None = None
    en_tarima: PreguntaMostrada | None = None
    """What is being answered: the question whose answer is timed, else the one on the projector."""
    mensaje: str = ""
    recibidas: int = 0
    respondidas: int = 0
    cintillo: Cintillo | None = None
    siguiente: PreguntaMostrada | None = None
    preparada: bool = False
    """Whether somebody staged the next one; else it is the first approved of the queue."""
    aviso: str = ""
    """What is told to those on stage."""


@dataclass(frozen=True, slots=True)
class Enviado:
    """One thing sent."""

    tipo: Tipo = "nada"
    pregunta: str | None = None
    texto: str | None = None
    detalle: str | None = None


def vigentes(connection: Connection, audiencia_id: str) -> dict[Papel, Enviado]:
    """Return the last thing sent to each place that stands; a place to which nothing was sent has «nada»."""
    last = func.row_number().over(partition_by=_V.papel, order_by=(_V.orden.desc(), _V.id.desc())).label("puesto")
    mine = (_V.audiencia_id == audiencia_id, _V.anulada_motivo.is_(None))
    sent = select(_V.papel, _V.tipo, _V.pregunta, _V.texto, _V.detalle, last).where(*mine).subquery().c
    query = select(sent.papel, sent.tipo, sent.pregunta, sent.texto, sent.detalle).where(sent.puesto == 1)
    found = {papel: Enviado(*what) for papel, *what in connection.execute(query)}
    return {papel: found.get(papel, Enviado()) for papel in get_args(Papel)}


def ver_pantalla(connection: Connection, *, audiencia_id: str) -> PantallaView:
    """Return what the screens of the room show of a hearing now."""
    hearing = select(_A.nombre, _A.codigo).where(_A.id == audiencia_id, _A.anulada_motivo.is_(None))
    named = connection.execute(hearing).first()
    if named is None:
        return PantallaView()
    now = vigentes(connection, audiencia_id)
    screen, third, told = now["pantalla"], now["cintillo"], now["tarima"]
    clean = _Cleaner(connection, audiencia_id)
    shown, staged = _pregunta(clean, screen), _pregunta(clean, now["siguiente"])
    if staged is not None and shown is not None and staged.id == shown.id:
        staged = None
    entity = connection.execute(_ENTITY).first()
    counted = _contar(connection, audiencia_id) if screen.tipo == "cifras" else (0, 0)
    return PantallaView(
        entidad=(entity.nombre or "") if entity else "",
        audiencia=named.nombre or named.codigo or "",
        logo=(entity.logo or "") if entity else "",
        tipo="nada" if screen.tipo == "pregunta" and shown is None else screen.tipo,
        pregunta=shown,
        en_tarima=_respondida_ahora(clean) or shown,
        mensaje=clean(screen.texto) if screen.tipo == "mensaje" else "",
        recibidas=counted[0],
        respondidas=counted[1],
        cintillo=Cintillo(clean(third.texto), clean(third.detalle)) if third.tipo == "mensaje" else None,
        siguiente=staged or _primera(clean, shown.id if shown else ""),
        preparada=staged is not None,
        aviso=clean(told.texto) if told.tipo == "mensaje" else "",
    )


def en_pantalla(connection: Connection, *, audiencia_id: str) -> str:
    """Return the key of the question that the projector shows; empty when it shows none."""
    sent = vigentes(connection, audiencia_id)["pantalla"]
    if sent.tipo != "pregunta" or not sent.pregunta:
        return ""
    query = select(_Q.id).where(_Q.audiencia_id == audiencia_id, _Q.id == sent.pregunta)
    return connection.scalar(query) or ""


_APPROVED: Final = (
    select(
        _P.id,
        _P.audiencia_id,
        _P.numero,
        _P.mesa,
        func.coalesce(func.nullif(_P.texto_editado, ""), _P.texto).label("texto"),
        _P.anonima,
        _P.autor_nombre,
        _P.autor_organizacion,
        select(_S.autorizacion_otorgada).where(_S.id == _P.autor_asistente).scalar_subquery().label("autoriza"),
        _P.autor_autoriza_publicar_nombre,
        _P.tema,
        _P.dependencia,
    )
    .where(
        _P.moderacion == "aprobada",
        _P.anulada_motivo.is_(None),
        func.coalesce(_P.estado, "recibida").in_(sorted(MOSTRABLES)),
    )
    .cte("aprobadas")
)
_Q: Final = _APPROVED.c
_ENTITY: Final = select(_E.nombre, _E.logo).where(_E.anulada_motivo.is_(None)).order_by(_E.orden).limit(1)


def _pregunta(clean: _Cleaner, sent: Enviado) -> PreguntaMostrada | None:
    return _mostrable(clean, sent.pregunta) if sent.tipo == "pregunta" and sent.pregunta else None


def _respondida_ahora(clean: _Cleaner) -> PreguntaMostrada | None:
    mine = (_T.audiencia_id == clean.audiencia_id, _T.clase == "respuesta", _T.anulada_motivo.is_(None))
    query = select(_T.pregunta).where(*mine, _T.reloj_inicio.is_not(None), _T.reloj_fin.is_(None))
    key = clean.connection.scalar(query.order_by(_T.reloj_inicio.desc(), _T.orden.desc(), _T.id.desc()).limit(1))
    return _mostrable(clean, key) if key else None


def _mostrable(clean: _Cleaner, id: str) -> PreguntaMostrada | None:
    query = select(_APPROVED).where(_Q.audiencia_id == clean.audiencia_id, _Q.id == id)
    found = clean.connection.execute(query).first()
    return None if found is None else _mostrada(clean, found)


def _primera(clean: _Cleaner, shown: str) -> PreguntaMostrada | None:
    """The first of those that wait their turn, but the one on screen; those that were shown already come last."""
    here = _V.audiencia_id == clean.audiencia_id
    before = select(_V.pregunta).where(here, _V.papel == "pantalla", _V.tipo == "pregunta", _V.anulada_motivo.is_(None))
    waiting = select(_P.id).where(_P.audiencia_id == clean.audiencia_id, EN_COLA, _P.id != shown)
    key = clean.connection.scalar(waiting.order_by(_P.id.in_(before), *POR_TURNO).limit(1))
    return _mostrable(clean, key) if key else None


def _mostrada(clean: _Cleaner, found: Any) -> PreguntaMostrada:
    connection = clean.connection
    joined = agrupadas_en(found.audiencia_id, found.mesa, found.numero)
    others = connection.scalar(select(func.count()).where(joined)) or 0
    may = found.autor_autoriza_publicar_nombre is not False and found.autoriza is not False
    named = clean(found.autor_nombre)
    of = (clean(found.autor_organizacion) if may and not found.anonima else "", clean(found.tema))
    return PreguntaMostrada(
        found.id,
        codigo_de(found.mesa, found.numero),
        clean(found.texto),
        firma(named, anonima=bool(found.anonima), autoriza=may, juntas=others),
        "  ·  ".join(filter(None, of)),
        clean(found.dependencia),
    )


def _contar(connection: Connection, audiencia_id: str) -> tuple[int, int]:
    """Received and answered, as in the acta: the withdrawn ones are in neither."""
    query = select(func.count(), func.count().filter(_P.estado == "respondida"))
    received, answered = connection.execute(
        query.where(_P.audiencia_id == audiencia_id, _P.anulada_motivo.is_(None))
    ).one()
    return received, answered


class _Cleaner:
    """Takes out of a text what looks personal, and whatever the base knows to be somebody's of this hearing."""

    def __init__(self, connection: Connection, audiencia_id: str) -> None:
        self.connection, self.audiencia_id = connection, audiencia_id

    def __call__(self, texto: str | None) -> str:
        words = enmascarar(texto or "").strip()
        if sum(letter.isdigit() for letter in words) < _SHORTEST:
            return words
        people = select(_S.documento_numero, _S.telefono).where(_S.audiencia_id == self.audiencia_id)
        askers = select(_P.autor_telefono).where(_P.audiencia_id == self.audiencia_id, _P.autor_telefono.is_not(None))
        known = [number for row in self.connection.execute(people) for number in row if number]
        known += self.connection.scalars(askers)
        return reserva(known, ()).quitar(words)


_SHORTEST: Final = 6  # digits of the shortest document or telephone
