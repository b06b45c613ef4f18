"""A printed document keeps what it claims, and the checker that says so can fail."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from rcdesk.render.pdf import to_bytes
from tests.render.conform import RULES, check
from tests.render.controls import CONTROLS, broken
from tests.render.samples import ACTA, of

ROOT = Path(__file__).parents[2]
PRINT = "from tests.render.samples import ACTA; from rcdesk.render.pdf import to_bytes; import hashlib;"


def test_the_sample_conforms(acta: bytes) -> None:
    assert check(acta) == []


@pytest.mark.parametrize("name", CONTROLS)
def test_each_broken_file_is_noticed_by_its_own_rule(name: str, acta: bytes) -> None:
    rule = CONTROLS[name][0]
    assert rule in {finding.rule for finding in check(broken(acta, name))}


def test_no_rule_is_without_a_broken_file() -> None:
    assert {rule for rule, _ in CONTROLS.values()} == set(RULES)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert to_bytes(ACTA) == to_bytes(ACTA)


def test_another_process_with_another_hash_seed_gives_the_same_bytes() -> None:
    command = f"{PRINT} print(hashlib.sha256(to_bytes(ACTA)).hexdigest())"
    environment = {**os.environ, "PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo"}
    done = subprocess.run(
        [sys.executable, "-c", command], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == sha256(to_bytes(ACTA)).hexdigest()


def test_a_document_of_nothing_conforms() -> None:
    assert check(to_bytes(of())) == []


def test_a_lying_document_conforms() -> None:
    assert check(to_bytes(of(*ACTA.blocks, landscape=True))) == []
