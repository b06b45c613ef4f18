"""A printed document keeps what it claims, and the checker that says so can fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name

from rcdesk.documents.blocks import Layout, Paragraph
from rcdesk.render import typeface
from rcdesk.render.pdf import to_bytes
from tests import printed
from tests.render.conform import RULES, check, file_structure
from tests.render.controls import CONTROLS, RAW_CONTROLS, broken, encrypted
from tests.render.samples import ACTA, FORM, of

ROOT = Path(__file__).parents[2]
PRINT = "from tests.render.samples import ACTA; from rcdesk.render.pdf import to_bytes; import hashlib;"


def test_the_sample_conforms(acta: bytes) -> None:
    assert check(acta) == []


@pytest.mark.parametrize("name", CONTROLS)
def test_each_broken_file_is_noticed_by_its_own_rule(name: str, acta: bytes) -> None:
    rule = CONTROLS[name][0]
    assert rule in {finding.rule for finding in check(broken(acta, name))}


@pytest.mark.skipif(shutil.which("verapdf") is None, reason="veraPDF no está")
@pytest.mark.parametrize("flavour", ["3a", "ua1"])
def test_the_validator_of_the_archives_agrees(flavour: str, acta: bytes, tmp_path: Path) -> None:
    path = tmp_path / "acta.pdf"
    path.write_bytes(acta)
    command = ["verapdf", "--format", "text", "--flavour", flavour, str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert said.startswith("PASS"), said


def test_no_test_can_make_a_pdf_that_does_not_conform() -> None:
    to_bytes(of(Paragraph("Bien"), language="la de aquí"))
    with pytest.raises(pytest.fail.Exception, match="catalog: no language"):
        printed.judge()


def test_no_rule_is_without_a_broken_file() -> None:
    assert {rule for rule, _ in CONTROLS.values()} == set(RULES)


@pytest.mark.parametrize("name", RAW_CONTROLS)
def test_what_is_wrong_with_the_file_itself_is_noticed(name: str, acta: bytes) -> None:
    assert list(file_structure(RAW_CONTROLS[name](acta)))


def test_an_encrypted_file_is_noticed(acta: bytes) -> None:
    assert "encrypted" in {finding.what for finding in check(encrypted(acta))}


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


def test_a_document_without_title_is_called_after_its_kind() -> None:
    data = to_bytes(of(title=" "))
    assert check(data) == []
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.docinfo["/Title"] == FORM.kind


def test_the_dates_are_those_of_the_document(acta: bytes) -> None:
    with pikepdf.open(BytesIO(acta)) as pdf:
        assert pdf.docinfo["/CreationDate"] == pdf.docinfo["/ModDate"] == "D:20260415113000-05'00'"


def test_the_open_data_travel_inside(acta: bytes) -> None:
    assert ACTA.attachment is not None
    with pikepdf.open(BytesIO(acta)) as pdf:
        (name,) = pdf.attachments
        file = pdf.attachments[name]
        assert (name, file.get_file().read_bytes()) == (ACTA.attachment.name, ACTA.attachment.data)
        assert pdf.Root.AF[0].AFRelationship == Name.Data


def test_documents_printed_at_the_same_time_do_not_mix() -> None:
    documents = [of(Paragraph(f"{sign * 40} {number}")) for number, sign in enumerate("ñ👍☑Ω" * 3)]
    expected = [to_bytes(document) for document in documents]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(to_bytes, documents)) == expected


def test_the_large_font_of_symbols_is_read_only_for_symbols() -> None:
    typeface._symbols.cache_clear()
    to_bytes(of(Paragraph("Ñandú, pingüino y €")))
    assert typeface._symbols.cache_info().misses == 0


def test_a_lying_document_conforms() -> None:
    assert check(to_bytes(of(*ACTA.blocks, layout=Layout(landscape=True)))) == []
