"""What travels with the program is found in a checkout, in an installed wheel and in a frozen build."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from rcdesk import resources
from rcdesk.i18n import sin_tildes

FOUND = (
    "import sys; sys.path.insert(0, sys.argv[1]); from rcdesk.resources import resource; print(resource('icc', 'x'))"
)


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    resources._root.cache_clear()
    yield
    resources._root.cache_clear()


@pytest.mark.parametrize("parts", [("fonts", "NotoSans-Regular.ttf"), ("icc", "sRGB.icc"), ("pdfua-extension.xml",)])
def test_a_checkout_has_its_resources(parts: tuple[str, ...]) -> None:
    assert resources.resource(*parts).is_file()


def test_each_font_and_profile_comes_with_its_licence() -> None:
    for folder, licence in (("fonts", "NotoSans-OFL"), ("fonts", "Symbola"), ("icc", "sRGB-zlib")):
        assert resources.resource(folder, f"LICENSE-{licence}.txt").is_file()


def test_a_wheel_carries_them_in_the_package(tmp_path: Path) -> None:
    package = tmp_path / "rcdesk"
    (package / "_resources").mkdir(parents=True)
    (package / "__init__.py").touch()
    shutil.copy(resources.__file__, package)
    done = subprocess.run(
        [sys.executable, "-I", "-c", FOUND, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert Path(done.stdout.strip()) == package / "_resources" / "icc" / "x"


def test_a_frozen_build_unpacks_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.resource("icc") == tmp_path / "resources" / "icc"


@pytest.mark.parametrize("name", ["nombres.txt", "apellidos.txt"])
def test_each_usual_name_is_written_in_one_way(name: str) -> None:
    bare = [sin_tildes(word) for word in resources.resource("nombres", name).read_text("utf-8").split()]
    assert len(bare) > 500
    assert len(set(bare)) == len(bare)
