"""Reads back the JSON text of a column: narrative, lists and small mappings that have no table of their own."""

from __future__ import annotations

import json
from typing import Any

from rcdesk.exchange.decode import reader
from rcdesk.exchange.places import Notes


def decode_text(kind: Any, text: str) -> Any:
    """The value whose `canonical` text it is; `kind` is its type, as `tuple[Bloque, ...]`.

    Raises ValueError when the text is not of that type: the base writes only what it has typed, so it was altered.
    """
    notes = Notes()
    value = reader(kind)(json.loads(text), None, notes)
    faults = notes.problems + notes.avisos
    if faults:
        raise ValueError(faults[0])
    return value
