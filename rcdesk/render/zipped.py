"""A file of office made of parts, zipped: the same parts give the same bytes. (ECMA-376, part 2.)"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Final

_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
"""Of every part: the first that a zip can say, never that of the clock."""

_STORED: Final = (".png", ".jpeg")
"""They are compressed already."""


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return the file of those parts by name; text is XML without its declaration."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in parts.items():
            part = zipfile.ZipInfo(name, _MOMENT)
            part.compress_type = zipfile.ZIP_STORED if name.endswith(_STORED) else zipfile.ZIP_DEFLATED
            file.writestr(part, _XML + content if isinstance(content, str) else content)
    return out.getvalue()
