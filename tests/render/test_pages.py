"""Pages as a secretary expects them: heads repeated, people with their lines, folios, the box of the format."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from rcdesk.documents.blocks import (
    Block,
    Chart,
    Figure,
    Format,
    Grid,
    Heading,
    Item,
    Items,
    Layout,
    Paragraph,
    Signatures,
    Signer,
    literal,
)
from rcdesk.render.pdf import to_bytes
from rcdesk.render.pdf.furniture import header_box
from rcdesk.render.style import sheet
from tests.render.conform import check
from tests.render.reading import pages, picture, tops, words
from tests.render.samples import ACTA, FORM, of

WIDTH = sheet(Layout()).width
FILLER = Paragraph("Renglón de relleno para llegar al pie de la página.")
LIST = Grid(
    ("No.", "Nombre", "Firma"),
    tuple((str(number), f"Persona {number}", "") for number in range(1, 41)),
    (1, 5, 4),
    row_height=26,
    ruled=True,
)


def test_a_list_lies_on_its_side_with_its_folios_head_and_format_on_every_page() -> None:
    seen = pages(to_bytes(of(Heading("Asistencia", 1), LIST, layout=Layout(landscape=True, counted="Folio"))))
    assert len(seen) > 2
    for number, page in enumerate(seen, 1):
        assert (page.width, page.height) == (792, 612)
        assert f"Folio {number} de {len(seen)}" in page.text
        assert "Nombre" in page.text and "GD-F-014" in page.text and "ACTA DE REUNIÓN" in page.text


def test_pages_are_numbered_out_of_their_total() -> None:
    seen = pages(to_bytes(of(*[FILLER] * 60)))
    assert [f"Página {n} de {len(seen)}" in page.text for n, page in enumerate(seen, 1)] == [True] * len(seen)


def test_rows_to_write_on_are_at_least_as_high_as_asked() -> None:
    first, second = tops(to_bytes(of(LIST, layout=Layout(landscape=True))), 0, "Persona 1", "Persona 2")
    assert first - second == pytest.approx(26, abs=0.1)


@pytest.mark.parametrize("filling", range(12, 30))
def test_people_stay_with_their_lines_with_the_heading_and_with_what_closes_a_letter(filling: int) -> None:
    signers = tuple(Signer(f"Firmante {letter}", "Cargo") for letter in "ABCD")
    seen = pages(to_bytes(of(*[FILLER] * filling, Heading("Firmas"), Signatures(signers, "Atentamente,"))))
    (page,) = [page for page in seen if "Firmante A" in page.text]
    assert all(
        word in page.text for word in ("Firmas", "Atentamente,", "Firmante B", "Firmante C", "Firmante D", "Cargo")
    )


def test_a_heading_is_never_the_last_of_its_page() -> None:
    for filling in range(20, 30):
        seen = pages(to_bytes(of(*[FILLER] * filling, Heading("Conclusiones"), Paragraph("Fin de todo."))))
        (page,) = [page for page in seen if "Conclusiones" in page.text]
        assert "Fin de todo." in page.text


def test_a_code_is_printed_with_its_labels() -> None:
    printed = words(to_bytes(of()))
    assert "CÓDIGO GD-F-014 VERSIÓN 3 FECHA DE ENTRADA EN VIGENCIA 2/ene/2026" in printed


def test_without_codes_the_box_is_smaller_and_has_no_empty_labels() -> None:
    plain = Format("Personería de Río Manso", "ACTA")
    printed = words(to_bytes(of(form=plain)))
    assert "Personería de Río Manso ACTA" in printed
    assert not any(word in printed for word in ("CÓDIGO", "VERSIÓN", "VIGENCIA"))
    assert header_box(plain, WIDTH).height < header_box(FORM, WIDTH).height


def test_only_the_codes_that_exist_are_labelled() -> None:
    printed = words(to_bytes(of(form=Format("Entidad", "ACTA", code="F-1"))))
    assert "CÓDIGO F-1" in printed and "VERSIÓN" not in printed


def test_the_box_grows_with_a_long_name_and_the_text_stays_below() -> None:
    long = Format("Entidad descentralizada de nombre muy largo " * 3, "ACTA DE AUDIENCIA PÚBLICA " * 6, code="X")
    data = to_bytes(of(Paragraph("Primer renglón"), form=long))
    assert check(data) == []
    (top,) = tops(data, 0, "Primer renglón")
    assert top < 792 - header_box(long, WIDTH).height - 36


def test_a_logo_takes_the_place_of_the_name() -> None:
    logo = BytesIO()
    Image.new("RGBA", (300, 200), (10, 90, 60, 200)).save(logo, "PNG")
    for form in (Format("Entidad", "ACTA", code="F-1", logo=logo.getvalue()), Format("Entidad", "ACTA", logo=b"no")):
        data = to_bytes(of(form=form))
        assert check(data) == []
        assert "Entidad" in words(data)


def test_each_of_two_logos_has_its_end_of_the_box() -> None:
    left, right = ("teal", "orange")
    form = replace(FORM, logo=_square(left), logo_right=_square(right))
    for made in (form, replace(form, code="", version="", in_force=""), replace(form, logo=None)):
        data = to_bytes(of(form=made))
        assert check(data) == []
        image = picture(data)
        assert (image.getpixel((110, 62)) == _rgb(left)) == (made.logo is not None)
        assert image.getpixel((520, 62)) == _rgb(right)
        assert FORM.entity in words(data) and FORM.kind in words(data)


def test_a_copy_for_revision_numbers_its_lines_from_1_on_each_page_and_no_reader_says_so() -> None:
    table = Grid(("A", "B"), (("uno", "dos\ntres"),) * 9, (1, 1))
    blocks: tuple[Block, ...] = (Heading("Desarrollo"), *[FILLER] * 40, table)
    plain, numbered = (
        to_bytes(of(*blocks, layout=Layout(line_numbers=asked, foot="Copia"))) for asked in (False, True)
    )
    assert check(numbered) == []
    for before, after in zip(pages(plain), pages(numbered), strict=True):
        added = Counter(after.text.split()) - Counter(before.text.split())
        assert added == Counter(str(number) for number in range(1, sum(added.values()) + 1))
    assert added.total() == 6 and len(pages(plain)) == 3


def _square(colour: str) -> bytes:
    made = BytesIO()
    Image.new("RGB", (200, 200), colour).save(made, "PNG")
    return made.getvalue()


def _rgb(colour: str) -> tuple[int, ...]:
    return Image.new("RGB", (1, 1), colour).getpixel((0, 0))  # type: ignore[return-value]


def test_the_contents_name_the_page_of_each_section() -> None:
    text = words(to_bytes(ACTA))
    assert "Contenido Orden del día 1" in text and "Firmas 3" in text


def test_a_title_with_asterisks_or_addresses_keeps_them_in_the_contents() -> None:
    title = f"Ver {literal('**ya**')} https://a.co"
    data = to_bytes(of(Heading("Uno", 1), Heading(title), contents_over=0))
    assert check(data) == []
    assert words(data).count("Ver **ya** https://a.co") == 2


def test_lists_inside_lists_step_in() -> None:
    data = to_bytes(of(Items((Item("Primero", ("Adentro", Item("Igual", ("Más adentro",)))), "Segundo"), ordered=True)))
    printed = words(data)
    assert "1. Primero • Adentro • Igual – Más adentro 2. Segundo" in printed
    assert check(data) == []


def test_a_figure_without_its_file_says_so_with_legend_and_source() -> None:
    printed = words(to_bytes(of(Figure("Público", "Asistentes en la sala", "Oficina de Prensa"))))
    assert "Imagen en el expediente Asistentes en la sala Fuente: Oficina de Prensa" in printed


def test_a_chart_prints_n_percentage_and_base() -> None:
    printed = words(to_bytes(of(Chart("Claridad", (("Sí", 17), ("No", 10)), 27, "Encuesta."))))
    assert "Claridad" in printed and "17 63,0 %" in printed and "n = 27. Encuesta." in printed


def test_a_note_is_not_alone_on_the_page_after_the_list_or_table_that_it_is_about() -> None:
    note = Paragraph("Y 3 respuestas más.", note=True)
    for told in (Items(("Uno", "Dos", "Última")), Grid(("Cuál",), (("Uno",), ("Última",)), (1,))):
        for lines in range(24, 28):
            printed = pages(to_bytes(of(*[FILLER] * lines, told, note)))
            assert all(("Y 3 respuestas más." in page.text) == ("Última" in page.text) for page in printed)
