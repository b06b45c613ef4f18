"""What a block of narrative says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from rcdesk.domain.registro import Bloque, Cita, Figura, Inserto, Item, Lista, Parrafo, Tabla


def con_contenido(bloques: Iterable[Bloque]) -> tuple[Bloque, ...]:
    """The blocks that say something."""
    return tuple(bloque for bloque in bloques if dice_algo(bloque))


def dice_algo(bloque: Bloque) -> bool:
    """Whether a block would print anything."""
    match bloque:
        case Parrafo(texto=texto) | Cita(texto=texto):
            return bool(texto.strip())
        case Lista(items=items):
            return any(not isinstance(item, str) or bool(item.strip()) for item in items)
        case Figura():
            return any((bloque.leyenda, bloque.fuente, bloque.texto_alternativo, bloque.archivo, bloque.transcripcion))
        case Tabla():
            cells = (*bloque.encabezados, *(cell for row in bloque.filas for cell in row))
            return any(cells) or bool(bloque.leyenda)
        case Inserto():
            return True
        case _:
            assert_never(bloque)


def sin_alternativo(bloque: Bloque) -> bool:
    """Whether it is a picture of which nobody wrote what it shows, for those who do not see it."""
    if not isinstance(bloque, Figura) or not bloque.archivo:
        return False
    read = bloque.transcripcion and not bloque.transcripcion_automatica
    return not (bloque.texto_alternativo or read)


def textos(bloque: Bloque) -> Iterator[str]:
    """Every text that a person typed in a block."""
    match bloque:
        case Parrafo(texto=texto) | Cita(texto=texto):
            yield texto
        case Lista(items=items):
            yield from _de_items(items)
        case Figura():
            yield from (t for t in (bloque.leyenda, bloque.fuente, bloque.texto_alternativo) if t)
        case Tabla():
            yield from bloque.encabezados
            yield from (cell for row in bloque.filas for cell in row if cell)
        case Inserto():
            return
        case _:
            assert_never(bloque)


def aplanados(items: Iterable[str | Item], nivel: int = 0) -> Iterator[tuple[int, str]]:
    """Every entry of a list from top to bottom: how deep it is, and its words."""
    for item in items:
        if isinstance(item, str):
            yield nivel, item
        else:
            yield nivel, item.texto
            yield from aplanados(item.items, nivel + 1)


def anidados(entradas: Sequence[tuple[int, str]], nivel: int = 0) -> tuple[str | Item, ...]:
    """The list again: an entry is inside the last one before it that is less deep."""
    found: list[str | Item] = []
    place = 0
    while place < len(entradas):
        end = place + 1
        while end < len(entradas) and entradas[end][0] > nivel:
            end += 1
        text, below = entradas[place][1], anidados(entradas[place + 1 : end], nivel + 1)
        found.append(Item(texto=text, items=below) if below else text)
        place = end
    return tuple(found)


def _de_items(items: Iterable[str | Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, str):
            yield item
        else:
            yield item.texto
            yield from _de_items(item.items)
