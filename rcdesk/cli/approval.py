"""Approving and publishing an acta without the window: the same actions as the screens."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from rcdesk.cli.bases import hearing_key, today
from rcdesk.domain.sello import codigo_corto
from rcdesk.i18n import peso

if TYPE_CHECKING:
    from rcdesk.store.database import Database


def approve(arguments: argparse.Namespace, database: Database) -> int:
    """Approve the acta of a hearing, sending it to be reviewed first if it was a draft, and seal its PDF files.

    One that is approved already, by a program that ended before sealing them, is only sealed.
    """
    from rcdesk.work.aprobacion import aprobar_acta, enviar_a_revision
    from rcdesk.work.vida_del_acta import ver_vida

    with database.reading() as connection:
        audiencia_id = hearing_key(connection, arguments.audiencia)
        vida = ver_vida(connection, audiencia_id=audiencia_id)
    if vida.aprobada and not vida.sellada:
        _seal(database, vida.version_id)
        print(f"El acta ya estaba aprobada; se sellaron sus PDF. Código de verificación: {vida.codigo}")
        return 0
    with database.unit(aprobar_acta.name) as unit:  # all or nothing: a refusal leaves the draft as it was
        if vida.estado == "borrador":
            enviar_a_revision.run(unit, audiencia_id=audiencia_id)
            unit.flush()
        done = aprobar_acta.run(unit, audiencia_id=audiencia_id, hoy=today().isoformat(), evidencias=database.folder)
    _seal(database, done.version_id)
    numero = f" {done.numero}" if done.numero else ""
    print(f"Acta{numero} aprobada. Código de verificación: {codigo_corto(done.sha256)}")
    return 0


def publish(arguments: argparse.Namespace, database: Database) -> int:
    """Say that the acta of a hearing was published."""
    from rcdesk.work.aprobacion import publicar_acta

    with database.reading() as connection:
        audiencia_id = hearing_key(connection, arguments.audiencia)
    with database.unit(publicar_acta.name) as unit:
        publicar_acta.run(unit, audiencia_id=audiencia_id, hoy=today().isoformat(), url=arguments.url)
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


def _seal(database: Database, version_id: str) -> None:
    from rcdesk.work.aprobacion import sellar_acta
    from rcdesk.work.sellado import hacer_pdf

    with database.reading() as connection:
        made = hacer_pdf(connection, version_id=version_id, evidencias=database.folder)
    with database.unit(sellar_acta.name) as unit:
        sellar_acta.run(unit, version_id=version_id, pdf=made.pdf, pdf_publico=made.pdf_publico)
