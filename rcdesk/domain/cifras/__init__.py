"""Derived figures: nothing here is stored or typed, everything is computed from rcdesk/1 records.

`resumen` gives the whole tree; the acta and the screens use the same functions group by group, so that two places
cannot disagree. Percentages are text, rounded once, half up.
"""

from collections.abc import Mapping, Sequence

from rcdesk.domain import plazos
from rcdesk.domain.caracterizacion import protegidas
from rcdesk.domain.cifras.arbol import Cifra, Cifras
from rcdesk.domain.cifras.audiencia import cifras_de_audiencia, contados, espectadores_maximos
from rcdesk.domain.cifras.plan import cifras_de_plan
from rcdesk.domain.cifras.redondeo import porcentaje
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.registro import Archivo, Audiencia

__all__ = ["Cifra", "Cifras", "contados", "espectadores_maximos", "participacion", "porcentaje", "resumen", "vigentes"]


def resumen(archivo: Archivo) -> Cifras:
    """The figures of a whole file: by hearing and by plan (codigo → figures), and the participation in all hearings."""
    calendario = plazos.calendario(archivo)
    audiencias = vigentes(archivo.audiencias)
    return {
        "audiencias": {
            uno.codigo: cifras_de_audiencia(uno, calendario, archivo.organizaciones)
            | cifras_de_caracterizacion(uno, archivo.listas)
            for uno in audiencias
        },
        "planes": {plan.codigo: cifras_de_plan(plan, calendario) for plan in archivo.planes},
        "participacion": participacion(audiencias),
    }


def cifras_de_caracterizacion(audiencia: Audiencia, listas: Mapping[str, Sequence[str]]) -> Cifras:
    """Who attended, by field and answer, as it may be published: null is reserved. Nothing when nobody was asked."""
    asistentes = vigentes(audiencia.asistentes)
    tablas = protegidas((uno.enfoque_diferencial for uno in asistentes), listas)
    told: Cifras = {tabla.campo: {celda.opcion: celda.n for celda in tabla.celdas} for tabla in tablas}
    return {"caracterizacion": told} if told else {}


def participacion(audiencias: Sequence[Audiencia]) -> Cifras:
    """People counted in person and on line in several hearings; those counted without modality are in neither."""
    reuniones = vigentes(audiencias)
    presenciales = sum(contados(audiencia.asistencia, "presencial") for audiencia in reuniones)
    virtuales = sum(contados(audiencia.asistencia, "virtual") for audiencia in reuniones)
    cifras: Cifras = {"presenciales": presenciales, "virtuales": virtuales, "participantes": presenciales + virtuales}
    if presenciales + virtuales:
        cifras["porcentaje_virtual"] = porcentaje(virtuales, presenciales + virtuales)
    return cifras
