"""What was done of what was programmed: by component, averaged in each way by its name, and activity by activity.

A number is never capped in silence: what exceeds 100 % is printed whole, with its reason or «Sin explicación».
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from rcdesk import i18n
from rcdesk.documents.blocks import Align, Block, Grid, Paragraph, bold, literal
from rcdesk.documents.informes import filas
from rcdesk.documents.informes.comun import (
    SIN_DATO,
    cantidad,
    clase_de_componentes,
    dicho_por_ciento,
    por_ciento,
    titulado,
)
from rcdesk.documents.informes.datos import Datos
from rcdesk.documents.series import Advance, Kind, Progress
from rcdesk.domain import registro as r
from rcdesk.domain.cifras.arbol import Cifras
from rcdesk.domain.cifras.plan import actividades, cifras_de_cumplimiento
from rcdesk.domain.cifras.redondeo import numero
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.cumplimiento import BAJO, razon_de
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.domain.periodos import con_articulo, del_periodo, en_corto, en_palabras, meses, ultimo_dia
from rcdesk.domain.plan_en_periodo import plan_en, sin_contar

SIN_EXPLICACION: Final = "Sin explicación"
_METODOS: Final = (
    ("cumplimiento", "Sin tope", "Todo lo ejecutado sobre todo lo programado."),
    (
        "cumplimiento_acotado",
        "Con tope de 100 %",
        "Lo mismo, contando de cada actividad hasta lo que programó.",
    ),
    (
        "cumplimiento_promedio_simple",
        "Promedio simple",
        "El promedio de los porcentajes de las actividades: cada una pesa igual, y sin tope.",
    ),
)


@dataclass(frozen=True, slots=True)
class Hecho:
    """A plan with what falls in the period asked for, and its figures: worked out once for all that prints them."""

    plan: r.Plan
    cifras: Cifras


def hecho(datos: Datos) -> Hecho:
    """What was done of a plan in the period asked for."""
    assert datos.plan is not None
    plan = plan_en(datos.plan, datos.periodo)
    return Hecho(plan, cifras_de_cumplimiento(plan))


def por_componente(datos: Datos, uno: Hecho) -> Iterator[Block]:
    """The sentence of the whole, the chart and the table by component."""
    yield Paragraph(_en_una_frase(datos, uno.plan, uno.cifras))
    yield from _aparte(datos, uno.plan)
    dibujo = grafica(uno)
    if dibujo is None:
        return
    yield dibujo
    palabra = clase_de_componentes(uno.plan.componentes)
    yield Grid(
        (con_mayuscula(palabra), "Programado", "Ejecutado", "%"),
        tuple((literal(nombre), *_celdas(valores)) for nombre, valores in _por_componente(uno.cifras).items()),
        (5.4, 1.7, 1.5, 1.4),
        (Align.LEFT, *[Align.RIGHT] * 3),
        summary=f"Cumplimiento por {palabra}",
        kinds=(Kind.TEXT, Kind.NUMBER, Kind.NUMBER, Kind.PERCENT),
    )


def grafica(uno: Hecho) -> Progress | None:
    """What each component did of what it programmed; None when nobody reported both."""
    barras = tuple(
        Advance(literal(nombre), Decimal(valores[1]), Decimal(valores[0]), share=_entero(valores[2]))
        for nombre, valores in _por_componente(uno.cifras).items()
    )
    return Progress(f"Cumplimiento por {clase_de_componentes(uno.plan.componentes)}", barras) if barras else None


def _por_componente(cifras: Cifras) -> Mapping[str, Sequence[str]]:
    """Component → what it programmed, what it did and their percentage, "" when nothing was programmed."""
    tabla = cifras.get("por_componente", {})
    assert isinstance(tabla, Mapping)
    return {
        nombre: ["" if valor is None else str(valor) for valor in _lista(valores)] for nombre, valores in tabla.items()
    }


def promedios(uno: Hecho) -> Iterator[Block]:
    """The three ways of averaging, each with its name, and which one the plan chose."""
    cifras = uno.cifras
    hay = [(nombre, como, dicho_por_ciento(str(cifras[c]))) for c, nombre, como in _METODOS if c in cifras]
    if not hay:
        return
    yield Grid(
        ("Método", "Qué cuenta", "Resultado"),
        tuple(hay),
        (2.2, 6.2, 1.6),
        (Align.LEFT, Align.LEFT, Align.RIGHT),
        summary="Formas de promediar el cumplimiento",
        kinds=(Kind.TEXT, Kind.TEXT, Kind.PERCENT),
    )
    yield Paragraph(politica(uno.plan), note=True)
    if len({_suma_con(fila) for fila in actividades(uno.plan) if fila.programacion}) > 1:
        yield Paragraph(
            "El plan programa en unidades y en porcentaje: al sumar se mezclan, y pesa más lo que se cuenta en números"
            " grandes. El promedio simple no las mezcla.",
            note=True,
        )
    if any(fila.agregacion == "decreciente" and fila.programacion for fila in actividades(uno.plan)):
        yield Paragraph(
            "Lo que debe bajar entra en las sumas y en estos promedios como lo demás; en la tabla por actividad su"
            " porcentaje es lo programado sobre lo ejecutado.",
            note=True,
        )


def politica(plan: r.Plan) -> str:
    """Which of the averages a plan reports as its own."""
    if plan.sin_tope is None:
        return "El plan no dice si promedia con tope o sin él: se toma el tope de 100 %."
    return f"El plan promedia {'sin tope' if plan.sin_tope else 'con tope de 100 %'}."


def por_actividad(datos: Datos, uno: Hecho) -> Iterator[Block]:
    """Every activity of each component, with what it programmed and did in each period."""
    for componente in uno.plan.componentes:
        yield from titulado(literal(componente.nombre), _tabla(datos, vigentes(componente.actividades)))


def _tabla(datos: Datos, todas: Sequence[r.Actividad]) -> Iterator[Block]:
    """A row for each period; the period and the reason are columns only where there is something to tell in them."""
    programadas = [(fila, uno) for fila in todas for uno in fila.programacion]
    if not programadas:
        return
    celdas = [_fila(datos, fila, uno) for fila, uno in programadas]
    varios = len({uno.periodo for _, uno in programadas}) > 1
    hay = {"Periodo": varios, "Explicación": any(una[-1] for una in celdas)}
    quedan = [place for place, (titulo, _, _) in enumerate(_COLUMNAS) if hay.get(titulo, True)]
    anchos = [_COLUMNAS[place][1] for place in quedan[1:]]
    if hay["Explicación"] and not varios:
        anchos[-1] += _COLUMNAS[1][1] / 2
    yield Grid(
        tuple(_COLUMNAS[place][0] for place in quedan),
        tuple(tuple(una[place] for place in quedan) for una in celdas),
        (_HOJA - sum(anchos), *anchos),
        summary="Cumplimiento por actividad",
        kinds=tuple(_COLUMNAS[place][2] for place in quedan),
    )


_HOJA: Final = 464.0
_COLUMNAS: Final = (
    ("Actividad", 0.0, Kind.TEXT),
    ("Periodo", 68.0, Kind.TEXT),
    ("Programado", 69.0, Kind.NUMBER),
    ("Ejecutado", 60.0, Kind.NUMBER),
    ("%", 47.0, Kind.PERCENT),
    ("Explicación", 118.0, Kind.TEXT),
)
"""Title, width in points of a standing sheet (the first has what is left) and kind of each column."""


def _fila(datos: Datos, fila: r.Actividad, periodo: r.Programacion) -> tuple[str, ...]:
    razon = razon_de(fila, periodo)
    return (
        filas.nombre(fila),
        en_corto(periodo.periodo),
        cantidad(periodo.programado, fila.unidad),
        filas.SIN_REPORTE if periodo.ejecutado is None else cantidad(periodo.ejecutado, fila.unidad),
        SIN_DATO if razon is None or razon.ejecutado is None else por_ciento(razon.real),
        _explicacion(datos, periodo, None if razon is None else razon.real),
    )


def _explicacion(datos: Datos, periodo: r.Programacion, real: Fraction | None) -> str:
    """The reason that was written; where one is needed and there is none, it is said."""
    if periodo.justificacion:
        return literal(periodo.justificacion)
    if real is None:
        return ""
    falta = real > 1 or (real < BAJO and _termina(periodo.periodo) <= datos.corte)
    return SIN_EXPLICACION if falta else ""


@lru_cache(maxsize=256)
def _termina(periodo: str) -> date:
    return ultimo_dia(meses(periodo)[1])


def _en_una_frase(datos: Datos, plan: r.Plan, cifras: Cifras) -> str:
    """The compliance of the whole, first by the policy of the plan; what is measured in percent is added to nothing."""
    cuando = f"Al corte del {i18n.fecha_larga(datos.corte.isoformat())}"
    de = f" para {con_articulo(datos.periodo)}" if datos.periodo and "-" in datos.periodo else ""
    if "programado" not in cifras:
        return f"{cuando} el plan no tiene{de} actividades con lo programado y lo ejecutado."
    sumas = "" if _en_porcentaje(plan) else f"{_sumas(cifras, de)}: "
    if "cumplimiento" not in cifras:
        return f"{cuando} {sumas.removesuffix(': ') or f'no hay nada programado{de}'}."
    claves = ("cumplimiento", "cumplimiento_acotado")
    real, acotado = (bold(dicho_por_ciento(str(cifras[clave]))) for clave in claves)
    por_politica = (real, "sin tope", acotado, "con tope de 100 % en cada actividad")
    primero, como, segundo, otro = por_politica if plan.sin_tope else (*por_politica[2:], *por_politica[:2])
    return f"{cuando} {sumas}el cumplimiento{'' if sumas else de} es {primero} {como} y {segundo} {otro}."


def _sumas(cifras: Cifras, de: str) -> str:
    programado, ejecutado = (str(cifras[clave]) for clave in ("programado", "ejecutado"))
    uno, otro = ("ó" if cuanto == "1" else "aron" for cuanto in (programado, ejecutado))
    productos = "producto" if programado == "1" else "productos"
    return f"se program{uno} {cantidad(programado)} {productos}{de} y se ejecut{otro} {cantidad(ejecutado)}"


def _en_porcentaje(plan: r.Plan) -> bool:
    """Whether some row of a plan is measured in percent: percentages are added to nothing."""
    return any(_suma_con(fila) for fila in actividades(plan) if fila.programacion)


def _aparte(datos: Datos, plan: r.Plan) -> Iterator[Block]:
    """What the figures leave out: what nobody has reported, and the periods that do not fall whole in the one asked."""
    assert datos.plan is not None
    sin = [(fila, uno) for fila in actividades(plan) for uno in fila.programacion if _sin_reporte(uno)]
    if sin:
        cuantas = i18n.plural(len(sin), "meta programada", "metas programadas")
        yield Paragraph(f"No se cuenta lo que nadie ha reportado: {cuantas} sin reporte.", note=True)
    largos = sin_contar(datos.plan, datos.periodo)
    if largos and datos.periodo:
        dichos = i18n.lista_en_palabras([en_palabras(uno) for uno in largos])
        yield Paragraph(
            f"Un periodo se cuenta donde cabe completo. Lo que se programó para {dichos} no se puede repartir y se"
            f" cuenta en el informe de ese periodo, no en el {del_periodo(datos.periodo)}.",
            note=True,
        )


def _sin_reporte(periodo: r.Programacion) -> bool:
    return periodo.programado is not None and numero(periodo.programado) > 0 and periodo.ejecutado is None


def _suma_con(fila: r.Actividad) -> bool:
    return fila.unidad == "porcentaje"


def _celdas(valores: Sequence[str]) -> tuple[str, str, str]:
    return cantidad(valores[0]), cantidad(valores[1]), _entero(valores[2])


def _entero(razon: str) -> str:
    return dicho_por_ciento(razon) if razon else SIN_DATO


def _lista(valores: object) -> list[object]:
    assert isinstance(valores, list)
    return valores
