"""From the narrative of a record to blocks. Only narrative obeys `**negrita**`; whatever else was typed is literal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import sqrt
from typing import TypeAlias, assert_never

from rcdesk.documents import blocks
from rcdesk.documents.blocks import Block, Figure, Grid, Items, Paragraph, bold, literal
from rcdesk.documents.formato import Imagenes
from rcdesk.domain.registro import Bloque, Cita, Figura, Inserto, Item, Lista, Parrafo, Tabla

Insertar: TypeAlias = Callable[[Inserto], Iterable[Block]]
"""What prints a structured part of the hearing in the middle of a narrative."""

_NARROWEST, _WIDEST = 1.0, 4.0


def narrar(bloques: Iterable[Bloque], imagenes: Imagenes, insertar: Insertar) -> Iterator[Block]:
    """The blocks of a narrative, in their order."""
    for bloque in bloques:
        match bloque:
            case Parrafo(texto=texto):
                yield Paragraph(texto)
            case Lista(numerada=numerada, items=items):
                yield Items(_items(items, ordered=bool(numerada)), ordered=bool(numerada))
            case Figura():
                yield figura(bloque, imagenes)
            case Tabla():
                yield from _tabla(bloque)
            case Cita():
                yield from _cita(bloque)
            case Inserto():
                yield from insertar(bloque)
            case _:
                assert_never(bloque)


def fuente(texto: str | None) -> Iterator[Paragraph]:
    """The line that says where something was taken from; nothing when nobody said."""
    if texto:
        yield Paragraph(f"Fuente: {literal(texto)}", note=True)


def figura(una: Figura, imagenes: Imagenes) -> Figure:
    """A picture with its words. What a machine read inside it describes it to nobody, so it is no alternative."""
    leida = None if una.transcripcion_automatica else una.transcripcion
    return Figure(
        alt=literal(una.texto_alternativo or leida or una.leyenda or una.fuente or "Imagen de evidencia"),
        caption=literal(una.leyenda or ""),
        source=literal(una.fuente or ""),
        image=imagenes.get(una.archivo or ""),
    )


def anchos(header: Sequence[str], filas: Iterable[Sequence[str]], columnas: int) -> tuple[float, ...]:
    """Shares of the width for a table that somebody typed: by its longest texts, none much wider than another."""
    largos = [1] * columnas
    for fila in (header, *filas):
        for columna, celda in enumerate(fila):
            largos[columna] = max(largos[columna], max(map(len, celda.split("\n"))))
    return tuple(min(max(sqrt(largo) / 3, _NARROWEST), _WIDEST) for largo in largos)


def _items(items: Iterable[str | Item], *, ordered: bool) -> tuple[str | blocks.Item, ...]:
    return tuple(
        item if isinstance(item, str) else blocks.Item(item.texto, _items(item.items, ordered=ordered), ordered)
        for item in items
    )


def _tabla(tabla: Tabla) -> Iterator[Block]:
    filas = tuple(tuple(celda or "" for celda in fila) for fila in tabla.filas)
    columnas = max((len(tabla.encabezados), *map(len, filas)), default=0)
    if tabla.leyenda:
        yield Paragraph(bold(tabla.leyenda))
    if columnas:
        resumen = literal(tabla.leyenda or tabla.fuente or "Tabla")
        yield Grid(tabla.encabezados, filas, anchos(tabla.encabezados, filas, columnas), summary=resumen)
    yield from fuente(tabla.fuente)


def _cita(cita: Cita) -> Iterator[Block]:
    yield Paragraph(literal(cita.texto), quote=True)
    yield from fuente(", ".join(parte for parte in (cita.autor, cita.fuente) if parte))
