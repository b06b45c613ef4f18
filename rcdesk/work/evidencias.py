"""Files that a person attaches: their bytes are kept before the action that names them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from rcdesk.domain import orden
from rcdesk.domain.errors import RuleError
from rcdesk.i18n import sin_tildes
from rcdesk.store.evidence import evidence_path, store_evidence
from rcdesk.store.unit import Unit
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.archivos import listar_adjuntos

_OF_WINDOWS: Final = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""Names of devices: Windows writes no file called so, whatever its extension."""
_LONGEST: Final = 60  # letters of a name: long ones break on memory sticks and in e-mail


def tomar(folder: Path, origen: Path, usadas: Mapping[str, str], *, carpeta: str = "figuras") -> Adjunto:
    """Copy a file into the base in `folder` and return how the records will name it, in `carpeta` of an export.

    `usadas` are the paths already taken and their SHA-256; the same file twice has one path. RuleError when it is not
    a file that can be attached; StoreError when it cannot be read or written.
    """
    sha256 = store_evidence(folder, origen)
    octetos = evidence_path(folder, sha256).stat().st_size
    if octetos == 0:
        raise RuleError(f"«{origen.name}» está vacío: no prueba nada. Elija otro.")
    return Adjunto(_ruta(origen, sha256, usadas, carpeta), sha256, octetos)


def tomar_octetos(folder: Path, octetos: bytes, nombre: Path, usadas: Mapping[str, str]) -> Adjunto:
    """Keep bytes in the base as `tomar` keeps a file; `nombre` is what that file would be called."""
    sha256 = store_evidence(folder, octetos)
    return Adjunto(_ruta(nombre, sha256, usadas), sha256, len(octetos))


def encontrar(folder: Path, ruta: str, adjuntos: Mapping[str, str]) -> Path | None:
    """Return where the base in `folder` keeps the file that the records call `ruta`; None when it is not there."""
    sha256 = adjuntos.get(ruta)
    path = evidence_path(folder, sha256) if sha256 else None
    return path if path is not None and path.is_file() else None


def anotar(unit: Unit, adjuntos: Iterable[Adjunto]) -> None:
    """Write which files are attached, those that are not written yet."""
    known = listar_adjuntos(unit.connection)
    last = unit.last_order("adjuntos")
    for adjunto in adjuntos:
        if known.get(adjunto.ruta) != adjunto.sha256:
            last = orden.despues_de(last)
            row = {"ruta": adjunto.ruta, "sha256": adjunto.sha256, "octetos": adjunto.octetos, "orden": last}
            unit.insert("adjuntos", [row])


def _ruta(origen: Path, sha256: str, usadas: Mapping[str, str], carpeta: str = "figuras") -> str:
    """A relative path that any system admits, and that no other file has: figuras/barras-de-ejecucion.png."""
    stem = re.sub(r"[^a-z0-9]+", "-", sin_tildes(origen.stem)).strip("-")[:_LONGEST] or "archivo"
    if _OF_WINDOWS.fullmatch(stem):
        stem = f"archivo-{stem}"
    suffix = re.sub(r"[^a-z0-9.]", "", sin_tildes(origen.suffix))
    number, ruta = 1, f"{carpeta}/{stem}{suffix}"
    while usadas.get(ruta, sha256) != sha256:
        number += 1
        ruta = f"{carpeta}/{stem}-{number}{suffix}"
    return ruta
