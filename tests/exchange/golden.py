"""The files of ../shared/golden, when this checkout stands beside them."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared"
NAMES = ("bogota_2020", "cali_2021", "municipio_paac_2020", "participacion_2021", "plan_estrategico_2020_2024")


def golden(name: str) -> Path:
    """Return the path of a golden file, or skip the test."""
    path = SHARED / "golden" / f"{name}.json"
    if not path.is_file():
        pytest.skip("../shared no está")
    return path
