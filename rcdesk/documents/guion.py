"""The script of who moderates: the agenda with its hours and the private note of each point, which no other has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from rcdesk import i18n
from rcdesk.documents.blocks import Align, Block, Document, Grid, Heading, Layout, Paragraph, literal
from rcdesk.documents.formato import autor, formato, formato_de, terminada
from rcdesk.domain.registro import Archivo, Audiencia, Punto

TIPO_DOCUMENTAL: Final = "GUION DE LA AUDIENCIA"

_AVISO: Final = "Para quien modera. No se publica ni se anexa al acta."
_ENCABEZADOS: Final = ("Hora", "Punto", "Min", "A cargo de", "Nota")
_ANCHOS: Final = (0.9, 3.0, 0.6, 1.9, 3.6)
_ALINEACION: Final = (Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT)
_SIN_IMAGENES: Final[Mapping[str, bytes | Path]] = MappingProxyType({})


def guion(archivo: Archivo, audiencia: Audiencia, *, imagenes: Mapping[str, bytes | Path] = _SIN_IMAGENES) -> Document:
    """The agenda, lying down, to have at hand on the stage."""
    nombre = literal(audiencia.nombre or audiencia.codigo)
    return Document(
        title=f"Guion. {nombre}",
        subject=nombre,
        author=autor(archivo, audiencia),
        created=terminada(audiencia),
        form=formato(archivo, formato_de(archivo, "guion"), tipo=TIPO_DOCUMENTAL, imagenes=imagenes),
        blocks=tuple(_blocks(audiencia)),
        layout=Layout(landscape=True),
    )


def _blocks(audiencia: Audiencia) -> Iterator[Block]:
    yield Heading("Guion de la audiencia", 1)
    yield Paragraph(literal(audiencia.nombre or audiencia.codigo))
    yield Paragraph(_AVISO, note=True)
    if not audiencia.orden_del_dia:
        yield Paragraph("Todavía no hay orden del día.")
        return
    filas = tuple(_filas(audiencia))
    yield Grid(_ENCABEZADOS, filas, _ANCHOS, _ALINEACION, summary="Orden del día con sus notas", ruled=True)
    minutos = sum(punto.minutos or 0 for punto in audiencia.orden_del_dia)
    yield Paragraph(f"Los puntos suman {i18n.plural(minutos, 'minuto', 'minutos')}.", note=True)


def _filas(audiencia: Audiencia) -> Iterator[tuple[str, ...]]:
    hora: str | None = audiencia.hora_inicio_programada
    for numero, punto in enumerate(audiencia.orden_del_dia, 1):
        yield (
            i18n.hora_am_pm(hora) if hora else "",
            f"{numero}. {_titulo(punto)}",
            str(punto.minutos) if punto.minutos is not None else "",
            literal(punto.responsable or ""),
            literal(punto.guion or ""),
        )
        hora = _despues(hora, punto.minutos)


def _titulo(punto: Punto) -> str:
    return f"{literal(punto.titulo)}\n{literal(punto.detalle)}" if punto.detalle else literal(punto.titulo)


def _despues(hora: str | None, minutos: int | None) -> str | None:
    """The hour some minutes later; None when either is not known or the day ends before."""
    if hora is None or minutos is None:
        return None
    total = int(hora[:2]) * 60 + int(hora[3:5]) + minutos
    return f"{total // 60:02}:{total % 60:02}" if total < 24 * 60 else None
