"""What a PDF says of itself: the codes drawn in it and the data attached to it. Nothing of it is believed."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pikepdf
from pikepdf.settings import set_qpdf_limits

from rcdesk.domain.errors import StoreError, reason

_CODE: Final = "Código QR: "
"""How the alternative text of a code begins, which then says what it holds."""
_OBJECTS: Final = 2_000_000  # more than these are not looked at: an acta of 10,000 questions has a fifth
_DATA: Final = 50_000_000  # bytes of the attached data that are read
_UNPACKED: Final = 64_000_000  # bytes that one stream may become: a file of 3 MB may otherwise take 4 GB of memory
_DAMAGED: Final = (pikepdf.PdfError, zlib.error, ValueError, TypeError, RuntimeError, AttributeError, KeyError)

# Of the whole process, as the library has it; no document of ours has a stream of that size.
set_qpdf_limits(
    flate_max_memory=_UNPACKED,
    run_length_max_memory=_UNPACKED,
    png_max_memory=_UNPACKED,
    tiff_max_memory=_UNPACKED,
    doc_max_warnings=1_000,
)


@dataclass(frozen=True, slots=True)
class Claims:
    """`codes` are what its QR hold, as their alternative texts say; `data` the attached open data, if any."""

    codes: tuple[str, ...]
    data: bytes | None
    producer: str


def claims(path: Path) -> Claims:
    """Read what a PDF says of itself. StoreError when it is no PDF, or cannot be read."""
    try:
        with pikepdf.open(path) as pdf:
            return Claims(tuple(dict.fromkeys(_codes(pdf))), _attached(pdf), str(pdf.docinfo.get("/Producer", "")))
    except pikepdf.PasswordError as error:
        raise StoreError(
            f"«{path.name}» tiene contraseña: no se pudo mirar por dentro. Pida una copia sin ella."
        ) from error
    except OSError as error:
        raise StoreError(
            f"No se pudo leer «{path.name}»: {reason(error)}. Cópielo en este equipo e inténtelo de nuevo."
        ) from error
    except _DAMAGED as error:
        raise StoreError(
            f"«{path.name}» no es un PDF, o está dañado o incompleto. Elija otro, o pídalo de nuevo."
        ) from error


def _codes(pdf: pikepdf.Pdf) -> Iterator[str]:
    if len(pdf.objects) > _OBJECTS:
        return
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and "/Alt" in item:
            said = str(item["/Alt"])
            if said.startswith(_CODE):
                yield said.removeprefix(_CODE)


def _attached(pdf: pikepdf.Pdf) -> bytes | None:
    for name in pdf.attachments:
        if name.endswith(".json"):
            return _unpacked(pdf.attachments[name].get_file().obj)
    return None


def _unpacked(stream: pikepdf.Object) -> bytes | None:
    """What a stream holds, as our documents pack it; None when it would become enormous, or is packed otherwise."""
    raw, packed = stream.read_raw_bytes(), stream.get("/Filter")
    if packed is None:
        return raw
    if packed != pikepdf.Name.FlateDecode or "/DecodeParms" in stream:
        return None
    whole = zlib.decompressobj().decompress(raw, _DATA + 1)
    return whole if len(whole) <= _DATA else None
