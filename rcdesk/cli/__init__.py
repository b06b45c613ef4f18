"""The headless face of rcdesk: the same actions and queries as the screens, without Qt.

Exit 0 when it was done, 1 when it was refused or a check failed (why, in Spanish, on stderr), 2 when it was called
wrongly.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from rcdesk.cli.orders import ORDENES
from rcdesk.cli.parser import parse
from rcdesk.domain.errors import RuleError, StoreError, reason


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    _speak_anyhow()
    order, arguments = parse(argv, ORDENES)
    try:
        code = order.run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()  # what the reader of the output did not take is known here, not when Python ends
        return code
    except (RuleError, StoreError) as error:
        print(error, file=sys.stderr)
    except BrokenPipeError:  # whoever read the output has gone: nothing to tell, and nobody to tell it
        _mute()
    except OSError as error:
        place = f"usar «{error.filename}»" if error.filename else "escribir el resultado"
        print(f"No se pudo {place}: {reason(error)}.", file=sys.stderr)
        _mute()
    except KeyboardInterrupt:
        print("Se interrumpió. Nada quedó a medias.", file=sys.stderr)
    return 1


def _speak_anyhow() -> None:
    """A terminal that lacks a letter («ñ» in a C locale) shows its code: that is no reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _mute() -> None:
    """Let what is left of the output go nowhere, so that Python does not try it again when it ends."""
    if isinstance(sys.stdout, TextIOWrapper) and sys.stdout is sys.__stdout__:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
