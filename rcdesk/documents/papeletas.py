"""What the public fills in by hand: cards for their questions, and the survey."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, assert_never

from rcdesk.documents.blocks import Block, Heading, Items, PageBreak, Paragraph, Room, Slip, Slips, literal
from rcdesk.documents.folios import nombre
from rcdesk.domain.encuestas import condicion_en_palabras, enunciado, libre, opciones
from rcdesk.domain.registro import Archivo, Audiencia, Encuesta, PreguntaEncuesta

_AUTORIZACION: Final = ("Autorizo el uso de mis datos", "No lo autorizo")
_DONDE: Final = "El texto está en la mesa de registro."
_ANONIMA: Final = "La encuesta es anónima: no escriba su nombre. Entréguela a la salida."
_VARIAS: Final = "Puede marcar varias."
_OTRA: Final = "Otra: ________________________________"
_RENGLONES: Final = 3


def tarjetas_de_pregunta(archivo: Archivo, audiencia: Audiencia, cuantas: int) -> Slips:
    """Numbered cards; the number is that of the paper, and the program gives the question its own when it is typed."""
    entidad = literal((archivo.entidad.nombre if archivo.entidad else None) or "")
    de_quien = f"{entidad}. {nombre(audiencia)}" if entidad else nombre(audiencia)
    campos: tuple[Block, ...] = (
        Room("Nombre"),
        Room("Entidad o grupo"),
        Room("Teléfono o correo"),
        Room("Mi pregunta", 0),
        Items(_AUTORIZACION, boxes=True),
        Paragraph(_DONDE, note=True),
    )
    return Slips(tuple(Slip(f"Tarjeta {numero}", de_quien, campos) for numero in range(1, cuantas + 1)))


def encuestas_en_papel(audiencia: Audiencia) -> Iterator[Block]:
    """Each survey of the hearing, with boxes to mark and lines to write on."""
    for numero, encuesta in enumerate(con_preguntas(audiencia)):
        if numero:
            yield PageBreak()
        yield Heading(literal(encuesta.titulo or "Encuesta de evaluación"), 1)
        yield Paragraph(nombre(audiencia))
        yield Paragraph(_ANONIMA, note=True)
        yield Heading("Marque con una X su respuesta", 2)
        for place, pregunta in enumerate(encuesta.preguntas, 1):
            yield from _pregunta(encuesta, pregunta, place)


def con_preguntas(audiencia: Audiencia) -> tuple[Encuesta, ...]:
    """The surveys that ask something."""
    return tuple(encuesta for encuesta in audiencia.encuestas if encuesta.preguntas)


def _pregunta(encuesta: Encuesta, pregunta: PreguntaEncuesta, numero: int) -> Iterator[Block]:
    yield Heading(f"{numero}. {literal(enunciado(pregunta))}", 3)
    condicion = condicion_en_palabras(pregunta.condicion, encuesta.preguntas)
    if condicion:
        yield Paragraph(literal(condicion), note=True)
    match pregunta.tipo:
        case "unica" | "si_no" | "ordinal" | "multiple":
            if pregunta.tipo == "multiple" and "marcar vari" not in enunciado(pregunta):
                yield Paragraph(_VARIAS, note=True)
            yield Items((*map(literal, opciones(pregunta)), *([_OTRA] if libre(pregunta) else [])), boxes=True)
        case "numero":
            yield Room()
        case "texto":
            yield Room(lines=_RENGLONES)
        case _:
            assert_never(pregunta.tipo)
