"""How timely the questions of the hearings were answered, with what each figure means and who is overdue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from rcdesk import i18n
from rcdesk.documents.blocks import Block, Document, Grid, Items, Paragraph, literal
from rcdesk.documents.formato import fecha_de_formulario, formato_de
from rcdesk.documents.informes.clase import Clase
from rcdesk.documents.informes.comun import SIN_DATO, Seccion, exacta, informe, partes_de, por_ciento
from rcdesk.documents.informes.datos import Datos, Parte
from rcdesk.documents.series import Advance, Kind, Progress
from rcdesk.domain.cifras.oportunidad import Atencion, Indicadores, atenciones_al, indicadores, por, vencidas
from rcdesk.domain.palabras import TIPO_PREGUNTA, con_mayuscula
from rcdesk.domain.periodos import cubre
from rcdesk.domain.plazos import calendario, termino

TITULO: Final = "Informe de respuesta oportuna"

_DEFINICIONES: Final = (
    "Preguntas: las que piden una respuesta propia. No se cuentan las agrupadas en otra ni las que no eran para la"
    " audiencia.",
    "Respondidas en la audiencia: las que se contestaron en vivo, sobre todas las preguntas.",
    "En término: las que se contestaron a más tardar el día en que vencían, sobre las contestadas con fecha más las"
    " vencidas sin respuesta. No entran las que aún tienen plazo, las trasladadas ni las que no dicen cuándo llegaron"
    " o se contestaron.",
    "Mediana: de las contestadas con fecha, la mitad tardó esos días hábiles o menos, contados desde el día siguiente"
    " al del recibo.",
)
_SIN_DEPENDENCIA: Final = "Sin dependencia"
_SIN_TIPO: Final = "Sin clasificar"


def informe_de_oportunidad(datos: Datos) -> Document:
    """Live answers, answers within their term and the median, by office, kind and hearing."""
    return informe(datos, TITULO, _SECCIONES, documental=formato_de(datos.archivo, "oportuna"), landscape=True)


def atenciones(datos: Datos) -> tuple[Atencion, ...]:
    """The questions of the report: those of the plan and of the period, when they are asked for."""
    plan = datos.plan.codigo if datos.plan else None
    audiencias = (una for una in datos.archivo.audiencias if plan is None or una.plan == plan)
    todas = atenciones_al(audiencias, datos.corte, calendario(datos.archivo))
    periodo = datos.periodo
    if periodo is None:
        return todas
    return tuple(una for una in todas if una.recibida and cubre(periodo, una.recibida.isoformat()))


def grafica_por_dependencia(cuentas: Mapping[str | None, Indicadores]) -> Progress | None:
    """Answers within their term, of those that were answered or should have been; None when nobody owed any."""
    filas = tuple(
        Advance(literal(nombre) if nombre else _SIN_DEPENDENCIA, uno.a_tiempo, uno.exigibles)
        for nombre, uno in cuentas.items()
        if uno.exigibles
    )
    if not filas:
        return None
    return Progress("Respondidas en término", filas, done_word="En término", goal_word="contestadas o vencidas")


def _resumen(datos: Datos) -> Iterator[Block]:
    todas = indicadores(atenciones(datos))
    if not todas.todas:
        yield Paragraph("No hay preguntas que contestar.")
        return
    filas = (
        ("Preguntas", i18n.numero(todas.todas)),
        ("Respondidas", i18n.numero(todas.respondidas)),
        ("Respondidas en la audiencia", i18n.numero(todas.en_vivo)),
        ("Respondidas en la audiencia, %", por_ciento(todas.respondidas_en_vivo, 1)),
        ("Respondidas en término", f"{i18n.numero(todas.a_tiempo)} de {i18n.numero(todas.exigibles)}"),
        ("Respondidas en término, %", por_ciento(todas.en_termino, 1)),
        ("Respondidas después de su término", i18n.numero(todas.tarde)),
        ("Vencidas sin respuesta", i18n.numero(todas.vencidas)),
        ("Con plazo todavía", i18n.numero(todas.corren)),
        ("Trasladadas a otra entidad", i18n.numero(todas.trasladadas)),
        ("Sin fecha de recibo o de respuesta", i18n.numero(todas.sin_fecha)),
        ("Mediana de días hábiles para responder", _mediana(todas.mediana)),
    )
    yield Grid(
        ("Indicador", "Valor"),
        filas,
        (6, 2),
        summary="Indicadores de respuesta oportuna",
        kinds=(Kind.TEXT, Kind.NUMBER),
    )


def _definiciones(datos: Datos) -> Iterator[Block]:
    """What each figure is, and the terms in force when the questions were received."""
    dias, todas = calendario(datos.archivo), atenciones(datos)
    if not todas:
        return
    yield Items(_DEFINICIONES)
    reglas = dict.fromkeys(termino(una.recibida, dias) for una in todas if una.recibida)
    yield from (
        Paragraph(
            f"Términos ({literal(uno.norma)}): {uno.general} días hábiles, {uno.informacion} para las solicitudes de"
            f" información y {uno.consulta} para las consultas.",
            note=True,
        )
        for uno in sorted(reglas, key=lambda uno: uno.desde)
    )


def _dependencias(datos: Datos) -> Iterator[Block]:
    cuentas = por(atenciones(datos), lambda una: una.dependencia)
    if not cuentas:
        return
    dibujo = grafica_por_dependencia(cuentas)
    if dibujo is not None:
        yield dibujo
    yield _tabla("Dependencia", cuentas, _SIN_DEPENDENCIA)


def _tipos(datos: Datos) -> Iterator[Block]:
    cuentas = por(
        atenciones(datos), lambda una: con_mayuscula(TIPO_PREGUNTA[una.pregunta.tipo]) if una.pregunta.tipo else None
    )
    if cuentas:
        yield _tabla("Tipo", cuentas, _SIN_TIPO)


def _normas(datos: Datos) -> Iterator[Block]:
    """By the term in force when they were received; told only where there is more than one."""
    cuentas = por(atenciones(datos), lambda una: una.norma or None)
    if len([una for una in cuentas if una]) > 1:
        yield _tabla("Término que les corresponde", cuentas, "Sin fecha de recibo")


def _audiencias(datos: Datos) -> Iterator[Block]:
    cuentas = por(atenciones(datos), lambda una: una.audiencia)
    if len(cuentas) > 1:
        yield _tabla("Audiencia", cuentas, SIN_DATO)


def _tabla(titulo: str, cuentas: Mapping[str | None, Indicadores], sin_nombre: str) -> Grid:
    filas = (
        (
            literal(nombre) if nombre else sin_nombre,
            i18n.numero(uno.todas),
            por_ciento(uno.respondidas_en_vivo, 1),
            i18n.numero(uno.a_tiempo),
            i18n.numero(uno.exigibles),
            por_ciento(uno.en_termino, 1),
            i18n.numero(uno.vencidas),
            _mediana(uno.mediana),
        )
        for nombre, uno in cuentas.items()
    )
    return Grid(
        (titulo, "Preguntas", "En vivo", "En término", "De", "% en término", "Vencidas", "Mediana de días"),
        tuple(filas),
        (2.8, 1.25, 1.05, 1.1, 0.7, 1.1, 1.15, 1.1),
        summary=f"Respuesta oportuna por {titulo.lower()}",
        kinds=(
            Kind.TEXT,
            Kind.NUMBER,
            Kind.PERCENT,
            Kind.NUMBER,
            Kind.NUMBER,
            Kind.PERCENT,
            Kind.NUMBER,
            Kind.NUMBER,
        ),
    )


def _vencidas(datos: Datos) -> Iterator[Block]:
    """Who owes an answer whose term is over, the latest first."""
    filas = tuple(
        (
            literal(una.referencia),
            literal(una.audiencia),
            literal(una.dependencia or una.pregunta.responsable or "") or _SIN_DEPENDENCIA,
            fecha_de_formulario(una.recibida.isoformat()) if una.recibida else SIN_DATO,
            fecha_de_formulario(una.vence.isoformat()) if una.vence else SIN_DATO,
            i18n.numero(una.dias or 0),
        )
        for una in vencidas(atenciones(datos))
    )
    if filas:
        yield Grid(
            ("Pregunta", "Audiencia", "Debe responder", "Recibida", "Venció", "Días hábiles"),
            filas,
            (1.1, 3, 2.6, 1.2, 1.2, 1),
            summary="Preguntas vencidas sin respuesta",
            kinds=(Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.DATE, Kind.DATE, Kind.NUMBER),
        )


def _mediana(dias: Fraction | None) -> str:
    return SIN_DATO if dias is None else exacta(dias)


_SECCIONES: Final[tuple[Seccion, ...]] = (
    (Parte("resumen", "Indicadores"), _resumen),
    (Parte("definiciones", "Qué se cuenta"), _definiciones),
    (Parte("dependencias", "Por dependencia"), _dependencias),
    (Parte("tipos", "Por tipo de pregunta"), _tipos),
    (Parte("normas", "Por el término que les corresponde"), _normas),
    (Parte("audiencias", "Por audiencia"), _audiencias),
    (Parte("vencidas", "Vencidas sin respuesta"), _vencidas),
)

CLASE: Final = Clase(
    "oportunidad",
    TITULO,
    partes_de(_SECCIONES),
    informe_de_oportunidad,
    lee="sin_actividades",
    de_un_plan=False,
    con_periodo=True,
)
