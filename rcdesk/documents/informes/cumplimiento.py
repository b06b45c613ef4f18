"""The compliance of a plan in a period: what was done of what was programmed, and its commitments month by month."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rcdesk import i18n
from rcdesk.documents.blocks import Align, Block, Document, Grid, Paragraph, literal
from rcdesk.documents.formato import formato_de
from rcdesk.documents.informes.aprendido import APRENDIDO
from rcdesk.documents.informes.clase import Clase
from rcdesk.documents.informes.comun import (
    SIN_DATO,
    Seccion,
    cantidad,
    dicho_por_ciento,
    informe,
    narrativa,
    partes_de,
)
from rcdesk.documents.informes.datos import Datos, Parte
from rcdesk.documents.informes.ejecutado import Hecho, hecho, por_actividad, por_componente, promedios
from rcdesk.documents.informes.por_mes import por_mes
from rcdesk.documents.series import Kind
from rcdesk.domain.cifras.plan import cumplimientos_declarados
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.domain.periodos import del_periodo, en_palabras
from rcdesk.domain.plan_en_periodo import cae_en

TITULO: Final = "Informe de cumplimiento"


def informe_de_cumplimiento(datos: Datos) -> Document:
    """Everything that the period asked for allows to count; the title calls the period by its own name."""
    return informe(
        datos,
        f"{TITULO} {del_periodo(datos.periodo)}" if datos.periodo else TITULO,
        _secciones(hecho(datos)),
        documental=formato_de(datos.archivo, "cumplimiento"),
        tipo=TITULO,
    )


def _presentacion(datos: Datos) -> Iterator[Block]:
    assert datos.plan is not None
    if datos.plan.objetivo:
        yield Paragraph(literal(datos.plan.objetivo))
    yield from narrativa(datos, datos.plan.narrativa)


def _declarado(datos: Datos) -> Iterator[Block]:
    """What the plan itself says of its compliance: figures of its source, which nothing here adds up."""
    assert datos.plan is not None
    razones = cumplimientos_declarados(datos.plan)
    filas = tuple(
        (
            con_mayuscula(en_palabras(uno.periodo)),
            cantidad(uno.numerador),
            cantidad(uno.denominador),
            dicho_por_ciento(razones[uno.periodo]) if uno.periodo in razones else SIN_DATO,
            cantidad(uno.valor, uno.unidad),
        )
        for uno in datos.plan.declarado
        if uno.concepto == "cumplimiento" and uno.periodo and _se_pide(uno.periodo, datos.periodo)
    )
    if filas:
        yield Grid(
            ("Periodo", "Ejecutado", "Programado", "Cumplimiento", "Impreso en la fuente"),
            filas,
            (3.6, 1.5, 1.5, 1.6, 1.8),
            (Align.LEFT, *[Align.RIGHT] * 4),
            summary="Cumplimiento que el plan declara",
            kinds=(Kind.TEXT, Kind.NUMBER, Kind.NUMBER, Kind.PERCENT, Kind.PERCENT),
        )
        yield Paragraph(
            f"{i18n.plural(len(filas), 'cifra tomada', 'cifras tomadas')} de la fuente del plan, sin recalcular lo que"
            " dice haber programado y ejecutado.",
            note=True,
        )


def _se_pide(periodo: str, pedido: str | None) -> bool:
    return pedido is None or cae_en(periodo, pedido)


_PRESENTACION: Final = Parte("presentacion", "Presentación")
_COMPONENTES: Final = Parte("componentes", "Cumplimiento del plan")
_PROMEDIOS: Final = Parte("promedios", "Cómo se promedia")
_DECLARADO: Final = Parte("declarado", "Lo que el plan declara")
_ACTIVIDADES: Final = Parte("actividades", "Cumplimiento por actividad", numera=True)
_COMPROMISOS: Final = Parte("compromisos", "Compromisos recogidos por mes")
_PARTES: Final = (_PRESENTACION, _COMPONENTES, _PROMEDIOS, _DECLARADO, _ACTIVIDADES, _COMPROMISOS)


def _secciones(uno: Hecho) -> tuple[Seccion, ...]:
    return (
        (_PRESENTACION, _presentacion),
        (_COMPONENTES, lambda datos: por_componente(datos, uno)),
        (_PROMEDIOS, lambda _: promedios(uno)),
        (_DECLARADO, _declarado),
        (_ACTIVIDADES, lambda datos: por_actividad(datos, uno)),
        (_COMPROMISOS, por_mes),
        *APRENDIDO,
    )


CLASE: Final = Clase(
    "cumplimiento",
    TITULO,
    (*_PARTES, *partes_de(APRENDIDO)),
    informe_de_cumplimiento,
    lee="plan_medido",
    con_periodo=True,
)
