"""One question whole, as its pane shows it: what was said and answered, who shares it, by when, its commitment."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, and_, select

from rcdesk.domain.grabacion import EnGrabacion, en_grabacion
from rcdesk.domain.plazo_de_pregunta import Plazo, plazo
from rcdesk.domain.preguntas import codigo_de, escribir_referencia
from rcdesk.domain.registro.preguntas import TipoPregunta
from rcdesk.store.schema import JOURNALED
from rcdesk.work.calendario import leer_calendario
from rcdesk.work.cola import POR_REDACTAR, VIGENTE, PreguntaRow
from rcdesk.work.grupos import agrupadas_en
from rcdesk.work.pantalla import en_pantalla

_TABLE: Final = JOURNALED["preguntas"]
_P = _TABLE.c
_C = JOURNALED["compromisos"].c
_A = JOURNALED["audiencias"].c


@dataclass(frozen=True, slots=True)
class PrincipalRow:
    """The question whose answer is shared, and that answer."""

    id: str
    codigo: str
    texto: str
    respuesta: str | None


@dataclass(frozen=True, slots=True)
class CompromisoDePregunta:
    """The commitment that came out of a question, and the other questions that share it."""

    id: str
    codigo: str
    que_hacer: str
    con: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PreguntaVista(PreguntaRow):
    """One question whole, with those that share its answer. Its fields are named as its columns."""

    audiencia_id: str
    autor_organizacion: str | None = None
    tipo: TipoPregunta | None = None
    canal_detalle: str | None = None
    linea: str | None = None
    responsable: str | None = None
    respuesta_texto: str | None = None
    respuesta_fecha: str | None = None
    respuesta_responde: str | None = None
    respuesta_dependencia: str | None = None
    acciones_a_desarrollar: str | None = None
    trasladada_a: str | None = None
    observacion: str | None = None
    agrupadas: tuple[PreguntaRow, ...] = ()
    comparte: PrincipalRow | None = None
    """While it is grouped, the question that answers for it."""
    promesa: CompromisoDePregunta | None = None
    """Its commitment, while it stands."""
    plazo: Plazo | None = None
    grabacion: EnGrabacion | None = None
    """Its place in the recording of the hearing."""


@dataclass(frozen=True, slots=True)
class PorRedactar:
    """The next question that was answered aloud and whose text is owed, and how many there are in all."""

    id: str
    codigo: str
    cuantas: int


def ver_pregunta(connection: Connection, *, id: str, hoy: str = "") -> PreguntaVista | None:
    """Return one question, withdrawn or not; None when there is none with that key.

    `hoy` (AAAA-MM-DD) is the day from which its term is told; without it, no term.
    """
    found = connection.execute(select(_TABLE).where(_P.id == id)).mappings().one_or_none()
    if found is None:
        return None
    joined = agrupadas_en(found["audiencia_id"], found["mesa"], found["numero"])
    rows = connection.execute(select(_TABLE).where(joined).order_by(_P.orden)).mappings()
    others = tuple(PreguntaRow(**_values(row, PreguntaRow)) for row in rows)
    begun = connection.scalar(select(_A.grabacion_inicio).where(_A.id == found["audiencia_id"]))
    return PreguntaVista(
        **_values(found, PreguntaVista) | {"juntas": len(others)},
        en_pantalla=en_pantalla(connection, audiencia_id=found["audiencia_id"]) == id,
        agrupadas=others,
        comparte=_lead(connection, found) if found["estado"] == "agrupada" else None,
        promesa=_promise(connection, found) if found["compromiso"] else None,
        plazo=_term(connection, found, hoy) if hoy else None,
        grabacion=en_grabacion(found["momento_grabacion"], found["recibida"], begun),
    )


def siguiente_por_redactar(connection: Connection, *, audiencia_id: str, despues_de: str = "") -> PorRedactar | None:
    """Return the next one after a question, in their order and beginning again at the end; never that same one."""
    mine = and_(_P.audiencia_id == audiencia_id, VIGENTE, POR_REDACTAR)
    rows = connection.execute(select(_P.id, _P.mesa, _P.numero, _P.orden).where(mine).order_by(_P.orden, _P.id)).all()
    place = connection.scalar(select(_P.orden).where(_P.id == despues_de)) or ""
    later = [row for row in rows if (row.orden, row.id) > (place, despues_de)] + list(rows)
    target = next((row for row in later if row.id != despues_de), None)
    return None if target is None else PorRedactar(target.id, codigo_de(target.mesa, target.numero), len(rows))


def _values(found: Any, kind: type) -> dict[str, Any]:
    """The columns that a row shows, by name; what is derived besides."""
    names = (field.name for field in fields(kind))
    values = {name: found[name] for name in names if name in found}
    return values | {"redactada": bool(found["respuesta_texto"]), "anulada": found["anulada_motivo"]}


def _lead(connection: Connection, found: Any) -> PrincipalRow | None:
    mesa, _, numero = str(found["agrupada_en"]).rpartition("-")
    query = select(_P.id, _P.texto, _P.respuesta_texto).where(
        _P.audiencia_id == found["audiencia_id"], _P.mesa.is_(mesa or None), _P.numero == int(numero or 0), VIGENTE
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    return PrincipalRow(row.id, escribir_referencia(found["agrupada_en"]), row.texto, row.respuesta_texto)


def _promise(connection: Connection, found: Any) -> CompromisoDePregunta | None:
    mine = and_(_C.audiencia_id == found["audiencia_id"], _C.codigo == found["compromiso"])
    row = connection.execute(select(_C.id, _C.codigo, _C.que_hacer).where(mine, _C.anulada_motivo.is_(None))).first()
    if row is None:
        return None
    same = and_(_P.audiencia_id == found["audiencia_id"], _P.compromiso == row.codigo, _P.id != found["id"])
    others = connection.execute(select(_P.mesa, _P.numero).where(same, VIGENTE).order_by(_P.numero))
    return CompromisoDePregunta(
        row.id, row.codigo, row.que_hacer, tuple(codigo_de(one.mesa, one.numero) for one in others)
    )


def _term(connection: Connection, found: Any, hoy: str) -> Plazo | None:
    return plazo(
        found["estado"],
        found["tipo"],
        found["recibida"],
        found["respuesta_fecha"],
        date.fromisoformat(hoy),
        leer_calendario(connection),
    )
