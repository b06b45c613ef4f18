"""JSON values read into frozen dataclasses, guided by their type hints; each step knows where in the file it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from rcdesk.domain.registro import NO_APLICA, Escalar, Fecha, Marca, RefPregunta, ValorDeRespuesta
from rcdesk.exchange import scalars
from rcdesk.exchange.encode import keys
from rcdesk.exchange.places import Notes, Place, shown
from rcdesk.exchange.scalars import OMIT, Reader, wrong

_PLAIN: Final[Mapping[Any, Reader]] = {str: scalars.text, int: scalars.integer(0), bool: scalars.boolean}


def _kinds(hint: Any) -> tuple[Any, ...]:
    return tuple(kind for kind in get_args(hint) if kind is not NoneType)


_UNIONS: Final[Mapping[frozenset[Any], Reader]] = {
    frozenset(_kinds(RefPregunta)): scalars.question,
    frozenset(_kinds(Escalar)): scalars.scalar,
    frozenset(_kinds(ValorDeRespuesta)): scalars.answer,
}


@cache
def reader(hint: Any) -> Reader:
    """How to read a value of that type, null aside; the same reader serves every file."""
    hint, mark = _unmarked(hint)
    if _is_union(hint):
        return _union(_kinds(hint), mark)
    if mark.patron:
        return scalars.patterned(mark.patron)
    if mark.ruta:
        return scalars.relative_path
    if mark.minimo:
        return scalars.integer(mark.minimo, mark.maximo)
    if hint in _PLAIN:
        return _PLAIN[hint]
    if hasattr(hint, "__supertype__"):  # a NewType over str
        name = hint.__name__
        return scalars.text_or_na if name == "TextoONoAplica" else scalars.patterned(name)
    return _composite(hint)


def _unmarked(hint: Any) -> tuple[Any, Marca]:
    if get_origin(hint) is Annotated:
        return hint.__origin__, next((mark for mark in hint.__metadata__ if isinstance(mark, Marca)), Marca())
    return hint, Marca()


def _is_union(hint: Any) -> bool:
    return get_origin(hint) in (Union, UnionType)


def _composite(hint: Any) -> Reader:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return scalars.choice(inner)
    if origin is tuple:
        return _list(inner[0])
    if origin is Mapping:
        return _mapping(inner[1])
    if hasattr(hint, "__dataclass_fields__"):
        return _record(hint)
    raise TypeError(f"no reader for {hint!r}")


def _union(kinds: tuple[Any, ...], mark: Marca) -> Reader:
    """A value that may be absent; one of several blocks; a list or «N.A.»; a text or a record."""
    special = _UNIONS.get(frozenset(kinds))
    if special is not None:
        return special
    if len(kinds) == 1:
        return reader(Annotated[kinds[0], mark] if mark != Marca() else kinds[0])
    if all(is_dataclass(kind) for kind in kinds):
        return _block(kinds)
    if str in kinds:
        return _either(
            {str: scalars.text, dict: reader(next(kind for kind in kinds if kind is not str))}, "un texto o un objeto"
        )
    listed = reader(next(kind for kind in kinds if get_origin(kind) is tuple))
    return _either({list: listed, str: _only_na}, "una lista o «N.A.»")


def _only_na(value: Any, place: Place, notes: Notes) -> Any:
    return NO_APLICA if scalars.is_na(value) else wrong(value, "una lista o «N.A.»", place, notes)


def _either(by_type: Mapping[type, Reader], expected: str) -> Reader:
    def read(value: Any, place: Place, notes: Notes) -> Any:
        chosen = by_type.get(type(value))
        return wrong(value, expected, place, notes) if chosen is None else chosen(value, place, notes)

    return read


def _block(kinds: tuple[Any, ...]) -> Reader:
    """One of several records, told apart by their `tipo`."""
    by_tipo = {kind.__dataclass_fields__["tipo"].default: reader(kind) for kind in kinds}

    def read(value: Any, place: Place, notes: Notes) -> Any:
        if type(value) is not dict:
            return wrong(value, "un bloque (un objeto con «tipo»)", place, notes)
        tipo = value.get("tipo")
        if type(tipo) is not str:
            notes.problem(place, "al bloque le falta «tipo», o no es un texto")
            return OMIT
        if tipo not in by_tipo:
            notes.aviso(place, f"el tipo de bloque «{shown(tipo)}» no es de rcdesk/1; se omitió el bloque")
            return OMIT
        return by_tipo[tipo](value, place, notes)

    return read


def _list(kind: Any) -> Reader:
    read_item = reader(kind)
    empty_stays = _is_union(kind) and NoneType in get_args(kind)  # a cell of a table
    empty_goes = kind in (Fecha, RefPregunta)  # the schema lets a null stand there, where it says nothing

    def read(value: Any, place: Place, notes: Notes) -> Any:
        if type(value) is not list:
            return wrong(value, "una lista", place, notes)
        found: list[Any] = []
        for i, item in enumerate(value):
            if item is None and empty_stays:
                found.append(None)
            elif item is None and empty_goes:
                notes.aviso((place, i), "está vacío (null); se omitió")
            elif (got := read_item(item, (place, i), notes)) is not OMIT:
                found.append(got)
        return tuple(found)

    return read


def _mapping(kind: Any) -> Reader:
    read_value = reader(kind)

    def read(value: Any, place: Place, notes: Notes) -> Any:
        if type(value) is not dict:
            return wrong(value, "un objeto", place, notes)
        found: dict[str, Any] = {}
        for key, item in value.items():
            name = scalars.text(key, (place, key), notes)
            if name in found:
                notes.problem(place, f"la clave «{shown(key)}» está repetida")
            elif (got := read_value(item, (place, key), notes)) is not OMIT:
                found[str(name)] = got
        return found

    return read


@dataclass(frozen=True, slots=True)
class _Plan:
    """How to read one kind of record."""

    readers: Mapping[str, Reader]
    nullable: frozenset[str]
    required: frozenset[str]


def _plan(kind: Any) -> _Plan:
    readers: dict[str, Reader] = {}
    nullable = set()
    hints = get_type_hints(kind, include_extras=True)
    required = frozenset(name for name, always in keys(kind) if always)
    for name, _ in keys(kind):
        hint, mark = _unmarked(hints[name])
        readers[name] = reader(hints[name])
        if name in required and get_origin(hint) is Literal and "otro" in get_args(hint):
            readers[name] = scalars.choice(get_args(hint), otherwise="otro")
        may_be_null = NoneType in get_args(hint) or (name not in required and get_origin(hint) in (tuple, Mapping))
        if may_be_null and mark.nulo:
            nullable.add(name)
    return _Plan(readers, frozenset(nullable), required)


@cache
def _record(kind: Any) -> Reader:
    plan: _Plan | None = None  # made at the first use: a section holds sections

    def read(raw: Any, place: Place, notes: Notes) -> Any:
        nonlocal plan
        if type(raw) is not dict:
            return wrong(raw, "un objeto", place, notes)
        if plan is None:
            plan = _plan(kind)
        readers = plan.readers
        values: dict[str, Any] = {}
        stated = []
        for key, value in raw.items():
            reads = readers.get(key)
            if reads is None:
                notes.aviso(place, f"la clave «{shown(key)}» no es de rcdesk/1; se omitió")
            elif value is None and key in plan.nullable:
                stated.append(key)
                if key in plan.required:
                    values[key] = None
            elif (got := reads(value, (place, key), notes)) is not OMIT:
                values[key] = got
                if not value and type(value) in (list, dict):
                    stated.append(key)
        if not plan.required <= values.keys():
            return _incomplete(plan.required - values.keys(), raw, place, notes)
        if "id" in values:
            notes.identify(place, values["id"])
        if stated:
            values["presentes"] = frozenset(stated)
        return kind(**values)

    return read


def _incomplete(missing: frozenset[str], raw: Mapping[str, Any], place: Place, notes: Notes) -> Any:
    for key in sorted(missing):
        if key in raw:  # already told why it could not be read
            notes.aviso(place, f"se omitió este registro, que necesita «{key}»")
        else:
            notes.problem(place, f"falta la clave «{key}», que es obligatoria")
    return OMIT
