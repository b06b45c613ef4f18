"""What is prepared for a hearing, as its screen shows it: data, agenda, topics, accessibility.

The announcement is in `convocatoria`, the disclosed information in `secciones`, the team in `equipo`. Plain lines are
written with `lineas`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final

from sqlalchemy import Connection, select

from rcdesk.domain import orden
from rcdesk.domain import registro as r
from rcdesk.domain.cifras.audiencia import minutos_entre
from rcdesk.i18n import sin_tildes
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.consultas import vigentes


@dataclass(frozen=True, slots=True)
class DatosRow:
    """The fields of a hearing, named as its columns."""

    id: str
    codigo: str
    nombre: str | None
    tipo: r.TipoAudiencia | None
    plan: str | None
    ordinal: int | None
    vigencia: int | None
    periodo: str | None
    objetivo: str | None
    modalidad: r.Modalidad | None
    fecha: str | None
    hora_inicio_programada: str | None
    hora_fin_programada: str | None
    hora_inicio: str | None
    hora_fin: str | None
    dependencia_responsable: str | None
    convoca: str | None
    preside: str | None
    grabacion_inicio: str | None
    grabacion_url: str | None
    reglamento_minutos_preguntas: int | None
    reglamento_minutos_por_intervencion: int | None
    reglamento_formulario_escrito: bool | None
    reglamento_dias_habiles_respuesta: int | None
    reglamento_dias_habiles_memorias: int | None
    reglamento_dias_publicacion_informe: int | None
    reglamento_inscripcion_desde: str | None
    reglamento_inscripcion_hasta: str | None
    reglamento_canales_preguntas: tuple[r.CanalPregunta, ...]
    reglamento_bloques: tuple[r.Bloque, ...]
    convocatoria_bloques: tuple[r.Bloque, ...]
    convocatoria_medios: tuple[str, ...]
    convocatoria_correo_preguntas: str | None
    convocatoria_publicaciones_en_redes: int | None
    convocatoria_etiquetas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LugarRow:
    """A venue."""

    id: str
    orden: str
    nombre: str
    direccion: str | None
    municipio: str | None
    aforo: int | None
    aforo_limitado: bool | None


@dataclass(frozen=True, slots=True)
class CanalRow:
    """Where the hearing is broadcast."""

    id: str
    orden: str
    tipo: r.TipoCanal | None
    nombre: str | None
    cuenta: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class SesionRow:
    """One session of a hearing that has several."""

    id: str
    orden: str
    fecha: str | None
    hora_inicio: str | None
    hora_fin: str | None
    lugar: str | None
    objetivo: str | None


@dataclass(frozen=True, slots=True)
class PuntoRow:
    """A point of the agenda. `numero` is its place and `inicia` its hour, while all before it have minutes."""

    id: str
    orden: str
    numero: int
    titulo: str
    detalle: str | None
    minutos: int | None
    responsable: str | None
    guion: str | None
    """What who moderates keeps for themselves."""
    inicia: str | None
    de_mas: int
    """Minutes by which the hearing has outlasted its slot when it ends; 0 while it fits."""


@dataclass(frozen=True, slots=True)
class OrdenDelDia:
    """The agenda; `minutos` is the sum of its points and `franja` the minutes scheduled for the hearing."""

    puntos: tuple[PuntoRow, ...]
    minutos: int
    sin_minutos: int
    franja: int | None


@dataclass(frozen=True, slots=True)
class TemaRow:
    """A topic."""

    id: str
    orden: str
    numero: int
    texto: str


@dataclass(frozen=True, slots=True)
class GrupoRow:
    """The topics of one office."""

    id: str
    orden: str
    numero: int
    titulo: str | None
    dependencia: str | None
    temas: tuple[TemaRow, ...]


@dataclass(frozen=True, slots=True)
class MedidaRow:
    """A line of the accessibility checklist."""

    id: str
    orden: str
    numero: int
    medida: str
    prevista: bool | None
    cumplida: bool | None
    respaldo: str | None
    nota: str | None


@dataclass(frozen=True, slots=True)
class Sugerencias:
    """What is offered while typing: nothing here is obligatory."""

    dependencias: tuple[str, ...]
    personas: tuple[str, ...]
    planes: tuple[tuple[str, str], ...]
    """Code and name."""


MEDIDAS_USUALES: Final = (
    "Intérprete de lengua de señas colombiana, con relevo",
    "Subtítulos en la sala y en la transmisión",
    "Entrada sin escalones y puestos reservados",
    "Baño accesible",
    "Informe en lenguaje claro, en letra grande y en audio",
    "Descripción oral de lo que se proyecta",
    "Apoyo para llenar los formularios",
    "Manera de participar sin internet: radio, teléfono o punto de conexión",
)
"""What a hearing usually foresees, offered with one button."""


@action("Agregar las medidas usuales")
def agregar_medidas_usuales(unit: Unit, *, audiencia_id: str) -> int:
    """Add to the checklist the usual measures that it lacks, nothing decided about them, and return how many."""
    known = {sin_tildes(row.medida) for row in listar_medidas(unit.connection, audiencia_id=audiencia_id)}
    missing = [medida for medida in MEDIDAS_USUALES if sin_tildes(medida) not in known]
    last, rows = unit.last_order("medidas", audiencia_id=audiencia_id), []
    for medida in missing:
        last = orden.despues_de(last)
        rows.append({"medida": medida, "audiencia_id": audiencia_id, "orden": last})
    unit.insert("medidas", rows)
    return len(rows)


def ver_datos(connection: Connection, *, id: str) -> DatosRow | None:
    """Return the fields of a hearing; None when there is none with that key."""
    table = JOURNALED["audiencias"]
    found = connection.execute(select(*(table.c[f.name] for f in fields(DatosRow))).where(table.c.id == id))
    row = found.one_or_none()
    return None if row is None else DatosRow(*row)


def listar_lugares(connection: Connection, *, audiencia_id: str) -> list[LugarRow]:
    """Return the venues, in order."""
    return [LugarRow(**row) for row in vigentes(connection, "lugares", LugarRow, audiencia_id=audiencia_id)]


def listar_canales(connection: Connection, *, audiencia_id: str) -> list[CanalRow]:
    """Return the channels, in order."""
    return [CanalRow(**row) for row in vigentes(connection, "canales", CanalRow, audiencia_id=audiencia_id)]


def listar_sesiones(connection: Connection, *, audiencia_id: str) -> list[SesionRow]:
    """Return the sessions, in order."""
    return [SesionRow(**row) for row in vigentes(connection, "sesiones", SesionRow, audiencia_id=audiencia_id)]


def ver_orden_del_dia(connection: Connection, *, audiencia_id: str) -> OrdenDelDia:
    """Return the agenda with its numbers, its hours and its sum."""
    hearing = JOURNALED["audiencias"].c
    query = select(hearing.hora_inicio_programada, hearing.hora_fin_programada).where(hearing.id == audiencia_id)
    start, end = connection.execute(query).one_or_none() or (None, None)
    points: list[PuntoRow] = []
    clock, total, slot = start, 0, minutos_entre(start, end)
    for number, row in enumerate(vigentes(connection, "puntos", PuntoRow, audiencia_id=audiencia_id), 1):
        total += row["minutos"] or 0
        over = max(0, total - slot) if slot is not None and row["minutos"] else 0
        points.append(PuntoRow(**row, numero=number, inicia=clock, de_mas=over))
        clock = _despues(clock, row["minutos"])
    return OrdenDelDia(tuple(points), total, sum(p.minutos is None for p in points), slot)


def listar_temas(connection: Connection, *, audiencia_id: str) -> list[GrupoRow]:
    """Return the groups of topics, each with its own."""
    groups = vigentes(connection, "grupos_de_temas", GrupoRow, audiencia_id=audiencia_id)
    below: dict[str, list[TemaRow]] = {}
    for row in vigentes(connection, "temas", TemaRow, "grupo_id", grupo_id=[group["id"] for group in groups]):
        siblings = below.setdefault(row.pop("grupo_id"), [])
        siblings.append(TemaRow(**row, numero=len(siblings) + 1))
    return [GrupoRow(**group, numero=n, temas=tuple(below.get(group["id"], ()))) for n, group in enumerate(groups, 1)]


def listar_medidas(connection: Connection, *, audiencia_id: str) -> list[MedidaRow]:
    """Return the accessibility checklist."""
    rows = vigentes(connection, "medidas", MedidaRow, audiencia_id=audiencia_id)
    return [MedidaRow(**row, numero=number) for number, row in enumerate(rows, 1)]


def ver_sugerencias(connection: Connection, *, audiencia_id: str) -> Sugerencias:
    """Return what to offer while typing in a hearing: offices, people and plans."""
    offices, people, plans = JOURNALED["dependencias"].c, JOURNALED["asistentes"].c, JOURNALED["planes"].c
    team = select(people.nombre).where(people.audiencia_id == audiencia_id, people.roles.is_not(None))
    known = JOURNALED["personas"].c
    names = [
        *connection.scalars(team.where(people.anulada_motivo.is_(None)).order_by(people.orden)),
        *connection.scalars(select(known.nombre).where(known.anulada_motivo.is_(None)).order_by(known.orden)),
    ]
    found = connection.scalars(select(offices.nombre).where(offices.anulada_motivo.is_(None)).order_by(offices.orden))
    listed = connection.execute(select(plans.codigo, plans.nombre).where(plans.anulada_motivo.is_(None)))
    return Sugerencias(
        tuple(dict.fromkeys(name for name in found if name)),
        tuple(dict.fromkeys(name for name in names if name)),
        tuple((plan.codigo, plan.nombre or plan.codigo) for plan in listed),
    )


def _despues(hora: str | None, minutos: int | None) -> str | None:
    """The hour (HH:MM) some minutes later; None when either is not known or the day ends before."""
    if hora is None or minutos is None:
        return None
    total = int(hora[:2]) * 60 + int(hora[3:5]) + minutos
    return f"{total // 60:02}:{total % 60:02}" if total < 24 * 60 else None
