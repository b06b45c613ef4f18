"""Who was at a hearing without being named: people counted, and what each platform counted. They are never added."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from rcdesk.domain.cifras.encuesta import encuestados
from rcdesk.domain.metricas import Medidas
from rcdesk.domain.registro.asistentes import Presencia
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.evidencias import anotar
from rcdesk.work.gather import reunir_registro
from rcdesk.work.registrados import registrados

_A = JOURNALED["audiencias"].c
_C = JOURNALED["conteos"].c
_M = JOURNALED["metricas"].c
_L = JOURNALED["lecturas"].c
_Q = JOURNALED["encuestas"].c


@dataclass(frozen=True, slots=True)
class HojasRow:
    """What the hearing says of its attendance list: pages, a note, and how many people were invited."""

    codigo: str
    asistencia_folios: int | None
    asistencia_nota: str | None
    asistencia_convocados: int | None


@dataclass(frozen=True, slots=True)
class ConteoRow:
    """People counted and not named."""

    id: str
    grupo: str | None
    modalidad: Presencia | None
    cantidad: int
    aproximado: bool | None


@dataclass(frozen=True, slots=True)
class Poblaciones:
    """Four populations of one hearing, side by side: no figure of the program adds two of them.

    Of platforms and surveys there may be several, each with its own figure: peaks are not added either.
    """

    registradas: int
    en_vivo: tuple[tuple[str, int], ...]
    reproducciones: tuple[tuple[str, int], ...]
    encuestadas: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class MetricaRow:
    """What one platform counted; `corte` says when it was read."""

    id: str
    canal: str | None
    corte: str | None
    espectadores_maximos: int | None
    reproducciones: int | None
    reproducciones_3_segundos: int | None
    reproducciones_1_minuto: int | None
    segundos_promedio: int | None
    minutos_reproducidos: int | None
    reacciones: int | None
    comentarios: int | None
    compartidos: int | None
    duracion_segundos: int | None
    evidencia: str | None
    leido: int | None = None
    """The most that was read while it went on air."""

    @property
    def medidas(self) -> Medidas:
        """Its figures, to be looked at once more."""
        return Medidas(**{name: getattr(self, name) for name in Medidas.__dataclass_fields__})

    @property
    def pico(self) -> int | None:
        """The most who were watching at once, as the acta prints it."""
        return max((n for n in (self.espectadores_maximos, self.leido) if n is not None), default=None)


@action("Guardar evidencia de la transmisión")
def guardar_evidencia(unit: Unit, *, id: str, adjunto: Adjunto | None) -> None:
    """Write which picture, already kept, shows what a platform counted; None takes it away from there."""
    if adjunto is not None:
        anotar(unit, [adjunto])
    unit.update("metricas", id, evidencia=adjunto.ruta if adjunto is not None else None)


def ver_hojas(connection: Connection, *, audiencia_id: str) -> HojasRow:
    """Return what the hearing says of its attendance list."""
    columns = (_A.codigo, _A.asistencia_folios, _A.asistencia_nota, _A.asistencia_convocados)
    return HojasRow(*connection.execute(select(*columns).where(_A.id == audiencia_id)).one())


def listar_conteos(connection: Connection, *, audiencia_id: str) -> list[ConteoRow]:
    """Return the people counted without a name."""
    columns = (_C.id, _C.grupo, _C.modalidad, _C.cantidad, _C.aproximado)
    query = select(*columns).where(_C.audiencia_id == audiencia_id, _C.anulada_motivo.is_(None)).order_by(_C.orden)
    return [ConteoRow(*row) for row in connection.execute(query)]


def listar_metricas(connection: Connection, *, audiencia_id: str) -> list[MetricaRow]:
    """Return what each platform counted."""
    watched = select(func.max(_L.espectadores)).where(_L.metrica_id == _M.id, _L.anulada_motivo.is_(None))
    columns: list[Any] = [_M[name] for name in MetricaRow.__dataclass_fields__ if name != "leido"]
    standing = (_M.audiencia_id == audiencia_id, _M.anulada_motivo.is_(None))
    query = select(*columns, watched.scalar_subquery()).where(*standing).order_by(_M.orden)
    return [MetricaRow(*tuple[Any, ...](row)) for row in connection.execute(query)]


def ver_poblaciones(connection: Connection, *, audiencia_id: str) -> Poblaciones:
    """Return the four populations of a hearing."""
    metrics = listar_metricas(connection, audiencia_id=audiencia_id)
    return Poblaciones(
        registradas=connection.scalar(select(func.count()).where(registrados(audiencia_id))) or 0,
        en_vivo=tuple((row.canal or "", row.pico) for row in metrics if row.pico is not None),
        reproducciones=tuple(
            (row.canal or "", row.reproducciones) for row in metrics if row.reproducciones is not None
        ),
        encuestadas=tuple(_surveyed(connection, audiencia_id)),
    )


def _surveyed(connection: Connection, audiencia_id: str) -> Iterator[tuple[str, int]]:
    standing = (_Q.audiencia_id == audiencia_id, _Q.anulada_motivo.is_(None))
    for key in connection.scalars(select(_Q.id).where(*standing).order_by(_Q.orden)).all():
        survey = reunir_registro(connection, "encuestas", key)
        people = encuestados(survey) if survey is not None else None
        if people is not None:
            yield survey.titulo or "", people
