"""Pictures of any origin end up fit for an archive, and a bad one never stops a document."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from rcdesk.documents.blocks import Document, Figure, Layout
from rcdesk.render.docx import to_bytes as to_word
from rcdesk.render.pdf import to_bytes
from rcdesk.render.pictures import UnfitError, fit, fitted, prepared
from rcdesk.render.style import sheet
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
    assert fitted(PICTURES[name]) is not None
    assert check(to_bytes(of(Figure("Cuadro", "Leyenda", "Fuente", PICTURES[name])))) == []


def test_a_turned_photograph_is_put_upright() -> None:
    picture = fitted(_turned())
    assert picture is not None and (picture.width, picture.height) == (20, 40)


def test_a_figure_is_no_finer_than_two_hundred_points_per_inch_of_what_it_takes() -> None:
    page = sheet(Layout())
    for name in ("large", "tall"):
        picture = fitted(PICTURES[name], page)
        assert picture is not None
        points = min(page.width / picture.width, 0.7 * page.room / picture.height)
        assert 196 < 72 / points < 204
    logo = fitted(PICTURES["large"])
    assert logo is not None and max(logo.width, logo.height) == 2000


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
    assert fitted(raw) is not None
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
    assert fitted(raw[: len(raw) // 2]) is None


def test_an_enormous_picture_is_refused_without_opening_it_and_without_a_warning() -> None:
    assert fitted(_saved(Image.new("1", (12_000, 12_000)), "PNG")) is None


def _photograph(size: tuple[int, int]) -> Image.Image:
    """Something with as many colours as a photograph has."""
    return Image.effect_noise((size[0] // 8, size[1] // 8), 40).convert("RGB").resize(size)


@pytest.mark.parametrize("to", [to_bytes, to_word])
def test_no_document_tells_where_a_photograph_was_taken(to: Callable[[Document], bytes]) -> None:
    data = to(of(Figure("Cuadro", image=_with_a_secret())))
    parts = [data]
    if to is to_word:
        with ZipFile(BytesIO(data)) as zipped:
            parts += [zipped.read(name) for name in zipped.namelist()]
    assert not any(b"la casa" in part for part in parts)


def test_what_a_figure_keeps_is_upright_bare_and_light() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    kept = prepared(_saved(_photograph((1800, 1350)), "JPEG", exif=exif, comment=b"la casa"))
    assert kept.suffix == "jpeg" and kept.width < kept.height <= 1500
    assert len(kept.data) < 400_000 and b"la casa" not in kept.data and b"Exif" not in kept.data
    as_png = prepared(_saved(_photograph((800, 600)), "PNG"))
    assert as_png.suffix == "jpeg"
    drawing = Image.new("RGB", (800, 600), "white")
    drawing.paste("navy", (0, 0, 400, 300))
    assert prepared(_saved(drawing, "PNG")).suffix == "png"
    see_through = prepared(_saved(drawing.convert("RGBA").point(lambda value: value // 2), "PNG"))
    with Image.open(BytesIO(see_through.data)) as opened:
        assert opened.mode == "RGBA"
    assert prepared(_saved(drawing, "WEBP", lossless=True)).suffix == "png"


def test_sixteen_bits_of_grey_are_the_same_grey_in_eight() -> None:
    with Image.open(BytesIO(prepared(_saved(Image.new("I;16", (30, 20), 0x4000), "PNG")).data)) as opened:
        assert opened.convert("RGB").getpixel((5, 5)) == (64, 64, 64)


def _moving(kind: str) -> bytes:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    return _saved(frames[0], kind, save_all=True, append_images=frames[1:])


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "ajena"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "ajena"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "ajena"),
        (b"MZ" + bytes(300), "ajena"),
        (_saved(Image.new("1", (12_000, 12_000)), "PNG"), "enorme"),
        (_saved(Image.new("1", (7_000, 6_000)), "PNG"), "enorme"),
        (_saved(_photograph((400, 300)), "JPEG")[:4000], "danada"),
        (_moving("GIF"), "animada"),
        (_moving("WEBP"), "animada"),
        (_moving("PNG"), "animada"),
    ],
)
def test_a_file_that_cannot_be_a_figure_says_why(raw: bytes, reason: str) -> None:
    with pytest.raises(UnfitError) as refused:
        prepared(raw)
    assert refused.value.reason == reason


def test_forty_megapixels_are_taken() -> None:
    kept = prepared(_saved(Image.new("L", (8_000, 5_000), 90), "JPEG"))
    assert kept.width <= 1300
