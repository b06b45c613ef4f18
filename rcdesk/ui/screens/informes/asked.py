"""What is asked of a report: of which plan, in which period, as of when; and what is shown in each tab."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from rcdesk.documents.informes.audiencias import SOLO_APROBADAS
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.domain.periodos import en_palabras
from rcdesk.work.informes import CLASES
from rcdesk.work.planes import PlanRow

CUMPLIMIENTO: Final = "cumplimiento"
WHOLE: Final = "todo"
"""What is chosen to see a plan without its periods."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab: its words, and the report that it shows on screen."""

    id: str
    word: str
    clase: str


TABS: Final = (
    Tab("cumplimiento", "Cumplimiento", CUMPLIMIENTO),
    Tab("participacion", "Participación", "audiencias"),
    Tab("preguntas", "Preguntas", "oportunidad"),
    Tab("indicadores", "Indicadores", "plan"),
    Tab("final", "Informe final", "estrategia"),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """`periodo` is one of rcdesk/1, or `WHOLE`."""

    clase: str
    plan: PlanRow | None
    periodo: str
    corte: date

    @property
    def needs_plan(self) -> bool:
        """Whether nothing can be told without a plan."""
        return CLASES[self.clase].de_un_plan

    @property
    def on_screen(self) -> dict[str, Any]:
        """What the report is told when it is looked at here: the hearings whose acta is not approved are told too."""
        parts = [part.id for part in CLASES[self.clase].partes]
        return {"partes": [one for one in parts if one != SOLO_APROBADAS.id]} if SOLO_APROBADAS.id in parts else {}

    @property
    def of_plan(self) -> PlanRow | None:
        """The plan, when the report is of one."""
        return self.plan if CLASES[self.clase].de_un_plan else None

    @property
    def period(self) -> str | None:
        """The period, when the report is made by periods."""
        return self.periodo if self.periodo != WHOLE and CLASES[self.clase].con_periodo else None


def period_options(periods: Sequence[str]) -> list[tuple[str, str]]:
    """What is offered to choose a period."""
    return [(WHOLE, "Todo el plan"), *((one, con_mayuscula(en_palabras(one))) for one in periods)]
