"""A whole rcdesk/1 file, read or refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from rcdesk.domain.errors import RuleError, reason
from rcdesk.domain.registro import Archivo
from rcdesk.exchange.checks import check
from rcdesk.exchange.decode import reader
from rcdesk.exchange.places import LISTED, Notes, kind_of, shown
from rcdesk.exchange.raw import parse

LARGEST: Final = 200 * 1024 * 1024
"""Bytes of the largest file that is read."""

_FORMATO: Final = re.compile(r"rcdesk/([1-9]\d{0,5})(\..{0,20})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Leido:
    """A file that was read, and what there is to tell about it: sentences in Spanish, each with its place."""

    archivo: Archivo
    avisos: tuple[str, ...] = ()


def read(path: Path) -> Leido:
    """Read a file of at most 200 MiB.

    Raises RuleError, in Spanish: it names the file, every place that is wrong (the first 20) and why.
    """
    try:
        if not path.is_file():
            raise _refusal(str(path), ["no existe, o no es un archivo. Revise la ruta"])
        if path.stat().st_size > LARGEST:
            raise _refusal(path.name, [f"pesa más de {LARGEST // 1024**2} MiB"])
        data = path.read_bytes()
    except PermissionError as error:
        raise _refusal(path.name, ["no tiene permiso para leer ese archivo"]) from error
    except OSError as error:
        raise _refusal(path.name, [f"el sistema no lo dejó leer: {reason(error)}"]) from error
    return decode(data, path.name)


def decode(data: bytes, name: str) -> Leido:
    """Read the bytes of a file; `name` is what a refusal calls it. Raises as `read`."""
    notes = Notes()
    try:
        tree = parse(data, notes)
        if not notes.problems:
            _of_this_version(tree)
    except RuleError as error:
        raise _refusal(name, [str(error)]) from error
    archivo = None if notes.problems else reader(Archivo)(tree, None, notes)
    if isinstance(archivo, Archivo):
        check(archivo, notes)
        if not notes.problems:
            return Leido(archivo, tuple(notes.avisos))
    raise _refusal(name, notes.problems)


def _refusal(name: str, reasons: list[str]) -> RuleError:
    """One reason on the same line, several below it."""
    if len(reasons) == 1:
        return RuleError(f"No se leyó «{shown(name, 200)}»: {_lower(reasons[0])}.")
    lines = [
        f"No se leyó «{shown(name, 200)}»: hay {len(reasons)} problemas.",
        *(f"{why}." for why in reasons[:LISTED]),
    ]
    if len(reasons) > LISTED:
        lines.append(f"Y {len(reasons) - LISTED} más.")
    return RuleError("\n".join(lines))


def _lower(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]


def _of_this_version(tree: Any) -> None:
    if not isinstance(tree, dict):
        raise RuleError(f"no es un archivo rcdesk/1: se esperaba un objeto y llegó {kind_of(tree)}")
    formato = tree.get("formato")
    if formato is None:
        raise RuleError("no es un archivo rcdesk/1: le falta la clave «formato»")
    version = _FORMATO.fullmatch(formato) if isinstance(formato, str) else None
    if version is None or (version[1] == "1" and version[2]):
        raise RuleError(f"no es un archivo rcdesk/1: en «formato» dice {kind_of(formato)}")
    if version[1] != "1":
        raise RuleError(f"es de una versión más nueva del formato ({formato}). Actualice rcdesk para leerlo")
