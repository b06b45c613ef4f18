"""The one place where text is made fit to be stored: NFC, one kind of line end, nothing that no page can show."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import is_normalized, normalize

REPLACEMENT: Final = "\ufffd"

_UNFIT: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_UNFIT_IN_JSON: Final = re.compile(r"(\\\\)|\\r\\n|\\r|\\[bf]|\\u00[01][0-9a-f]")


def clean(text: str) -> str:
    """Return the text in NFC, its lines ended by \\n, with U+FFFD for control characters and lone surrogates."""
    if not text.isprintable():
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        text = _UNFIT.sub(REPLACEMENT, text)
    return text if text.isascii() or is_normalized("NFC", text) else normalize("NFC", text)


def clean_json(text: str) -> str:
    """Clean the texts inside a JSON text, where control characters stand escaped."""
    return clean(_UNFIT_IN_JSON.sub(_unescaped, text))


def _unescaped(found: re.Match[str]) -> str:
    escape = found[0]
    if found[1]:  # an escaped backslash: what follows it is no escape
        return escape
    return r"\n" if escape.startswith(r"\r") else REPLACEMENT
