"""Files written for one test, and what is said when they are refused."""

import json
from typing import Any

import pytest

from rcdesk.domain.errors import RuleError
from rcdesk.exchange import decode

UUID = "01234567-89ab-cdef-0123-456789abcdef"


def refusal(data: bytes) -> str:
    """Return what is said when a file with those bytes is refused."""
    with pytest.raises(RuleError) as error:
        decode(data, "rdc.json")
    return str(error.value).removeprefix("No se leyó «rdc.json»: ")


def of(**parts: Any) -> bytes:
    """Return a file with those parts."""
    return json.dumps({"formato": "rcdesk/1", **parts}).encode()


def hearing(**parts: Any) -> bytes:
    """Return a file with one hearing."""
    return of(audiencias=[{"codigo": "a", **parts}])


def question(**parts: Any) -> bytes:
    """Return a file with one question."""
    return hearing(preguntas=[{"numero": 1, "texto": "¿?", **parts}])
