"""A plan seen in one period: only what was programmed for it counts.

A period is counted where it falls whole: a month in its cuatrimestre, a quarter in its year. What was programmed for a
whole year cannot be shared out among its months, so in a shorter period it is told and not counted.
"""

from __future__ import annotations

from dataclasses import replace

from rcdesk.domain import registro as r
from rcdesk.domain.cumplimiento import periodos_de
from rcdesk.domain.periodos import meses


def cae_en(periodo: str, otro: str) -> bool:
    """Whether a period falls whole in another one."""
    (primero, ultimo), (desde, hasta) = meses(periodo), meses(otro)
    return desde <= primero and ultimo <= hasta


def se_cruzan(periodo: str, otro: str) -> bool:
    """Whether two periods have a month in common."""
    (primero, ultimo), (desde, hasta) = meses(periodo), meses(otro)
    return primero <= hasta and desde <= ultimo


def plan_en(plan: r.Plan, periodo: str | None) -> r.Plan:
    """The plan with what falls whole in the period; all of it without one."""
    if periodo is None:
        return plan
    componentes = tuple(
        replace(uno, actividades=tuple(_actividad_en(fila, periodo) for fila in uno.actividades))
        for uno in plan.componentes
    )
    return replace(plan, componentes=componentes)


def sin_contar(plan: r.Plan, periodo: str | None) -> tuple[str, ...]:
    """The periods of a plan that reach into the one asked for without falling whole in it."""
    if periodo is None:
        return ()
    return tuple(uno for uno in periodos_de(plan) if se_cruzan(uno, periodo) and not cae_en(uno, periodo))


def _actividad_en(fila: r.Actividad, periodo: str) -> r.Actividad:
    return replace(fila, programacion=tuple(uno for uno in fila.programacion if cae_en(uno.periodo, periodo)))
