"""What was done: without proof, beyond what was programmed, and other than a name announces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.plan import total_programado
from rcdesk.domain.cifras.redondeo import numero
from rcdesk.domain.hallazgos.hallazgo import Hallazgo
from rcdesk.domain.hallazgos.vista import Vista, durante, escrito, llamar, por_ciento
from rcdesk.i18n import sin_tildes

_TODO: Final = Fraction(100)
_ANUNCIADA: Final = re.compile(r"\((\d{1,4}) [a-z]+s\)|\b(\d{1,3}) (?:[a-z]{3,}e?s)\b")
_DE_UNA_NORMA: Final = re.compile(r"\b(ley|decreto|resolucion|acuerdo|articulo|circular|linea|vigencia)\b[^,;.()]*\d")
_SON_PORCENTAJE: Final = frozenset({"porcentaje", None})


def sin_evidencia(vista: Vista) -> Iterator[Hallazgo]:
    """V26: all done, and nothing that proves it.

    In a plan where no row has evidence, as a summary of products (seed 002), it is asked only of what reports a
    percentage alone and of what was reported here, advance by advance.
    """
    las_lleva = any(_prueba(periodo) for uno in vista.renglones for periodo in uno.fila.programacion)
    for renglon in vista.renglones:
        for lugar, periodo in enumerate(renglon.fila.programacion):
            pedida = las_lleva or periodo.programado is None or bool(periodo.seguimientos)
            if pedida and _completo(renglon.fila, periodo) and not _prueba(periodo):
                nota = (
                    f"{llamar(renglon.fila)} va en 100 % {durante(periodo.periodo)} sin evidencia. "
                    "Agregue el archivo o el enlace que lo prueba."
                )
                yield renglon.hallazgo(
                    "V26",
                    "W",
                    nota,
                    en=f"/programacion/{lugar}/evidencias",
                    campo="programacion",
                    detalle=periodo.periodo,
                )


def por_encima(vista: Vista) -> Iterator[Hallazgo]:
    """V35: more was done than programmed: why is told, or is asked for."""
    for renglon in vista.renglones:
        if renglon.fila.agregacion == "decreciente":
            continue
        for lugar, periodo in enumerate(renglon.fila.programacion):
            if periodo.programado is None or periodo.ejecutado is None:
                continue
            programado, ejecutado = numero(periodo.programado), numero(periodo.ejecutado)
            if not 0 < programado < ejecutado:
                continue
            cuanto = (
                f"{llamar(renglon.fila)} va en {por_ciento(ejecutado, programado)} {durante(periodo.periodo)}: "
                f"{escrito(ejecutado)} de {escrito(programado)}"
            )
            dicha = bool(periodo.justificacion)
            nota = (
                f"{cuanto}. La explicación está escrita." if dicha else f"{cuanto}, sin explicación. Escriba por qué."
            )
            yield renglon.hallazgo(
                "V35",
                "I" if dicha else "W",
                nota,
                en=f"/programacion/{lugar}",
                campo="programacion",
                detalle=periodo.periodo,
            )


def anunciadas(vista: Vista) -> Iterator[Hallazgo]:
    """V35: «(24 instancias)» in a name, and another quantity programmed."""
    for renglon in vista.renglones:
        fila = renglon.fila
        if fila.unidad in _SON_PORCENTAJE or not fila.programacion or fila.agregacion not in ("suma", None):
            continue
        programado = total_programado(fila)
        for entre, suelta in _ANUNCIADA.findall(_sin_normas(fila.nombre or "")):
            dicha = entre or suelta
            if programado > 0 and int(dicha) != programado:
                nota = (
                    f"{llamar(fila)} anuncia {dicha} y programa {escrito(programado)}. "
                    "Revise si es la misma cantidad, o aclare lo que cuenta cada una."
                )
                yield renglon.hallazgo("V35", "I", nota, campo="nombre")
                break


def _sin_normas(texto: str) -> str:
    return _DE_UNA_NORMA.sub(" ", sin_tildes(texto))


def _completo(fila: r.Actividad, periodo: r.Programacion) -> bool:
    if periodo.ejecutado is None:
        return False
    hecho = numero(periodo.ejecutado)
    if periodo.programado is None:
        return hecho >= _TODO and fila.unidad in _SON_PORCENTAJE
    meta = numero(periodo.programado)
    return hecho <= meta if fila.agregacion == "decreciente" else 0 < meta <= hecho


def _prueba(periodo: r.Programacion) -> bool:
    return bool(periodo.evidencias) or any(uno.evidencias for uno in periodo.seguimientos)
