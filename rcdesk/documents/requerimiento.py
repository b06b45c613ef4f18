"""The letters that ask who answers for a commitment how it goes, when its date is past or near. For inside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from rcdesk import i18n
from rcdesk.documents.blocks import (
    Align,
    Block,
    Document,
    Grid,
    Heading,
    Items,
    Layout,
    PageBreak,
    Paragraph,
    Signatures,
    Signer,
    bold,
    literal,
)
from rcdesk.documents.debidos import Debido, Quien, de_donde, entidad, fecha_debida, hecho_el, que_hacer
from rcdesk.documents.formato import SIN_IMAGENES, Imagenes, formato, formato_de, pie_de
from rcdesk.domain.compromisos_anteriores import porciento
from rcdesk.domain.registro import Archivo

TIPO_DOCUMENTAL: Final = "OFICIO DE REQUERIMIENTO"
_PEDIDO: Final = (
    "Qué se ha hecho en cada compromiso, con su porcentaje de avance y el soporte que lo prueba.",
    "Si ya se cumplió, la fecha en que se terminó.",
    "Si no se puede cumplir en la fecha, la razón y la nueva fecha que propone.",
)


def requerimientos(
    archivo: Archivo,
    quienes: Sequence[Quien],
    sin_nadie: Sequence[Debido],
    *,
    hoy: date,
    responder: date,
    imagenes: Imagenes = SIN_IMAGENES,
) -> Document:
    """A letter for each who owes something, after the list of all; `sin_nadie` are what nobody answers for.

    `hoy` dates them and `responder` is the last day to answer.
    """
    documental = formato_de(archivo, "requerimiento")
    return Document(
        title=f"Oficios de requerimiento. {entidad(archivo)}",
        subject="Compromisos vencidos o por vencer",
        author=entidad(archivo),
        created=hecho_el(hoy),
        form=formato(archivo, documental, tipo=TIPO_DOCUMENTAL, imagenes=imagenes),
        blocks=(
            *_relacion(quienes, sin_nadie, hoy),
            *(block for quien in quienes for block in _carta(archivo, quien, hoy, responder)),
        ),
        contents_over=None,
        layout=Layout(counted="", foot=pie_de(documental)),
    )


def _relacion(quienes: Sequence[Quien], sin_nadie: Sequence[Debido], hoy: date) -> Iterator[Block]:
    """Whom there is a letter for, and what nobody answers for."""
    yield Heading("Oficios de requerimiento", 1)
    yield Paragraph(f"Compromisos vencidos o por vencer al {i18n.fecha_larga(hoy.isoformat())}.")
    if not quienes and not sin_nadie:
        yield Paragraph("No hay compromisos vencidos ni por vencer.")
        return
    filas = tuple(
        (literal(quien.nombre), str(len(_vencidos(quien.debidos))), str(len(_cerca(quien.debidos))))
        for quien in quienes
    )
    if filas:
        yield Paragraph("Relación para uso interno. Cada oficio empieza en una página.", note=True)
        aligns = (Align.LEFT, Align.RIGHT, Align.RIGHT)
        yield Grid(
            ("Para", "Vencidos", "Por vencer"), filas, (7, 1.5, 1.5), aligns, summary="Oficios de este documento"
        )
    if sin_nadie:
        yield Heading("Sin responsable ni dependencia", 2)
        yield Paragraph("No hay a quién pedirles cuenta: diga en Compromisos quién responde por ellos.")
        yield _tabla(sin_nadie, "Compromisos sin responsable")


def _carta(archivo: Archivo, quien: Quien, hoy: date, responder: date) -> Iterator[Block]:
    """One letter."""
    vencidos, cerca = _vencidos(quien.debidos), _cerca(quien.debidos)
    yield PageBreak()
    yield Heading(f"Requerimiento: {literal(quien.nombre)}", 1)
    municipio = archivo.entidad.municipio if archivo.entidad else None
    yield Paragraph(literal(", ".join(filter(None, (municipio, i18n.fecha_larga(hoy.isoformat()))))))
    yield Paragraph(f"Para: {bold(quien.nombre)}")
    yield Paragraph(f"**Asunto:** {_asunto(len(vencidos), len(cerca))}.")
    como = " o ".join(filter(None, ("están vencidos" if vencidos else "", "vencen pronto" if cerca else "")))
    yield Paragraph(f"Estos compromisos a su cargo {como}:")
    yield _tabla(quien.debidos, "Compromisos vencidos o por vencer")
    yield Paragraph(
        f"Le pedimos informar por escrito, a más tardar el {bold(i18n.fecha_con_dia(responder.isoformat()))}:"
    )
    yield Items(_PEDIDO)
    yield Paragraph(
        "Lo que informe se registra en el seguimiento de compromisos y se cuenta en la próxima rendición de cuentas."
    )
    yield Signatures((Signer("Nombre y cargo de quien firma:", "", entidad(archivo)),), "Atentamente,")


def _asunto(vencidos: int, cerca: int) -> str:
    partes = [i18n.plural(vencidos, "compromiso vencido", "compromisos vencidos")] if vencidos else []
    partes += [i18n.plural(cerca, "compromiso por vencer", "compromisos por vencer")] if cerca else []
    return i18n.lista_en_palabras(partes)


def _tabla(debidos: Sequence[Debido], resumen: str) -> Grid:
    filas = tuple((que_hacer(uno), de_donde(uno), fecha_debida(uno), _dias(uno), _avance(uno)) for uno in debidos)
    aligns = (Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT)
    return Grid(
        ("Compromiso", "Se adquirió en", "Fecha", "Días hábiles", "Avance"),
        filas,
        (3.7, 2.5, 1.5, 1.25, 1.05),
        aligns,
        summary=resumen,
    )


def _dias(uno: Debido) -> str:
    """How many business days it is late, or that it has left."""
    if uno.dias is None:
        return ""
    if uno.dias < 0:
        return f"{-uno.dias} de mora"
    return f"faltan {uno.dias}" if uno.dias else "hoy"


def _avance(uno: Debido) -> str:
    return porciento(uno.avance) if uno.avance is not None else "–"


def _vencidos(debidos: Sequence[Debido]) -> tuple[Debido, ...]:
    return tuple(uno for uno in debidos if uno.vencido)


def _cerca(debidos: Sequence[Debido]) -> tuple[Debido, ...]:
    return tuple(uno for uno in debidos if uno.cerca)
