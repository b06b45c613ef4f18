"""Keys sort as they were made, whatever the clock does."""

from __future__ import annotations

from uuid import RFC_4122, UUID

from hypothesis import given
from hypothesis import strategies as st

from rcdesk.store.ids import Ids


@given(st.lists(st.integers(-(10**18), 10**18), max_size=8), st.integers(0, 4 * 10**18))
def test_keys_are_uuid7_and_sort_as_made_through_clock_jumps(jumps: list[int], start: int) -> None:
    now = [start]
    ids = Ids(lambda: max(0, now[0]))
    made: list[str] = []
    for jump in (0, *jumps):
        now[0] += jump
        made += [ids.new() for _ in range(20)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)
    assert all(UUID(key).version == 7 and UUID(key).variant == RFC_4122 and str(UUID(key)) == key for key in made)
    assert Ids(lambda: 0, made[-1]).new() > made[-1]
