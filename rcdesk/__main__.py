"""Wiring: without a command it is the window; with one, the headless face, which imports no Qt."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Run rcdesk and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    match arguments:
        case []:
            return _window(None)
        case ["--leer-planilla"]:  # a program in one file is its own interpreter
            from rcdesk.store.sheet_child import main as read

            return read()
        case ["--ejemplo"]:
            return _window(None, example=True)
        case ["--base", folder]:
            return _window(Path(folder))
        case [word] if word.startswith("--base="):
            return _window(Path(word.removeprefix("--base=")))
        case _:
            return _command(arguments)


def _command(arguments: list[str]) -> int:
    """A command is over before the search for cycles of objects would pay: it was a seventh of the time of an acta."""
    gc.disable()
    try:
        from rcdesk.cli import main as cli

        return cli(arguments)
    finally:
        gc.freeze()  # nor is there anything to search for at the exit


def _window(folder: Path | None, *, example: bool = False) -> int:
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        sys.stderr.write("No hay pantalla donde abrir la ventana. Las órdenes se ven con «rcdesk --help».\n")
        return 1
    from rcdesk.ui.application import run

    return run(folder, example=example)


if __name__ == "__main__":
    sys.exit(main())
