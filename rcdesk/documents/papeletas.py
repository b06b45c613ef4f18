"""What the public fills in by hand: cards for their questions, and the survey."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, assert_never

from rcdesk.documents.blocks import Ask, Block, Heading, Items, PageBreak, Paragraph, Qr, Room, Slip, Slips, literal
from rcdesk.documents.folios import nombre
from rcdesk.domain.encuestas import condicion_en_palabras, enunciado, libre, opciones
from rcdesk.domain.registro import Archivo, Audiencia, Encuesta, PreguntaEncuesta

_AUTORIZACION: Final = ("Autorizo el uso de mis datos", "No lo autorizo")
_DONDE: Final = "El texto está en la mesa de registro."
_INSTRUCCIONES: Final = (
    "Marque con una X la casilla de su respuesta; si no quiere responder una pregunta, déjela en blanco. La encuesta es"
    " anónima: no escriba su nombre. Entréguela a la salida."
)
_EN_LINEA: Final = "También se responde en el teléfono, con este código."
_VARIAS: Final = "Puede marcar varias."
_OTRA: Final = ("L", "Otra:")
_RENGLONES: Final = 2


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
    """Each survey of the hearing that asks something, each from the top of a sheet."""
    for numero, encuesta in enumerate(con_preguntas(audiencia)):
        if numero:
            yield PageBreak()
        yield from encuesta_en_papel(audiencia, encuesta)


def encuesta_en_papel(audiencia: Audiencia, encuesta: Encuesta) -> Iterator[Block]:
    """A survey to fill in by hand; one that is answered on line too shows where."""
    titulo = literal(encuesta.titulo or "Encuesta de evaluación")
    if encuesta.url:
        yield Qr(encuesta.url, f"{nombre(audiencia)}\n{_INSTRUCCIONES} {_EN_LINEA}", title=titulo)
    else:
        yield Heading(titulo, 1)
        yield Paragraph(nombre(audiencia))
        yield Paragraph(_INSTRUCCIONES, note=True)
    for lugar, pregunta in enumerate(encuesta.preguntas, 1):
        yield _pregunta(encuesta, pregunta, lugar)


def con_preguntas(audiencia: Audiencia) -> tuple[Encuesta, ...]:
    """The surveys that ask something."""
    return tuple(encuesta for encuesta in audiencia.encuestas if encuesta.preguntas)


def _pregunta(encuesta: Encuesta, pregunta: PreguntaEncuesta, numero: int) -> Ask:
    """A question with the keys that type its answers in Encuesta."""
    texto = f"{numero}. {literal(enunciado(pregunta))}"
    condicion = literal(condicion_en_palabras(pregunta.condicion, encuesta.preguntas))
    condicion = f"{condicion}." if condicion else ""
    match pregunta.tipo:
        case "unica" | "si_no" | "ordinal" | "multiple":
            varias = pregunta.tipo == "multiple" and "marcar vari" not in enunciado(pregunta)
            nota = " ".join(filter(None, (condicion, _VARIAS if varias else "")))
            marcas = tuple((str(tecla), literal(opcion)) for tecla, opcion in enumerate(opciones(pregunta), 1))
            if not marcas:  # what there is to choose from was not written down: it is answered in words
                return Ask(texto, lines=1, note=condicion)
            return Ask(texto, marcas, _OTRA if libre(pregunta) else None, note=nota)
        case "numero":
            return Ask(texto, lines=1, note=condicion)
        case "texto":
            return Ask(texto, lines=1 if condicion else _RENGLONES, note=condicion)
        case _:
            assert_never(pregunta.tipo)
