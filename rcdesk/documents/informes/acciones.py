"""The actions of information, of dialogue and of incentives that a plan announces, with how often each is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rcdesk.documents.blocks import Block, Items, Paragraph, literal
from rcdesk.documents.informes.comun import narrado, titulado
from rcdesk.documents.informes.datos import Datos
from rcdesk.documents.informes.filas import con_frecuencia
from rcdesk.domain import registro as r
from rcdesk.domain.cifras.vigentes import vigentes


def acciones(datos: Datos) -> Iterator[Block]:
    """Those of the plan; when it has none, those of the strategy of its year, which is named."""
    assert datos.plan is not None
    propios = de_acciones(datos.plan)
    if propios:
        yield from _listadas(datos, propios)
        return
    for plan in datos.archivo.planes:
        if plan.tipo == "estrategia_rdc" and plan.vigencia and plan.vigencia == datos.plan.vigencia:
            ajenos = de_acciones(plan)
            if ajenos:
                yield Paragraph(f"Son las que anuncia «{literal(plan.nombre)}».")
                yield from _listadas(datos, ajenos)


def de_acciones(plan: r.Plan) -> tuple[r.Componente, ...]:
    """The components of a plan that only list actions."""
    return tuple(uno for uno in plan.componentes if uno.clase == "accion")


def _listadas(datos: Datos, componentes: Sequence[r.Componente]) -> Iterator[Block]:
    for componente in componentes:
        yield from titulado(literal(componente.nombre), _componente(datos, componente))


def _componente(datos: Datos, componente: r.Componente) -> Iterator[Block]:
    if componente.pregunta_orientadora:
        yield Paragraph(literal(componente.pregunta_orientadora), quote=True)
    yield from narrado(datos, componente.bloques)
    filas = vigentes(componente.actividades)
    if filas:
        yield Items(tuple(con_frecuencia(fila) for fila in filas))
