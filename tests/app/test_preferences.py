"""The preferences of a person: kept, and never in the way."""

import json
from pathlib import Path

import pytest

from rcdesk.app.preferences import LARGEST, SMALLEST, Keeper, Preferences


def test_what_was_kept_is_found_again(tmp_path: Path) -> None:
    path = tmp_path / "a" / "preferencias.json"
    keeper = Keeper(path)
    assert keeper.now == Preferences()
    keeper.keep(base="/una/Base.rcdesk", tema="oscuro", texto=1.25, lugar="audiencias")
    assert Keeper(path).now == Preferences(base="/una/Base.rcdesk", tema="oscuro", texto=1.25, lugar="audiencias")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"base": 3, "tema": "fucsia", "texto": "grande"}',
        b'{"texto": NaN}',
        b"[" * 9999,
    ],
)
def test_a_damaged_file_is_done_without(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "preferencias.json"
    path.write_bytes(content)
    keeper = Keeper(path)
    assert keeper.now == Preferences()
    keeper.keep(tema="contraste")
    assert json.loads(path.read_text("utf-8"))["tema"] == "contraste"


def test_one_wrong_key_does_not_lose_the_others(tmp_path: Path) -> None:
    path = tmp_path / "preferencias.json"
    path.write_text(json.dumps({"tema": 7, "texto": 1.5, "lugar": "inicio", "de_otra_version": True}), "utf-8")
    assert Keeper(path).now == Preferences(texto=1.5, lugar="inicio")


@pytest.mark.parametrize(("asked", "kept"), [(0.2, SMALLEST), (9, LARGEST), (-1, SMALLEST), (float("nan"), SMALLEST)])
def test_the_text_is_never_larger_or_smaller_than_the_window_takes(tmp_path: Path, asked: float, kept: float) -> None:
    keeper = Keeper(tmp_path / "preferencias.json")
    keeper.keep(texto=asked)
    assert keeper.now.texto == kept


def test_a_place_where_nothing_can_be_written_does_not_stop_the_work(tmp_path: Path) -> None:
    blocked = tmp_path / "archivo"
    blocked.write_text("no es una carpeta")
    keeper = Keeper(blocked / "preferencias.json")
    keeper.keep(tema="oscuro")
    assert keeper.now.tema == "oscuro"


def test_what_was_chosen_in_a_screen_is_recalled_and_can_be_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "preferencias.json"
    keeper = Keeper(path)
    keeper.remember("registro.sonido", "sí")
    keeper.remember("papel.hojas", "20")
    assert Keeper(path).recall("registro.sonido") == "sí"
    Keeper(path).remember("registro.sonido", "")
    assert (Keeper(path).recall("registro.sonido"), Keeper(path).recall("papel.hojas")) == ("", "20")
    path.write_text(json.dumps({"elegido": {"a": 3, "b": "sí"}}), "utf-8")
    assert (Keeper(path).recall("a"), Keeper(path).recall("b")) == ("", "sí")
