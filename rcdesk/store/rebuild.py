"""A base again, from its text."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from rcdesk.domain.errors import StoreError
from rcdesk.store import base, files
from rcdesk.store import driver as sqlite
from rcdesk.store.evidence import store_evidence
from rcdesk.store.faults import in_words
from rcdesk.store.folder import EVIDENCE
from rcdesk.store.mirror import texts
from rcdesk.store.recover import advance, plain, trustworthy


def rebuild(mirror_folder: Path, folder: Path, *, clock: Callable[[], int]) -> tuple[int, list[str]]:
    """Make in `folder` a new base from the text (and the evidence) in `mirror_folder`.

    Returns how many entries it has and, in Spanish, what could not be trusted. StoreError when there is nothing to
    rebuild from, or `folder` is not free.
    """
    if not texts(mirror_folder):
        raise StoreError(
            f"En «{mirror_folder}» no hay texto de una base (archivos bitacora-AAAA-MM.jsonl). Revise la ruta."
        )
    entries, wrong = trustworthy(mirror_folder)
    if not entries:
        raise StoreError(
            f"El texto en «{mirror_folder}» está dañado desde el comienzo, o le falta: no se puede reconstruir la base."
        )
    driver = sqlite.choose()
    base.create(folder, clock=clock, mesa=entries[-1].mesa, driver=driver)
    with in_words(driver), closing(plain(folder, driver)) as connection:
        advance(connection, entries)
    wrong += _bring_evidence(mirror_folder, folder)
    base.open(folder, writing=True, clock=clock, puesto="", quien="", driver=driver).close()  # it writes its own text
    return len(entries), wrong


def _bring_evidence(source: Path, folder: Path) -> list[str]:
    """Copy the evidence that stands beside the text; return what does not show its own hash."""
    wrong = []
    for path in sorted((source / EVIDENCE).glob("*")):
        if path.is_file() and files.sha256_of(path) == path.name:
            store_evidence(folder, path.read_bytes())  # also what this program made, of any size
        else:
            wrong.append(f"el archivo de evidencia «{path.name}» fue alterado y no se trajo")
    return wrong
