"""Finds what travels with the program (fonts, icons, the schema, the example), wherever it was installed."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    """A frozen build unpacks its resources, a wheel carries them in the package, and a checkout has them beside it."""
    package = Path(__file__).parent
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


def resource(*parts: str) -> Path:
    """The path of a resource, as in `resource("icc", "sRGB.icc")`. It is not checked to exist."""
    return _root().joinpath(*parts)
