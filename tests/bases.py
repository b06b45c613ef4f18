"""Bases for tests: the shipped example, imported once in a session and copied for each test; and empty ones."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from rcdesk.app.desk import Changed, Desk
from rcdesk.exchange.read import read
from rcdesk.resources import resource
from rcdesk.store import base
from rcdesk.store.evidence import store_evidence
from rcdesk.work.archivos import preparar
from rcdesk.work.audiencias import listar_audiencias
from rcdesk.work.intercambio import importar

PRIMERA = "rdc-2026-1"
"""The hearing of the example that took place."""
SEGUNDA = "rdc-2026-2"
"""The hearing of the example that is being prepared."""
HOY = datetime(2026, 11, 20, 15, 41, 7, tzinfo=UTC)
"""The moment in which tests happen: 20 November 2026, 10:41:07 in Bogotá."""


def clock_at(moment: datetime = HOY) -> Callable[[], int]:
    """A clock in nanoseconds that starts at `moment` and advances a millisecond with each reading."""
    start, readings = int(moment.timestamp() * 1e9), iter(range(10**9))
    return lambda: start + next(readings) * 1_000_000


def open_desk(
    folder: Path, announce: Callable[[Changed], None] = lambda _: None, *, clock: Callable[[], int] | None = None
) -> Desk:
    """A desk over the base in `folder`, which is made if it is missing. Close it."""
    opened = base.make_or_open(folder, clock=clock or clock_at(), puesto="Equipo de prueba", quien="Elena Mora")
    return Desk(opened, announce)


def make_example(folder: Path) -> Path:
    """Make a base with the shipped example, closed, and return its folder."""
    source = resource("example", "ejemplo.json")
    desk = open_desk(folder)
    ready = preparar(read(source), source, lambda path: store_evidence(folder, path))
    desk.do(importar, archivo=ready.archivo, adjuntos=ready.adjuntos)
    desk.close()
    return folder


def copied(example: Path, folder: Path) -> Path:
    """Copy a closed base."""
    shutil.copytree(example, folder)
    return folder


def hearing_id(desk: Desk, codigo: str) -> str:
    """Return the key of the hearing with this code."""
    return next(row.id for row in desk.ask(listar_audiencias) if row.codigo == codigo)
