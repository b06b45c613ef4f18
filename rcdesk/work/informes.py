"""The reports of the year: which there are, and each made from what the base holds on a day."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from rcdesk.documents.blocks import Document
from rcdesk.documents.informes import (
    audiencias,
    compromisos,
    convocatoria,
    cronograma,
    cumplimiento,
    estrategia,
    estrategico,
    oportunidad,
    paac,
)
from rcdesk.documents.informes.clase import Clase
from rcdesk.documents.informes.datos import Datos
from rcdesk.domain import registro as r
from rcdesk.domain.errors import RuleError
from rcdesk.domain.periodos import ultimo_dia
from rcdesk.i18n import lista_en_palabras
from rcdesk.uncollected import uncollected
from rcdesk.work.archivos import imagenes
from rcdesk.work.reunir_informe import Leido, PlanQueHay, plan_leido_al, planes_que_hay, reunir_para

CLASES: Final[Mapping[str, Clase]] = {
    clase.id: clase
    for clase in (
        estrategia.CLASE,
        paac.CLASE,
        cumplimiento.CLASE,
        estrategico.CLASE,
        compromisos.CLASE,
        audiencias.CLASE,
        convocatoria.CLASE,
        oportunidad.CLASE,
        cronograma.CLASE,
    )
}
"""The word of a kind of report → what it is, in the order in which they are offered."""


@uncollected()
def documento_informe(
    connection: Any,
    *,
    clase: str,
    evidencias: Path,
    hoy: date,
    plan: str | None = None,
    corte: date | None = None,
    periodo: str | None = None,
    partes: Collection[str] | None = None,
    sin_tope: bool | None = None,
) -> Document:
    """A report, of the plan with that code, as things stood at the end of `corte`: see `reunir_informe`."""
    datos = reunir_informe(
        connection,
        clase=clase,
        evidencias=evidencias,
        hoy=hoy,
        plan=plan,
        corte=corte,
        periodo=periodo,
        partes=partes,
        sin_tope=sin_tope,
    )
    return clase_de(clase).hacer(datos)


@uncollected()
def reunir_informe(
    connection: Any,
    *,
    clase: str,
    evidencias: Path,
    hoy: date,
    plan: str | None = None,
    corte: date | None = None,
    periodo: str | None = None,
    partes: Collection[str] | None = None,
    sin_tope: bool | None = None,
) -> Datos:
    """What a report is made of: the public version of the base, with its plan as it stood at the end of a day.

    Without `corte` it is today, or the last day that a plan that is over tells of; `periodo` is one of rcdesk/1. Of the
    parts of the report, all when `partes` is None. `sin_tope` replaces the policy of the plan.
    """
    cual = clase_de(clase)
    elegidas = _partes(cual, partes)
    leido = reunir_para(connection, cual.lee, _plan(cual, planes_que_hay(connection), plan))
    dia = corte or (min(hoy, _ultimo_dia(leido, leido.plan)) if leido.plan else hoy)
    uno = plan_leido_al(connection, leido, dia)
    return Datos(
        archivo=leido.archivo,
        plan=uno if uno is None or sin_tope is None else replace(uno, sin_tope=sin_tope),
        corte=dia,
        periodo=_periodo(cual, uno, periodo),
        partes=elegidas,
        imagenes=imagenes(connection, leido.archivo, evidencias),
    )


def clase_de(clase: str) -> Clase:
    """The kind of report that a word asks for."""
    if clase not in CLASES:
        raise RuleError(f"No hay un informe «{clase}»: los que hay son {lista_en_palabras([*CLASES])}.", field="clase")
    return CLASES[clase]


def _partes(clase: Clase, partes: Collection[str] | None) -> frozenset[str] | None:
    if partes is None:
        return None
    hay = [parte.id for parte in clase.partes]
    sobra = next((parte for parte in partes if parte not in hay), None)
    if sobra is not None:
        raise RuleError(
            f"El informe no tiene una parte «{sobra}»: las que hay son {lista_en_palabras(hay)}.", field="partes"
        )
    return frozenset(partes)


def _plan(clase: Clase, planes: Sequence[PlanQueHay], codigo: str | None) -> str | None:
    """The code of the plan asked for; without asking, the only one that can be meant. None when it is of no plan."""
    if codigo is not None:
        if all(plan.codigo != codigo for plan in planes):
            raise RuleError(f"No hay un plan con el código «{codigo}». {_los_que_hay(planes)}", field="plan")
        return codigo
    if not clase.de_un_plan:
        return None
    propios = [plan for plan in planes if plan.tipo in clase.tipos] or planes
    if not propios:
        raise RuleError("Este informe es de un plan y la base no tiene ninguno: hágalo en Cronograma.", field="plan")
    if len(propios) > 1:
        raise RuleError(f"Diga de cuál plan es el informe, con su código. {_los_que_hay(propios)}", field="plan")
    return propios[0].codigo


def _los_que_hay(planes: Sequence[PlanQueHay]) -> str:
    if not planes:
        return "La base no tiene ninguno."
    dichos = lista_en_palabras([f"«{plan.codigo}» ({plan.nombre})" for plan in planes])
    return f"{'El que hay es' if len(planes) == 1 else 'Los que hay son'} {dichos}."


def _periodo(clase: Clase, plan: r.Plan | None, periodo: str | None) -> str | None:
    if periodo is None:
        return None
    if not clase.con_periodo:
        raise RuleError(f"«{clase.titulo}» no se hace por periodos: quite el periodo.", field="periodo")
    desde, hasta = _dura(plan) if plan else (None, None)
    if desde and hasta and not desde[:4] <= periodo[:4] <= hasta[:4]:
        anios = desde[:4] if desde[:4] == hasta[:4] else f"{desde[:4]} a {hasta[:4]}"
        raise RuleError(f"El periodo está por fuera del plan, que es de {anios}.", field="periodo")
    return periodo


def _dura(plan: r.Plan) -> tuple[str | None, str | None]:
    """From when until when a plan runs, as it says it."""
    anio = str(plan.vigencia) if plan.vigencia else None
    return plan.desde or anio or plan.hasta, plan.hasta or anio or plan.desde


def _ultimo_dia(leido: Leido, plan: r.Plan) -> date:
    """The last day that a plan tells of: when it ends, or the last advance that was told of it."""
    _, hasta = _dura(plan)
    dichos = [ultimo_dia(fecha) for fecha in (hasta, plan.corte, *leido.cortes) if fecha]
    return max(dichos) if hasta and dichos else date.max
