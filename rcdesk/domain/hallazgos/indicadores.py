"""V30, V36–V38: units, totals, series and weights of what a plan measures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Final

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.plan import total_programado
from rcdesk.domain.cifras.redondeo import numero
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.cumplimiento import TOLERANCIA
from rcdesk.domain.hallazgos.hallazgo import Hallazgo
from rcdesk.domain.hallazgos.vista import Renglon, Vista, durante, entre_comillas, escrito, llamar
from rcdesk.i18n import sin_tildes

_TODO: Final = Fraction(100)
_EN_PORCENTAJE: Final = re.compile(r"^(porcentaje|%)|\bporcentual\b|\(%\)")
_EN_UNIDADES: Final = re.compile(r"^(numero|cantidad|no\.|n\.?º|#)\b")


def unidades(vista: Vista) -> Iterator[Hallazgo]:
    """V30: a goal of «4» with an indicator that is a percentage, or of «100 %» with one that counts things."""
    for renglon in vista.renglones:
        meta, indicador = renglon.fila.meta, renglon.fila.indicador
        nombre = sin_tildes(indicador.nombre or "").strip() if indicador else ""
        if meta is None or meta.valor is None or not nombre:
            continue
        valor = escrito(numero(meta.valor))
        if meta.unidad == "unidades" and _EN_PORCENTAJE.search(nombre):
            nota = (
                f"la meta es «{valor}» y el indicador está en porcentaje. Escriba «{valor} %», o cambie el indicador."
            )
        elif meta.unidad == "porcentaje" and _EN_UNIDADES.search(nombre):
            nota = f"la meta es «{valor} %» y el indicador cuenta cosas. Quite el «%», o cambie el indicador."
        else:
            continue
        yield renglon.hallazgo("V30", "W", f"{llamar(renglon.fila)}: {nota}", campo="meta_valor")


def totales(vista: Vista) -> Iterator[Hallazgo]:
    """V36: a total that its source prints, and that its periods do not give."""
    for renglon in vista.renglones:
        for dato in renglon.fila.declarado:
            if dato.concepto != "total_programado" or dato.valor is None:
                continue
            declarado, suma = numero(dato.valor), total_programado(renglon.fila)
            if declarado != suma:
                nota = (
                    f"{llamar(renglon.fila)}: los periodos dan {escrito(suma)} y el plan dice "
                    f"{dato.texto or escrito(declarado)}. Corrija los periodos, o el total."
                )
                yield renglon.hallazgo("V36", "E", nota, campo="total")


def series(vista: Vista) -> Iterator[Hallazgo]:
    """V37: an accumulated series that falls."""
    for renglon in vista.renglones:
        if renglon.fila.agregacion != "acumulado":
            continue
        dichos = [(uno.periodo, numero(uno.programado)) for uno in renglon.fila.programacion if uno.programado]
        for (_, antes), (periodo, despues) in pairwise(dichos):
            if despues < antes:
                valores = ", ".join(escrito(valor) for _, valor in dichos)
                nota = (
                    f"{llamar(renglon.fila)}: {valores}. Un acumulado no baja, y {durante(periodo)} baja. "
                    f"Repita {escrito(antes)}, o diga que se suma."
                )
                yield renglon.hallazgo("V37", "W", nota, campo="programacion")
                break


def pesos(vista: Vista) -> Iterator[Hallazgo]:
    """V38: weights that do not add up to 100, and rows without one where others have it."""
    for i, componente in enumerate(vista.plan.componentes):
        filas = vigentes(componente.actividades)
        if not any(_pesa(fila) for fila in filas):
            continue
        suyos = [uno for uno in vista.renglones if uno.componente is componente]
        yield from _sin_peso(suyos)
        dichos = [numero(fila.ponderacion) for fila in filas if fila.ponderacion is not None]
        suma = sum(dichos, Fraction())
        if not dichos or suma == _TODO:
            continue
        cerca = abs(suma - _TODO) <= TOLERANCIA
        nombre = componente.codigo or entre_comillas(componente.nombre)
        que = "es redondeo y se acepta" if cerca else "deben sumar 100. Corrija las ponderaciones"
        nota = f"Objetivo {nombre}: las ponderaciones suman {escrito(suma)}; {que}."
        yield Hallazgo(
            "V38", "I" if cerca else "E", f"{vista.raiz}/componentes/{i}", nota, componente.id or "", "ponderacion"
        )


def _sin_peso(suyos: list[Renglon]) -> Iterator[Hallazgo]:
    for renglon in suyos:
        if renglon.fila.ponderacion is None:
            solo = (
                " Como está solo, se toma como 100." if len(suyos) == 1 else " Hasta entonces no cuenta en su objetivo."
            )
            nota = f"{llamar(renglon.fila)} no tiene ponderación. Escríbala.{solo}"
            yield renglon.hallazgo("V38", "W", nota, campo="ponderacion")


def _pesa(fila: r.Actividad) -> bool:
    return fila.ponderacion is not None or "ponderacion" in fila.presentes
