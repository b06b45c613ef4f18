"""The reports of a large year, from the base to the document, and the pages of the longest."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from rcdesk.app.desk import Desk
from rcdesk.documents.blocks import Document
from rcdesk.render.pdf import to_pdf
from rcdesk.work.informes import documento_informe
from rcdesk.work.planes import listar_planes
from rcdesk.work.tablero import ver_tablero
from tests.bases import open_desk
from tests.bench.measure import in_turn
from tests.bench.sizes import Sizes
from tests.bench.table import Line, at_most
from tests.bench.year import PLAN, make_year

_MOST: Final = 3.0  # s
_HOY: Final = date(2026, 11, 20)
_AL_DIA: Final = date(2026, 12, 31)
"""By then everything had been said."""
_SEEN: Final = 0.3  # s


def run(folder: Path, sizes: Sizes) -> Iterator[Line]:
    """The compliance of a plan with its growth, and its PDF; each in seconds of the processor."""
    few, many = (
        open_desk(make_year(folder / f"informe-{count}.rcdesk", actividades=count, compromisos=count))
        for count in sizes.year
    )
    try:
        made = [partial(_made, desk) for desk in (few, many)]
        small, large = in_turn(sizes.turns, *(partial(_processor, make) for make in made))
        grown = f"×{median(large) / median(small):.1f} ({sizes.year[0]} → {sizes.year[1]})"
        yield at_most(
            f"informe de cumplimiento de {sizes.year[1]} actividades", median(large), _MOST, unit="s", other=grown
        )
        yield from _on_screen(many, sizes)
        document = made[1]()
        target = folder / "informe.pdf"
        pages = to_pdf(document, target)
        [printed] = in_turn(sizes.growth_turns, lambda: _processor(partial(to_pdf, document, target)))
        whole, alone = median(large) + median(printed), f"solo el PDF, {median(printed):.2f} s"
        yield at_most(f"de la base al PDF, de {pages} páginas", whole, _MOST, unit="s", other=alone)
    finally:
        few.close()
        many.close()


def _on_screen(desk: Desk, sizes: Sizes) -> Iterator[Line]:
    """The figures of Informes, today and at an earlier day of which more was said later."""
    (plan,) = (plan.id for plan in desk.ask(listar_planes))
    seen = [partial(desk.ask, ver_tablero, plan_id=plan, periodo=None, corte=day) for day in (_AL_DIA, _HOY)]
    now, before = in_turn(sizes.turns, *(partial(_processor, look) for look in seen))
    other = f"a un corte anterior, {median(before):.2f} s"
    yield at_most(f"cifras de {sizes.year[1]} actividades en pantalla", median(now), _SEEN, unit="s", other=other)


def _made(desk: Desk) -> Document:
    return desk.ask(documento_informe, clase="cumplimiento", plan=PLAN, evidencias=desk.folder, hoy=_HOY)


def _processor(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start
