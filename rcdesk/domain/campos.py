"""One field typed by a person, read as its record of rcdesk/1 wants it, or refused in a sentence beside that field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro.valores import NO_APLICA, PATRONES, Marca, Valor
from rcdesk.i18n import numero

_NO_APLICA = frozenset({"n/a", "n.a", "n.a.", "na", "no aplica"})
_WITH_NO_APLICA = frozenset({"TextoONoAplica", "FechaONoAplica"})
_DATED: Final = frozenset({"Fecha", "FechaONoAplica", "FechaHora", "Periodo"})
LIMITE: Final = 100_000
"""Longest text of a field, in characters: an answer of thirty pages fits; a pasted file does not."""


def leer(kind: type, campo: str, valor: object) -> Any:
    """Return `valor` as the field `campo` of the record `kind` holds it; `campo` may be flat («respuesta_texto»).

    An empty text is None (not filled). Raises RuleError, with the field, for what the format does not admit.
    """
    hint = _plain(_hint(kind, campo))
    if isinstance(valor, str):
        valor = valor.strip()
    if valor is None or valor == "":
        return () if get_origin(hint) is tuple else None
    try:
        return _read(hint, valor)
    except ValueError as error:
        raise RuleError(str(error), field=campo) from None


def largo(texto: str) -> str:
    """Say why a text longer than LIMITE is refused."""
    return f"El texto tiene {numero(len(texto))} caracteres y el límite es {numero(LIMITE)}."


def _read(hint: Any, valor: Any) -> Any:
    origin = get_origin(hint)
    if origin is Annotated:
        return _marked(hint.__metadata__[0], _read(hint.__origin__, valor))
    if origin is Literal:
        if valor not in get_args(hint):
            raise ValueError(f"«{valor}» no es una de las opciones.")
        return valor
    if origin is tuple:
        name = getattr(get_args(hint)[0], "__name__", "")
        return tuple(_text(name, one) for one in valor) if name in PATRONES else tuple(valor)
    if origin is Mapping or origin in (Union, UnionType) or _group(hint):
        return valor
    name = getattr(hint, "__name__", "")
    if name == "int":
        return _integer(valor)
    if name == "bool":
        return bool(valor)
    return _text(name, str(valor))


def _marked(mark: Marca, valor: Any) -> Any:
    if isinstance(valor, int) and (valor < mark.minimo or 0 < mark.maximo < valor):
        raise ValueError(f"Escriba un número desde {mark.minimo}" + (f" hasta {mark.maximo}." if mark.maximo else "."))
    return valor


def _integer(valor: Any) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", str(valor), re.ASCII):
        raise ValueError("Escriba un número entero, sin puntos ni letras.")
    return int(valor)


def _text(name: str, valor: str) -> str:
    if len(valor) > LIMITE:
        raise ValueError(f"{largo(valor)} Divídalo o adjúntelo.")
    if name in _WITH_NO_APLICA and valor.casefold() in _NO_APLICA:
        return NO_APLICA
    if name in PATRONES:
        pattern, expected = PATRONES[name]
        if not re.fullmatch(pattern, valor, re.ASCII) or not _in_calendar(name, valor):
            raise ValueError(f"«{valor}» no sirve: escriba {expected}.")
    return valor


def _in_calendar(name: str, valor: str) -> bool:
    if name not in _DATED or valor == NO_APLICA:
        return True
    whole = f"{valor}-01-01" if name != "Periodo" else f"{valor[:4]}-01-01"
    try:
        date.fromisoformat(whole[:10])
    except ValueError:
        return False
    return True


@cache
def _hint(kind: type, campo: str) -> Any:
    hints = get_type_hints(kind, include_extras=True)
    if campo in hints:
        return hints[campo]
    for name, hint in hints.items():
        inner: type | None = _group(_plain(hint))
        if inner is not None and campo.startswith(f"{name}_"):
            return _hint(inner, campo.removeprefix(f"{name}_"))
    raise KeyError(f"{kind.__name__} has no field {campo}")


def _group(hint: Any) -> type | None:
    return hint if isinstance(hint, type) and issubclass(hint, Valor) else None


def _plain(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        kept = [kind for kind in get_args(hint) if kind is not NoneType]
        return kept[0] if len(kept) == 1 else hint
    return hint
