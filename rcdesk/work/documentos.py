"""The documents of a hearing, made from what the base holds: acta, attendance list, derived figures."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from rcdesk.documents.acta import acta
from rcdesk.documents.acta.caracterizacion import con_caracterizacion
from rcdesk.documents.asistencia import lista
from rcdesk.documents.blocks import Document, Paper
from rcdesk.documents.formato import Imagenes
from rcdesk.documents.formulario_de_encuesta import formulario
from rcdesk.documents.guion import guion
from rcdesk.documents.hojas import de_la_audiencia, hoja_de_medida, hojas_en_blanco
from rcdesk.documents.informe_de_encuesta import informe_de_encuesta
from rcdesk.documents.kit import TARJETAS, kit
from rcdesk.documents.papeletas import con_preguntas
from rcdesk.documents.preguntas import lista_de_preguntas
from rcdesk.documents.respuesta import oficios_de_respuesta
from rcdesk.documents.resumen_de_asistencia import resumen_de_asistencia
from rcdesk.documents.tarjetas import tarjetas
from rcdesk.domain.cifras import resumen
from rcdesk.domain.cifras.arbol import Cifras
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.errors import RuleError
from rcdesk.domain.publica import sin_rutas, version_publica
from rcdesk.domain.registro import Archivo
from rcdesk.domain.sello import Sello
from rcdesk.exchange import to_json
from rcdesk.work.archivos import imagenes
from rcdesk.work.compromisos_anteriores import con_anteriores
from rcdesk.work.gather import reunir, reunir_audiencia
from rcdesk.work.instantaneas import Aprobada, aprobada, version_vigente


class DocumentQuery(Protocol):
    """What makes a document of a hearing, by its code: each `documento_…` once what is its own was given."""

    def __call__(self, connection: Any, *, codigo: str, evidencias: Path) -> Document:
        """Return the document; `evidencias` is the folder of the base."""


def documento_acta(connection: Any, *, codigo: str, evidencias: Path, publica: bool = False) -> Document:
    """The acta of a hearing, with its open data (the public version) inside. `evidencias` is the folder of the base.

    That of an approved acta is made from the data that were approved, whatever the base says now. With `publica`, the
    one that anybody may read.
    """
    archivo = audiencia_en_pie(connection, codigo)
    vigente = version_vigente(connection, archivo.audiencias[0].id or "")
    if vigente is not None:
        return acta_aprobada(aprobada(evidencias, vigente), publica=publica)
    told = con_anteriores(connection, archivo)
    return _acta(told, imagenes(connection, told, evidencias), None, publica=publica)


def acta_aprobada(version: Aprobada, *, publica: bool = False) -> Document:
    """The acta of an approved version: a function of its data alone."""
    return _acta(version.archivo, version.imagenes, version.sello, publica=publica)


def _acta(archivo: Archivo, imagenes: Imagenes, sello: Sello | None, *, publica: bool) -> Document:
    abierto = version_publica(archivo, iniciales=publica)
    datos = to_json(sin_rutas(abierto), lines=False)
    if not publica:
        return acta(archivo, archivo.audiencias[0], datos=datos, imagenes=imagenes, sello=sello)
    contada = con_caracterizacion(abierto.audiencias[0], archivo.audiencias[0])
    return acta(abierto, contada, datos=datos, imagenes=imagenes, sello=sello)


def documento_lista(
    connection: Any,
    *,
    codigo: str,
    evidencias: Path,
    papel: Paper = Paper.LETTER,
    filas_en_blanco: int | None = None,
) -> Document:
    """The attendance list of a hearing, to be signed; without `filas_en_blanco`, its last folio is completed."""
    archivo = audiencia_en_pie(connection, codigo)
    pictures = imagenes(connection, archivo, evidencias)
    return lista(archivo, archivo.audiencias[0], papel=papel, filas_en_blanco=filas_en_blanco, imagenes=pictures)


def documento_hojas(
    connection: Any,
    *,
    codigo: str,
    evidencias: Path,
    hojas: Collection[str] | None = None,
    papel: Paper = Paper.LETTER,
) -> Document:
    """The blank sheets of a hearing, to be signed: those with these keys, or all that are not closed."""
    archivo = audiencia_en_pie(connection, codigo)
    audiencia = archivo.audiencias[0]
    todas = de_la_audiencia(audiencia)
    pedidas = [hoja for hoja in todas if (not hoja.cerrada if hojas is None else hoja.id in hojas)]
    pictures = imagenes(connection, archivo, evidencias)
    caben = _caben(archivo, papel, pictures)
    return hojas_en_blanco(archivo, audiencia, pedidas, papel=papel, caben=caben, imagenes=pictures)


def documento_kit(
    connection: Any, *, codigo: str, evidencias: Path, tarjetas: int = TARJETAS, papel: Paper = Paper.LETTER
) -> Document:
    """All that a hearing needs to go on without a computer; it takes the blank sheets that are not closed."""
    archivo = audiencia_en_pie(connection, codigo)
    audiencia = archivo.audiencias[0]
    hojas = [hoja for hoja in de_la_audiencia(audiencia) if not hoja.cerrada]
    pictures = imagenes(connection, archivo, evidencias)
    caben = _caben(archivo, papel, pictures)
    return kit(archivo, audiencia, hojas, tarjetas=tarjetas, papel=papel, caben=caben, imagenes=pictures)


def renglones_por_hoja(connection: Any, *, codigo: str, evidencias: Path, papel: Paper = Paper.LETTER) -> int:
    """How many people sign on a blank sheet of a hearing, with its format, its name and its consent on that paper."""
    archivo = audiencia_en_pie(connection, codigo)
    return _caben(archivo, papel, imagenes(connection, archivo, evidencias))


def documento_tarjetas(connection: Any, *, codigo: str, evidencias: Path) -> Document:
    """The cards with which the people of a hearing come in."""
    archivo = audiencia_en_pie(connection, codigo)
    return tarjetas(archivo, archivo.audiencias[0], imagenes=imagenes(connection, archivo, evidencias))


def documento_guion(connection: Any, *, codigo: str, evidencias: Path) -> Document:
    """The agenda of a hearing with the private notes of who moderates: for them alone."""
    archivo = audiencia_en_pie(connection, codigo)
    return guion(archivo, archivo.audiencias[0], imagenes=imagenes(connection, archivo, evidencias))


def documento_preguntas(connection: Any, *, codigo: str, evidencias: Path, hoy: date) -> Document:
    """The questions of a hearing with their answers, as they are published on the day `hoy`.

    They are those of the base, which after the approval of the acta may have answers that it has not: then it says so.
    Of the separate documents it is the only one: who attended and what the survey said does not change any more.
    """
    archivo = audiencia_en_pie(connection, codigo)
    audiencia = archivo.audiencias[0]
    pictures = imagenes(connection, archivo, evidencias)
    corte = hoy if version_vigente(connection, audiencia.id or "") is not None else None
    return lista_de_preguntas(archivo, audiencia, corte=corte, imagenes=pictures)


def documento_respuestas(connection: Any, *, codigo: str, evidencias: Path, hoy: date) -> Document:
    """The letters to who asked and is owed a written answer, or has one; `hoy` dates those that have none."""
    archivo = audiencia_en_pie(connection, codigo)
    pictures = imagenes(connection, archivo, evidencias)
    return oficios_de_respuesta(archivo, archivo.audiencias[0], hoy=hoy, imagenes=pictures)


def documento_asistencia(connection: Any, *, codigo: str, evidencias: Path) -> Document:
    """Who attended a hearing, in figures that are published."""
    archivo = audiencia_en_pie(connection, codigo)
    return resumen_de_asistencia(archivo, archivo.audiencias[0], imagenes=imagenes(connection, archivo, evidencias))


def documento_encuesta(connection: Any, *, codigo: str, evidencias: Path) -> Document:
    """The results of the surveys of a hearing."""
    archivo = audiencia_en_pie(connection, codigo)
    return informe_de_encuesta(archivo, archivo.audiencias[0], imagenes=imagenes(connection, archivo, evidencias))


def documento_formulario(
    connection: Any, *, codigo: str, evidencias: Path, encuesta: str | None = None, papel: Paper = Paper.LETTER
) -> Document:
    """The surveys of a hearing on paper, or the one of that key, to be filled in by hand."""
    archivo = audiencia_en_pie(connection, codigo)
    audiencia = archivo.audiencias[0]
    pedidas = [una for una in con_preguntas(audiencia) if encuesta in (None, una.id)]
    return formulario(archivo, audiencia, pedidas, papel=papel, imagenes=imagenes(connection, archivo, evidencias))


def cifras(connection: Any, *, codigo: str | None = None) -> Cifras:
    """The derived figures of the base, or of one hearing, by the names that the format gives them."""
    return resumen(reunir(connection) if codigo is None else audiencia_en_pie(connection, codigo))


def audiencia_en_pie(connection: Any, codigo: str) -> Archivo:
    """The file of the one hearing that stands with that code; an annulled one may have had it before."""
    archivo = reunir_audiencia(connection, codigo)
    if archivo is None:
        raise RuleError(f"No hay una audiencia con el código «{codigo}» en esta base.", field="audiencia")
    audiencia = next(iter(vigentes(archivo.audiencias)), None)
    if audiencia is None:
        raise RuleError(f"La audiencia «{codigo}» está anulada: no tiene acta, listado ni cifras.", field="audiencia")
    return replace(archivo, audiencias=(audiencia,))


def _caben(archivo: Archivo, papel: Paper, pictures: Imagenes) -> int:
    from rcdesk.render.pdf import rows_to_fill  # ReportLab takes 0.2 s to import

    return max(1, rows_to_fill(hoja_de_medida(archivo, archivo.audiencias[0], papel=papel, imagenes=pictures)))
