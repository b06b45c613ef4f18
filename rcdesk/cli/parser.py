"""Reads a command line and explains itself in Spanish."""

from __future__ import annotations

import argparse
import re
import shutil
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NoReturn


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a command. Without dashes it goes by its place; `kind` None is a switch."""

    name: str
    help: str
    kind: type[Path] | type[str] | None = Path
    required: bool = True


@dataclass(frozen=True, slots=True)
class Order:
    """A command: what it does, in a sentence, its arguments and the function that returns its exit code.

    At least one of its `results` must be asked for; which one is free.
    """

    help: str
    arguments: tuple[Argument, ...]
    run: Callable[[argparse.Namespace], int]
    results: tuple[Argument, ...] = ()


def parse(argv: Sequence[str], orders: Mapping[str, Order]) -> tuple[Order, argparse.Namespace]:
    """Return the command and its arguments. Exits 2, saying why, when the line is wrong; 0 after `--help`."""
    parser = _Parser("rcdesk", "Audiencias de rendición de cuentas. Sin orden, abre el programa.")
    parser.add_argument("orden", metavar="ORDEN", choices=list(orders), help="una de las de abajo")
    if not argv or argv[0] not in orders:
        parser.formatter_class = argparse.RawDescriptionHelpFormatter
        parser.epilog = f"Órdenes:\n{_listed(orders)}\n\nAyuda de cada orden: rcdesk ORDEN --help"
        parser.parse_args(argv[:1] or ["--help"])
    order = orders[argv[0]]
    own = _Parser(f"rcdesk {argv[0]}", order.help)
    for argument in (*order.arguments, *order.results):
        _add(own, argument)
    found = own.parse_args(argv[1:])
    if order.results and not any(getattr(found, argument.name.strip("-")) for argument in order.results):
        own.error(f"falta {' o '.join(argument.name for argument in order.results)}")
    return order, found


def _listed(orders: Mapping[str, Order]) -> str:
    """Each command on a line of its own, with what it does beside it."""
    width, indent = max(40, shutil.get_terminal_size().columns - 2), max(map(len, orders)) + 4
    return "\n".join(
        textwrap.fill(order.help, width, initial_indent=f"  {name}".ljust(indent), subsequent_indent=" " * indent)
        for name, order in orders.items()
    )


def _add(parser: argparse.ArgumentParser, argument: Argument) -> None:
    words: dict[str, Any] = {"help": argument.help}
    if argument.kind is None:
        words["action"] = "store_true"
    else:
        words |= {"type": argument.kind, "metavar": argument.name.strip("-").upper()}
        if argument.name.startswith("-"):
            words["required"] = argument.required
    parser.add_argument(argument.name, **words)


class _Parser(argparse.ArgumentParser):
    def __init__(self, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, add_help=False, allow_abbrev=False)
        self.add_argument("-h", "--help", action="help", help="muestra esta ayuda y termina")

    def format_usage(self) -> str:
        return _translate(super().format_usage())

    def format_help(self) -> str:
        return _translate(super().format_help())

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.format_usage()}{self.prog}: {_translate(message)}\n")


_WORDS: Final = (
    (r"^usage:", "Uso:"),
    (r"^positional arguments:", "Argumentos:"),
    (r"^(options|optional arguments):", "Opciones:"),
    (r"the following arguments are required:", "falta"),
    (r"unrecognized arguments:", "sobra"),
    (r"^argument ORDEN: invalid choice: (.*) \(choose from (.*)\)", r"no existe la orden \1; las que hay: \2"),
    (r"^argument ([^:]+): expected one argument", r"\1 necesita un valor"),
    (r"^argument ([^:]+): ignored explicit argument .*", r"\1 no lleva valor"),
    (r"^argument ([^:]+):", r"\1:"),
)
"""What `argparse` says → how it reads in Spanish."""


def _translate(text: str) -> str:
    for pattern, words in _WORDS:
        text = re.sub(pattern, words, text, flags=re.MULTILINE)
    return text
