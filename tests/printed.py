"""Every PDF that a test makes keeps what it claims, whichever test makes it and whatever for."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO, Final

import pytest

from rcdesk.documents.blocks import Document
from rcdesk.render import pdf
from rcdesk.render.pdf.draw import Drawn
from rcdesk.render.pdf.finish import write_finished
from tests.render.conform import check

_made: Final[list[bytes]] = []


def watch() -> Iterator[None]:
    """Keep a copy of each PDF from now on: all are written by one function."""

    def watched(drawn: Drawn, document: Document, out: BinaryIO) -> None:
        copy = BytesIO()
        write_finished(drawn, document, copy)
        _made.append(copy.getvalue())
        out.write(_made[-1])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "write_finished", watched)
        yield


def judge() -> None:
    """Fail when one that was made since the last time does not conform."""
    made, _made[:] = list(_made), []
    found = [finding for data in made for finding in check(data)]
    if found:
        pytest.fail("a PDF that does not conform: " + "; ".join(f"{rule}: {what}" for rule, what in found))
