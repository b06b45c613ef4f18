"""A thousand cards with their codes, against the usual way: the best of eight masks, one rectangle for each module."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Final
from uuid import UUID

import qrcode
from reportlab.pdfgen.canvas import Canvas

from rcdesk.documents.tarjetas import tarjetas
from rcdesk.domain import registro as r
from rcdesk.domain.codigos import codigo_de
from rcdesk.render.pdf import to_bytes
from tests.bench.measure import in_turn, median_ratio, timed
from tests.bench.sizes import Sizes
from tests.bench.synthetic import asistentes, example, hearing
from tests.bench.table import Line, ratio

_MOST: Final = 1 / 5
_SIDE: Final = 76.0


def run(_folder: Path, sizes: Sizes) -> Iterator[Line]:
    """The whole PDF of the cards, tagged and with its words, against the codes alone."""
    people = [
        r.Asistente(id=r.Id(str(UUID(int=number))), nombre=one.nombre, organizacion=one.organizacion)
        for number, one in enumerate(asistentes(sizes.cards), 1)
    ]
    audiencia = r.Audiencia(codigo="tarjetas", nombre=hearing().nombre, asistentes=tuple(people))
    archivo = r.Archivo(entidad=example().entidad, audiencias=(audiencia,))
    ours, theirs = in_turn(
        min(3, sizes.turns),
        partial(timed, lambda: to_bytes(tarjetas(archivo, audiencia))),
        partial(timed, lambda: _usual([codigo_de("asistente", str(one.id)) for one in people])),
    )
    what = f"{sizes.cards} tarjetas con QR (PDF entero contra solo los códigos)"
    yield ratio(what, median(ours), median(theirs), median_ratio(ours, theirs), _MOST)


def _usual(codes: Sequence[str]) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pageCompression=0)
    for place, content in enumerate(codes):
        maker = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
        maker.add_data(content)
        matrix = maker.get_matrix()
        unit = _SIDE / len(matrix)
        for top, row in enumerate(matrix):
            for left, dark in enumerate(row):
                if dark:
                    canvas.rect(left * unit, top * unit, unit, unit, stroke=0, fill=1)
        if place % 8 == 7:
            canvas.showPage()
    canvas.save()
    return out.getvalue()
