"""The expediente of a hearing: everything in one zip that proves itself, and nothing personal in the public one."""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rcdesk.app.desk import Desk
from rcdesk.app.progress import Cancelled
from rcdesk.domain.errors import StoreError
from rcdesk.domain.telling import Telling, silent
from rcdesk.exchange.read import read
from rcdesk.store.evidence import evidence_path
from rcdesk.store.mirror import line_of, parse_line
from rcdesk.store.package import LOG
from rcdesk.store.package_check import check_package
from rcdesk.work.aprobacion import enviar_a_revision
from rcdesk.work.asistentes import registrar_asistente
from rcdesk.work.cierre import exportar_audiencia
from rcdesk.work.expediente import Hecho, hacer_expediente
from rcdesk.work.revision import agregar_observacion
from rcdesk.work.sellado import pdf_sellado
from rcdesk.work.versiones import listar_versiones
from tests.bases import PRIMERA
from tests.work.conftest import hearing

HOSTILE = "=HYPERLINK(1)"


def make(desk: Desk, target: Path, *, publico: bool = False, avance: Telling = silent) -> Hecho:
    return desk.ask(
        hacer_expediente,
        audiencia_id=hearing(desk, PRIMERA),
        evidencias=desk.folder,
        salida=target,
        publico=publico,
        programa="rcdesk",
        avance=avance,
    )


def test_the_whole_expediente_has_the_sealed_acta_and_proves_itself(sealed: Desk, tmp_path: Path) -> None:
    one, again = tmp_path / "a.zip", tmp_path / "b.zip"
    done = make(sealed, one)
    make(sealed, again)
    assert one.read_bytes() == again.read_bytes()
    found = check_package(one)
    assert (found.clase, found.problemas, found.archivos) == ("interno", (), done.archivos)
    (version,) = sealed.ask(listar_versiones, audiencia_id=hearing(sealed, PRIMERA))
    with zipfile.ZipFile(one) as packed:
        for publica, name in ((False, "acta/acta-v1.pdf"), (True, "acta/acta-v1-publica.pdf")):
            kept = sealed.ask(pdf_sellado, version_id=version.id, evidencias=sealed.folder, publica=publica)
            assert packed.read(name) == kept
        manifest = json.loads(packed.read("manifiesto.json"))
        (snapshot,) = [name for name in packed.namelist() if name.startswith("instantaneas/")]
        log = packed.read("bitacora/bitacora.jsonl").decode().splitlines()
        data = tmp_path / "completos.json"
        data.write_bytes(packed.read("datos/completos.json"))
    assert evidence_path(sealed.folder, snapshot[-69:-5]).is_file()
    (head,) = manifest["cabezas"].values()
    assert head.startswith(f"{len(log)} ")
    assert head.split()[1] in log[-1]
    assert read(data).archivo.audiencias[0].acta is not None


def test_the_public_expediente_has_no_personal_value(sealed: Desk, tmp_path: Path) -> None:
    target = tmp_path / "p.zip"
    make(sealed, target, publico=True)
    assert check_package(target).problemas == ()
    whole = sealed.ask(exportar_audiencia, audiencia_id=hearing(sealed, PRIMERA))
    people = json.loads(whole)["audiencias"][0]["asistentes"]
    numbers = {one["documento"]["numero"] for one in people if one.get("documento")}
    contacts = {one[key] for one in people for key in ("telefono", "correo") if one.get(key)}
    assert numbers
    with zipfile.ZipFile(target) as packed:
        names = packed.namelist()
        texts = [packed.read(name).decode() for name in names if name.endswith((".json", ".csv", ".txt"))]
    assert not [name for name in names if "listado" in name or "oficios" in name or "bitacora" in name]
    assert [secret for secret in numbers | contacts if any(secret in text for text in texts)] == []


def test_a_draft_is_marked_so_and_not_published_and_no_cell_of_a_table_is_a_formula(
    desk: Desk, tmp_path: Path, primera: str
) -> None:
    desk.do(registrar_asistente, audiencia_id=primera, valores={"nombre": "Ana Roa", "organizacion": HOSTILE})
    desk.do(enviar_a_revision, audiencia_id=primera)
    desk.do(agregar_observacion, audiencia_id=primera, valores={"texto": "Falta un cargo"})
    make(desk, tmp_path / "i.zip")
    make(desk, tmp_path / "p.zip", publico=True)
    with zipfile.ZipFile(tmp_path / "i.zip") as inside, zipfile.ZipFile(tmp_path / "p.zip") as public:
        assert {"acta/acta-BORRADOR.pdf", "acta/observaciones.pdf"} <= set(inside.namelist())
        assert not [name for name in public.namelist() if name.startswith(("acta/", "memoria/"))]
        table = inside.read("datos/asistencia.csv").decode()
    assert f"'{HOSTILE}" in table
    assert f";{HOSTILE}" not in table


@contextmanager
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
        yield


def test_what_keeps_it_from_being_made_leaves_the_one_that_was_there(
    sealed: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.zip"
    target.write_bytes(b"el de antes")
    with full_disk(monkeypatch), pytest.raises(OSError, match="No space"):
        make(sealed, target, publico=True)

    def stop(step: int, total: int, words: str) -> None:
        if step == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        make(sealed, target, publico=True, avance=stop)
    sha256 = sealed.ask(lambda c: c.exec_driver_sql("SELECT pdf_publico FROM versiones").scalar())
    evidence_path(sealed.folder, str(sha256)).write_bytes(b"otro")
    with pytest.raises(StoreError, match="alterado"):
        make(sealed, target, publico=True)
    assert [path.read_bytes() for path in tmp_path.glob("a.zip*")] == [b"el de antes"]


def test_a_bitacora_that_was_written_again_is_found_though_the_manifest_was_too(sealed: Desk, tmp_path: Path) -> None:
    target = tmp_path / "a.zip"
    make(sealed, target)
    with zipfile.ZipFile(target) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    lines = parts[LOG].splitlines(keepends=True)
    forged = parse_line(lines[1])
    assert forged is not None
    lines[1] = line_of(forged._replace(quien="Otra persona"))
    for text, said in ((b"".join(lines), "fue alterada"), (b"".join(lines[:-1]), "faltan entradas al final")):
        manifest = json.loads(parts["manifiesto.json"])
        told = next(one for one in manifest["archivos"] if one["nombre"] == LOG)
        told |= {"sha256": hashlib.sha256(text).hexdigest(), "octetos": len(text)}
        with zipfile.ZipFile(target, "w") as packed:
            for name, data in (parts | {LOG: text, "manifiesto.json": json.dumps(manifest).encode()}).items():
                packed.writestr(name, data)
        problems = check_package(target).problemas
        assert any(said in one for one in problems)
