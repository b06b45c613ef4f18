"""The Word file as its parts, with what names and relates them. (ECMA-376, parts 1 and 2.)"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from html import escape
from typing import Final

from rcdesk.documents.blocks import Document
from rcdesk.i18n import COLOMBIA
from rcdesk.render.docx.looks import WORDS
from rcdesk.render.docx.story import KINDS, Relation, Story
from rcdesk.render.words import plain, title_of
from rcdesk.render.zipped import zipped

NAMESPACES: Final = (
    f'xmlns:w="{WORDS}" xmlns:r="{KINDS}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPES: Final = "application/vnd.openxmlformats-officedocument"
_WORD: Final = f"{_TYPES}.wordprocessingml"
_PROPERTIES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_OUTSIDE: Final = ' TargetMode="External"'


def packed(document: Document, parts: Mapping[str, str], stories: Mapping[str, Story]) -> bytes:
    """Return the file: the parts of `word/` by name, and what each of those that are read refers to."""
    written: dict[str, str | bytes] = {
        "[Content_Types].xml": _types(parts),
        "_rels/.rels": _root(),
        "docProps/core.xml": _core(document),
        "docProps/app.xml": f'<Properties xmlns="{_PROPERTIES}"><Application>rcdesk</Application></Properties>',
        **{f"word/{name}.xml": text for name, text in parts.items()},
        "word/settings.xml": _settings(document.language),
    }
    for name, story in stories.items():
        if story.relations:
            written[f"word/_rels/{name}.xml.rels"] = _relations(story.relations)
    media = {name: data for story in stories.values() for data, name in story.shared.media.items()}
    return zipped(written | {f"word/media/{name}": data for name, data in media.items()})


def _types(parts: Mapping[str, str]) -> str:
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
        "jpeg": "image/jpeg",
    }
    overrides = {
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": f"{_TYPES}.extended-properties+xml",
        "/word/settings.xml": f"{_WORD}.settings+xml",
        **{f"/word/{name}.xml": f"{_WORD}.{_kind(name)}+xml" for name in parts},
    }
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        + "".join(f'<Default Extension="{suffix}" ContentType="{kind}"/>' for suffix, kind in defaults.items())
        + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
        + "</Types>"
    )


def _kind(name: str) -> str:
    """Return what a part is, for the list of contents: `header2` is a header."""
    return "document.main" if name == "document" else name.rstrip("0123456789")


def _root() -> str:
    return _relations(
        {
            Relation("officeDocument", "word/document.xml"): "rId1",
            Relation("extended-properties", "docProps/app.xml"): "rId2",
            Relation(f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"): "rId3",
        }
    )


def _relations(relations: Mapping[Relation, str]) -> str:
    made = "".join(
        f'<Relationship Id="{key}" Type="{each.kind if ":" in each.kind else f"{KINDS}/{each.kind}"}"'
        f' Target="{escape(each.target)}"{_OUTSIDE if each.outside else ""}/>'
        for each, key in relations.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _core(document: Document) -> str:
    created = document.created if document.created.tzinfo else document.created.replace(tzinfo=COLOMBIA)
    moment = f"{created.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    said = {
        "dc:title": title_of(document),
        "dc:subject": plain(document.subject),
        "dc:creator": plain(document.author),
        "dc:language": document.language,
        "cp:lastModifiedBy": plain(document.author),
    }
    dated = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in ("created", "modified")
    )
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        + "".join(f"<{name}>{escape(value, quote=False)}</{name}>" for name, value in said.items() if value)
        + f"{dated}</cp:coreProperties>"
    )


def _settings(language: str) -> str:
    """Word of today, not a mode of compatibility; commas for decimals."""
    return (
        f'<w:settings xmlns:w="{WORDS}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{language}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )
