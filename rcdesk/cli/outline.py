"""The derived figures as an outline that a person reads; scripts read the JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from rcdesk.exchange.places import shown

_RECORDS: Final = frozenset({"audiencias", "planes", "encuestas"})
"""Figures kept by the code of a record; below each code there are figures again."""

_BY_OWN_WORDS: Final = _RECORDS | {
    *("preguntas_por_tema", "porcentaje_por_tema", "porcentaje_por_tema_entero", "autores_repetidos", "vencimientos"),
    *("vencimientos_de_respondidas", "dias_habiles_de_compromisos", "bases", "conteos", "porcentajes"),
    *("sin_discriminar", "suma_declarada", "cumplimientos_declarados", "por_componente", "ponderaciones"),
}
"""Figures kept by words that somebody typed, which are shown as they are."""

_WRITTEN: Final = {
    "anonimas": "anónimas",
    "antelacion": "antelación",
    "autorizacion": "autorización",
    "dialogo": "diálogo",
    "dia": "día",
    "dias": "días",
    "duracion": "duración",
    "habiles": "hábiles",
    "informacion": "información",
    "inversion": "inversión",
    "maximos": "máximos",
    "numeros": "números",
    "participacion": "participación",
    "ultima": "última",
}
"""Words of the figures' names that lose a letter in an identifier."""


def outline(tree: Mapping[str, Any], indent: str = "", *, named: bool = True, records: bool = False) -> Iterator[str]:
    """Yield the lines of the figures. `named`: the keys name figures; otherwise, typed words or (`records`) codes."""
    for key, value in tree.items():
        label = _label(key) if named else shown(key)
        if isinstance(value, Mapping):
            yield f"{indent}{label}:"
            below = not (named and key in _BY_OWN_WORDS) and (named or records)
            yield from outline(value, f"{indent}  ", named=below, records=named and key in _RECORDS)
        elif isinstance(value, list):
            yield f"{indent}{label}: {'; '.join(map(_item, value)) or 'ninguno'}"
        else:
            yield f"{indent}{label}: {_item(value)}"


def _label(name: str) -> str:
    return re.sub(r"[a-z]+", lambda word: _WRITTEN.get(word[0], word[0]), name.replace("_", " "))


def _item(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(map(_item, value))
    return "no se sabe" if value is None else shown(value)
