"""How every renderer leaves its file on the disk: whole, or as it was before."""

from __future__ import annotations

import os
from pathlib import Path
from secrets import token_hex


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there; an `OSError` leaves what was there untouched."""
    temporary = path.with_name(f".rcdesk-{token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
