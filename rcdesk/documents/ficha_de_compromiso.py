"""One commitment whole: where it comes from, what was promised, what was said of it since and what proves it.

For inside: it says what a citizen asked, in their words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from rcdesk import i18n
from rcdesk.documents.blocks import Block, Document, Grid, Heading, Layout, Paragraph, literal
from rcdesk.documents.debidos import Debido, como_va, de_donde, entidad, fecha_debida, hecho_el
from rcdesk.documents.formato import SIN_IMAGENES, Imagenes, fecha_de_formulario, formato, formato_de, pie_de
from rcdesk.domain.compromisos_anteriores import porciento
from rcdesk.domain.palabras import ESTADO_COMPROMISO, con_mayuscula
from rcdesk.domain.preguntas import codigo_de
from rcdesk.domain.registro import NO_APLICA, Archivo, Evidencia, Pregunta, Seguimiento

TIPO_DOCUMENTAL: Final = "FICHA DE COMPROMISO"


@dataclass(frozen=True, slots=True)
class Ficha:
    """What the sheet tells. `fecha_inicial` is the date of the acta, when it was moved since."""

    debido: Debido
    origen: str
    preguntas: tuple[Pregunta, ...]
    a_cargo_de: str
    """The other entity that has to do it, and since when it knows; empty while it is of this one."""
    fecha_inicial: str | None
    seguimientos: tuple[Seguimiento, ...]
    """The first one first."""


def ficha_de_compromiso(archivo: Archivo, ficha: Ficha, *, hoy: date, imagenes: Imagenes = SIN_IMAGENES) -> Document:
    """The sheet, as things stood at the end of `hoy`."""
    documental = formato_de(archivo, "ficha")
    titulo = f"Compromiso {literal(ficha.debido.codigo)}".strip()
    return Document(
        title=f"{titulo}. {entidad(archivo)}",
        subject=literal(ficha.debido.que_hacer),
        author=entidad(archivo),
        created=hecho_el(hoy),
        form=formato(archivo, documental, tipo=TIPO_DOCUMENTAL, imagenes=imagenes),
        blocks=(
            Heading(titulo, 1),
            Paragraph(literal(ficha.debido.que_hacer)),
            _datos(ficha, hoy),
            *_origen(ficha),
            *_historia(ficha),
            *_evidencias(ficha),
        ),
        contents_over=None,
        layout=Layout(foot=pie_de(documental)),
    )


def _datos(ficha: Ficha, hoy: date) -> Grid:
    uno = ficha.debido
    corrida = f" (era {_dia(ficha.fecha_inicial)})" if ficha.fecha_inicial else ""
    filas = (
        ("Se adquirió en", de_donde(uno)),
        ("Responsable", literal(i18n.lista_en_palabras(uno.responsables)) or "Sin responsable"),
        ("Dependencia", literal(uno.dependencia or "")),
        ("A cargo de", literal(ficha.a_cargo_de)),
        ("Fecha", f"{fecha_debida(uno)}{corrida}"),
        (f"Al {fecha_de_formulario(hoy.isoformat())}", como_va(uno)),
    )
    return Grid((), tuple(fila for fila in filas if fila[1]), (2, 8), summary="Datos del compromiso")


def _origen(ficha: Ficha) -> Iterator[Block]:
    """Where it comes from: the words of who asked and what was answered."""
    if not ficha.preguntas and not ficha.origen:
        return
    yield Heading("De dónde viene", 2)
    if ficha.origen:
        yield Paragraph(literal(ficha.origen))
    for pregunta in ficha.preguntas:
        yield Paragraph(f"Pregunta {literal(codigo_de(pregunta.mesa, pregunta.numero))}:")
        yield Paragraph(literal(pregunta.texto), quote=True)
        if pregunta.respuesta and pregunta.respuesta.texto:
            yield Paragraph(f"**Se respondió:** {literal(pregunta.respuesta.texto)}")


def _historia(ficha: Ficha) -> Iterator[Block]:
    yield Heading("Seguimiento", 2)
    filas = tuple(
        (
            _dia(uno.corte),
            porciento(uno.avance) if uno.avance is not None else "",
            "\n".join(filter(None, (literal(uno.texto or ""), *_cambios(uno)))),
            literal(uno.autor or ""),
        )
        for uno in ficha.seguimientos
    )
    if filas:
        yield Grid(
            ("Fecha", "Avance", "Qué se dijo", "Quién lo anotó"), filas, (1.5, 1.1, 5.4, 2), summary="Seguimiento"
        )
    else:
        yield Paragraph("No se han registrado avances.")


def _cambios(uno: Seguimiento) -> Iterator[str]:
    """What an advance changed, beside what it says."""
    if uno.estado:
        yield f"Queda {con_mayuscula(ESTADO_COMPROMISO[uno.estado]).lower()}."
    if uno.nueva_fecha:
        yield f"Nueva fecha: {_dia(uno.nueva_fecha)}."
    if uno.responsables:
        yield f"Responde: {literal(i18n.lista_en_palabras(uno.responsables))}."


def _evidencias(ficha: Ficha) -> Iterator[Block]:
    filas = tuple(
        (_dia(uno.corte), literal(prueba.texto or ""), _donde(prueba))
        for uno in ficha.seguimientos
        for prueba in uno.evidencias
    )
    if filas:
        yield Heading("Soportes", 2)
        yield Grid(("Del avance", "Soporte", "Dónde está"), filas, (1.5, 3.5, 5), summary="Soportes")


def _donde(prueba: Evidencia) -> str:
    consultada = f" (consultada el {_dia(prueba.consultada)})" if prueba.consultada else ""
    paginas = f"págs. {prueba.paginas}" if prueba.paginas else ""
    partes = (prueba.archivo or "", f"{prueba.url}{consultada}" if prueba.url else "", paginas)
    return literal("\n".join(filter(None, partes)))


def _dia(fecha: str | None) -> str:
    if not fecha:
        return "Sin fecha"
    return fecha if fecha == NO_APLICA else fecha_de_formulario(fecha)
