"""A Word file says what the PDF says, with styles, lists and tables that can be edited, and Word opens it unmended."""

from __future__ import annotations

import time
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from PIL import Image, PngImagePlugin

from rcdesk.documents.acta import acta
from rcdesk.documents.blocks import (
    Block,
    Card,
    Cards,
    Document,
    Figure,
    Grid,
    Heading,
    Items,
    Layout,
    PageBreak,
    Paper,
    Paragraph,
    Part,
    Qr,
    Room,
    Slip,
    Slips,
    literal,
)
from rcdesk.render.docx import to_bytes, to_docx
from rcdesk.render.docx.markup import address
from rcdesk.render.text import to_text
from tests.bench.synthetic import example, hearing
from tests.corpus import corpus
from tests.render.samples import ACTA, FORM, of
from tests.render.troubles import TROUBLES
from tests.render.word import lines
from tests.render.word_rules import problems


def _png(**options: Any) -> bytes:
    out = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(out, "PNG", **options)
    return out.getvalue()


FORMS: tuple[Block, ...] = (
    Part("Tarjetas", Layout(counted="")),
    Cards(tuple(Card("Entidad", f"Persona {n}", ("Grupo",), "Muéstrela", f"RCD1:A:{n}", "Código") for n in range(3))),
    Part(
        "Hojas", Layout(landscape=True, paper=Paper.LEGAL, counted="Folio", foot="Autorizo el uso de mis datos."), FORM
    ),
    Grid(("No.", "Firma"), (), (1, 5), row_height=26, ruled=True, fill=1),
    PageBreak(),
    Slips((Slip("Tarjeta 1", "Entidad", (Room("Nombre"), Items(("Sí", "No"), boxes=True), Room(lines=0))),) * 3),
)


def _text(document: Document) -> list[str]:
    """The lines of `to_text`; what travels attached to a PDF and the titles of parts are not printed in Word."""
    said = (line.rstrip() for line in to_text(document).split("\n"))
    return [line for line in said if line and not line.startswith(("[Adjunto:", "==="))]


def _level(line: str) -> str:
    """A line without what may differ: the level of a title whose levels were skipped, the depth of a tenth list."""
    bare = line.lstrip("#")
    return f"#{bare}" if bare != line and bare.startswith(" ") else line[min(16, len(line) - len(line.lstrip())) :]


@pytest.mark.parametrize("document", [ACTA, acta(example(), hearing(), datos=None)], ids=["sample", "example"])
def test_the_acta_says_in_word_what_it_says_in_the_pdf(document: Document) -> None:
    data = to_bytes(document)
    assert lines(data) == _text(document)
    assert problems(data) == []
    assert to_bytes(document) == data


@pytest.mark.parametrize("name", TROUBLES)
def test_a_troublesome_document_is_sound_and_loses_no_word(name: str) -> None:
    document = of(*TROUBLES[name])
    data = to_bytes(document)
    assert problems(data) == []
    if name != "ragged rows":  # cells without a column are not printed
        titled = [_level(line) for line in _text(document) if line.strip("#")]
        deeper = [line.lstrip() for line in titled]
        assert [_level(line).lstrip() for line in lines(data)] == deeper


def test_what_citizens_type_is_text_and_nothing_else() -> None:
    texts = [bad.text for bad in corpus("campo", "pdf")]
    document = of(
        *(Paragraph(literal(text)) for text in texts),
        Grid(("A", "B"), tuple((literal(text), f"**{literal(text.strip())}**") for text in texts), (1, 1)),
        Items(tuple(texts)),
        *(Figure(text, text, text) for text in texts),
    )
    data = to_bytes(document)
    assert problems(data) == []
    assert lines(data) == _text(document)


def test_forms_to_cut_and_to_fill_are_sound_each_on_its_paper() -> None:
    data = to_bytes(of(*FORMS))
    assert problems(data) == []
    word = docx.Document(BytesIO(data))
    first, second = word.sections
    assert (first.orientation, second.orientation) == (WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE)
    assert (second.page_width.inches, second.page_height.inches) == (14.0, 8.5)  # type: ignore[union-attr]
    assert [paragraph.text for paragraph in second.footer.paragraphs] == [
        "Autorizo el uso de mis datos.",
        "Acta No. 7\tFolio  de ",  # its numbers are fields, which the reader leaves out
    ]
    assert first.footer.paragraphs[-1].text == "Acta No. 7"
    assert "CÓDIGO: GD-F-014" in second.header.tables[0].rows[0].cells[-1].text
    assert data.count(b"word/media/") == 2 * 3, "each code once, in the file and in its index"


def test_titles_lists_and_tables_are_those_of_word() -> None:
    word = docx.Document(BytesIO(to_bytes(ACTA)))
    styles = {paragraph.text: paragraph.style.name for paragraph in word.paragraphs if paragraph.style}
    assert (styles["Acta No. 7"], styles["Preguntas"], styles["Detalle"]) == ("Heading 1", "Heading 3", "Heading 4")
    assert (styles["Saludo"], styles["El puente se abre en mayo."]) == ("List Number", "Quote")
    questions = word.tables[1]
    assert questions._tbl.xpath("w:tr[1]/w:trPr/w:tblHeader") and not questions._tbl.xpath("w:tr[2]/w:trPr/w:tblHeader")
    widths = [round(column.width.pt) for column in questions.columns if column.width]
    assert sum(widths) == pytest.approx(456, abs=2) and widths[2] > widths[1] > widths[3] > widths[0]
    core = word.core_properties
    assert (core.title, core.subject, core.language) == ("Acta No. 7", "Primera audiencia de 2026", "es-CO")
    assert core.created is not None and core.created.isoformat() == "2026-04-15T16:30:00+00:00"


def test_each_numbered_list_begins_at_one() -> None:
    data = to_bytes(of(Items(("a", "b"), ordered=True), Paragraph("entre"), Items(("c",), ordered=True)))
    assert lines(data)[-4:] == ["1. a", "2. b", "entre", "1. c"]


def test_a_picture_carries_its_words_and_nothing_that_was_beside_it(tmp_path: Path) -> None:
    secret = PngImagePlugin.PngInfo()
    secret.add_text("Comment", "la casa de Rosa")
    raw = _png(pnginfo=secret) + b"la casa"
    document = of(Figure("Un cuadro «rojo» & <b>", image=raw), replace(FIGURE, image=raw), Figure("Rota", image=b"no"))
    data = to_bytes(replace(document, form=replace(FORM, logo=raw)))
    assert problems(data) == []
    with zipfile.ZipFile(BytesIO(data)) as file:
        pictures = [name for name in file.namelist() if name.startswith("word/media/")]
        assert pictures == ["word/media/imagen1.png"] and b"casa" not in file.read(pictures[0])
    said = lines(data)
    assert "[Imagen: Un cuadro «rojo» & <b>]" in said and "[Imagen: Logo de Alcaldía de Valle Sereno]" in said
    assert "[Imagen que no se pudo leer; véase el expediente: Rota]" in said


FIGURE = Figure("El mismo", "Leyenda", "Prensa")


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("https://valle.gov.co/a?b=c&d=(e)#f", "https://valle.gov.co/a?b=c&d=(e)#f"),
        ("HTTPS://Valle.gov.co:8080", "https://Valle.gov.co:8080"),
        ("https://peñalisa.gov.co/año 2026", "https://xn--pealisa-5za.gov.co/a%C3%B1o%202026"),
        ("https://x.co/100%|{}%41", "https://x.co/100%25%7C%7B%7D%41"),
        ("https://[::1]/", ""),
        ("https://usuario@x.co/", ""),
        ("https://" + "a" * 300 + ".co", ""),
        ("https://x.co/" + "a" * 3000, ""),
        ("https://-", ""),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
    ],
)
def test_only_what_a_browser_would_open_is_a_link(typed: str, target: str) -> None:
    assert address(typed) == target


def test_what_cannot_lead_anywhere_is_still_printed() -> None:
    data = to_bytes(
        of(Paragraph("Vea https://[mal y javascript:alert(1) o https://bien.co/x"), Qr("file:///x", "Abre"))
    )
    assert problems(data) == []
    assert "Vea https://[mal y javascript:alert(1) o https://bien.co/x" in lines(data)
    assert data and b"file:///x" not in _part(data, "word/_rels/document.xml.rels")


def _part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return file.read(name)


@pytest.mark.parametrize(
    "text", ["**a " * 7500, "https://" + "a" * 30_000, "https://ñ" + "é" * 30_000, "\u0301" * 30_000]
)
def test_hostile_text_takes_no_longer_than_a_moment(text: str) -> None:
    start = time.process_time()
    to_bytes(of(Paragraph(text), Grid(("A",), ((text,),), (1,))))
    assert time.process_time() - start < 2


def test_a_place_that_cannot_be_written_keeps_what_it_had(tmp_path: Path) -> None:
    target = tmp_path / "acta.docx"
    assert to_docx(ACTA, target) == target.stat().st_size
    before = target.read_bytes()
    with pytest.raises(OSError):
        to_docx(ACTA, tmp_path / "no hay" / "acta.docx")
    (tmp_path / "carpeta.docx").mkdir()
    with pytest.raises(OSError):
        to_docx(ACTA, tmp_path / "carpeta.docx")
    assert target.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["acta.docx", "carpeta.docx"]


BROKEN = {
    "no hay estilo": (b'w:val="Nota"', b'w:val="Otro"'),
    "no hay lista": (b'<w:numId w:val="1"', b'<w:numId w:val="99"'),
    "no está relacionado": (b'r:embed="rId', b'r:embed="rIdx'),
    "mismo número": (b'<wp:docPr id="2"', b'<wp:docPr id="1"'),
    "no acaba en párrafo": (b"</w:p></w:tc>", b"</w:p><w:tbl><w:tblGrid/></w:tbl></w:tc>"),
    "pPr con": (b"<w:keepNext/></w:pPr>", b'<w:keepNext/><w:pStyle w:val="Nota"/></w:pPr>'),
    "otras columnas": (b"<w:tr>", b"<w:tr><w:tc><w:p/></w:tc>"),
    "campo": (b"<w:body>", b'<w:body><w:fldSimple w:instr="INCLUDETEXT x"/>'),
    "sin palabras": (b"descr=", b"title="),
}


@pytest.mark.parametrize("told", BROKEN)
def test_the_rules_find_what_is_broken(told: str) -> None:
    sound = to_bytes(of(*ACTA.blocks, FIGURE, replace(FIGURE, image=_png()), Heading("Fin")))
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(sound)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(*BROKEN[told]) if name == "word/document.xml" else part)
    assert problems(sound) == []
    assert any(told in problem for problem in problems(out.getvalue()))


def test_a_copy_for_revision_counts_its_lines_and_a_second_logo_has_its_cell() -> None:
    logo = BytesIO()
    Image.new("RGB", (60, 60), "teal").save(logo, "PNG")
    form = replace(FORM, logo=logo.getvalue(), logo_right=logo.getvalue())
    for made in (form, replace(form, code="", version="", in_force=""), replace(form, logo=None)):
        data = to_bytes(of(form=made, layout=Layout(line_numbers=True)))
        assert problems(data) == []
        with zipfile.ZipFile(BytesIO(data)) as file:
            header = file.read("word/header1.xml").decode()
            assert '<w:lnNumType w:countBy="1" w:restart="newPage"/>' in file.read("word/document.xml").decode()
        assert header.count("<pic:pic") == (2 if made.logo else 1)
        assert "Segundo logo del formato" in header
