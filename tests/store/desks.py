"""A small office for the tests of the store and of the desk: a clock, actions, and the whole base as text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import text

from rcdesk.app.desk import Desk
from rcdesk.domain.audiencias import Audiencia
from rcdesk.domain.preguntas import Pregunta
from rcdesk.store import base
from rcdesk.store import bitacora as log
from rcdesk.store.bitacora import Entry
from rcdesk.store.database import Database
from rcdesk.store.driver import Driver
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action

NOON = 1_795_000_000_000_000_000  # nanoseconds: a day of November 2026


class Clock:
    """A clock that a test sets; each look at it takes a millisecond."""

    def __init__(self, now: int = NOON) -> None:
        self.now = now

    def __call__(self) -> int:
        self.now += 1_000_000
        return self.now

    def pass_(self, *, days: float = 0, seconds: float = 0) -> None:
        self.now += int((days * 86_400 + seconds) * 1e9)


def open_base(
    folder: Path, clock: Clock | None = None, *, quien: str = "Ana", driver: Driver | None = None
) -> Database:
    return base.make_or_open(folder, clock=clock or Clock(), puesto="mesa 1", quien=quien, driver=driver)


@action("Crear audiencia")
def crear_audiencia(unit: Unit, *, codigo: str) -> str:
    return unit.add(Audiencia(codigo=codigo, nombre=f"Audiencia {codigo}", orden=unit.last_order("audiencias") + "1"))


@action("Registrar pregunta")
def registrar(unit: Unit, *, audiencia_id: str, texto: str) -> str:
    numero = unit.next_number("preguntas", audiencia_id=audiencia_id)
    pregunta = Pregunta(audiencia_id=audiencia_id, texto=texto, numero=numero, orden=f"{numero:05}", estado="recibida")
    pregunta.revisar()
    return unit.add(pregunta)


@action("Corregir pregunta", merges=True)
def corregir(unit: Unit, *, pregunta_id: str, texto: str, visto: str | None = None) -> None:
    seen = None if visto is None else {"texto": visto}
    unit.get(Pregunta, pregunta_id, seen=seen).texto = texto


@action("Responder pregunta")
def responder(unit: Unit, *, pregunta_id: str, respuesta: str) -> None:
    pregunta = unit.get(Pregunta, pregunta_id)
    pregunta.respuesta_texto, pregunta.estado = respuesta, "respondida"


@action("Anular pregunta")
def anular(unit: Unit, *, pregunta_id: str) -> None:
    unit.get(Pregunta, pregunta_id).anular("repetida", cuando=unit.clock(), quien=unit.quien)


@action("Importar", long=True)
def importar(unit: Unit, *, audiencia_id: str, cuantas: int) -> list[str]:
    first = unit.next_number("preguntas", audiencia_id=audiencia_id)
    rows = []
    for n in range(first, first + cuantas):
        unit.progress(n - first, cuantas, "Leyendo las preguntas")
        rows.append({"audiencia_id": audiencia_id, "orden": f"{n:05}", "numero": n, "texto": f"¿Pregunta «{n}»?"})
    return unit.insert("preguntas", rows)


@action("Cambiar todas")
def cambiar_todas(unit: Unit) -> None:
    preguntas = JOURNALED["preguntas"]
    unit.connection.execute(preguntas.update().values(respuesta_texto=preguntas.c.texto + " sí\n\"x\" 'y' ñ 🐟"))


@action("Aprobar", final=True)
def aprobar(unit: Unit, *, audiencia_id: str) -> None:
    unit.update("audiencias", audiencia_id, estado="cerrada")


def fill(desk: Desk, how_many: int = 20) -> list[str]:
    """A hearing with questions, some answered; the keys of the questions."""
    hearing = desk.do(crear_audiencia, codigo="rdc-2026-1")
    asked = [desk.do(registrar, audiencia_id=hearing, texto=f'¿«{i}»?\n\t"ñ" 🐟 O\'Brien') for i in range(how_many)]
    for key in asked[::3]:
        desk.do(responder, pregunta_id=key, respuesta="Sí.")
    return asked


def image(database: Database) -> dict[str, list[str]]:
    """Everything captured, and its index, as text."""
    with database.reading() as connection:
        found = {name: _rows(connection, f"SELECT * FROM {name}") for name in JOURNALED}
        found["indice"] = _rows(connection, "SELECT tabla, fila, clave, texto FROM indice")
    return found


def _rows(connection: Any, query: str) -> list[str]:
    return sorted(repr(tuple(row)) for row in connection.execute(text(query)))


def entries(database: Database) -> list[Entry]:
    with database.reading() as connection:
        return [entry for _, entry in log.read(connection)]


def texts_of(database: Database) -> dict[str, str]:
    """Key → text of every question."""
    with database.reading() as connection:
        return {row.id: row.texto for row in connection.execute(text("SELECT id, texto FROM preguntas"))}
