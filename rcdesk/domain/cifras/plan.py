"""Figures of a plan or strategy: what was programmed, what was done, and what does not agree."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import assert_never

from rcdesk.domain.cifras.arbol import Cifra, Cifras
from rcdesk.domain.cifras.redondeo import exacto, numero, porcentaje, redondear
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.plazos import LEY, Calendario, dia_exacto, es_habil
from rcdesk.domain.registro import Actividad, Componente, CompromisosPorPeriodo, Evidencia, Plan, Programacion
from rcdesk.domain.registro.planes import Agregacion


@dataclass(frozen=True, slots=True)
class Par:
    """What was programmed and done in a period, when both are known."""

    programado: Fraction
    ejecutado: Fraction


def cifras_de_plan(plan: Plan, calendario: Calendario = LEY) -> Cifras:
    """All the figures of one plan; `calendario` is the entity's."""
    return {
        **cifras_de_actividades(plan, calendario),
        "cumplimientos_declarados": cumplimientos_declarados(plan),
        **cifras_de_cumplimiento(plan),
        **cifras_de_avance(plan),
        **cifras_de_compromisos_por_periodo(plan.compromisos_por_periodo),
        **cifras_de_ponderacion(plan),
    }


def actividades(plan: Plan) -> tuple[Actividad, ...]:
    """The rows of all the components that were not annulled."""
    return tuple(actividad for componente in plan.componentes for actividad in vigentes(componente.actividades))


def nombre_corto(actividad: Actividad) -> str:
    """How the figures name a row: its code, otherwise that of its indicator, otherwise its name."""
    indicador = actividad.indicador.codigo if actividad.indicador is not None else None
    return actividad.codigo or indicador or actividad.nombre or ""


def cifras_de_actividades(plan: Plan, calendario: Calendario = LEY) -> Cifras:
    """Rows, their kinds and their dates."""
    filas = actividades(plan)
    return {
        "componentes": len(plan.componentes),
        "actividades": len(filas),
        "actividades_por_componente": [len(vigentes(componente.actividades)) for componente in plan.componentes],
        "actividades_por_tipo": dict(Counter(fila.tipo for fila in filas if fila.tipo is not None)),
        "con_desde_y_hasta": sum(fila.desde is not None and fila.hasta is not None for fila in filas),
        "fechas_programadas": sum(len(fila.fechas) for fila in filas),
        "fechas_no_habiles": [[nombre_corto(fila), fecha] for fila in filas for fecha in _no_habiles(fila, calendario)],
        "meta_distinta_de_fechas": [nombre_corto(fila) for fila in filas if _meta_distinta_de_fechas(fila)],
        "unidad_distinta": [nombre_corto(fila) for fila in filas if _unidad_distinta(fila)],
    }


def cumplimientos_declarados(plan: Plan) -> dict[str, str]:
    """Period → numerator / denominator of the compliance that the source prints, two decimals."""
    return {
        dato.periodo: porcentaje(numero(dato.numerador), numero(dato.denominador), 2)
        for dato in plan.declarado
        if dato.concepto == "cumplimiento"
        and dato.periodo is not None
        and dato.numerador is not None
        and dato.denominador is not None
        and numero(dato.denominador) != 0
    }


def pares(filas: Iterable[Actividad]) -> tuple[Par, ...]:
    """The periods of the rows with both what was programmed and what was done."""
    return tuple(
        Par(numero(periodo.programado), numero(periodo.ejecutado))
        for periodo in _periodos(filas)
        if periodo.programado is not None and periodo.ejecutado is not None
    )


def sumas(pares: Iterable[tuple[int | Fraction, int | Fraction]]) -> tuple[Fraction, Fraction, Fraction]:
    """Of pairs programmed and done: the sum of each, and of what was done without going beyond what was programmed."""
    total: list[int | Fraction] = [0, 0, 0]  # whole numbers stay so: thousands of fractions take a tenth of a second
    for programado, ejecutado in pares:
        total[0] += programado
        total[1] += ejecutado
        total[2] += min(programado, ejecutado)
    return Fraction(total[0]), Fraction(total[1]), Fraction(total[2])


def cifras_de_cumplimiento(plan: Plan) -> Cifras:
    """Compliance by its three methods, which differ, and by component; empty without pairs."""
    todos = pares(actividades(plan))
    if not todos:
        return {}
    programado, ejecutado, acotado = sumas(_enteros(todos))
    razones = [par.ejecutado / par.programado for par in todos if par.programado > 0]
    cifras: Cifras = {
        "programado": exacto(programado),
        "ejecutado": exacto(ejecutado),
        "por_componente": cumplimiento_por_componente(plan),
        "sobreejecutadas": sum(par.ejecutado > par.programado for par in todos),
    }
    if programado != 0:
        cifras["cumplimiento"] = porcentaje(ejecutado, programado, 2)
        cifras["cumplimiento_acotado"] = porcentaje(acotado, programado, 2)
    if razones:
        cifras["cumplimiento_promedio_simple"] = porcentaje(sum(razones, Fraction()), len(razones), 2)
    return cifras


def cumplimiento_por_componente(plan: Plan) -> dict[str, list[str | None]]:
    """Component → programmed, done, and their percentage without decimals (None if nothing was programmed).

    Components of one name are one.
    """
    filas: dict[str, tuple[Actividad, ...]] = {}
    for componente in plan.componentes:
        filas[componente.nombre] = (*filas.get(componente.nombre, ()), *vigentes(componente.actividades))
    totales = {nombre: sumas(_enteros(pares(suyas))) for nombre, suyas in filas.items()}
    return {
        nombre: [exacto(programado), exacto(ejecutado), porcentaje(ejecutado, programado, 0) if programado else None]
        for nombre, (programado, ejecutado, _) in totales.items()
    }


def _enteros(pares: Iterable[Par]) -> Iterator[tuple[int | Fraction, int | Fraction]]:
    """Both amounts of each pair, whole where they are."""
    return ((_entero(par.programado), _entero(par.ejecutado)) for par in pares)


def _entero(valor: Fraction) -> int | Fraction:
    return valor.numerator if valor.denominator == 1 else valor


def cifras_de_avance(plan: Plan) -> Cifras:
    """Mean progress of the rows that report it without a target, and those that prove nothing; empty without any."""
    reportes = [
        (fila, periodo, numero(periodo.ejecutado))
        for fila in actividades(plan)
        for periodo in fila.programacion
        if periodo.ejecutado is not None and periodo.programado is None
    ]
    if not reportes:
        return {}
    avances = [avance for _, _, avance in reportes]
    return {
        "avance_promedio": promedio_de_avances(avances),
        "sin_evidencia": [
            fila.nombre or nombre_corto(fila) for fila, periodo, _ in reportes if not evidencias_de(periodo)
        ],
    }


def promedio_de_avances(avances: Sequence[int | Fraction]) -> str:
    """The simple mean of some percentages, one decimal."""
    return redondear(Fraction(sum(avances)) / len(avances), 1)


def evidencias_de(periodo: Programacion) -> tuple[Evidencia, ...]:
    """What proves what was done in a period: its own evidence, and that of its advances."""
    return (*periodo.evidencias, *(una for uno in periodo.seguimientos for una in uno.evidencias))


def cifras_de_compromisos_por_periodo(entradas: Sequence[CompromisosPorPeriodo]) -> Cifras:
    """Commitments collected, by who must answer, and the periods whose split does not add up; empty without any."""
    if not entradas:
        return {}
    return {
        "compromisos": {
            "recogidos": sum(entrada.recogidos for entrada in entradas),
            "a_cargo": sum(entrada.a_cargo or 0 for entrada in entradas),
            "no_a_cargo": sum(entrada.no_a_cargo or 0 for entrada in entradas),
            "sin_clasificar": sum(entrada.recogidos for entrada in entradas if entrada.a_cargo is None),
            "descuadrados": [
                entrada.periodo
                for entrada in entradas
                if entrada.a_cargo is not None and entrada.a_cargo + (entrada.no_a_cargo or 0) != entrada.recogidos
            ],
        }
    }


def total_programado(actividad: Actividad) -> Fraction:
    """What a row programmes over all its periods, as its aggregation says; periods without value add nothing."""
    return Fraction(agregado(_programados(actividad), actividad.agregacion))


def agregado(valores: Sequence[int | Fraction], como: Agregacion | None) -> int | Fraction:
    """The values of the periods of a row as one, as its aggregation says; 0 when there are none."""
    if not valores:
        return 0
    match como:
        case "suma" | None:
            return sum(valores)
        case "acumulado":
            return max(valores)
        case "constante" | "decreciente":
            return valores[-1]
        case _:
            assert_never(como)


def cifras_de_ponderacion(plan: Plan) -> Cifras:
    """Weights by component and totals by row, of the components that are weighted; empty when none is.

    A row whose weight is stated as null is weighted, and leaves its component without a sum.
    """
    todos = [(componente, vigentes(componente.actividades)) for componente in plan.componentes]
    ponderados = [(componente, filas) for componente, filas in todos if any(map(_dice_ponderacion, filas))]
    if not ponderados:
        return {}
    filas_ponderadas = [(componente, fila) for componente, filas in ponderados for fila in filas]
    return {
        "ponderaciones": {_codigo(componente): _suma_de_pesos(filas) for componente, filas in ponderados},
        "totales": [exacto(total_programado(fila)) for _, fila in filas_ponderadas],
        "totales_distintos": [
            [_codigo(componente), _codigo_de_indicador(fila), exacto(total_programado(fila)), exacto(declarado)]
            for componente, fila in filas_ponderadas
            for declarado in _totales_declarados(fila)
            if declarado != total_programado(fila)
        ],
        "acumulados_que_bajan": [
            [_codigo(componente), _codigo_de_indicador(fila)] for componente, fila in filas_ponderadas if _baja(fila)
        ],
    }


def _no_habiles(actividad: Actividad, calendario: Calendario) -> Iterator[str]:
    for fecha in actividad.fechas:
        dia = dia_exacto(fecha)
        if dia is not None and not es_habil(dia, calendario):
            yield fecha


def _meta_distinta_de_fechas(actividad: Actividad) -> bool:
    meta = actividad.meta
    if meta is None or meta.unidad != "unidades" or meta.valor is None:
        return False
    valor = numero(meta.valor)
    return valor > 1 and valor != len(actividad.fechas)


def _unidad_distinta(actividad: Actividad) -> bool:
    meta, indicador = actividad.meta, actividad.indicador
    if meta is None or meta.unidad != "unidades" or indicador is None or indicador.nombre is None:
        return False
    return indicador.nombre.startswith("Porcentaje")


def _periodos(filas: Iterable[Actividad]) -> Iterator[Programacion]:
    return (periodo for fila in filas for periodo in fila.programacion)


def _programados(actividad: Actividad) -> list[Fraction]:
    return [numero(periodo.programado) for periodo in actividad.programacion if periodo.programado is not None]


def _baja(actividad: Actividad) -> bool:
    """Whether an accumulated series falls from one period to the next."""
    return actividad.agregacion == "acumulado" and any(
        despues < antes for antes, despues in pairwise(_programados(actividad))
    )


def _dice_ponderacion(actividad: Actividad) -> bool:
    return actividad.ponderacion is not None or "ponderacion" in actividad.presentes


def _suma_de_pesos(filas: Sequence[Actividad]) -> Cifra:
    """Sum of the weights, two decimals; None if a row has none."""
    pesos = [numero(fila.ponderacion) for fila in filas if fila.ponderacion is not None]
    return redondear(sum(pesos, Fraction()), 2) if len(pesos) == len(filas) else None


def _totales_declarados(actividad: Actividad) -> list[Fraction]:
    return [
        numero(dato.valor)
        for dato in actividad.declarado
        if dato.concepto == "total_programado" and dato.valor is not None
    ]


def _codigo(componente: Componente) -> str:
    return componente.codigo or componente.nombre


def _codigo_de_indicador(actividad: Actividad) -> str:
    indicador = actividad.indicador.codigo if actividad.indicador is not None else None
    return indicador or nombre_corto(actividad)
