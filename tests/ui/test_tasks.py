"""Long work off the GUI thread: its news come to it, while somebody waits for them."""

import threading
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.app.progress import Cancelled, Progress
from rcdesk.store.unit import Unit
from rcdesk.ui.tasks import Task, Tasks
from rcdesk.work import action
from rcdesk.work.audiencias import crear_audiencia, listar_audiencias


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    """Tasks that are closed with the test."""
    made = Tasks()
    yield made
    made.close()
    made.deleteLater()


def test_the_result_comes_to_the_gui_thread(tasks: Tasks, qtbot: QtBot) -> None:
    owner, told = QObject(), list[Any]()

    def job(progress: Progress) -> str:
        progress(1, 2, "leyendo")
        return threading.current_thread().name

    tasks.run(
        owner,
        job,
        done=lambda name: told.append((name, QThread.isMainThread())),
        failed=told.append,
        advanced=lambda step, total, words: told.append((step, total, words)),
    )
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[0] == (1, 2, "leyendo")
    name, on_gui_thread = told[1]
    assert name.startswith("rcdesk-tarea")
    assert on_gui_thread


def test_what_went_wrong_comes_too(tasks: Tasks, qtbot: QtBot) -> None:
    owner, told = QObject(), list[Any]()
    tasks.run(owner, lambda _: 1 // 0, done=told.append, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], ZeroDivisionError)


def test_a_job_that_is_cancelled_says_so(tasks: Tasks, qtbot: QtBot) -> None:
    owner, told, begun, go = QObject(), list[Any](), threading.Event(), threading.Event()

    def job(progress: Progress) -> None:
        begun.set()
        go.wait(5)
        progress(1, 2, "")

    task = tasks.run(owner, job, done=told.append, failed=told.append)
    begun.wait(5)
    task.cancel()
    go.set()
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], Cancelled)


def test_nobody_is_told_after_the_owner_is_gone(tasks: Tasks, qtbot: QtBot) -> None:
    owner, told, go = QObject(), list[Any](), threading.Event()
    tasks.run(owner, lambda _: go.wait(5), done=told.append, failed=told.append)
    owner.deleteLater()
    qtbot.wait(20)
    go.set()
    tasks.close()
    qtbot.wait(20)
    assert told == []


@action("Traer muchas audiencias", long=True)
def bring_many(unit: Unit, *, count: int) -> int:
    """A long action that writes and says how far it is."""
    for number in range(count):
        crear_audiencia.run(unit, valores={"codigo": f"a-{number}", "nombre": f"Audiencia {number}"})
        unit.progress(number + 1, count, "trayendo")
    return count


def test_a_long_action_runs_at_the_desk_and_is_undone_in_one_step(tasks: Tasks, empty_desk: Desk, qtbot: QtBot) -> None:
    owner, told = QObject(), list[Any]()
    tasks.do_long(owner, empty_desk, bring_many, done=told.append, failed=told.append, count=20)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [20]
    assert len(empty_desk.ask(listar_audiencias)) == 20
    empty_desk.undo()
    assert empty_desk.ask(listar_audiencias) == []


def test_a_long_action_that_is_cancelled_leaves_nothing(tasks: Tasks, empty_desk: Desk, qtbot: QtBot) -> None:
    owner, told = QObject(), list[Any]()
    running: list[Task] = []

    def advanced(step: int, total: int, words: str) -> None:
        if step == 5:
            running[0].cancel()

    running.append(
        tasks.do_long(
            owner, empty_desk, bring_many, done=told.append, failed=told.append, advanced=advanced, count=3000
        )
    )
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert isinstance(told[0], Cancelled)
    assert empty_desk.ask(listar_audiencias) == []


def test_what_the_window_made_is_let_go_of_on_the_gui_thread(tasks: Tasks, qtbot: QtBot) -> None:
    """A worker that let go of what a signal is connected to waited for the GUI thread, and that one for it."""
    gone = list[bool]()

    class Made:
        def __call__(self, progress: Progress) -> None:
            progress(1, 2, "")

        def told(self, *_news: object) -> None: ...

        def __del__(self) -> None:
            gone.append(QThread.isMainThread())

    owner = QObject()
    for _ in range(20):
        made = Made()
        task = tasks.run(owner, made, done=made.told, failed=made.told, advanced=made.told)
        weakref.finalize(task, lambda: gone.append(QThread.isMainThread()))
        del made, task
    qtbot.waitUntil(lambda: len(gone) == 40)
    assert all(gone)
