"""The acta as it would print now, with the narrative that is still being typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from rcdesk.documents.acta import acta
from rcdesk.documents.acta.revision import copia_de_revision
from rcdesk.documents.blocks import Document
from rcdesk.domain.registro import Acta, Audiencia, Bloque, Dofa, Seccion
from rcdesk.work.archivos import imagenes
from rcdesk.work.cierre import reunir_como_se_cuenta
from rcdesk.work.documentos import acta_aprobada
from rcdesk.work.instantaneas import aprobada, version_vigente


@dataclass(frozen=True, slots=True)
class EnCurso:
    """A narrative being typed: the table, key and column where it will be stored, and its blocks of now."""

    tabla: str
    id: str
    campo: str
    bloques: tuple[Bloque, ...]


def acta_en_curso(
    connection: Connection,
    *,
    audiencia_id: str,
    evidencias: Path,
    en_curso: EnCurso | None = None,
    copia: datetime | None = None,
) -> Document:
    """The acta of a hearing without its attachment: only to be looked at. RuleError when the hearing is gone.

    That of an approved acta is the one that was approved, whatever the base says now. With `copia`, the hour at which
    it is asked for, it is the copy that is being reviewed, if one was sent.
    """
    vigente = version_vigente(connection, audiencia_id)
    if vigente is not None:
        return replace(acta_aprobada(aprobada(evidencias, vigente)), attachment=None)
    archivo = reunir_como_se_cuenta(connection, audiencia_id)
    audiencia = archivo.audiencias[0]
    if en_curso is not None:
        audiencia = _con(audiencia, en_curso)
    made = acta(archivo, audiencia, datos=None, imagenes=imagenes(connection, archivo, evidencias))
    revision = audiencia.acta.revision if audiencia.acta else None
    return copia_de_revision(made, revision, copia) if copia is not None and revision else made


def _con(audiencia: Audiencia, texto: EnCurso) -> Audiencia:
    """The hearing with that narrative in its place."""
    match texto.tabla, texto.campo:
        case "audiencias", "autoevaluacion":
            return replace(audiencia, autoevaluacion=texto.bloques)
        case "audiencias", "dofa_cierre":
            return replace(audiencia, dofa=replace(audiencia.dofa or Dofa(), cierre=texto.bloques))
        case "actas", "observaciones_generales":
            acta = audiencia.acta or Acta()
            return replace(audiencia, acta=replace(acta, observaciones_generales=texto.bloques))
        case "secciones", _ if audiencia.acta is not None:
            desarrollo = _secciones(audiencia.acta.desarrollo, texto)
            return replace(audiencia, acta=replace(audiencia.acta, desarrollo=desarrollo))
        case _:
            return audiencia


def _secciones(secciones: Sequence[Seccion], texto: EnCurso) -> tuple[Seccion, ...]:
    return tuple(replace(uno, bloques=texto.bloques) if uno.id == texto.id else uno for uno in secciones)
