"""Records walked whole: what they hold changed, taken out or looked for, and the very same object where nothing is.

Which fields lead to what is looked for is known from the types (`registro.caminos`): the others are not even read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, fields, replace
from operator import is_
from typing import Any, Final, TypeAlias, TypeVar

from rcdesk.domain.registro import Valor
from rcdesk.domain.registro.caminos import caminos

_V = TypeVar("_V", bound=Valor)
Change: TypeAlias = Callable[[str], str]

_ADDRESSES: Final = frozenset(
    {"url", "archivo", "logo", "logo_derecho", "evidencia", "correo", "correo_preguntas", "sitio_web", "donde"}
)
LITERAL: Final = _ADDRESSES | {"id", "codigo", "sha256", "radicados"}
"""Keys whose text is an identifier or an address of the entity: it is never rewritten."""
_ANNULLED: Final = frozenset({"anulada"})


def without(record: _V, *names: str) -> _V:
    """The record without those keys, neither filled nor stated."""
    defaults = {f.name: f.default if f.default is not MISSING else {} for f in fields(record) if f.name in names}
    return replace(record, **defaults, presentes=record.presentes - set(names))


def records_with(value: Any, keys: frozenset[str]) -> Iterator[Any]:
    """The records inside a value that have one of those keys, and what leads to them."""
    if isinstance(value, tuple):
        for item in value:
            yield from records_with(item, keys)
    elif isinstance(value, Valor):
        yield value
        for name in caminos(value.__class__, keys):
            yield from records_with(getattr(value, name), keys)


def without_annulled(value: Any) -> Any:
    """The value without the records that were annulled."""
    if isinstance(value, tuple):
        kept = tuple(without_annulled(item) for item in value if getattr(item, "anulada", None) is None)
        return value if same(kept, value) else kept
    if not isinstance(value, Valor):
        return value
    return rebuilt(value, without_annulled, caminos(value.__class__, _ANNULLED))


def with_texts(value: Any, change: Change, but: frozenset[str] = frozenset()) -> Any:
    """The value with `change` applied to every free text in it; not in the fields `but`, wherever they are."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        changed = tuple([with_texts(item, change, but) for item in value])
        return value if same(changed, value) else changed
    if isinstance(value, Mapping):
        return {key: with_texts(item, change, but) for key, item in value.items()}
    if not isinstance(value, Valor):
        return value
    names = value.__dataclass_fields__
    return rebuilt(value, lambda inner: with_texts(inner, change, but), names.keys() - but if but else names)


def same(changed: tuple[Any, ...], items: tuple[Any, ...]) -> bool:
    """Whether nothing changed: then the very same object goes on, and what holds it is not made again."""
    return len(changed) == len(items) and all(map(is_, changed, items))


def rebuilt(record: Valor, change: Callable[[Any], Any], names: Iterable[str]) -> Valor:
    """The record with those fields changed; the same object when nothing in it does."""
    changed = {}
    for name in names:
        value = getattr(record, name)
        if value and name not in LITERAL and isinstance(value, str | tuple | Valor | Mapping):
            new = change(value)
            if new is not value and new != value:
                changed[name] = new
    return replace(record, **changed) if changed else record
