"""The contingency kit: all that is needed to go on with a hearing on paper, in one file to print the day before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rcdesk import i18n
from rcdesk.documents.blocks import Align, Block, Document, Grid, Heading, Items, Layout, Paper, Paragraph, Part, bold
from rcdesk.documents.folios import ALTO, cuando_y_donde, nombre
from rcdesk.documents.formato import SIN_IMAGENES, Imagenes, autor, formato, formato_de, terminada
from rcdesk.documents.hojas import TIPO_DOCUMENTAL as DE_ASISTENCIA
from rcdesk.documents.hojas import disposicion, paginas
from rcdesk.documents.orden_del_dia import puntos, suma_de_minutos
from rcdesk.documents.papeletas import con_preguntas, encuestas_en_papel, tarjetas_de_pregunta
from rcdesk.domain.registro import Archivo, Audiencia, Hoja

TIPO_DOCUMENTAL: Final = "KIT DE CONTINGENCIA"
TARJETAS: Final = 40
"""Question cards, unless the caller says how many: ten sheets."""

_PARA: Final = (
    "Para seguir en papel si falla el computador o se va la luz. Imprímalo antes de la audiencia y llévelo a la sala."
)
_USO: Final = (
    "En la puerta, cada persona escribe en un renglón y firma. Cuando se llena un folio se pasa al siguiente.",
    "Cada pregunta va en una tarjeta. Quien modera las recibe en su orden y escribe en el respaldo quién respondió.",
    "En el orden del día se anota la hora en que empieza y termina cada punto.",
    "A la salida se entrega y se recoge la encuesta.",
    "Cuando vuelva el computador: en Registro, «Transcribir un folio firmado» (Ctrl+L) con el código de cada hoja; en"
    " En vivo, las preguntas, en el orden de sus tarjetas; en Encuesta, las respuestas. Los papeles se guardan con el"
    " expediente.",
)
_ENCABEZADOS: Final = ("Hora", "Punto", "Min", "A cargo de", "Empezó", "Terminó")
_ANCHOS: Final = (1.15, 3.4, 0.65, 1.9, 1.2, 1.2)
_ALINEACION: Final = (Align.LEFT, Align.LEFT, Align.RIGHT, *[Align.LEFT] * 3)
_SEGUIDOS: Final = 3
"""More folios in a row than these are said by the first and the last."""


def kit(
    archivo: Archivo,
    audiencia: Audiencia,
    hojas: Sequence[Hoja],
    *,
    tarjetas: int = TARJETAS,
    papel: Paper = Paper.LETTER,
    caben: int | None = None,
    imagenes: Imagenes = SIN_IMAGENES,
) -> Document:
    """How it is used, agenda, sheets to sign, cards for questions and survey; `papel` and `caben` are of the sheets."""
    form = formato(archivo, formato_de(archivo, "asistencia"), tipo=DE_ASISTENCIA, imagenes=imagenes)
    sheets = (
        Part("Hojas de asistencia", disposicion(archivo, audiencia, papel), form),
        *paginas(archivo, audiencia, hojas, caben),
    )
    return Document(
        title=f"Kit de contingencia. {nombre(audiencia)}",
        subject=nombre(audiencia),
        author=autor(archivo, audiencia),
        created=terminada(audiencia),
        form=formato(archivo, formato_de(archivo, "contingencia"), tipo=TIPO_DOCUMENTAL, imagenes=imagenes),
        blocks=(
            *_apertura(audiencia, hojas, tarjetas),
            *(sheets if hojas else ()),
            *_papeletas(archivo, audiencia, tarjetas),
        ),
        contents_over=None,
    )


def _apertura(audiencia: Audiencia, hojas: Sequence[Hoja], tarjetas: int) -> Iterator[Block]:
    yield Part("Cómo se usa")
    yield Heading("Kit de contingencia", 1)
    yield Paragraph(f"{bold(audiencia.nombre or audiencia.codigo)}\n{cuando_y_donde(audiencia)}")
    yield Paragraph(_PARA)
    yield Heading("Qué trae", 2)
    yield Items(tuple(_contenido(audiencia, hojas, tarjetas)))
    yield Heading("Cómo se usa", 2)
    yield Items(_USO, ordered=True)
    yield Part("Orden del día")
    yield from _orden_del_dia(audiencia)


def _papeletas(archivo: Archivo, audiencia: Audiencia, tarjetas: int) -> Iterator[Block]:
    if tarjetas:
        yield Part("Tarjetas de pregunta", Layout(counted=""))
        yield tarjetas_de_pregunta(archivo, audiencia, tarjetas)
    if con_preguntas(audiencia):
        yield Part("Encuesta", Layout(counted=""))
        yield from encuestas_en_papel(audiencia)


def _contenido(audiencia: Audiencia, hojas: Sequence[Hoja], tarjetas: int) -> Iterator[str]:
    yield "El orden del día, con sus horas y espacio para anotar las reales."
    if hojas:
        renglones = i18n.plural(sum(hoja.renglones for hoja in hojas), "renglón", "renglones")
        yield f"Hojas de asistencia: {_folios([hoja.folio for hoja in hojas])}, con {renglones} para firmar."
    else:
        yield "No trae hojas de asistencia: prepárelas en Registro y vuelva a hacer el kit."
    if tarjetas:
        yield f"Tarjetas de pregunta, de la 1 a la {tarjetas}: cuatro en cada hoja, se cortan por las líneas."
    if con_preguntas(audiencia):
        yield "La encuesta: saque una copia para cada persona."
    else:
        yield "No trae encuesta: esta audiencia no tiene una con preguntas."


def _folios(numeros: Sequence[int]) -> str:
    """«folio 3», «folios 1, 2 y 5», «folios 1 a 12»."""
    if len(numeros) == 1:
        return f"folio {numeros[0]}"
    if len(numeros) > _SEGUIDOS and numeros[-1] - numeros[0] == len(numeros) - 1:
        return f"folios {numeros[0]} a {numeros[-1]}"
    return f"folios {i18n.lista_en_palabras(list(map(str, numeros)))}"


def _orden_del_dia(audiencia: Audiencia) -> Iterator[Block]:
    """The agenda, or a blank one to write."""
    filas = tuple((*fila, "", "") for _, fila in puntos(audiencia))
    yield Heading("Orden del día", 1)
    yield Paragraph(nombre(audiencia))
    yield Grid(
        _ENCABEZADOS,
        filas,
        _ANCHOS,
        _ALINEACION,
        summary="Orden del día, con espacio para la hora real de cada punto",
        row_height=ALTO,
        ruled=True,
        fill=0 if filas else 1,
    )
    if any(punto.minutos for punto in audiencia.orden_del_dia):
        yield Paragraph(suma_de_minutos(audiencia), note=True)
