"""The one place where what is stored is made fit for it, as the exchange makes what is read."""

from __future__ import annotations

import re
from typing import Final

from rcdesk.exchange import cleaning
from rcdesk.exchange.cleaning import REPLACEMENT

_UNFIT_IN_JSON: Final = re.compile(r"(\\\\)|\\r\\n|\\r|\\[bf]|\\u00[01][0-9a-f]")


def clean(text: str) -> str:
    """Return the text in NFC, its lines ended by \\n, with U+FFFD for control characters and lone surrogates."""
    return cleaning.clean(text)[0]


def clean_json(text: str) -> str:
    """Clean the texts inside a JSON text, where control characters stand escaped."""
    return clean(_UNFIT_IN_JSON.sub(_unescaped, text))


def _unescaped(found: re.Match[str]) -> str:
    escape = found[0]
    if found[1]:  # an escaped backslash: what follows it is no escape
        return escape
    return r"\n" if escape.startswith(r"\r") else REPLACEMENT
