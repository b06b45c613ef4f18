"""The final report of a strategy of accountability: the whole year, as its stages went."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rcdesk.documents.acta.convocatoria import anuncio
from rcdesk.documents.blocks import Block, Document, Grid, Paragraph, literal
from rcdesk.documents.folios import nombre
from rcdesk.documents.formato import fecha_de_formulario, formato_de
from rcdesk.documents.informes.acciones import propias, sin_acciones
from rcdesk.documents.informes.aprendido import APRENDIDO
from rcdesk.documents.informes.clase import Clase
from rcdesk.documents.informes.comprometido import compromisos
from rcdesk.documents.informes.comun import (
    Seccion,
    cantidad,
    informe,
    lista,
    narrado,
    narrativa,
    nombre_de_componente,
    partes_de,
    titulado,
)
from rcdesk.documents.informes.datos import Datos, Parte
from rcdesk.documents.informes.espacios import del_plan, espacios, participantes
from rcdesk.documents.informes.matriz import cronograma, seguimiento
from rcdesk.domain.autodiagnostico import nivel
from rcdesk.domain.registro import Autodiagnostico, Convocatoria

TITULO: Final = "Informe final de la estrategia"


def informe_de_estrategia(datos: Datos) -> Document:
    """From the objective to the lessons, all that the base holds of the strategy."""
    return informe(datos, TITULO, _SECCIONES, documental=formato_de(datos.archivo, "estrategia"))


def _objetivo(datos: Datos) -> Iterator[Block]:
    assert datos.plan is not None
    if datos.plan.objetivo:
        yield Paragraph(literal(datos.plan.objetivo))
    yield from titulado("Retos", lista(datos.plan.retos))


def _etapas(datos: Datos) -> Iterator[Block]:
    """What was written of each stage: in the plan, and beside the stage itself."""
    assert datos.plan is not None
    yield from narrativa(datos, datos.plan.narrativa)
    for componente in sin_acciones(datos.plan):
        yield from titulado(nombre_de_componente(componente), narrado(datos, componente.bloques))


def _autodiagnostico(datos: Datos) -> Iterator[Block]:
    assert datos.plan is not None
    hecho = datos.plan.autodiagnostico
    if hecho is None:
        return
    alcanzado = nivel(hecho.puntaje, hecho.maximo)
    filas = (
        ("Instrumento", literal(hecho.instrumento or "")),
        ("Puntaje", _puntaje(hecho)),
        ("Nivel", alcanzado.dicho if alcanzado else ""),
        ("Fecha", fecha_de_formulario(hecho.fecha) if hecho.fecha else ""),
    )
    llenas = tuple(celdas for celdas in filas if celdas[1])
    if llenas:
        yield Grid((), llenas, (2, 8), summary="Autodiagnóstico")
    yield from narrado(datos, hecho.conclusiones)


def _puntaje(hecho: Autodiagnostico) -> str:
    if hecho.puntaje is None:
        return ""
    de = f" de {cantidad(hecho.maximo)}" if hecho.maximo else ""
    return f"{cantidad(hecho.puntaje)}{de}"


def _grupos(datos: Datos) -> Iterator[Block]:
    return lista(datos.plan.grupos_de_valor if datos.plan else ())


def _equipo(datos: Datos) -> Iterator[Block]:
    equipo = datos.plan.equipo if datos.plan else ()
    filas = tuple(
        (literal(uno.nombre or ""), literal(uno.cargo or ""), literal(uno.dependencia or "")) for uno in equipo
    )
    if filas:
        yield Grid(("Nombre", "Cargo", "Dependencia"), filas, (3.4, 3.3, 3.3), summary="Equipo líder")


def _convocatoria(datos: Datos) -> Iterator[Block]:
    """How the strategy was announced, and then each of its hearings."""
    assert datos.plan is not None
    yield from _anuncio(datos, datos.plan.convocatoria)
    for una in del_plan(datos):
        yield from titulado(nombre(una), _anuncio(datos, una.convocatoria))


def _anuncio(datos: Datos, aviso: Convocatoria | None) -> Iterator[Block]:
    return anuncio(aviso, lambda bloques: narrado(datos, bloques))


_SECCIONES: Final[tuple[Seccion, ...]] = (
    (Parte("objetivo", "Objetivo de la estrategia"), _objetivo),
    (Parte("etapas", "Etapas de la estrategia", numera=True), _etapas),
    (Parte("autodiagnostico", "Autodiagnóstico"), _autodiagnostico),
    (Parte("grupos", "Grupos de valor"), _grupos),
    (Parte("equipo", "Equipo líder"), _equipo),
    (Parte("acciones", "Acciones de rendición de cuentas", numera=True), propias),
    (Parte("cronograma", "Cronograma"), cronograma),
    (Parte("convocatoria", "Convocatoria", numera=True), _convocatoria),
    (Parte("espacios", "Audiencias y espacios de diálogo"), espacios),
    (Parte("participantes", "Participantes"), participantes),
    (Parte("seguimiento", "Matriz de seguimiento"), seguimiento),
    (Parte("compromisos", "Compromisos"), compromisos),
    *APRENDIDO,
)

CLASE: Final = Clase(
    "estrategia",
    TITULO,
    partes_de(_SECCIONES),
    informe_de_estrategia,
    lee="plan_y_audiencias",
    tipos=frozenset({"estrategia_rdc"}),
)
