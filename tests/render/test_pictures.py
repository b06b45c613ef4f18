"""Pictures of any origin end up fit for an archive, and a bad one never stops a document."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from rcdesk.documents.blocks import Figure
from rcdesk.render.pdf import pictures, to_bytes
from rcdesk.render.pictures import fit
from tests.render.conform import check
from tests.render.reading import words
from tests.render.samples import of


def _saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def _turned() -> bytes:
    """A photograph taken with the telephone on its side: 40 x 20 pixels to be shown 20 x 40."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return _saved(Image.new("RGB", (40, 20), "red"), "JPEG", exif=exif)


PICTURES = {
    "rgb": _saved(Image.new("RGB", (30, 20), "red"), "PNG"),
    "alpha": _saved(Image.new("RGBA", (30, 20), (200, 30, 30, 128)), "PNG"),
    "grey": _saved(Image.new("L", (30, 20), 90), "JPEG"),
    "cmyk": _saved(Image.new("CMYK", (30, 20)), "JPEG"),
    "palette": _saved(Image.new("P", (30, 20)), "PNG", transparency=0),
    "one bit": _saved(Image.new("1", (30, 20)), "PNG"),
    "sixteen bits": _saved(Image.new("I;16", (30, 20)), "PNG"),
    "large": _saved(Image.linear_gradient("L").convert("RGB").resize((3000, 2400)), "JPEG"),
    "tall": _saved(Image.new("RGB", (10, 4000), "navy"), "PNG"),
    "turned": _turned(),
}


@pytest.mark.parametrize("name", PICTURES)
def test_any_picture_is_printed_and_conforms(name: str) -> None:
    assert pictures.read(PICTURES[name]) is not None
    assert check(to_bytes(of(Figure("Cuadro", "Leyenda", "Fuente", PICTURES[name])))) == []


def test_a_turned_photograph_is_put_upright() -> None:
    reader = pictures.read(_turned())
    assert reader is not None and reader.getSize() == (20, 40)


def test_a_large_photograph_is_made_no_finer_than_paper_shows() -> None:
    reader = pictures.read(PICTURES["large"])
    assert reader is not None and max(reader.getSize()) == 2000


@pytest.mark.parametrize("image", [b"", b"no es una imagen", PICTURES["rgb"][:60], Path("no/existe.png"), Path()])
def test_a_bad_picture_is_announced_in_its_place(image: bytes | Path) -> None:
    data = to_bytes(of(Figure("Cuadro", "Leyenda", image=image)))
    assert check(data) == []
    assert "Imagen que no se pudo leer; véase el expediente Leyenda" in words(data)


def test_a_file_and_its_bytes_give_the_same_document_wherever_it_is(tmp_path: Path) -> None:
    made = set()
    for folder in ("a", "b"):
        path = tmp_path / folder / "foto.png"
        path.parent.mkdir()
        path.write_bytes(PICTURES["rgb"])
        made.add(to_bytes(of(Figure("Cuadro", image=path))))
    assert made == {to_bytes(of(Figure("Cuadro", image=PICTURES["rgb"])))}


def _with_a_secret(**options: object) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = "la casa de doña Rosa"
    return _saved(Image.linear_gradient("L").convert("RGB"), "JPEG", exif=exif, comment=b"la casa de Rosa", **options)


@pytest.mark.parametrize("progressive", [False, True])
def test_what_a_camera_wrote_beside_a_photograph_is_not_printed(progressive: bool) -> None:
    raw = _with_a_secret(progressive=progressive) + b"a film of la casa"
    assert raw.count(b"la casa") == 3
    reader = pictures.read(raw)
    assert reader is not None
    bare = fit(raw)
    assert b"la casa" not in bare
    with Image.open(BytesIO(raw)) as whole, Image.open(BytesIO(bare)) as kept:
        assert whole.tobytes() == kept.tobytes()


def test_a_photograph_made_smaller_says_nothing_else_either() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "la casa"
    raw = _saved(Image.new("RGB", (2400, 300)), "JPEG", exif=exif, comment=b"la casa")
    assert raw.count(b"la casa") == 2
    assert b"la casa" not in fit(raw)


def test_a_photograph_cut_short_is_still_a_bad_picture() -> None:
    raw = _with_a_secret()
    assert pictures.read(raw[: len(raw) // 2]) is None


def test_an_enormous_picture_is_refused_without_opening_it_and_without_a_warning() -> None:
    assert pictures.read(_saved(Image.new("1", (12_000, 12_000)), "PNG")) is None
