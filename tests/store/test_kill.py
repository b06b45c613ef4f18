"""What was acknowledged survives the program being killed at any moment. With --largo, a thousand times."""

from __future__ import annotations

import random
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from rcdesk.app.desk import Desk
from rcdesk.store import mirror
from rcdesk.store.verify import verify
from tests.lengths import LARGO
from tests.store.desks import Clock, crear_audiencia, entries, open_base, texts_of

ROOT = Path(__file__).parents[2]
KILLS = 1000 if LARGO else 6

TYPIST = """
import sys, time
from pathlib import Path
from rcdesk.app.desk import Desk
from tests.store.desks import registrar
from rcdesk.store import base
desk = Desk(base.open(Path(sys.argv[1]), writing=True, clock=time.time_ns, puesto="mesa 1", quien="Ana"))
print("lista", flush=True)
for n in range(1000000):
    key = desk.do(registrar, audiencia_id=sys.argv[2], texto=f"¿{n}?")
    print(key, flush=True)
    if n % 40 == 20:
        desk.backup()
"""


@pytest.mark.timeout(3600 if KILLS > 100 else 120)
def test_what_was_acknowledged_survives_kill_9(folder: Path) -> None:
    chance = random.Random(7)
    database = open_base(folder)
    hearing = Desk(database).do(crear_audiencia, codigo="a")
    database.close()
    said: set[str] = set()
    for _ in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(TYPIST), str(folder), hearing],
            stdout=subprocess.PIPE,
            cwd=ROOT,
            text=True,
        ) as typist:
            assert typist.stdout is not None
            assert typist.stdout.readline() == "lista\n"
            time.sleep(chance.uniform(0.003, 0.08))
            typist.kill()
            said |= {line.strip() for line in typist.stdout.read().split("\n")[:-1]}
    database = open_base(folder)
    kept, told = texts_of(database), entries(database)
    database.close()
    assert said <= set(kept)
    assert len(said) > KILLS
    assert {line.key for entry in told[1:] for line in entry.lines} == set(kept)
    assert verify(folder, clock=Clock()) == []
    assert [entry.id for entry in mirror.read_lines(mirror.texts(folder)) if entry] == [entry.id for entry in told]
