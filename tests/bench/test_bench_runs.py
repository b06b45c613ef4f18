"""Each measure of `python -m tests.bench` still runs, with sizes that prove nothing about speed."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench import soak
from tests.bench.__main__ import BENCHES
from tests.bench.sizes import FULL, TINY
from tests.bench.table import HEADER, Line, drawn
from tests.lengths import LARGO


@pytest.mark.parametrize("name", [name for name in BENCHES if name != "media_hora"])  # the next test runs that one
def test_a_bench_gives_lines_for_the_table(name: str, tmp_path: Path) -> None:
    lines = list(BENCHES[name](tmp_path, TINY))
    assert lines
    assert all(line.what and (line.ours or line.other) for line in lines)


def test_a_broadcast_without_pause_leaves_no_trace(tmp_path: Path) -> None:
    assert BENCHES["media_hora"] is soak.run
    memory, nones, _ = soak.run(tmp_path, replace(TINY, soaked=FULL.soaked if LARGO else 40))
    assert memory.ok, memory
    assert nones.ok, nones


def test_the_table_marks_what_kept_its_promise_and_what_did_not() -> None:
    kept, broken, free = Line("a", ok=True), Line("b", ok=False), Line("c", "3 ms")
    header, _, *rows = drawn([kept, broken, free]).splitlines()
    assert header.split("  ")[0] == HEADER[0]
    assert [row.split() for row in rows] == [["a", "sí"], ["b", "NO"], ["c", "3", "ms"]]
