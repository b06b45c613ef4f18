"""Approving and publishing an acta without the window: the same actions as the screens."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rcdesk.domain.errors import RuleError
from rcdesk.domain.sello import codigo_corto
from rcdesk.i18n import COLOMBIA, peso

if TYPE_CHECKING:
    from rcdesk.store.database import Database


def approve(arguments: argparse.Namespace, database: Database) -> int:
    """Approve the acta of a hearing, sending it to be reviewed first if it was a draft, and seal its PDF files."""
    from rcdesk.work.aprobacion import aprobar_acta, enviar_a_revision, sellar_acta
    from rcdesk.work.estado_del_acta import ver_estado_del_acta
    from rcdesk.work.sellado import hacer_pdf

    folder = database.folder
    with database.reading() as connection:
        audiencia_id = _hearing(connection, arguments.audiencia)
        draft = ver_estado_del_acta(connection, audiencia_id=audiencia_id).estado == "borrador"
    with database.unit(aprobar_acta.name) as unit:  # all or nothing: a refusal leaves the draft as it was
        if draft:
            enviar_a_revision.run(unit, audiencia_id=audiencia_id)
            unit.flush()
        done = aprobar_acta.run(unit, audiencia_id=audiencia_id, hoy=_today(), evidencias=folder)
    with database.reading() as connection:
        made = hacer_pdf(connection, version_id=done.version_id, evidencias=folder)
    with database.unit(sellar_acta.name) as unit:
        sellar_acta.run(unit, version_id=done.version_id, pdf=made.pdf, pdf_publico=made.pdf_publico)
    numero = f" {done.numero}" if done.numero else ""
    print(f"Acta{numero} aprobada. Código de verificación: {codigo_corto(done.sha256)}")
    return 0


def publish(arguments: argparse.Namespace, database: Database) -> int:
    """Say that the acta of a hearing was published."""
    from rcdesk.work.aprobacion import publicar_acta

    with database.reading() as connection:
        audiencia_id = _hearing(connection, arguments.audiencia)
    with database.unit(publicar_acta.name) as unit:
        publicar_acta.run(unit, audiencia_id=audiencia_id, hoy=_today(), url=arguments.url)
    print("Acta publicada.")
    return 0


def write_sealed(arguments: argparse.Namespace, writing: Callable[[Path], AbstractContextManager[None]]) -> bool:
    """Write the PDF of an approved acta as it was sealed; False when there is none, and it is to be made.

    `writing` says what keeps a file from its place.
    """
    from rcdesk.store.files import write_atomic
    from rcdesk.store.reading import reading
    from rcdesk.work.sellado import pdf_vigente

    path: Path = arguments.pdf
    asked = {"codigo": arguments.audiencia, "evidencias": arguments.base, "publica": arguments.publica}
    with reading(arguments.base) as connection:
        sealed = pdf_vigente(connection, **asked)
    if sealed is None:
        return False
    with writing(path):
        write_atomic(path, sealed)
    print(f"{path}: {peso(len(sealed))}, el archivo que se selló al aprobarla")
    return True


def _hearing(connection: Any, codigo: str) -> str:
    from rcdesk.work.gather import clave_de

    found = clave_de(connection, codigo=codigo)
    if found is None:
        raise RuleError(f"No hay una audiencia con el código «{codigo}» en esta base.", field="audiencia")
    return found


def _today() -> str:
    return datetime.now(COLOMBIA).date().isoformat()
