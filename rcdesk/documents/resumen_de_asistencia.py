"""Who attended, in figures that are published: populations side by side and never added, and no name of anybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from rcdesk import i18n
from rcdesk.documents.acta.asistencia import agregados, contadas, metricas, representadas
from rcdesk.documents.acta.caracterizacion import con_caracterizacion, tablas_de_caracterizacion
from rcdesk.documents.acta.contexto import Contexto, contexto
from rcdesk.documents.acta.insertos import insertar
from rcdesk.documents.blocks import Align, Block, Document, Grid, Heading, Layout, Paragraph, literal
from rcdesk.documents.ficha import ficha
from rcdesk.documents.folios import nombre
from rcdesk.documents.formato import SIN_IMAGENES, Imagenes, autor, formato, formato_de, pie_de, terminada
from rcdesk.domain.cifras.audiencia import contados, espectadores_maximos, pico
from rcdesk.domain.cifras.encuesta import encuestados
from rcdesk.domain.palabras import PRESENCIA, con_mayuscula
from rcdesk.domain.publica import version_publica
from rcdesk.domain.registro import Archivo, Asistencia, Audiencia, Hoja, Presencia
from rcdesk.domain.textos import en_palabras_y_cifras

TIPO_DOCUMENTAL: Final = "RESUMEN DE ASISTENCIA"

_SIN_DATO: Final = "–"
_POBLACIONES: Final = (
    "Registradas en el listado",
    "Contadas sin nombre",
    "Espectadores en vivo, en el momento de más audiencia",
    "Respondieron la encuesta",
)
_NOTA: Final = "Son cuatro poblaciones distintas: una persona puede estar en varias, y por eso no se suman."
_MODALIDADES: Final[tuple[Presencia | None, ...]] = ("presencial", "virtual", None)


def resumen_de_asistencia(archivo: Archivo, audiencia: Audiencia, *, imagenes: Imagenes = SIN_IMAGENES) -> Document:
    """Counts only. What each person told of themselves is counted with its small figures reserved."""
    ctx = _publico(archivo, audiencia, imagenes)
    return Document(
        title=f"Resumen de asistencia. {nombre(ctx.audiencia)}",
        subject=nombre(ctx.audiencia),
        author=autor(ctx.archivo, ctx.audiencia),
        created=terminada(audiencia),
        form=formato(archivo, formato_de(archivo, "resumen"), tipo=TIPO_DOCUMENTAL, imagenes=imagenes),
        blocks=tuple(_blocks(ctx)),
        layout=Layout(foot=pie_de(formato_de(ctx.archivo, "resumen"))),
    )


def _publico(archivo: Archivo, audiencia: Audiencia, imagenes: Imagenes) -> Contexto:
    """The public version, with what people told of themselves put back to be counted: only protected figures leave."""
    publico = version_publica(replace(archivo, audiencias=(audiencia,)))
    publicada = publico.audiencias[0]
    return contexto(publico, con_caracterizacion(publicada, audiencia), imagenes, insertar)


def _blocks(ctx: Contexto) -> Iterator[Block]:
    yield from ficha("Resumen de asistencia", ctx.audiencia)
    yield from _poblaciones(ctx.audiencia)
    partes = (
        ("Por modalidad", _por_modalidad(ctx.audiencia)),
        ("Personas contadas sin nombre", _contadas(ctx.audiencia.asistencia)),
        ("Organizaciones", representadas(ctx)),
        ("Caracterización de quienes asistieron", tablas_de_caracterizacion(ctx)),
        ("Transmisión", metricas(ctx)),
        ("Listado firmado", _folios(ctx.audiencia.asistencia)),
        ("Después de la audiencia", agregados(ctx.audiencia.asistentes)),
    )
    for titulo, blocks in partes:
        hechos = tuple(blocks)
        if hechos:
            yield Heading(titulo, 2)
            yield from hechos


def _poblaciones(audiencia: Audiencia) -> Iterator[Block]:
    cifras = (
        _cifra(len(audiencia.asistentes)),
        _cifra(contados(audiencia.asistencia)),
        _espectadores(audiencia),
        _encuestadas(audiencia),
    )
    yield Grid(_POBLACIONES, (cifras,), (1.0,) * 4, (Align.CENTER,) * 4, summary="Las cuatro poblaciones")
    convocados = audiencia.asistencia.convocados if audiencia.asistencia else None
    if convocados is not None:
        yield Paragraph(f"Se convocó a {i18n.plural(convocados, 'persona', 'personas')}.")
    yield Paragraph(_NOTA, note=True)


def _cifra(cuantas: int) -> str:
    return i18n.numero(cuantas) if cuantas else _SIN_DATO


def _espectadores(audiencia: Audiencia) -> str:
    """The peak of the only platform that gives one: two peaks are of different people, or of the same."""
    maximo = espectadores_maximos(audiencia.metricas_virtuales)
    if maximo is not None:
        return i18n.numero(maximo)
    return "Por plataforma" if any(pico(una) is not None for una in audiencia.metricas_virtuales) else _SIN_DATO


def _encuestadas(audiencia: Audiencia) -> str:
    cuantas = [personas for una in audiencia.encuestas if (personas := encuestados(una))]
    return " y ".join(map(i18n.numero, cuantas)) or _SIN_DATO


def _por_modalidad(audiencia: Audiencia) -> Iterator[Block]:
    registradas = Counter(uno.modalidad for uno in audiencia.asistentes)
    sin_nombre: Counter[Presencia | None] = Counter()
    for conteo in (audiencia.asistencia or Asistencia()).conteos:
        sin_nombre[conteo.modalidad] += conteo.cantidad
    filas = tuple(
        (
            con_mayuscula(PRESENCIA[modo]) if modo else "Sin decir",
            _cifra(registradas[modo]),
            _cifra(sin_nombre[modo]),
        )
        for modo in _MODALIDADES
        if registradas[modo] or sin_nombre[modo]
    )
    if filas:
        titulos = ("Modalidad", "Registradas", "Contadas sin nombre")
        alineacion = (Align.LEFT, Align.RIGHT, Align.RIGHT)
        yield Grid(titulos, filas, (4, 3, 3), alineacion, summary="Personas por modalidad")


def _contadas(asistencia: Asistencia | None) -> Iterator[Block]:
    filas = tuple(
        (
            literal(conteo.grupo or "Sin grupo"),
            con_mayuscula(PRESENCIA[conteo.modalidad]) if conteo.modalidad else "",
            contadas(conteo),
        )
        for conteo in (asistencia or Asistencia()).conteos
    )
    if filas:
        titulos, alineacion = ("Grupo", "Modalidad", "Personas"), (Align.LEFT, Align.LEFT, Align.RIGHT)
        yield Grid(titulos, filas, (6, 2, 2), alineacion, summary="Personas contadas sin nombre")


def _folios(asistencia: Asistencia | None) -> Iterator[Block]:
    if asistencia is None:
        return
    if asistencia.folios:
        dichos = en_palabras_y_cifras(asistencia.folios, "folio", "folios")
        yield Paragraph(f"El listado firmado tiene {dichos}.")
    filas = tuple(map(_hoja, sorted(asistencia.hojas, key=lambda hoja: hoja.folio)))
    if filas:
        titulos = ("Folio", "Renglones", "Firmas", "Vacíos", "Repetidas", "Transcrito")
        alineacion = (*[Align.RIGHT] * 5, Align.LEFT)
        yield Grid(titulos, filas, (1.0,) * 6, alineacion, summary="Hojas firmadas, por folio")


def _hoja(hoja: Hoja) -> tuple[str, ...]:
    firmas = _SIN_DATO if hoja.firmas is None else str(hoja.firmas)
    vacios, repetidos = str(len(hoja.vacios)), str(len(hoja.repetidos))
    return (str(hoja.folio), str(hoja.renglones), firmas, vacios, repetidos, "Sí" if hoja.cerrada else "No")
