"""What every report shares: its cover, its numbered parts, how a plan tells its amounts, and its narrative."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final, TypeAlias

from rcdesk import i18n
from rcdesk.documents.blocks import Block, Document, Grid, Heading, Items, Layout, Paragraph, literal
from rcdesk.documents.formato import formato, pie_de
from rcdesk.documents.informes.datos import Datos, Parte
from rcdesk.documents.narrativa import narrar
from rcdesk.domain import registro as r
from rcdesk.domain.cifras.redondeo import redondear
from rcdesk.domain.palabras import CLASE_COMPONENTE, con_mayuscula
from rcdesk.domain.periodos import en_palabras

Seccion: TypeAlias = tuple[Parte, Callable[[Datos], Iterable[Block]]]
"""A part of a report and what prints it."""

SIN_DATO: Final = "–"
_BAJO_LA_PARTE: Final = 3
_PROFUNDO: Final = 4


def informe(
    datos: Datos,
    titulo: str,
    secciones: Iterable[Seccion],
    *,
    documental: r.FormatoDocumental | None,
    landscape: bool = False,
    tipo: str = "",
) -> Document:
    """The report with its parts numbered; one without anything to tell is not printed.

    `tipo` is the tipo documental when it is not the title.
    """
    de = literal(datos.plan.nombre) if datos.plan else _entidad(datos.archivo)
    return Document(
        title=f"{titulo}. {de}",
        subject=de,
        author=literal((datos.plan and datos.plan.dependencia) or "") or _entidad(datos.archivo),
        created=datetime.combine(datos.corte, datetime.min.time(), i18n.COLOMBIA),
        form=formato(datos.archivo, documental, tipo=(tipo or titulo).upper(), imagenes=datos.imagenes),
        blocks=(*_portada(datos, titulo), *_numeradas(datos, secciones)),
        layout=Layout(landscape=landscape, foot=pie_de(documental)),
    )


def partes_de(secciones: Iterable[Seccion]) -> tuple[Parte, ...]:
    """The parts that can be chosen."""
    return tuple(parte for parte, _ in secciones)


def _portada(datos: Datos, titulo: str) -> Iterator[Block]:
    """The title, and of which plan, period and day it tells: what is asked for, never what somebody wrote."""
    plan = datos.plan
    filas = (
        ("Plan", literal(plan.nombre) if plan else ""),
        ("Vigencia", _vigencia(plan) if plan else ""),
        ("Periodo", con_mayuscula(en_palabras(datos.periodo)) if datos.periodo else ""),
        ("Corte", i18n.fecha_larga(datos.corte.isoformat())),
        ("Dependencia", literal((plan and plan.dependencia) or "")),
    )
    yield Heading(titulo, 1)
    yield Grid((), tuple(fila for fila in filas if fila[1]), (1.6, 8.4), summary="De qué trata el informe")


def _numeradas(datos: Datos, secciones: Iterable[Seccion]) -> Iterator[Block]:
    numero = 0
    for parte, hacer in secciones:
        hechos = tuple(hacer(datos)) if datos.lleva(parte) else ()
        if hechos:
            numero += 1
            yield Heading(f"{numero}. {parte.titulo}", 2)
            yield from _con_numero(numero, hechos) if parte.numera else hechos


def _con_numero(numero: int, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of a part with the titles of its first level numbered under it."""
    hijo = 0
    for block in blocks:
        if isinstance(block, Heading) and block.level == _BAJO_LA_PARTE:
            hijo += 1
            yield replace(block, text=f"{numero}.{hijo} {block.text}")
        else:
            yield block


def narrativa(datos: Datos, secciones: Sequence[r.Seccion], nivel: int = 3) -> Iterator[Block]:
    """Sections as somebody wrote them; one that is only a title says nothing, and is left out."""
    for seccion in secciones:
        dentro = (*narrado(datos, seccion.bloques), *narrativa(datos, seccion.secciones, nivel + 1))
        if dentro:
            yield Heading(literal(seccion.titulo or "Sin título"), min(nivel, _PROFUNDO))
            yield from dentro


def narrado(datos: Datos, bloques: Iterable[r.Bloque]) -> Iterator[Block]:
    """The blocks of a narrative; the parts of a hearing have no place in a plan."""
    return narrar(bloques, datos.imagenes, lambda _: ())


def lista(textos: Iterable[str]) -> Iterator[Block]:
    """Texts as a list; nothing without any."""
    escritos = tuple(map(literal, textos))
    if escritos:
        yield Items(escritos)


def parrafos(textos: Iterable[str]) -> Iterator[Block]:
    """Remarks, one below another."""
    return (Paragraph(literal(texto), note=True) for texto in textos)


def titulado(titulo: str, blocks: Iterable[Block], nivel: int = 3) -> Iterator[Block]:
    """Blocks under a title of their own; nothing without any."""
    hechos = tuple(blocks)
    if hechos:
        yield Heading(titulo, nivel)
        yield from hechos


def nombre_de_componente(componente: r.Componente) -> str:
    """How a component is called: «Subcomponente 1. Información de calidad», «Objetivo 2. …», or its name alone."""
    clase = CLASE_COMPONENTE[componente.clase] if componente.clase in ("subcomponente", "objetivo") else ""
    numero = " ".join(parte for parte in (clase.capitalize(), componente.codigo or "") if parte)
    return literal(f"{numero}. {componente.nombre}" if componente.codigo else componente.nombre)


def clase_de_componentes(componentes: Iterable[r.Componente]) -> str:
    """What some components are, in a word: «dependencia» when all of them are, otherwise «componente»."""
    clases = {componente.clase for componente in componentes}
    una = next(iter(clases)) if len(clases) == 1 else None
    return CLASE_COMPONENTE[una] if una not in (None, "otro") else "componente"


@lru_cache(maxsize=8192)  # ten thousand rows say few amounts, each many times
def cantidad(valor: str | None, unidad: str | None = None) -> str:
    """An amount as typed, as Colombia writes it: «13.200.000», «89,35 %»; «–» for what nobody said."""
    if valor is None:
        return SIN_DATO
    return f"{i18n.numero(Decimal(valor))} %" if unidad == "porcentaje" else i18n.numero(Decimal(valor))


def exacta(valor: Fraction, unidad: str | None = None) -> str:
    """An exact number: whole, or with the decimals that it has up to two."""
    texto = redondear(valor, 2)
    return cantidad(texto.rstrip("0").rstrip("."), unidad)


def por_ciento(razon: Fraction | None, decimales: int | None = None) -> str:
    """A ratio (1 is all) in percent: with so many decimals, or one when it is not whole; «–» of nothing."""
    if razon is None:
        return SIN_DATO
    texto = redondear(razon * 100, 1 if decimales is None else decimales)
    return f"{i18n.numero(Decimal(texto.removesuffix('.0') if decimales is None else texto))} %"


def dicho_por_ciento(texto: str) -> str:
    """A percentage of the derived figures («113.04») as it is printed: «113,04 %»."""
    return f"{i18n.numero(Decimal(texto))} %"


def _vigencia(plan: r.Plan) -> str:
    if plan.desde or plan.hasta:
        dichas = [i18n.fecha_larga(fecha) for fecha in (plan.desde, plan.hasta) if fecha]
        return " a ".join(dichas)
    return str(plan.vigencia) if plan.vigencia else ""


def _entidad(archivo: r.Archivo) -> str:
    return literal((archivo.entidad.nombre if archivo.entidad else None) or "Entidad sin nombre")
