"""The attendance list, to be signed by hand: who is registered, and blank rows for who arrives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rcdesk.documents.autorizacion import al_pie, completa
from rcdesk.documents.blocks import Align, Block, Document, Grid, Heading, Layout, Paper, literal
from rcdesk.documents.folios import ALTO, datos, nombre
from rcdesk.documents.formato import (
    SIN_IMAGENES,
    Imagenes,
    autor,
    dia_de,
    fecha_de_formulario,
    formato,
    formato_de,
    terminada,
)
from rcdesk.domain.asistentes import orden_alfabetico
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.palabras import PRESENCIA, con_mayuscula
from rcdesk.domain.registro import Archivo, Asistente, Audiencia, Documento

TIPO_DOCUMENTAL: Final = "LISTADO DE ASISTENCIA"

_ENCABEZADOS: Final = (
    "No.",
    "Nombre",
    "Documento",
    "Entidad u organización",
    "Cargo",
    "Teléfono",
    "Correo",
    "Modalidad",
    "Firma",
)
_ANCHOS: Final = (0.56, 1.7, 1.3, 1.48, 1.16, 1.06, 1.45, 1.0, 1.4)
_ALINEACION: Final = (Align.RIGHT, *[Align.LEFT] * 8)
_MINIMO: Final = 3  # blank rows that there always are: somebody unexpected always comes


def lista(
    archivo: Archivo,
    audiencia: Audiencia,
    *,
    papel: Paper = Paper.LETTER,
    filas_en_blanco: int | None = None,
    imagenes: Imagenes = SIN_IMAGENES,
) -> Document:
    """The list by surname, lying down, each sheet numbered «Folio n de N» and with the consent at its foot.

    `filas_en_blanco` are as many as complete the last folio, and at least three, unless the caller says how many. It
    prints documents, telephones and e-mails: it is for inside, and the public one is made from the public version.
    """
    return Document(
        title=f"Listado de asistencia. {nombre(audiencia)}",
        subject=nombre(audiencia),
        author=autor(archivo, audiencia),
        created=terminada(audiencia),
        form=formato(archivo, formato_de(archivo, "asistencia"), tipo=TIPO_DOCUMENTAL, imagenes=imagenes),
        blocks=tuple(_blocks(archivo, audiencia, filas_en_blanco)),
        contents_over=None,
        layout=Layout(landscape=True, paper=papel, counted="Folio", foot=al_pie(archivo.entidad, audiencia)),
    )


def _blocks(archivo: Archivo, audiencia: Audiencia, en_blanco: int | None) -> Iterator[Block]:
    personas = sorted(vigentes(audiencia.asistentes), key=lambda uno: orden_alfabetico(uno.nombre))
    vacias = _MINIMO if en_blanco is None else en_blanco
    yield Heading("Listado de asistencia", 1)
    yield Grid((), tuple(datos(audiencia)), (1.2, 8.8), summary="Datos de la audiencia")
    yield Grid(
        _ENCABEZADOS,
        (*_filas(personas), *_blancas(len(personas), vacias)),
        _ANCHOS,
        _ALINEACION,
        summary="Personas que asisten, para firmar",
        row_height=ALTO,
        ruled=True,
        fill=len(personas) + vacias + 1 if en_blanco is None else 0,
    )
    yield from completa(archivo.entidad, audiencia)


def _filas(personas: Sequence[Asistente]) -> Iterator[tuple[str, ...]]:
    for numero, uno in enumerate(personas, 1):
        campos = (
            _nombre(uno),
            _documento(uno.documento),
            uno.organizacion or uno.dependencia or "",
            uno.cargo or "",
            uno.telefono or "",
            uno.correo or "",
            con_mayuscula(PRESENCIA[uno.modalidad]) if uno.modalidad else "",
            _firma(uno),
        )
        yield (str(numero), *map(literal, campos))


def _nombre(uno: Asistente) -> str:
    agregado = f"\nagregado el {fecha_de_formulario(dia_de(uno.agregado))}" if uno.agregado else ""
    sin_nombre = "Firma ilegible" if uno.hoja else "Sin nombre"
    return f"{uno.nombre or sin_nombre}{agregado}"


def _firma(uno: Asistente) -> str:
    """What the cell says when there is nothing to sign: where the signature is."""
    if uno.firma == "electronica":
        return "Firmó electrónicamente"
    if uno.firma == "papel" and uno.hoja and uno.folio:
        return f"Firmó en el folio {uno.folio}" + (f", renglón {uno.renglon}" if uno.renglon else "")
    return ""


def _blancas(personas: int, cuantas: int) -> Iterator[tuple[str, ...]]:
    for numero in range(personas + 1, personas + cuantas + 1):
        yield (str(numero), *[""] * (len(_ENCABEZADOS) - 1))


def _documento(documento: Documento | None) -> str:
    if documento is None:
        return ""
    tipo = documento.tipo if documento.tipo and documento.tipo != "otro" else ""
    return f"{tipo} {documento.numero or ''}".strip()
