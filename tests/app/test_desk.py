"""Everything done at the desk can be taken back exactly, and done again exactly."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from rcdesk.app.desk import Changed, Desk
from rcdesk.app.progress import Cancelled, Listener
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.store import bitacora as log
from rcdesk.store.database import Database
from rcdesk.store.unit import Unit
from rcdesk.store.verify import verify
from rcdesk.work import action
from tests.store.desks import (
    Clock,
    anular,
    aprobar,
    cambiar_todas,
    corregir,
    crear_audiencia,
    entries,
    image,
    importar,
    open_base,
    registrar,
    responder,
    texts_of,
)

R = TypeVar("R")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_base(tmp_path / "Escritorio.rcdesk")
    yield opened
    opened.close()


@pytest.fixture
def heard() -> list[Changed]:
    return []


@pytest.fixture
def desk(database: Database, heard: list[Changed]) -> Desk:
    return Desk(database, announce=heard.append)


@pytest.fixture
def hearing(desk: Desk) -> str:
    return desk.do(crear_audiencia, codigo="rdc-2026-1")


def another_hand(database: Database, name: str = "Beatriz") -> Desk:
    """The same base with someone else at it."""
    database.session = type(database.session)(database.session.clock, "mesa 2", name)
    return Desk(database)


DONE: dict[str, Callable[[Desk, str, str], object]] = {
    "a question": lambda desk, hearing, _: desk.do(registrar, audiencia_id=hearing, texto="¿«Te queremos»?"),
    "an import": lambda desk, hearing, _: desk.do(importar, audiencia_id=hearing, cuantas=300),
    "a change of all": lambda desk, *_: desk.do(cambiar_todas),
    "an answer": lambda desk, _, key: desk.do(responder, pregunta_id=key, respuesta="Sí."),
    "an annulment": lambda desk, _, key: desk.do(anular, pregunta_id=key),
}


@pytest.mark.parametrize("what", DONE)
def test_do_undo_redo_leave_the_base_exact(database: Database, desk: Desk, hearing: str, what: str) -> None:
    keys = [desk.do(registrar, audiencia_id=hearing, texto=f"¿{n}?") for n in range(3)]
    before = image(database)
    DONE[what](desk, hearing, keys[1])
    after = image(database)
    assert after != before
    for _ in range(2):
        desk.undo()
        assert image(database) == before
        desk.redo()
        assert image(database) == after
    assert log.verify(entries(database)) == []
    assert verify(database.folder, clock=Clock()) == []


def test_what_changed_is_announced_with_its_hearing(desk: Desk, hearing: str, heard: list[Changed]) -> None:
    heard.clear()
    key = desk.do(registrar, audiencia_id=hearing, texto="¿?")
    desk.undo()
    assert heard == [
        Changed("Registrar pregunta", frozenset({"preguntas"}), hearing),
        Changed("Deshacer: Registrar pregunta", frozenset({"preguntas"}), hearing),
    ]
    assert key
    assert desk.redo_step is not None
    assert (desk.redo_step.name, desk.redo_step.audiencia_id) == ("Registrar pregunta", hearing)
    assert desk.undo_step is not None
    assert desk.undo_step.name == "Crear audiencia"


def test_a_refused_action_leaves_nothing(database: Database, desk: Desk, hearing: str, heard: list[Changed]) -> None:
    before = image(database), len(heard)
    with pytest.raises(RuleError, match="Escriba la pregunta"):
        desk.do(registrar, audiencia_id=hearing, texto=" ")
    assert (image(database), len(heard)) == before


def test_typing_undoes_as_one_step(database: Database, desk: Desk, hearing: str) -> None:
    key = desk.do(registrar, audiencia_id=hearing, texto="¿")
    for n in range(1, 5):
        desk.do(corregir, pregunta_id=key, texto="¿hola"[: n + 1])
    desk.undo()
    assert texts_of(database) == {key: "¿"}
    desk.redo()
    assert texts_of(database) == {key: "¿hola"}


def test_a_hundred_steps_are_taken_back_one_by_one(database: Database, desk: Desk, hearing: str) -> None:
    before = image(database)
    for n in range(100):
        desk.do(registrar, audiencia_id=hearing, texto=f"¿{n}?")
    for _ in range(100):
        assert desk.undo() is not None
    assert image(database) == before


def test_undo_refuses_and_names_the_other_hand(database: Database, desk: Desk, hearing: str) -> None:
    key = desk.do(registrar, audiencia_id=hearing, texto="¿uno?")
    desk.do(corregir, pregunta_id=key, texto="¿dos?")
    other = another_hand(database)
    other.do(corregir, pregunta_id=key, texto="¿tres?")
    before = image(database)
    with pytest.raises(RuleError, match=r"Beatriz en mesa 2 \(«Corregir pregunta»\)"):
        desk.undo()
    assert image(database) == before
    other.undo()
    desk.undo()
    assert texts_of(database) == {key: "¿uno?"}


def test_another_field_of_the_row_does_not_block_undo(database: Database, desk: Desk, hearing: str) -> None:
    key = desk.do(registrar, audiencia_id=hearing, texto="¿uno?")
    desk.do(corregir, pregunta_id=key, texto="¿dos?")
    another_hand(database).do(responder, pregunta_id=key, respuesta="Sí")
    desk.undo()
    assert texts_of(database) == {key: "¿uno?"}
    assert "'Sí'" in image(database)["preguntas"][0]


def test_undo_never_takes_away_a_row_that_somebody_filled_since(database: Database, desk: Desk, hearing: str) -> None:
    key = desk.do(registrar, audiencia_id=hearing, texto="¿uno?")
    another_hand(database).do(responder, pregunta_id=key, respuesta="Sí")
    with pytest.raises(RuleError, match="Beatriz"):
        desk.undo()
    assert texts_of(database) == {key: "¿uno?"}


def test_undo_never_takes_away_what_others_hung_from_it(database: Database, desk: Desk, hearing: str) -> None:
    another_hand(database).do(registrar, audiencia_id=hearing, texto="¿?")
    before = image(database)
    with pytest.raises(RuleError, match="depende lo que hizo Beatriz"):
        desk.undo()
    assert image(database) == before


def test_a_final_action_closes_undo(desk: Desk, hearing: str) -> None:
    desk.do(aprobar, audiencia_id=hearing)
    assert desk.undo_step is None
    assert desk.undo() is None


def test_something_new_forgets_what_was_taken_back(desk: Desk, hearing: str) -> None:
    desk.do(registrar, audiencia_id=hearing, texto="¿uno?")
    desk.undo()
    desk.do(registrar, audiencia_id=hearing, texto="¿dos?")
    assert desk.redo_step is None
    assert desk.redo() is None


class Told:
    """What a listener was told, and on which thread."""

    def __init__(self) -> None:
        self.steps: list[tuple[int, int, str]] = []
        self.ended: list[object] = []
        self.thread = ""
        self.first = threading.Event()

    def progress(self, step: int, total: int, text: str) -> None:
        self.steps.append((step, total, text))
        self.first.set()

    def done(self, result: object) -> None:
        self.thread = threading.current_thread().name
        self.ended.append(result)

    def listener(self) -> Listener[R]:
        return Listener(self.done, self.ended.append, self.progress)


def test_a_long_action_works_on_its_own_thread_and_tells_how_far_it_is(
    database: Database, desk: Desk, hearing: str
) -> None:
    told = Told()
    running = desk.do_long(importar, told.listener(), audiencia_id=hearing, cuantas=50)
    assert running.wait(10)
    assert told.thread.startswith("rcdesk-desk")
    assert told.steps[-1] == (49, 50, "Leyendo las preguntas")
    assert told.ended == [list(texts_of(database))]
    desk.undo()
    assert texts_of(database) == {}


@action("Esperar", long=True)
def esperar(unit: Unit, *, audiencia_id: str, until: threading.Event) -> list[str]:
    keys = unit.insert("preguntas", [{"audiencia_id": audiencia_id, "orden": "1", "texto": "a medias"}])
    unit.progress(1, 2, "Esperando")
    until.wait(10)
    return keys


def test_a_cancelled_long_action_leaves_nothing_and_nothing_is_done_meanwhile(
    database: Database, desk: Desk, hearing: str
) -> None:
    before, told, until = image(database), Told(), threading.Event()
    running = desk.do_long(esperar, told.listener(), audiencia_id=hearing, until=until)
    assert told.first.wait(10)
    for refused in (lambda: desk.do(aprobar, audiencia_id=hearing), desk.undo):
        with pytest.raises(StoreError, match="Espere a que termine «Esperar»"):
            refused()
    running.cancel()
    until.set()
    assert running.wait(10)
    assert [type(error) for error in told.ended] == [Cancelled]
    assert image(database) == before
    desk.do(registrar, audiencia_id=hearing, texto="¿?")


def test_a_long_action_that_fails_says_why(desk: Desk) -> None:
    told = Told()
    assert desk.do_long(importar, told.listener(), audiencia_id="no está", cuantas=1).wait(10)
    assert [type(error) for error in told.ended] == [RuleError]


def test_no_long_action_starts_while_a_hearing_runs(database: Database, desk: Desk, hearing: str) -> None:
    with database.unit("Abrir") as unit:
        unit.update("audiencias", hearing, estado="en_curso")
    with pytest.raises(RuleError, match="audiencia en curso"):
        desk.do_long(importar, Told().listener(), audiencia_id=hearing, cuantas=1)


def test_thousands_of_rows_are_taken_back_and_done_again_on_the_thread_of_the_desk(
    database: Database, desk: Desk, hearing: str, heard: list[Changed]
) -> None:
    before, back, again = image(database), Told(), Told()
    desk.do(importar, audiencia_id=hearing, cuantas=1_001)
    after = image(database)
    assert desk.undo_step is not None and desk.undo_step.long
    assert desk.undo_long(back.listener()).wait(10)
    assert (back.thread[:11], image(database)) == ("rcdesk-desk", before)
    assert desk.redo_step is not None and desk.redo_step.long
    assert desk.redo_long(again.listener()).wait(10)
    assert image(database) == after
    assert [change.action for change in heard[-2:]] == ["Deshacer: Importar", "Rehacer: Importar"]
    with database.unit("Abrir") as unit:
        unit.update("audiencias", hearing, estado="en_curso")
    with pytest.raises(RuleError, match="audiencia en curso"):
        desk.undo_long(Told().listener())


def test_when_it_was_saved_is_known_also_after_opening_again(tmp_path: Path) -> None:
    folder = tmp_path / "Otra.rcdesk"
    first = Desk(open_base(folder))
    assert first.saved_at is None
    first.do(crear_audiencia, codigo="a")
    saved = first.saved_at
    first.close()
    again = Desk(open_base(folder))
    assert again.saved_at == saved is not None
    again.close()


def test_a_screen_that_hears_of_a_change_can_save_something_itself(database: Database) -> None:
    codes = ["segunda"]

    def hear(_: Changed) -> None:
        if codes:
            busy.do(crear_audiencia, codigo=codes.pop())

    busy = Desk(database, hear)
    busy.do(crear_audiencia, codigo="primera")
    assert codes == []
    assert [busy.undo() is not None for _ in range(3)] == [True, True, False]
