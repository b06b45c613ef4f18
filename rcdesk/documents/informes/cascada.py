"""The cascade of a strategic plan: which activities, of any plan, contribute to each of its indicators."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rcdesk.documents.blocks import Block, Item, Items, literal
from rcdesk.documents.informes import filas
from rcdesk.documents.informes.comun import nombre_de_componente, titulado
from rcdesk.documents.informes.datos import Datos
from rcdesk.domain import registro as r
from rcdesk.domain.cifras.plan import actividades, nombre_corto
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.cumplimiento import nombre_de


def cascada(datos: Datos) -> Iterator[Block]:
    """Objective → goal and indicator → activities, of those that have any; a circle is not followed twice."""
    assert datos.plan is not None
    que_aportan = _por_destino(datos)
    for componente in datos.plan.componentes:
        items = tuple(
            Item(_indicador(fila), _debajo(nombre_de(datos.plan, fila), que_aportan, ()))
            for fila in vigentes(componente.actividades)
            if nombre_de(datos.plan, fila) in que_aportan
        )
        yield from titulado(nombre_de_componente(componente), (Items(items),) if items else ())


def _por_destino(datos: Datos) -> Mapping[str, Sequence[tuple[r.Plan, r.Actividad]]]:
    """What contributes to each row, by the name of the row with its plan."""
    found: dict[str, list[tuple[r.Plan, r.Actividad]]] = defaultdict(list)
    for plan in datos.archivo.planes:
        for fila in actividades(plan):
            if fila.aporta_a:
                destino = fila.aporta_a if "/" in fila.aporta_a else f"{plan.codigo}/{fila.aporta_a}"
                found[destino].append((plan, fila))
    return found


def _debajo(
    nombre: str, que_aportan: Mapping[str, Sequence[tuple[r.Plan, r.Actividad]]], vistos: tuple[str, ...]
) -> tuple[str | Item, ...]:
    return tuple(
        _rama(plan, fila, que_aportan, (*vistos, nombre))
        for plan, fila in que_aportan.get(nombre, ())
        if nombre_de(plan, fila) not in (*vistos, nombre)
    )


def _rama(
    plan: r.Plan,
    fila: r.Actividad,
    que_aportan: Mapping[str, Sequence[tuple[r.Plan, r.Actividad]]],
    vistos: tuple[str, ...],
) -> str | Item:
    dicho = f"{filas.nombre(fila)} ({literal(plan.nombre)})"
    hijos = _debajo(nombre_de(plan, fila), que_aportan, vistos)
    return Item(dicho, hijos) if hijos else dicho


def _indicador(fila: r.Actividad) -> str:
    """The goal and its indicator, as one line of the tree."""
    indicador = fila.indicador.nombre if fila.indicador and fila.indicador.nombre != r.NO_APLICA else None
    partes = (fila.meta and fila.meta.nombre, indicador or (nombre_corto(fila) if not fila.meta else None))
    return " → ".join(literal(parte) for parte in partes if parte) or filas.nombre(fila)
