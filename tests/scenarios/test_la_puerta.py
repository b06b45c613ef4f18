"""Everybody at the door, with the keyboard and a reader: the list, the figures and the acta say the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, product
from pathlib import Path
from typing import Final, cast

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.audiencia import cifras_de_personas
from rcdesk.domain.codigos import codigo_de
from rcdesk.i18n import sin_tildes
from rcdesk.store.schema import JOURNALED
from rcdesk.ui.kit import moment
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.scanner import Scanner
from rcdesk.ui.screens.en_vivo import EnVivoScreen
from rcdesk.ui.screens.registro import RegistroScreen
from rcdesk.work.asistentes import contar_asistentes
from rcdesk.work.gather import reunir_audiencia
from rcdesk.work.intercambio import importar
from tests import readings
from tests.bases import HOY, hearing_id, open_desk
from tests.lengths import LARGO
from tests.people import listar_asistentes
from tests.reader import send
from tests.running import TODAY
from tests.ui.conftest import OpenWindow
from tests.widgets import find

CODE: Final = "rdc-2026-3"
_CROWD: Final = 300 if LARGO else 90
_PACE: Final = 70  # ms between the keys of a person
_GIVEN: Final = ("ANA MILENA", "JOSE LUIS", "MARIA ELENA", "WILMER", "ROSA ELVIRA", "PEDRO PABLO", "LUZ DARY", "HECTOR")
_SURNAMES: Final = ("ACUÑA", "BALANTA", "CHARA", "ECHEVERRY", "GOMEZ", "HURTADO", "LASSO", "MINA", "OCAMPO", "PEÑA")


@dataclass(frozen=True, slots=True)
class Person:
    """Someone of this test, whose name no other has."""

    place: int
    given: str
    first: str
    second: str

    @property
    def document(self) -> str:
        return str(1_107_000_000 + self.place * 37)

    @property
    def name(self) -> str:
        return f"{self.given} {self.first} {self.second}".title()

    @property
    def parts(self) -> tuple[str, str, str, str]:
        given, _, other = self.given.partition(" ")
        return self.first, self.second, given, other


def _people() -> Iterator[Person]:
    pairs = combinations(_SURNAMES, 2)  # in any order the words of a name are the same
    for place, ((first, second), given) in enumerate(product(pairs, _GIVEN)):
        if place == _CROWD:
            return
        yield Person(place, given, first, second)


PEOPLE: Final = tuple(_people())


def _share(first: int, last: int) -> tuple[Person, ...]:
    """Those between two of each thirty."""
    return tuple(one for one in PEOPLE if first <= one.place * 30 // _CROWD < last)


BY_NAME, BY_DOCUMENT, BY_CARD, BY_CEDULA = _share(0, 8), _share(8, 12), _share(12, 15), _share(15, 18)
NEW_BY_CEDULA, NEW = _share(18, 22), _share(22, 30)


@pytest.fixture
def screen(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> RegistroScreen:
    """Registro of a hearing with three fifths of them on its list, none of whom has arrived."""
    folder = tmp_path / "Puerta.rcdesk"
    listed = (*BY_NAME, *BY_DOCUMENT, *BY_CARD, *BY_CEDULA)
    people = tuple(
        r.Asistente(
            nombre=one.name, documento=r.Documento(tipo="CC", numero=one.document), organizacion="JAC El Jardín"
        )
        for one in listed
    )
    hearing = r.Audiencia(codigo=CODE, nombre="Diálogo", fecha=r.Fecha(TODAY), estado="en_curso", asistentes=people)
    desk = open_desk(folder)
    desk.do(importar, archivo=r.Archivo(entidad=r.Entidad(nombre="Alcaldía de Puerto Sereno"), audiencias=(hearing,)))
    key = hearing_id(desk, CODE)
    desk.close()
    window = open_window(folder)
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.findChild(Scanner) is not None)
    window.go("registro", key)
    return find(window, RegistroScreen)


def typed(screen: QWidget, text: str) -> None:
    """Type as a person does, wherever the keys are."""
    send(screen, text, _PACE)


def key_of(screen: RegistroScreen, person: Person) -> str:
    table = JOURNALED["asistentes"].c
    query = select(table.id).where(table.documento_numero == person.document)
    return str(screen.desk.ask(lambda connection: connection.scalars(query).one()))


def cedula(person: Person) -> str:
    """What the reader types of their cédula: the yellow one, or the new one."""
    if person.place % 2:
        first, second, given, other = (part.replace("Ñ", "N") for part in person.parts)  # it has no other letters
        return readings.new(person.document, apellidos=f"{first} {second}", nombres=f"{given} {other}".strip())
    return readings.yellow(person.document, person.parts, nacimiento=date(1980, 2, 3))


def let_everybody_in(screen: RegistroScreen) -> None:
    app = cast(QApplication, QApplication.instance())
    for count, person in enumerate(PEOPLE):
        moment.set_clock(app, lambda count=count: HOY + timedelta(seconds=12 * count))  # type: ignore[misc]
        if person in BY_NAME:
            typed(screen, f"{person.second[:4].lower()} {person.given.lower()} {person.first.lower()}\r")
        elif person in BY_DOCUMENT:
            typed(screen, f"{int(person.document):,}\r".replace(",", "."))
        elif person in BY_CARD:
            send(screen, codigo_de("asistente", key_of(screen, person)) + "\r" * (count % 2), gaps=2)
            typed(screen, "\r")
        elif person in BY_CEDULA:
            send(screen, cedula(person), gaps=3)
            typed(screen, "\r")
        elif person in NEW_BY_CEDULA:
            send(screen, cedula(person), gaps=1)
            typed(screen, "\rs\r")
        else:
            typed(screen, f"{person.name}\r{person.document}\rJAC El Jardín\rs\r")


def figures(screen: RegistroScreen) -> tuple[dict[str, int], dict[str, int]]:
    """The figures of the screen, and those that the acta prints of the same people."""
    counts = screen.desk.ask(contar_asistentes, audiencia_id=screen.audiencia_id)
    archivo = screen.desk.ask(reunir_audiencia, codigo=CODE)
    assert archivo is not None
    derived = cifras_de_personas(archivo.audiencias[0])
    shown = {
        "registrados": counts.registrados,
        "registrados_presencial": counts.presenciales,
        "registrados_virtual": counts.virtuales,
        "sin_autorizacion": counts.sin_autorizacion,
    }
    return shown, {name: cast(int, derived[name]) for name in shown}


def test_everybody_comes_in_and_every_figure_agrees(screen: RegistroScreen, tmp_path: Path) -> None:
    window = cast(MainWindow, screen.window())
    let_everybody_in(screen)
    rows = screen.desk.ask(listar_asistentes, audiencia_id=screen.audiencia_id)
    names = {row.documento_numero: sin_tildes(row.nombre) for row in rows}  # a cédula says them in capitals
    assert names == {one.document: sin_tildes(one.name) for one in PEOPLE}
    assert len(rows) == _CROWD
    assert all(row.hora_llegada for row in rows)
    shown, derived = figures(screen)
    assert shown == derived
    assert shown["registrados_presencial"] == _CROWD

    for person in (BY_CARD[0], BY_CEDULA[0], NEW_BY_CEDULA[1]):  # who comes twice is told, and counts once
        read = codigo_de("asistente", key_of(screen, person)) if person in BY_CARD else cedula(person)
        send(screen, read, gaps=2)
        typed(screen, "\r")
    assert figures(screen)[0] == shown

    window.go("en_vivo", screen.audiencia_id)
    live = find(window, EnVivoScreen)
    live.capture.line.setFocus()
    typed(live, "¿Cuándo arreglan ")
    send(live, cedula(BY_CEDULA[3]), gaps=2)
    typed(live, "el puente?")
    assert live.capture.line.typed() == "¿Cuándo arreglan el puente?"
    assert figures(screen)[0] == shown

    window.go("registro", screen.audiencia_id)
    window.undoing.undo()
    assert figures(screen)[0]["registrados"] == _CROWD - 1
    window.undoing.redo()
    assert figures(screen)[0] == shown
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.name == "datos.db" for path in files)
    for path in files:
        held = path.read_bytes()
        assert not [mark for mark in readings.BURIED if mark.encode() in held], path
