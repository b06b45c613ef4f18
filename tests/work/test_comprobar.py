"""Whether a file is the acta that was approved: nothing is believed of what it says of itself."""

import hashlib
import struct
import zlib
from pathlib import Path

import pikepdf
import pytest

from rcdesk.app.desk import Desk
from rcdesk.domain.errors import StoreError
from rcdesk.render.pdf import to_bytes
from rcdesk.store import driver as sqlite
from rcdesk.work.aprobacion import corregir_version
from rcdesk.work.comprobar import Comprobacion, comprobar
from rcdesk.work.documentos import documento_acta
from rcdesk.work.sellado import pdf_sellado
from rcdesk.work.versiones import adjuntar_firmada, listar_versiones, tomar_firmada
from tests.approved import approve_and_seal
from tests.bases import PRIMERA, copied, open_desk
from tests.work.conftest import hearing


def look(desk: Desk, path: Path) -> Comprobacion:
    return desk.ask(comprobar, archivo=path, evidencias=desk.folder)


def given(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def sealed_pdf(desk: Desk, *, publica: bool = False) -> bytes:
    version = desk.ask(listar_versiones, audiencia_id=hearing(desk, PRIMERA))[-1]
    found = desk.ask(pdf_sellado, version_id=version.id, evidencias=desk.folder, publica=publica)
    assert found is not None
    return found


def test_the_sealed_files_and_the_signed_paper_are_known_by_their_bytes(sealed: Desk, tmp_path: Path) -> None:
    for publica, said in ((False, "documento interno"), (True, "versión pública")):
        found = look(sealed, given(tmp_path / "acta.pdf", sealed_pdf(sealed, publica=publica)))
        assert (found.veredicto, said in found.dicho) == ("aprobada", True)
        assert found.detalles[-1].endswith("están intactos.")
    scan = given(tmp_path / "firmada.jpg", b"\xff\xd8\xff papel")
    (version,) = sealed.ask(listar_versiones, audiencia_id=hearing(sealed, PRIMERA))
    sealed.do(adjuntar_firmada, version_id=version.id, adjunto=tomar_firmada(sealed.folder, scan, {}))
    assert "firmada en papel" in look(sealed, scan).dicho


def test_an_acta_larger_than_any_attachment_is_known_too(
    sealed: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rcdesk.work.comprobar.LARGEST", 1000)
    path = given(tmp_path / "acta.pdf", sealed_pdf(sealed))
    assert look(sealed, path).veredicto == "aprobada"
    assert "ningún acta de esta base pesa tanto" in look(sealed, given(path, path.read_bytes() + b" ")).dicho


def test_a_copy_that_was_changed_says_what_is_not(sealed: Desk, tmp_path: Path) -> None:
    copy = given(tmp_path / "acta.pdf", sealed_pdf(sealed))
    with pikepdf.open(copy, allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Title"] = "Acta No. 1"
        pdf.save(copy)
    found = look(sealed, copy)
    assert (found.veredicto, "pero no es ese archivo" in found.dicho) == ("distinta", True)
    assert "sí son los de esa versión" in found.detalles[1]
    with pikepdf.open(copy, allow_overwriting_input=True) as pdf:
        pdf.attachments["datos-abiertos.json"] = b"{}"
        pdf.save(copy)
    assert "tampoco son" in look(sealed, copy).detalles[1]


def test_an_acta_of_another_base_and_a_draft_are_told_apart(
    sealed: Desk, example: Path, tmp_path: Path, primera: str, desk: Desk
) -> None:
    draft = given(tmp_path / "borrador.pdf", to_bytes(desk.ask(documento_acta, codigo=PRIMERA, evidencias=desk.folder)))
    assert "no lleva el código" in look(sealed, draft).dicho
    approve_and_seal(desk, primera)
    other = look(sealed, given(tmp_path / "otra.pdf", sealed_pdf(desk)))
    assert (other.veredicto, "en esta base no hay ninguna" in other.dicho) == ("distinta", True)


def test_a_version_that_was_corrected_is_still_what_it_was_and_says_so(sealed: Desk, tmp_path: Path) -> None:
    path, key = given(tmp_path / "acta.pdf", sealed_pdf(sealed)), hearing(sealed, PRIMERA)
    sealed.do(corregir_version, audiencia_id=key, motivo="Faltaba un compromiso.")
    assert look(sealed, path).detalles[0].startswith("Se está corrigiendo")
    approve_and_seal(sealed, key)
    found = look(sealed, path)
    assert (found.veredicto, found.detalles[0]) == (
        "reparos",
        "Ya no es la vigente: la reemplazó la versión 2. Motivo: Faltaba un compromiso.",
    )


def test_what_proves_it_is_looked_at_too(sealed_example: Path, tmp_path: Path) -> None:
    folder = copied(sealed_example, tmp_path / "Otra.rcdesk")
    desk = open_desk(folder)
    path = given(tmp_path / "acta.pdf", sealed_pdf(desk))
    forged = given(tmp_path / "falsa.pdf", path.read_bytes() + b" ")
    desk.close()
    connection = sqlite.connect(sqlite.choose(), folder / "datos.db", "rw")
    connection.execute("PRAGMA query_only = OFF")
    connection.execute("UPDATE versiones SET pdf = ?", (hashlib.sha256(forged.read_bytes()).hexdigest(),))
    connection.execute("UPDATE bitacora SET quien = 'Otra persona' WHERE n = 1")
    connection.commit()
    connection.close()
    desk = open_desk(folder)
    found = look(desk, forged)
    assert found.veredicto == "alterada"
    assert "lo cambiaron por fuera del programa" in found.detalles[0]
    assert "fue alterada" in found.detalles[1]
    desk.close()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "está vacío"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "no es un PDF"),
        (b"%PDF-1.7\n", "no es un PDF"),
        (b"MZ" + bytes(5000), "no es un PDF"),
    ],
)
def test_what_is_no_acta_has_its_sentence(sealed: Desk, tmp_path: Path, data: bytes, said: str) -> None:
    found = look(sealed, given(tmp_path / "x.pdf", data))
    assert (found.veredicto, said in found.dicho) == ("desconocida", True)


def test_a_file_cut_short_locked_huge_or_gone_has_its_sentence(sealed: Desk, tmp_path: Path) -> None:
    whole = sealed_pdf(sealed)
    assert "dañado o incompleto" in look(sealed, given(tmp_path / "corta.pdf", whole[: len(whole) // 2])).dicho
    locked = tmp_path / "clave.pdf"
    with pikepdf.open(given(tmp_path / "a.pdf", whole)) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert "tiene contraseña" in look(sealed, locked).dicho
    huge = tmp_path / "grande.pdf"
    with huge.open("wb") as file:
        file.truncate(200_000_000)
    assert "200 MB" in look(sealed, huge).dicho
    blank = tmp_path / "blanco.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(blank)
    assert "ni dice serlo" in look(sealed, blank).dicho
    with pytest.raises(StoreError, match="No se encontró"):
        look(sealed, tmp_path / "no.pdf")


def test_a_file_of_a_few_kilobytes_that_would_fill_the_memory_is_not_unpacked(sealed: Desk, tmp_path: Path) -> None:
    packed = zlib.compress(b"5 0 << >>" + bytes(70_000_000), 1)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[]/Count 0>>",
        b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(packed), packed),
    )
    data, rows = b"%PDF-1.7\n", [(0, 0, 0)]
    for number, written in enumerate(objects, 1):
        rows.append((1, len(data), 0))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, written)
    index = b"".join(struct.pack(">BIB", *row) for row in (*rows, (1, len(data), 0), (2, 3, 0)))
    head = b"<</Type/XRef/Size 6/W[1 4 1]/Root 1 0 R/Length %d>>" % len(index)
    data += b"4 0 obj\n%b\nstream\n%b\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % (head, index, len(data))
    found = look(sealed, given(tmp_path / "bomba.pdf", data))
    assert "dañado o incompleto" in found.dicho
