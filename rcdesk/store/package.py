"""A package: files in one zip with a manifest that tells the SHA-256 and size of each. The same files, the same bytes.

The manifest, `manifiesto.json`, is the last part: each hash is of what was written. (Format «rcdesk-expediente/1».)
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

from rcdesk.domain.telling import Telling
from rcdesk.store.files import write_atomic

FORMAT: Final = "rcdesk-expediente/1"
MANIFEST: Final = "manifiesto.json"
LOG: Final = "bitacora/bitacora.jsonl"
"""Where a package that has the text of the bitácora has it; its heads are the `cabezas` of the manifest."""

_MOMENT: Final = (1980, 1, 1, 0, 0, 0)  # of every part: the first that a zip can say, never that of the clock
_STORED: Final = (".pdf", ".docx", ".png", ".jpg", ".jpeg", ".zip", ".mp4", ".mp3")  # compressed already
_UNIX: Final = 3
_READABLE: Final = 0o644 << 16


@dataclass(frozen=True, slots=True)
class Part:
    """A file of a package; `content` is where it is, or makes it when its turn comes."""

    name: str
    what: str
    """What it is, in Spanish."""
    content: Path | Callable[[], bytes]
    personal: bool = True
    """Whether it has data of people that may not be published."""


def write_package(target: Path, header: Mapping[str, Any], parts: Sequence[Part], advance: Telling) -> int:
    """Write a package and return its size in bytes; whoever looks finds the old one or the new one, never half.

    `header` is what its manifest says before the files. OSError when it cannot be written.
    """

    def fill(out: BinaryIO) -> None:
        with zipfile.ZipFile(out, "w") as packed:
            told = []
            for step, part in enumerate(parts):
                advance(step, len(parts), part.what)
                digest, size = _add(packed, part.name, part.content)
                told.append(
                    {
                        "nombre": part.name,
                        "sha256": digest,
                        "octetos": size,
                        "que": part.what,
                        "datos_personales": part.personal,
                    }
                )
            manifest = {"formato": FORMAT, **header, "archivos": told}
            _add(packed, MANIFEST, lambda: (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode())

    write_atomic(target, fill)
    return target.stat().st_size


def _add(packed: zipfile.ZipFile, name: str, content: Path | Callable[[], bytes]) -> tuple[str, int]:
    data = content.read_bytes() if isinstance(content, Path) else content()  # evidence is of 50 MB at most
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.create_system, entry.external_attr = _UNIX, _READABLE
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(_STORED) else zipfile.ZIP_DEFLATED
    packed.writestr(entry, data)
    return hashlib.sha256(data).hexdigest(), len(data)
