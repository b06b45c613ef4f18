"""Plans and strategies, row by row."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rcdesk.domain.registro.audiencias import HallazgoDescartado
from rcdesk.domain.registro.compromisos import Compromiso, Seguimiento
from rcdesk.domain.registro.convocatoria import Convocatoria
from rcdesk.domain.registro.firmantes import Firmante
from rcdesk.domain.registro.narrativa import Bloque, Evidencia, Seccion
from rcdesk.domain.registro.valores import Anio, Anulada, Cantidad, Fecha, Periodo, Registro, TextoONoAplica, Valor

TipoActividad: TypeAlias = Literal["informacion", "dialogo", "incentivo", "responsabilidad", "otra"]


Agregacion: TypeAlias = Literal["suma", "acumulado", "constante", "decreciente"]


ClaseComponente: TypeAlias = Literal["etapa", "subcomponente", "dependencia", "objetivo", "accion", "otro"]


Etapa: TypeAlias = Literal["aprestamiento", "diseno", "preparacion", "ejecucion", "seguimiento_y_evaluacion"]


TipoPlan: TypeAlias = Literal[
    "estrategia_rdc", "paac", "ptep", "participacion", "estrategico", "accion", "mejoramiento", "otro"
]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Meta(Valor):
    """A goal or product."""

    codigo: TextoONoAplica | None = None
    nombre: TextoONoAplica | None = None
    valor: Cantidad | None = None
    unidad: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Indicador(Valor):
    """What is measured."""

    codigo: TextoONoAplica | None = None
    nombre: TextoONoAplica | None = None
    formula: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Programacion(Registro):
    """What was programmed and done in a period."""

    periodo: Periodo
    programado: Cantidad | None = None
    ejecutado: Cantidad | None = None  # None while not reported
    corte: Fecha | None = None
    justificacion: str | None = None
    evidencias: tuple[Evidencia, ...] = ()
    seguimientos: tuple[Seguimiento, ...] = ()  # in order; `ejecutado` is what the last one says


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Actividad(Registro):
    """A row of a plan."""

    codigo: str | None = None
    nombre: str | None = None
    otros_nombres: tuple[str, ...] = ()
    tipo: TipoActividad | None = None
    frecuencia: str | None = None
    meta: Meta | None = None
    indicador: Indicador | None = None
    unidad: str | None = None
    agregacion: Agregacion | None = None
    ponderacion: Cantidad | None = None  # weight in the component, percent
    responsables: tuple[str, ...] = ()
    desde: Fecha | None = None
    hasta: Fecha | None = None
    fechas: tuple[Fecha, ...] = ()
    presupuesto: Cantidad | None = None  # Colombian pesos
    aporta_a: str | None = None  # the row of this plan, or PLAN/ROW of another, that it contributes to
    programacion: tuple[Programacion, ...] = ()
    anulada: Anulada | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Componente(Registro):
    """A group of rows: stage, subcomponent, office or objective."""

    codigo: str | None = None
    nombre: str
    otros_nombres: tuple[str, ...] = ()
    clase: ClaseComponente | None = None
    etapas: tuple[Etapa, ...] = ()
    dependencia: str | None = None
    pregunta_orientadora: str | None = None
    bloques: tuple[Bloque, ...] = ()
    notas: tuple[str, ...] = ()
    actividades: tuple[Actividad, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class CompromisosPorPeriodo(Registro):
    """Commitments collected in a period, counted."""

    periodo: Periodo
    recogidos: int
    a_cargo: int | None = None
    no_a_cargo: int | None = None
    dependencia: str | None = None
    espacio: str | None = None
    corte: Fecha | None = None
    nota: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Autodiagnostico(Registro):
    """The self-assessment of a strategy."""

    instrumento: str | None = None
    puntaje: Cantidad | None = None
    maximo: Cantidad | None = None
    fecha: Fecha | None = None
    conclusiones: tuple[Bloque, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Plan(Registro):
    """A plan, strategy or programme."""

    codigo: str
    nombre: str
    otros_nombres: tuple[str, ...] = ()
    tipo: TipoPlan
    vigencia: Anio | None = None
    desde: Fecha | None = None
    hasta: Fecha | None = None
    corte: Fecha | None = None
    dependencia: str | None = None
    objetivo: str | None = None
    retos: tuple[str, ...] = ()
    grupos_de_valor: tuple[str, ...] = ()
    equipo: tuple[Firmante, ...] = ()
    sin_tope: bool | None = None  # True: what was done beyond what was programmed counts in its averages
    autodiagnostico: Autodiagnostico | None = None
    convocatoria: Convocatoria | None = None
    narrativa: tuple[Seccion, ...] = ()
    componentes: tuple[Componente, ...] = ()
    compromisos: tuple[Compromiso, ...] = ()
    compromisos_por_periodo: tuple[CompromisosPorPeriodo, ...] = ()
    conclusiones: tuple[str, ...] = ()
    lecciones_aprendidas: tuple[str, ...] = ()
    buenas_practicas: tuple[str, ...] = ()
    notas: tuple[str, ...] = ()
    hallazgos_descartados: tuple[HallazgoDescartado, ...] = ()  # `donde`: key of the row, «/» and its field
