"""The hearing: its code, its states, and what may happen to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from rcdesk.domain import registro as r
from rcdesk.domain.errors import RuleError
from rcdesk.domain.lineas import Linea, exigir
from rcdesk.domain.registro.audiencias import EstadoAudiencia, Modalidad, TipoAudiencia
from rcdesk.domain.registro.preguntas import CanalPregunta

SIGUIENTES: Final[Mapping[EstadoAudiencia, tuple[EstadoAudiencia, ...]]] = {
    "planeada": ("convocada", "en_curso", "cancelada"),
    "convocada": ("en_curso", "planeada", "cancelada"),
    "en_curso": ("cerrada", "convocada"),
    "cerrada": ("en_curso",),
    "cancelada": ("planeada",),
}
"""State → those that may follow it. What did not take place is called off; what was made by mistake is annulled."""


_PRIMER_ANIO: Final = 1990
"""No record may be of a year before it."""


def vigencia_de(fecha: str | None) -> int | None:
    """The year that a hearing of a date tells of, while nobody says another; None of a mistyped one, as 0026."""
    anio = int(fecha[:4]) if fecha else 0
    return anio if anio >= _PRIMER_ANIO else None


def horas_en_orden(inicio: str | None, fin: str | None, campo: str) -> None:
    """Refuse, beside the field of the end, an end (HH:MM) that is not after its start."""
    if inicio and fin and fin <= inicio:
        raise RuleError(f"La hora final ({fin}) debe ser posterior a la inicial ({inicio}).", field=campo)


def proponer_codigo(vigencia: int, usados: Iterable[str]) -> str:
    """Return the next free code of the year: rdc-2026-1, rdc-2026-2…"""
    taken = set(usados)
    number = 1
    while f"rdc-{vigencia}-{number}" in taken:
        number += 1
    return f"rdc-{vigencia}-{number}"


@dataclass(eq=False, kw_only=True)
class Audiencia(Linea):
    """A hearing or space of dialogue."""

    record: ClassVar[type[r.Valor]] = r.Audiencia

    codigo: str = ""
    nombre: str | None = None
    tipo: TipoAudiencia | None = None
    estado: EstadoAudiencia | None = None
    plan: str | None = None
    ordinal: int | None = None
    vigencia: int | None = None
    periodo: str | None = None
    objetivo: str | None = None
    modalidad: Modalidad | None = None
    fecha: str | None = None
    hora_inicio_programada: str | None = None
    hora_fin_programada: str | None = None
    hora_inicio: str | None = None
    hora_fin: str | None = None
    dependencia_responsable: str | None = None
    convoca: str | None = None
    preside: str | None = None
    grabacion_inicio: str | None = None
    grabacion_url: str | None = None
    convocatoria_bloques: tuple[r.Bloque, ...] = ()
    convocatoria_medios: tuple[str, ...] = ()
    convocatoria_correo_preguntas: str | None = None
    convocatoria_publicaciones_en_redes: int | None = None
    convocatoria_etiquetas: tuple[str, ...] = ()
    reglamento_minutos_preguntas: int | None = None
    reglamento_minutos_por_intervencion: int | None = None
    reglamento_formulario_escrito: bool | None = None
    reglamento_dias_habiles_respuesta: int | None = None
    reglamento_dias_habiles_memorias: int | None = None
    reglamento_dias_publicacion_informe: int | None = None
    reglamento_inscripcion_desde: str | None = None
    reglamento_inscripcion_hasta: str | None = None
    reglamento_canales_preguntas: tuple[CanalPregunta, ...] = ()
    reglamento_bloques: tuple[r.Bloque, ...] = ()
    ausentes: str | None = None
    invitados: str | None = None
    asistencia_convocados: int | None = None
    asistencia_folios: int | None = None
    asistencia_nota: str | None = None
    autoevaluacion: tuple[r.Bloque, ...] = ()
    dofa_cierre: tuple[r.Bloque, ...] = ()

    def revisar(self) -> None:
        """A hearing needs a code that files and folders admit; its scheduled end is after its start."""
        exigir(self.codigo, "codigo", "un código, por ejemplo rdc-2026-1")
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}", self.codigo):
            raise RuleError("El código lleva solo letras sin tilde, números, punto, guion y raya baja.", field="codigo")
        horas_en_orden(self.hora_inicio_programada, self.hora_fin_programada, "hora_fin_programada")
        horas_en_orden(self.hora_inicio, self.hora_fin, "hora_fin")
        opens, closes = self.reglamento_inscripcion_desde, self.reglamento_inscripcion_hasta
        if opens and closes and closes < opens[: len(closes)]:
            raise RuleError("Las inscripciones no pueden cerrar antes de abrir.", field="reglamento_inscripcion_hasta")

    def empezar_grabacion(self, *, cuando: str) -> None:
        """Note the instant at which the recording begins, from which each question has its minute."""
        if self.grabacion_inicio:
            raise RuleError("La grabación ya tiene hora de inicio. Corríjala en Preparación, en Datos.")
        self.grabacion_inicio = cuando

    def pasar_a(self, estado: EstadoAudiencia) -> None:
        """Move to another state, when it may follow the present one."""
        present = self.estado or "planeada"
        if estado not in SIGUIENTES[present]:
            raise RuleError(f"Una audiencia {ESTADOS[present]} no puede pasar a {ESTADOS[estado]}.", field="estado")
        self.estado = estado


ESTADOS: Final[Mapping[EstadoAudiencia, str]] = {
    "planeada": "planeada",
    "convocada": "convocada",
    "en_curso": "en curso",
    "cerrada": "cerrada",
    "cancelada": "cancelada",
}
"""The states as they read inside a sentence."""
