"""What became of the commitments made before the hearing, as they stood on its day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from rcdesk import i18n
from rcdesk.documents.acta.contexto import Contexto
from rcdesk.documents.blocks import Block, Grid, Heading, Paragraph, literal
from rcdesk.documents.formato import fecha_de_formulario
from rcdesk.domain.compromisos_anteriores import como_va, contados, edad, frase_de_anteriores, tardanza
from rcdesk.domain.plazos import dia_exacto
from rcdesk.domain.registro import NO_APLICA, CompromisoAnterior

TITULO: Final = "SEGUIMIENTO A COMPROMISOS ANTERIORES"
_ENCABEZADOS: Final = ("QUÉ SE ACORDÓ", "RESPONSABLE", "FECHA", "CÓMO VA", "ÚLTIMO AVANCE")
_ANCHOS: Final = (3.2, 2.1, 1.45, 1.5, 2.25)


def anteriores(ctx: Contexto) -> Iterator[Block]:
    """A sentence with how many there are of each, and a table for each place where they were made; nothing if none."""
    dichos = contados(ctx.audiencia.compromisos_anteriores)
    if not dichos:
        return
    dia = dia_exacto(ctx.audiencia.fecha)
    yield Heading(TITULO, 2)
    yield Paragraph(frase_de_anteriores(dichos, dia, ctx.calendario))
    por_lugar: dict[str, list[CompromisoAnterior]] = {}
    for uno in dichos:
        por_lugar.setdefault(uno.procedencia, []).append(uno)
    for suyos in por_lugar.values():
        donde = literal(suyos[0].procedencia_nombre or suyos[0].procedencia)
        edades = {edad(uno, dia) for uno in suyos}
        juntos = len(edades) == 1
        cuando = f" ({edades.pop()})" if juntos and edades != {""} else ""
        yield Heading(f"{donde}{cuando}", 3)
        filas = tuple(_fila(ctx, uno, dia, fechado=not juntos) for uno in suyos)
        yield Grid(_ENCABEZADOS, filas, _ANCHOS, summary=f"Compromisos anteriores: {donde}")


def _fila(ctx: Contexto, uno: CompromisoAnterior, dia: date | None, *, fechado: bool) -> tuple[str, ...]:
    numero = f"{literal(uno.codigo)}. " if uno.codigo else ""
    cuando = edad(uno, dia) if fechado else ""
    tarde = tardanza(uno, dia, ctx.calendario)
    return (
        "\n".join(filter(None, (f"{numero}{literal(uno.que_hacer)}", f"Del {cuando}." if cuando else ""))),
        _responsable(uno),
        _fecha(uno),
        f"{como_va(uno)}\n{tarde}" if tarde else como_va(uno),
        literal(uno.texto or "Sin avances."),
    )


def _responsable(uno: CompromisoAnterior) -> str:
    """Who answers for it; what another entity must do says which one, and since when it knows."""
    quienes = literal(i18n.lista_en_palabras(uno.responsables))
    if not uno.entidad_competente:
        return quienes or "Sin responsable"
    traslado = f", trasladado el {fecha_de_formulario(uno.fecha_traslado)}" if uno.fecha_traslado else ""
    return "\n".join(filter(None, (quienes, f"A cargo de {literal(uno.entidad_competente)}{traslado}")))


def _fecha(uno: CompromisoAnterior) -> str:
    if uno.fecha is None:
        return "Sin fecha"
    return uno.fecha if uno.fecha == NO_APLICA else fecha_de_formulario(uno.fecha)
