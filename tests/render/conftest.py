"""The sample acta, printed once."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from rcdesk.documents.blocks import Figure
from rcdesk.render.pdf import to_bytes
from tests.render.samples import ACTA, BLOCKS


@pytest.fixture(scope="session")
def acta() -> bytes:
    """With a picture, so that it has one of everything."""
    picture = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(picture, "PNG")
    return to_bytes(replace(ACTA, blocks=(*BLOCKS, Figure("Un cuadro", image=picture.getvalue()))))
