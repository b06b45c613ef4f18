"""The corpus of bad inputs: that of ../shared when this checkout stands beside it, and always some of our own."""

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

SHARED: Final = Path(__file__).parents[1] / "../shared/bad_inputs.py"


class Bad(NamedTuple):
    """One bad input: its name, where it comes in (`campo`, `buscar`, `csv`…), and the text or what makes it."""

    code: str
    surface: str
    text: str


OWN: Final = (
    Bad("O01", "campo", "<b>hola</b> & «x» &amp;"),
    Bad("O02", "campo", "Robert'); DROP TABLE preguntas;--"),
    Bad("O03", "campo", "=1+1"),
    Bad("O04", "campo", "{0} %s ${x} \\n"),
    Bad("O05", "campo", "a\x00b\x07c\x1b[31md"),
    Bad("O06", "campo", "🐟 ñ á\u202e"),
    Bad("O07", "campo", "e" + "\u0301" * 500),
    Bad("O08", "campo", "<b>" * 3_000),
    Bad("O09", "campo", "https://bit.ly/x ;)"),
    Bad("O10", "buscar", 'vía 4-72 "'),
    Bad("O11", "buscar", "AND OR NOT NEAR("),
)


def corpus(*surfaces: str) -> list[Bad]:
    """Return the bad inputs of those surfaces."""
    return [bad for bad in (*OWN, *_shared()) if bad.surface in surfaces]


@cache
def _shared() -> tuple[Bad, ...]:
    if not SHARED.is_file():
        return ()
    spec = importlib.util.spec_from_file_location("bad_inputs", SHARED)
    assert spec is not None
    assert spec.loader is not None
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return tuple(Bad(code, surface, text) for code, surface, text, _ in module.CORPUS)
