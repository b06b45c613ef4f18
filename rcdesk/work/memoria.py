"""The annex of late answers to an approved acta."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from rcdesk.documents.blocks import Document
from rcdesk.documents.memoria import memoria
from rcdesk.domain.errors import RuleError
from rcdesk.work.archivos import imagenes
from rcdesk.work.documentos import audiencia_en_pie
from rcdesk.work.instantaneas import leer_instantanea, version_vigente


def documento_memoria(connection: Any, *, codigo: str, evidencias: Path, hoy: date) -> Document:
    """What was answered since the acta in force of a hearing was approved. RuleError when none is."""
    ahora = audiencia_en_pie(connection, codigo)
    vigente = version_vigente(connection, ahora.audiencias[0].id or "")
    if vigente is None:
        raise RuleError(
            "El acta de esta audiencia no está aprobada: lo que se responda todavía va en ella. La memoria recoge lo "
            "que se responde después de aprobarla."
        )
    aprobado = leer_instantanea(evidencias, vigente.instantanea).archivo
    pictures = imagenes(connection, ahora, evidencias)
    return memoria(aprobado, ahora, version=vigente.version, hoy=hoy, imagenes=pictures)
