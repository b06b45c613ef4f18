"""The plan of a year as it is published: PAAC, PTEP, or any plan of subcomponents, activities and dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from rcdesk import i18n
from rcdesk.documents.blocks import Align, Block, Document, Grid, Paragraph, literal
from rcdesk.documents.formato import fecha_de_formulario, formato_de
from rcdesk.documents.informes import filas
from rcdesk.documents.informes.acciones import acciones, por_tipo, sin_acciones
from rcdesk.documents.informes.aprendido import NOTAS
from rcdesk.documents.informes.clase import Clase
from rcdesk.documents.informes.comun import (
    Seccion,
    cantidad,
    clase_de_componentes,
    exacta,
    informe,
    lista,
    narrativa,
    nombre_de_componente,
    partes_de,
    titulado,
)
from rcdesk.documents.informes.datos import Datos, Parte
from rcdesk.documents.series import Kind
from rcdesk.domain import registro as r
from rcdesk.domain.cifras.plan import cifras_de_actividades, nombre_corto
from rcdesk.domain.cifras.redondeo import numero
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.palabras import TIPO_PLAN, con_mayuscula
from rcdesk.domain.plazos import calendario

TITULO: Final = "Plan anual (PAAC, PTEP, de acción)"
_CON_NUMERO: Final = (2, 3, 1.1, 2.6, 1.9, 1.4)
_CON_NOMBRE: Final = (1.9, 2.7, 1.7, 2.3, 1.9, 1.5)
"""Shares of the width, with goals that are an amount alone and with goals that have a name."""
_DE_ACCIONES: Final = frozenset({"paac", "ptep"})


def plan_publicado(datos: Datos) -> Document:
    """The plan under its own name: it is the plan itself that is published, not a report of it."""
    assert datos.plan is not None
    tipo = datos.plan.tipo
    titulo = literal(datos.plan.nombre) if tipo == "otro" else con_mayuscula(TIPO_PLAN[tipo])
    documental = formato_de(datos.archivo, "anticorrupcion") if tipo in _DE_ACCIONES else None
    return informe(datos, titulo, _SECCIONES, documental=documental, landscape=True)


def _presentacion(datos: Datos) -> Iterator[Block]:
    assert datos.plan is not None
    if datos.plan.objetivo:
        yield Paragraph(literal(datos.plan.objetivo))
    yield from titulado("Retos", lista(datos.plan.retos))
    yield from narrativa(datos, datos.plan.narrativa)


def _actividades(datos: Datos) -> Iterator[Block]:
    """Every row with all its dates, and what its amounts add up to: counts with counts, and percentages apart."""
    assert datos.plan is not None
    todas = list(_propias(datos))
    if not todas:
        return
    yield Grid(
        (
            con_mayuscula(clase_de_componentes(sin_acciones(datos.plan))),
            "Actividad",
            "Meta",
            "Indicador",
            "Responsable",
            "Fecha programada",
        ),
        tuple(
            (
                nombre_de_componente(componente),
                filas.nombre(fila),
                filas.meta(fila),
                filas.indicador(fila),
                filas.responsables(fila),
                filas.cuando_o_cuanto(fila),
            )
            for componente, fila in todas
        ),
        _CON_NOMBRE if any(fila.meta and fila.meta.nombre for _, fila in todas) else _CON_NUMERO,
        (Align.LEFT,) * 6,
        summary="Actividades del plan",
        kinds=(Kind.TEXT, Kind.TEXT, Kind.NUMBER, Kind.TEXT, Kind.TEXT, Kind.DATE),
    )
    yield Paragraph(_totales([fila for _, fila in todas]))


def _propias(datos: Datos) -> Iterator[tuple[r.Componente, r.Actividad]]:
    assert datos.plan is not None
    for componente in sin_acciones(datos.plan):
        yield from ((componente, fila) for fila in vigentes(componente.actividades))


def _totales(todas: list[r.Actividad]) -> str:
    metas = [fila.meta for fila in todas if fila.meta is not None and fila.meta.valor is not None]
    partes = _metas(metas, porcentaje=False), _metas(metas, porcentaje=True)
    dichos = [i18n.plural(len(todas), "actividad", "actividades")]
    if partes[0]:
        suma = sum((numero(una.valor) for una in partes[0] if una.valor is not None), Fraction())
        cuantas = i18n.plural(len(partes[0]), "meta en unidades, que suma", "metas en unidades, que suman")
        dichos.append(f"{cuantas} {exacta(suma)}")
    if partes[1]:
        dichos.append(
            i18n.plural(len(partes[1]), "meta en porcentaje, que no se suma", "metas en porcentaje, que no se suman")
        )
    fechas = sum(len(fila.fechas) for fila in todas)
    if fechas:
        dichos.append(i18n.plural(fechas, "fecha programada", "fechas programadas"))
    tipos = Counter(fila.tipo for fila in todas if fila.tipo)
    if tipos:
        dichos.append(por_tipo(tipos))
    return f"En total: {'; '.join(dichos)}."


def _metas(metas: list[r.Meta], *, porcentaje: bool) -> list[r.Meta]:
    """The goals that are percentages, or those that are not."""
    return [una for una in metas if (una.unidad == "porcentaje") == porcentaje]


def _por_revisar(datos: Datos) -> Iterator[Block]:
    """What does not agree inside a row, for who reads the plan to know that it is so and not a mistake of the print."""
    assert datos.plan is not None
    cifras = cifras_de_actividades(datos.plan, calendario(datos.archivo))
    por_nombre = {nombre_corto(fila): fila for _, fila in _propias(datos)}
    dichos = [
        *(_de_fechas(por_nombre[nombre]) for nombre in _nombres(cifras["meta_distinta_de_fechas"], por_nombre)),
        *(
            f"{nombre}: la meta está en unidades y el indicador es un porcentaje."
            for nombre in _nombres(cifras["unidad_distinta"], por_nombre)
        ),
        *(
            f"{nombre}: el {fecha_de_formulario(fecha)} no es día hábil."
            for nombre, fecha in _pares(cifras["fechas_no_habiles"])
            if nombre in por_nombre
        ),
    ]
    yield from lista(filter(None, dichos))


def _de_fechas(fila: r.Actividad) -> str:
    """What is told of a goal that has other dates than it says; one programmed by periods needs none."""
    if fila.programacion and not fila.fechas:
        return ""
    valor = cantidad(fila.meta.valor if fila.meta else None)
    fechas = i18n.plural(len(fila.fechas), "fecha", "fechas")
    return f"{nombre_corto(fila)}: la meta es {valor} y {f'tiene {fechas}' if fila.fechas else 'no tiene fechas'}."


def _nombres(cifra: object, conocidos: dict[str, r.Actividad]) -> Iterator[str]:
    assert isinstance(cifra, list)
    return (nombre for nombre in cifra if nombre in conocidos)


def _pares(cifra: object) -> Iterator[tuple[str, str]]:
    assert isinstance(cifra, list)
    return ((nombre, fecha) for nombre, fecha in cifra)


_SECCIONES: Final[tuple[Seccion, ...]] = (
    (Parte("presentacion", "Presentación"), _presentacion),
    (Parte("acciones", "Acciones de rendición de cuentas", numera=True), acciones),
    (Parte("actividades", "Actividades del plan"), _actividades),
    (Parte("revisar", "Para tener en cuenta"), _por_revisar),
    NOTAS,
)

CLASE: Final = Clase(
    "paac",
    TITULO,
    partes_de(_SECCIONES),
    plan_publicado,
    lee="planes",
    tipos=frozenset({"paac", "ptep"}),
)
