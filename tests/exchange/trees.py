"""Random records of rcdesk/1, made from their type hints."""

import unicodedata
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from rcdesk.domain import registro as r

_LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn"))
_PRINTED = st.text(_LETTERS, max_size=12).map(lambda text: unicodedata.normalize("NFC", text))
TEXT = st.one_of(_PRINTED, st.sampled_from(["", "N.A.", "No responde", "a\nb\tc", "<b>**&**</b>", "=1+1", "🙋🏽‍♀️ ¿ñ?"]))
_NUMBER = st.integers(-(10**17), 10**17)
_SCALAR = st.one_of(st.none(), st.booleans(), _NUMBER, st.floats(allow_nan=False, allow_infinity=False), TEXT)

_SAMPLES = {
    "Fecha": ["2021", "2021-02", "2024-02-29", "1999-12-31"],
    "FechaONoAplica": ["N.A.", "2021-11", "2021-11-24"],
    "FechaHora": ["2021-11-17", "2021-11-17T09:05-05:00", "2021-11-17T14:05:59Z", "2021-11-17T09:05"],
    "Hora": ["00:00", "09:05", "23:59"],
    "Cantidad": ["0", "-1.50", "1752560630", "89.35", "1.000"],
    "Periodo": ["2021", "2021-S2", "2021-C3", "2021-T4", "2021-11"],
    "Desfase": ["00:00:00", "101:59:59"],
    "Mesa": ["A", "ZZZ"],
    "Sha256": ["0" * 64, "f" * 64],
    "TextoONoAplica": ["N.A.", "Informe, pág. 3", "nada", ". N/A"],
}
_UNIONS: Mapping[frozenset[Any], st.SearchStrategy[Any]] = {
    frozenset(get_args(r.RefPregunta)): st.one_of(st.integers(1, 10**6), st.sampled_from(["A-1", "ZZ-30"])),
    frozenset(get_args(r.Escalar)) - {NoneType}: _SCALAR,
    frozenset(get_args(r.ValorDeRespuesta)) - {NoneType}: st.one_of(_SCALAR, st.lists(TEXT, max_size=2).map(tuple)),
}


@cache
def values(hint: Any) -> st.SearchStrategy[Any]:
    """Return values of a type, None aside."""
    mark = r.Marca()
    if get_origin(hint) is Annotated:
        mark = next(found for found in hint.__metadata__ if isinstance(found, r.Marca))
        hint = hint.__origin__
    if get_origin(hint) in (Union, UnionType):
        kinds = tuple(kind for kind in get_args(hint) if kind is not NoneType)
        special = _UNIONS.get(frozenset(kinds))
        return special if special is not None else st.one_of([values(kind) for kind in kinds])
    if hint is int:
        return st.integers(mark.minimo, mark.maximo or 10**17)
    if mark.ruta:
        return st.sampled_from(["foto.png", "fotos/Acta 3: mapa.png"])
    name = mark.patron or getattr(hint, "__name__", "")
    if name == "Id":
        return st.uuids().map(str)
    if name in _SAMPLES:
        return st.sampled_from(_SAMPLES[name])
    return _composite(hint)


def _composite(hint: Any) -> st.SearchStrategy[Any]:
    if hint is str:
        return TEXT
    if hint is bool:
        return st.booleans()
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        cell = st.none() | values(inner) if NoneType in get_args(inner) else values(inner)
        return st.lists(cell, max_size=2).map(tuple)
    if get_origin(hint) is Mapping:
        return st.dictionaries(TEXT, values(get_args(hint)[1]), max_size=2)
    return st.deferred(lambda: records(hint))


@cache
def records(kind: type) -> st.SearchStrategy[Any]:
    """Return records of a kind: few of their optional fields filled, some of them stated as empty."""
    assert is_dataclass(kind)
    hints = get_type_hints(kind, include_extras=True)
    members = [f for f in fields(kind) if f.name != "presentes"]
    make: Any = kind
    required = [f.name for f in members if f.default is MISSING and f.default_factory is MISSING]
    optional = [f.name for f in members if f.name not in required and f.name not in ("tipo", "formato")]

    @st.composite
    def build(draw: st.DrawFn) -> Any:
        filled = draw(st.lists(st.sampled_from(optional), max_size=4, unique=True)) if optional else []
        content = {name: draw(values(hints[name])) for name in [*filled, *required]}
        empty = frozenset(name for name in filled if content[name] in ((), {}))
        return make(**content, presentes=empty)

    return build()
