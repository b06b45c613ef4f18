"""Starts the process that reads a file of outside, hears what it says, and ends it: when done, cancelled or mute."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, Any, Final

from rcdesk.domain.errors import StoreError
from rcdesk.store.sheet_child import ORDER

SILENCE: Final = 20.0  # seconds that it may say nothing
_TICK: Final = 0.05  # seconds between two looks at whether the person wants to stop
_FAREWELL: Final = 1.0  # seconds in which one that closed its voice must end
_TOO_LONG: Final = "leerlo tardaba demasiado. Guarde de nuevo solo la hoja que necesita."
_OURS: Final = (0, 1, 2)  # how Python ends by itself
_LONGEST: Final = 64_000_000  # octets of a frame
_PACKAGES: Final = Path(__file__).parents[2]
"""Where `rcdesk` is imported from: a checkout, or the folder of installed packages."""
_START: Final = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); from rcdesk.store.sheet_child import main; sys.exit(main())"
)


def answers(
    path: Path, hoja: str, *, waiting: Callable[[], None], silence: float = SILENCE, forma: bool = False
) -> Generator[list[Any], None, None]:
    """Yield the frames of a file. StoreError when its process dies or says nothing for `silence` seconds.

    With `forma`, how a sheet is drawn is told too.
    `waiting` is called while nothing comes; what it raises ends the process at once, as closing this iterator does.
    """
    child = subprocess.Popen(
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows would show a console
    )
    assert child.stdin is not None and child.stdout is not None
    inbox: SimpleQueue[bytes | None] = SimpleQueue()
    ear = threading.Thread(target=_hear, args=(child.stdout, inbox), name="rcdesk-planilla", daemon=True)
    ear.start()
    try:
        _ask(child.stdin, path, hoja, forma)
        while (data := _next(inbox, path, waiting, silence)) is not None:
            frame = json.loads(data.decode("utf-8", "surrogatepass"))
            if frame[0] == "bug":
                raise RuntimeError(f"the process that reads a file failed: {frame[1]}")
            yield frame
            if frame[0] in {"end", "no"}:
                return
        raise _death(path, _code(child))
    finally:
        child.kill()
        child.wait()
        ear.join()
        child.stdout.close()
        with suppress(OSError):  # it may have died without hearing the order
            child.stdin.close()


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, ORDER]
    return [sys.executable, "-I", "-c", _START, str(_PACKAGES)]


def _ask(entry: IO[bytes], path: Path, hoja: str, forma: bool) -> None:
    """Say what to read, and leave the entry open: it closes when this process ends."""
    order = json.dumps({"path": os.path.abspath(path), "hoja": hoja, "forma": forma})  # noqa: PTH100 - a name of any letters, as it is
    with suppress(OSError):  # it died at its start: that nothing comes tells it
        entry.write(order.encode() + b"\n")
        entry.flush()


def _hear(voice: IO[bytes], inbox: SimpleQueue[bytes | None]) -> None:
    """Put in the inbox each frame that comes whole, and None at the end or at what is none."""
    while (head := voice.read(4)) and (size := int.from_bytes(head, "big")) <= _LONGEST:
        data = voice.read(size)
        if len(data) < size:
            break
        inbox.put(data)
    inbox.put(None)


def _next(inbox: SimpleQueue[bytes | None], path: Path, waiting: Callable[[], None], silence: float) -> bytes | None:
    limit = time.monotonic() + silence
    while True:
        try:
            return inbox.get(timeout=_TICK)
        except Empty:
            waiting()
        if time.monotonic() > limit:
            raise StoreError(f"«{path.name}» no se abrió: {_TOO_LONG}")


def _code(child: subprocess.Popen[bytes]) -> int:
    """Return how it ended; one that goes on after what is no frame is a fault of ours."""
    try:
        return child.wait(timeout=_FAREWELL)
    except subprocess.TimeoutExpired:
        return _OURS[0]


def _death(path: Path, code: int) -> Exception:
    """Say what it means that it ended before saying all: the system stopped it, or the fault is ours."""
    if code in _OURS:
        return RuntimeError(f"the process that reads a file did not work: it ended with {code}")
    if sys.platform != "win32" and code == -signal.SIGALRM:
        return StoreError(f"«{path.name}» no se abrió: {_TOO_LONG}")
    return StoreError(
        f"«{path.name}» no se abrió: está hecho de una manera que pide demasiada memoria, o está dañado. "
        "Ábralo en Excel, copie solo las celdas que necesita en un libro nuevo y guárdelo."
    )
