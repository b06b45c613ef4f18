"""Sheets as XLSX: a text says that it is text, so a phone keeps its zeros and nothing is worked out; numbers add up.

The parts are written here: a library that takes any value guesses what is a formula, a number or an escape, and these
sheets have none. (ECMA-376, SpreadsheetML; the same bytes for the same sheets.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final, assert_never
from xml.sax.saxutils import escape, quoteattr

from rcdesk.documents.planilla import Celda, Libro, Pesos, Planilla, Porcentaje, cifras, dia, escrita
from rcdesk.domain.celdas import letra, recortadas, recortar
from rcdesk.exchange.cleaning import clean
from rcdesk.render.writer import write_whole
from rcdesk.render.zipped import zipped

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_CORE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_TOP: Final = '<xf numFmtId="{}" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>'
_FORMATS: Final = (0, 164, 9, 165, 10, 166)
_FIXED: Final = {
    "_rels/.rels": f'<Relationships xmlns="{_LINKS}">'
    f'<Relationship Id="rId1" Type="{_KINDS}/officeDocument" Target="xl/workbook.xml"/>'
    f'<Relationship Id="rId2" Type="{_LINKS}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
    # The looks, by place: none, text (format 49, «@»), heading, number with the decimals that it has, day, percentage
    # with none, one and two decimals, and pesos.
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>'
    '<numFmt numFmtId="165" formatCode="0.0%"/><numFmt numFmtId="166" formatCode="&quot;$&quot; #,##0"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill/></fill>'
    '<fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE7EEF5"/></patternFill></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="9"><xf/>'
    '<xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">'
    f'<alignment vertical="center" wrapText="1"/></xf>{"".join(map(_TOP.format, _FORMATS))}</cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}
_TEXT, _HEADING, _NUMBER, _DAY, _PERCENT, _PESOS = 1, 2, 3, 4, 5, 8
_FIRST_DAY: Final = date(1900, 3, 1)
"""Before it, the calendar of Excel has a day that did not exist."""
_FIGURES: Final = 15
_DAY_ZERO: Final = date(1899, 12, 30)
_WIDEST: Final = 44  # letters of a column; longer texts take more lines
_SHEET_NAME: Final = 31
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""Where a text looks like one of the escapes of the format, the sign that begins it is itself escaped."""


def to_xlsx(planilla: Planilla | Libro, path: Path) -> int:
    """Write it in `path`, whole or not at all, and return how many cells were cut: they hold 32,767 letters.

    OSError when it cannot be written.
    """
    libro = planilla if isinstance(planilla, Libro) else Libro(planilla.titulo, (planilla,))
    write_whole(path, to_bytes(libro))
    return sum(recortadas(hoja.filas) for hoja in libro.hojas)


def to_bytes(libro: Libro) -> bytes:
    """The book as an XLSX file."""
    texts = dict[str, int]()
    parts = {
        "[Content_Types].xml": _content_types(len(libro.hojas)),
        **_FIXED,
        "docProps/core.xml": _core(libro.titulo),
        "xl/_rels/workbook.xml.rels": _parts_of_book(len(libro.hojas)),
        "xl/workbook.xml": _book(libro.hojas),
    }
    for place, hoja in enumerate(libro.hojas, 1):
        parts[f"xl/worksheets/sheet{place}.xml"] = "".join(_sheet(hoja, texts))
    return zipped({**parts, "xl/sharedStrings.xml": _shared(texts)})


def sheet_name(words: str) -> str:
    """Return words as the name of a sheet, which Excel wants short and without some signs."""
    return _NOT_IN_NAMES.sub(" ", clean(words)[0])[:_SHEET_NAME].strip(" '") or "Hoja"


def _content_types(sheets: int) -> str:
    each = "".join(
        f'<Override PartName="/xl/worksheets/sheet{place}.xml" ContentType="{_TYPES}.worksheet+xml"/>'
        for place in range(1, sheets + 1)
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>{each}'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPES}.sharedStrings+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _core(title: str) -> str:
    words = escape(clean(title)[0])
    return (
        f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{words}</dc:title></cp:coreProperties>"
    )


def _parts_of_book(sheets: int) -> str:
    each = "".join(
        f'<Relationship Id="rId{place}" Type="{_KINDS}/worksheet" Target="worksheets/sheet{place}.xml"/>'
        for place in range(1, sheets + 1)
    )
    return (
        f'<Relationships xmlns="{_LINKS}">{each}'
        f'<Relationship Id="rId{sheets + 1}" Type="{_KINDS}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId{sheets + 2}" Type="{_KINDS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    )


def _names(hojas: Sequence[Planilla]) -> list[str]:
    """How each sheet is called: no two alike, whatever their capitals."""
    taken, names = set[str](), list[str]()
    for hoja in hojas:
        name, again = sheet_name(hoja.titulo), 2
        while name.lower() in taken:
            ending = f" ({again})"
            name, again = sheet_name(hoja.titulo)[: _SHEET_NAME - len(ending)] + ending, again + 1
        taken.add(name.lower())
        names.append(name)
    return names


def _book(hojas: Sequence[Planilla]) -> str:
    names = _names(hojas)
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{place}" r:id="rId{place}"/>' for place, name in enumerate(names, 1)
    )
    defined = "".join(_defined(place, name, hoja) for place, (name, hoja) in enumerate(zip(names, hojas, strict=True)))
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_KINDS}"><sheets>{sheets}</sheets>'
        f"<definedNames>{defined}</definedNames></workbook>"
    )


def _defined(place: int, name: str, hoja: Planilla) -> str:
    """What a sheet filters and what it repeats on each page."""
    quoted = escape("'" + name.replace("'", "''") + "'")
    return (
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{place}" hidden="1">{quoted}!$A$1:'
        f"${letra(len(hoja.columnas) - 1)}${len(hoja.filas) + 1}</definedName>"
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{place}">{quoted}!$1:$1</definedName>'
    )


def _sheet(planilla: Planilla, texts: dict[str, int]) -> Iterator[str]:
    """Yield the sheet in pieces, and leave in `texts` each different text that its cells name, with its place."""
    whole = f"A1:{letra(len(planilla.columnas) - 1)}{len(planilla.filas) + 1}"
    yield f'<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="{whole}"/>'
    yield '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft"'
    yield ' state="frozen"/></sheetView></sheetViews><cols>'
    for place, width in enumerate(_widths(planilla), 1):
        hidden = ' hidden="1"' if place - 1 in planilla.ocultas else ""
        yield f'<col min="{place}" max="{place}" width="{width}" style="{_TEXT}"{hidden} customWidth="1"/>'
    yield "</cols><sheetData>"
    letters = list(map(letra, range(len(planilla.columnas))))
    yield _row(1, letters, planilla.columnas, _HEADING, texts)
    for number, cells in enumerate(planilla.filas, 2):
        yield _row(number, letters, cells, _TEXT, texts)
    yield f'</sheetData><autoFilter ref="{whole}"/><pageSetup orientation="landscape" fitToHeight="0"/>'
    yield f'<ignoredErrors><ignoredError sqref="{whole}" numberStoredAsText="1"/></ignoredErrors></worksheet>'


def _row(number: int, letters: Sequence[str], cells: Sequence[Celda], look: int, texts: dict[str, int]) -> str:
    made = "".join(
        _cell(f"{letter}{number}", cell, look, texts) for letter, cell in zip(letters, cells, strict=True) if cell != ""
    )
    return f'<row r="{number}">{made}</row>'


def _cell(place: str, cell: Celda, look: int, texts: dict[str, int]) -> str:
    if (isinstance(cell, date) and dia(cell) < _FIRST_DAY) or (not isinstance(cell, str | date) and _beyond(cell)):
        cell = escrita(cell)
    match cell:
        case str():
            return f'<c r="{place}" s="{look}" t="s"><v>{texts.setdefault(cell, len(texts))}</v></c>'
        case date():
            value, look = str((dia(cell) - _DAY_ZERO).days), _DAY
        case Porcentaje(valor):
            exact = Decimal(valor).scaleb(-2)
            value, look = cifras(exact), _PERCENT + min(_decimals(valor), 2)
        case Pesos(valor):
            value, look = cifras(valor), _PESOS
        case int() | Decimal():
            value, look = cifras(cell), _NUMBER
        case _:
            assert_never(cell)
    return f'<c r="{place}" s="{look}"><v>{value}</v></c>'


def _beyond(cell: int | Decimal | Porcentaje | Pesos) -> bool:
    """Whether a number has more figures than a spreadsheet keeps: it would come back as another."""
    digits = cifras(cell.valor if isinstance(cell, Porcentaje | Pesos) else cell)
    told = digits.rstrip("0") if "." in digits else digits
    return len(told.replace(".", "").lstrip("-0")) > _FIGURES or len(told) > 2 * _FIGURES


def _decimals(valor: int | Decimal) -> int:
    return len(cifras(valor).partition(".")[2])


def _shared(texts: Iterable[str]) -> str:
    """Each different text once: what half of a list repeats does not make the file large."""
    written = (f'<si><t xml:space="preserve">{_text(text)}</t></si>' for text in texts)
    return f'<sst xmlns="{_MAIN}">{"".join(written)}</sst>'


def _text(cell: str) -> str:
    return escape(_ESCAPE.sub("_x005F_", recortar(clean(cell)[0])))


def _widths(planilla: Planilla) -> list[int]:
    """Wide enough for the headings and for what the first rows hold."""
    sample = (planilla.columnas, *planilla.filas[:200])
    return [
        min(max(max(len(escrita(row[place])) for row in sample) + 3, 9), _WIDEST) for place in range(len(sample[0]))
    ]
