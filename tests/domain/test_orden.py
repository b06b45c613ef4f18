"""Order keys: always room between two neighbours, and short ones when a list only grows."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain.orden import despues_de, entre, repartidas


@given(st.lists(st.floats(0, 1, exclude_max=True), max_size=200))
def test_between_any_two_neighbours_there_is_a_key(places: list[float]) -> None:
    keys: list[str] = []
    for place in places:
        at = int(place * (len(keys) + 1))
        keys.insert(at, entre(keys[at - 1] if at else "", keys[at] if at < len(keys) else ""))
    assert keys == sorted(set(keys))
    assert all(not key.endswith("0") for key in keys)


@given(st.integers(0, 3000))
def test_spread_keys_are_in_order_and_leave_room(count: int) -> None:
    keys = repartidas(count)
    assert keys == sorted(set(keys))
    assert len(keys) == count
    assert all(a < entre(a, b) < b for a, b in itertools.pairwise(keys))


def test_appending_many_lines_keeps_the_keys_short() -> None:
    keys = [""]
    for _ in range(5000):
        keys.append(despues_de(keys[-1]))
    assert keys == sorted(set(keys))
    assert max(map(len, keys)) == 5


@given(st.text("0123456789abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12).map(lambda key: f"{key}1"))
def test_after_any_key_comes_a_greater_one(key: str) -> None:
    assert despues_de(key) > key
    assert entre(key, "") > key
    assert "" < entre("", key) < key
