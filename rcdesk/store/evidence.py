"""Files kept as evidence, each named by its SHA-256 so that any later change shows.

They are stored before the unit that names them, and undoing never deletes one.
"""

from __future__ import annotations

import hashlib
import re
import stat
from pathlib import Path
from typing import BinaryIO, Final

from rcdesk.domain.errors import RuleError, StoreError, reason
from rcdesk.store import files
from rcdesk.store.folder import EVIDENCE

LARGEST: Final = 50 * 1024 * 1024
"""Bytes of the largest file taken: 50 MiB."""

_CHUNK: Final = 1 << 20
_NAME: Final = re.compile(r"[0-9a-f]{64}")


def store_evidence(folder: Path, source: Path | bytes) -> str:
    """Copy a file (or bytes) into the base and return its SHA-256; the same content twice is stored once.

    RuleError when it is not a regular file or is too large; StoreError when it cannot be read or written. Bytes are of
    this program (the data of an acta, its PDF) and of any size.
    """
    try:
        digest = hashlib.sha256(source).hexdigest() if isinstance(source, bytes) else _digest(source)
        target = evidence_path(folder, digest)
        if target.is_file() and files.sha256_of(target) == digest:
            return digest
        target.parent.mkdir(exist_ok=True)
        files.write_atomic(target, source if isinstance(source, bytes) else lambda out: _copy(source, out, digest))
    except OSError as error:
        if isinstance(source, bytes):
            told = f"No se pudo guardar en la base: {reason(error)}. Libere espacio y vuelva a intentarlo."
        else:
            told = (
                f"No se pudo guardar el archivo adjunto: {reason(error)}. Revise que siga en su lugar y haya espacio."
            )
        raise StoreError(told) from error
    return digest


def evidence_path(folder: Path, sha256: str) -> Path:
    """Return where the evidence with that SHA-256 stands, there or not. ValueError when it is not a SHA-256."""
    if not is_digest(sha256):
        raise ValueError("a SHA-256 has 64 hexadecimal digits")
    return folder / EVIDENCE / sha256


def read_evidence(folder: Path, sha256: str) -> bytes | None:
    """Return the very bytes with that SHA-256; None when they are not there, cannot be read or are others now."""
    if not is_digest(sha256):  # a row changed by hand leads nowhere
        return None
    try:
        data = evidence_path(folder, sha256).read_bytes()
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == sha256 else None


def has_evidence(folder: Path, sha256: str) -> bool:
    """Whether the very file with that SHA-256 is there, whole; it is read in pieces."""
    try:
        return is_digest(sha256) and files.sha256_of(evidence_path(folder, sha256)) == sha256
    except OSError:
        return False


def is_digest(text: str) -> bool:
    """Whether a text is a SHA-256, in hexadecimal."""
    return _NAME.fullmatch(text) is not None


def require_fit(source: Path) -> None:
    """Refuse (RuleError) what is no regular file of a bearable size: a device has no end. OSError when it is gone."""
    kind = source.lstat()
    if not stat.S_ISREG(kind.st_mode):
        raise RuleError(f"«{source.name or source}» no es un archivo común. Elija otro.", field="archivo")
    if kind.st_size > LARGEST:
        heaviest = LARGEST // (1024 * 1024)
        raise RuleError(f"«{source.name}» pesa más de {heaviest} MB. Redúzcalo y vuelva a elegirlo.", field="archivo")


def _digest(source: Path) -> str:
    require_fit(source)
    return files.sha256_of(source)


def _copy(source: Path, out: BinaryIO, digest: str) -> None:
    copied, size = hashlib.sha256(), 0
    with source.open("rb") as file:
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            copied.update(chunk)
            out.write(chunk)
    if copied.hexdigest() != digest or size > LARGEST:
        raise RuleError(f"«{source.name}» cambió mientras se copiaba. Vuelva a adjuntarlo.", field="archivo")
