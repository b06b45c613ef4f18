"""Time taken side by side: what is compared runs in turn, so that a noisy machine is noisy for all alike."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Final, TypeVar

T = TypeVar("T")

ROOT: Final = Path(__file__).parents[2]
"""The checkout: a process that is measured finds `rcdesk` there, as the installed program does."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds by the clock, and of the processor (a process with all its children)."""

    wall: float
    cpu: float


def process(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Spent:
    """Run a command to its end. RuntimeError, with what it said, when it fails."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=said, stderr=said, stdin=subprocess.DEVNULL, env=environment)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            raise RuntimeError(f"{' '.join(command)}: {child.returncode}\n{said.read().decode(errors='replace')}")
    return Spent(wall, used.ru_utime + used.ru_stime)


def output(command: Sequence[str]) -> str:
    """What a command prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def isolated(*arguments: str) -> list[str]:
    """The command that runs `rcdesk` with these arguments, as `run.sh` does: python -I and nothing of this shell."""
    code = "import sys; sys.path.insert(0, sys.argv.pop(1)); from rcdesk.__main__ import main; sys.exit(main())"
    return [sys.executable, "-I", "-c", code, str(ROOT), *arguments]


def in_turn(times: int, *runs: Callable[[], T]) -> list[list[T]]:
    """Run all of them `times` times, in turn, after one turn that does not count."""
    for run in runs:
        run()
    turns = [[run() for run in runs] for _ in range(times)]
    return [list(found) for found in zip(*turns, strict=True)]


def median_ratio(ours: Sequence[float], others: Sequence[float]) -> float:
    """The median of the ratios of each turn."""
    return median(mine / its for mine, its in zip(ours, others, strict=True))


def tail(found: Sequence[float]) -> float:
    """The percentile 95; the only value when there is one."""
    return quantiles(found, n=20)[-1] if len(found) > 1 else found[0]


def timed(run: Callable[[], object]) -> float:
    """Seconds that one call takes, by the clock."""
    return spent(run).wall


def spent(run: Callable[[], object]) -> Spent:
    """Seconds that one call takes, by the clock and of the processor on this thread."""
    start, worked = time.perf_counter(), time.thread_time()
    run()
    return Spent(time.perf_counter() - start, time.thread_time() - worked)
