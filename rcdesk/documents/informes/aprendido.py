"""What a plan leaves written for the next one: conclusions, lessons, good practices and notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rcdesk.documents.blocks import Block
from rcdesk.documents.informes.comun import Seccion, lista, parrafos
from rcdesk.documents.informes.datos import Datos, Parte


def _conclusiones(datos: Datos) -> Iterator[Block]:
    return lista(datos.plan.conclusiones if datos.plan else ())


def _lecciones(datos: Datos) -> Iterator[Block]:
    return lista(datos.plan.lecciones_aprendidas if datos.plan else ())


def _practicas(datos: Datos) -> Iterator[Block]:
    return lista(datos.plan.buenas_practicas if datos.plan else ())


def _notas(datos: Datos) -> Iterator[Block]:
    return parrafos(datos.plan.notas if datos.plan else ())


NOTAS: Final[Seccion] = (Parte("notas", "Notas"), _notas)
APRENDIDO: Final[tuple[Seccion, ...]] = (
    (Parte("conclusiones", "Conclusiones"), _conclusiones),
    (Parte("lecciones", "Lecciones aprendidas"), _lecciones),
    (Parte("practicas", "Buenas prácticas"), _practicas),
    NOTAS,
)
