"""V32: the order in which things are done, and actions that a strategy tells and no plan schedules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from rcdesk.domain import registro as r
from rcdesk.domain.bloques import textos
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.hallazgos.hallazgo import Hallazgo
from rcdesk.domain.hallazgos.vista import Renglon, Vista, entre_comillas, llamar
from rcdesk.domain.periodos import ultimo_dia
from rcdesk.domain.raices import raices
from rcdesk.i18n import algunas, fecha_corta, sin_tildes

_BASE: Final = re.compile(
    r"(elabor|formul|disen|defin|constru)\w*( y \w+)?( de)?( del)?( la| el)? (diagnostico|estrategia|autodiagnostico)\b"
)
"""What everything after it is founded on."""
_CADA: Final = frozenset(raices("anual semestral trimestral bimestral mensual cuatrimestral cada año"))
_CLASES: Final = {"informacion": "información", "dialogo": "diálogo", "incentivo": "incentivo"}
_CUBIERTA: Final = 0.7
"""Part of the words of an action that a row must have to be taken for the same."""
_NOMBRADAS: Final = 3


def antes_de_su_base(vista: Vista) -> Iterator[Hallazgo]:
    """What is due before the diagnosis or the strategy that comes first in its component; told at the earliest."""
    for lugar, base in enumerate(vista.renglones):
        fin = _fin(base.fila)
        if fin is None or not _BASE.match(sin_tildes(base.fila.nombre or "")):
            continue
        despues = [uno for uno in vista.renglones[lugar + 1 :] if uno.componente is base.componente]
        antes = sorted(
            ((primera, uno) for uno in despues if (primera := _primera(uno.fila)) and primera < fin),
            key=lambda par: par[0],
        )
        if antes:
            primera, uno = antes[0]
            otras = algunas([llamar(otro.fila) for _, otro in antes[1:]], _NOMBRADAS)
            nota = (
                f"{llamar(uno.fila)} vence el {fecha_corta(primera.isoformat())}, antes que {llamar(base.fila)} "
                f"({fecha_corta(fin.isoformat())}), de la que parte.{f' También {otras}.' if otras else ''} "
                "Revise el orden de las fechas."
            )
            yield uno.hallazgo("V32", "I", nota, campo="fechas")


def sin_renglon(vista: Vista) -> Iterator[Hallazgo]:
    """Actions that a strategy only names and that the anticorruption plan of its year does not schedule."""
    if vista.plan.tipo != "estrategia_rdc":
        return
    for otro in vista.otros:
        if otro.tipo in ("paac", "ptep") and otro.vigencia == vista.plan.vigencia:
            sueltas = _sueltas(vista, otro)
            if sueltas:
                nombres = algunas([entre_comillas(uno.fila.nombre or "") for uno in sueltas], _NOMBRADAS)
                nota = (
                    f"Acciones sin renglón en {entre_comillas(otro.nombre)}: {nombres}. "
                    "Prográmelas allí, o diga en las notas por qué no van."
                )
                yield sueltas[0].hallazgo("V32", "W", nota)


def de_otra_clase(vista: Vista) -> Iterator[Hallazgo]:
    """A component of one kind of actions whose text presents them as those of another."""
    for i, componente in enumerate(vista.plan.componentes):
        suyas = {clase for clase in _CLASES if _nombra(componente.nombre, clase)} or {
            fila.tipo for fila in vigentes(componente.actividades) if fila.tipo in _CLASES
        }
        if componente.clase != "accion" or len(suyas) != 1:
            continue
        clase = next(iter(suyas))
        for j, bloque in enumerate(componente.bloques):
            dicho = " ".join(textos(bloque))
            otra = next((una for una in _CLASES if una != clase and _nombra(dicho, una)), None)
            if otra and not _nombra(dicho, clase):
                nota = (
                    f"{entre_comillas(componente.nombre)} se presenta como «acciones de {_CLASES[otra]}». "
                    "Corrija el texto, o cambie la clase de sus acciones."
                )
                yield Hallazgo(
                    "V32", "I", f"{vista.raiz}/componentes/{i}/bloques/{j}", nota, componente.id or "", "bloques"
                )


def _sueltas(vista: Vista, otro: r.Plan) -> list[Renglon]:
    filas = [set(_palabras(fila)) for uno in otro.componentes for fila in vigentes(uno.actividades)]
    return [
        uno
        for uno in vista.renglones
        if uno.componente.clase == "accion" and not _programada(uno.fila) and not _cubierta(uno.fila, filas)
    ]


def _cubierta(accion: r.Actividad, filas: list[set[str]]) -> bool:
    palabras = set(raices(accion.nombre or "")) - _CADA
    return not palabras or any(len(palabras & fila) >= _CUBIERTA * len(palabras) for fila in filas)


def _palabras(fila: r.Actividad) -> tuple[str, ...]:
    indicador = fila.indicador.nombre if fila.indicador else None
    return raices(f"{fila.nombre or ''} {indicador or ''}")


def _programada(fila: r.Actividad) -> bool:
    return bool(fila.fechas or fila.desde or fila.hasta or fila.programacion)


def _nombra(texto: str, clase: str) -> bool:
    return f"acciones de {clase}" in sin_tildes(texto)


def _primera(fila: r.Actividad) -> date | None:
    fechas = sorted(map(ultimo_dia, fila.fechas)) or ([ultimo_dia(fila.hasta)] if fila.hasta else [])
    return fechas[0] if fechas else None


def _fin(fila: r.Actividad) -> date | None:
    fechas = sorted(map(ultimo_dia, fila.fechas)) or ([ultimo_dia(fila.hasta)] if fila.hasta else [])
    return fechas[-1] if fechas else None
