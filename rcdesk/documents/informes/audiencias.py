"""The hearings beside one another, with what each figure is of; those whose acta is not approved only if asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from rcdesk import i18n
from rcdesk.documents.blocks import Block, Document, Grid, Items, Paragraph, literal
from rcdesk.documents.formato import fecha_de_formulario, formato_de
from rcdesk.documents.informes.clase import Clase
from rcdesk.documents.informes.comun import SIN_DATO, Seccion, informe, partes_de, por_ciento
from rcdesk.documents.informes.datos import Datos, Parte
from rcdesk.documents.series import Columns, Kind, Series
from rcdesk.domain.cifras.entre_audiencias import Comparada, comparadas_al
from rcdesk.domain.cifras.redondeo import redondear
from rcdesk.domain.plazos import calendario

TITULO: Final = "Comparación entre audiencias"

SOLO_APROBADAS: Final = Parte("solo_aprobadas", "Solo las que tienen el acta aprobada")
"""Left out of the parts, the hearings with a draft are compared too, and it is told which they are."""

_DEFINICIONES: Final = (
    "Presenciales y virtuales: personas contadas. Registradas: las del listado de asistencia. Máximo en vivo: los"
    " espectadores que hubo a la vez. Son poblaciones distintas y no se suman.",
    "En vivo: preguntas contestadas en la audiencia, sobre las que piden una respuesta propia.",
    "En término: contestadas a más tardar el día en que vencían, sobre las contestadas con fecha más las vencidas.",
    "Compromisos cumplidos: al corte, sobre los que no se trasladaron a otra entidad.",
)


def informe_de_audiencias(datos: Datos) -> Document:
    """Attendance, questions, satisfaction and commitments of every hearing held by the day of the report."""
    return informe(datos, TITULO, _SECCIONES, documental=formato_de(datos.archivo, "comparacion"), landscape=True)


def comparadas(datos: Datos) -> tuple[Comparada, ...]:
    """The hearings that are compared."""
    todas = _celebradas(datos)
    return tuple(una for una in todas if una.aprobada) if datos.lleva(SOLO_APROBADAS) else todas


def grafica_de_participacion(todas: Sequence[Comparada]) -> Columns:
    """Who was counted in person and on line in each hearing."""
    return Columns(
        "Participantes contados",
        _lugares(todas),
        (
            Series("Presenciales", tuple(una.presenciales if _contada(una) else None for una in todas)),
            Series("Virtuales", tuple(una.virtuales if _contada(una) else None for una in todas)),
        ),
        empty="sin conteo",
    )


def grafica_de_respuesta(todas: Sequence[Comparada]) -> Columns:
    """What share was answered live and in term, was satisfied, and was met, in each hearing."""
    return Columns(
        "Respuesta, satisfacción y cumplimiento",
        _lugares(todas),
        (
            Series("Respondidas en vivo", tuple(_parte(una.respuesta.respondidas_en_vivo) for una in todas)),
            Series("En término", tuple(_parte(una.respuesta.en_termino) for una in todas)),
            Series("Satisfacción", tuple(_parte(una.satisfechos) for una in todas)),
            Series("Compromisos cumplidos", tuple(_parte(una.cumplidos) for una in todas)),
        ),
        stacked=False,
        kind=Kind.PERCENT,
    )


def _celebradas(datos: Datos) -> tuple[Comparada, ...]:
    plan = datos.plan.codigo if datos.plan else None
    return comparadas_al(datos.archivo, datos.corte, calendario(datos.archivo), plan)


def _participacion(datos: Datos) -> Iterator[Block]:
    todas = comparadas(datos)
    if not todas:
        yield Paragraph("No hay audiencias para comparar.")
        return
    if any(map(_contada, todas)):
        yield grafica_de_participacion(todas)
    yield Grid(
        ("Audiencia", "Fecha", "Presenciales", "Virtuales", "Registradas", "Máximo en vivo"),
        tuple(
            (
                _nombre(una),
                _fecha(una),
                *(map(i18n.numero, (una.presenciales, una.virtuales)) if _contada(una) else (SIN_DATO, SIN_DATO)),
                i18n.numero(una.registradas) if una.registradas else SIN_DATO,
                SIN_DATO if una.pico is None else i18n.numero(una.pico),
            )
            for una in todas
        ),
        (4, 1.4, 1.3, 1.2, 1.3, 1.6),
        summary="Participación en cada audiencia",
        kinds=(Kind.TEXT, Kind.DATE, *[Kind.NUMBER] * 4),
    )


def _respuesta(datos: Datos) -> Iterator[Block]:
    todas = comparadas(datos)
    if not todas:
        return
    dibujo = grafica_de_respuesta(todas)
    if any(valor is not None for serie in dibujo.series for valor in serie.values):
        yield dibujo
    yield Grid(
        (
            "Audiencia",
            "Preguntas",
            "En vivo",
            "En término",
            "Satisfacción",
            "Respondieron",
            "Compromisos",
            "Cumplidos",
            "% cumplidos",
        ),
        tuple(map(_fila, todas)),
        (3, 1.15, 1, 1.15, 1.3, 1.35, 1.35, 1.2, 1.2),
        summary="Respuesta, satisfacción y compromisos de cada audiencia",
        kinds=(
            Kind.TEXT,
            Kind.NUMBER,
            *[Kind.PERCENT] * 3,
            *[Kind.NUMBER] * 3,
            Kind.PERCENT,
        ),
    )


def _fila(una: Comparada) -> tuple[str, ...]:
    como = una.satisfaccion
    return (
        _nombre(una),
        i18n.numero(una.preguntas),
        por_ciento(una.respuesta.respondidas_en_vivo, 1),
        por_ciento(una.respuesta.en_termino, 1),
        "reservada" if como and como.favorables is None else por_ciento(una.satisfechos, 1),
        i18n.numero(como.base) if como else SIN_DATO,
        i18n.numero(una.compromisos.todos),
        i18n.numero(una.compromisos.cumplidos),
        por_ciento(una.cumplidos, 1),
    )


def _definiciones(datos: Datos) -> Iterator[Block]:
    """What is counted, and with which question and options satisfaction is."""
    todas = comparadas(datos)
    if not todas:
        return
    yield Items(_DEFINICIONES)
    for una in todas:
        como = una.satisfaccion
        if como is not None:
            opciones = i18n.lista_en_palabras([f"«{literal(opcion)}»" for opcion in como.opciones])
            yield Paragraph(
                f"Satisfacción de {_nombre(una)}: quienes escogieron {opciones} en «{literal(como.pregunta)}»,"
                f" de {i18n.plural(como.base, 'persona que respondió', 'personas que respondieron')}.",
                note=True,
            )


def _sin_aprobar(datos: Datos) -> Iterator[Block]:
    """Which hearings are left out because their figures may still change."""
    fuera = [literal(una.audiencia.nombre or una.audiencia.codigo) for una in _celebradas(datos) if not una.aprobada]
    if fuera:
        yield Paragraph("No se comparan, porque su acta no está aprobada y sus cifras pueden cambiar:")
        yield Items(tuple(fuera))


def _nombre(una: Comparada) -> str:
    """How the hearing is called; one whose acta is a draft says so beside its figures."""
    nombre = literal(una.audiencia.nombre or una.audiencia.codigo)
    return nombre if una.aprobada else f"{nombre} (acta sin aprobar)"


def _lugares(todas: Sequence[Comparada]) -> tuple[str, ...]:
    """What each column is called: the date of its hearing, or its name where two were on one day."""
    fechas = [_fecha(una) for una in todas]
    return tuple(
        _nombre(una) if fechas.count(fecha) > 1 else f"{fecha}{'' if una.aprobada else ' (sin aprobar)'}"
        for una, fecha in zip(todas, fechas, strict=True)
    )


def _fecha(una: Comparada) -> str:
    return fecha_de_formulario(una.audiencia.fecha) if una.audiencia.fecha else SIN_DATO


def _contada(una: Comparada) -> bool:
    return bool(una.presenciales or una.virtuales)


def _parte(valor: Fraction | None) -> Decimal | None:
    return None if valor is None else Decimal(redondear(valor * 100, 1))


_SECCIONES: Final[tuple[Seccion, ...]] = (
    (Parte("participacion", "Participación"), _participacion),
    (Parte("respuesta", "Respuesta, satisfacción y cumplimiento"), _respuesta),
    (Parte("definiciones", "Qué se cuenta"), _definiciones),
    (SOLO_APROBADAS, _sin_aprobar),
)

CLASE: Final = Clase(
    "audiencias", TITULO, partes_de(_SECCIONES), informe_de_audiencias, lee="sin_actividades", de_un_plan=False
)
