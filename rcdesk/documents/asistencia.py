"""The attendance list, to be signed by hand: who is registered, and blank rows for who arrives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from rcdesk import i18n
from rcdesk.documents.autorizacion import autorizacion, texto
from rcdesk.documents.blocks import Align, Block, Document, Grid, Heading, Layout, Paragraph, literal
from rcdesk.documents.folios import ALTO, blancas
from rcdesk.documents.formato import autor, formato, formato_de, terminada
from rcdesk.domain.asistentes import orden_alfabetico
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.palabras import MODALIDAD, PRESENCIA, TIPO_FIRMA, con_mayuscula
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
_ANCHOS: Final = (0.5, 1.5, 1.05, 1.35, 1.3, 1.05, 1.45, 1.0, 1.7)
_ALINEACION: Final = (Align.RIGHT, *[Align.LEFT] * 8)
_AVISO: Final = "Al firmar autorizo el tratamiento de mis datos, como dice el texto al final de este listado."

_SIN_IMAGENES: Final[Mapping[str, bytes | Path]] = MappingProxyType({})


def lista(
    archivo: Archivo,
    audiencia: Audiencia,
    *,
    filas_en_blanco: int | None = None,
    imagenes: Mapping[str, bytes | Path] = _SIN_IMAGENES,
) -> Document:
    """The list by surname, lying down, each sheet numbered «Folio n de N».

    `filas_en_blanco` are as many as complete the last folio unless the caller says how many. It prints documents,
    telephones and e-mails: it is for inside, and the public one is made from the public version of the data.
    """
    return Document(
        title=f"Listado de asistencia. {literal(audiencia.nombre or audiencia.codigo)}",
        subject=literal(audiencia.nombre or audiencia.codigo),
        author=autor(archivo, audiencia),
        created=terminada(audiencia),
        form=formato(archivo, formato_de(archivo, "asistencia"), tipo=TIPO_DOCUMENTAL, imagenes=imagenes),
        blocks=tuple(_blocks(archivo, audiencia, filas_en_blanco)),
        layout=Layout(landscape=True, counted="Folio"),
    )


def _blocks(archivo: Archivo, audiencia: Audiencia, en_blanco: int | None) -> Iterator[Block]:
    personas = sorted(vigentes(audiencia.asistentes), key=lambda uno: orden_alfabetico(uno.nombre))
    filas = tuple(_filas(personas))
    vacias = blancas(filas, _ANCHOS, texto(archivo.entidad, audiencia)) if en_blanco is None else en_blanco
    yield Heading("Listado de asistencia", 1)
    yield Grid((), tuple(_datos(audiencia)), (1.2, 8.8), summary="Datos de la audiencia")
    yield Paragraph(_AVISO, note=True)
    yield Grid(
        _ENCABEZADOS,
        (*filas, *_blancas(len(personas), vacias)),
        _ANCHOS,
        _ALINEACION,
        summary="Personas que asisten, para firmar",
        row_height=ALTO,
        ruled=True,
    )
    yield from autorizacion(archivo.entidad, audiencia)


def _datos(audiencia: Audiencia) -> Iterator[tuple[str, str]]:
    yield "Actividad", literal(audiencia.nombre or audiencia.codigo)
    hora = audiencia.hora_inicio or audiencia.hora_inicio_programada
    cuando = (i18n.fecha_con_dia(audiencia.fecha) if audiencia.fecha else "", i18n.hora_am_pm(hora) if hora else "")
    yield "Fecha y hora", ", ".join(parte for parte in cuando if parte) or "________________________"
    modalidad = con_mayuscula(MODALIDAD[audiencia.modalidad]) if audiencia.modalidad else ""
    lugares = i18n.lista_en_palabras([lugar.nombre for lugar in audiencia.lugares])
    yield "Lugar", literal(". ".join(parte for parte in (lugares, modalidad) if parte)) or "________________________"


def _filas(personas: Sequence[Asistente]) -> Iterator[tuple[str, ...]]:
    for numero, uno in enumerate(personas, 1):
        campos = (
            uno.nombre or "Sin nombre",
            _documento(uno.documento),
            uno.organizacion or uno.dependencia or "",
            uno.cargo or "",
            uno.telefono or "",
            uno.correo or "",
            con_mayuscula(PRESENCIA[uno.modalidad]) if uno.modalidad else "",
            con_mayuscula(TIPO_FIRMA[uno.firma]) if uno.firma == "electronica" else "",
        )
        yield (str(numero), *map(literal, campos))


def _blancas(personas: int, cuantas: int) -> Iterator[tuple[str, ...]]:
    for numero in range(personas + 1, personas + cuantas + 1):
        yield (str(numero), *[""] * (len(_ENCABEZADOS) - 1))


def _documento(documento: Documento | None) -> str:
    if documento is None:
        return ""
    tipo = documento.tipo if documento.tipo and documento.tipo != "otro" else ""
    return f"{tipo} {documento.numero or ''}".strip()
