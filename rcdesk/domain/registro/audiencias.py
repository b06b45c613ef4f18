"""The hearing and what is prepared for it."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rcdesk.domain.registro.actas import Acta
from rcdesk.domain.registro.asistentes import Asistencia, Asistente, Metrica
from rcdesk.domain.registro.compromisos import Compromiso, CompromisoAnterior
from rcdesk.domain.registro.convocatoria import Convocatoria
from rcdesk.domain.registro.dofa import Dofa
from rcdesk.domain.registro.encuestas import Encuesta
from rcdesk.domain.registro.narrativa import Bloque, Seccion
from rcdesk.domain.registro.preguntas import CanalPregunta, Pregunta
from rcdesk.domain.registro.valores import (
    Anio,
    Anulada,
    Fecha,
    FechaHora,
    Hora,
    NoAplica,
    Periodo,
    Positivo,
    Registro,
    Reloj,
)

TipoCanal: TypeAlias = Literal[
    "facebook_live",
    "youtube",
    "instagram",
    "x",
    "sitio_web",
    "television",
    "radio",
    "whatsapp",
    "videoconferencia",
    "otro",
]


TipoIncidente: TypeAlias = Literal[
    "apertura",
    "receso",
    "reanudacion",
    "falla_tecnica",
    "accesibilidad",
    "retiro",
    "alteracion_del_orden",
    "cierre",
    "otro",
]


TipoAudiencia: TypeAlias = Literal[
    "audiencia_publica", "dialogo", "mesa_de_dialogo", "foro", "feria", "conversatorio", "reunion", "otro"
]


EstadoAudiencia: TypeAlias = Literal["planeada", "convocada", "en_curso", "cerrada", "cancelada"]


Modalidad: TypeAlias = Literal["presencial", "virtual", "mixta"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Lugar(Registro):
    """A venue."""

    nombre: str
    otros_nombres: tuple[str, ...] = ()
    direccion: str | None = None
    municipio: str | None = None
    aforo: int | None = None
    aforo_limitado: bool | None = None  # there was a restriction


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Canal(Registro):
    """Where the hearing is broadcast."""

    tipo: TipoCanal | None = None
    nombre: str | None = None
    cuenta: str | None = None
    url: str | None = None  # None while it is not known


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Grabacion(Registro):
    """The official recording; its start places every question in it."""

    inicio: FechaHora | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Sesion(Registro):
    """One session of a hearing that has several."""

    fecha: Fecha | None = None
    hora_inicio: Hora | None = None
    hora_fin: Hora | None = None
    lugar: str | None = None  # name of a venue
    objetivo: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Medida(Registro):
    """A line of the accessibility checklist."""

    medida: str
    prevista: bool | None = None
    cumplida: bool | None = None
    respaldo: str | None = None  # who or what stands in when the measure fails
    nota: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Incidente(Registro):
    """Something that happened during the hearing."""

    hora: Hora | None = None
    tipo: TipoIncidente | None = None
    texto: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Reglamento(Registro):
    """The rules of the space."""

    minutos_preguntas: int | None = None
    minutos_por_intervencion: int | None = None
    formulario_escrito: bool | None = None
    dias_habiles_respuesta: int | None = None
    dias_habiles_memorias: int | None = None
    dias_publicacion_informe: int | None = None  # days before the hearing
    inscripcion_desde: Fecha | None = None
    inscripcion_hasta: Fecha | None = None
    canales_preguntas: tuple[CanalPregunta, ...] = ()
    bloques: tuple[Bloque, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class GrupoDeTemas(Registro):
    """Topics of one office."""

    titulo: str | None = None
    dependencia: str | None = None
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Punto(Registro):
    """One point of the agenda; its number is its place."""

    titulo: str
    detalle: str | None = None
    minutos: int | None = None  # planned
    responsable: str | None = None
    guion: str | None = None  # what who moderates keeps for themselves; no document prints it
    reloj: Reloj | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Intervencion(Registro):
    """Someone who spoke."""

    nombre: str | None = None
    cargo: str | None = None
    tema: str | None = None
    minutos: int | None = None
    bloques: tuple[Bloque, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Decision(Registro):
    """A decision, with its votes."""

    texto: str
    a_favor: int | None = None
    en_contra: int | None = None
    en_blanco: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class HallazgoDescartado(Registro):
    """A finding of the reviewer that a person dismissed."""

    codigo: str
    donde: str | None = None  # JSON Pointer into the hearing
    motivo: str
    fecha: FechaHora | None = None
    persona: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Audiencia(Registro):
    """A hearing or space of dialogue."""

    codigo: str
    nombre: str | None = None
    otros_nombres: tuple[str, ...] = ()
    tipo: TipoAudiencia | None = None
    estado: EstadoAudiencia | None = None
    plan: str | None = None  # codigo of the plan
    ordinal: Positivo | None = None
    vigencia: Anio | None = None
    periodo: Periodo | None = None
    objetivo: str | None = None
    modalidad: Modalidad | None = None
    fecha: Fecha | None = None
    hora_inicio_programada: Hora | None = None
    hora_fin_programada: Hora | None = None
    hora_inicio: Hora | None = None
    hora_fin: Hora | None = None
    lugares: tuple[Lugar, ...] = ()
    canales: tuple[Canal, ...] = ()
    grabacion: Grabacion | None = None
    sesiones: tuple[Sesion, ...] = ()
    accesibilidad: tuple[Medida, ...] = ()
    incidentes: tuple[Incidente, ...] = ()
    dependencia_responsable: str | None = None
    convoca: str | None = None
    preside: str | None = None
    reglamento: Reglamento | None = None
    temas: tuple[GrupoDeTemas, ...] = ()
    convocatoria: Convocatoria | None = None
    orden_del_dia: tuple[Punto, ...] = ()
    asistentes: tuple[Asistente, ...] = ()
    ausentes: tuple[Asistente, ...] | NoAplica | None = None
    invitados: tuple[Asistente, ...] | NoAplica | None = None
    asistencia: Asistencia | None = None
    metricas_virtuales: tuple[Metrica, ...] = ()
    informacion_divulgada: tuple[Seccion, ...] = ()
    intervenciones: tuple[Intervencion, ...] = ()
    decisiones: tuple[Decision, ...] = ()
    preguntas: tuple[Pregunta, ...] = ()
    encuestas: tuple[Encuesta, ...] = ()
    autoevaluacion: tuple[Bloque, ...] = ()
    dofa: Dofa | None = None
    compromisos: tuple[Compromiso, ...] = ()
    compromisos_anteriores: tuple[CompromisoAnterior, ...] = ()  # as its approved acta tells them
    hallazgos_descartados: tuple[HallazgoDescartado, ...] = ()
    acta: Acta | None = None
    anulada: Anulada | None = None
