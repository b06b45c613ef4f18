"""Text as rcdesk keeps it: composed (NFC), with `\\n` between lines, and nothing that cannot be printed."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import is_normalized, normalize

REPLACEMENT: Final = "\ufffd"

_UNFIT: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Controls other than tab and line end, halves of a surrogate pair, and what XML cannot carry."""


def clean(text: str) -> tuple[str, int]:
    """The text to keep, and how many characters were replaced by U+FFFD.

    Windows line ends become `\\n` and are not counted.
    """
    replaced = 0
    if not text.isprintable():
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        text, replaced = _UNFIT.subn(REPLACEMENT, text)
    return text if text.isascii() or is_normalized("NFC", text) else normalize("NFC", text), replaced
