"""What Word requires of a file and does not forgive: it would offer to «repair» it. An independent check, by rule."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Any, Final

from lxml import etree

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_ORDER: Final = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs color sz szCs u lang",
    "tcPr": "tcW tcBorders shd tcMar vAlign",
    "tblPr": "tblStyle tblW tblBorders tblLayout tblCellMar tblLook tblDescription",
    "sectPr": "headerReference footerReference type pgSz pgMar lnNumType",
    "tc": "tcPr tbl p",
}
"""Element → its children in the order of the standard: out of it, the file is not opened."""


def problems(data: bytes) -> list[str]:
    """Return what is wrong with a file, in words; nothing when it is right."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        names = file.namelist()
        parts = {name: _parsed(file.read(name)) for name in names if name.endswith((".xml", ".rels"))}
    found = [f"«{name}» está dos veces" for name in set(names) if names.count(name) > 1]
    return [*found, *_typed(names, parts), *_related(names, parts), *_named(parts), *_ordered(parts), *_tables(parts)]


def _parsed(raw: bytes) -> Any:
    return etree.fromstring(raw, etree.XMLParser(huge_tree=True, resolve_entities=False))


def _typed(names: list[str], parts: dict[str, Any]) -> Iterator[str]:
    types = parts["[Content_Types].xml"]
    suffixes = {each.get("Extension") for each in types.iter(f"{_TYPES}Default")}
    declared = {each.get("PartName") for each in types.iter(f"{_TYPES}Override")}
    yield from (f"sobra el tipo de {name}" for name in declared if name.lstrip("/") not in names)
    yield from (f"{name} no tiene tipo" for name in names if name.rpartition(".")[2] not in suffixes)


def _related(names: list[str], parts: dict[str, Any]) -> Iterator[str]:
    for name, part in parts.items():
        if name.endswith(".rels"):
            for each in part:
                target = each.get("Target")
                if each.get("TargetMode") == "External":
                    if not target.startswith(("http://", "https://")):
                        yield f"{name}: lleva a {target}"
                elif normpath(join(dirname(dirname(name)), target)) not in names:
                    yield f"{name}: no está {target}"
            continue
        beside = parts.get(f"{dirname(name)}/_rels/{name.rpartition('/')[2]}.rels")
        known = {each.get("Id") for each in beside} if beside is not None else set()
        used = {each.get(key) for each in part.iter() for key in (f"{_R}id", f"{_R}embed") if each.get(key)}
        yield from (f"{name}: {missing} no está relacionado" for missing in used - known)


def _named(parts: dict[str, Any]) -> Iterator[str]:
    styles = {each.get(f"{_W}styleId") for each in parts["word/styles.xml"].iter(f"{_W}style")}
    lists = {each.get(f"{_W}numId") for each in parts["word/numbering.xml"].iter(f"{_W}num")}
    drawn: list[str] = []
    for name, part in parts.items():
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            used = {each.get(f"{_W}val") for each in part.iter(f"{_W}{tag}")}
            yield from (f"{name}: no hay estilo {missing}" for missing in used - styles)
        used = {each.get(f"{_W}val") for each in part.iter(f"{_W}numId")}
        yield from (f"{name}: no hay lista {missing}" for missing in used - lists)
        drawn += [each.get("id") for each in part.iter("{*}docPr")]
        yield from (f"{name}: un dibujo sin palabras" for each in part.iter("{*}docPr") if not each.get("descr"))
        fields = {each.get(f"{_W}instr").strip() for each in part.iter(f"{_W}fldSimple")}
        yield from (f"{name}: campo {strange}" for strange in fields - {"PAGE", "NUMPAGES"})
    if len(drawn) != len(set(drawn)):
        yield "dos dibujos con el mismo número"


def _ordered(parts: dict[str, Any]) -> Iterator[str]:
    for name, part in parts.items():
        for tag, words in _ORDER.items():
            order = words.split()
            for element in part.iter(f"{_W}{tag}"):
                kinds = [etree.QName(child).localname for child in element]
                if tag == "tc":
                    if kinds[-1] != "p":
                        yield f"{name}: una celda no acaba en párrafo"
                elif set(kinds) - set(order) or sorted(set(kinds), key=order.index) != kinds:
                    yield f"{name}: {tag} con {' '.join(kinds)}"


def _tables(parts: dict[str, Any]) -> Iterator[str]:
    for name, part in parts.items():
        for table in part.iter(f"{_W}tbl"):
            columns = len(table.find(f"{_W}tblGrid"))
            yield from (
                f"{name}: fila con otras columnas" for row in table.findall(f"{_W}tr") if _cells(row) != columns
            )
            following = table.getnext()
            if following is None or following.tag != f"{_W}p":
                yield f"{name}: una tabla sin párrafo después"


def _cells(row: Any) -> int:
    return len(row.findall(f"{_W}tc"))
