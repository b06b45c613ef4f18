"""The actions of information, of dialogue and of incentives that a plan announces, with how often each is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rcdesk.documents.blocks import Block, Items, Paragraph, literal
from rcdesk.documents.informes.comun import narrado, titulado
from rcdesk.documents.informes.datos import Datos
from rcdesk.documents.informes.filas import con_frecuencia
from rcdesk.domain import registro as r
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.palabras import TIPO_ACTIVIDAD
from rcdesk.domain.registro.planes import TipoActividad
from rcdesk.i18n import lista_en_palabras, numero


def acciones(datos: Datos) -> Iterator[Block]:
    """Those of the plan; when it has none, those of the strategy of its year, which is named."""
    assert datos.plan is not None
    if de_acciones(datos.plan):
        yield from propias(datos)
        return
    for plan in datos.archivo.planes:
        if plan.tipo == "estrategia_rdc" and plan.vigencia and plan.vigencia == datos.plan.vigencia:
            ajenos = de_acciones(plan)
            if ajenos:
                yield Paragraph(f"Son las que anuncia «{literal(plan.nombre)}».")
                yield from _listadas(datos, ajenos)


def propias(datos: Datos) -> Iterator[Block]:
    """Those of the plan itself."""
    assert datos.plan is not None
    return _listadas(datos, de_acciones(datos.plan))


def de_acciones(plan: r.Plan) -> tuple[r.Componente, ...]:
    """The components of a plan that only list actions."""
    return tuple(uno for uno in plan.componentes if uno.clase == "accion")


def _listadas(datos: Datos, componentes: Sequence[r.Componente]) -> Iterator[Block]:
    for componente in componentes:
        yield from titulado(literal(componente.nombre), _componente(datos, componente))
    tipos = Counter(fila.tipo for uno in componentes for fila in vigentes(uno.actividades) if fila.tipo)
    if tipos:
        yield Paragraph(f"Acciones: {por_tipo(tipos)}.")


def por_tipo(tipos: Mapping[TipoActividad, int]) -> str:
    """«17 acciones de información, 9 de diálogo y 4 de incentivo»."""
    dichos = [f"{numero(cuantas)} de {TIPO_ACTIVIDAD[tipo]}" for tipo, cuantas in tipos.items() if tipo != "otra"]
    otras = [f"{numero(tipos['otra'])} de otro tipo"] if tipos.get("otra") else []
    return lista_en_palabras([*dichos, *otras])


def sin_acciones(plan: r.Plan) -> tuple[r.Componente, ...]:
    """The components whose rows are followed up: those that only list actions are told apart."""
    return tuple(uno for uno in plan.componentes if uno.clase != "accion")


def _componente(datos: Datos, componente: r.Componente) -> Iterator[Block]:
    if componente.pregunta_orientadora:
        yield Paragraph(literal(componente.pregunta_orientadora), quote=True)
    yield from narrado(datos, componente.bloques)
    filas = vigentes(componente.actividades)
    if filas:
        yield Items(tuple(con_frecuencia(fila) for fila in filas))
