"""What happens at every key of the capture line: read among names and catalogues, compared with the open questions."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import quantiles
from typing import Final

from rcdesk.domain import orden
from rcdesk.domain.captura import Presente, Vocabulario, leer_linea
from rcdesk.domain.parecidas import Parecidas
from rcdesk.store.unit import Unit
from rcdesk.work import action
from tests.bases import SEGUNDA, hearing_id, open_desk
from tests.bench.captura import fill
from tests.bench.live import on_air
from tests.bench.measure import timed
from tests.bench.sizes import Sizes
from tests.bench.synthetic import make_base, nombre, preguntas, with_preguntas
from tests.bench.table import Line, at_most

_TIMES: Final = 100
_LIKE_MS, _READ_MS, _KEY_MS = 10.0, 2.0, 50.0
_TYPED: Final = "{}: ¿Cuándo reparan el puente peatonal de la calle 70, si ya hubo accidentes? #tema 44 @nadie !queja"


def run(folder: Path, sizes: Sizes) -> Iterator[Line]:
    """Likeness, reading, and a key in the real window until it is painted."""
    yield _likeness(sizes.open)
    yield _reading(sizes.present, sizes.topics)
    yield _keys(folder, sizes)


def _likeness(count: int) -> Line:
    known = Parecidas()
    *asked, again = preguntas(count + 1)
    for question in asked:
        known.poner(str(question.numero), question.texto)
    texts = [again.texto, *(question.texto for question in asked[: _TIMES - 1])]
    times = _timed([partial(known.buscar, text) for text in texts])
    return _line(f"pregunta parecida entre {count} abiertas", times, _LIKE_MS)


def _reading(people: int, topics: int) -> Line:
    present = _present(people)
    known = Vocabulario(present, tuple(f"Tema {number} de la vereda" for number in range(topics)))
    typed = _TYPED.format(present[-1].nombre)
    times = _timed([partial(leer_linea, typed[:end], known) for end in range(len(typed))])
    return _line(f"leer la línea entre {people} personas y {topics} temas", times, _READ_MS)


def _keys(folder: Path, sizes: Sizes) -> Line:
    base = make_base(folder / "tecla.rcdesk", with_preguntas(0))
    fill(base, sizes.hearing, SEGUNDA)
    people = _present(sizes.present)
    desk = open_desk(base)
    desk.do(_let_in, audiencia_id=hearing_id(desk, SEGUNDA), people=people)
    desk.close()
    with on_air(base, SEGUNDA) as live:
        times = live.type(_TYPED.format(people[-1].nombre))
        assert live.screen.capture.reading.marcas, "nothing was read out of the line"
        live.screen.capture.line.set_value("")
    return _line(f"tecla → pintada, {sizes.hearing} preguntas y {sizes.present} personas", times, _KEY_MS)


@action("Llenar la lista")
def _let_in(unit: Unit, *, audiencia_id: str, people: Sequence[Presente]) -> None:
    rows = [{"audiencia_id": audiencia_id, "lista": "asistentes", "nombre": one.nombre} for one in people]
    unit.insert(
        "asistentes", [row | {"orden": key} for row, key in zip(rows, orden.repartidas(len(rows)), strict=True)]
    )


def _present(count: int) -> tuple[Presente, ...]:
    choice = random.Random(3)
    return tuple(Presente(str(number), f"{nombre(choice)} {number}") for number in range(count))


def _timed(runs: Sequence[Callable[[], object]]) -> list[float]:
    return [timed(one) * 1000 for one in runs]


def _line(what: str, times: Sequence[float], most: float) -> Line:
    return at_most(f"{what} (p95)", quantiles(times, n=20)[-1], most, unit="ms")
