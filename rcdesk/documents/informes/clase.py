"""What kinds of report there are: each with its title, the parts that may be left out, and what it is made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rcdesk.documents.blocks import Document
from rcdesk.documents.informes.datos import Datos, Parte
from rcdesk.domain.registro.planes import TipoPlan

Lectura: TypeAlias = Literal["plan_medido", "plan", "planes", "plan_y_audiencias", "sin_actividades", "todo"]
"""What a report reads: what is measured of its plan, its plan alone, every plan, its plan with the hearings that name
it, the base, or all of it but the activities of its plans."""


@dataclass(frozen=True, slots=True)
class Clase:
    """A kind of report. `id` is the word that asks for it, in the program and in the command line.

    One `de_un_plan` needs to know which; without being told, the only one of `tipos`, or the only one of all.
    """

    id: str
    titulo: str
    partes: tuple[Parte, ...]
    hacer: Callable[[Datos], Document]
    lee: Lectura = "todo"
    de_un_plan: bool = True
    tipos: frozenset[TipoPlan] = frozenset()
    con_periodo: bool = False
