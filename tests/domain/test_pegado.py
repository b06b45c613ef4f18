"""What is copied from another program comes in as blocks, and nothing of it is obeyed."""

import re
import time
import unicodedata
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain.bloques import textos
from rcdesk.domain.pegado import LARGEST, MOST, bloques_de_texto, bloques_pegados, intercalados, tabla_de_texto
from rcdesk.domain.registro import Bloque, Item, Lista, Parrafo, Tabla
from tests.corpus import Bad, corpus

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri";}
@list l0:level1 {mso-level-number-format:bullet;} --></style>
</head><body lang=ES-CO><!--StartFragment-->
<h2><span style='mso-list:Ignore'>1.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>Instalaci&oacute;n del evento<o:p></o:p></h2>
<p class=MsoNormal>La se&ntilde;ora <b style='mso-bidi-font-weight:normal'>Alba Luc&iacute;a
</b>salud&oacute; a los&nbsp;asistentes con<span style='mso-spacerun:yes'>  </span>1 &lt; 2.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>V&iacute;as del corregimiento<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>o<span>
&nbsp; </span></span><![endif]>Placa huella</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span
style='mso-list:Ignore'>·
</span><!--[endif]-->Acueducto</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>
</span></span><![endif]>Primero</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<table class=MsoTableGrid border=1><tr><td colspan=2><p class=MsoNormal><b>Sector</b></p></td><td>Personas</td></tr>
<tr><td rowspan=2><p>Norte</p><p>y centro</p></td><td>Vereda</td><td>18</td></tr>
<tr><td>Barrio</td><td>7</td></tr></table>
<img width=300 src="file:///C:/clip_image001.png"><p>Fin</p><!--EndFragment--></body></html>"""

DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span
style="font-weight:400;">T&iacute;tulo</span></h1><p dir="ltr"><span style="font-weight:400;">Uno </span><span
style="font-weight:700;"> dos</span><span style="font-weight:400;">, tres.</span></p><br><ol><li dir="ltr"><p>a</p></li>
<ol><li><p>b</p><p>b bis</p></li></ol><li><p>c</p></li></ol><ul><li>d</li></ul></b>"""

WRITER = """<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN"><html><head><title>Nota</title></head>
<body><p>Primera<br/>segunda</p><ul><li><p>Uno</p></li><li><p>Dos<ul><li>Dentro</li></ul></p></li></ul>
<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td><table><tr><td>1</td><td>2</td></tr></table></td>
<td>x</td></tr></tbody></table><del>borrado</del><script>alert(1)</script>
<p>•&nbsp; Con viñeta escrita</p></body></html>"""


def test_what_word_copies_comes_as_paragraphs_lists_bold_and_tables() -> None:
    pasted = bloques_pegados(WORD)
    assert pasted.bloques == (
        Parrafo(texto="**Instalación del evento**"),
        Parrafo(texto="La señora **Alba Lucía** saludó a los asistentes con 1 < 2."),
        Lista(items=(Item(texto="Vías del corregimiento", items=("Placa huella",)), "Acueducto")),
        Lista(items=("Primero",), numerada=True),
        Tabla(
            encabezados=(),
            filas=(("Sector", None, "Personas"), ("Norte\ny centro", "Vereda", "18"), (None, "Barrio", "7")),
        ),
        Parrafo(texto="Fin"),
    )
    assert pasted.avisos == ("1 imagen no se pegó: agréguela con «Figura» y «Elegir imagen».",)


def test_what_google_docs_and_writer_copy_comes_too() -> None:
    assert bloques_pegados(DOCS).bloques == (
        Parrafo(texto="**Título**"),
        Parrafo(texto="Uno **dos**, tres."),
        Lista(items=(Item(texto="a", items=("b\nb bis",)), "c"), numerada=True),
        Lista(items=("d",)),
    )
    assert bloques_pegados(WRITER).bloques == (
        Parrafo(texto="Primera\nsegunda"),
        Lista(items=("Uno", Item(texto="Dos", items=("Dentro",)))),
        Tabla(encabezados=("A", "B"), filas=(("1\n2", "x"),)),
        Lista(items=("Con viñeta escrita",)),
    )


@pytest.mark.parametrize(
    ("html", "says"),
    [
        ("Señor &lt;b&gt;Pérez &amp;amp; 5 * 4 ** 2", "Señor <b>Pérez &amp; 5 * 4 ** 2"),
        ("dice **esto** y <b>esto</b>", "dice * *esto* * y **esto**"),
        ("sin marca: **esto**", "sin marca: * *esto* *"),
        ("a<b> </b>b", "a b"),
        ("e\u0301xito cor\u00adta\u200b \ufeffya", "éxito corta ya"),
        ("<p>1 < 2 y 3 > 2</p>", "1 < 2 y 3 > 2"),
        ("<span style='display:none'>no</span>sí", "sí"),
        ("<pre>uno\ndos</pre>", "uno\ndos"),
        ("<table><tr><td>uno<p>dos</td></tr></table>", "uno dos"),
        ("<p>uno<br><br>dos", "uno dos"),
    ],
)
def test_a_text_says_what_it_said_and_no_mark_is_made_of_it(html: str, says: str) -> None:
    texts = [text for block in bloques_pegados(html).bloques for text in textos(block)]
    assert " ".join(texts) == says


def test_a_sheet_pasted_as_text_is_a_table_and_indented_paragraphs_are_not() -> None:
    assert tabla_de_texto("Lugar\tPersonas\r\nMirador\t118\r\n\t7\r\n") == Tabla(
        encabezados=("Lugar", "Personas"), filas=(("Mirador", "118"), (None, "7"))
    )
    assert tabla_de_texto("1\t2\n3\t4") == Tabla(encabezados=(), filas=(("1", "2"), ("3", "4")))
    for text in ("", "uno", "uno\tdos", "a\tb\nc", "\tUno\n\tDos"):
        assert tabla_de_texto(text) is None


def test_blocks_are_put_where_the_caret_is() -> None:
    here, table = Parrafo(texto="ab", dato="folios"), Tabla(filas=(("1",),))
    one, two = Parrafo(texto="X"), Parrafo(texto="Y")
    assert intercalados(here, "a", (one,), "b") == ((Parrafo(texto="aXb", dato="folios"),), 2)
    assert intercalados(here, "a", (one, table, two), "b") == (
        (Parrafo(texto="aX", dato="folios"), table, Parrafo(texto="Yb")),
        1,
    )
    assert intercalados(here, "", (table,), "ab") == ((table, Parrafo(texto="ab")), 0)


@pytest.mark.parametrize(
    "piece",
    [
        "<b>",
        "<table><tr><td>",
        "<!--",
        "<ul><li>",
        "<![",
        "<a href='",
        '<a b="',
        "</style",
        "<style>",
        "<x ",
        "<<",
        "&#",
        "</p>",
    ],
)
def test_a_hostile_text_is_read_at_once(piece: str) -> None:
    begun = time.perf_counter()
    bloques_pegados(piece * (60_000 // len(piece)))
    assert time.perf_counter() - begun < 1.0


def test_what_is_too_long_says_so_and_pictures_inside_do_not_count() -> None:
    too_long = bloques_pegados("<p>a</p>" * (LARGEST // 8 + 1))
    assert too_long.bloques == () and "demasiado largo" in too_long.avisos[0]
    heavy = f'<p>uno</p><img src="data:image/png;base64,{"A" * LARGEST}"><img src="x">'
    assert bloques_pegados(heavy).bloques == (Parrafo(texto="uno"),)
    assert "2 imágenes no se pegaron" in bloques_pegados(heavy).avisos[0]


@pytest.mark.parametrize("bad", corpus("campo"), ids=lambda bad: bad.code)
def test_hostile_texts_are_told_letter_by_letter(bad: Bad) -> None:
    text = bad.text[:20_000].replace("\x00", "")
    pasted = bloques_pegados(f"<p>{escape(text)}</p>")
    assert letters("".join(t for block in pasted.bloques for t in textos(block))) == letters(text)
    assert all(isinstance(block, Bloque) for block in bloques_pegados(text).bloques)


def test_of_too_many_paragraphs_the_first_come_and_it_is_said() -> None:
    for pasted in (bloques_pegados("<p>uno</p>" * 3_000), bloques_de_texto("uno\n" * 3_000)):
        assert len(pasted.bloques) == MOST
        assert pasted.avisos == ("Se pegaron los primeros 2.000 párrafos y listas. Pegue aparte el resto.",)


TAGS = ("p", "b", "li", "ul", "ol", "table", "tr", "td", "th", "h1", "br", "span", "pre", "div", "img", "o:p", "thead")
TEXT = st.text(alphabet=st.characters(exclude_characters="<&"), max_size=12)
TOKEN = st.one_of(
    TEXT,
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(
        [
            "<p style='mso-list:l0 level3 lfo1'>",
            "<![if !supportLists]>",
            "<![endif]>",
            "<td colspan=3 rowspan='2'>",
            "<!-- x -->",
            "<",
            "&lt;b&gt;",
            "&nbsp;",
            "**",
            "<span style='mso-list:Ignore'>",
            "<a href='x>'>",
            "&#0;",
        ]
    ),
)


def letters(text: str) -> str:
    """The letters of a text, without what cannot be seen nor the marks."""
    return "".join(c for c in unicodedata.normalize("NFC", text) if c.isalnum())


@given(st.lists(TOKEN, max_size=40))
def test_whatever_is_copied_gives_blocks_and_no_text_that_was_not_there(tokens: list[str]) -> None:
    pasted = bloques_pegados("".join(tokens))
    told = letters("".join(text for block in pasted.bloques for text in textos(block)))
    source = letters(
        "".join(token.replace("&lt;b&gt;", "b") for token in tokens if not re.match(r"<[^<]|&[n#]", token))
    )
    rest = iter(source)
    assert all(letter in rest for letter in told)


@given(st.text())
def test_a_text_that_is_no_html_never_fails(text: str) -> None:
    assert all(isinstance(block, Bloque) for block in bloques_pegados(text).bloques)


def test_of_a_whole_sheet_the_rows_and_columns_that_somebody_reads_are_pasted() -> None:
    sheet = "\n".join(["\t".join(["x"] * 70)] * (MOST + 9))
    wide = "<table>" + "<tr>" + "<td>x</td>" * 3 + "</tr>" + "</table>"
    for pasted in (bloques_de_texto(sheet), bloques_pegados(wide.replace("</table>", "<tr><td>x</td></tr>" * 2_500))):
        [table] = pasted.bloques
        assert isinstance(table, Tabla)
        assert len(table.filas) == MOST
        assert max(map(len, table.filas)) <= 60
        assert pasted.avisos == ("De la tabla se pegaron las primeras 2.000 filas, de 60 columnas a lo más.",)
