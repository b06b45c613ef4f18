"""Blank sheets to sign when there is no computer at the door, each with the QR by which it is typed afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rcdesk.documents.autorizacion import al_pie, completa
from rcdesk.documents.blocks import Align, Block, Document, Grid, Heading, Layout, PageBreak, Paper, Paragraph, Qr, bold
from rcdesk.documents.folios import ALTO, cuando_y_donde, nombre
from rcdesk.documents.formato import SIN_IMAGENES, Imagenes, autor, formato, formato_de, terminada
from rcdesk.domain.codigos import codigo_de
from rcdesk.domain.registro import Archivo, Audiencia, Hoja, Id

TIPO_DOCUMENTAL: Final = "LISTADO DE ASISTENCIA"

_ENCABEZADOS: Final = (
    "No.",
    "Documento",
    "Nombre y apellidos",
    "Entidad o grupo",
    "Teléfono o correo",
    "¿Autoriza?",
    "Firma",
)
_ANCHOS: Final = (0.5, 1.4, 2.55, 2.0, 1.85, 1.15, 1.8)
_ALINEACION: Final = (Align.RIGHT, *[Align.LEFT] * 6)
_CASILLAS: Final = "☐ Sí\u00a0\u00a0\u00a0☐ No"
_PARA: Final = "Hoja para transcribir después. Una persona en cada renglón, con letra clara; no salte renglones."
_SIN_HOJAS: Final = "No hay hojas preparadas para firmar."
_MAS_BAJO: Final = 18.0  # points of a row: a hand can still sign
_DE_MEDIDA: Final = Hoja(id=Id("00000000-0000-7000-8000-000000000000"), folio=100, renglones=1)


def hojas_en_blanco(
    archivo: Archivo,
    audiencia: Audiencia,
    hojas: Sequence[Hoja],
    *,
    papel: Paper = Paper.LETTER,
    caben: int | None = None,
    imagenes: Imagenes = SIN_IMAGENES,
) -> Document:
    """One page for each of those sheets, with its rows numbered as they will be typed.

    `caben` are the rows of full height in a page: a sheet prepared with more (on other paper, with a shorter consent)
    has them lower, and stays one page.
    """
    blocks = tuple(paginas(archivo, audiencia, hojas, caben))
    ninguna = (Heading("Hojas de asistencia", 1), Paragraph(_SIN_HOJAS))
    return _documento(archivo, audiencia, blocks or ninguna, papel, imagenes)


def hoja_de_medida(
    archivo: Archivo,
    audiencia: Audiencia,
    *,
    papel: Paper = Paper.LETTER,
    imagenes: Imagenes = SIN_IMAGENES,
) -> Document:
    """A sheet without rows, to be completed: as many as it takes are the rows of a sheet of this hearing."""
    blocks = tuple(_pagina(audiencia, _DE_MEDIDA, _DE_MEDIDA.folio, ALTO, fill=1))
    return _documento(archivo, audiencia, blocks, papel, imagenes)


def paginas(archivo: Archivo, audiencia: Audiencia, hojas: Sequence[Hoja], caben: int | None = None) -> Iterator[Block]:
    """The blocks of the sheets, to be laid as `disposicion` says, and of the consent when a foot cannot hold it."""
    ultimo = max((hoja.folio for hoja in (*de_la_audiencia(audiencia), *hojas)), default=0)
    for numero, hoja in enumerate(hojas):
        if numero:
            yield PageBreak()
        alto = ALTO if caben is None or hoja.renglones <= caben else max(_MAS_BAJO, ALTO * caben / hoja.renglones)
        yield from _pagina(audiencia, hoja, ultimo, alto)
    if hojas:
        yield from completa(archivo.entidad, audiencia)


def disposicion(archivo: Archivo, audiencia: Audiencia, papel: Paper) -> Layout:
    """How the sheets are laid; they are counted by their own folio."""
    return Layout(landscape=True, paper=papel, counted="", foot=al_pie(archivo.entidad, audiencia, casillas=True))


def de_la_audiencia(audiencia: Audiencia) -> tuple[Hoja, ...]:
    """The sheets prepared for a hearing, by folio; the withdrawn ones are not gathered."""
    hojas = audiencia.asistencia.hojas if audiencia.asistencia else ()
    return tuple(sorted(hojas, key=lambda hoja: hoja.folio))


def _documento(
    archivo: Archivo,
    audiencia: Audiencia,
    blocks: tuple[Block, ...],
    papel: Paper,
    imagenes: Imagenes,
) -> Document:
    return Document(
        title=f"Hojas de asistencia. {nombre(audiencia)}",
        subject=nombre(audiencia),
        author=autor(archivo, audiencia),
        created=terminada(audiencia),
        form=formato(archivo, formato_de(archivo, "asistencia"), tipo=TIPO_DOCUMENTAL, imagenes=imagenes),
        blocks=blocks,
        contents_over=None,
        layout=disposicion(archivo, audiencia, papel),
    )


def _pagina(audiencia: Audiencia, hoja: Hoja, ultimo: int, alto: float, *, fill: int = 0) -> Iterator[Block]:
    codigo = codigo_de("hoja", str(hoja.id))
    words = (
        bold(audiencia.nombre or audiencia.codigo),
        cuando_y_donde(audiencia),
        _PARA,
        f"Código de esta hoja: {codigo}",
    )
    yield Qr(codigo, "\n".join(words), title=f"Folio {hoja.folio} de {ultimo}")
    filas = () if fill else tuple(_fila(numero) for numero in range(1, hoja.renglones + 1))
    yield Grid(
        _ENCABEZADOS,
        filas,
        _ANCHOS,
        _ALINEACION,
        summary=f"Renglones del folio {hoja.folio}, para firmar",
        row_height=alto,
        ruled=True,
        fill=fill,
    )


def _fila(numero: int) -> tuple[str, ...]:
    return (str(numero), "", "", "", "", _CASILLAS, "")
