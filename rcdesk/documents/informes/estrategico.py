"""The strategic plan: each objective with its weighted indicators, year by year, and how much of it was met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rcdesk import i18n
from rcdesk.documents.blocks import Align, Block, Document, Grid, Items, Paragraph, bold, literal
from rcdesk.documents.formato import formato_de
from rcdesk.documents.informes import filas
from rcdesk.documents.informes.aprendido import APRENDIDO
from rcdesk.documents.informes.cascada import cascada
from rcdesk.documents.informes.clase import Clase
from rcdesk.documents.informes.comun import (
    SIN_DATO,
    Seccion,
    cantidad,
    exacta,
    informe,
    narrativa,
    nombre_de_componente,
    parrafos,
    partes_de,
    por_ciento,
    titulado,
)
from rcdesk.documents.informes.datos import Datos, Parte
from rcdesk.documents.informes.ejecutado import politica
from rcdesk.documents.series import Kind
from rcdesk.domain import registro as r
from rcdesk.domain.cifras.plan import total_programado
from rcdesk.domain.cifras.redondeo import numero
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.cumplimiento import (
    Objetivo,
    objetivo_en,
    periodos_de,
    promedio_de_objetivos,
)
from rcdesk.domain.indicadores import SumaDePesos, pesos_de
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.domain.periodos import en_corto, en_palabras, meses, primer_dia
from rcdesk.domain.registro.planes import Agregacion

TITULO: Final = "Plan estratégico"
_HOJA: Final = 680.0
_CIFRA: Final = 4.6
_MARGEN: Final = 12.0
_ANIO: Final = 40.0
_PARTE: Final = 72.0
_META: Final = 64.0
_INDICADOR: Final = 58.0
_PESO: Final = 72.0
_DATOS: Final = 5
"""Columns before those of the years."""


def plan_estrategico(datos: Datos) -> Document:
    """The plan and its compliance, objective by objective."""
    return informe(datos, TITULO, _SECCIONES, documental=formato_de(datos.archivo, "estrategico"), landscape=True)


def _presentacion(datos: Datos) -> Iterator[Block]:
    assert datos.plan is not None
    if datos.plan.objetivo:
        yield Paragraph(literal(datos.plan.objetivo))
    yield from narrativa(datos, datos.plan.narrativa)


def _objetivos(datos: Datos) -> Iterator[Block]:
    assert datos.plan is not None
    if len(datos.plan.componentes) > 1:
        yield Items(tuple(literal(uno.nombre) for uno in datos.plan.componentes), ordered=True)


def _programacion(datos: Datos) -> Iterator[Block]:
    assert datos.plan is not None
    periodos = periodos_de(datos.plan)
    for componente in datos.plan.componentes:
        yield from titulado(nombre_de_componente(componente), _tabla(componente, periodos))


def _tabla(componente: r.Componente, periodos: Sequence[str]) -> Iterator[Block]:
    todas = vigentes(componente.actividades)
    if not todas:
        return
    pesos = pesos_de(todas)
    filas_ = tuple(_fila(fila, periodos) for fila in todas)
    if pesos is not None and pesos.suma is not None:
        suma = bold(cantidad(pesos.suma, "porcentaje"))
        filas_ = (*filas_, ("", "", "", bold("Total"), suma, *[""] * (len(periodos) + 1)))
    yield Grid(
        (
            "Meta",
            "Nombre de la meta",
            "Indicador",
            "Nombre del indicador",
            "Ponderación",
            *map(en_corto, periodos),
            "Total",
        ),
        filas_,
        _anchos(todas, periodos),
        (*[Align.LEFT] * (_DATOS - 1), *[Align.RIGHT] * (len(periodos) + 2)),
        summary=f"Indicadores de {nombre_de_componente(componente)}",
        kinds=(*[Kind.TEXT] * (_DATOS - 1), Kind.PERCENT, *[Kind.NUMBER] * (len(periodos) + 1)),
    )
    notas = (*_de_pesos(todas, pesos), *_declarado(componente, pesos), *_de_totales(todas))
    yield from parrafos((*notas, *componente.notas))


def _anchos(todas: Sequence[r.Actividad], periodos: Sequence[str]) -> tuple[float, ...]:
    """In points of a lying sheet: amounts are never broken, and words have what is left."""
    largos = (len(_programado(fila, uno)) for fila in todas for uno in periodos)
    titulo = _PARTE if any("-" in uno for uno in periodos) else _ANIO
    anual = max(_CIFRA * max(largos, default=0) + _MARGEN, titulo)
    total = max(_CIFRA * max(len(exacta(total_programado(fila), fila.unidad)) for fila in todas) + _MARGEN, _ANIO)
    palabras = max((_HOJA - _META - _INDICADOR - _PESO - anual * len(periodos) - total) / 2, _META)
    return (_META, palabras, _INDICADOR, palabras, _PESO, *[anual] * len(periodos), total)


def _fila(fila: r.Actividad, periodos: Sequence[str]) -> tuple[str, ...]:
    una, indicador = fila.meta or r.Meta(), fila.indicador or r.Indicador()
    return (
        filas.o_no_aplica(una.codigo),
        filas.o_no_aplica(una.nombre or fila.nombre),
        filas.o_no_aplica(indicador.codigo),
        filas.o_no_aplica(indicador.nombre),
        cantidad(fila.ponderacion, "porcentaje"),
        *(_programado(fila, uno) for uno in periodos),
        exacta(total_programado(fila), fila.unidad),
    )


def _programado(fila: r.Actividad, periodo: str) -> str:
    valor = next((uno.programado for uno in fila.programacion if uno.periodo == periodo), None)
    return cantidad(valor, fila.unidad)


def _de_pesos(todas: Sequence[r.Actividad], pesos: SumaDePesos | None) -> Iterator[str]:
    """What is told of the weights when they do not add up to 100."""
    if pesos is None:
        solo = "El indicador no tiene ponderación: pesa todo el objetivo."
        yield solo if len(todas) == 1 else "Ningún indicador tiene ponderación: todos pesan lo mismo."
    elif pesos.estado != "exacta":
        yield f"{'Las ponderaciones' if pesos.suma else 'De los indicadores,'} {pesos.dicho}."


def _declarado(componente: r.Componente, pesos: SumaDePesos | None) -> Iterator[str]:
    """What the source prints of an objective, where it is not what its rows give."""
    suma = pesos.suma if pesos else None
    for dato in componente.declarado:
        if dato.valor is None:
            continue
        dicho = cantidad(dato.valor, dato.unidad)
        if dato.concepto == "ponderacion_total" and suma is not None and numero(dato.valor) != numero(suma):
            yield f"El plan declara que las ponderaciones suman {dicho}."
        if dato.concepto == "magnitud_vigencia":
            yield f"El plan declara una magnitud de la vigencia de {dicho}."


def _de_totales(todas: Sequence[r.Actividad]) -> Iterator[str]:
    """How each total is reckoned, and the one that the source prints when it is another."""
    por_forma: dict[Agregacion, list[int]] = {}
    for renglon, fila in enumerate(todas, 1):
        por_forma.setdefault(fila.agregacion or "suma", []).append(renglon)
    for forma, renglones in por_forma.items():
        de = "" if len(por_forma) == 1 else f"{_renglones(renglones)}: "
        yield con_mayuscula(f"{de}el total es {_COMO[forma]}.")
    for renglon, fila in enumerate(todas, 1):
        for dato in fila.declarado:
            if dato.concepto == "total_programado" and dato.valor and numero(dato.valor) != total_programado(fila):
                declarado, real = cantidad(dato.valor, dato.unidad), exacta(total_programado(fila), fila.unidad)
                yield f"{_renglones([renglon])}: el plan declara un total de {declarado}; lo programado da {real}."


def _renglones(numeros: Sequence[int]) -> str:
    return f"{'Renglón' if len(numeros) == 1 else 'Renglones'} {i18n.lista_en_palabras([*map(str, numeros)])}"


_COMO: Final[Mapping[Agregacion, str]] = {
    "suma": "la suma de lo programado",
    "acumulado": "lo más alto, porque cada año incluye los anteriores",
    "constante": "el del último año, porque se mantiene",
    "decreciente": "el del último año, porque debe bajar",
}


def _cumplimiento(datos: Datos) -> Iterator[Block]:
    """Each objective in each year that somebody reported: without the limit of 100 % and with it."""
    assert datos.plan is not None
    plan = datos.plan
    reportados = [uno for uno in periodos_de(plan) if _empezo(uno, datos) and _reportado(plan, uno)]
    yield Paragraph(_FORMULA)
    if not reportados:
        yield Paragraph("Al corte nadie ha reportado ejecución: no hay cumplimiento que calcular.")
        return
    yield Grid(
        ("Objetivo", "Periodo", "Con tope", "Sin tope", "Sin reporte"),
        tuple(
            _de_objetivo(componente, objetivo_en(componente, periodo), periodo)
            for componente in plan.componentes
            for periodo in reportados
        ),
        (5.4, 1.4, 1.2, 1.2, 1.2),
        (Align.LEFT, Align.LEFT, *[Align.RIGHT] * 3),
        summary="Cumplimiento de los objetivos",
        kinds=(Kind.TEXT, Kind.TEXT, Kind.PERCENT, Kind.PERCENT, Kind.NUMBER),
    )
    como = "sin tope" if plan.sin_tope else "con tope de 100 %"
    for periodo in reportados:
        yield Paragraph(
            f"Promedio simple de los objetivos en {en_palabras(periodo)}, {como}:"
            f" {bold(por_ciento(promedio_de_objetivos(plan, periodo), 2))}."
        )
    yield Paragraph(politica(plan), note=True)


_FORMULA: Final = (
    "Cumplimiento de un objetivo = suma de (ponderación × ejecutado ÷ programado) ÷ suma de las ponderaciones, de los"
    " indicadores que programan algo en el periodo. El que no se ha reportado cuenta como cero. Con tope, ninguno"
    " cuenta más del 100 %; sin tope, cuenta todo lo que hizo. En un indicador que debe bajar se divide al revés."
)


def _de_objetivo(componente: r.Componente, hecho: Objetivo, periodo: str) -> tuple[str, ...]:
    return (
        nombre_de_componente(componente),
        en_palabras(periodo),
        por_ciento(hecho.acotado, 2),
        por_ciento(hecho.real, 2),
        i18n.numero(hecho.sin_reporte) if hecho.razones else SIN_DATO,
    )


def _empezo(periodo: str, datos: Datos) -> bool:
    return primer_dia(meses(periodo)[0]) <= datos.corte


def _reportado(plan: r.Plan, periodo: str) -> bool:
    return any(
        uno.ejecutado is not None
        for componente in plan.componentes
        for fila in vigentes(componente.actividades)
        for uno in fila.programacion
        if uno.periodo == periodo
    )


_SECCIONES: Final[tuple[Seccion, ...]] = (
    (Parte("presentacion", "Presentación"), _presentacion),
    (Parte("objetivos", "Objetivos"), _objetivos),
    (Parte("programacion", "Indicadores y programación"), _programacion),
    (Parte("cumplimiento", "Cumplimiento por año"), _cumplimiento),
    (Parte("cascada", "Lo que aporta a cada indicador"), cascada),
    *APRENDIDO,
)

CLASE: Final = Clase(
    "plan",
    TITULO,
    partes_de(_SECCIONES),
    plan_estrategico,
    lee="planes",
    tipos=frozenset({"estrategico"}),
)
