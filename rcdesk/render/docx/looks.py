"""The styles and the lists of the Word file: the same scale and colours as the pages of the PDF.

Built-in styles go by the English name that Word translates («heading 1» is shown as «Título 1»); ours by their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from rcdesk.render import style as look
from rcdesk.render.docx.markup import DEEPEST, twips
from rcdesk.render.docx.story import BOXES, BULLETS, FIRST_NUMBERED
from rcdesk.render.style import ACCENT, FORM, HAIR, INDENT, LINK, PAD_X, PAD_Y, Style, hexadecimal

WORDS: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FACE: Final = "Arial"
"""Every office has it, or one of the same widths; a face that is lacking would be replaced by any other."""

_SIGNS: Final = "Segoe UI Symbol"
_KEEP: Final = "<w:keepNext/><w:keepLines/>"
_SIDES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")


def _rule(side: str, colour: look.Colour, kind: str = "single", size: int = 4, space: int = 0) -> str:
    return f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="{space}" w:color="{hexadecimal(colour)}"/>'


_BAR: Final = f"<w:pBdr>{_rule('left', HAIR, size=18, space=8)}</w:pBdr>"
_ABOVE: Final = f"<w:pBdr>{_rule('top', HAIR, space=4)}</w:pBdr>"
_SIGN: Final = f"<w:pBdr>{_rule('top', look.INK, size=6, space=4)}</w:pBdr>"
_FRAME: Final = (
    f"<w:pBdr>{''.join(_rule(side, HAIR, 'dashed', space=6) for side in ('top', 'left', 'bottom', 'right'))}</w:pBdr>"
)
_TITLES: Final = tuple(
    (f"Ttulo{level}", f"heading {level}", style, _KEEP, "", f'<w:outlineLvl w:val="{level - 1}"/>')
    for level, style in enumerate(look.HEADINGS, 1)
)
_INSIDE: Final = f'<w:ind w:left="{twips(8)}" w:right="{twips(8)}"/>'
_CENTRED: Final = '<w:jc w:val="center"/>'
_PARAGRAPHS: Final[tuple[tuple[str, str, Style, str, str, str], ...]] = (
    *_TITLES,
    ("Cita", "Quote", look.QUOTE, "", _BAR, f'<w:ind w:left="{twips(INDENT)}"/>'),
    ("Nota", "Nota", look.NOTE, "", "", ""),
    ("Leyenda", "caption", look.NOTE, "", "", ""),
    ("Listaconvietas", "List Bullet", look.ITEM, "", "", ""),
    ("Listaconnmeros", "List Number", look.ITEM, "", "", ""),
    ("Celda", "Celda", look.CELL, "", "", ""),
    ("Rotulo", "Rótulo", look.LABEL, "", "", ""),
    ("Encabezadodetabla", "Encabezado de tabla", look.HEAD, "<w:keepNext/>", "", ""),
    ("Titulodegrafico", "Título de gráfico", replace(look.TITLE, before=look.GAP), _KEEP, "", ""),
    ("Figura", "Figura", Style(10, 12, before=look.GAP), "", "", _CENTRED),
    ("Aviso", "Aviso", replace(look.NOTE, before=look.GAP), "", _FRAME, _INSIDE + _CENTRED),
    ("Firmante", "Firmante", replace(look.SIGNER, before=look.SIGN_ROOM), _KEEP, _SIGN, '<w:ind w:right="720"/>'),
    ("Cargo", "Cargo", look.OFFICE, "", "", ""),
    ("Renglon", "Renglón", look.LABEL, "", "", ""),
    ("Numero", "Número", look.NUMBER, "", "", '<w:jc w:val="right"/>'),
    ("Tarjeta", "Tarjeta", look.CARD, "", "", ""),
    ("Entidad", "Entidad del formato", look.OWNER, "", "", ""),
    ("Sistema", "Sistema del formato", look.SYSTEM, "", "", ""),
    ("Tipo", "Tipo documental", look.KIND, "", "", ""),
    ("Codigo", "Código del formato", look.CODE, "", "", ""),
    ("Letramenuda", "Letra menuda", look.FINE, "", "", ""),
    ("Piedepgina", "footer", look.FOOTNOTE, "", _ABOVE, ""),
    ("Separador", "Separador", Style(1, 1), "<w:keepNext/>", "", ""),
)
"""Identifier, name, look, and properties before the borders, the borders, and properties after the spacing."""


def _borders(colour: look.Colour, *sides: str, kind: str = "single") -> str:
    return "".join(_rule(side, colour, kind) for side in _SIDES if side in sides)


_TABLES: Final = (
    ("Tabla", "Tabla", _borders(HAIR, "top", "bottom", "insideH"), PAD_Y),
    ("Formulario", "Formulario", _borders(FORM, *_SIDES), PAD_Y),
    ("Grafico", "Gráfico", "", PAD_Y / 2),
    ("Sinbordes", "Sin bordes", "", PAD_Y),
    ("Recortes", "Recortes", _borders(FORM, *_SIDES, kind="dashed"), PAD_Y),
    ("Formato", "Formato", _rule("top", ACCENT, size=10) + _rule("bottom", HAIR), PAD_Y),
)


def styles(language: str) -> str:
    """Return the part of the file that holds the styles, in a language."""
    return (
        f'<w:styles xmlns:w="{WORDS}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{_FACE}" w:hAnsi="{_FACE}" w:eastAsia="{_FACE}" w:cs="{_FACE}"/>'
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        + '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        + f"{_looks(look.BODY)}</w:style>"
        + '<w:style w:type="character" w:default="1" w:styleId="Fuentedeprrafopredeter">'
        + '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        + '<w:style w:type="character" w:styleId="Hipervnculo"><w:name w:val="Hyperlink"/>'
        + f'<w:rPr><w:color w:val="{hexadecimal(LINK)}"/><w:u w:val="single"/></w:rPr></w:style>'
        + '<w:style w:type="table" w:default="1" w:styleId="Tablanormal"><w:name w:val="Normal Table"/>'
        + '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        + "".join(_paragraph(*each) for each in _PARAGRAPHS)
        + "".join(_table(*each) for each in _TABLES)
        + "</w:styles>"
    )


def _paragraph(key: str, name: str, style: Style, keep: str, borders: str, more: str) -> str:
    after = '<w:next w:val="Normal"/>' if key.startswith("Ttulo") else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>{after}'
        f"<w:qFormat/>{_looks(style, keep + borders, more)}</w:style>"
    )


def _looks(style: Style, before: str = "", after: str = "") -> str:
    """The space and the letters of a style, between its other properties."""
    space = f'w:before="{twips(style.before)}" w:after="0" w:line="{twips(style.leading)}" w:lineRule="atLeast"'
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    size = round(2 * style.size)
    return (
        f"<w:pPr>{before}<w:spacing {space}/>{after}</w:pPr><w:rPr>{bold}"
        f'<w:color w:val="{hexadecimal(style.colour)}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )


def _table(key: str, name: str, borders: str, pad: float) -> str:
    margins = "".join(
        f'<w:{side} w:w="{twips(pad if side in ("top", "bottom") else PAD_X)}" w:type="dxa"/>' for side in _SIDES[:4]
    )
    drawn = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    return (
        f'<w:style w:type="table" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Tablanormal"/>'
        f"<w:tblPr>{drawn}<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )


def numbering(numbered: Iterable[int]) -> str:
    """Return the part that holds the lists; of each numbered one, the level at which it begins again from 1."""
    kinds = ((0, "bullet", ("•", "–", "▪")), (1, "decimal", ()), (2, "bullet", ("☐",)))
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{''.join(_levels(kind, signs))}</w:abstractNum>"
        for key, kind, signs in kinds
    )
    shared = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{key}"/></w:num>'
        for number, key in ((BULLETS, 0), (BOXES, 2))
    )
    own = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="{level}">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number, level in enumerate(numbered, FIRST_NUMBERED)
    )
    return f'<w:numbering xmlns:w="{WORDS}">{abstract}{shared}{own}</w:numbering>'


def _levels(kind: str, signs: tuple[str, ...]) -> Iterator[str]:
    fonts = f'<w:rPr><w:rFonts w:ascii="{_SIGNS}" w:hAnsi="{_SIGNS}"/></w:rPr>' if signs == ("☐",) else ""
    for level in range(DEEPEST + 1):
        sign = signs[level % len(signs)] if signs else f"%{level + 1}."
        hang = twips(INDENT) if signs else twips(1.4 * INDENT)
        left = twips(INDENT * (level + 1)) + (hang - twips(INDENT))
        yield (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{sign}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hang}"/></w:pPr>{fonts}</w:lvl>'
        )
