"""A package proves itself: whatever is missing, added, altered or hostile in it is named, and nothing is unpacked."""

import json
import os
import stat
import time
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from rcdesk.domain.errors import StoreError
from rcdesk.domain.telling import silent
from rcdesk.store.package import LOG, MANIFEST, Part, write_package
from rcdesk.store.package_check import check_package, in_words

Tamper = Callable[[dict[str, bytes]], dict[str, bytes]]
HEADER = {"clase": "publico", "audiencia": {"codigo": "a", "nombre": "Audiencia de Piedra Clara"}}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package of two files."""
    kept = tmp_path / "acta.pdf"
    kept.write_bytes(b"%PDF-1.7 acta")
    parts = (
        Part("acta/acta.pdf", "El acta", kept, personal=False),
        Part("datos/preguntas.csv", "Preguntas", lambda: b"No.;Pregunta\r\n", personal=False),
    )
    write_package(tmp_path / "e.zip", HEADER, parts, silent)
    return tmp_path / "e.zip"


def again(package: Path, tamper: Tamper) -> Path:
    """Write the package again as somebody left it."""
    with zipfile.ZipFile(package) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(package, "w") as packed:
        for name, data in tamper(parts).items():
            packed.writestr(name, data)
    return package


def manifested(change: Callable[[dict[str, Any]], object]) -> Tamper:
    def tamper(parts: dict[str, bytes]) -> dict[str, bytes]:
        manifest = json.loads(parts[MANIFEST])
        change(manifest)
        return parts | {MANIFEST: json.dumps(manifest).encode()}

    return tamper


def logged(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts with an empty bitácora, that the manifest tells."""
    told = {"nombre": LOG, "sha256": sha256(b"").hexdigest(), "octetos": 0}
    return manifested(lambda m: m["archivos"].append(told))(parts | {LOG: b""})


@pytest.mark.parametrize(
    ("tamper", "told"),
    [
        (lambda parts: parts, []),
        (lambda parts: parts | {"acta/acta.pdf": b"%PDF-1.7 otra"}, ["«acta/acta.pdf» fue alterado"]),
        (lambda parts: {k: v for k, v in parts.items() if k != "acta/acta.pdf"}, ["Falta «acta/acta.pdf»"]),
        (lambda parts: parts | {"virus.exe": b"MZ"}, ["Sobra «virus.exe»"]),
        (manifested(lambda m: m["archivos"].append(m["archivos"][0])), ["nombra 2 veces «acta/acta.pdf»"]),
        (manifested(lambda m: m["archivos"][0].update(octetos=1)), ["«acta/acta.pdf» fue alterado"]),
        (manifested(lambda m: m["archivos"][1].update(datos_personales=True)), ["dice ser público"]),
    ],
)
def test_each_file_is_the_one_that_was_told(package: Path, tamper: Tamper, told: list[str]) -> None:
    found = check_package(again(package, tamper))
    assert len(found.problemas) == len(told)
    assert all(words in problem for words, problem in zip(told, found.problemas, strict=True))
    first = next(iter(in_words(found, "e.zip")))
    assert first.startswith("«e.zip» no está íntegro" if told else "«e.zip» está íntegro: expediente público de «Aud")


@pytest.mark.parametrize(
    ("tamper", "told"),
    [
        (lambda parts: parts | {"../fuera.txt": b""}, "lleva a otra carpeta"),
        (lambda parts: parts | {"/etc/x": b""}, "lleva a otra carpeta"),
        (lambda parts: parts | {"C:/x": b""}, "lleva a otra carpeta"),
        (lambda parts: parts | {"\\\\srv\\x": b""}, "lleva a otra carpeta"),
        (lambda parts: parts | {"ACTA/acta.pdf": b""}, "trae dos veces"),
        (lambda parts: parts | {"\u202e\x1bgif": b"", "a/../../b": b""}, "lleva a otra carpeta"),
        (lambda _: {"acta.pdf": b""}, "no trae manifiesto.json"),
        (lambda parts: parts | {MANIFEST: b"[]"}, "no dice «rcdesk-expediente/1»"),
        (lambda parts: parts | {MANIFEST: b"{"}, "dañado o incompleto"),
        (lambda parts: parts | {MANIFEST: b"\xff"}, "dañado o incompleto"),
        (lambda parts: parts | {MANIFEST: b"[" * 100_000}, "dañado o incompleto"),
        (manifested(lambda m: m.update(archivos=[{"nombre": "x"}])), "está incompleto"),
        (lambda parts: manifested(lambda m: m.update(cabezas=5))(logged(parts)), "dañado o incompleto"),
        (manifested(lambda m: m.update(formato="rcdesk-expediente/9")), "una versión más reciente"),
    ],
)
def test_a_hostile_or_foreign_zip_is_refused_with_its_reason(package: Path, tamper: Tamper, told: str) -> None:
    with pytest.raises(StoreError) as refused:
        check_package(again(package, tamper))
    assert told in str(refused.value)
    assert "\x1b" not in str(refused.value)


def test_a_link_an_entry_twice_and_a_bomb_are_refused_without_unpacking(package: Path) -> None:
    with zipfile.ZipFile(package, "a") as packed:
        link = zipfile.ZipInfo("enlace")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        packed.writestr(link, "/etc/passwd")
    with pytest.raises(StoreError, match="enlace a otro lugar"):
        check_package(package)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(package, "w") as packed:
        packed.writestr(MANIFEST, b"{}")
        packed.writestr(MANIFEST, b"{}")
    with pytest.raises(StoreError, match="dos veces"):
        check_package(package)
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("bomba", bytes(60_000_000))
    began = time.perf_counter()
    with pytest.raises(StoreError, match="60 MB o más"):
        check_package(package)
    assert time.perf_counter() - began < 1


def test_a_package_that_was_cut_or_is_none_has_its_sentence(package: Path, tmp_path: Path) -> None:
    whole = package.read_bytes()
    for data in (b"", whole[: len(whole) // 2], b"MZ" + whole[2:200]):
        package.write_bytes(data)
        with pytest.raises(StoreError, match=r"dañado o incompleto|no es un expediente"):
            check_package(package)
    for gone in (tmp_path / "no.zip", tmp_path):
        with pytest.raises(StoreError, match="No se pudo leer"):
            check_package(gone)
    os.mkfifo(tmp_path / "tubo.zip")
    with pytest.raises(StoreError, match="no es un archivo común"):
        check_package(tmp_path / "tubo.zip")
    flipped = bytearray(whole)
    flipped[45 + len("acta/acta.pdf")] ^= 1  # inside the first file, so that its checksum does not hold
    package.write_bytes(flipped)
    assert any("fue alterado" in told for told in check_package(package).problemas)
