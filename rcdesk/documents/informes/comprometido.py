"""The commitments of a plan and of its hearings, as they stood on the day of a report."""

from __future__ import annotations

from collections.abc import Iterator

from rcdesk.documents.blocks import Align, Block, Grid, literal
from rcdesk.documents.debidos import LAMPARA
from rcdesk.documents.formato import fecha_de_formulario
from rcdesk.documents.informes.compromisos import adquiridos
from rcdesk.documents.informes.comun import SIN_DATO, cantidad
from rcdesk.documents.informes.datos import Datos
from rcdesk.documents.series import Kind
from rcdesk.domain.cifras.compromisos import Adquirido
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.domain.registro import NO_APLICA


def compromisos(datos: Datos) -> Iterator[Block]:
    """What was promised, by whom, for when, and how it stands."""
    filas = tuple(
        (
            literal(uno.compromiso.que_hacer),
            _quien(uno),
            _fecha(uno.estado.fecha),
            con_mayuscula(LAMPARA[uno.lampara]),
            cantidad(uno.estado.avance, "porcentaje"),
        )
        for uno in adquiridos(datos)
    )
    if filas:
        yield Grid(
            ("Qué hacer", "Responsable", "Fecha", "Estado", "Avance"),
            filas,
            (3.7, 2.3, 1.5, 1.4, 1.2),
            (*[Align.LEFT] * 4, Align.RIGHT),
            summary="Compromisos al corte",
            kinds=(Kind.TEXT, Kind.TEXT, Kind.DATE, Kind.TEXT, Kind.PERCENT),
        )


def _quien(uno: Adquirido) -> str:
    if uno.compromiso.alcance == "no_a_cargo":
        return f"A cargo de {literal(uno.compromiso.entidad_competente or 'otra entidad')}"
    return literal(", ".join(uno.estado.responsables)) or SIN_DATO


def _fecha(fecha: str | None) -> str:
    if fecha is None:
        return "Sin fecha"
    return fecha if fecha == NO_APLICA else fecha_de_formulario(fecha)
