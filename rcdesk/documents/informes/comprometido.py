"""The commitments of a plan and of its hearings, as they stood on the day of a report."""

from __future__ import annotations

from collections.abc import Iterator

from rcdesk.documents.blocks import Align, Block, Grid, literal
from rcdesk.documents.formato import fecha_de_formulario
from rcdesk.documents.informes.comun import SIN_DATO, cantidad
from rcdesk.documents.informes.datos import Datos
from rcdesk.documents.informes.espacios import del_plan
from rcdesk.documents.series import Kind
from rcdesk.domain import registro as r
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.palabras import ESTADO_COMPROMISO, con_mayuscula
from rcdesk.domain.plazos import calendario
from rcdesk.domain.registro import NO_APLICA
from rcdesk.domain.seguimiento import EstadoAl, estado_al, lampara


def adquiridos(datos: Datos) -> Iterator[tuple[r.Compromiso, EstadoAl]]:
    """Those that had been made by then, of the hearings of the plan first."""
    assert datos.plan is not None
    de_audiencias = ((uno, una.fecha) for una in del_plan(datos) for uno in vigentes(una.compromisos))
    for uno, fecha in (*de_audiencias, *((uno, None) for uno in vigentes(datos.plan.compromisos))):
        estado = estado_al(uno, datos.corte, adquirido=fecha)
        if estado is not None:
            yield uno, estado


def compromisos(datos: Datos) -> Iterator[Block]:
    """What was promised, by whom, for when, and how it stands."""
    dias = calendario(datos.archivo)
    filas = tuple(
        (
            literal(uno.que_hacer),
            _quien(uno, estado),
            _fecha(estado.fecha),
            _estado(estado, vencido=lampara(estado, datos.corte, dias) == "vencido"),
            cantidad(estado.avance, "porcentaje"),
        )
        for uno, estado in adquiridos(datos)
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


def _quien(uno: r.Compromiso, estado: EstadoAl) -> str:
    if uno.alcance == "no_a_cargo":
        return f"A cargo de {literal(uno.entidad_competente or 'otra entidad')}"
    return literal(", ".join(estado.responsables)) or SIN_DATO


def _fecha(fecha: str | None) -> str:
    if fecha is None:
        return "Sin fecha"
    return fecha if fecha == NO_APLICA else fecha_de_formulario(fecha)


def _estado(estado: EstadoAl, *, vencido: bool) -> str:
    if estado.trasladado and estado.estado in ("pendiente", "en_curso"):
        return "Trasladado"
    dicho = con_mayuscula(ESTADO_COMPROMISO[estado.estado])
    return f"{dicho}, vencido" if vencido else dicho
