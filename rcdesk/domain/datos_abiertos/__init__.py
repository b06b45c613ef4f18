"""The open data of an entity: tables of what may be published, and the search of what may not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.compromisos import adquiridos_al
from rcdesk.domain.cifras.entre_audiencias import comparadas_al
from rcdesk.domain.cifras.oportunidad import atenciones_al
from rcdesk.domain.datos_abiertos.de_audiencias import de_audiencias, de_encuestas, de_piezas, de_preguntas
from rcdesk.domain.datos_abiertos.de_planes import de_compromisos, de_planes
from rcdesk.domain.datos_abiertos.tabla import Tabla
from rcdesk.domain.plazos import calendario
from rcdesk.domain.seguimiento import plan_al

__all__ = ["tablas"]


def tablas(publico: r.Archivo, corte: date) -> tuple[Tabla, ...]:
    """Every table of a public version, as things stood at the end of a day."""
    dias, audiencias = calendario(publico), publico.audiencias
    al_corte = replace(publico, planes=tuple(plan_al(plan, corte) for plan in publico.planes))
    return (
        de_audiencias(audiencias, comparadas_al(publico, corte, dias)),
        de_piezas(audiencias),
        de_preguntas(audiencias, atenciones_al(audiencias, corte, dias)),
        de_encuestas(audiencias),
        *de_compromisos(adquiridos_al(publico, corte, dias), corte),
        *de_planes(al_corte.planes),
    )
