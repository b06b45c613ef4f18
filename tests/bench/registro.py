"""The door's keys with 50,000 people in one hearing and as many in the directory: from the key to the paint."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, Final

from PySide6.QtCore import Qt

from rcdesk.domain import orden
from rcdesk.store import driver
from rcdesk.store.folder import DATABASE
from rcdesk.store.unit import Unit
from rcdesk.ui.screens.registro import RegistroScreen
from rcdesk.work import action
from rcdesk.work.asistentes import contar_asistentes
from tests.bases import SEGUNDA, copied, hearing_id, open_desk
from tests.bench.live import Live, on_air
from tests.bench.measure import tail, timed
from tests.bench.raw import Raw
from tests.bench.sizes import Sizes
from tests.bench.synthetic import make_base, with_preguntas
from tests.bench.table import Line

_KEY: Final = 30.0  # ms, p95: a letter in the box
_SAVE: Final = 50.0  # ms, p95: Enter, and all that it changes on screen
_CHUNK: Final = 5_000
_NAMES: Final = (
    "María José Luis Carlos Ana Juan Luz Jorge Martha Sandra Diana Andrés Felipe Camila Yolanda Gloria Héctor Fabio "
    "Nelson Deisy Johana Pedro Pablo Amparo Ramiro Zulma Yaneth Ligia Stella Ángela Óscar Íngrid Débora Célimo Toño"
)
_SURNAMES: Final = (
    "Rodríguez Gómez González Martínez García López Hernández Sánchez Ramírez Pérez Díaz Muñoz Rojas Moreno Jiménez "
    "Álvarez Romero Castro Suárez Vargas Ortiz Ruiz Peña Zuluaga Quiñónez Ñañez Balanta Mina Lucumí Portocarrero"
)
_KINDS: Final = ("JAC", "Asocomunal", "Veeduría", "Cabildo", "Colegio", "Fundación", "Universidad")
_PLACES: Final = ("El Jardín", "Los Almendros", "La Honda", "Alto Bonito", "Puerto Niño", "El Guadual")
_SOUGHT: Final = ("m", "maria", "zul", "pen fel", "1", "jac")
_ASKED: Final = ('"m"*', '"maria"*', '"zul"*', '"pen"* "fel"*', '"1"*', '"jac"*')


@dataclass(frozen=True, slots=True)
class _Took:
    """Milliseconds: until it was painted, of the processor on the thread of the window, until it was on the disk."""

    painted: float
    cpu: float
    safe: float = 0.0


@dataclass
class _Found:
    keys: list[_Took] = field(default_factory=list)
    known: list[_Took] = field(default_factory=list)
    new: list[_Took] = field(default_factory=list)
    exits: list[_Took] = field(default_factory=list)
    undone: list[_Took] = field(default_factory=list)


def run(folder: Path, sizes: Sizes) -> Iterator[Line]:
    """Searching, checking in, adding a new person, an exit and an undo, as they are felt in the window."""
    base = make_base(folder / "registro.rcdesk", with_preguntas(0))
    people = _fill(base, sizes.attending)
    before = copied(base, folder / "antes.rcdesk")
    chosen = random.Random(3).sample([one for one in people if "hora_llegada" not in one], sizes.checked_in)
    with on_air(base, SEGUNDA) as live:
        found, last = _measured(live, [str(one["documento_numero"]) for one in chosen])
    words, rows = _floor_of_words(before), _floor_of_rows(base, before, last)
    where = f"{sizes.attending} personas en la audiencia y otras tantas en el directorio"
    yield _line(f"buscar: tecla → pintada, con {where}", found.keys, _KEY, f"{median(words):.2f} ms (FTS5 sola)")
    floor = f"{median(rows):.2f} ms (SQLite, las mismas filas)"
    for what, took in (
        ("Enter → ingreso guardado", found.known),
        ("Enter → persona nueva guardada", found.new),
        ("Ctrl 4 → salida guardada", found.exits),
        ("Ctrl Z → ingreso deshecho", found.undone),
    ):
        yield _line(f"{what}, y la pantalla al día", took, _SAVE, floor)


def _line(what: str, took: Sequence[_Took], most: float, floor: str) -> Line:
    """What was promised is the time felt; that of the processor is what does not depend on who else works here."""
    felt, cpu = [one.painted for one in took], [one.cpu for one in took]
    safe = median(one.safe for one in took)
    told = f"p50 {median(felt):.1f} ms, p95 {tail(felt):.1f} ms"
    beside = f"CPU p50 {median(cpu):.1f}, p95 {tail(cpu):.1f} ms" + (f"; en disco {safe:.1f} ms" if safe else "")
    return Line(what, told, floor, beside, f"p95 ≤ {most:g} ms", tail(felt) <= most)


def _measured(live: Live, documents: Sequence[str]) -> tuple[_Found, int]:
    """Do it all in the window; return what it took, and the place of the last entry before the new people."""
    hearing, found = hearing_id(live.desk, SEGUNDA), _Found()
    live.window.go("registro", hearing)
    screen = live.window.findChild(RegistroScreen)
    assert screen is not None
    live.timed(lambda: screen.door.box.line.setFocus())
    before = live.desk.ask(contar_asistentes, audiencia_id=hearing)
    live.type("zz")  # what is compiled once is not felt again
    live.key(Qt.Key.Key_Escape)
    for text in _SOUGHT:
        found.keys += _typed(live, text)
        live.key(Qt.Key.Key_Escape)
    for document in documents:
        found.keys += _typed(live, document)
        found.known.append(_stored(live, lambda: live.press(Qt.Key.Key_Return)))
        found.undone.append(_stored(live, live.window.undoing.undo))
        live.type(document)
        live.press(Qt.Key.Key_Return)
        live.type(document)
        found.exits.append(_stored(live, screen.door.go_out))
    last = live.desk.ask(lambda c: c.exec_driver_sql("SELECT max(lugar) FROM bitacora").scalar_one())
    for number, document in enumerate(documents):
        found.new.append(_added(live, screen, f"Persona Nueva{number:04}", f"9{document}"))
    after = live.desk.ask(contar_asistentes, audiencia_id=hearing)
    assert after.registrados == before.registrados + len(documents), (before, after)
    assert after.presentes == before.presentes + len(documents), (before, after)
    return found, int(last)


def _added(live: Live, screen: RegistroScreen, name: str, document: str) -> _Took:
    live.type(name)
    live.press(Qt.Key.Key_Return)  # nobody is called so: the same line is the new person
    live.type(document)
    live.press(Qt.Key.Key_Return)
    live.type("Grupo de Danzas")
    live.press(Qt.Key.Key_Return)
    assert screen.door.newcomer.consent.data.hasFocus()
    live.type("s")
    return _stored(live, lambda: live.press(Qt.Key.Key_Return))


def _typed(live: Live, text: str) -> list[_Took]:
    found = []
    for letter in text:
        begun = time.thread_time()
        [painted] = live.type(letter)
        found.append(_Took(painted, (time.thread_time() - begun) * 1000))
    return found


def _stored(live: Live, act: Callable[[], object]) -> _Took:
    begun = time.thread_time()
    safe, painted = live.stored(act)
    return _Took(painted, (time.thread_time() - begun) * 1000, safe)


def _floor_of_words(base: Path) -> list[float]:
    """What SQLite alone takes to find those words in everything that is indexed, in milliseconds."""
    chosen = driver.choose()
    connection = driver.connect(chosen, base / DATABASE, "ro", sync=chosen.journal[1])
    query = "SELECT rowid FROM busqueda WHERE busqueda MATCH ? LIMIT 60"
    try:
        return [timed(partial(_asked, connection, query, words)) * 1000 for words in _ASKED]
    finally:
        connection.close()


def _asked(connection: Any, query: str, words: str) -> Any:
    return connection.execute(query, (words,)).fetchall()


def _floor_of_rows(base: Path, before: Path, last: int) -> list[float]:
    """What SQLite alone takes to write the rows that the window wrote for each new person, in milliseconds."""
    after = Raw(base)
    written = after.written("asistentes", last)
    after.close()
    raw = Raw(before)
    try:
        return [timed(partial(raw.write, rows)) * 1000 for rows in written]
    finally:
        raw.close()


@action("Llenar")
def _insert(unit: Unit, *, table: str, rows: Sequence[dict[str, Any]]) -> None:
    unit.insert(table, rows)


def _fill(base: Path, count: int) -> list[dict[str, Any]]:
    """Put that many people in a hearing of a closed base, half of them in, and as many others in the directory."""
    keys = orden.repartidas(count)
    desk = open_desk(base)
    try:
        here = hearing_id(desk, SEGUNDA)
        listed = [_listed(place, one, here, f"k{keys[place]}", count) for place, one in enumerate(_people(count, 1))]
        known = [one | {"orden": key} for one, key in zip(_people(count, 2), keys, strict=True)]
        for table, rows in (("asistentes", listed), ("personas", known)):
            for start in range(0, count, _CHUNK):
                desk.do(_insert, table=table, rows=rows[start : start + _CHUNK])
        return listed
    finally:
        desk.close()


def _listed(place: int, one: dict[str, Any], hearing: str, order: str, count: int) -> dict[str, Any]:
    minute = place * 60 // count
    came = {"hora_llegada": f"08:{minute:02}", "modalidad": "presencial"}
    return one | {"audiencia_id": hearing, "lista": "asistentes", "orden": order} | (came if place % 2 else {})


def _people(count: int, seed: int) -> Iterator[dict[str, Any]]:
    pick, names, surnames = random.Random(seed).choice, _NAMES.split(), _SURNAMES.split()
    for number in range(count):
        group = f"{pick(_KINDS)} {pick(_PLACES)} {number % 40}" if number % 3 else None
        yield {
            "nombre": f"{pick(names)} {pick(names)} {pick(surnames)} {pick(surnames)}",
            "documento_tipo": "CC",
            "documento_numero": str(1_000_000_000 * seed + number * 7),
            "organizacion": group,
        }
