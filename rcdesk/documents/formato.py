"""What every printed form shares: its controlled format, its words for what is missing, and its dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeAlias

from rcdesk import i18n
from rcdesk.documents.blocks import Format, literal
from rcdesk.domain.cifras.redondeo import porcentaje
from rcdesk.domain.plazos import dia_en_colombia, dia_exacto
from rcdesk.domain.registro import Acta, Archivo, Audiencia, Fecha, FechaHora, FormatoDocumental
from rcdesk.i18n import COLOMBIA

Imagenes: TypeAlias = Mapping[str, bytes | Path]
"""`archivo` or `logo` of a record → its picture (PNG or JPEG)."""
SIN_IMAGENES: Final[Imagenes] = MappingProxyType({})

SIN_DILIGENCIAR: Final = "Sin diligenciar"
"""What a form says where it needs a value and has none."""

DOCUMENTOS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "acta": "el acta",
        "anticorrupcion": "el plan anticorrupción y de atención al ciudadano",
        "asistencia": "el listado de asistencia y sus hojas",
        "comparacion": "la comparación entre audiencias",
        "compromisos": "el informe de compromisos y las hojas por responsable",
        "contingencia": "el kit para seguir sin computador",
        "convocatoria": "el informe de la convocatoria",
        "cronograma": "el cronograma de un plan",
        "cumplimiento": "el informe de cumplimiento de un plan",
        "encuesta": "el informe de la encuesta",
        "estrategia": "el informe final de la estrategia",
        "estrategico": "el plan estratégico",
        "ficha": "la ficha de un compromiso",
        "guion": "el guion de quien modera",
        "oportuna": "el informe de respuesta oportuna",
        "memoria": "la memoria de lo respondido después",
        "observaciones": "las observaciones al acta",
        "oficio": "los oficios de respuesta",
        "preguntas": "las preguntas con sus respuestas",
        "requerimiento": "los oficios de requerimiento",
        "resumen": "el resumen de asistencia",
        "tarjeta": "las tarjetas de ingreso",
    }
)
"""The word that the tipo documental of a format has → what it heads."""

_SIN_FECHA: Final = date(2000, 1, 1)
_FIN_DEL_DIA: Final = "23:59"


def formato(archivo: Archivo, documental: FormatoDocumental | None, *, tipo: str, imagenes: Imagenes) -> Format:
    """The box that heads every page; `tipo` is the tipo documental when the entity controls no such format."""
    entidad = archivo.entidad
    propio = documental or FormatoDocumental()
    logos = (propio.logo, entidad.logo if entidad else None)
    return Format(
        entity=literal((entidad.nombre if entidad else None) or "Entidad sin nombre"),
        kind=literal(propio.tipo_documental or tipo),
        system=tuple(literal(linea) for linea in (propio.proceso, propio.subproceso, propio.sistema) if linea),
        code=literal(propio.codigo or ""),
        version=literal(propio.version or ""),
        in_force=fecha_de_formulario(propio.vigente_desde) if propio.vigente_desde else "",
        logo=next((imagenes[logo] for logo in logos if logo is not None and logo in imagenes), None),
        logo_right=imagenes.get(propio.logo_derecho or ""),
    )


def que_encabeza(tipo_documental: str | None) -> tuple[str, ...]:
    """What a format heads, by the words of its tipo documental; nothing when no document is called so."""
    tipo = i18n.sin_tildes(tipo_documental or "")
    return tuple(dicho for palabra, dicho in DOCUMENTOS.items() if palabra in tipo)


def pie_de(documental: FormatoDocumental | None) -> str:
    """What the format prints at the foot of every page."""
    return literal(documental.pie) if documental is not None and documental.pie else ""


def formato_de(archivo: Archivo, palabra: str) -> FormatoDocumental | None:
    """The entity's format whose tipo documental has that word («acta», «asistencia»): the newest, if there is one.

    Of two without a date, or with the same one, the newest is the one that was written last.
    """
    formatos = archivo.entidad.formatos if archivo.entidad else ()
    suyos = [uno for uno in reversed(formatos) if palabra in i18n.sin_tildes(uno.tipo_documental or "")]
    return max(suyos, key=lambda uno: uno.vigente_desde or "", default=None)


def que_numera(archivo: Archivo, acta: Acta | None) -> FormatoDocumental | None:
    """The format that numbers an acta: its own, or the entity's while its own says nothing of numbers."""
    propio = acta.formato if acta else None
    return propio if propio is not None and propio.numeracion else formato_de(archivo, "acta")


def fecha_de_formulario(iso: str) -> str:
    """A date as the forms print it: `1/dic/2021`, without the zero that lists keep to line up."""
    return i18n.fecha_corta(iso).removeprefix("0")


def dia_de(instante: FechaHora) -> str:
    """The day in Colombia of an instant, AAAA-MM-DD."""
    return dia_en_colombia(instante).isoformat()


def de_cien(n: int, base: int) -> str:
    """A percentage for a column that is headed «%»: `33,3`."""
    return porcentaje(n, base).replace(".", ",")


def autor(archivo: Archivo, audiencia: Audiencia) -> str:
    """Who answers for the document: the office of the hearing, otherwise the entity."""
    entidad = archivo.entidad.nombre if archivo.entidad else None
    return literal(audiencia.dependencia_responsable or entidad or "Entidad sin nombre")


def terminada(audiencia: Audiencia) -> datetime:
    """When the hearing ended, which dates its documents: the same data always make the same file.

    What is not known is taken from what is: the scheduled hour, the last session, the end of the day, the first day of
    the month, of the year or of the term; with nothing at all, a fixed day.
    """
    ultima = max(audiencia.sesiones, key=lambda sesion: sesion.fecha or "", default=None)
    fecha = (ultima.fecha if ultima else None) or audiencia.fecha
    hora = (ultima.hora_fin if ultima else None) or audiencia.hora_fin or audiencia.hora_fin_programada
    momento = datetime.fromisoformat(f"{_dia(fecha, audiencia.vigencia).isoformat()}T{hora or _FIN_DEL_DIA}")
    return momento.replace(tzinfo=COLOMBIA)


def _dia(fecha: Fecha | None, vigencia: int | None) -> date:
    exacto = dia_exacto(fecha)
    if exacto is not None:
        return exacto
    if fecha is not None:
        anio, _, mes = fecha.partition("-")
        return date(int(anio), int(mes or 1), 1)
    return date(vigencia, 1, 1) if vigencia and date.min.year <= vigencia <= date.max.year else _SIN_FECHA
