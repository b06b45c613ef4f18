"""The schedule of a plan on paper: what is to be done, by whom and when, and what was done until the day of the cut."""

from __future__ import annotations

from typing import Final

from rcdesk.documents.blocks import Document
from rcdesk.documents.formato import formato_de
from rcdesk.documents.informes.clase import Clase
from rcdesk.documents.informes.comun import Seccion, informe, partes_de
from rcdesk.documents.informes.datos import Datos, Parte
from rcdesk.documents.informes.matriz import cronograma, seguimiento

TITULO: Final = "Cronograma"


def informe_de_cronograma(datos: Datos) -> Document:
    """The schedule of any plan."""
    return informe(datos, TITULO, _SECCIONES, documental=formato_de(datos.archivo, "cronograma"), landscape=True)


_SECCIONES: Final[tuple[Seccion, ...]] = (
    (Parte("cronograma", "Actividades, responsables y fechas"), cronograma),
    (Parte("seguimiento", "Seguimiento"), seguimiento),
)

CLASE: Final = Clase("cronograma", TITULO, partes_de(_SECCIONES), informe_de_cronograma, lee="plan")
