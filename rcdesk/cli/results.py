"""The files that an order writes: a document in each of the forms asked for, and what keeps a file from its place."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rcdesk.domain.errors import StoreError, reason
from rcdesk.i18n import peso, plural

if TYPE_CHECKING:
    from rcdesk.documents.blocks import Document


def write_document(arguments: argparse.Namespace, document: Document) -> int:
    """Write a document where `--pdf`, `--docx` and `--xlsx` say, and tell each; an order may lack the last one."""
    if arguments.pdf is not None:
        from rcdesk.render.pdf import to_pdf

        with writing(arguments.pdf):
            pages = to_pdf(document, arguments.pdf)
        print(f"{arguments.pdf}: {plural(pages, 'página', 'páginas')}")
    if arguments.docx is not None:
        from rcdesk.render.docx import to_docx

        with writing(arguments.docx):
            size = to_docx(document, arguments.docx)
        print(f"{arguments.docx}: {peso(size)}")
    if getattr(arguments, "xlsx", None) is not None:
        from rcdesk.render.book import to_xlsx

        with writing(arguments.xlsx):
            cut = to_xlsx(document, arguments.xlsx)
        print(f"{arguments.xlsx}: {peso(arguments.xlsx.stat().st_size)}")
        if cut:
            print(
                f"Aviso: Excel no admite textos tan largos: se cortaron {plural(cut, 'celda', 'celdas')}.",
                file=sys.stderr,
            )
    return 0


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Say what keeps a result from its place by the name that was asked for, not by that of an unfinished file."""
    if path.is_dir():
        raise StoreError(f"No se pudo escribir «{path}»: es una carpeta. Dé el nombre de un archivo.")
    if not path.parent.is_dir():
        raise StoreError(f"No se pudo escribir «{path}»: no existe la carpeta «{path.parent}». Créela o elija otra.")
    try:
        yield
    except OSError as error:
        raise StoreError(f"No se pudo escribir «{path}»: {reason(error)}. Elija otro lugar.") from error
