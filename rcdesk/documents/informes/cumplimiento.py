"""The compliance of a plan in a period: what was done of what was programmed, and its commitments month by month."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rcdesk.documents.blocks import Block, Document, Grid
from rcdesk.documents.formato import formato_de
from rcdesk.documents.informes.clase import Clase
from rcdesk.documents.informes.comun import Seccion, dicho_por_ciento, informe, partes_de
from rcdesk.documents.informes.datos import Datos, Parte
from rcdesk.domain.cifras.plan import cifras_de_cumplimiento
from rcdesk.domain.plan_en_periodo import plan_en

TITULO: Final = "Informe de cumplimiento"


def informe_de_cumplimiento(datos: Datos) -> Document:
    """Everything that the period asked for allows to count."""
    return informe(datos, TITULO, _SECCIONES, documental=formato_de(datos.archivo, "cumplimiento"))


def _promedios(datos: Datos) -> Iterator[Block]:
    assert datos.plan is not None
    cifras = cifras_de_cumplimiento(plan_en(datos.plan, datos.periodo))
    if "cumplimiento" in cifras:
        fila = ("Ejecutado sobre programado", dicho_por_ciento(str(cifras["cumplimiento"])))
        yield Grid((), (fila,), (7, 3), summary="Promedios")


_SECCIONES: Final[tuple[Seccion, ...]] = ((Parte("componentes", "Cumplimiento del plan"), _promedios),)

CLASE: Final = Clase(
    "cumplimiento", TITULO, partes_de(_SECCIONES), informe_de_cumplimiento, lee="plan", con_periodo=True
)
