"""A sheet as XLSX: a text says that it is text, so a phone keeps its zeros and nothing is worked out; numbers add up.

The parts are written here: a library that takes any value guesses what is a formula, a number or an escape, and these
sheets have none. (ECMA-376, SpreadsheetML; the same bytes for the same sheet.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from rcdesk.documents.planilla import Celda, Planilla, escrita
from rcdesk.domain.celdas import letra, recortadas, recortar
from rcdesk.exchange.cleaning import clean
from rcdesk.render.writer import write_whole
from rcdesk.render.zipped import zipped

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FIXED: Final = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPES}.sharedStrings+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_LINKS}">'
    f'<Relationship Id="rId1" Type="{_KINDS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_LINKS}">'
    f'<Relationship Id="rId1" Type="{_KINDS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_KINDS}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId3" Type="{_KINDS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    # Four looks: none, text (format 49, «@»), heading and number, with the decimals that it has.
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill/></fill>'
    '<fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE7EEF5"/></patternFill></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/>'
    '<xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">'
    '<alignment vertical="center" wrapText="1"/></xf><xf applyAlignment="1"><alignment vertical="top"/></xf></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}
_TEXT, _HEADING, _NUMBER = 1, 2, 3
_WIDEST: Final = 44  # letters of a column; longer texts take more lines
_SHEET_NAME: Final = 31
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""Where a text looks like one of the escapes of the format, the sign that begins it is itself escaped."""


def to_xlsx(planilla: Planilla, path: Path) -> int:
    """Write it in `path`, whole or not at all, and return how many cells were cut: they hold 32,767 letters.

    OSError when it cannot be written.
    """
    columns, texts = len(planilla.columnas), dict[str, int]()
    parts = {
        **_FIXED,
        "xl/workbook.xml": _book(planilla.titulo, columns, len(planilla.filas)),
        "xl/worksheets/sheet1.xml": "".join(_sheet(planilla, texts)),
        "xl/sharedStrings.xml": _shared(texts),
    }
    write_whole(path, zipped(parts))
    return recortadas(planilla.filas)


def sheet_name(words: str) -> str:
    """Return words as the name of a sheet, which Excel wants short and without some signs."""
    return _NOT_IN_NAMES.sub(" ", clean(words)[0])[:_SHEET_NAME].strip(" '") or "Hoja"


def _book(title: str, columns: int, rows: int) -> str:
    name = sheet_name(title)
    quoted = escape("'" + name.replace("'", "''") + "'")
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_KINDS}"><sheets>'
        f'<sheet name={quoteattr(name)} sheetId="1" r:id="rId1"/></sheets><definedNames>'
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">{quoted}!$A$1:${letra(columns - 1)}'
        f'${rows + 1}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">{quoted}!$1:$1</definedName>'
        "</definedNames></workbook>"
    )


def _sheet(planilla: Planilla, texts: dict[str, int]) -> Iterator[str]:
    """Yield the sheet in pieces, and leave in `texts` each different text that its cells name, with its place."""
    whole = f"A1:{letra(len(planilla.columnas) - 1)}{len(planilla.filas) + 1}"
    yield f'<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="{whole}"/>'
    yield '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft"'
    yield ' state="frozen"/></sheetView></sheetViews><cols>'
    for place, width in enumerate(_widths(planilla), 1):
        yield f'<col min="{place}" max="{place}" width="{width}" style="{_TEXT}" customWidth="1"/>'
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
    if isinstance(cell, str):
        return f'<c r="{place}" s="{look}" t="s"><v>{texts.setdefault(cell, len(texts))}</v></c>'
    return f'<c r="{place}" s="{_NUMBER}"><v>{cell}</v></c>'


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
