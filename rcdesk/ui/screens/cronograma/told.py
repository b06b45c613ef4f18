"""What is said of a plan in few words: the line of status, and what stands here before there is any plan."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from rcdesk.domain.situacion import Situacion
from rcdesk.i18n import plural, porcentaje
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.work.vista_de_plan import CronogramaView

_TOLD: Final[tuple[tuple[Situacion, str, str, str], ...]] = (
    ("vencida", "atrasada", "atrasadas", "danger"),
    ("vence_hoy", "es hoy", "son hoy", "warn"),
)


def nothing() -> EmptyState:
    """What stands here before there is a plan."""
    return EmptyState(
        "calendar-days",
        "Aquí va lo que hay que hacer, y cuándo",
        "La estrategia del año, por etapas: cada actividad con responsable y fecha, y lo que prueba que se hizo.",
        "Nuevo plan",
        shaped=True,
        primary=True,
    )


def counts(view: CronogramaView) -> list[tuple[str, str, str]]:
    """How many, how many late, and compliance as `resumen` says it, with its method named."""
    said = [(str(view.actividades), plural(view.actividades, "actividad", "actividades").split(" ", 1)[1], "ink")]
    for key, one, many, tone in _TOLD:
        n = view.situaciones.get(key, 0)
        if n:
            said.append((str(n), one if n == 1 else many, tone))
    if view.cumplimiento is not None and view.cumplimiento_acotado is not None:
        share = view.cumplimiento if view.sin_tope else view.cumplimiento_acotado
        cap = "sin tope" if view.sin_tope else "con tope de 100 %"
        said.append((porcentaje(Decimal(share)), f"de lo programado, {cap}", "ink"))
    elif view.avance_promedio is not None:
        said.append((porcentaje(Decimal(view.avance_promedio)), "de avance promedio", "ink"))
    return said
