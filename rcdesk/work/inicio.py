"""What Inicio shows: the hearing of today, what is due, what waits for a pen, what was done last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any, Final

from sqlalchemy import Connection, func, select

from rcdesk.domain.situacion import Dia, dia_de
from rcdesk.store.schema import JOURNALED
from rcdesk.store.service import bitacora
from rcdesk.work.audiencias import AudienciaRow, listar_audiencias
from rcdesk.work.calendario import leer_calendario
from rcdesk.work.compromisos_al_corte import GrupoRow, agrupar
from rcdesk.work.estados_al_corte import de_la_entidad_al
from rcdesk.work.filas_de_plan import Fila, fila_vista, leer_filas
from rcdesk.work.planes import listar_planes
from rcdesk.work.vencimientos import Leido, Vencimientos, vencimientos

_ULTIMOS: Final = 6
_CERCA: Final = 18
"""Days, back and ahead, whose activities are told."""
_DIBUJADOS: Final = 24
"""Rows told of each thing."""

_P, _ACTAS = JOURNALED["preguntas"].c, JOURNALED["actas"].c
_A = JOURNALED["audiencias"].c


@dataclass(frozen=True, slots=True)
class ProximaRow:
    """The hearing of now, or the next one: `canales` are where it is broadcast; `previas`, questions received."""

    audiencia: AudienciaRow
    dependencia: str
    canales: tuple[str, ...]
    personas: int
    previas: int


@dataclass(frozen=True, slots=True)
class TramoRow:
    """An activity of these days, with the days it takes; of one with loose dates, from the next one on."""

    nombre: str
    desde: str
    hasta: str
    hecha: bool


@dataclass(frozen=True, slots=True)
class ListoRow:
    """Something to prepare for the next hearing: how it stands, in words, and whether it is ready."""

    nombre: str
    nota: str
    listo: bool


@dataclass(frozen=True, slots=True)
class PendienteRow:
    """What waits for a pen: how many, of what, and where it is written."""

    nombre: str
    nota: str
    cuantos: int
    lugar: str
    audiencia_id: str


@dataclass(frozen=True, slots=True)
class UltimoRow:
    """Something that was done: its instant in UTC, and what."""

    momento: str
    accion: str
    quien: str


@dataclass(frozen=True, slots=True)
class InicioView:
    """The whole page. `vacia`: there is no hearing and no plan, the first start."""

    vacia: bool
    proxima: ProximaRow | None
    vence: Vencimientos
    cumplidos: int
    """Of `compromisos`, those that the entity answers for."""
    compromisos: int
    por_dependencia: tuple[GrupoRow, ...]
    """The open commitments by office, those with most to do first."""
    tramos: tuple[TramoRow, ...]
    preparacion: tuple[ListoRow, ...]
    por_escribir: tuple[PendienteRow, ...]
    ultimos: tuple[UltimoRow, ...]


def ver_inicio(connection: Connection, *, hoy: str) -> InicioView:
    """Return what there is on `hoy` (AAAA-MM-DD)."""
    today = date.fromisoformat(hoy)
    hearings = listar_audiencias(connection)
    next_one = _proxima(connection, hearings, hoy)
    dia = dia_de(today, leer_calendario(connection))
    filas = leer_filas(connection, dia)
    promised = de_la_entidad_al(connection, corte=today)
    return InicioView(
        vacia=not hearings and not listar_planes(connection),
        proxima=next_one,
        vence=vencimientos(connection, hoy=hoy, maximo=_DIBUJADOS, leido=Leido(filas, promised.abiertos)),
        cumplidos=promised.cumplidos,
        compromisos=promised.todos,
        por_dependencia=tuple(agrupar(promised.abiertos, "dependencia")),
        tramos=tuple(_tramos(filas, dia)),
        preparacion=tuple(_preparacion(connection, next_one)) if next_one else (),
        por_escribir=tuple(_por_escribir(connection)),
        ultimos=tuple(_lo_ultimo(connection)),
    )


def nombre_de_la_entidad(connection: Connection) -> str:
    """Return the name of the entity; empty while nobody has written it."""
    entidad = JOURNALED["entidades"].c
    query = select(entidad.nombre).where(entidad.anulada_motivo.is_(None)).order_by(entidad.orden).limit(1)
    return connection.scalar(query) or ""


def _proxima(connection: Connection, hearings: list[AudienciaRow], hoy: str) -> ProximaRow | None:
    """The one that runs; else the nearest to come; else one without a date; else the last that nobody closed."""
    open_ones = [row for row in hearings if row.estado in ("planeada", "convocada")]
    running = [row for row in hearings if row.estado == "en_curso"]
    coming = sorted((row for row in open_ones if row.fecha and row.fecha >= hoy), key=lambda row: row.fecha or "")
    undated = [row for row in open_ones if not row.fecha]
    found = next(iter((*running, *coming, *undated, *open_ones)), None)
    if found is None:
        return None
    canales = JOURNALED["canales"].c
    names = select(canales.nombre, canales.tipo).where(
        canales.audiencia_id == found.id, canales.anulada_motivo.is_(None)
    )
    return ProximaRow(
        found,
        connection.scalar(select(_A.dependencia_responsable).where(_A.id == found.id)) or "",
        tuple(row.nombre for row in connection.execute(names.order_by(canales.orden)) if row.nombre),
        _cuantos(connection, "asistentes", found.id, lista="asistentes"),
        _cuantos(connection, "preguntas", found.id),
    )


def _cuantos(connection: Connection, tabla: str, audiencia_id: str, **scope: str) -> int:
    table = JOURNALED[tabla].c
    query = select(func.count()).where(table.audiencia_id == audiencia_id, table.anulada_motivo.is_(None))
    return connection.scalar(query.where(*(table[name] == value for name, value in scope.items()))) or 0


def _tramos(filas: Iterable[Fila], dia: Dia) -> Iterator[TramoRow]:
    """The activities of the weeks around a day, the first of each plan first."""
    today = date.fromisoformat(dia.hoy)
    first, last = ((today + timedelta(days=days)).isoformat() for days in (-_CERCA, _CERCA))
    near = (fila for fila in filas if fila.anulada is None and _dura(fila)[0] and _toca(*_dura(fila), first, last))
    for fila in islice(near, _DIBUJADOS):
        yield TramoRow(fila_vista(fila, dia).titulo, *_dura(fila), fila.situada.situacion == "cumplida")


def _dura(fila: Fila) -> tuple[str, str]:
    """The days that an activity takes; of loose dates, the next one or, when all are met, the last."""
    own = fila.debida
    if own.fechas:
        loose = fila.situada.proxima or own.fechas[-1]
        return loose, loose
    return own.desde or own.hasta or "", own.hasta or own.desde or ""


def _toca(desde: str, hasta: str, first: str, last: str) -> bool:
    """Whether some of its days are among those; a date known to the month is all of it."""
    return desde <= last and hasta >= first[: len(hasta)]


def _preparacion(connection: Connection, next_one: ProximaRow) -> Iterator[ListoRow]:
    id = next_one.audiencia.id
    puntos, medidas = JOURNALED["puntos"].c, JOURNALED["medidas"].c
    query = select(func.count(), func.coalesce(func.sum(puntos.minutos), 0))
    count, minutes = connection.execute(query.where(puntos.audiencia_id == id, puntos.anulada_motivo.is_(None))).one()
    yield ListoRow("Orden del día", f"{_n(count, 'punto')}, {minutes} min" if count else "sin puntos", count > 0)
    groups = _cuantos(connection, "grupos_de_temas", id)
    yield ListoRow("Temas", _n(groups, "grupo") if groups else "sin temas", groups > 0)
    pieces = _cuantos(connection, "piezas", id)
    yield ListoRow("Convocatoria", _n(pieces, "pieza") if pieces else "sin piezas", pieces > 0)
    people = next_one.personas
    yield ListoRow("Equipo e inscritos", _n(people, "persona") if people else "sin personas", people > 0)
    rows = connection.execute(
        select(medidas.prevista, medidas.respaldo).where(medidas.audiencia_id == id, medidas.anulada_motivo.is_(None))
    ).all()
    planned = [row for row in rows if row.prevista]
    unbacked = sum(1 for row in planned if not row.respaldo)
    note = f"{unbacked} sin respaldo" if unbacked else _n(len(planned), "medida")
    yield ListoRow("Accesibilidad", note if planned else "sin medidas", bool(planned) and not unbacked)


def _n(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _por_escribir(connection: Connection) -> Iterator[PendienteRow]:
    acta = JOURNALED["actas"]
    drafts = connection.execute(
        select(_A.id, _A.nombre, _A.codigo)
        .outerjoin(acta, (_ACTAS.audiencia_id == _A.id) & _ACTAS.anulada_motivo.is_(None))
        .where(_A.anulada_motivo.is_(None), _A.estado == "cerrada")
        .where(func.coalesce(_ACTAS.estado, "borrador").in_(("borrador", "en_revision")))
        .order_by(_A.fecha.desc())
    ).all()
    if drafts:
        yield _pendiente("Actas por aprobar", drafts, len(drafts), "acta")
    owed = connection.execute(
        select(_A.id, _A.nombre, _A.codigo, func.count(_P.id).label("cuantos"))
        .join(JOURNALED["preguntas"], _P.audiencia_id == _A.id)
        .where(_A.anulada_motivo.is_(None), _P.anulada_motivo.is_(None), _P.estado == "pendiente")
        .group_by(_A.id)
        .order_by(_A.fecha.desc())
    ).all()
    if owed:
        yield _pendiente("Respuestas por redactar", owed, sum(row.cuantos for row in owed), "en_vivo")


def _pendiente(name: str, rows: Any, count: int, place: str) -> PendienteRow:
    first = rows[0]
    more = f" y {len(rows) - 1} más" if len(rows) > 1 else ""
    return PendienteRow(name, f"{first.nombre or first.codigo}{more}", count, place, first.id)


def _lo_ultimo(connection: Connection) -> Iterator[UltimoRow]:
    log = bitacora.c
    query = select(log.momento, log.accion, log.quien).order_by(log.lugar.desc()).limit(_ULTIMOS)
    for row in connection.execute(query):
        yield UltimoRow(row.momento, row.accion, row.quien)
