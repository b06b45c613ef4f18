"""The documents of the review of an acta: the copy that is sent, and what was asked of it with what was decided."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from rcdesk.documents.acta import acta
from rcdesk.documents.acta.revision import copia_de_revision
from rcdesk.documents.blocks import Document
from rcdesk.documents.observaciones import observaciones_y_disposicion
from rcdesk.domain.errors import RuleError
from rcdesk.work.archivos import imagenes
from rcdesk.work.cierre import reunir_como_se_cuenta
from rcdesk.work.documentos import audiencia_en_pie


def documento_copia(connection: Connection, *, audiencia_id: str, evidencias: Path, hecha: datetime) -> Document:
    """The last copy for revision of the acta, as the acta is now; `hecha` is an hour of Colombia.

    RuleError when no copy was sent.
    """
    archivo = reunir_como_se_cuenta(connection, audiencia_id)
    audiencia = archivo.audiencias[0]
    revision = audiencia.acta.revision if audiencia.acta else None
    if not revision:
        raise RuleError("El acta no se ha enviado a revisión: todavía no hay una copia que imprimir.")
    pictures = imagenes(connection, archivo, evidencias)
    return copia_de_revision(acta(archivo, audiencia, datos=None, imagenes=pictures), revision, hecha)


def documento_observaciones(connection: Connection, *, codigo: str, evidencias: Path) -> Document:
    """What reviewers asked for and what was decided, of every copy."""
    archivo = audiencia_en_pie(connection, codigo)
    pictures = imagenes(connection, archivo, evidencias)
    return observaciones_y_disposicion(archivo, archivo.audiencias[0], imagenes=pictures)
