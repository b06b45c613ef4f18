"""Place of a line in its list, as a text key between its neighbours: moving one line changes one row.

Keys are made of 0-9 and a-z, compare as text, and never end in 0, so that there is always room between two of them.
"""

from __future__ import annotations

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)
_APPEND = 5


def entre(antes: str, despues: str) -> str:
    """Return a key after `antes` and before `despues`; empty means the start or the end of the list."""
    key = ""
    place = 0
    while True:
        low = _DIGITS.index(antes[place]) if place < len(antes) else 0
        high = _DIGITS.index(despues[place]) if place < len(despues) else _BASE
        if high - low > 1:
            return key + _DIGITS[(low + high) // 2]
        key += _DIGITS[low]
        if high > low:
            despues = ""
        place += 1


def despues_de(ultima: str) -> str:
    """Return a key after the last one of a list; appending a million lines keeps the keys at five letters."""
    start = ultima[:_APPEND].ljust(_APPEND, "0")
    number = int(start, _BASE) + 1
    return _fixed(number, _APPEND) if number < _BASE**_APPEND else ultima + "1"


def repartidas(cuantas: int) -> list[str]:
    """Return `cuantas` keys of one length, in order, with room between any two."""
    width = 1
    while _BASE**width < (cuantas + 1) * 4:
        width += 1
    step = _BASE**width // (cuantas + 1)
    return [_fixed(number * step, width) for number in range(1, cuantas + 1)]


def _fixed(number: int, width: int) -> str:
    text = ""
    for _ in range(width):
        number, digit = divmod(number, _BASE)
        text = _DIGITS[digit] + text
    return text.rstrip("0")
