"""The schema that ships and the records of the program say the same: neither can change without the other."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest

from rcdesk.domain import registro as r
from rcdesk.resources import resource
from tests.exchange.golden import SHARED

SCHEMA = json.loads(resource("rcdesk-1.schema.json").read_text("utf-8"))
SCALARS = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}
IDENTITY = ("id", "actualizado", "declarado", "inferidos", "extras")


def resolved(schema: Mapping[str, Any]) -> tuple[dict[str, Any], bool]:
    """Return a part of the schema without references, and whether it may be null."""
    schema = {k: v for k, v in schema.items() if k != "description"}
    nullable = False
    while True:
        if "$ref" in schema:
            schema = SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]]
        elif {"type": "null"} in schema.get("oneOf", ()):
            nullable = True
            rest = [option for option in schema["oneOf"] if option != {"type": "null"}]
            schema = rest[0] if len(rest) == 1 else {"oneOf": rest}
        else:
            break
    kinds = schema.get("type")
    if isinstance(kinds, list) and "null" in kinds:
        nullable = True
        rest = [kind for kind in kinds if kind != "null"]
        schema = {**schema, "type": rest[0] if len(rest) == 1 else rest}
    if None in schema.get("enum", ()):
        nullable = True
        schema = {**schema, "enum": [value for value in schema["enum"] if value is not None]}
    return {k: v for k, v in schema.items() if k not in ("description", "format")}, nullable


def unmarked(hint: Any) -> tuple[Any, r.Marca, bool]:
    """Return a hint without its mark and its None, the mark, and whether it had None."""
    mark, optional = r.Marca(), False
    while True:
        if get_origin(hint) is Annotated:
            mark = next(found for found in hint.__metadata__ if isinstance(found, r.Marca))
            hint = hint.__origin__
        elif get_origin(hint) in (Union, UnionType) and NoneType in get_args(hint):
            optional = True
            kinds = tuple(kind for kind in get_args(hint) if kind is not NoneType)
            hint = kinds[0] if len(kinds) == 1 else Union[kinds]  # noqa: UP007 - a union made of values
        else:
            return hint, mark, optional


class Walk:
    """One comparison of the whole schema with the whole tree of records."""

    def __init__(self) -> None:
        self.seen: set[type] = set()

    def record(self, kind: type, schema: Mapping[str, Any], place: str) -> Iterator[str]:
        if kind in self.seen:
            return
        self.seen.add(kind)
        members = {f.name: f for f in fields(kind) if f.name != "presentes"}
        if set(members) != set(schema["properties"]):
            yield f"{place}: keys differ: {set(members) ^ set(schema['properties'])}"
            return
        if schema.get("additionalProperties") is not False:
            yield f"{place}: admits other keys"
        own = [name for name in schema["properties"] if name not in IDENTITY]
        if own != [name for name in members if name not in IDENTITY]:
            yield f"{place}: keys are in another order"
        hints = get_type_hints(kind, include_extras=True)
        required = set(schema.get("required", ()))
        for name, member in members.items():
            constant = "const" in schema["properties"][name]
            without_default = member.default is MISSING and member.default_factory is MISSING
            if (without_default or constant) != (name in required):
                yield f"{place}/{name}: required in one, optional in the other"
            filled = get_origin(unmarked(hints[name])[0]) in (tuple, Mapping) and not without_default
            yield from self.value(hints[name], schema["properties"][name], f"{place}/{name}", filled)

    def value(self, hint: Any, schema: Mapping[str, Any], place: str, nothing: bool = False) -> Iterator[str]:
        """Compare one value; `nothing` when the record has a way of its own to hold a null."""
        hint, mark, optional = unmarked(hint)
        schema, nullable = resolved(schema)
        if nullable != ((optional or nothing) and mark.nulo):
            yield f"{place}: null in one, not in the other"
        yield from self.kind(hint, mark, schema, place)

    def kind(self, hint: Any, mark: r.Marca, schema: Mapping[str, Any], place: str) -> Iterator[str]:
        if is_dataclass(hint) and isinstance(hint, type):
            yield from self.record(hint, schema, place)
        elif get_origin(hint) is tuple:
            if set(schema) != {"type", "items"} or schema["type"] != "array":
                yield f"{place}: not a list of one kind"
            else:
                yield from self.item(get_args(hint)[0], schema["items"], place + "[]")
        elif get_origin(hint) is Mapping:
            yield from self.item(get_args(hint)[1], schema["additionalProperties"], place + "{}")
        elif get_origin(hint) in (Union, UnionType):
            yield from self.union(get_args(hint), schema, place)
        elif (expected := scalar(hint, mark)) != schema:
            yield f"{place}: {expected} in the records, {schema} in the schema"

    def item(self, hint: Any, schema: Mapping[str, Any], place: str) -> Iterator[str]:
        """Compare what a list holds: a date or a reference of the schema admits null, which in a list says nothing."""
        hint, mark, _ = unmarked(hint)
        yield from self.kind(hint, mark, resolved(schema)[0], place)

    def union(self, kinds: tuple[Any, ...], schema: Mapping[str, Any], place: str) -> Iterator[str]:
        if set(kinds) == set(get_args(r.RefPregunta)):
            expected = {"type": ["integer", "string"], "minimum": 1, "pattern": f"^{r.REF_PREGUNTA}$"}
            if schema != expected:
                yield f"{place}: a reference to a question is {expected}"
        elif all(is_dataclass(kind) for kind in kinds):
            by_kind = {option["properties"]["tipo"]["const"]: option for option in schema["oneOf"]}
            if set(by_kind) != {kind.__dataclass_fields__["tipo"].default for kind in kinds}:
                yield f"{place}: blocks differ"
            for kind in kinds:
                yield from self.record(kind, by_kind[kind.__dataclass_fields__["tipo"].default], f"{place}:{kind}")
        else:
            options = schema.get("oneOf") or schema.get("anyOf") or [schema]
            yield from self.options(kinds, [resolved(option)[0] for option in options], place)

    def options(self, kinds: tuple[Any, ...], options: list[dict[str, Any]], place: str) -> Iterator[str]:
        stated: set[Any] = set()
        for option in options:
            types = option.get("type", "const")
            stated |= set(types) if isinstance(types, list) else {types}
        of_records = set()
        for kind in kinds:
            if is_dataclass(kind):
                of_records.add("object")
                yield from self.value(kind, next(o for o in options if o.get("type") == "object"), place)
            elif get_origin(kind) is tuple:
                of_records.add("array")
                yield from self.value(kind, next(o for o in options if o.get("type") == "array"), place)
            else:
                of_records.add("const" if get_origin(kind) is Literal else SCALARS[kind])
        if "number" in of_records:
            of_records.discard("integer")
        if of_records - {"null"} != stated - {"null"}:
            yield f"{place}: {of_records} in the records, {stated} in the schema"


def scalar(hint: Any, mark: r.Marca) -> dict[str, Any]:
    """Return what the schema should say of a value without parts."""
    if get_origin(hint) is Literal:
        values = get_args(hint)
        return {"const": values[0]} if len(values) == 1 else {"enum": list(values)}
    if hint is int:
        most = {"maximum": mark.maximo} if mark.maximo else {}
        return {"type": "integer", "minimum": mark.minimo, **most}
    if hint is bool:
        return {"type": "boolean"}
    name = mark.patron or getattr(hint, "__name__", "str")
    if name in ("str", "TextoONoAplica"):
        return {"type": "string"}
    pattern = r.PATRONES[name][0]
    date, _, na = pattern.partition(r"|N\.A\.")
    whole = f"^{date}$|^N\\.A\\.$" if pattern != date + na else f"^{pattern}$"
    return {"type": "string", "pattern": whole}


def test_the_schema_and_the_records_say_the_same() -> None:
    walk = Walk()
    assert list(walk.record(r.Archivo, SCHEMA, "")) == []
    declared = {kind for kind in vars(r).values() if isinstance(kind, type) and issubclass(kind, r.Valor)}
    assert declared - walk.seen == {r.Valor, r.Registro}


def test_the_comparison_sees_each_kind_of_difference() -> None:
    altered = json.loads(json.dumps(SCHEMA["$defs"]["pregunta"]))
    properties = altered["properties"]
    del properties["tema"]
    assert "keys differ: {'tema'}" in next(Walk().record(r.Pregunta, altered, "p"))
    properties["tema"] = {"type": ["integer", "null"]}
    properties["numero"] = {"type": "integer", "minimum": 0}
    properties["tipo"]["enum"].append("otro")
    properties["texto"] = {"type": ["string", "null"]}
    properties["mesa"]["pattern"] = "^[A-Z]$"
    altered["required"].append("turno")
    found = "\n".join(Walk().record(r.Pregunta, altered, "p"))
    for place in ("p/tema:", "p/numero:", "p/tipo:", "p/texto: null", "p/mesa:", "p/turno: required", "another order"):
        assert place in found


def test_nothing_of_the_agreed_schema_was_removed_or_changed() -> None:
    agreed = SHARED / "exchange" / "rcdesk-1.schema.json"
    if not agreed.is_file():
        pytest.skip("../shared no está")
    assert lost(json.loads(agreed.read_text("utf-8")), SCHEMA, "") == []


def lost(agreed: Any, shipped: Any, place: str) -> list[str]:
    """Return what the agreed schema says and the shipped one does not; an extension may add keys and values."""
    if isinstance(agreed, dict):
        found = [f"{place}/{key}" for key in agreed if key not in shipped]
        return found + [
            one for key in agreed if key in shipped for one in lost(agreed[key], shipped[key], f"{place}/{key}")
        ]
    if isinstance(agreed, list):
        if place.endswith("/required"):
            return [] if agreed == shipped else [place]
        if place.endswith("/oneOf"):  # each alternative stands at its place
            pairs = zip(agreed, shipped, strict=True)
            return [one for at, (old, new) in enumerate(pairs) for one in lost(old, new, f"{place}/{at}")]
        return [f"{place}: {value}" for value in agreed if value not in shipped]
    return [] if agreed == shipped or place.endswith("/description") else [place]
