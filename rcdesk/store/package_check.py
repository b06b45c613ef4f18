"""Checks that a package is the one that was made: each file by its SHA-256, none missing, none added, nothing hostile.

Nothing is unpacked on the disk, and no more is read of a part than its manifest tells.
"""

from __future__ import annotations

import hashlib
import json
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final
from unicodedata import normalize

from rcdesk.domain.errors import StoreError, reason
from rcdesk.i18n import numero, plural
from rcdesk.store.bitacora import read_heads, verify
from rcdesk.store.evidence import is_digest
from rcdesk.store.mirror import parse_line
from rcdesk.store.package import FORMAT, LOG, MANIFEST

_PARTS: Final = 20_000
_WHOLE: Final = 4_000_000_000  # bytes that the whole package may become
_MANIFEST: Final = 20_000_000  # bytes of a manifest of so many parts
_RATIO: Final = 200  # how many times larger one part may become
_SMALL: Final = 5_000_000  # bytes under which the ratio says nothing
_CHUNK: Final = 1 << 20
_PROBLEMS: Final = 3  # of the bitácora that are told
_LONGEST: Final = 120  # letters of a name that is told
_DAMAGED: Final = (
    *(zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, KeyError, TypeError),
)


@dataclass(frozen=True, slots=True)
class Revision:
    """What was found: what the manifest says of the package, how many files it tells, and all that is wrong."""

    clase: str
    audiencia: str
    archivos: int
    problemas: tuple[str, ...]


def check_package(path: Path) -> Revision:
    """Look at a package. StoreError when it cannot be opened, is no package, or would do harm to open."""
    if path.exists() and not (path.is_file() or path.is_dir()):  # a device has no end
        raise StoreError(f"«{path.name}» no es un archivo común. Elija otro.")
    try:
        with zipfile.ZipFile(path) as packed:
            entries = _entries(packed, path.name)
            manifest = _manifest(packed, entries, path.name)
            told = {str(one["nombre"]): one for one in manifest["archivos"]}
            wrong = [*_shape(manifest), *_parts(packed, entries, told)]
            if not wrong:
                wrong += _chain(packed, entries, manifest)
    except OSError as error:
        raise StoreError(f"No se pudo leer «{path.name}»: {reason(error)}.") from error
    except _DAMAGED as error:
        raise StoreError(
            f"«{path.name}» no es un expediente de rcdesk, o está dañado o incompleto. Pídalo otra vez a quien lo hizo."
        ) from error
    hearing = manifest.get("audiencia")
    name = hearing.get("nombre") if isinstance(hearing, dict) else None
    return Revision(str(manifest.get("clase", "")), _shown(str(name or "")), len(told), tuple(wrong))


def _entries(packed: zipfile.ZipFile, name: str) -> Mapping[str, zipfile.ZipInfo]:
    """The parts by name, when none is dangerous. StoreError names the first that is."""
    parts = packed.infolist()
    whole = sum(part.file_size for part in parts)
    if len(parts) > _PARTS or whole > _WHOLE or any(map(_swells, parts)):
        size = numero(round(whole / 1_000_000))
        raise StoreError(
            f"«{name}» no se abrió: descomprimido ocuparía {size} MB o más. No es un expediente de rcdesk."
        )
    for part in parts:
        if (why := _danger(part)) is not None:
            raise StoreError(f"«{name}» no se abrió: el archivo «{_shown(part.filename)}» de adentro {why}.")
    alike = Counter(normalize("NFC", part.filename).casefold() for part in parts)
    twice = next((found for found, many in alike.items() if many > 1), None)
    if twice is not None:
        raise StoreError(f"«{name}» no se abrió: trae dos veces el archivo «{_shown(twice)}».")
    return {part.filename: part for part in parts}


def _swells(part: zipfile.ZipInfo) -> bool:
    return part.file_size > _SMALL and part.file_size > _RATIO * max(1, part.compress_size)


def _danger(part: zipfile.ZipInfo) -> str | None:
    """What is wrong with a part before it is read."""
    name = part.orig_filename
    if "\\" in name or "\x00" in name or ":" in name or name.startswith("/") or ".." in PurePosixPath(name).parts:
        return "lleva a otra carpeta"
    if part.flag_bits & 1:
        return "está cifrado"
    if stat.S_ISLNK(part.external_attr >> 16):
        return "es un enlace a otro lugar"
    return None


def _manifest(packed: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], name: str) -> dict[str, Any]:
    entry = entries.get(MANIFEST)
    if entry is None or entry.file_size > _MANIFEST:
        raise StoreError(f"«{name}» no es un expediente de rcdesk: no trae {MANIFEST}.")
    try:
        found = json.loads(packed.read(entry).decode("utf-8"))
    except RecursionError as error:
        raise ValueError("too deep") from error
    made = found.get("formato") if isinstance(found, dict) else None
    if isinstance(made, str) and made != FORMAT and made.startswith(FORMAT.partition("/")[0]):
        raise StoreError(f"«{name}» lo hizo una versión más reciente de rcdesk. Actualice el programa.")
    if not isinstance(found, dict) or made != FORMAT:
        raise StoreError(f"«{name}» no es un expediente de rcdesk: {MANIFEST} no dice «{FORMAT}».")
    files = found.get("archivos")
    if not isinstance(files, list) or not all(map(_is_told, files)):
        raise StoreError(f"El {MANIFEST} de «{name}» está incompleto: no dice la huella de cada archivo.")
    return found


def _is_told(one: object) -> bool:
    return (
        isinstance(one, dict)
        and isinstance(one.get("nombre"), str)
        and isinstance(one.get("sha256"), str)
        and is_digest(one["sha256"])
        and type(one.get("octetos")) is int
    )


def _shape(manifest: Mapping[str, Any]) -> Iterator[str]:
    names = Counter(one["nombre"] for one in manifest["archivos"])
    for name, many in names.items():
        if many > 1:
            yield f"{MANIFEST} nombra {many} veces «{_shown(name)}»."
    if manifest.get("clase") == "publico":
        for one in manifest["archivos"]:
            if one.get("datos_personales"):
                yield f"«{_shown(one['nombre'])}» lleva datos personales y el expediente dice ser público."


def _parts(
    packed: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], told: Mapping[str, Mapping[str, Any]]
) -> Iterator[str]:
    for name, one in told.items():
        entry = entries.get(name)
        if entry is None or name == MANIFEST:
            yield f"Falta «{_shown(name)}»."
        elif not _is_the_same(packed, entry, one):
            yield f"«{_shown(name)}» fue alterado: no es el que dice {MANIFEST}."
    extra = [name for name in entries if name not in told and name != MANIFEST and not name.endswith("/")]
    yield from (f"Sobra «{_shown(name)}»: {MANIFEST} no lo nombra." for name in extra)


def _is_the_same(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, told: Mapping[str, Any]) -> bool:
    if entry.file_size != told["octetos"]:
        return False
    digest = hashlib.sha256()
    try:
        with packed.open(entry) as file:
            for chunk in iter(lambda: file.read(_CHUNK), b""):
                digest.update(chunk)
    except _DAMAGED:
        return False
    return digest.hexdigest() == str(told["sha256"])


def _chain(
    packed: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], manifest: Mapping[str, Any]
) -> Iterator[str]:
    """What is wrong in the bitácora of a package, that its manifest cannot show: whoever wrote both again."""
    if LOG not in entries:
        return
    known = read_heads(dict(manifest.get("cabezas") or {}))
    with packed.open(entries[LOG]) as lines:
        found = [parse_line(line) for line in lines]
    if None in found:
        yield f"«{LOG}» tiene renglones que no se pueden leer."
    told = verify((entry for entry in found if entry is not None), known)
    yield from (f"En «{LOG}», {one}." for one in told[:_PROBLEMS])


def _shown(name: str) -> str:
    """A name of outside as it can be told: without control characters, and not endless."""
    plain = "".join(letter if letter.isprintable() else "�" for letter in name)
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"


def in_words(revision: Revision, name: str) -> Iterable[str]:
    """What to tell of a package, line by line."""
    kind = {"publico": "público", "interno": "interno"}.get(revision.clase, "sin clase")
    of = f" de «{revision.audiencia}»" if revision.audiencia else ""
    count = plural(revision.archivos, "archivo", "archivos")
    if not revision.problemas:
        yield f"«{name}» está íntegro: expediente {kind}{of}, {count}, cada uno con su huella."
        return
    yield f"«{name}» no está íntegro (expediente {kind}{of}, {count}):"
    yield from revision.problemas
