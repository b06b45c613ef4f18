"""The reviewer: every check of a plan, in the order of the file, and those of its hearings that are of the year."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from rcdesk.domain import registro as r
from rcdesk.domain.hallazgos import acciones, codigos, ejecucion, fechas, indicadores, rotulos
from rcdesk.domain.hallazgos.hallazgo import Hallazgo
from rcdesk.domain.hallazgos.recogidos import recogidos
from rcdesk.domain.hallazgos.vista import Vista, dice, entre_comillas, mirar
from rcdesk.domain.plazos import LEY, Calendario

_REGLAS: Final[tuple[Callable[[Vista], Iterator[Hallazgo]], ...]] = (
    ejecucion.sin_evidencia,
    rotulos.notas_y_cronograma,
    fechas.dias_dichos,
    fechas.fechas_y_meta,
    indicadores.unidades,
    fechas.dias_no_habiles,
    acciones.antes_de_su_base,
    acciones.sin_renglon,
    acciones.de_otra_clase,
    fechas.al_reves,
    fechas.antes_de_empezar,
    rotulos.rotulos,
    recogidos,
    ejecucion.por_encima,
    ejecucion.anunciadas,
    indicadores.totales,
    indicadores.series,
    indicadores.pesos,
    codigos.indicadores_repetidos,
    codigos.metas_repetidas,
    codigos.metas_casi_iguales,
    codigos.codigos_repetidos,
    codigos.circulos,
)
_LUGAR: Final = re.compile(r"\d+")


def hallazgos_de_plan(
    plan: r.Plan, calendario: Calendario = LEY, *, otros: tuple[r.Plan, ...] = (), lugar: int = 0
) -> tuple[Hallazgo, ...]:
    """All that a reviewer finds in a plan, from its beginning to its end; `otros` are the entity's other plans.

    `lugar` is its place in the file. What was annulled is not looked at.
    """
    vista = mirar(plan, lugar=lugar, calendario=calendario, otros=otros)
    found = [hallazgo for regla in _REGLAS for hallazgo in regla(vista)]
    return tuple(sorted(found, key=lambda uno: _orden(uno.donde)))


def hallazgos_de_audiencia(audiencia: r.Audiencia, raiz: str = "/audiencias/0") -> Iterator[Hallazgo]:
    """V25: one hearing with two names. V28: its date said with another weekday."""
    otros = [nombre for nombre in audiencia.otros_nombres if dice(nombre) != dice(audiencia.nombre)]
    if otros and audiencia.nombre:
        dos = f"{entre_comillas(audiencia.nombre)} y también {entre_comillas(otros[0])}"
        nota = f"La audiencia se llama {dos}. Deje un nombre."
        yield Hallazgo("V25", "W", f"{raiz}/otros_nombres", nota, audiencia.id or "", "nombre")
    anio = (audiencia.fecha or "")[:4]
    for lugar, dato in enumerate(audiencia.declarado):
        for nota in fechas.dias_que_no_son(dato.texto or "", anio):
            yield Hallazgo("V28", "E", f"{raiz}/declarado/{lugar}", nota, audiencia.id or "", "fecha")


def _orden(donde: str) -> tuple[str, ...]:
    return tuple(_LUGAR.sub(lambda found: found.group().zfill(9), donde).split("/"))
