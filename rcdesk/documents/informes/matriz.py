"""The two tables of a plan: its cronograma, and the matrix that follows up each activity."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rcdesk.documents.blocks import Block, Grid, Paragraph
from rcdesk.documents.informes import filas
from rcdesk.documents.informes.acciones import de_acciones, sin_acciones
from rcdesk.documents.informes.comun import clase_de_componentes, dicho_por_ciento, nombre_de_componente
from rcdesk.documents.informes.datos import Datos
from rcdesk.domain import registro as r
from rcdesk.domain.cifras.plan import cifras_de_avance, cifras_de_cumplimiento
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.i18n import plural

_POR_PERIODOS: Final = (2, 2.8, 2.1, 1.9, 2.4)
_DE_UNA_VEZ: Final = (2, 3.2, 2.2, 1.4, 2.4)
"""Shares of the width of the matrix, with a line for each period and with one alone."""
_ETAPA: Final = 2


def cronograma(datos: Datos) -> Iterator[Block]:
    """Every activity that has a date, or who answers for it."""
    assert datos.plan is not None
    hay = tuple(
        (nombre_de_componente(componente), filas.nombre(fila), filas.responsables(fila), filas.cuando(fila))
        for componente in sin_acciones(datos.plan)
        for fila in vigentes(componente.actividades)
        if fila.responsables or filas.cuando(fila)
    )
    if hay:
        titulos = (_que_son(datos.plan), "Actividad", "Responsables", "Fechas")
        yield Grid(titulos, hay, (_ETAPA, 4, 2.4, 1.6), summary="Cronograma")


def seguimiento(datos: Datos) -> Iterator[Block]:
    """Each activity with what was done until the day of the report, and what proves it."""
    assert datos.plan is not None
    todas = [(uno, fila) for uno in sin_acciones(datos.plan) for fila in vigentes(uno.actividades)]
    if not todas:
        if not de_acciones(datos.plan):
            yield Paragraph("El plan no tiene actividades.")
        return
    yield Grid(
        (_que_son(datos.plan), "Actividad", "Meta o producto", "Ejecución", "Evidencias"),
        tuple(
            (
                nombre_de_componente(componente),
                filas.con_otros_nombres(fila),
                filas.meta(fila),
                filas.ejecucion(fila),
                filas.evidencias(fila),
            )
            for componente, fila in todas
        ),
        _POR_PERIODOS if any(len(fila.programacion) > 1 for _, fila in todas) else _DE_UNA_VEZ,
        summary="Matriz de seguimiento",
    )
    yield from _cuanto(datos, sum(filas.sin_evidencia(fila) for _, fila in todas))


def _que_son(plan: r.Plan) -> str:
    return con_mayuscula(clase_de_componentes(sin_acciones(plan)))


def _cuanto(datos: Datos, sin: int) -> Iterator[Block]:
    """How much was done in all, and how many reports (`sin`) prove nothing."""
    assert datos.plan is not None
    cifras = cifras_de_cumplimiento(datos.plan) | cifras_de_avance(datos.plan)
    if "avance_promedio" in cifras:
        promedio = dicho_por_ciento(str(cifras["avance_promedio"]))
        yield Paragraph(f"Avance promedio de las actividades que reportan un porcentaje: {promedio}.")
    if "cumplimiento" in cifras:
        real, acotado = (dicho_por_ciento(str(cifras[c])) for c in ("cumplimiento", "cumplimiento_acotado"))
        yield Paragraph(
            f"Se ejecutó el {real} de lo programado en los periodos reportados; con tope de 100 % en cada actividad,"
            f" el {acotado}."
        )
    if sin:
        yield Paragraph(f"Sin evidencia: {plural(sin, 'reporte', 'reportes')} de avance.", note=True)
