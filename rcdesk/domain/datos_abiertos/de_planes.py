"""The open tables of the year: plans, their activities period by period, and commitments with how they advance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.compromisos import Adquirido
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.datos_abiertos.tabla import Columna, Tabla, tabla
from rcdesk.domain.periodos import ultimo_dia
from rcdesk.domain.seguimiento import en_orden

_PLANES: Final = (
    Columna("codigo", "texto", "codigo", "plan.codigo"),
    Columna("nombre", "texto", "nombre", descripcion="Nombre del plan o la estrategia."),
    Columna("tipo", "texto", "tipo", "plan.tipo"),
    Columna("vigencia", "entero", "vigencia", "plan.vigencia"),
    Columna("desde", "fecha", "desde", "plan.desde"),
    Columna("hasta", "fecha", "hasta", "plan.hasta"),
    Columna("dependencia", "texto", "dependencia", "plan.dependencia"),
    Columna("objetivo", "texto", "objetivo", "plan.objetivo"),
)

_DE_LA_FILA: Final = (
    Columna("plan", "texto", "plan.codigo", "plan.codigo"),
    Columna("componente", "texto", "componente.nombre", descripcion="Componente, etapa u objetivo del plan."),
    Columna("codigo", "texto", "actividad.codigo", "actividad.codigo"),
    Columna("actividad", "texto", "actividad.nombre", "actividad.nombre"),
)

_ACTIVIDADES: Final = (
    *_DE_LA_FILA,
    Columna("tipo", "texto", "actividad.tipo", "actividad.tipo"),
    Columna("meta", "texto", "actividad.meta.nombre", "actividad.meta.nombre"),
    Columna("meta_valor", "decimal", "actividad.meta.valor", "actividad.meta.valor"),
    Columna("meta_unidad", "texto", "actividad.meta.unidad", "actividad.meta.unidad"),
    Columna("indicador", "texto", "actividad.indicador.nombre", "actividad.indicador.nombre"),
    Columna("ponderacion", "decimal", "actividad.ponderacion", "actividad.ponderacion"),
    Columna("responsables", "texto", "actividad.responsables", "actividad.responsables", de_funcion=True),
    Columna("fechas", "texto", "actividad.fechas", "actividad.fechas"),
    Columna("desde", "fecha", "actividad.desde", "actividad.desde"),
    Columna("hasta", "fecha", "actividad.hasta", "actividad.hasta"),
)

_PERIODOS: Final = (
    *_DE_LA_FILA,
    Columna("unidad", "texto", "actividad.unidad", "actividad.unidad"),
    Columna("periodo", "texto", "periodo.periodo", descripcion="Periodo: 2026, 2026-S2, 2026-C3, 2026-T4 o 2026-11."),
    Columna("programado", "decimal", "periodo.programado", "actividad.programacion.programado"),
    Columna("ejecutado", "decimal", "periodo.ejecutado", "actividad.programacion.ejecutado"),
    Columna("justificacion", "texto", "periodo.justificacion", "actividad.programacion.justificacion"),
    Columna("evidencias", "texto", "evidencias", descripcion="Enlaces a las evidencias."),
)

_CODIGO: Final = "Código de la audiencia o del plan donde se adquirió el compromiso."
_PROCEDENCIA: Final = "Audiencia o plan donde se adquirió el compromiso."

_COMPROMISOS: Final = (
    Columna("procedencia", "texto", "procedencia_codigo", descripcion=_CODIGO),
    Columna("procedencia_nombre", "texto", "procedencia", descripcion=_PROCEDENCIA),
    Columna("codigo", "texto", "compromiso.codigo", "compromiso.codigo"),
    Columna("que_hacer", "texto", "compromiso.que_hacer", descripcion="Qué se va a hacer."),
    Columna("origen", "texto", "compromiso.origen", "compromiso.origen"),
    Columna("alcance", "texto", "compromiso.alcance", "compromiso.alcance"),
    Columna("entidad_competente", "texto", "compromiso.entidad_competente", "compromiso.entidad_competente"),
    Columna("fecha_traslado", "fecha", "compromiso.fecha_traslado", "compromiso.fecha_traslado"),
    Columna("responsables", "texto", "estado.responsables", "compromiso.responsables", de_funcion=True),
    Columna("dependencia", "texto", "dependencia", "compromiso.dependencia"),
    Columna("adquirido", "fecha", "adquirido", "compromiso.adquirido"),
    Columna("fecha", "fecha", "estado.fecha", descripcion="Fecha vigente al corte; «N.A.» si no tiene."),
    Columna(
        "estado",
        "texto",
        "estado.estado",
        descripcion="Estado al corte: pendiente, en_curso, cumplido, incumplido o cancelado.",
    ),
    Columna(
        "avance",
        "porcentaje",
        "estado.avance",
        descripcion="Avance al corte, en porcentaje; vacío si nadie lo dijo.",
    ),
    Columna(
        "situacion",
        "texto",
        "lampara",
        descripcion="Cómo está al corte: vencido, vence_hoy, por_vencer, en_avance, por_iniciar, trasladado, cumplido,"
        " incumplido o cancelado.",
    ),
    Columna(
        "dias_habiles",
        "entero",
        "dias",
        descripcion="Días hábiles hasta su fecha; negativos si ya había pasado.",
    ),
)

_AVANCES: Final = (
    Columna("procedencia", "texto", "adquirido.procedencia_codigo", descripcion=_CODIGO),
    Columna("compromiso", "texto", "adquirido.compromiso.codigo", "compromiso.codigo"),
    Columna("corte", "fecha", "dicho.corte", descripcion="Día del avance."),
    Columna("avance", "porcentaje", "dicho.avance", descripcion="Avance en porcentaje."),
    Columna("texto", "texto", "dicho.texto", descripcion="Qué se hizo."),
    Columna("estado", "texto", "dicho.estado", descripcion="Estado desde ese día, si cambió."),
    Columna("nueva_fecha", "fecha", "dicho.nueva_fecha", descripcion="Nueva fecha de cumplimiento, si se corrió."),
    Columna("evidencias", "texto", "evidencias", descripcion="Enlaces a las evidencias."),
)


@dataclass(frozen=True, slots=True)
class _Fila:
    plan: r.Plan
    componente: r.Componente
    actividad: r.Actividad


@dataclass(frozen=True, slots=True)
class _Periodo:
    plan: r.Plan
    componente: r.Componente
    actividad: r.Actividad
    periodo: r.Programacion

    @property
    def evidencias(self) -> tuple[str, ...]:
        avances = (evidencia for uno in self.periodo.seguimientos for evidencia in uno.evidencias)
        return tuple(dict.fromkeys(una.url for una in (*self.periodo.evidencias, *avances) if una.url))


@dataclass(frozen=True, slots=True)
class _Avance:
    adquirido: Adquirido
    dicho: r.Seguimiento

    @property
    def evidencias(self) -> tuple[str, ...]:
        return tuple(una.url for una in self.dicho.evidencias if una.url)


def de_planes(planes: Sequence[r.Plan]) -> Iterator[Tabla]:
    """The plans, their activities, and what was programmed and done of each in every period."""
    filas = tuple(
        _Fila(plan, componente, actividad)
        for plan in planes
        for componente in plan.componentes
        for actividad in vigentes(componente.actividades)
    )
    yield tabla("planes", "Planes y estrategias", _PLANES, planes)
    yield tabla("actividades", "Actividades de los planes", _ACTIVIDADES, filas)
    periodos = (
        _Periodo(fila.plan, fila.componente, fila.actividad, uno)
        for fila in filas
        for uno in fila.actividad.programacion
    )
    yield tabla("periodos", "Lo programado y lo ejecutado en cada periodo", _PERIODOS, periodos)


def de_compromisos(adquiridos: Sequence[Adquirido], corte: date) -> Iterator[Tabla]:
    """The commitments as they stood at the corte, and each of the advances reported by then."""
    yield tabla("compromisos", "Compromisos y su estado al corte", _COMPROMISOS, adquiridos)
    avances = (
        _Avance(uno, dicho)
        for uno in adquiridos
        for dicho in en_orden(uno.compromiso.seguimientos)
        if not dicho.corte or ultimo_dia(dicho.corte) <= corte
    )
    yield tabla("avances", "Avances de los compromisos", _AVANCES, avances)
