"""A file chosen as a figure enters the base as a bare picture with a name that any system admits, or says why not."""

import os
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.store.evidence import LARGEST
from rcdesk.work.evidencias import encontrar
from rcdesk.work.figuras import Imagen, guardar_imagen, preparar


def photograph(path: Path) -> Path:
    exif = Image.Exif()
    exif[0x010E] = "la casa de doña Rosa"
    Image.new("RGB", (60, 40), "teal").save(path, "JPEG", exif=exif)
    return path


def test_a_photograph_is_kept_without_what_the_camera_wrote_and_once(tmp_path: Path) -> None:
    image = preparar(photograph(tmp_path / "Foto del salón.JPEG"))
    kept = guardar_imagen(tmp_path, image, {})
    assert kept.ruta == "figuras/foto-del-salon.jpg"
    stored = encontrar(tmp_path, kept.ruta, {kept.ruta: kept.sha256})
    assert stored is not None and b"la casa" not in stored.read_bytes()
    assert guardar_imagen(tmp_path, image, {kept.ruta: kept.sha256}) == kept
    other = guardar_imagen(tmp_path, Imagen(image.nombre, b"otra"), {kept.ruta: kept.sha256})
    assert other.ruta == "figuras/foto-del-salon-2.jpg"


def with_a_bomb(path: Path) -> bytes:
    """A small PNG with texts beside its picture that unpack to a hundred megabytes."""
    Image.new("L", (4, 4)).save(path)
    head, text = path.read_bytes(), b"zTXtk\0\0" + zlib.compress(bytes(1_000_000))
    chunk = struct.pack(">I", len(text) - 4) + text + struct.pack(">I", zlib.crc32(text))
    return head[:33] + chunk * 100 + head[33:]


@pytest.mark.parametrize("name", ["../../fuera.png", "x" * 300 + ".png", "foto.png:x", "..png", "\u202egnp.exe"])
def test_no_name_leads_out_of_the_folder_of_the_figures(tmp_path: Path, name: str) -> None:
    ruta = guardar_imagen(tmp_path, Imagen(name, b"una imagen"), {}).ruta
    folder, _, file = ruta.partition("/")
    assert folder == "figuras" and "/" not in file and "\\" not in file and ":" not in file and len(file) < 80


def test_each_file_that_is_no_figure_says_why_and_what_to_do(tmp_path: Path) -> None:
    whole = photograph(tmp_path / "foto.jpg").read_bytes()
    (tmp_path / "cortada.jpg").write_bytes(whole[: len(whole) - 200])
    (tmp_path / "carta.png").write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n")
    (tmp_path / "enlace.png").symlink_to(tmp_path / "foto.jpg")
    Image.new("1", (12_000, 12_000)).save(tmp_path / "mapa.png")
    with (tmp_path / "pesada.png").open("wb") as heavy:
        heavy.truncate(LARGEST + 1)
    os.mkfifo(tmp_path / "tubo.png")
    (tmp_path / "texto.png").write_bytes(with_a_bomb(tmp_path / "texto.png"))
    expected = {
        "cortada.jpg": "está incompleta o dañada",
        "carta.png": "no es una imagen PNG o JPEG",
        "enlace.png": "no es un archivo común",
        "mapa.png": "tiene 144 megapíxeles y el límite es 40",
        "pesada.png": "pesa más de 50 MB",
        "tubo.png": "no es un archivo común",
        "texto.png": "está incompleta o dañada",
    }
    for name, words in expected.items():
        with pytest.raises(RuleError, match=words) as refused:
            preparar(tmp_path / name)
        assert f"«{name}»" in str(refused.value)
    with pytest.raises(StoreError, match=r"No se pudo leer «nada.png»: no se encuentra"):
        preparar(tmp_path / "nada.png")
