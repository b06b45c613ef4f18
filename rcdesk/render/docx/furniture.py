"""What repeats on every page, the box of the format, the small print and the number; and the paper of each part."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from rcdesk.documents.blocks import Document, Format, Layout
from rcdesk.render import style as look
from rcdesk.render.docx.graphics import inline
from rcdesk.render.docx.markup import field, line, run, twips, unmarked
from rcdesk.render.docx.story import Story
from rcdesk.render.docx.tables import MIDDLE, UNCUT, cell, height, row, shares, table
from rcdesk.render.pictures import fitted
from rcdesk.render.style import Sheet
from rcdesk.render.words import plain, title_of

BOX: Final = 60.0
"""Points that the box takes at least; Word moves the text down below a taller one."""

_LOGO, _CODES = 92.0, 124.0
_LOGO_HIGH: Final = 48.0
_CENTRED: Final = '<w:jc w:val="center"/>'
_NUMBERED: Final = '<w:lnNumType w:countBy="1" w:restart="newPage"/>'
_BESIDE: Final = (
    f'<w:tcBorders><w:left w:val="single" w:sz="4" w:space="0" w:color="{look.hexadecimal(look.HAIR)}"/></w:tcBorders>'
)


def header(story: Story, form: Format, sheet: Sheet) -> str:
    """Return the box of the controlled format; with no codes, a smaller one that says whose document it is."""
    logo = _logo(story, form.logo, f"Logo de {plain(form.entity)}")
    right = _logo(story, form.logo_right, "Segundo logo del formato", '<w:jc w:val="right"/>')
    last = (_LOGO,) if right else ()
    width = sheet.width - sum(last)
    if form.codes:
        columns = shares((_LOGO, width - _LOGO - _CODES, _CODES, *last), sheet.width)
        coded = "".join(_code(label, value) for label, value in form.codes)
        first = logo or unmarked(plain(form.entity), "Entidad")
        words = _named(form, _CENTRED, owner=bool(logo))
        cells = [
            cell(columns[0], first, MIDDLE),
            cell(columns[1], words, _BESIDE + MIDDLE),
            cell(columns[2], coded, _BESIDE + MIDDLE),
        ]
    elif logo:
        columns = shares((_LOGO, width - _LOGO, *last), sheet.width)
        cells = [cell(columns[0], logo, MIDDLE), cell(columns[1], _named(form, "", owner=True), MIDDLE)]
    else:
        columns = shares((width, *last), sheet.width)
        cells = [cell(columns[0], _named(form, "", owner=True), MIDDLE)]
    if right:
        cells.append(cell(columns[-1], right, _BESIDE + MIDDLE))
    high = BOX if form.codes or logo or right else BOX * 0.6
    return table("Formato", columns, [row(cells, UNCUT + height(high))])


def footer(story: Story, document: Document, layout: Layout, sheet: Sheet) -> str:
    """Return the small print, and the title of the document with the number of the page."""
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{twips(sheet.width)}"/></w:tabs>'
    counted = plain(layout.counted)
    number = (
        f"<w:r><w:tab/></w:r>{run(counted + ' ')}{field('PAGE')}{run(' de ')}{field('NUMPAGES')}" if counted else ""
    )
    return (
        line(story, layout.foot, "Letramenuda")
        + f'<w:p><w:pPr><w:pStyle w:val="Piedepgina"/>{tab}</w:pPr>{run(title_of(document))}{number}</w:p>'
    )


def section(layout: Layout, sheet: Sheet, heads: tuple[str, str]) -> str:
    """Return the paper of a part; `heads` are the identifiers of its header and of its footer."""
    lying = ' w:orient="landscape"' if layout.landscape else ""
    right = sheet.page_width - sheet.left - sheet.width
    bottom = sheet.top - sheet.room
    margins = {
        "top": look.BOX_DOWN + BOX + look.BOX_GAP,
        "right": right,
        "bottom": bottom,
        "left": sheet.left,
        "header": look.BOX_DOWN,
        "footer": look.FOOT,
        "gutter": 0,
    }
    written = " ".join(f'w:{side}="{twips(points)}"' for side, points in margins.items())
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{heads[0]}"/>'
        f'<w:footerReference w:type="default" r:id="{heads[1]}"/><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(sheet.page_width)}" w:h="{twips(sheet.page_height)}"{lying}/>'
        f"<w:pgMar {written}/>{_NUMBERED if layout.line_numbers else ''}</w:sectPr>"
    )


def _named(form: Format, align: str, *, owner: bool) -> str:
    """The entity, where it has no cell of its own; the lines of the system, and the kind of document."""
    said = [("Entidad", form.entity)] if owner else []
    said += [("Sistema", words) for words in form.system] + [("Tipo", form.kind)]
    return "".join(unmarked(plain(words), style, align) for style, words in said if plain(words)) or unmarked(
        "", "Tipo"
    )


def _code(label: str, value: str) -> str:
    words = run(f"{label}: ") + run(plain(value), bold=True)
    return f'<w:p><w:pPr><w:pStyle w:val="Codigo"/></w:pPr>{words}</w:p>'


def _logo(story: Story, logo: Path | bytes | None, said: str, align: str = "") -> str:
    picture = None if logo is None else fitted(logo)
    if picture is None:
        return ""
    scale = min((_LOGO - 10) / picture.width, _LOGO_HIGH / picture.height)
    shown = inline(story, picture, picture.width * scale, picture.height * scale, said)
    return f'<w:p><w:pPr><w:pStyle w:val="Entidad"/>{align}</w:pPr>{shown}</w:p>'
