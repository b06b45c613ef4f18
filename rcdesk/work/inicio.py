"""What Inicio shows: the hearing of today, what is due, what waits for a pen, what was done last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from sqlalchemy import Connection, func, select

from rcdesk.domain import plazos
from rcdesk.domain import registro as r
from rcdesk.domain.cifras.plan import nombre_corto
from rcdesk.domain.situacion import debida, dia_de, situada
from rcdesk.store.schema import JOURNALED
from rcdesk.store.service import bitacora
from rcdesk.work.audiencias import AudienciaRow, listar_audiencias
from rcdesk.work.calendario import leer_calendario
from rcdesk.work.gather import reunir_registro
from rcdesk.work.planes import listar_planes

CERCA: Final = 5
"""Business days: what is due within them is «por vencer»."""
_ULTIMOS: Final = 6

_C, _P, _ACTAS = JOURNALED["compromisos"].c, JOURNALED["preguntas"].c, JOURNALED["actas"].c
_A = JOURNALED["audiencias"].c

Plazo = Literal["vencido", "hoy", "por_vencer", "con_tiempo"]


@dataclass(frozen=True, slots=True)
class ProximaRow:
    """The hearing of now, or the next one: `canales` are where it is broadcast; `previas`, questions received."""

    audiencia: AudienciaRow
    dependencia: str
    canales: tuple[str, ...]
    personas: int
    previas: int


@dataclass(frozen=True, slots=True)
class VenceRow:
    """A commitment or an activity that is owed. `dias` are business days: negative, those it is late."""

    tipo: Literal["compromiso", "actividad"]
    id: str
    audiencia_id: str | None
    numero: str
    que: str
    responsable: str
    fecha: str
    dias: int
    plazo: Plazo


@dataclass(frozen=True, slots=True)
class TramoRow:
    """An activity of the schedule, with the days it takes; of one with loose dates, from the next one on."""

    id: str
    numero: str
    nombre: str
    responsable: str
    desde: str
    hasta: str
    vence: str
    """The date of what is due next; empty when it is done or has no date."""
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
    vence: tuple[VenceRow, ...]
    cumplidos: int
    compromisos: int
    tramos: tuple[TramoRow, ...]
    preparacion: tuple[ListoRow, ...]
    por_escribir: tuple[PendienteRow, ...]
    ultimos: tuple[UltimoRow, ...]


def ver_inicio(connection: Connection, *, hoy: str) -> InicioView:
    """Return what there is on `hoy` (AAAA-MM-DD)."""
    today = date.fromisoformat(hoy)
    hearings = listar_audiencias(connection)
    next_one = _proxima(connection, hearings, hoy)
    activities = tuple(_actividades(connection, hoy))
    states = _estados(connection)
    due = sorted(_vence(connection, activities, today), key=lambda row: (row.fecha, row.numero))
    return InicioView(
        vacia=not hearings and not listar_planes(connection),
        proxima=next_one,
        vence=tuple(due),
        cumplidos=states.get("cumplido", 0),
        compromisos=sum(count for state, count in states.items() if state != "cancelado"),
        tramos=tuple(row for row in activities if row.desde),
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


def _vence(connection: Connection, activities: Iterable[TramoRow], today: date) -> Iterator[VenceRow]:
    calendar = leer_calendario(connection)
    query = (
        select(_C.id, _C.audiencia_id, _C.codigo, _C.que_hacer, _C.responsables, _C.fecha)
        .outerjoin(JOURNALED["audiencias"], _A.id == _C.audiencia_id)
        .where(_C.anulada_motivo.is_(None), _A.anulada_motivo.is_(None))
        .where(func.coalesce(_C.estado, "pendiente").in_(("pendiente", "en_curso")))
        .where(func.coalesce(_C.alcance, "a_cargo") == "a_cargo")
    )
    for row in connection.execute(query):
        day = plazos.dia_exacto(row.fecha)
        if day is not None:
            number, who = f"C-{row.codigo}" if row.codigo else "", ", ".join(row.responsables or ())
            left = _dias(today, day, calendar)
            yield VenceRow(
                "compromiso", row.id, row.audiencia_id, number, row.que_hacer, who, row.fecha, left, _plazo(left)
            )
    for activity in activities:
        if activity.vence:
            left = _dias(today, date.fromisoformat(activity.vence), calendar)
            yield VenceRow(
                "actividad",
                activity.id,
                None,
                activity.numero,
                activity.nombre,
                activity.responsable,
                activity.vence,
                left,
                _plazo(left),
            )


def _dias(today: date, day: date, calendar: plazos.Calendario) -> int:
    if day >= today:
        return plazos.habiles_entre(today, day, calendar)
    return -max(1, plazos.habiles_entre(day, today, calendar))  # late since a weekend is late all the same


def _plazo(days: int) -> Plazo:
    if days < 0:
        return "vencido"
    if days == 0:
        return "hoy"
    return "por_vencer" if days <= CERCA else "con_tiempo"


def _estados(connection: Connection) -> dict[str, int]:
    """State → commitments in it, of hearings that stand and of plans."""
    state = func.coalesce(_C.estado, "pendiente")
    query = (
        select(state, func.count())
        .outerjoin(JOURNALED["audiencias"], _A.id == _C.audiencia_id)
        .where(_C.anulada_motivo.is_(None), _A.anulada_motivo.is_(None))
        .group_by(state)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def _actividades(connection: Connection, hoy: str) -> Iterator[TramoRow]:
    """The activities of the plans of this year and the last, as the schedule says they stand."""
    year = int(hoy[:4])
    for row in listar_planes(connection):
        if row.vigencia is None or row.vigencia >= year - 1:
            plan: r.Plan = reunir_registro(connection, "planes", row.id)
            for componente in plan.componentes:
                yield from (_tramo(one, hoy) for one in componente.actividades if one.anulada is None)


def _tramo(actividad: r.Actividad, hoy: str) -> TramoRow:
    stands = situada(debida(actividad), dia_de(date.fromisoformat(hoy)))
    due = stands.proxima
    loose = due or (actividad.fechas[-1] if actividad.fechas else "")
    who = ", ".join(actividad.responsables)
    name = actividad.nombre or nombre_corto(actividad)
    first = loose if actividad.fechas else actividad.desde or actividad.hasta or ""
    last = loose if actividad.fechas else actividad.hasta or actividad.desde or ""
    return TramoRow(
        str(actividad.id), actividad.codigo or "", name, who, first, last, due, stands.situacion == "cumplida"
    )


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
