"""A block made from nothing, or from another."""

from __future__ import annotations

from rcdesk.domain.bloques import aplanados
from rcdesk.domain.registro import Bloque, Cita, Figura, Item, Lista, Parrafo
from rcdesk.ui.kit.blocks.table import EMPTY


def empty_block(kind: str) -> Bloque:
    """A block of that kind with nothing in it."""
    match kind:
        case "vinetas" | "numeracion":
            return Lista(items=("",), numerada=kind == "numeracion" or None)
        case "cita":
            return Cita(texto="")
        case "tabla":
            return EMPTY
        case "figura":
            return Figura()
        case _:
            return Parrafo(texto="")


def as_list(bloque: Parrafo | Lista, *, numbered: bool) -> tuple[Bloque, ...]:
    """A paragraph as a list of its lines; a list as another kind of list, or as paragraphs if it was of this kind."""
    if isinstance(bloque, Parrafo):
        return (Lista(items=tuple(bloque.texto.split("\n")), numerada=numbered or None),)
    if bool(bloque.numerada) == numbered:
        return tuple(Parrafo(texto=text) for _, text in aplanados(bloque.items))
    items: tuple[str | Item, ...] = bloque.items
    return (Lista(items=items, numerada=numbered or None),)
